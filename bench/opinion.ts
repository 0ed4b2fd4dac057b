/** An opinion of three pages as DOCX and PDF with two signatures; against LibreOffice and docxtemplater. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { z } from 'zod'
import { renderDocx } from '../src/main/documents/docx.ts'
import { renderPdf } from '../src/main/documents/pdf.ts'
import { inTurn } from './measure.ts'
import { opinionOptions, signingDesk, signTwice, threePages } from './opinion-parts.ts'
import { opinionTemplate } from './opinion-template.ts'
import { atMost, ms, type Finding, type Subject, type SubjectReport } from './report.ts'
import { scratchFolder } from './stations.ts'

const RUNS = 25
const OFFICE_RUNS = 3

/** Milliseconds that a new process takes for its first opinion, with and without loading the modules. */
export const firstOpinionSchema = z.strictObject({ loading: z.number(), making: z.number() })

export const opinion: Subject = {
  name: 'opinion',
  title: 'an opinion of three pages: DOCX, PDF and two PAdES signatures',
  async run(say): Promise<SubjectReport> {
    const document = threePages()
    const options = opinionOptions()
    const desk = await signingDesk()
    const template = await opinionTemplate(document, options)
    const { pageCount } = await renderPdf(document, options)
    const times = await inTurn(RUNS, {
      whole: async () => {
        const [docx, pdf] = [await renderDocx(document, options), await renderPdf(document, options)]
        return [docx, await signTwice(desk, pdf)]
      },
      docx: () => renderDocx(document, options),
      pdf: () => renderPdf(document, options),
      templater: () => {
        const filled = new Docxtemplater(new PizZip(template.bytes)).render(template.texts)
        return filled.toBuffer({ compression: 'DEFLATE' })
      },
    }, 3)
    say('made again and again in one process')
    const first = firstOpinion()
    const office = convertedByOffice(await renderDocx(document, options), say)
    const whole = ms(times.whole.median)
    const againstOffice = office === undefined ? undefined : { what: 'LibreOffice, DOCX to PDF only', measured: ms(office) }
    const findings: Finding[] = [
      { what: `the whole, ${pageCount} pages, median of ${RUNS}`, measured: whole, goal: atMost(300, times.whole.median), against: againstOffice },
      { what: 'the whole, slowest', measured: ms(times.whole.max) },
      { what: 'the first one of a new process', measured: ms(first.making), against: { what: 'the same in a warm one', measured: whole } },
      { what: 'loading the modules for it', measured: ms(first.loading) },
      { what: 'DOCX alone', measured: ms(times.docx.median), against: { what: 'docxtemplater, template with the same text', measured: ms(times.templater.median) } },
      { what: 'PDF alone', measured: ms(times.pdf.median), against: againstOffice },
    ]
    const notes = ['docxtemplater fills a template that somebody made in Word; the core builds the document, its styles and its tables.']
    return { findings, notes, skipped: office === undefined ? ['LibreOffice: soffice is not installed'] : [] }
  },
}

/** In a new process: what an officer waits for the first time. The smallest of three. */
function firstOpinion(): z.infer<typeof firstOpinionSchema> {
  const runs = [1, 2, 3].map(() => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'opinion-process.ts')], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return firstOpinionSchema.parse(JSON.parse(stdout))
  })
  return { loading: Math.min(...runs.map(({ loading }) => loading)), making: Math.min(...runs.map(({ making }) => making)) }
}

/** Median milliseconds of LibreOffice without a window, its own start included; it has no way to stay open for this. */
function convertedByOffice(docx: Uint8Array, say: (line: string) => void): number | undefined {
  const folder = scratchFolder()
  try {
    const source = join(folder, 'opinion.docx')
    writeFileSync(source, docx)
    mkdirSync(join(folder, 'profile'))
    const convert = (): number | undefined => {
      const started = performance.now()
      const args = ['--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, '--convert-to', 'pdf', '--outdir', folder, source]
      const { status, error } = spawnSync('soffice', args, { stdio: 'ignore', timeout: 120_000 })
      return error !== undefined || status !== 0 ? undefined : performance.now() - started
    }
    // the first start makes its profile
    if (convert() === undefined) return undefined
    say('LibreOffice has made its profile')
    const times = Array.from({ length: OFFICE_RUNS }, convert).filter((time) => time !== undefined)
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
