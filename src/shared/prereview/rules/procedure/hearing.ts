/** 3.11 the right to a hearing (听证告知) and 3.12 the hearing itself. */
import { workingDayBefore, workingDaysBetween } from '../../../deadlines/periods.ts'
import type { CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findFirst, says } from '../../wording.ts'
import {
  decisionOf,
  hearingRequestsOf,
  hearingsOf,
  isDraft,
  lastNoticeOf,
  madeDecisionOf,
  noticesOf,
  stepOf,
  type Notice,
  type Step,
} from './reading/case-steps.ts'
import { hearingLineOf } from './reading/hearing-line.ts'
import { dayOf } from './reading/moments.ts'
import { both, dayWords, penaltyLaw, suspect } from './reading/rule-words.ts'
import { sanctionsOf } from './reading/sanctions.ts'
import { serviceOf } from './reading/services.ts'
import { lastDay, lengthWords, periodOf } from './reading/statutory-period.ts'
import { tellsHearing, toldPeriods } from './reading/told-period.ts'

export const HEARING_NOT_TOLD: PrereviewRule = {
  id: '3.11-hearing-not-told',
  questionId: '3.11',
  name: both('应当告知听证权利而没有告知', 'Right to a hearing not told'),
  basis: [penaltyLaw(63, 1)],
  severity: 'F',
  check(file) {
    const notice = lastNoticeOf(file)?.document
    if (notice === undefined || !notice.sure || tellsHearing(notice)) return []
    // An earlier notice may have told it, if this one only adds to it.
    if (
      noticesOf(file).some(({ document }) => document !== notice && tellsHearing(document)) &&
      says(notice, /补充告知/u)
    )
      return []
    const decision = decisionOf(file)
    const source = sanctionsOf(notice).length > 0 || decision === null ? notice : decision
    const line = hearingLineOf(file, source)
    if (line === null) return []
    return [
      suspect(
        [
          `拟处罚属于听证范围（${line.why[0]}），行政处罚告知书没有告知要求听证的权利。`,
          `The penalty gives a right to a hearing (${line.why[1]}); the prior notice does not tell it.`,
        ],
        [
          '补充告知听证权利和五个工作日的申请期限，重新送达。',
          'Tell the right and the five working days to ask, and serve the notice again.',
        ],
        [sanctionsOf(source).at(-1)?.place ?? null, titlePlace(notice)],
        line.sure ? {} : { answer: 'cannotTell', unverified: true },
      ),
    ]
  },
}

/** The notice that a request answers: the last one served before it. */
function noticeBefore(file: CaseFile, request: Step): Notice | null {
  return noticesOf(file).findLast(({ service }) => service !== null && service.day <= request.day) ?? null
}

/** Whether the request came within the time by law; null where the file does not tell when the notice was served. */
function inTime(
  file: CaseFile,
  request: Step,
): { readonly ok: boolean; readonly days: number; readonly served: string } | null {
  const served = noticeBefore(file, request)?.service?.day
  const row = served === undefined ? null : periodOf(file, 'hearingRequest', served)
  const due = row === null || served === undefined ? null : lastDay(file, row, served)
  if (served === undefined || due === null) return null
  return { ok: request.day <= due.due, days: workingDaysBetween(file.calendar, served, request.day).days, served }
}

/** Whether a hearing was due on the request: the notice offered one, or the penalty gives the right. */
function entitled(file: CaseFile): boolean {
  const documents = [...noticesOf(file).map(({ document }) => document), ...file.of('decision').slice(-1)]
  return documents.some(
    (one) => (one.kind === 'prior-notice' && tellsHearing(one)) || hearingLineOf(file, one)?.sure === true,
  )
}

const REFUSAL =
  /(?:决定)?(?:不予|不举行|不组织|不同意|不进行|不再举行|不予受理|不予批准)[^。；，]{0,8}听证|不(?:符合|属于|具备)[^。；，]{0,12}听证|听证[^。；，]{0,8}(?:不予受理|不予准许|不予同意|予以驳回)|驳回[^。；，]{0,10}听证/u

export const HEARING_REFUSED: PrereviewRule = {
  id: '3.12-hearing-refused',
  questionId: '3.12',
  name: both('当事人依法要求听证而不举行', 'Hearing refused though asked for in time'),
  basis: [penaltyLaw(63, 1), penaltyLaw(64, 1, 1)],
  severity: 'F',
  check(file) {
    return file.of('hearing-reply').flatMap((reply) => {
      const refusal = findFirst(reply, REFUSAL)
      const day = dayOf(reply)
      const request = hearingRequestsOf(file).findLast((one) => day === null || one.day <= day)
      if (refusal === null || request === undefined || !entitled(file)) return []
      const time = inTime(file, request)
      if (time !== null && !time.ok) return []
      const [zh, en] =
        time === null
          ? ['', '']
          : [`（告知书送达后第${time.days}个工作日）`, ` (working day ${time.days} after the notice)`]
      return [
        suspect(
          [
            `当事人${dayWords(request.day)}申请听证${zh}，答复“${refusal.match[0]}”；本案属于应当听证的情形，不能以案情简单等理由拒绝。`,
            `The party asked for a hearing on ${request.day}${en} and was refused; the case gives a right to a hearing, whatever its difficulty.`,
          ],
          [
            '撤回答复，依法组织听证，并根据听证笔录作出决定。',
            'Withdraw the reply, hold the hearing, and decide on its record.',
          ],
          [refusal, request.place],
        ),
      ]
    })
  },
}

export const REQUEST_IGNORED: PrereviewRule = {
  id: '3.12-request-ignored',
  questionId: '3.12',
  name: both('申请听证后没有组织听证', 'Request for a hearing left without answer'),
  basis: [penaltyLaw(64, 1, 1)],
  severity: 'F',
  check(file) {
    const request = hearingRequestsOf(file).at(-1)
    const own = request !== undefined && ['hearing-request', 'defence'].includes(request.document.kind)
    if (!own || file.of('hearing-reply', 'hearing-record', 'hearing-notice', 'hearing-report').length > 0) return []
    const decided = madeDecisionOf(file)
    if (decided === null || decided.day < request.day || !entitled(file)) return []
    const withdrawn = file.documents.some(
      (one) =>
        says(one, /(?:撤回|放弃|取消)[^。；]{0,10}听证(?:申请|要求|权利)?|听证[^。；]{0,10}(?:撤回|撤销|放弃)/u) &&
        !says(one, /视为放弃/u),
    )
    if (withdrawn || inTime(file, request)?.ok === false) return []
    return [
      suspect(
        [
          `当事人${dayWords(request.day)}申请听证，案卷中没有听证通知、笔录或者答复，${dayWords(decided.day)}即作出决定。`,
          `The party asked for a hearing on ${request.day}; the file has no notice, record or answer, and the decision came on ${decided.day}.`,
        ],
        [
          '依法组织听证后重新作出决定；已撤回申请的，补充书面材料。',
          'Hold the hearing and decide anew; if the request was withdrawn, add the paper.',
        ],
        [request.place, decided.place],
      ),
    ]
  },
}

export const REQUEST_TIME_SHORT: PrereviewRule = {
  id: '3.12-request-time-short',
  questionId: '3.12',
  name: both('告知的听证申请期限不足五个工作日', 'Less than five working days to ask for a hearing'),
  basis: [penaltyLaw(64, 1, 1), penaltyLaw(85)],
  severity: 'F',
  check(file) {
    return noticesOf(file)
      .slice(-1)
      .flatMap(({ document }) => {
        const told = toldPeriods(document).find(({ of }) => of === 'hearing')
        const row = periodOf(file, 'hearingRequest', dayOf(document) ?? file.today)
        if (told === undefined || row === null || told.length >= row.length) return []
        const [zh, en] = lengthWords(row)
        return [
          suspect(
            [
              `告知书给予的听证申请期限为${told.length}日，法律规定为${zh}。`,
              `The notice leaves ${told.length} days to ask for a hearing; the law gives ${en}.`,
            ],
            ['按五个工作日重新告知听证权利。', 'Notify again with five working days.'],
            [told.place],
          ),
        ]
      })
  },
}

export const HEARING_NOTICE_SHORT: PrereviewRule = {
  id: '3.12-notice-short',
  questionId: '3.12',
  name: both('听证通知不足七个工作日', 'Notice of the hearing shorter than seven working days'),
  basis: [penaltyLaw(64, 1, 2), penaltyLaw(85)],
  severity: 'F',
  check(file) {
    return file.of('hearing-notice').flatMap((document) => {
      const served = serviceOf(file, document) ?? stepOf(document)
      const held = hearingsOf(file).find(({ day }) => served !== null && day >= served.day)
      const row = held === undefined ? null : periodOf(file, 'hearingNotice', held.day)
      if (served === null || held === undefined || row === null) return []
      const latest = workingDayBefore(file.calendar, held.day, row.length)
      if (
        served.day <= latest.day ||
        says(held.document, /(?:同意|自愿|要求)[^。；]{0,12}(?:提前|缩短|放弃)[^。；]{0,12}(?:期限|通知|举行)/u)
      )
        return []
      const { days } = workingDaysBetween(file.calendar, served.day, held.day)
      const [zh, en] = lengthWords(row)
      return [
        suspect(
          [
            `听证通知书${dayWords(served.day)}送达，${dayWords(held.day)}举行听证，中间${days}个工作日，不足${zh}。`,
            `The notice of the hearing was served on ${served.day}, the hearing held on ${held.day}: ${days} working days, not ${en}.`,
          ],
          [
            '当事人没有书面同意缩短期限的，重新通知并组织听证。',
            'Unless the party agreed in writing, notify again and hold the hearing anew.',
          ],
          [served.place, held.place],
          { unverified: latest.provisional },
        ),
      ]
    })
  },
}

export const HEARING_RECORD_UNSIGNED: PrereviewRule = {
  id: '3.12-record-unsigned',
  questionId: '3.12',
  name: both('听证笔录没有核对签名', 'Hearing record not signed'),
  basis: [penaltyLaw(64, 1, 8)],
  severity: 'F',
  check(file) {
    return file.of('hearing-record').flatMap((document) => {
      if (!document.sure || says(document, /拒绝签[名字]|拒签|拒不签/u)) return []
      const theirs = document.facts.signatures.filter(({ who }) => /当事人|代理人|申请人|第三人|证人/u.test(who))
      const blank = theirs.find(({ state }) => state === 'blank')
      const signed = theirs.some(({ state }) => state === 'signed' || state === 'substituted')
      const empty = findFirst(
        document,
        /(?:当事人|代理人|申请人)[^。；:：]{0,10}（?签[名字]）?[:：](?=(?:\d*年|\d*月|日|主持人|记录人|听证员|案件|调查|$))/u,
      )
      if (signed || (blank === undefined && empty === null)) return []
      return [
        suspect(
          [
            '听证笔录没有当事人或者其代理人核对签名，也没有注明拒签。',
            'The hearing record is not signed by the party or its agent and notes no refusal.',
          ],
          [
            '交当事人核对并签名或者盖章；拒绝的，由主持人注明。',
            'Have the party check and sign it; if it refuses, the chair notes that.',
          ],
          [blank === undefined ? empty : placeOf(document, blank)],
        ),
      ]
    })
  },
}

export const RECORD_IGNORED: PrereviewRule = {
  id: '3.12-record-ignored',
  questionId: '3.12',
  name: both('举行听证而决定没有提及', 'Decision silent on the hearing held'),
  basis: [penaltyLaw(65)],
  severity: 'F',
  check(file) {
    const decision = decisionOf(file)
    const held = hearingsOf(file).at(-1)
    if (decision === null || held === undefined || !decision.sure || says(decision, /听证/u)) return []
    return [
      suspect(
        [
          `${dayWords(held.day)}举行了听证，决定${isDraft(decision) ? '稿' : '书'}没有提及听证情况和意见采纳，不能看出是根据听证笔录作出。`,
          `A hearing was held on ${held.day}; the decision says nothing of it, so it does not rest on the record.`,
        ],
        [
          '在决定书中写明听证情况、争议焦点和采纳与否的理由。',
          'State the hearing, what was disputed, and why it is accepted or not.',
        ],
        [titlePlace(decision), held.place],
      ),
    ]
  },
}

export const DECIDED_BEFORE_HEARING: PrereviewRule = {
  id: '3.12-decided-before-hearing',
  questionId: '3.12',
  name: both('听证举行前已作出决定', 'Decided before the hearing'),
  basis: [penaltyLaw(65)],
  severity: 'F',
  check(file) {
    const decided = madeDecisionOf(file)
    const held = hearingsOf(file).at(-1)
    if (decided === null || held === undefined || decided.day >= held.day) return []
    return [
      suspect(
        [
          `行政处罚决定的日期为${dayWords(decided.day)}，听证在${dayWords(held.day)}举行，决定在听证之前。`,
          `The decision is of ${decided.day}, the hearing of ${held.day}: decided before it.`,
        ],
        [
          '撤回决定，听证结束后根据听证笔录重新作出。',
          'Withdraw the decision and decide on the record of the hearing.',
        ],
        [decided.place, held.place],
      ),
    ]
  },
}

export const HEARING_RULES: readonly PrereviewRule[] = [
  HEARING_NOT_TOLD,
  HEARING_REFUSED,
  REQUEST_IGNORED,
  REQUEST_TIME_SHORT,
  HEARING_NOTICE_SHORT,
  HEARING_RECORD_UNSIGNED,
  RECORD_IGNORED,
  DECIDED_BEFORE_HEARING,
]
