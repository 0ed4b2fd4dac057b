/** A decision while it is being typed in: amounts are text until it is handed in. Pure. */
import type { Citation } from '../../shared/cases/case.ts'
import type { ActionKind, EffectKind } from '../../shared/catalogue/vocabulary.ts'
import type { MethodInput } from '../../shared/contract/contract.ts'
import type { Followup } from '../../shared/followup/contract.ts'
import { decisionFieldsSchema, newDecisionSchema, type DecisionFields } from '../../shared/followup/decision.ts'
import { parseAmount } from '../cases/parse-amount.ts'

export interface DecidedEffectDraft {
  readonly kind: EffectKind
  /** As typed; empty: no amount. */
  readonly amount: string
  readonly detail: string
  readonly party: string
}

export interface DecisionDraft {
  readonly number: string
  readonly decidedOn: string | null
  readonly actionKinds: readonly ActionKind[]
  readonly effects: readonly DecidedEffectDraft[]
  /** Asked where there is no effect that names one; undefined in drafts from before it was. */
  readonly party?: string
  readonly citations: readonly Citation[]
  readonly changed: boolean
  readonly how: string
  readonly note: string
}

/** What was reviewed, to be corrected after the paper of the decision. */
export function draftOfReviewed({ reviewed }: Pick<Followup, 'reviewed'>, decidedOn: string): DecisionDraft {
  const { actionKinds, effects, party, citations } = reviewed
  return {
    number: '',
    decidedOn,
    actionKinds,
    effects: effects.map(({ amount, kind, detail, party }) => ({ kind, detail, party, amount: amount === null ? '' : String(amount) })),
    party,
    citations,
    changed: false,
    how: '',
    note: '',
  }
}

/** The decision as it would be handed in; null while something in it is not filled in or wrong. */
export function decisionOfDraft(draft: DecisionDraft): DecisionFields | null {
  const parsed = newDecisionSchema.safeParse(inputOf(draft))
  return parsed.success ? parsed.data : null
}

function inputOf(draft: DecisionDraft): MethodInput<'followup.decide'>['decision'] | null {
  const { number, decidedOn, actionKinds, effects, party = '', citations, changed, how } = draft
  const amounts = effects.map(({ amount }) => parseAmount(amount))
  if (decidedOn === null || amounts.includes(undefined)) return null
  return {
    number,
    decidedOn,
    actionKinds: [...actionKinds],
    effects: effects.map(({ kind, detail, party }, place) => ({ kind, detail, party, amount: amounts[place] ?? null })),
    party: effects.length > 0 ? '' : party,
    citations: citations.filter(({ law }) => law.trim() !== '').map((citation) => ({ ...citation })),
    facts: { changed, how: changed ? how : '' },
  }
}

/** The decision as far as it can be compared, whatever else is still lacking. */
export function comparableOf(draft: DecisionDraft): DecisionFields | null {
  const filled = { ...draft, number: draft.number.trim() === '' ? '—' : draft.number, how: draft.changed && draft.how.trim() === '' ? '—' : draft.how }
  const parsed = decisionFieldsSchema.safeParse(inputOf(filled))
  return parsed.success ? parsed.data : null
}
