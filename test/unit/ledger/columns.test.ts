/** Which column is which, where the head stands, what a row says, and when two rows say the same. */
import { describe, expect, it } from 'vitest'
import { guessColumn, guessMapping, headsKey, mappingProblems } from '../../../src/shared/ledger/guess-columns.ts'
import { LEDGER_COLUMNS, LEDGER_COLUMN_LABELS, serialText } from '../../../src/shared/ledger/ledger-columns.ts'
import { differences, entryKey, kindsIn, readRow } from '../../../src/shared/ledger/read-row.ts'
import { CELL_END, CELL_MARKS, cellOf, cellsOf, findHeaderRow, headsOf, type LedgerSheet } from '../../../src/shared/ledger/sheet-rows.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

describe('the columns of the ledger', () => {
  it('are those that practice keeps, in its order', () => {
    expect(LEDGER_COLUMNS.map((column) => LEDGER_COLUMN_LABELS[column]['zh-CN'])).toEqual([
      '序号', '轮次', '收到日期', '送审机构', '案号', '案件名称', '当事人', '行为种类', '审核情形', '金额（元）', '承办人', '审核人', '分案方式', '审核期限', '延期', '出具意见日期', '意见类型',
      '致命/可补正问题数', '是否采纳', '决定日期及文号', '是否公开', '复议诉讼情况', '涉嫌犯罪移送', '归档', '备注',
    ])
  })

  it('are recognised again by their own names in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(guessMapping(LEDGER_COLUMNS.map((column) => LEDGER_COLUMN_LABELS[column][language]))).toEqual([...LEDGER_COLUMNS])
    }
  })

  it.each([
    ['送审日期', 'received'], ['受理时间', 'received'], ['来件单位', 'unit'], ['承办单位', 'unit'], ['办案机构', 'unit'], ['立案编号', 'caseNumber'], ['案件名称', 'title'], ['被处罚人', 'party'],
    ['行政相对人', 'party'], ['罚款金额（万元）', 'amount'], ['主办人员', 'handler'], ['承办人', 'handler'], ['法制审核人员', 'reviewer'], ['出具意见时间', 'opinionDate'], ['审核意见', 'opinionType'],
    ['采纳情况', 'adopted'], ['处罚决定书文号', 'decision'], ['复议、诉讼', 'remedy'], ['是否移送司法', 'transfer'], ['归档情况', 'archived'], ['备 注', 'remark'], ['电话', null], ['', null],
  ])('are guessed from %s', (head, column) => {
    expect(guessColumn(head)).toBe(column)
  })

  it('that have one value are guessed once, the exact name before one like it', () => {
    expect(guessMapping(['受理日期', '收到日期', '备注', '其他说明'])).toEqual([null, 'received', 'remark', 'remark'])
    expect(mappingProblems(['received', 'received', 'title'])).toEqual([{ kind: 'twice', column: 'received' }])
    expect(mappingProblems(['caseNumber'])).toEqual([{ kind: 'missing', column: 'received' }])
    expect(mappingProblems(['received', 'title', 'remark', 'remark'])).toEqual([])
  })

  it('are remembered by heads however they are spaced', () => {
    expect(headsKey(['收到 日期', '备　注'])).toBe(headsKey(['收到日期', '备注']))
    expect(headsKey(['a', 'b'])).not.toBe(headsKey(['b', 'a']))
  })
})

const sheetOf = (rows: readonly (readonly string[])[], more: Partial<LedgerSheet> = {}): LedgerSheet => ({
  name: '台账', hidden: false, rows: rows.map((cells) => cells.join(CELL_END)), at: rows.map((_, at) => at + 1), hiddenRows: [], headMerges: [], columns: Math.max(...rows.map(({ length }) => length)), tooLong: false, ...more,
})

describe('the head', () => {
  it('is the row with most names of columns, not the title, and none where nothing looks like one', () => {
    expect(findHeaderRow(sheetOf([['某局法制审核台账'], ['填报：张三'], ['序号', '收到日期', '案件名称'], ['1', '2025-03-01', '某案']]))).toBe(3)
    expect(findHeaderRow(sheetOf([['甲', '乙'], ['1', '2']]))).toBeNull()
  })

  it('of two rows joins the upper one where it spans several columns, but no title', () => {
    const { merged } = CELL_MARKS
    const sheet = sheetOf([['台账'], ['收到日期', '案件名称', '决定', ''], [`${merged}收到日期`, `${merged}案件名称`, '日期', '文号']], {
      headMerges: [{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 3 }, { fromRow: 2, toRow: 2, fromColumn: 2, toColumn: 3 }],
    })
    expect(findHeaderRow(sheet)).toBe(3)
    expect(headsOf(sheet, 3)).toEqual(['收到日期', '案件名称', '决定 日期', '决定 文号'])
  })
})

const READING = { mapping: ['received', 'title', 'amount', 'handler', 'handler'] as const, heads: ['日期', '名称', '金额（万元）', '主办', '协办'], today: isoDate('2026-06-01'), since1904: false }
const read = (...cells: string[]) => readRow(cells.map(cellOf), false, READING)

describe('a row', () => {
  it('is read by the mapping; columns of several names are joined', () => {
    expect(read('2025.3.1', '某案', '1.5', '甲', '乙')).toEqual({
      kind: 'row', values: { received: '2025-03-01', round: 1, title: '某案', amount: 15_000, handler: '甲 乙' }, notes: [{ code: 'converted', columns: ['amount'] }],
    })
  })
  it('with nothing of its own is empty, also where something is merged down', () => {
    expect(read('', '', '', '', '').kind).toBe('empty')
    expect(read('', '', '', `${CELL_MARKS.merged}甲`, '').kind).toBe('empty')
  })
  it('says where its values come from', () => {
    const { formula, merged } = CELL_MARKS
    expect(read('45717', `${formula}某案`, '', `${merged}甲`, '')).toMatchObject({
      kind: 'row', notes: [{ code: 'formula', columns: ['title'] }, { code: 'merged', columns: ['handler'] }, { code: 'serialDay', columns: ['received'] }],
    })
  })
  it('is refused with the cell that cannot be read', () => {
    expect(read('2025.3.1', '某案', '若干', '', '')).toMatchObject({ kind: 'refused', refusal: { code: 'unreadableAmount', column: 'amount', text: '若干' } })
    expect(read('2026-06-02', '某案')).toMatchObject({ kind: 'refused', refusal: { code: 'dayToCome' } })
    expect(read(`${CELL_MARKS.error}#N/A`, '某案')).toMatchObject({ kind: 'refused', refusal: { code: 'errorValue', text: '#N/A' } })
  })
})

describe('two entries', () => {
  const entry = { received: '2025-03-01', caseNumber: '清环立〔2025〕1号', title: '某案', party: '某厂' }
  it('are told by their numbers, bare ones within their year, else by name, party and day', () => {
    expect(entryKey(entry)).toBe(entryKey({ ...entry, caseNumber: '清环立[2025]01', title: '别的案' }))
    expect(entryKey({ ...entry, caseNumber: '12' })).not.toBe(entryKey({ ...entry, caseNumber: '12', received: '2024-03-01' }))
    expect(entryKey({ ...entry, caseNumber: null })).toBe(entryKey({ ...entry, caseNumber: null, title: '某 案' }))
    expect(entryKey({ ...entry, caseNumber: null })).not.toBe(entryKey({ ...entry, caseNumber: null, received: '2025-03-02' }))
  })
  it('differ only where both say something and do not say the same', () => {
    expect(differences({ ...entry, amount: 1000 }, { ...entry, amount: null })).toEqual([])
    expect(differences({ ...entry, title: '某(甲)案' }, { ...entry, title: '某（甲）案 ' })).toEqual([])
    expect(differences({ ...entry, amount: 1000, party: '甲厂' }, { ...entry, amount: 1001, party: '乙厂' })).toEqual(['party', 'amount'])
    expect(differences({ decision: '清环罚〔2025〕8号' }, { decision: '2025-05-06 清环罚[2025]8号' })).toEqual([])
    expect(differences({ decision: '清环罚〔2025〕8号' }, { decision: '2025-05-06 清环罚[2025]9号' })).toEqual(['decision'])
  })
})

it('kinds of action are found in the words of an office', () => {
  expect(kindsIn('行政处罚')).toEqual(['penalty'])
  expect(kindsIn('查封、扣押')).toEqual(['compulsoryMeasure'])
  expect(kindsIn('行政许可/行政检查')).toEqual(['licence', 'inspection'])
  expect(kindsIn('其他')).toEqual([])
})

it('cells keep their marks apart from their text, serials have their year', () => {
  const [one, other] = cellsOf(`${CELL_MARKS.formula}${CELL_MARKS.error}#REF!${CELL_END}普通`)
  expect(one).toEqual({ text: '#REF!', formula: true, error: true, merged: false, noValue: false })
  expect(other?.text).toBe('普通')
  expect(serialText(2026, 12)).toBe('2026-0012')
})
