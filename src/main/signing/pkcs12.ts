/**
 * Reading a person's certificate file, PKCS#12 (`.p12`, `.pfx`; 证书文件): private key, certificate and the certificates
 * above it. The certificates are handed on byte for byte. The file comes from outside and may be anything.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import * as asn1js from 'asn1js'
import { FashenError } from '../../shared/errors/errors.ts'
import { isIssuedBy, publicKeyOf, readCertificate, requireSupportedKey, type CertificateFacts } from './certificate.ts'
import { sameBytes } from './der.ts'
import {
  decrypt,
  macMatches,
  passwordSpellings,
  Pkcs12EncryptionError,
  type EncryptionScheme,
  type MacData,
  type Pkcs12Password,
} from './pkcs12-encryption.ts'

export interface Pkcs12Content {
  /** Private key, PKCS#8 DER, not encrypted: wrap it before it goes anywhere. */
  readonly privateKeyPkcs8: Uint8Array
  /** The certificate of that key, DER, exactly as it is in the file. */
  readonly certificateDer: Uint8Array
  /** Certificates above it that the file holds, nearest first. */
  readonly chainDer: readonly Uint8Array[]
}

/** A real file with a chain of three is 5–10 KiB. */
const MAX_FILE_LENGTH = 1024 * 1024
const MAX_BAGS = 64

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  nestedBag: '1.2.840.113549.1.12.10.1.6',
  x509: '1.2.840.113549.1.9.22.1',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha1: '1.2.840.113549.2.7',
  ecPublicKey: '1.2.840.10045.2.1',
  sm2Curve: '1.2.156.10197.1.301',
} as const

class NotPkcs12 extends Error {}
class WrongPassword extends Error {}

/**
 * Reads a PKCS#12 file.
 *
 * Errors: `wrong-pkcs12-password`; `pkcs12-unreadable` (not such a file, damaged, or encrypted in an unknown way);
 * `pkcs12-no-key` (no private key, or no certificate that belongs to it); `key-kind-unsupported`.
 */
export async function readPkcs12(bytes: Uint8Array, password: string): Promise<Pkcs12Content> {
  try {
    return await readFile(bytes, password)
  } catch (error) {
    if (error instanceof FashenError) throw error
    if (error instanceof WrongPassword) throw new FashenError('wrong-pkcs12-password', {}, { cause: error })
    const reason = error instanceof Pkcs12EncryptionError ? 'unknown-encryption' : 'not-pkcs12'
    throw new FashenError('pkcs12-unreadable', { reason }, { cause: error })
  }
}

async function readFile(bytes: Uint8Array, password: string): Promise<Pkcs12Content> {
  if (bytes.length === 0 || bytes.length > MAX_FILE_LENGTH) throw new NotPkcs12(`${bytes.length} B`)
  const [version, authSafe, macBlock] = elements(parse(bytes))
  if (Number(integer(version)) !== 3) throw new NotPkcs12('PKCS#12 version')
  const content = contentOf(authSafe, OID.data)
  const mac = macBlock === undefined ? undefined : readMac(macBlock)
  const fits = (candidate: Pkcs12Password): boolean => mac === undefined || macMatches(mac, candidate, content)
  const spelling = passwordSpellings(password).find(fits)
  if (spelling === undefined) throw new WrongPassword()
  const found: Found = { keys: [], certificates: [], bags: 0 }
  for (const part of elements(parse(content))) {
    const safeContents = await openPart(part, spelling, mac !== undefined)
    await readBags(elements(parse(safeContents)), spelling, mac !== undefined, found)
  }
  return choose(found)
}

// ---------------------------------------------------------------- BER, which PKCS#12 may use

/** An ASN.1 value as asn1js reads it: `value` holds the elements where there are any, `valueHexView` the bytes. */
type Block = asn1js.BaseBlock & {
  valueBlock: { value?: unknown; valueHexView?: Uint8Array }
}

function parse(bytes: Uint8Array): Block {
  const { result, offset } = asn1js.fromBER(Uint8Array.from(bytes))
  if (offset === -1) throw new NotPkcs12('PKCS#12: ASN.1')
  return result as Block
}

function elements(block: Block | undefined): Block[] {
  const value = block?.valueBlock.value
  if (!Array.isArray(value)) throw new NotPkcs12('PKCS#12: ASN.1')
  return value as Block[]
}

/** The bytes of an OCTET STRING, in one piece or, as BER allows, in several. */
function octets(block: Block | undefined): Uint8Array {
  if (block === undefined) throw new NotPkcs12('PKCS#12: ASN.1')
  const parts = block.idBlock.isConstructed ? elements(block) : []
  if (block.idBlock.isConstructed) return new Uint8Array(Buffer.concat(parts.map(octets)))
  return Uint8Array.from(block.valueBlock.valueHexView ?? [])
}

function oidOf(block: Block | undefined): string {
  if (!(block instanceof asn1js.ObjectIdentifier)) throw new NotPkcs12('PKCS#12: ASN.1')
  return block.valueBlock.toString()
}

function integer(block: Block | undefined): bigint {
  if (!(block instanceof asn1js.Integer)) throw new NotPkcs12('PKCS#12: ASN.1')
  return block.toBigInt()
}

/** Rounds beyond a safe integer are refused later like any other excess. */
function rounds(block: Block | undefined): number {
  return Number(integer(block))
}

// ---------------------------------------------------------------- the parts of the file

/** ContentInfo ::= SEQUENCE { type, [0] EXPLICIT content }, with an OCTET STRING inside. */
function contentOf(block: Block | undefined, type: string): Uint8Array {
  const [contentType, wrapped] = elements(block)
  if (oidOf(contentType) !== type) throw new NotPkcs12(`content ${oidOf(contentType)}`)
  return octets(elements(wrapped)[0])
}

/** MacData ::= SEQUENCE { SEQUENCE { digest algorithm, digest }, salt, rounds DEFAULT 1 } */
function readMac(block: Block): MacData {
  const [digestInfo, salt, roundsBlock] = elements(block)
  const [algorithm, digest] = elements(digestInfo)
  return {
    digestOid: oidOf(elements(algorithm)[0]),
    digest: octets(digest),
    salt: octets(salt),
    rounds: roundsBlock === undefined ? 1 : rounds(roundsBlock),
  }
}

function readScheme(algorithm: Block | undefined): EncryptionScheme {
  const [type, parameters] = elements(algorithm)
  const oid = oidOf(type)
  if (oid !== OID.pbes2) {
    const [salt, roundsBlock] = elements(parameters)
    return { kind: 'pkcs12', oid, salt: octets(salt), rounds: rounds(roundsBlock) }
  }
  const [derivation, cipher] = elements(parameters)
  const [derivationOid, derivationParameters] = elements(derivation)
  if (oidOf(derivationOid) !== OID.pbkdf2) throw new Pkcs12EncryptionError(`key derivation ${oidOf(derivationOid)}`)
  const [salt, roundsBlock, ...optional] = elements(derivationParameters)
  const prf = optional.find((block) => block instanceof asn1js.Sequence)
  const [cipherOid, iv] = elements(cipher)
  return {
    kind: 'pbes2',
    salt: octets(salt),
    rounds: rounds(roundsBlock),
    prfOid: prf === undefined ? OID.hmacSha1 : oidOf(elements(prf)[0]),
    cipherOid: oidOf(cipherOid),
    iv: octets(iv),
  }
}

/** Without an integrity code, bytes that do not decrypt are the only sign of a wrong password. */
async function decryptOrRefuse(
  algorithm: Block | undefined,
  ciphertext: Uint8Array,
  password: Pkcs12Password,
  passwordKnownGood: boolean,
): Promise<Uint8Array> {
  const plain = await decrypt(readScheme(algorithm), password, ciphertext)
  if (plain !== undefined && asn1js.fromBER(Uint8Array.from(plain)).offset !== -1) return plain
  throw passwordKnownGood ? new NotPkcs12('PKCS#12: decryption') : new WrongPassword()
}

async function openPart(part: Block, password: Pkcs12Password, passwordKnownGood: boolean): Promise<Uint8Array> {
  const [type, wrapped] = elements(part)
  if (oidOf(type) !== OID.encryptedData) return contentOf(part, OID.data)
  // EncryptedData ::= SEQUENCE { version, SEQUENCE { type, algorithm, [0] IMPLICIT OCTET STRING } }
  const [, info] = elements(elements(wrapped)[0])
  const [, algorithm, ciphertext] = elements(info)
  return decryptOrRefuse(algorithm, octets(ciphertext), password, passwordKnownGood)
}

interface Found {
  readonly keys: Uint8Array[]
  readonly certificates: Uint8Array[]
  bags: number
}

async function readBags(bags: Block[], password: Pkcs12Password, knownGood: boolean, found: Found): Promise<void> {
  for (const bag of bags) {
    found.bags += 1
    if (found.bags > MAX_BAGS) throw new NotPkcs12(`> ${MAX_BAGS} PKCS#12 bags`)
    const [type, wrapped] = elements(bag)
    const value = elements(wrapped)[0]
    switch (oidOf(type)) {
      case OID.keyBag:
        if (value !== undefined) found.keys.push(new Uint8Array(value.toBER()))
        break
      case OID.shroudedKeyBag: {
        const [algorithm, ciphertext] = elements(value)
        found.keys.push(await decryptOrRefuse(algorithm, octets(ciphertext), password, knownGood))
        break
      }
      case OID.certificateBag: {
        const [kind, certificate] = elements(value)
        if (oidOf(kind) === OID.x509) found.certificates.push(octets(elements(certificate)[0]))
        break
      }
      case OID.nestedBag:
        await readBags(elements(value), password, knownGood, found)
        break
      default: // revocation lists and other secrets do not concern signing
    }
  }
}

// ---------------------------------------------------------------- choosing key and certificate

/** The first key for which the file holds a certificate. Matching by the key itself: labels are often wrong. */
function choose({ keys, certificates }: Found): Pkcs12Content {
  const known = certificates.flatMap((der) => {
    try {
      return [readCertificate(der)]
    } catch {
      return []
    }
  })
  let refused: FashenError | undefined
  for (const privateKeyPkcs8 of keys) {
    let publicKey: Uint8Array
    try {
      publicKey = supportedPublicKey(privateKeyPkcs8)
    } catch (error) {
      if (!(error instanceof FashenError)) throw error
      refused = error
      continue
    }
    const own = known.find((certificate) => hasPublicKey(certificate, publicKey))
    if (own === undefined) continue
    const chainDer = chainAbove(own, known).map(({ der }) => der)
    return { privateKeyPkcs8, certificateDer: own.der, chainDer }
  }
  throw refused ?? new FashenError('pkcs12-no-key', {})
}

/** Checks kind and strength of a private key; answers its public key, SPKI DER. */
function supportedPublicKey(privateKeyPkcs8: Uint8Array): Uint8Array {
  const [, algorithm] = elements(parse(privateKeyPkcs8))
  const [kind, parameters] = elements(algorithm)
  if (oidOf(kind) === OID.ecPublicKey && parameters instanceof asn1js.ObjectIdentifier) {
    // named here, because not every platform's library knows the curve well enough to say what it is
    if (oidOf(parameters) === OID.sm2Curve) throw new FashenError('key-kind-unsupported', { kind: 'SM2' })
  }
  let key
  try {
    key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
  } catch (error) {
    throw new FashenError('key-kind-unsupported', { kind: oidOf(kind) }, { cause: error })
  }
  requireSupportedKey(key)
  return createPublicKey(key).export({ format: 'der', type: 'spki' })
}

function hasPublicKey(certificate: CertificateFacts, publicKey: Uint8Array): boolean {
  try {
    return sameBytes(publicKeyOf(certificate).export({ format: 'der', type: 'spki' }), publicKey)
  } catch {
    return false
  }
}

/** Issuer, issuer of the issuer, … as far as `known` goes; a self-signed root ends it. */
function chainAbove(own: CertificateFacts, known: readonly CertificateFacts[]): CertificateFacts[] {
  const chain: CertificateFacts[] = []
  let current = own
  for (;;) {
    const free = known.filter((candidate) => candidate !== own && !chain.includes(candidate))
    const issuer = free.find((candidate) => isIssuedBy(current, candidate))
    if (issuer === undefined) return chain
    chain.push(issuer)
    current = issuer
  }
}
