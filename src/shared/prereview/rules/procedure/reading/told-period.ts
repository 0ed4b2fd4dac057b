/** The time that a notice leaves the party to answer (陈述申辩、听证期限), told or by law, and whether the party waived it. */
import { addCalendarDays, addWorkingDays } from '../../../../deadlines/periods.ts'
import { daysOf } from '../../../../deadlines/regimes.ts'
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../../case-file.ts'
import { findAll, says, type FoundWords } from '../../../wording.ts'
import { dayOf, wholeNumber } from './moments.ts'
import { lastDay, periodOf } from './statutory-period.ts'

export interface ToldPeriod {
  readonly length: number
  readonly working: boolean
  readonly of: 'defence' | 'hearing'
  readonly place: FoundWords
}

/** 自收到之日起五个工作日内; 可以在三日内要求听证. */
const WITHIN = /(?:(?:之日|次日|后)起?(?:的)?|(?:可以?|应当?|应|须|并|请|有权)(?:在|于))(\d{1,2}|[一二三四五六七十]{1,3})个?(工作日|日|天)(?:以?内)?/gu

/** The times told, each with what it is for: by the words that follow up to the end of the sentence. */
export function toldPeriods(notice: CaseDocument): readonly ToldPeriod[] {
  const places = findAll(notice, WITHIN)
  return places.flatMap((place, at): readonly ToldPeriod[] => {
    const [whole, number = '', unit = ''] = place.match
    const after = place.match.input.slice(place.match.index + whole.length, places[at + 1]?.match.index)
    const sentence = after.slice(0, after.search(/[。；;]|$/u))
    const before = place.match.input.slice(Math.max(0, place.match.index - 40), place.match.index)
    const length = wholeNumber(number)
    if (!(length > 0)) return []
    const working = unit === '工作日' || daysOf('penalty', length).kind === 'workingDays'
    const purposes: ToldPeriod['of'][] = []
    if (/陈述|申辩/u.test(sentence)) purposes.push('defence')
    if (/听证/u.test(sentence)) purposes.push('hearing')
    // 享有陈述、申辩和要求听证的权利，可以自收到…起五个工作日内提出: one period for both
    const clause = before.slice(before.search(/[^。；;]*$/u)).replace(/（听证）|听证告知书?/gu, '')
    if (purposes.length === 0 && /陈述|申辩/u.test(before)) purposes.push('defence')
    if (!/听证|陈述|申辩/u.test(sentence) && /听证/u.test(purposes.length === 0 ? before : clause))
      purposes.push('hearing')
    return purposes.map((of) => ({ length, working, of, place }))
  })
}

/** Whether the notice tells of the right to a hearing. */
export function tellsHearing(notice: CaseDocument): boolean {
  const words = findAll(notice, /听证/u).map(({ match }) => match)
  return words.some(({ input, index }) => {
    const around = input.slice(Math.max(0, index - 16), index + 12)
    return !/(?:不|未)(?:符合|适用|属于|具备|享有|举行|组织)[^。；]{0,12}听证|听证(?:告知书?|（听证）)?[）)]?(?:告知书|号)/u.test(
      around,
    )
  })
}

/** The last day on which the party can still answer the notice served on `served`; null where nothing fixes one. */
export function answerDue(
  file: CaseFile,
  notice: CaseDocument,
  served: IsoDate,
): { readonly due: IsoDate; readonly provisional: boolean; readonly verified: boolean } | null {
  const told = toldPeriods(notice).map(({ length, working }) =>
    working
      ? addWorkingDays(file.calendar, served, length, 'penalty')
      : addCalendarDays(file.calendar, served, length, 'penalty'),
  )
  const rows = [
    periodOf(file, 'defence', served),
    tellsHearing(notice) ? periodOf(file, 'hearingRequest', served) : null,
  ]
  const lawful = rows.flatMap((row) => (row === null ? [] : [{ row, deadline: lastDay(file, row, served) }]))
  const all = [
    ...told.map(({ due, provisional }) => ({ due, provisional, verified: true })),
    ...lawful.flatMap(({ row, deadline }) =>
      deadline === null ? [] : [{ due: deadline.due, provisional: deadline.provisional, verified: row.verified }],
    ),
  ]
  return all.sort((one, other) => (one.due < other.due ? 1 : -1))[0] ?? null
}

const NO_DEFENCE =
  /(?:放弃|不(?:再)?(?:进行|提出|作|行使)?)(?:(?!听证)[^。；]){0,8}(?:陈述|申辩)|(?:无|没有)(?:陈述|申辩)|对[^。；]{0,20}(?:处罚|告知)[^。；]{0,10}(?:无异议|没有异议|无意见)/u
const NO_HEARING = /(?:放弃|不(?:再)?(?:要求|申请|提出)?)[^。；]{0,12}听证/u
/** 逾期未提出的，视为放弃 is what the law says, not the party. */
const BY_LAW = /视为放弃|逾期/u

/** Whether the party gave up what the notice of that day offered, in a paper of its own or on the receipt. */
export function waived(file: CaseFile, notice: CaseDocument, served: IsoDate): boolean {
  const papers = file.documents.filter((one) => {
    if (one === notice || ['decision', 'prior-notice', 'discussion-minutes', 'review-opinion'].includes(one.kind))
      return false
    const day = dayOf(one)
    return day !== null && day >= served && !says(one, BY_LAW)
  })
  const defence = papers.some((one) => says(one, NO_DEFENCE))
  return defence && (!tellsHearing(notice) || papers.some((one) => says(one, NO_HEARING)))
}
