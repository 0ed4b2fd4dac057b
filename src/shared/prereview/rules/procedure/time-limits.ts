/** 3.15 time from filing to the decision (办案期限) and 3.16 periods of a licence (许可期限). */
import { daysBetween, shiftDays } from '../../../deadlines/day-arithmetic.ts'
import { workingDaysBetween } from '../../../deadlines/periods.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findFirst } from '../../wording.ts'
import { filingOf, isDraft, latestDay, madeDecisionOf, decisionOf, stepsOf } from './reading/case-steps.ts'
import { excludedDays, extendedDue, spansOf } from './reading/decision-term.ts'
import { licenceTermOf } from './reading/licence-term.ts'
import { momentAfter, momentsIn } from './reading/moments.ts'
import { both, dayWords, licensingLaw, penaltyLaw, suspect } from './reading/rule-words.ts'
import { lastDay, lengthWords, periodOf } from './reading/statutory-period.ts'

export const CASE_OVERDUE: PrereviewRule = {
  id: '3.15-overdue',
  questionId: '3.15',
  name: both('办案超过法定期限', 'Decided later than the law allows'),
  basis: [penaltyLaw(60)],
  severity: 'C',
  check(file) {
    const filing = filingOf(file)
    const decision = decisionOf(file)
    if (filing === null || decision === null) return []
    const decided = madeDecisionOf(file)
    const until = decided?.day ?? (isDraft(decision) ? latestDay(file) : null)
    const row = periodOf(file, 'decision', filing.day)
    if (until === null || row === null || until <= filing.day) return []
    const spans = spansOf(file)
    const allowed = new Set(row.exclusions.map(({ of }) => of))
    const excluded = excludedDays(
      spans.filter(({ of }) => allowed.has(of)),
      filing.day,
    )
    const term = extendedDue(file, row, filing.day, excluded)
    if (term === null || until <= term.due) return []
    // A rule of the sector that is not known here may leave out a hearing or a test: asked, not asserted.
    const generous = row.sector === null ? extendedDue(file, row, filing.day, excludedDays(spans, filing.day)) : term
    const doubtful = generous === null || until <= generous.due
    const days = daysBetween(filing.day, until)
    const [zh, en] = lengthWords(row)
    const [extraZh, extraEn] = [
      `${file.of('period-extension').length > 0 ? '，含延长' : ''}${excluded > 0 ? `，已依规定扣除${excluded}日` : ''}`,
      `${file.of('period-extension').length > 0 ? ', extended' : ''}${excluded > 0 ? `, ${excluded} days left out by the rule` : ''}`,
    ]
    return [
      suspect(
        [
          `${dayWords(filing.day)}立案，${decided === null ? '至' : ''}${dayWords(until)}${decided === null ? '尚未作出决定' : '作出决定'}，共${days}日，法定期限${zh}${extraZh}，应当在${dayWords(term.due)}以前作出。`,
          `Filed on ${filing.day}, ${decided === null ? `not decided by ${until}` : `decided on ${until}`}, day ${days}; the limit is ${en}${extraEn}, up to ${term.due}.`,
        ],
        [
          '补充依法延长、中止或者扣除期间的审批和依据；没有的，在审核意见中指出程序轻微违法的风险。法制审核时间不能扣除。',
          'Add the approval and the legal basis of any extension or excluded time; otherwise point out the breach. Time spent on legal review is never left out.',
        ],
        [decided?.place ?? titlePlace(decision), filing.place],
        { unverified: !row.verified || term.provisional, ...(doubtful ? { answer: 'cannotTell' as const } : {}) },
      ),
    ]
  },
}

export const EXTENDED_TOO_LATE: PrereviewRule = {
  id: '3.15-extended-too-late',
  questionId: '3.15',
  name: both('办案期限届满后才批准延长', 'Extension approved after the time had run out'),
  basis: [penaltyLaw(60)],
  severity: 'C',
  check(file) {
    const filing = filingOf(file)
    const [paper] = stepsOf(file.of('period-extension'))
    const row = filing === null ? null : periodOf(file, 'decision', filing.day)
    if (filing === null || paper === undefined || row === null) return []
    const allowed = new Set(row.exclusions.map(({ of }) => of))
    const spans = spansOf(file).filter(({ of }) => row.sector === null || allowed.has(of))
    const first = lastDay(file, row, filing.day)
    if (first === null) return []
    const due = shiftDays(first.due, excludedDays(spans, filing.day))
    if (paper.day <= due) return []
    return [
      suspect(
        [
          `办案期限至${dayWords(due)}届满，延长审批为${dayWords(paper.day)}，在期满之后。`,
          `The time ran out on ${due}; the extension was approved on ${paper.day}, after it.`,
        ],
        [
          '核对审批日期；期满后的延长不能补救超期。',
          'Check the day of approval; an extension after the end does not mend the delay.',
        ],
        [paper.place, filing.place],
        { unverified: !row.verified },
      ),
    ]
  },
}

export const REVIEW_TIME_EXCLUDED: PrereviewRule = {
  id: '3.15-review-time-excluded',
  questionId: '3.15',
  name: both('把法制审核等时间当作扣除期间', 'Time of the legal review left out of the count'),
  basis: [penaltyLaw(60)],
  severity: 'C',
  check(file) {
    return file.documents.flatMap((document) => {
      const excluded = findFirst(
        document,
        /(?:法制审核|集体讨论|内部审批|报批|请示)[^。；]{0,10}(?:期间|时间|期限)?[^。；]{0,10}(?:不计入|扣除|予以扣减|不计算)(?:在)?[^。；]{0,12}(?:期限|期间|时限)?/u,
      )
      if (excluded === null || ['legal-basis-extract', 'review-opinion'].includes(document.kind)) return []
      return [
        suspect(
          [
            `“${excluded.match[0]}”：没有法律、法规、规章规定该时间可以从办案期限中扣除。`,
            `“${excluded.match[0]}”: no law, regulation or rule leaves that time out of the count.`,
          ],
          [
            '删去该扣除，按立案至决定的实际天数计算期限。',
            'Do not leave it out: count the days from filing to decision.',
          ],
          [excluded],
        ),
      ]
    })
  },
}

export const LICENCE_LATE: PrereviewRule = {
  id: '3.16-licence-late',
  questionId: '3.16',
  name: both('许可决定超过法定期限', 'Licence decided too late'),
  basis: [licensingLaw(42, 1)],
  severity: 'C',
  check(file) {
    const term = licenceTermOf(file)
    if (term === null || term.decided === null) return []
    const { accepted, decided, excluded, extended, length, row, waited, deadline } = term
    const { days } = workingDaysBetween(file.calendar, accepted.day, decided.day)
    // what an expert or a hearing took was not as long as the period itself
    if (decided.day <= deadline.due || excluded || (waited && days <= length * 2)) return []
    return [
      suspect(
        [
          `${dayWords(accepted.day)}受理申请，${dayWords(decided.day)}作出许可决定，历时${days}个工作日，超过${length}个工作日${extended ? '（含延长）' : '，没有延长期限的告知'}。`,
          `Accepted on ${accepted.day}, decided on ${decided.day}: ${days} working days, the limit being ${length}${extended ? ' with the extension' : ' and no extension told'}.`,
        ],
        [
          '补充延长期限的批准和告知材料；没有的，说明超期原因。',
          'Add the approval of the extension and its notice, or explain the delay.',
        ],
        [decided.place, accepted],
        { unverified: !row.verified || deadline.provisional },
      ),
    ]
  },
}

const ANSWERED = /告知书|通知书|受理|补正|凭证/u

export const CORRECTION_LATE: PrereviewRule = {
  id: '3.16-correction-late',
  questionId: '3.16',
  name: both('补正告知超过五个工作日', 'Request to complete the application after five working days'),
  basis: [licensingLaw(32, 1, 4)],
  severity: 'C',
  check(file) {
    // the agency's answers to an application are of the same kind
    const application = file.of('licence-application').find((one) => !ANSWERED.test(one.facts.title?.text ?? ''))
    const notice = file.documents.find((one) =>
      /补正(?:材料)?(?:告知|通知)书|一次性(?:补正)?告知/u.test(one.facts.title?.text ?? one.text.slice(0, 80)),
    )
    if (application === undefined || notice === undefined) return []
    const applied =
      momentAfter(application, /(?:收到|收件|申请)(?:材料)?(?:时间|日期)[:：]?/u) ?? momentsIn(application).at(-1)
    const [told] = stepsOf([notice])
    const row = applied === undefined ? null : periodOf(file, 'licenceCorrection', applied.day)
    const due = row === null || applied === undefined ? null : lastDay(file, row, applied.day, 'licence')
    if (applied === undefined || told === undefined || due === null || row === null || told.day <= due.due) return []
    const { days } = workingDaysBetween(file.calendar, applied.day, told.day)
    return [
      suspect(
        [
          `${dayWords(applied.day)}收到申请，${dayWords(told.day)}才告知补正，历时${days}个工作日；逾期不告知的，自收到材料之日起即为受理。`,
          `The application came on ${applied.day}; completion was asked for only on ${told.day}, after ${days} working days: it counts as accepted from the first day.`,
        ],
        ['按收到材料之日为受理之日计算许可期限。', 'Count the period from the day on which the application came in.'],
        [told.place, applied],
        { unverified: !row.verified || due.provisional },
      ),
    ]
  },
}

export const TIME_LIMIT_RULES: readonly PrereviewRule[] = [
  CASE_OVERDUE,
  EXTENDED_TOO_LATE,
  REVIEW_TIME_EXCLUDED,
  LICENCE_LATE,
  CORRECTION_LATE,
]
