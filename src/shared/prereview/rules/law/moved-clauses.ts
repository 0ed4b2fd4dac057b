/** 5.2: a number of the law before its revision (修订前的条号), cited as ground of a penalty that the law now has elsewhere. */
import type { CitationFact } from '../../../facts/facts.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, wordsAt } from '../../places.ts'
import { actDay } from '../../judged-citations.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText } from '../../wording.ts'
import { lastNotice } from '../facts/case-sections.ts'
import { basisOf, lawAndArticle, lawAndArticleInEnglish, plainLaw, rangesOf } from './clauses.ts'

/** A chapter of penalties is told from fewer clauses only by chance. */
const KNOWN_CLAUSES = 3
/** Clauses that nobody registered may stand a little before the first one that is. */
const MARGIN = 10

/** The words behind the citation in its sentence order a penalty. */
function groundsPenalty(document: CaseDocument, citation: CitationFact): boolean {
  const text = denseText(document)
  const words = wordsAt(placeOf(document, citation)).replace(/\s/gu, '')
  const at = text.indexOf(words)
  if (at < 0) return false
  const after = text.slice(at, at + 260)
  const stop = after.search(/(?:缴纳|缴至|到期|逾期|如不服|你(?:单位|公司|店)?(?:有权|可以))/u)
  return /罚款|没收|吊销|处罚/u.test(stop < 0 ? after : after.slice(0, stop)) && !/扣押|查封|登记保存/u.test(after.slice(0, 60))
}

/** The first article of the law that fines somebody, where enough of its clauses are known; null else. */
function firstClause(file: CaseFile, law: string, day: string): number | null {
  const articles = [...new Set(rangesOf(file, law).flatMap((row) => (row.validFrom <= day && (row.validTo === null || day <= row.validTo) ? [row.article] : [])))]
  return articles.length < KNOWN_CLAUSES ? null : Math.min(...articles)
}

export const OLD_NUMBER: PrereviewRule = {
  id: '5.2-old-number',
  questionId: '5.2',
  name: said('引用法律修订前的条号', 'Cited by a number that the law no longer has for it'),
  basis: [{ law: '行政处罚法', article: 37 }],
  severity: 'F',
  check(file) {
    const notice = lastNotice(file)
    const papers = [...file.of('decision').filter(({ sure }) => sure), ...(notice === null ? [] : [notice]), ...file.of('investigation-report').filter(({ sure }) => sure)]
    const found = papers.flatMap((document) =>
      basisOf(document).flatMap((citation) => {
        const entry = file.laws.find(citation.law)
        const day = document.day ?? file.today
        if (entry === null || citation.article === null || (entry.earlierVersions !== true && entry.versions.length < 2)) return []
        if (rangesOf(file, citation.law).some(({ article }) => article === citation.article)) return []
        // an act, or a paper, of before the text in force is judged by the old one, or by the lighter (APL 37)
        const since = file.laws.versionOn(entry, day)?.inForceFrom ?? null
        const act = actDay(file)
        if (since === null || day < since || (act !== null && act < since)) return []
        const first = firstClause(file, citation.law, day)
        if (first === null || citation.article >= first - MARGIN || !groundsPenalty(document, citation)) return []
        return [{ document, citation, first }]
      }),
    )
    return [...new Set(found.map(({ citation }) => plainLaw(citation.law)))].flatMap((law) => {
      const same = found.filter(({ citation }) => plainLaw(citation.law) === law)
      const [one] = same
      if (one === undefined) return []
      return [
        {
          message: said(
            `处罚依据引用${lawAndArticle(one.citation)}，已登记的现行罚则最早为第${one.first}条，该条可能不是罚则，而是修订前的条号。`,
            `The ground is ${lawAndArticleInEnglish(one.citation)}; the first penalty clause that is registered of the text in force is art. ${one.first}: it may be a number from before the revision.`,
          ),
          suggestion: said('核对现行文本，改引现行条款；告知书有同样错误的，更正后重新告知。', 'Check the text in force and cite its clause; notify anew where the notice has the same mistake.'),
          places: same.map(({ document, citation }) => placeOf(document, citation)),
          about: law,
          unverified: true,
        },
      ]
    })
  },
}

/** The words of the sentence around a citation, without white space. */
function sentenceAround(document: CaseDocument, citation: CitationFact): string {
  const text = denseText(document)
  const words = wordsAt(placeOf(document, citation)).replace(/\s/gu, '')
  const at = text.indexOf(words)
  if (at < 0) return ''
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at)) + 1
  const stop = text.slice(at + words.length).search(/[。；]/u)
  return text.slice(from, stop < 0 ? at + 160 : at + words.length + stop)
}

const TELLING = ['decision', 'prior-notice', 'hearing-notice', 'hearing-reply', 'investigation-report', 'urging-notice', 'execution-decision', 'no-penalty-decision'] as const

export const MOVED_ARTICLE: PrereviewRule = {
  id: '5.2-moved-article',
  questionId: '5.2',
  name: said('引用修订前的条号办理程序', 'An article cited by the number that it had before'),
  basis: [{ law: '行政处罚法', article: 37 }],
  severity: 'F',
  check(file) {
    const found = file.of(...TELLING).flatMap((document) => {
      if (!document.sure) return []
      return document.facts.citations.flatMap((citation) => {
        const law = file.catalogue.laws.find(({ title }) => title['zh-CN'] === plainLaw(citation.law))
        if (law?.moved === undefined || (document.day ?? file.today) < law.inForceFrom) return []
        const sentence = sentenceAround(document, citation)
        const moved = law.moved.find(
          ({ article, words, unless }) =>
            article === citation.article && words.some((word) => sentence.includes(word)) && !unless.some((word) => sentence.includes(word)),
        )
        // where the right one stands beside it, the other may be meant for something else
        if (moved === undefined || document.facts.citations.some((other) => other.article === moved.now && plainLaw(other.law) === plainLaw(citation.law))) return []
        return [{ document, citation, moved }]
      })
    })
    return [...Map.groupBy(found, ({ citation }) => `${plainLaw(citation.law)} ${citation.article ?? 0}`)].flatMap(([about, same]) => {
      const [one] = same
      if (one === undefined) return []
      return [
        {
          message: said(
            `引用${lawAndArticle(one.citation)}，该内容在现行文本中为第${one.moved.now}条，是修订前的条号。`,
            `${lawAndArticleInEnglish(one.citation)} is cited for what is art. ${one.moved.now} of the text in force: the number is from before the revision.`,
          ),
          suggestion: said('改引现行条款，核对其他文书。', 'Cite the article in force and look through the other papers.'),
          places: same.map(({ document, citation }) => placeOf(document, citation)),
          about,
          unverified: !one.moved.verified,
        },
      ]
    })
  },
}

export const MOVED_CLAUSE_RULES: readonly PrereviewRule[] = [OLD_NUMBER, MOVED_ARTICLE]
