/** Ready words for a “no” (常用表述), put in where nothing has been written. Documents are Chinese, so the words are. */
import type { Question } from '../../shared/catalogue/schema.ts'
import type { AnswerFields } from '../../shared/checklist/contract.ts'

/** The same fields where there is nothing to fill. What the officer wrote stays. */
export function withReadyWording(fields: AnswerFields, question: Pick<Question, 'finding' | 'suggestion'>): AnswerFields {
  const finding = fields.finding.trim() === '' ? question.finding['zh-CN'] : fields.finding
  const suggestion = fields.suggestion.trim() === '' ? question.suggestion['zh-CN'] : fields.suggestion
  return finding === fields.finding && suggestion === fields.suggestion ? fields : { ...fields, finding, suggestion }
}
