/**
 * From drop to findings: a folder of 40 papers born digital, 200 pages, taken in through the contract as a shell would,
 * until the rules have run over all of it; and how long the window waits for an answer meanwhile.
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
import type { OfficialDocument } from '../src/shared/documents/model.ts'
import { timedAsync, timesOf } from './measure.ts'
import { atMost, ms, type Say, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, scratchFolder } from './stations.ts'

const PAPERS = 40
const PAGES = 200
const DROP_LIMIT = 6000
const ANSWER_LIMIT = 50
const RULES_LIMIT = 100

/** The paper's own paragraphs again and again, as a long record has them, until it fills so many pages. */
function lengthened(document: OfficialDocument, pages: number): OfficialDocument {
  const words = document.blocks.filter(({ kind }) => kind === 'paragraph')
  const needed = pages * 22
  const more = Array.from({ length: Math.max(0, needed - document.blocks.length) }, (_, index) => words[index % Math.max(1, words.length)])
  return { ...document, blocks: [...document.blocks, ...more.flatMap((block) => block ?? [])] }
}

/** Writes the folder; returns names and the pages that its PDF files have. */
async function makeFolder(folder: string, say: Say): Promise<string[]> {
  say(`making ${PAPERS} papers of ${PAGES} pages together`)
  mkdirSync(folder, { recursive: true })
  const papers = await readSamplePapers(join(resourcesFolder, 'samples/penalty-no-permit'))
  const names: string[] = []
  for (let index = 0; index < PAPERS; index += 1) {
    const paper = papers[index % papers.length]
    if (paper === undefined) break
    const round = Math.floor(index / papers.length)
    const name = round === 0 ? paper.file : paper.file.replace(/^(\d+)/u, (number) => String(Number(number) + papers.length))
    const document = lengthened(paper.document, Math.round(PAGES / PAPERS))
    const bytes = name.endsWith('.pdf') ? (await renderPdf(document, SAMPLE_RENDER_OPTIONS)).bytes : await renderDocx(document, SAMPLE_RENDER_OPTIONS)
    writeFileSync(join(folder, name), bytes)
    names.push(name)
  }
  return names
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

async function readAll(client: Client, caseId: string): Promise<void> {
  for (;;) {
    const { files } = await client.call('intake.reading', { caseId })
    if (files.every(({ state }) => state === 'read' || state === 'failed')) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const intake: Subject = {
  name: 'intake',
  title: 'from a dropped folder to findings',
  async run(say): Promise<SubjectReport> {
    const scratch = scratchFolder()
    const host = createHost({ stationFolder: join(scratch, 'station'), resourcesFolder })
    try {
      const names = await makeFolder(join(scratch, 'papers'), say)
      const sample = await loadSampleCase(join(resourcesFolder, 'samples/penalty-no-permit'))
      const station = await setUpSampleStation(host, sample)
      const client = await station.as(station.loginOf('handler'))
      const window = await station.as(station.loginOf('head'))
      const { handlers: listed, ...fields } = sample.case
      const handlers = listed.map(({ login, ...rest }) => ({ ...rest, personId: station.ids.get(login) ?? null }))
      const { caseId } = await client.call('cases.register', { fields: { ...fields, handlers } })
      const asked = asking(window)
      const began = performance.now()
      const files: { stagedId: string; name: string; kind: null }[] = []
      for (const name of names) files.push({ stagedId: (await client.stage(join(scratch, 'papers', name))).id, name, kind: null })
      await client.call('materials.attach', { caseId, files })
      await readAll(client, caseId)
      const { findings, rules } = await client.call('prereview.findings', { caseId, round: null })
      const whole = performance.now() - began
      const waits = timesOf(await asked.stop())
      const again: number[] = []
      for (let run = 0; run < 10; run += 1) again.push(await timedAsync(() => client.call('prereview.findings', { caseId, round: null })))
      const rerun = timesOf(again)
      return {
        findings: [
          { what: `${PAPERS} papers, ${PAGES} pages: drop to findings`, measured: ms(whole), goal: atMost(DROP_LIMIT, whole) },
          { what: 'longest wait of a window meanwhile', measured: ms(waits.max), goal: atMost(ANSWER_LIMIT, waits.max) },
          { what: `the ${rules} rules again, from the store`, measured: ms(rerun.median), goal: atMost(RULES_LIMIT, rerun.median) },
        ],
        notes: [`${findings.length} findings; ${((rules / rerun.median) * 1000).toFixed(0)} rules a second over the whole file; median wait ${waits.median.toFixed(1)} ms.`],
      }
    } finally {
      await host.close()
      rmSync(scratch, { recursive: true, force: true })
    }
  },
}
