/** The contract of the annual report (年度报告): the report of a year, its entries, its publication, and the reminder. */
import { z } from 'zod'
import { annualTableIdSchema } from '../catalogue/annual-report.ts'
import { method } from '../contract/method.ts'
import { PAPER_FORMATS, type MadePaper } from '../documents/made-paper.ts'
import { isoDateSchema, type Bilingual, type IsoDate, type Sha256 } from '../values/values.ts'
import type { AnnualTable, Missing, Written } from './report.ts'
import { STANDINGS } from './report.ts'
import { LONGEST_REMINDER, type AnnualReminder } from './reminder.ts'

const year = z.int().min(2000).max(2098)

/** A part of the text: as written, with its places, and as printed. */
export interface AnnualSection {
  readonly id: string
  readonly title: Bilingual
  readonly text: string
  readonly filled: string
  /** Null: the wording that the program brings, or that of the year before. */
  readonly written: Written | null
  /** Taken over from the station's text of the year before. */
  readonly takenOver: boolean
}

/** 公布情况. Withdrawing the mark does not withdraw what was published; it opens the report for corrections. */
export interface Publication extends Written {
  readonly publishedOn: IsoDate
  readonly place: string
  readonly proof: { readonly name: string; readonly sha256: Sha256 } | null
  /** Figures that are other now than when it was published: corrections of what the report is counted from. */
  readonly changedSince: readonly string[]
}

export interface AnnualReport {
  readonly year: number
  readonly dueOn: IsoDate
  readonly dutyVerified: boolean
  readonly dutySource: string
  readonly tables: readonly AnnualTable[]
  readonly sections: readonly AnnualSection[]
  /** Names that a text may use between double braces, with what they stand for now. */
  readonly places: readonly { readonly name: string; readonly value: string | null; readonly change: boolean }[]
  readonly missing: readonly Missing[]
  readonly publication: Publication | null
  /** The figures of the year before are those that were published. */
  readonly beforePublished: boolean
  readonly remindDays: number
}

const READERS = ['reviewer', 'head', 'agencyHead', 'supervisor', 'admin'] as const
const WRITERS = ['head', 'admin'] as const
const write = <Input extends z.ZodRawShape>(shape: Input) => ({ input: z.strictObject({ year, ...shape }), allowed: [...WRITERS], access: 'write' as const })

export const annualReportContract = {
  'annualReport.get': method({ input: z.strictObject({ year }), allowed: [...READERS], access: 'read' }).returns<AnnualReport>(),
  /** A figure by hand, with where it comes from; null takes it back. */
  'annualReport.setFigure': method(
    write({ key: z.string().max(60), value: z.number().min(0).max(1e12).nullable(), note: z.string().trim().max(300) }),
  ).returns<AnnualReport>(),
  'annualReport.setStanding': method(write({ table: annualTableIdSchema, standing: z.enum(STANDINGS) })).returns<AnnualReport>(),
  /** Null: back to the wording of the catalogue. */
  'annualReport.saveText': method(write({ section: z.string().max(60), text: z.string().trim().min(1).max(20_000).nullable() })).returns<AnnualReport>(),
  'annualReport.setReminder': method({
    input: z.strictObject({ days: z.int().min(1).max(LONGEST_REMINDER) }),
    allowed: [...WRITERS],
    access: 'write',
  }).returns<{ readonly days: number }>(),
  /** Marked as published; `proofId` names a staged file of which name and hash are kept. */
  'annualReport.publish': method(
    write({ publishedOn: isoDateSchema, place: z.string().trim().min(2).max(300), proofId: z.uuid().nullable() }),
  ).returns<AnnualReport>(),
  'annualReport.takeBack': method(write({ reason: z.string().trim().min(2).max(1000) })).returns<AnnualReport>(),
  'annualReport.make': method({
    input: z.strictObject({ year, format: z.enum(PAPER_FORMATS) }),
    allowed: [...READERS],
    access: 'write',
  }).returns<MadePaper>(),
  /** What waits to be published; null: nothing, or not yet. */
  'annualReport.reminder': method({ input: z.strictObject({}), allowed: [...WRITERS], access: 'read' }).returns<(AnnualReminder & { readonly missing: number }) | null>(),
}
