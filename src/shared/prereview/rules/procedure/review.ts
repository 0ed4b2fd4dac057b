/** 3.13 legal review before the decision (法制审核). */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { findAll, findFirst, says } from '../../wording.ts'
import { decisionOf, hearingsOf, isSimple, madeDecisionOf, otherDecisionOf, reviewsOf } from './reading/case-steps.ts'
import { hearingLineOf } from './reading/hearing-line.ts'
import { wholeNumber } from './reading/moments.ts'
import { both, dayWords, penaltyLaw, suspect, yuanWords } from './reading/rule-words.ts'
import { fineOf, finePlace } from './reading/sanctions.ts'

export const REVIEW_MISSING: PrereviewRule = {
  id: '3.13-review-missing',
  questionId: '3.13',
  name: both('应当法制审核而没有审核', 'No legal review of a decision that needs it'),
  basis: [penaltyLaw(58, 1)],
  severity: 'F',
  check(file) {
    const decided = madeDecisionOf(file)
    if (
      decided === null ||
      isSimple(decided.document) ||
      reviewsOf(file).length > 0 ||
      file.of('review-opinion').length > 0
    )
      return []
    const held = hearingsOf(file).at(-1)
    if (
      held === undefined ||
      file.documents.some((one) => says(one, /(?:经|已|通过)[^。；]{0,12}法制(?:机构)?审核|法制审核意见/u))
    )
      return []
    return [
      suspect(
        [
          `本案${dayWords(held.day)}经过听证，${dayWords(decided.day)}作出决定，案卷中没有法制审核意见。`,
          `A hearing was held on ${held.day}, the decision made on ${decided.day}; the file has no review opinion.`,
        ],
        [
          '未经法制审核不得作出决定：补充审核意见；没有审核的，撤回决定送审。',
          'No decision without review: add the opinion, or withdraw the decision and submit it.',
        ],
        [decided.place, held.place],
      ),
    ]
  },
}

export const REVIEW_AFTER_DECISION: PrereviewRule = {
  id: '3.13-review-after-decision',
  questionId: '3.13',
  name: both('法制审核晚于处罚决定', 'Reviewed after the decision'),
  basis: [penaltyLaw(58, 1)],
  severity: 'F',
  check(file) {
    const decided = madeDecisionOf(file) ?? otherDecisionOf(file)
    const [first] = reviewsOf(file)
    if (decided === null || first === undefined || first.day <= decided.day) return []
    return [
      suspect(
        [
          `决定的日期为${dayWords(decided.day)}，法制审核意见为${dayWords(first.day)}，先决定后审核。`,
          `The decision is of ${decided.day}, the review opinion of ${first.day}: reviewed afterwards.`,
        ],
        [
          '核对日期；确系事后审核的，决定应当撤回重新作出。',
          'Check the days; if the review came afterwards, withdraw the decision and make it anew.',
        ],
        [first.place, decided.place],
      ),
    ]
  },
}

export const REVIEW_BEFORE_HEARING: PrereviewRule = {
  id: '3.13-review-before-hearing',
  questionId: '3.13',
  name: both('听证之后没有再审核', 'Reviewed before the hearing and not after it'),
  basis: [penaltyLaw(58, 1, 2), penaltyLaw(65)],
  severity: 'F',
  check(file) {
    const held = hearingsOf(file).at(-1)
    const last = reviewsOf(file).at(-1)
    const decided = madeDecisionOf(file)
    if (held === undefined || last === undefined || decided === null || last.day >= held.day) return []
    return [
      suspect(
        [
          `法制审核在${dayWords(last.day)}，听证在${dayWords(held.day)}；经过听证的案件应当在听证后审核，此后没有再审核。`,
          `The review was on ${last.day}, the hearing on ${held.day}; a case that was heard is reviewed after the hearing, and it was not.`,
        ],
        ['听证结束后重新送法制审核。', 'Submit the case for review again after the hearing.'],
        [last.place, held.place],
      ),
    ]
  },
}

const NOT_PASSED =
  /(?:审核意见|审核结论|审查意见|结论)[:：]?[^。]{0,12}(?:不同意|不予通过|未(?:予)?通过|不通过)|不同意(?:按|作出|该|承办|送审|拟)|审核(?:不予|未|不)通过|(?:纠正|补正|整改|补充)[^。]{0,16}后[,，]?(?:再|重新)(?:行)?(?:报送|送审|提交)|退回(?:承办|补充|补正|重新)|暂不(?:宜|能|得)作出|(?:建议|请|应当?|需要?)(?:先)?(?:补充|补正|完善|纠正|查明)[^。]{2,60}(?:后|之后|再)[^。；]{0,16}(?:报|提交|送审|审批|作出|提请|讨论)/u

/** Where the opinion says that it does not pass; null where it passes or does not say. */
function refusalIn(review: CaseDocument): Place | null {
  const fact = review.facts.conclusions.findLast(({ of }) => of === 'review')
  const words = findFirst(review, NOT_PASSED)
  if (fact !== undefined && fact.agrees && words === null) return null
  if (words !== null) return words
  return fact !== undefined && !fact.agrees ? placeOf(review, fact) : null
}

export const NOT_PASSED_BUT_DECIDED: PrereviewRule = {
  id: '3.13-not-passed-but-decided',
  questionId: '3.13',
  name: both('审核未通过仍作出决定', 'Decided although the review was not passed'),
  basis: [penaltyLaw(58, 1)],
  severity: 'F',
  check(file) {
    const decided = madeDecisionOf(file)
    const last = reviewsOf(file).findLast(({ day }) => decided !== null && day <= decided.day)
    if (decided === null || last === undefined) return []
    const refusal = refusalIn(last.document)
    if (refusal === null) return []
    return [
      suspect(
        [
          `法制审核意见（${dayWords(last.day)}）未同意作出决定，此后没有再次审核，${dayWords(decided.day)}仍作出决定。`,
          `The review opinion of ${last.day} did not agree; without a second review the decision was made on ${decided.day}.`,
        ],
        [
          '按审核意见纠正后重新送审；审核未通过的，不得作出决定。',
          'Correct what the opinion says and submit again; without a passed review there is no decision.',
        ],
        [refusal, decided.place],
      ),
    ]
  },
}

/** The fine that the review had before it. */
function reviewedFine(review: CaseDocument): number | null {
  if (review.facts.measures.some(({ kind }) => kind === 'fine')) return fineOf(review)
  const named = new Set(review.facts.amounts.flatMap(({ meaning, yuan }) => (meaning === 'fine' ? [Number(yuan)] : [])))
  return named.size === 1 ? ([...named][0] ?? null) : null
}

/** How long a suspension is to last: 停业整顿15日, 暂扣许可证三个月. */
function suspensionIn(document: CaseDocument): { readonly term: string; readonly place: Place } | null {
  const found = findAll(document, /(?:停产停业|停业整顿|停业|停产|暂扣[^，。；]{0,12}证)(?:整顿)?(?:，?期限)?(?:为)?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(个?月|日|天)/u)
  const terms = new Set(found.map(({ match }) => `${wholeNumber(match[1] ?? '')}${(match[2] ?? '').replace('个', '').replace('天', '日')}`))
  const [first] = found
  return first === undefined || terms.size !== 1 ? null : { term: [...terms][0] ?? '', place: first }
}

export const CHANGED_AFTER_REVIEW: PrereviewRule = {
  id: '3.13-changed-after-review',
  questionId: '3.13',
  name: both('审核后处罚内容变更未再送审', 'Penalty changed after the review'),
  basis: [penaltyLaw(58, 1)],
  severity: 'F',
  check(file) {
    const decided = madeDecisionOf(file)
    const last = reviewsOf(file).findLast(({ day }) => decided !== null && day <= decided.day)
    if (decided === null || last === undefined || refusalIn(last.document) !== null) return []
    const [termThen, termNow] = [suspensionIn(last.document), suspensionIn(decided.document)]
    if (termThen !== null && termNow !== null && termThen.term !== termNow.term) {
      return [
        suspect(
          [
            `送审的停业（暂扣）期限为${termThen.term}，决定为${termNow.term}，审核后变更而没有再送审。`,
            `The suspension that was reviewed is ${termThen.term}, that of the decision ${termNow.term}; it was changed without a new review.`,
          ],
          ['说明变更的依据，重新送法制审核。', 'Give the basis of the change and submit the case for review again.'],
          [termNow.place, termThen.place],
        ),
      ]
    }
    const [reviewed, ordered] = [reviewedFine(last.document), fineOf(decided.document)]
    if (reviewed === null || ordered === null || reviewed === ordered) return []
    if (says(last.document, /建议[^。；]{0,30}(?:调整|降低|减少|变更|改为|罚款|重新)|调整(?:为|罚款)/u)) return []
    return [
      suspect(
        [
          `送审的罚款为${yuanWords(reviewed)}元，决定为${yuanWords(ordered)}元，审核后变更而没有再送审。`,
          `The fine that was reviewed is ${yuanWords(reviewed)} yuan, that of the decision ${yuanWords(ordered)}; it was changed without a new review.`,
        ],
        ['说明变更的依据，重新送法制审核。', 'Give the basis of the change and submit the case for review again.'],
        [finePlace(decided.document), finePlace(last.document) ?? last.place],
      ),
    ]
  },
}

/** Heavy enough for a hearing, or heard: what the rules on discussion and review mean by a heavy penalty. */
export function isHeavy(file: CaseFile): readonly [string, string] | null {
  const decision = decisionOf(file)
  if (decision === null || isSimple(decision)) return null
  const line = hearingLineOf(file, decision)
  if (line?.sure === true) return line.why
  return hearingsOf(file).length > 0 ? ['本案经过听证', 'the case was heard'] : null
}

export const HEAVY_WITHOUT_REVIEW: PrereviewRule = {
  id: '3.13-heavy-without-review',
  questionId: '3.13',
  name: both('重大处罚没有法制审核材料', 'Heavy penalty without any trace of a review'),
  basis: [penaltyLaw(58, 1)],
  severity: 'F',
  check(file) {
    const decided = madeDecisionOf(file)
    // It cannot be told for sure from the file, so a fine above every known line is enough to ask.
    const heavy = isHeavy(file) ?? (decided === null || isSimple(decided.document) ? null : (hearingLineOf(file, decided.document)?.why ?? null))
    if (decided === null || heavy === null || hearingsOf(file).length > 0 || file.of('review-opinion').length > 0)
      return []
    // The papers inside the agency are there, so the opinion would be among them.
    if (file.of('discussion-minutes', 'investigation-report', 'submission-form').length === 0) return []
    if (file.documents.some((one) => says(one, /法制(?:机构|科|股|部门)?审核/u))) return []
    return [
      suspect(
        [
          `本案处罚较重（${heavy[0]}），案卷中没有法制审核意见，也没有文书提到法制审核。`,
          `The penalty is heavy (${heavy[1]}); the file has no review opinion and no paper mentions one.`,
        ],
        [
          '核对本机关重大执法决定目录，应当审核的补充审核意见。',
          'Check the agency’s catalogue of major decisions and add the opinion if one was due.',
        ],
        [titlePlace(decided.document)],
        { answer: 'cannotTell' },
      ),
    ]
  },
}

export const REVIEW_RULES: readonly PrereviewRule[] = [
  REVIEW_MISSING,
  REVIEW_AFTER_DECISION,
  REVIEW_BEFORE_HEARING,
  NOT_PASSED_BUT_DECIDED,
  CHANGED_AFTER_REVIEW,
  HEAVY_WITHOUT_REVIEW,
]
