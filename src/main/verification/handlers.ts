/** Verification in the window: a file that was dropped is compared with this station. */
import type { verificationContract } from '../../shared/verification/contract.ts'
import type { Handlers } from '../core/handler.ts'
import { requireOpinionSize, verifyOpinion } from './verify-opinion.ts'

export const verificationHandlers: Handlers<typeof verificationContract> = {
  'verification.verifyFile': async (context, { stagedId }) => {
    const staged = context.staging.find(context.caller.connection, stagedId, 'PDF')
    requireOpinionSize(staged.name, staged.size)
    const bytes = await context.files.readWhole(staged.sha256, staged.name)
    return verifyOpinion(bytes, staged.name, { station: { reader: context.reader, id: context.station().id } })
  },
}
