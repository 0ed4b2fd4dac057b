/** 7.1 documents that the file must have and has not (文书齐全). */
import type { DocumentKindId } from '../../../intake/document-part.ts'
import { addWorkingDays } from '../../../deadlines/periods.ts'
import type { CaseFile } from '../../case-file.ts'
import { placeAt, titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findFirst, says } from '../../wording.ts'
import { decisionOf, isSimple, lastNoticeOf, latestDay, madeDecisionOf } from '../procedure/reading/case-steps.ts'
import { both, opinionsOf2018, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'
import { hasReceipt, receiptsNaming } from '../procedure/reading/services.ts'

/** So many documents that the file is a case file and not some papers of one. */
const A_FILE = 6

export const NO_FILING_FORM: PrereviewRule = {
  id: '7.1-no-filing-form',
  questionId: '7.1',
  name: both('缺立案审批表', 'No filing form'),
  basis: [penaltyLaw(54, 2), opinionsOf2018(13)],
  severity: 'C',
  check(file) {
    const main = decisionOf(file) ?? file.of('prior-notice').at(-1)
    if (main === undefined || isSimple(main) || file.documents.length < A_FILE || file.of('filing-form').length > 0)
      return []
    // A file that could not be recognised may be the form.
    const named =
      file.files.some(({ name }) => /立案/u.test(name)) ||
      file.documents.some(
        (one) => says(one, /立案审批表|同意立案/u) && !['materials-list', 'submission-form'].includes(one.kind),
      )
    if (named) return []
    return [
      suspect(
        ['案卷中没有立案审批表。', 'The file has no filing form.'],
        ['补充立案审批表；未经立案的，说明原因。', 'Add the filing form, or explain why the case was not filed.'],
        [titlePlace(main)],
      ),
    ]
  },
}

export const NO_NOTICE_RECEIPT: PrereviewRule = {
  id: '7.1-no-notice-receipt',
  questionId: '7.1',
  name: both('缺告知书送达回证', 'No receipt of the prior notice'),
  basis: [penaltyLaw(44), penaltyLaw(61)],
  severity: 'C',
  check(file) {
    const notice = lastNoticeOf(file)
    if (notice === null || decisionOf(file) === null || hasReceipt(file, notice.document)) return []
    if (receiptsNaming(file, 'prior-notice').length > 0 || file.of('service-announcement').length > 0) return []
    const said = file.documents
      .map((one) => ({
        one,
        words:
          one === notice.document
            ? null
            : findFirst(one, /(?:收到|签收|送达)[^。；]{0,30}告知书|告知书[^。；]{0,24}(?:送达|签收|收到)/u),
      }))
      .find(({ words }) => words !== null)
    if (said === undefined) return []
    return [
      suspect(
        [
          '其他文书写明告知书已经送达，案卷中没有告知书的送达回证。',
          'Other papers say that the prior notice was served; its receipt is not in the file.',
        ],
        ['补充告知书的送达回证。', 'Add the receipt of the notice.'],
        [titlePlace(notice.document), said.words],
      ),
    ]
  },
}

export const NO_DECISION_RECEIPT: PrereviewRule = {
  id: '7.1-no-decision-receipt',
  questionId: '7.1',
  name: both('缺决定书送达回证', 'No receipt of the decision'),
  basis: [penaltyLaw(61)],
  severity: 'C',
  check(file) {
    const decided = madeDecisionOf(file)
    if (decided === null || hasReceipt(file, decided.document) || receiptsNaming(file, 'decision').length > 0) return []
    const last = latestDay(file)
    const { due } = addWorkingDays(file.calendar, decided.day, 7, 'penalty')
    // The decision against another party was served, and its receipt is kept.
    const othersServed = file.files.some(
      ({ fileId, name }) => /送达/u.test(name) && !file.documents.some((one) => one.file.fileId === fileId),
    )
    const carriedOut = othersServed || file.of('payment-receipt', 'urging-notice', 'execution-decision').length > 0
    if (!carriedOut && (last === null || last <= due)) return []
    if (file.of('service-announcement').length > 0) return []
    return [
      suspect(
        ['案卷中没有行政处罚决定书的送达回证。', 'The file has no receipt of the decision.'],
        ['补充决定书的送达回证；未送达的，依法送达。', 'Add the receipt; if the decision was not served, serve it.'],
        [titlePlace(decided.document)],
      ),
    ]
  },
}

export const NO_GOODS_LIST: PrereviewRule = {
  id: '7.1-no-goods-list',
  questionId: '7.1',
  name: both('缺查封、扣押清单', 'No list of the property seized'),
  basis: [{ law: '行政强制法', article: 24, paragraph: 1 }],
  severity: 'C',
  check(file) {
    const [decision] = file.of('measure-decision')
    if (decision === undefined || file.of('goods-list').length > 0 || file.documents.length < A_FILE) return []
    if (
      !says(decision, /清单/u) ||
      file.files.some(({ name }) => /(?:物品|财物|扣押|查封|笔录)[^.]{0,8}清单/u.test(name))
    )
      return []
    if (
      file.documents.some(
        (one) =>
          one !== decision &&
          !['decision', 'prior-notice', 'investigation-report', 'evidence-list', 'materials-list'].includes(one.kind) &&
          /(?:物品|财物|场所|设施)[^\n]{0,12}清单/u.test(one.text.slice(0, 200)),
      )
    )
      return []
    return [
      suspect(
        [
          '查封、扣押决定书写明附清单，案卷中没有清单。',
          'The seizure decision refers to a list that is not in the file.',
        ],
        ['补充查封、扣押财物清单。', 'Add the list of the property seized.'],
        [findFirst(decision, /[^，。；]{0,10}清单/u) ?? titlePlace(decision)],
      ),
    ]
  },
}

/** What a line of a list of materials must name for each kind, and no other. */
const LISTED: readonly (readonly [RegExp, DocumentKindId, string])[] = [
  [/立案审批表/u, 'filing-form', '立案审批表'],
  [/(?:询问|调查)笔录/u, 'inquiry-record', '询问笔录'],
  [/现场(?:检查|勘验|勘察)[^、]{0,8}笔录/u, 'inspection-record', '现场检查笔录'],
  [/调查终结报告/u, 'investigation-report', '调查终结报告'],
  [/听证笔录/u, 'hearing-record', '听证笔录'],
  [/听证报告/u, 'hearing-report', '听证报告'],
  [/听证通知书/u, 'hearing-notice', '听证通知书'],
  [/集体讨论/u, 'discussion-minutes', '集体讨论记录'],
  [/处罚[^、\t]{0,8}告知书/u, 'prior-notice', '行政处罚告知书'],
  [/处罚决定书/u, 'decision', '行政处罚决定书'],
  [/复核意见/u, 'recheck-opinion', '复核意见'],
  [/(?:检验|检测|监测|鉴定)(?:报告|意见)/u, 'test-report', '检验（监测、鉴定）报告'],
]

export const LISTED_BUT_ABSENT: PrereviewRule = {
  id: '7.1-listed-but-absent',
  questionId: '7.1',
  name: both('清单所列材料案卷中没有', 'Listed in the index and not in the file'),
  basis: [opinionsOf2018(13)],
  severity: 'C',
  check(file) {
    return file.of('materials-list').flatMap((list) => {
      let at = 0
      return list.text.split('\n').flatMap((line) => {
        const start = at
        at += line.length + 1
        const words = line.replace(/\s/gu, '')
        const found = LISTED.filter(([pattern]) => pattern.test(words))
        const [only] = found
        if (only === undefined || found.length > 1 || !/\d/u.test(words) || inFile(file, only)) return []
        const [, , name] = only
        return [
          suspect(
            [
              `送审材料清单列有“${name}”，案卷中没有找到。`,
              `The list of materials names “${name}”; it was not found in the file.`,
            ],
            ['补充该材料，或者更正清单。', 'Add it, or correct the list.'],
            [placeAt(list, start, start + line.length)],
            { about: name },
          ),
        ]
      })
    })
  },
}

/** By kind, by file name, or by its title anywhere near the head of a document. */
function inFile(file: CaseFile, [pattern, kind]: (typeof LISTED)[number]): boolean {
  // the receipt of a paper is not the paper: 告知书送达回证 against 告知书及送达回证
  if (file.of(kind).length > 0 || file.files.some(({ name }) => pattern.test(name.replace(/[^及和、]*送达回证/gu, '')))) return true
  return file.documents.some(
    (one) => !['materials-list', 'service-receipt', 'defence', 'hearing-request'].includes(one.kind) && pattern.test(one.text.replace(/\s/gu, '').slice(0, 80)),
  )
}

export const MISSING_RULES: readonly PrereviewRule[] = [
  NO_FILING_FORM,
  NO_NOTICE_RECEIPT,
  NO_DECISION_RECEIPT,
  NO_GOODS_LIST,
  LISTED_BUT_ABSENT,
]
