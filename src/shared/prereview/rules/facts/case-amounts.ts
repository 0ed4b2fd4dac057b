/** What the papers of a case say of its amounts (涉案金额): goods value, gain, sales, loss and the like. */
import type { CrimeAmount } from '../../../catalogue/crime-lines.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { Place } from '../../rule.ts'
import { findAll } from '../../wording.ts'
import { NUMBER, numberOf } from '../law/numerals.ts'

export interface CaseAmount {
  readonly of: CrimeAmount
  /** Yuan. */
  readonly yuan: number
  readonly place: Place
}

const LABELS: Readonly<Partial<Record<CrimeAmount, string>>> = {
  gain: '违法所得|非法所得|获利',
  goodsValue: '货值(?:金额)?|尚未销售[^，。；0-9]{0,10}(?:价值|金额)|库存[^，。；0-9]{0,10}价值',
  sales: '销售金额|销售额|销售收入|销售款|已销售[^，。；0-9]{0,10}金额',
  turnover: '非法经营(?:数)?额|违法经营额|经营额|经营金额|营业额|营业收入|销售金额|销售额',
  loss: '(?:直接)?经济损失|财产损失|损失',
  tax: '(?:偷逃|逃避缴纳|少缴|不缴|虚开)[^，。；0-9]{0,14}税(?:款|额)|税款数额|税额',
  face: '票面(?:金额|额)|价税合计',
  deposits: '(?:吸收|募集|集资)(?:资金|存款|金额)?',
  wages: '拖欠[^，。；0-9]{0,20}(?:工资|劳动报酬)|(?:工资|劳动报酬)',
  property: '(?:矿产品|砂石|林木|木材|渔获物|水产品|野生动物|猎获物|文物|基金|涉案)[^，。；0-9]{0,14}(?:价值|金额)|价值',
}

const MONEY = new RegExp(`(${NUMBER})元(?!以上|以下|以内|的?(?:罚款|以)|\\/)`, 'u')

/** Amounts of one sort in one document; ranges of a statute (一万元以上) are none. */
export function amountsIn(document: CaseDocument, of: CrimeAmount): readonly CaseAmount[] {
  const label = LABELS[of]
  if (label === undefined) return []
  const pattern = new RegExp(
    `(?:${label})(?![^0-9，。；]{0,6}(?:不足|低于|超过|达到|不满|以上))(?:金额|数额|总额|合计|共计|总计|为|共|计|约|人民币|（元）|[：:])*(?:${MONEY.source})`,
    'gu',
  )
  return findAll(document, pattern).flatMap(({ match, ...place }) => {
    const yuan = numberOf(match[1] ?? '')
    return yuan === null || yuan === 0 ? [] : [{ of, yuan, place }]
  })
}

/** Kinds whose words are the agency's own reckoning. */
const RECKONING = ['decision', 'prior-notice', 'investigation-report', 'explanation', 'calculation-sheet', 'transfer-check', 'transfer-paper', 'test-report', 'expert-opinion'] as const

/** The largest amount of one sort that the agency's papers give; null where none does. */
export function largestAmount(file: CaseFile, of: CrimeAmount): CaseAmount | null {
  let best: CaseAmount | null = null
  for (const document of file.of(...RECKONING)) {
    if (!document.sure) continue
    for (const amount of amountsIn(document, of)) if (amount.yuan > (best?.yuan ?? 0)) best = amount
  }
  return best
}

/** Made once: making it costs more than a thousand uses. */
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** 2,280元, 36.8万元 */
export function yuanText(amount: number): string {
  return `${GROUPED.format(amount)}元`
}
export function yuanInEnglish(amount: number): string {
  return `${GROUPED.format(amount)} yuan`
}
