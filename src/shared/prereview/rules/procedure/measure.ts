/** 3.4 approval of a compulsory measure (强制措施审批) and 3.5 how it was carried out (现场实施). */
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import { findFirst, says } from '../../wording.ts'
import { isOfExecution } from '../personnel/duties-at-records.ts'
import { hoursBetween, lastMomentAfter, momentAfter, momentsIn, type Moment } from './reading/moments.ts'
import { both, compulsionLaw, dayWords, suspect } from './reading/rule-words.ts'
import { seizureOf } from './reading/seizure.ts'
import { receiptsOf, serviceOf } from './reading/services.ts'
import { lengthWords, periodOf } from './reading/statutory-period.ts'

const URGENT = /情况紧急|当场实施|紧急情况|补办/u

/** Whether the officers say that they had to act at once (CML 19). */
function isUrgent(file: CaseFile): boolean {
  return file.of('measure-approval', 'measure-record', 'measure-decision').some((document) => says(document, URGENT))
}

function timeWords({ day, time }: Moment): readonly [string, string] {
  return [`${dayWords(day)}${time ?? ''}`, `${day}${time === null ? '' : ` ${time}`}`]
}

function hoursWords(hours: number): readonly [string, string] {
  const [whole, minutes] = [Math.floor(hours), Math.round((hours % 1) * 60)]
  return minutes === 0 ? [`${whole}小时`, `${whole} h`] : [`${whole}小时${minutes}分`, `${whole} h ${minutes} min`]
}

/** When the officers reported, else when the head approved. */
function reportedOn(form: CaseDocument): Moment | null {
  return (
    momentAfter(
      form,
      /报告(?:及补办)?(?:的)?时间[:：]?|报告(?:并|和|及)补办(?:批准)?(?:手续)?(?:的)?时间[:：]?|补办时间[:：]?/u,
    ) ??
    momentAfter(form, /向[^。；]{0,16}报告[:：]?/u) ??
    lastMomentAfter(form, /(?:同意|批准)(?:补办|实施|采取|查封|扣押)?/u, 40)
  )
}

export const URGENT_REPORT_LATE: PrereviewRule = {
  id: '3.4-urgent-report-late',
  questionId: '3.4',
  name: both('紧急实施强制措施后未在二十四小时内报告补办', 'Urgent measure not reported within 24 hours'),
  basis: [compulsionLaw(19)],
  severity: 'F',
  check(file) {
    const seizure = seizureOf(file)
    if (seizure === null || !isUrgent(file)) return []
    return file.of('measure-approval').flatMap((form): readonly Suspicion[] => {
      const start = momentAfter(form, /(?:当场)?实施(?:强制措施)?(?:的)?时间[:：]?/u) ?? seizure.start
      const report = reportedOn(form)
      const row = periodOf(file, 'urgentReport', start.day)
      if (report === null || row === null || report.day < start.day) return []
      const hours = hoursBetween(start, report)
      const wholeDays = (Date.parse(report.day) - Date.parse(start.day)) / 86_400_000
      // Without the hours, only what is late at any hour of the two days is late.
      if (hours === null ? (wholeDays - 1) * 24 < row.length : hours <= row.length) return []
      const [zh, en] = hours === null ? [`${wholeDays}天`, `${wholeDays} days`] : hoursWords(hours)
      const [limitZh, limitEn] = lengthWords(row)
      const [from, to] = [timeWords(start), timeWords(report)]
      return [
        suspect(
          [
            `${from[0]}实施强制措施，${to[0]}报告补办，间隔${zh}，超过${limitZh}。`,
            `The measure was taken on ${from[1]} and reported on ${to[1]}, ${en} later; the limit is ${limitEn}.`,
          ],
          [
            '强制措施程序违法，应当评估其效力；在审核意见中指出，必要时解除措施、退还财物。',
            'The measure is unlawful in procedure: weigh its effect, and lift it and return the property if needed.',
          ],
          [report, start],
          { unverified: !row.verified },
        ),
      ]
    })
  },
}

export const APPROVED_AFTER_MEASURE: PrereviewRule = {
  id: '3.4-approved-after-measure',
  questionId: '3.4',
  name: both('强制措施实施后才批准且未说明紧急', 'Measure approved afterwards without urgency'),
  basis: [compulsionLaw(18, 1, 1)],
  severity: 'F',
  check(file) {
    const seizure = seizureOf(file)
    if (seizure === null || isUrgent(file)) return []
    return file.of('measure-approval').flatMap((form) => {
      const approved = lastMomentAfter(form, /(?:同意|批准|准予)[^。；]{0,24}/u, 30) ?? momentsIn(form).at(-1)
      if (approved === undefined) return []
      const hours = hoursBetween(seizure.start, approved)
      if (hours === null ? approved.day <= seizure.start.day : hours <= 0) return []
      const [from, to] = [timeWords(seizure.start), timeWords(approved)]
      return [
        suspect(
          [
            `${from[0]}实施强制措施，${to[0]}才经批准，材料中没有情况紧急的记载。`,
            `The measure was taken on ${from[1]} and approved only on ${to[1]}; no paper says that it was urgent.`,
          ],
          [
            '核对批准时间；未经事前批准又不属情况紧急的，强制措施违法。',
            'Check the time of approval; without prior approval or urgency the measure is unlawful.',
          ],
          [approved, seizure.start],
        ),
      ]
    })
  },
}

export const MEASURE_UNAPPROVED: PrereviewRule = {
  id: '3.4-measure-unapproved',
  questionId: '3.4',
  name: both('没有强制措施的批准材料', 'No approval of the measure in the file'),
  basis: [compulsionLaw(18, 1, 1)],
  severity: 'F',
  check(file) {
    const [decision] = file.of('measure-decision')
    // Internal papers are there, so the approval would be among them.
    const internal = file.of('filing-form', 'investigation-report', 'discussion-minutes', 'submission-form').length
    if (decision === undefined || internal === 0 || file.of('measure-approval').length > 0) return []
    const said = file.documents.some((one) =>
      says(
        one,
        /(?:经|报)[^。；]{0,30}(?:批准|同意)[^。；]{0,30}(?:查封|扣押|强制措施)|(?:同意|批准)[^。；]{0,12}(?:查封|扣押|采取强制措施)|(?:查封|扣押|强制措施)[^。；]{0,30}(?:经|报)[^。；]{0,20}(?:批准|同意)|强制措施审批/u,
      ),
    )
    if (said) return []
    return [
      suspect(
        [
          '案卷中有查封、扣押决定书，没有行政机关负责人批准实施的材料。',
          'The file has a seizure decision and nothing that shows the head’s approval.',
        ],
        [
          '补充行政强制措施审批表；确未审批的，应当解除措施。',
          'Add the approval form; if there was no approval, lift the measure.',
        ],
        [titlePlace(decision)],
      ),
    ]
  },
}

const ABSENT =
  /(?:当事人|负责人|经营者|法定代表人|被[^，。；]{1,6}人)[^。；，]{0,12}(?:未到场|不在(?:现)?场|未在(?:现)?场|拒(?:绝|不)到场|没有到场|无法到场|外出)|(?:当事人|负责人)(?:未到场|不在场)/u
const NO_WITNESS = /见证人(?:（?签[名字]）?)?[:：]?(?:无|没有|—|－|-|\/|空缺|未邀请)|(?:无|没有|未邀请)见证人/u
const WITNESS =
  /见证人[^。；:：]{0,8}[:：]?(?!无|没有|—|－|-|\/|未)[（(]?\p{Script=Han}{2,4}|邀请[^。；]{1,24}(?:到场|见证|作为见证人)/u

export const ABSENT_WITHOUT_WITNESS: PrereviewRule = {
  id: '3.5-absent-without-witness',
  questionId: '3.5',
  name: both('当事人不到场而没有见证人', 'Party absent and no witness invited'),
  basis: [compulsionLaw(18, 1, 9)],
  severity: 'C',
  check(file) {
    return file.of('measure-record').flatMap((document) => {
      const absent = findFirst(document, ABSENT)
      const none = findFirst(document, NO_WITNESS)
      if (absent === null || (none === null && says(document, WITNESS))) return []
      return [
        suspect(
          [
            `强制措施现场笔录记载当事人不到场（“${absent.match[0]}”），没有邀请见证人到场签名。`,
            `The record of the measure says that the party was absent (“${absent.match[0]}”), and no witness was invited to sign.`,
          ],
          [
            '说明未邀请见证人的原因，以录像等证据补强；无法补强的，现场笔录的效力存疑。',
            'Explain why no witness was invited and support the record with video; otherwise its worth is doubtful.',
          ],
          [absent, none],
        ),
      ]
    })
  },
}

export const REASONS_NOT_TOLD: PrereviewRule = {
  id: '3.5-reasons-not-told',
  questionId: '3.5',
  name: both('现场笔录没有告知理由、依据或者权利', 'Reasons or rights not told when the measure was taken'),
  basis: [compulsionLaw(18, 1, 5), compulsionLaw(18, 1, 6)],
  severity: 'C',
  check(file) {
    return file.of('measure-record').flatMap((document) => {
      // Nobody can be told who is not there; that is the rule of the witness.
      if (!document.sure || document.text.length < 80 || says(document, ABSENT) || isOfExecution(document)) return []
      const reasons = says(document, /理由|依据|根据《|因[^。；]{2,30}(?:决定|予以|实施)/u)
      const rights = says(document, /陈述|申辩|权利|救济|复议/u)
      if (reasons && rights) return []
      const [zh, en] = reasons
        ? ['当事人依法享有的陈述、申辩权利和救济途径', 'the rights and remedies of the party']
        : rights
          ? ['采取强制措施的理由、依据', 'the reasons and the basis of the measure']
          : ['强制措施的理由、依据和当事人的权利、救济途径', 'the reasons, the basis, the rights and the remedies']
      return [
        suspect(
          [
            `强制措施现场笔录没有记载告知${zh}。`,
            `The record of the measure does not show that the party was told ${en}.`,
          ],
          [
            '核对执法录像；确已告知的，作出说明并附录像；未告知的，程序存在瑕疵。',
            'Check the video: if the party was told, say so and add it; if not, the procedure is flawed.',
          ],
          [titlePlace(document)],
          { about: `${reasons}${rights}` },
        ),
      ]
    })
  },
}

export const RECORD_UNSIGNED: PrereviewRule = {
  id: '3.5-record-unsigned',
  questionId: '3.5',
  name: both('强制措施现场笔录没有当事人或者见证人签名', 'Record of the measure signed by neither party nor witness'),
  basis: [compulsionLaw(18, 1, 8)],
  severity: 'C',
  check(file) {
    return file.of('measure-record').flatMap((document) => {
      if (says(document, ABSENT) || says(document, /拒绝签[名字]|拒签|拒不签/u)) return []
      const theirs = document.facts.signatures.filter(({ who }) => /当事人|见证人|负责人|被|在场/u.test(who))
      const blank = theirs.find(({ state }) => state === 'blank')
      const written = findFirst(
        document,
        /(?:当事人|现场负责人|见证人)(?:（?签[名字](?:或盖章)?）?)[:：](?=(?:年|月|日|见证人|执法人员|实施人员|$))/u,
      )
      if (theirs.some(({ state }) => state !== 'blank') || (blank === undefined && written === null)) return []
      return [
        suspect(
          [
            '强制措施现场笔录没有当事人或者见证人签名，也没有注明拒签。',
            'The record of the measure is signed by neither party nor witness and notes no refusal.',
          ],
          ['说明未签名的原因，以录像等证据补强。', 'Explain the missing signature and support the record with video.'],
          [blank === undefined ? written : placeOf(document, blank)],
        ),
      ]
    })
  },
}

export const DECISION_DELIVERED_LATER: PrereviewRule = {
  id: '3.5-decision-delivered-later',
  questionId: '3.5',
  name: both('查封、扣押决定书没有当场交付', 'Seizure decision not handed over on the spot'),
  basis: [compulsionLaw(24, 1)],
  severity: 'C',
  check(file) {
    const seizure = seizureOf(file)
    return file.of('measure-decision').flatMap((document) => {
      const service = serviceOf(file, document)
      const known = receiptsOf(file, document).length > 0 || service?.on === document
      if (seizure === null || service === null || !known || service.day <= seizure.start.day) return []
      return [
        suspect(
          [
            `${dayWords(seizure.start.day)}实施${says(document, /查封/u) ? '查封' : '扣押'}，决定书${dayWords(service.day)}才送达，没有当场交付。`,
            `The property was taken on ${seizure.start.day}; the decision was handed over only on ${service.day}.`,
          ],
          ['说明未当场交付决定书和清单的原因。', 'Explain why decision and list were not handed over on the spot.'],
          [service.place, seizure.start],
        ),
      ]
    })
  },
}

export const MEASURE_RULES: readonly PrereviewRule[] = [
  URGENT_REPORT_LATE,
  APPROVED_AFTER_MEASURE,
  MEASURE_UNAPPROVED,
  ABSENT_WITHOUT_WITNESS,
  REASONS_NOT_TOLD,
  RECORD_UNSIGNED,
  DECISION_DELIVERED_LATER,
]
