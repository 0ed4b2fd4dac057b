/** Which remembered answers an event of the core makes stale. Pure. */
import type { CoreEvent } from '../../shared/contract/reply.ts'

/** Methods whose answers a subject has a part in: whole features (`cases.`) or single methods (`cases.get`). */
const READS_OF: Readonly<Record<CoreEvent['subject'], readonly string[]>> = {
  station: ['station.', 'catalogue.', 'export.'],
  people: ['people.', 'session.', 'assignment.'],
  cases: ['cases.', 'opinion.numbers'],
  case: ['cases.', 'intake.', 'assignment.', 'checklist.', 'opinion.', 'prereview.', 'discretion.'],
  materials: ['cases.get', 'cases.history', 'intake.', 'checklist.', 'prereview.', 'discretion.'],
  answers: ['checklist.', 'opinion.', 'cases.get', 'cases.history'],
  opinion: ['opinion.', 'cases.', 'checklist.'],
  audit: ['audit.', 'cases.history'],
  session: ['session.'],
  reading: ['intake.', 'prereview.', 'cases.get', 'discretion.'],
  findings: ['prereview.'],
  laws: ['laws.', 'prereview.'],
  benchmarks: ['discretion.', 'prereview.'],
}

/**
 * `key` is `[method, input]`. The event's id is not looked at: one window shows one case at a time, and an answer that
 * nobody looks at is only marked, not asked for.
 */
export function isTouchedBy(key: readonly unknown[], event: CoreEvent): boolean {
  const [method] = key
  if (typeof method !== 'string') return false
  return READS_OF[event.subject].some((part) => (part.endsWith('.') ? method.startsWith(part) : method === part))
}
