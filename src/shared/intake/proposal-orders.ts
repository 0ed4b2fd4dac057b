/**
 * From which documents each field of the case form is taken (取值顺序). What is about to be decided comes first, because the
 * review is of that; what was told to the party next; what the handlers found after it; and the forms from the beginning of
 * the case last, when little was known.
 */
import type { SourceOrder } from './proposal-field.ts'

const orders = {
  decided: {
    kinds: [
      'decision',
      'no-penalty-decision',
      'licence-decision',
      'execution-decision',
      'prior-notice',
      'explanation',
      'investigation-report',
      'submission-form',
    ],
    because: {
      'zh-CN': '审核对象是拟作出的决定：以决定书（拟稿）为准，其次是告知书、情况说明、调查终结报告、送审函。',
      en: 'The review is of the decision proposed: its draft first, then the prior notice, the explanation, the investigation report, the submission.',
    },
  },
  measure: {
    kinds: ['measure-decision', 'measure-approval', 'measure-record'],
    because: {
      'zh-CN': '没有处罚、许可、执行文书的，审核对象是强制措施决定。',
      en: 'Where there is no paper of a penalty, a licence or an execution, the review is of the measure.',
    },
  },
  party: {
    kinds: [
      'decision',
      'no-penalty-decision',
      'licence-decision',
      'execution-decision',
      'prior-notice',
      'investigation-report',
      'filing-form',
      'submission-form',
      'explanation',
      'measure-decision',
      'correction-order',
      'hearing-notice',
      'measure-extension',
      'urging-notice',
      'licence-application',
      'identity-papers',
    ],
    because: {
      'zh-CN': '决定书写给谁，谁就是当事人；证照复印件可能包括其他人的，放在最后核对。',
      en: 'The party is whom the decision addresses; copies of papers may be of others too and come last, to compare.',
    },
  },
  caseName: {
    kinds: [
      'submission-form',
      'explanation',
      'investigation-report',
      'filing-form',
      'review-opinion',
      'discussion-minutes',
      'hearing-report',
      'decision',
      'prior-notice',
      'inquiry-record',
      'materials-list',
      'discretion-sheet',
      'evidence-list',
      'transfer-check',
    ],
    because: {
      'zh-CN': '送审函写明案件名称；没有的，按情况说明、调查终结报告、立案审批表等内部文书。',
      en: 'The submission names the case; otherwise the explanation, the investigation report, the filing form and other internal papers.',
    },
  },
  filing: {
    kinds: [
      'filing-form',
      'submission-form',
      'investigation-report',
      'explanation',
      'decision',
      'prior-notice',
      'transfer-check',
      'materials-list',
    ],
    because: {
      'zh-CN': '立案日期和文号以立案审批表为准，其次是引用它的文书。',
      en: 'Day and number of the filing are those of the filing form, then of papers that cite it.',
    },
  },
  found: {
    kinds: [
      'decision',
      'no-penalty-decision',
      'prior-notice',
      'investigation-report',
      'explanation',
      'submission-form',
      'measure-decision',
      'filing-form',
    ],
    because: {
      'zh-CN': '违法事实以决定书（拟稿）认定的为准；立案时的案情只在没有其他文书时采用。',
      en: 'The facts are those that the draft decision finds; what was known at filing is taken only where nothing else is there.',
    },
  },
  handlers: {
    kinds: ['investigation-report', 'submission-form', 'filing-form', 'review-opinion', 'explanation', 'decision'],
    because: {
      'zh-CN': '承办人以调查终结报告署名的为准，其次是送审函和立案审批表。',
      en: 'The handlers are those of the investigation report, then of the submission and the filing form.',
    },
  },
  recordOfficers: {
    kinds: ['inquiry-record', 'inspection-record', 'sampling-record', 'correction-check', 'measure-record'],
    because: {
      'zh-CN': '内部文书没有写明承办人的，按询问、检查笔录中的执法人员。',
      en: 'Where no internal paper names the handlers, the officers of the inquiry and inspection records.',
    },
  },
} as const satisfies Record<string, SourceOrder>

export const SOURCE_ORDERS: Readonly<Record<keyof typeof orders, SourceOrder>> = orders
