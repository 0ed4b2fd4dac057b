/** What is written down at each step of a transfer (移送各环节的记载), as it is typed in and as it is kept. */
import { z } from 'zod'
import type { TransferAction, TransferCondition, TransferState } from '../cases/state-machine-transfer.ts'
import { rowIdSchema } from '../catalogue/row.ts'
import { bilingualSchema, isoInstantSchema, materialIdSchema, personIdSchema, yuanSchema, type IsoDate, type IsoInstant, type PersonId } from '../values/values.ts'
import { attachmentsSchema, missingAttachments } from './attachments.ts'

const line = (longest = 200) => z.string().trim().max(longest)
const filledLine = (longest = 200) => z.string().trim().min(2).max(longest)
const filledText = (longest = 20_000) => z.string().trim().min(2).max(longest)
/** A number as papers have it, empty where the paper has none. */
const paperNumber = line(100)

/** Where the suspicion comes from: an answer under 8.x, a finding of the pre-review, or a person. */
export const SUSPICION_SOURCES = ['answer', 'finding', 'byHand'] as const

export const suspicionSchema = z.strictObject({
  source: z.enum(SUSPICION_SOURCES),
  /** Question of the catalogue, null where it was raised by hand. */
  questionId: z.string().max(20).nullable(),
  /** The answer or the finding as it stood then; empty where it was raised by hand. */
  lead: line(4000),
  /** 涉嫌犯罪的事实 */
  facts: filledText(),
  /** 罪名 */
  offence: filledLine(),
  /** Filing line of the catalogue that it was held against. */
  lineId: rowIdSchema.nullable(),
  amount: yuanSchema.nullable(),
  /** 依据: articles and standards */
  basis: filledText(4000),
  /** The arithmetic of the threshold helper, as it was shown. */
  reckoning: z.array(bilingualSchema).max(40),
  /** Facts that were not known when the suspicion was last cleared, refused or sent back; empty the first time. */
  newFacts: line(4000),
})
export type Suspicion = z.infer<typeof suspicionSchema>

/** When it happened, to the minute as a person knows it. */
const happened = { happenedAt: isoInstantSchema }

/**
 * Steps that are written down after they happened elsewhere. What is decided in the station (suspicion, team, report,
 * decision) has the moment of the act and is none of these.
 */
export const recordedStepSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('deliver'),
    ...happened,
    policeOrgan: filledLine(),
    number: paperNumber,
    attachments: attachmentsSchema,
    /** 抄送同级人民检察院 */
    copyToProcuratorate: z.boolean(),
  }),
  z.strictObject({ action: z.literal('recordForwarding'), ...happened, toOrgan: filledLine(), number: paperNumber, note: line(2000) }),
  z.strictObject({ action: z.literal('recordReceipt'), ...happened, receivedBy: filledLine(), number: paperNumber }),
  z.strictObject({ action: z.literal('recordSupplementNotice'), ...happened, number: paperNumber, asked: filledText(4000) }),
  z.strictObject({ action: z.literal('supplyPapers'), ...happened, supplied: filledText(4000), receivedBy: filledLine() }),
  z.strictObject({ action: z.literal('recordFiling'), ...happened, number: filledLine(100), offence: line() }),
  z.strictObject({ action: z.literal('recordNonFiling'), ...happened, number: filledLine(100), reason: filledText(4000) }),
  z.strictObject({ action: z.literal('requestReconsideration'), ...happened, number: paperNumber, reason: filledText() }),
  z.strictObject({ action: z.literal('recordUpheld'), ...happened, number: filledLine(100), reason: filledText(4000) }),
  z.strictObject({ action: z.literal('requestSupervision'), ...happened, procuratorate: filledLine(), number: paperNumber, reason: filledText() }),
  z.strictObject({ action: z.literal('handOver'), ...happened, goods: line(4000), papers: filledText(4000), receivedBy: filledLine() }),
  z.strictObject({
    action: z.literal('recordJudgment'),
    ...happened,
    court: filledLine(),
    number: filledLine(100),
    result: filledText(4000),
    /** 罚金: an administrative fine already paid is set off against it (APL 35). */
    criminalFine: yuanSchema.nullable(),
  }),
  z.strictObject({
    action: z.literal('resume'),
    ...happened,
    /** Why the case comes back: not filed, returned by the police, not prosecuted, not convicted, no criminal penalty. */
    ground: z.enum(['notFiled', 'policeReturned', 'notProsecuted', 'acquitted', 'exempted']),
    from: filledLine(),
    number: filledLine(100),
    /** The entry of the register of what came back, where there is one. */
    returnId: z.uuid().nullable(),
  }),
])
export type RecordedStep = z.infer<typeof recordedStepSchema>
export type RecordedAction = RecordedStep['action']

export const teamSchema = z.strictObject({
  members: z
    .array(personIdSchema)
    .min(2)
    .max(10)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'same-officer-twice' }),
  /** Why it changed; empty for the first team. */
  reason: line(500),
})
export type Team = z.infer<typeof teamSchema>

export const reportSchema = z.strictObject({
  /** 移送涉嫌犯罪案件的书面报告 */
  text: filledText(50_000),
  /** The signed report among the papers of the case. */
  materialId: materialIdSchema.nullable(),
})

/** 正职负责人, or who presides over the work (主持工作的负责人) while there is none: nobody else (R310 art. 5). */
export const CAPACITIES = ['chief', 'presiding'] as const
export const headDecisionSchema = z.strictObject({
  outcome: z.enum(['approve', 'refuse']),
  capacity: z.enum(CAPACITIES),
  reason: line(4000),
})
export type HeadDecision = z.infer<typeof headDecisionSchema>

/** What is kept of a step. */
export type StepContent =
  | (Suspicion & { readonly action: 'raiseSuspicion' | 'raiseAgain' })
  | { readonly action: 'clearSuspicion'; readonly reason: string }
  | (Team & { readonly action: 'nameTeam' })
  | (z.infer<typeof reportSchema> & { readonly action: 'reportTransfer' })
  | (HeadDecision & { readonly action: 'approveTransfer' | 'refuseTransfer' })
  | RecordedStep

export interface TransferStep {
  readonly seq: number
  readonly action: TransferAction
  readonly from: TransferState
  readonly to: TransferState
  readonly happenedAt: IsoInstant
  /** The day of it in China. */
  readonly happenedOn: IsoDate
  readonly recordedAt: IsoInstant
  readonly by: PersonId
  readonly content: StepContent
}

/** What the typed-in content establishes for the state machine, with what was recorded before. */
export function conditionsOf(content: StepContent, before: readonly TransferStep[]): readonly TransferCondition[] {
  switch (content.action) {
    case 'raiseSuspicion':
      return ['factsRecorded']
    case 'raiseAgain':
      return content.newFacts.length >= 2 ? ['factsRecorded', 'newFacts'] : ['factsRecorded']
    case 'clearSuspicion':
      return content.reason.length >= 2 ? ['reasonGiven'] : []
    case 'nameTeam':
      return ['teamNamed']
    case 'reportTransfer':
      return teamOf(before).length >= 2 ? ['teamNamed', 'reportWritten'] : ['reportWritten']
    case 'approveTransfer':
    case 'refuseTransfer':
      return content.reason.length >= 2 ? ['headPresides', 'reasonGiven'] : ['headPresides']
    case 'deliver':
      return missingAttachments(content.attachments).length === 0 ? ['transferPapersComplete'] : []
    case 'recordReceipt':
      return ['receiptRecorded']
    case 'recordSupplementNotice':
      return sinceRaised(before).some(({ action }) => action === 'recordSupplementNotice') ? ['noticeRecorded'] : ['noticeRecorded', 'firstSupplementNotice']
    case 'supplyPapers':
      return ['papersSupplied']
    case 'requestReconsideration':
    case 'requestSupervision':
      return ['reasonGiven']
    case 'handOver':
      return ['handoverRecorded']
    case 'recordForwarding':
    case 'recordFiling':
    case 'recordNonFiling':
    case 'recordUpheld':
    case 'recordJudgment':
    case 'resume':
      return ['noticeRecorded']
  }
}

/** The steps of the suspicion that was raised last. */
export function sinceRaised(steps: readonly TransferStep[]): readonly TransferStep[] {
  const last = steps.findLastIndex(({ action }) => action === 'raiseSuspicion' || action === 'raiseAgain')
  return last < 0 ? [] : steps.slice(last)
}

/** Who is in the team (专案组) of the suspicion that was raised last. */
export function teamOf(steps: readonly TransferStep[]): readonly PersonId[] {
  const named = sinceRaised(steps).findLast(({ action }) => action === 'nameTeam')
  return named?.content.action === 'nameTeam' ? named.content.members : []
}

/** The suspicion that was raised last. */
export function suspicionOf(steps: readonly TransferStep[]): Suspicion | null {
  const [raised] = sinceRaised(steps)
  if (raised?.content.action !== 'raiseSuspicion' && raised?.content.action !== 'raiseAgain') return null
  const { action: _, ...suspicion } = raised.content
  return suspicion
}

