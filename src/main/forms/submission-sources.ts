/** 送审表, 送审材料清单, 补正通知书. */
import { reviewLimit, type ReviewLimit } from '../../shared/catalogue/review-limit.ts'
import { leavesSupplementsOut } from '../../shared/deadlines/review-supplements.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { FormListRow } from '../../shared/forms/form-facts.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import { roundsOf, type RoundRecord } from '../cases/case-record.ts'
import { completenessOf } from '../intake/completeness.ts'
import { returnsOf } from '../intake/supplement-record.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { aboutCase, aboutRecords, dayOfMoment, dayText, type FormDesk, type FormSource } from './form-source.ts'

export const submissionForm = (): FormSource => aboutCase(() => ({}))

export const materialsList = (desk: FormDesk): FormSource => aboutCase(() => ({ lists: { materials: materialRows(desk) } }))

/** What was handed in, and what the case needs and has not. */
function materialRows({ context, record }: FormDesk): FormListRow[] {
  const { reader, catalogue } = context
  const kindName = (kind: string): string => catalogue.materials.find(({ id }) => id === kind)?.name['zh-CN'] ?? '其他'
  const there = presentMaterials(reader, record.id).map(({ name, kind, pages, sha256 }) => ({
    name,
    kind: kindName(kind),
    pages: pages === null ? '—' : String(pages),
    present: '是',
    sha256,
  }))
  const lacking = completenessOf(context, record).missing.map((kind) => ({ name: kindName(kind), kind: '', pages: '—', present: '否', sha256: '—' }))
  return [...there, ...lacking].map((row, index) => ({ ordinal: String(index + 1), ...row }))
}

export function supplementNotice(desk: FormDesk): FormSource {
  return aboutRecords(
    'nothingReturned',
    returnsOf(desk.context.reader, desk.record.id).map(({ id, round, notice }) => ({
      key: id,
      label: notice.inReview
        ? { 'zh-CN': `${dayOfMoment(notice.at)}审核中要求补正`, en: `Asked for in the review on ${civilDayOf(notice.at)}` }
        : { 'zh-CN': `${dayOfMoment(notice.at)}退回`, en: `Returned on ${civilDayOf(notice.at)}` },
      facts: () => supplementFacts(desk, { ...notice, round }),
    })),
  )
}

export interface Supplement {
  readonly missing: readonly string[]
  readonly reason: string
  readonly replyBy: IsoDate
  readonly inReview: boolean
  /** In which it was asked for; a reprint may be of an earlier one. */
  readonly round: number
}

export function supplementFacts({ context, record }: Pick<FormDesk, 'context' | 'record'>, { missing, reason, replyBy, inReview, round }: Supplement) {
  const asked = roundsOf(context.reader, record.id).find((one) => one.round === round)
  const limit = limitOf(context, inReview ? asked : undefined)
  const waits = inReview ? '补正期间本案暂停审核，收到补正材料或者补正期限届满后继续审核。' : ''
  return {
    values: {
      round: `第${round}轮`,
      receivedOn: dayText(asked?.submittedOn),
      acceptedOn: dayText(asked?.acceptedOn),
      supplementReason: reason,
      supplementDue: dayText(replyBy),
      // only a rule that was read may be told to another body as the rule
      clockEffect: `${waits}${leavesSupplementsOut(limit) ? '补正所用时间不计入审核期限。' : '补正期间审核期限的计算，按照本地区、本部门的规定执行。'}`,
    },
    lists: { missing: missing.map((item, index) => ({ ordinal: String(index + 1), item })) },
  }
}

/** The rule that the round was accepted under; undefined, before acceptance: the one that holds now. */
function limitOf({ reader, catalogue, station, today }: FormDesk['context'], round: RoundRecord | undefined): ReviewLimit {
  const { sector, divisionCode } = round?.basis?.station ?? station()
  const on = round?.acceptedOn ?? today()
  return reviewLimit(catalogueOfRound(reader, catalogue, round?.catalogueVersion ?? null), { on, sector: sector ?? undefined, region: divisionCode ?? undefined })
}
