/** Makes the DOCX and PDF files of a sample case from its texts, through the product's own document model. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isoInstant } from '../../shared/values/values.ts'
import { renderDocx } from '../documents/docx.ts'
import { renderPdf, type RenderOptions } from '../documents/pdf.ts'
import { parseSamplePaper, type SampleFormat, type SamplePaper } from './sample-markup.ts'

/** The bundled fonts and one moment, so that every computer makes the same pages and the same bytes. */
export const SAMPLE_RENDER_OPTIONS: RenderOptions = {
  createdAt: isoInstant(new Date('2026-05-18T01:00:00.000Z')),
  producer: 'Fashen sample papers',
  fonts: { bundledOnly: true },
}

export interface SampleFile extends SamplePaper {
  /** Name of the generated file, such as `30-行政处罚决定书（拟稿）.docx`. */
  readonly file: string
}

export interface GeneratedFile {
  readonly file: string
  /** Where it was written. */
  readonly path: string
  readonly format: SampleFormat
  /** Kind of submission material. */
  readonly kind: string
}

/** Reads the texts under `documents/` of a sample folder, in the order of their numbers. */
export async function readSamplePapers(sampleFolder: string): Promise<SampleFile[]> {
  const folder = path.join(sampleFolder, 'documents')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  return await Promise.all(
    names.map(async (name) => {
      const paper = parseSamplePaper(name, await readFile(path.join(folder, name), 'utf8'))
      return { ...paper, file: `${name.slice(0, -'.txt'.length)}.${paper.format}` }
    }),
  )
}

/** The bytes of one paper in its own format. */
export async function renderSamplePaper(paper: SamplePaper): Promise<Uint8Array> {
  if (paper.format === 'docx') return await renderDocx(paper.document, SAMPLE_RENDER_OPTIONS)
  return (await renderPdf(paper.document, SAMPLE_RENDER_OPTIONS)).bytes
}

/**
 * Writes every paper of the sample in `sampleFolder` into `outDir`, which is made if need be; files of the same name
 * are replaced, others are left alone. Throws `glyph-missing` or a markup error that names the paper.
 */
export async function generateSampleFiles(sampleFolder: string, outDir: string): Promise<GeneratedFile[]> {
  const papers = await readSamplePapers(sampleFolder)
  await mkdir(outDir, { recursive: true })
  const generated: GeneratedFile[] = []
  for (const paper of papers) {
    const target = path.join(outDir, paper.file)
    await writeFile(target, await renderSamplePaper(paper))
    generated.push({ file: paper.file, path: target, format: paper.format, kind: paper.kind })
  }
  return generated
}
