/** A station with thousands of cases for tests of their list, what they are read past the list, and how a page is asked for. */
import type { CaseFields, CaseRow } from '../../../src/shared/cases/case.ts'
import { EMPTY_CASE_FILTER } from '../../../src/shared/cases/case-filter.ts'
import { caseListInputSchema, type CaseListInput } from '../../../src/shared/cases/contract.ts'
import type { CaseState } from '../../../src/shared/cases/state-machine-terms.ts'
import { isoInstant, type CaseId } from '../../../src/shared/values/values.ts'
import { insertCase } from '../../../src/main/cases/case-record.ts'
import type { Writer } from '../../../src/main/store/database.ts'
import { caseFields } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { v7 as uuidv7 } from 'uuid'

export const MANY = 5000
/** Uneven, as in life: some filters leave more cases than are sorted at once, others few. */
const STATES: readonly CaseState[] = ['received', 'received', 'underReview', 'issued', 'issued', 'issued', 'issued', 'withdrawn']
const PARTIES = ['碧波印染', '长风建材', '万象网吧', '𠮷野家餐饮', '红运烟花', 'Ａｃｍｅ化工', '丰', '大河、小河']

export interface Known {
  readonly row: CaseRow
  readonly text: string
  readonly fields: CaseFields
  /** Type and local day of each issued opinion. */
  readonly issued: readonly { readonly type: string; readonly day: string }[]
}
/** What is said to be searched of a registered case. */
const wordsOf = ({ title, cause, fileNumber, party, submittingUnit }: CaseFields, opinionNumber: string): string =>
  [title, cause, fileNumber, party.name, party.code, submittingUnit, opinionNumber].join('\n')

/** The same every run. */
const chance = ((seed) => () => ((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31), seed / 2 ** 31))(7)
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item
const day = (year: number) => `${year}-${String(1 + Math.floor(chance() * 12)).padStart(2, '0')}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`

function someFields(station: TestStation, index: number): CaseFields {
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

export const TYPES = ['T-OK', 'T-COND', 'T-REJ'] as const

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

/** A station with {@link MANY} cases, as acts would have left them. */
export async function listedCases(): Promise<TestStation> {
  const station = await createTestStation()
  const { workbench } = station.workstation
  const reviewers = ['reviewer', 'reviewer2'].map((login) => station.ids.get(login))
  workbench.withoutAudit('test', (writer) => {
    for (let index = 0; index < MANY; index += 1) {
      const id = uuidv7() as CaseId
      const at = isoInstant(new Date(Date.UTC(2026, 0, 1, 0, index % 1000)))
      insertCase(writer, { id, fields: someFields(station, index), state: 'received', createdBy: '', at })
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
  return station
}
/** Read past the list: row by row, so that the reference owes nothing to the code under test. */
export function everything(station: TestStation): Known[] {
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

export interface Wanted {
  readonly filter?: Partial<CaseListInput['filter']>
  readonly sort?: CaseListInput['sort']
  readonly after?: CaseListInput['after']
  readonly size?: number
}

export function inputOf({ filter, sort, after, size }: Wanted): CaseListInput {
  return caseListInputSchema.parse({ filter: { ...EMPTY, ...filter }, sort: sort ?? SORT, after: after ?? null, size: size ?? 200 })
}
