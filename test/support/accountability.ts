/** What of an accountability page must never change: everything but today's names. */
import type { CaseAccountability } from '../../src/shared/accountability/accountability-page.ts'

export function postsOnly(page: CaseAccountability): unknown {
  return JSON.parse(JSON.stringify(page, (key, value: unknown) => (key === 'today' ? undefined : value)))
}
