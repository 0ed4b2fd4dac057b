/**
 * A record of interference (干预记录): who asked what of whom, how, and what was answered. 《内蒙古自治区行政执法责任制规定》 art. 30 lets
 * officers refuse unlawful demands and record interference truthfully; the form follows what judicial bodies keep. Sealed
 * against the case team: who may read it is decided here and asked at every reading.
 */
import { z } from 'zod'
import type { Role } from '../people/roles.ts'
import { caseIdSchema, isoDateSchema, type IsoInstant } from '../values/values.ts'
import type { PersonThen } from './person-then.ts'
import type { EntryRef } from './accountability-page.ts'

/** 领导干部干预、内部人员过问、不当接触交往、其他 */
export const INTERFERENCE_KINDS = ['leader', 'insider', 'contact', 'other'] as const
export type InterferenceKind = (typeof INTERFERENCE_KINDS)[number]

/** 当面、电话、短信或者网络、书面、托人转达、其他 */
export const INTERFERENCE_WAYS = ['inPerson', 'phone', 'message', 'inWriting', 'throughOthers', 'other'] as const
export type InterferenceWay = (typeof INTERFERENCE_WAYS)[number]

const line = (longest: number) => z.string().trim().max(longest)
const filled = (shortest: number, longest: number) => z.string().trim().min(shortest).max(longest)

export const interferenceSchema = z.strictObject({
  /** Null: of no case of this station yet. */
  caseId: caseIdSchema.nullable(),
  kind: z.enum(INTERFERENCE_KINDS),
  /** The day on which it happened, in China. */
  happenedOn: isoDateSchema,
  /** The hour, as far as it is known. */
  happenedAt: line(60),
  place: line(200),
  /** Who asked: name, unit, post. */
  byName: filled(1, 60),
  byPost: line(200),
  /** Of whom it was asked: name, unit, post. */
  ofName: filled(1, 60),
  ofPost: line(200),
  way: z.enum(INTERFERENCE_WAYS),
  /** What was asked, in the words that were used as far as they are remembered. */
  demand: filled(4, 10_000),
  /** How it was answered, and what was done about it. */
  response: filled(2, 4000),
  /** Who else was there; empty: nobody. */
  witness: line(300),
  /** The day on which it was reported; null: not yet. */
  reportedOn: isoDateSchema.nullable(),
  reportedTo: line(200),
})
export type Interference = z.infer<typeof interferenceSchema>

/** What is added later. Nothing that was written is changed. */
export const interferenceAdditionSchema = z.strictObject({
  text: filled(2, 10_000),
  reportedOn: isoDateSchema.nullable(),
  reportedTo: line(200),
})
export type InterferenceAddition = z.infer<typeof interferenceAdditionSchema>

/** A record as those see it who may read it. Names and posts of those who wrote are as of the act. */
export interface InterferenceRecord {
  readonly id: string
  readonly fields: Interference
  readonly caseTitle: string | null
  readonly recordedAt: IsoInstant
  readonly by: PersonThen
  readonly entry: EntryRef
  /** The text is what its audit entry says by its hash. */
  readonly unaltered: boolean
  readonly additions: readonly {
    readonly fields: InterferenceAddition
    readonly at: IsoInstant
    readonly by: PersonThen
    readonly entry: EntryRef
    readonly unaltered: boolean
  }[]
}

/** How a person stands to a record and to the case that it is about. */
export interface StandingToRecord {
  readonly roles: readonly Role[]
  readonly isMaker: boolean
  /** A handler of the case, who registered it, or of the unit that handles it (承办机构人员). */
  readonly ofHandlingSide: boolean
  /** Reviewed, approved or signed in the case. */
  readonly ofReviewSide: boolean
  /** The record names them as who asked, in whatever words beside the name. */
  readonly isNamed: boolean
}

/**
 * Supervisors (执法监督、纪检) read every record but those of cases that they have a part in, and those that name them; who made a
 * record reads it, unless they are of the handling side. Nobody else: a head or the agency's head can be who asked.
 */
export function mayReadInterference({ roles, isMaker, ofHandlingSide, ofReviewSide, isNamed }: StandingToRecord): boolean {
  if (ofHandlingSide) return false
  if (isMaker) return true
  return roles.includes('supervisor') && !ofReviewSide && !isNamed
}

/** What is told to who made a record that they may not read: that it was taken in, and where the chain has it. */
export interface InterferenceReceipt {
  readonly id: string
  readonly seq: number
  readonly hash: string
}

/** Acts whose entries only those see who may read the record. */
export const SEALED_ACTS = ['interference.record', 'interference.add'] as const

/** Shown in the place of act, actor and subject of a sealed entry. */
export const SEALED = 'sealed'

