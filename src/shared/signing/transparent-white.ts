/**
 * Makes the white of a scanned or photographed signature or seal transparent (去底), so that it can lie over print. Pure,
 * over pixels as a canvas hands them out: red, green, blue and opacity, one byte each.
 */

export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Pixels fainter than this are dust and shadow of the paper. */
const FAINTEST = 40
/** A picture with this share of transparent pixels has been cut out already. */
const CUT_OUT = 0.02
/** The paper is as bright as the pixels at this share, counted from the darkest. */
const PAPER_AT = 0.7

/**
 * Every colour becomes the ink that, laid over white, gives it: black and red stay strong, grey becomes thin black. What
 * is as bright as the paper goes. The pixels are changed in place.
 */
export function whiteToTransparent({ data }: Pixels): void {
  if (isCutOut(data)) return
  const paper = paperOf(data)
  for (let at = 0; at < data.length; at += 4) {
    const colour = paper.map((white, channel) => Math.min(255, ((data[at + channel] ?? 0) * 255) / white))
    const strength = 255 - Math.min(...colour)
    if (strength < FAINTEST) {
      data[at + 3] = 0
      continue
    }
    colour.forEach((value, channel) => {
      data[at + channel] = 255 - ((255 - value) * 255) / strength
    })
    data[at + 3] = (strength * (data[at + 3] ?? 255)) / 255
  }
}

export interface Crop {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The smallest rectangle with everything that shows; undefined where nothing does. */
export function inkBox({ width, height, data }: Pixels): Crop | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) < FAINTEST) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 }
}

function isCutOut(data: Uint8ClampedArray): boolean {
  let transparent = 0
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 16) transparent += 1
  return transparent > (data.length / 4) * CUT_OUT
}

/** How bright the paper is in each colour: photographs of white paper are grey or yellow. */
function paperOf(data: Uint8ClampedArray): [number, number, number] {
  const of = (channel: number): number => {
    const counts = new Uint32Array(256)
    for (let at = channel; at < data.length; at += 4) counts[data[at] ?? 0] = (counts[data[at] ?? 0] ?? 0) + 1
    let left = (data.length / 4) * PAPER_AT
    const level = counts.findIndex((count) => (left -= count) < 0)
    // a picture that is dark throughout has no paper to be measured by
    return level < 120 ? 255 : level
  }
  return [of(0), of(1), of(2)]
}
