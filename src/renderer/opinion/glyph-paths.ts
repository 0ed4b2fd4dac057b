/**
 * Outlines of the characters of the page preview, asked of the core once per character and kept while the window is
 * open: an edit brings a few new ones at most.
 */
import type { LaidOutDocument, LaidOutSheet } from '../../shared/documents/laid-out.ts'
import { callOnce } from '../transport/calls.ts'
import type { Transport } from '../transport/transport.ts'

const KEPT = new WeakMap<Transport, Map<string, Map<string, Path2D>>>()

/** By face, then by character. */
export type GlyphPaths = ReadonlyMap<string, ReadonlyMap<string, Path2D>>

/** Sees to it that every character of the document has its outline. */
export async function loadGlyphs(transport: Transport, document: LaidOutDocument): Promise<GlyphPaths> {
  const kept = KEPT.get(transport) ?? new Map<string, Map<string, Path2D>>()
  KEPT.set(transport, kept)
  await Promise.all(
    document.faces.map(async (face, index) => {
      const known = kept.get(face) ?? new Map<string, Path2D>()
      kept.set(face, known)
      const characters = [...missing(document.pages, index, known)]
      if (characters.length === 0) return
      const outlines = await callOnce(transport, 'opinion.outlines', { face, characters })
      for (const character of characters) known.set(character, new Path2D(outlines[character] ?? ''))
    }),
  )
  return kept
}

function missing(pages: readonly LaidOutSheet[], face: number, known: ReadonlyMap<string, Path2D>): Set<string> {
  const found = new Set<string>()
  for (const { lines } of pages) {
    for (const { runs } of lines) {
      for (const run of runs) if (run.face === face) for (const text of run.texts) if (!known.has(text)) found.add(text)
    }
  }
  return found
}

const WATERMARK = '#e0e0e0'
const INK = '#000'

/** Draws one page; `scale` is pixels of the canvas per point. */
export function drawSheet(context: CanvasRenderingContext2D, document: LaidOutDocument, sheet: LaidOutSheet, glyphs: GlyphPaths, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, document.width, document.height)
  if (document.watermark !== '') {
    context.setTransform(scale, 0, 0, -scale, 0, document.height * scale)
    context.fillStyle = WATERMARK
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is filled here, not an array
    fillPath(context, new Path2D(document.watermark))
  }
  context.fillStyle = INK
  context.strokeStyle = INK
  for (const { y, size, runs } of sheet.lines) {
    for (const { face, texts, x } of runs) {
      const paths = glyphs.get(document.faces[face] ?? '')
      texts.forEach((text, index) => {
        const path = paths?.get(text)
        if (path === undefined || text === '☑' || text === '□' || text === '☐') return
        context.setTransform(scale * size, 0, 0, scale * size, (x[index] ?? 0) * scale, y * scale)
        fillPath(context, path)
      })
    }
  }
  context.setTransform(scale, 0, 0, scale, 0, 0)
  for (const { x1, y1, x2, y2, weight } of sheet.rules) strokeLine(context, weight, [x1, y1, x2, y2])
  for (const { x, y, side, checked } of sheet.boxes) {
    context.lineWidth = 0.07 * side
    context.strokeRect(x, y, side, side)
    if (checked) strokeLine(context, 0.1 * side, [x + 0.2 * side, y + 0.5 * side, x + 0.42 * side, y + 0.76 * side, x + 0.82 * side, y + 0.2 * side])
  }
}

function fillPath(context: CanvasRenderingContext2D, path: Path2D): void {
  context.fill(path)
}

function strokeLine(context: CanvasRenderingContext2D, width: number, [x, y, ...rest]: readonly [number, number, ...number[]]): void {
  context.lineWidth = width
  context.beginPath()
  context.moveTo(x, y)
  for (let at = 0; at + 1 < rest.length; at += 2) context.lineTo(rest[at] ?? 0, rest[at + 1] ?? 0)
  context.stroke()
}
