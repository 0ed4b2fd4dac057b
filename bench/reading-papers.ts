/** The papers that reading is measured on: forty documents of two hundred pages, born digital, and scans of some. */
import { join } from 'node:path'
import { createCanvas, type Canvas } from '@napi-rs/canvas'
import { renderDocx } from '../src/main/documents/docx.ts'
import { renderPdf } from '../src/main/documents/pdf.ts'
import { drawnPage } from '../src/main/intake/reading/page-image.ts'
import { readSamplePapers, SAMPLE_RENDER_OPTIONS } from '../src/main/samples/generate.ts'
import type { OfficialDocument } from '../src/shared/documents/model.ts'
import { resourcesFolder } from './stations.ts'

const DOCUMENTS = 40
const PAGES_EACH = 5

export interface Paper {
  readonly name: string
  readonly docx: Uint8Array
  readonly pdf: Uint8Array
  readonly pages: number
}

/** The papers of the sample case, each with those after it until it has five pages. */
export async function papers(): Promise<Paper[]> {
  const samples = await readSamplePapers(join(resourcesFolder, 'samples/penalty-no-permit'))
  const made: Paper[] = []
  for (let index = 0; index < DOCUMENTS; index += 1) {
    let document: OfficialDocument | undefined
    let pages = 0
    let pdf = new Uint8Array()
    for (let next = index; pages < PAGES_EACH; next += 1) {
      const more = samples[next % samples.length]
      if (more === undefined) throw new Error('the sample case has no papers')
      document = document === undefined ? more.document : { ...document, blocks: [...document.blocks, ...more.document.blocks] }
      const rendered = await renderPdf(document, SAMPLE_RENDER_OPTIONS)
      pages = rendered.pageCount
      pdf = new Uint8Array(rendered.bytes)
    }
    if (document === undefined) throw new Error('no document')
    made.push({ name: `${index + 1}-${samples[index % samples.length]?.file.replace(/\.\w+$/, '') ?? ''}`, docx: await renderDocx(document, SAMPLE_RENDER_OPTIONS), pdf, pages })
  }
  return made
}

/** A page as a scanner gives it: 200 dots per inch, a little slanted, grey paper, noise, JPEG. Always the same. */
export async function scanned(pdf: Uint8Array, page: number, slant: number): Promise<Uint8Array> {
  const { width, height, pixels } = await drawnPage(pdf, page)
  const clean = createCanvas(width, height)
  const picture = clean.getContext('2d').createImageData(width, height)
  for (const [index, grey] of pixels.entries()) picture.data.set([grey, grey, grey, 255], index * 4)
  clean.getContext('2d').putImageData(picture, 0, 0)
  return noisy(turned(clean, slant)).toBuffer('image/jpeg', 60)
}

function turned(page: Canvas, degrees: number): Canvas {
  const scale = 4 / 3
  const canvas = createCanvas(Math.round(page.width * scale), Math.round(page.height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#f4f2ee'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.scale(scale, scale)
  context.globalCompositeOperation = 'multiply'
  context.drawImage(page, -page.width / 2, -page.height / 2)
  return canvas
}

function noisy(canvas: Canvas): Canvas {
  const context = canvas.getContext('2d')
  const picture = context.getImageData(0, 0, canvas.width, canvas.height)
  let seed = 7
  for (let index = 0; index < picture.data.length; index += 4) {
    seed = (seed * 16_807) % 2_147_483_647
    const noise = (seed / 2_147_483_647 - 0.5) * 36
    for (let part = index; part < index + 3; part += 1) picture.data[part] = (picture.data[part] ?? 0) * 0.9 + 20 + noise
  }
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.putImageData(picture, 0, 0)
  return canvas
}
