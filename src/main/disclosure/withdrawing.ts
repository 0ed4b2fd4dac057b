/** A decision that was changed or annulled, and its withdrawal from where it was published (行政处罚法 48 para. 2). */
import type { disclosureContract } from '../../shared/disclosure/contract.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { changeCase, requireCase } from '../cases/case-record.ts'
import type { Handlers } from '../core/handler.ts'
import { requireDay } from '../followup/given-days.ts'
import { caseDisclosure } from './case-disclosure.ts'
import { insertChange, insertWithdrawal } from './disclosure-record.ts'
import { requireHandling } from './handling.ts'
import { asProofs, insertProofs, prepareProofs } from './proofs.ts'
import { requireDecided } from './publishing.ts'

type Withdrawing = Pick<typeof disclosureContract, 'disclosure.recordChange' | 'disclosure.recordWithdrawal'>

export const withdrawingHandlers: Handlers<Withdrawing> = {
  'disclosure.recordChange': (context, { caseId, ...change }) => {
    const record = requireCase(context.reader, caseId)
    const { decidedOn } = requireDecided(caseDisclosure(context, record))
    requireHandling(context, record)
    requireDay(context, { method: 'disclosure.recordChange', field: 'changedOn', day: change.changedOn, from: decidedOn, early: 'before-the-decision' })
    const at = context.instant()
    context.act({ act: 'disclosure.recordChange', subject: `case/${caseId}`, content: change }, (writer) => {
      insertChange(writer, change, { caseId, by: context.person.id, at })
      changeCase(writer, record, {}, at)
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },

  'disclosure.recordWithdrawal': async (context, { caseId, changeId, proofs: staged, ...input }) => {
    const record = requireCase(context.reader, caseId)
    const { changes, registered } = caseDisclosure(context, record)
    requireHandling(context, record)
    const index = changes.findIndex(({ id }) => id === changeId)
    const change = changes[index]
    if (change === undefined || change.withdrawal !== null || registered.changes[index]?.publications.length === 0) {
      throw new FashenError('not-found', { subject: 'decisionChange', id: changeId })
    }
    requireDay(context, { method: 'disclosure.recordWithdrawal', field: 'withdrawnOn', day: input.withdrawnOn, from: change.changedOn, early: 'before-the-change' })
    const files = await prepareProofs(context, record, staged)
    const one = { ...input, proofs: asProofs(files) }
    context.act({ act: 'disclosure.recordWithdrawal', subject: `case/${caseId}`, content: { changeId, ...one } }, (writer) => {
      const at = context.instant()
      insertProofs(writer, files, at)
      insertWithdrawal(writer, changeId, one, { caseId, by: context.person.id, at })
      changeCase(writer, requireCase(writer, caseId), {}, at)
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return null
  },
}
