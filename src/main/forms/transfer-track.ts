/** The transfer of a case as forms speak of it: the steps since the suspicion was raised last, and what they say. */
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { transferClocks } from '../../shared/transfer/clocks.ts'
import { sinceRaised, type StepContent, type Suspicion, type TransferStep } from '../../shared/transfer/steps.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { personName } from '../people/people.ts'
import type { Reader } from '../store/database.ts'
import { transferOf } from '../transfer/transfer-record.ts'
import { standingPapersOf } from './form-paper-record.ts'
import { dayText, momentText, yuanText, type FormDesk } from './form-source.ts'

export interface Track {
  readonly suspicion: Suspicion
  readonly team: readonly string[]
  readonly steps: readonly TransferStep[]
}

/** Null where no suspicion was raised. */
export function trackOf({ context, record }: FormDesk): Track | null {
  const { suspicion, team, steps } = transferOf(context.reader, record.id)
  return suspicion === null ? null : { suspicion, team, steps: sinceRaised(steps) }
}

type ContentOf<Action extends StepContent['action']> = Extract<StepContent, { readonly action: Action }>

/** The last step of this kind, with what it says. */
export function lastStep<Action extends StepContent['action']>({ steps }: Track, action: Action) {
  const step = steps.findLast((one) => one.content.action === action)
  return step === undefined ? null : { step, content: step.content as ContentOf<Action> }
}

/** The last standing paper of this form: one of an earlier suspicion is not sent with this one. */
export function paperSince(reader: Reader, caseId: CaseId, steps: readonly TransferStep[], form: FormId) {
  const [raised] = sinceRaised(steps)
  return raised === undefined ? undefined : standingPapersOf(reader, caseId, form).find(({ madeAt }) => madeAt >= raised.recordedAt)
}

export function suspicionFacts({ context }: FormDesk, { suspicion, team }: Track) {
  const { offence, facts, basis, amount } = suspicion
  return {
    offence,
    crimeFacts: facts,
    crimeBasis: basis,
    crimeAmount: yuanText(amount),
    transferTeam: team.map((id) => personName(context.reader, id)).join('、'),
  }
}

/** The last clock of a subject: the end of its day, and its end to the minute where it is counted in hours. */
export function dueOf({ context, record }: FormDesk, subject: string): { readonly day: string; readonly moment: string; readonly isLate: boolean } {
  const { reader, catalogue } = context
  const { asOf } = presentMoment(context)
  const clock = transferClocks(transferOf(reader, record.id).steps, catalogue.periods, calendarOf(catalogue), asOf).findLast((one) => one.subject === subject)
  const ended = clock?.stop?.day ?? civilDayOf(asOf)
  return { day: dayText(clock?.due), moment: momentText(clock?.dueAt), isLate: clock?.due !== undefined && clock.due !== null && ended > clock.due }
}
