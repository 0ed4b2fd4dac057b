/** 3.18 enforcement execution (强制执行), 3.20 inspections (行政检查), 3.21 the full-process record (全过程记录). */
import { addCalendarDays, addWorkingDays } from '../../../deadlines/periods.ts'
import { daysOf } from '../../../deadlines/regimes.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findFirst, says } from '../../wording.ts'
import { isCourtApplication } from './court-application.ts'
import { stepOf } from './reading/case-steps.ts'
import { momentsIn, wholeNumber } from './reading/moments.ts'
import { both, compulsionLaw, dayWords, opinionsOf2018, penaltyLaw, suspect } from './reading/rule-words.ts'
import { serviceOf } from './reading/services.ts'

/** The last decision by which the agency executes itself: the court is asked by other rules, a surcharge needs no urging. */
function ownExecution(file: CaseFile): CaseDocument | undefined {
  return file
    .of('execution-decision')
    .findLast((one) => !isCourtApplication(one) && !/加处罚款/u.test(one.facts.title?.text ?? one.text.slice(0, 60)))
}

export const NO_URGING: PrereviewRule = {
  id: '3.18-no-urging',
  questionId: '3.18',
  name: both('强制执行前没有催告', 'Execution without urging'),
  basis: [compulsionLaw(35)],
  severity: 'F',
  check(file) {
    const decision = ownExecution(file)
    if (decision === undefined || file.of('urging-notice').length > 0) return []
    if (file.documents.some((one) => says(one, /催告/u)) || says(decision, /立即(?:强制)?执行|立即实施代履行|紧急/u))
      return []
    return [
      suspect(
        [
          '作出强制执行决定前没有催告书，其他文书也没有提到催告。',
          'There is no urging notice before the execution decision and no paper mentions one.',
        ],
        [
          '书面催告当事人履行义务，期满仍不履行的，再作出强制执行决定。',
          'Urge the party in writing first, and decide on execution only after the time.',
        ],
        [titlePlace(decision)],
      ),
    ]
  },
}

export const URGING_NOT_EXPIRED: PrereviewRule = {
  id: '3.18-urging-not-expired',
  questionId: '3.18',
  name: both('催告期限未满即决定强制执行', 'Execution decided before the urging had run out'),
  basis: [compulsionLaw(35), compulsionLaw(37, 1)],
  severity: 'F',
  check(file) {
    const urging = file.of('urging-notice').at(-1)
    const decision = ownExecution(file)
    if (urging === undefined || decision === undefined) return []
    const told = findFirst(urging, /(?:之日|次日)起(\d{1,2}|[一二三四五六七八九十]{1,3})个?(工作日|日|天)/u)
    const served = serviceOf(file, urging) ?? stepOf(urging)
    const decided = stepOf(decision)
    const length = wholeNumber(told?.match[1] ?? '')
    if (told === null || served === null || decided === null || !(length > 0) || says(decision, /转移|隐匿/u)) return []
    const working = told.match[2] === '工作日' || daysOf('compulsion', length).kind === 'workingDays'
    const add = working ? addWorkingDays : addCalendarDays
    const { due, provisional } = add(file.calendar, served.day, length, 'compulsion')
    if (decided.day > due) return []
    return [
      suspect(
        [
          `催告书${dayWords(served.day)}送达，履行期限至${dayWords(due)}届满，${dayWords(decided.day)}即作出强制执行决定。`,
          `The urging notice was served on ${served.day} and ran to ${due}; execution was decided on ${decided.day}.`,
        ],
        ['催告期限届满后重新作出强制执行决定。', 'Decide anew after the time of the urging.'],
        [decided.place, served.place],
        { unverified: provisional },
      ),
    ]
  },
}

/** 夜间: from ten in the evening to six in the morning, as the law on noise says (噪声污染防治法 art. 88). */
const NIGHT_FROM = 22
const NIGHT_TO = 6

export const NIGHT_OR_HOLIDAY: PrereviewRule = {
  id: '3.18-night-or-holiday',
  questionId: '3.18',
  name: both('在夜间或者法定节假日实施强制执行', 'Execution at night or on a public holiday'),
  basis: [compulsionLaw(43, 1)],
  severity: 'F',
  check(file) {
    const records = file.documents.filter(
      (one) =>
        one.kind === 'execution-decision' ||
        /强制执行(?:现场)?笔录|强制拆除(?:现场)?(?:笔录|记录)|代履行(?:现场)?(?:笔录|记录)/u.test(
          one.facts.title?.text ?? one.text.slice(0, 60),
        ),
    )
    return records.flatMap((document) => {
      if (says(document, /情况紧急|紧急情况/u)) return []
      const named =
        findFirst(document, /(?:执行|实施|拆除|代履行)(?:的)?时间[:：]?/u) ??
        findFirst(document, /(?:笔录|记录)时间[:：]|(?<=[。；])时间[:：]|决定于(?=[12]\d{3}年)|(?:自|于)(?=[12]\d{3}年[^，。；]{4,24}(?:强制拆除|强制执行|实施代履行))/u)
      const from = (named?.match.index ?? -1) + (named?.match[0].length ?? 0)
      const moment =
        named === null ? undefined : momentsIn(document).find(({ start }) => start >= from && start <= from + 8)
      if (moment === undefined) return []
      const hour = moment.time === null ? null : Number(moment.time.slice(0, 2))
      const ended = document.facts.dates.find(({ day, until }) => day === moment.day && (until?.time ?? null) !== null)?.until?.time ?? null
      const until = ended === null ? null : Number(ended.slice(0, 2))
      const night = [hour, until].some((one) => one !== null && (one >= NIGHT_FROM || one < NIGHT_TO))
      const { why, provisional } = file.calendar.statusOf(moment.day)
      const holiday = why.name
      if (!night && holiday === null) return []
      const [zh, en] =
        holiday === null
          ? ['夜间', 'at night']
          : [`法定节假日（${holiday['zh-CN']}）`, `on a public holiday (${holiday.en})`]
      return [
        suspect(
          [
            `强制执行安排在${dayWords(moment.day)}${moment.time ?? ''}，属于${zh}，没有情况紧急的记载。`,
            `The execution is set for ${moment.day}${moment.time === null ? '' : ` ${moment.time}`}, ${en}, and no paper says that it was urgent.`,
          ],
          [
            '改在工作日白天实施；情况紧急的，写明理由。',
            'Carry it out by day on a working day, or state why it was urgent.',
          ],
          [moment],
          { unverified: provisional },
        ),
      ]
    })
  },
}

/** A file about an inspection itself: registered as one, or with nothing of a penalty or a measure in it. */
function isInspectionCase(file: CaseFile): boolean {
  if (file.fields !== null) return file.fields.actionKinds.includes('inspection')
  return (
    file.of('inspection-record').length > 0 &&
    file.of('filing-form', 'prior-notice', 'decision', 'measure-decision', 'licence-application', 'inquiry-record')
      .length === 0
  )
}

export const INSPECTION_UNPLANNED: PrereviewRule = {
  id: '3.20-unplanned',
  questionId: '3.20',
  name: both('行政检查没有计划或者批准', 'Inspection neither planned nor approved'),
  basis: [{ law: '国务院办公厅关于严格规范涉企行政检查的意见' }],
  severity: 'C',
  check(file) {
    const record = file.of('inspection-record')[0]
    if (record === undefined || !isInspectionCase(file) || file.of('inspection-plan').length > 0) return []
    if (
      file.documents.some((one) =>
        says(
          one,
          /检查计划|检查方案|检查通知|检查审批|双随机|抽查|投诉|举报|转办|交办|线索|经[^。；]{0,12}批准|检查任务/u,
        ),
      )
    )
      return []
    return [
      suspect(
        [
          '没有检查计划、检查审批或者线索来源的材料，现场检查记录也没有写明检查的由来。',
          'The file has no plan, approval or clue, and the record does not say why the inspection was made.',
        ],
        [
          '补充检查计划、检查通知书或者负责人批准的材料。',
          'Add the plan, the notice of inspection or the head’s approval.',
        ],
        [titlePlace(record)],
        { unverified: true },
      ),
    ]
  },
}

export const INSPECTION_RESULT_NOT_TOLD: PrereviewRule = {
  id: '3.20-result-not-told',
  questionId: '3.20',
  name: both('没有书面告知检查结果', 'Result of the inspection not told in writing'),
  basis: [penaltyLaw(55), { law: '国务院办公厅关于严格规范涉企行政检查的意见' }],
  severity: 'C',
  check(file) {
    const record = file.of('inspection-record').at(-1)
    if (record === undefined || !isInspectionCase(file)) return []
    if (
      file.of('correction-order').length > 0 ||
      file.documents.some((one) => says(one, /检查(?:结果|结论|情况告知|意见)|未发现|符合要求|处理(?:意见|结果)/u))
    )
      return []
    return [
      suspect(
        [
          '案卷中没有检查结果，也没有告知被检查人的材料。',
          'The file has neither the result of the inspection nor a paper that tells it to the one inspected.',
        ],
        ['书面记录检查结果并告知被检查人。', 'Write down the result and tell it to the one inspected.'],
        [titlePlace(record)],
        { unverified: true },
      ),
    ]
  },
}

const VIDEO = /录像|录音|音像|视频|摄像|执法记录仪|摄录/u

/** Something is done at a place; an application to the court or an order to a bank is written. */
function isOnTheSpot(document: CaseDocument): boolean {
  return document.kind !== 'execution-decision' || (!isCourtApplication(document) && !/划拨|扣划|加处罚款|催告|审批/u.test(document.facts.title?.text ?? document.text.slice(0, 60)))
}

export const NO_VIDEO: PrereviewRule = {
  id: '3.21-no-video',
  questionId: '3.21',
  name: both('查封、扣押或者强制拆除没有音像记录', 'No video of a seizure or a forced demolition'),
  basis: [penaltyLaw(47), opinionsOf2018(8)],
  severity: 'C',
  check(file) {
    const records = file.of('measure-record', 'measure-decision', 'execution-decision')
    const act = records.find(({ kind }) => kind === 'measure-record') ?? records.find(isOnTheSpot)
    if (act === undefined || file.of('recordings-index').length > 0 || file.documents.some((one) => says(one, VIDEO)))
      return []
    const media = file.files.some(({ name }) => /\.(?:mp4|mov|avi|mkv|wmv|m4v|mpg|mp3|wav)$/iu.test(name))
    if (media) return []
    const [zh, en] = act.kind === 'execution-decision' ? ['强制执行', 'the execution'] : ['查封、扣押', 'the seizure']
    return [
      suspect(
        [
          `${zh}应当全程音像记录，案卷中没有音像资料，也没有文书提到录像。`,
          `Video of the whole of ${en} is required; the file has none and no paper mentions any.`,
        ],
        ['补充音像记录及目录；没有记录的，说明原因。', 'Add the video and its index, or explain why there is none.'],
        [titlePlace(act)],
      ),
    ]
  },
}

export const RECORDING_UNUSABLE: PrereviewRule = {
  id: '3.21-recording-unusable',
  questionId: '3.21',
  name: both('音像记录缺失或者无法播放', 'Recording lost or not playable'),
  basis: [penaltyLaw(47)],
  severity: 'C',
  check(file) {
    return file.documents.flatMap((document) => {
      const broken = findFirst(
        document,
        /(?:录像|录音|音像|视频|执法记录仪)[^。；]{0,16}(?:无法播放|不能播放|已?损坏|丢失|灭失|未保存|没有保存|未开启|未打开|没有开启|被覆盖|没电|电量不足|中断)/u,
      )
      if (broken === null) return []
      return [
        suspect(
          [
            `“${broken.match[0]}”：应当音像记录的环节没有完整的记录。`,
            `“${broken.match[0]}”: a step that must be recorded has no whole recording.`,
          ],
          [
            '说明原因，以其他证据补强；能恢复的恢复后归档。',
            'Explain, support the step with other evidence, and restore what can be restored.',
          ],
          [broken],
        ),
      ]
    })
  },
}

export const EXECUTION_RULES: readonly PrereviewRule[] = [NO_URGING, URGING_NOT_EXPIRED, NIGHT_OR_HOLIDAY]
export const INSPECTION_RULES: readonly PrereviewRule[] = [INSPECTION_UNPLANNED, INSPECTION_RESULT_NOT_TOLD]
export const RECORDING_RULES: readonly PrereviewRule[] = [NO_VIDEO, RECORDING_UNUSABLE]
