/** Deciding on a finding: what is being typed into the answer of its question is with the core first, so that nothing is lost. */
import { useCallback } from 'react'
import { FashenError } from '../../shared/errors/errors.ts'
import type { DecisionInput } from '../../shared/prereview/contract.ts'
import type { Finding } from '../../shared/prereview/finding.ts'
import type { AnswerKeeper } from '../checklist/answer-keeper.ts'
import { useCallOnce } from '../transport/calls.ts'

/** Why a decision was not written, beyond what the core says. */
export class AnswerInConflict extends Error {}

export type Decide = (finding: Finding, decision: DecisionInput) => Promise<void>

export function useDecide(caseId: string, keeper: AnswerKeeper): Decide {
  const call = useCallOnce()
  return useCallback(
    async (finding, decision) => {
      const { questionId, key } = finding
      if (decision.outcome === 'dismissed') {
        await call('prereview.decide', { caseId, key, expectedVersion: 0, decision })
        return
      }
      const kept = await keeper.settled(questionId)
      if (kept.state === 'conflict') throw new AnswerInConflict()
      if (kept.state === 'failed') throw kept.error instanceof Error ? kept.error : new FashenError('internal', { reference: 'answer' })
      await call('prereview.decide', { caseId, key, expectedVersion: kept.saved?.version ?? 0, decision })
    },
    [call, caseId, keeper],
  )
}
