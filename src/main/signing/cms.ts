/**
 * The CMS signature inside a PAdES baseline B-B signature (ETSI EN 319 142-1, EN 319 122-1; RFC 5652, RFC 5035): signed
 * attributes content-type, message-digest and ESS signing-certificate-v2. No signing-time attribute: PAdES puts the
 * claimed time into the PDF's /M entry and forbids it here.
 *
 * Written with our own DER writer, so that certificates keep their bytes; read strictly, so that a changed byte outside
 * what the signature protects is noticed too.
 */
import { createHash, verify } from 'node:crypto'
import type { SignatureProblem } from '../../shared/signing/signature-report.ts'
import {
  SIGNATURE_ALGORITHMS,
  type DigestAlgorithm,
  type SignatureAlgorithm,
  type Signer,
} from '../../shared/signing/signer.ts'
import { isIssuedBy, publicKeyOf, readCertificate, requireSupportedKey, type CertificateFacts } from './certificate.ts'
import {
  children,
  DerError,
  encode,
  expectTag,
  nullValue,
  octetString,
  oid,
  oidText,
  readFirst,
  sameBytes,
  sequence,
  setOf,
  smallInteger,
  TAG,
  type DerNode,
} from './der.ts'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const
const SUBJECT_KEY_IDENTIFIER = 0x80
const UNSIGNED_ATTRIBUTES = 0xa1

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

// ---------------------------------------------------------------- writing

/** The digest over the signed bytes that {@link buildCms} wants. */
export function digestFor(algorithm: SignatureAlgorithm, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(SIGNATURE_ALGORITHMS[algorithm].digest)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Upper bound of the length of the CMS, in bytes, before anything is signed. */
export function cmsLengthBound(signer: Signer): number {
  const certificates = [signer.certificateDer, ...signer.chainDer]
  const certificateBytes = certificates.reduce((sum, der) => sum + der.length + 48, 0)
  // the issuer's name once more, at most a certificate's length; RSA 8192 signs in 1,024 bytes
  return certificateBytes + signer.certificateDer.length + 1024 + 512
}

/** A detached CMS SignedData over bytes with this digest. */
export async function buildCms(signer: Signer, messageDigest: Uint8Array): Promise<Uint8Array> {
  const facts = SIGNATURE_ALGORITHMS[signer.algorithm]
  const certificate = readCertificate(signer.certificateDer)
  // every certificate that goes along is bound by its hash, not only the signer's
  const bound = [signer.certificateDer, ...signer.chainDer].map((der) => sequence(octetString(sha256(der))))
  const attributes = setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(messageDigest)),
    attribute(OID.signingCertificateV2, sequence(sequence(...bound))),
  )
  const signature = await signer.sign(attributes)
  const digestAlgorithm = sequence(oid(facts.digestOid))
  const signerInfo = sequence(
    smallInteger(1),
    sequence(certificate.issuerDer, certificate.serialDer),
    digestAlgorithm,
    retagged(attributes, TAG.context0),
    sequence(oid(facts.signatureOid), ...(facts.nullParameter ? [nullValue()] : [])),
    octetString(signature),
  )
  const signedData = sequence(
    smallInteger(1),
    setOf(digestAlgorithm),
    sequence(oid(OID.data)),
    retagged(setOf(signer.certificateDer, ...signer.chainDer), TAG.context0),
    setOf(signerInfo),
  )
  return sequence(oid(OID.signedData), encode(TAG.context0, signedData))
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value))
}

/** The same value under another tag of one byte (IMPLICIT tagging). */
function retagged(value: Uint8Array, tag: number): Uint8Array {
  return new Uint8Array(Buffer.concat([Uint8Array.of(tag), value.subarray(1)]))
}

// ---------------------------------------------------------------- reading

export interface CmsFacts {
  readonly certificate: CertificateFacts
  readonly otherCertificates: readonly CertificateFacts[]
  readonly digest: DigestAlgorithm
  readonly messageDigest: Uint8Array
  readonly signatureOid: string
  readonly signature: Uint8Array
  /** The signed attributes as they were signed: under the tag SET. */
  readonly signedAttributes: Uint8Array
  /** SHA-256 of each certificate that the signer bound to the signature; the signer's own is first. */
  readonly boundCertificates: readonly Uint8Array[]
}

export class UnsupportedCmsError extends Error {}

/**
 * Reads the CMS at the beginning of `bytes`; after it only zero bytes may follow, with which PDF fills up the place.
 * Throws {@link DerError} or {@link UnsupportedCmsError}.
 */
export function readCms(bytes: Uint8Array): CmsFacts {
  const { node, rest } = readFirst(bytes)
  if (rest.some((byte) => byte !== 0)) throw new DerError('bytes behind the signature')
  const [type, content, ...more] = children(expectTag(node, TAG.sequence))
  if (oidText(type) !== OID.signedData || more.length > 0) throw new DerError('not SignedData')
  const [signedData, ...others] = children(expectTag(content, TAG.context0))
  if (others.length > 0) throw new DerError('more than SignedData')
  const [version, digestAlgorithms, contentInfo, certificateSet, signerInfos, ...tail] = children(
    expectTag(signedData, TAG.sequence),
  )
  if (integerOf(version) !== 1 || tail.length > 0) throw new DerError('SignedData version')
  const [contentType, ...embedded] = children(expectTag(contentInfo, TAG.sequence))
  if (oidText(contentType) !== OID.data || embedded.length > 0) throw new DerError('signature is not detached')
  const certificates = children(expectTag(certificateSet, TAG.context0)).map(({ raw }) => readCertificate(raw))
  const signers = children(expectTag(signerInfos, TAG.set))
  if (signers.length !== 1) throw new DerError('not exactly one signer')
  return readSigner(expectTag(signers[0], TAG.sequence), children(expectTag(digestAlgorithms, TAG.set)), certificates)
}

function readSigner(signer: DerNode, digestAlgorithms: DerNode[], certificates: CertificateFacts[]): CmsFacts {
  const [version, identifier, digestAlgorithm, attributes, ...rest] = children(signer)
  const [signatureAlgorithm, signature, ...unsigned] = rest
  if (identifier?.tag === SUBJECT_KEY_IDENTIFIER) throw new UnsupportedCmsError('signer named by its key')
  if (integerOf(version) !== 1) throw new DerError('SignerInfo version')
  if (unsigned.length > 1 || (unsigned[0] !== undefined && unsigned[0].tag !== UNSIGNED_ATTRIBUTES)) {
    throw new DerError('SignerInfo')
  }
  const [issuer, serial] = children(expectTag(identifier, TAG.sequence))
  const certificate = certificates.find(
    ({ issuerDer, serialDer }) =>
      sameBytes(issuerDer, issuer?.raw ?? new Uint8Array()) && sameBytes(serialDer, serial?.raw ?? new Uint8Array()),
  )
  if (certificate === undefined) throw new DerError('certificate of the signer missing')
  const digestOid = algorithmOid(digestAlgorithm)
  if (digestAlgorithms.length !== 1 || algorithmOid(digestAlgorithms[0]) !== digestOid) throw new DerError('digest')
  const signedAttributes = expectTag(attributes, TAG.context0)
  const values = readAttributes(signedAttributes)
  if (oidText(values.get(OID.contentType)) !== OID.data) throw new DerError('content-type attribute')
  return {
    certificate,
    otherCertificates: certificates.filter((other) => other !== certificate),
    digest: digestNamed(digestOid),
    messageDigest: expectTag(values.get(OID.messageDigest), TAG.octetString).content,
    signatureOid: algorithmOid(signatureAlgorithm),
    signature: expectTag(signature, TAG.octetString).content,
    signedAttributes: retagged(signedAttributes.raw, TAG.set),
    boundCertificates: readBoundCertificates(values.get(OID.signingCertificateV2)),
  }
}

function integerOf(node: DerNode | undefined): number {
  const { content } = expectTag(node, TAG.integer)
  return content.length === 1 ? (content[0] ?? -1) : -1
}

/** AlgorithmIdentifier without parameters, or with NULL; every algorithm here is of that form. */
function algorithmOid(node: DerNode | undefined): string {
  const [type, parameter, ...more] = children(expectTag(node, TAG.sequence))
  if (more.length > 0) throw new DerError('algorithm')
  if (parameter !== undefined && (parameter.tag !== TAG.null || parameter.content.length > 0)) {
    throw new UnsupportedCmsError('algorithm with parameters')
  }
  return oidText(type)
}

function digestNamed(digestOid: string): DigestAlgorithm {
  const known = Object.values(SIGNATURE_ALGORITHMS).find((facts) => facts.digestOid === digestOid)
  if (known === undefined) throw new UnsupportedCmsError(`digest ${digestOid}`)
  return known.digest
}

/** Each attribute once, with one value. */
function readAttributes(set: DerNode): Map<string, DerNode> {
  const values = new Map<string, DerNode>()
  for (const node of children(set)) {
    const [type, valueSet, ...more] = children(expectTag(node, TAG.sequence))
    const [value, ...others] = children(expectTag(valueSet, TAG.set))
    const name = oidText(type)
    if (value === undefined || more.length > 0 || others.length > 0 || values.has(name)) throw new DerError('attribute')
    values.set(name, value)
  }
  return values
}

/** SigningCertificateV2 (RFC 5035): hashes by SHA-256, the default; another hash binds nothing for us. */
function readBoundCertificates(value: DerNode | undefined): Uint8Array[] {
  if (value === undefined) return []
  const [list] = children(expectTag(value, TAG.sequence))
  return children(expectTag(list, TAG.sequence)).flatMap((identifier) => {
    const [hash] = children(expectTag(identifier, TAG.sequence))
    return hash?.tag === TAG.octetString ? [hash.content] : []
  })
}

// ---------------------------------------------------------------- judging

/** What is wrong with the signature itself, apart from the bytes of the document and the dates. */
export function cmsProblems(cms: CmsFacts): SignatureProblem[] {
  const problems: SignatureProblem[] = []
  const [own, ...bound] = cms.boundCertificates
  if (own === undefined || !sameBytes(own, sha256(cms.certificate.der))) problems.push('certificate-not-bound')
  const signature = signatureHolds(cms)
  if (signature !== 'yes') problems.push(signature === 'no' ? 'signature-mismatch' : 'algorithm-unsupported')
  if (!othersBelong(cms, bound)) problems.push('chain-broken')
  return problems
}

function signatureHolds(cms: CmsFacts): 'yes' | 'no' | 'unknown' {
  const { certificate, digest, signatureOid, signature, signedAttributes } = cms
  try {
    const key = publicKeyOf(certificate)
    requireSupportedKey(key)
    const algorithm = Object.entries(SIGNATURE_ALGORITHMS).find(([, facts]) => facts.signatureOid === signatureOid)
    if (algorithm === undefined) return 'unknown'
    const [name, facts] = algorithm
    if (facts.digest !== digest || name.startsWith('rsa') !== (key.asymmetricKeyType === 'rsa')) return 'no'
    return verify(facts.digest, signedAttributes, { key, dsaEncoding: 'der' }, signature) ? 'yes' : 'no'
  } catch {
    return 'unknown'
  }
}

/**
 * Where the signer bound further certificates by their hashes, exactly those may be there. A signer that bound only its
 * own, as other programs do, must at least have sent along nothing but issuers in the chain above it.
 */
function othersBelong({ certificate, otherCertificates }: CmsFacts, bound: readonly Uint8Array[]): boolean {
  if (bound.length > 0) {
    const isBound = ({ der }: CertificateFacts): boolean => bound.some((hash) => sameBytes(hash, sha256(der)))
    return otherCertificates.length === bound.length && otherCertificates.every(isBound)
  }
  const chain = [certificate, ...otherCertificates]
  return otherCertificates.every((other) => chain.some((below) => below !== other && isIssuedBy(below, other)))
}
