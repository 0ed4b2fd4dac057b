/**
 * The one model of an official document (公文). PDF, DOCX and the preview on the screen are drawn from it and from
 * nothing else, so they cannot say different things. Layout facts (GB/T 9704-2012) belong to the renderers; numbers of
 * headings and attachments are computed from position (`numbering.ts`) and are never typed.
 *
 * Strings may hold line breaks (`\n`) where a break is meant; tabs become blanks, other control characters are refused.
 */
import { z } from 'zod'
import { isoDateSchema } from '../values/values.ts'

// Every C0 and C1 control character but the line feed, and halves of surrogate pairs: XML and PDF can carry none.
export const UNPRINTABLE = /(?!\n)\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u

/** Text pasted from Word brings tabs, vertical tabs (its line breaks) and Windows line ends. */
function asTyped(text: string): string {
  return text.replaceAll(/\r\n?|\v|\f/g, '\n').replaceAll('\t', ' ')
}

const printable = z
  .string()
  .overwrite(asTyped)
  .refine((text) => !UNPRINTABLE.test(text), { error: 'control-character' })
const filled = printable.refine((text) => text.trim() !== '', { error: 'empty' })
const oneLine = filled.refine((text) => !text.includes('\n'), { error: 'line-break' })

const textInlineSchema = z.strictObject({ kind: z.literal('text'), text: printable, bold: z.boolean().optional() })
/** A check box (复选框): ☑ or □. The PDF draws it as lines, because few Chinese fonts have ☑. */
const checkBoxInlineSchema = z.strictObject({ kind: z.literal('check-box'), checked: z.boolean() })

export const inlineSchema = z.discriminatedUnion('kind', [textInlineSchema, checkBoxInlineSchema])
export type Inline = z.infer<typeof inlineSchema>

export const inlinesSchema = z.array(inlineSchema)

export const ALIGNMENTS = ['left', 'center', 'right'] as const
const alignmentSchema = z.enum(ALIGNMENTS)
export type Alignment = z.infer<typeof alignmentSchema>

/** A heading of level 1 一、 2 （一） 3 1. or 4 （1）. Its number comes from its position. */
export const headingSchema = z.strictObject({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  text: oneLine,
})
export type Heading = z.infer<typeof headingSchema>
export type HeadingLevel = Heading['level']

/** A paragraph (自然段), indented by two characters unless `indent` is false. */
export const paragraphSchema = z.strictObject({
  kind: z.literal('paragraph'),
  inlines: inlinesSchema,
  indent: z.boolean().optional(),
  align: alignmentSchema.optional(),
})
export type Paragraph = z.infer<typeof paragraphSchema>

/** `width` is a share: a column's part of the text width is its share of the sum of all shares. */
export const columnSchema = z.strictObject({
  header: oneLine,
  width: z.number().positive().max(1000),
  align: alignmentSchema.optional(),
})
export type Column = z.infer<typeof columnSchema>

/** A table (表格). Its header row comes again on every page that the table reaches. */
export const tableSchema = z
  .strictObject({
    kind: z.literal('table'),
    columns: z.array(columnSchema).min(1).max(12),
    /** Rows of cells; as many cells in each row as there are columns. */
    rows: z.array(z.array(inlinesSchema)),
  })
  .refine((table) => table.rows.every((row) => row.length === table.columns.length), { error: 'cells-per-row' })
export type Table = z.infer<typeof tableSchema>

const pair = {
  label: oneLine,
  value: inlinesSchema,
  /** What stands at the right edge below room to write by hand: 签名, 年月日. */
  sign: oneLine.optional(),
}

/** A form of labels and values (基本情况表), one pair a row; a row with a `second` pair holds two side by side. */
export const keyValueRowSchema = z.strictObject({ ...pair, second: z.strictObject(pair).optional() })
export type KeyValueRow = z.infer<typeof keyValueRowSchema>

export const keyValueSchema = z.strictObject({ kind: z.literal('key-value'), rows: z.array(keyValueRowSchema).min(1) })
export type KeyValue = z.infer<typeof keyValueSchema>

/** A remark in small type (注), for example under a table. */
export const noteSchema = z.strictObject({ kind: z.literal('note'), inlines: inlinesSchema })
export type Note = z.infer<typeof noteSchema>

export const blockSchema = z.union([headingSchema, paragraphSchema, tableSchema, keyValueSchema, noteSchema])
export type Block = z.infer<typeof blockSchema>

/**
 * One who signs: the role in words (审核人), the printed name and the day of signing, null while not yet signed.
 * `signer` is a key of the caller's choice (a person's id) by which the place for the signature is found again.
 */
export const signerSchema = z.strictObject({
  signer: oneLine,
  role: oneLine,
  name: oneLine,
  date: isoDateSchema.nullable(),
  /** The electronic signature in this place shows its own date, so none is printed beside it. */
  datedBySignature: z.boolean().optional(),
})
export type Signer = z.infer<typeof signerSchema>

/** The sign-off (落款): those who sign, the organ (署名) and the date of the document (成文日期). */
export const signOffSchema = z.strictObject({
  signers: z.array(signerSchema),
  organ: oneLine.nullable(),
  date: isoDateSchema.nullable(),
})
export type SignOff = z.infer<typeof signOffSchema>

/** A fact printed at the foot of the last page, where GB/T 9704 has its imprint (版记): audit chain head, versions. */
export const footerFactSchema = z.strictObject({ label: oneLine, value: oneLine })
export type FooterFact = z.infer<typeof footerFactSchema>

/** A part of the same paper that begins on a page of its own after the sign-off, such as a return slip (回执). */
export const enclosureSchema = z.strictObject({ title: filled, blocks: z.array(blockSchema), signOff: signOffSchema.nullable() })
export type Enclosure = z.infer<typeof enclosureSchema>

export const officialDocumentSchema = z.strictObject({
  /** Title (标题); a line break where it should be broken. */
  title: filled,
  /** Document number (文号), such as 沅环法审〔2026〕12号; null for a draft. */
  number: oneLine.nullable(),
  /** Main recipient (主送机关) without the colon, which is added. */
  addressee: oneLine.nullable(),
  blocks: z.array(blockSchema),
  /** Names of the attachments (附件) without number. */
  attachments: z.array(oneLine),
  signOff: signOffSchema.nullable(),
  footer: z.array(footerFactSchema),
  /** A word laid over every page, 草稿 on a draft; null on an issued document. */
  watermark: oneLine.nullable(),
  /** Absent: none. */
  enclosures: z.array(enclosureSchema).optional(),
  /** False where no page carries a number: cover, index and back note of a file (案卷封面、目录、备考表). */
  pageNumbers: z.boolean().optional(),
})
export type OfficialDocument = z.infer<typeof officialDocumentSchema>

/** Text as inline content. */
export function text(content: string): Inline {
  return { kind: 'text', text: content }
}

/** Bold text as inline content. */
export function bold(content: string): Inline {
  return { kind: 'text', text: content, bold: true }
}

/** A check box as inline content. */
export function checkBox(checked: boolean): Inline {
  return { kind: 'check-box', checked }
}

/** A heading block. */
export function heading(level: HeadingLevel, content: string): Heading {
  return { kind: 'heading', level, text: content }
}

/** An indented paragraph of text and inline content. */
export function paragraph(...content: readonly (string | Inline)[]): Paragraph {
  return { kind: 'paragraph', inlines: content.map((part) => (typeof part === 'string' ? text(part) : part)) }
}

/** A remark in small type. */
export function note(content: string): Note {
  return { kind: 'note', inlines: [text(content)] }
}

/** A table from plain strings or inline content. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | readonly Inline[])[])[]): Table {
  return {
    kind: 'table',
    columns: [...columns],
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? [text(cell)] : [...cell]))),
  }
}

/** A form of label and value, one pair a row. */
export function keyValue(pairs: readonly (readonly [label: string, value: string])[]): KeyValue {
  return { kind: 'key-value', rows: pairs.map(([label, value]) => ({ label, value: [text(value)] })) }
}
