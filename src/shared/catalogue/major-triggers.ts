/** Whether the proposed decision is a major one (重大行政执法决定), and by which trigger of the catalogue. */
import { yuan, type IsoDate, type Yuan } from '../values/values.ts'
import { regionHolds, type CaseFacts } from './case-facts.ts'
import type { AmountTrigger, CatalogueContent, MajorTrigger } from './schema.ts'
import type { CaseFlag, EffectKind } from './vocabulary.ts'

/** Why a trigger is met, as data for a sentence. Amounts in yuan. */
export type TriggerExplanation =
  | { readonly kind: 'flag'; readonly flags: readonly CaseFlag[] }
  | { readonly kind: 'effect'; readonly effects: readonly EffectKind[] }
  | {
      readonly kind: 'amount'
      readonly effects: readonly EffectKind[]
      readonly amount: Yuan
      readonly threshold: Yuan
      readonly inclusive: boolean
    }

export interface TriggerMet {
  readonly trigger: MajorTrigger
  readonly explanation: TriggerExplanation
}

export interface MajorVerdict {
  readonly isMajor: boolean
  /** Triggers that make the decision a major one. */
  readonly triggers: readonly TriggerMet[]
  /** Hearing lines that are reached: the hearing right must be told; with a hearing held the decision is major. */
  readonly hearingLines: readonly TriggerMet[]
}

function concerns(trigger: MajorTrigger, facts: CaseFacts, on: IsoDate): boolean {
  return (
    trigger.actionKinds.some((kind) => facts.actionKinds.includes(kind)) &&
    (trigger.sector === null || trigger.sector === facts.sector) &&
    regionHolds(trigger.region, facts.region) &&
    on >= trigger.validFrom &&
    (trigger.validTo === null || on <= trigger.validTo)
  )
}

/** Adds yuan in fen, so that 0.1 + 0.2 reaches 0.3. */
function sum(amounts: readonly number[]): Yuan {
  return yuan(amounts.reduce((fen, amount) => fen + Math.round(amount * 100), 0) / 100)
}

function explainAmount(trigger: AmountTrigger, facts: CaseFacts): TriggerExplanation | undefined {
  if (trigger.partyKind !== facts.partyKind) return undefined
  const counted = facts.effects.filter(
    ({ kind, amount }) => trigger.effectKinds.includes(kind) && amount !== undefined,
  )
  const kinds = [...new Set(counted.map((effect) => effect.kind))]
  const groups = trigger.addedUp ? [kinds] : kinds.map((kind) => [kind])
  const candidates = groups.map((effects) => ({
    effects,
    amount: sum(counted.filter((effect) => effects.includes(effect.kind)).map((effect) => effect.amount ?? 0)),
  }))
  const [largest] = candidates.sort((left, right) => right.amount - left.amount)
  if (largest === undefined || largest.effects.length === 0) return undefined
  const { threshold, inclusive } = trigger
  const reached = inclusive ? largest.amount >= threshold : largest.amount > threshold
  return reached ? { kind: 'amount', ...largest, threshold, inclusive } : undefined
}

function explain(trigger: MajorTrigger, facts: CaseFacts): TriggerExplanation | undefined {
  if (trigger.kind === 'flag') {
    const flags = trigger.allOf
    return flags.every((flag) => facts.flags[flag] === true) ? { kind: 'flag', flags } : undefined
  }
  if (trigger.kind === 'effect') {
    const effects = [...new Set(facts.effects.map((effect) => effect.kind))].filter((kind) =>
      trigger.effectKinds.includes(kind),
    )
    return effects.length > 0 ? { kind: 'effect', effects } : undefined
  }
  return explainAmount(trigger, facts)
}

/**
 * The triggers of the catalogue that the proposed decision meets on `on`. A decision that meets none is not thereby
 * free of review: an agency's own catalogue (目录清单) may list it.
 */
export function majorTriggers(catalogue: CatalogueContent, facts: CaseFacts, on: IsoDate): MajorVerdict {
  const met = catalogue.majorTriggers.flatMap((trigger): TriggerMet[] => {
    const explanation = concerns(trigger, facts, on) ? explain(trigger, facts) : undefined
    return explanation === undefined ? [] : [{ trigger, explanation }]
  })
  const triggers = met.filter((one) => one.trigger.consequence === 'major')
  const hearingLines = met.filter((one) => one.trigger.consequence === 'hearingLine')
  return { isMajor: triggers.length > 0, triggers, hearingLines }
}
