/** 5.8, 5.9: the discretion benchmark (裁量基准) and departures from it. */
import type { CaseDocument } from '../../case-file.ts'
import { placeAt, titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { sanctionsOf } from '../procedure/reading/sanctions.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { yuanInEnglish, yuanText } from '../facts/case-amounts.ts'
import { fileSays, penaltyPaper } from '../facts/case-sections.ts'
import { outsideCell } from './benchmark-cells.ts'
import { basisOf, clausesOf, governingDay, imposedFines, theFine } from './clauses.ts'
import { NUMBER, numberOf } from './numerals.ts'

const DISCRETION = /裁量/u

/** A fine or a suspension, which a benchmark grades; a warning or a revocation is one step. */
function isGraded(decision: CaseDocument): boolean {
  return imposedFines(decision).length > 0 || sanctionsOf(decision).some(({ kind }) => kind === 'suspendBusiness' || kind === 'suspendLicence')
}

export const BENCHMARK_MISSING: PrereviewRule = {
  id: '5.8-benchmark-not-mentioned',
  questionId: '5.8',
  name: said('未说明裁量基准的适用', 'Benchmark not mentioned'),
  basis: [
    { law: '行政处罚法', article: 34 },
    { law: '国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见', item: 12 },
  ],
  severity: 'C',
  check(file) {
    const decision = file.of('decision').findLast(({ sure }) => sure)
    if (decision === undefined || denseText(decision).length < 200 || !isGraded(decision) || says(decision, DISCRETION))
      return []
    const sheet = file.of('discretion-sheet').length > 0
    return [
      {
        message: sheet
          ? said(
              '卷内有裁量计算，但决定书没有写明裁量基准的适用情况。',
              'There is a discretion sheet, but the decision does not say how the benchmark was applied.',
            )
          : said(
              '决定书没有写明裁量基准的适用情况，卷内也没有裁量说明。',
              'The decision does not say how a benchmark was applied, and there is no discretion sheet.',
            ),
        suggestion: said(
          '对照裁量基准逐项说明裁量因素、事实和证据，并在决定书中写明。',
          'Go through the factors with facts and evidence, and say so in the decision.',
        ),
        places: [titlePlace(decision)],
        answer: sheet ? 'no' : 'cannotTell',
      },
    ]
  },
}

interface Row {
  readonly cells: readonly string[]
  readonly start: number
  readonly end: number
}

function rowsOf(document: CaseDocument): readonly Row[] {
  const rows: Row[] = []
  let start = 0
  for (const line of document.text.split('\n')) {
    if (line.includes('\t')) rows.push({ cells: line.split('\t').map((cell) => cell.trim()), start, end: start + line.length })
    start += line.length + 1
  }
  return rows
}

const NOTHING = /^(?:[—－\-–/\\]+|无|未附|略)?$/u
const SCORED = /(?:^|[^0-9])(?:[1-9][0-9]*(?:\.[0-9]+)?[%％分]|[1-9][0-9]*(?:\.[0-9]+)?)$/u
const SCORE_HEADING = /百分[值比]|分值|得分|权重|系数|加减|幅度|比例/u
const FACT_HEADING = /事实|证据|依据材料|证明|理由|说明/u

export const FACTOR_WITHOUT_FACTS: PrereviewRule = {
  id: '5.8-factor-without-facts',
  questionId: '5.8',
  name: said('裁量因素没有事实和证据', 'A factor counted without facts'),
  basis: [
    { law: '行政处罚法', article: 5, paragraph: 2 },
    { law: '行政处罚法', article: 34 },
  ],
  severity: 'C',
  check: (file) =>
    file
      .of('discretion-sheet')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const rows = rowsOf(document)
        const heading = rows.find(
          ({ cells }) => cells.some((cell) => FACT_HEADING.test(cell)) && cells.some((cell) => SCORE_HEADING.test(cell)),
        )
        if (heading === undefined) return []
        const facts = heading.cells.findLastIndex((cell) => FACT_HEADING.test(cell))
        const score = heading.cells.findIndex((cell) => SCORE_HEADING.test(cell))
        return rows.slice(rows.indexOf(heading) + 1).flatMap(({ cells, start, end }) => {
          const counted = SCORED.test(cells[score] ?? '')
          if (
            cells.length !== heading.cells.length ||
            !counted ||
            !NOTHING.test((cells[facts] ?? '').replace(/\s/gu, '')) ||
            /合计|总计|小计/u.test(cells[0] ?? '')
          )
            return []
          return [
            {
              message: said(
                `裁量因素“${cells[0] ?? ''}”计${cells[score] ?? ''}，没有对应的事实和证据。`,
                `The factor “${cells[0] ?? ''}” counts ${cells[score] ?? ''} without any fact or evidence.`,
              ),
              suggestion: said(
                '补充该因素的事实和证据；没有证据的，不计该项并重新计算罚款。',
                'Add facts and evidence, or leave the factor out and calculate anew.',
              ),
              places: [placeAt(document, start, end)],
              about: cells[0] ?? '',
            },
          ]
        })
      }),
}

export const FACTOR_SUM_WRONG: PrereviewRule = {
  id: '5.8-factor-sum-wrong',
  questionId: '5.8',
  name: said('裁量百分值合计错误', 'The factors do not add up'),
  basis: [{ law: '行政处罚法', article: 34 }],
  severity: 'C',
  check: (file) =>
    file
      .of('discretion-sheet')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const rows = rowsOf(document)
        const heading = rows.find(({ cells }) => cells.some((cell) => SCORE_HEADING.test(cell)))
        const column = heading?.cells.findIndex((cell) => SCORE_HEADING.test(cell)) ?? -1
        const total = rows.find(({ cells }) => /^(?:合计|总计)/u.test(cells[0] ?? ''))
        if (heading === undefined || total === undefined || column < 0) return []
        const value = (cell = ''): number | null => {
          const found = /^(-?[0-9]+(?:\.[0-9]+)?)[%％分]?$/u.exec(cell.replace(/\s/gu, ''))
          return found === null ? null : Number(found[1])
        }
        const parts = rows
          .slice(rows.indexOf(heading) + 1, rows.indexOf(total))
          .map(({ cells }) => (cells.length === heading.cells.length ? value(cells[column]) : null))
        const stated = value(total.cells[column])
        const sum = parts.reduce<number>((left, right) => left + (right ?? 0), 0)
        if (stated === null || parts.length < 2 || parts.some((one) => one === null) || Math.abs(sum - stated) < 0.01) return []
        return [
          {
            message: said(`裁量各因素相加为${sum}，合计写为${stated}。`, `The factors add up to ${sum}; the sheet says ${stated}.`),
            suggestion: said('更正合计并重新计算罚款数额。', 'Correct the total and the fine.'),
            places: [placeAt(document, total.start, total.end)],
          },
        ]
      }),
}

function moneyOn(document: CaseDocument): readonly number[] {
  return [...denseText(document).matchAll(new RegExp(`(${NUMBER})(?:元|(?=[（(]?元))`, 'gu'))]
    .map((match) => numberOf(match[1] ?? ''))
    .filter((one) => one !== null)
}

export const FINE_NOT_IN_SHEET: PrereviewRule = {
  id: '5.8-fine-not-in-sheet',
  questionId: '5.8',
  name: said('罚款数额与裁量计算不一致', 'The fine is not what the sheet comes to'),
  basis: [{ law: '行政处罚法', article: 34 }],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    const fine = paper === null ? null : theFine(paper)
    const sheet = file.of('discretion-sheet').findLast(({ sure }) => sure)
    if (paper === null || fine === null || sheet === undefined) return []
    // A figure in wan may stand without its unit in a formula.
    const amounts = moneyOn(sheet)
    const written = denseText(sheet).replace(/[,，]/gu, '')
    const result = findAll(
      sheet,
      new RegExp(`(?:计算结果|裁量结果|应(?:当)?(?:处以?)?罚款|拟(?:处以?)?罚款|建议(?:处以?)?罚款|[=＝])[^0-9]{0,16}(${NUMBER})元`, 'u'),
    ).at(-1)
    // the end of a range may be the very figure of the fine; what the sheet says that it comes to is not one of its ends
    const stated = result !== undefined && /结果|罚款/u.test(result.match[0]) && !/以上|以下|至|范围|幅度/u.test(result.match[0])
    const other = stated && numberOf(result.match[1] ?? '') !== fine.yuan
    const printed = amounts.includes(fine.yuan) || written.includes(String(fine.yuan)) || written.includes(`${fine.yuan / 10_000}万`)
    if (result === undefined || amounts.length < 2 || (printed && !other)) return []
    return [
      {
        message: said(
          `裁量计算的结果为${result.match[1]}元，${paper.kind === 'decision' ? '决定' : '告知'}罚款${yuanText(fine.yuan)}，未见说明。`,
          `The sheet comes to ${result.match[1]} yuan, the fine is ${yuanInEnglish(fine.yuan)}; nothing explains it.`,
        ),
        suggestion: said(
          '按裁量计算确定罚款，或者说明调整的理由和审批。',
          'Follow the calculation, or give reasons and approval for departing from it.',
        ),
        places: [result, fine.place],
      },
    ]
  },
}

export const FINE_OUTSIDE_CELL: PrereviewRule = {
  id: '5.8-fine-outside-cell',
  questionId: '5.8',
  name: said('罚款超出裁量档次', 'Fine outside the benchmark cell'),
  basis: [{ law: '行政处罚法', article: 34 }],
  severity: 'C',
  check(file) {
    const found = outsideCell(file)
    if (found === null) return []
    const { fine, cell, value } = found
    const [zh, en] =
      cell.unit === 'yuan'
        ? [`${yuanText(cell.low)}以上${yuanText(cell.high)}以下`, `${yuanInEnglish(cell.low)} to ${yuanInEnglish(cell.high)}`]
        : [`${cell.low}倍以上${cell.high}倍以下`, `${cell.low} to ${cell.high} times`]
    const [isZh, isEn] = cell.unit === 'yuan' ? ['', ''] : [`（${Math.round(value * 100) / 100}倍）`, ` (${Math.round(value * 100) / 100} times)`]
    return [
      {
        message: said(
          `裁量适用${zh}的档次，罚款${yuanText(fine.yuan)}${isZh}不在其中。`,
          `The cell of ${en} is applied; the fine of ${yuanInEnglish(fine.yuan)}${isEn} lies outside.`,
        ),
        suggestion: said(
          '在所选档次内确定罚款；调整适用的，说明理由并经批准或者集体讨论。',
          'Stay inside the cell, or give reasons and have the departure approved or discussed.',
        ),
        places: [cell.place, fine.place],
      },
    ]
  },
}

const DEPARTS =
  /(?:调整适用|偏离|突破|不适用)[^。；]{0,6}(?:本机关|上级)?[^。；]{0,6}裁量(?:权)?基准|(?:高于|低于)(?:裁量)?基准(?:规定)?的?(?:幅度|档次|标准|上限|下限)?|(?:裁量)?基准(?:》)?[^。；]{0,30}(?:计算|应为|应处|为|得出)[^。；]{0,16}[0-9.]+万?元[^。；]{0,60}(?:调整|上浮|提高|上调|增加|加重|降低|下调|下浮|减少|调减)(?:为|到|至)[^。；]{0,10}[0-9.]+万?元|(?:超出|突破|未按|没有按照?)[^。；]{0,10}裁量(?:权)?基准/u

/** A form's box that is not ticked: 偏离裁量基准：[ ]是[x]否. */
function ticked(document: CaseDocument, index: number): boolean {
  const after = denseText(document).slice(index, index + 40)
  return (
    !/(?:\[x\]|\[√\]|☑|■|√)否|：否|□是|\[\]是|没有|未|不存在/u.test(after) &&
    !/(?:没有|未|无|不|不得|是否|不存在)[^。；]{0,6}$/u.test(denseText(document).slice(Math.max(0, index - 10), index))
  )
}

export const DEPARTURE_SILENT: PrereviewRule = {
  id: '5.9-departure-without-approval',
  questionId: '5.9',
  name: said('偏离裁量基准无理由或者未经批准', 'Departure from the benchmark without reasons or approval'),
  basis: [{ law: '国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见', item: 12 }],
  severity: 'C',
  check(file) {
    const said0 = file
      .of('discretion-sheet', 'investigation-report', 'explanation', 'decision', 'prior-notice')
      .filter(({ sure }) => sure)
      .flatMap((document) => findAll(document, DEPARTS).filter(({ match }) => ticked(document, match.index)))
    const outside = outsideCell(file)
    if (said0.length === 0 && outside === null) return []
    const approved =
      fileSays(
        file,
        /(?:调整适用|偏离)[^。]{0,60}(?:批准|集体讨论|同意|报)|(?:主要负责人|制定机关)[^。]{0,20}(?:批准|同意)[^。]{0,20}(?:调整|偏离|裁量)/u,
      ) ||
      file
        .of('discussion-minutes')
        .some((document) =>
          says(document, /偏离|调整适用|裁量基准[^。]{0,30}(?:不适用|明显不当|过重|过轻)|(?:高于|低于)[^。]{0,10}(?:基准|档次)/u),
        )
    if (approved) return []
    return [
      {
        message: said(
          '罚款偏离裁量基准，没有说明理由，也没有经主要负责人批准或者集体讨论的材料。',
          'The penalty departs from the benchmark without reasons and without approval by the head or a collective discussion.',
        ),
        suggestion: said(
          '说明偏离的充分理由，经机关主要负责人批准或者集体讨论通过（上级基准报制定机关批准），材料附卷。',
          'Give sufficient reasons and have it approved by the head or discussed collectively; a superior’s benchmark needs its maker’s approval.',
        ),
        places: said0.length > 0 ? said0.slice(0, 2) : outside === null ? [] : [outside.cell.place, outside.fine.place],
      },
    ]
  },
}

export const TOP_OF_RANGE: PrereviewRule = {
  id: '5.8-top-of-range-without-reasons',
  questionId: '5.8',
  name: said('顶格处罚而无从重理由', 'Top of the range without reasons'),
  basis: [{ law: '行政处罚法', article: 5, paragraph: 2 }],
  severity: 'A',
  check(file) {
    const paper = penaltyPaper(file)
    const fine = paper === null ? null : theFine(paper)
    if (paper === null || fine === null) return []
    const highs = basisOf(paper).flatMap((citation) =>
      clausesOf(file, citation, governingDay(file, paper)).flatMap(({ bands }) =>
        bands.filter(({ of, who }) => of === null && who === 'party').map(({ high }) => high),
      ),
    )
    if (highs.length === 0 || fine.yuan !== Math.max(...highs) || says(paper, /从重|严重|恶劣|多次|再次|拒不|屡/u)) return []
    return [
      {
        message: said(
          `按法定最高限${yuanText(fine.yuan)}处罚，文书没有写明从重的情节（国发〔2024〕5号要求防止随意顶格罚款）。`,
          `The fine of ${yuanInEnglish(fine.yuan)} is the highest that the clause allows; no aggravating circumstance is given.`,
        ),
        suggestion: said(
          '说明从重处罚的法定情节和裁量过程，或者按裁量基准重新确定。',
          'Give the aggravating ground, or fix it by the benchmark.',
        ),
        places: [fine.place],
      },
    ]
  },
}

export const BENCHMARK_RULES: readonly PrereviewRule[] = [
  BENCHMARK_MISSING,
  FACTOR_WITHOUT_FACTS,
  FACTOR_SUM_WRONG,
  FINE_NOT_IN_SHEET,
  FINE_OUTSIDE_CELL,
  TOP_OF_RANGE,
  DEPARTURE_SILENT,
]
