/** 5.3: whether a citation names a place that the law has: article, paragraph and item. */
import { OUTWARD_KINDS } from '../document-groups.ts'
import type { CitationFact } from '../../../facts/facts.ts'
import type { CitationTrouble, CitationTroubleKind } from '../../../laws/citation-troubles.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { judgedCitation, lawsOf, paperDay } from '../../judged-citations.ts'
import { placeOf } from '../../places.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { lastNotice, penaltyPaper } from '../facts/case-sections.ts'
import { basisOf, governingDay, lawAndArticle, lawAndArticleInEnglish, plainLaw, rangesOf } from './clauses.ts'

/** Papers that go out: their citations are read by the party and by a court. */
const CITING = [...OUTWARD_KINDS, 'transfer-paper'] as const
/** What the agency writes for itself: a slip there is carried into the next paper. */
const INTERNAL = [
  'filing-form',
  'measure-approval',
  'investigation-report',
  'discretion-sheet',
  'explanation',
  'recheck-opinion',
  'hearing-report',
  'submission-form',
  'discussion-minutes',
  'period-extension',
] as const

export function citingPapers(file: CaseFile): readonly CaseDocument[] {
  const notice = lastNotice(file)
  return file.of(...CITING).filter((document) => document.sure && (document.kind !== 'prior-notice' || document === notice))
}

function eachCitation(
  file: CaseFile,
  check: (document: CaseDocument, citation: CitationFact) => ReturnType<PrereviewRule['check']>,
): ReturnType<PrereviewRule['check']> {
  const seen = new Set<string>()
  const once = (document: CaseDocument, citation: CitationFact, where: string): ReturnType<PrereviewRule['check']> => {
    const place = lawAndArticle(citation)
    if (citation.article === null || seen.has(`${place} ${where}`)) return []
    // one that goes out says it for those that do not
    seen.add(`${place} ${where}`).add(`${place} ${ANYWHERE}`)
    return check(document, citation)
  }
  const internal = file.of(...INTERNAL).filter(({ sure }) => sure)
  return [
    ...citingPapers(file).flatMap((document) => document.facts.citations.flatMap((citation) => once(document, citation, document.file.fileId))),
    ...internal.flatMap((document) => document.facts.citations.flatMap((citation) => once(document, citation, ANYWHERE))),
  ]
}

const ANYWHERE = '*'

const ARTICLE_BEYOND_LAST: PrereviewRule = {
  id: '5.3-article-does-not-exist',
  questionId: '5.3',
  name: said('引用的条不存在', 'The article does not exist'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check: (file) =>
    eachCitation(file, (document, citation) => {
      const trouble = troubleOf(file, document, citation, ['no-such-article'])
      const entry = lawsOf(file).find(citation.law)
      if (trouble === undefined || entry === null || citation.article === null || citation.articleSub !== null) return []
      // The day may be read wrongly, and an older version may have had more articles: only a number beyond all of them is
      // surely wrong; beyond those of which nobody counted the articles one that no revision cuts by half.
      const counted = entry.versions.flatMap(({ highestArticle }) => highestArticle ?? [])
      const highest = counted.length === 0 ? Infinity : Math.max(...counted)
      const beyond = counted.length < entry.versions.length ? highest * 2 : highest
      const version = file.laws.versionOn(entry, paperDay(file, document) ?? file.today) ?? entry.versions.at(-1) ?? null
      const missing = version !== null && file.laws.article(entry, version, citation.article) === 'missing'
      if (!missing && citation.article <= beyond) return []
      return [
        {
          message: said(
            `《${plainLaw(citation.law)}》没有第${citation.article}条${Number.isFinite(highest) ? `，最后一条是第${highest}条` : ''}。`,
            `《${plainLaw(citation.law)}》 has no art. ${citation.article}${Number.isFinite(highest) ? `; its last is art. ${highest}` : ''}.`,
          ),
          suggestion: said('核对条文后更正引用。', 'Check the text and correct the citation.'),
          places: [placeOf(document, citation)],
          about: lawAndArticle(citation),
          unverified: !entry.verified,
        },
      ]
    }),
}

function troubleOf(
  file: CaseFile,
  document: CaseDocument,
  citation: CitationFact,
  kinds: readonly CitationTroubleKind[],
): CitationTrouble | undefined {
  return judgedCitation(file, document, citation).troubles.find(({ kind }) => kinds.includes(kind))
}

/** As the citation was judged, in the same words as in the list of the case's citations. */
function toldAs(document: CaseDocument, citation: CitationFact, { words, proposal, weight }: CitationTrouble): Suspicion {
  return {
    message: words,
    suggestion:
      proposal === null
        ? said('核对条文后更正引用。', 'Check the text and correct the citation.')
        : said(`核对条文，更正为具体的款、项（如${proposal.words}）。`, `Check the text and cite the paragraph and item that apply, such as ${proposal.words}.`),
    places: [placeOf(document, citation)],
    about: lawAndArticle(citation),
    unverified: weight === 'unsure',
  }
}

const PARAGRAPH_FOR_ITEM: PrereviewRule = {
  id: '5.3-paragraph-for-item',
  questionId: '5.3',
  name: said('款、项引用错误', 'Paragraph and item confused'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check: (file) =>
    eachCitation(file, (document, citation) => {
      const trouble = troubleOf(file, document, citation, ['paragraph-is-item', 'no-such-paragraph'])
      return trouble === undefined ? [] : [toldAs(document, citation, trouble)]
    }),
}

/** The clauses of one article differ by paragraph or item: cited bare, nobody knows which of them is applied. */
const CITED_WITHOUT_ITEM: PrereviewRule = {
  id: '5.3-cited-without-paragraph-or-item',
  questionId: '5.3',
  name: said('引用罚则未引用到款、项', 'Penalty clause cited without paragraph or item'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null) return []
    const grounds = basisOf(paper).filter(({ article }) => article !== null)
    return grounds.slice(0, 4).flatMap((citation) => {
      if (citation.item !== null || citation.paragraph !== null) return []
      // Named again with its item further on.
      if (grounds.some((other) => other.law === citation.law && other.article === citation.article && (other.item !== null || other.paragraph !== null)))
        return []
      const day = governingDay(file, paper)
      const entry = file.laws.find(citation.law)
      const version = entry === null ? null : file.laws.versionOn(entry, day)
      const shape = entry === null || version === null || citation.article === null ? null : file.laws.article(entry, version, citation.article)
      const rows = rangesOf(file, citation.law).filter(
        (row) =>
          row.article === citation.article &&
          row.articleSub === citation.articleSub &&
          row.validFrom <= day &&
          (row.validTo === null || day <= row.validTo),
      )
      const known = shape !== null && shape !== 'missing' ? shape : null
      const divided =
        known === null
          ? rows.some(({ paragraph, items }) => paragraph !== null || items > 0)
          : known.paragraphs.length > 1 || known.paragraphs.some(({ items }) => items > 0)
      if (!divided) return []
      return [
        {
          message: said(
            `处罚依据只引用${lawAndArticle(citation)}，该条分有款、项，没有写明适用哪一款、哪一项。`,
            `The ground is ${lawAndArticleInEnglish(citation)} alone; the article has paragraphs or items, and none is named.`,
          ),
          suggestion: said('写明适用的款、项。', 'State the paragraph and item that are applied.'),
          places: [placeOf(paper, citation)],
          about: lawAndArticle(citation),
          unverified: known === null && rows.every(({ verified }) => !verified),
        },
      ]
    })
  },
}

const ITEM_BEYOND_LAST: PrereviewRule = {
  id: '5.3-item-does-not-exist',
  questionId: '5.3',
  name: said('引用的项不存在', 'The item does not exist'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check: (file) =>
    eachCitation(file, (document, citation) => {
      const trouble = troubleOf(file, document, citation, ['item-is-paragraph', 'no-such-item'])
      return trouble === undefined ? [] : [toldAs(document, citation, trouble)]
    }),
}

export const CITED_PLACE_RULES: readonly PrereviewRule[] = [ARTICLE_BEYOND_LAST, PARAGRAPH_FOR_ITEM, CITED_WITHOUT_ITEM, ITEM_BEYOND_LAST]
