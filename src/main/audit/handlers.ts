/** The audit chain, read and checked. */
import type { auditContract } from '../../shared/audit/contract.ts'
import type { Handlers } from '../core/handler.ts'
import { asReadBy } from '../accountability/sealed-entries.ts'
import { chainHead, entriesBefore, missingWitnesses, verifyChain } from './chain.ts'

export const auditHandlers: Handlers<typeof auditContract> = {
  'audit.head': ({ reader }) => ({ ...chainHead(reader), at: entriesBefore(reader, null, 1)[0]?.at ?? null }),
  'audit.list': ({ reader, person }, { before, size }) => asReadBy(reader, person, entriesBefore(reader, before, size)),
  'audit.verify': ({ reader }) => ({ ...verifyChain(reader), missingWitnesses: missingWitnesses(reader) }),
}
