/** A field of the case form as the documents state it (要素回填): its value, where it was read, and what other documents say. */
import type { ActionKind, CaseFlag, ConditionKind, PartyKind } from '../catalogue/vocabulary.ts'
import type { CaseHandler, Citation, Effect, Party } from '../cases/case.ts'
import type { DocumentFacts } from '../facts/facts.ts'
import { labelledFields, type LabelledField } from '../facts/labelled-fields.ts'
import { normalised, type NormalisedText } from '../facts/normalised-text.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { DocumentKindId, DocumentPart } from './document-part.ts'
import { quoted, SURE_ENOUGH, type DocumentText, type Passage } from './document-text.ts'
import { titleWords } from './title-text.ts'

/** A document of the file; what the rules of the pre-review call a `CaseDocument` is one. */
export interface FiledDocument {
  readonly file: { readonly fileId: string; readonly name: string; readonly text: DocumentText }
  readonly kind: DocumentKindId
  readonly confidence: number
  readonly spans: readonly Passage[]
  readonly facts: DocumentFacts
}

/** A file with the documents found in it. `fileId` is the material's id, or the file's path where there is no station. */
export interface UnderstoodFile {
  readonly fileId: string
  readonly name: string
  readonly text: DocumentText
  readonly parts: readonly DocumentPart[]
}

export function filedDocuments(files: readonly UnderstoodFile[]): FiledDocument[] {
  return files.flatMap(({ fileId, name, text, parts }) => {
    const file = { fileId, name, text }
    return parts.map(({ kind, confidence, spans, facts }) => ({ file, kind, confidence, spans, facts }))
  })
}

export interface FieldSource {
  readonly fileId: string
  readonly fileName: string
  readonly kind: DocumentKindId
  readonly passage: Passage
  /** The words at the passage, at most {@link LONGEST_QUOTE} characters. */
  readonly quote: string
}

export interface Stated<Value> {
  readonly value: Value
  readonly source: FieldSource
}

export interface Proposed<Value> extends Stated<Value> {
  /** What other documents say instead, best first; empty where all agree. */
  readonly alternatives: readonly Stated<Value>[]
}

/** Every field that can be filled, by its path in the form. */
export interface ProposalValues
  extends Record<`flags.${CaseFlag}`, boolean>, Record<`conditions.${ConditionKind}`, boolean> {
  readonly title: string
  readonly cause: string
  readonly submittingUnit: string
  readonly fileNumber: string
  readonly actionKinds: readonly ActionKind[]
  readonly 'party.kind': PartyKind
  readonly 'party.name': string
  readonly 'party.code': string
  readonly 'party.codeKind': Party['codeKind']
  readonly 'party.address': string
  readonly 'party.legalRepresentative': string
  readonly facts: string
  readonly actFrom: IsoDate
  readonly actTo: IsoDate
  readonly filedOn: IsoDate
  readonly effects: readonly Effect[]
  readonly citations: readonly Citation[]
  readonly handlers: readonly CaseHandler[]
}
export type ProposalPath = keyof ProposalValues
export type CaseProposal = { readonly [Path in ProposalPath]?: Proposed<ProposalValues[Path]> }

export const LONGEST_QUOTE = 120
const MOST_ALTERNATIVES = 5

export function sourceAt(document: FiledDocument, passage: Passage): FieldSource {
  const { fileId, name, text } = document.file
  const quote = quoted(text, passage).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_QUOTE)
  return { fileId, fileName: name, kind: document.kind, passage, quote }
}

/** The first words of a document: the source of what its being there shows. */
export function titlePassage(document: FiledDocument): Passage {
  const title = document.facts.title?.passage
  if (title !== undefined) return title
  const span = document.spans[0]
  if (span === undefined) return { page: 1, start: 0, end: 0 }
  const words = quoted(document.file.text, span)
  const lead = words.length - words.trimStart().length
  const line = words.slice(lead).split('\n')[0] ?? ''
  return { page: span.page, start: span.start + lead, end: span.start + lead + line.length }
}

/** False where most of it is recognised with low confidence. */
export function isSure({ file, spans }: FiledDocument): boolean {
  return spans.every(
    ({ page }) => (file.text.pages.find(({ number }) => number === page)?.confidence ?? 1) >= SURE_ENOUGH,
  )
}

interface ReadFields {
  readonly text: NormalisedText
  readonly fields: readonly LabelledField[]
}
const read = new WeakMap<FiledDocument, ReadFields>()

function fieldsOf(document: FiledDocument): ReadFields {
  let known = read.get(document)
  if (known === undefined) {
    const text = normalised(document.file.text, document.spans)
    known = { text, fields: labelledFields(text.spaced) }
    read.set(document, known)
  }
  return known
}

/** The values of fields with one of these labels (案由：…), in the order of the page. */
export function labelled(document: FiledDocument, labels: readonly string[]): Stated<string>[] {
  const { text, fields } = fieldsOf(document)
  return fields
    .filter(({ label, value }) => labels.includes(label) && titleWords(value) !== '')
    .map(({ value, start, end }) => ({
      value: value.replace(/[\s\u3000]+/gu, '').trim(),
      source: sourceAt(document, text.spaced.passage(start, end)),
    }))
}

/** Which documents a field is taken from, best first, and why in this order. */
export interface SourceOrder {
  readonly kinds: readonly DocumentKindId[]
  readonly because: Bilingual
}

/** The day a document bears, for taking the later of two of a kind. */
function dayOf({ facts }: FiledDocument): string {
  return facts.dates.filter(({ meaning }) => meaning === 'document').at(-1)?.day ?? facts.dates.at(-1)?.day ?? ''
}

/** Documents of the kinds of an order: surely read ones first, by kind, the later of a kind first (a notice told again). */
export function inOrder(documents: readonly FiledDocument[], { kinds }: SourceOrder): FiledDocument[] {
  return documents
    .filter(({ kind, spans }) => kinds.includes(kind) && spans.length > 0)
    .map((document) => ({
      document,
      rank: (isSure(document) ? 0 : kinds.length) + kinds.indexOf(document.kind),
      day: dayOf(document),
    }))
    .sort((one, other) => one.rank - other.rank || (one.day < other.day ? 1 : one.day > other.day ? -1 : 0))
    .map(({ document }) => document)
}

/** The first that is stated, with what differs from it; undefined where nothing is. */
export function chosen<Value>(
  stated: readonly Stated<Value>[],
  sameAs: (value: Value) => string,
): Proposed<Value> | undefined {
  const distinct: Stated<Value>[] = []
  const seen = new Set<string>()
  for (const one of stated) {
    const key = sameAs(one.value)
    if (key === '' || seen.has(key)) continue
    seen.add(key)
    distinct.push(one)
  }
  const [first, ...others] = distinct
  return first === undefined ? undefined : { ...first, alternatives: others.slice(0, MOST_ALTERNATIVES) }
}

/** What the documents of the first order state; those of the next where none of the first states anything. */
export function statedIn<Value>(
  documents: readonly FiledDocument[],
  orders: readonly SourceOrder[],
  readFrom: (document: FiledDocument) => readonly Stated<Value>[],
): readonly Stated<Value>[] {
  for (const order of orders) {
    const stated = inOrder(documents, order).flatMap(readFrom)
    if (stated.length > 0) return stated
  }
  return []
}

/** Texts are the same whatever their spaces, widths and brackets. */
export const sameWords = (value: string): string => titleWords(value).toUpperCase()
