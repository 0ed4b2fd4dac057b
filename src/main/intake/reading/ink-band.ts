/** The ink in a band of a scan: where words begin and end on paper, which the boxes of recognition only tell roughly. */
import { inkThreshold } from './image-cleaning.ts'
import type { GreyImage } from './page-image.ts'

export interface Extent {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** A part of the picture from row `top` to row `foot`, in whole pixels. */
export interface Band {
  readonly top: number
  readonly foot: number
}

export interface Ink {
  /** For each column of the picture whether there is ink in the band. */
  columns(band: Band): Uint8Array
  /** The rows of the band between which ink stands, over these columns; the band where there is none. */
  rows(band: Band, columns: Extent): Band
}

export function inkOf(image: GreyImage): Ink {
  const { width, height, pixels } = image
  const threshold = inkThreshold(image)
  const clipped = ({ top, foot }: Band): Band => ({ top: Math.max(0, Math.floor(top)), foot: Math.min(height, Math.ceil(foot)) })
  return {
    columns: (band) => {
      const { top, foot } = clipped(band)
      const columns = new Uint8Array(width)
      for (let y = top; y < foot; y += 1) {
        for (let x = 0; x < width; x += 1) if ((pixels[y * width + x] ?? 255) <= threshold) columns[x] = 1
      }
      return columns
    },
    rows: (band, { from, to }) => {
      const { top, foot } = clipped(band)
      const hasInk = (y: number): boolean => {
        for (let x = Math.max(0, Math.floor(from)); x < Math.min(width, to); x += 1) if ((pixels[y * width + x] ?? 255) <= threshold) return true
        return false
      }
      let [first, last] = [top, foot]
      while (first < foot && !hasInk(first)) first += 1
      while (last > first && !hasInk(last - 1)) last -= 1
      return first < last ? { top: first, foot: last } : band
    },
  }
}

/** The widest room without ink between two columns; undefined where there is none. */
export function widestGap(columns: Uint8Array, { from, to }: Extent): Extent | undefined {
  let widest: Extent | undefined
  let begun = -1
  const last = Math.min(columns.length, Math.ceil(to))
  for (let x = Math.max(0, Math.floor(from)); x <= last; x += 1) {
    const isWhite = x < last && columns[x] === 0
    if (isWhite && begun < 0) begun = x
    if (!isWhite && begun >= 0) {
      if (widest === undefined || x - begun > widest.to - widest.from) widest = { from: begun, to: x }
      begun = -1
    }
  }
  return widest
}

/**
 * The edge of the ink that stands at `from`, seen in direction `step`: as far as it goes on without more than `room` white
 * columns, at most `most` away; without ink there, the nearest ink on the other side.
 */
export function edgeOfInk(columns: Uint8Array, from: number, step: 1 | -1, room: number, most: number): number {
  const start = Math.round(Math.min(columns.length - 1, Math.max(0, from)))
  let edge: number | undefined
  for (let moved = 0, white = 0; moved <= most && white <= room; moved += 1) {
    const column = columns[start + moved * step]
    if (column === undefined) break
    if (column === 1) [edge, white] = [start + moved * step, 0]
    else white += 1
  }
  for (let moved = 1; edge === undefined && moved <= most; moved += 1) if (columns[start - moved * step] === 1) edge = start - moved * step
  return edge ?? start
}
