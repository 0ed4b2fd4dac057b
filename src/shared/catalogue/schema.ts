/**
 * The law as data (wall 3): the shape of every file under `resources/catalogue/` and of the catalogue made of them.
 * Every row says where it comes from (`basis`, `source`), when it holds (`validFrom`, `validTo`) and whether somebody
 * read it in the text of the law (`verified`; `false` is shown to the user as 未核实).
 */
import { z } from 'zod'
import { LAW_KINDS } from '../laws/law-lookup.ts'
import { bilingualSchema, isoDateSchema, sha256Schema, yuanSchema } from '../values/values.ts'
import { adjustmentSchema } from './adjustments.ts'
import { annualReportRowSchema } from './annual-report.ts'
import { benchmarkRowSchema } from './benchmarks.ts'
import { crimeLineSchema } from './crime-lines.ts'
import { decisionRuleSchema } from './decision-rules.ts'
import { disclosureRuleSchema } from './disclosure-rules.ts'
import { documentKindSchema } from './document-kinds.ts'
import { evaluationStandardSchema } from './evaluation-standards.ts'
import { formSchema } from './forms.ts'
import { gistSchema } from './gists.ts'
import { penaltyRangeSchema } from './penalty-ranges.ts'
import { periodSchema } from './periods.ts'
import { retentionPeriodSchema } from './retention-periods.ts'
import { fileVolumeSchema } from './file-volumes.ts'
import { reviewerRuleSchema } from './reviewer-rules.ts'
import { row, rowIdSchema } from './row.ts'
import { supplementRuleSchema } from './supplement-rules.ts'
import {
  actionKindSchema,
  caseFlagSchema,
  conditionKindSchema,
  effectKindSchema,
  headingIdSchema,
  opinionTypeCodeSchema,
  partyKindSchema,
  processOutcomeCodeSchema,
  severitySchema,
} from './vocabulary.ts'

export { rowIdSchema }

/** A registered law (法规登记). `highestArticle` is the number of its last article; null where it has no articles. */
export const lawSchema = row({
  title: bilingualSchema,
  aliases: z.array(z.string().min(1)),
  kind: z.enum(LAW_KINDS),
  highestArticle: z.int().min(1).nullable(),
  /** For documents with numbered points （一）（二）… */
  highestItem: z.int().min(1).nullable(),
  /** Kinds of action that the law is about; empty: not only certain kinds. An opinion on another kind does not cite it. */
  actionKinds: z.array(actionKindSchema),
  /** Sector whose agencies the law binds; null: everybody. */
  sector: rowIdSchema.nullable(),
  /** From when the present (or last) version holds. */
  inForceFrom: isoDateSchema,
  repealedOn: isoDateSchema.nullable(),
  /**
   * All versions whose days are known, the oldest first; absent: only the present one is. `endedOn` is the first day on
   * which the version no longer holds, `highestArticle` null where it was not read.
   */
  versions: z
    .array(
      z.strictObject({
        inForceFrom: isoDateSchema,
        endedOn: isoDateSchema.nullable(),
        highestArticle: z.int().min(1).nullable(),
        /** False where the first day was not read in a text. */
        verified: z.boolean().optional(),
      }),
    )
    .min(1)
    .optional(),
  /** True: there were versions before the first of `versions`, so an earlier day tells nothing. */
  earlierVersions: z.boolean().optional(),
  /**
   * Articles whose number the present version changed, for what of the law is still cited by the old one: a citation of
   * `article` in a sentence that has one of `words` and none of `unless` means the article that is now `now`.
   */
  moved: z
    .array(
      z.strictObject({
        article: z.int().min(1),
        words: z.array(z.string().min(2)).min(1),
        unless: z.array(z.string().min(2)),
        now: z.int().min(1),
        verified: z.boolean(),
      }),
    )
    .optional(),
  /** The id of the law that took its place. */
  replacedBy: rowIdSchema.nullable(),
})
export type Law = z.infer<typeof lawSchema>

export const headingSchema = row({
  id: headingIdSchema,
  number: z.int().min(1).max(8),
  title: bilingualSchema,
  /** The formal wording of 国办发〔2018〕118号（十三）. */
  statutory: bilingualSchema,
})
export type Heading = z.infer<typeof headingSchema>

export const actionKindRowSchema = row({
  id: actionKindSchema,
  letter: z.enum(['P', 'M', 'E', 'L', 'X', 'I']),
  name: bilingualSchema,
})
export type ActionKindRow = z.infer<typeof actionKindRowSchema>

export const conditionSchema = row({ id: conditionKindSchema, name: bilingualSchema })
export type Condition = z.infer<typeof conditionSchema>

export const sectorSchema = row({ name: bilingualSchema })
export type Sector = z.infer<typeof sectorSchema>

/**
 * One question of the review. Worded so that “yes” always means lawful. `onlyWhen`: asked only where at least one of
 * these circumstances is present or not known; empty = always.
 */
export const questionSchema = row({
  id: z.string().regex(/^[1-8]\.[1-9][0-9]*$/),
  heading: headingIdSchema,
  text: bilingualSchema,
  lookIn: bilingualSchema,
  typicalDefect: bilingualSchema,
  severity: severitySchema,
  actionKinds: z.array(actionKindSchema).min(1),
  onlyWhen: z.array(conditionKindSchema),
  /** False where the question concerns every case of its kinds, so that “not applicable” is no answer to it. */
  mayNotApply: z.boolean(),
  /** Ready words for a “no”, which the officer accepts or changes. */
  finding: bilingualSchema,
  suggestion: bilingualSchema,
})
export type Question = z.infer<typeof questionSchema>

/**
 * What a trigger that is met means. `major`: the decision needs legal review. `hearingLine`: the party must be told of
 * the right to a hearing; the case is major once a hearing was held, or where the agency's catalogue says so.
 */
export const triggerConsequenceSchema = z.enum(['major', 'hearingLine'])

const triggerFields = {
  name: bilingualSchema,
  explanation: bilingualSchema,
  consequence: triggerConsequenceSchema,
  actionKinds: z.array(actionKindSchema).min(1),
  sector: rowIdSchema.nullable(),
  /** Division code (GB/T 2260) of a place; null = everywhere. */
  region: z.string().regex(/^\d{6}$/).nullable(),
}

/** Met when every one of `allOf` is flagged. */
const flagTriggerSchema = row({ ...triggerFields, kind: z.literal('flag'), allOf: z.array(caseFlagSchema).min(1) })

/** Met when an amount of one of `effectKinds` (in yuan) reaches `threshold`, or passes it where not `inclusive`. */
const amountTriggerSchema = row({
  ...triggerFields,
  kind: z.literal('amount'),
  partyKind: partyKindSchema,
  effectKinds: z.array(effectKindSchema).min(1),
  threshold: yuanSchema,
  inclusive: z.boolean(),
  /** True where the amounts of `effectKinds` are added up; false where each kind is held against the line apart. */
  addedUp: z.boolean(),
})

/** Met when the decision has one of `effectKinds`, whatever the amount. */
const effectTriggerSchema = row({
  ...triggerFields,
  kind: z.literal('effect'),
  effectKinds: z.array(effectKindSchema).min(1),
})

export const majorTriggerSchema = z.discriminatedUnion('kind', [
  flagTriggerSchema,
  amountTriggerSchema,
  effectTriggerSchema,
])
export type MajorTrigger = z.infer<typeof majorTriggerSchema>
export type AmountTrigger = Extract<MajorTrigger, { kind: 'amount' }>

/** One kind of submission material (送审材料). `onlyWhen` (any of) is for `conditional` ones. */
export const materialKindSchema = row({
  name: bilingualSchema,
  note: bilingualSchema,
  actionKinds: z.array(actionKindSchema).min(1),
  need: z.enum(['required', 'conditional', 'optional']),
  onlyWhen: z.array(conditionKindSchema),
})
export type MaterialKind = z.infer<typeof materialKindSchema>

export const opinionTypeSchema = row({
  id: z.union([opinionTypeCodeSchema, processOutcomeCodeSchema]),
  name: bilingualSchema,
  /** The sentence that opens the conclusion of the opinion. */
  lead: bilingualSchema,
  /** What the conclusion of this type asks the handling body to do. */
  request: bilingualSchema,
  /** Whether the case must come back for another round before a decision. */
  needsNewRound: z.boolean(),
  /** Whether a decision may be made on this opinion (for T-COND: once its changes are made). */
  passes: z.boolean(),
})
export type OpinionType = z.infer<typeof opinionTypeSchema>

/** Matches an answered question when every part that is given holds. */
export const answerMatchSchema = z
  .strictObject({
    questions: z.array(z.string()).min(1).optional(),
    headings: z.array(headingIdSchema).min(1).optional(),
    severities: z.array(severitySchema).min(1).optional(),
    answers: z.array(z.enum(['no', 'cannotTell'])).min(1),
  })
export type AnswerMatch = z.infer<typeof answerMatchSchema>

/** Rules are tried by `order`; the first with a match in `anyOf` gives the headline, the others attached advice. */
export const derivationRuleSchema = row({
  order: z.int().min(1),
  type: opinionTypeCodeSchema,
  /** Empty exactly in the last rule (T-OK), which is reached only when nothing is open. */
  anyOf: z.array(answerMatchSchema),
  explanation: bilingualSchema,
})
export type DerivationRule = z.infer<typeof derivationRuleSchema>

/** Text for documents; `{{name}}` places are listed in `places`. */
export const wordingSchema = row({ text: bilingualSchema, places: z.array(z.string().regex(/^[a-z][A-Za-z]*$/)) })
export type Wording = z.infer<typeof wordingSchema>

export const limitUnitSchema = z.enum(['workingDay', 'calendarDay'])
export type LimitUnit = z.infer<typeof limitUnitSchema>

/** A time limit for the review (审核期限). `days` null = the rule sets none. */
export const reviewLimitSchema = row({
  name: bilingualSchema,
  sector: rowIdSchema.nullable(),
  region: z.string().regex(/^\d{6}$/).nullable(),
  days: z.int().min(1).nullable(),
  unit: limitUnitSchema,
  /** `days` null = an extension without a fixed length. */
  extension: z
    .strictObject({ days: z.int().min(1).nullable(), unit: limitUnitSchema, approver: bilingualSchema })
    .nullable(),
  /** Whether the time for supplementing materials is left out of the count. */
  supplementExcluded: z.boolean(),
})
export type ReviewLimitRow = z.infer<typeof reviewLimitSchema>

/** The State Council's arrangement of one year: days off, both ends included, and weekend days worked instead. */
export const holidayYearSchema = row({
  year: z.int().min(2000).max(2099),
  notice: z.string().min(1),
  off: z.array(z.strictObject({ name: bilingualSchema, from: isoDateSchema, to: isoDateSchema })).min(1),
  workingWeekends: z.array(isoDateSchema),
})
export type HolidayYear = z.infer<typeof holidayYearSchema>

/**
 * The days that are off by 全国年节及纪念日放假办法 alone, for a year whose arrangement is not published yet: without
 * the make-up days, so a calculation on them is provisional.
 */
export const statutoryHolidaysSchema = row({
  year: z.int().min(2000).max(2099),
  days: z.array(z.strictObject({ name: bilingualSchema, date: isoDateSchema })).min(1),
})
export type StatutoryHolidays = z.infer<typeof statutoryHolidaysSchema>

/** Every subject a catalogue file can have, with the schema of its rows. */
export const SUBJECT_SCHEMAS = {
  laws: lawSchema,
  headings: headingSchema,
  actionKinds: actionKindRowSchema,
  conditions: conditionSchema,
  sectors: sectorSchema,
  questions: questionSchema,
  majorTriggers: majorTriggerSchema,
  materials: materialKindSchema,
  opinionTypes: opinionTypeSchema,
  derivationRules: derivationRuleSchema,
  wording: wordingSchema,
  reviewLimits: reviewLimitSchema,
  holidays: holidayYearSchema,
  statutoryHolidays: statutoryHolidaysSchema,
  crimeLines: crimeLineSchema,
  penaltyRanges: penaltyRangeSchema,
  documentKinds: documentKindSchema,
  annualReport: annualReportRowSchema,
  periods: periodSchema,
  benchmarks: benchmarkRowSchema,
  adjustments: adjustmentSchema,
  forms: formSchema,
  gists: gistSchema,
  retentionPeriods: retentionPeriodSchema,
  fileVolumes: fileVolumeSchema,
  reviewerRules: reviewerRuleSchema,
  supplementRules: supplementRuleSchema,
  decisionRules: decisionRuleSchema,
  evaluationStandards: evaluationStandardSchema,
  disclosureRules: disclosureRuleSchema,
} as const
export type Subject = keyof typeof SUBJECT_SCHEMAS
export const SUBJECTS = Object.keys(SUBJECT_SCHEMAS) as Subject[]
export const subjectSchema = z.enum(SUBJECTS as [Subject, ...Subject[]])

export type RowOf<Of extends Subject> = z.infer<(typeof SUBJECT_SCHEMAS)[Of]>

/** One file: its subject and its rows; the rows are checked one by one with the schema of the subject. */
export const catalogueFileSchema = z.strictObject({ subject: subjectSchema, rows: z.array(z.unknown()).min(1) })

/** `catalogue.json`: which files make the catalogue. */
export const manifestSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: bilingualSchema,
  files: z.array(z.string().regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*\.json$/)).min(1),
})
export type Manifest = z.infer<typeof manifestSchema>

/** The rows of a catalogue by subject. */
export type CatalogueRows = { readonly [Of in Subject]: readonly RowOf<Of>[] }

/** A row that an overlay took out, and why; a hidden question is still shown as folded. */
export type HiddenRow = {
  [Of in Subject]: {
    readonly subject: Of
    readonly id: string
    readonly row: RowOf<Of>
    readonly overlay: string
    readonly reason: string
    readonly source: string
  }
}[Subject]

/** Where a row was added or tightened by an overlay. */
export interface OverlayChange {
  readonly overlay: string
  readonly operation: 'add' | 'tighten' | 'hide'
  readonly subject: Subject
  readonly id: string
}

/** Which catalogue a case was reviewed under: kept with the case. */
export const catalogueVersionSchema = z.strictObject({
  manifest: z.string(),
  /** SHA-256 of the canonical content: rows, hidden rows and overlays together. */
  contentHash: sha256Schema,
  overlays: z.array(z.strictObject({ id: z.string(), version: z.string() })),
})
export type CatalogueVersion = z.infer<typeof catalogueVersionSchema>

/** The catalogue as the rules read it: base and overlays together, without version. */
export interface CatalogueContent extends CatalogueRows {
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  readonly hidden: readonly HiddenRow[]
  readonly changes: readonly OverlayChange[]
}

export interface Catalogue extends CatalogueContent {
  readonly version: CatalogueVersion
}
