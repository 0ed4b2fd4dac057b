/** 7.6 figures, words and totals (金额). */
import type { AmountFact } from '../../../facts/facts.ts'
import type { CaseDocument } from '../../case-file.ts'
import { placeAt, placeOf } from '../../places.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { findFirst } from '../../wording.ts'
import { both, NO_PROVISION, penaltyLaw, suspect, yuanWords } from '../procedure/reading/rule-words.ts'
import { sanctionsOf } from '../procedure/reading/sanctions.ts'

/** So much is a difference of rounding. */
const ROUNDING = 0.01

export const WORDS_AND_FIGURES: PrereviewRule = {
  id: '7.6-words-and-figures',
  questionId: '7.6',
  name: both('金额大写与小写不一致', 'Amount in words and in figures differ'),
  basis: [penaltyLaw(59, 1, 3)],
  severity: 'C',
  check(file) {
    return file.documents
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const seen = new Set<string>()
        return [...document.facts.amounts, ...document.facts.measures].flatMap((fact): readonly Suspicion[] => {
          const { yuan, words } = fact
          if (yuan === null || words === null || Math.abs(yuan - words) < ROUNDING) return []
          const key = `${yuan}/${words}`
          if (seen.has(key)) return []
          seen.add(key)
          return [
            suspect(
              [
                `金额小写为${yuanWords(yuan)}元，大写为${yuanWords(words)}元，两者不一致。`,
                `The figures say ${yuanWords(yuan)} yuan, the words ${yuanWords(words)}.`,
              ],
              ['核对应罚数额，更正大写或者小写。', 'Check the amount and correct the words or the figures.'],
              [placeOf(document, fact)],
              { about: key },
            ),
          ]
        })
      })
  },
}

function close(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(1, Math.abs(other) * 0.0001)
}

export const PRODUCT_WRONG: PrereviewRule = {
  id: '7.6-product-wrong',
  questionId: '7.6',
  name: both('算式的结果不正确', 'Result of a calculation wrong'),
  basis: [],
  noBasisBecause: NO_PROVISION,
  severity: 'C',
  check(file) {
    return file.documents
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        document.facts.amounts.flatMap((fact: AmountFact) => {
          const { computed } = fact
          if (computed === null || close(computed.base * computed.factor, computed.result)) return []
          const right = Math.round(computed.base * computed.factor * 100) / 100
          return [
            suspect(
              [
                `${computed.base} × ${computed.factor}＝${yuanWords(right)}元，文书写为${yuanWords(computed.result)}元。`,
                `${computed.base} × ${computed.factor} = ${yuanWords(right)} yuan; the document says ${yuanWords(computed.result)}.`,
              ],
              ['重新计算并更正。', 'Calculate again and correct it.'],
              [placeOf(document, fact)],
              { about: String(computed.result) },
            ),
          ]
        }),
      )
  },
}

const TOTAL =
  /(?:罚没款?|罚款和没收(?:的)?(?:违法所得|款)?|以上|上述|两项|三项|各项)(?:罚没款|罚款|款项|金额)?(?:共计|合计|总计)(?:人民币)?[¥￥]?([\d,，]+(?:\.\d+)?)(万)?元/u

export const TOTAL_WRONG: PrereviewRule = {
  id: '7.6-total-wrong',
  questionId: '7.6',
  name: both('罚没款分项与合计不符', 'Total of fines and confiscations wrong'),
  basis: [penaltyLaw(59, 1, 3)],
  severity: 'C',
  check(file) {
    return file
      .of('decision', 'prior-notice')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const total = findFirst(document, TOTAL)
        const stated =
          total === null
            ? Number.NaN
            : Number((total.match[1] ?? '').replace(/[,，]/gu, '')) * (total.match[2] === undefined ? 1 : 10_000)
        const fines = moneyOf(document, 'fine', stated)
        const gains = moneyOf(document, 'confiscateGain', stated)
        const sum = [...fines, ...gains].reduce((before, one) => before + one, 0)
        const onlyFines = fines.reduce((before, one) => before + one, 0)
        if (total === null || Number.isNaN(stated) || fines.length + gains.length < 2) return []
        if (close(sum, stated) || close(onlyFines, stated)) return []
        return [
          suspect(
            [
              `罚没款合计写为${yuanWords(stated)}元，分项之和为${yuanWords(sum)}元。`,
              `The total is given as ${yuanWords(stated)} yuan; the parts add up to ${yuanWords(sum)}.`,
            ],
            ['核对分项和合计，予以更正。', 'Check parts and total and correct them.'],
            [total],
          ),
        ]
      })
  },
}

function moneyOf(document: CaseDocument, kind: 'fine' | 'confiscateGain', total: number): readonly number[] {
  const amounts = sanctionsOf(document).flatMap((one) =>
    one.kind === kind && one.yuan !== null && one.yuan !== total ? [one.yuan] : [],
  )
  return [...new Set(amounts)]
}

/** A cell that is a number and nothing else; null otherwise. */
function cellNumber(cell: string): number | null {
  const plain = cell.replace(/[\s,，元]/gu, '')
  return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null
}

interface Row {
  readonly cells: readonly string[]
  readonly start: number
  readonly end: number
}

function rowsIn(document: CaseDocument): readonly Row[] {
  let at = 0
  return document.text.split('\n').map((line) => {
    const row = { cells: line.split('\t').map((cell) => cell.trim()), start: at, end: at + line.length }
    at += line.length + 1
    return row
  })
}

const MONEY_HEAD = /金额|货值|价值|小计|合计|总价|销售额|违法所得/u

export const TABLE_TOTAL_WRONG: PrereviewRule = {
  id: '7.6-table-total-wrong',
  questionId: '7.6',
  name: both('表格分项与合计不符', 'Total of a table wrong'),
  basis: [],
  noBasisBecause: NO_PROVISION,
  severity: 'C',
  check(file) {
    return file
      .of('calculation-sheet', 'goods-list')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const rows = rowsIn(document)
        return rows.flatMap((row, place) => {
          if (row.cells.length < 3 || !/^(?:合计|总计|共计)/u.test(row.cells.find((cell) => cell !== '') ?? ''))
            return []
          const head = rows.findLastIndex(
            ({ cells }, at) =>
              at < place && cells.length === row.cells.length && cells.some((cell) => MONEY_HEAD.test(cell)),
          )
          const body = rows.slice(head + 1, place)
          if (head === -1 || body.length === 0 || body.some(({ cells }) => cells.length !== row.cells.length)) return []
          return (rows[head]?.cells ?? []).flatMap((title, column): readonly Suspicion[] => {
            const total = cellNumber(row.cells[column] ?? '')
            const parts = body.map(({ cells }) => cellNumber(cells[column] ?? ''))
            if (!MONEY_HEAD.test(title) || total === null || parts.some((one) => one === null)) return []
            const sum = parts.reduce((before: number, one) => before + (one ?? 0), 0)
            if (close(sum, total)) return []
            return [
              suspect(
                [
                  `“${title}”一栏合计写为${yuanWords(total)}，分项之和为${yuanWords(sum)}。`,
                  `The total of “${title}” is given as ${yuanWords(total)}; the rows add up to ${yuanWords(sum)}.`,
                ],
                ['重新计算并更正合计。', 'Add up again and correct the total.'],
                [placeAt(document, row.start, row.end)],
                { about: title },
              ),
            ]
          })
        })
      })
  },
}

/** 42箱 → 42. */
function countIn(cell: string): number | null {
  const found = /^([\d,，]+(?:\.\d+)?)\p{Script=Han}{0,3}$/u.exec(cell.replace(/\s/gu, ''))
  return found === null ? null : Number((found[1] ?? '').replace(/[,，]/gu, ''))
}

export const TABLE_PRODUCT_WRONG: PrereviewRule = {
  id: '7.6-table-product-wrong',
  questionId: '7.6',
  name: both('表格中数量乘单价与金额不符', 'Number times price is not the amount in a table'),
  basis: [],
  noBasisBecause: NO_PROVISION,
  severity: 'C',
  check(file) {
    return file
      .of('calculation-sheet', 'goods-list')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const rows = rowsIn(document)
        let columns: readonly [count: number, price: number, amount: number, width: number] | null = null
        return rows.flatMap(({ cells, start, end }): readonly Suspicion[] => {
          const [count, price, amount] = [
            /^(?:数量|件数|箱数)/u,
            /单价|售价|价格/u,
            /^(?:金额|货值|小计|总价|销售额)/u,
          ].map((title) => cells.findIndex((cell) => title.test(cell)))
          if (
            count !== undefined &&
            price !== undefined &&
            amount !== undefined &&
            Math.min(count, price, amount) >= 0
          ) {
            columns = [count, price, amount, cells.length]
            return []
          }
          if (columns === null || cells.length !== columns[3]) return []
          const [number, unit, result] = [
            countIn(cells[columns[0]] ?? ''),
            countIn(cells[columns[1]] ?? ''),
            countIn(cells[columns[2]] ?? ''),
          ]
          if (number === null || unit === null || result === null || close(number * unit, result)) return []
          return [
            suspect(
              [
                `${yuanWords(number)}×${yuanWords(unit)}＝${yuanWords(number * unit)}，表中金额写为${yuanWords(result)}。`,
                `${yuanWords(number)} × ${yuanWords(unit)} = ${yuanWords(number * unit)}; the table says ${yuanWords(result)}.`,
              ],
              ['重新计算并更正。', 'Calculate again and correct it.'],
              [placeAt(document, start, end)],
              { about: cells.join('|') },
            ),
          ]
        })
      })
  },
}

export const AMOUNT_RULES: readonly PrereviewRule[] = [
  WORDS_AND_FIGURES,
  PRODUCT_WRONG,
  TOTAL_WRONG,
  TABLE_TOTAL_WRONG,
  TABLE_PRODUCT_WRONG,
]
