/** Notices of supplement (补正通知) as they are stored: before the acceptance, and during the review. */
import { v7 as uuidv7 } from 'uuid'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { ReviewSupplement } from '../../shared/deadlines/review-supplements.ts'
import type { SupplementNotice } from '../../shared/cases/contract.ts'
import type { CaseId, IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { presentMoment } from '../deadlines/present-moment.ts'
import type { Reader, Writer } from '../store/database.ts'

export interface NewReturn {
  readonly id: string
  readonly caseId: CaseId
  readonly round: number
  readonly at: IsoInstant
  readonly missing: readonly string[]
  readonly reason: string
  readonly replyBy: IsoDate
  readonly inReview: boolean
}

export const newReturnId = (): string => uuidv7()

export function insertReturn(writer: Writer, { id, caseId, round, at, missing, reason, replyBy, inReview }: NewReturn): void {
  writer.run(
    'INSERT INTO returns (id, case_id, round, returned_at, missing, reason, reply_by, in_review) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    caseId,
    round,
    at,
    JSON.stringify(missing),
    reason,
    replyBy,
    inReview ? 1 : 0,
  )
}

interface StoredReturn {
  readonly id: string
  readonly round: number
  readonly at: IsoInstant
  readonly missing: string
  readonly reason: string
  readonly replyBy: IsoDate
  readonly inReview: 0 | 1
  readonly endedOn: IsoDate | null
  readonly endedWith: 'papers' | 'nothing' | null
}

/** In the order in which they were written, whatever the computer's clock said. */
function returnRows(reader: Reader, caseId: CaseId): StoredReturn[] {
  return reader.all<StoredReturn>(
    `SELECT id, round, returned_at AS "at", missing, reason, reply_by AS replyBy, in_review AS inReview, ended_on AS endedOn, ended_with AS endedWith
     FROM returns WHERE case_id = ? ORDER BY rowid`,
    caseId,
  )
}

/** The last first. */
export function returnsOf(reader: Reader, caseId: CaseId): { readonly id: string; readonly round: number; readonly notice: SupplementNotice }[] {
  return returnRows(reader, caseId)
    .toReversed()
    .map(({ id, round, at, missing, reason, replyBy, inReview, endedOn, endedWith }) => ({
      id,
      round,
      notice: { at, missing: JSON.parse(missing) as string[], reason, replyBy, inReview: inReview === 1, endedOn, endedWith },
    }))
}

/** The day by which to supplement of each notice, in their order. */
export function supplementDays(reader: Reader, caseId: CaseId): IsoDate[] {
  return returnRows(reader, caseId).map(({ replyBy }) => replyBy)
}

export function reviewSupplements(reader: Reader, caseId: CaseId, round: number): ReviewSupplement[] {
  return returnRows(reader, caseId)
    .filter((one) => one.inReview === 1 && one.round === round)
    .map(({ at, replyBy, endedOn }) => ({ askedOn: civilDayOf(at), replyBy, endedOn }))
}

/** What the review waits for now; undefined: nothing. */
export function openSupplement(reader: Reader, caseId: CaseId): (ReviewSupplement & { readonly id: string }) | undefined {
  const open = returnRows(reader, caseId).findLast(({ inReview, endedOn }) => inReview === 1 && endedOn === null)
  return open === undefined ? undefined : { id: open.id, askedOn: civilDayOf(open.at), replyBy: open.replyBy, endedOn: null }
}

/** By the station's clock, which a computer that was set back does not turn back. */
export function dayNow(context: Parameters<typeof presentMoment>[0]): IsoDate {
  return civilDayOf(presentMoment(context).asOf)
}

/** Whether the last day by which to supply what the review waits for has passed. */
export function isSupplementOver(context: Parameters<typeof presentMoment>[0], caseId: CaseId): boolean {
  const open = openSupplement(context.reader, caseId)
  return open !== undefined && open.replyBy < dayNow(context)
}

export function endReturn(writer: Writer, id: string, on: IsoDate, endedWith: 'papers' | 'nothing'): void {
  writer.run('UPDATE returns SET ended_on = ?, ended_with = ? WHERE id = ?', on, endedWith, id)
}
