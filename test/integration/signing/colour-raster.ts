/** Pages of a PDF as coloured pixels, drawn by poppler. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTemporaryFolder } from './openssl-files.ts'

export interface ColourRaster {
  readonly width: number
  readonly height: number
  readonly pixels: readonly (readonly [red: number, green: number, blue: number])[]
}

export function rasterised(pdf: Uint8Array, dotsPerInch = 60): ColourRaster[] {
  return inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), join(folder, 'a.pdf'), join(folder, 'p')])
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ppm'))
      .sort()
      .map((name) => readPixels(readFileSync(join(folder, name))))
  })
}

function readPixels(bytes: Buffer): ColourRaster {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))
  if (header === null) throw new Error('not a binary PPM')
  const [width, height] = [Number(header[1]), Number(header[2])]
  const data = bytes.subarray(header[0].length)
  const pixels = Array.from({ length: width * height }, (_, at) => [data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0] as const)
  return { width, height, pixels }
}
