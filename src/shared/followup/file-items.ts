/** The items of a review's file (案卷应归材料), with their names. Apart from the rules: errors name them on the first screen too. */
import type { Bilingual } from '../values/values.ts'

export const FILE_ITEMS = ['opinions', 'feedback', 'settlements', 'discussion', 'outcome', 'decisionPaper', 'serviceReceipt', 'submission', 'transfer', 'suspension'] as const
export type FileItemId = (typeof FILE_ITEMS)[number]

export const FILE_ITEM_LABELS: Record<FileItemId, Bilingual> = {
  opinions: { 'zh-CN': '各轮审核意见书', en: 'The opinion of every round' },
  feedback: { 'zh-CN': '采纳情况', en: 'The bureau’s answer to the last opinion' },
  settlements: { 'zh-CN': '会商记录和裁定', en: 'Record and outcome of every coordination' },
  discussion: { 'zh-CN': '集体讨论记录', en: 'The record of the collective discussion' },
  outcome: { 'zh-CN': '行政决定或者不作出决定的理由', en: 'The decision, or the reason for none' },
  decisionPaper: { 'zh-CN': '行政决定书', en: 'The paper of the decision' },
  serviceReceipt: { 'zh-CN': '决定书送达回证', en: 'The receipt of service of the decision' },
  submission: { 'zh-CN': '送审材料', en: 'The papers of the submission' },
  transfer: { 'zh-CN': '涉嫌犯罪移送已了结', en: 'No transfer of a suspected crime is open' },
  suspension: { 'zh-CN': '中止已恢复', en: 'No suspension is open' },
}
