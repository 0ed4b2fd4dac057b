/** What goes with a transfer (移送材料, R310 art. 6): five kinds of paper, each attached, or not there with the reason. */
import { z } from 'zod'
import { materialIdSchema, type Bilingual } from '../values/values.ts'

export const ATTACHMENT_KINDS = ['letter', 'investigationReport', 'goodsList', 'testReport', 'other'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const ATTACHMENT_LABELS: Readonly<Record<AttachmentKind, Bilingual>> = {
  letter: both('涉嫌犯罪案件移送书', 'Letter of transfer'),
  investigationReport: both('涉嫌犯罪案件情况的调查报告', 'Report on the case'),
  goodsList: both('涉案物品清单', 'List of goods'),
  testReport: both('有关检验报告或者鉴定结论', 'Reports of tests or appraisals'),
  other: both('其他有关涉嫌犯罪的材料', 'Other papers on the suspected crime'),
}

/** No case is transferred without them; goods, tests and other papers are not in every case. */
export const ALWAYS_ATTACHED: readonly AttachmentKind[] = ['letter', 'investigationReport']

export const attachmentSchema = z.strictObject({
  kind: z.enum(ATTACHMENT_KINDS),
  attached: z.boolean(),
  /** Papers of the case that are meant; empty where the paper is not in the station. */
  materialIds: z.array(materialIdSchema).max(200),
  /** Number and copies of the paper, or why there is none. */
  note: z.string().trim().max(500),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** Each kind once. */
export const attachmentsSchema = z
  .array(attachmentSchema)
  .length(ATTACHMENT_KINDS.length)
  .refine((list) => new Set(list.map(({ kind }) => kind)).size === ATTACHMENT_KINDS.length, { error: 'attachment-twice' })

/** The kinds that are neither attached nor explained; letter and report cannot be explained away. */
export function missingAttachments(attachments: readonly Attachment[]): readonly AttachmentKind[] {
  return attachments
    .filter(({ kind, attached, note }) => !attached && (ALWAYS_ATTACHED.includes(kind) || note.length < 2))
    .map(({ kind }) => kind)
}
