/** The writer of workbooks: whatever the length of its rows and texts, the file is whole and says what it was given. */
import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeSheet, writeSheetPieces, type Cell, type SheetColumn } from '../../../src/main/cases/sheet-file.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const COLUMNS: SheetColumn[] = ['甲', '乙', '丙'].map((title) => ({ title, width: 10, format: 'text' }))
const textsOf = (bytes: Uint8Array): string[] => [...new TextDecoder().decode(unzipSync(bytes)[SHEET]).matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text ?? '')

/** What the archive says of its parts where it lists them at its end: by name, checksum and length. */
function listed(bytes: Uint8Array): Map<string, { readonly crc: number; readonly plain: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = bytes.length - 22
  const parts = new Map<string, { readonly crc: number; readonly plain: number }>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const length = view.getUint16(at + 28, true)
    parts.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)), { crc: view.getUint32(at + 16, true), plain: view.getUint32(at + 24, true) })
    at += 46 + length
  }
  return parts
}

describe('a sheet', () => {
  it.each<[string, readonly (readonly Cell[])[]]>([
    ['of many short rows', Array.from({ length: 20_000 }, (_, at) => [`第${at}案`, `<${at}>`, '😀'])],
    ['with a text longer than what is compressed at a time', [['前', '长'.repeat(200_000), '后'], ['又', '😀'.repeat(30_000), '末']]],
    ['without a row', []],
  ])('%s is whole', async (_what, rows) => {
    const bytes = await writeSheet('表', COLUMNS, [rows], rows.length)
    expect(textsOf(bytes)).toEqual([...COLUMNS.map(({ title }) => title), ...rows.flat().map((cell) => String(cell).replace('<', '&lt;').replace('>', '&gt;'))])
    const parts = unzipSync(bytes)
    expect([...listed(bytes).keys()].sort()).toEqual(Object.keys(parts).sort())
    for (const [name, { crc, plain }] of listed(bytes)) expect([name, crc32(parts[name] ?? ''), parts[name]?.length]).toEqual([name, crc, plain])
  })

  it('marks the texts whose white space would be lost, and no other', async () => {
    const texts = ['平常', '两个 词', ' 前', '后 ', '两  个', '一行\n又一行']
    const xml = new TextDecoder().decode(unzipSync(await writeSheet('表', COLUMNS.slice(0, 1), [texts.map((text) => [text])], texts.length))[SHEET])
    const kept = [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text)
    expect(kept).toEqual(texts.slice(2))
  })

  it('is the same in pieces as in one', async () => {
    const rows = Array.from({ length: 5000 }, (_, at): Cell[] => [`第${at}案`, at, { day: '2026-04-07' }])
    const { pieces, size } = await writeSheetPieces('表', COLUMNS, [rows], rows.length)
    const whole = await writeSheet('表', COLUMNS, [rows], rows.length)
    expect(Buffer.concat(pieces).equals(whole)).toBe(true)
    expect(size).toBe(whole.length)
  })

  it('whose rows cannot be read is not written, and says why', async () => {
    async function* broken(): AsyncGenerator<readonly (readonly Cell[])[]> {
      yield Array.from({ length: 5000 }, (_, at) => [`第${at}案`, '', ''])
      throw new Error('the station was closed')
    }
    await expect(writeSheetPieces('表', COLUMNS, broken(), 10_000)).rejects.toThrow('the station was closed')
  })
})
