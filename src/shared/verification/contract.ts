/** Verification (核验): is this paper what the station issued, whole, and signed by whom? */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { IsoInstant } from '../values/values.ts'

export interface VerifiedSignature {
  readonly fieldName: string
  readonly signerName: string
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly algorithm: string
  readonly signedAt: IsoInstant | null
  readonly notBefore: IsoInstant
  readonly notAfter: IsoInstant
  readonly digestMatches: boolean
  readonly signatureValid: boolean
  readonly certificateValidAtSigning: boolean
  /** Null when no station root is at hand to compare with. */
  readonly issuedByThisStation: boolean | null
}

/** One thing that was checked. `unknown`: cannot be told here, for instance without the station that issued it. */
export interface VerificationCheck {
  readonly id:
    | 'signatures'
    | 'digest'
    | 'certificates'
    | 'unchangedAfterSigning'
    | 'number'
    | 'storedCopy'
    | 'chainHead'
    | 'station'
    | 'contentHash'
    | 'exportedFiles'
  readonly result: 'ok' | 'bad' | 'unknown'
  readonly detail: string
}

export interface VerificationReport {
  readonly fileName: string
  readonly sha256: string
  /**
   * `genuine`: the station that issued it says so. `intact`: two valid signatures and nothing changed, but anybody can
   * make a certificate with any name, so who issued it can only be told by that station. `bad`: something does not match.
   */
  readonly verdict: 'genuine' | 'intact' | 'bad'
  readonly number: string | null
  readonly chainHead: { readonly seq: number; readonly hash: string } | null
  readonly signatures: readonly VerifiedSignature[]
  readonly checks: readonly VerificationCheck[]
}

export const verificationContract = {
  'verification.verifyFile': method({ input: z.strictObject({ stagedId: z.uuid() }), allowed: 'signedIn', access: 'read' }).returns<VerificationReport>(),
}
