/**
 * Errors that a user can meet. Each has a code, data of a fixed shape and a message in both languages
 * (`messages.ts`). Errors cross process borders as data: `toJson` and `fromJson` are inverse to each other.
 *
 * An unexpected exception is not one of these: it is logged in full where it happened and leaves the core only as
 * `internal`, with a reference that finds it in the log.
 */

/** What a message can show. Checked by hand: the first screen shows errors, and loads no library for it. */
interface Kinds {
  readonly text: string
  readonly count: number
  readonly names: readonly string[]
}
type Kind = keyof Kinds

/** The shape of an error's data. */
type DataShape = Readonly<Record<string, Kind>>

const text = 'text'
const count = 'count'
const names = 'names'

/** Every code with the shape of its data. An object literal, so a code written twice does not compile. */
export const ERROR_DATA = {
  // the contract
  'unknown-method': { method: text },
  'invalid-input': { method: text, field: text, problem: text },
  'not-signed-in': {},
  'not-allowed': { method: text, needs: names },
  'not-found': { subject: text, id: text },
  conflict: { subject: text, id: text, expected: count, actual: count },
  internal: { reference: text },
  'core-stopped': {},
  // the station and its store
  'station-locked-by-other': { folder: text, holder: text },
  'station-closed': {},
  'station-not-empty': { folder: text },
  'station-missing': { folder: text },
  'station-incomplete': { folder: text, missing: text },
  'folder-on-network': { folder: text, reason: text },
  'folder-cloud-synced': { folder: text, reason: text },
  'folder-not-writable': { folder: text, reason: text },
  'wrong-key': {},
  'weak-passphrase': { minimum: count },
  'store-newer': { found: count, supported: count },
  'store-foreign': { folder: text },
  'store-damaged': { detail: text },
  'store-gone': { folder: text },
  'disk-full': { what: text },
  'audit-broken': { seq: count, problem: text },
  // the catalogue
  'catalogue-broken': { file: text, row: text, field: text, problem: text },
  'overlay-refused': { row: text, field: text, problem: text },
  // backups
  'backup-target-missing': { folder: text },
  'backup-target-in-station': { folder: text },
  'backup-target-not-writable': { folder: text, reason: text },
  'backup-target-remote': { folder: text, reason: text },
  'backup-no-room': { folder: text, needed: count, free: count },
  'backup-interrupted': { folder: text, reason: text },
  'backup-not-whole': { detail: text },
  'backup-cancelled': {},
  'backup-running': {},
  // people
  'wrong-password': { remaining: count },
  'account-locked': { until: text },
  'weak-password': { minimum: count },
  'login-taken': { login: text },
  'last-administrator': {},
  // cases and materials
  'transition-refused': { action: text, state: text },
  'not-your-part': { action: text, needs: names },
  'not-ready': { action: text, missing: names },
  'case-not-editable': { state: text },
  'materials-incomplete': { missing: names },
  'file-empty': { name: text },
  'file-too-large': { name: text, size: count, limit: count },
  'file-unreadable': { name: text, reason: text },
  'not-a-picture': { name: text },
  'picture-too-large': { name: text, width: count, height: count },
  'file-is-folder': { name: text },
  'file-name-invalid': { name: text },
  'file-altered': { name: text },
  'file-not-staged': { name: text },
  /** A table in which no row could be read as a benchmark of discretion. */
  'benchmarks-none-found': { name: text },
  // an earlier ledger that is taken in
  'ledger-not-workbook': { name: text, format: text },
  'ledger-workbook-locked': { name: text },
  'ledger-workbook-broken': { name: text },
  'ledger-workbook-empty': { name: text },
  'ledger-sheet-too-long': { sheet: text, limit: count },
  'ledger-file-forgotten': {},
  'ledger-columns-unclear': {},
  'ledger-changed-meanwhile': {},
  'ledger-nothing-new': {},
  'ledger-import-withdrawn': {},
  // the transfer of a suspected crime
  'officer-not-eligible': { name: text, reason: text },
  // retention, destruction, registers
  'file-destroyed': { name: text, number: count, on: text },
  'destruction-refused': { problem: text, name: text },
  'register-nothing-to-import': { name: text },
  'register-key-taken': { key: text },
  // clocks and notices of days off
  'clock-unknown': {},
  'clock-not-running': {},
  /** The case is archived or withdrawn, and the clock does not outlive it. */
  'clock-case-over': { state: text },
  'extension-beyond-ladder': {},
  'extension-too-long': { most: count },
  'extension-too-late': { due: text },
  'exclusion-without-basis': {},
  'exclusion-outside': { start: text, due: text },
  'clock-day-wrong': { problem: text },
  'holiday-notice-refused': { year: text, place: text, problem: text },
  'holiday-notice-unbalanced': { year: text, days: count },
  // the annual report
  'annual-report-published': { year: text, day: text },
  'annual-report-day': { year: text, first: text, last: text },
  'annual-report-places': { places: names },
  'clock-set-back': { now: text, last: text },
  'moment-in-future': { moment: text, now: text },
  'moment-before-step': { moment: text, step: text, last: text },
  // assignment
  'no-eligible-reviewer': { excluded: names },
  'reviewer-not-eligible': { reason: text },
  'not-a-namesake': {},
  // checklist and opinion
  'answers-incomplete': { questions: names },
  'override-needs-reason': { questions: names },
  'opinion-incomplete': { missing: names },
  'opinion-issued': { number: text },
  'opinion-not-approved': {},
  'number-taken': { number: text },
  'same-person-signs-twice': {},
  'other-head-approved': { name: text },
  'evidence-removed': { questions: names },
  // what follows the opinion
  /** Numbers of problems that are not answered, answered twice, or not in the opinion. */
  'problems-unanswered': { numbers: names },
  'problems-not-corrected': { numbers: names },
  'feedback-is-objection': {},
  'decision-is-regular': {},
  /** Days. */
  'reply-day-too-late': { replyBy: text, latest: text },
  'decided-before-opinion': { decidedOn: text, issuedOn: text },
  'file-incomplete': { missing: names },
  'merge-refused': { title: text, why: text },
  'case-suspended': { since: text },
  // companion forms
  'form-not-yet': { form: text, wait: text },
  'form-not-yours': { form: text, side: text },
  /** Labels of required elements that nobody has seen to be lacking. */
  'form-lacks': { form: text, elements: names },
  'form-is-void': { form: text, at: text },
  'form-settings-refused': { form: text, where: text, problem: text, name: text },
  // disclosure of decisions
  'not-decided': {},
  'decision-changed': { on: text },
  'withholding-exists': {},
  'already-published': {},
  /** `problem`: see `marksProblem`, or `survives`; `words`: what was masked and still stands elsewhere. */
  'masks-unfit': { problem: text, words: names },
  'masking-approved': {},
  'four-eyes': {},
  // the evaluation of files
  'evaluation-standard-refused': { field: text, problem: text },
  'evaluation-sample-too-large': { wanted: count, there: count },
  'evaluator-barred': { reason: text },
  'evaluation-locked': {},
  'evaluation-not-signed': {},
  'evaluation-of-another': { name: text },
  /** Numbers of lines of the standard. */
  'evaluation-sheet-wrong': { lines: names },
  // documents
  'glyph-missing': { character: text, codePoint: text, place: text },
  'font-missing': { font: text },
  // signing
  'wrong-pkcs12-password': {},
  'pkcs12-unreadable': { reason: text },
  'pkcs12-no-key': {},
  'wrong-signing-password': {},
  'certificate-expired': { subject: text, notAfter: text },
  'certificate-not-yet-valid': { subject: text, notBefore: text },
  'key-kind-unsupported': { kind: text },
  'no-certificate': { person: text },
  'certificate-taken': { person: text },
  // export and verification
  'export-folder-invalid': { folder: text, reason: text },
  'not-a-pdf': { name: text },
  // the law library
  'law-folder-unreadable': { folder: text, reason: text },
  'law-import-running': { source: text },
  // the pre-review from a terminal
  'case-folder-absent': { path: text },
  'case-folder-unreadable': { path: text, reason: text },
  'case-folder-is-file': { path: text },
  'case-folder-empty': { path: text },
  'case-folder-wordless': { path: text },
} as const satisfies Record<string, DataShape>

export type ErrorCode = keyof typeof ERROR_DATA

export type ErrorData<Code extends ErrorCode> = {
  [Field in keyof (typeof ERROR_DATA)[Code]]: (typeof ERROR_DATA)[Code][Field] extends Kind
    ? Kinds[(typeof ERROR_DATA)[Code][Field]]
    : never
}

/** An error as it crosses a border: plain data. */
export interface ErrorJson {
  readonly code: ErrorCode
  readonly data: Readonly<Record<string, string | number | readonly string[]>>
}

export class FashenError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly data: ErrorData<Code>

  constructor(code: Code, data: ErrorData<Code>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options)
    this.name = 'FashenError'
    this.code = code
    this.data = data
  }

  toJson(): ErrorJson {
    return { code: this.code, data: this.data as ErrorJson['data'] }
  }

  static is<Wanted extends ErrorCode>(error: unknown, code: Wanted): error is FashenError<Wanted> {
    return error instanceof FashenError && (error.code as ErrorCode) === code
  }
}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind === 'names') return Array.isArray(value) && value.every((name) => typeof name === 'string')
  return typeof value === (kind === 'text' ? 'string' : 'number')
}

/** Rebuilds an error from data of another process; anything that does not parse becomes `internal`. */
export function errorFromJson(json: unknown): FashenError {
  const { code, data } = Object(json) as { readonly code?: unknown; readonly data?: unknown }
  if (typeof code === 'string' && Object.hasOwn(ERROR_DATA, code)) {
    const shape = Object.entries(ERROR_DATA[code as ErrorCode] as DataShape)
    const found = Object(data) as Readonly<Record<string, unknown>>
    if (shape.every(([field, kind]) => isOfKind(found[field], kind))) {
      const known = Object.fromEntries(shape.map(([field]) => [field, found[field]]))
      return new FashenError(code as ErrorCode, known as never)
    }
  }
  return new FashenError('internal', { reference: 'unreadable-error' })
}
