/** Who may review a case (审核人资格): role, qualification, distance from the case. Every exclusion has its reason. */
import type { Credential } from '../people/contract.ts'
import type { Role } from '../people/roles.ts'
import type { IsoDate, PersonId } from '../values/values.ts'

/** Why somebody does not stand in the draw. */
export const EXCLUSION_REASONS = [
  /** Has not the role of reviewer (审核人). */
  'notReviewer',
  'inactive',
  /** Handles this case (本案承办人); SAMR-P 49, 农业 50, 医保 37, 内蒙古 27. */
  'handlesCase',
  /** Bears the name of a handler who was typed by name (与承办人同名); the same person until a head has said otherwise. */
  'handlersName',
  /** Recused from this case (回避); APL 43. */
  'recused',
  /** Reviews for the first time since the rule began and holds no legal professional qualification; APL 58 para 2. */
  'noQualification',
  /** Holds no qualification, and since when the person reviews is not known. */
  'reviewStartUnknown',
  /** Holds no qualification and reviewed before the rule began, but there is no proof of it. */
  'noProofOfEarlierReview',
  /** Is the reviewer whom this assignment replaces. */
  'replaced',
  /** Wrote the opinion that this re-review (复核) answers an objection to, and somebody else can answer it. */
  'wroteDisputed',
  /** Is the only head who could approve this case; reviewer and head are two people. */
  'onlyHead',
  /** Has more cases in hand than the band (工作量分档) of the least busy who could review takes in. Only in a draw. */
  'busier',
] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

/** What the rule looks at in a person. */
export interface ReviewerCandidate {
  readonly id: PersonId
  readonly roles: readonly Role[]
  readonly active: boolean
  readonly credentials: readonly Pick<Credential, 'kind' | 'validFrom' | 'validUntil'>[]
  /** The day the person first did legal review; null: not known, or never yet. */
  readonly reviewSince: IsoDate | null
  /** Proof of review work before the qualification was asked for is on file. */
  readonly hasProofOfEarlierReview: boolean
}

export interface CaseForDraw {
  readonly handlers: readonly PersonId[]
  /** Who bears a handler's name, and may be that handler. */
  readonly handlersNames: readonly PersonId[]
  readonly recused: readonly PersonId[]
  /** The reviewer who is replaced (变更审核人); null at a first assignment. */
  readonly replaced: PersonId | null
  /** The author of the opinion that is objected to, in the round that answers the objection; else null. */
  readonly disputed: PersonId | null
  /** The day of the draw: credentials must be valid on it. */
  readonly on: IsoDate
  /** Who first reviewed on or after this day needs the qualification (catalogue, `reviewerRules`); null: nobody does. */
  readonly qualificationFrom: IsoDate | null
}

export interface Eligibility {
  /** Sorted by id. */
  readonly eligible: readonly PersonId[]
  /** Sorted by id; reasons in the order of {@link EXCLUSION_REASONS}. */
  readonly excluded: readonly { readonly id: PersonId; readonly reasons: readonly ExclusionReason[] }[]
}

/**
 * Takes out of a draw who has more work than the others: with a band of `band` cases, who has at most that many more in
 * hand than the least busy stands in the draw. `band` null: work does not count. Somebody always stays in.
 */
export function withinBand({ eligible, excluded }: Eligibility, openCases: ReadonlyMap<PersonId, number>, band: number | null): Eligibility {
  if (band === null || eligible.length === 0) return { eligible, excluded }
  const casesOf = (id: PersonId): number => openCases.get(id) ?? 0
  const most = Math.min(...eligible.map(casesOf)) + band
  const busier = eligible.filter((id) => casesOf(id) > most)
  const all = [...excluded, ...busier.map((id) => ({ id, reasons: ['busier'] as const }))]
  return {
    eligible: eligible.filter((id) => casesOf(id) <= most),
    excluded: all.sort((one, other) => (one.id < other.id ? -1 : 1)),
  }
}

/** Divides people into those who stand in the draw and those who do not. The order of `people` does not matter. */
export function eligibilityOf(people: readonly ReviewerCandidate[], the: CaseForDraw): Eligibility {
  // the author answers an objection only where nobody else could, the present reviewer included
  const anyone: CaseForDraw = { ...the, disputed: null, replaced: null }
  const alone = !people.some((person) => person.id !== the.disputed && exclusionReasons(person, people, anyone).length === 0)
  const rule = alone ? { ...the, disputed: null } : the
  const judged = [...people]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((person) => ({ id: person.id, reasons: exclusionReasons(person, people, rule) }))
  return {
    eligible: judged.filter(({ reasons }) => reasons.length === 0).map(({ id }) => id),
    excluded: judged.filter(({ reasons }) => reasons.length > 0),
  }
}

function exclusionReasons(
  person: ReviewerCandidate,
  people: readonly ReviewerCandidate[],
  the: CaseForDraw,
): ExclusionReason[] {
  if (!person.roles.includes('reviewer')) return ['notReviewer']
  const reasons: ExclusionReason[] = []
  if (!person.active) reasons.push('inactive')
  if (the.handlers.includes(person.id)) reasons.push('handlesCase')
  if (the.handlersNames.includes(person.id)) reasons.push('handlersName')
  if (the.recused.includes(person.id)) reasons.push('recused')
  const unqualified = qualificationProblem(person, the.on, the.qualificationFrom)
  if (unqualified !== null) reasons.push(unqualified)
  if (the.replaced === person.id) reasons.push('replaced')
  if (the.disputed === person.id) reasons.push('wroteDisputed')
  if (canApprove(person, the) && !people.some((other) => other.id !== person.id && canApprove(other, the))) {
    reasons.push('onlyHead')
  }
  return reasons
}

function canApprove(person: ReviewerCandidate, the: CaseForDraw): boolean {
  const { id } = person
  const apart = [the.handlers, the.handlersNames, the.recused].every((keptOut) => !keptOut.includes(id))
  return person.roles.includes('head') && person.active && apart
}

/** The rule of APL art. 58 para 2 for one person on a day, asked of who first reviewed on or after `from`; null where it is met. */
export function qualificationProblem(
  person: Pick<ReviewerCandidate, 'credentials' | 'reviewSince' | 'hasProofOfEarlierReview'>,
  on: IsoDate,
  from: IsoDate | null,
): Extract<ExclusionReason, 'noQualification' | 'reviewStartUnknown' | 'noProofOfEarlierReview'> | null {
  if (from === null) return null
  const qualified = person.credentials.some(
    ({ kind, validFrom, validUntil }) =>
      kind === 'legalQualification' &&
      (validFrom === null || validFrom <= on) &&
      (validUntil === null || validUntil >= on),
  )
  if (qualified) return null
  if (person.reviewSince === null) return 'reviewStartUnknown'
  if (person.reviewSince >= from) return 'noQualification'
  return person.hasProofOfEarlierReview ? null : 'noProofOfEarlierReview'
}
