/** 5.3: whether a citation names a place that the law has: article, paragraph and item. */
import { OUTWARD_KINDS } from '../document-groups.ts'
import type { CitationFact } from '../../../facts/facts.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
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
      const entry = file.laws.find(citation.law)
      if (entry === null || citation.article === null || citation.articleSub !== null) return []
      const day = document.day ?? file.today
      const version = file.laws.versionOn(entry, day) ?? entry.versions.at(-1) ?? null
      if (version === null) return []
      // An older version may have had more articles: only a number beyond all of them is surely wrong; beyond those of
      // which nobody counted the articles one that no revision cuts by half.
      const counted = entry.versions.flatMap(({ highestArticle }) => highestArticle ?? [])
      const highest = counted.length === 0 ? Infinity : Math.max(...counted)
      const beyond = counted.length < entry.versions.length ? highest * 2 : highest
      const missing = file.laws.article(entry, version, citation.article) === 'missing'
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

/** How many paragraphs and items an article has, from the library or from the register of penalty clauses. */
function shapeOf(
  file: CaseFile,
  document: CaseDocument,
  citation: CitationFact,
): { readonly paragraphs: number | null; readonly items: number; readonly verified: boolean } | null {
  const entry = file.laws.find(citation.law)
  const day = governingDay(file, document)
  const version = entry === null ? null : file.laws.versionOn(entry, day)
  const shape = entry === null || version === null || citation.article === null ? null : file.laws.article(entry, version, citation.article)
  if (shape !== null && shape !== 'missing') {
    const items = shape.paragraphs[(citation.paragraph ?? 1) - 1]?.items ?? 0
    return { paragraphs: shape.paragraphs.length, items, verified: true }
  }
  const row = rangesOf(file, citation.law).find(
    (one) =>
      one.article === citation.article &&
      one.articleSub === citation.articleSub &&
      one.validFrom <= day &&
      (one.validTo === null || day <= one.validTo) &&
      (one.paragraph === null || one.paragraph === citation.paragraph),
  )
  return row === undefined ? null : { paragraphs: row.paragraph === null ? 1 : null, items: row.items, verified: row.verified }
}

const PARAGRAPH_FOR_ITEM: PrereviewRule = {
  id: '5.3-paragraph-for-item',
  questionId: '5.3',
  name: said('款、项引用错误', 'Paragraph and item confused'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check: (file) =>
    eachCitation(file, (document, citation) => {
      if (citation.paragraph === null) return []
      const shape = shapeOf(file, document, citation)
      if (shape === null || shape.paragraphs === null) return []
      const beyond = citation.paragraph > shape.paragraphs
      const undivided = shape.paragraphs === 1 && shape.items > 0 && citation.item === null
      if (!beyond && !undivided) return []
      const item = shape.items >= citation.paragraph ? `第（${citation.paragraph}）项` : '相应的项'
      return [
        {
          message: said(
            `引用${lawAndArticle(citation)}，但该条${shape.paragraphs === 1 ? '不分款' : `只有${shape.paragraphs}款`}${shape.items > 0 ? `，列有${shape.items}项` : ''}，疑将“项”误为“款”。`,
            `${lawAndArticleInEnglish(citation)} is cited, but the article has ${shape.paragraphs === 1 ? 'a single paragraph' : `${shape.paragraphs} paragraphs`}${shape.items > 0 ? ` with ${shape.items} items` : ''}.`,
          ),
          suggestion: said(`核对条文，更正为具体的款、项（如${item}）。`, 'Check the text and cite the paragraph and item that apply.'),
          places: [placeOf(document, citation)],
          about: lawAndArticle(citation),
          unverified: !shape.verified,
        },
      ]
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
      if (citation.item === null) return []
      const shape = shapeOf(file, document, citation)
      if (shape === null || citation.item <= shape.items) return []
      // 第八十三条第三项 of a law whose second paragraph has the items.
      if (citation.paragraph === null && shape.paragraphs !== 1) return []
      return [
        {
          message: said(
            `引用${lawAndArticle(citation)}，但该${citation.paragraph === null ? '条' : '款'}只有${shape.items}项。`,
            `${lawAndArticleInEnglish(citation)} is cited, but there are only ${shape.items} items.`,
          ),
          suggestion: said('核对条文后更正引用。', 'Check the text and correct the citation.'),
          places: [placeOf(document, citation)],
          about: lawAndArticle(citation),
          unverified: !shape.verified,
        },
      ]
    }),
}

export const CITED_PLACE_RULES: readonly PrereviewRule[] = [ARTICLE_BEYOND_LAST, PARAGRAPH_FOR_ITEM, CITED_WITHOUT_ITEM, ITEM_BEYOND_LAST]
