/** 4.11: how illegal gain (违法所得) and goods value (货值金额) are reckoned. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeAt, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import { brokenRows } from './table-relations.ts'
import { amountsIn, yuanInEnglish, yuanText } from './case-amounts.ts'
import { fileSays, penaltyPaper, WHOLE_FILE } from './case-sections.ts'

const FIGURE = '[0-9][0-9,]*(?:\\.[0-9]+)?'

function figure(text: string, wan?: string): number {
  return Number(text.replace(/[,，]/gu, '')) * (wan === undefined || wan === '' ? 1 : 10_000)
}

/** One yuan, or a part in a thousand of a large product, is rounding. */
function agrees(left: number, right: number): boolean {
  return Math.abs(left - right) <= Math.max(1, Math.abs(right) * 0.001)
}

/** Money is rounded to the yuan; what is measured (立方米, 公斤) only in each row. */
function addsUp(stated: number, sum: number, heading: string, rows: number): boolean {
  return /元|金额|货值|价|款|所得|收入|小计/u.test(heading) || Number.isInteger(stated) && Number.isInteger(sum) && sum > 1000
    ? agrees(stated, sum)
    : Math.abs(stated - sum) <= Math.max(0.01 * rows, Math.abs(sum) * 0.001)
}

interface Product {
  readonly text: string
  readonly expected: number
  readonly stated: number
  readonly place: Place
}

const TIMES = new RegExp(
  `(${FIGURE})(万)?(?:元|[\\p{Script=Han}㎡]{0,4})(?:\\/[\\p{Script=Han}㎡]{1,3})?[×xX*＊✕](${FIGURE})(万)?([%％‰])?(?:元|[\\p{Script=Han}㎡]{0,4})(?:\\/[\\p{Script=Han}㎡]{1,3})?[=＝](${FIGURE})(万)?元?`,
  'u',
)
const EACH = new RegExp(
  `(${FIGURE})([箱件台辆吨升瓶盒条支只头个份册张套袋桶包斤]|公斤|千克)，每\\2(?:的)?(?:售价|单价|价格|售)?(?:为)?(${FIGURE})元，(?:[\\p{Script=Han}]{0,8})(${FIGURE})元`,
  'u',
)

/** 1050盒，每盒18元: a quantity and its price. */
const TERM = new RegExp(`(${FIGURE})(\\p{Script=Han}{1,2})[，,、]?(?:按|以)?(?:单价|售价|价格)?每\\2(?:的)?(?:售价|单价|价格|售|卖|收费)?(?:为)?(${FIGURE})元`, 'gu')

/** The sum of several goods, told after the last of them: 售出20盒，每盒5元；30袋，每袋2元，违法所得160元. */
function isSumOfSeveral(match: RegExpExecArray, stated: number): boolean {
  const until = match.index + match[0].length
  const sentence = match.input.slice(match.input.lastIndexOf('。', match.index) + 1, until)
  const terms = [...sentence.matchAll(TERM)].map((term) => figure(term[1] ?? '') * figure(term[3] ?? ''))
  return terms.some((_, from) => from < terms.length - 1 && agrees(stated, terms.slice(from).reduce((sum, one) => sum + one, 0)))
}

function productsIn(document: CaseDocument): readonly Product[] {
  const written = findAll(document, TIMES).flatMap(({ match, ...place }) => {
    // A third factor before the first: 3×4×5=60 is not two factors.
    if (/[×xX*＊✕]$/u.test(denseText(document).slice(0, match.index))) return []
    const share = match[5] === undefined ? 1 : match[5] === '‰' ? 0.001 : 0.01
    const expected = figure(match[1] ?? '', match[2]) * figure(match[3] ?? '', match[4]) * share
    return [{ text: match[0], expected, stated: figure(match[6] ?? '', match[7]), place }]
  })
  const told = findAll(document, EACH).flatMap(({ match, ...place }) => {
    const stated = figure(match[4] ?? '')
    if (isSumOfSeveral(match, stated)) return []
    return [{ text: match[0], expected: figure(match[1] ?? '') * figure(match[3] ?? ''), stated, place }]
  })
  return [...written, ...told, ...tableProducts(document)]
}

interface TableRow {
  readonly cells: readonly string[]
  readonly start: number
  readonly end: number
}

function tableRows(document: CaseDocument): readonly TableRow[] {
  const rows: TableRow[] = []
  let start = 0
  for (const line of document.text.split('\n')) {
    if (line.includes('\t')) rows.push({ cells: line.split('\t').map((cell) => cell.trim()), start, end: start + line.length })
    start += line.length + 1
  }
  return rows
}

function cellFigure(cell: string | undefined): number | null {
  const found =
    /^(?:￥|¥)?([0-9][0-9,]*(?:\.[0-9]+)?)(?:元|箱|件|台|辆|吨|公斤|千克|升|瓶|盒|条|支|只|头|个|份|册|张|套|袋|桶|包|斤)?$/u.exec(
      (cell ?? '').replace(/\s/gu, ''),
    )
  return found === null ? null : figure(found[1] ?? '')
}

interface Columns {
  readonly quantity: number
  readonly price: number
  readonly amount: number
}

/** 数量, 单价, 金额 as a heading names them; null where it does not, or names one of them twice. */
function columnsOf(cells: readonly string[]): Columns | null {
  const at = (pattern: RegExp): number => {
    const found = cells.flatMap((cell, index) => (pattern.test(cell) ? [index] : []))
    return found.length === 1 ? (found[0] ?? -1) : -1
  }
  const quantity = at(/^(?:[\p{Script=Han}]{0,4})数量/u)
  const price = at(/单价|售价|价格/u)
  const amount = at(/金额|货值|小计|合计|总价|违法所得/u)
  return quantity < 0 || price < 0 || amount < 0 ? null : { quantity, price, amount }
}

function tableProducts(document: CaseDocument): readonly Product[] {
  let columns: Columns | null = null
  return tableRows(document).flatMap(({ cells, start, end }) => {
    const heading = columnsOf(cells)
    if (heading !== null) columns = heading
    if (heading !== null || columns === null) return []
    const [count, price, amount] = [columns.quantity, columns.price, columns.amount].map((column) => cellFigure(cells[column]))
    if (count === null || price === null || amount === null || count === undefined || price === undefined || amount === undefined) return []
    return [{ text: `${count}×${price}=${amount}`, expected: count * price, stated: amount, place: placeAt(document, start, end) }]
  })
}

const COUNTED = '份|盒|箱|件|瓶|袋|包|条|双|只|台|张|套|斤|公斤|千克|吨|桶|本|个|次|单|杯|间|亩|头|支|块|把'
/** 26份，每份18元，共486元: a sum told in words. */
const TOLD_PRODUCT = new RegExp(
  `(?<![0-9.])([0-9][0-9,]*)(${COUNTED})[，,、]?(?:售价|单价|价格|按)?每(?:${COUNTED})(?:售价|单价|卖|收费|收)?(?:为)?([0-9]+(?:\\.[0-9]+)?)元[，,、]?(?:一共|总共|合计|共计|共|计|货值(?:金额)?|销售额|收入|收了|收款|货款|就是|是)*([0-9][0-9,.]*)元(?![/每以])`,
  'u',
)

function toldProducts(document: CaseDocument): ReturnType<typeof productsIn> {
  return findAll(document, TOLD_PRODUCT).flatMap(({ match, ...place }) => {
    const [count, price, stated] = [match[1], match[3], match[4]].map((one) => Number((one ?? '').replace(/,/gu, '').replace(/\.$/u, '')))
    if (isSumOfSeveral(match, stated ?? 0)) return []
    return [{ text: match[0], expected: (count ?? 0) * (price ?? 0), stated: stated ?? 0, place }]
  })
}

/** Rows of a sheet that its headings do not explain. */
function rowsThatBreak(document: CaseDocument): readonly Product[] {
  return document.kind === 'calculation-sheet' && tableProducts(document).length === 0 ? brokenRows(document) : []
}

function doesNotComeOut({ text, stated, place }: Product, chinese: string, english: string): Suspicion {
  return {
    message: said(`计算有误：${text}，应为${chinese}。`, `${text} should come to ${english}.`),
    suggestion: said(
      '重新计算，并相应核对罚款、没收的数额和文书。',
      'Calculate again and correct the fine, the confiscation and the papers that rest on it.',
    ),
    places: [place],
    about: `${stated}`,
  }
}

const RECKONED = ['calculation-sheet', 'decision', 'prior-notice', 'investigation-report', 'explanation', 'inquiry-record', 'inspection-record'] as const

export const PRODUCT_WRONG: PrereviewRule = {
  id: '4.11-product-wrong',
  questionId: '4.11',
  name: said('计算结果错误', 'A calculation does not come out'),
  basis: [
    { law: '行政处罚法', article: 28, paragraph: 2 },
    { law: '行政处罚法', article: 40 },
  ],
  severity: 'C',
  check: (file) =>
    file
      .of(...RECKONED)
      .filter(({ sure }) => sure)
      .flatMap((document) => [
        ...[...productsIn(document), ...toldProducts(document)]
          .filter(({ expected, stated }) => !agrees(stated, expected))
          .map((one) => doesNotComeOut(one, yuanText(one.expected), yuanInEnglish(one.expected))),
        // what is measured has no unit that all sheets share
        ...rowsThatBreak(document).map((one) => doesNotComeOut(one, String(one.expected), String(one.expected))),
      ]),
}

export const TABLE_TOTAL_WRONG: PrereviewRule = {
  id: '4.11-table-total-wrong',
  questionId: '4.11',
  name: said('计算表合计错误', 'The total of a calculation sheet is wrong'),
  basis: [{ law: '行政处罚法', article: 28, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('calculation-sheet')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const rows = tableRows(document)
        const totalAt = rows.findIndex(
          ({ cells }) => /^(?:合计|总计|共计)/u.test(cells[0] ?? '') || /^(?:合计|总计|共计)/u.test(cells[1] ?? ''),
        )
        const total = rows[totalAt]
        if (total === undefined) return []
        return total.cells.flatMap((cell, column) => {
          const stated = cellFigure(cell)
          const above = rows
            .slice(0, totalAt)
            .filter(({ cells }) => cells.length === total.cells.length)
            .map(({ cells }) => cellFigure(cells[column]))
          const figures = above.slice(1).filter((one) => one !== null)
          const sum = figures.reduce((left, right) => left + right, 0)
          const heading = rows[0]?.cells[column] ?? ''
          if (
            stated === null ||
            figures.length < 2 ||
            figures.length < above.length - 1 ||
            addsUp(stated, sum, heading, figures.length) ||
            /单价|序号|价格/u.test(heading)
          )
            return []
          return [
            {
              message: said(
                `计算表“${heading}”一栏的合计为${stated}，各行相加为${Math.round(sum * 100) / 100}。`,
                `The column “${heading}” totals ${stated}; its rows add up to ${Math.round(sum * 100) / 100}.`,
              ),
              suggestion: said('核对各行数据，更正合计，并核对据此认定的数额。', 'Check the rows, correct the total and what rests on it.'),
              places: [placeAt(document, total.start, total.end)],
              about: heading,
            },
          ]
        })
      }),
}

/** Whether the paper rests on such an amount: it confiscates the gain, or its clause counts in multiples. */
function restsOn(document: CaseDocument): ReturnType<typeof findFirst> {
  return findFirst(
    document,
    /没收(?:你[^，。]{0,8}的?)?违法所得(?:人民币)?[0-9][0-9,.]*万?元|货值金额(?:的)?[0-9.一二三四五六七八九十]+倍/u,
  )
}

export const NOT_CALCULATED: PrereviewRule = {
  id: '4.11-not-calculated',
  questionId: '4.11',
  name: said('违法所得、货值未见计算', 'Illegal gain or goods value not calculated'),
  basis: [
    { law: '行政处罚法', article: 28, paragraph: 2 },
    { law: '行政处罚法', article: 40 },
  ],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    const rests = paper === null ? null : restsOn(paper)
    // Of a few papers nothing can be said to be missing.
    if (rests === null || file.documents.length < WHOLE_FILE || file.of('calculation-sheet').length > 0) return []
    // The party told the very sum, and the papers rest on that.
    const sum = /[0-9][0-9,.]*(?=元|万元)/u.exec(denseText(rests.document).slice(denseText(rests.document).search(/违法所得|货值/u)))?.[0]
    if (sum !== undefined && file.of('inquiry-record').some((one) => denseText(one).replace(/,/gu, '').includes(`${sum.replace(/,/gu, '')}元`))) return []
    if (
      fileSays(
        file,
        /[×✕＊]|单价|售价|进价|每.{1,4}[0-9.,]+元|[0-9.,]+元(?:\/|每)|(?<!裁量)计算(?:表|过程|方法|方式|说明)|收费标准|销售清单|(?:台|记|销售|进货|往来|出库|入库|财务|经营)账|账(?:本|册|目|簿|页)|发票|流水|收据/u,
      )
    )
      return []
    return [
      {
        message: said(
          '以违法所得（货值金额）为处罚依据，卷内没有计算方法、计算过程和原始数据。',
          'The penalty rests on illegal gain or goods value; the file has neither method nor data of the calculation.',
        ),
        suggestion: said(
          '补充计算表，写明单价、数量及其依据，交当事人核对。',
          'Add a calculation with prices, quantities and their papers, checked by the party.',
        ),
        places: [rests],
      },
    ]
  },
}

function figuresOf(document: CaseDocument): ReadonlySet<number> {
  return new Set([...denseText(document).matchAll(new RegExp(`(${FIGURE})(万)?`, 'gu'))].map(([, digits = '', wan]) => figure(digits, wan)))
}

export const DIFFERS_FROM_SHEET: PrereviewRule = {
  id: '4.11-differs-from-sheet',
  questionId: '4.11',
  name: said('认定数额与计算表不一致', 'The finding differs from the calculation sheet'),
  basis: [
    { law: '行政处罚法', article: 28, paragraph: 2 },
    { law: '行政处罚法', article: 40 },
  ],
  severity: 'C',
  check(file: CaseFile) {
    const paper = penaltyPaper(file)
    const sheet = file.of('calculation-sheet').findLast(({ sure }) => sure)
    if (paper === null || sheet === undefined) return []
    // Cells run together without white space; the cells of the sheet are read as they stand.
    const cells = new Set([
      ...figuresOf(sheet),
      ...tableRows(sheet).flatMap(({ cells: row }) => row.map(cellFigure).filter((one) => one !== null)),
    ])
    if (cells.size < 3) return []
    return (['gain', 'goodsValue'] as const).flatMap((of) => {
      const label = of === 'gain' ? '违法所得' : '货值金额'
      if (!says(sheet, of === 'gain' ? /违法所得/u : /货值/u)) return []
      const [stated] = amountsIn(paper, of)
      if (stated === undefined || [...cells].some((one) => agrees(one, stated.yuan))) return []
      return [
        {
          message: said(
            `决定认定${label}${yuanText(stated.yuan)}，计算表中没有这一数额。`,
            `The decision finds ${of === 'gain' ? 'an illegal gain' : 'a goods value'} of ${yuanInEnglish(stated.yuan)}, which the calculation sheet does not have.`,
          ),
          suggestion: said(
            '核对计算表与决定，统一数额并重新计算罚款、没收数额。',
            'Make sheet and decision agree and recalculate what rests on them.',
          ),
          places: [stated.place, titlePlace(sheet)],
          about: of,
        },
      ]
    })
  },
}

const NET =
  /违法所得[^。；]{0,40}(?:扣除|减去|减除|除去|已扣|减(?=进|成))[^。；]{0,14}(?:成本|进价|进货|费用|税|工资|租金|运费)|(?:扣除|减去)[^。；]{0,14}(?:成本|进价|进货款|费用)[^。；]{0,20}(?:违法所得|获利|利润)|违法所得[^。；]{0,16}(?:净?利润|差价)/u
const DIFFERENCE = `[（(]${FIGURE}元?[-－—]${FIGURE}元?[）)]`
const NET_PRODUCT = new RegExp(`${DIFFERENCE}[×xX*]${FIGURE}|[×xX*]${DIFFERENCE}`, 'u')

/** A sheet with the price paid and the difference in columns of their own. */
function netColumn(document: CaseDocument): ReturnType<typeof findFirst> {
  const columns = document.kind === 'calculation-sheet' && says(document, /进价|进货价|成本/u)
  return columns ? findFirst(document, /差价|毛利|净利|利润/u) : null
}

export const NET_GAIN: PrereviewRule = {
  id: '4.11-net-gain',
  questionId: '4.11',
  name: said('违法所得扣除成本', 'Illegal gain taken net of costs'),
  basis: [{ law: '行政处罚法', article: 28, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of(...RECKONED)
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const found =
          findFirst(document, NET) ?? (says(document, /违法所得/u) ? (findFirst(document, NET_PRODUCT) ?? netColumn(document)) : null)
        if (found === null) return []
        const around = denseText(document).slice(Math.max(0, found.match.index - 60), found.match.index + 120)
        if (/不(?:予|应|得|能)?扣除|未扣除|(?:依据|依照|根据|按照)《[^》]*(?:办法|规定|批复|答复)》/u.test(around)) return []
        return [
          {
            message: said(
              '违法所得按扣除成本后的利润（差价）计算。除法律、行政法规、部门规章另有规定外，违法所得是指实施违法行为所取得的款项。',
              'The illegal gain was taken net of costs. Unless a law, regulation or rule says otherwise, it is all money that the act brought in.',
            ),
            suggestion: said(
              '写明扣除成本的规定；没有规定的，按取得的款项重新计算。',
              'Name the rule that allows it; if there is none, calculate on the whole receipts.',
            ),
            places: [found],
          },
        ]
      })
      .slice(0, 1),
}

export const CALCULATION_RULES: readonly PrereviewRule[] = [PRODUCT_WRONG, TABLE_TOTAL_WRONG, NOT_CALCULATED, DIFFERS_FROM_SHEET, NET_GAIN]
