/**
 * Document number (发文字号): agency code and kind, year in hexagonal brackets, serial, 号 — `云环法审〔2026〕12号`.
 * GB/T 9704-2012: four-digit year in 〔〕, no 第, no leading zero.
 */

/** One run of numbers: one agency, one kind of document, one year. */
export interface NumberSeries {
  /** Everything before the year: agency code (机关代字) and kind, `云环法审`. */
  readonly prefix: string
  readonly year: number
}

export interface DocumentNumber extends NumberSeries {
  readonly serial: number
}

/** What a number deviates in from the prescribed form. */
export type NumberProblem =
  /** Other brackets than 〔〕: `[2026]`, `(2026)`, `【2026】`. */
  | 'brackets'
  /** 第 before the serial. */
  | 'ordinalMark'
  | 'leadingZero'
  | 'spaces'
  /** Digits of full width. */
  | 'wideDigits'
  /** The closing 号 is absent. */
  | 'noClosing'

export type LenientNumber =
  | { readonly ok: true; readonly number: DocumentNumber; readonly problems: readonly NumberProblem[] }
  | { readonly ok: false }

const PREFIX = /^[\p{L}\p{N}]{1,30}$/u
const EXACT = /^([\p{L}\p{N}]{1,30})〔([1-9]\d{3})〕([1-9]\d{0,5})号$/u
const LENIENT = /^([\p{L}\p{N}]{1,30})([〔﹝[(（【〖［])(\d{4})([〕﹞\])）】〗］])(第?)(\d{1,9})(号?)$/u
const SERIAL_MAXIMUM = 999_999

/** Prefix of the series of review opinions (法制审核意见书) of an agency. */
export function opinionPrefix(agencyCode: string): string {
  return `${agencyCode}法审`
}

/** Whether a text can stand before the year: letters, Han characters and digits, at most 30, not ending in 第. */
export function isNumberPrefix(prefix: string): boolean {
  return PREFIX.test(prefix) && !prefix.endsWith('第')
}

function isNumber({ prefix, year, serial }: DocumentNumber): boolean {
  return (
    isNumberPrefix(prefix) &&
    Number.isInteger(year) && year >= 1000 && year <= 9999 &&
    Number.isInteger(serial) && serial >= 1 && serial <= SERIAL_MAXIMUM
  )
}

/** The number as printed. Throws `RangeError` on what is no number; the parts come from our own code. */
export function formatNumber(series: NumberSeries, serial: number): string {
  if (!isNumber({ ...series, serial })) {
    throw new RangeError(`not a document number: ${series.prefix} ${series.year} ${serial}`)
  }
  return `${series.prefix}〔${series.year}〕${serial}号`
}

/** Reads a number in exactly the prescribed form; null for anything else. */
export function parseNumber(text: string): DocumentNumber | null {
  const match = EXACT.exec(text)
  if (match === null) return null
  const number = { prefix: match[1] ?? '', year: Number(match[2]), serial: Number(match[3]) }
  return isNumber(number) ? number : null
}

/** Reads a number as people write it, and tells what is wrong with its form. */
export function parseNumberLeniently(text: string): LenientNumber {
  const problems: NumberProblem[] = []
  const compact = text.replace(/\s/gu, '')
  if (compact !== text) problems.push('spaces')
  const narrow = compact.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (narrow !== compact) problems.push('wideDigits')
  const match = LENIENT.exec(narrow)
  if (match === null) return { ok: false }
  const [, prefix = '', opening, year, closing, ordinal, serial = '', end] = match
  if (opening !== '〔' || closing !== '〕') problems.push('brackets')
  if (ordinal !== '') problems.push('ordinalMark')
  if (serial.startsWith('0')) problems.push('leadingZero')
  if (end === '') problems.push('noClosing')
  const number = { prefix, year: Number(year), serial: Number(serial) }
  return isNumber(number) ? { ok: true, number, problems } : { ok: false }
}

/** Order of a register: by prefix, then year, then serial as a number. */
export function compareNumbers(one: DocumentNumber, other: DocumentNumber): number {
  if (one.prefix !== other.prefix) return one.prefix < other.prefix ? -1 : 1
  return one.year - other.year || one.serial - other.serial
}
