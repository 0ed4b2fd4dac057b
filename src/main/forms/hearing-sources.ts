/**
 * Papers of a hearing (听证文书, 行政处罚法 art. 63–65): the notice of the right to it, the application for the party to fill in, the
 * notice, the record, the report. What an earlier paper was given, and the days that were recorded, stand in the later ones.
 */
import { periodRows } from '../../shared/deadlines/period-rows.ts'
import type { RecordedEvent } from '../../shared/deadlines/clock-events.ts'
import type { FormFact, FormFacts } from '../../shared/forms/form-facts.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { hearingRequestFacts } from '../../shared/forms/hearing-request.ts'
import { daysOf } from '../deadlines/clock-records.ts'
import { standingPapersOf } from './form-paper-record.ts'
import { aboutCase, dayText, type FormDesk, type FormSource } from './form-source.ts'

type Values = Partial<Record<FormFact, string>>

/** From the last paper that was made, the earliest kind first: the record knows better than the notice. */
const EARLIER: readonly FormId[] = ['hearingNotice', 'hearingRecord']
const CARRIED: readonly FormFact[] = ['hearingOn', 'hearingPlace', 'hearingChair', 'hearingAttendance']

function carriedFacts({ context, record }: FormDesk): Values {
  const given = EARLIER.flatMap((form) => standingPapersOf(context.reader, record.id, form)[0]?.given ?? [])
  return Object.fromEntries(given.filter(({ fact }) => CARRIED.includes(fact)).map(({ fact, value }) => [fact, value]))
}

/** The time for asking, as the catalogue has it for this station; nothing where no row holds. */
function requestFacts({ context }: FormDesk): Values {
  const { sector, divisionCode } = context.station()
  const [row] = periodRows(context.catalogue.periods, 'hearingRequest', { sector, region: divisionCode }, context.today())
  const notice = context.catalogue.forms.find(({ id }) => id === 'hearingRightNotice')
  return row === undefined || notice === undefined ? {} : hearingRequestFacts(notice, row)
}

export const hearingRightNotice = (desk: FormDesk): FormSource => aboutCase(() => ({ values: requestFacts(desk), proposed: ['hearingBasis', 'hearingRequestBy'] }))

export const hearingApplication = (desk: FormDesk): FormSource => aboutCase(() => ({ values: requestFacts(desk) }))

const proposing = (values: Values): Partial<FormFacts> => ({ values, proposed: Object.keys(values) as FormFact[] })

/** 听证通知书, 听证笔录 */
export const hearing = (desk: FormDesk): FormSource => aboutCase(() => proposing({ ...heldFacts(desk), ...carriedFacts(desk) }))

export const hearingReport = (desk: FormDesk): FormSource =>
  aboutCase(() => proposing({ ...heldFacts(desk), ...carriedFacts(desk), hearingCourse: courseText(desk) }))

const COURSE: readonly (readonly [RecordedEvent, string])[] = [
  ['noticeServed', '告知书送达当事人'],
  ['hearingRequested', '当事人要求听证'],
  ['hearingNoticed', '听证通知书送达'],
  ['hearing', '举行听证'],
]

function heldFacts(desk: FormDesk): Values {
  const day = recordedDay(desk, 'hearing')
  return day === '' ? {} : { hearingOn: day }
}

/** The days that were recorded among the clocks of the case, in their order. */
function courseText(desk: FormDesk): string {
  const said = COURSE.flatMap(([event, words]) => {
    const day = recordedDay(desk, event)
    return day === '' ? [] : [`${day}${words}`]
  })
  return said.length === 0 ? '' : `${said.join('，')}。`
}

function recordedDay({ context, record }: FormDesk, event: RecordedEvent): string {
  return dayText(daysOf(context.reader, record.id).findLast((one) => one.event === event && one.takenBack === null)?.on)
}
