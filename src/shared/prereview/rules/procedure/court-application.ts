/** 3.18, 3.32 the application to the court (申请人民法院强制执行): when it may be made, and until when. */
import type { IsoDate } from '../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { titlePlace } from '../../places.ts'
import { denseText, findFirst, says } from '../../wording.ts'
import { decisionOf, isDraft, otherDecisionOf, stepOf, type Step } from './reading/case-steps.ts'
import { momentBefore, type Moment } from './reading/moments.ts'
import { both, compulsionLaw, dayWords, suspect } from './reading/rule-words.ts'
import { serviceOf } from './reading/services.ts'
import { lastDay, lengthWords, periodOf } from './reading/statutory-period.ts'

/** Only a case of execution is asked about the application by itself. */
const OWN_QUESTION = { actionKind: 'compulsoryExecution', questionId: '3.32' } as const

const APPLICATION = /(?:强制执行|申请执行|执行)申请(?:书|表)|申请(?:人民法院)?(?:强制)?执行(?:[^。；]{0,24})?(?:书|的函)$|非诉(?:行政)?执行/u
const INTERNAL = /审批|呈批|催告|请示|裁定|通知书|决定书/u

/** A paper by which the court is asked, and not one by which the agency executes itself. */
export function isCourtApplication(document: CaseDocument): boolean {
  if (document.kind !== 'execution-decision') return false
  const title = (document.facts.title?.text ?? denseText(document).slice(0, 40)).replace(/\s/gu, '')
  if (INTERNAL.test(title)) return false
  return APPLICATION.test(title) || (/申请/u.test(title) && says(document, /人民法院/u))
}

function applicationOf(file: CaseFile): Step | null {
  const application = file.of('execution-decision').findLast((one) => one.sure && isCourtApplication(one))
  return application === undefined ? null : stepOf(application)
}

const SERVED = /^(?:依法)?(?:向[^。；，]{1,24})?(?:直接|留置|邮寄|公告)?送达(?!催告)[^。；]{0,20}(?:决定书|被申请人|当事人|$)/u

interface Day {
  readonly day: IsoDate
  readonly place: Place
}

const dayAt = (moment: Moment | null): Day | null => (moment === null ? null : { day: moment.day, place: moment })

/** When the decision that is to be carried out reached the party: its receipt, else what the application says of it. */
function servedOn(file: CaseFile, decision: CaseDocument, application: CaseDocument): Day | null {
  return (
    serviceOf(file, decision) ??
    dayAt(momentBefore(application, SERVED, 40))
  )
}

/** Somebody did ask for reconsideration or sue: other periods run then, from papers that may not be in the file. */
const REMEDY_USED =
  /(?<!收到|收到行政)复议决定书|行政判决书|(?<!收到)行政裁定书|复议机关[^。；]{0,20}(?:维持|作出)|(?:已|曾)(?:向[^。；]{0,20})?(?:申请行政复议|提起行政诉讼)/u

interface RemedyEnd {
  readonly application: Step
  readonly served: Day
  readonly day: IsoDate
  readonly provisional: boolean
}

/** The day on which the later of the two remedies ran out unused; null where the papers do not let it be counted. */
function remedyEndOf(file: CaseFile): RemedyEnd | null {
  const application = applicationOf(file)
  const decision = decisionOf(file) ?? otherDecisionOf(file)?.document ?? file.of('correction-order').at(-1) ?? null
  if (application === null || decision === null || !decision.sure || isDraft(decision)) return null
  // not told of the suit, the party has longer (行政诉讼法解释 art. 64)
  if (!says(decision, /行政诉讼|起诉/u) || file.documents.some((one) => one !== decision && says(one, REMEDY_USED))) return null
  const served = servedOn(file, decision, application.document)
  if (served === null) return null
  const ends = (['reconsideration', 'litigation'] as const).flatMap((subject) => {
    const row = periodOf(file, subject, served.day)
    return (row === null ? null : lastDay(file, row, served.day, subject)) ?? []
  })
  const end = ends.toSorted((one, other) => (one.due < other.due ? 1 : -1))[0]
  return end === undefined ? null : { application, served, day: end.due, provisional: end.provisional }
}

export const APPLIED_LATE: PrereviewRule = {
  id: '3.18-court-application-late',
  questionId: '3.18',
  ownQuestion: OWN_QUESTION,
  name: both('申请人民法院强制执行超过法定期限', 'Application to the court after the time for it'),
  basis: [compulsionLaw(53)],
  severity: 'C',
  check(file) {
    const end = remedyEndOf(file)
    const row = end === null ? null : periodOf(file, 'courtApplication', end.day)
    const until = end === null || row === null ? null : lastDay(file, row, end.day, 'compulsion')
    if (end === null || row === null || until === null || end.application.day <= until.due) return []
    const [zh, en] = lengthWords(row)
    return [
      suspect(
        [
          `决定${dayWords(end.served.day)}送达，申请复议和起诉的期限至${dayWords(end.day)}届满，应当在此后${zh}内（${dayWords(until.due)}以前）申请人民法院强制执行，申请书为${dayWords(end.application.day)}。`,
          `Served on ${end.served.day}, the remedies ran out on ${end.day}; the court is asked within ${en} of that, up to ${until.due}. The application is of ${end.application.day}.`,
        ],
        [
          '逾期无正当理由的，人民法院不予受理；有正当理由的，写明并附材料。',
          'The court does not take a late application without good reason; state the reason and add its papers.',
        ],
        [end.application.place, end.served.place],
        { unverified: !row.verified || end.provisional || until.provisional },
      ),
    ]
  },
}

export const APPLIED_EARLY: PrereviewRule = {
  id: '3.18-court-before-remedies-ended',
  questionId: '3.18',
  ownQuestion: OWN_QUESTION,
  name: both('救济期限未满即申请人民法院强制执行', 'Court asked before the remedies had run out'),
  basis: [compulsionLaw(53)],
  severity: 'C',
  check(file) {
    const end = remedyEndOf(file)
    if (end === null || end.application.day > end.day || end.application.day < end.served.day) return []
    return [
      suspect(
        [
          `决定${dayWords(end.served.day)}送达，申请复议和起诉的期限至${dayWords(end.day)}才届满，${dayWords(end.application.day)}即申请人民法院强制执行。`,
          `Served on ${end.served.day}, the remedies run until ${end.day}; the court was asked on ${end.application.day}.`,
        ],
        [
          '待当事人在法定期限内不申请行政复议、不提起行政诉讼又不履行的，再行申请。',
          'Apply when the time has run out and the party has neither sought a remedy nor performed.',
        ],
        [end.application.place, end.served.place],
        { unverified: end.provisional },
      ),
    ]
  },
}

const URGED = /^(?:依法)?(?:向[^。；，]{1,24})?(?:直接|留置|邮寄)?(?:送达|发出|下达|作出)[^。；，]{0,24}催告/u

export const URGED_TOO_SHORT: PrereviewRule = {
  id: '3.18-court-urged-too-short',
  questionId: '3.18',
  ownQuestion: OWN_QUESTION,
  name: both('催告期限未满即申请人民法院强制执行', 'Court asked before the time of the urging was over'),
  basis: [compulsionLaw(54), compulsionLaw(69)],
  severity: 'C',
  check(file) {
    const application = applicationOf(file)
    if (application === null) return []
    const urging = file.of('urging-notice').at(-1)
    const urged: Day | null =
      (urging === undefined ? null : (serviceOf(file, urging) ?? stepOf(urging))) ?? dayAt(momentBefore(application.document, URGED, 48))
    const row = urged === null ? null : periodOf(file, 'urging', urged.day)
    const until = urged === null || row === null ? null : lastDay(file, row, urged.day, 'compulsion')
    if (urged === null || row === null || until === null || application.day > until.due || application.day < urged.day) return []
    const [zh, en] = lengthWords(row)
    return [
      suspect(
        [
          `催告书${dayWords(urged.day)}送达，${zh}至${dayWords(until.due)}届满，${dayWords(application.day)}即申请人民法院强制执行。`,
          `The urging reached the party on ${urged.day}; ${en} ran to ${until.due}, and the court was asked on ${application.day}.`,
        ],
        [`催告书送达满${zh}，当事人仍未履行的，再行申请。`, `Apply when the party has not performed ${en} after the urging.`],
        [application.place, urged.place],
        { unverified: !row.verified || until.provisional },
      ),
    ]
  },
}

export const NOT_URGED: PrereviewRule = {
  id: '3.18-court-not-urged',
  questionId: '3.18',
  ownQuestion: OWN_QUESTION,
  name: both('申请人民法院强制执行前没有催告', 'Court asked without urging the party'),
  basis: [compulsionLaw(54)],
  severity: 'C',
  check(file) {
    const application = applicationOf(file)
    if (application === null || file.of('urging-notice').length > 0) return []
    const told = file.documents.some((one) => findFirst(one, /催告书|已?经(?:书面)?催告|催告(?:其|当事人|被申请人)/u) !== null)
    if (told) return []
    return [
      suspect(
        ['申请人民法院强制执行前没有催告书，其他文书也没有提到催告。', 'The court is asked; there is no urging notice and no paper mentions one.'],
        ['书面催告当事人履行义务，期满仍不履行的，再行申请。', 'Urge the party in writing and apply when the time has run in vain.'],
        [titlePlace(application.document)],
      ),
    ]
  },
}

export const COURT_APPLICATION_RULES: readonly PrereviewRule[] = [APPLIED_LATE, APPLIED_EARLY, URGED_TOO_SHORT, NOT_URGED]
