/** The results of an evaluation as a workbook (评查结果表): one row for each file, with every deduction and its reason. */
import { ACTION_KIND_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import { itemsOf, type EvaluationStandard } from '../../shared/catalogue/evaluation-standards.ts'
import type { SampledFile, SheetVersion } from '../../shared/evaluation/contract.ts'
import type { Bilingual, Language } from '../../shared/values/values.ts'
import { writeSheet, type Cell, type SheetColumn } from '../cases/sheet-file.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { CallContext } from '../core/handler.ts'
import { requireEvaluation, sampledFiles, sheetsOf } from './evaluation-record.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

const COLUMNS: readonly { readonly title: Bilingual; readonly width: number; readonly format: SheetColumn['format'] }[] = [
  { title: both('序号', 'No.'), width: 6, format: 'number' },
  { title: both('案件名称', 'Case'), width: 46, format: 'text' },
  { title: both('立案号', 'File number'), width: 22, format: 'text' },
  { title: both('承办机构', 'Unit'), width: 26, format: 'text' },
  { title: both('种类', 'Kinds'), width: 16, format: 'text' },
  { title: both('办结日期', 'Closed on'), width: 12, format: 'day' },
  { title: both('得分', 'Score'), width: 8, format: 'number' },
  { title: both('等次', 'Grade'), width: 12, format: 'text' },
  { title: both('一票否决', 'Veto'), width: 36, format: 'text' },
  { title: both('扣分及理由', 'Deductions and reasons'), width: 60, format: 'text' },
  { title: both('不适用', 'Not applicable'), width: 30, format: 'text' },
  { title: both('评语', 'Comment'), width: 30, format: 'text' },
  { title: both('评查人', 'Evaluator'), width: 10, format: 'text' },
  { title: both('签名日期', 'Signed on'), width: 12, format: 'day' },
  { title: both('更正次数', 'Corrections'), width: 9, format: 'number' },
]

export async function resultsWorkbook(context: CallContext, evaluationId: string, language: Language): Promise<{ name: string; content: string }> {
  const { name, standard } = requireEvaluation(context.reader, evaluationId)
  const files = sampledFiles(context.reader, evaluationId, context.person.id)
  const rows = files.map((file) => {
    const signed = sheetsOf(context.reader, evaluationId, file.caseId).findLast(({ signedAt }) => signedAt !== null)
    return rowOf(standard, file, signed, language)
  })
  const columns = COLUMNS.map(({ title, ...column }) => ({ ...column, title: title[language] }))
  const bytes = await writeSheet(language === 'zh-CN' ? '评查结果' : 'Results', columns, [rows], rows.length)
  const safe = name.replace(/[\\/:*?"<>|]/g, ' ')
  return { name: `${safe}.xlsx`, content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') }
}

function rowOf(standard: EvaluationStandard, file: SampledFile, signed: SheetVersion | undefined, language: Language): Cell[] {
  const [comma, stop] = language === 'zh-CN' ? ['、', '；'] : [', ', '; ']
  const { vetoes = [], items = [], comment = '' } = signed?.sheet ?? {}
  const deducted = itemsOf(standard).flatMap(({ id, text }) => {
    const mark = items.find((one) => one.id === id)
    return mark?.mark === 'deducted' ? mark.deductions.map(({ points, reason }) => `${id} ${text[language]} −${points}: ${reason}`) : []
  })
  const left = items.flatMap((mark) => (mark.mark === 'notApplicable' ? [`${mark.id}: ${mark.reason}`] : []))
  const vetoed = standard.vetoes.flatMap(({ id, text }) => {
    const mark = vetoes.find((one) => one.id === id)
    return mark?.present === true ? [`${text[language]}: ${mark.reason}`] : []
  })
  return [
    file.place,
    file.title,
    file.fileNumber,
    file.unit,
    file.kinds.map((kind) => ACTION_KIND_LABELS[kind][language]).join(comma),
    { day: file.closedOn },
    file.score,
    standard.grades.find(({ id }) => id === file.gradeId)?.name[language] ?? null,
    vetoed.join(stop),
    deducted.join(stop),
    left.join(stop),
    comment,
    file.evaluator,
    file.signedAt === null ? null : { day: civilDayOf(file.signedAt) },
    file.corrections,
  ]
}
