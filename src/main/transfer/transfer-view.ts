/** A transfer as the screen shows it: the track with its clocks, who acted, and what the caller can do. */
import { isOpen, type Clock, type ClockRun } from '../../shared/deadlines/clock.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { transferClocks, transferRuns } from '../../shared/transfer/clocks.ts'
import type { RunningTransfer, TransferView } from '../../shared/transfer/contract.ts'
import { heldBackByTransfer } from '../../shared/transfer/held-back.ts'
import { sinceRaised, type TransferStep } from '../../shared/transfer/steps.ts'
import type { CaseId, PersonId } from '../../shared/values/values.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import { paperSince } from '../forms/transfer-track.ts'
import { personName } from '../people/people.ts'
import { officersFor } from './officers.ts'
import { returnRuns } from './return-record.ts'
import { transferOffers } from './transfer-flow.ts'
import { openTransfers, transferOf } from './transfer-record.ts'

export function transferView(context: CallContext, record: CaseRecord): TransferView {
  const { reader, catalogue } = context
  const transfer = transferOf(reader, record.id)
  const { state, steps, suspicion, team } = transfer
  const { asOf } = presentMoment(context)
  return {
    caseId: record.id,
    state,
    version: steps.length,
    suspicion,
    team: team.map((id) => ({ id, name: personName(reader, id) })),
    steps: steps.map(({ seq, action, from, to, happenedAt, recordedAt, by, content }) => ({
      seq,
      action,
      from,
      to,
      happenedAt,
      recordedAt,
      byName: personName(reader, by),
      content,
    })),
    clocks: transferClocks(steps, catalogue.periods, calendarOf(catalogue), asOf),
    offers: transferOffers(context, record, transfer),
    officers: officersFor(reader, record.id, everNamed(steps), civilDayOf(context.instant())),
    heldBack: heldBackByTransfer(state, effectKinds(record)),
    letter: letterOf(reader, record.id, steps),
    numbers: numbersOf(reader, record.id, steps),
  }
}

function numbersOf(reader: CallContext['reader'], caseId: CaseId, steps: readonly TransferStep[]): TransferView['numbers'] {
  const letters = { requestReconsideration: 'reconsiderationRequest', requestSupervision: 'supervisionRequest' } as const
  return Object.fromEntries(
    Object.entries(letters).flatMap(([action, form]) => {
      const number = paperSince(reader, caseId, steps, form)?.number ?? null
      return number === null ? [] : [[action, number]]
    }),
  )
}

function letterOf(reader: CallContext['reader'], caseId: CaseId, steps: readonly TransferStep[]): TransferView['letter'] {
  const paper = paperSince(reader, caseId, steps, 'transferLetter')
  if (paper === undefined || paper.number === null) return null
  return { number: paper.number, policeOrgan: paper.given.find(({ fact }) => fact === 'policeOrgan')?.value ?? '' }
}

/** Everybody who was in the team at some time: their names stand in the record. */
const everNamed = (steps: readonly TransferStep[]): readonly PersonId[] => steps.flatMap(({ content }) => (content.action === 'nameTeam' ? content.members : []))

export const effectKinds = ({ fields }: Pick<CaseRecord, 'fields'>) => [...new Set(fields.effects.map(({ kind }) => kind))]

/** The clocks of a case's transfer and of what came back, with the moments that they run from and to, for whoever shows the clocks of a case. */
export function transferClockRuns({ reader, catalogue }: Pick<CallContext, 'reader' | 'catalogue'>, caseId: CaseId): readonly ClockRun[] {
  return [...transferRuns(transferOf(reader, caseId).steps, catalogue.periods), ...returnRuns(reader, catalogue, caseId)]
}

const byEnd = (one: Clock, other: Clock): number => ((one.dueAt ?? '~') < (other.dueAt ?? '~') ? -1 : 1)

/** Every transfer of the station that is not settled. */
export function runningTransfers(context: Pick<CallContext, 'reader' | 'catalogue' | 'instant'>): readonly RunningTransfer[] {
  const { reader, catalogue } = context
  const { asOf } = presentMoment(context)
  return openTransfers(reader).flatMap(({ caseId, title, partyName }) => {
    const { state, steps, suspicion } = transferOf(reader, caseId)
    const [raised] = sinceRaised(steps)
    if (raised === undefined || suspicion === null) return []
    const clocks = transferClocks(steps, catalogue.periods, calendarOf(catalogue), asOf).filter(isOpen).toSorted(byEnd)
    return [{ caseId, title, partyName, offence: suspicion.offence, state, since: raised.happenedAt, clocks }]
  })
}
