/** Makes a case file (案卷) for the rules out of the files' texts and parts, the registered fields and the law. */
import type { StatutoryCalendar } from '../deadlines/calendar.ts'
import type { CatalogueContent } from '../catalogue/schema.ts'
import type { CaseFields } from '../cases/case.ts'
import type { DateMeaning, DocumentFacts } from '../facts/facts.ts'
import type { DocumentKindId, DocumentPart } from '../intake/document-part.ts'
import { SURE_ENOUGH, type DocumentText, type Passage } from '../intake/document-text.ts'
import type { LawLookup } from '../laws/law-lookup.ts'
import type { IsoDate } from '../values/values.ts'
import type { CaseDocument, CaseFile, CaseFileFile, KnownOfficer } from './case-file.ts'

export interface CaseFileInput {
  readonly files: readonly {
    readonly fileId: string
    readonly name: string
    readonly text: DocumentText
    readonly parts: readonly DocumentPart[]
  }[]
  readonly fields: CaseFields | null
  readonly reviewer: CaseFile['reviewer']
  readonly officers: readonly KnownOfficer[]
  readonly catalogue: CatalogueContent
  readonly calendar: StatutoryCalendar
  readonly laws: LawLookup
  readonly sector: string | null
  readonly region: string | null
  readonly today: IsoDate
}

/** The date that tells when a document of the kind was made, where it bears none below (落款). */
const MAIN_ACT: Readonly<Record<DocumentKindId, readonly DateMeaning[]>> = {
  'clue-form': ['discovered'],
  'filing-form': ['filed', 'approved'],
  'inspection-record': ['inspected'],
  'inquiry-record': ['questioned'],
  'photo-evidence': ['inspected'],
  'sampling-record': ['sampled'],
  'test-report': ['reported'],
  'preservation-paper': ['measure'],
  'measure-approval': ['approved'],
  'measure-decision': ['measure'],
  'measure-record': ['measure'],
  'goods-list': ['measure'],
  'measure-extension': ['extension'],
  'measure-release': ['release'],
  'correction-order': ['decided'],
  'correction-check': ['inspected', 'corrected'],
  'prior-notice': ['noticed'],
  'service-receipt': ['served'],
  defence: ['defended'],
  'recheck-opinion': ['rechecked'],
  'hearing-request': ['hearingAsked'],
  'hearing-notice': ['hearingNoticed'],
  'hearing-record': ['heard'],
  'hearing-report': ['heard'],
  'review-opinion': ['reviewed'],
  'discussion-minutes': ['discussed'],
  decision: ['decided'],
  'no-penalty-decision': ['decided'],
  'period-extension': ['approved', 'extension'],
  'earlier-penalty': ['earlierPenalty'],
  'transfer-paper': ['transferred'],
}

const last = <Value>(values: readonly Value[]): Value | undefined => values.at(-1)

/** The last date printed below the document (forms bear one for every signature), else the day of its main act. */
function dayOf(kind: DocumentKindId, facts: DocumentFacts): IsoDate | null {
  const own = last(facts.dates.filter(({ meaning }) => meaning === 'document'))
  if (own !== undefined) return own.day
  for (const wanted of MAIN_ACT[kind] ?? []) {
    const act = facts.dates.find(({ meaning }) => meaning === wanted)
    if (act !== undefined) return act.day
  }
  return null
}

/** A span of a page inside the joined text of the document. */
interface Piece {
  readonly at: number
  readonly length: number
  readonly span: Passage
}

interface Joined {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly sure: boolean
}

function join(text: DocumentText, spans: readonly Passage[]): Joined {
  const pages = new Map(text.pages.map((page) => [page.number, page]))
  const pieces: Piece[] = []
  const words: string[] = []
  let at = 0
  let characters = 0
  let weighed = 0
  for (const span of spans) {
    const page = pages.get(span.page)
    const piece = page?.text.slice(span.start, span.end) ?? ''
    pieces.push({ at, length: piece.length, span })
    words.push(piece)
    at += piece.length + 1
    characters += piece.length
    weighed += piece.length * (page?.confidence ?? 1)
  }
  return { text: words.join('\n'), pieces, sure: characters === 0 || weighed / characters >= SURE_ENOUGH }
}

/** A passage lies on one page: what runs over its end is cut there. */
function passageIn(pieces: readonly Piece[], start: number, end: number): Passage {
  let found = pieces[0]
  for (const piece of pieces) {
    if (piece.at > start) break
    found = piece
  }
  if (found === undefined) return { page: 1, start: 0, end: 0 }
  const { at, length, span } = found
  const from = span.start + Math.min(Math.max(start - at, 0), length)
  return { page: span.page, start: from, end: Math.max(from, span.start + Math.min(end - at, length)) }
}

/**
 * The same text and the same part make the same file and document again: what the rules found out about a document's
 * words (`wording.ts`, `printed-lines.ts`) holds on the next run, for which mostly one paper or field has changed.
 */
const files = new WeakMap<DocumentText, Map<string, CaseFileFile>>()
const made = new WeakMap<DocumentPart, CaseDocument>()

/** A paper that lies in the file twice has one text and two ids. */
function fileOf(fileId: string, name: string, text: DocumentText): CaseFileFile {
  const ofText = files.get(text) ?? new Map<string, CaseFileFile>()
  const before = ofText.get(fileId)
  if (before?.name === name) return before
  const file = { fileId, name, text }
  files.set(text, ofText.set(fileId, file))
  return file
}

function documentOf(file: CaseFileFile, part: DocumentPart): CaseDocument {
  const before = made.get(part)
  if (before !== undefined && before.file === file) return before
  const document = makeDocument(file, part)
  made.set(part, document)
  return document
}

function makeDocument(file: CaseFileFile, part: DocumentPart): CaseDocument {
  const { text, pieces, sure } = join(file.text, part.spans)
  return {
    file,
    kind: part.kind,
    confidence: part.confidence,
    spans: part.spans,
    text,
    facts: part.facts,
    sure,
    day: dayOf(part.kind, part.facts),
    passageAt: (start, end) => passageIn(pieces, start, end),
  }
}

/** By day, those without one last; documents of one day stay in the order of the file. */
function byDay(documents: readonly CaseDocument[]): readonly CaseDocument[] {
  return documents
    .map((document, place) => ({ document, place }))
    .toSorted((one, other) => {
      const [left, right] = [one.document.day ?? '9', other.document.day ?? '9']
      return left === right ? one.place - other.place : left < right ? -1 : 1
    })
    .map(({ document }) => document)
}

const NAMED_EARLIER = /以往|以前|既往|前次|此前|历史处罚|前科|上一次|上次处罚/u

/**
 * A decision older than the filing of this case is one that the party received before (以前的处罚), kept for its history:
 * it is none of this case's own.
 */
function earlierPenalty(document: CaseDocument, documents: readonly CaseDocument[]): CaseDocument {
  if (document.kind !== 'decision' || document.day === null) return document
  const { day } = document
  const filed = documents
    .filter(({ kind }) => kind === 'filing-form')
    .flatMap((form) => form.day ?? form.facts.dates.map((date) => date.day).toSorted().at(-1) ?? [])
    .toSorted()[0]
  const another = documents.some((other) => other !== document && other.kind === 'decision' && (other.day ?? '9') > day)
  const older = filed !== undefined && day < filed
  const isEarlier = older && (another || NAMED_EARLIER.test(document.file.name))
  return isEarlier ? { ...document, kind: 'earlier-penalty' } : document
}

export function buildCaseFile(input: CaseFileInput): CaseFile {
  const documents: CaseDocument[] = []
  const inFile: CaseFileFile[] = []
  for (const { fileId, name, text, parts } of input.files) {
    const file = fileOf(fileId, name, text)
    inFile.push(file)
    for (const part of parts) documents.push(documentOf(file, part))
  }
  const inOrder = byDay(documents.map((document) => earlierPenalty(document, documents)))
  const byKinds = new Map<string, readonly CaseDocument[]>()
  return {
    files: inFile,
    documents: documents.map(
      (document) =>
        inOrder.find(({ file, spans }) => file === document.file && spans === document.spans) ?? document,
    ),
    fields: input.fields,
    reviewer: input.reviewer,
    officers: input.officers,
    catalogue: input.catalogue,
    calendar: input.calendar,
    laws: input.laws,
    sector: input.sector,
    region: input.region,
    today: input.today,
    of(...kinds) {
      const key = kinds.join(' ')
      const known = byKinds.get(key)
      if (known !== undefined) return known
      const found = inOrder.filter(({ kind }) => kinds.includes(kind))
      byKinds.set(key, found)
      return found
    },
  }
}
