/** A piece of a stored file, what a file is, and whether it is whole: told without reading more than that takes. */
import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Material } from '../../../src/shared/materials/contract.ts'
import { LARGEST_PIECE } from '../../../src/shared/materials/file-look.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { attach, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

const CHUNK = 256 * 1024

let station: TestStation
let caseId: CaseId
let long: Material
const content = new Uint8Array(randomBytes(3 * CHUNK + 1234))

beforeAll(async () => {
  station = await createTestStation()
  caseId = await registerCase(station)
  long = await attach(station, caseId, '长卷.bin', content)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const placeOf = ({ sha256 }: Material): string => {
  const name = station.workstation.workbench.files.storedName(sha256)
  return join(station.folder, 'files', name.slice(0, 2), name)
}

async function piece(material: Material, from: number, to: number): Promise<Buffer> {
  const { pieces } = await station.as('reviewer').call('materials.bytes', { reference: `material/${material.id}`, pieces: [{ from, to }] })
  return Buffer.from(pieces[0] ?? '', 'base64')
}

describe('a piece of a file', () => {
  it.each([
    [0, 1],
    [0, CHUNK],
    [CHUNK - 3, CHUNK + 3],
    [CHUNK, 2 * CHUNK],
    [10, 10 + LARGEST_PIECE],
    [3 * CHUNK + 1233, 3 * CHUNK + 1234],
    [3 * CHUNK, 3 * CHUNK + 5000],
    [5 * CHUNK, 5 * CHUNK + 1],
  ])('from %i to %i is what stands there', async (from, to) => {
    expect((await piece(long, from, to)).equals(Buffer.from(content.subarray(from, to)))).toBe(true)
  })

  it('comes with the size of the whole, and never more than a piece', async () => {
    const reference = `material/${long.id}` as const
    expect(await station.as('reviewer').call('materials.bytes', { reference, pieces: [{ from: 0, to: 1 }] })).toMatchObject({ size: content.length })
    for (const [from, to] of [[0, LARGEST_PIECE + 1], [5, 5], [7, 3]] as const) {
      await refusal(station.as('reviewer').call('materials.bytes', { reference, pieces: [{ from, to }] }), 'invalid-input')
    }
    const half = { from: 0, to: LARGEST_PIECE / 2 }
    await refusal(station.as('reviewer').call('materials.bytes', { reference, pieces: [half, half, half] }), 'invalid-input')
  })

  it('comes with others of the same file, in the order in which they were asked for', async () => {
    const wanted = [
      { from: 3 * CHUNK, to: 3 * CHUNK + 9 }, { from: 5, to: 10 }, { from: 20, to: 30 }, { from: CHUNK - 1, to: CHUNK + 1 }, { from: 6, to: 2 * CHUNK + 7 },
      { from: 3 * CHUNK + 1230, to: 3 * CHUNK + 4000 }, { from: 4 * CHUNK, to: 4 * CHUNK + 1 },
    ]
    const { pieces } = await station.as('reviewer').call('materials.bytes', { reference: `material/${long.id}`, pieces: wanted })
    expect(pieces).toEqual(wanted.map(({ from, to }) => Buffer.from(content.subarray(from, to)).toString('base64')))
  })

  it('is read though another part of the file is damaged, and is refused where it is damaged itself', async () => {
    const damaged = await attach(station, caseId, '损伤.bin', new Uint8Array(randomBytes(3 * CHUNK)))
    const stored = readFileSync(placeOf(damaged))
    stored[stored.length - 100] = (stored[stored.length - 100] ?? 0) ^ 1
    writeFileSync(placeOf(damaged), stored)
    expect((await piece(damaged, 0, 1000)).length).toBe(1000)
    await refusal(piece(damaged, 2 * CHUNK, 2 * CHUNK + 10), 'file-altered')
    await refusal(station.as('reviewer').call('materials.check', { reference: `material/${damaged.id}` }), 'file-altered')
  })

  it('of another file put in its place is found out, and the file counts as whole again when it is back', async () => {
    const first = await attach(station, caseId, '甲.bin', new Uint8Array(randomBytes(CHUNK)))
    const second = await attach(station, caseId, '乙.bin', new Uint8Array(randomBytes(CHUNK)))
    const kept = readFileSync(placeOf(first))
    copyFileSync(placeOf(second), placeOf(first))
    const reference = `material/${first.id}` as const
    await refusal(station.as('reviewer').call('materials.check', { reference }), 'file-altered')
    writeFileSync(placeOf(first), kept)
    expect(await station.as('reviewer').call('materials.check', { reference })).toBeNull()
  })

  it('staged in another window is not given away', async () => {
    const staged = await station.as('handler').stage('草稿.txt', '草稿')
    const reference = `staged/${staged.id}` as const
    expect(await station.as('handler').call('materials.bytes', { reference, pieces: [{ from: 0, to: 100 }] })).toMatchObject({ size: 6 })
    await refusal(station.connect('handler').call('materials.bytes', { reference, pieces: [{ from: 0, to: 100 }] }), 'file-not-staged')
  })
})

const png = (width: number, height: number): Uint8Array => {
  const header = Buffer.alloc(40)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(header)
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return new Uint8Array(header)
}
const office = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([name, text]) => [name, strToU8(text)])))

describe('the first look at a file', () => {
  it.each([
    ['普通.pdf', strToU8('%PDF-1.7\n'), { format: 'pdf', promised: null }],
    ['其实是PDF.docx', strToU8('%PDF-1.7\n'), { format: 'pdf', promised: 'DOCX' }],
    ['其实是Word.pdf', office({ 'word/document.xml': '<w:document/>' }), { format: 'docx', promised: 'PDF', macros: false }],
    ['带宏.docm', office({ 'word/document.xml': '<w:document/>', 'word/vbaProject.bin': 'x' }), { format: 'docx', macros: true }],
    ['台账.xlsx', office({ 'xl/workbook.xml': '<workbook/>' }), { format: 'xlsx', macros: false }],
    ['巨图.png', png(20_000, 10_000), { format: 'picture', picture: { width: 20_000, height: 10_000 } }],
    ['网页.html', strToU8('<!DOCTYPE html><script>alert(1)</script>'), { format: 'html' }],
    ['网页.txt', strToU8('<html><script>alert(1)</script></html>'), { format: 'html' }],
    ['图.svg', strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), { format: 'svg' }],
    ['图.txt', strToU8('<?xml version="1.0"?>\n<!-- x --><svg onload="alert(1)"/>'), { format: 'svg' }],
    ['说明.txt', strToU8('文字'), { format: 'text', promised: null }],
    ['不是PDF.pdf', strToU8('文字'), { format: 'other', promised: 'PDF' }],
    ['旧.doc', new Uint8Array(Buffer.from('d0cf11e0a1b11ae1', 'hex')), { format: 'officeOld' }],
  ] as const)('%s is told by its content', async (name, bytes, expected) => {
    const material = await attach(station, caseId, name, bytes)
    expect(await station.as('reviewer').call('materials.look', { reference: `material/${material.id}` })).toMatchObject({ name, size: bytes.length, ...expected })
  })

  it('finds the directory at the end of a long archive', async () => {
    const padding = Buffer.from(randomBytes(3 * 1024 * 1024)).toString('latin1')
    const material = await attach(station, caseId, '长.pdf', office({ 'word/media/a.bin': padding, 'word/document.xml': '<w:document/>' }))
    expect(material.size).toBeGreaterThan(3 * 1024 * 1024)
    expect(await station.as('reviewer').call('materials.look', { reference: `material/${material.id}` })).toMatchObject({ format: 'docx', promised: 'PDF' })
  })
})
