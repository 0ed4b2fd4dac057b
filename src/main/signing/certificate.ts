/** An X.509 certificate (证书) as this program needs it: names, validity, key, and its own bytes untouched. */
import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto'
import { FashenError } from '../../shared/errors/errors.ts'
import { children, DerError, expectTag, oidText, readDer, sameBytes, TAG, type DerNode } from './der.ts'

export interface CertificateFacts {
  readonly der: Uint8Array
  /** Distinguished names after RFC 4514, most specific part first, with the characters as they are. */
  readonly subject: string
  readonly issuer: string
  /** The subject's common name (CN), or the whole subject where it has none. */
  readonly commonName: string
  /** Serial number, hexadecimal, lower case. */
  readonly serial: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** DER of the names and of the serial number, for CMS, which refers to a certificate by issuer and serial. */
  readonly subjectDer: Uint8Array
  readonly issuerDer: Uint8Array
  readonly serialDer: Uint8Array
  readonly publicKeyDer: Uint8Array
}

/** A certificate of a person or a small authority is 1–2 KiB; a megabyte is an attack. */
const MAX_CERTIFICATE_LENGTH = 128 * 1024

const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

/** Reads a certificate; throws a {@link DerError} on anything that is not one. */
export function readCertificate(der: Uint8Array): CertificateFacts {
  if (der.length > MAX_CERTIFICATE_LENGTH) throw new DerError('certificate too large')
  const [tbs] = children(readDer(der, TAG.sequence))
  const fields = children(expectTag(tbs, TAG.sequence))
  const version = fields[0]?.tag === TAG.context0 ? 1 : 0
  const [serial, , issuer, validity, subject, publicKey] = fields.slice(version)
  const [notBefore, notAfter] = children(expectTag(validity, TAG.sequence))
  const subjectParts = nameParts(expectTag(subject, TAG.sequence))
  const subjectText = nameText(subjectParts)
  return {
    der,
    subject: subjectText,
    issuer: nameText(nameParts(expectTag(issuer, TAG.sequence))),
    commonName: subjectParts.find(({ key }) => key === 'CN')?.value ?? subjectText,
    serial: Buffer.from(expectTag(serial, TAG.integer).content).toString('hex').replace(/^00(?=.)/, ''),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    subjectDer: expectTag(subject, TAG.sequence).raw,
    issuerDer: expectTag(issuer, TAG.sequence).raw,
    serialDer: expectTag(serial, TAG.integer).raw,
    publicKeyDer: expectTag(publicKey, TAG.sequence).raw,
  }
}

interface NamePart {
  readonly key: string
  readonly value: string
}

function nameParts(name: DerNode): NamePart[] {
  return children(name).flatMap((relative) =>
    children(expectTag(relative, TAG.set)).map((attribute) => {
      const [type, value] = children(expectTag(attribute, TAG.sequence))
      const key = oidText(type)
      return { key: ATTRIBUTE_NAMES[key] ?? key, value: directoryText(value) }
    }),
  )
}

function nameText(parts: readonly NamePart[]): string {
  const escape = (value: string): string => value.replaceAll(/[,+"\\<>;]/g, (character) => `\\${character}`)
  return parts
    .toReversed()
    .map(({ key, value }) => `${key}=${escape(value)}`)
    .join(',')
}

/** Names come in six string types; older Chinese authorities use BMPString, newer ones UTF8String. */
function directoryText(node: DerNode | undefined): string {
  if (node === undefined) throw new DerError('name without a value')
  const bytes = Buffer.from(node.content)
  switch (node.tag) {
    case TAG.utf8String:
    case TAG.printableString:
    case TAG.ia5String:
      return bytes.toString('utf8')
    case TAG.teletexString:
      return bytes.toString('latin1')
    case TAG.bmpString:
      if (bytes.length % 2 !== 0) throw new DerError('BMPString length')
      return bytes.swap16().toString('utf16le')
    case TAG.universalString:
      return universalText(bytes)
    default:
      return bytes.toString('hex')
  }
}

function universalText(bytes: Buffer): string {
  let text = ''
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const codePoint = bytes.readUInt32BE(at)
    if (codePoint > 0x10ffff) throw new DerError('UniversalString character')
    text += String.fromCodePoint(codePoint)
  }
  return text
}

/** RFC 5280 section 4.1.2.5: UTCTime to 2049, GeneralizedTime from 2050, both in UTC with seconds. */
function readTime(node: DerNode | undefined): Date {
  const text = Buffer.from(node?.content ?? []).toString('latin1')
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
  const yearDigits = node?.tag === TAG.utcTime ? 2 : node?.tag === TAG.generalizedTime ? 4 : 0
  const [, yearText, month, day, hour, minute, second] = match ?? []
  if (yearText === undefined || yearText.length !== yearDigits) throw new DerError('time')
  const year = yearDigits === 4 ? yearText : `${Number(yearText) >= 50 ? '19' : '20'}${yearText}`
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(time.getTime())) throw new DerError('time')
  return time
}

/** The certificate's public key; throws where the platform does not know the kind (SM2 in Electron, for instance). */
export function publicKeyOf(certificate: CertificateFacts): KeyObject {
  return createPublicKey({ key: Buffer.from(certificate.publicKeyDer), format: 'der', type: 'spki' })
}

const CURVE_NAMES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }

/** Kind of a key for people: `RSA 2048`, `EC P-256`. */
export function keyKind(key: KeyObject): string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'rsa') return `RSA ${modulusLength ?? ''}`
  if (key.asymmetricKeyType === 'ec') return `EC ${CURVE_NAMES[namedCurve ?? ''] ?? namedCurve ?? ''}`
  return (key.asymmetricKeyType ?? 'unknown').toUpperCase()
}

/** Refuses keys too weak or of a kind that cannot be checked by `pdfsig` and the usual PDF programs. */
export function requireSupportedKey(key: KeyObject): void {
  const details = key.asymmetricKeyDetails ?? {}
  const supported =
    (key.asymmetricKeyType === 'rsa' && (details.modulusLength ?? 0) >= 2048 && (details.modulusLength ?? 0) <= 8192) ||
    (key.asymmetricKeyType === 'ec' && (details.namedCurve ?? '') in CURVE_NAMES)
  if (!supported) throw new FashenError('key-kind-unsupported', { kind: keyKind(key) })
}

/** Whether `issuer` signed `certificate`: names match and the signature holds. */
export function isIssuedBy(certificate: CertificateFacts, issuer: CertificateFacts): boolean {
  if (!sameBytes(certificate.issuerDer, issuer.subjectDer)) return false
  try {
    return new X509Certificate(certificate.der).verify(publicKeyOf(issuer))
  } catch {
    return false
  }
}

/** The day on the calendar in China, where the person reads it. */
function chinaDay(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Refuses to sign with a certificate that is not valid at `moment`. */
export function requireValidAt(certificate: CertificateFacts, moment: Date): void {
  if (moment > certificate.notAfter) {
    const notAfter = chinaDay(certificate.notAfter)
    throw new FashenError('certificate-expired', { subject: certificate.commonName, notAfter })
  }
  // certificates count whole seconds, so the second in which one was issued already belongs to it
  if (Math.floor(moment.getTime() / 1000) < Math.floor(certificate.notBefore.getTime() / 1000)) {
    const notBefore = chinaDay(certificate.notBefore)
    throw new FashenError('certificate-not-yet-valid', { subject: certificate.commonName, notBefore })
  }
}
