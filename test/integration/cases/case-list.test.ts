/** The list of cases: every page against a plain reference, every query without a scan. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTION_KINDS, CASE_FLAGS } from '../../../src/shared/catalogue/vocabulary.ts'
import { CASE_SORTS, type CaseFields, type CaseRow, type CaseSort } from '../../../src/shared/cases/case.ts'
import { EMPTY_CASE_FILTER } from '../../../src/shared/cases/case-filter.ts'
import { caseListInputSchema, type CaseListInput } from '../../../src/shared/cases/contract.ts'
import type { CaseState } from '../../../src/shared/cases/state-machine-terms.ts'
import { bigramWords } from '../../../src/shared/search/bigrams.ts'
import { isoInstant, type CaseId, type IsoDate } from '../../../src/shared/values/values.ts'
import { caseOrder, listQuery, orderQuery, prepareOrder } from '../../../src/main/cases/case-list.ts'
import { insertCase } from '../../../src/main/cases/case-record.ts'
import { connect, type Writer } from '../../../src/main/store/database.ts'
import { databasePath } from '../../../src/main/store/open-store.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { v7 as uuidv7 } from 'uuid'

const MANY = 5000
/** Uneven, as in life: some filters leave more cases than are sorted at once, others few. */
const STATES: readonly CaseState[] = ['received', 'received', 'underReview', 'issued', 'issued', 'issued', 'issued', 'withdrawn']
const PARTIES = ['碧波印染', '长风建材', '万象网吧', '𠮷野家餐饮', '红运烟花', 'Ａｃｍｅ化工', '丰', '大河、小河']

interface Known {
  readonly row: CaseRow
  readonly text: string
  readonly fields: CaseFields
  /** Type and local day of each issued opinion. */
  readonly issued: readonly { readonly type: string; readonly day: string }[]
}
/** What is said to be searched of a registered case. */
const wordsOf = ({ title, cause, fileNumber, party, submittingUnit }: CaseFields, opinionNumber: string): string =>
  [title, cause, fileNumber, party.name, party.code, submittingUnit, opinionNumber].join('\n')

let station: TestStation
let known: Known[]
/** The same every run. */
const chance = ((seed) => () => ((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31), seed / 2 ** 31))(7)
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item
const day = (year: number) => `${year}-${String(1 + Math.floor(chance() * 12)).padStart(2, '0')}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`

function someFields(index: number): CaseFields {
  const { party } = caseFields()
  const name = pick(PARTIES)
  return caseFields({
    // few different titles, amounts and days, so that the cursor's second column decides often
    title: `${name}${index % 7 === 0 ? '擅自停运' : '违法排污'}案`,
    cause: pick(['违法排污', '无证经营', '拒绝检查']),
    fileNumber: `清环立〔2026〕${index % 300}号`,
    actionKinds: index % 40 === 0 ? ['inspection'] : index % 3 === 0 ? ['penalty', 'compulsoryMeasure'] : ['penalty'],
    party: { ...party, name },
    receivedOn: day(2025 + (index % 2)),
    submittingUnit: pick(['执法一大队', '执法一大队', '执法二大队', '法规科']),
    handlers: [{ personId: index % 6 === 0 ? (station.ids.get('handler') ?? null) : null, name: '田禾', certificateNumber: '' }],
    flags: { publicInterest: index % 50 === 0, socialRisk: false, majorRights: index % 3 === 0, hearingHeld: index % 4 === 0, complex: false, byLaw: false },
    effects: index % 4 === 0 ? [] : [{ kind: 'fine', amount: pick([0, 100, 5000.5, 200_000]), detail: '' }],
  })
}

const TYPES = ['T-OK', 'T-COND', 'T-REJ'] as const

/** Issued at noon or around midnight of a day where this computer stands; every third is still a draft. */
function addOpinion(writer: Writer, caseId: CaseId, index: number): void {
  const at = new Date(2026, index % 12, 1 + (index % 28), index % 2 === 0 ? 0 : 23, 59)
  writer.run(
    `INSERT INTO opinions (case_id, round, version, state, type, sections, remarks, document, signatures, issued_at)
     VALUES (?, 1, 1, ?, ?, '[]', '[]', '{"blocks":[]}', '[]', ?)`,
    caseId,
    index % 3 === 0 ? 'draft' : 'issued',
    TYPES[index % TYPES.length] ?? 'T-OK',
    index % 3 === 0 ? null : at.toISOString(),
  )
}

beforeAll(async () => {
  station = await createTestStation()
  const { workbench } = station.workstation
  const reviewers = ['reviewer', 'reviewer2'].map((login) => station.ids.get(login))
  workbench.withoutAudit('test', (writer) => {
    for (let index = 0; index < MANY; index += 1) {
      const id = uuidv7() as CaseId
      const at = isoInstant(new Date(Date.UTC(2026, 0, 1, 0, index % 1000)))
      insertCase(writer, { id, fields: someFields(index), state: 'received', createdBy: '', at })
      const reviewerId = index % 9 === 0 ? reviewers[1] : index % 2 === 0 ? reviewers[0] : null
      // as an act would leave it, without the work of one
      writer.run(
        'UPDATE cases SET state = ?, reviewer_id = ?, due_on = ? WHERE id = ?',
        pick(STATES),
        reviewerId ?? null,
        index % 5 === 0 ? '9999-12-31' : day(2026),
        id,
      )
      if (index % 70 === 0) writer.run('UPDATE cases SET round = 2 WHERE id = ?', id)
      if (index % 8 === 0) addOpinion(writer, id, index)
    }
  })
  const { rows } = readPage({ size: 200 })
  expect(rows).toHaveLength(200)
  known = everything()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

/** Read past the list: row by row, so that the reference owes nothing to the code under test. */
function everything(): Known[] {
  const { reader } = station.workstation.workbench
  const opinions = reader.all<{ id: string; type: string; at: string }>("SELECT case_id AS id, type, issued_at AS at FROM opinions WHERE state = 'issued'")
  const two = (part: number) => String(part).padStart(2, '0')
  const localDay = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return reader
    .all<Record<string, string | number | null>>('SELECT c.*, p.name AS reviewer_name FROM cases c LEFT JOIN people p ON p.id = c.reviewer_id')
    .map((row) => ({
      text: wordsOf(JSON.parse(String(row['fields'])) as CaseFields, String(row['opinion_number'] ?? '')),
      fields: JSON.parse(String(row['fields'])) as CaseFields,
      issued: opinions.filter(({ id }) => id === row['id']).map(({ type, at }) => ({ type, day: localDay(new Date(at)) })),
      row: {
        id: row['id'],
        title: row['title'],
        fileNumber: row['file_number'],
        caseNumber: null,
        partyName: row['party_name'],
        submittingUnit: row['submitting_unit'],
        actionKinds: JSON.parse(String(row['action_kinds'])),
        state: row['state'],
        round: row['round'],
        receivedOn: row['received_on'],
        dueOn: row['due_on'] === '9999-12-31' ? null : row['due_on'],
        reviewerId: row['reviewer_id'],
        reviewerName: row['reviewer_name'],
        amount: row['amount'] === -1 ? null : row['amount'],
        opinionNumber: row['opinion_number'],
        red: false,
        updatedAt: row['updated_at'],
      } as unknown as CaseRow,
    }))
}

const EMPTY: CaseListInput['filter'] = EMPTY_CASE_FILTER
const SORT: CaseListInput['sort'] = { by: 'title', descending: false }

interface Wanted {
  readonly filter?: Partial<CaseListInput['filter']>
  readonly sort?: CaseListInput['sort']
  readonly after?: CaseListInput['after']
  readonly size?: number
}

function inputOf({ filter, sort, after, size }: Wanted): CaseListInput {
  return caseListInputSchema.parse({ filter: { ...EMPTY, ...filter }, sort: sort ?? SORT, after: after ?? null, size: size ?? 200 })
}

const readPage = (wanted: Wanted) => {
  const { reader } = station.workstation.workbench
  const query = listQuery(reader, inputOf(wanted))
  return { rows: reader.all<{ id: string }>(query.sql, ...query.values).slice(0, wanted.size ?? 200) }
}

/** A word is found where it stands in one run of letters and digits, in any width and case; one character anywhere. */
function matchesText(text: string, typed: string): boolean {
  const runs = (of: string) => [...of.normalize('NFKC').toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([run]) => run)
  return runs(typed).every((word) => runs(text).some((run) => run.includes(word)))
}

const bytes = (text: string) => Buffer.from(text, 'utf8')

/** The day on which these tests are run. */
const TODAY = new Date().toISOString().slice(0, 10)

function matchesLedger({ fields, issued }: Pick<Known, 'fields' | 'issued'>, row: CaseRow, filter: CaseListInput['filter']): boolean {
  const { handlerId, unit, cause, dueFrom, dueTo, overdue, issuedFrom, issuedTo, opinionType, amountFrom, amountTo, round, flags } = filter
  const due = row.dueOn
  return (
    (handlerId === null || fields.handlers.some(({ personId }) => personId === handlerId)) &&
    (unit === null || fields.submittingUnit === unit) &&
    (cause === null || fields.cause === cause) &&
    (dueFrom === null || (due !== null && due >= dueFrom)) &&
    (dueTo === null || (due !== null && due <= dueTo)) &&
    (!overdue || (due !== null && due < TODAY)) &&
    ((issuedFrom === null && issuedTo === null && opinionType === null) ||
      issued.some(({ type, day: on }) => (opinionType === null || type === opinionType) && (issuedFrom === null || on >= issuedFrom) && (issuedTo === null || on <= issuedTo))) &&
    (amountFrom === null || (row.amount !== null && row.amount >= amountFrom)) &&
    (amountTo === null || (row.amount !== null && row.amount <= amountTo)) &&
    (round === null || row.round === round) &&
    flags.every((flag) => fields.flags[flag])
  )
}

function reference({ filter, sort }: CaseListInput): string[] {
  const { states, actionKind, reviewerId, receivedFrom, receivedTo, text } = filter
  const value = (row: CaseRow, by: CaseSort): string | number =>
    by === 'amount' ? (row.amount ?? -1) : by === 'dueOn' ? (row.dueOn ?? '9999-12-31') : by === 'party' ? row.partyName : by === 'unit' ? row.submittingUnit : row[by]
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) : Buffer.compare(bytes(a), bytes(b))
  const direction = sort.descending ? -1 : 1
  return known
    .filter(({ row, text: of, ...one }) =>
      (states.length === 0 || states.includes(row.state)) &&
      (actionKind === null || row.actionKinds.includes(actionKind)) &&
      (reviewerId === null || row.reviewerId === reviewerId) &&
      (receivedFrom === null || row.receivedOn >= receivedFrom) &&
      (receivedTo === null || row.receivedOn <= receivedTo) &&
      matchesText(of, text) &&
      matchesLedger(one, row, filter),
    )
    .map(({ row }) => row)
    .sort((a, b) => direction * (compare(value(a, sort.by), value(b, sort.by)) || compare(a.id, b.id)))
    .map(({ id }) => id)
}

async function allPages(wanted: Wanted): Promise<{ ids: string[]; totals: { count: number; atLeast: boolean }[] }> {
  const [ids, totals]: [string[], { count: number; atLeast: boolean }[]] = [[], []]
  let { after } = inputOf(wanted)
  do {
    const page = await station.as('head').call('cases.list', inputOf({ ...wanted, after }))
    ids.push(...page.rows.map(({ id }) => id))
    totals.push(page.total)
    after = page.next
  } while (after !== null)
  return { ids, totals }
}

/** One of them now and then: all at once would leave nothing. */
const NARROW = {
  unit: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('执法一大队', '法规科', '没有这个机构') }),
  cause: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('违法排污', '拒绝检查') }),
  handlerId: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('handler', 'handler2') }),
  dueFrom: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('2026-02-10', '2026-11-20') }),
  dueTo: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('2026-02-10', '2026-11-20') }),
  overdue: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  issuedFrom: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('2026-01-01', '2026-05-15') }),
  issuedTo: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('2026-05-15', '2026-12-28') }),
  opinionType: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...TYPES) }),
  amountFrom: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(0, 100, 5000.5) }),
  amountTo: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(0, 100, 5000.5) }),
  round: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(1, 2, 3) }),
  flags: fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...CASE_FLAGS), { maxLength: 2 }) }),
}

const filters = fc.record({
  states: fc.uniqueArray(fc.constantFrom<CaseState>('received', 'underReview', 'issued', 'withdrawn', 'archived'), { maxLength: 3 }),
  actionKind: fc.option(fc.constantFrom(...ACTION_KINDS)),
  reviewerId: fc.option(fc.constantFrom('reviewer', 'reviewer2', 'head')),
  receivedFrom: fc.option(fc.constantFrom('2025-01-01', '2025-09-15', '2026-06-01', '2026-12-20')),
  receivedTo: fc.option(fc.constantFrom('2025-01-10', '2025-09-15', '2026-06-01', '2026-12-31')),
  ...NARROW,
  text: fc.constantFrom('', '', '', '碧波', '丰', '𠮷', '违法排污 万象', 'acme', '299号', '《、》', '没有的词', '小河'),
})

describe('paging', () => {
  it('all pages together are exactly what matches, in order, nothing twice, nothing left out', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...CASE_SORTS), fc.boolean(), fc.constantFrom(83, 200), async (filter, by, descending, size) => {
        const idOf = (login: string | null) => (login === null ? null : (station.ids.get(login) ?? null))
        const wanted = { filter: { ...filter, reviewerId: idOf(filter.reviewerId), handlerId: idOf(filter.handlerId) } as CaseListInput['filter'], sort: { by, descending }, size }
        const expected = reference(inputOf(wanted))
        const { ids, totals } = await allPages(wanted)
        expect(ids).toEqual(expected)
        for (const { count, atLeast } of totals) {
          if (atLeast) expect(count).toBeLessThanOrEqual(expected.length)
          else expect(count).toBe(expected.length)
        }
      }),
      { numRuns: 90, seed: 20260407 },
    )
  })

  it('any place of the whole list is the same rows, and the total is exact', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...CASE_SORTS), fc.boolean(), fc.nat(), async (filter, by, descending, anywhere) => {
        const idOf = (login: string | null) => (login === null ? null : (station.ids.get(login) ?? null))
        const narrowed = { ...filter, reviewerId: idOf(filter.reviewerId), handlerId: idOf(filter.handlerId) } as CaseListInput['filter']
        const expected = reference(inputOf({ filter: narrowed, sort: { by, descending } }))
        const head = station.as('head')
        const offset = 1 + (expected.length === 0 ? 0 : anywhere % expected.length)
        const page = await head.call('cases.list', { ...inputOf({ filter: narrowed, sort: { by, descending } }), offset, size: 50 })
        expect(page.rows.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 50))
        expect(page.total).toEqual({ count: expected.length, atLeast: false })
        expect(await head.call('cases.total', { filter: narrowed, sort: { by, descending } })).toEqual({ count: expected.length })
      }),
      { numRuns: 60, seed: 20261122 },
    )
  })

  it('after a case has changed, a place in the list is of the changed list', async () => {
    const head = station.as('head')
    const sort = { by: 'updatedAt', descending: true } as const
    const at = (offset: number) => head.call('cases.list', { ...inputOf({ sort }), offset, size: 2 })
    const [before] = (await at(1)).rows
    const caseId = (await head.call('cases.register', { fields: caseFields({ title: '刚刚登记的案件' }) })).caseId
    expect((await at(0)).rows[0]?.id).toBe(caseId)
    expect((await at(2)).rows[0]?.id).toBe(before?.id)
    station.workstation.workbench.withoutAudit('test', (writer) => {
      writer.run('DROP TRIGGER ledger_entries_no_delete')
      for (const table of ['case_kinds', 'case_handlers', 'case_marks', 'case_judgements', 'law_uses', 'ledger_entries', 'rounds', 'clock_stale', 'clock_dues']) writer.run(`DELETE FROM ${table} WHERE case_id = ?`, caseId)
      writer.run('DROP TRIGGER cases_no_delete')
      writer.run('DELETE FROM cases WHERE id = ?', caseId)
    })
  })

  it('shows each row as it is stored', async () => {
    const { rows } = await station.as('head').call('cases.list', inputOf({ filter: { text: '万象' }, size: 50 }))
    const stored = new Map(known.map(({ row }) => [row.id, row]))
    expect(rows).toEqual(rows.map(({ id }) => stored.get(id)))
  })

  it('tells how many there are without a filter, on every page', async () => {
    const { totals } = await allPages({ size: 200 })
    for (const { count, atLeast } of totals) expect(atLeast ? count <= MANY && count >= 1000 : count === MANY).toBe(true)
  })

  it('a cursor that fits nothing ends the list, and one of the wrong kind does no harm', async () => {
    const { id } = known[0]?.row ?? { id: '' }
    for (const value of [null, 5, '', '\u{10ffff}', -1e300, "'; DROP TABLE cases; --"]) {
      const page = await station.as('head').call('cases.list', { ...inputOf({}), after: { value, id } })
      expect(page.rows.length).toBeLessThanOrEqual(200)
    }
  })
})

describe('search', () => {
  it.each([
    ['丰', 1],
    ['𠮷', 1],
    ['碧波', 2],
    ['acme', 4],
    ['ＡＣＭＥ', 4],
    ['3', 1],
    ['排污案', 3],
  ])('finds %s, a word of %d', async (text) => {
    const expected = reference(inputOf({ filter: { text } }))
    expect(expected.length).toBeGreaterThan(0)
    expect((await allPages({ filter: { text } })).ids).toEqual(expected)
  })

  it.each(['"', '*', 'AND', 'NEAR(', '碧波" OR "万象', "'", '^碧', 'words:碧波', '()', '\\'])('takes %s as words, not as a query', async (text) => {
    const { ids } = await allPages({ filter: { text } })
    expect(ids).toEqual(reference(inputOf({ filter: { text } })))
  })

  it('every character of a text finds it, and every pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙丙Ab1 、'), minLength: 1, maxLength: 12 }), (text) => {
        const words = bigramWords(text).split(' ')
        for (const run of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
          for (const character of run) expect(words.some((word) => word.startsWith(character))).toBe(true)
        }
      }),
    )
  })
})

describe('query plans', () => {
  const FILTERS: readonly (readonly [name: string, filter: Partial<CaseListInput['filter']>])[] = [
    ['nothing', {}],
    ['a big state', { states: ['issued'] }],
    ['a small state', { states: ['withdrawn'] }],
    ['several states', { states: ['issued', 'received'] }],
    ['a big kind', { actionKind: 'penalty' }],
    ['a small kind', { actionKind: 'inspection' }],
    ['a reviewer', { reviewerId: 'reviewer' as never }],
    ['a reviewer of few', { reviewerId: 'reviewer2' as never }],
    ['from a day', { receivedFrom: '2025-02-01' as IsoDate }],
    ['to a day', { receivedTo: '2025-01-05' as IsoDate }],
    ['a span', { receivedFrom: '2025-02-01' as IsoDate, receivedTo: '2026-10-01' as IsoDate }],
    ['a rare word', { text: '299号' }],
    ['a common word', { text: '案' }],
    ['state and word', { states: ['issued'], text: '万象' }],
    ['state and kind', { states: ['issued'], actionKind: 'penalty' }],
    ['reviewer, state, span', { reviewerId: 'reviewer' as never, states: ['issued'], receivedFrom: '2025-02-01' as IsoDate }],
    ['a unit', { unit: '执法一大队' }],
    ['a cause', { cause: '违法排污' }],
    ['a handler', { handlerId: 'handler' as never }],
    ['due', { dueFrom: '2026-02-10' as IsoDate }],
    ['overdue', { overdue: true }],
    ['issued', { issuedFrom: '2026-02-10' as IsoDate }],
    ['a type of opinion', { opinionType: 'T-OK' }],
    ['a type of opinion in a span', { opinionType: 'T-OK', issuedFrom: '2026-02-10' as IsoDate, issuedTo: '2026-03-10' as IsoDate }],
    ['an amount', { amountFrom: 100, amountTo: 5001 }],
    ['a round', { round: 2 }],
    ['flags', { flags: ['majorRights', 'hearingHeld'] }],
    ['red cases', { red: true }],
    ['all of them', { states: ['issued'], actionKind: 'penalty', reviewerId: 'reviewer' as never, receivedFrom: '2025-02-01' as IsoDate, receivedTo: '2026-11-01' as IsoDate, text: '排污' }],
  ]
  const cells = FILTERS.flatMap(([name, filter]) => CASE_SORTS.flatMap((by) => [true, false].map((descending) => [name, by, descending, filter] as const)))

  it.each([false, true])('no list page scans a table, for any filter and sort (statistics gathered: %s)', (analysed) => {
    const { reader } = station.workstation.workbench
    const database = connect(databasePath(station.folder), station.dataKey, 'write')
    try {
      if (analysed) database.exec('ANALYZE')
      for (const [name, by, descending, filter] of cells) {
        const idOf = (login: string | null | undefined) => (login === undefined || login === null ? null : (station.ids.get(login) ?? null))
        const narrowed = { ...filter, reviewerId: idOf(filter.reviewerId), handlerId: idOf(filter.handlerId) }
        for (const after of [null, { value: by === 'amount' ? 100 : '2026-01-01', id: known[0]?.row.id as CaseId }]) {
          const query = listQuery(reader, inputOf({ filter: narrowed, sort: { by, descending }, after, size: 50 }))
          const plan = database.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(...query.values) as { detail: string }[]
          const scans = plan.map(({ detail }) => detail).filter((detail) => /^SCAN (?!.*(USING|VIRTUAL TABLE INDEX))/.test(detail))
          expect([name, by, descending, scans]).toEqual([name, by, descending, []])
          const whole = orderQuery(reader, inputOf({ filter: narrowed, sort: { by, descending } }))
          const walk = database.prepare(`EXPLAIN QUERY PLAN ${whole.sql}`).all(...whole.values) as { detail: string }[]
          expect([name, by, walk.map(({ detail }) => detail).filter((detail) => /^SCAN (?!.*(USING|VIRTUAL TABLE INDEX))/.test(detail))]).toEqual([name, by, []])
          // a walk in the order of the sort needs no sorting; a sort is only for the few
          const walks = plan.some(({ detail }) => detail.startsWith('SCAN c USING'))
          const sorts = plan.some(({ detail }) => detail.includes('USE TEMP B-TREE FOR ORDER BY'))
          expect([name, by, descending, walks && sorts]).toEqual([name, by, descending, false])
        }
      }
    } finally {
      if (analysed) database.exec('DROP TABLE IF EXISTS sqlite_stat1')
      database.close()
    }
  })

  it('counting by state and by due day scans no table either', () => {
    const { reader } = station.workstation.workbench
    const plans = [
      'SELECT state, count(*) AS n FROM cases GROUP BY state',
      "SELECT count(*) AS n FROM cases WHERE due_on < '2026-01-01'",
      "SELECT count(*) AS n FROM cases WHERE reviewer_id = 'x' AND state IN ('assigned', 'underReview')",
    ].flatMap((sql) => reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`))
    for (const { detail } of plans) expect(detail).toMatch(/USING (COVERING )?INDEX/)
  })
})

describe('the whole order, made in steps', () => {
  const aside = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  it('is the order of one query, for any sort, while others are answered between the steps', async () => {
    const { reader } = station.workstation.workbench
    const FILTERS: Partial<CaseListInput['filter']>[] = [{}, { states: ['issued'] }, { text: '排污' }, { flags: ['majorRights'] }, { round: 2 }]
    for (const filter of FILTERS) {
      for (const by of CASE_SORTS) {
        const asked = inputOf({ filter, sort: { by, descending: by === 'dueOn' } })
        const { sql, values } = orderQuery(reader, asked)
        const work = { made: false, turns: 0 }
        const making = prepareOrder(reader, asked, undefined, 700).then(() => (work.made = true))
        for (; !work.made; work.turns += 1) await aside()
        await making
        const order = caseOrder(reader, asked)
        expect([by, filter, [...order]]).toEqual([by, filter, reader.numbers(sql, ...values)])
        // as many pauses as there are full steps
        expect(work.turns).toBeGreaterThanOrEqual(Math.floor(order.length / 700) - 1)
      }
    }
  })

  it('begins anew when something is written meanwhile', async () => {
    const { reader } = station.workstation.workbench
    const asked = inputOf({ sort: { by: 'fileNumber', descending: true } })
    const making = prepareOrder(reader, asked, undefined, 700)
    await aside()
    await station.as('head').call('cases.register', { fields: caseFields({ title: '其间登记案', fileNumber: '其间登记' }) })
    await making
    const { sql, values } = orderQuery(reader, asked)
    expect([...caseOrder(reader, asked)]).toEqual(reader.numbers(sql, ...values))
  })
})

describe('one edits while another lists', () => {
  it('the list is always a state that was there: never half an act', async () => {
    const head = station.as('head')
    const { caseId } = await head.call('cases.register', { fields: caseFields({ title: '同时编辑案' }) })
    const writes = Array.from({ length: 30 }, (_, index) => () =>
      head.call('cases.update', { caseId, expectedVersion: index + 1, fields: caseFields({ title: `同时编辑案${index}`, fileNumber: `号${index}` }) }),
    )
    const seen: { title: string; fileNumber: string }[] = []
    const editing = (async () => {
      for (const write of writes) await write()
    })()
    while (seen.length < 60) {
      const { rows } = await station.as('reviewer').call('cases.list', inputOf({ filter: { text: '同时编辑' }, size: 5 }))
      expect(rows).toHaveLength(1)
      seen.push(...rows.map(({ title, fileNumber }) => ({ title, fileNumber })))
    }
    await editing
    for (const { title, fileNumber } of seen.filter(({ title }) => title !== '同时编辑案')) {
      expect(fileNumber).toBe(`号${title.replace('同时编辑案', '')}`)
    }
    const { rows } = await head.call('cases.list', inputOf({ filter: { text: '同时编辑案29' }, size: 5 }))
    expect(rows.map(({ title }) => title)).toEqual(['同时编辑案29'])
  })
})
