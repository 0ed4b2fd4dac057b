/** 3.2 filing (立案) and 3.3 registered preservation of evidence (先行登记保存). */
import { workingDaysBetween } from '../../../deadlines/periods.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { titlePlace } from '../../places.ts'
import { findFirst, says } from '../../wording.ts'
import { filingOf, latestDay, stepOf } from './reading/case-steps.ts'
import { dayPlace, momentAfter, momentBefore, momentsIn, type Moment } from './reading/moments.ts'
import { preservationOf } from './reading/preservation.ts'
import { both, dayWords, penaltyLaw, suspect } from './reading/rule-words.ts'
import { sectorOf } from './reading/sector.ts'
import { lastDay, lengthWords, periodOf } from './reading/statutory-period.ts'

export const INQUIRY_BEFORE_FILING: PrereviewRule = {
  id: '3.2-inquiry-before-filing',
  questionId: '3.2',
  name: both('立案前已询问当事人', 'Questioned before the case was filed'),
  basis: [penaltyLaw(54, 2)],
  severity: 'C',
  check(file) {
    const filing = filingOf(file)
    // Market regulation may question while it verifies a clue, and use what it learnt (SAMR-P 18, 19).
    if (filing === null || sectorOf(file) === 'market-regulation') return []
    return file.of('inquiry-record').flatMap((document) => {
      const moment = momentAfter(document, /时间[:：]?/u) ?? momentsIn(document)[0]
      if (moment === undefined || moment.day >= filing.day) return []
      return [
        suspect(
          [
            `询问时间为${dayWords(moment.day)}，立案批准时间为${dayWords(filing.day)}，询问在立案之前。`,
            `The inquiry was on ${moment.day}, the case was filed on ${filing.day}: the party was questioned before.`,
          ],
          [
            '说明立案前询问的理由；依法应当立案的，核对立案审批日期是否有误，必要时重新询问。',
            'Explain why the party was questioned before; check the day of filing, and question again if needed.',
          ],
          [moment, filing.place],
          { about: moment.day },
        ),
      ]
    })
  },
}

const CLUE_DAY = /(?:登记|发现|收到|接到|受理|移送)(?:线索|材料|举报|投诉)?(?:时间|日期)[:：]?/u

/** When the agency came to know: by the register of clues, the filing form, else the inspection that found it. */
export function clueDay(file: CaseFile, form: CaseDocument): Moment | null {
  const clue = file.of('clue-form')[0]
  if (clue !== undefined) return momentAfter(clue, CLUE_DAY) ?? momentsIn(clue)[0] ?? null
  const told =
    momentAfter(form, CLUE_DAY) ??
    momentBefore(form, /^[^。；，]{0,8}(?:收到|接到|接)[^。；]{0,12}(?:举报|投诉|移送|移交|线索|转办|交办)/u, 24)
  const inspected = file.of('inspection-record')[0]
  return told ?? (inspected === undefined ? null : (momentAfter(inspected, /时间[:：]?/u) ?? null))
}

export const FILING_LATE: PrereviewRule = {
  id: '3.2-filing-late',
  questionId: '3.2',
  name: both('立案超过线索核查期限', 'Filed later than the time for verifying the clue'),
  basis: [penaltyLaw(54, 2)],
  severity: 'C',
  check(file) {
    const filing = filingOf(file)
    const found = filing === null ? null : clueDay(file, filing.document)
    if (filing === null || found === null || filing.document.kind !== 'filing-form') return []
    const row = periodOf(file, 'filing', found.day)
    if (row === null) return []
    const tested =
      row.exclusions.some(({ of }) => of === 'testing') &&
      file.of('sampling-record', 'test-report').some(({ day }) => day !== null && day <= filing.day)
    const extended = file.documents.some((document) => says(document, /延长(?:立案|核查)(?:期限)?/u))
    const due = lastDay(file, row, found.day)
    if (due === null || filing.day <= due.due || tested || extended) return []
    const { days } = workingDaysBetween(file.calendar, found.day, filing.day)
    const [zh, en] = lengthWords(row)
    return [
      suspect(
        [
          `${dayWords(found.day)}收到线索，${dayWords(filing.day)}立案，历时${days}个工作日，超过${zh}，材料中没有延长核查期限的批准。`,
          `The clue came on ${found.day}, the case was filed on ${filing.day}: ${days} working days, the limit being ${en}, and no extension is in the file.`,
        ],
        [
          '补充延长核查期限的审批材料；没有的，说明超期原因。',
          'Add the approval of an extension, or explain the delay.',
        ],
        [found, filing.place],
        { unverified: !row.verified },
      ),
    ]
  },
}

export const FILED_AFTER_NOTICE: PrereviewRule = {
  id: '3.2-filed-after-notice',
  questionId: '3.2',
  name: both('立案晚于事先告知', 'Filed after the prior notice'),
  basis: [penaltyLaw(54, 2)],
  severity: 'C',
  check(file) {
    const filing = filingOf(file)
    const notice = file.of('prior-notice')[0]
    const step = notice === undefined ? null : stepOf(notice)
    if (filing === null || step === null || filing.document.kind !== 'filing-form' || filing.day <= step.day) return []
    return [
      suspect(
        [
          `立案审批为${dayWords(filing.day)}，行政处罚告知书为${dayWords(step.day)}，立案在告知之后。`,
          `The filing was approved on ${filing.day}, after the prior notice of ${step.day}.`,
        ],
        [
          '核对立案审批日期，说明先调查后立案的原因。',
          'Check the day of the filing and explain why the case was filed afterwards.',
        ],
        [filing.place, step.place],
      ),
    ]
  },
}

const HEAD_OPEN =
  /(?:主管(?:领导|局长)|分管(?:领导|负责人|局长)|(?:机关|行政机关|局|单位)(?:主要)?(?:负责人|领导)|局长|领导)(?:审批|批准|签批|审定|批示)?(?:意见)?(?:（?签[名字]）?)?[:：]?(?:[_＿]*年[_＿]*月[_＿]*日)(?![\p{Script=Han}0-9])/u

/** 主管领导批准：__年__月__日, at the end of the form. */
function headOpen(document: CaseDocument): ReturnType<typeof findFirst> {
  const open = findFirst(document, HEAD_OPEN)
  return open !== null && open.match.index + open.match[0].length >= open.match.input.length - 40 ? open : null
}

export const FILING_UNAPPROVED: PrereviewRule = {
  id: '3.2-filing-unapproved',
  questionId: '3.2',
  name: both('立案审批表没有负责人批准意见', 'The filing form bears no approval of the head'),
  basis: [penaltyLaw(54, 2)],
  severity: 'C',
  check(file) {
    return file.of('filing-form').flatMap((document) => {
      if (!document.sure) return []
      const blank = findFirst(
        document,
        /(?:负责人|领导|局长|审批)(?:审批)?意见[:：]?(?:（?签名）?[:：]?)?(?:年月日|$)/u,
      )
      const agreed =
        says(document, /(?:同意|准予|批准|予以)立案|同意[。，；]|同意$/u) ||
        document.facts.conclusions.some(({ agrees }) => agrees)
      // The last opinion, that of the head, was left open under those of the units.
      const open = headOpen(document)
      if (open === null && (agreed || (blank === null && !says(document, /审批意见|负责人意见/u)))) return []
      return [
        suspect(
          [
            '立案审批表中没有行政机关负责人同意立案的意见。',
            'The filing form bears no approval by the head of the agency.',
          ],
          ['补充负责人的立案批准意见和日期。', 'Add the head’s approval with its date.'],
          [blank ?? open ?? titlePlace(document)],
        ),
      ]
    })
  },
}

export const PRESERVATION_OVERDUE: PrereviewRule = {
  id: '3.3-preservation-overdue',
  questionId: '3.3',
  name: both('先行登记保存逾期未处理', 'Preserved evidence not dealt with in time'),
  basis: [penaltyLaw(56), penaltyLaw(85)],
  severity: 'C',
  check(file) {
    const preservation = preservationOf(file)
    const until = preservation?.handled?.day ?? latestDay(file)
    if (preservation === null || until === null || until <= preservation.due.due) return []
    const { row, start, due, handled } = preservation
    const { days } = workingDaysBetween(file.calendar, start.day, until)
    const [zh, en] = lengthWords(row)
    const outcome: readonly [string, string] =
      handled === null
        ? [`至${dayWords(until)}案卷中仍没有处理决定`, `no handling is in the file up to ${until}`]
        : [
            `${dayWords(until)}才作出处理（第${days}个工作日）`,
            `it was dealt with only on ${until} (working day ${days})`,
          ]
    return [
      suspect(
        [
          `${dayWords(start.day)}先行登记保存，应当在${zh}内（${dayWords(due.due)}以前）处理，${outcome[0]}。`,
          `Evidence was preserved on ${start.day} and had to be dealt with within ${en} (by ${due.due}); ${outcome[1]}.`,
        ],
        [
          '补充先行登记保存物品处理决定；确已逾期的，说明原因，并评估证据效力。',
          'Add the decision on the preserved evidence; if it is late, explain and weigh what the evidence is worth.',
        ],
        [start, handled?.place],
        { unverified: !row.verified || due.provisional },
      ),
    ]
  },
}

export const PRESERVATION_UNAPPROVED: PrereviewRule = {
  id: '3.3-preservation-unapproved',
  questionId: '3.3',
  name: both('先行登记保存未经负责人批准', 'Evidence preserved without the head’s approval'),
  basis: [penaltyLaw(56)],
  severity: 'C',
  check(file) {
    const [paper] = file.of('preservation-paper')
    if (paper === undefined || !paper.sure) return []
    const approved = file.documents.some(
      (one) =>
        !['materials-list', 'evidence-list', 'legal-basis-extract'].includes(one.kind) &&
        says(one, /先行登记保存|登记保存/u) &&
        says(one, /(?<!未经|未|没有)批准|同意(?:先行登记)?保存|审批|负责人[^。；]{0,10}同意/u),
    )
    if (approved) return []
    return [
      suspect(
        [
          '先行登记保存证据没有行政机关负责人批准的记载。',
          'Nothing in the file shows that the head approved the preservation.',
        ],
        ['补充先行登记保存证据审批表。', 'Add the approval form of the preservation.'],
        [dayPlace(paper) ?? titlePlace(paper)],
      ),
    ]
  },
}

export const FILING_RULES: readonly PrereviewRule[] = [
  INQUIRY_BEFORE_FILING,
  FILING_LATE,
  FILED_AFTER_NOTICE,
  FILING_UNAPPROVED,
  PRESERVATION_OVERDUE,
  PRESERVATION_UNAPPROVED,
]
