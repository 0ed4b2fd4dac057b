/** What the amounts of filing lines are called (金额的种类). */
import type { CrimeAmount } from '../catalogue/crime-lines.ts'
import type { Bilingual } from '../values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const AMOUNT_WORDS: Readonly<Record<CrimeAmount, Bilingual>> = {
  sales: both('销售金额', 'sales'),
  goodsValue: both('尚未销售的货值金额', 'value of unsold goods'),
  soldAndUnsold: both('已销售金额的倍数与尚未销售的货值之和', 'sold goods multiplied plus unsold goods'),
  gain: both('违法所得', 'illegal gain'),
  turnover: both('非法经营数额', 'turnover'),
  loss: both('损失', 'loss'),
  tax: both('税额', 'tax'),
  face: both('票面金额', 'face amount'),
  deposits: both('集资数额', 'funds raised'),
  wages: both('拖欠的劳动报酬', 'unpaid wages'),
  property: both('涉案财物价值', 'value of what the act was about'),
  project: both('项目金额', 'value of the project'),
}
