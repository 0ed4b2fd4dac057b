/** The steps of a transfer in the store. The last one says where it stands; nothing else does. */
import { transferSettled, type TransferAction, type TransferState } from '../../shared/cases/state-machine-transfer.ts'
import type { EffectKind } from '../../shared/catalogue/vocabulary.ts'
import { heldBackByTransfer } from '../../shared/transfer/held-back.ts'
import { suspicionOf, teamOf, type StepContent, type Suspicion, type TransferStep } from '../../shared/transfer/steps.ts'
import type { CaseId, IsoDate, IsoInstant, PersonId } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

interface Row {
  readonly seq: number
  readonly action: TransferAction
  readonly from_state: TransferState
  readonly to_state: TransferState
  readonly happened_at: IsoInstant
  readonly happened_on: IsoDate
  readonly content: string
  readonly done_by: PersonId
  readonly recorded_at: IsoInstant
}

export interface Transfer {
  readonly state: TransferState
  /** No suspicion is open: the condition `transferSettled`. */
  readonly settled: boolean
  readonly steps: readonly TransferStep[]
  readonly suspicion: Suspicion | null
  readonly team: readonly PersonId[]
}

/** Where the transfer of a case stands; `none` without any step. */
export function transferOf(reader: Reader, caseId: CaseId): Transfer {
  const steps = reader
    .all<Row>(
      `SELECT seq, action, from_state, to_state, happened_at, happened_on, content, done_by, recorded_at
       FROM transfer_steps WHERE case_id = ? ORDER BY seq`,
      caseId,
    )
    .map(stepFrom)
  const state = steps.at(-1)?.to ?? 'none'
  return { state, settled: transferSettled(state), steps, suspicion: suspicionOf(steps), team: teamOf(steps) }
}

/** Written by us in the shape of `StepContent`, in one transaction with its audit entry, and guarded by triggers since. */
function stepFrom(row: Row): TransferStep {
  return {
    seq: row.seq,
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    happenedAt: row.happened_at,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    by: row.done_by,
    content: JSON.parse(row.content) as StepContent,
  }
}

/**
 * Whether a decision with these effects can be made as far as the transfer goes (`transferSettled` of `decide`): no
 * suspicion is open, or nothing in the decision would stand in for what the criminal court imposes.
 */
export function isTransferSettledFor(reader: Reader, caseId: CaseId, kinds: readonly EffectKind[]): boolean {
  return heldBackByTransfer(transferOf(reader, caseId).state, kinds).length === 0
}

/** Cases whose transfer is not settled, those that were raised first in front. */
export function openTransfers(reader: Reader): readonly { readonly caseId: CaseId; readonly title: string; readonly partyName: string }[] {
  return reader
    .all<{ caseId: CaseId; title: string; partyName: string; state: TransferState }>(
      `SELECT s.case_id AS caseId, c.title, c.party_name AS partyName, s.to_state AS state
       FROM transfer_steps s JOIN cases c ON c.id = s.case_id
       WHERE s.seq = (SELECT max(t.seq) FROM transfer_steps t WHERE t.case_id = s.case_id)
       ORDER BY s.recorded_at, s.case_id`,
    )
    .filter(({ state }) => !transferSettled(state))
}

export function insertStep(writer: Writer, caseId: CaseId, step: TransferStep): void {
  writer.run(
    `INSERT INTO transfer_steps (case_id, seq, action, from_state, to_state, happened_at, happened_on, content, done_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    caseId,
    step.seq,
    step.action,
    step.from,
    step.to,
    step.happenedAt,
    step.happenedOn,
    JSON.stringify(step.content),
    step.by,
    step.recordedAt,
  )
}
