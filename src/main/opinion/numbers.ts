/**
 * Numbers in the store: gapless per word and year, void ones kept with their reason. Those of cases (案件编号) stand
 * under round 0, those of opinions (文号) under the round of their opinion.
 */
import { numberText, seriesWord, USUAL_NUMBERING, type NumberPattern, type Numbering } from '../../shared/numbering/number-pattern.ts'
import type { RegisteredNumber } from '../../shared/opinion/contract.ts'
import type { StationFields } from '../../shared/station/contract.ts'
import type { CaseId, IsoInstant } from '../../shared/values/values.ts'
import type { Reader, Writer } from '../store/database.ts'

type Numbered = Pick<StationFields, 'numberPrefix' | 'numbering'>

interface Taker {
  readonly caseId: CaseId
  readonly round: number
  readonly at: IsoInstant
}

const CASE_ROUND = 0

/** The serial after the last one given: of this year, or of the last year that has any where numbers run on. */
function nextSerial(reader: Reader, { restart }: NumberPattern, word: string, thisYear: number): number {
  const year = restart === 'yearly' ? thisYear : reader.get<{ year: number | null }>('SELECT max(year) AS year FROM numbers WHERE prefix = ?', word)?.year
  const last = reader.get<{ serial: number | null }>('SELECT max(serial) AS serial FROM numbers WHERE prefix = ? AND year = ?', word, year ?? thisYear)
  return (last?.serial ?? 0) + 1
}

function take(writer: Writer, pattern: NumberPattern, agencyCode: string, year: number, { caseId, round, at }: Taker): string {
  const word = seriesWord(pattern, agencyCode)
  const serial = nextSerial(writer, pattern, word, year)
  const number = numberText(pattern, agencyCode, year, serial)
  writer.run(
    'INSERT INTO numbers (prefix, year, serial, number, state, case_id, round, taken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    word,
    year,
    serial,
    number,
    round === CASE_ROUND ? 'issued' : 'reserved',
    caseId,
    round,
    at,
  )
  return number
}

/** Takes the next number of opinions for this round. Inside the transaction that also writes it into the opinion. */
export function takeNumber(writer: Writer, station: Numbered, year: number, taker: Taker): string {
  return take(writer, (station.numbering ?? USUAL_NUMBERING).opinion, station.numberPrefix, year, taker)
}

/** Gives a case that is being registered its number; null where the station does not number its cases. */
export function takeCaseNumber(writer: Writer, station: Numbered, year: number, taker: Omit<Taker, 'round'>): string | null {
  const pattern = station.numbering?.caseNumber ?? null
  return pattern === null ? null : take(writer, pattern, station.numberPrefix, year, { ...taker, round: CASE_ROUND })
}

export function caseNumberOf(reader: Reader, caseId: CaseId): string | null {
  return reader.get<{ number: string }>('SELECT number FROM numbers WHERE case_id = ? AND round = ?', caseId, CASE_ROUND)?.number ?? null
}

/** Why these words cannot be used: each word is of one kind of number only, or its register would have gaps. */
export function wordProblem(reader: Reader, { numberPrefix, numbering = USUAL_NUMBERING }: Numbered): 'number-same-word' | 'number-word-taken' | null {
  const word = (kind: keyof Numbering): string | null => {
    const pattern = numbering[kind]
    return pattern === null ? null : seriesWord(pattern, numberPrefix)
  }
  const [opinion, ofCase] = [word('opinion'), word('caseNumber')]
  if (opinion === ofCase) return 'number-same-word'
  const used = (prefix: string | null, where: string): boolean =>
    reader.get(`SELECT 1 FROM numbers WHERE prefix = ? AND ${where} LIMIT 1`, prefix) !== undefined
  return used(opinion, `round = ${CASE_ROUND}`) || used(ofCase, `round <> ${CASE_ROUND}`) ? 'number-word-taken' : null
}

export function issueNumber(writer: Writer, number: string): void {
  writer.run("UPDATE numbers SET state = 'issued' WHERE number = ?", number)
}

export function voidNumber(writer: Writer, number: string, reason: string): void {
  writer.run("UPDATE numbers SET state = 'void', reason = ? WHERE number = ?", reason, number)
}

export function numbersOf(reader: Reader, year: number): RegisteredNumber[] {
  return reader.all<RegisteredNumber>(
    `SELECT n.number, iif(n.round = ?, 'case', 'opinion') AS kind, n.state, n.reason, c.title AS caseTitle
     FROM numbers n JOIN cases c ON c.id = n.case_id WHERE n.year = ? ORDER BY kind DESC, n.prefix, n.serial`,
    CASE_ROUND,
    year,
  )
}
