/** 送审表, 送审材料清单, 补正通知书. */
import { reviewLimit } from '../../shared/catalogue/review-limit.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { FormListRow } from '../../shared/forms/form-facts.ts'
import type { IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { completenessOf } from '../intake/completeness.ts'
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

interface ReturnRow {
  readonly id: string
  readonly at: IsoInstant
  readonly missing: string
  readonly reason: string
  readonly replyBy: IsoDate
}

export function supplementNotice(desk: FormDesk): FormSource {
  const rows = desk.context.reader.all<ReturnRow>(
    'SELECT id, returned_at AS "at", missing, reason, reply_by AS replyBy FROM returns WHERE case_id = ? ORDER BY returned_at DESC',
    desk.record.id,
  )
  return aboutRecords(
    'nothingReturned',
    rows.map(({ id, at, missing, reason, replyBy }) => ({
      key: id,
      label: { 'zh-CN': `${dayOfMoment(at)}退回`, en: `Returned on ${civilDayOf(at)}` },
      facts: () => supplementFacts(desk, { missing: JSON.parse(missing) as string[], reason, replyBy }),
    })),
  )
}

export interface Supplement {
  readonly missing: readonly string[]
  readonly reason: string
  readonly replyBy: IsoDate
}

export function supplementFacts({ context }: Pick<FormDesk, 'context'>, { missing, reason, replyBy }: Supplement) {
  const { sector, divisionCode } = context.station()
  const limit = reviewLimit(context.catalogue, { on: context.today(), sector: sector ?? undefined, region: divisionCode ?? undefined })
  return {
    values: {
      supplementReason: reason,
      supplementDue: dayText(replyBy),
      // only a rule that was read may be told to another body as the rule
      clockEffect: limit.supplementExcluded && limit.verified ? '补正所用时间不计入审核期限。' : '补正期间审核期限的计算，按照本地区、本部门的规定执行。',
    },
    lists: { missing: missing.map((item, index) => ({ ordinal: String(index + 1), item })) },
  }
}
