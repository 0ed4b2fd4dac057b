/** Looks at rendered documents from outside: with poppler, with LibreOffice, as pixels. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { visibleCodePoints } from '../../../src/main/documents/fonts.ts'
import { PAGE } from '../../../src/main/documents/page-geometry.ts'
import type { LaidOutPage } from '../../../src/main/documents/page-layout.ts'

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '')

/** The text of each page in the order in which it is drawn, without blanks. */
export function pdfTexts(pdf: Uint8Array): string[] {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    return text.split('\f').slice(0, -1).map(withoutBlanks)
  })
}

export function pdfInfo(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    return execFileSync('pdfinfo', ['-custom', file], { encoding: 'utf8' })
  })
}

/** The document as LibreOffice lays it out, as PDF. */
export function throughLibreOffice(docx: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'a.docx'), docx)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const convert = ['--convert-to', 'pdf', '--outdir', folder, join(folder, 'a.docx')]
    execFileSync('soffice', ['--headless', profile, ...convert], {
      stdio: 'ignore',
      timeout: 120_000,
    })
    return readFileSync(join(folder, 'a.pdf'))
  })
}

/** A page in grey: 0 is black, 255 white. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

const DPI = 100

export function rasterise(pdf: Uint8Array): Raster[] {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    execFileSync('pdftoppm', ['-r', String(DPI), '-gray', file, join(folder, 'p')])
    const names = readdirSync(folder).filter((name) => name.endsWith('.pgm'))
    return names.sort().map((name) => readPgm(readFileSync(join(folder, name))))
  })
}

function readPgm(bytes: Buffer): Raster {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))
  if (header === null) throw new Error('not a binary PGM')
  const [all, width, height] = header
  return { width: Number(width), height: Number(height), grey: bytes.subarray(all.length) }
}

/** Ink in a rectangle, in points from the page's top left corner: 0 is white, 1 all black. */
export function ink(raster: Raster, left: number, top: number, right: number, bottom: number): number {
  const scale = DPI / 72
  let dark = 0
  let count = 0
  for (let y = Math.floor(top * scale); y < Math.max(Math.ceil(bottom * scale), Math.floor(top * scale) + 1); y++) {
    for (let x = Math.floor(left * scale); x < Math.max(Math.ceil(right * scale), Math.floor(left * scale) + 1); x++) {
      dark += 255 - (raster.grey[y * raster.width + x] ?? 255)
      count++
    }
  }
  return dark / (count * 255)
}

export interface GlyphInk {
  readonly text: string
  readonly ink: number
}

/** For every glyph that the layout put on a page: how much ink is where its outline must be. */
export function glyphInks(page: LaidOutPage, raster: Raster): GlyphInk[] {
  return page.marks.flatMap(({ mark, left, top }) => {
    if (mark.kind !== 'text') return []
    const x0 = left + mark.x
    const baseline = top + mark.baseline
    return mark.line.glyphs.flatMap((glyph): GlyphInk[] => {
      const [point] = visibleCodePoints(glyph.text)
      if (point === undefined) return []
      const x = x0 + glyph.x
      if (glyph.checked !== undefined) {
        return [{ text: glyph.text, ink: ink(raster, x, baseline - 0.8 * mark.size, x + glyph.width, baseline) }]
      }
      const scale = mark.size / glyph.face.font.unitsPerEm
      const { minX, minY, maxX, maxY } = glyph.face.font.glyphForCodePoint(point).bbox
      const found = ink(raster, x + minX * scale, baseline - maxY * scale, x + maxX * scale, baseline - minY * scale)
      return [{ text: glyph.text, ink: found }]
    })
  })
}

/** An empty sheet. */
export function blankRaster(): Raster {
  const [width, height] = [Math.ceil((PAGE.width * DPI) / 72), Math.ceil((PAGE.height * DPI) / 72)]
  return { width, height, grey: new Uint8Array(width * height).fill(255) }
}
