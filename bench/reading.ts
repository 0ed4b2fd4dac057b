/** Reading forty documents of two hundred pages, against pdftotext and LibreOffice; recognition of scans. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openReadingWorker, type ReadableFile, type ReadingWorker } from '../src/main/intake/reading/reading-worker.ts'
import { timedAsync } from './measure.ts'
import { papers, scanned, type Paper } from './reading-papers.ts'
import { atMost, ms, type Finding, type Say, type Subject, type SubjectReport } from './report.ts'
import { scratchFolder } from './stations.ts'

const RUNS = 3
const SCANNED = 6

const docxOf = ({ name, docx }: Paper): ReadableFile => ({ name: `${name}.docx`, bytes: docx })
const pdfOf = ({ name, pdf }: Paper): ReadableFile => ({ name: `${name}.pdf`, bytes: pdf })
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

async function readAll(worker: ReadingWorker, files: readonly ReadableFile[]): Promise<number> {
  return await timedAsync(async () => {
    for (const file of files) {
      const { problem } = await worker.read(file)
      if (problem !== null) throw new Error(`${file.name}: ${JSON.stringify(problem)}`)
    }
  })
}

/** The median of several runs, each in a thread that was just started, as after a drop. */
async function fresh(files: readonly ReadableFile[]): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const worker = openReadingWorker()
    times.push(await readAll(worker, files))
    await worker.close()
  }
  return middle(times)
}

/** Milliseconds of the peers on the same files; undefined where a program is not there. */
function peers(made: readonly Paper[], say: Say): { readonly pdftotext: number | undefined; readonly office: number | undefined } {
  const folder = scratchFolder()
  try {
    const [pdfs, docxs] = [made.map((paper) => join(folder, `${paper.name}.pdf`)), made.map((paper) => join(folder, `${paper.name}.docx`))]
    for (const [index, paper] of made.entries()) {
      writeFileSync(pdfs[index] ?? '', paper.pdf)
      writeFileSync(docxs[index] ?? '', paper.docx)
    }
    mkdirSync(join(folder, 'out'))
    const run = (program: string, args: readonly string[]): boolean => spawnSync(program, args, { stdio: 'ignore', timeout: 300_000 }).status === 0
    const timed = (work: () => boolean): number | undefined => {
      const started = performance.now()
      return work() ? performance.now() - started : undefined
    }
    const pdftotext = timed(() => pdfs.every((file) => run('pdftotext', ['-layout', file, join(folder, 'out/text.txt')])))
    say('pdftotext has read the PDF files')
    const convert = (files: readonly string[]): boolean =>
      run('soffice', ['--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, '--convert-to', 'txt:Text', '--outdir', join(folder, 'out'), ...files])
    // the first start makes its profile
    const office = convert(docxs.slice(0, 1)) ? timed(() => convert(docxs)) : undefined
    say('LibreOffice has read the DOCX files')
    return { pdftotext, office }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const letters = (text: string): string[] => [...text.normalize('NFKC').replaceAll(/[\s□☐☑☒—-]/g, '')]

/** Share of the characters of `truth` that were found, wherever they stand. */
function found(truth: string, text: string): number {
  const left = new Map<string, number>()
  for (const letter of letters(text)) left.set(letter, (left.get(letter) ?? 0) + 1)
  const wanted = letters(truth)
  const hits = wanted.filter((letter) => {
    const count = left.get(letter) ?? 0
    left.set(letter, count - 1)
    return count > 0
  })
  return hits.length / wanted.length
}

async function recognition(made: readonly Paper[], say: Say): Promise<{ readonly page: number; readonly share: number }> {
  const worker = openReadingWorker()
  const [times, shares]: [number[], number[]] = [[], []]
  for (const [index, paper] of made.slice(3, 3 + SCANNED).entries()) {
    const bytes = await scanned(paper.pdf, 1, [0, 0.6, -0.9, 1.4, -0.3, 0.2][index] ?? 0)
    const truth = (await worker.read(pdfOf(paper))).text.pages[0]?.text ?? ''
    const file = { name: 'scan.jpg', bytes }
    // the engine is loaded with the first page
    if (index === 0) await worker.recognise(file, 1)
    let text = ''
    times.push(await timedAsync(async () => (text = (await worker.recognise(file, 1)).text)))
    shares.push(found(truth, text))
  }
  await worker.close()
  say(`${SCANNED} scans recognised`)
  return { page: middle(times), share: shares.reduce((sum, share) => sum + share, 0) / shares.length }
}

export const reading: Subject = {
  name: 'reading',
  title: 'reading forty documents of two hundred pages; recognition of scans',
  async run(say): Promise<SubjectReport> {
    const made = await papers()
    const pages = made.reduce((sum, paper) => sum + paper.pages, 0)
    say(`${made.length} documents of ${pages} pages made`)
    const mixed = made.map((paper, index) => (index % 2 === 0 ? docxOf(paper) : pdfOf(paper)))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const whole = await fresh(mixed)
    delay.disable()
    const [docx, pdf] = [await fresh(made.map(docxOf)), await fresh(made.map(pdfOf))]
    say('read in the reading thread')
    const { pdftotext, office } = peers(made, say)
    const scans = await recognition(made, say)
    const against = (what: string, time: number | undefined) => (time === undefined ? undefined : { what, measured: ms(time) })
    const findings: Finding[] = [
      { what: `half DOCX, half PDF, ${pages} pages`, measured: ms(whole), goal: atMost(6000, whole) },
      { what: 'longest the core was held meanwhile', measured: ms(delay.max / 1e6), goal: atMost(50, delay.max / 1e6) },
      { what: 'all of them as PDF', measured: ms(pdf), against: against('pdftotext -layout, a process a file', pdftotext) },
      { what: 'all of them as DOCX', measured: ms(docx), against: against('LibreOffice to text, one process', office) },
      { what: `a scanned page, median of ${SCANNED}`, measured: ms(scans.page), goal: atMost(3000, scans.page) },
    ]
    return {
      findings,
      notes: [
        'Each run starts a new thread, as after a drop; findings are not part of it. The slowest turn of the core holds what else runs on the computer.',
        `Recognition finds ${(scans.share * 100).toFixed(1)} % of the characters of slanted, noisy scans (forms and records, 200 dpi, JPEG).`,
      ],
      skipped: [...(pdftotext === undefined ? ['pdftotext is not installed'] : []), ...(office === undefined ? ['LibreOffice: soffice is not installed'] : [])],
    }
  },
}
