/**
 * Judgements on cases that the list is narrowed by (台账按判定结果筛选): triggers of a major decision by the catalogue,
 * undecided findings of the pre-review. The store notes whose judgement is due; it is made when a list asks for it, or
 * by itself a while after the station was opened.
 */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import { ANY_TRIGGER, type CaseFilter } from '../../shared/cases/case-filter.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import type { Workbench } from '../core/handler.ts'
import { undecidedIn } from '../prereview/decision-record.ts'
import { runInTurns } from '../prereview/running.ts'
import { storedCaseFile } from '../prereview/stored-case-file.ts'
import type { Writer } from '../store/database.ts'
import { metTriggers } from './case-facts.ts'
import { requireCase } from './case-record.ts'

type Desk = Pick<Workbench, 'reader' | 'catalogue' | 'station' | 'today' | 'withoutAudit'>

/** Cases that one step judges: some ten milliseconds. */
const STEP = 200
/** How long a list waits for the findings of cases that changed; what is left comes by itself. Milliseconds. */
const WAIT = 1500

/** Whose findings still wait for somebody. */
const OPEN: readonly CaseState[] = ['received', 'returned', 'accepted', 'assigned', 'underReview', 'supplementing', 'drafted', 'approved']

const TRIGGER = 'trigger/'
const UNDECIDED = 'finding'

interface DueCase {
  readonly id: CaseId
  readonly fields: string
  readonly kept: string | null
}

/** Where sector, division or catalogue changed, the cases that they decide about are due again. */
function noteChange({ reader, catalogue, station, withoutAudit }: Desk): void {
  const { sector, divisionCode } = station()
  const now = { catalogue: catalogue.version.contentHash, place: JSON.stringify([sector, divisionCode]) }
  const before = reader.get<{ catalogue: string; place: string }>('SELECT catalogue, place FROM judged_under')
  if (before?.catalogue === now.catalogue && before.place === now.place) return
  withoutAudit('cases.judge', (writer) => {
    // what was accepted is judged under the catalogue that it was accepted under
    const which = before === undefined || before.place !== now.place ? '' : 'JOIN rounds r ON r.case_id = c.id AND r.round = c.round WHERE r.catalogue_version IS NULL'
    writer.run(`INSERT OR IGNORE INTO triggers_to_judge (case_id) SELECT c.id FROM cases c ${which}`)
    writer.run('INSERT OR REPLACE INTO judged_under (only_one, catalogue, place) VALUES (1, ?, ?)', now.catalogue, now.place)
  })
}

function replaceMarks(writer: Writer, caseId: CaseId, marks: readonly string[]): void {
  writer.run("DELETE FROM case_judgements WHERE case_id = ? AND mark >= 'trigger/' AND mark < 'trigger0'", caseId)
  for (const mark of new Set(marks)) writer.run('INSERT INTO case_judgements (mark, case_id) VALUES (?, ?)', mark, caseId)
}

function marksOf(desk: Desk, catalogue: Catalogue, { fields }: DueCase): string[] {
  // what stands in the store was checked when it came in
  const { isMajor, triggers } = metTriggers(catalogue, JSON.parse(fields) as CaseFields, desk.station())
  return [...triggers.map(({ id }) => `${TRIGGER}${id}`), ...(isMajor ? [`${TRIGGER}${ANY_TRIGGER}`] : [])]
}

/** Answers when every case is judged, or `mayGoOn` says no. `rest` is waited for between steps. */
export async function judgeTriggers(desk: Desk, mayGoOn: () => boolean, rest: () => Promise<void>): Promise<void> {
  noteChange(desk)
  while (mayGoOn()) {
    const due = desk.reader.all<DueCase>(
      `SELECT c.id, c.fields, r.catalogue_version AS kept FROM triggers_to_judge t CROSS JOIN cases c ON c.id = t.case_id
       LEFT JOIN rounds r ON r.case_id = c.id AND r.round = c.round LIMIT ${STEP}`,
    )
    if (due.length === 0) return
    const judged = due.map((one) => ({ id: one.id, marks: marksOf(desk, catalogueOfRound(desk.reader, desk.catalogue, one.kept), one) }))
    desk.withoutAudit('cases.judge', (writer) => {
      for (const { id, marks } of judged) {
        replaceMarks(writer, id, marks)
        writer.run('DELETE FROM triggers_to_judge WHERE case_id = ?', id)
      }
    })
    await rest()
  }
}

/** Writes down whether a case has findings that nobody decided. Nothing is written where that is known. */
export function noteUndecided({ reader, withoutAudit }: Pick<Desk, 'reader' | 'withoutAudit'>, caseId: CaseId, undecided: number): void {
  const known = reader.get('SELECT 1 FROM case_judgements WHERE mark = ? AND case_id = ?', UNDECIDED, caseId) !== undefined
  const due = reader.get('SELECT 1 FROM findings_to_count WHERE case_id = ?', caseId) !== undefined
  if (known === undecided > 0 && !due) return
  withoutAudit('cases.judge', (writer) => {
    writer.run('DELETE FROM findings_to_count WHERE case_id = ?', caseId)
    writer.run('DELETE FROM case_judgements WHERE mark = ? AND case_id = ?', UNDECIDED, caseId)
    if (undecided > 0) writer.run('INSERT INTO case_judgements (mark, case_id) VALUES (?, ?)', UNDECIDED, caseId)
  })
}

/** Runs the pre-review on what changed since it ran, the newest first, one case at a time. */
export async function countFindings(desk: Desk, mayGoOn: () => boolean, rest: () => Promise<void>): Promise<void> {
  while (mayGoOn()) {
    const due = desk.reader.get<{ id: CaseId; state: CaseState }>(
      'SELECT c.id, c.state FROM findings_to_count f CROSS JOIN cases c ON c.id = f.case_id ORDER BY f.case_id DESC LIMIT 1',
    )
    if (due === undefined) return
    // first, so that what changes while the rules run is due again
    desk.withoutAudit('cases.judge', (writer) => writer.run('DELETE FROM findings_to_count WHERE case_id = ?', due.id))
    let undecided = 0
    if (OPEN.includes(due.state)) {
      const record = requireCase(desk.reader, due.id)
      const { found } = await runInTurns(storedCaseFile(desk, record, record.round))
      if (desk.reader.get('SELECT 1 FROM findings_to_count WHERE case_id = ?', due.id) !== undefined) continue
      undecided = undecidedIn(desk.reader, record.id, record.round, found)
    }
    noteUndecided(desk, due.id, undecided)
    await rest()
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Makes the judgements that a filter asks for. */
export async function judgeFor(desk: Desk, { trigger, undecided }: Pick<CaseFilter, 'trigger' | 'undecided'>): Promise<void> {
  if (trigger !== null) await judgeTriggers(desk, () => true, nextTurn)
  const until = performance.now() + WAIT
  if (undecided) await countFindings(desk, () => performance.now() < until, nextTurn)
}

/** Milliseconds between two steps that nobody waits for. */
const REST = 30

/** Everything that is due, slowly. `mayGoOn` says no when the station is closed. */
export async function judgeAll(desk: Desk, mayGoOn: () => boolean): Promise<void> {
  const rest = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, REST).unref())
  await judgeTriggers(desk, mayGoOn, rest)
  await countFindings(desk, mayGoOn, rest)
}
