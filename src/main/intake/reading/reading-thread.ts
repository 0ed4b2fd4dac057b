/**
 * The reading thread (node:worker_threads): everything that takes the processor for long happens here, so that the core
 * answers meanwhile. One job at a time; whoever sends them waits for the answer.
 */
import { parentPort } from 'node:worker_threads'
import type { DocumentPart } from '../../../shared/intake/document-part.ts'
import { NO_PLACES } from '../../../shared/intake/word-places.ts'
import type { ReadingProblem } from '../../../shared/intake/reading/report.ts'
import { ImageBroken, ImageTooLarge } from './page-image.ts'
import { readText } from './read-text.ts'
import { pdfLibrary } from './pdf-engine.ts'
import type { JobAnswer, JobKind, JobKinds, JobRequest, Recognised, UnderstandJob } from './reading-jobs.ts'
import { recognisePlacedPage } from './recognise-page.ts'

type Jobs = { readonly [Kind in JobKind]: (input: JobKinds[Kind]['input']) => JobKinds[Kind]['result'] | Promise<JobKinds[Kind]['result']> }

function problemOf(error: unknown): ReadingProblem {
  if (error instanceof ImageTooLarge) return { code: 'image-too-large', data: { width: error.width, height: error.height } }
  if (error instanceof ImageBroken) return { code: 'broken', data: { format: 'JPG/PNG/PDF' } }
  return { code: 'reader-stopped', data: { reason: error instanceof Error ? error.message.slice(0, 200) : 'unknown' } }
}

async function recognise({ name, bytes, page, known }: JobKinds['recognise']['input']): Promise<Recognised> {
  try {
    return { ...(await recognisePlacedPage({ name, bytes }, page, known)), problem: null }
  } catch (error) {
    return { page: { number: page, source: 'ocr', text: '', confidence: 0 }, places: NO_PLACES, problem: problemOf(error) }
  }
}

// loaded when it is asked for: reading starts without
const loadUnderstanding = () => import('../../../shared/intake/understand.ts')

/** Both are the larger part of the first file's time; the readers of other formats are in this module already. */
async function prepare(): Promise<null> {
  await Promise.all([pdfLibrary(), loadUnderstanding()])
  return null
}

/** What is made of the catalogue's rows is kept by the array that they came in. */
let lastKinds: NonNullable<UnderstandJob['kinds']> = []

async function understandHere({ kinds, ...input }: UnderstandJob): Promise<DocumentPart[]> {
  const { understand } = await loadUnderstanding()
  if (kinds !== null) lastKinds = kinds
  return understand({ ...input, kinds: lastKinds })
}

async function ledgerHere({ name, bytes }: JobKinds['ledger']['input']): Promise<JobKinds['ledger']['result']> {
  const { readLedgerBook } = await import('../../ledger/workbook-rows.ts')
  return readLedgerBook(name, bytes)
}

const jobs: Jobs = { prepare, read: readText, recognise, understand: understandHere, ledger: ledgerHere }

async function answer(request: JobRequest): Promise<JobAnswer> {
  try {
    const work = jobs[request.kind] as (input: JobRequest['input']) => Promise<JobKinds[JobKind]['result']>
    return { id: request.id, ok: true, result: await work(request.input) }
  } catch (error) {
    return { id: request.id, ok: false, reason: error instanceof Error ? error.message.slice(0, 200) : String(error) }
  }
}

parentPort?.on('message', (request: JobRequest) => {
  void answer(request).then((answered) => parentPort?.postMessage(answered))
})
