/** Citations held against register and library: single ones, and all that a case has. */
import { judgeCitation, type CheckedCitation, type CitationDays } from '../../shared/laws/check-citation.ts'
import { caseCitations } from '../../shared/laws/case-citations.ts'
import { withClauses } from '../../shared/laws/clause-parts.ts'
import type { citationsContract, CheckedCase, LibraryPlace, ResolvedCitation } from '../../shared/laws/citations-contract.ts'
import { writtenArticle, writtenPart } from '../../shared/laws/written-place.ts'
import { actDay } from '../../shared/prereview/judged-citations.ts'
import type { CaseId, IsoDate } from '../../shared/values/values.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { decisionOf } from '../followup/decision-record.ts'
import { readCase } from '../intake/reading-service.ts'
import { storedCaseFile, unreadOf } from '../prereview/stored-case-file.ts'
import { gistsOf } from './article-gists.ts'
import { versionsOf, type LawHead, type VersionRow } from './law-record.ts'
import { articleName, currentOf } from './law-views.ts'
import { findArticle, findLawByTitle, lawLookup, registerOf } from './library-lookup.ts'

export const citationHandlers: Handlers<typeof citationsContract> = {
  'laws.gists': ({ catalogue }, { citations }) => gistsOf(catalogue, citations),
  'laws.checkCitations': (context, { citations, act, decision }) => {
    const lookup = withClauses(lawLookup(context.reader, context.catalogue), context.catalogue.penaltyRanges)
    const find = libraryPlaces(context, act ?? decision ?? context.today())
    return citations.map(({ law, article, paragraph, item, role, quotation }): ResolvedCitation => {
      const { number = null, sub = 0 } = writtenArticle(article) ?? {}
      const parts = { article: number, sub, paragraph: writtenPart(paragraph), item: writtenPart(item) }
      const { troubles } = judgeCitation(lookup, { law, ...parts, role, quotation }, { act, decision })
      return { ...find({ law, ...parts }), title: lookup.find(law)?.title ?? null, troubles }
    })
  },
  'laws.checkCase': (context, { caseId }) => checkCase(context, caseId),
}

function checkCase(context: CallContext, caseId: CaseId): CheckedCase {
  const record = requireCase(context.reader, caseId)
  readCase(context, caseId)
  const stored = storedCaseFile(context, record, record.round)
  const { actTo, actFrom, citations } = record.fields
  const decided = decisionOf(context.reader, caseId)?.decidedOn
  const days: CitationDays = {
    act: actTo ?? actFrom ?? actDay(stored.file),
    decision: decided ?? context.today(),
    decisionIs: decided === undefined ? 'today' : 'decision',
  }
  const find = libraryPlaces(context, days.act ?? days.decision ?? context.today())
  return {
    citations: caseCitations(stored.file, citations, days).map((one) => ({ ...one, library: find(one) })),
    unread: unreadOf(context, stored).length,
  }
}

type InLaw = Pick<CheckedCitation, 'law' | 'article' | 'sub'>

/** Where citations lead in the library, each law looked up once. */
function libraryPlaces({ reader, catalogue }: Pick<CallContext, 'reader' | 'catalogue'>, day: IsoDate): (cited: InLaw) => LibraryPlace {
  const texts = new Map<string, { readonly head: LawHead; readonly meant: VersionRow | undefined } | null>()
  const textOf = (law: string) => {
    let text = texts.get(law)
    if (text === undefined) {
      const head = findLawByTitle(reader, registerOf(catalogue.laws).find(law)?.title['zh-CN'] ?? law)
      text = head === undefined ? null : { head, meant: currentOf(versionsOf(reader, head.id), day) }
      texts.set(law, text)
    }
    return text
  }
  return ({ law, article, sub }) => {
    const text = textOf(law)
    if (text === null) return { law: null, version: null, article: null }
    const { head, meant } = text
    const there = meant !== undefined && article !== null && findArticle(reader, meant.seq, article, sub) !== undefined
    return { law: head.id, version: meant?.version ?? null, article: there ? articleName(article, sub) : null }
  }
}
