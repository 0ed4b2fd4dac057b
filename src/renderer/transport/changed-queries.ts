/** Which remembered answers an event of the core makes stale. Pure. */
import type { CoreEvent } from '../../shared/contract/reply.ts'

/** Methods whose answers a subject has a part in: whole features (`cases.`) or single methods (`cases.get`). */
const READS_OF: Readonly<Record<CoreEvent['subject'], readonly string[]>> = {
  station: ['station.', 'catalogue.', 'export.'],
  people: ['people.', 'session.', 'assignment.'],
  cases: ['cases.', 'opinion.numbers'],
  case: ['cases.', 'intake.', 'assignment.', 'checklist.', 'opinion.'],
  materials: ['cases.get', 'cases.history', 'intake.', 'checklist.'],
  answers: ['checklist.', 'opinion.', 'cases.get', 'cases.history'],
  opinion: ['opinion.', 'cases.', 'checklist.'],
  audit: ['audit.', 'cases.history'],
  session: ['session.'],
}

function caseOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('caseId' in input)) return undefined
  return typeof input.caseId === 'string' ? input.caseId : undefined
}

/**
 * `key` is `[method, input]`. An answer about one case is left alone when the event names another case; lists and
 * counts, which name none, are asked again.
 */
export function isTouchedBy(key: readonly unknown[], event: CoreEvent): boolean {
  const [method, input] = key
  if (typeof method !== 'string') return false
  if (!READS_OF[event.subject].some((part) => (part.endsWith('.') ? method.startsWith(part) : method === part))) return false
  const askedFor = caseOf(input)
  if (event.id === undefined || askedFor === undefined) return true
  const namesCase = event.subject === 'case' || event.subject === 'answers' || event.subject === 'opinion' || event.subject === 'materials'
  return !namesCase || event.id === askedFor
}
