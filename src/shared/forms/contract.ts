/** Companion forms of a case (随案文书): which there are, how they look, made with number and hash; their wording in this station. */
import { z } from 'zod'
import type { Form } from '../catalogue/forms.ts'
import { method } from '../contract/method.ts'
import { PAPER_FORMATS, type MadePaper } from '../documents/made-paper.ts'
import type { LaidOutDocument } from '../documents/laid-out.ts'
import { caseIdSchema, type Bilingual, type IsoInstant } from '../values/values.ts'
import { FORM_FACTS, type FormFact } from './form-facts.ts'
import { FORM_IDS, type FormId } from './form-ids.ts'
import { formSettingsSchema, type FormSettings } from './form-settings.ts'
import type { FormWait } from './form-words.ts'

/** The record that a form is about, where a case can have several; key `case` where it is about the case. */
export interface FormAbout {
  readonly key: string
  readonly label: Bilingual
}

export interface MadeForm {
  readonly id: string
  readonly form: FormId
  readonly about: string
  readonly number: string | null
  readonly madeAt: IsoInstant
  readonly by: string
  readonly pdfDocumentId: string
  readonly docxDocumentId: string
  readonly pdfName: string
  readonly docxName: string
  /** SHA-256 of the PDF. */
  readonly sha256: string
  /** What it lacked when it was made, by the labels. */
  readonly lacks: readonly string[]
  readonly voided: { readonly by: string; readonly at: IsoInstant; readonly reason: string } | null
}

export interface FormOffer {
  readonly form: FormId
  readonly name: Bilingual
  readonly purpose: Bilingual
  /** Who makes it. */
  readonly side: Form['side']
  readonly numbered: boolean
  readonly verified: boolean
  readonly source: string
  readonly wait: FormWait | null
  readonly abouts: readonly FormAbout[]
  /** What the form about the newest record lacks now. */
  readonly lacks: readonly string[]
  readonly mayMake: boolean
  /** Newest first. */
  readonly made: readonly MadeForm[]
}

export interface FormPreview {
  readonly pages: LaidOutDocument
  readonly lacks: readonly { readonly id: string; readonly label: string; readonly verified: boolean }[]
  readonly byHand: readonly string[]
  /** What can be typed in: the records do not have it, or only propose it as `known`, which is printed where nothing is typed. */
  readonly asked: readonly {
    readonly fact: FormFact
    readonly name: string
    readonly kind: Form['asked'][number]['kind']
    readonly known: string | null
    /** What each line of `rows` holds, in order; else empty. */
    readonly columns: readonly string[]
  }[]
}

export interface FormInStation {
  readonly form: Form
  readonly settings: FormSettings
  /** 0: as shipped. */
  readonly seq: number
  readonly by: string | null
  readonly at: IsoInstant | null
}

const given = z
  .array(z.strictObject({ fact: z.enum(FORM_FACTS), value: z.string().trim().max(4000) }))
  .max(20)
  .refine((list) => new Set(list.map(({ fact }) => fact)).size === list.length, { error: 'twice' })
export type GivenFacts = z.infer<typeof given>

const form = z.enum(FORM_IDS)
const onCase = { caseId: caseIdSchema, form, about: z.string().min(1).max(80), given }
const MAKERS = ['handler', 'reviewer', 'head', 'agencyHead'] as const
const KEEPERS = ['admin', 'head'] as const

export const formsContract = {
  'forms.ofCase': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<readonly FormOffer[]>(),
  /** Throws `form-not-yet`, `glyph-missing`. */
  'forms.preview': method({ input: z.strictObject(onCase), allowed: 'signedIn', access: 'read' }).returns<FormPreview>(),
  /**
   * Prints the form, gives it its number and keeps both files with the case. `lacks`: what the person was shown as lacking.
   * Throws `form-not-yet`, `form-not-yours`, `form-lacks`, `glyph-missing`.
   */
  'forms.make': method({ input: z.strictObject({ ...onCase, lacks: z.array(z.string().max(40)).max(60) }), allowed: MAKERS, access: 'write' }).returns<MadeForm>(),
  /** The number is kept, with the reason, and never given again. */
  'forms.void': method({
    input: z.strictObject({ id: z.uuidv7(), reason: z.string().trim().min(2).max(500) }),
    allowed: MAKERS,
    access: 'write',
  }).returns<null>(),
  /** An empty form to be filled in by hand. */
  'forms.blank': method({ input: z.strictObject({ form, format: z.enum(PAPER_FORMATS) }), allowed: 'signedIn', access: 'read' }).returns<MadePaper>(),
  'forms.settings': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly FormInStation[]>(),
  /** The empty form as it would look with these settings. Throws `form-settings-refused`. */
  'forms.previewSettings': method({ input: z.strictObject({ form, settings: formSettingsSchema }), allowed: KEEPERS, access: 'read' }).returns<LaidOutDocument>(),
  /** `settings` null: as shipped again. Throws `form-settings-refused`, `conflict`. */
  'forms.saveSettings': method({
    input: z.strictObject({ form, expectedSeq: z.int().min(0), settings: formSettingsSchema.nullable() }),
    allowed: KEEPERS,
    access: 'write',
  }).returns<FormInStation>(),
}
