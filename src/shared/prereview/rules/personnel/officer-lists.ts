/** Lists of the officers of a case (执法人员名单), wherever they stand: in the form that submits it, a list of papers, a sheet. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { onceADocument } from '../../once-a-document.ts'
import { datesOn, linesOf, type PrintedLine } from '../printed-lines.ts'

/** 15012421-019 and 15012421019 are one number. */
export const plainNumber = (text: string): string => text.replace(/\s|[-—－]/gu, '').toUpperCase()


export interface ListedOfficer {
  readonly name: string
  readonly number: string | null
  readonly from: string | null
  readonly until: string
  readonly line: PrintedLine
}

const NAME = /^姓名$|^执法人员(?:姓名)?$|^人员(?:姓名)?$/u
const NUMBER = /证件?(?:编)?号(?:码)?$/u
const TERM = /有效期|到期|截止/u

function cellsOf(line: PrintedLine): readonly string[] {
  return line.text.split('\t').map((cell) => cell.replace(/\s/gu, ''))
}

/** Rows below a head that names 姓名 and 有效期. */
export const listedOfficers = onceADocument((document: CaseDocument): readonly ListedOfficer[] => {
  const lines = linesOf(document)
  const at = lines.findIndex((line) => {
    const cells = cellsOf(line)
    return cells.length > 2 && cells.some((cell) => NAME.test(cell)) && cells.some((cell) => TERM.test(cell))
  })
  const head = lines[at]
  if (head === undefined) return []
  const heads = cellsOf(head)
  const [nameAt, numberAt] = [heads.findIndex((cell) => NAME.test(cell)), heads.findIndex((cell) => NUMBER.test(cell))]
  const rows = lines.slice(at + 1)
  const end = rows.findIndex(({ text }) => !text.includes('\t'))
  return rows.slice(0, end < 0 ? undefined : end).flatMap((line): ListedOfficer[] => {
    const cells = cellsOf(line)
    const name = cells[nameAt] ?? ''
    const days = datesOn(line)
    const span = days.find(({ until }) => until !== null)
    const until = span?.until?.day ?? days.at(-1)?.day
    if (!/^[\p{Script=Han}·]{2,5}$/u.test(name) || until === undefined) return []
    const from = span?.day ?? (days.length > 1 ? (days[0]?.day ?? null) : null)
    const number = numberAt < 0 ? '' : plainNumber(cells[numberAt] ?? '')
    return [{ name, number: number === '' ? null : number, from, until, line }]
  })
})

export function listedOf(file: CaseFile): readonly ListedOfficer[] {
  return file.documents.filter(({ sure }) => sure).flatMap(listedOfficers)
}
