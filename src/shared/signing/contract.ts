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

export type PictureKind = 'signature' | 'seal'

/** A person's signature picture (签名图片) or the station's seal (印章): a PNG whose white is transparent. */
export interface SigningPicture {
  /** The PNG, Base64. */
  readonly png: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Width on paper in millimetres; for a signature, which fits its place, it is 0. */
  readonly widthMm: number
  readonly savedAt: IsoInstant
}

/** What a seal may measure on paper, in millimetres. */
export const SEAL_MM = { least: 30, usual: 42, most: 50 } as const
/** A picture is kept up to this size: larger ones are scaled down before. */
export const PICTURE_LIMIT = { pixels: 4_000_000, bytes: 2 * 1024 * 1024 } as const

export const signingContract = {
  /** The caller's own signature picture and the station's seal; null where there is none. */
  'signing.pictures': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<
    Readonly<Record<PictureKind, SigningPicture | null>>
  >(),
  'signing.keepSignature': method({ input: z.strictObject({ stagedId: z.uuid() }), allowed: ['reviewer', 'head'], access: 'write' }).returns<SigningPicture>(),
  'signing.dropSignature': method({ input: z.strictObject({}), allowed: ['reviewer', 'head'], access: 'write' }).returns<null>(),
  'signing.keepSeal': method({
    input: z.strictObject({ stagedId: z.uuid(), widthMm: z.number().min(SEAL_MM.least).max(SEAL_MM.most) }),
    allowed: ['admin', 'head'],
    access: 'write',
  }).returns<SigningPicture>(),
  'signing.dropSeal': method({ input: z.strictObject({}), allowed: ['admin', 'head'], access: 'write' }).returns<null>(),
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
