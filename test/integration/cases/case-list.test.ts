/** The list of cases: every page against a plain reference. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTION_KINDS, CASE_FLAGS } from '../../../src/shared/catalogue/vocabulary.ts'
import { CASE_SORTS, type CaseRow, type CaseSort } from '../../../src/shared/cases/case.ts'
import type { CaseListInput } from '../../../src/shared/cases/contract.ts'
import type { CaseState } from '../../../src/shared/cases/state-machine-terms.ts'
import { bigramWords } from '../../../src/shared/search/bigrams.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { caseFields } from '../../support/test-case.ts'
import type { TestStation } from '../../support/test-station.ts'
import { everything, inputOf, listedCases, MANY, TYPES, type Known, type Wanted } from './listed-cases.ts'

let station: TestStation
let known: Known[]
beforeAll(async () => {
  station = await listedCases()
  known = everything(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

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
