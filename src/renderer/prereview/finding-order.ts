/** Findings as the screens sort and count them: which are open, by question and heading, what comes next. Pure. */
import type { Severity } from '../../shared/catalogue/vocabulary.ts'
import type { DecidedFinding } from '../../shared/prereview/contract.ts'

/** Waits for a decision of the officer. */
export function isOpen({ decision, stillFound }: DecidedFinding): boolean {
  return decision === null && stillFound
}

/** `3.8` belongs to the third heading. */
export function headingNumber(questionId: string): number {
  return Number(questionId.split('.')[0])
}

export function byQuestion(findings: readonly DecidedFinding[]): ReadonlyMap<string, readonly DecidedFinding[]> {
  const groups = new Map<string, DecidedFinding[]>()
  for (const one of findings) groups.set(one.finding.questionId, [...(groups.get(one.finding.questionId) ?? []), one])
  return groups
}

/** How many wait for a decision, by the number of the heading. */
export function openByHeading(findings: readonly DecidedFinding[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { finding } of findings.filter(isOpen)) {
    const heading = headingNumber(finding.questionId)
    counts.set(heading, (counts.get(heading) ?? 0) + 1)
  }
  return counts
}

export interface FindingFilter {
  /** Only what waits for a decision. */
  readonly onlyOpen: boolean
  readonly severity: Severity | null
}

export function filtered(findings: readonly DecidedFinding[], { onlyOpen, severity }: FindingFilter): readonly DecidedFinding[] {
  return findings.filter((one) => (!onlyOpen || isOpen(one)) && (severity === null || one.finding.severity === severity))
}

/** Groups in the order of the headings; the order within a group stays. */
export function byHeading(findings: readonly DecidedFinding[]): readonly { readonly heading: number; readonly findings: readonly DecidedFinding[] }[] {
  const groups = new Map<number, DecidedFinding[]>()
  for (const one of findings) {
    const heading = headingNumber(one.finding.questionId)
    groups.set(heading, [...(groups.get(heading) ?? []), one])
  }
  return [...groups].toSorted(([one], [other]) => one - other).map(([heading, of]) => ({ heading, findings: of }))
}

/**
 * The open finding `step` further on in the order of the headings, from the other end again after the last; null where
 * none is open. Decided on in between, the current one still tells where to go on.
 */
export function stepFinding(findings: readonly DecidedFinding[], current: string | null, step: 1 | -1): DecidedFinding | null {
  const all = byHeading(findings).flatMap((group) => group.findings)
  const at = all.findIndex(({ finding }) => finding.key === current)
  const start = at < 0 ? (step === 1 ? -1 : all.length) : at
  for (let tried = 1; tried <= all.length; tried += 1) {
    const one = all[(start + step * tried + all.length * 2) % all.length]
    if (one !== undefined && isOpen(one)) return one
  }
  return null
}
