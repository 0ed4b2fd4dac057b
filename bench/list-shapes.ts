/**
 * What people ask of the case list, each beside the SQL that one would write for it by hand on better-sqlite3, with no
 * layer in between and knowing which index serves.
 */
import type { CaseCursor, CaseListInput } from '../src/shared/cases/contract.ts'
import { EMPTY_CASE_FILTER } from '../src/shared/cases/case-filter.ts'
import type { CaseSort } from '../src/shared/cases/case.ts'
import type { Reader, SqlValue } from '../src/main/store/database.ts'
import { bigramQuery } from '../src/shared/search/bigrams.ts'
import { caseIdSchema, isoDate, type PersonId } from '../src/shared/values/values.ts'

export interface ListShape {
  readonly name: string
  readonly input: CaseListInput
  readonly sql: string
  readonly values: readonly SqlValue[]
}

export const PAGE = 50

const COLUMNS = `c.id, c.title, c.file_number, c.party_name, c.submitting_unit, c.action_kinds, c.state, c.round, c.received_on,
  c.due_on, c.reviewer_id, p.name AS reviewer_name, c.amount, c.opinion_number, c.updated_at`
const FROM = `SELECT ${COLUMNS} FROM cases c LEFT JOIN people p ON p.id = c.reviewer_id`
/** Drives the query. */
const FOUND = 'c.rowid IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)'
/** Asked of each entry of the sort index: of the set of all, and of the row where nearly every one matches. */
const IN_FOUND = `+${FOUND}`
const IS_FOUND = 'EXISTS (SELECT 1 FROM case_search s WHERE s.rowid = c.rowid AND case_search MATCH ?)'
const inSet = (index: string, where: string): string => `+c.rowid IN (SELECT rowid FROM cases INDEXED BY ${index} WHERE ${where})`
const OF_KIND = 'c.id IN (SELECT case_id FROM case_kinds WHERE kind = ?)'
const IS_KIND = 'EXISTS (SELECT 1 FROM case_kinds k WHERE k.kind = ? AND k.case_id = c.id)'

const JUDGED = 'EXISTS (SELECT 1 FROM case_judgements k WHERE k.mark = ? AND k.case_id = c.id)'
const IN_JUDGED = 'c.id IN (SELECT case_id FROM case_judgements WHERE mark = ?)'

const IN_YEAR_SET = inSet('cases_by_received_on', 'received_on >= ? AND received_on <= ?')

type Filter = CaseListInput['filter']
type Sort = CaseListInput['sort']
const NOTHING: Filter = EMPTY_CASE_FILTER
const newest: Sort = { by: 'updatedAt', descending: true }
const due: Sort = { by: 'dueOn', descending: false }
const byReceived: Sort = { by: 'receivedOn', descending: true }
const byTitle: Sort = { by: 'title', descending: false }
const byAmount: Sort = { by: 'amount', descending: true }

const COLUMN_OF: Record<CaseSort, string> = { updatedAt: 'updated_at', receivedOn: 'received_on', dueOn: 'due_on', title: 'title', amount: 'amount', party: 'party_name', unit: 'submitting_unit', fileNumber: 'file_number' }

/** `how` is `walk` where the index of the sort serves, `gather` where few rows are found first and sorted. */
function shape(
  name: string,
  filter: Partial<Filter>,
  sort: Sort,
  where: string,
  values: readonly SqlValue[],
  how: 'walk' | 'gather' = 'walk',
  after: CaseCursor | null = null,
): ListShape {
  const column = `${how === 'gather' ? '+' : ''}c.${COLUMN_OF[sort.by]}`
  const id = how === 'gather' ? '+c.id' : 'c.id'
  const direction = sort.descending ? 'DESC' : 'ASC'
  const cursor = after === null ? '' : `(${column}, ${id}) ${sort.descending ? '<' : '>'} (?, ?)`
  const condition = [where, cursor].filter((part) => part !== '').join(' AND ')
  return {
    name,
    input: { filter: { ...NOTHING, ...filter }, sort, after, offset: null, size: PAGE },
    sql: `${FROM}${condition === '' ? '' : ` WHERE ${condition}`} ORDER BY ${column} ${direction}, ${id} ${direction} LIMIT ${PAGE + 1}`,
    values: [...values, ...(after === null ? [] : [after.value, after.id])],
  }
}

const match = (text: string): string => bigramQuery(text) ?? ''

/** The page after the one with `skip` rows, as the list would have reached it. */
function cursorAt(reader: Reader, sort: Sort, skip: number): CaseCursor {
  const direction = sort.descending ? 'DESC' : 'ASC'
  const column = COLUMN_OF[sort.by]
  const row = reader.get<{ value: string | number; id: string }>(
    `SELECT ${column} AS value, id FROM cases ORDER BY ${column} ${direction}, id ${direction} LIMIT 1 OFFSET ?`,
    skip,
  )
  if (row === undefined) throw new Error('no such page')
  return { value: row.value, id: caseIdSchema.parse(row.id) }
}

function sortShapes(): ListShape[] {
  return (Object.keys(COLUMN_OF) as CaseSort[]).flatMap((by) =>
    [true, false].map((descending) => shape(`all by ${by}${descending ? ', descending' : ''}`, {}, { by, descending }, '', [])),
  )
}

function stateShapes(): ListShape[] {
  const open = ['received', 'accepted', 'assigned', 'underReview', 'drafted', 'approved'] as const
  const marks = open.map(() => '?').join(', ')
  return [
    shape('one state, few', { states: ['underReview'] }, due, 'c.state = ?', ['underReview']),
    shape('one state, most', { states: ['archived'] }, newest, 'c.state = ?', ['archived']),
    shape('one state, most, by title', { states: ['archived'] }, byTitle, 'c.state = ?', ['archived']),
    shape('the open states by due day', { states: [...open] }, due, `c.state IN (${marks})`, [...open], 'gather'),
    shape('archived or disclosed by amount', { states: ['archived', 'disclosed'] }, byAmount, "+c.state IN ('archived', 'disclosed')", []),
  ]
}

function kindAndDayShapes(): ListShape[] {
  const [from, to] = [isoDate('2026-10-01'), isoDate('2026-10-31')]
  const [yearFrom, yearTo] = [isoDate('2019-01-01'), isoDate('2019-12-31')]
  const inYear = 'c.received_on >= ? AND c.received_on <= ?'
  return [
    shape('kind, most', { actionKind: 'penalty' }, newest, IS_KIND, ['penalty']),
    shape('kind, few', { actionKind: 'expropriation' }, newest, OF_KIND, ['expropriation'], 'gather'),
    shape('kind, few, by title', { actionKind: 'expropriation' }, byTitle, OF_KIND, ['expropriation'], 'gather'),
    shape('one month', { receivedFrom: from, receivedTo: to }, byReceived, inYear, [from, to]),
    shape('one month by amount', { receivedFrom: from, receivedTo: to }, byAmount, inYear, [from, to], 'gather'),
    shape('an old year', { receivedFrom: yearFrom, receivedTo: yearTo }, byReceived, inYear, [yearFrom, yearTo]),
    shape('an old year by last change', { receivedFrom: yearFrom, receivedTo: yearTo }, newest, IN_YEAR_SET, [yearFrom, yearTo]),
    shape('from a day on, by title', { receivedFrom: yearFrom }, byTitle, '+c.received_on >= ?', [yearFrom]),
    shape('an old year, archived penalties by amount', { states: ['archived'], actionKind: 'penalty', receivedFrom: yearFrom, receivedTo: yearTo }, byAmount,
      `${IN_YEAR_SET} AND c.state = ? AND ${IS_KIND}`, [yearFrom, yearTo, 'archived', 'penalty']),
  ]
}

function reviewerShapes(reviewer: PersonId): ListShape[] {
  const [from, to] = [isoDate('2016-01-01'), isoDate('2016-12-31')]
  return [
    shape('one reviewer', { reviewerId: reviewer }, newest, inSet('cases_by_reviewer', 'reviewer_id = ?'), [reviewer]),
    shape('one reviewer, under review', { reviewerId: reviewer, states: ['underReview'] }, due, 'c.reviewer_id = ? AND c.state = ?', [reviewer, 'underReview'], 'gather'),
    shape('one reviewer, penalties by title', { reviewerId: reviewer, actionKind: 'penalty' }, byTitle, `+c.reviewer_id = ? AND ${IS_KIND}`, [reviewer, 'penalty']),
    shape('one reviewer, first year', { reviewerId: reviewer, receivedFrom: from, receivedTo: to }, byTitle,
      `${IN_YEAR_SET} AND ${inSet('cases_by_reviewer', 'reviewer_id = ?')}`, [from, to, reviewer]),
  ]
}

function textShapes(): ListShape[] {
  return [
    shape('text of 1 character, rare', { text: '靐' }, newest, FOUND, [match('靐')], 'gather'),
    shape('text of 1 character, common', { text: '公' }, newest, IS_FOUND, [match('公')]),
    shape('text of 2 characters, in nearly all', { text: '岚清' }, newest, IS_FOUND, [match('岚清')]),
    shape('text of 2 characters, common', { text: '排污' }, newest, IN_FOUND, [match('排污')]),
    shape('text of 2 characters, rare', { text: '瑞康' }, byReceived, FOUND, [match('瑞康')], 'gather'),
    shape('text of 2 characters, nowhere', { text: '驾驶' }, newest, FOUND, [match('驾驶')], 'gather'),
    shape('text of 4 characters, common', { text: '有限公司' }, newest, IS_FOUND, [match('有限公司')]),
    shape('text of 4 characters, common, by title', { text: '排放污染' }, byTitle, IN_FOUND, [match('排放污染')]),
    shape('text of 4 characters, rare', { text: '征收补偿' }, newest, FOUND, [match('征收补偿')], 'gather'),
    shape('two words', { text: '东河 危险废物' }, newest, IN_FOUND, [match('东河 危险废物')]),
    shape('a document number', { text: '〔2023〕4711号' }, newest, FOUND, [match('〔2023〕4711号')], 'gather'),
    shape('text and state', { text: '占用林地', states: ['archived'] }, newest, `${IN_FOUND} AND c.state = ?`, [match('占用林地'), 'archived']),
    shape('text and an old year', { text: '食品', receivedFrom: isoDate('2019-01-01'), receivedTo: isoDate('2019-12-31') }, byAmount,
      `${IN_YEAR_SET} AND ${IN_FOUND}`, ['2019-01-01', '2019-12-31', match('食品')]),
  ]
}

function ledgerShapes(): ListShape[] {
  const [from, to] = [isoDate('2026-11-01'), isoDate('2026-11-30')]
  const due0 = 'c.due_on >= ? AND c.due_on <= ?'
  return [
    shape('one unit', { unit: '大气环境科' }, newest, inSet('cases_by_submitting_unit', 'submitting_unit = ?'), ['大气环境科']),
    shape('one unit by file number', { unit: '法规科' }, { by: 'fileNumber', descending: false }, inSet('cases_by_submitting_unit', 'submitting_unit = ?'), ['法规科']),
    shape('due this month', { dueFrom: from, dueTo: to }, due, due0, [from, to]),
    shape('a band of amounts', { amountFrom: 100_000, amountTo: 500_000 }, byAmount, 'c.amount >= ? AND c.amount <= ?', [100_000, 500_000]),
    shape('a band of amounts by party', { amountFrom: 100_000, amountTo: 500_000 }, { by: 'party', descending: false },
      inSet('cases_by_amount', 'amount >= ? AND amount <= ?'), [100_000, 500_000]),
    shape('a complex case', { flags: ['complex'] }, newest, "EXISTS (SELECT 1 FROM case_marks k WHERE k.mark = 'flag/complex' AND k.case_id = c.id)", []),
    shape('major by some trigger', { trigger: 'any' }, newest, JUDGED, ['trigger/any']),
    shape('major by one trigger, by amount', { trigger: 'BENCH' }, byAmount, JUDGED, ['trigger/BENCH']),
    shape('problems found, by due day', { problems: true, states: ['underReview'] }, due, `c.state = ? AND ${JUDGED}`, ['underReview', 'problem']),
    shape('undecided findings, newest', { undecided: true }, newest, `+${IN_JUDGED}`, ['finding'], 'gather'),
    shape('major, of one unit, by title', { trigger: 'any', unit: '大气环境科' }, byTitle,
      `${inSet('cases_by_submitting_unit', 'submitting_unit = ?')} AND ${JUDGED}`, ['大气环境科', 'trigger/any']),
    shape('one cause by received', { cause: '未经批准擅自占用林地' }, byReceived, "EXISTS (SELECT 1 FROM case_marks k WHERE k.mark = ? AND k.case_id = c.id)", ['cause/未经批准擅自占用林地']),
  ]
}

const MARKED = 'EXISTS (SELECT 1 FROM ledger_marks k WHERE k.mark = ? AND k.case_id = c.id)'
const IN_MARKED = 'c.id IN (SELECT case_id FROM ledger_marks WHERE mark = ?)'
const DECIDED = 'c.id IN (SELECT case_id FROM decisions INDEXED BY decisions_by_day WHERE decided_on >= ? AND decided_on <= ?)'
const ARCHIVED = 'c.id IN (SELECT case_id FROM archives INDEXED BY archives_by_day WHERE archived_on >= ? AND archived_on <= ?)'
const NUMBERED = `c.id IN (SELECT e.case_id FROM entry_search w CROSS JOIN ledger_entries e ON e.id = w.rowid WHERE entry_search MATCH ?)`

/** The columns of the ledger that tell of what followed the review. */
function followingShapes(): ListShape[] {
  const year = [isoDate('2019-01-01'), isoDate('2019-12-31')] as const
  const month = [isoDate('2026-09-01'), isoDate('2026-09-30')] as const
  const number = '〔2023〕7200'
  return [
    shape('drawn, newest', { assignment: 'drawn' }, newest, MARKED, ['assignment/drawn']),
    shape('chosen by hand, by title', { assignment: 'chosen' }, byTitle, MARKED, ['assignment/chosen']),
    shape('adopted, newest', { adopted: 'adopted' }, newest, MARKED, ['adopted/adopted']),
    shape('partly adopted, by amount', { adopted: 'partly' }, byAmount, MARKED, ['adopted/partly']),
    shape('not answered yet, newest', { adopted: 'awaited' }, newest, MARKED, ['adopted/awaited']),
    shape('fatal problems, by due day', { defects: 'fatal' }, due, MARKED, ['defects/fatal']),
    shape('published, newest', { published: 'published' }, newest, MARKED, ['published/published']),
    shape('decided and not published, by title', { published: 'awaited' }, byTitle, MARKED, ['published/awaited']),
    shape('decision annulled, newest', { remedy: 'annulled' }, newest, IN_MARKED, ['remedy/annulled'], 'gather'),
    shape('decision touched, by amount', { remedy: 'overturned' }, byAmount, `+${IN_MARKED}`, ['remedy/overturned']),
    shape('transferred, newest', { transfer: 'any' }, newest, `+${IN_MARKED}`, ['transfer/any']),
    shape('decided in a month', { decidedFrom: month[0], decidedTo: month[1] }, byReceived, DECIDED, month, 'gather'),
    shape('decided in an old year, newest', { decidedFrom: year[0], decidedTo: year[1] }, newest, `+${DECIDED}`, year),
    shape('archived in an old year, by title', { archivedFrom: year[0], archivedTo: year[1] }, byTitle, `+${ARCHIVED}`, year),
    shape('a number of a decision', { decisionNumber: number }, newest, NUMBERED, [`decision : (${match(number)})`], 'gather'),
    shape('not adopted, published, one unit', { adopted: 'notAdopted', published: 'published', unit: '大气环境科' }, newest,
      `${inSet('cases_by_submitting_unit', 'submitting_unit = ?')} AND +${IN_MARKED} AND ${MARKED}`, ['大气环境科', 'adopted/notAdopted', 'published/published']),
  ]
}

function laterPageShapes(reader: Reader): ListShape[] {
  return [
    shape('second page', {}, newest, '', [], 'walk', cursorAt(reader, newest, PAGE)),
    shape('page 1,000', {}, byTitle, '', [], 'walk', cursorAt(reader, byTitle, 1000 * PAGE)),
    shape('second page of archived', { states: ['archived'] }, byAmount, 'c.state = ?', ['archived'], 'walk', cursorAt(reader, byAmount, 200)),
    shape('later page of a common text', { text: '排污' }, newest, IN_FOUND, [match('排污')], 'walk', cursorAt(reader, newest, 40_000)),
  ]
}

/** The mix; `reader` finds where its later pages begin. */
export function listShapes(reader: Reader): ListShape[] {
  const most = reader.get<{ id: PersonId }>(
    'SELECT reviewer_id AS id FROM cases WHERE reviewer_id IS NOT NULL GROUP BY reviewer_id ORDER BY count(*) DESC LIMIT 1',
  )
  if (most === undefined) throw new Error('the station has no reviewed case')
  return [...sortShapes(), ...stateShapes(), ...kindAndDayShapes(), ...reviewerShapes(most.id), ...textShapes(), ...ledgerShapes(), ...followingShapes(), ...laterPageShapes(reader)]
}
