/**
 * Papers that are made when somebody asks and belong to no case (statistics, annual report): in memory, for the
 * connection that asked, until they are fetched as `export/…`.
 */
import { v4 as uuid } from 'uuid'
import type { MadePaper, PaperFormat } from '../../shared/documents/made-paper.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { CallContext } from '../core/handler.ts'
import { producer } from '../core/program.ts'
import type { Reader } from '../store/database.ts'
import { renderDocx } from './docx.ts'
import { DOCX, fileNameOf, PDF } from './made-documents.ts'
import { renderPdf } from './pdf.ts'

/** A paper that nobody fetched is forgotten after this many milliseconds. */
const KEPT = 10 * 60_000
/** Of one connection; the oldest gives way. */
const MOST = 6

interface Held {
  readonly connection: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** By store, so that a closed station keeps nothing here. */
const held = new WeakMap<Reader, Map<string, Held>>()

export function holdPaper({ reader, caller }: Pick<CallContext, 'reader' | 'caller'>, paper: Omit<Held, 'connection'>): MadePaper {
  const all = held.get(reader) ?? new Map<string, Held>()
  held.set(reader, all)
  const own = [...all].filter(([, { connection }]) => connection === caller.connection)
  for (const [id] of own.slice(0, Math.max(0, own.length - MOST + 1))) all.delete(id)
  const id = uuid()
  all.set(id, { ...paper, connection: caller.connection })
  setTimeout(() => all.delete(id), KEPT).unref()
  return { reference: `export/${id}`, name: paper.name, size: paper.bytes.length }
}

/** Undefined where there is none, or another connection asked for it. */
export function heldPaper({ reader, caller }: Pick<CallContext, 'reader' | 'caller'>, id: string) {
  const paper = held.get(reader)?.get(id)
  if (paper === undefined || paper.connection !== caller.connection) return undefined
  const { name, mediaType, bytes } = paper
  return { name, mediaType, size: bytes.length, bytes: whole(bytes) }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Renders a document and holds it. Throws `glyph-missing`; nothing is held then. */
export async function makePaper(
  context: CallContext,
  document: OfficialDocument,
  title: string,
  format: PaperFormat,
): Promise<{ readonly made: MadePaper; readonly bytes: Uint8Array }> {
  const options = { createdAt: context.instant(), producer: producer(), stationId: context.station().id }
  const bytes = format === 'pdf' ? (await renderPdf(document, options)).bytes : await renderDocx(document, options)
  return { made: holdPaper(context, { name: fileNameOf(title, format), mediaType: format === 'pdf' ? PDF : DOCX, bytes }), bytes }
}
