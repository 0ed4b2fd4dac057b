/**
 * Password-based encryption as PKCS#12 files use it (RFC 7292 appendix B and C, RFC 8018): PBES2 with AES, as OpenSSL 3
 * and newer Windows write it, and the PKCS#12 schemes with 3DES or RC2, as older Windows and tax or bank certificate
 * tools still do. The old ciphers come from node-forge, because Electron's BoringSSL has no RC2.
 */
import { createDecipheriv, createHash, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto'

/** What the file asks for cannot be done: unknown scheme, or parameters beyond all reason. */
export class Pkcs12EncryptionError extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'Pkcs12EncryptionError'
  }
}

/** The password in the two forms that the schemes want. */
export interface Pkcs12Password {
  readonly utf8: Buffer
  /** UTF-16BE with two zero bytes at the end (RFC 7292 appendix B.1). */
  readonly bmp: Buffer
}

/** The empty password has two spellings in the wild; both are tried. */
export function passwordSpellings(password: string): Pkcs12Password[] {
  const utf8 = Buffer.from(password, 'utf8')
  const bmp = Buffer.concat([Buffer.from(password, 'utf16le').swap16(), Buffer.alloc(2)])
  return password === '' ? [{ utf8, bmp }, { utf8, bmp: Buffer.alloc(0) }] : [{ utf8, bmp }]
}

// Common tools use 2,000 to 600,000 rounds; a hostile file must not be able to stop the program for minutes.
const MAX_PBKDF2_ROUNDS = 5_000_000
const MAX_PKCS12_ROUNDS = 600_000

const HASH_OIDS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const PRF_OIDS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
const AES_OIDS: Readonly<Record<string, { cipher: string; keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { cipher: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { cipher: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { cipher: 'aes-256-cbc', keyLength: 32 },
}
const TRIPLE_DES_CBC = '1.2.840.113549.3.7'
const LEGACY_OIDS: Readonly<Record<string, { cipher: LegacyCipher; keyLength: number }>> = {
  '1.2.840.113549.1.12.1.3': { cipher: '3des', keyLength: 24 },
  '1.2.840.113549.1.12.1.4': { cipher: '3des', keyLength: 16 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', keyLength: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', keyLength: 5 },
}
type LegacyCipher = '3des' | 'rc2'

export interface KeyDerivation {
  readonly salt: Uint8Array
  readonly rounds: number
}

/** An encryption as read from the file, before its OIDs are judged. */
export type EncryptionScheme =
  | ({ readonly kind: 'pkcs12'; readonly oid: string } & KeyDerivation)
  | ({
      readonly kind: 'pbes2'
      readonly prfOid: string
      readonly cipherOid: string
      readonly iv: Uint8Array
    } & KeyDerivation)

/** The plain bytes, or `undefined` where the padding is wrong, which usually means a wrong password. */
export function decrypt(
  scheme: EncryptionScheme,
  password: Pkcs12Password,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (scheme.kind === 'pbes2') return decryptPbes2(scheme, password, ciphertext)
  return decryptLegacy(scheme, password, ciphertext)
}

async function decryptPbes2(
  scheme: EncryptionScheme & { kind: 'pbes2' },
  password: Pkcs12Password,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (scheme.cipherOid === TRIPLE_DES_CBC) {
    const key = await deriveByPbkdf2(scheme, scheme.prfOid, password, 24)
    return legacyCipher('3des', key, scheme.iv, ciphertext)
  }
  const aes = AES_OIDS[scheme.cipherOid]
  if (aes === undefined || scheme.iv.length !== 16) throw new Pkcs12EncryptionError(`cipher ${scheme.cipherOid}`)
  const key = await deriveByPbkdf2(scheme, scheme.prfOid, password, aes.keyLength)
  try {
    const decipher = createDecipheriv(aes.cipher, key, scheme.iv)
    return new Uint8Array(Buffer.concat([decipher.update(ciphertext), decipher.final()]))
  } catch {
    return undefined
  }
}

async function decryptLegacy(
  scheme: EncryptionScheme & { kind: 'pkcs12' },
  password: Pkcs12Password,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  const legacy = LEGACY_OIDS[scheme.oid]
  if (legacy === undefined) throw new Pkcs12EncryptionError(`encryption ${scheme.oid}`)
  const key = deriveByPkcs12('sha1', password.bmp, scheme, KEY_PURPOSE.encryption, legacy.keyLength)
  const iv = deriveByPkcs12('sha1', password.bmp, scheme, KEY_PURPOSE.iv, 8)
  // two-key 3DES repeats the first key
  const fullKey = legacy.cipher === '3des' && key.length === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key
  return legacyCipher(legacy.cipher, fullKey, iv, ciphertext)
}

async function legacyCipher(
  cipher: LegacyCipher,
  key: Uint8Array,
  iv: Uint8Array,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (iv.length !== 8 || ciphertext.length % 8 !== 0) return undefined
  const { default: forge } = await import('node-forge')
  const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
  if (cipher === '3des') {
    const tripleDes = forge.cipher.createDecipher('3DES-CBC', binary(key))
    // the published types ask for a string that is also an object; the library itself takes the object
    tripleDes.start({ iv: binary(iv) } as Parameters<typeof tripleDes.start>[0])
    tripleDes.update(forge.util.createBuffer(binary(ciphertext)))
    return tripleDes.finish() ? new Uint8Array(Buffer.from(tripleDes.output.getBytes(), 'latin1')) : undefined
  }
  const decipher = forge.rc2.createDecryptionCipher(binary(key), key.length * 8)
  decipher.start(binary(iv))
  decipher.update(forge.util.createBuffer(binary(ciphertext)))
  return decipher.finish() ? new Uint8Array(Buffer.from(decipher.output.getBytes(), 'latin1')) : undefined
}

function deriveByPbkdf2(
  { salt, rounds }: KeyDerivation,
  prfOid: string,
  password: Pkcs12Password,
  length: number,
): Promise<Buffer> {
  const hash = PRF_OIDS[prfOid]
  if (hash === undefined) throw new Pkcs12EncryptionError(`key derivation ${prfOid}`)
  if (rounds < 1 || rounds > MAX_PBKDF2_ROUNDS) throw new Pkcs12EncryptionError(`${rounds} rounds`)
  return new Promise((resolve, reject) => {
    pbkdf2(password.utf8, salt, rounds, length, hash, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

const KEY_PURPOSE = { encryption: 1, iv: 2, mac: 3 } as const

/** The key derivation of RFC 7292 appendix B.2. */
function deriveByPkcs12(hash: string, bmp: Buffer, derivation: KeyDerivation, purpose: number, length: number): Buffer {
  const { salt, rounds } = derivation
  if (rounds < 1 || rounds > MAX_PKCS12_ROUNDS) throw new Pkcs12EncryptionError(`${rounds} rounds`)
  const block = hash === 'sha384' || hash === 'sha512' ? 128 : 64
  const stretched = (bytes: Uint8Array): Buffer =>
    Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes.length > 0 ? bytes : undefined)
  const input = Buffer.concat([stretched(salt), stretched(bmp)])
  const diversifier = Buffer.alloc(block, purpose)
  const parts: Buffer[] = []
  for (let have = 0; have < length; have += parts.at(-1)?.length ?? length) {
    let digest = createHash(hash).update(diversifier).update(input).digest()
    for (let round = 1; round < rounds; round++) digest = createHash(hash).update(digest).digest()
    parts.push(digest)
    const addend = Buffer.alloc(block, digest)
    for (let at = 0; at < input.length; at += block) addWithOne(input.subarray(at, at + block), addend)
  }
  return Buffer.concat(parts).subarray(0, length)
}

/** target = target + addend + 1, as big-endian numbers of the same length, without the overflow. */
function addWithOne(target: Buffer, addend: Buffer): void {
  let carry = 1
  for (let index = target.length - 1; index >= 0; index--) {
    carry += (target[index] ?? 0) + (addend[index] ?? 0)
    target[index] = carry & 0xff
    carry >>= 8
  }
}

export interface MacData extends KeyDerivation {
  readonly digestOid: string
  readonly digest: Uint8Array
}

/** Whether the file's integrity code fits this password. */
export function macMatches(mac: MacData, password: Pkcs12Password, content: Uint8Array): boolean {
  const hash = HASH_OIDS[mac.digestOid]
  if (hash === undefined) throw new Pkcs12EncryptionError(`integrity code ${mac.digestOid}`)
  const length = createHash(hash).digest().length
  const key = deriveByPkcs12(hash, password.bmp, mac, KEY_PURPOSE.mac, length)
  const expected = createHmac(hash, key).update(content).digest()
  return expected.length === mac.digest.length && timingSafeEqual(expected, mac.digest)
}
