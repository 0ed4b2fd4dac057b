/** What may be granted and left out of a clock (延长、扣除): within the rule's ladder, and only with its legal basis. */
import type { PeriodExclusion } from '../catalogue/periods.ts'
import type { IsoDate } from '../values/values.ts'
import type { AllowedExclusion, Clock, LadderStep } from './clock.ts'

export type ExtensionProblem =
  | { readonly code: 'clock-not-running' }
  | { readonly code: 'extension-beyond-ladder' }
  | { readonly code: 'extension-too-long'; readonly most: number }
  | { readonly code: 'extension-too-late'; readonly due: IsoDate }
  | { readonly code: 'day-in-future' }
  | { readonly code: 'day-before-start'; readonly start: IsoDate }

type State = Pick<Clock, 'state' | 'start' | 'due' | 'nextExtension'>

/**
 * An extension is granted while the time runs (届满前): what is over cannot be extended. The step of the ladder fixes unit
 * and approver; a step without a length takes what the approver fixed.
 */
export function extensionProblem(clock: State, asked: { readonly n: number; readonly approvedOn: IsoDate }, today: IsoDate): ExtensionProblem | LadderStep {
  const { state, start, due, nextExtension } = clock
  if (start === null || due === null || state === 'notStarted' || state === 'kept' || state === 'early') return { code: 'clock-not-running' }
  if (nextExtension === null) return { code: 'extension-beyond-ladder' }
  if (nextExtension.length !== null && asked.n > nextExtension.length) return { code: 'extension-too-long', most: nextExtension.length }
  if (asked.approvedOn > today) return { code: 'day-in-future' }
  if (asked.approvedOn < start.day) return { code: 'day-before-start', start: start.day }
  if (asked.approvedOn > due) return { code: 'extension-too-late', due }
  return nextExtension
}

export type ExclusionProblem =
  | { readonly code: 'clock-not-running' }
  | { readonly code: 'exclusion-without-basis' }
  | { readonly code: 'exclusion-outside'; readonly start: IsoDate; readonly due: IsoDate }
  | { readonly code: 'day-in-future' }
  | { readonly code: 'ends-before-it-begins' }

/** Time is left out only for a ground that the rule of the clock names; what lies outside the time is no part of it. */
export function exclusionProblem(
  clock: Pick<Clock, 'state' | 'start' | 'due' | 'mayExclude'>,
  asked: { readonly of: PeriodExclusion; readonly from: IsoDate; readonly to: IsoDate | null },
  today: IsoDate,
): ExclusionProblem | AllowedExclusion {
  const { start, due, mayExclude } = clock
  if (start === null || due === null) return { code: 'clock-not-running' }
  const allowed = mayExclude.find(({ of }) => of === asked.of)
  if (allowed === undefined) return { code: 'exclusion-without-basis' }
  if (asked.to !== null && asked.to < asked.from) return { code: 'ends-before-it-begins' }
  if (asked.from > today || (asked.to !== null && asked.to > today)) return { code: 'day-in-future' }
  if (asked.from < start.day || asked.from > due) return { code: 'exclusion-outside', start: start.day, due }
  return allowed
}
