/**
 * Secret bytes wrapped with a password: scrypt derives a key, AES-256-GCM seals the bytes. The result is plain JSON,
 * so it can lie in a file or a column; the scrypt parameters travel with it, so that they can be raised later without
 * touching what was wrapped before.
 *
 * Used for the station's data key (recovery passphrase) and for a person's signing key (signing password).
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/** The work that a guess costs: scrypt's N (a power of two), r and p. Memory is 128 × N × r bytes. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 32 MiB and some 80 ms on a small office computer: for a password that is asked for at each signature. */
export const DEFAULT_COST: ScryptCost = { N: 2 ** 15, r: 8, p: 1 }
/** 128 MiB: for the station's data key, which is unwrapped once when the station opens. */
export const STATION_KEY_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** A hostile file must not be able to ask for more memory than this, or for work without end. */
const MAX_MEMORY = 256 * 1024 * 1024
const MIN_N = 2 ** 14
const MAX_N = 2 ** 20
const SALT_LENGTH = 16
const NONCE_LENGTH = 12
const TAG_LENGTH = 16
const KEY_LENGTH = 32
const MAX_SECRET_LENGTH = 64 * 1024

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n))
const base64Of = (length: number): z.ZodType<string> =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === length, { error: 'wrong-length' })

export const wrappedSecretSchema = z
  .strictObject({
    version: z.literal(1),
    kdf: z.literal('scrypt'),
    N: z.int().min(MIN_N).max(MAX_N).refine(isPowerOfTwo, { error: 'not-a-power-of-two' }),
    r: z.int().min(8).max(16),
    p: z.int().min(1).max(4),
    salt: base64Of(SALT_LENGTH),
    cipher: z.literal('aes-256-gcm'),
    nonce: base64Of(NONCE_LENGTH),
    tag: base64Of(TAG_LENGTH),
    sealed: z.base64().min(4).max(Math.ceil((MAX_SECRET_LENGTH * 4) / 3) + 4),
  })
  .refine(({ N, r }) => memoryFor({ N, r, p: 1 }) <= MAX_MEMORY, { error: 'too-much-memory' })
export type WrappedSecret = z.infer<typeof wrappedSecretSchema>

function memoryFor({ N, r }: ScryptCost): number {
  return 128 * N * r
}

/** Typed in full width with a Chinese input method, the next time in half width: it is the same password. */
function passwordBytes(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8')
}

function deriveKey(password: string, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> {
  // scrypt needs a little more than 128·N·r for its own bookkeeping
  const options = { ...cost, maxmem: memoryFor(cost) + 4 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(passwordBytes(password), salt, KEY_LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** The parameters are authenticated too: a wrap that was made cheaper, or moved to another purpose, does not open. */
function boundData(cost: ScryptCost, purpose: string): Buffer {
  return Buffer.from(`fashen-wrapped-secret/1 N=${cost.N} r=${cost.r} p=${cost.p} ${purpose}`, 'utf8')
}

/**
 * Wraps 1 to 65,536 secret bytes.
 *
 * `purpose` says what the secret is (`station-data-key`, `signing-key:PERSON`); the same must be given to unwrap, so
 * that one wrap cannot be put in another's place.
 */
export async function wrapSecret(
  secret: Uint8Array,
  password: string,
  purpose: string,
  cost: ScryptCost = DEFAULT_COST,
): Promise<WrappedSecret> {
  if (secret.length === 0 || secret.length > MAX_SECRET_LENGTH) throw new RangeError('secret length out of bounds')
  const salt = randomBytes(SALT_LENGTH)
  const nonce = randomBytes(NONCE_LENGTH)
  const key = await deriveKey(password, salt, cost)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH })
  cipher.setAAD(boundData(cost, purpose))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  key.fill(0)
  return wrappedSecretSchema.parse({
    version: 1,
    kdf: 'scrypt',
    ...cost,
    salt: salt.toString('base64'),
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  })
}

/**
 * The secret bytes, or `undefined` when the password or the purpose is not the one it was wrapped with or the wrap was
 * altered: the three cannot be told apart. Parse what was read from disk with {@link wrappedSecretSchema} first.
 */
export async function unwrapSecret(
  wrapped: WrappedSecret,
  password: string,
  purpose: string,
): Promise<Uint8Array | undefined> {
  const cost: ScryptCost = { N: wrapped.N, r: wrapped.r, p: wrapped.p }
  const key = await deriveKey(password, Buffer.from(wrapped.salt, 'base64'), cost)
  const nonce = Buffer.from(wrapped.nonce, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH })
  decipher.setAAD(boundData(cost, purpose))
  decipher.setAuthTag(Buffer.from(wrapped.tag, 'base64'))
  key.fill(0)
  try {
    const secret = Buffer.concat([decipher.update(Buffer.from(wrapped.sealed, 'base64')), decipher.final()])
    return new Uint8Array(secret)
  } catch {
    return undefined
  }
}
