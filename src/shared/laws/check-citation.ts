/** Holds a citation against what is known of the laws: does it exist, was it in force, are its words there. */
import type { IsoDate } from '../values/values.ts'
import type { CitationRole } from '../facts/facts.ts'
import {
  confused,
  noSuchArticle,
  noSuchPart,
  notInForce,
  proposed,
  quotationDiffers,
  quotationElsewhere,
  titleMisprinted,
  undivided,
  unknownLaw,
  wrongKind,
  type CitationTrouble,
} from './citation-troubles.ts'
import type { ArticleShape, LawEntry, LawKind, LawLookup, LawVersion } from './law-lookup.ts'
import type { PlaceInLaw } from './law-words.ts'
import { misprintIn } from './misprint.ts'
import { outOfForce } from './out-of-force.ts'
import { missingWords, pieceOfQuotation, piecesOf } from './quotation.ts'

export interface CheckedCitation {
  /** Title or other name, with or without 《》. */
  readonly law: string
  readonly article: number | null
  /** 第X条之Y; 0 for the article itself. */
  readonly sub: number
  readonly paragraph: number | null
  readonly item: number | null
  readonly role: CitationRole
  /** The statute's words that are quoted; null where none are. */
  readonly quotation: string | null
}

export interface CitationDays {
  /** Last day of the act; null where it is not known. */
  readonly act: IsoDate | null
  /** Day of the decision, or today while there is none. */
  readonly decision: IsoDate | null
  /** Whose day stands in `decision`: that of a paper that decides nothing, or today because nothing is decided yet. */
  readonly decisionIs?: 'decision' | 'paper' | 'today'
}

export interface JudgedCitation {
  readonly troubles: CitationTrouble[]
  /** It names a paragraph or an item, and nothing is known to hold them against. */
  readonly unread: boolean
}

/** What judges the act is the law of its day (or a lighter later one); procedure and remedies are of the day of the decision. */
const OF_THE_ACT: readonly CitationRole[] = ['violated', 'basis', 'discretion']
/** APL 10–14: laws, regulations, local regulations and both kinds of rules can set penalties; APL 16: nothing else can. */
export const CANNOT_SET_PENALTIES: readonly LawKind[] = ['document', 'standard', 'interpretation']

/**
 * An act of before the end may be judged by the old law after it; an act of before a new law may be judged by the new one
 * where it is lighter (APL 37). Both are for an officer to weigh. What was in force on neither day cannot stand.
 */
function dayTroubles(
  lookup: LawLookup,
  entry: LawEntry,
  role: CitationRole,
  { act, decision, decisionIs = 'decision' }: CitationDays,
): CitationTrouble[] {
  const ofAct = OF_THE_ACT.includes(role)
  const atAct = ofAct && act !== null ? outOfForce(lookup, entry, act) : null
  const atDecision = decision === null ? null : outOfForce(lookup, entry, decision)
  const unsure = (weight: CitationTrouble['weight']) => (entry.verified ? weight : 'unsure')
  const troubles: CitationTrouble[] = []
  if (atAct !== null && act !== null) {
    const weight = atAct.state === 'notYet' && decision !== null && atDecision === null ? 'weigh' : 'wrong'
    troubles.push(notInForce({ entry, which: 'act', day: act, out: atAct, weight: unsure(weight) }))
  }
  if (atDecision !== null && decision !== null) {
    const weight = ofAct && atAct === null && atDecision.state === 'ended' ? 'weigh' : 'wrong'
    troubles.push(notInForce({ entry, which: decisionIs, day: decision, out: atDecision, weight: unsure(weight) }))
  }
  return troubles
}

/** The versions that the citation can mean, the likeliest first. */
function meantVersions(
  lookup: LawLookup,
  entry: LawEntry,
  role: CitationRole,
  { act, decision }: CitationDays,
): LawVersion[] {
  const days = OF_THE_ACT.includes(role) ? [act, decision] : [decision, act]
  const meant = days.flatMap((day) => {
    const version = day === null ? null : lookup.versionOn(entry, day)
    return version === null ? [] : [version]
  })
  const known = meant.length > 0 ? meant : entry.versions.toReversed()
  return [...new Set(known)]
}

interface Met {
  readonly shape: ArticleShape | null
  readonly missing: boolean
  /** Whether the text itself says that it is missing, not only the register's count. */
  readonly read: boolean
  readonly highest: number | null
}

function meet(lookup: LawLookup, entry: LawEntry, version: LawVersion, article: number, sub: number): Met {
  const found = lookup.article(entry, version, article, sub)
  const highest = version.highestArticle
  if (found === 'missing') return { shape: null, missing: true, read: true, highest }
  return { shape: found, missing: found === null && highest !== null && article > highest, read: false, highest }
}

export function checkCitation(lookup: LawLookup, citation: CheckedCitation, days: CitationDays): CitationTrouble[] {
  return judgeCitation(lookup, citation, days).troubles
}

export function judgeCitation(lookup: LawLookup, citation: CheckedCitation, days: CitationDays): JudgedCitation {
  const entry = lookup.find(citation.law)
  if (entry === null) return { troubles: [unfound(lookup, citation)], unread: false }
  const troubles = dayTroubles(lookup, entry, citation.role, days)
  if (citation.role === 'basis' && CANNOT_SET_PENALTIES.includes(entry.kind)) troubles.push(wrongKind(entry))
  const place = placeTroubles(lookup, entry, citation, days)
  return { troubles: [...troubles, ...place.troubles], unread: place.unread }
}

function unfound(lookup: LawLookup, { law, article, sub, paragraph, item }: CheckedCitation): CitationTrouble {
  const title = law.replaceAll(/[《》]/g, '')
  const misprint = misprintIn(lookup, title)
  if (misprint === null) return unknownLaw(title)
  return titleMisprinted(title, { article, sub, paragraph, item }, misprint.title, misprint.likely)
}

function placeTroubles(
  lookup: LawLookup,
  entry: LawEntry,
  citation: CheckedCitation,
  days: CitationDays,
): JudgedCitation {
  const { article, sub, paragraph, item, quotation } = citation
  const divided = paragraph !== null || item !== null
  if (article === null) return { troubles: [], unread: divided }
  const place: PlaceInLaw = { article, sub, paragraph, item }
  const met = meantVersions(lookup, entry, citation.role, days).map((version) =>
    meet(lookup, entry, version, article, sub),
  )
  if (met.length > 0 && met.every(({ missing }) => missing)) {
    const sure = entry.verified || entry.counted === true || met.every(({ read }) => read)
    const trouble = noSuchArticle(entry.title, place, met[0]?.highest ?? null, sure ? 'wrong' : 'unsure')
    return { troubles: [trouble], unread: false }
  }
  const shapes = met.flatMap(({ shape }) => (shape === null ? [] : [shape]))
  if (shapes.length === 0) return clauseTroubles(lookup, entry, place, days)
  // of two versions the citation is held against the one that it fits
  const results = shapes.map((shape) => partTroubles(entry.title, place, shape, quotation))
  const best = results.find((troubles) => troubles.length === 0) ?? results[0] ?? []
  // of another version that it can mean the text is not at hand: it may be right there
  const unread = met.some(({ shape, missing }) => shape === null && !missing)
  return { troubles: unread ? best.map((trouble) => ({ ...trouble, weight: 'unsure' })) : best, unread: false }
}

/** Without the text: only the numbers that the catalogue's penalty clauses tell. */
function clauseTroubles(lookup: LawLookup, entry: LawEntry, place: PlaceInLaw, days: CitationDays): JudgedCitation {
  const { article, sub = 0, paragraph = null, item = null } = place
  const divided = paragraph !== null || item !== null
  if (article === null || !divided) return { troubles: [], unread: false }
  const clauses = lookup.clauses?.(entry, article, sub, days.act ?? days.decision) ?? []
  const known = clauses.find((clause) => clause.paragraph === null || clause.paragraph === paragraph)
  if (known === undefined) return { troubles: [], unread: true }
  const trouble =
    known.paragraph === null
      ? wrongPart(entry.title, place, { paragraphs: [{ items: known.items, text: '' }] }, null)
      : item !== null && item > known.items
        ? noSuchPart('no-such-item', entry.title, place, known.items, null)
        : null
  if (trouble === null) return { troubles: [], unread: false }
  return { troubles: [known.verified ? trouble : { ...trouble, weight: 'unsure' }], unread: false }
}

function partTroubles(
  law: string,
  place: PlaceInLaw,
  shape: ArticleShape,
  quotation: string | null,
): CitationTrouble[] {
  const part = wrongPart(law, place, shape, quotation)
  if (part !== null) return [part]
  if (quotation === null) return []
  const pieces = piecesOf(shape)
  // where the texts of the items are not at hand, a quotation from one of them would look as if it differed
  if (shape.paragraphs.some(({ items, itemTexts }) => items > (itemTexts?.length ?? 0))) return []
  const missing = missingWords(pieces, quotation)
  return missing === null ? [] : [quotationDiffers(law, place, missing)]
}

/** 款 where the law has 项, or the other way round; a paragraph or item that is not there; words that stand elsewhere. */
function wrongPart(
  law: string,
  place: PlaceInLaw,
  shape: ArticleShape,
  quotation: string | null,
): CitationTrouble | null {
  const { paragraph = null, item = null } = place
  const piece = quotation === null ? null : pieceOfQuotation(piecesOf(shape), quotation)
  if (paragraph !== null && paragraph > shape.paragraphs.length) {
    const meant = item === null ? itemOf(shape, paragraph, piece?.item === paragraph ? piece.paragraph : null) : null
    if (meant !== null) return confused('paragraph-is-item', law, place, at(law, place, shape, meant, paragraph))
    const elsewhere =
      piece === null
        ? item === null
          ? null
          : placeOfItem(law, place, shape, item)
        : at(law, place, shape, piece.paragraph, piece.item)
    return noSuchPart('no-such-paragraph', law, place, shape.paragraphs.length, elsewhere)
  }
  if (item !== null) {
    const trouble = wrongItem(law, place, shape, item)
    if (trouble !== null) return trouble
  }
  if (paragraph === 1 && item === null && shape.paragraphs.length === 1 && hasItem(shape, 1, 1)) {
    return undivided(law, place, shape.paragraphs[0]?.items ?? 0, at(law, place, shape, 1, piece?.item ?? 1))
  }
  return piece === null ? null : elsewhere(law, place, shape, piece)
}

function hasItem(shape: ArticleShape, paragraph: number, item: number): boolean {
  const found = shape.paragraphs[paragraph - 1]
  if (found === undefined) return false
  return found.itemTexts === undefined ? found.items >= item : found.itemTexts.some(({ number }) => number === item)
}

/** The only paragraph with an item of that number, or the one that the quoted words point at. */
function itemOf(shape: ArticleShape, item: number, pointed: number | null): number | null {
  const having = shape.paragraphs.flatMap((_, index) => (hasItem(shape, index + 1, item) ? [index + 1] : []))
  if (pointed !== null && having.includes(pointed)) return pointed
  return having.length === 1 ? (having[0] ?? null) : null
}

/** An article of one paragraph is cited without 第一款. */
function at(law: string, { article, sub }: PlaceInLaw, shape: ArticleShape, paragraph: number, item: number | null) {
  return proposed(law, { article, sub, paragraph: shape.paragraphs.length === 1 ? null : paragraph, item })
}

function placeOfItem(law: string, place: PlaceInLaw, shape: ArticleShape, item: number) {
  const meant = itemOf(shape, item, null)
  return meant === null ? null : at(law, place, shape, meant, item)
}

function wrongItem(law: string, place: PlaceInLaw, shape: ArticleShape, item: number): CitationTrouble | null {
  const { paragraph = null } = place
  const among = paragraph === null ? shape.paragraphs.map((_, index) => index + 1) : [paragraph]
  if (among.some((one) => hasItem(shape, one, item))) return null
  const elsewhere = placeOfItem(law, place, shape, item)
  const none = shape.paragraphs.every(({ items }) => items === 0)
  if (paragraph === null && none && item <= shape.paragraphs.length && shape.paragraphs.length > 1) {
    return confused('item-is-paragraph', law, place, at(law, place, shape, item, null))
  }
  const there = Math.max(0, ...among.map((one) => shape.paragraphs[one - 1]?.items ?? 0))
  return noSuchPart('no-such-item', law, place, there, elsewhere)
}

/** The place exists, but the quoted words stand in another one of the same article. */
function elsewhere(
  law: string,
  place: PlaceInLaw,
  shape: ArticleShape,
  piece: { readonly paragraph: number; readonly item: number | null },
): CitationTrouble | null {
  const { paragraph = null, item = null } = place
  const fits =
    (paragraph === null || paragraph === piece.paragraph) &&
    (item === null || item === piece.item || piece.item === null)
  if (fits) return null
  const right = at(law, place, shape, piece.paragraph, piece.item)
  return item === null && piece.item === paragraph
    ? confused('paragraph-is-item', law, place, right)
    : quotationElsewhere(law, place, right)
}
