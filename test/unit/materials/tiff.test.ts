import { zlibSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tiffPicture, TiffTooLarge, TiffUnknown } from '../../../src/renderer/materials/viewer/tiff-picture.ts'
import { onlyTiffPage, TiffBroken, tiffPages, tiffTags } from '../../../src/shared/materials/tiff.ts'
import { TIFF_FILES } from '../../support/tiff-files.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** How dark the picture is there: 0 is black. */
function shade(bytes: Bytes, page: number, x: number, y: number): number {
  const at = tiffPages(bytes)[page - 1]
  if (at === undefined) throw new Error('no such page')
  const { rgba, width } = tiffPicture(bytes, at)
  return rgba[(y * width + x) * 4] ?? -1
}

/** A page of 4 × 2 grey pixels; `change` sets tags to other values. */
function made(change: Readonly<Record<number, number>> = {}, data: Uint8Array = Uint8Array.of(0, 50, 100, 150, 200, 210, 220, 230)): Bytes {
  const tags = new Map([[256, 4], [257, 2], [258, 8], [259, 1], [262, 1], [273, 8], [277, 1], [278, 2], [279, data.length]])
  for (const [tag, value] of Object.entries(change)) tags.set(Number(tag), value)
  const file = new Uint8Array(8 + data.length + 2 + tags.size * 12 + 4)
  const view = new DataView(file.buffer)
  file.set([0x49, 0x49, 42, 0])
  view.setUint32(4, 8 + data.length, true)
  file.set(data, 8)
  let at = 8 + data.length
  view.setUint16(at, tags.size, true)
  at += 2
  for (const [tag, value] of [...tags].toSorted(([one], [other]) => one - other)) {
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, 4, true)
    view.setUint32(at + 4, 1, true)
    view.setUint32(at + 8, value, true)
    at += 12
  }
  return file
}
const first = (bytes: Bytes) => {
  const [page] = tiffPages(bytes)
  if (page === undefined) throw new Error('no page')
  return tiffPicture(bytes, page)
}

describe('a scanned TIFF', () => {
  it.each(['fax4', 'lzw', 'packbits', 'deflate'] as const)('in %s shows each of its pages', (kind) => {
    const bytes = TIFF_FILES[kind]
    expect(tiffPages(bytes).map(({ width, height }) => [width, height])).toEqual([[64, 48], [64, 48]])
    expect([shade(bytes, 1, 12, 12), shade(bytes, 1, 44, 33)]).toEqual([0, 255])
    expect([shade(bytes, 2, 12, 12), shade(bytes, 2, 44, 33)]).toEqual([255, 0])
  })

  it('in JPEG shows its page', () => {
    expect(shade(TIFF_FILES.jpeg, 1, 15, 11)).toBeLessThan(60)
    expect(shade(TIFF_FILES.jpeg, 1, 50, 40)).toBeGreaterThan(200)
  })

  it('without compression shows every pixel', () => {
    const { rgba } = first(made())
    expect(Array.from({ length: 8 }, (_, index) => rgba[index * 4])).toEqual([0, 50, 100, 150, 200, 210, 220, 230])
  })

  it('is cut to one page for a program that reads the first only', () => {
    const bytes = TIFF_FILES.fax4
    const second = tiffPages(bytes)[1]
    if (second === undefined) throw new Error('no second page')
    const alone = onlyTiffPage(bytes, second) as Bytes
    const node = Buffer.from(bytes)
    onlyTiffPage(node, second)
    expect(tiffPages(node)).toHaveLength(2)
    expect(tiffPages(alone)).toHaveLength(1)
    expect(shade(alone, 1, 44, 33)).toBe(0)
    expect(tiffPages(bytes)).toHaveLength(2)
  })
})

describe('a TIFF that was made to do harm', () => {
  it('whose directories go round is broken, not endless', () => {
    const bytes = made()
    const view = new DataView(bytes.buffer)
    view.setUint32(bytes.length - 4, view.getUint32(4, true), true)
    expect(() => tiffPages(bytes)).toThrow(TiffBroken)
  })

  it('with more pixels than the window can bear is not decoded', () => {
    expect(() => first(made({ 256: 60_000, 257: 60_000 }))).toThrow(TiffTooLarge)
  })

  it('whose tiles are larger than any page, or of no size, is broken', () => {
    for (const [width, height] of [[60_000, 60_000], [0, 16]] as const) {
      expect(() => first(made({ 322: width, 323: height, 324: 8, 325: 8 }))).toThrow(TiffBroken)
    }
  })

  it('whose strips lie outside the file is broken', () => {
    expect(() => first(made({ 273: 4_000_000_000 }))).toThrow(TiffBroken)
  })

  it('of a kind that is not drawn here says so', () => {
    for (const [tag, value] of [[259, 34_713], [258, 64], [277, 60_000], [262, 32_803], [339, 3]] as const) {
      expect(() => first(made({ [tag]: value }))).toThrow(TiffUnknown)
    }
  })

  it('that unpacks without end fills its page and no more', () => {
    const bomb = zlibSync(new Uint8Array(4_000_000))
    const { rgba } = first(made({ 259: 8 }, bomb))
    expect(rgba.length).toBe(4 * 2 * 4)
  })

  it('that is cut off or altered anywhere is refused, or its pages lie within bounds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(TIFF_FILES)), fc.array(fc.tuple(fc.nat(1500), fc.nat(255)), { maxLength: 6 }), fc.nat(600), (file, changes, cut) => {
        const bytes = file.slice(0, file.length - Math.max(0, cut - 300))
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        try {
          for (const { offset, width, height } of tiffPages(bytes)) {
            expect(width * height).toBeGreaterThan(0)
            for (const values of tiffTags(bytes, offset).values()) expect(values.length).toBeLessThanOrEqual(bytes.length)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(TiffBroken)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
