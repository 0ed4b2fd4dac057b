/**
 * Making a scan ready for recognition: the paper's slant (歪斜) is taken out, ruled lines (框线) are found and wiped away. Lines
 * through or beside characters are what recognition stumbles over most in forms.
 */
import type { GreyImage } from './page-image.ts'
import type { Rule } from './table-grid.ts'

/** Steepest slant that is looked for, in degrees; a page turned by more was not scanned by accident. */
const STEEPEST = 4
/** Pixels across at which the slant is measured. */
const PROBE_WIDTH = 500
const RADIANS = Math.PI / 180

/** The grey value that parts ink and paper (Otsu's method). */
export function inkThreshold({ pixels }: GreyImage): number {
  const histogram = new Float64Array(256)
  for (const value of pixels) histogram[value] = (histogram[value] ?? 0) + 1
  const total = pixels.length
  const sum = histogram.reduce((all, count, value) => all + count * value, 0)
  let [darker, darkerSum, best, threshold] = [0, 0, -1, 128]
  for (let value = 0; value < 255; value += 1) {
    darker += histogram[value] ?? 0
    darkerSum += value * (histogram[value] ?? 0)
    if (darker === 0 || darker === total) continue
    const apart = darkerSum / darker - (sum - darkerSum) / (total - darker)
    const variance = darker * (total - darker) * apart * apart
    if (variance > best) [best, threshold] = [variance, value]
  }
  return threshold
}

/** Points of ink, thinned out. */
function inkPoints(image: GreyImage, threshold: number): { readonly points: Int32Array; readonly width: number; readonly height: number } {
  const step = Math.max(1, Math.floor(image.width / PROBE_WIDTH))
  const [width, height] = [Math.floor(image.width / step), Math.floor(image.height / step)]
  const points: number[] = []
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // the darkest of the block, so that thin strokes are not lost between the samples
      let dark = false
      for (let inner = 0; inner < step && !dark; inner += 1) dark = (image.pixels[(y * step + inner) * image.width + x * step] ?? 255) <= threshold
      if (dark) points.push(x, y)
    }
  }
  return { points: Int32Array.from(points), width, height }
}

/** The angle in degrees by which lines of text fall to the right; 0 where nothing can be told. */
export function slantOf(image: GreyImage): number {
  const { points, width, height } = inkPoints(image, inkThreshold(image))
  const inked = points.length / 2
  // a photograph is dark all over, an empty page has nothing to go by
  if (inked < 200 || inked > width * height * 0.3) return 0
  const counts = new Int32Array(height + width)
  const sharpness = (degrees: number): number => {
    counts.fill(0)
    const slope = Math.tan(degrees * RADIANS)
    for (let index = 0; index < points.length; index += 2) {
      const row = Math.round((points[index + 1] ?? 0) - (points[index] ?? 0) * slope) + Math.floor(width / 4)
      if (row >= 0 && row < counts.length) counts[row] = (counts[row] ?? 0) + 1
    }
    let sum = 0
    for (const count of counts) sum += count * count
    return sum
  }
  let [best, bestSharpness] = [0, sharpness(0) * 1.01]
  const seek = (from: number, to: number, step: number): void => {
    for (let degrees = from; degrees <= to; degrees += step) {
      const found = sharpness(degrees)
      if (found > bestSharpness) [best, bestSharpness] = [degrees, found]
    }
  }
  seek(-STEEPEST, STEEPEST, 0.25)
  seek(best - 0.2, best + 0.2, 0.05)
  return best
}

/** The picture turned by so many degrees, against the slant; what comes in at the corners is paper. */
export function levelled(image: GreyImage, degrees: number): GreyImage {
  if (Math.abs(degrees) < 0.1) return image
  const { width, height, pixels } = image
  const turned = new Uint8Array(width * height).fill(paperOf(image, 128))
  const cos = Math.cos(degrees * RADIANS)
  const sin = Math.sin(degrees * RADIANS)
  for (let y = 0; y < height; y += 1) {
    const dy = y - height / 2
    for (let x = 0; x < width; x += 1) {
      const dx = x - width / 2
      const fromX = width / 2 + dx * cos - dy * sin
      const fromY = height / 2 + dx * sin + dy * cos
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue
      const at = top * width + left
      const above = (pixels[at] ?? 255) * (left + 1 - fromX) + (pixels[at + 1] ?? 255) * (fromX - left)
      const below = (pixels[at + width] ?? 255) * (left + 1 - fromX) + (pixels[at + width + 1] ?? 255) * (fromX - left)
      turned[y * width + x] = above * (top + 1 - fromY) + below * (fromY - top)
    }
  }
  return { width, height, pixels: turned }
}

/** Whether most of the picture is no paper: a photograph of a place, where recognition sees characters in everything. */
export function isPhotograph(image: GreyImage): boolean {
  const threshold = inkThreshold(image)
  const paper = paperOf(image, threshold)
  let light = 0
  for (const value of image.pixels) if (value > paper - 45) light += 1
  return paper < 150 || light < image.pixels.length * 0.55
}

interface Run {
  readonly from: number
  readonly to: number
}

/** The grey of the paper: the commonest value among the light ones. */
function paperOf({ pixels }: GreyImage, threshold: number): number {
  const histogram = new Float64Array(256)
  for (const value of pixels) histogram[value] = (histogram[value] ?? 0) + 1
  let paper = 255
  for (let value = 255; value > threshold; value -= 1) if ((histogram[value] ?? 0) > (histogram[paper] ?? 0)) paper = value
  return paper
}

/** Runs of ink along a line of the picture, gaps of a pixel bridged. */
function runsOf(isInk: (index: number) => boolean, length: number, shortest: number): Run[] {
  const runs: Run[] = []
  let [from, last] = [-1, -10]
  for (let index = 0; index <= length; index += 1) {
    if (index < length && isInk(index)) {
      if (index - last > 2) {
        if (from >= 0 && last - from >= shortest) runs.push({ from, to: last })
        from = index
      }
      last = index
    }
  }
  if (from >= 0 && last - from >= shortest) runs.push({ from, to: last })
  return runs
}

export interface Ruled {
  /** The picture without the lines. */
  readonly image: GreyImage
  readonly rules: readonly Rule[]
}

/** Runs on neighbouring lines that overlap: from line `first` to line `last`. */
interface Band {
  first: number
  last: number
  from: number
  to: number
}

function bandsOf(lines: readonly (readonly Run[])[]): Band[] {
  const bands: Band[] = []
  let open: Band[] = []
  for (const [line, runs] of lines.entries()) {
    for (const run of runs) {
      const band = open.find((one) => one.last >= line - 2 && one.from <= run.to && run.from <= one.to)
      if (band === undefined) {
        const begun = { first: line, last: line, ...run }
        open.push(begun)
        bands.push(begun)
      } else [band.last, band.from, band.to] = [line, Math.min(band.from, run.from), Math.max(band.to, run.to)]
    }
    open = open.filter((one) => one.last >= line - 2)
  }
  return bands
}

/** Finds the ruled lines of an upright picture and wipes them away. */
export function withoutRules(image: GreyImage): Ruled {
  const { width, height, pixels } = image
  const threshold = Math.min(inkThreshold(image) + 20, 225)
  const ink = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height && (pixels[y * width + x] ?? 255) <= threshold
  // in parts of the page's width (A4: 21 cm): no character is as wide as 1.3 cm, no rule as thick as 1.5 mm
  const [longest, tallest, thickest] = [width / 16, width / 26, Math.max(4, width / 140)]
  // the neighbours count as well, so that a line that steps by a pixel is one
  const across = Array.from({ length: height }, (_value, y) => runsOf((x) => ink(x, y) || ink(x, y - 1), width, longest))
  const down = Array.from({ length: width }, (_value, x) => runsOf((y) => ink(x, y) || ink(x - 1, y), height, tallest))
  const isThin = ({ first, last, from, to }: Band): boolean => last - first + 1 <= thickest && to - from > (last - first + 1) * 8
  // beside a rule there is paper; beside a stroke in a row of bold characters there is more ink
  const standsAlone = ({ first, last, from, to }: Band, inkAt: (along: number, line: number) => boolean): boolean => {
    let touched = 0
    for (let along = from; along <= to; along += 1) {
      if (inkAt(along, first - 3) || inkAt(along, first - 4) || inkAt(along, last + 3) || inkAt(along, last + 4)) touched += 1
    }
    return touched < (to - from) * 0.3
  }
  const flat = bandsOf(across).filter((band) => isThin(band) && standsAlone(band, ink))
  const upright = bandsOf(down).filter((band) => isThin(band) && standsAlone(band, (along, line) => ink(line, along)))
  const rules = [
    ...flat.map(({ first, last, from, to }) => ({ x1: from, x2: to, y1: first, y2: last })),
    ...upright.map(({ first, last, from, to }) => ({ x1: first, x2: last, y1: from, y2: to })),
  ]
  if (rules.length === 0) return { image, rules }
  const wiped = pixels.slice()
  const paper = paperOf(image, threshold)
  for (const { x1, y1, x2, y2 } of rules) {
    const [left, right] = [Math.max(0, x1 - 1), Math.min(width, x2 + 2)]
    for (let y = Math.max(0, y1 - 1); y <= Math.min(height - 1, y2 + 1); y += 1) wiped.fill(paper, y * width + left, y * width + right)
  }
  return { image: { width, height, pixels: wiped }, rules }
}
