/** 5.5, 5.11: kind and amount inside the range (幅度) of the clause, and mitigation below it. */
import type { FineBand } from '../../../catalogue/penalty-ranges.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { yuanInEnglish, yuanText } from '../facts/case-amounts.ts'
import { affirmed, fileSays, lastNotice, penaltyPaper } from '../facts/case-sections.ts'
import {
  basisOf,
  baseIn,
  clausesOf,
  governingDay,
  imposedFines,
  lawAndArticle,
  lawAndArticleInEnglish,
  operativeText,
  type Clause,
  type ImposedFine,
} from './clauses.ts'
import { clausesOfNotice } from './clauses-of-notice.ts'
import { fineBandsIn } from './fine-bands.ts'
import { numberOf } from './numerals.ts'

interface Range {
  readonly low: number
  readonly high: number
  readonly when: FineBand['when']
}

/** The bands in yuan for this paper; null where one that may apply cannot be worked out. */
function rangesFor(document: CaseDocument, clauses: readonly Clause[], whom: ImposedFine['whom']): readonly Range[] | null {
  const entity = document.facts.parties[0]?.kind === 'entity'
  const ranges: Range[] = []
  for (const band of clauses.flatMap(({ bands }) => bands)) {
    if (whom === 'party' ? band.who === 'responsible' : band.who !== 'responsible') continue
    if (band.who === 'citizen' && entity) continue
    const given = band.given === null ? null : baseIn(document, band.given.base)
    if (band.given !== null && given !== null) {
      if (given < (band.given.from ?? 0) || (band.given.below !== null && given >= band.given.below)) continue
    }
    const base = band.of === null ? 1 : baseIn(document, band.of)
    if (base === null) return null
    const counted = band.of === null ? 1 : Math.max(base, band.floor ?? 0)
    ranges.push({ low: (band.low ?? 0) * counted, high: band.high * counted, when: band.when })
  }
  return ranges.length === 0 ? null : ranges
}

const within = (fine: number, { low, high }: Range): boolean => fine >= low - 1 && fine <= high + 1

function rangeText(ranges: readonly Range[]): string {
  return [
    ...new Set(ranges.map(({ low, high }) => (low === 0 ? `${yuanText(high)}以下` : `${yuanText(low)}以上${yuanText(high)}以下`))),
  ].join('、')
}
function rangeInEnglish(ranges: readonly Range[]): string {
  return [
    ...new Set(
      ranges.map(({ low, high }) => (low === 0 ? `up to ${yuanInEnglish(high)}` : `${yuanInEnglish(low)} to ${yuanInEnglish(high)}`)),
    ),
  ].join('; ')
}

interface Checked {
  readonly document: CaseDocument
  readonly fine: ImposedFine
  readonly ranges: readonly Range[]
  readonly clauses: readonly Clause[]
}

/** Every fine whose range is known, in the decision and the notice that stands. */
function checkedFines(file: CaseFile): readonly Checked[] {
  const papers = new Set([penaltyPaper(file), lastNotice(file)].filter((one) => one !== null))
  return [...papers].flatMap((document) => {
    const basis = basisOf(document).filter(({ article }) => article !== null)
    const day = governingDay(file, document)
    const found = basis.map((citation) => clausesOf(file, citation, day))
    // A ground of which nothing is known may be the one that allows the fine.
    if (found.length === 0 || found.some((clauses) => clauses.length === 0)) return []
    const clauses = [...found.flat(), ...clausesOfNotice(file, document)]
    return imposedFines(document).flatMap((fine) => {
      const ranges = rangesFor(document, clauses, fine.whom)
      return ranges === null ? [] : [{ document, fine, ranges, clauses }]
    })
  })
}

const MITIGATED = /减轻处罚|予以减轻|依法减轻|可以减轻|应当减轻|减轻行政处罚/u
const GROUND =
  /第三十条|第三十一条|第三十二条|第[一二三四五六]项|主动消除|减轻(?:违法行为)?危害后果|受他人(?:胁迫|诱骗)|主动供述|立功|不满十八周岁|未成年|精神(?:病|障碍)|法律、法规、规章规定其他|主动投案|供述行政机关尚未掌握/u

/** The papers mean to go below the range: whether they may is question 5.11. */
export function mitigates(file: CaseFile): boolean {
  return file
    .of('decision', 'prior-notice', 'investigation-report', 'discussion-minutes')
    .some((document) => affirmed(document, MITIGATED).some(({ match }) => isMeant(document, match)))
}

/** Not 不符合减轻处罚的情形, nor what the party asks for (请求减轻处罚). */
function isMeant(document: CaseDocument, match: RegExpExecArray): boolean {
  const text = denseText(document)
  const before = text.slice(Math.max(0, match.index - 24), match.index)
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 20)
  return (
    !/(?:不|未|无|没有|不得|不能|不宜)(?:符合|具有|具备|属于|存在|予|给予|适用|足以|构成)?[^，。；]{0,20}$/u.test(before) &&
    !/(?:请求|要求|希望|申请|恳请|主张|提出|辩称)[^。；]{0,24}$/u.test(before) &&
    !/^(?:的)?(?:情形|条件|情节|规定|理由|请求|意见|要求)?[^。；，]{0,6}(?:不|未|没有)/u.test(after)
  )
}

/** One suspicion for fines of one amount, with all their places. */
function together(found: readonly Checked[], make: (first: Checked) => Omit<Suspicion, 'places'>): readonly Suspicion[] {
  const amounts = [...new Set(found.map(({ fine }) => fine.yuan))]
  return amounts.flatMap((amount) => {
    const same = found.filter(({ fine }) => fine.yuan === amount)
    const [first] = same
    return first === undefined
      ? []
      : [
          {
            ...make(first),
            places: same.map(({ fine }) => fine.place),
            about: String(amount),
            unverified: first.clauses.some(({ verified }) => !verified),
          },
        ]
  })
}

export const FINE_OUTSIDE_RANGE: PrereviewRule = {
  id: '5.5-fine-outside-range',
  questionId: '5.5',
  name: said('罚款超出法定幅度', 'Fine outside the range'),
  basis: [
    { law: '行政处罚法', article: 5, paragraph: 2 },
    { law: '行政处罚法', article: 38 },
  ],
  severity: 'F',
  check: (file) =>
    together(
      checkedFines(file).filter(
        ({ fine, ranges }) =>
          !ranges.some((range) => within(fine.yuan, range)) && !(fine.yuan < Math.min(...ranges.map(({ low }) => low)) && mitigates(file)),
      ),
      ({ fine, ranges, clauses }) => ({
        message: said(
          `罚款${yuanText(fine.yuan)}，超出${clauses[0] === undefined ? '所引罚则' : lawAndArticle(clauses[0].citation)}规定的${rangeText(ranges)}。`,
          `The fine of ${yuanInEnglish(fine.yuan)} is outside the range of ${clauses[0] === undefined ? 'the clause cited' : lawAndArticleInEnglish(clauses[0].citation)}: ${rangeInEnglish(ranges)}.`,
        ),
        suggestion: said(
          '在法定幅度内重新确定罚款数额；加重对当事人不利的，应当重新告知。',
          'Fix the fine inside the range; give notice anew where the party fares worse.',
        ),
      }),
    ),
}

/** 年收入60%的罚款: the share itself, where the paper prints it. */
const SHARE = /(?:年|年度)收入[^。；%％]{0,16}?(?:([0-9]{1,3})[%％]|百分之([一二三四五六七八九十百]+))/u

export const SHARE_OUTSIDE_RANGE: PrereviewRule = {
  id: '5.5-share-of-income-outside-range',
  questionId: '5.5',
  name: said('按年收入比例计算的罚款超出法定比例', 'Share of income outside the clause'),
  basis: [{ law: '行政处罚法', article: 5, paragraph: 2 }],
  severity: 'F',
  check(file) {
    const papers = new Set([penaltyPaper(file), lastNotice(file), ...file.of('investigation-report')].filter((one) => one !== null))
    const found = [...papers].flatMap((document) => {
      const bands = basisOf(document)
        .filter(({ article }) => article !== null)
        .flatMap((citation) => clausesOf(file, citation, governingDay(file, document)).map((clause) => ({ clause, citation })))
        .flatMap(({ clause, citation }) => clause.bands.filter(({ of }) => of === 'income').map((band) => ({ band, citation, verified: clause.verified })))
      const [printed] = findAll(document, SHARE)
      const share = numberOf(printed?.match[1] ?? printed?.match[2] ?? '')
      const [first] = bands
      if (printed === undefined || share === null || first === undefined) return []
      if (bands.some(({ band }) => share >= (band.low ?? 0) * 100 - 0.01 && share <= band.high * 100 + 0.01)) return []
      return [{ printed, share, first }]
    })
    const [one] = found
    if (one === undefined) return []
    const allowed = Math.round(one.first.band.high * 100)
    return [
      {
        message: said(
          `按年收入的${one.share}%罚款，${lawAndArticle(one.first.citation)}规定的比例为${allowed}%。`,
          `The fine is ${one.share} % of the income; ${lawAndArticleInEnglish(one.first.citation)} has ${allowed} %.`,
        ),
        suggestion: said('按法定比例重新计算罚款，重新告知。', 'Work the fine out by the clause and give notice anew.'),
        places: found.map(({ printed }) => printed),
        unverified: !one.first.verified,
      },
    ]
  },
}

const ECHO: Readonly<Partial<Record<FineBand['when'], RegExp>>> = {
  serious: /情节(?:特别)?严重|严重情节|情节恶劣/u,
  // 逾期不缴纳 and 逾期未提出 are of the payment and of the defence
  refused: /拒不|逾期(?!不(?:缴|交|履行|申请|起诉)|未(?:缴|交|提出|申请|履行)|视为|将)|未(?:按期|在规定期限|按照?要求)|仍未|不改正/u,
}

export const HIGHER_BAND_WITHOUT_CONDITION: PrereviewRule = {
  id: '5.5-higher-band-without-condition',
  questionId: '5.5',
  name: said('适用加重档而未认定条件', 'A higher band without its condition'),
  basis: [{ law: '行政处罚法', article: 5, paragraph: 2 }],
  severity: 'F',
  check: (file) =>
    together(
      checkedFines(file).filter(({ document, fine, ranges }) => {
        const holding = ranges.filter((range) => within(fine.yuan, range))
        const free = ranges.some(({ when }) => when !== 'serious' && when !== 'refused')
        return (
          free &&
          holding.length > 0 &&
          holding.every(({ when }) => ECHO[when] !== undefined && !says(document, ECHO[when] ?? /$^/u)) &&
          fine.yuan > 0
        )
      }),
      ({ fine, ranges }) => ({
        message: said(
          `罚款${yuanText(fine.yuan)}属于“${ranges.some(({ when }) => when === 'serious') ? '情节严重' : '拒不（逾期不）改正'}”才能适用的幅度，文书没有认定该条件。`,
          `A fine of ${yuanInEnglish(fine.yuan)} lies in the band kept for serious circumstances or for not correcting, which the paper does not find.`,
        ),
        suggestion: said(
          '认定并证明适用该幅度的条件，或者在一般幅度内确定罚款。',
          'Find and prove the condition, or stay within the ordinary band.',
        ),
      }),
    ),
}

export const FINE_OUTSIDE_QUOTED_RANGE: PrereviewRule = {
  id: '5.5-fine-outside-quoted-range',
  questionId: '5.5',
  name: said('罚款超出文书所引幅度', 'Fine outside the range that the paper quotes'),
  basis: [{ law: '行政处罚法', article: 5, paragraph: 2 }],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null || checkedFines(file).some(({ document }) => document === paper)) return []
    const sources = [paper, ...file.of('legal-basis-extract', 'discretion-sheet').filter(({ sure }) => sure)]
    for (const source of sources) {
      const bands = fineBandsIn(denseText(source))
      const ranges = rangesFor(paper, [{ bands } as Clause], 'party')
      if (ranges === null) continue
      return together(
        imposedFines(paper)
          .filter(({ whom, yuan }) => whom === 'party' && !ranges.some((range) => within(yuan, range)) && !affirmed(paper, MITIGATED).some(({ match }) => isMeant(paper, match)))
          .map((fine) => ({ document: paper, fine, ranges, clauses: [] })),
        ({ fine }) => ({
          message: said(
            `罚款${yuanText(fine.yuan)}，不在材料所引的幅度（${rangeText(ranges)}）之内。`,
            `The fine of ${yuanInEnglish(fine.yuan)} is outside the range that the papers quote: ${rangeInEnglish(ranges)}.`,
          ),
          suggestion: said('核对所引罚则和罚款数额，在法定幅度内确定罚款。', 'Check clause and amount, and stay inside the range.'),
        }),
      )
    }
    return []
  },
}

const KINDS: readonly (readonly [Clause['mentions'][number], RegExp, string, string])[] = [
  ['revocation', /吊销[^，。；]{0,30}(?:许可证|执照|资质|证书)/u, '吊销许可证件', 'revokes a licence'],
  ['suspension', /责令(?:你[^，。；]{0,6})?(?:停产停业|停业整顿|停业|关闭)/u, '责令停产停业', 'suspends the business'],
  ['confiscation', /没收(?!保证金)/u, '没收', 'confiscates'],
  ['detention', /拘留/u, '行政拘留', 'detains'],
]

export const KIND_NOT_IN_CLAUSE: PrereviewRule = {
  id: '5.5-kind-not-in-clause',
  questionId: '5.5',
  name: said('罚则没有规定该种处罚', 'The clause does not know this kind of penalty'),
  basis: [{ law: '行政处罚法', article: 38, paragraph: 1 }],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null) return []
    const basis = basisOf(paper).filter(({ article }) => article !== null)
    const found = basis.map((citation) => clausesOf(file, citation, governingDay(file, paper)))
    if (found.length === 0 || found.some((clauses) => clauses.length === 0)) return []
    const clauses = found.flat()
    const mentioned = new Set(clauses.flatMap(({ mentions }) => mentions))
    const start = denseText(paper).length - operativeText(paper).length
    return KINDS.flatMap(([mention, pattern, chinese, english]) => {
      // 没收违法所得 may rest on art. 28 of the Administrative Penalty Law alone.
      if (mentioned.has(mention) || !pattern.test(operativeText(paper))) return []
      if (mention === 'confiscation' && !/没收(?![^，。；]{0,10}(?:违法所得|非法所得))/u.test(operativeText(paper))) return []
      const place = findAll(paper, pattern).findLast(({ match }) => match.index >= Math.min(start, match.index))
      if (place === undefined) return []
      return [
        {
          message: said(
            `决定${chinese}，但所引${clauses[0] === undefined ? '罚则' : lawAndArticle(clauses[0].citation)}没有规定该种处罚。`,
            `The paper ${english}, which ${clauses[0] === undefined ? 'the clause cited' : lawAndArticleInEnglish(clauses[0].citation)} does not provide.`,
          ),
          suggestion: said('引用规定该种处罚的条款；没有依据的，删去该项处罚。', 'Cite a clause that provides it, or drop it.'),
          places: [place],
          about: mention,
          unverified: clauses.some(({ verified }) => !verified),
        },
      ]
    })
  },
}

export const BELOW_RANGE_WITHOUT_GROUND: PrereviewRule = {
  id: '5.11-below-range-without-ground',
  questionId: '5.11',
  name: said('低于法定幅度而无法定减轻情形', 'Below the range without a statutory ground'),
  basis: [{ law: '行政处罚法', article: 32 }],
  severity: 'F',
  check: (file) =>
    together(
      checkedFines(file).filter(
        ({ document, fine, ranges }) =>
          fine.yuan < Math.min(...ranges.map(({ low }) => low)) - 1 &&
          affirmed(document, MITIGATED).some(({ match }) => isMeant(document, match)) &&
          !GROUND.test(denseText(document).replace(/第[一二三四五六]项/gu, '')),
      ),
      ({ fine, ranges }) => ({
        message: said(
          `罚款${yuanText(fine.yuan)}低于法定最低限${yuanText(Math.min(...ranges.map(({ low }) => low)))}，属于减轻处罚，但没有写明法定减轻情形。`,
          `The fine of ${yuanInEnglish(fine.yuan)} is below the lowest of ${yuanInEnglish(Math.min(...ranges.map(({ low }) => low)))} and no statutory ground of mitigation is given.`,
        ),
        suggestion: said(
          '写明行政处罚法第三十条至第三十二条的具体情形和证据；没有的，在法定幅度内处罚。',
          'Give the circumstance under arts 30–32 with evidence, or stay inside the range.',
        ),
      }),
    ),
}

const HARDSHIP =
  /(?:鉴于|考虑到?|因|由于)[^。；]{0,40}(?:经营困难|家庭困难|生活困难|经济困难|资金困难|困难)[^。；]{0,50}(?:减轻|低于(?:法定)?(?:最低|下限))/u

export const MITIGATED_FOR_HARDSHIP: PrereviewRule = {
  id: '5.11-mitigated-for-hardship',
  questionId: '5.11',
  name: said('仅以困难为由减轻处罚', 'Mitigated for hardship alone'),
  basis: [{ law: '行政处罚法', article: 32 }],
  severity: 'F',
  check(file) {
    const papers = file
      .of('decision', 'prior-notice', 'investigation-report', 'discretion-sheet', 'discussion-minutes', 'recheck-opinion')
      .filter(({ sure }) => sure)
    const places = papers.flatMap((document) =>
      affirmed(document, HARDSHIP).filter(({ match }) => {
        const text = denseText(document)
        const end = text.indexOf('。', match.index)
        return (
          !/不(?:予|是|属)|不能|请求|希望/u.test(match[0]) &&
          // 第六十三条第二项 is the clause, no ground of mitigation
          !GROUND.test(text.slice(Math.max(0, match.index - 60), end < 0 ? undefined : end + 40).replace(/第[一二三四五六]项/gu, ''))
        )
      }),
    )
    if (places.length === 0 || fileSays(file, /困难[^。]{0,20}(?:不属于|不是|并非)[^。]{0,16}(?:法定)?(?:从轻|减轻)/u)) return []
    return [
      {
        message: said(
          '以当事人困难为由减轻处罚，困难不是法定的减轻情形。',
          'The penalty is mitigated for hardship, which is no statutory ground.',
        ),
        suggestion: said(
          '没有法定减轻情形的，应当在法定幅度内处罚；确有困难的，可以依申请暂缓或者分期缴纳。',
          'Stay inside the range; payment may be deferred or in instalments on request.',
        ),
        places: places.slice(0, 2),
      },
    ]
  },
}

export const RANGE_RULES: readonly PrereviewRule[] = [
  FINE_OUTSIDE_RANGE,
  SHARE_OUTSIDE_RANGE,
  HIGHER_BAND_WITHOUT_CONDITION,
  FINE_OUTSIDE_QUOTED_RANGE,
  KIND_NOT_IN_CLAUSE,
  BELOW_RANGE_WITHOUT_GROUND,
  MITIGATED_FOR_HARDSHIP,
]
