/** Whether an overlay can be saved, and which open cases it would touch. Reads only. */
import { isDeepStrictEqual } from 'node:util'
import { bothLanguages, problemSaid } from '../../shared/catalogue/both-languages.ts'
import { CATALOGUE_PROBLEMS, type CatalogueProblem } from '../../shared/catalogue/broken.ts'
import { OVERLAY_SIZE_LIMIT, overlaySchema, type Overlay } from '../../shared/catalogue/overlay.ts'
import { SUBJECT_SCHEMAS, type Catalogue, type Question } from '../../shared/catalogue/schema.ts'
import type { OverlayCheck, OverlayEffect, OverlayProblem, TouchedCase } from '../../shared/catalogue/station-overlay.ts'
import { caseFieldsSchema, type CaseFields } from '../../shared/cases/case.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Station } from '../../shared/station/contract.ts'
import type { CaseId, IsoDate } from '../../shared/values/values.ts'
import { metTriggers, questionsFor } from '../cases/case-facts.ts'
import type { Workbench } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import { versionsOf } from './overlay-record.ts'

/** Cases that are listed by name; more are only counted. */
const LISTED = 100

type Desk = Pick<Workbench, 'reader' | 'catalogueInForce' | 'station' | 'today'>

export function checkOverlay(desk: Desk, text: string): OverlayCheck {
  const read = readOverlay(text)
  if (read.overlay === null) return { ...read, effect: null }
  const { overlay } = read
  const problems = [...versionProblems(desk.reader, overlay), ...addedRowProblems(overlay)]
  if (problems.length > 0) return { overlay, problems, effect: null }
  const on = overlay.validFrom > desk.today() ? overlay.validFrom : desk.today()
  try {
    const next = desk.catalogueInForce.candidate(overlay.id, overlay, on)
    const before = desk.catalogueInForce.candidate(overlay.id, keptOf(desk.reader, overlay.id), on)
    return { overlay, problems: [], effect: effectOf(desk, before, next, overlay.id, on) }
  } catch (error) {
    if (!FashenError.is(error, 'catalogue-broken')) throw error
    const { row, field, problem } = error.data
    return { overlay, problems: [{ operation: operationAbout(overlay, row), row, field, problem }], effect: null }
  }
}

/** The version that counts now, where it is not withdrawn. */
function keptOf(reader: Reader, overlayId: string): Overlay | null {
  const last = versionsOf(reader, overlayId)[0]
  return last?.state === 'active' ? last.overlay : null
}

function about(field: string, problem: CatalogueProblem): OverlayProblem {
  return { operation: null, row: '', field, problem: CATALOGUE_PROBLEMS[problem] }
}

function readOverlay(text: string): Pick<OverlayCheck, 'overlay' | 'problems'> {
  if (text.length > OVERLAY_SIZE_LIMIT) return { overlay: null, problems: [about('', 'overlay-too-large')] }
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { overlay: null, problems: [about('', 'overlay-not-json')] }
  }
  const parsed = overlaySchema.safeParse(given, { error: bothLanguages })
  if (parsed.success) return { overlay: parsed.data, problems: [] }
  return { overlay: null, problems: parsed.error.issues.map((issue) => problemOf(given, issue)) }
}

function problemOf(given: unknown, { path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): OverlayProblem {
  const operation = path[0] === 'operations' && typeof path[1] === 'number' ? path[1] : null
  const operations: unknown = Object(given).operations
  const one: unknown = operation === null || !Array.isArray(operations) ? undefined : operations[operation]
  const id: unknown = Object(Object(one).row).id ?? Object(one).id
  return {
    operation,
    row: typeof id === 'string' ? id : '',
    field: (operation === null ? path : path.slice(2)).map(String).join('.'),
    problem: problemSaid(message),
  }
}

/** The last operation on the row: what goes wrong after the first one does so because of the last. */
function operationAbout(overlay: Overlay, row: string): number | null {
  const index = overlay.operations.findLastIndex((one) => (one.operation === 'add' ? String(Object(one.row).id) : one.id) === row)
  return index < 0 ? null : index
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number)
}

function isHigher(next: string, before: string): boolean {
  const [left, right] = [numbersOf(next), numbersOf(before)]
  const differs = left.findIndex((part, index) => part !== right[index])
  return differs >= 0 && (left[differs] ?? 0) > (right[differs] ?? 0)
}

function* versionProblems(reader: Reader, overlay: Overlay): Generator<OverlayProblem> {
  const last = versionsOf(reader, overlay.id)[0]
  if (last !== undefined && !isHigher(overlay.version, last.overlay.version)) yield about('version', 'overlay-version')
}

/** Everything that is wrong with the rows that it adds, so that a form can show it all at once. */
function addedRowProblems({ operations }: Overlay): OverlayProblem[] {
  return operations.flatMap((one, operation) => {
    if (one.operation !== 'add') return []
    const parsed = SUBJECT_SCHEMAS[one.subject].safeParse(one.row, { error: bothLanguages })
    const row = String(Object(one.row).id ?? '')
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ operation, row, field: path.map(String).join('.'), problem: problemSaid(message) }))
  })
}

interface WaitingCase {
  readonly id: CaseId
  readonly title: string
  readonly state: CaseState
  readonly fields: string
}

/** Cases not accepted yet: the only ones that a change of the catalogue reaches. */
export function waitingCases(reader: Reader): { readonly id: CaseId; readonly title: string; readonly state: CaseState; readonly fields: CaseFields }[] {
  return reader
    .all<WaitingCase>("SELECT id, title, state, fields FROM cases WHERE state IN ('received', 'returned') ORDER BY received_on, id")
    .map((row) => ({ ...row, fields: caseFieldsSchema.parse(JSON.parse(row.fields)) }))
}

function effectOf({ reader, station }: Desk, before: Catalogue, next: Catalogue, overlayId: string, on: IsoDate): OverlayEffect {
  const here = station()
  const waiting = waitingCases(reader)
  const touched = waiting.flatMap((one) => {
    const changed = differenceFor(one.fields, here, on, [before, next])
    return changed === undefined ? [] : [{ caseId: one.id, title: one.title, state: one.state, ...changed }]
  })
  const kept = reader.get<{ n: number }>("SELECT count(*) AS n FROM cases WHERE state IN ('accepted', 'assigned', 'underReview', 'supplementing', 'drafted', 'approved')")
  return {
    on,
    changes: next.changes.filter((change) => change.overlay === overlayId),
    cases: touched.slice(0, LISTED),
    touched: touched.length,
    untouched: waiting.length - touched.length,
    kept: kept?.n ?? 0,
  }
}

export function askedQuestions(catalogue: Catalogue, fields: CaseFields, station: Station, on: IsoDate): readonly Question[] {
  return questionsFor(catalogue, fields, station, on).headings.flatMap(({ questions }) => questions)
}

const missingFrom = (all: readonly string[], other: readonly string[]): string[] => all.filter((id) => !other.includes(id))

function differenceFor(
  fields: CaseFields,
  station: Station,
  on: IsoDate,
  [before, next]: readonly [Catalogue, Catalogue],
): Omit<TouchedCase, 'caseId' | 'title' | 'state'> | undefined {
  const questions = (catalogue: Catalogue): ReadonlyMap<string, Question> =>
    new Map(askedQuestions(catalogue, fields, station, on).map((question) => [question.id, question]))
  const triggers = (catalogue: Catalogue): string[] => metTriggers(catalogue, fields, station).triggers.map(({ id }) => id)
  const [old, asked] = [questions(before), questions(next)]
  const [met, meets] = [triggers(before), triggers(next)]
  const changed = {
    gains: missingFrom([...asked.keys()], [...old.keys()]),
    loses: missingFrom([...old.keys()], [...asked.keys()]),
    stricter: [...asked].filter(([id, question]) => old.has(id) && !isDeepStrictEqual(old.get(id), question)).map(([id]) => id),
    triggersGained: missingFrom(meets, met),
    triggersLost: missingFrom(met, meets),
  }
  return Object.values(changed).some((ids) => ids.length > 0) ? changed : undefined
}
