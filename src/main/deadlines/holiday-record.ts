/** The notices of days off that the station entered itself: every version stays, the last one of a year counts. */
import { holidayNoticeSchema, holidayYearOf, type HolidayNotice } from '../../shared/deadlines/holiday-notice.ts'
import type { KeptNotice } from '../../shared/deadlines/contract.ts'
import type { CatalogueContent } from '../../shared/catalogue/schema.ts'
import { isoDateSchema, type IsoInstant, type PersonId } from '../../shared/values/values.ts'
import { personName } from '../people/people.ts'
import type { Reader, Writer } from '../store/database.ts'

interface NoticeRow {
  readonly seq: number
  readonly content: string
  readonly note: string
  readonly saved_by: string
  readonly saved_at: IsoInstant
}

/** The last version of each year, the latest year first. */
export function keptNotices(reader: Reader): KeptNotice[] {
  return reader
    .all<NoticeRow>(
      `SELECT seq, content, note, saved_by, saved_at FROM holiday_notices AS n
       WHERE seq = (SELECT max(seq) FROM holiday_notices WHERE year = n.year) ORDER BY year DESC`,
    )
    .map(({ seq, content, note, saved_by: by, saved_at: at }) => ({
      seq,
      notice: holidayNoticeSchema.parse(JSON.parse(content)),
      note,
      by: personName(reader, by),
      at,
    }))
}

export function insertNotice(writer: Writer, notice: HolidayNotice, seq: number, note: string, by: PersonId, at: IsoInstant): void {
  writer.run(
    'INSERT INTO holiday_notices (year, seq, content, note, saved_by, saved_at) VALUES (?, ?, ?, ?, ?, ?)',
    notice.year,
    seq,
    JSON.stringify(notice),
    note,
    by,
    at,
  )
}

type HolidayRow = CatalogueContent['holidays'][number]

/** As a row of the catalogue. The arrangement rests on 全国年节及纪念日放假办法 art. 7. */
function rowOf(notice: HolidayNotice): HolidayRow {
  const { year, notice: number, off, workingWeekends } = holidayYearOf(notice)
  return {
    id: String(year),
    basis: [{ law: '全国年节及纪念日放假办法', article: 7 }],
    validFrom: isoDateSchema.parse(`${year}-01-01`),
    validTo: isoDateSchema.parse(`${year}-12-31`),
    source: `本站录入：${number}（${notice.publishedOn}公布）`,
    verified: true,
    year,
    notice: number,
    off: off.map((one) => ({ ...one })),
    workingWeekends: [...workingWeekends],
  }
}

/** The catalogue's content with the station's notices in place of its own rows of those years. */
export function withNotices<Content extends CatalogueContent>(content: Content, notices: readonly HolidayNotice[]): Content {
  if (notices.length === 0) return content
  const own = new Map(notices.map((notice) => [notice.year, rowOf(notice)]))
  const holidays = [...content.holidays.filter(({ year }) => !own.has(year)), ...own.values()].toSorted((one, other) => one.year - other.year)
  return { ...content, holidays }
}
