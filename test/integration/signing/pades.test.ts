import { crc32, deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { PDFDocument } from 'pdf-lib'
import { signPdf } from '../../../src/main/signing/pades.ts'
import { readPkcs12 } from '../../../src/main/signing/pkcs12.ts'
import { softwareSigner } from '../../../src/main/signing/software-signer.ts'
import { verifyPdf } from '../../../src/main/signing/verify.ts'
import { EC, greyPixels, HAS_OPENSSL, HAS_PDFSIG, HAS_PDFTOPPM, makePkcs12, pdfsig, RSA_2048 } from './openssl-files.ts'
import { HEAD, makeDesk, makePdf, REVIEWER, SIGNED_AT, type Desk } from './test-document.ts'

const VALID = 'Signature Validation: Signature is Valid.'

let desk: Desk
beforeAll(async () => {
  desk = await makeDesk()
})

describe.skipIf(!HAS_PDFSIG)('two people sign an opinion, and pdfsig is asked', () => {
  const forms = [{ objectStreams: true }, { objectStreams: false }]
  it.each(forms)('both signatures are valid, object streams $objectStreams', async (form) => {
    const pdf = await makePdf(form)
    const once = await signPdf(pdf, desk.reviewer, REVIEWER)
    const twice = await signPdf(once, desk.head, HEAD)
    expect(Buffer.from(once.subarray(0, pdf.length)).equals(pdf)).toBe(true)
    expect(Buffer.from(twice.subarray(0, once.length)).equals(once)).toBe(true)
    const said = pdfsig(twice)
    expect(said.split(VALID)).toHaveLength(3)
    expect(said).toContain('Signer Certificate Common Name: 欧阳审核')
    expect(said).toContain('Signer Certificate Common Name: 司马负责')
    expect(said.match(/Signature Type: ETSI.CAdES.detached/g)).toHaveLength(2)
    expect(said.indexOf('Not total document signed')).toBeLessThan(said.indexOf('- Total document signed'))
    const report = verifyPdf(twice, { stationRoot: desk.root.certificateDer })
    expect(report.intact).toBe(true)
    expect(report.info).toMatchObject({ number: '清环法审〔2026〕12号', chainSeq: '4711' })
    expect(report.signatures).toMatchObject([
      { fieldName: 'Reviewer', signerName: '欧阳审核', algorithm: 'EC P-256 · SHA-256', coversWholeFile: false },
      { fieldName: 'Head', signerName: '司马负责', algorithm: 'RSA 2048 · SHA-256', coversWholeFile: true },
    ])
    for (const finding of report.signatures) {
      expect(finding).toMatchObject({ issuedByStation: true, coversWholeRevision: true, problems: [] })
      expect(finding.signedAt).toBe(SIGNED_AT.toISOString())
    }
  })

  it('one changed byte is a digest mismatch for pdfsig and for us', async () => {
    const signed = await signPdf(await makePdf({ objectStreams: false }), desk.reviewer, REVIEWER)
    const changed = Uint8Array.from(signed)
    const at = Buffer.from(changed).indexOf('/MediaBox') + '/MediaBox [ 0 0 5'.length
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(pdfsig(changed)).toContain('Digest Mismatch')
    expect(verifyPdf(changed).signatures[0]).toMatchObject({ digestMatches: false, problems: ['digest-mismatch'] })
  })

  it('a document that pdf-lib can open keeps its pages and gets one field per signature', async () => {
    const twice = await signPdf(await signPdf(await makePdf(), desk.reviewer, REVIEWER), desk.head, HEAD)
    const document = await PDFDocument.load(twice)
    expect(document.getPageCount()).toBe(3)
    expect(document.getForm().getFields().map((field) => field.getName())).toEqual(['Reviewer', 'Head'])
  })

  it('a signature without an appearance is valid, too', async () => {
    const { appearance: _, ...invisible } = REVIEWER
    const signed = await signPdf(await makePdf(), desk.reviewer, invisible)
    expect(pdfsig(signed)).toContain(VALID)
    expect(verifyPdf(signed).intact).toBe(true)
  })

  it.skipIf(!HAS_OPENSSL).each([
    { kind: 'RSA 2048 · SHA-256', newKey: RSA_2048, exportOptions: ['-legacy'] },
    { kind: 'EC P-256 · SHA-256', newKey: EC('P-256'), exportOptions: [] },
    { kind: 'EC P-384 · SHA-384', newKey: EC('P-384'), exportOptions: [] },
    { kind: 'EC P-521 · SHA-512', newKey: EC('P-521'), exportOptions: [] },
  ])('a certificate from a file signs as well: $kind', async ({ kind, newKey, exportOptions }) => {
    const subject = '/C=CN/O=清河县司法局/CN=测试审核人䶮'
    const { pkcs12, certificateDer } = makePkcs12({ newKey, subject, password: '口令', exportOptions })
    const content = await readPkcs12(pkcs12, '口令')
    expect(Buffer.from(content.certificateDer).equals(certificateDer)).toBe(true)
    const signed = await signPdf(await makePdf(), softwareSigner(content), { ...REVIEWER, signedAt: new Date() })
    const said = pdfsig(signed)
    expect(said).toContain(VALID)
    expect(said).toContain('Signer Certificate Common Name: 测试审核人䶮')
    const report = verifyPdf(signed, { stationRoot: desk.root.certificateDer })
    expect(report.intact).toBe(true)
    expect(report.signatures[0]).toMatchObject({ algorithm: kind, issuedByStation: false })
  })
})

describe('what a certificate may sign', () => {
  it('refuses after the certificate has expired, and before it is valid', async () => {
    const pdf = await makePdf()
    const late = { ...REVIEWER, signedAt: new Date('2029-01-02T00:00:00Z') }
    const early = { ...REVIEWER, signedAt: new Date('2025-12-31T23:59:59Z') }
    await expect(signPdf(pdf, desk.reviewer, late)).rejects.toMatchObject({
      code: 'certificate-expired',
      data: { subject: '欧阳审核', notAfter: '2029-01-01' },
    })
    await expect(signPdf(pdf, desk.reviewer, early)).rejects.toMatchObject({ code: 'certificate-not-yet-valid' })
  })

  it('refuses what is not a PDF, and an unknown page', async () => {
    const noPdf = signPdf(Buffer.from('PK not a pdf'), desk.reviewer, { ...REVIEWER, documentName: '意见书.docx' })
    await expect(noPdf).rejects.toMatchObject({ code: 'not-a-pdf', data: { name: '意见书.docx' } })
    await expect(signPdf(await makePdf({ pages: 1 }), desk.reviewer, REVIEWER)).rejects.toThrow(RangeError)
  })

  it('refuses a second signature in the same field', async () => {
    const once = await signPdf(await makePdf(), desk.reviewer, REVIEWER)
    await expect(signPdf(once, desk.head, { ...HEAD, fieldName: 'Reviewer' })).rejects.toThrow('Reviewer')
  })

  it('names a character of the name that no font has', async () => {
    const appearance = { page: 0, rect: { x: 0, y: 0, width: 100, height: 40 }, nameText: '王\u{10FFFD}' }
    await expect(signPdf(await makePdf(), desk.reviewer, { ...REVIEWER, appearance })).rejects.toMatchObject({
      code: 'glyph-missing',
      data: { codePoint: 'U+10FFFD', place: '王\u{10FFFD}' },
    })
  })
})

/** Dark pixels within a rectangle given in points from the lower left. */
function ink(pdf: Uint8Array, page: number, rect: { x: number; y: number; width: number; height: number }): number {
  const image = greyPixels(pdf, page)
  let dark = 0
  for (let y = image.height - rect.y - rect.height; y < image.height - rect.y; y++) {
    for (let x = rect.x; x < rect.x + rect.width; x++) if ((image.pixels[y * image.width + x] ?? 255) < 128) dark += 1
  }
  return dark
}

describe.skipIf(!HAS_PDFTOPPM)('what is seen on the page', () => {
  const rect = REVIEWER.appearance?.rect ?? { x: 0, y: 0, width: 0, height: 0 }

  it('the name is there in ink, and a longer name stays inside its place', async () => {
    const pdf = await makePdf()
    expect(ink(pdf, 3, rect)).toBe(0)
    const appearance = { page: 2, rect, nameText: '欧阳审核' }
    const signed = await signPdf(pdf, desk.reviewer, { ...REVIEWER, appearance })
    // a character of some 35 pt leaves a couple of hundred dark pixels; missing glyphs leave none
    expect(ink(signed, 3, rect)).toBeGreaterThan(600)
    const long = { page: 2, rect, nameText: '古丽巴哈尔·阿卜杜热西提·买买提艾力江' }
    const crowded = await signPdf(pdf, desk.reviewer, { ...REVIEWER, appearance: long })
    expect(ink(crowded, 3, { ...rect, x: rect.x + rect.width, width: 60 })).toBe(0)
    expect(ink(crowded, 3, rect)).toBeGreaterThan(300)
  })

  it('a picture of the handwritten signature is drawn in the place of the name, with its transparency', async () => {
    const appearance = { page: 2, rect, nameText: '欧阳审核', picture: blackBarPng() }
    const signed = await signPdf(await makePdf(), desk.reviewer, { ...REVIEWER, appearance })
    expect(verifyPdf(signed).intact).toBe(true)
    const dark = ink(signed, 3, rect)
    expect(dark).toBeGreaterThan(1000)
    expect(dark).toBeLessThan(rect.width * rect.height * 0.6)
  })

  it('a picture that is no PNG is refused', async () => {
    const appearance = { page: 2, rect, nameText: '欧阳', picture: Buffer.from('GIF89a'.repeat(20)) }
    const refused = signPdf(await makePdf(), desk.reviewer, { ...REVIEWER, appearance })
    await expect(refused).rejects.toMatchObject({ code: 'file-unreadable' })
    const damaged = { ...appearance, picture: Uint8Array.from(blackBarPng()).fill(7, 45) }
    await expect(
      signPdf(await makePdf(), desk.reviewer, { ...REVIEWER, appearance: damaged }),
    ).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})

/** A PNG of 64 × 64 pixels with transparency: the upper half black, the lower half transparent. */
function blackBarPng(): Uint8Array {
  const rows = Buffer.alloc(64 * (1 + 64 * 4))
  for (let row = 0; row < 32; row++) {
    for (let column = 0; column < 64; column++) rows[row * 257 + 1 + column * 4 + 3] = 255
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(64, 0)
  header.writeUInt32BE(64, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat(parts))
}
