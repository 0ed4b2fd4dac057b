/** The steps of a case (办案环节) as its documents tell them: when it was filed, told, heard, reviewed, discussed, decided. */
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../../case-file.ts'
import { titlePlace } from '../../../places.ts'
import type { Place } from '../../../rule.ts'
import { denseText, says } from '../../../wording.ts'
import { dayOf, dayPlace, lastMomentAfter, momentAfter, momentBefore, momentsIn } from './moments.ts'
import { serviceOf, type Service } from './services.ts'

export interface Step {
  readonly document: CaseDocument
  readonly day: IsoDate
  readonly place: Place
}

/** The document on its own day; null where it bears none. */
export function stepOf(document: CaseDocument): Step | null {
  const day = dayOf(document)
  return day === null ? null : { document, day, place: dayPlace(document) ?? titlePlace(document) }
}

export function stepsOf(documents: readonly CaseDocument[]): readonly Step[] {
  return documents.flatMap((document) => stepOf(document) ?? []).sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** The approval of the filing (立案审批): of the last that approves, since it is the head's. */
export function filingOf(file: CaseFile): Step | null {
  for (const document of file.of('filing-form')) {
    const moment =
      lastMomentAfter(document, /(?:同意|准予|批准|决定)(?:予以)?立案/u, 60) ??
      momentAfter(document, /立案(?:日期|时间)[:：]?/u) ??
      momentsIn(document).at(-1)
    if (moment !== undefined) return { document, day: moment.day, place: moment }
  }
  for (const document of file.of('investigation-report', 'submission-form', 'decision')) {
    const moment =
      momentAfter(document, /立案(?:日期|时间)[:：]/u) ??
      momentBefore(document, /^(?:依法|予以|决定|批准|对.{1,40}(?:一案|行为|涉嫌)?.{0,20})?立案/u, 60)
    if (moment !== null) return { document, day: moment.day, place: moment }
  }
  return null
}

/** A draft (拟稿): it says so, or bears no day yet. */
export function isDraft(document: CaseDocument): boolean {
  const named = /拟稿|草稿|送审稿|征求意见稿|代拟/u
  return named.test(document.file.name) || named.test(denseText(document).slice(0, 60)) || (dayOf(document) === null && !isIssued(document))
}

/** Under a seal and a whole number: what lacks its day was forgotten, not still to come. */
function isIssued(document: CaseDocument): boolean {
  const sealed = document.facts.seals.length > 0 || says(document, /（(?:公章|印章|盖章)）/u)
  return sealed && document.facts.numbers.some(({ role, text }) => role === 'own' && /[0-9]号?$/u.test(text.trim())) && !says(document, /年[_＿]+月/u)
}

/** The decision that the case is about, draft or made: the last one. */
export function decisionOf(file: CaseFile): CaseDocument | null {
  return file.of('decision').at(-1) ?? null
}

/** The decision, where it was made: not a draft, and dated. */
export function madeDecisionOf(file: CaseFile): Step | null {
  const decision = decisionOf(file)
  if (decision === null || isDraft(decision)) return null
  // Where it bears no day (7.2), the day of its service is the last on which it can have been made.
  const served = dayOf(decision) === null ? serviceOf(file, decision) : null
  return stepOf(decision) ?? (served === null ? null : { document: decision, day: served.day, place: served.place })
}

/** Where there is no penalty: the order, licence or refusal that the file ends in (责令限期拆除决定书), made and dated. */
export function otherDecisionOf(file: CaseFile): Step | null {
  if (file.of('decision').length > 0) return null
  const made = (document: CaseDocument): boolean =>
    /决定书/u.test(document.facts.title?.text ?? document.text.slice(0, 80)) && !isDraft(document)
  for (const kind of ['no-penalty-decision', 'correction-order', 'licence-decision', 'execution-decision'] as const) {
    const [first] = stepsOf(file.of(kind).filter(made))
    if (first !== undefined) return first
  }
  return null
}

/** Decided on the spot (当场处罚): no filing, no notice in writing, no discussion. */
export function isSimple(decision: CaseDocument): boolean {
  return says(decision, /当场(?:行政)?处罚决定书|适用简易程序|简易程序.{0,12}(?:处罚|决定)/u)
}

export interface Notice {
  readonly document: CaseDocument
  readonly service: Service | null
}

/** The notices of the penalty proposed (事先告知书), in the order of their days. */
export function noticesOf(file: CaseFile): readonly Notice[] {
  const notices = file.of('prior-notice')
  return notices.map((document) => ({
    document,
    service: serviceOf(file, document) ?? (notices.length === 1 ? toldService(file) : null),
  }))
}

/** When the notice was served, as the decision or the report tells it. */
function toldService(file: CaseFile): Service | null {
  for (const on of file.of('decision', 'explanation', 'submission-form', 'discussion-minutes', 'review-opinion')) {
    const moment = momentBefore(on, /^(?:依法)?(?:向[^。；，]{1,16})?(?:直接)?送达[^。；]{0,24}告知书/u, 48)
    if (moment !== null) return { day: moment.day, time: moment.time, on, place: moment }
  }
  return null
}

/** The notice that holds: a later one takes the place of those before it. */
export function lastNoticeOf(file: CaseFile): Notice | null {
  return noticesOf(file).at(-1) ?? null
}

/** When the party asked for a hearing, as its request, its defence, or the agency's answer tells. */
export function hearingRequestsOf(file: CaseFile): readonly Step[] {
  const own = file.of('hearing-request')
  const inDefence = file
    .of('defence')
    .filter(
      (one) =>
        says(one, /(?:申请|要求|请求)(?:对本案)?(?:公开|举行|组织|进行)?听证(?!权)/u) &&
        !says(one, /(?:不再?|放弃)(?:申请|要求|提出)?.{0,4}听证/u),
    )
  const asked = [...own, ...inDefence].flatMap((document): readonly Step[] => {
    const received =
      momentBefore(document, /^(?:\d{1,2}[时:：]\d{0,2}分?)?(?:收到|签收|收件)/u) ??
      momentAfter(document, /(?:收到|收件|签收)(?:时间|日期|记录)?[:：]/u)
    const step = stepOf(document)
    if (received !== null && (step === null || received.day >= step.day))
      return [{ document, day: received.day, place: received }]
    return step === null ? [] : [step]
  })
  if (asked.length > 0) return asked.sort((one, other) => (one.day < other.day ? -1 : 1))
  return file.of('hearing-reply', 'hearing-notice', 'decision').flatMap((document) => {
    const moment = momentBefore(document, /^(?:向我[局委厅队])?(?:提出|提交|递交|申请|要求|书面)[^。；]{0,10}听证/u, 24)
    return moment === null ? [] : [{ document, day: moment.day, place: moment }]
  })
}

/** Hearings held (听证笔录), on the day that they were held. */
export function hearingsOf(file: CaseFile): readonly Step[] {
  return file.of('hearing-record').flatMap((document) => {
    const moment = momentAfter(document, /(?:听证)?时间[:：]?/u) ?? momentsIn(document)[0]
    return moment === undefined ? [] : [{ document, day: moment.day, place: moment }]
  })
}

/** The legal reviews (法制审核意见书), on the day of the opinion. */
export function reviewsOf(file: CaseFile): readonly Step[] {
  return stepsOf(file.of('review-opinion'))
}

/** The collective discussions (集体讨论), on the day that they were held. */
export function discussionsOf(file: CaseFile): readonly Step[] {
  return file.of('discussion-minutes').flatMap((document) => {
    const moment = momentAfter(document, /(?:讨论|会议)?(?:时间|日期)[:：]?/u) ?? momentsIn(document).at(-1)
    return moment === undefined ? [] : [{ document, day: moment.day, place: moment }]
  })
}

/** Cards and licences print the day on which they end, which may be years away. */
const SHOWS_A_TERM: ReadonlySet<string> = new Set(['officer-certificates', 'identity-papers'])

/** The last day that any document of the file bears. */
export function latestDay(file: CaseFile): IsoDate | null {
  const days = file.documents.flatMap((document) => (SHOWS_A_TERM.has(document.kind) ? [] : (dayOf(document) ?? [])))
  return days.sort().at(-1) ?? null
}

/** The party in the words of the message; 当事人 where no document names it. */
export function partyName(file: CaseFile): string {
  for (const document of file.of('decision', 'prior-notice', 'filing-form', 'measure-decision')) {
    const name = document.facts.parties[0]?.name
    if (name !== undefined) return name
  }
  return '当事人'
}
