/** A scanned signature or seal without its paper. */
import { describe, expect, it } from 'vitest'
import { inkBox, whiteToTransparent, type Pixels } from '../../../src/shared/signing/transparent-white.ts'

type Colour = readonly [red: number, green: number, blue: number, opacity?: number]

/** A sheet of 10 × 10 in one colour, with other pixels on it. */
function sheet(paper: Colour, ink: readonly (readonly [x: number, y: number, colour: Colour])[]): Pixels {
  const data = new Uint8ClampedArray(400)
  const put = (at: number, [red, green, blue, opacity = 255]: Colour): void => data.set([red, green, blue, opacity], at * 4)
  for (let at = 0; at < 100; at += 1) put(at, paper)
  for (const [x, y, colour] of ink) put(y * 10 + x, colour)
  return { width: 10, height: 10, data }
}

const at = ({ data }: Pixels, x: number, y: number): number[] => [...data.subarray((y * 10 + x) * 4, (y * 10 + x) * 4 + 4)]

describe('white made transparent', () => {
  it('paper goes, black ink and red ink stay as strong as they were', () => {
    const pixels = sheet([255, 255, 255], [[2, 3, [0, 0, 0]], [4, 5, [220, 0, 0]]])
    whiteToTransparent(pixels)
    expect(at(pixels, 0, 0)[3]).toBe(0)
    expect(at(pixels, 2, 3)).toEqual([0, 0, 0, 255])
    expect(at(pixels, 4, 5)).toEqual([220, 0, 0, 255])
  })

  it('grey paper of a photograph goes as well', () => {
    const pixels = sheet([205, 200, 180], [[2, 3, [20, 20, 20]]])
    whiteToTransparent(pixels)
    expect(at(pixels, 9, 9)[3]).toBe(0)
    expect(at(pixels, 2, 3)[3]).toBeGreaterThan(220)
  })

  it('a picture that is cut out already stays as it is', () => {
    const pixels = sheet([255, 255, 255, 0], [[2, 3, [255, 255, 255]], [4, 4, [0, 0, 0]]])
    const before = [...pixels.data]
    whiteToTransparent(pixels)
    expect([...pixels.data]).toEqual(before)
  })

  it('is cut to what shows; an empty sheet has nothing to cut to', () => {
    const pixels = sheet([255, 255, 255], [[2, 3, [0, 0, 0]], [6, 7, [0, 0, 0]]])
    whiteToTransparent(pixels)
    expect(inkBox(pixels)).toEqual({ left: 2, top: 3, width: 5, height: 5 })
    const empty = sheet([255, 255, 255], [])
    whiteToTransparent(empty)
    expect(inkBox(empty)).toBeUndefined()
  })
})
