/** 5.3: whether the paper cites its grounds rightly; the places that a citation names are in `cited-places.ts`. */
import type { CitationFact } from '../../../facts/facts.ts'
import type { CaseDocument } from '../../case-file.ts'
import { judgedCitation } from '../../judged-citations.ts'
import { placeOf, titlePlace, wordsAt } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findFirst, foldWords, says } from '../../wording.ts'
import { lastNotice, penaltyPaper } from '../facts/case-sections.ts'
import { basisOf, imposedFines, isSubstantive, lawAndArticle, lawAndArticleInEnglish, plainLaw } from './clauses.ts'
import { groundsOf } from './grounds.ts'
import { CITED_PLACE_RULES, citingPapers } from './cited-places.ts'

export const VIOLATED_RULE_MISSING: PrereviewRule = {
  id: '5.3-violated-rule-missing',
  questionId: '5.3',
  name: said('只引用罚则，未引用违反的条款', 'Only the penalty clause, not the rule violated'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check: (file) =>
    [...new Set([penaltyPaper(file), lastNotice(file)])]
      .filter((one) => one !== null)
      .filter((document) => denseText(document).length > 150 && says(document, /(?:依据|依照|根据)[^。]{0,30}《/u))
      .flatMap((document) => {
        if (
          document.facts.citations.some(({ role }) => role === 'violated') ||
          says(
            document,
            /违反(?:了)?(?:上述|前述|该|本)?(?:《|[^。，]{0,16}(?:法|条例|规定|办法)[^。，]{0,10}第)|不符合《|构成(?:了)?《|属于《[^》]*》第|(?:触犯|违背)(?:了)?《/u,
          )
        )
          return []
        const place = findFirst(document, /(?:依据|依照|根据)[^。]{0,10}《[^》]+》[^，。]{0,30}/u) ?? titlePlace(document)
        return [
          {
            message: said(
              '只引用了处罚依据，没有引用当事人违反的条款。',
              'Only the penalty clause is cited, not the rule that was violated.',
            ),
            suggestion: said('补充写明违反的法律、法规、规章的条、款、项。', 'Add the provision violated, to article, paragraph and item.'),
            places: [place],
          },
        ]
      })
      .slice(0, 1),
}

export const CITED_WITHOUT_ARTICLE: PrereviewRule = {
  id: '5.3-cited-without-article',
  questionId: '5.3',
  name: said('引用法律未引用到条', 'Law cited without its article'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check: (file) =>
    [...new Set([penaltyPaper(file), lastNotice(file)])]
      .filter((one) => one !== null)
      .flatMap((document) =>
        groundsOf(document).flatMap(({ titles, place }) => {
          const [title] = titles
          if (
            title === undefined ||
            titles.length > 1 ||
            /第[一二三四五六七八九十百千零0-9]+(?:条|项)|[（(][一二三四五六七八九十]+[）)]/u.test(place.match[0]) ||
            !/[法条例定]$|办法$|法典$/u.test(title)
          )
            return []
          // 依据《行政处罚法》的规定 may introduce the procedure.
          if (/行政处罚法|行政强制法/u.test(title) || /现将|公告/u.test(place.match[0])) return []
          return [
            {
              message: said(
                `以《${title}》为依据，没有引用到条、款、项。`,
                `《${title}》 is cited as the ground without article, paragraph or item.`,
              ),
              suggestion: said('写明具体的条、款、项。', 'State article, paragraph and item.'),
              places: [place],
              about: title,
            },
          ]
        }),
      )
      .slice(0, 2),
}

/** Led in by 依据 and the like: another law that is only compared is no ground. */
function isGround(document: CaseDocument, citation: CitationFact): boolean {
  const words = foldWords(wordsAt(placeOf(document, citation)).replace(/\s/gu, ''))
  const text = denseText(document)
  const found = [...text.matchAll(/(?:依据|依照|根据|按照|适用)((?:《[^》]+》[^，。《]{0,40}[、和及以])*)(?=《|第)/gu)]
  return found.some((match) => text.startsWith(words, match.index + match[0].length))
}

export const BASIS_DIFFERS_FROM_NOTICE: PrereviewRule = {
  id: '5.3-basis-differs-from-notice',
  questionId: '5.3',
  name: said('决定与告知的处罚依据不一致', 'The decision’s ground differs from the notice'),
  basis: [
    { law: '行政处罚法', article: 44 },
    { law: '行政处罚法', article: 59 },
  ],
  severity: 'C',
  check(file) {
    const decision = file.of('decision').findLast(({ sure }) => sure)
    const notice = lastNotice(file)
    if (decision === undefined || notice === null) return []
    const told = notice.facts.citations.filter(isSubstantive)
    if (basisOf(notice).length === 0) return []
    return basisOf(decision).flatMap((citation) => {
      if (citation.article === null || !isGround(decision, citation)) return []
      const sameArticle = told.filter((one) => plainLaw(one.law) === plainLaw(citation.law) && one.article === citation.article)
      const same = sameArticle.some(
        (one) =>
          (one.paragraph === citation.paragraph || one.paragraph === null || citation.paragraph === null) &&
          (one.item === citation.item || one.item === null || citation.item === null) &&
          // 第一款 here and 第（一）项 there is not the same place.
          !(one.item !== null && one.paragraph === null && citation.paragraph !== null && citation.item === null),
      )
      if (same) return []
      const [other] = sameArticle.length > 0 ? sameArticle : basisOf(notice)
      return [
        {
          message: said(
            `决定的处罚依据为${lawAndArticle(citation)}，告知书为${other === undefined ? '其他条款' : lawAndArticle(other)}，不一致。`,
            `The decision rests on ${lawAndArticleInEnglish(citation)}, the notice on ${other === undefined ? 'another clause' : lawAndArticleInEnglish(other)}.`,
          ),
          suggestion: said(
            '核对应适用的条款；变更处罚依据的，应当重新告知。',
            'Settle which applies; a change of ground needs a new notice.',
          ),
          places: [placeOf(decision, citation), ...(other === undefined ? [] : [placeOf(notice, other)])],
          about: lawAndArticle(citation),
        },
      ]
    })
  },
}

export const TITLE_MISPRINTED: PrereviewRule = {
  id: '5.3-title-misprinted',
  questionId: '5.3',
  name: said('法律名称疑有误', 'The law’s title looks misprinted'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check(file) {
    const seen = new Set<string>()
    return citingPapers(file).flatMap((document) =>
      document.facts.citations
        .filter(({ named }) => named)
        .flatMap((citation) => {
          const title = plainLaw(citation.law)
          // what may be the title of another text is told in the list of citations alone: 未核实 is no defect
          const trouble = judgedCitation(file, document, citation).troubles.find(({ kind, weight }) => kind === 'title-misprinted' && weight === 'weigh')
          if (trouble?.proposal === undefined || trouble.proposal === null || seen.has(title)) return []
          seen.add(title)
          const right = plainLaw(trouble.proposal.law)
          return [
            {
              message: said(`《${title}》疑为《${right}》之误。`, `《${title}》 looks like a misprint of 《${right}》.`),
              suggestion: said('核对法律名称。', 'Check the title.'),
              places: [placeOf(document, citation)],
              answer: 'cannotTell' as const,
              about: title,
            },
          ]
        }),
    )
  },
}

/** Cited for the surcharge, the notice or the remedies: no ground of a penalty. */
const PROCEDURE_LAW = /行政(?:处罚|强制|复议|诉讼)法$/u

export const FINE_WITHOUT_CLAUSE: PrereviewRule = {
  id: '5.3-penalty-without-ground',
  questionId: '5.3',
  name: said('处罚没有引用依据', 'Penalty without any ground cited'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 3 }],
  severity: 'C',
  check(file) {
    const decision = file.of('decision').findLast(({ sure }) => sure)
    if (decision === undefined || denseText(decision).length < 200 || imposedFines(decision).length === 0) return []
    if (
      decision.facts.citations.some(({ role, law }) => role === 'basis' && !PROCEDURE_LAW.test(law)) ||
      [...denseText(decision).matchAll(/(?:依据|依照|根据|按照|适用)[^。《]{0,40}?(?:《([^》]*)|第[一二三四五六七八九十百0-9]+条)/gu)].some(
        ([, title]) => title === undefined || !PROCEDURE_LAW.test(title),
      )
    )
      return []
    return [
      {
        message: said('行政处罚决定书没有引用处罚所依据的条款。', 'The decision cites no provision for the penalty.'),
        suggestion: said('补充处罚依据，引用到条、款、项。', 'Add the ground, to article, paragraph and item.'),
        places: imposedFines(decision)
          .slice(0, 1)
          .map(({ place }) => place),
      },
    ]
  },
}

export const CITING_RULES: readonly PrereviewRule[] = [
  VIOLATED_RULE_MISSING,
  CITED_WITHOUT_ARTICLE,
  ...CITED_PLACE_RULES,
  BASIS_DIFFERS_FROM_NOTICE,
  TITLE_MISPRINTED,
  FINE_WITHOUT_CLAUSE,
]
