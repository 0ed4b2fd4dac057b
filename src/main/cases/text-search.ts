/**
 * Which cases hold the searched words in their papers or opinions, the newest papers first. It goes through the index in
 * steps and stops when its time is over or somebody on the same connection asks for other words: however many papers
 * there are and however common a word is, the search takes so long and no longer, and nobody else waits for it.
 */
import type { CaseHit } from '../../shared/cases/contract.ts'
import type { CaseRow } from '../../shared/cases/case.ts'
import { bigramQuery } from '../../shared/search/bigrams.ts'
import type { MaterialId } from '../../shared/values/values.ts'
import type { CallContext } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import { keptWhileOpen } from '../store/kept-while-open.ts'
import { indexOpinions } from './opinion-index.ts'

/** Milliseconds after which it answers with what it has. */
const LONGEST = 250
/** Pages of papers that one step goes through. */
const STEP = 25_000
/** Cases that are named; of more than these nobody reads the list. */
const MOST_CASES = 5000
/** Characters on either side of the words. */
const CONTEXT = 24

type Place = { readonly paper: number } | { readonly opinion: number }

export interface FoundInTexts {
  /** By row id of the case: the page of a paper, or the text of an opinion. */
  readonly places: ReadonlyMap<number, Place>
  readonly rowids: readonly number[]
  /** False: time or number ran out before everything was looked through. */
  readonly complete: boolean
}

const NOTHING: FoundInTexts = { places: new Map(), rowids: [], complete: true }
const kept = keptWhileOpen<FoundInTexts>(20)

interface Running {
  readonly query: string
  readonly found: Promise<FoundInTexts>
}
/** The search that counts on each connection; an older one for other words ends. */
const latest = new Map<string, Running>()

function versionOf(reader: Reader): number {
  return reader.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
}

/** Which cases hold the words; nothing for words that hold no letter or digit. */
export async function findInTexts(context: CallContext, text: string): Promise<FoundInTexts> {
  const query = bigramQuery(text)
  if (query === null) return NOTHING
  const { reader, caller } = context
  const known = kept.get(reader, `${versionOf(reader)} ${query}`)
  if (known !== undefined) return known
  const asked = latest.get(caller.connection)
  if (asked?.query === query) return asked.found
  const until = performance.now() + LONGEST
  // in a turn of its own, when it is written down that it is the one that counts
  const running: Running = {
    query,
    found: Promise.resolve().then(() => search(context, query, () => performance.now() < until && latest.get(caller.connection) === running)),
  }
  latest.set(caller.connection, running)
  try {
    return await running.found
  } finally {
    if (latest.get(caller.connection) === running) latest.delete(caller.connection)
  }
}

async function search(context: CallContext, query: string, mayGoOn: () => boolean): Promise<FoundInTexts> {
  const { reader } = context
  const indexed = await indexOpinions(context, mayGoOn)
  const version = versionOf(reader)
  const places = new Map<number, Place>()
  for (const { caseRow, place } of opinionsWith(reader, query)) places.set(caseRow, { opinion: place })
  const complete = (await searchPapers(reader, query, places, mayGoOn)) && indexed
  const found = { places, rowids: [...places.keys()].toSorted((a, b) => a - b), complete }
  // what was written meanwhile may be found by a search of its own
  if (complete || mayGoOn()) kept.set(reader, `${version} ${query}`, found)
  return found
}

interface Found {
  readonly caseRow: number
  readonly place: number
}

function opinionsWith(reader: Reader, query: string): Found[] {
  return reader.all<Found>(
    `SELECT c.rowid AS caseRow, o.id AS place FROM opinion_search s JOIN opinion_texts o ON o.id = s.rowid JOIN cases c ON c.id = o.case_id
     WHERE opinion_search MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
    query,
    MOST_CASES,
  )
}

/** The index of papers, from the newest page back. CROSS JOIN keeps the order of the tables: found pages lead. */
const PAPERS = `SELECT c.rowid AS caseRow, p.id AS place
  FROM (SELECT rowid AS id FROM page_search WHERE page_search MATCH ? AND rowid > ? AND rowid <= ?) s
  CROSS JOIN file_pages p INDEXED BY file_pages_by_id ON p.id = s.id
  CROSS JOIN materials m INDEXED BY materials_cases_of_content ON m.sha256 = p.sha256 AND m.removed_at IS NULL
  CROSS JOIN cases c ON c.id = m.case_id`

async function searchPapers(reader: Reader, query: string, places: Map<number, Place>, mayGoOn: () => boolean): Promise<boolean> {
  let last = reader.get<{ n: number | null }>('SELECT max(id) AS n FROM file_pages')?.n ?? 0
  while (last > 0) {
    if (places.size >= MOST_CASES || !mayGoOn()) return false
    const first = Math.max(0, last - STEP)
    for (const { caseRow, place } of reader.all<Found>(PAPERS, query, first, last)) {
      if (!places.has(caseRow)) places.set(caseRow, { paper: place })
    }
    last = first
    await new Promise((resolve) => setImmediate(resolve))
  }
  return true
}

/** Where the words stand, for those rows that do not show them in their own columns. */
export function hitsOf(reader: Reader, rows: readonly CaseRow[], text: string, found: FoundInTexts): Record<string, CaseHit> {
  if (found.places.size === 0) return {}
  const words = wordsOf(text)
  const hits: Record<string, CaseHit> = {}
  for (const row of rows) {
    const own = folded([row.title, row.partyName, row.submittingUnit, row.fileNumber, row.opinionNumber ?? '', row.caseNumber ?? ''].join('\n'))
    if (words.every((word) => own.includes(word))) continue
    const rowid = reader.get<{ rowid: number }>('SELECT rowid FROM cases WHERE id = ?', row.id)?.rowid ?? 0
    const place = found.places.get(rowid)
    const hit = place === undefined ? undefined : hitAt(reader, row, place, words)
    if (hit !== undefined) hits[row.id] = hit
  }
  return hits
}

function hitAt(reader: Reader, row: CaseRow, place: Place, words: readonly string[]): CaseHit | undefined {
  if ('opinion' in place) {
    const opinion = reader.get<{ round: number; text: string; issued: number }>(
      `SELECT t.round, t.text, o.state = 'issued' AS issued FROM opinion_texts t
       JOIN opinions o ON o.case_id = t.case_id AND o.round = t.round WHERE t.id = ?`,
      place.opinion,
    )
    if (opinion === undefined) return undefined
    return { place: { kind: 'opinion', round: opinion.round, issued: opinion.issued === 1 }, snippet: snippetOf(opinion.text, words) }
  }
  const page = reader.get<{ materialId: MaterialId; name: string; page: number; text: string }>(
    `SELECT m.id AS materialId, m.name, p.number AS page, p.text FROM file_pages p JOIN materials m ON m.sha256 = p.sha256
     WHERE p.id = ? AND m.case_id = ? AND m.removed_at IS NULL`,
    place.paper,
    row.id,
  )
  if (page === undefined) return undefined
  const { materialId, name } = page
  return { place: { kind: 'paper', materialId, name, page: page.page }, snippet: snippetOf(page.text, words) }
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

const wordsOf = (text: string): string[] => [...folded(text).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word)

/** The first place of the first word. Where widths differ, what is shown is the plain text, which says the same. */
function snippetOf(text: string, words: readonly string[]): CaseHit['snippet'] {
  const line = text.normalize('NFKC').replaceAll(/\s+/gu, ' ')
  const low = line.toLowerCase()
  const [word = ''] = words
  const at = low.indexOf(word)
  if (at < 0 || low.length !== line.length) return { before: '', match: '', after: line.slice(0, CONTEXT * 2) }
  return {
    before: line.slice(Math.max(0, at - CONTEXT), at),
    match: line.slice(at, at + word.length),
    after: line.slice(at + word.length, at + word.length + CONTEXT),
  }
}
