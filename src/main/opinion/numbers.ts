/** Numbers of opinions in the store: gapless per agency and year, void ones kept with their reason. */
import { formatNumber, opinionPrefix } from '../../shared/numbering/document-number.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

/** Takes the next number of the series for this round. Inside the transaction that also writes it into the opinion. */
export function takeNumber(
  writer: Writer,
  agencyCode: string,
  year: number,
  taker: { readonly caseId: CaseId; readonly round: number; readonly at: IsoInstant },
): string {
  const prefix = opinionPrefix(agencyCode)
  const last = writer.get<{ serial: number | null }>('SELECT max(serial) AS serial FROM numbers WHERE prefix = ? AND year = ?', prefix, year)
  const serial = (last?.serial ?? 0) + 1
  const number = formatNumber({ prefix, year }, serial)
  writer.run(
    "INSERT INTO numbers (prefix, year, serial, number, state, case_id, round, taken_at) VALUES (?, ?, ?, ?, 'reserved', ?, ?, ?)",
    prefix,
    year,
    serial,
    number,
    taker.caseId,
    taker.round,
    taker.at,
  )
  return number
}

export function issueNumber(writer: Writer, number: string): void {
  writer.run("UPDATE numbers SET state = 'issued' WHERE number = ?", number)
}

export function voidNumber(writer: Writer, number: string, reason: string): void {
  writer.run("UPDATE numbers SET state = 'void', reason = ? WHERE number = ?", reason, number)
}

export interface RegisteredNumber {
  readonly number: string
  readonly state: 'reserved' | 'issued' | 'void'
  readonly reason: string | null
  readonly caseTitle: string
}

export function numbersOf(reader: Reader, year: number): RegisteredNumber[] {
  return reader.all<RegisteredNumber>(
    `SELECT n.number, n.state, n.reason, c.title AS caseTitle FROM numbers n JOIN cases c ON c.id = n.case_id
     WHERE n.year = ? ORDER BY n.prefix, n.serial`,
    year,
  )
}
