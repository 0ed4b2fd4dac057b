/** Numbers that an official document shows but nobody types: of headings, of attachments, and Chinese dates. */
import type { IsoDate } from '../values/values.ts'
import type { Block, HeadingLevel } from './model.ts'

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A whole number from 1 to 9999 in Chinese numerals as headings use them: 一, 十, 十二, 二十, 一百零三. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no Chinese numeral for ${value}`)
  const places = [1000, 100, 10, 1]
  const units = ['千', '百', '十', '']
  let numeral = ''
  let zeroPending = false
  places.forEach((place, position) => {
    const digit = Math.floor(value / place) % 10
    if (digit === 0) {
      zeroPending = numeral !== ''
      return
    }
    if (zeroPending) numeral += '零'
    zeroPending = false
    // 十二, not 一十二, but 一百一十二
    const digitWord = place === 10 && digit === 1 && numeral === '' ? '' : DIGITS[digit]
    numeral += `${digitWord}${units[position]}`
  })
  return numeral
}

/** The number of the `position`-th (from 1) heading of a level with its mark (GB/T 9704-2012, 7.3.3). */
export function headingNumber(level: HeadingLevel, position: number): string {
  if (level === 1) return `${chineseNumeral(position)}、`
  if (level === 2) return `（${chineseNumeral(position)}）`
  if (level === 3) return `${position}.`
  return `（${position}）`
}

/** For each block the number its heading carries, or null where the block is no heading. */
export function headingNumbers(blocks: readonly Block[]): (string | null)[] {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return null
    const index = block.level - 1
    const position = (counts[index] ?? 0) + 1
    counts[index] = position
    counts.fill(0, index + 1)
    return headingNumber(block.level, position)
  })
}

/** The attachment note (附件说明), one string a line: numbered only where there are two or more (7.3.4). */
export function attachmentLines(names: readonly string[]): { lead: string; number: string; name: string }[] {
  return names.map((name, index) => ({
    lead: index === 0 ? '附件：' : '',
    number: names.length === 1 ? '' : `${index + 1}. `,
    name,
  }))
}

/** A day as documents write it: `2026-05-04` becomes 2026年5月4日, without padding (7.3.5.4). */
export function chineseDate(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
