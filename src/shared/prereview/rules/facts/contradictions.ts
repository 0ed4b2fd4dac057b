/** 4.10: days, quantities and amounts of the act that differ from paper to paper. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll } from '../../wording.ts'
import { ACCOUNTS_DIFFER } from './accounts.ts'
import { amountsIn, yuanText } from './case-amounts.ts'
import { DAY, dayFrom, factsSection, lastNotice } from './case-sections.ts'

/** The words of an act, of which two papers can tell the same. */
const ACT =
  '购进|采购|购入|进货|销售|售出|卖出|排放|排水|排污|取水|用水|倾倒|填埋|堆放|收购|处置|转移|生产|加工|开工|发布|运输|采挖|开采|砍伐|采伐|占用|建设|搭建|捕捞|猎捕|经营|营业|屠宰|施工|投产'

export interface Told<Value> {
  readonly about: string
  readonly value: Value
  readonly place: Place
}

/** The decision, the notice that stands and the report: what they find must be one. */
function comparedPapers(file: CaseFile): readonly CaseDocument[] {
  const decision = file.of('decision').findLast(({ sure }) => sure)
  const report = file.of('investigation-report').findLast(({ sure }) => sure)
  return [decision, lastNotice(file), report].filter((one) => one !== null && one !== undefined)
}

function inFacts<Found extends { readonly match: RegExpExecArray }>(document: CaseDocument, found: readonly Found[]): readonly Found[] {
  const facts = factsSection(document)
  return facts === null ? [] : found.filter(({ match }) => match.index >= facts.start && match.index < facts.end)
}

function actDays(document: CaseDocument): readonly Told<string>[] {
  return inFacts(document, findAll(document, new RegExp(`${DAY}(?:起)?[^，。；]{0,40}?(${ACT})`, 'u'))).flatMap(({ match, ...place }) => {
    const day = dayFrom(match[1], match[2], match[3])
    return day === null ? [] : [{ about: match[4] ?? '', value: day, place }]
  })
}

const UNIT = '箱|件|台|辆|吨|公斤|千克|斤|升|瓶|盒|条|支|只|头|个|份|册|张|平方米|㎡|立方米|亩|株|套|袋|桶|包|卷|罐|处|棵|羽'

/** 建设…86平方米: what was done, how much, as the facts of the paper tell it. */
export function actQuantities(document: CaseDocument): readonly Told<string>[] {
  const pattern = new RegExp(`(${ACT})(?:了)?([^，。；、0-9]{0,20}?)([0-9][0-9,.]*)(${UNIT})`, 'u')
  return inFacts(document, findAll(document, pattern)).map(({ match, ...place }) => ({
    about: `${match[1]}…${match[4]}`,
    value: `${(match[3] ?? '').replace(/,/gu, '')}${match[4]}`,
    place,
  }))
}

/** What one paper tells once and another tells once, otherwise. */
export function contradictions(
  papers: readonly CaseDocument[],
  read: (document: CaseDocument) => readonly Told<string>[],
): readonly (readonly [Told<string>, Told<string>])[] {
  const pairs: (readonly [Told<string>, Told<string>])[] = []
  const told = papers.map(read)
  const single = (list: readonly Told<string>[] | undefined, about: string): Told<string> | null => {
    const ofOne = list?.filter((one) => one.about === about) ?? []
    return new Set(ofOne.map(({ value }) => value)).size === 1 ? (ofOne[0] ?? null) : null
  }
  told.forEach((list, index) => {
    for (const about of new Set(list.map((one) => one.about))) {
      const mine = single(list, about)
      for (const other of told.slice(index + 1)) {
        const theirs = single(other, about)
        if (mine !== null && theirs !== null && mine.value !== theirs.value) pairs.push([mine, theirs])
      }
    }
  })
  return pairs
}

/** The papers say why: the finding was corrected on the way. */
const EXPLAINED = /更正|更改为|调整为|重新(?:认定|计算|核定|告知)|予以采纳|经核实[^。]{0,20}(?:应为|实为)|笔误/u

/** Said of the facts; that the fine was adjusted explains no fact. */
export function explains(file: CaseFile): boolean {
  return file.documents.some(
    (document) =>
      document.kind !== 'legal-basis-extract' &&
      findAll(document, EXPLAINED).some(({ match }) => {
        const text = denseText(document)
        const from = Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('；', match.index)) + 1
        return !/罚款|裁量|基准/u.test(text.slice(from, match.index + match[0].length + 10))
      }),
  )
}

function rule(id: string, names: readonly [string, string], read: (document: CaseDocument) => readonly Told<string>[]): PrereviewRule {
  return {
    id,
    questionId: '4.10',
    name: said(`${names[0]}前后矛盾`, `The ${names[1]} differ between papers`),
    basis: [
      { law: '行政处罚法', article: 40 },
      { law: '行政处罚法', article: 54, paragraph: 1 },
    ],
    severity: 'C',
    check(file) {
      if (explains(file)) return []
      return contradictions(comparedPapers(file), read).map(([one, other]) => ({
        message: said(
          `${names[0]}（${one.about}）不一致：一处为${one.value}，另一处为${other.value}，未见说明。`,
          `The ${names[1]} of the act differ: ${one.value} in one paper, ${other.value} in another, without explanation.`,
        ),
        suggestion: said(
          '核对原始证据，统一表述；有变化的，在报告和决定中说明理由。',
          'Check the evidence and tell it alike; explain a change in the report and the decision.',
        ),
        places: [one.place, other.place],
        about: one.about,
      }))
    },
  }
}

export const ACT_DAYS_DIFFER = rule('4.10-act-days-differ', ['违法行为时间', 'days'], actDays)
export const ACT_QUANTITIES_DIFFER = rule('4.10-act-quantities-differ', ['违法行为数量', 'quantities'], actQuantities)

/** The amounts on which the penalty rests. */
const COMPARED = ['gain', 'goodsValue'] as const

export const AMOUNTS_DIFFER: PrereviewRule = {
  id: '4.10-amounts-differ',
  questionId: '4.10',
  name: said('涉案金额前后矛盾', 'Amounts of the act differ between papers'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'C',
  check(file) {
    if (explains(file)) return []
    const names = { gain: '违法所得', goodsValue: '货值金额' }
    return COMPARED.flatMap((of) => {
      const pairs = contradictions(comparedPapers(file), (document) =>
        amountsIn(document, of).map(({ yuan, place }) => ({ about: names[of], value: yuanText(yuan), place })),
      )
      return pairs.slice(0, 1).map(([one, other]) => ({
        message: said(
          `${names[of]}不一致：一处为${one.value}，另一处为${other.value}，未见说明。`,
          `${of === 'gain' ? 'The illegal gain' : 'The goods value'} is ${one.value} in one paper and ${other.value} in another.`,
        ),
        suggestion: said('核对计算表和原始凭证，统一数额。', 'Check the calculation and its papers and use one figure.'),
        places: [one.place, other.place],
        about: of,
      }))
    })
  },
}

const DISPUTE = /(?:与|和)[^。，]{2,20}(?:陈述|证言|笔录|记录)[^。，]{0,10}(?:不一致|矛盾|不符|不相符)/u

export const CONTRADICTION_UNRESOLVED: PrereviewRule = {
  id: '4.10-contradiction-unresolved',
  questionId: '4.10',
  name: said('材料自述矛盾未排除', 'A contradiction that the papers mention is left open'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'C',
  check: (file) =>
    file.documents
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        findAll(document, DISPUTE)
          .slice(0, 1)
          .flatMap((place) => {
            const after = denseText(document).slice(place.match.index, place.match.index + 160)
            if (/采信|采纳|不予|综合|经核|经查|以[^。]{0,20}为准|说明|印证|排除|原因/u.test(after)) return []
            return [
              {
                message: said(
                  `材料提到证据“${place.match[0]}”，没有说明如何认定。`,
                  'The papers mention that evidence disagrees and do not say which is believed.',
                ),
                suggestion: said('补充核实，说明采信哪一证据及理由。', 'Clear it up and say what is believed and why.'),
                places: [place],
              },
            ]
          }),
      ),
}

/** 采了600方左右: what the party told of the act, in the units of the decision. */
const ADMITTED_QUANTITY =
  /(?:一共|总共|共|前后|大概|大约)?(采|挖|卖|倒|排|拉|捕|砍|进|收|生产|加工)(?:掉|出)?了(?:大概|大约|约|一共|总共|共|有)?([0-9][0-9,.]*)(?:来|多|余)?(立方米|立方|方|吨|箱|件|公斤|斤|袋|瓶|盒|条|头|棵|株|只|亩)(?:左右|上下|多)?/u
const FOUND_ACT: Readonly<Record<string, string>> = {
  采: '采', 挖: '挖|采', 卖: '销售|售', 倒: '倾倒', 排: '排', 拉: '运', 捕: '捕', 砍: '砍|采伐', 进: '购进|采购', 收: '收购', 生产: '生产', 加工: '加工',
}
/** A tenth is how people estimate. */
const ESTIMATE = 1.1

export const ADMITTED_MORE: PrereviewRule = {
  id: '4.10-admitted-more',
  questionId: '4.10',
  name: said('认定数量少于当事人陈述', 'Less is found than the party admitted'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'C',
  check(file) {
    const paper = file.of('decision').findLast(({ sure }) => sure) ?? lastNotice(file)
    if (paper === null || explains(file)) return []
    const text = denseText(paper)
    return file
      .of('inquiry-record')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        findAll(document, ADMITTED_QUANTITY).flatMap(({ match, ...place }) => {
          const [, act = '', figure = '', unit = ''] = match
          const units = /^(?:立方米|立方|方)$/u.test(unit) ? '立方米|方' : unit
          const answered = match.input.lastIndexOf('答：', match.index) > match.input.lastIndexOf('问：', match.index)
          const found = [...text.matchAll(new RegExp(`(?:${FOUND_ACT[act] ?? act})[^，。；0-9]{0,16}([0-9][0-9,.]*)(?:${units})`, 'gu'))].map((one) => Number((one[1] ?? '').replace(/,/gu, '')))
          const admitted = Number(figure.replace(/,/gu, ''))
          if (!answered || found.length === 0 || found.some((one) => admitted <= one * ESTIMATE)) return []
          return [
            {
              message: said(
                `当事人陈述“${match[0]}”，认定为${found[0]}${unit}，未说明为何不采信其陈述。`,
                `The party told of “${match[0]}”; ${found[0]} was found, and nobody says why.`,
              ),
              suggestion: said('核实数量，说明认定的依据和不采信的理由。', 'Establish the quantity and say what it rests on.'),
              places: [place],
              answer: 'cannotTell' as const,
              about: act,
            },
          ]
        }),
      )
      .slice(0, 1)
  },
}

export const CONTRADICTION_RULES: readonly PrereviewRule[] = [
  ADMITTED_MORE,
  ACT_DAYS_DIFFER,
  ACT_QUANTITIES_DIFFER,
  AMOUNTS_DIFFER,
  CONTRADICTION_UNRESOLVED,
  ACCOUNTS_DIFFER,
]
