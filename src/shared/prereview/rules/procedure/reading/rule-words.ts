/** Small words that the rules of procedure and documents are written with. */
import type { Citation } from '../../../../catalogue/citation.ts'
import type { Bilingual, IsoDate } from '../../../../values/values.ts'
import type { Place, Suspicion } from '../../../rule.ts'

export function both(zh: string, en: string): Bilingual {
  return { 'zh-CN': zh, en }
}

const law =
  (title: string) =>
  (article: number, paragraph?: number, item?: number): Citation => ({
    law: title,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  })

export const penaltyLaw = law('行政处罚法')
export const compulsionLaw = law('行政强制法')
export const licensingLaw = law('行政许可法')
export const reconsiderationLaw = law('行政复议法')
export const litigationLaw = law('行政诉讼法')
export const civilProcedure = law('民事诉讼法')
export const opinionsOf2018 = (item: number): Citation => ({
  law: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
  item,
})

export const NO_PROVISION = both(
  '没有法条逐字规定，是文书自洽的要求。',
  'No provision says it in words: a document must agree with itself and with the file.',
)

/** 2026年1月20日 */
export function dayWords(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 8,000 */
export function yuanWords(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

type More = Pick<Suspicion, 'answer' | 'about' | 'unverified'>

/** One suspicion: what is wrong and what to do, Chinese and English each. */
export function suspect(
  [zh, en]: readonly [string, string],
  [fixZh, fixEn]: readonly [string, string],
  places: readonly (Place | null | undefined)[],
  more: More = {},
): Suspicion {
  return {
    message: both(zh, en),
    suggestion: both(fixZh, fixEn),
    places: places.filter((place) => place !== null && place !== undefined),
    ...more,
  }
}
