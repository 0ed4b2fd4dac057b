/** Lays overlays over the base catalogue: pure, in the order given, each checked against what it changes. */
import { bothLanguages, problemSaid } from './both-languages.ts'
import { broken, CATALOGUE_PROBLEMS } from './broken.ts'
import type { Overlay, OverlayOperation } from './overlay.ts'
import {
  SUBJECT_SCHEMAS,
  type CatalogueContent,
  type CatalogueRows,
  type HiddenRow,
  type OverlayChange,
  type Subject,
} from './schema.ts'
import { tightened } from './tighten.ts'
import { FashenError } from '../errors/errors.ts'

/** What an overlay may add: the rest is the frame that code and documents rely on. */
const ADDABLE: readonly Subject[] = ['laws', 'sectors', 'questions', 'majorTriggers', 'materials', 'reviewLimits']

type Row = { readonly id: string }
interface Draft {
  readonly rows: Map<Subject, Row[]>
  readonly hidden: HiddenRow[]
  readonly changes: OverlayChange[]
}

function rowsOf(draft: Draft, subject: Subject): Row[] {
  const rows = draft.rows.get(subject)
  if (rows === undefined) throw new Error(`no rows of ${subject}`)
  return rows
}

function find(draft: Draft, overlay: Overlay, subject: Subject, id: string): { row: Row; index: number } {
  const index = rowsOf(draft, subject).findIndex((row) => row.id === id)
  const row = rowsOf(draft, subject)[index]
  if (row === undefined) throw broken(overlay.id, id, 'id', 'unknown')
  return { row, index }
}

/** Parses a row of an overlay; the error names the overlay, the row and the field. */
function parseRow(overlay: Overlay, subject: Subject, id: string, row: unknown): Row {
  const parsed = SUBJECT_SCHEMAS[subject].safeParse(row, { error: bothLanguages })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new FashenError('catalogue-broken', {
    file: overlay.id,
    row: id,
    field: issue?.path.join('.') ?? '',
    problem: issue === undefined ? CATALOGUE_PROBLEMS.missing : problemSaid(issue.message),
  })
}

function idIn(row: unknown): string {
  return typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '?'
}

function add(draft: Draft, overlay: Overlay, operation: Extract<OverlayOperation, { operation: 'add' }>): string {
  const { subject } = operation
  const id = idIn(operation.row)
  if (!ADDABLE.includes(subject)) throw broken(overlay.id, id, subject, 'overlay-subject')
  const row = parseRow(overlay, subject, id, operation.row)
  const hidden = draft.hidden.some((one) => one.subject === subject && one.id === row.id)
  if (hidden || rowsOf(draft, subject).some((one) => one.id === row.id)) {
    throw broken(overlay.id, row.id, 'id', 'duplicate')
  }
  rowsOf(draft, subject).push(row)
  return row.id
}

function tighten(draft: Draft, overlay: Overlay, operation: Extract<OverlayOperation, { operation: 'tighten' }>): void {
  const { subject, id } = operation
  const { row, index } = find(draft, overlay, subject, id)
  const changed = tightened(overlay.id, subject, row, operation)
  rowsOf(draft, subject)[index] = parseRow(overlay, subject, id, changed)
}

/** What stays whatever a place says: fatal questions, required materials, national flags, the default limit. */
function refusal(hidden: HiddenRow): 'overlay-hides-fatal' | 'overlay-hides-required' | undefined {
  if (hidden.subject === 'questions') return hidden.row.severity === 'F' ? 'overlay-hides-fatal' : undefined
  const stays =
    (hidden.subject === 'materials' && hidden.row.need === 'required') ||
    (hidden.subject === 'majorTriggers' && hidden.row.consequence === 'major') ||
    (hidden.subject === 'reviewLimits' && hidden.row.sector === null && hidden.row.region === null)
  return stays ? 'overlay-hides-required' : undefined
}

function hide(draft: Draft, overlay: Overlay, operation: Extract<OverlayOperation, { operation: 'hide' }>): void {
  const { subject, id, reason, source } = operation
  const { row, index } = find(draft, overlay, subject, id)
  const hidden = { subject, id, row, overlay: overlay.id, reason, source } as HiddenRow
  const problem = refusal(hidden)
  if (problem !== undefined) throw broken(overlay.id, id, 'operation', problem)
  rowsOf(draft, subject).splice(index, 1)
  draft.hidden.push(hidden)
}

function apply(draft: Draft, overlay: Overlay, operation: OverlayOperation): void {
  let id: string
  if (operation.operation === 'add') id = add(draft, overlay, operation)
  else {
    id = operation.id
    if (operation.operation === 'tighten') tighten(draft, overlay, operation)
    else hide(draft, overlay, operation)
  }
  draft.changes.push({ overlay: overlay.id, operation: operation.operation, subject: operation.subject, id })
}

/**
 * The catalogue with the overlays applied; the base is left as it is. Throws `catalogue-broken`, whose `file` is the
 * id of the overlay, where an operation names an unknown row, loosens, or hides what must stay.
 */
export function applyOverlays(base: CatalogueContent, overlays: readonly Overlay[]): CatalogueContent {
  const subjects = Object.keys(SUBJECT_SCHEMAS) as Subject[]
  const draft: Draft = {
    rows: new Map(subjects.map((subject) => [subject, [...base[subject]]])),
    hidden: [...base.hidden],
    changes: [...base.changes],
  }
  for (const overlay of overlays) {
    for (const operation of overlay.operations) apply(draft, overlay, operation)
  }
  // Every row in the map was parsed by the schema of its subject.
  const rows = Object.fromEntries(draft.rows) as unknown as CatalogueRows
  return { ...rows, title: base.title, hidden: draft.hidden, changes: draft.changes }
}
