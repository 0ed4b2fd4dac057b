import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  unwrapSecret,
  wrappedSecretSchema,
  wrapSecret,
  type WrappedSecret,
} from '../../../src/main/keys/wrapped-secret.ts'

/** The cheapest that is allowed, so that the tests are quick. */
const CHEAP = { N: 2 ** 14, r: 8, p: 1 }
const SECRET = Uint8Array.from({ length: 32 }, (_, index) => index)

async function wrapped(): Promise<WrappedSecret> {
  return wrapSecret(SECRET, '四个无关的词', 'station-data-key', CHEAP)
}

describe('a secret wrapped with a password', () => {
  it('comes back with the password, after a trip through JSON', async () => {
    const read = wrappedSecretSchema.parse(JSON.parse(JSON.stringify(await wrapped())))
    expect(await unwrapSecret(read, '四个无关的词', 'station-data-key')).toEqual(SECRET)
  })

  it('stays closed with another password, or for another purpose', async () => {
    const secret = await wrapped()
    expect(await unwrapSecret(secret, '四个无关的字', 'station-data-key')).toBeUndefined()
    expect(await unwrapSecret(secret, '', 'station-data-key')).toBeUndefined()
    expect(await unwrapSecret(secret, '四个无关的词', 'signing-key')).toBeUndefined()
  })

  it('opens when the input method wrote the password in full width', async () => {
    const secret = await wrapSecret(SECRET, 'Pass1!', 'signing-key', CHEAP)
    expect(await unwrapSecret(secret, 'Ｐａｓｓ１！', 'signing-key')).toEqual(SECRET)
  })

  it('never shows the secret, and is different each time', async () => {
    const [one, two] = [JSON.stringify(await wrapped()), JSON.stringify(await wrapped())]
    expect(one).not.toBe(two)
    expect(one).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 12))
  })

  it('any secret from one byte to many, under any password', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.string(), async (secret, password) => {
        const found = await unwrapSecret(await wrapSecret(secret, password, 'x', CHEAP), password, 'x')
        expect(found).toEqual(Uint8Array.from(secret))
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('uses the costs it is given and keeps them', async () => {
    const secret = await wrapSecret(SECRET, 'p', 'x', { N: 2 ** 15, r: 8, p: 2 })
    expect(secret).toMatchObject({ N: 32768, r: 8, p: 2 })
    expect(await unwrapSecret(secret, 'p', 'x')).toEqual(SECRET)
    expect(await unwrapSecret({ ...secret, p: 1 }, 'p', 'x')).toBeUndefined()
  })
})

describe('a wrap that somebody changed', () => {
  it.each(['sealed', 'tag', 'nonce', 'salt'] as const)('%s', async (field) => {
    const secret = await wrapped()
    const bytes = Buffer.from(secret[field], 'base64')
    bytes[0] = (bytes[0] ?? 0) ^ 1
    const changed = { ...secret, [field]: bytes.toString('base64') }
    expect(await unwrapSecret(changed, '四个无关的词', 'station-data-key')).toBeUndefined()
  })

  it.each([
    { N: 2 ** 10 },
    { N: 2 ** 30 },
    { N: 2 ** 20, r: 16 },
    { N: 20_000 },
    { r: 1 },
    { r: 1024 },
    { p: 0 },
    { p: 1000 },
    { version: 2 },
    { kdf: 'none' },
    { tag: 'AAAA' },
    { sealed: '' },
    { sealed: '***' },
    { salt: '' },
    { extra: 1 },
  ])('%o is refused before any work is done', async (change) => {
    expect(wrappedSecretSchema.safeParse({ ...(await wrapped()), ...change }).success).toBe(false)
  })
})
