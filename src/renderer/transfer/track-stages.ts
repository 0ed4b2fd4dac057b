/** The stages of a transfer as they are drawn (移送流程图): what is done, by whom and when, what is under way, and its clock. Pure. */
import type { TransferAction, TransferState } from '../../shared/cases/state-machine-transfer.ts'
import type { Clock } from '../../shared/deadlines/clock.ts'
import type { ClockSubject } from '../../shared/deadlines/clock-subjects.ts'
import type { ShownStep, TransferView } from '../../shared/transfer/contract.ts'

export const STAGES = ['suspicion', 'team', 'report', 'decision', 'delivery', 'receipt', 'filing', 'remedy', 'handover', 'end'] as const
export type Stage = (typeof STAGES)[number]
export type StageStatus = 'done' | 'current' | 'open' | 'skipped'

/** Acts that a stage is made of. */
const ACTS: Readonly<Record<Stage, readonly TransferAction[]>> = {
  suspicion: ['raiseSuspicion', 'raiseAgain'],
  team: ['nameTeam'],
  report: ['reportTransfer'],
  decision: ['approveTransfer', 'refuseTransfer'],
  delivery: ['deliver', 'recordForwarding'],
  receipt: ['recordReceipt'],
  filing: ['recordSupplementNotice', 'supplyPapers', 'recordFiling', 'recordNonFiling'],
  remedy: ['requestReconsideration', 'recordUpheld', 'requestSupervision'],
  handover: ['handOver'],
  end: ['clearSuspicion', 'recordJudgment', 'resume'],
}

const CLOCKS: Readonly<Partial<Record<Stage, readonly ClockSubject[]>>> = {
  decision: ['transferDecision'],
  delivery: ['transfer'],
  filing: ['policeDecision', 'policeSupplement'],
  remedy: ['reconsiderationRequest', 'reconsiderationAnswer', 'supervisionRequest'],
  handover: ['goodsHandover'],
}

/** Which stage is under way in a state; null where the suspicion is settled or there is none. */
const UNDER_WAY: Readonly<Record<TransferState, Stage | null>> = {
  none: null,
  suspected: 'team',
  cleared: null,
  reported: 'decision',
  notApproved: null,
  approved: 'delivery',
  delivered: 'receipt',
  acceptedByPolice: 'filing',
  supplementAsked: 'filing',
  filed: 'handover',
  notFiled: 'remedy',
  reconsideration: 'remedy',
  upheld: 'remedy',
  supervisionRequested: 'remedy',
  handedOver: 'end',
  judged: 'end',
  resumed: null,
}

export interface DrawnStage {
  readonly stage: Stage
  readonly status: StageStatus
  /** The last step of this stage. */
  readonly step: ShownStep | null
  readonly clocks: readonly Clock[]
}

/** Settled states end the track: what did not happen by then is not needed any more. */
const SETTLED: ReadonlySet<TransferState> = new Set(['cleared', 'notApproved', 'resumed'])

function statusOf(stage: Stage, step: ShownStep | null, now: Stage | null, state: TransferState): StageStatus {
  if (stage === now) return 'current'
  if (step !== null) return 'done'
  if (SETTLED.has(state)) return 'skipped'
  // nothing against the police where they filed
  if (stage === 'remedy' && now !== null && STAGES.indexOf(now) > STAGES.indexOf('remedy')) return 'skipped'
  return 'open'
}

/** The stages of the suspicion that was raised last; empty where none was. */
export function drawnStages({ state, steps, team, clocks }: Pick<TransferView, 'state' | 'steps' | 'team' | 'clocks'>): readonly DrawnStage[] {
  const first = steps.findLastIndex(({ action }) => ACTS.suspicion.includes(action))
  if (first < 0) return []
  const since = steps.slice(first)
  const from = since[0]?.happenedAt ?? ''
  const under = state === 'suspected' && team.length >= 2 ? 'report' : UNDER_WAY[state]
  return STAGES.map((stage) => {
    const step = since.findLast(({ action }) => ACTS[stage].includes(action)) ?? null
    const subjects = CLOCKS[stage] ?? []
    return {
      stage,
      status: statusOf(stage, step, under, state),
      step,
      clocks: clocks.filter(({ subject, start }) => subjects.includes(subject) && (start?.at ?? '') >= from),
    }
  })
}
