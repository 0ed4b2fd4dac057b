/**
 * Numbers in the store: gapless per word and year, void ones kept with their reason. Those of cases (案件编号) stand
 * under round 0, those of opinions (文号) under the round of their opinion, those of companion forms under round -1.
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
const FORM_ROUND = -1

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
    round > CASE_ROUND ? 'reserved' : 'issued',
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

/** The number that {@link takeFormNumber} would give now: it is printed before it is taken. */
export function nextFormNumber(reader: Reader, pattern: NumberPattern, agencyCode: string, year: number): string {
  return numberText(pattern, agencyCode, year, nextSerial(reader, pattern, seriesWord(pattern, agencyCode), year))
}

/** Gives a companion form (随案文书) its number, for good: it is taken in the transaction that keeps the form. */
export function takeFormNumber(writer: Writer, pattern: NumberPattern, agencyCode: string, year: number, taker: Omit<Taker, 'round'>): string {
  return take(writer, pattern, agencyCode, year, { ...taker, round: FORM_ROUND })
}

export function caseNumberOf(reader: Reader, caseId: CaseId): string | null {
  return reader.get<{ number: string }>('SELECT number FROM numbers WHERE case_id = ? AND round = ?', caseId, CASE_ROUND)?.number ?? null
}

/**
 * Why these words cannot be used: each word is of one kind of number only, or its register would have gaps.
 * @param formWords words of the station's companion forms
 */
export function wordProblem(
  reader: Reader,
  { numberPrefix, numbering = USUAL_NUMBERING }: Numbered,
  formWords: readonly string[] = [],
): 'number-same-word' | 'number-word-taken' | null {
  const word = (kind: keyof Numbering): string | null => {
    const pattern = numbering[kind]
    return pattern === null ? null : seriesWord(pattern, numberPrefix)
  }
  const [opinion, ofCase] = [word('opinion'), word('caseNumber')]
  if (opinion === ofCase || [opinion, ofCase].some((one) => one !== null && formWords.includes(one))) return 'number-same-word'
  const used = (prefix: string | null, where: string): boolean =>
    reader.get(`SELECT 1 FROM numbers WHERE prefix = ? AND ${where} LIMIT 1`, prefix) !== undefined
  return used(opinion, `round <= ${CASE_ROUND}`) || used(ofCase, `round <> ${CASE_ROUND}`) ? 'number-word-taken' : null
}

/** Why a form cannot have numbers with this word: another kind of number has it, or had it. */
export function formWordProblem(
  reader: Reader,
  station: Numbered,
  pattern: NumberPattern,
  otherWords: readonly string[],
): 'number-same-word' | 'number-word-taken' | null {
  const { opinion, caseNumber } = station.numbering ?? USUAL_NUMBERING
  const word = seriesWord(pattern, station.numberPrefix)
  const words = [opinion, caseNumber].flatMap((one) => (one === null ? [] : [seriesWord(one, station.numberPrefix)]))
  if ([...words, ...otherWords].includes(word)) return 'number-same-word'
  const taken = reader.get(`SELECT 1 FROM numbers WHERE prefix = ? AND round <> ${FORM_ROUND} LIMIT 1`, word) !== undefined
  return taken ? 'number-word-taken' : null
}

export function issueNumber(writer: Writer, number: string): void {
  writer.run("UPDATE numbers SET state = 'issued' WHERE number = ?", number)
}

export function voidNumber(writer: Writer, number: string, reason: string): void {
  writer.run("UPDATE numbers SET state = 'void', reason = ? WHERE number = ?", reason, number)
}

export function numbersOf(reader: Reader, year: number): RegisteredNumber[] {
  return reader.all<RegisteredNumber>(
    `SELECT n.number, CASE n.round WHEN ${CASE_ROUND} THEN 'case' WHEN ${FORM_ROUND} THEN 'form' ELSE 'opinion' END AS kind,
       iif(f.void_at IS NULL, n.state, 'void') AS state, coalesce(n.reason, f.void_reason) AS reason, c.title AS caseTitle
     FROM numbers n JOIN cases c ON c.id = n.case_id LEFT JOIN form_papers f ON f.number = n.number
     WHERE n.year = ? ORDER BY kind DESC, n.prefix, n.serial`,
    year,
  )
}
