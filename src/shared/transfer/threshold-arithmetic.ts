/** Sums, shares and how they are written down. Money is reckoned in fen, so that a line is met exactly where it is met. */
import type { Bilingual, IsoDate } from '../values/values.ts'

/**
 * `amber`: at least the line's share of it (80 %). `depends`: over the lowest figure of a range, or over the limb's own
 * figure while another that it asks is not known.
 */
export const VERDICTS = ['below', 'amber', 'depends', 'reached'] as const
export type ThresholdVerdict = (typeof VERDICTS)[number]

/** What a sum is compared with. */
export interface Figure {
  readonly lowest: number
  /** The highest that a province may fix; null where it is one figure. */
  readonly upTo: number | null
  /** As written after the number. */
  readonly unit: string
}

export interface Sum {
  readonly total: number
  readonly steps: (unit: string) => readonly Bilingual[]
}

interface Earlier {
  readonly on: IsoDate
  readonly counted: boolean
  readonly punished: boolean
  readonly value: number | undefined
}

/** Hundredths: fen of yuan, and as fine as quantities are weighed. */
const FINE = 100
const fine = (value: number): number => Math.round(value * FINE)

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** Units of the lines, which write them as papers do, in English. */
const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  元: 'yuan', 吨: 't', 公斤: 'kg', 亩: 'mu', 立方米: 'm³', 株: 'saplings', 件: 'pieces', 个: 'pieces', 份: 'copies', 张: 'copies', 册: 'volumes', 本: 'copies', 套: 'sets', 台: 'machines',
  支: 'sticks', 条: 'items', 人: 'people', 名: 'people', 次: 'times', 组: 'sets', 瓦: 'W', 公里: 'km', 小时: 'hours', 级: 'levels', 倍: 'times',
}

export function unitIn(unit: string): Bilingual {
  return { 'zh-CN': unit, en: ENGLISH_UNITS[unit] ?? unit }
}

/** 150,000元; 150,000 yuan */
export function figureIn(value: number, unit: string): Bilingual {
  const number = GROUPED.format(value)
  const english = ENGLISH_UNITS[unit]
  return { 'zh-CN': `${number}${unit}`, en: english === undefined ? `${number}${unit}` : `${number} ${english}` }
}

/** The same in Chinese. */
export function figureText(value: number, unit: string): string {
  return figureIn(value, unit)['zh-CN']
}

/** The same in English. */
export function englishFigure(value: number, unit: string): string {
  return figureIn(value, unit).en
}

/** The sum of what is known; null where nothing is. */
export function sumOf(own: readonly (number | undefined)[], earlier: readonly Earlier[]): Sum | null {
  const known = own.flatMap((value) => (value === undefined ? [] : [value]))
  const before = earlier.flatMap(({ value, ...act }) => (value === undefined ? [] : [{ ...act, value }]))
  if (known.length === 0 && before.length === 0) return null
  const here = known.reduce((sum, value) => sum + fine(value), 0)
  const total = before.filter(({ counted }) => counted).reduce((sum, { value }) => sum + fine(value), here) / FINE
  return {
    total,
    steps: (unit) =>
      before.length === 0
        ? []
        : [
            { 'zh-CN': `本次${figureText(here / FINE, unit)}`, en: `This act ${englishFigure(here / FINE, unit)}` },
            ...before.map(({ on, value, counted, punished }) => ({
              'zh-CN': `${on} ${figureText(value, unit)}，${counted ? '未经处理，计入' : punished ? '已处理，不计入' : '该罪不累计，不计入'}`,
              en: `${on} ${englishFigure(value, unit)}, ${counted ? 'unpunished: counted' : punished ? 'dealt with: not counted' : 'the offence does not add up: not counted'}`,
            })),
          ],
  }
}

/** 1 and more exactly where the figure is met. */
export function shareOf(total: number, line: number): number {
  const [have, need] = [fine(total), fine(line)]
  // a division could round a miss by a fen up to the line
  return have >= need ? Math.max(1, have / need) : Math.min(have / need, 1 - Number.EPSILON)
}

/** The least of what is known. */
export function leastShare(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/**
 * @param shares of everything that is asked together; null what is not known
 * @param inRange the total is over the lowest figure of a range, and below the highest
 */
export function verdictOf(shares: readonly (number | null)[], amber: number, inRange: boolean): ThresholdVerdict {
  const least = leastShare(shares)
  // 0.8 of a line is not a number that binary fractions have
  const near = (share: number): boolean => share >= amber - 1e-9
  if (least !== null && !near(least)) return 'below'
  if (shares.includes(null)) return 'depends'
  if (least === null || least < 1) return 'amber'
  return inRange ? 'depends' : 'reached'
}

interface Repetition {
  readonly penalties: number
  readonly years: number | null
  readonly from: 'firstPenalty' | 'penalty'
}

/** How the earlier penalties were counted. */
export function penaltyStep({ penalties, years, from }: Repetition, counted: readonly IsoDate[], outside: number): Bilingual {
  const days = counted.length === 0 ? '' : `（${counted.join('、')}）`
  const english = counted.length === 0 ? '' : ` (${counted.join(', ')})`
  const window = years === null ? ['', ''] : [`${years}年内`, ` within ${years} year${years === 1 ? '' : 's'}`]
  const start = from === 'firstPenalty' ? ['，自第一次处罚生效之日起算', ', counted from the first penalty'] : ['', '']
  return {
    'zh-CN': `要求${window[0]}受过${penalties}次行政处罚${start[0]}；本案${counted.length}次${days}${outside > 0 ? `，另有${outside}次不在期间内` : ''}`,
    en: `Asked: ${penalties} penalties${window[1]}${start[1]}; here ${counted.length}${english}${outside > 0 ? `, ${outside} more outside the time` : ''}`,
  }
}
