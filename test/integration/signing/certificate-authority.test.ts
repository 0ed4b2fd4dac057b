import { describe, expect, it } from 'vitest'
import { createStationRoot, issuePersonCertificate } from '../../../src/main/signing/certificate-authority.ts'
import { isIssuedBy, keyKind, publicKeyOf, readCertificate } from '../../../src/main/signing/certificate.ts'
import { softwareSigner } from '../../../src/main/signing/software-signer.ts'
import { HAS_OPENSSL, opensslVerify } from './openssl-files.ts'
import { AGENCY } from './test-document.ts'

const VALID_FROM = new Date('2026-11-01T00:00:00.750Z')
const PERSON = { name: '欧阳䶮', agency: AGENCY, personNumber: '浙A-01', validFrom: VALID_FROM }

describe("the station's own root", () => {
  it('names the agency, lasts 20 years and signs itself', async () => {
    const root = readCertificate((await createStationRoot(AGENCY, VALID_FROM)).certificateDer)
    expect(root.commonName).toBe(`${AGENCY} 法审台 根证书`)
    expect(root.notBefore.toISOString()).toBe('2026-11-01T00:00:00.000Z')
    expect(root.notAfter.toISOString()).toBe('2046-11-01T00:00:00.000Z')
    expect(isIssuedBy(root, root)).toBe(true)
  })

  it('keeps a name of 300 characters within the bounds of X.520, without cutting through a character', async () => {
    const root = readCertificate((await createStationRoot('𠮷'.repeat(300), VALID_FROM)).certificateDer)
    expect([...root.commonName]).toHaveLength(64)
    expect(root.commonName).toMatch(/^𠮷+ 法审台 根证书$/u)
  })

  it('can be made in 2031, when its end lies beyond 2049', async () => {
    const root = readCertificate((await createStationRoot(AGENCY, new Date('2031-05-01T00:00:00Z'))).certificateDer)
    expect(root.notAfter.toISOString()).toBe('2051-05-01T00:00:00.000Z')
  })
})

describe.each([
  { keyKindWanted: 'ec-p256', kind: 'EC P-256' },
  { keyKindWanted: 'rsa-2048', kind: 'RSA 2048' },
] as const)("a person's certificate, $kind", ({ keyKindWanted, kind }) => {
  it('carries the Chinese name, lasts 3 years, and belongs to its key and to this root only', async () => {
    const root = await createStationRoot(AGENCY, VALID_FROM)
    const issued = await issuePersonCertificate(root, { ...PERSON, keyKind: keyKindWanted })
    const certificate = readCertificate(issued.certificateDer)
    expect(certificate.subject).toBe(`serialNumber=浙A-01,CN=欧阳䶮,O=${AGENCY},C=CN`)
    expect(certificate.notAfter.toISOString()).toBe('2029-11-01T00:00:00.000Z')
    expect(keyKind(publicKeyOf(certificate))).toBe(kind)
    expect(isIssuedBy(certificate, readCertificate(root.certificateDer))).toBe(true)
    expect(softwareSigner({ ...issued, chainDer: [] }).certificateDer).toBe(issued.certificateDer)
    const otherRoot = await createStationRoot(AGENCY, VALID_FROM)
    expect(isIssuedBy(certificate, readCertificate(otherRoot.certificateDer))).toBe(false)
  })

  it.skipIf(!HAS_OPENSSL)('is accepted by openssl under the strict rules of X.509', async () => {
    const root = await createStationRoot(AGENCY, new Date(Date.now() - 60_000))
    const request = { ...PERSON, keyKind: keyKindWanted, validFrom: new Date(Date.now() - 60_000) }
    const issued = await issuePersonCertificate(root, request)
    expect(opensslVerify(root.certificateDer, issued.certificateDer)).toContain('OK')
  })
})

describe('limits', () => {
  it('a certificate never outlives the root', async () => {
    const root = await createStationRoot(AGENCY, VALID_FROM)
    const late = await issuePersonCertificate(root, { ...PERSON, validFrom: new Date('2045-01-01T00:00:00Z') })
    expect(readCertificate(late.certificateDer).notAfter.toISOString()).toBe('2046-11-01T00:00:00.000Z')
  })

  it('serial numbers are different each time', async () => {
    const root = await createStationRoot(AGENCY, VALID_FROM)
    const issued = await Promise.all(Array.from({ length: 5 }, () => issuePersonCertificate(root, PERSON)))
    const serials = issued.map(({ certificateDer }) => readCertificate(certificateDer).serial)
    expect(new Set(serials).size).toBe(5)
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9a-f]{31}$/)
  })

  it('a key and a certificate that do not belong together do not make a signer', async () => {
    const root = await createStationRoot(AGENCY, VALID_FROM)
    const [one, two] = await Promise.all([issuePersonCertificate(root, PERSON), issuePersonCertificate(root, PERSON)])
    const mixed = { privateKeyPkcs8: one.privateKeyPkcs8, certificateDer: two.certificateDer, chainDer: [] }
    expect(() => softwareSigner(mixed)).toThrowError(expect.objectContaining({ code: 'pkcs12-no-key' }))
  })
})
