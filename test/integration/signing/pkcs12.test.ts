import { createPrivateKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicKeyOf, readCertificate } from '../../../src/main/signing/certificate.ts'
import { readPkcs12 } from '../../../src/main/signing/pkcs12.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import { EC, HAS_OPENSSL, makePkcs12, RSA_2048 } from './openssl-files.ts'

const SUBJECT = '/C=CN/O=清河县司法局/CN=欧阳䶮'
const PASSWORD = '口令 Pass1'
const FORMS = [
  { form: 'OpenSSL 3 (AES-256)', exportOptions: [] },
  { form: 'older Windows (3DES and RC2-40)', exportOptions: ['-legacy'] },
  { form: 'Windows 10 (3DES)', exportOptions: '-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1'.split(' ') },
  { form: 'RC2-128', exportOptions: ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128'] },
  { form: 'AES-128, SHA-512', exportOptions: '-keypbe AES-128-CBC -certpbe AES-192-CBC -macalg sha512'.split(' ') },
  { form: 'without an integrity code', exportOptions: ['-nomac'] },
]
const KEYS = [
  { kind: 'RSA', newKey: RSA_2048 },
  { kind: 'EC', newKey: EC('P-256') },
]
const CASES = FORMS.flatMap((form) => KEYS.map((key) => ({ ...form, ...key })))

describe.skipIf(!HAS_OPENSSL)('importing a certificate file', () => {
  it.each(CASES)('$kind, $form: key and certificate fit, the name is intact', async ({ newKey, exportOptions }) => {
    const { pkcs12, certificateDer } = makePkcs12({ newKey, subject: SUBJECT, password: PASSWORD, exportOptions })
    const content = await readPkcs12(pkcs12, PASSWORD)
    expect(Buffer.from(content.certificateDer).equals(certificateDer)).toBe(true)
    const certificate = readCertificate(content.certificateDer)
    expect(certificate.subject).toBe('CN=欧阳䶮,O=清河县司法局,C=CN')
    const key = createPrivateKey({ key: Buffer.from(content.privateKeyPkcs8), format: 'der', type: 'pkcs8' })
    const data = Buffer.from('意见书')
    expect(verify('sha256', data, publicKeyOf(certificate), sign('sha256', data, key))).toBe(true)
    await expect(readPkcs12(pkcs12, 'wrong')).rejects.toMatchObject({ code: 'wrong-pkcs12-password' })
    await expect(readPkcs12(pkcs12, '')).rejects.toMatchObject({ code: 'wrong-pkcs12-password' })
  })

  it('a file with an empty password opens with one', async () => {
    const { pkcs12 } = makePkcs12({ newKey: EC('P-256'), subject: SUBJECT, password: '' })
    expect(readCertificate((await readPkcs12(pkcs12, '')).certificateDer).commonName).toBe('欧阳䶮')
  })

  it.each([
    { kind: 'RSA 1024', newKey: ['-newkey', 'rsa:1024'] },
    { kind: 'SM2', newKey: EC('SM2') },
    { kind: 'ED25519', newKey: ['-newkey', 'ed25519'] },
  ])('$kind is refused by its name', async ({ kind, newKey }) => {
    const { pkcs12 } = makePkcs12({ newKey, subject: SUBJECT, password: PASSWORD })
    const refused = readPkcs12(pkcs12, PASSWORD)
    await expect(refused).rejects.toMatchObject({ code: 'key-kind-unsupported', data: { kind } })
  })

  it('a file without a private key is refused as such', async () => {
    const noKey = { newKey: EC('P-256'), subject: SUBJECT, password: PASSWORD, exportOptions: ['-nokeys'] }
    await expect(readPkcs12(makePkcs12(noKey).pkcs12, PASSWORD)).rejects.toMatchObject({ code: 'pkcs12-no-key' })
  })

  it('a file damaged anywhere gives a clear error or, where the damage does not matter, the same key', async () => {
    const { pkcs12, certificateDer } = makePkcs12({ newKey: EC('P-256'), subject: SUBJECT, password: PASSWORD })
    const clear = ['wrong-pkcs12-password', 'pkcs12-unreadable', 'pkcs12-no-key', 'key-kind-unsupported']
    const damage = fc.tuple(fc.integer({ min: 0, max: pkcs12.length - 1 }), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(damage, async ([at, by]) => {
        const damaged = Uint8Array.from(pkcs12)
        damaged[at] = (damaged[at] ?? 0) ^ by
        const result = await readPkcs12(damaged, PASSWORD).catch((error: unknown) => error)
        if (result instanceof FashenError) return clear.includes(result.code)
        if (result instanceof Error) throw result
        return Buffer.from((result as { certificateDer: Uint8Array }).certificateDer).equals(certificateDer)
      }),
      { numRuns: 150 },
    )
  })
})

describe('files that are no certificate files', () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const privateKey = keys.privateKey.export({ format: 'der', type: 'pkcs8' })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('-----BEGIN CERTIFICATE-----')],
    ['a bare key', privateKey],
    ['two megabytes', Buffer.alloc(2 * 1024 * 1024, 0x30)],
  ])('%s', async (_, bytes) => {
    await expect(readPkcs12(bytes, 'x')).rejects.toMatchObject({ code: 'pkcs12-unreadable' })
  })
})
