/**
 * What of a registered decision must be published, where and by when (应当公开的事项和期限). The rules are rows of the
 * catalogue (`disclosure-rules.json`); no number of law stands here.
 */
import { rulesOfKind, type DisclosureRule, type DutyRow, type ExceptionRow } from '../catalogue/disclosure-rules.ts'
import { regionHolds } from '../catalogue/case-facts.ts'
import type { ActionKind, EffectKind, PartyKind } from '../catalogue/vocabulary.ts'
import type { ClockMoment, ClockRun } from '../deadlines/clock.ts'
import { CLOCK_SUBJECTS } from '../deadlines/clock-subjects.ts'
import { asPeriod, type Field } from '../deadlines/period-rows.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'

/** A decision as far as the rules of disclosure ask for it. */
export interface DecisionToPublish extends Field {
  readonly decidedOn: IsoDate
  readonly actionKinds: readonly ActionKind[]
  readonly effects: readonly EffectKind[]
  readonly partyKind: PartyKind
}

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

function holdsOn(rule: Pick<DisclosureRule, 'validFrom' | 'validTo'>, day: IsoDate): boolean {
  return day >= rule.validFrom && (rule.validTo === null || day <= rule.validTo)
}

function concerns({ actionKinds, sector }: Pick<DutyRow, 'actionKinds' | 'sector'>, decision: DecisionToPublish): boolean {
  return (sector === null || sector === decision.sector) && actionKinds.some((kind) => decision.actionKinds.includes(kind))
}

/** Shortest first; what a decision of several kinds owes at the same places within more time is owed within the shortest. */
export function dutiesOf(rules: readonly DisclosureRule[], decision: DecisionToPublish): DutyRow[] {
  const found = rulesOfKind(rules, 'duty').filter(
    (rule) =>
      holdsOn(rule, decision.decidedOn) &&
      concerns(rule, decision) &&
      regionHolds(rule.region, decision.region ?? undefined) &&
      (rule.partyKinds.length === 0 || rule.partyKinds.includes(decision.partyKind)),
  )
  const sorted = found.toSorted((one, other) => one.length - other.length)
  const at = (rule: DutyRow): string => rule.places.toSorted().join(' ')
  return sorted.filter((rule, index) => !sorted.slice(0, index).some((sooner) => at(sooner) === at(rule)))
}

/** The grounds on which this decision could stay unpublished; each needs a person's reasons and another's approval. */
export function exceptionsFor(rules: readonly DisclosureRule[], decision: DecisionToPublish, changed: boolean): ExceptionRow[] {
  return rulesOfKind(rules, 'exception').filter(
    (rule) =>
      holdsOn(rule, decision.decidedOn) &&
      concerns(rule, decision) &&
      (rule.onlyEffects.length === 0 || (decision.effects.length > 0 && decision.effects.every((effect) => rule.onlyEffects.includes(effect)))) &&
      (changed || !rule.id.startsWith(CHANGED)),
  )
}

/** Rows that hold only for a decision that was changed before it was published. */
const CHANGED = 'exception.changed'

/** The decision as the moment from which the time to publish runs. */
export function decidedMoment(decidedOn: IsoDate): ClockMoment {
  return { day: decidedOn, at: null, label: both('作出决定', 'Decided') }
}

/** The clock of a duty (公开期限); `ordinal` from 1 within the case. */
export function dutyRun(duty: DutyRow, ordinal: number, decidedOn: IsoDate, stop: ClockMoment | null): ClockRun {
  const { desk, regime } = CLOCK_SUBJECTS.publication
  return {
    key: `publication/${ordinal}`,
    subject: 'publication',
    name: duty.name,
    limit: 'atMost',
    desk,
    regime,
    start: decidedMoment(decidedOn),
    length: asPeriod(duty.length, duty.unit),
    told: null,
    rolls: true,
    stop,
    excluded: [],
    counted: [],
    extensions: [],
    ladder: [],
    usedSteps: 0,
    mayExclude: [],
    early: 0,
    basis: duty.basis,
    rowId: duty.id,
    verified: duty.verified,
    note: duty.note,
    place: null,
  }
}
