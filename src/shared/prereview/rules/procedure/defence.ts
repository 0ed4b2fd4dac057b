/** 3.8 service of the notice and time for the defence, 3.9 the re-check (复核), 3.10 no heavier penalty. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import {
  decisionOf,
  isDraft,
  isSimple,
  lastNoticeOf,
  madeDecisionOf,
  noticesOf,
  stepOf,
  stepsOf,
  type Step,
} from './reading/case-steps.ts'
import { dayOf } from './reading/moments.ts'
import { both, dayWords, penaltyLaw, suspect, yuanWords } from './reading/rule-words.ts'
import { fineOf, finePlace, proposedCeiling, SANCTION_WORDS, sanctionsOf } from './reading/sanctions.ts'
import { hasReceipt, receiptsNaming } from './reading/services.ts'
import { lengthWords, periodOf } from './reading/statutory-period.ts'
import { answerTimeOf } from './reading/answer-time.ts'
import { toldPeriods } from './reading/told-period.ts'

export const DECIDED_BEFORE_DEFENCE_ENDED: PrereviewRule = {
  id: '3.8-before-defence-ended',
  questionId: '3.8',
  name: both('陈述申辩（听证）期限未满即讨论或者决定', 'Decided before the time for the defence was over'),
  basis: [penaltyLaw(44), penaltyLaw(45, 1), penaltyLaw(62)],
  severity: 'F',
  check(file) {
    const answer = answerTimeOf(file)
    if (answer === null || answer.early === null) return []
    const { notice: document, service, due, early } = answer
    const [zh, en] =
      early.document.kind === 'decision'
        ? ['作出处罚决定', 'the decision was made']
        : ['集体讨论决定', 'the case was discussed and settled']
    const [told] = toldPeriods(document)
    return [
      suspect(
        [
          `告知书${dayWords(service.day)}送达，陈述、申辩（听证）期限至${dayWords(due)}届满，${dayWords(early.day)}即${zh}，在期限届满以前。`,
          `The notice was served on ${service.day}, the party’s time ran to ${due}; ${en} on ${early.day}, before it was over.`,
        ],
        [
          '期限届满并复核当事人意见后，重新集体讨论、重新提请决定。',
          'Wait for the end of the period, re-check what the party says, and discuss and decide anew.',
        ],
        [early.place, service.place, told?.place],
        { unverified: !answer.verified || answer.provisional },
      ),
    ]
  },
}

export const NOTICE_AFTER_DECISION: PrereviewRule = {
  id: '3.8-notice-after-decision',
  questionId: '3.8',
  name: both('事先告知晚于处罚决定', 'Prior notice after the decision'),
  basis: [penaltyLaw(44), penaltyLaw(62)],
  severity: 'F',
  check(file) {
    const decided = madeDecisionOf(file)
    const notice = lastNoticeOf(file)
    if (decided === null || notice === null) return []
    const step = stepOf(notice.document)
    const served = notice.service
    const late =
      served !== null && served.day > decided.day ? served : step !== null && step.day > decided.day ? step : null
    if (late === null) return []
    return [
      suspect(
        [
          `行政处罚决定书的日期为${dayWords(decided.day)}，告知书${dayWords(late.day)}才${late === served ? '送达' : '作出'}。`,
          `The decision is of ${decided.day}; the prior notice was ${late === served ? 'served' : 'made'} only on ${late.day}.`,
        ],
        [
          '未经事先告知不得作出决定：撤回决定，告知并听取意见后重新作出。',
          'No decision without notice: withdraw it, notify, hear the party, and decide anew.',
        ],
        [late.place, decided.place],
      ),
    ]
  },
}

export const NOTICE_NOT_SERVED: PrereviewRule = {
  id: '3.8-notice-not-served',
  questionId: '3.8',
  name: both('没有告知书已经送达的材料', 'Nothing shows that the notice was served'),
  basis: [penaltyLaw(44), penaltyLaw(62)],
  severity: 'F',
  check(file) {
    const notice = lastNoticeOf(file)
    if (notice === null || hasReceipt(file, notice.document) || receiptsNaming(file, 'prior-notice').length > 0)
      return []
    if (file.of('service-announcement').length > 0 || madeOrSubmitted(file) === null) return []
    const received = file.documents.some(
      (one) =>
        one !== notice.document &&
        !['test-notice', 'materials-list'].includes(one.kind) &&
        says(one, /(?:收到|签收|送达)[^。；]{0,30}(?<!检验|检测|监测|鉴定|结果|期间)告知书|(?<!检验|检测|监测|鉴定|结果|期间)告知书[^。；]{0,24}(?:送达|签收|收到)/u),
    )
    if (received) return []
    return [
      suspect(
        [
          '案卷中没有行政处罚告知书的送达回证或者签收记录，也没有文书写明已经送达。',
          'The file has no receipt of the prior notice and no paper says that it was served.',
        ],
        [
          '补充告知书的送达回证；没有送达的，依法送达并留足期限。',
          'Add the receipt; if the notice was not served, serve it and leave the time.',
        ],
        [titlePlace(notice.document)],
      ),
    ]
  },
}

/** The decision, or where it is still a draft, the paper that submits the case: so that the notice must be behind. */
function madeOrSubmitted(file: CaseFile): CaseDocument | null {
  return decisionOf(file) ?? file.of('submission-form')[0] ?? null
}

export const DECISION_WITHOUT_NOTICE: PrereviewRule = {
  id: '3.8-decision-without-notice',
  questionId: '3.8',
  name: both('没有事先告知', 'No prior notice at all'),
  basis: [penaltyLaw(44), penaltyLaw(62)],
  severity: 'F',
  check(file) {
    const decision = decisionOf(file)
    if (decision === null || isSimple(decision) || file.of('prior-notice').length > 0 || file.documents.length < 5)
      return []
    if (
      file.documents.some(
        (one) =>
          !['materials-list', 'legal-basis-extract'].includes(one.kind) &&
          says(one, /处罚[^。；]{0,12}告知|事先告知|听证告知|意见告知|罚[^。；〔]{0,4}告|告知[^。；]{0,16}拟/u),
      )
    )
      return []
    return [
      suspect(
        [
          '案卷中没有行政处罚事先告知书，其他文书也没有提到告知。',
          'The file has no prior notice and no paper mentions one.',
        ],
        [
          '依法告知拟处罚的内容、事实、理由、依据和权利后，再作决定。',
          'Notify the party as the law says before any decision.',
        ],
        [titlePlace(decision)],
      ),
    ]
  },
}

export const DEFENCE_TIME_SHORT: PrereviewRule = {
  id: '3.8-defence-time-short',
  questionId: '3.8',
  name: both('告知的陈述申辩期限短于规定', 'Less time for the defence than the rule gives'),
  basis: [penaltyLaw(44)],
  severity: 'F',
  check(file) {
    const notice = lastNoticeOf(file)?.document
    const day = notice === undefined ? null : dayOf(notice)
    const row = day === null ? null : periodOf(file, 'defence', day)
    if (notice === undefined || row === null) return []
    const told = toldPeriods(notice).find(({ of }) => of === 'defence')
    if (told === undefined || told.length >= row.length) return []
    const [zh, en] = lengthWords(row)
    return [
      suspect(
        [
          `告知书给予的陈述、申辩期限为${told.length}日，规定为${zh}。`,
          `The notice leaves ${told.length} days for the defence; the rule gives ${en}.`,
        ],
        ['按规定期限重新告知。', 'Notify again with the time that the rule gives.'],
        [told.place],
        { unverified: !row.verified },
      ),
    ]
  },
}

/** Statements of the party: a paper of its own, with something in it besides a waiver. */
function statementsOf(file: CaseFile): readonly Step[] {
  return stepsOf(file.of('defence').filter((one) => !says(one, /放弃[^。；]{0,6}(?:陈述|申辩)/u)))
}

const RECHECKED = /复核|复查意见|采纳|采信|不予支持|予以支持/u

/** Not where somebody only asks for it: 建议补充陈述申辩复核意见. */
function wasRechecked(document: CaseDocument): boolean {
  return findAll(document, RECHECKED).some(
    ({ match }) => !/(?:补充|缺少?|没有|未(?:见|经|作|进行|附)?|尚未|应当|请)[^。；]{0,24}$/u.test(match.input.slice(Math.max(0, match.index - 30), match.index)),
  )
}

export const NO_RECHECK: PrereviewRule = {
  id: '3.9-no-recheck',
  questionId: '3.9',
  name: both('陈述申辩后没有复核', 'Defence not re-checked'),
  basis: [penaltyLaw(45, 1)],
  severity: 'C',
  check(file) {
    const statement = statementsOf(file).at(-1)
    const decided = decisionOf(file)
    if (statement === undefined || decided === null || says(statement.document, RECHECKED)) return []
    const after = file.documents.filter((one) => {
      const day = dayOf(one)
      return (
        one !== statement.document &&
        !['prior-notice', 'legal-basis-extract', 'materials-list'].includes(one.kind) &&
        (day === null || day >= statement.day)
      )
    })
    if (after.some((one) => one.kind === 'recheck-opinion' || wasRechecked(one))) return []
    return [
      suspect(
        [
          `当事人${dayWords(statement.day)}提出陈述、申辩，此后的文书没有复核，也没有说明是否采纳。`,
          `The party made its defence on ${statement.day}; no later paper re-checks it or says whether it is accepted.`,
        ],
        [
          '对陈述、申辩的事实、理由和证据逐项复核，制作复核意见。',
          'Re-check each fact, reason and piece of evidence, and write it down.',
        ],
        [statement.place, titlePlace(decided)],
      ),
    ]
  },
}

export const RECHECK_WITHOUT_REASONS: PrereviewRule = {
  id: '3.9-recheck-without-reasons',
  questionId: '3.9',
  name: both('不予采纳而没有说明理由', 'Defence rejected without a reason'),
  basis: [penaltyLaw(45, 1)],
  severity: 'C',
  check(file) {
    return file.of('recheck-opinion').flatMap((document) => {
      const refused = findFirst(document, /不予采纳|不采纳|不予支持|不予认可/u)
      const words = denseText(document)
      const reasoned =
        /因为|由于|理由[:：是如]|经核|经查|经复核[，,：:][^。；]{8,}|已(?:作为|在|予以?)[^。；]{0,20}考虑|没有[^。；]{2,24}(?:情形|条件|规定)|经复查|查明|证明|证实|不属于|不符合|没有证据|不是法定|不构成|不影响|一致|依据|根据|说明/u.test(
          words,
        )
      if (refused === null || !document.sure || reasoned) return []
      return [
        suspect(
          [
            '复核意见只有“不予采纳”的结论，没有逐项说明理由。',
            'The re-check says only that the defence is not accepted and gives no reason.',
          ],
          [
            '逐项写明复核查明的情况和不采纳的理由。',
            'State, point by point, what was found and why it is not accepted.',
          ],
          [refused],
        ),
      ]
    })
  },
}

const NEW_GROUND =
  /(?:发现|查明|认定|出现|补充调查)[^。；]{0,12}新的?(?:违法)?(?:事实|证据)|新的?(?:违法)?事实|重新认定[^。；]{0,20}事实/u

export const HEAVIER_THAN_NOTICE: PrereviewRule = {
  id: '3.10-heavier-than-notice',
  questionId: '3.10',
  name: both('决定重于告知', 'Decision heavier than the notice'),
  basis: [penaltyLaw(44), penaltyLaw(45, 2)],
  severity: 'F',
  check(file) {
    const decision = decisionOf(file)
    const notices = noticesOf(file)
    const notice = notices.at(-1)?.document
    if (decision === null || notice === undefined || file.of('decision').length > 1) return []
    const [told, ordered] = [fineOf(notice) ?? proposedCeiling(notice), fineOf(decision)]
    const after = file.of('defence', 'hearing-request', 'hearing-record').length > 0
    const [zh, en] = after
      ? ['当事人陈述、申辩（要求听证）后', 'after the party’s defence']
      : ['未重新告知', 'without a new notice']
    if (told !== null && ordered !== null && ordered > told) {
      return [
        suspect(
          [
            `告知书拟罚款${yuanWords(told)}元，决定${isDraft(decision) ? '稿' : '书'}罚款${yuanWords(ordered)}元，${zh}加重${yuanWords(ordered - told)}元。`,
            `The notice proposed a fine of ${yuanWords(told)} yuan, the decision has ${yuanWords(ordered)}: ${yuanWords(ordered - told)} more ${en}.`,
          ],
          [
            '按告知的数额决定；确有新的事实的，查明后重新告知。',
            'Decide what was told; if there are new facts, establish them and notify anew.',
          ],
          [finePlace(decision), finePlace(notice)],
        ),
      ]
    }
    const known = new Set(sanctionsOf(notice).map(({ kind }) => kind))
    const added = sanctionsOf(decision).find(({ kind }) => !known.has(kind))
    if (known.size === 0 || added === undefined) return []
    const [kindZh, kindEn] = SANCTION_WORDS[added.kind]
    return [
      suspect(
        [
          `决定中的“${kindZh}”没有在告知书中告知，${zh}增加了处罚。`,
          `The decision orders a ${kindEn} that the notice did not tell: heavier ${en}.`,
        ],
        ['删去未告知的处罚，或者重新告知后再作决定。', 'Leave out what was not told, or notify anew before deciding.'],
        [added.place, titlePlace(notice)],
        { about: added.kind },
      ),
    ]
  },
}

export const SECOND_NOTICE_HEAVIER: PrereviewRule = {
  id: '3.10-second-notice-heavier',
  questionId: '3.10',
  name: both('陈述申辩后重新告知加重处罚', 'New notice heavier after the defence'),
  basis: [penaltyLaw(45, 2)],
  severity: 'F',
  check(file) {
    const [first, second] = noticesOf(file).slice(-2)
    if (first === undefined || second === undefined) return []
    const [before, after] = [fineOf(first.document), fineOf(second.document)]
    const from = dayOf(first.document)
    const to = dayOf(second.document)
    if (before === null || after === null || after <= before || from === null || to === null) return []
    const defended = stepsOf(file.of('defence', 'hearing-request', 'hearing-record')).some(
      ({ day }) => day >= from && day <= to,
    )
    const sameParty = first.document.facts.parties[0]?.name === second.document.facts.parties[0]?.name
    if (!defended || !sameParty || says(second.document, NEW_GROUND)) return []
    return [
      suspect(
        [
          `首次告知罚款${yuanWords(before)}元，当事人陈述、申辩后重新告知为${yuanWords(after)}元，没有写明新的违法事实。`,
          `The first notice had ${yuanWords(before)} yuan; after the defence the new one has ${yuanWords(after)} and tells of no new fact.`,
        ],
        [
          '写明加重所依据的新的事实和证据；没有的，不得加重。',
          'Name the new facts and evidence; without them the penalty must not be heavier.',
        ],
        [finePlace(second.document), finePlace(first.document)],
      ),
    ]
  },
}

export const DEFENCE_RULES: readonly PrereviewRule[] = [
  DECIDED_BEFORE_DEFENCE_ENDED,
  NOTICE_AFTER_DECISION,
  NOTICE_NOT_SERVED,
  DECISION_WITHOUT_NOTICE,
  DEFENCE_TIME_SHORT,
  NO_RECHECK,
  RECHECK_WITHOUT_REASONS,
  HEAVIER_THAN_NOTICE,
  SECOND_NOTICE_HEAVIER,
]
