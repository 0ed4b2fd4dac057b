/** Understands a file (阅卷): which documents it holds, what kind each is, and what each states. */
import type { DocumentKind } from '../catalogue/document-kinds.ts'
import { extractFacts } from '../facts/extract.ts'
import type { DocumentKindId, DocumentPart } from './document-part.ts'
import { quoted, type DocumentText, type Passage } from './document-text.ts'
import { learnedKind, type LearnedName } from './learned-names.ts'
import { kindsOfName, recogniseKind, type RecognisedKind } from './recognise-kind.ts'
import { splitParts, type SplitPart } from './split-parts.ts'

export interface UnderstandInput {
  /** The file's name with its ending. */
  readonly name: string
  readonly text: DocumentText
  /** Rows of the catalogue's `documentKinds`, the same array from call to call (what is made of it is kept). */
  readonly kinds: readonly DocumentKind[]
  /** What the station learned, the latest last. */
  readonly learned: readonly LearnedName[]
}

/** A document of a file before its facts are read. */
export interface RecognisedDocument extends RecognisedKind {
  readonly spans: readonly Passage[]
}

function wordsOf(text: DocumentText, spans: readonly Passage[]): string {
  return spans.map((span) => quoted(text, span)).join('\n')
}

/** One document of a split, or several where its title names several (陈述申辩书及听证申请书): then they share their spans. */
function recogniseSplit(
  split: SplitPart,
  { name, text, kinds }: Omit<UnderstandInput, 'learned'>,
  alone: boolean,
): RecognisedDocument[] {
  const words = wordsOf(text, split.spans)
  const titles = split.titles.length === 0 ? [null] : split.titles
  // in a file of several, the name tells nothing of a part that bears no title
  const told = alone || split.titles.length > 0 ? name : name.replace(/^.*(?=\.[A-Za-z0-9]{1,5}$)|^[^.]*$/su, '')
  const found = titles.map((title) => ({
    ...recogniseKind({ name: told, text: words, title, form: split.form, kinds }),
    spans: split.spans,
  }))
  return found.filter((one, place) => found.findIndex(({ kind }) => kind === one.kind) === place)
}

function recogniseAll(input: Omit<UnderstandInput, 'learned'>): RecognisedDocument[] {
  const splits = splitParts(input.text, input.kinds)
  if (splits.length === 0) return kindsOfName(input.name, input.kinds).map((one) => ({ ...one, spans: [] }))
  const found = splits.map((split) => recogniseSplit(split, input, splits.length === 1))
  // a title on the cover that names what follows under a title of its own
  const own = new Set(found.flatMap((documents) => (documents.length === 1 ? documents.map(({ kind }) => kind) : [])))
  return found.flatMap((documents) => {
    const kept = documents.filter(({ kind }) => documents.length === 1 || !own.has(kind))
    return kept.length === 0 ? documents.slice(0, 1) : kept
  })
}

/** Neighbours of a kind that counts as one document, such as several licences. */
function joined(found: readonly RecognisedDocument[], kinds: readonly DocumentKind[]): RecognisedDocument[] {
  const joining = new Set<DocumentKindId>(kinds.filter(({ joins }) => joins).map(({ id }) => id))
  const kept: RecognisedDocument[] = []
  for (const one of found) {
    const previous = kept.at(-1)
    if (previous === undefined || previous.kind !== one.kind || !joining.has(one.kind)) kept.push(one)
    else
      kept[kept.length - 1] = {
        ...previous,
        confidence: Math.max(previous.confidence, one.confidence),
        spans: mergedSpans(previous.spans, one.spans),
      }
  }
  return kept
}

function mergedSpans(before: readonly Passage[], after: readonly Passage[]): Passage[] {
  const spans = [...before]
  for (const span of after) {
    const last = spans.at(-1)
    if (last !== undefined && last.page === span.page && last.end === span.start)
      spans[spans.length - 1] = { ...last, end: span.end }
    else spans.push(span)
  }
  return spans
}

/** Which documents a file holds, by the rules alone: at least one, in their order. */
export function recognisedDocuments(input: Omit<UnderstandInput, 'learned'>): RecognisedDocument[] {
  return joined(recogniseAll(input), input.kinds)
}

/** The documents of a file, at least one, in their order. A file without words has one or more without spans. */
export function understand(input: UnderstandInput): DocumentPart[] {
  const found = recognisedDocuments(input)
  return found.map(({ kind, confidence, spans }, place): DocumentPart => {
    const learned = learnedKind(input.learned, input.name, place, found.length)
    const decided = learned ?? kind
    return {
      kind: decided,
      confidence: learned === null ? confidence : LEARNED_CONFIDENCE,
      decidedBy: learned === null ? 'rules' : 'learned',
      spans,
      facts: extractFacts(input.text, spans, decided),
    }
  })
}

/** A person said so of another file: near to certain. */
const LEARNED_CONFIDENCE = 0.95

/** The document after a person said what it is. */
export function withKind(part: DocumentPart, kind: DocumentKindId, text: DocumentText): DocumentPart {
  return { ...part, kind, confidence: 1, decidedBy: 'person', facts: extractFacts(text, part.spans, kind) }
}
