/** Which column of the ledger a head of an earlier one means (列对应), as offices name them. Pure. */
import { LEDGER_COLUMNS, LEDGER_COLUMN_LABELS, type LedgerColumn } from './ledger-columns.ts'
import { narrow } from './read-cells.ts'

/** Null: the column is left out. */
export type LedgerMapping = readonly (LedgerColumn | null)[]

/** Columns of which a row has one value; of the others several columns of a file may be joined. */
export const SINGLE_COLUMNS: ReadonlySet<LedgerColumn> = new Set(['round', 'received', 'due', 'opinionDate', 'amount', 'serial', 'caseNumber', 'title'])

/** The first pattern that fits decides, so that the narrower ones stand before. */
const WORDS: readonly (readonly [LedgerColumn, RegExp])[] = [
  ['remark', /备注|说明$|^remarks?$|^note/i],
  ['serial', /^(?:序号|编号|顺序号|no\.?|#|serial.*)$/i],
  ['defects', /问题数|问题个数|问题数量|[致命可补正]+问题|defect|fatal/i],
  ['remedy', /复议|诉讼|应诉|救济|reconsideration|suit|litigation/i],
  ['transfer', /移送|涉刑|涉嫌犯罪|transfer/i],
  ['published', /公开|公示|publish|disclos/i],
  ['adopted', /采纳|adopt/i],
  ['archived', /归档|存档|archiv/i],
  ['extension', /延期|延长|extension/i],
  ['assignment', /分案|分配方式|指派方式|抽取|assign/i],
  ['opinionType', /意见类型|意见类别|审核结论|审核意见(?!书?(?:日|时|出具|文|编|号))|审核结果|结论$|^opinion$|opiniontype/i],
  ['opinionDate', /(?:出具|审结|完成|办结|反馈|意见).*(?:日期|时间)|审核日期|opiniondate/i],
  ['due', /(?:审核|办理|到期|截止).*期限|期限$|到期|截止|^due/i],
  ['decision', /决定|处罚决定书?|文书号|决定书文号|decision/i],
  ['trigger', /审核情形|情形|重大.*(?:类型|事由|理由)|送审事由|trigger/i],
  ['kinds', /(?:行为|执法|案件|决定)(?:种类|类型|类别)|^(?:类别|种类|类型)$|kind|type/i],
  ['caseNumber', /案号|案件编号|立案号|立案编号|案件号|文号|caseno|casenumber/i],
  ['received', /(?:收到|收件|接收|受理|送审|来件|登记|收文|报送|移交|提交).*(?:日期|时间)|^(?:日期|时间)$|收件日|receiv/i],
  ['round', /轮次|次数|第几次|round/i],
  ['handler', /承办人|主办|协办|办案人|执法人员|经办人|handler/i],
  ['reviewer', /审核人|审核员|法制员|审查人|reviewer/i],
  ['unit', /(?:送审|承办|办案|报送|来文|来件|执法|移送).*(?:机构|单位|部门|科室|大队|处室)|^(?:单位|部门|机构|科室)$|submittingunit|agency|unit/i],
  ['party', /当事人|相对人|被处罚人|行政相对人|申请人|party/i],
  ['amount', /金额|罚款|数额|标的|罚没|amount|fine/i],
  ['title', /案件名称|案名|项目名称|名称|案由|事项|^case$|title/i],
]

/** Label of our own workbook, in either language, first. */
const OWN = new Map<string, LedgerColumn>(
  LEDGER_COLUMNS.flatMap((column) => [
    [headKey(LEDGER_COLUMN_LABELS[column]['zh-CN']), column] as const,
    [headKey(LEDGER_COLUMN_LABELS[column].en), column] as const,
  ]),
)

function headKey(head: string): string {
  return narrow(head).toLowerCase()
}

export function guessColumn(head: string): LedgerColumn | null {
  const key = headKey(head)
  if (key === '') return null
  return OWN.get(key) ?? WORDS.find(([, words]) => words.test(key))?.[0] ?? null
}

/** One guess for each head; of two heads that mean the same single column the first has it. */
export function guessMapping(heads: readonly string[]): LedgerMapping {
  const taken = new Set<LedgerColumn>()
  const exact = new Set(heads.flatMap((head) => OWN.get(headKey(head)) ?? []))
  return heads.map((head) => {
    const guess = guessColumn(head)
    if (guess === null || !SINGLE_COLUMNS.has(guess)) return guess
    // a head that says exactly this goes before one that only sounds like it
    if (exact.has(guess) && OWN.get(headKey(head)) !== guess) return null
    if (taken.has(guess)) return null
    taken.add(guess)
    return guess
  })
}

/** Under what a mapping is remembered: the heads in their order, however they are spaced. */
export function headsKey(heads: readonly string[]): string {
  return JSON.stringify(heads.map(headKey))
}

/** Without these a row of the ledger says nothing. */
export const NEEDED: readonly LedgerColumn[] = ['received', 'title']

export interface MappingProblem {
  readonly kind: 'missing' | 'twice'
  readonly column: LedgerColumn
}

/** `title` may be told by the number of the case. */
export function mappingProblems(mapping: LedgerMapping): MappingProblem[] {
  const has = (column: LedgerColumn): boolean => mapping.includes(column)
  const missing: MappingProblem[] = NEEDED.filter((column) => !has(column) && !(column === 'title' && has('caseNumber'))).map((column) => ({ kind: 'missing', column }))
  const twice: MappingProblem[] = [...SINGLE_COLUMNS]
    .filter((column) => mapping.filter((one) => one === column).length > 1)
    .map((column) => ({ kind: 'twice', column }))
  return [...missing, ...twice]
}

/** How many of a row's texts are heads of a ledger: the row with the most of them is its head. */
export function headScore(texts: readonly string[]): number {
  return new Set(texts.flatMap((text) => (text.length > 20 ? [] : (guessColumn(text) ?? [])))).size
}
