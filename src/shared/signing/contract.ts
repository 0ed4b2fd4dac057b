/** Signing certificates (签名证书): a person's own PKCS#12, or one from the station's root. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { passwordSchema } from '../people/contract.ts'
import type { IsoInstant } from '../values/values.ts'

export interface SigningCertificate {
  readonly id: string
  readonly origin: 'imported' | 'station'
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly algorithm: string
  readonly notBefore: IsoInstant
  readonly notAfter: IsoInstant
  readonly state: 'valid' | 'expired' | 'notYetValid' | 'revoked'
}

export const signingContract = {
  /** The caller's own certificates. */
  'signing.certificates': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly SigningCertificate[]>(),
  'signing.importPkcs12': method({
    input: z.strictObject({ stagedId: z.uuid(), password: z.string().max(256), signingPassword: passwordSchema }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<SigningCertificate>(),
  'signing.issueFromStation': method({
    input: z.strictObject({ signingPassword: passwordSchema }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<SigningCertificate>(),
  'signing.revoke': method({
    input: z.strictObject({ certificateId: z.uuid(), reason: z.string().trim().min(2).max(500) }),
    allowed: ['reviewer', 'head'],
    access: 'write',
  }).returns<null>(),
}
