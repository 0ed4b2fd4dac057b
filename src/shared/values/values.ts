/**
 * The small values that everything else is made of. Each is a zod schema and the type inferred from it, so that
 * a `CaseId` cannot be passed where a `PersonId` is wanted and an unparsed string cannot be passed at all.
 */
import { z } from 'zod'
import { LANGUAGES, type Language } from './languages.ts'

export const caseIdSchema = z.uuidv7().brand('CaseId')
export type CaseId = z.infer<typeof caseIdSchema>

export const personIdSchema = z.uuidv7().brand('PersonId')
export type PersonId = z.infer<typeof personIdSchema>

export const materialIdSchema = z.uuidv7().brand('MaterialId')
export type MaterialId = z.infer<typeof materialIdSchema>

export const stationIdSchema = z.uuidv7().brand('StationId')
export type StationId = z.infer<typeof stationIdSchema>

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/).brand('Sha256')
export type Sha256 = z.infer<typeof sha256Schema>

/** First and last day a date in a case can sensibly have; a slip of the finger such as 20226-01-01 falls outside. */
export const EARLIEST_DATE = '1949-10-01'
export const LATEST_DATE = '2099-12-31'

/** A calendar day in the station's place, `YYYY-MM-DD`, between {@link EARLIEST_DATE} and {@link LATEST_DATE}. */
export const isoDateSchema = z.iso
  .date()
  .refine((day) => day >= EARLIEST_DATE && day <= LATEST_DATE, { error: 'date-out-of-range' })
  .brand('IsoDate')
export type IsoDate = z.infer<typeof isoDateSchema>

/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const isoInstantSchema = z.iso.datetime({ precision: 3 }).brand('IsoInstant')
export type IsoInstant = z.infer<typeof isoInstantSchema>

/** An amount of money in yuan with at most two decimals, zero or more, below one trillion. */
export const yuanSchema = z
  .number()
  .min(0)
  .max(1e12)
  .refine((amount) => Math.round(amount * 100) / 100 === amount, { error: 'more-than-two-decimals' })
  .brand('Yuan')
export type Yuan = z.infer<typeof yuanSchema>

/** Parses a literal written in our own code or data; throws on a mistake, so never use it on input. */
export function isoDate(day: string): IsoDate {
  return isoDateSchema.parse(day)
}

export function isoInstant(moment: Date): IsoInstant {
  return isoInstantSchema.parse(moment.toISOString())
}

export function yuan(amount: number): Yuan {
  return yuanSchema.parse(amount)
}

export const languageSchema = z.enum(LANGUAGES)
export type { Language }

/** A text in both languages. */
export const bilingualSchema = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof bilingualSchema>
