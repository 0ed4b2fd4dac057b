/** The citations of a case's papers, judged: once for the rules and for whoever shows them, by the same days. */
import type { CitationFact } from '../facts/facts.ts'
import { judgeCitation, type CitationDays, type JudgedCitation } from '../laws/check-citation.ts'
import { withClauses } from '../laws/clause-parts.ts'
import type { LawLookup } from '../laws/law-lookup.ts'
import type { IsoDate } from '../values/values.ts'
import type { CaseDocument, CaseFile } from './case-file.ts'
import { DECISION_KINDS } from './rules/document-groups.ts'
import { actEnd } from './rules/facts/case-sections.ts'

/** The day of a paper; a draft bears none, and is decided after the last paper of the file, not on the day on which somebody looks. */
export function paperDay(file: CaseFile, document: CaseDocument): IsoDate | null {
  if (document.day !== null) return document.day
  const days = file.documents.flatMap(({ day }) => (day === null ? [] : [day]))
  return days.toSorted().at(-1) ?? null
}

/** The last day of the act as the papers tell it; where they tell none, as it was registered. */
export function actDay(file: CaseFile): IsoDate | null {
  return actEnd(file)?.day ?? file.fields?.actTo ?? file.fields?.actFrom ?? null
}

export function citationDays(file: CaseFile, document: CaseDocument): CitationDays {
  // an earlier penalty was for another act
  const act = document.kind === 'earlier-penalty' ? null : actDay(file)
  return { act, decision: paperDay(file, document), decisionIs: DECISION_KINDS.includes(document.kind) ? 'decision' : 'paper' }
}

interface Judged {
  readonly lookup: LawLookup
  readonly citations: Map<CitationFact, JudgedCitation>
}
const judged = new WeakMap<CaseFile, Judged>()

function judgedIn(file: CaseFile): Judged {
  let before = judged.get(file)
  if (before === undefined) {
    before = { lookup: withClauses(file.laws, file.catalogue.penaltyRanges), citations: new Map() }
    judged.set(file, before)
  }
  return before
}

/** The laws of the case file, with what its catalogue knows of their clauses. */
export function lawsOf(file: CaseFile): LawLookup {
  return judgedIn(file).lookup
}

/** What is wrong with a citation that a document of the file prints. */
export function judgedCitation(file: CaseFile, document: CaseDocument, citation: CitationFact): JudgedCitation {
  const { lookup, citations } = judgedIn(file)
  const before = citations.get(citation)
  if (before !== undefined) return before
  const { law, article, articleSub, paragraph, item, role, quotation } = citation
  const { troubles, unread } = judgeCitation(
    lookup,
    { law, article, sub: articleSub ?? 0, paragraph, item, role, quotation: quotation?.text ?? null },
    citationDays(file, document),
  )
  // where quoted words stand is sure; where they end is read off the page, and a word too many would be no difference
  const result = { troubles: troubles.filter(({ kind }) => kind !== 'quotation-differs'), unread }
  citations.set(citation, result)
  return result
}
