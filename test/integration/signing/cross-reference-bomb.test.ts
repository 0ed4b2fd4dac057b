/** A PDF of a few kilobytes whose cross-reference stream unpacks into megabytes must not hold the core up. */
import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { pageCountOf } from '../../../src/main/materials/page-count.ts'
import { verifyPdf } from '../../../src/main/signing/verify.ts'

/** Rows of one byte each: as many as the stream has bytes. */
function bomb(unpacked: number): Uint8Array {
  const packed = deflateSync(new Uint8Array(unpacked), { level: 9 })
  const head = Buffer.from('%PDF-1.7\n')
  const dictionary = `1 0 obj\n<< /Type /XRef /Size ${unpacked} /W [0 1 0] /Root 2 0 R /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  const tail = `\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`
  return Buffer.concat([head, Buffer.from(dictionary), packed, Buffer.from(tail)])
}

it('is told to have no pages that can be counted, and no signature, before anybody grows impatient', { timeout: 20_000 }, async () => {
  const file = bomb(6 * 1024 * 1024)
  expect(file.length).toBeLessThan(10_000)
  expect(await pageCountOf('application/pdf', file)).toBeNull()
  expect(verifyPdf(file)).toMatchObject({ signatures: [], intact: false })
})
