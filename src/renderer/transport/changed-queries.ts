/** Which remembered answers an event of the core makes stale. Pure. */
import type { CoreEvent } from '../../shared/contract/reply.ts'

/** Methods whose answers a subject has a part in: whole features (`cases.`) or single methods (`cases.get`). */
const READS_OF: Readonly<Record<CoreEvent['subject'], readonly string[]>> = {
  station: ['home.', 'station.', 'catalogue.', 'export.', 'timeline.', 'deadlines.', 'assignment.', 'ledger.list', 'ledger.overview', 'disclosure.', 'annualReport.', 'forms.', 'cases.', 'intake.', 'checklist.', 'opinion.', 'followup.', 'prereview.', 'statistics.'],
  people: ['home.', 'people.', 'session.', 'assignment.', 'transfer.', 'ledger.list', 'ledger.overview', 'cases.', 'checklist.', 'opinion.', 'followup.', 'timeline.', 'deadlines.', 'disclosure.', 'statistics.', 'accountability.', 'evaluation.'],
  cases: ['home.', 'cases.', 'opinion.numbers', 'laws.usedIn', 'discretion.get', 'deadlines.', 'disclosure.list', 'ledger.list', 'ledger.overview', 'annualReport.', 'statistics.'],
  case: ['home.', 'cases.', 'intake.', 'assignment.', 'checklist.', 'opinion.', 'prereview.', 'discretion.', 'timeline.', 'crossTable.', 'laws.usedIn', 'laws.checkCase', 'transfer.', 'deadlines.', 'followup.', 'disclosure.', 'statistics.', 'ledger.list', 'ledger.overview', 'annualReport.', 'forms.'],
  materials: ['home.', 'cases.get', 'cases.history', 'intake.', 'checklist.', 'prereview.', 'timeline.', 'crossTable.', 'laws.checkCase', 'discretion.', 'deadlines.', 'followup.', 'disclosure.get', 'forms.'],
  answers: ['checklist.', 'opinion.', 'cases.get', 'cases.history'],
  opinion: ['home.', 'opinion.', 'cases.', 'checklist.', 'timeline.', 'deadlines.', 'followup.', 'statistics.', 'ledger.list', 'ledger.overview', 'annualReport.', 'forms.'],
  audit: ['audit.', 'cases.history', 'accountability.get', 'accountability.chain'],
  session: ['session.'],
  reading: ['home.', 'intake.', 'prereview.', 'timeline.', 'crossTable.', 'laws.checkCase', 'cases.get', 'discretion.', 'deadlines.', 'followup.', 'disclosure.get', 'forms.'],
  places: ['intake.wordPlaces'],
  findings: ['prereview.'],
  laws: ['laws.', 'prereview.'],
  benchmarks: ['discretion.', 'prereview.'],
  phrases: ['phrases.'],
  backup: ['backup.'],
  evaluation: ['evaluation.', 'statistics.'],
  annualReport: ['annualReport.'],
  ledger: ['ledger.list', 'ledger.overview', 'ledger.pastImports', 'cases.list', 'cases.total'],
  registers: ['accountability.'],
  retention: ['accountability.', 'forms.'],
  transfer: ['transfer.', 'cases.get', 'cases.history', 'cases.list', 'cases.total', 'deadlines.', 'timeline.', 'ledger.list', 'ledger.overview', 'annualReport.', 'forms.', 'followup.', 'statistics.', 'home.'],
  clocks: ['home.'],
  disclosure: ['disclosure.', 'cases.history', 'forms.'],
}

/** Subjects whose id is a case's, and that say nothing of other cases. */
const OF_ONE_CASE: ReadonlySet<CoreEvent['subject']> = new Set(['materials', 'answers', 'reading', 'places', 'findings'])

/** The case that a read asks about; undefined where it is about none or about several. */
function caseOf(input: unknown): string | undefined {
  const caseId: unknown = typeof input === 'object' && input !== null && 'caseId' in input ? input.caseId : undefined
  return typeof caseId === 'string' ? caseId : undefined
}

/**
 * `key` is `[method, input]`. While the papers of one case are read, an event comes for each: what is shown of another
 * case is left alone.
 */
export function isTouchedBy(key: readonly unknown[], event: CoreEvent): boolean {
  const [method, input] = key
  if (typeof method !== 'string') return false
  const asked = caseOf(input)
  if (OF_ONE_CASE.has(event.subject) && event.id !== undefined && asked !== undefined && asked !== event.id) return false
  return READS_OF[event.subject].some((part) => (part.endsWith('.') ? method.startsWith(part) : method === part))
}
