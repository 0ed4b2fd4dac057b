/** 8.1–8.4: amounts and circumstances against the filing lines, accumulation, repetition, intellectual property. */
import type { CrimeLimb, CrimeLine } from '../../../catalogue/crime-lines.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, type FoundWords } from '../../wording.ts'
import { yuanInEnglish, yuanText } from '../facts/case-amounts.ts'
import {
  actEnd,
  affirmed,
  chineseDay,
  dayFrom,
  discoveredOn,
  fileSays,
  penaltyPaper,
  yearsAfter,
  DAY,
  WHOLE_FILE,
} from '../facts/case-sections.ts'
import { numberOf } from '../law/numerals.ts'
import { titlePlace } from '../../places.ts'
import { linesOf } from '../printed-lines.ts'
import { EARLIER_PENALTIES_UNCONSIDERED, IP_WAITED } from './left-unfollowed.ts'
import { isTransferred, linesOfCase, reachedLines, type Reached } from './lines-in-case.ts'

const TRANSFER = said(
  '指定两名以上执法人员核实，提出移送涉嫌犯罪案件的书面报告，由正职负责人在三日内决定；批准的在二十四小时内移送公安机关，不得以罚代刑。',
  'Have two officers check and report in writing; the head decides within three days and the case goes to the police within 24 hours.',
)

function told({ line, chinese, english, inRange, place }: Reached): Suspicion {
  return {
    message: said(`涉嫌${line.offence['zh-CN']}：${chinese}（${line.standard}）。`, `${line.offence.en}: ${english} (${line.standard}).`),
    suggestion: TRANSFER,
    places: [place],
    about: line.id,
    unverified: !line.verified,
    ...(inRange ? { answer: 'cannotTell' as const } : {}),
  }
}

/** Where report and review say that there is no crime: what the officer has to set against the figure. */
function denials(file: CaseFile): readonly Place[] {
  return file
    .of('investigation-report', 'review-opinion', 'transfer-check')
    .flatMap((document) => findAll(document, /(?:未|没有)达到?[^。；]{0,10}(?:移送|追诉|立案)[^。；]{0,6}标准|不(?:涉嫌|构成|涉及)[^。；，]{0,6}犯罪|不(?:需要?|予|符合)移送|(?:犯罪|移送)[^。；]{0,12}(?:不涉及|未发现|无|否)/u).slice(0, 1))
}

export const OVER_LINE: PrereviewRule = {
  id: '8.1-over-filing-line',
  questionId: '8.1',
  name: said('达到刑事立案追诉标准', 'A filing line of a crime is reached'),
  basis: [
    { law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3 },
    { law: '行政处罚法', article: 27, paragraph: 1 },
  ],
  severity: 'F',
  check: (file) =>
    isTransferred(file)
      ? []
      : reachedLines(file)
          .filter(({ share }) => share >= 1)
          .map((reached) => ({ ...told(reached), places: [reached.place, ...denials(file)] })),
}

export const NEAR_LINE: PrereviewRule = {
  id: '8.1-near-filing-line',
  questionId: '8.1',
  name: said('接近刑事立案追诉标准', 'Near a filing line of a crime'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3 }],
  severity: 'A',
  check: (file) =>
    isTransferred(file)
      ? []
      : reachedLines(file)
          .filter(({ share, line }) => share >= line.amber && share < 1)
          .map((reached) => ({
            ...told(reached),
            message: said(
              `接近${reached.line.offence['zh-CN']}的追诉标准：${reached.chinese}（${reached.line.standard}）。`,
              `Near the line of ${reached.line.offence.en}: ${reached.english} (${reached.line.standard}).`,
            ),
            suggestion: said(
              '核对是否还有未计入的同类金额、数量；达到标准的应当移送。',
              'See whether anything was left out of the count; if it reaches the line, transfer.',
            ),
            answer: 'cannotTell' as const,
          })),
}

const OF_SALES = ['sales', 'turnover', 'goodsValue', 'gain', 'tax', 'face', 'property', 'deposits', 'loss']

/** The lowest amount limb of a line, in yuan. */
function lowestAmount(line: CrimeLine): number | null {
  const limbs = line.limbs.filter(
    (limb): limb is Extract<CrimeLimb, { kind: 'amount' }> => limb.kind === 'amount' && OF_SALES.includes(limb.of),
  )
  return limbs.length === 0
    ? null
    : Math.min(...limbs.filter(({ of }) => of !== 'gain').map(({ yuan }) => yuan), ...limbs.map(({ yuan }) => yuan))
}

const PERIOD_AMOUNT =
  /(?:(?:[12][0-9]{3}年)?[0-9]{1,2}月(?:份)?|第[一二三四]季度|[12][0-9]{3}年(?:度)?)(?:卖了?|销售了?|售出)?(?:[0-9]{1,6}[\p{Script=Han}]{1,2}，)?[^。；，\n0-9]{0,16}(?:销售|经营|售出|交易|收入|货值|违法所得|开票|卖了)[^。；，\n0-9]{0,12}([0-9][0-9,.]*)(万)?元/u
const UNPUNISHED =
  /(?:此前|以前|之前|曾|另|另外|还|前期)[^。；]{0,50}?([0-9][0-9,.]*)(万)?元[^。；]{0,30}(?:未(?:经|被|受过|受到|予|作)?(?:过)?(?:行政)?(?:处理|处罚|查处)|没有(?:处理|处罚|查处)|未计入|未累计)/u

interface Earlier {
  readonly sum: number
  readonly places: readonly Place[]
}

const A_MONTH = /^(?:[12][0-9]{3}年|去年|今年)?[0-9]{1,2}月(?:份|销售[^\t]{0,6})?$|^[12][0-9]{3}[-./年][0-9]{1,2}月?$|^第[一二三四1-4]季度$/u

/** Rows of a sheet that each count one month, by the column that its heading calls the sum. */
function monthRows(sheet: CaseDocument): readonly { readonly yuan: number; readonly place: Place }[] {
  const lines = linesOf(sheet).map((line) => ({ line, cells: line.text.split('\t').map((cell) => cell.replace(/\s/gu, '')) }))
  const heading = lines.find(({ cells }) => cells.some((cell) => /金额|销售额|收入|货值/u.test(cell)) && cells.length > 1)
  const column = heading?.cells.findLastIndex((cell) => /金额|销售额|收入|货值/u.test(cell)) ?? -1
  if (column < 0) return []
  return lines.flatMap(({ line, cells }) => {
    const yuan = cells.some((cell) => A_MONTH.test(cell)) ? numberOf(cells[column] ?? '') : null
    return yuan === null ? [] : [{ yuan, place: line }]
  })
}

/** Sums for separate months or years of one paper: what stands beside each other adds up. */
function splitByPeriod(file: CaseFile): Earlier | null {
  for (const sheet of file.of('calculation-sheet').filter(({ sure }) => sure)) {
    const rows = monthRows(sheet)
    if (rows.length >= 2) return { sum: rows.reduce((sum, { yuan }) => sum + yuan, 0), places: rows.map(({ place }) => place) }
  }
  for (const document of file.of('calculation-sheet', 'investigation-report', 'inquiry-record', 'decision').filter(({ sure }) => sure)) {
    const found = findAll(document, PERIOD_AMOUNT)
    const sums = found.map(({ match }) => numberOf(`${match[1] ?? ''}${match[2] ?? ''}`) ?? 0)
    if (found.length >= 2) return { sum: sums.reduce((left, right) => left + right, 0), places: found }
  }
  return null
}

function unpunished(file: CaseFile): Earlier | null {
  const found = file.documents
    .filter(({ sure, kind }) => sure && kind !== 'legal-basis-extract')
    .flatMap((document) => findAll(document, UNPUNISHED))
  const sums = found.map(({ match }) => numberOf(`${match[1] ?? ''}${match[2] ?? ''}`) ?? 0)
  return found.length === 0 ? null : { sum: Math.max(...sums), places: found }
}

export const NOT_ADDED_UP: PrereviewRule = {
  id: '8.2-not-added-up',
  questionId: '8.2',
  name: said('未经处理的金额没有累计', 'Unpunished sums not added up'),
  basis: [
    { law: '最高人民法院、最高人民检察院关于办理生产、销售伪劣商品刑事案件具体应用法律若干问题的解释', article: 2 },
    { law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3 },
  ],
  severity: 'C',
  check(file) {
    if (isTransferred(file) || fileSays(file, /累计(?:计算|达|为|未达|金额)/u)) return []
    const reached = reachedLines(file)
    return linesOfCase(file)
      .filter(({ accumulates }) => accumulates)
      .flatMap((line) => {
        const lowest = lowestAmount(line)
        const here = reached.find((one) => one.line === line)
        if (lowest === null || (here !== undefined && here.share >= 1)) return []
        const earlier = unpunished(file)
        const split = splitByPeriod(file)
        const now = here === undefined ? 0 : here.share * lowest
        const total = Math.max(earlier === null ? 0 : earlier.sum + now, split?.sum ?? 0)
        const places = earlier?.places ?? split?.places ?? []
        if (total < lowest || places.length === 0) return []
        return [
          {
            message: said(
              `分别计算的金额累计为${yuanText(total)}，达到${line.offence['zh-CN']}的追诉标准${yuanText(lowest)}（${line.standard}），未见累计计算。`,
              `Added up, the sums come to ${yuanInEnglish(total)} and reach the line of ${line.offence.en}, ${yuanInEnglish(lowest)}; nobody added them.`,
            ),
            suggestion: said(
              '对未经处理的同类行为累计计算；达到标准的，移送公安机关。',
              'Add up unpunished acts of the kind; transfer where the line is reached.',
            ),
            places: places.slice(0, 3),
            about: line.id,
            unverified: !line.verified,
          },
        ]
      })
      .slice(0, 1)
  },
}

/** Months that are counted apart, and of which the decision takes one: together they are over the line (8.1). */
export const SPLIT_BELOW_LINE: PrereviewRule = {
  id: '8.1-split-below-line',
  questionId: '8.1',
  name: said('分期计算的金额合计达到追诉标准', 'Sums of several periods are over the line together'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3 }],
  severity: 'F',
  check(file) {
    if (isTransferred(file)) return []
    const split = splitByPeriod(file)
    const reached = reachedLines(file)
    if (split === null) return []
    return linesOfCase(file)
      .filter(({ accumulates }) => accumulates)
      .flatMap((line) => {
        const lowest = lowestAmount(line)
        if (lowest === null || split.sum < lowest || reached.some((one) => one.line === line && one.share >= 1)) return []
        return [
          {
            message: said(
              `各期金额合计${yuanText(split.sum)}，达到${line.offence['zh-CN']}的追诉标准${yuanText(lowest)}（${line.standard}）。`,
              `The periods come to ${yuanInEnglish(split.sum)} together, over the line of ${line.offence.en}, ${yuanInEnglish(lowest)}.`,
            ),
            suggestion: TRANSFER,
            places: split.places.slice(0, 4),
            about: line.id,
            unverified: !line.verified,
          },
        ]
      })
      .slice(0, 1)
  },
}

const ADMITTED =
  /(?:以前|之前|此前|前(?:几|两|三)次|上次|去年|前年|今年[0-9]{1,2}月|[0-9]{1,2}月(?:份)?|另外|还(?:有|曾)?)[^。；？]{0,30}?(?:也|曾|还|都|就)?[^。；？]{0,10}?(?:过|了)?[^。；？]{0,24}?([0-9][0-9,.]*)(万)?(元|公斤|千克|斤|吨|箱|件|条|瓶|盒|只|头|亩|立方米)[^。]{0,40}?(?:没有?(?:被)?(?:罚|处罚|处理|查)|未(?:被|受|经|予)?(?:过)?(?:行政)?(?:处罚|处理|查处)|没罚|批评|教育)/u

export const EARLIER_ACTS_LEFT_OUT: PrereviewRule = {
  id: '8.2-earlier-acts-left-out',
  questionId: '8.2',
  name: said('以前未经处理的同类行为没有计入', 'Earlier unpunished acts left out'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3 }],
  severity: 'C',
  check(file) {
    const [line] = linesOfCase(file).filter(({ accumulates }) => accumulates)
    if (line === undefined || fileSays(file, /累计(?:计算|达|为|未达|金额|数量)|合并计算|一并计算/u)) return []
    const findings = file.of('decision', 'prior-notice', 'investigation-report', 'transfer-paper', 'calculation-sheet').map(denseText)
    return file
      .of('inquiry-record')
      .filter(({ sure }) => sure)
      .flatMap((document) => findAll(document, ADMITTED))
      .filter(({ match }) => !findings.some((words) => words.includes(`${match[1]}${match[2] ?? ''}${match[3]}`)))
      .slice(0, 1)
      .map((place) => ({
        message: said(
          `当事人陈述以前的同类行为没有受过处罚（“${place.match[0]}”），没有查证并累计计算。`,
          'The party told of earlier acts of the kind that were not punished; nobody looked into them and added them up.',
        ),
        suggestion: said('查证以前的行为，未经处理的累计计算，再与追诉标准比较。', 'Look into them and add up what was not punished.'),
        places: [place],
        about: line.id,
      }))
  },
}

const EARLIER = new RegExp(
  `${DAY}(?:(?![12][0-9]{3}年)[^。；\\n]){0,40}?(?:被|受到|受|给予|作出|处以?)[^。；\\n]{0,40}?(?:行政)?(?:处罚|罚款)|(?:罚[字]?〔(20[0-9]{2})〕[0-9]+号)[^。；\\n]{0,60}${DAY}`,
  'u',
)

const TOLD_MONTHS =
  /((?:[12][0-9]{3}年[0-9]{1,2}月(?:[0-9]{1,2}日)?[、，和及与]?)+)[^。；\n]{0,30}?(?:(?:被|受到|受|让)[^。；\n]{0,24}?(?:罚|处罚)(?!款的|决定书)|(?:罚过|处罚过|罚了|处罚了|罚)(?:我|他|该店|我们|当事人))/u

/** 2021年6月和2022年9月被…罚过: months without a day count from their first. */
function monthsOfPenalties(document: CaseDocument): readonly { readonly day: string; readonly place: FoundWords }[] {
  return findAll(document, TOLD_MONTHS).flatMap((place) =>
    [...(place.match[1] ?? '').matchAll(/([12][0-9]{3})年([0-9]{1,2})月(?![0-9])/gu)].flatMap(([, year, month]) => {
      const day = dayFrom(year, month, '1')
      return day === null ? [] : [{ day: day as string, place }]
    }),
  )
}

/** The days of earlier penalties of this party, as the papers tell them. */
function earlierPenalties(file: CaseFile): readonly { readonly day: string; readonly place: FoundWords }[] {
  const paper = penaltyPaper(file)
  const until = actEnd(file)?.day ?? discoveredOn(file) ?? paper?.day ?? file.today
  const found = file
    .of('earlier-penalty', 'inquiry-record', 'investigation-report', 'decision', 'prior-notice', 'transfer-check', 'discretion-sheet')
    .filter(({ sure }) => sure)
    .flatMap((document) => {
      const text = denseText(document)
      const others = text.search(/同类案件|类似案件|类案/u)
      const months = document.kind === 'decision' || document.kind === 'prior-notice' ? [] : monthsOfPenalties(document)
      return months.filter(({ day }) => day < until).concat(findAll(document, EARLIER).flatMap((place) => {
        const [, y1, m1, d1, , y2, m2, d2] = place.match
        const day = dayFrom(y1 ?? y2, m1 ?? m2, d1 ?? d2)
        // Cases of other people stand under a heading of their own; this case's own papers are later than the act.
        if (day === null || day >= until || (others >= 0 && place.match.index > others)) return []
        return /拟|告知|听证|不予|撤销|公示|查询/u.test(place.match[0]) ? [] : [{ day: day as string, place }]
      }))
    })
  const seen = new Set<string>()
  return found.filter(({ day }) => !seen.has(day) && seen.add(day) !== undefined)
}

export const REPEATED: PrereviewRule = {
  id: '8.3-penalised-before',
  questionId: '8.3',
  name: said('受过行政处罚的次数达到入罪条件', 'Earlier penalties reach the limb of repetition'),
  basis: [
    { law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3 },
    { law: '最高人民法院、最高人民检察院关于办理环境污染刑事案件适用法律若干问题的解释', article: 1 },
  ],
  severity: 'C',
  check(file) {
    if (isTransferred(file)) return []
    const again = discoveredOn(file) ?? actEnd(file)?.day ?? null
    const earlier = earlierPenalties(file)
    if (again === null) return []
    return linesOfCase(file).flatMap((line) =>
      line.limbs
        .flatMap((limb) => {
          if (limb.kind !== 'recidivism' || limb.only !== undefined) return []
          const counted = earlier.filter(({ day }) => limb.years === null || again <= yearsAfter(day as typeof again, limb.years))
          const spoken = file
            .of('decision', 'investigation-report', 'earlier-penalty', 'inquiry-record', 'prior-notice')
            .flatMap((document) =>
              affirmed(
                document,
                new RegExp(
                  `${limb.years === null ? '' : `(?:${limb.years === 2 ? '二|两|2' : limb.years === 3 ? '三|3' : limb.years === 5 ? '五|5' : '一|1'})年内[^。；]{0,20}`}(?:受过|被|受到过?)[^。；]{0,20}(?:${limb.penalties === 1 ? '处罚' : '(?:两|二|2|三|3)次[^。；]{0,10}处罚|处罚[^。；]{0,6}(?:两|二|2|三|3)次'})`,
                  'u',
                ),
              ),
            )
          const enough = counted.length >= limb.penalties || (limb.penalties > 1 && spoken.length > 0)
          if (!enough) return []
          return [
            {
              message: said(
                `当事人${limb.years === null ? '' : `${limb.years}年内`}已因同类行为受过${Math.max(counted.length, limb.penalties)}次行政处罚${counted.length > 0 ? `（${counted.map(({ day }) => chineseDay(day)).join('、')}）` : ''}又实施，可能符合${line.offence['zh-CN']}的次数条件（${line.standard}）${limb.with === null ? '' : `，另须达到${yuanText(limb.with.yuan)}`}。`,
                `The party was penalised ${Math.max(counted.length, limb.penalties)} times${limb.years === null ? '' : ` in ${limb.years} years`} and did it again, which may meet the repetition limb of ${line.offence.en}.`,
              ),
              suggestion: said(
                '核对以前处罚的行为种类和生效日期，符合次数条件的移送公安机关。',
                'Check kind and effective day of the earlier penalties; transfer where the limb is met.',
              ),
              places: counted.length > 0 ? counted.map(({ place }) => place) : spoken.slice(0, 2),
              about: line.id,
              unverified: !line.verified,
              ...(limb.with === null && limb.count === undefined ? {} : { answer: 'cannotTell' as const }),
            },
          ]
        })
        .slice(0, 1),
    )
  },
}

const CHECKED =
  /处罚记录|处罚信息(?!公示)|信用(?:中国|信息|公示)|处罚查询|(?:受过|受到过?|被)[^。；]{0,16}(?:行政)?处罚|初次|首次|头一回|前科|违法记录|曾因|因[^。]{2,20}被处罚|从未|累犯|再次/u

export const REPETITION_UNCHECKED: PrereviewRule = {
  id: '8.3-repetition-not-checked',
  questionId: '8.3',
  name: said('未查询以前的处罚', 'Earlier penalties not looked up'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3 }],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    const lines = linesOfCase(file).filter(({ limbs }) =>
      limbs.some((limb) => limb.kind === 'recidivism' && limb.only === undefined && limb.count === undefined && (limb.words === undefined || limb.words.some((word) => paper !== null && denseText(paper).includes(word)))),
    )
    const [line] = lines
    if (paper === null || line === undefined || isTransferred(file) || file.documents.length < WHOLE_FILE) return []
    if (file.of('earlier-penalty', 'transfer-check').length > 0 || fileSays(file, CHECKED)) return []
    return [
      {
        message: said(
          `${line.offence['zh-CN']}有受过行政处罚的次数条件（${line.standard}），卷内没有以前处罚的查询记录。`,
          `${line.offence.en} has a limb of repetition; nothing shows that earlier penalties were looked up.`,
        ),
        suggestion: said(
          '查询当事人在规定年限内因同类行为受行政处罚的情况并附卷。',
          'Look up earlier penalties of the kind in the years that count.',
        ),
        places: [titlePlace(paper)],
        answer: 'cannotTell',
        unverified: !line.verified,
      },
    ]
  },
}

export const LINE_RULES: readonly PrereviewRule[] = [OVER_LINE, NEAR_LINE, SPLIT_BELOW_LINE, NOT_ADDED_UP, EARLIER_ACTS_LEFT_OUT, REPEATED, REPETITION_UNCHECKED, EARLIER_PENALTIES_UNCONSIDERED, IP_WAITED]
