/**
 * Every provision that a case cites (引用条款核对), registered or printed in a paper: where, in which role, and what is wrong
 * with it. The same place of the same law is one row, wherever it is cited.
 */
import type { Citation } from '../cases/case.ts'
import type { CitationFact, CitationRole } from '../facts/facts.ts'
import type { CaseDocument, CaseFile } from '../prereview/case-file.ts'
import { judgedCitation, lawsOf } from '../prereview/judged-citations.ts'
import type { TimelinePlace } from '../timeline/case-timeline.ts'
import { isCertain, placeInFile } from '../timeline/places.ts'
import { CANNOT_SET_PENALTIES, judgeCitation, type CheckedCitation, type CitationDays, type JudgedCitation } from './check-citation.ts'
import type { CitationTrouble } from './citation-troubles.ts'
import type { LawLookup } from './law-lookup.ts'
import { titleKey } from './law-title.ts'
import type { PlaceInLaw } from './law-words.ts'
import { writtenArticle, writtenPart } from './written-place.ts'

export interface CitedIn extends TimelinePlace {
  readonly role: CitationRole
  /** False where it was read from characters that are recognised with low confidence. */
  readonly certain: boolean
}

export interface CaseCitation extends Required<PlaceInLaw> {
  /** As register or library name it, else as it is cited; without 《》. */
  readonly law: string
  /** False: neither register nor library has a law of that name. */
  readonly known: boolean
  readonly roles: readonly CitationRole[]
  /** It is among the citations that are registered with the case. */
  readonly registered: boolean
  readonly places: readonly CitedIn[]
  readonly troubles: readonly CitationTrouble[]
  /** Nothing is at hand to hold its paragraph or item against, or its place was not understood. */
  readonly unread: boolean
  /** A registered place as it was typed, where it names no single article, paragraph or item; else null. */
  readonly written: string | null
}

interface One extends Required<PlaceInLaw> {
  readonly law: string
  readonly role: CitationRole
  readonly judged: JudgedCitation
  /** Null for a registered one. */
  readonly place: CitedIn | null
  readonly written: string | null
}

const WEIGHTS: readonly CitationTrouble['weight'][] = ['wrong', 'weigh', 'unsure']

/**
 * @param registered the citations of the case form
 * @param days by which those are judged; the papers' are judged by the days of `file`
 */
export function caseCitations(file: CaseFile, registered: readonly Citation[], days: CitationDays): CaseCitation[] {
  const lookup = lawsOf(file)
  const ofForm = registered.map((citation) => registeredOne(lookup, citation, days))
  const ofPapers = file.documents.map((document) => document.facts.citations.map((citation) => printedOne(file, document, citation)))
  const rows = new Map<string, One[]>()
  for (const group of [ofForm, ...ofPapers]) {
    const beside = group.some((one) => one.role === 'basis' && mayBeBasis(lookup, one.law))
    for (const one of group) {
      const key = keyOf(lookup, one)
      rows.set(key, [...(rows.get(key) ?? []), beside ? withBasisBeside(one) : one])
    }
  }
  return [...rows.values()].map((same) => rowOf(lookup, same)).toSorted((one, other) => gravity(one) - gravity(other))
}

function registeredOne(lookup: LawLookup, citation: Citation, days: CitationDays): One {
  const article = writtenArticle(citation.article)
  const checked: CheckedCitation = {
    law: citation.law,
    article: article?.number ?? null,
    sub: article?.sub ?? 0,
    paragraph: writtenPart(citation.paragraph),
    item: writtenPart(citation.item),
    role: citation.role,
    quotation: null,
  }
  const typed = [citation.article, citation.paragraph, citation.item].map((part) => part.trim())
  const understood = [checked.article, checked.paragraph, checked.item]
  const written = typed.some((part, at) => part !== '' && understood[at] === null) ? typed.filter((part) => part !== '').join(' ') : null
  return { ...checked, judged: judgeCitation(lookup, checked, days), place: null, written }
}

function printedOne(file: CaseFile, document: CaseDocument, citation: CitationFact): One {
  const { law, article, articleSub, paragraph, item, role } = citation
  const certain = isCertain(document.file.text, citation.passage)
  const judged = judgedCitation(file, document, citation)
  return {
    law,
    article,
    sub: articleSub ?? 0,
    paragraph,
    item,
    role,
    // a misread number is no wrong number
    judged: certain ? judged : { ...judged, troubles: judged.troubles.map((trouble) => ({ ...trouble, weight: 'unsure' })) },
    place: { ...placeInFile(document, citation.passage), role, certain },
    written: null,
  }
}

function mayBeBasis(lookup: LawLookup, law: string): boolean {
  const kind = lookup.find(law)?.kind
  return kind !== undefined && !CANNOT_SET_PENALTIES.includes(kind)
}

/** A circular may stand beside the law that it explains; that it carries the penalty alone is what cannot be. */
function withBasisBeside(one: One): One {
  const troubles = one.judged.troubles.map((trouble): CitationTrouble =>
    trouble.kind === 'wrong-law-kind' && trouble.weight === 'wrong' ? { ...trouble, weight: 'weigh' } : trouble,
  )
  return { ...one, judged: { ...one.judged, troubles } }
}

function keyOf(lookup: LawLookup, { law, article, sub, paragraph, item, written }: One): string {
  return [lookup.find(law)?.id ?? titleKey(law), article, sub, paragraph, item, written].join(' ')
}

/** Of each kind the gravest: the days of two papers make no two troubles. */
function mostGrave(troubles: readonly CitationTrouble[]): CitationTrouble[] {
  const byKind = new Map<string, CitationTrouble>()
  for (const trouble of troubles) {
    const before = byKind.get(trouble.kind)
    if (before === undefined || WEIGHTS.indexOf(trouble.weight) < WEIGHTS.indexOf(before.weight)) byKind.set(trouble.kind, trouble)
  }
  return [...byKind.values()]
}

function rowOf(lookup: LawLookup, same: readonly One[]): CaseCitation {
  const [first] = same
  if (first === undefined) throw new Error('a row without a citation')
  const { law, article, sub, paragraph, item } = first
  const entry = lookup.find(law)
  return {
    law: entry?.title ?? law.replaceAll(/[《》]/g, ''),
    known: entry !== null,
    article,
    sub,
    paragraph,
    item,
    roles: [...new Set(same.map(({ role }) => role))],
    registered: same.some(({ place }) => place === null),
    places: same.flatMap(({ place }) => (place === null ? [] : [place])),
    troubles: mostGrave(same.flatMap(({ judged }) => judged.troubles)),
    unread: first.written !== null || same.some(({ judged }) => judged.unread),
    written: first.written,
  }
}

/** Gravest first, then what is registered; within that as the papers come. */
function gravity({ troubles, unread, registered }: CaseCitation): number {
  const weights = troubles.map(({ weight }) => WEIGHTS.indexOf(weight))
  const gravest = weights.length > 0 ? Math.min(...weights) : unread ? WEIGHTS.length - 1 : WEIGHTS.length
  return gravest * 2 + (registered ? 0 : 1)
}
