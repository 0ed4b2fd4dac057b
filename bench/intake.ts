/**
 * From drop to findings: a folder of 40 papers born digital, 200 pages, taken in through the contract as a shell would,
 * until the rules have run over all of it; and how long the window waits for an answer meanwhile. Then the rules again on
 * a case of 60 papers, 300 pages: as it lies, and after each kind of change that an officer makes; and its citations checked.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHost } from '../src/main/core/host.ts'
import type { Client } from '../src/main/core/client.ts'
import { readSamplePapers, SAMPLE_RENDER_OPTIONS } from '../src/main/samples/generate.ts'
import { loadSampleCase } from '../src/main/samples/sample-case.ts'
import { setUpSampleStation } from '../src/main/samples/sample-line.ts'
import { renderDocx } from '../src/main/documents/docx.ts'
import { renderPdf } from '../src/main/documents/pdf.ts'
import type { CaseFields } from '../src/shared/cases/case.ts'
import type { OfficialDocument } from '../src/shared/documents/model.ts'
import type { Prereview } from '../src/shared/prereview/contract.ts'
import type { CaseId } from '../src/shared/values/values.ts'
import { timedAsync, timesOf, type Times } from './measure.ts'
import { atMost, ms, type Finding, type Say, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, scratchFolder } from './stations.ts'

const PAPERS = 40
const LARGE_PAPERS = 60
const PAGES_A_PAPER = 5
const LINES_A_PAGE = 22
const DROP_LIMIT = 6000
const ANSWER_LIMIT = 50
const RULES_LIMIT = 100
const RUNS = 12

/** The paper's own paragraphs again and again, as a long record has them, until it fills so many pages. */
function lengthened(document: OfficialDocument): OfficialDocument {
  const words = document.blocks.filter(({ kind }) => kind === 'paragraph')
  const missing = Math.max(0, PAGES_A_PAPER * LINES_A_PAGE - document.blocks.length)
  const more = Array.from({ length: missing }, (_, index) => words[index % Math.max(1, words.length)])
  return { ...document, blocks: [...document.blocks, ...more.flatMap((block) => block ?? [])] }
}

interface MadePaper {
  readonly name: string
  readonly path: string
}

/** Writes the folder: the sample's papers, and from the first on again under a later number where it needs more. */
async function makeFolder(folder: string, count: number, say: Say): Promise<MadePaper[]> {
  say(`making ${count} papers of ${count * PAGES_A_PAPER} pages together`)
  mkdirSync(folder, { recursive: true })
  const papers = await readSamplePapers(join(resourcesFolder, 'samples/penalty-no-permit'))
  const made: MadePaper[] = []
  for (let index = 0; index < count; index += 1) {
    const paper = papers[index % papers.length]
    if (paper === undefined) break
    const before = Math.floor(index / papers.length) * papers.length
    const name = paper.file.replace(/^(\d+)/u, (number) => String(Number(number) + before).padStart(2, '0'))
    const document = lengthened(paper.document)
    const bytes = name.endsWith('.pdf')
      ? (await renderPdf(document, SAMPLE_RENDER_OPTIONS)).bytes
      : await renderDocx(document, SAMPLE_RENDER_OPTIONS)
    const path = join(folder, name)
    writeFileSync(path, bytes)
    made.push({ name, path })
  }
  return made
}

/** Asks again and again what a window asks, and notes how long each answer took. */
function asking(client: Client): { stop: () => Promise<number[]> } {
  const times: number[] = []
  const stopped = new AbortController()
  const asked = (async () => {
    while (!stopped.signal.aborted) {
      times.push(await timedAsync(() => client.call('cases.counts', {})))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return times
  })()
  return {
    stop: () => {
      stopped.abort()
      return asked
    },
  }
}

const findingsOf = (client: Client, caseId: CaseId) => client.call('prereview.findings', { caseId, round: null })

/** Until every paper is read and the documents in it are found: the rules have then seen all of it. */
async function readAll(client: Client, caseId: CaseId): Promise<Prereview> {
  for (;;) {
    const { files } = await client.call('intake.reading', { caseId })
    if (files.every(({ state }) => state === 'read' || state === 'failed')) {
      const found = await findingsOf(client, caseId)
      if (!found.unread.some(({ state }) => state === 'waiting')) return found
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function takeIn(client: Client, caseId: CaseId, papers: readonly MadePaper[]): Promise<Prereview> {
  const files: { stagedId: string; name: string; kind: null }[] = []
  for (const { name, path } of papers) files.push({ stagedId: (await client.stage(path)).id, name, kind: null })
  await client.call('materials.attach', { caseId, files })
  return readAll(client, caseId)
}

interface ToMeasure {
  readonly handler: Client
  readonly head: Client
  readonly fields: CaseFields
  readonly scratch: string
}

async function dropToFindings({ handler, head, fields, scratch }: ToMeasure, say: Say): Promise<SubjectReport> {
  const papers = await makeFolder(join(scratch, 'papers'), PAPERS, say)
  const { caseId } = await handler.call('cases.register', { fields })
  const asked = asking(head)
  const began = performance.now()
  const { findings, rules } = await takeIn(handler, caseId, papers)
  const whole = performance.now() - began
  const waits = timesOf(await asked.stop())
  const rerun = await repeated(() => findingsOf(handler, caseId))
  const size = `${PAPERS} papers, ${PAPERS * PAGES_A_PAPER} pages`
  return {
    findings: [
      { what: `${size}: drop to findings`, measured: ms(whole), goal: atMost(DROP_LIMIT, whole) },
      { what: 'longest wait of a window meanwhile', measured: ms(waits.max), goal: atMost(ANSWER_LIMIT, waits.max) },
      again(`${size}: the ${rules} rules again`, rerun),
    ],
    notes: [
      `${findings.length} findings; ${((rules / rerun.median) * 1000).toFixed(0)} rules a second over the whole file; ` +
        `median wait ${waits.median.toFixed(1)} ms.`,
    ],
  }
}

const again = (what: string, times: Times): Finding => ({
  what,
  measured: ms(times.median),
  goal: atMost(RULES_LIMIT, times.median),
})

/** Times of `work`, each after a change that is not timed. */
async function repeated(
  work: () => Promise<unknown>,
  change: (run: number) => Promise<unknown> = async () => {},
): Promise<Times> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await change(run)
    times.push(await timedAsync(work))
  }
  return timesOf(times)
}

async function rulesAgain({ handler, fields, scratch }: ToMeasure, say: Say): Promise<SubjectReport> {
  const papers = await makeFolder(join(scratch, 'more-papers'), LARGE_PAPERS, say)
  const { caseId } = await handler.call('cases.register', {
    fields: { ...fields, fileNumber: `${fields.fileNumber}-60` },
  })
  await takeIn(handler, caseId, papers)
  const run = () => findingsOf(handler, caseId)
  const lying = await repeated(run)
  const typed = await repeated(run, async (step) => {
    const { version, fields: before } = await handler.call('cases.get', { caseId })
    const changed = { ...before, title: `${fields.title}${step}` }
    return handler.call('cases.update', { caseId, expectedVersion: version, fields: changed })
  })
  const [material] = (await handler.call('intake.documents', { caseId })).materials.slice(-1)
  const corrected = await repeated(run, async (step) => {
    if (material === undefined) return
    const kind = step % 2 === 0 ? 'other' : (material.documents[0]?.kind ?? 'other')
    await handler.call('intake.correctKind', { materialId: material.materialId, part: 0, kind })
  })
  const cited = await repeated(() => handler.call('laws.checkCase', { caseId }))
  const size = `${LARGE_PAPERS} papers, ${LARGE_PAPERS * PAGES_A_PAPER} pages: the rules again`
  return {
    findings: [
      again(`${size}, as it lies`, lying),
      again('  a field of the case typed over', typed),
      again('  the kind of a paper corrected', corrected),
      again('  its citations, checked', cited),
    ],
    notes: [],
  }
}

export const intake: Subject = {
  name: 'intake',
  title: 'from a dropped folder to findings',
  async run(say): Promise<SubjectReport> {
    const scratch = scratchFolder()
    const host = createHost({ stationFolder: join(scratch, 'station'), resourcesFolder })
    try {
      const sample = await loadSampleCase(join(resourcesFolder, 'samples/penalty-no-permit'))
      const station = await setUpSampleStation(host, sample)
      const { handlers: listed, ...rest } = sample.case
      const handlers = listed.map(({ login, ...one }) => ({ ...one, personId: station.ids.get(login) ?? null }))
      const measured = {
        handler: await station.as(station.loginOf('handler')),
        head: await station.as(station.loginOf('head')),
        fields: { ...rest, handlers },
        scratch,
      }
      const dropped = await dropToFindings(measured, say)
      const changed = await rulesAgain(measured, say)
      return { findings: [...dropped.findings, ...changed.findings], notes: [...dropped.notes, ...changed.notes] }
    } finally {
      await host.close()
      rmSync(scratch, { recursive: true, force: true })
    }
  },
}
