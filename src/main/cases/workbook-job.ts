/** A workbook (XLSX) that is made in the background, with progress, kept in memory for who asked until it is fetched. */
import { v4 as uuid } from 'uuid'
import type { ListExport } from '../../shared/cases/contract.ts'
import type { CallContext } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import { writeSheetPieces, type Cell, type FilePieces, type SheetColumn } from './sheet-file.ts'

/** Rows that are read and written between two turns of others. */
const BATCH = 200
/** A workbook that nobody fetched is forgotten after this many milliseconds. */
const KEPT = 10 * 60_000
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Job {
  readonly connection: string
  state: ListExport['state']
  done: number
  readonly total: number
  readonly name: string
  file: FilePieces | null
}

export interface Workbook<Id> {
  /** The file's name, with its ending. */
  readonly name: string
  readonly sheetName: string
  readonly columns: readonly SheetColumn[]
  readonly ids: { readonly length: number; slice(from: number, to: number): Id }
  /** Cells of some rows by their ids. */
  readonly rowsOf: (ids: Id) => readonly (readonly Cell[])[]
  /** Writes down, once there is a file, who took what out of the station. */
  readonly recorded: () => void
}

/** By store, so that a closed station keeps nothing of its cases here. */
const jobs = new WeakMap<Reader, Map<string, Job>>()

function jobsOf(reader: Reader): Map<string, Job> {
  const own = jobs.get(reader) ?? new Map<string, Job>()
  jobs.set(reader, own)
  return own
}

function find({ reader, caller }: Pick<CallContext, 'reader' | 'caller'>, exportId: string): Job | undefined {
  const job = jobsOf(reader).get(exportId)
  return job?.connection === caller.connection ? job : undefined
}

/** Begins; the connection's earlier workbook gives way. */
export function startWorkbook<Id>({ reader, caller }: Pick<CallContext, 'reader' | 'caller'>, workbook: Workbook<Id>): string {
  const all = jobsOf(reader)
  for (const [id, job] of all) {
    if (job.connection !== caller.connection) continue
    job.state = 'cancelled'
    all.delete(id)
  }
  const id = uuid()
  const job: Job = { connection: caller.connection, state: 'running', done: 0, total: workbook.ids.length, name: workbook.name, file: null }
  all.set(id, job)
  void reader.passing(() => work(job, workbook)).then(() => {
    setTimeout(() => all.delete(id), KEPT).unref()
  })
  return id
}

class Cancelled extends Error {}

async function work<Id>(job: Job, { sheetName, columns, ids, rowsOf, recorded }: Workbook<Id>): Promise<void> {
  const requireWanted = (): void => {
    if (job.state !== 'running') throw new Cancelled()
  }
  async function* batches(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for (let at = 0; at < ids.length; at += BATCH) {
      requireWanted()
      yield rowsOf(ids.slice(at, at + BATCH))
      job.done = Math.min(ids.length, at + BATCH)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  try {
    const file = await writeSheetPieces(sheetName, columns, batches(), ids.length)
    requireWanted()
    recorded()
    job.file = file
    job.state = 'done'
  } catch (error) {
    if (error instanceof Cancelled) return
    job.state = 'failed'
  }
}

export function exportState(context: CallContext, exportId: string): ListExport | null {
  const job = find(context, exportId)
  if (job === undefined) return null
  const { state, done, total, name, file } = job
  return { state, done, total, file: file === null ? null : { reference: `export/${exportId}`, name, size: file.size } }
}

export function cancelExport(context: CallContext, exportId: string): void {
  const job = find(context, exportId)
  if (job === undefined) return
  job.state = 'cancelled'
  jobsOf(context.reader).delete(exportId)
}

/** The finished workbook, for the connection that asked for it. */
export function exportedFile(context: Pick<CallContext, 'reader' | 'caller'>, exportId: string) {
  const job = find(context, exportId)
  if (job === undefined || job.file === null) return undefined
  const { name, file } = job
  return { name, mediaType: XLSX, size: file.size, bytes: inOrder(file) }
}

async function* inOrder({ pieces }: FilePieces): AsyncGenerator<Uint8Array> {
  yield* pieces
}
