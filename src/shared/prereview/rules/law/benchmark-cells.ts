/** The cell of the benchmark that a paper says to apply (裁量档次), in yuan or in multiples, and whether the fine lies in it. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { denseText, findAll, says, type FoundWords } from '../../wording.ts'
import { amountsIn } from '../facts/case-amounts.ts'
import { penaltyPaper } from '../facts/case-sections.ts'
import { theFine, type ImposedFine } from './clauses.ts'
import { fineBandsIn } from './fine-bands.ts'
import { NUMBER, numberOf } from './numerals.ts'
import { mitigates } from './ranges.ts'

export interface Cell {
  readonly low: number
  readonly high: number
  readonly unit: 'yuan' | 'times'
  readonly place: FoundWords
}

export interface OutsideCell {
  readonly cell: Cell
  /** The fine in the unit of the cell. */
  readonly value: number
  readonly fine: ImposedFine
}

const CHOSEN = '(?:适用(?!规则|规定|办法|标准》)|对应|属(?:于)?|选定|确定为|符合|本案)'
const YUAN_CELL = new RegExp(`${CHOSEN}[^。；\\n]{0,40}?(?:处)?([0-9.,]+万?元|[一二三四五六七八九十百千万]+元)以上([0-9.,]+万?元|[一二三四五六七八九十百千万]+元)以下`, 'u')
const TIMES_CELL = new RegExp(`${CHOSEN}[^。；\\n]{0,50}?(${NUMBER}|[0-9.]+)倍(?:以上|至|-|—|~)(?:不(?:足|满|超过))?(${NUMBER}|[0-9.]+)倍(?:以下|以内|之间)?`, 'u')
/** The bounds of the statute itself are no cell. */
const STATUTE = /《(?![^》]*(?:裁量|基准))[^》]*》第[^。]*条/u

function timesOf(words = ''): number | null {
  return /^[0-9.]+$/u.test(words) ? Number(words) : numberOf(words)
}

/** The one cell that the paper chooses; null where it names none or several. */
export function chosenCell(document: CaseDocument): Cell | null {
  const yuan = findAll(document, YUAN_CELL).flatMap((place): Cell[] => {
    const [band] = fineBandsIn(`处${place.match[1]}以上${place.match[2]}以下的罚款`)
    if (STATUTE.test(place.match[0]) || band === undefined || band.low === null) return []
    return [{ low: band.low, high: band.high, unit: 'yuan', place }]
  })
  const times = findAll(document, TIMES_CELL).flatMap((place): Cell[] => {
    const [low, high] = [timesOf(place.match[1]), timesOf(place.match[2])]
    return STATUTE.test(place.match[0]) || low === null || high === null || high <= low ? [] : [{ low, high, unit: 'times', place }]
  })
  const cells = [...yuan, ...times]
  const [first] = cells
  return first !== undefined && cells.every(({ low, high, unit }) => low === first.low && high === first.high && unit === first.unit) ? first : null
}

/** 处货值金额10.5倍的罚款; else the fine over the base that the cell names. */
function multipleOf(paper: CaseDocument, fine: ImposedFine, cell: Cell): number | null {
  const [printed] = findAll(paper, new RegExp(`(?:货值金额|货值|违法所得|违法经营额|经营额|广告费用|合同价款)(?:的)?(${NUMBER}|[0-9.]+)倍(?!以|至|-)[^。；]{0,6}罚款`, 'u'))
  const said = timesOf(printed?.match[1])
  if (said !== null) return said
  const of = /违法所得/u.test(cell.place.match[0]) ? 'gain' : /经营额/u.test(cell.place.match[0]) ? 'turnover' : 'goodsValue'
  const bases = new Set(amountsIn(paper, of).map(({ yuan }) => yuan))
  const [base] = bases
  return bases.size === 1 && base !== undefined && base > 0 ? fine.yuan / base : null
}

/** One part in a thousand is rounding. */
const beyond = (value: number, { low, high }: Cell): boolean => value < low * 0.999 - 0.001 || value > high * 1.001 + 0.001

/** Where the fine lies outside the cell that sheet, report, decision or notice chooses; null where none does. */
export function outsideCell(file: CaseFile): OutsideCell | null {
  const paper = penaltyPaper(file)
  const fine = paper === null ? null : theFine(paper)
  if (paper === null || fine === null) return null
  const choosing = [
    ...file.of('discretion-sheet').filter(({ sure }) => sure),
    ...file.of('investigation-report', 'explanation').filter((one) => one.sure && says(one, /裁量/u)),
    ...(/裁量/u.test(denseText(paper)) ? [paper] : []),
  ]
  for (const document of choosing) {
    const cell = chosenCell(document)
    const value = cell === null ? null : cell.unit === 'yuan' ? fine.yuan : multipleOf(paper, fine, cell)
    // below the cell is where a fine that is mitigated stands (APL 32)
    if (cell !== null && value !== null && value < cell.low && mitigates(file)) continue
    if (cell !== null && value !== null && beyond(value, cell)) return { cell, value, fine }
  }
  return null
}
