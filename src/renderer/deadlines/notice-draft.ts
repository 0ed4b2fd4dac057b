/** A notice of days off while it is typed in: fields that may still be empty, and the notice once they are not. Pure. */
import { holidayNoticeSchema, NOTICE_PROBLEMS, type HolidayNotice, type NoticeProblem } from '../../shared/deadlines/holiday-notice.ts'
import type { ReadNotice } from '../../shared/deadlines/read-notice.ts'
import type { Speech } from './clock-words.ts'

export interface NoticeDraft {
  readonly year: number | null
  readonly number: string
  readonly publishedOn: string | null
  readonly off: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[]
  readonly worked: readonly (string | null)[]
}

export function emptyNotice(year: number): NoticeDraft {
  return { year, number: '', publishedOn: null, off: [{ name: '元旦', from: null, to: null }], worked: [] }
}

export function draftOfRead(read: ReadNotice, before: NoticeDraft): NoticeDraft {
  return {
    year: read.year ?? before.year,
    number: read.number ?? before.number,
    publishedOn: read.publishedOn ?? before.publishedOn,
    off: read.off.length > 0 ? read.off : before.off,
    worked: read.off.length > 0 ? read.workingWeekends : before.worked,
  }
}

export function draftOfNotice({ year, number, publishedOn, off, workingWeekends }: HolidayNotice): NoticeDraft {
  return { year, number, publishedOn, off, worked: workingWeekends }
}

/** Null while something is not filled in; empty rows do not count. */
export function noticeOf({ year, number, publishedOn, off, worked }: NoticeDraft): HolidayNotice | null {
  const parsed = holidayNoticeSchema.safeParse({
    year,
    number,
    publishedOn,
    off: off.filter(({ from, to }) => from !== null || to !== null).map((one) => ({ ...one, to: one.to ?? one.from })),
    workingWeekends: worked.filter((day) => day !== null),
  })
  return parsed.success ? parsed.data : null
}

/** Where the problem is and what it is, as a person reads it. */
export function problemWords({ code, place, day }: NoticeProblem, { t, pick }: Speech): string {
  const [kind = '', index = ''] = place.split('.')
  const n = Number(index) + 1
  const words: Readonly<Record<string, string>> = {
    off: index === '' ? t('deadlines:notice.placeStatutory') : t('deadlines:notice.placeOff', { n }),
    workingWeekends: t('deadlines:notice.placeWorked', { n }),
    line: t('deadlines:notice.placeLine', { n: n - 1 }),
    publishedOn: t('deadlines:notice.placePublished'),
  }
  return t('deadlines:notice.problemAt', { place: words[kind] ?? t('deadlines:notice.placeText'), day: day ?? '', problem: pick(NOTICE_PROBLEMS[code]) })
}
