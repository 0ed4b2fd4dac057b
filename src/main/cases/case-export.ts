/** The list of cases as a workbook (台账导出): made in the background, kept in memory for who asked until it is fetched. */
import { v4 as uuid } from 'uuid'
import { CASE_COLUMN_LABELS, type CaseColumn } from '../../shared/cases/case-columns.ts'
import type { CaseRow } from '../../shared/cases/case.ts'
import type { CaseSelection, ListExport } from '../../shared/cases/contract.ts'
import { CASE_STATE_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { ACTION_KIND_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import type { IsoDate, Language } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import { rowsInOrder } from './case-list.ts'
import { writeSheet, type Cell, type SheetColumn } from './sheet-file.ts'

/** Rows that are read and written between two turns of others. */
const BATCH = 200
/** A workbook that nobody fetched is forgotten after this many milliseconds. */
const KEPT = 10 * 60_000
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const WIDTHS: Record<CaseColumn, number> = {
  title: 46, party: 26, unit: 24, state: 14, round: 7, received: 12, due: 12, reviewer: 10, amount: 16, number: 24, caseNumber: 24, fileNumber: 24, kinds: 20, updated: 18,
}
const FORMATS: Partial<Record<CaseColumn, SheetColumn['format']>> = { round: 'number', received: 'day', due: 'day', amount: 'amount' }

interface Job {
  readonly connection: string
  state: ListExport['state']
  done: number
  readonly total: number
  readonly name: string
  bytes: Uint8Array<ArrayBuffer> | null
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

interface Wanted {
  readonly rowids: Uint32Array | readonly number[]
  readonly selection: CaseSelection
  readonly columns: readonly CaseColumn[]
  readonly language: Language
}

const localDay = (moment: string): string => {
  const at = new Date(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

const day = (value: IsoDate | null): Cell => (value === null ? null : { day: value })

/** What stands in a cell; labels in the language of who exports. */
export function caseCell(row: CaseRow, column: CaseColumn, language: Language): Cell {
  switch (column) {
    case 'title': return row.title
    case 'party': return row.partyName
    case 'unit': return row.submittingUnit
    case 'state': return CASE_STATE_LABELS[row.state][language]
    case 'round': return row.round
    case 'received': return day(row.receivedOn)
    case 'due': return day(row.dueOn)
    case 'reviewer': return row.reviewerName
    case 'amount': return row.amount
    case 'number': return row.opinionNumber
    case 'caseNumber': return row.caseNumber
    case 'fileNumber': return row.fileNumber
    case 'kinds': return row.actionKinds.map((kind) => ACTION_KIND_LABELS[kind][language]).join(language === 'zh-CN' ? '、' : ', ')
    case 'updated': return localDay(row.updatedAt)
  }
}

/** Begins; the connection's earlier workbook gives way. */
export function startExport(context: CallContext, { rowids, selection, columns, language }: Wanted): string {
  const { reader, caller } = context
  const all = jobsOf(reader)
  for (const [id, job] of all) {
    if (job.connection !== caller.connection) continue
    job.state = 'cancelled'
    all.delete(id)
  }
  const id = uuid()
  const name = `${language === 'zh-CN' ? '案件台账' : 'Cases'} ${context.today()}.xlsx`
  const job: Job = { connection: caller.connection, state: 'running', done: 0, total: rowids.length, name, bytes: null }
  all.set(id, job)
  void work(context, job, { rowids, selection, columns, language }).then(() => {
    setTimeout(() => all.delete(id), KEPT).unref()
  })
  return id
}

class Cancelled extends Error {}

async function work(context: CallContext, job: Job, { rowids, selection, columns, language }: Wanted): Promise<void> {
  const sheet: readonly SheetColumn[] = columns.map((column) => ({
    title: CASE_COLUMN_LABELS[column][language],
    width: WIDTHS[column],
    format: FORMATS[column] ?? 'text',
  }))
  async function* batches(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for (let at = 0; at < rowids.length; at += BATCH) {
      if (job.state !== 'running') throw new Cancelled()
      const rows = rowsInOrder(context.reader, rowids.slice(at, at + BATCH))
      yield rows.map((row) => columns.map((column) => caseCell(row, column, language)))
      job.done = Math.min(rowids.length, at + BATCH)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  try {
    const bytes = await writeSheet(language === 'zh-CN' ? '案件' : 'Cases', sheet, batches(), rowids.length)
    // an act of its own, once there is a file: who took which list out of the station
    const content = { filter: selection.filter, columns, count: job.total, chosen: selection.only !== null }
    context.act({ act: 'cases.export', subject: 'cases', content }, () => undefined)
    job.bytes = bytes
    job.state = 'done'
  } catch (error) {
    if (error instanceof Cancelled) return
    job.state = 'failed'
  }
}

export function exportState(context: CallContext, exportId: string): ListExport | null {
  const job = find(context, exportId)
  if (job === undefined) return null
  const { state, done, total, name, bytes } = job
  return { state, done, total, file: bytes === null ? null : { reference: `export/${exportId}`, name, size: bytes.length } }
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
  if (job === undefined || job.bytes === null) return undefined
  const { name, bytes } = job
  return { name, mediaType: MEDIA_TYPE, size: bytes.length, bytes: whole(bytes) }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
