/** 5.6, 5.7: one act one fine; order to correct and confiscation beside the fine. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { amountsIn, yuanInEnglish, yuanText } from '../facts/case-amounts.ts'
import { actEnd, affirmed, chineseDay, fileSays, lastNotice, penaltyPaper, WHOLE_FILE } from '../facts/case-sections.ts'
import { sameParty } from '../case-parties.ts'
import { sanctionsOf } from '../procedure/reading/sanctions.ts'
import {
  basisOf,
  clausesOf,
  governingDay,
  imposedFines,
  lawAndArticle,
  lawAndArticleInEnglish,
  operativeText,
  plainLaw,
  type Clause,
} from './clauses.ts'

const SEVERAL_ACTS =
  /分别(?:裁量|处罚|给予|作出|处|对)|合并(?:处罚|执行)|[两二三四多数]\s*(?:项|个|种|起|宗|类)(?:违法)?(?:行为|事实)|上述[两二三四](?:项|种)?行为|违法行为[一二]|第[一二]项违法|（[一二]）(?:你|当事人)[^。]{0,20}违反|按日(?:连续)?计罚/u

export const TWO_FINES_FOR_ONE_ACT: PrereviewRule = {
  id: '5.6-two-fines-for-one-act',
  questionId: '5.6',
  name: said('同一违法行为两次罚款', 'Two fines for one act'),
  basis: [{ law: '行政处罚法', article: 29 }],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null || says(paper, SEVERAL_ACTS)) return []
    const fines = imposedFines(paper).filter(({ whom }) => whom === 'party')
    // 罚款5,000元 said once in the ground and once in the list is one fine.
    const amounts = [...new Set(fines.map(({ yuan }) => yuan))]
    const text = denseText(paper)
    const grounded = findAll(paper, /(?:依据|依照|根据|按照)《[^》]+》[^；。]{0,80}?(?:罚款|处)(?:人民币)?[0-9][0-9,.]*万?元/u)
    const violated = new Set(
      [...text.matchAll(/违反了?《([^》]+)》第([一二三四五六七八九十百零0-9]+)条/gu)].map((match) => `${match[1]}${match[2]}`),
    )
    if (amounts.length < 2 || (grounded.length < 2 && fines.length < 2)) return []
    const total = Math.max(...amounts)
    const isTotal = amounts.length === 3 && amounts.filter((one) => one !== total).reduce((left, right) => left + right, 0) === total
    if (amounts.length > 2 && !isTotal) return []
    return [
      {
        message: said(
          `对同一违法行为列有两项罚款（${amounts
            .filter((one) => !isTotal || one !== total)
            .map(yuanText)
            .join('、')}）${violated.size > 1 ? '，虽然违反多个规范，也只能按罚款数额高的规定处罚一次' : ''}。`,
          `Two fines (${amounts
            .filter((one) => !isTotal || one !== total)
            .map(yuanInEnglish)
            .join(', ')}) are given for what is told as one act.`,
        ),
        suggestion: said(
          '同一行为违反多个规范应当罚款的，按罚款数额高的规定处罚；确属数个行为的，分别写明事实、依据和裁量。',
          'One act is fined once, by the rule with the higher fine; where there are several acts, tell facts, ground and discretion of each.',
        ),
        places: fines.slice(0, 3).map(({ place }) => place),
      },
    ]
  },
}

const FINED_BEFORE =
  /(?:同一|该|本次|上述|此)(?:违法)?(?:行为|事实)[^。；]{0,30}(?:已经?|曾)(?:于[^。；，]{0,16}?)?(?:被|由|受到?|经|对其)[^。；]{0,40}(?:罚款|处罚)|已(?:被|由)[^。；]{2,30}(?:局|队|委|部门|政府)[^。；]{0,20}就(?:同一|该|本)[^。；]{0,16}(?:罚款|处罚)|一事(?:不再|二)罚/u

export const FINED_BEFORE_RULE: PrereviewRule = {
  id: '5.6-fined-before',
  questionId: '5.6',
  name: said('同一违法行为已被罚款', 'The same act was fined before'),
  basis: [{ law: '行政处罚法', article: 29 }],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null || imposedFines(paper).length === 0) return []
    const places = file.documents
      .filter((document) => document.sure && document.kind !== 'legal-basis-extract')
      .flatMap((document) =>
        affirmed(document, FINED_BEFORE).filter(({ match }) => {
          const text = denseText(document)
          return (
            !/(?:不属于|不存在|未|没有|是否|不违反|并非)[^。]{0,14}$/u.test(text.slice(0, match.index)) &&
            !/不属于|不构成|不成立/u.test(text.slice(match.index, match.index + 80))
          )
        }),
      )
    if (places.length === 0 || says(paper, /不再(?:给予|予以)?罚款|不重复罚款/u)) return []
    return [
      {
        message: said(
          '卷内材料显示同一违法行为已经受过罚款，本案又拟罚款。',
          'The file shows that the same act was fined already, and a fine is proposed again.',
        ),
        suggestion: said(
          '核实前一处罚的事实；属于同一行为的，不得再次罚款，可以依法作出罚款以外的处理。',
          'Establish what was punished; the same act must not be fined twice.',
        ),
        places: places.slice(0, 3),
      },
    ]
  },
}

export const TWO_DECISIONS: PrereviewRule = {
  id: '5.6-two-decisions',
  questionId: '5.6',
  name: said('卷内有两个机关的罚款决定', 'Two agencies’ fines in one file'),
  basis: [{ law: '行政处罚法', article: 29 }],
  severity: 'F',
  check(file) {
    const issuer = (document: CaseDocument): string | null => document.facts.agencies.find(({ role }) => role === 'issuer')?.name ?? null
    const decisions = file.of('decision').filter((document) => document.sure && imposedFines(document).length > 0)
    return decisions.flatMap((one, index) =>
      decisions.slice(index + 1).flatMap((other) => {
        const names = [issuer(one), issuer(other)]
        const parties = [one, other].map((document) => document.facts.parties[0]?.name ?? '')
        if (names.includes(null) || names[0] === names[1] || parties[0] !== parties[1] || parties[0] === '') return []
        return [
          {
            message: said(
              `${names.join('、')}均对${parties[0]}作出罚款决定，需要核实是否同一违法行为。`,
              `${names.join(' and ')} both fined ${parties[0]}; it must be seen whether for one act.`,
            ),
            suggestion: said('核对两个决定的事实；属于同一行为的，只能罚款一次。', 'Compare the facts; one act may be fined only once.'),
            places: [titlePlace(one), titlePlace(other)],
            answer: 'cannotTell' as const,
          },
        ]
      }),
    )
  },
}

export const SAME_ACT_FINED: PrereviewRule = {
  id: '5.6-same-act-fined-before',
  questionId: '5.6',
  name: said('以前的处罚决定针对同一天的同一行为', 'An earlier decision fined the act of the same day'),
  basis: [{ law: '行政处罚法', article: 29 }],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null || imposedFines(paper).length === 0) return []
    const own = [paper, lastNotice(file)].filter((one) => one !== null)
    const acts = new Set([
      ...(actEnd(file) === null ? [] : [actEnd(file)?.day]),
      ...own.flatMap(({ facts }) => facts.dates.filter(({ meaning }) => ['act', 'discovered', 'other'].includes(meaning)).map(({ day }) => day)),
    ])
    // Mitigation beside it makes the ground read as one of discretion.
    const grounds = (document: CaseDocument): readonly string[] =>
      document.facts.citations
        .filter(({ role, article }) => (role === 'basis' || role === 'discretion') && article !== null)
        .map(({ law, article }) => `${plainLaw(law)}#${article}`)
    const basis = new Set(own.flatMap(grounds))
    return file
      .of('earlier-penalty')
      .filter((earlier) => earlier.sure && imposedFines(earlier).length > 0 && earlier.facts.parties.some((one) => paper.facts.parties.some((party) => sameParty(one, party))))
      .flatMap((earlier) => {
        const shared = grounds(earlier).some((ground) => basis.has(ground))
        const day = earlier.facts.dates.find((date) => acts.has(date.day) && date.day !== earlier.day)
        if (!shared || day === undefined) return []
        return [
          {
            message: said(
              `以前的处罚决定已就${chineseDay(day.day)}的行为依据同一条款罚款，本案又罚款。`,
              `An earlier decision fined the act of ${day.day} under the same article; it is fined again.`,
            ),
            suggestion: said('核对两次处罚的事实；属于同一违法行为的，不得再次罚款。', 'Compare the facts; one act must not be fined twice.'),
            places: [{ document: earlier, passage: day.passage }, titlePlace(paper)],
          },
        ]
      })
      .slice(0, 1)
  },
}

const ORDERED = /责令(?:你[^，。；]{0,8})?(?:限制生产|停产整治|停止)|责令(?!(?:你[^，。；]{0,8})?(?:限期)?(?:停产停业|停业整顿|停业|停产整|关闭))|限期(?:改正|整改|拆除|补种|恢复)|责成|停止(?:违法|销售|排放|经营|使用|建设|施工)/u

export const CORRECTION_LEFT_OUT: PrereviewRule = {
  id: '5.7-correction-left-out',
  questionId: '5.7',
  name: said('未责令改正', 'No order to correct'),
  basis: [{ law: '行政处罚法', article: 28, paragraph: 1 }],
  severity: 'C',
  check(file) {
    const paper = file.of('decision').findLast(({ sure }) => sure)
    if (paper === undefined || denseText(paper).length < 200 || (imposedFines(paper).length === 0 && sanctionsOf(paper).length === 0)) return []
    // A few papers of a file say nothing of what the others order.
    if (
      file.documents.length < WHOLE_FILE ||
      file.of('correction-order').length > 0 ||
      fileSays(file, /已(?:自行|主动|经|立即|全部)?(?:改正|整改|停止|拆除|关停|停业|注销)/u)
    )
      return []
    // What only the statute's words say (quoted in the notice) is no order.
    const ordering = file.documents.filter(({ kind }) =>
      ['decision', 'prior-notice', 'inspection-record', 'measure-record', 'correction-check', 'other'].includes(kind),
    )
    if (ordering.some((document) => ORDERED.test(denseText(document).replace(/由[^，。]{2,30}责令[^；。]{0,30}/gu, '')))) return []
    const clauses = basisOf(paper).flatMap((citation) => clausesOf(file, citation, governingDay(file, paper)))
    const demanding = clauses.find(({ demands }) => demands.includes('orderCorrection'))
    return [
      {
        message: said(
          `没有责令当事人改正违法行为，卷内也没有责令改正通知书${demanding === undefined ? '' : `；${lawAndArticle(demanding.citation)}要求一并责令改正`}。`,
          `The party is not ordered to correct, in the decision or elsewhere${demanding === undefined ? '' : `, though ${lawAndArticleInEnglish(demanding.citation)} demands it`}.`,
        ),
        suggestion: said(
          '实施处罚时应当责令改正或者限期改正；已经改正的，写明并附复查记录。',
          'Order the correction; where it was made already, say so with the record of the check.',
        ),
        places: [titlePlace(paper)],
      },
    ]
  },
}

const NO_CONFISCATION_BECAUSE =
  /不予没收|不作没收|不再没收|无法(?:没收|计算|认定)|退赔|已退(?:还|赔|款)|退还(?:消费者|用户|多收)|没有违法所得|无违法所得|违法所得(?:无法|难以)|不认定(?:为)?违法所得/u

function gainIn(file: CaseFile, paper: CaseDocument): ReturnType<typeof amountsIn>[number] | null {
  const sources = [paper, ...file.of('investigation-report', 'calculation-sheet').filter(({ sure }) => sure)]
  for (const source of sources) {
    const [found] = amountsIn(source, 'gain')
    if (found !== undefined) return found
  }
  return null
}

export const GAIN_NOT_CONFISCATED: PrereviewRule = {
  id: '5.7-gain-not-confiscated',
  questionId: '5.7',
  name: said('违法所得未处理', 'Illegal gain not confiscated'),
  basis: [{ law: '行政处罚法', article: 28, paragraph: 2 }],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null || imposedFines(paper).length === 0) return []
    const gain = gainIn(file, paper)
    const operative = operativeText(paper)
    if (gain === null || /没收[^；。]{0,40}(?:违法所得|非法所得|所得)|退赔|没收款|罚没款?(?:合计|共计|总计|金额)/u.test(operative)) return []
    if (
      file
        .of('decision', 'prior-notice', 'investigation-report', 'explanation', 'recheck-opinion')
        .some((document) => says(document, NO_CONFISCATION_BECAUSE))
    )
      return []
    return [
      {
        message: said(
          `认定违法所得${yuanText(gain.yuan)}，但没有没收，也没有说明理由。`,
          `An illegal gain of ${yuanInEnglish(gain.yuan)} is found, neither confiscated nor explained.`,
        ),
        suggestion: said(
          '除依法退赔的外，应当予以没收；增加没收的，应当重新告知。',
          'Confiscate it, except what is to be returned; adding it needs a new notice.',
        ),
        places: [gain.place],
      },
    ]
  },
}

export const GOODS_NOT_CONFISCATED: PrereviewRule = {
  id: '5.7-goods-not-confiscated',
  questionId: '5.7',
  name: said('罚则要求没收的财物未处理', 'Goods that the clause confiscates are left out'),
  basis: [{ law: '行政处罚法', article: 28 }],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null || imposedFines(paper).length === 0) return []
    const clauses: readonly Clause[] = basisOf(paper).flatMap((citation) => clausesOf(file, citation, governingDay(file, paper)))
    const demanding = clauses.find(({ demands }) => demands.includes('confiscateProperty'))
    const goods = file.of('measure-decision', 'goods-list', 'preservation-paper')[0]
    if (demanding === undefined || goods === undefined || clauses.some(({ demands }) => !demands.includes('confiscateProperty'))) return []
    if (/没收(?!违法所得|非法所得)|没收违法所得(?:和|及|、)[^，。；]{0,20}(?:物|品|具|财|货)/u.test(operativeText(paper))) return []
    if (fileSays(file, /(?<!(?:可能|防止|避免|以免)[^。；]{0,12})(?:销毁|退还|返还|解除|召回)[^。]{0,20}(?:物品|产品|商品|食品|药品|扣押|查封)|不予没收/u)) return []
    return [
      {
        message: said(
          `${lawAndArticle(demanding.citation)}要求没收涉案财物，本案有查封、扣押（登记保存）的财物，但没有作出没收。`,
          `${lawAndArticleInEnglish(demanding.citation)} confiscates the goods of the act; goods were seized, but none are confiscated.`,
        ),
        suggestion: said(
          '对涉案财物一并作出没收或者其他处理；增加没收的，应当重新告知。',
          'Dispose of the goods in the decision; adding a confiscation needs a new notice.',
        ),
        places: [titlePlace(paper), titlePlace(goods)],
        unverified: !demanding.verified,
      },
    ]
  },
}

export const MEASURE_RULES: readonly PrereviewRule[] = [
  TWO_FINES_FOR_ONE_ACT,
  FINED_BEFORE_RULE,
  TWO_DECISIONS,
  SAME_ACT_FINED,
  CORRECTION_LEFT_OUT,
  GAIN_NOT_CONFISCATED,
  GOODS_NOT_CONFISCATED,
]
