/**
 * A structured citation of a law (法律依据): which law, and where in it. Kept as numbers, so that a citation can be
 * checked against the register of laws and printed in either language.
 */
import { z } from 'zod'
import type { Bilingual, Language } from '../values/values.ts'

/**
 * `law` is the title in the law register (`laws.json`), without 中华人民共和国 and without 《》.
 * `item` (项) without `article` (条) is a numbered point of a document that has no articles, such as （十三）.
 */
export const citationSchema = z
  .strictObject({
    law: z.string().min(1),
    article: z.int().min(1).optional(),
    paragraph: z.int().min(1).optional(),
    item: z.int().min(1).optional(),
  })
  .refine((citation) => citation.paragraph === undefined || citation.article !== undefined, {
    error: 'paragraph-without-article',
    path: ['paragraph'],
  })
export type Citation = z.infer<typeof citationSchema>

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const UNITS = ['', '十', '百', '千']

/** A whole number from 1 to 9999 in Chinese numerals as articles are counted: 10 → 十, 58 → 五十八, 101 → 一百零一. */
export function chineseNumeral(value: number): string {
  const digits = [...String(value)].map(Number)
  let text = ''
  let skipped = false
  digits.forEach((digit, index) => {
    if (digit === 0) {
      skipped = true
      return
    }
    if (skipped && text !== '') text += '零'
    skipped = false
    text += `${DIGITS[digit] ?? ''}${UNITS[digits.length - 1 - index] ?? ''}`
  })
  return text.startsWith('一十') ? text.slice(1) : text
}

function formatChinese(citation: Citation): string {
  const article = citation.article === undefined ? '' : `第${chineseNumeral(citation.article)}条`
  const paragraph = citation.paragraph === undefined ? '' : `第${chineseNumeral(citation.paragraph)}款`
  if (citation.item === undefined) return `《${citation.law}》${article}${paragraph}`
  const item = `（${chineseNumeral(citation.item)}）`
  return `《${citation.law}》${article}${paragraph}${article === '' ? item : `第${item}项`}`
}

function formatEnglish(citation: Citation, title: string): string {
  const article = citation.article === undefined ? '' : ` art. ${citation.article}`
  const paragraph = citation.paragraph === undefined ? '' : ` para. ${citation.paragraph}`
  const item = citation.item === undefined ? '' : ` item (${citation.item})`
  return `${title}${article}${paragraph}${item}`
}

/** The law register as far as printing needs it: Chinese title → title in both languages. */
export type LawTitles = ReadonlyMap<string, Bilingual>

/**
 * The citation as an officer writes it, e.g. 《行政处罚法》第五十八条第一款第（二）项, or
 * `Administrative Penalty Law art. 58 para. 1 item (2)`. An unregistered law keeps its Chinese title.
 */
export function formatCitation(citation: Citation, language: Language, titles?: LawTitles): string {
  return language === 'zh-CN'
    ? formatChinese(citation)
    : formatEnglish(citation, titles?.get(citation.law)?.en ?? citation.law)
}
