/**
 * How a station's numbers are put together (编号规则): the agency's code (机关代字), words, the year, the running number.
 *
 * Two texts are never the same: words have no digits, the year stands before the running number and something between
 * them, so a text tells its word, year and serial again, and the store keeps each of these three together only once.
 */
import { z } from 'zod'
import { parseNumberLeniently, type NumberProblem } from './document-number.ts'

/** What stands in a form for what changes. */
export const NUMBER_PARTS = ['agency', 'year', 'serial'] as const
export type NumberPart = (typeof NUMBER_PARTS)[number]

export interface NumberPattern {
  /** Words with `{agency}`, `{year}` and `{serial}` in them: `{agency}法审〔{year}〕{serial}号`. */
  readonly form: string
  /** Digits at least; 1 writes no leading zeros, as GB/T 9704-2012 (7.2.5) wants it. */
  readonly width: number
  /** Whether each year begins at 1 (按年重新编号), or the numbers run on. */
  readonly restart: 'yearly' | 'never'
}

/** The order in which a form is judged; the first that is wrong is told. */
export type NumberPatternProblem =
  | 'number-sign'
  | 'number-no-year'
  | 'number-no-serial'
  | 'number-part-twice'
  | 'number-year-last'
  | 'number-parts-touch'
  | 'number-no-word'

const TOKEN = /\{(agency|year|serial)\}/gu
const WORDS = /^[\p{Script=Han}A-Za-z〔〕（）()[\]【】《》·—-]*$/u
export const FORM_MAXIMUM = 60
export const WIDTH_MAXIMUM = 6

/** GB/T 9704-2012: 机关代字, year in 〔〕, serial without leading zeros, 号. */
export const OPINION_PATTERN: NumberPattern = { form: '{agency}法审〔{year}〕{serial}号', width: 1, restart: 'yearly' }
/** Offered to a station that begins to number its cases. */
export const CASE_PATTERN: NumberPattern = { form: '{agency}审登〔{year}〕{serial}号', width: 1, restart: 'yearly' }

/** What is wrong with a form; null for one that can be used. */
export function formProblem(form: string): NumberPatternProblem | null {
  const parts = [...form.matchAll(TOKEN)].map(([, part]) => part)
  if (!WORDS.test(form.replaceAll(TOKEN, ''))) return 'number-sign'
  if (!parts.includes('year')) return 'number-no-year'
  if (!parts.includes('serial')) return 'number-no-serial'
  if (new Set(parts).size < parts.length) return 'number-part-twice'
  if (parts.indexOf('serial') < parts.indexOf('year')) return 'number-year-last'
  if (form.includes('{year}{serial}')) return 'number-parts-touch'
  // between year and serial the agency's code alone separates, too: it has no digits
  return seriesWord({ form, width: 1, restart: 'yearly' }, '') === '' ? 'number-no-word' : null
}

export const numberPatternSchema = z.strictObject({
  form: z
    .string()
    .trim()
    .max(FORM_MAXIMUM)
    .superRefine((form, context) => {
      const problem = formProblem(form)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    }),
  width: z.int().min(1).max(WIDTH_MAXIMUM),
  restart: z.enum(['yearly', 'never']),
})

/** Which numbers a station gives: to opinions always, to cases (案件编号) where it wants to. */
export const numberingSchema = z.strictObject({ opinion: numberPatternSchema, caseNumber: numberPatternSchema.nullable() })
export type Numbering = z.infer<typeof numberingSchema>

export const USUAL_NUMBERING: Numbering = { opinion: OPINION_PATTERN, caseNumber: null }

/**
 * What one run of numbers is kept by: its words without brackets, 第 and 号. A form that only changes those goes on in
 * the same run. For the usual form it is agency's code and 法审.
 */
export function seriesWord({ form }: NumberPattern, agencyCode: string): string {
  return form
    .replaceAll('第{serial}', '{serial}')
    .replaceAll('{serial}号', '{serial}')
    .replaceAll('{agency}', agencyCode)
    .replaceAll(TOKEN, '')
    .replaceAll(/[^\p{Script=Han}A-Za-z]/gu, '')
}

/** The number as printed. Throws `RangeError` for a year or serial that is none; both come from our own code. */
export function numberText({ form, width }: NumberPattern, agencyCode: string, year: number, serial: number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999 || !Number.isInteger(serial) || serial < 1 || serial > 999_999) {
    throw new RangeError(`not a document number: ${form} ${year} ${serial}`)
  }
  const parts: Record<NumberPart, string> = { agency: agencyCode, year: String(year), serial: String(serial).padStart(width, '0') }
  return form.replaceAll(TOKEN, (_, part: NumberPart) => parts[part])
}

/** In what a form departs from GB/T 9704-2012; nothing for the usual one, `null` where it is not of that kind at all. */
export function departures(pattern: NumberPattern): readonly NumberProblem[] | null {
  const read = parseNumberLeniently(numberText(pattern, '某', 2026, 1))
  return read.ok ? read.problems : null
}
