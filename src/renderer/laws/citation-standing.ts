/** What became of checking one citation of a case (核对结果). */
import type { CaseFields } from '../../shared/cases/case.ts'
import type { ResolvedCitation } from '../../shared/laws/contract.ts'

export const WEIGHTS = ['wrong', 'weigh', 'unsure'] as const
export type Weight = (typeof WEIGHTS)[number]

export interface CitationStanding {
  /** The gravest of what is known against it; null where it was checked and nothing is. */
  readonly weight: Weight | null
  /** Nothing is known against it, but without the text of the law its paragraph and item could not be counted. */
  readonly unread: boolean
}

export function standingOf(citation: CaseFields['citations'][number], { law, version, troubles }: ResolvedCitation): CitationStanding {
  const gravest = WEIGHTS.find((weight) => troubles.some((one) => one.weight === weight)) ?? null
  const plain = citation.paragraph === '' && citation.item === ''
  const unread = gravest === null && (law === null || version === null) && !plain
  return { weight: unread ? 'unsure' : gravest, unread }
}

/** How many citations stand in each way; what each line says is what is counted. */
export function countStandings(standings: readonly CitationStanding[]): Record<Weight, number> {
  const count = (weight: Weight): number => standings.filter((one) => one.weight === weight).length
  return { wrong: count('wrong'), weigh: count('weigh'), unsure: count('unsure') }
}
