/**
 * What of a decision a transfer holds back. What was decided before it stands (warning, suspension, licences: R310 art. 11
 * para. 2); no fine takes its place meanwhile (APL 27, R310 art. 11 para. 1). A fine, a confiscation and detention are what a
 * criminal court imposes in its own kind, and what would be set off against it (APL 35).
 */
import type { EffectKind } from '../catalogue/vocabulary.ts'
import { transferSettled, type TransferState } from '../cases/state-machine-transfer.ts'

export const HELD_BACK_BY_TRANSFER: readonly EffectKind[] = ['fine', 'confiscationOfGain', 'confiscationOfProperty', 'detention']

/** Kinds of the decision that have to wait; empty where nothing keeps it from being made. */
export function heldBackByTransfer(state: TransferState, kinds: readonly EffectKind[]): readonly EffectKind[] {
  return transferSettled(state) ? [] : kinds.filter((kind) => HELD_BACK_BY_TRANSFER.includes(kind))
}
