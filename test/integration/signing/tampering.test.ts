import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { signPdf } from '../../../src/main/signing/pades.ts'
import { verifyPdf } from '../../../src/main/signing/verify.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'
import { HAS_PDFSIG, pdfsig } from './openssl-files.ts'
import { HEAD, makeDesk, makePdf, REVIEWER, type Desk } from './test-document.ts'

let desk: Desk
let once: Uint8Array
let twice: Uint8Array
beforeAll(async () => {
  desk = await makeDesk()
  once = await signPdf(await makePdf({ objectStreams: false }), desk.reviewer, REVIEWER)
  twice = await signPdf(once, desk.head, HEAD)
})

/** Whether the file is accepted; a file that is no longer recognised as a PDF is not. */
function accepted(pdf: Uint8Array): boolean {
  try {
    return verifyPdf(pdf).intact
  } catch (error) {
    if (FashenError.is(error, 'not-a-pdf')) return false
    throw error
  }
}

function replaced(pdf: Uint8Array, from: string, to: string): Uint8Array {
  expect(to.length).toBe(from.length)
  const bytes = Buffer.from(pdf)
  const at = bytes.indexOf(from, 0, 'latin1')
  expect(at).toBeGreaterThan(-1)
  bytes.write(to, at, 'latin1')
  return new Uint8Array(bytes)
}

describe('a changed file is never accepted', () => {
  it('any byte, anywhere, changed in any way: in the document, the signatures, the certificates, the index', () => {
    expect(accepted(once)).toBe(true)
    expect(accepted(twice)).toBe(true)
    const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    const change = fc.record({ which: fc.boolean(), place, by: fc.integer({ min: 1, max: 255 }) })
    fc.assert(
      fc.property(change, ({ which, place: share, by }) => {
        const pdf = Uint8Array.from(which ? once : twice)
        const at = Math.floor(share * pdf.length)
        pdf[at] = (pdf[at] ?? 0) ^ by
        return !accepted(pdf)
      }),
      { numRuns: 600 },
    )
  })

  it('every sixth byte of the signature itself, which no digest covers', () => {
    const start = Buffer.from(once).indexOf('/Contents <') + '/Contents '.length
    const end = Buffer.from(once).indexOf('>', start) + 1
    const unnoticed: number[] = []
    for (let at = start; at < end; at += 6) {
      const pdf = Uint8Array.from(once)
      // another hexadecimal digit where possible, so that the change is of the content and not of the form
      pdf[at] = (pdf[at] ?? 0) ^ 1
      if (accepted(pdf)) unnoticed.push(at - start)
    }
    expect(unnoticed).toEqual([])
  })

  it('cut short at any place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: twice.length - 1 }), (length) => {
        // cut behind the first signature, the document as its first signer left it is what remains
        return accepted(twice.subarray(0, length)) === (length === once.length)
      }),
      { numRuns: 200 },
    )
  })

  it('something appended: the signatures hold, but the file says more than they cover', () => {
    const appended = Buffer.concat([twice, Buffer.from('\n% more\n%%EOF\n')])
    const report = verifyPdf(appended)
    expect(report).toMatchObject({ unsignedChangesAfter: true, intact: false })
    expect(report.signatures.map(({ digestMatches }) => digestMatches)).toEqual([true, true])
    expect(verifyPdf(twice).unsignedChangesAfter).toBe(false)
  })

  it.skipIf(!HAS_PDFSIG)('pdfsig sees the change of the first revision in both signatures', () => {
    const changed = replaced(twice, '/Pages', '/pages')
    expect(changed).not.toEqual(twice)
    expect(pdfsig(changed).match(/Digest Mismatch/g)).toHaveLength(2)
    expect(verifyPdf(changed).signatures.map(({ problems }) => problems)).toEqual([
      ['digest-mismatch'],
      ['digest-mismatch'],
    ])
  })
})

describe('known attacks on signed PDFs', () => {
  /** The signed range of the only signature. */
  function byteRange(pdf: Uint8Array): { text: string; gapStart: number; gapEnd: number } {
    const match = /\/ByteRange (\[0 (\d+) (\d+) (\d+)\] *)/.exec(Buffer.from(pdf).toString('latin1'))
    if (match === null) throw new Error('no range')
    return { text: match[1] ?? '', gapStart: Number(match[2]), gapEnd: Number(match[3]) }
  }

  it('a signed range that leaves out more than the signature', () => {
    const { text, gapStart, gapEnd } = byteRange(once)
    for (const [start, end] of [
      [gapStart, gapEnd + 40],
      [gapStart - 12, gapEnd],
      [gapStart + 1, gapEnd - 1],
    ]) {
      const wider = `[0 ${start} ${end} ${once.length - (end ?? 0)}]`.padEnd(text.length)
      const report = verifyPdf(replaced(once, text, wider))
      expect(report.signatures[0]?.problems).toContain('byte-range-invalid')
      expect(report.intact).toBe(false)
    }
  })

  it('numbers in the range that lie outside the file or are not numbers', () => {
    const { text } = byteRange(once)
    for (const range of ['[0 1 2]', '[0 -5 9 9]', '[0 99999999 999999999 9]', '[0 1.5 2 3]', '[0 /a 2 3]', '[]']) {
      const report = verifyPdf(replaced(once, text, range.padEnd(text.length)))
      expect(report.signatures[0]?.problems).toContain('byte-range-invalid')
    }
  })

  it('an earlier signature copied behind new content', () => {
    const bytes = Buffer.from(once)
    const start = bytes.indexOf('/Type /Sig') - 3
    const copy = bytes.subarray(start, bytes.indexOf('endobj', start))
    const forged = Buffer.concat([once, Buffer.from('\n90 0 obj\n'), copy, Buffer.from('endobj\n%%EOF\n')])
    const report = verifyPdf(forged)
    expect(report).toMatchObject({ unsignedChangesAfter: true, intact: false })
    expect(report.signatures.some(({ problems }) => problems.includes('byte-range-invalid'))).toBe(true)
  })

  it('a certificate swapped for another of the same name and number', async () => {
    // the same document signed by both, then the certificate of one put into the signature of the other
    const other = await makeDesk()
    const swapped = { ...desk.reviewer, certificateDer: other.reviewer.certificateDer, chainDer: [] }
    const report = verifyPdf(await signPdf(await makePdf(), swapped, REVIEWER))
    expect(report.signatures[0]).toMatchObject({ digestMatches: true, signatureValid: false })
    expect(report.signatures[0]?.problems).toEqual(['signature-mismatch'])
  })

  it('a certificate of another station is not one of ours', async () => {
    const other = await makeDesk()
    const signed = await signPdf(await makePdf(), other.reviewer, REVIEWER)
    const report = verifyPdf(signed, { stationRoot: desk.root.certificateDer })
    expect(report.signatures[0]).toMatchObject({ issuedByStation: false, problems: [] })
  })

  it('a signature with a time at which the certificate was not valid', () => {
    const expired = verifyPdf(replaced(once, '(D:20261120', '(D:20361120')).signatures[0]
    expect(expired).toMatchObject({ certificateValidAtSigning: false })
    expect(expired?.problems).toContain('certificate-expired')
    const early = verifyPdf(replaced(once, '(D:20261120', '(D:20161120')).signatures[0]
    expect(early?.problems).toContain('certificate-not-yet-valid')
    const none = verifyPdf(replaced(once, '(D:20261120', '(D:2026-aa0')).signatures[0]
    expect(none?.problems).toContain('signing-time-missing')
  })
})

describe('files that are not signed, or not PDFs at all', () => {
  it('an unsigned PDF has no signatures and is not intact', async () => {
    const report = verifyPdf(await makePdf())
    expect(report).toMatchObject({ signatures: [], intact: false, unsignedChangesAfter: false })
    expect(report.info.number).toBe('清环法审〔2026〕12号')
  })

  it.each(['', 'PK\u0003\u0004', 'hello', '\n%PDF-1.7'])('%j is refused as not a PDF', (text) => {
    expect(() => verifyPdf(Buffer.from(text), { fileName: 'x.pdf' })).toThrowError(
      expect.objectContaining({ code: 'not-a-pdf', data: { name: 'x.pdf' } }),
    )
  })

  it('rubbish behind a PDF header never crashes and is never accepted', () => {
    const words = [
      '/ByteRange', '[0 1 2 3]', '/Contents', '<00>', '1 0 obj', '<<', '>>', 'endobj', 'xref', '0 1', 'trailer',
      'startxref', '9', '/Prev', '/Type /XRef', 'stream\n', '/W [1 2 1]', '(', ')', '[', ']', '%%EOF', '\n',
      '0000000009 00000 n ', '/Length 1 0 R', '1 0 R',
    ]
    const pieces = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 60 })
    fc.assert(
      fc.property(pieces, (parts) => !accepted(Buffer.from(`%PDF-1.7\n${parts.join(' ')}`, 'latin1'))),
      { numRuns: 1500 },
    )
  })

  it('nesting without end, tables in a circle and packed bombs are refused without harm', () => {
    const deep = `%PDF-1.7\n1 0 obj\n<< /ByteRange ${'['.repeat(100_000)}`
    const circle = '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF\n'
    const self = '%PDF-1.7\n1 0 obj << /Length 1 0 R /Type /XRef >> stream\nstartxref\n9\n%%EOF\n'
    const packed = deflateSync(Buffer.alloc(40 * 1024 * 1024)).toString('latin1')
    const bomb =
      `%PDF-1.7\n1 0 obj << /Type /XRef /W [1 2 1] /Size 9 /Filter /FlateDecode /Length ${packed.length} >>` +
      ` stream\n${packed}\nendstream endobj\nstartxref\n9\n%%EOF\n`
    for (const text of [deep, circle, self, bomb]) {
      expect(verifyPdf(Buffer.from(text, 'latin1'))).toMatchObject({ intact: false, info: {} })
    }
  })
})
