/** Signing certificates in the store, and the signer made of one with its password. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { SigningCertificate } from '../../shared/signing/contract.ts'
import type { Signer } from '../../shared/signing/signer.ts'
import { isoInstant, type IsoInstant, type PersonId } from '../../shared/values/values.ts'
import { unwrapSecret, wrapSecret, wrappedSecretSchema, type WrappedSecret } from '../keys/wrapped-secret.ts'
import type { Reader, Writer } from '../store/database.ts'
import { readCertificate, requireValidAt } from './certificate.ts'
import { softwareSigner } from './software-signer.ts'

interface Row {
  readonly id: string
  readonly person_id: PersonId
  readonly origin: SigningCertificate['origin']
  readonly certificate: Uint8Array
  readonly chain: string
  readonly wrapped_key: string
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly algorithm: string
  readonly not_before: IsoInstant
  readonly not_after: IsoInstant
  readonly revoked_at: string | null
}

function purposeOf(personId: PersonId): string {
  return `signing-key:${personId}`
}

export function certificatesOf(reader: Reader, personId: PersonId, now: Date): SigningCertificate[] {
  return reader
    .all<Row>('SELECT * FROM certificates WHERE person_id = ? ORDER BY created_at DESC, id', personId)
    .map((row) => ({
      id: row.id,
      origin: row.origin,
      subject: row.subject,
      issuer: row.issuer,
      serial: row.serial,
      algorithm: row.algorithm,
      notBefore: row.not_before,
      notAfter: row.not_after,
      state: stateOf(row, now.toISOString()),
    }))
}

function stateOf(row: Row, now: string): SigningCertificate['state'] {
  if (row.revoked_at !== null) return 'revoked'
  if (now < row.not_before) return 'notYetValid'
  return now > row.not_after ? 'expired' : 'valid'
}

export interface NewCertificate {
  readonly id: string
  readonly personId: PersonId
  readonly origin: SigningCertificate['origin']
  readonly certificateDer: Uint8Array
  readonly chainDer: readonly Uint8Array[]
  readonly wrappedKey: WrappedSecret
  readonly algorithm: string
  readonly at: IsoInstant
}

export function wrapSigningKey(personId: PersonId, privateKeyPkcs8: Uint8Array, signingPassword: string): Promise<WrappedSecret> {
  return wrapSecret(privateKeyPkcs8, signingPassword, purposeOf(personId))
}

export function insertCertificate(writer: Writer, certificate: NewCertificate): void {
  const facts = readCertificate(certificate.certificateDer)
  writer.run(
    `INSERT INTO certificates (id, person_id, origin, certificate, chain, wrapped_key, subject, issuer, serial, algorithm,
       not_before, not_after, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    certificate.id,
    certificate.personId,
    certificate.origin,
    certificate.certificateDer,
    JSON.stringify(certificate.chainDer.map((der) => Buffer.from(der).toString('base64'))),
    JSON.stringify(certificate.wrappedKey),
    facts.subject,
    facts.issuer,
    facts.serial,
    certificate.algorithm,
    isoInstant(facts.notBefore),
    isoInstant(facts.notAfter),
    certificate.at,
  )
}

/**
 * The person's signer, unlocked, to sign at `moment`. Throws `no-certificate` (none of theirs, or revoked),
 * `certificate-expired`, `certificate-not-yet-valid`, `wrong-signing-password`: all before a number is taken for it.
 */
export async function unlockSigner(
  reader: Reader,
  person: { readonly id: PersonId; readonly name: string },
  { certificateId, signingPassword, moment }: { readonly certificateId: string; readonly signingPassword: string; readonly moment: Date },
): Promise<{ signer: Signer; subject: string }> {
  const row = reader.get<Row>('SELECT * FROM certificates WHERE id = ? AND person_id = ?', certificateId, person.id)
  if (row === undefined || row.revoked_at !== null) throw new FashenError('no-certificate', { person: person.name })
  requireValidAt(readCertificate(new Uint8Array(row.certificate)), moment)
  const key = await unwrapSecret(wrappedSecretSchema.parse(JSON.parse(row.wrapped_key)), signingPassword, purposeOf(person.id))
  if (key === undefined) throw new FashenError('wrong-signing-password', {})
  const chainDer = (JSON.parse(row.chain) as string[]).map((base64) => new Uint8Array(Buffer.from(base64, 'base64')))
  return {
    signer: softwareSigner({ privateKeyPkcs8: key, certificateDer: new Uint8Array(row.certificate), chainDer }),
    subject: row.subject,
  }
}

/** Whose certificate this is already; two people with one certificate could not be told apart in a signed paper. */
export function holderOf(reader: Reader, certificateDer: Uint8Array): PersonId | undefined {
  return reader.get<{ person_id: PersonId }>('SELECT person_id FROM certificates WHERE certificate = ?', certificateDer)?.person_id
}

export interface StationRoot {
  readonly certificateDer: Uint8Array
  readonly privateKeyPkcs8: Uint8Array
}

export function stationRoot(reader: Reader): StationRoot | undefined {
  const row = reader.get<{ certificate: Uint8Array; private_key: Uint8Array }>('SELECT certificate, private_key FROM station_root WHERE only_one = 1')
  if (row === undefined) return undefined
  return { certificateDer: new Uint8Array(row.certificate), privateKeyPkcs8: new Uint8Array(row.private_key) }
}
