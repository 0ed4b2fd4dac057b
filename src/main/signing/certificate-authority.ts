/**
 * The station's own root (本站根证书) and the certificates that it issues, for people who have none from a licensed
 * certification service. Such a signature proves inside the agency who signed and that nothing changed since; it is not
 * an electronic signature certified by a third party (电子签名法 art. 16), and the documents say so.
 */
import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  ExtKeyUsage,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'
import { readCertificate } from './certificate.ts'
import { children, encode, expectTag, oid, readDer, sequence, setOf, TAG } from './der.ts'

/** A certificate and its private key (PKCS#8 DER, not encrypted): wrap the key before it goes anywhere. */
export interface IssuedCertificate {
  readonly certificateDer: Uint8Array
  readonly privateKeyPkcs8: Uint8Array
}

export type IssuedKeyKind = 'ec-p256' | 'rsa-2048'

export interface PersonCertificateRequest {
  /** The person's name as it is to appear in the signature, Chinese characters as they are. */
  readonly name: string
  readonly agency: string
  /** Tells two people of the same name apart: the number of the enforcement certificate, or the person's id. */
  readonly personNumber: string
  readonly keyKind?: IssuedKeyKind
  readonly validFrom: Date
  /** Whole years; default 3. Never beyond the root's own validity. */
  readonly years?: number
}

const ROOT_YEARS = 20
const PERSON_YEARS = 3

const OID = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organization: '2.5.4.10',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  /** RFC 9336: signing of documents. */
  documentSigning: '1.3.6.1.5.5.7.3.36',
  /** What the NSS library, behind `pdfsig`, asks of a signer's certificate. */
  emailProtection: '1.3.6.1.5.5.7.3.4',
} as const

/** X.520 upper bounds, in characters. */
const MAX_NAME = 64

const KEY_PARAMETERS = {
  'ec-p256': { name: 'ECDSA', namedCurve: 'P-256' },
  'rsa-2048': {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-256',
  },
} as const

function engine(): CryptoEngine {
  return new CryptoEngine({ name: 'node', crypto: globalThis.crypto })
}

/** Makes the station's root: EC P-256, valid for 20 years, self-signed, named `AGENCY 法审台 根证书`. */
export async function createStationRoot(agency: string, validFrom: Date): Promise<IssuedCertificate> {
  const keys = await generateKeys('ec-p256')
  const certificate = await emptyCertificate(keys, validFrom, yearsAfter(validFrom, ROOT_YEARS))
  const suffix = ' 法审台 根证书'
  const name = distinguishedName({ commonName: shortened(agency, MAX_NAME - suffix.length) + suffix, agency })
  certificate.subject = name
  certificate.issuer = name
  const keyId = keyIdentifier(certificate)
  certificate.extensions = [
    extension(OID.basicConstraints, true, new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    extension(OID.keyUsage, true, keyUsage(0x06, 1)), // keyCertSign, cRLSign
    extension(OID.subjectKeyIdentifier, false, new asn1js.OctetString({ valueHex: keyId })),
  ]
  await certificate.sign(keys.privateKey, 'SHA-256', engine())
  return finished(certificate, keys)
}

/** Issues a person's certificate under the station's root. */
export async function issuePersonCertificate(
  root: IssuedCertificate,
  request: PersonCertificateRequest,
): Promise<IssuedCertificate> {
  const rootCertificate = Certificate.fromBER(Uint8Array.from(root.certificateDer))
  const rootKey = await globalThis.crypto.subtle.importKey(
    'pkcs8',
    Uint8Array.from(root.privateKeyPkcs8),
    KEY_PARAMETERS['ec-p256'],
    false,
    ['sign'],
  )
  const keys = await generateKeys(request.keyKind ?? 'ec-p256')
  const wanted = yearsAfter(request.validFrom, request.years ?? PERSON_YEARS)
  const rootEnd = readCertificate(root.certificateDer).notAfter
  const certificate = await emptyCertificate(keys, request.validFrom, wanted < rootEnd ? wanted : rootEnd)
  const { name, agency, personNumber } = request
  certificate.subject = distinguishedName({ commonName: shortened(name, MAX_NAME), agency, personNumber })
  certificate.issuer = rootCertificate.subject
  certificate.extensions = [
    extension(OID.basicConstraints, true, new BasicConstraints({ cA: false }).toSchema()),
    extension(OID.keyUsage, true, keyUsage(0xc0, 6)), // digitalSignature, nonRepudiation
    extension(
      OID.extendedKeyUsage,
      false,
      new ExtKeyUsage({ keyPurposes: [OID.documentSigning, OID.emailProtection] }).toSchema(),
    ),
    extension(OID.subjectKeyIdentifier, false, new asn1js.OctetString({ valueHex: keyIdentifier(certificate) })),
    extension(OID.authorityKeyIdentifier, false, authorityKeyIdentifier(rootCertificate)),
  ]
  await certificate.sign(rootKey, 'SHA-256', engine())
  return finished(certificate, keys)
}

function generateKeys(kind: IssuedKeyKind): Promise<CryptoKeyPair> {
  return globalThis.crypto.subtle.generateKey(KEY_PARAMETERS[kind], true, ['sign', 'verify'])
}

async function emptyCertificate(keys: CryptoKeyPair, notBefore: Date, notAfter: Date): Promise<Certificate> {
  const serial = globalThis.crypto.getRandomValues(new Uint8Array(16))
  // positive, and without a leading zero byte that DER would forbid
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const certificate = new Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: serial.buffer }),
    notBefore: validityTime(notBefore),
    notAfter: validityTime(notAfter),
    signature: new AlgorithmIdentifier(),
  })
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine())
  return certificate
}

/** RFC 5280 section 4.1.2.5: UTCTime (type 0) through 2049, GeneralizedTime (type 1) from 2050; whole seconds. */
function validityTime(moment: Date): Time {
  const value = new Date(Math.floor(moment.getTime() / 1000) * 1000)
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value })
}

/** The same day of a later year; 29 February becomes 1 March. */
function yearsAfter(moment: Date, years: number): Date {
  const later = new Date(moment)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}

/** Built part by part: pkijs on its own would put every part of a name into one set. */
function distinguishedName(parts: { commonName: string; agency: string; personNumber?: string }) {
  const part = (type: string, tag: number, text: string): Uint8Array =>
    setOf(sequence(oid(type), encode(tag, Buffer.from(text, 'utf8'))))
  const name = [
    part(OID.country, TAG.printableString, 'CN'),
    part(OID.organization, TAG.utf8String, shortened(parts.agency, MAX_NAME)),
    part(OID.commonName, TAG.utf8String, parts.commonName),
  ]
  if (parts.personNumber !== undefined) {
    // a PrintableString by X.520, which a Chinese certificate number such as 浙A01 would not fit
    name.push(part(OID.serialNumber, TAG.utf8String, shortened(parts.personNumber, MAX_NAME)))
  }
  return new RelativeDistinguishedNames({ schema: asn1js.fromBER(Uint8Array.from(sequence(...name))).result })
}

/** Cuts by characters, never through one. */
function shortened(text: string, length: number): string {
  return [...text].slice(0, length).join('')
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER(false) })
}

function keyUsage(bits: number, unusedBits: number): asn1js.BitString {
  return new asn1js.BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits })
}

/** RFC 5280 section 4.2.1.2, method 1: SHA-1 of the public key's bits. An identifier, not a protection. */
function keyIdentifier(certificate: Certificate): ArrayBuffer {
  const bits = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return Uint8Array.from(createHash('sha1').update(bits).digest()).buffer
}

function authorityKeyIdentifier(root: Certificate): asn1js.BaseBlock {
  return new AuthorityKeyIdentifier({
    keyIdentifier: new asn1js.OctetString({ valueHex: keyIdentifier(root) }),
  }).toSchema()
}

async function finished(certificate: Certificate, keys: CryptoKeyPair): Promise<IssuedCertificate> {
  const certificateDer = new Uint8Array(certificate.toSchema(true).toBER(false))
  // what is issued must be strict DER, since it is embedded byte for byte in every signature
  for (const part of children(readDer(certificateDer, TAG.sequence)).slice(0, 2)) expectTag(part, TAG.sequence)
  const privateKeyPkcs8 = new Uint8Array(await globalThis.crypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { certificateDer, privateKeyPkcs8 }
}
