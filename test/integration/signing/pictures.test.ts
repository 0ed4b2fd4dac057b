/** Signature pictures and the seal: whose they are, what is taken, and that the signed PDF shows them and stays valid. */
import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOpinion } from '../../../src/main/opinion/opinion-record.ts'
import { verifyPdf } from '../../../src/main/signing/verify.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { PICTURE_LIMIT } from '../../../src/shared/signing/contract.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { approve, certificateOf, reviewedCase, SIGNING_PASSWORD } from '../../support/test-case.ts'
import { createTestStation, type TestClient, type TestStation } from '../../support/test-station.ts'
import { rasterised, type ColourRaster } from './colour-raster.ts'
import { HAS_PDFSIG, HAS_PDFTOPPM, pdfsig } from './openssl-files.ts'

let station: TestStation
beforeAll(async () => {
  station = await createTestStation()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}
/** A PNG with opacity; `colour` says what stands at a place, from 0 to 1 in both directions. */
function png(width: number, height: number, colour: (x: number, y: number) => readonly [number, number, number, number]): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 4))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(colour(x / width, y / height), y * (1 + width * 4) + 1 + x * 4)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
const CLEAR = [255, 255, 255, 0] as const
const SEAL = png(240, 240, (x, y) => {
  const from = Math.hypot(x - 0.5, y - 0.5)
  return (from < 0.5 && from > 0.44) || from < 0.12 ? [214, 20, 20, 255] : CLEAR
})
const STROKE = png(300, 100, (x, y) => (Math.abs(y - 0.5 - 0.3 * Math.sin(9 * x)) < 0.08 ? [10, 10, 90, 255] : CLEAR))

async function keepSignature(client: TestClient, bytes: Uint8Array = STROKE, name = 'signature.png') {
  const { id } = await client.stage(name, bytes)
  return client.call('signing.keepSignature', { stagedId: id })
}
async function keepSeal(client: TestClient, widthMm = 42, bytes: Uint8Array = SEAL) {
  const { id } = await client.stage('seal.png', bytes)
  return client.call('signing.keepSeal', { stagedId: id, widthMm })
}

describe('whose they are', () => {
  it('a person has one of their own, that nobody else is shown', async () => {
    expect(await keepSignature(station.as('reviewer'))).toMatchObject({ width: 300, height: 100 })
    const own = await station.as('reviewer').call('signing.pictures', {})
    expect(Buffer.from(own.signature?.png ?? '', 'base64').equals(STROKE)).toBe(true)
    expect((await station.as('reviewer2').call('signing.pictures', {})).signature).toBeNull()
    await refusal(station.as('handler').call('signing.keepSignature', { stagedId: '00000000-0000-4000-8000-000000000000' }), 'not-allowed')
    await station.as('reviewer').call('signing.dropSignature', {})
    expect((await station.as('reviewer').call('signing.pictures', {})).signature).toBeNull()
  })

  it('the seal is the station’s: administrator and head set it, others do not; its size is kept', async () => {
    await keepSeal(station.as('admin'), 45)
    expect((await station.as('reviewer').call('signing.pictures', {})).seal).toMatchObject({ widthMm: 45 })
    await keepSeal(station.as('head'))
    expect((await station.as('admin').call('signing.pictures', {})).seal).toMatchObject({ widthMm: 42 })
    for (const login of ['reviewer', 'handler', 'supervisor']) {
      await refusal(station.as(login).call('signing.keepSeal', { stagedId: '00000000-0000-4000-8000-000000000000', widthMm: 42 }), 'not-allowed')
      await refusal(station.as(login).call('signing.dropSeal', {}), 'not-allowed')
    }
    await refusal(keepSeal(station.as('head'), 500), 'invalid-input')
  })

  it('setting and removing them is in the audit', async () => {
    await keepSignature(station.as('head2'))
    await station.as('head2').call('signing.dropSignature', {})
    const acts = station.workstation.workbench.reader.all<{ act: string }>("SELECT act FROM audit WHERE act LIKE 'signing.%' ORDER BY seq")
    expect(acts.slice(-2).map(({ act }) => act)).toEqual(['signing.keep.signature', 'signing.drop.signature'])
  })

  it('neither lies on the disk in the clear', async () => {
    await keepSignature(station.as('head2'))
    const folder = station.folder
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) expect(readFileSync(join(folder, name)).includes(STROKE.subarray(40, 80)), name).toBe(false)
  })
})

describe('what is not taken', () => {
  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.padEnd(200)), 'signature.svg'],
    ['text that calls itself PNG', Buffer.from('no picture at all'.padEnd(200)), 'signature.png'],
    ['a PNG that is cut off', STROKE.subarray(0, 200), 'signature.png'],
    ['a JPEG header with nothing behind it', Buffer.from(`ffd8ffe000104a46494600010100000100010000ffc0001108006400c80301${'00'.repeat(40)}`, 'hex'), 'photo.jpg'],
  ])('%s is refused with words, and what was kept stays', async (_, bytes, name) => {
    await keepSignature(station.as('reviewer'))
    await refusal(keepSignature(station.as('reviewer'), bytes, name), 'not-a-picture')
    expect((await station.as('reviewer').call('signing.pictures', {})).signature).toMatchObject({ width: 300, height: 100 })
  })

  it('a picture of 200 megapixels is refused by its header, unopened', async () => {
    const huge = Buffer.from(STROKE)
    huge.writeUInt32BE(20_000, 16)
    huge.writeUInt32BE(10_000, 20)
    expect(await refusal(keepSignature(station.as('reviewer'), huge), 'picture-too-large')).toMatchObject({ width: 20_000, height: 10_000 })
    await refusal(keepSignature(station.as('reviewer'), Buffer.alloc(PICTURE_LIMIT.bytes + 1)), 'file-too-large')
  })
})

/** Pixels of a raster that are as red as a seal's. */
const isRed = ([red, green, blue]: readonly [number, number, number]): boolean => red > 150 && green < 110 && blue < 110
const isBlue = ([red, , blue]: readonly [number, number, number]): boolean => blue > red + 40
const places = (raster: ColourRaster, wanted: (colour: readonly [number, number, number]) => boolean) => raster.pixels.flatMap((colour, at) => (wanted(colour) ? [[at % raster.width, Math.floor(at / raster.width)] as const] : []))

async function issued(pictures: boolean): Promise<Uint8Array> {
  const caseId = await reviewedCase(station)
  await approve(station, caseId)
  const sign = async (client: TestClient) => ({ caseId, certificateId: await certificateOf(client), signingPassword: SIGNING_PASSWORD, withPicture: pictures })
  await station.as('reviewer').call('opinion.signAsReviewer', await sign(station.as('reviewer')))
  const opinion = await station.as('head').call('opinion.signAsHead', { ...(await sign(station.as('head'))), withSeal: pictures })
  return station.as('head').read(`document/${opinion.pdfDocumentId}`)
}

describe.skipIf(!HAS_PDFTOPPM || !HAS_PDFSIG)('the signed PDF', () => {
  it('shows both signatures and the seal over organ and date, and both signatures are valid', async () => {
    await keepSignature(station.as('reviewer'))
    await keepSignature(station.as('head'))
    await keepSeal(station.as('head'))
    const pdf = await issued(true)
    expect(pdfsig(pdf).match(/Signature is Valid/g)).toHaveLength(2)
    expect(pdfsig(pdf)).toContain('Total document signed')
    expect(verifyPdf(pdf)).toMatchObject({ intact: true, unsignedChangesAfter: false })
    const last = rasterised(pdf).at(-1)
    if (last === undefined) throw new Error('no pages')
    const red = places(last, isRed)
    const perMm = last.width / 210
    const [left, right] = [Math.min(...red.map(([x]) => x)), Math.max(...red.map(([x]) => x))]
    const [top, bottom] = [Math.min(...red.map(([, y]) => y)), Math.max(...red.map(([, y]) => y))]
    // as large as it was said to be, round, on the page, right of its middle
    expect((right - left) / perMm).toBeGreaterThan(40.5)
    expect((right - left) / perMm).toBeLessThan(43)
    expect(Math.abs(right - left - (bottom - top))).toBeLessThan(6)
    expect(left).toBeGreaterThan(last.width / 2 - 10 * perMm)
    expect(right).toBeLessThan(last.width)
    // the date under it is still read: dark characters inside the ring
    const inside = last.pixels.filter((colour, at) => {
      const [x, y] = [at % last.width, Math.floor(at / last.width)]
      return Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2) < (right - left) * 0.4 && Math.max(...colour) < 90
    })
    expect(inside.length).toBeGreaterThan(60)
    // two strokes of the pen, one above the other
    const blue = places(last, isBlue)
    expect(blue.length).toBeGreaterThan(100)
    expect((Math.max(...blue.map(([, y]) => y)) - Math.min(...blue.map(([, y]) => y))) / perMm).toBeGreaterThan(15)
  }, 60_000)

  it('is as before where nobody wants a picture', async () => {
    const pdf = await issued(false)
    expect(pdfsig(pdf).match(/Signature is Valid/g)).toHaveLength(2)
    for (const page of rasterised(pdf)) expect(places(page, (colour) => isRed(colour) || isBlue(colour))).toEqual([])
  }, 60_000)
})

it('a store of before them is migrated with what is in it: remarks get their new parts', () => {
  const [folder, key] = [temporaryFolder('pictures-migration'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < 80))
  before.transaction('test', (writer) => {
    writer.run(
      `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount,
         version, created_by, created_at, updated_at, fields) VALUES ('one', '', '', '', '', '[]', 'received', 1, '', '', 0, 0, 1, '', '', '', '{}')`,
    )
    writer.run(
      `INSERT INTO opinions (case_id, round, version, state, type, override_reason, sections, remarks, number, document, signatures)
       VALUES ('one', 1, 3, 'draft', 'T-OK', NULL, '[{"id":"facts","text":"自己写的"}]', ?, NULL, NULL, '[]')`,
      JSON.stringify([{ at: '', by: '韩正', sectionId: 'facts', text: '请改' }]),
    )
  })
  before.close()
  const after = openStore(folder, key)
  expect(findOpinion(after.reader, 'one' as CaseId, 1)).toMatchObject({
    version: 3,
    sections: [{ id: 'facts', text: '自己写的' }],
    remarks: [{ id: '1', by: '韩正', paragraph: null, text: '请改', answer: null }],
    lastRead: null,
  })
  expect(after.reader.all('SELECT * FROM signing_pictures')).toEqual([])
  after.close()
})
