/** Acts of the audit chain in words. The chain keeps names and canonical content; this makes sentences of them. */
import { z } from 'zod'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { TRANSFER_ACT_WORDS } from '../transfer/act-words.ts'
import { bilingualSchema, type Bilingual, type Language } from '../../shared/values/values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

/** Acts that are no action of the state machine, or whose name in the chain is not that of the action. */
const OTHER_ACTS: Readonly<Record<string, Bilingual>> = {
  'case.update': both('修改登记信息', 'Registered data changed'),
  'material.attach': both('收入材料', 'Materials attached'),
  'material.reclassify': both('更改材料种类', 'Kind of a material changed'),
  'material.remove': both('移除材料', 'Material removed'),
  'material.recognise': both('按内容识别材料种类', 'Kind of a material recognised'),
  'material.correctKind': both('更正文书种类', 'Kind of a document corrected'),
  'finding.accept': both('采纳预审疑点', 'Finding accepted'),
  'finding.change': both('修改后采纳预审疑点', 'Finding taken over in own words'),
  'finding.dismiss': both('不采纳预审疑点', 'Finding dismissed'),
  'case.recuse': both('登记回避', 'Recusal recorded'),
  'case.takeBackRecusal': both('撤销回避', 'Recusal taken back'),
  'case.clearNamesake': both('排除同名承办人', 'Namesake of a handler cleared'),
  'case.commitDraw': both('锁定抽取种子', 'Committed to the draw'),
  'answer.save': both('填写审核清单', 'Checklist answered'),
  'discretion.save': both('填写裁量表', 'Discretion sheet filled in'),
  'opinion.compose': both('起草意见书', 'Opinion drafted'),
  'opinion.saveSection': both('修改意见书文字', 'Text of the opinion changed'),
  'opinion.chooseType': both('确定意见类型', 'Opinion type chosen'),
  'opinion.submit': both('提交意见书稿', 'Draft opinion submitted'),
  'opinion.takeNumber': both('取得文号', 'Number taken'),
  'case.recordCoordination': both('登记会商记录', 'Coordination recorded'),
  'case.recordIrregularDecision': both('记录违规作出的决定', 'Irregular decision recorded'),
  'case.suspend': both('中止', 'Suspended'),
  'case.resume': both('恢复', 'Resumed'),
  'clock.extend': both('登记期限延长', 'Extension of a clock recorded'),
  'clock.exclude': both('登记期限扣除', 'Time left out of a clock recorded'),
  'clock.endExclusion': both('登记扣除结束', 'End of time left out recorded'),
  'clock.recordDay': both('登记节点日期', 'A day recorded'),
  'clock.takeBack': both('收回期限登记', 'A record of a clock taken back'),
  'clock.setWarning': both('设定期限预警', 'Deadline warning set'),
  'calendar.saveNotice': both('录入放假安排', 'Days off of a year entered'),
  'case.export': both('导出案卷', 'Case file exported'),
}

export function actWords(act: string): Bilingual {
  const known = OTHER_ACTS[act] ?? TRANSFER_ACT_WORDS[act]
  if (known !== undefined) return known
  const action = act.slice(act.indexOf('.') + 1)
  return CASE_ACTION_LABELS[action as keyof typeof CASE_ACTION_LABELS] ?? both('其他操作', 'Other act')
}

/** The parts of an entry's content that say something to a reader; everything else is left to the chain itself. */
const tellingSchema = z.object({
  reason: z.string().optional().catch(undefined),
  incompleteReason: z.string().nullable().optional().catch(undefined),
  note: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  questionId: z.string().optional().catch(undefined),
  number: z.string().nullable().optional().catch(undefined),
  folder: z.string().optional().catch(undefined),
  missing: z.array(z.string()).optional().catch(undefined),
  finding: z.object({ questionId: z.string(), message: bilingualSchema }).optional().catch(undefined),
})
const filesSchema = z.array(z.object({ name: z.string() })).min(1)

/** Files named before the rest is only counted. */
const NAMED = 3

/** One line about what exactly was done; empty where the act says it all. */
export function entryDetail(entry: Pick<AuditEntry, 'act' | 'content'>, language: Language): string {
  let content: unknown
  try {
    content = JSON.parse(entry.content)
  } catch {
    return ''
  }
  const chinese = language === 'zh-CN'
  const files = filesSchema.safeParse(content)
  if (files.success) {
    const named = files.data.slice(0, NAMED).map((file) => file.name).join(chinese ? '、' : ', ')
    const { length } = files.data
    if (length <= NAMED) return named
    return chinese ? `${named} 等 ${length} 件` : `${named} and ${length - NAMED} more`
  }
  const told = tellingSchema.safeParse(content)
  if (!told.success) return ''
  const { name, number, reason, incompleteReason, note, missing, folder, finding } = told.data
  const questionId = told.data.questionId ?? finding?.questionId
  // ids of materials in an acceptance are no words
  const items = entry.act === 'case.returnForSupplement' || entry.act === 'case.askSupplement' ? missing?.join(chinese ? '、' : ', ') : undefined
  return [questionId, name, number, items, finding?.message[language], reason, incompleteReason, note, folder]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(chinese ? '；' : '; ')
}
