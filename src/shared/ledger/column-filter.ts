/**
 * What the columns of the ledger (台账) are narrowed by that tell of the review's end and of what followed it: one set of
 * conditions for the list of cases and for the ledger. An entry of the ledger must meet all of them; a case is listed where
 * for each of them one of its entries meets it.
 */
import { z } from 'zod'
import { TRANSFER_STATE_LABELS, TRANSFER_STATES, type TransferState } from '../cases/state-machine-transfer.ts'
import { PROBLEM_ANSWER_LABELS } from '../followup/problems.ts'
import { isoDateSchema, type Bilingual } from '../values/values.ts'

/** How the reviewer of the round was found (分案方式). */
export const ASSIGNMENTS = ['drawn', 'chosen', 'kept'] as const
/** What the opinion found (致命、可补正问题). */
export const DEFECTS = ['fatal', 'correctable', 'none'] as const
/** What the bureau answered (是否采纳); `awaited`: the opinion is issued, and no answer is registered. */
export const ADOPTIONS = ['adopted', 'partly', 'notAdopted', 'objected', 'awaited'] as const
/** `awaited`: a decision is registered, and nothing tells that it was published or why not. */
export const PUBLISHINGS = ['published', 'withheld', 'withdrawn', 'awaited'] as const
/** Reconsideration and suit (复议诉讼情况) with what came of them; `overturned`: any outcome that touched the decision. */
export const REMEDIES = [
  'any',
  'sought',
  'reconsidered',
  'overturned',
  'changed',
  'annulled',
  'unlawful',
  'void',
  'remade',
  'defectInReconsideration',
  'defectInCourt',
] as const
export type RemedyMark = (typeof REMEDIES)[number]
/** Where the transfer of a suspected crime stands (涉嫌犯罪移送). */
export const TRANSFERS = ['any', ...TRANSFER_STATES.filter((state): state is Exclude<TransferState, 'none'> => state !== 'none')] as const
export type TransferMark = (typeof TRANSFERS)[number]

const day = isoDateSchema.nullable().default(null)
const text = z.string().trim().max(100).default('')

export const COLUMN_FILTER_SHAPE = {
  /** 序号 as the ledger prints it: `2026-0012`; of an imported row as it stood there. */
  serial: z.string().trim().max(40).default(''),
  assignment: z.enum(ASSIGNMENTS).nullable().default(null),
  /** Only where the review limit of a round was extended (延期). */
  extended: z.boolean().default(false),
  defects: z.enum(DEFECTS).nullable().default(null),
  adopted: z.enum(ADOPTIONS).nullable().default(null),
  /** Days of a registered decision. */
  decidedFrom: day,
  decidedTo: day,
  /** Part of the number of a registered decision (文号), of any length. */
  decisionNumber: text,
  published: z.enum(PUBLISHINGS).nullable().default(null),
  remedy: z.enum(REMEDIES).nullable().default(null),
  transfer: z.enum(TRANSFERS).nullable().default(null),
  archivedFrom: day,
  archivedTo: day,
  /** Words of the remark (备注) that holds. */
  remark: text,
}

export const columnFilterSchema = z.strictObject(COLUMN_FILTER_SHAPE)
export type ColumnFilter = z.output<typeof columnFilterSchema>

/** The conditions as fields hold them, with days as plain text. */
export type PlainColumnFilter = { readonly [Name in keyof ColumnFilter]-?: Exclude<z.input<typeof columnFilterSchema>[Name], undefined> }

export const EMPTY_COLUMN_FILTER: ColumnFilter = {
  serial: '',
  assignment: null,
  extended: false,
  defects: null,
  adopted: null,
  decidedFrom: null,
  decidedTo: null,
  decisionNumber: '',
  published: null,
  remedy: null,
  transfer: null,
  archivedFrom: null,
  archivedTo: null,
  remark: '',
}

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

export const ASSIGNMENT_LABELS: Record<(typeof ASSIGNMENTS)[number], Bilingual> = {
  drawn: both('随机抽取', 'Drawn'),
  chosen: both('指定', 'Chosen by hand'),
  kept: both('沿用原审核人', 'Kept from before'),
}

export const DEFECT_LABELS: Record<(typeof DEFECTS)[number], Bilingual> = {
  fatal: both('有致命问题', 'With a fatal one'),
  correctable: both('有可补正问题', 'With a correctable one'),
  none: both('两者都没有', 'Neither'),
}

export const ADOPTION_LABELS: Record<(typeof ADOPTIONS)[number], Bilingual> = {
  ...PROBLEM_ANSWER_LABELS,
  objected: both('提出异议', 'Objected'),
  awaited: both('尚未反馈', 'No answer yet'),
}

export const PUBLISHING_LABELS: Record<(typeof PUBLISHINGS)[number], Bilingual> = {
  published: both('已公开', 'Published'),
  withheld: both('不予公开', 'Withheld'),
  withdrawn: both('公开后撤回', 'Published and withdrawn'),
  awaited: both('已作决定，尚未公开', 'Decided, not published yet'),
}

export const REMEDY_LABELS: Record<RemedyMark, Bilingual> = {
  any: both('有复议或者诉讼', 'With reconsideration or suit'),
  sought: both('申请复议或者起诉', 'Remedy sought'),
  reconsidered: both('收到复议决定', 'Reconsideration decided'),
  overturned: both('决定被改变（任一结果）', 'Decision touched, any outcome'),
  changed: both('决定被变更', 'Decision changed'),
  annulled: both('决定被撤销', 'Decision annulled'),
  unlawful: both('决定被确认违法', 'Decision found unlawful'),
  void: both('决定被确认无效', 'Decision found void'),
  remade: both('责令重新作出决定', 'Ordered to decide anew'),
  defectInReconsideration: both('复议中发现问题', 'Defect found in reconsideration'),
  defectInCourt: both('诉讼中发现问题', 'Defect found in court'),
}

export const TRANSFER_MARK_LABELS: Record<TransferMark, Bilingual> = { ...TRANSFER_STATE_LABELS, any: both('有移送事项', 'With a transfer') }
