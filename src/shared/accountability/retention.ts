/**
 * How long an archived case is kept (保管期限), when that ends, and the record without which nothing stored is erased (销毁记录).
 * The periods are rows of the catalogue; here is only how an end is reckoned.
 */
import { z } from 'zod'
import type { RetentionPeriod } from '../catalogue/retention-periods.ts'
import { caseIdSchema, isoDateSchema, type CaseId, type IsoDate, type IsoInstant } from '../values/values.ts'
import type { EntryRef } from './accountability-page.ts'
import type { PersonThen } from './person-then.ts'

/**
 * Last day on which the case must still be there; null: for ever (永久). Where the row counts from the year after
 * (自次年一月一日起算), the years begin on 1 January after the case was archived.
 */
export function retainedUntil({ years, countsFrom }: Pick<RetentionPeriod, 'years' | 'countsFrom'>, archivedOn: IsoDate): IsoDate | null {
  if (years === null) return null
  const [year = 0, month = 0, day = 0] = archivedOn.split('-').map(Number)
  if (countsFrom === 'nextYear') return isoDateSchema.safeParse(`${year + years}-12-31`).data ?? null
  // the corresponding day of the last year; where there is none, the last of the month (民法典 art. 202)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return isoDateSchema.safeParse(`${year + years}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`).data ?? null
}

export type RetentionStanding = 'undetermined' | 'permanent' | 'running' | 'due' | 'destroyed'

/** What was settled for a case; the last one counts. */
export interface SettledRetention {
  readonly periodId: string
  readonly name: RetentionPeriod['name']
  readonly years: number | null
  readonly until: IsoDate | null
  readonly reason: string
  readonly by: PersonThen
  readonly at: IsoInstant
  readonly verified: boolean
}

export interface RetainedCase {
  readonly caseId: CaseId
  readonly title: string
  readonly archivedOn: IsoDate
  readonly place: string
  readonly standing: RetentionStanding
  readonly retention: SettledRetention | null
  /** Stored files of the case that are there. */
  readonly files: number
  readonly bytes: number
}

/** Nobody settled a period: the case is kept. Nothing is ever due by default. */
export function standingOf(retention: Pick<SettledRetention, 'years' | 'until'> | null, destroyed: boolean, today: IsoDate): RetentionStanding {
  if (destroyed) return 'destroyed'
  if (retention === null) return 'undetermined'
  // an end beyond what a day can be written as is as good as none
  if (retention.years === null || retention.until === null) return 'permanent'
  return today > retention.until ? 'due' : 'running'
}

export const DESTRUCTION_STATES = ['proposed', 'approved', 'refused', 'begun', 'finished'] as const
export type DestructionState = (typeof DESTRUCTION_STATES)[number]

export const destructionProposalSchema = z.strictObject({
  /** Cases whose retention is over; empty: the files that no row refers to. */
  caseIds: z.array(caseIdSchema).max(500),
  unreferenced: z.boolean(),
  reason: z.string().trim().min(10).max(4000),
  /** 鉴定意见: who appraised the files, when, and that they need not be kept (《档案法实施条例》 art. 24). */
  appraisal: z.string().trim().min(10).max(4000),
})
export type DestructionProposal = z.infer<typeof destructionProposalSchema>

/** `sha256` null: a file put aside whose content cannot be read any more. */
export interface DestructionFile {
  readonly sha256: string | null
  readonly storedName: string
  readonly name: string
  readonly size: number
  readonly caseId: CaseId | null
  /** Also belongs to a case that is kept: its bytes stay. */
  readonly keptFor: string | null
}

export interface DestructionRecord {
  readonly id: string
  /** 销毁记录第 N 号; one run for the station. */
  readonly number: number
  readonly state: DestructionState
  readonly cases: readonly { readonly id: CaseId; readonly title: string }[]
  readonly unreferenced: boolean
  readonly reason: string
  readonly appraisal: string
  /** SHA-256 of the list of files; the audit entries carry it. */
  readonly listHash: string
  readonly files: readonly DestructionFile[]
  readonly steps: readonly {
    readonly step: DestructionState
    readonly by: PersonThen
    readonly at: IsoInstant
    readonly note: string
    readonly entry: EntryRef
  }[]
}

/** Without the files, which can be many. */
export type DestructionHead = Omit<DestructionRecord, 'files'> & { readonly fileCount: number; readonly bytes: number }
