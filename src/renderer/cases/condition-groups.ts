/** The circumstances of a case (案件情形) in groups that a person can find their way in. */
import { CONDITION_KINDS, type ConditionKind } from '../../shared/catalogue/vocabulary.ts'

export type ConditionGroupId = 'power' | 'procedure' | 'evidence' | 'decision' | 'crime' | 'enforcement' | 'other'

const GROUPS: Record<Exclude<ConditionGroupId, 'other'>, readonly ConditionKind[]> = {
  power: ['delegated', 'townshipPower', 'concentratedPower', 'jurisdictionDispute', 'crossRegion', 'localCatalogue'],
  procedure: [
    'simpleProcedure',
    'hearingRight',
    'hearingHeld',
    'defenceMade',
    'collectiveDiscussion',
    'complex',
    'riskAssessed',
    'expertOpinion',
    'thirdParty',
    'resubmission',
  ],
  evidence: ['preservation', 'automaticMonitoring', 'sampling', 'copiesOrDigital', 'foreignEvidence', 'exhibits'],
  decision: ['discretionDeparted', 'mitigated', 'illegalGain', 'publication'],
  crime: [
    'suspectedCrime',
    'transferMade',
    'intellectualProperty',
    'notFiledByPolice',
    'reverseCase',
    'officialMisconduct',
  ],
  enforcement: [
    'measureTaken',
    'libertyRestricted',
    'dwelling',
    'illegalStructure',
    'substitutePerformance',
    'monetaryDuty',
    'executionAgreement',
    'auction',
  ],
}

export interface ConditionGroup {
  readonly id: ConditionGroupId
  readonly kinds: readonly ConditionKind[]
}

/** Every circumstance in exactly one group; one that is new to this list stands in `other`. */
export function conditionGroups(): readonly ConditionGroup[] {
  const named = Object.entries(GROUPS).map(([id, kinds]) => ({ id: id as ConditionGroupId, kinds }))
  const placed = new Set(named.flatMap((group) => group.kinds))
  const rest = CONDITION_KINDS.filter((kind) => !placed.has(kind))
  return rest.length === 0 ? named : [...named, { id: 'other', kinds: rest }]
}
