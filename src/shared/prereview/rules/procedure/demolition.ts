/** 3.18, 6.8: what must come before an illegal structure is pulled down (强制拆除违法建筑物). */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findFirst, says } from '../../wording.ts'
import { stepOf } from './reading/case-steps.ts'
import { both, compulsionLaw, dayWords, suspect } from './reading/rule-words.ts'
import { serviceOf } from './reading/services.ts'
import { lastDay, lengthWords, periodOf } from './reading/statutory-period.ts'

const STRUCTURE = /违法(?:建筑|建设|搭建|构筑)|违章(?:建筑|搭建)|未取得建设工程规划许可证|未经(?:规划)?(?:许可|批准)[^。；]{0,12}(?:建设|搭建)|城乡规划法/u

/** The last decision to pull down a structure by force; null where the case has none. */
function demolition(file: CaseFile): CaseDocument | null {
  const decision = file.of('execution-decision').findLast(({ sure }) => sure) ?? null
  if (decision === null || !says(decision, /拆除/u)) return null
  return file.documents.some((one) => one.kind !== 'legal-basis-extract' && says(one, STRUCTURE)) ? decision : null
}

export const URGING_WITHOUT_RIGHTS: PrereviewRule = {
  id: '3.18-urging-without-rights',
  questionId: '3.18',
  name: both('催告书没有告知陈述权、申辩权', 'The urging does not tell the right to be heard'),
  basis: [compulsionLaw(35), compulsionLaw(36)],
  severity: 'F',
  check: (file) =>
    file
      .of('urging-notice')
      .filter((urging) => urging.sure && says(urging, /强制执行|强制拆除|代履行|申请人民法院/u) && !says(urging, /陈述|申辩/u))
      .map((urging) =>
        suspect(
          [
            '催告书没有告知当事人依法享有的陈述权和申辩权。',
            'The urging notice does not tell the party of its right to state its case and defend itself.',
          ],
          [
            '补充告知陈述、申辩的权利，听取意见并记录、复核后再作强制执行决定。',
            'Tell the right, hear the party, and decide only after its view was recorded and checked.',
          ],
          [titlePlace(urging)],
        ),
      ),
}

export const DEMOLITION_NOT_ANNOUNCED: PrereviewRule = {
  id: '3.18-demolition-not-announced',
  questionId: '3.18',
  name: both('强制拆除前没有公告', 'Demolition without announcement'),
  basis: [compulsionLaw(44)],
  severity: 'F',
  check(file) {
    const decision = demolition(file)
    if (decision === null || file.of('service-announcement').length > 0) return []
    if (file.documents.some((one) => says(one, /(?:予以|已|发布|张贴|现将?[^。]{0,30})公告|限期(?:自行)?拆除(?:的)?公告/u))) return []
    return [
      suspect(
        [
          '强制拆除违法建筑物前应当予以公告，限期当事人自行拆除，案卷中没有公告。',
          'An illegal structure is pulled down only after an announcement that sets a time; the file has none.',
        ],
        ['补充公告及张贴的证明；没有公告的，公告限期自行拆除。', 'Add the announcement and proof of it, or announce first.'],
        [titlePlace(decision)],
      ),
    ]
  },
}

export const REMEDIES_STILL_OPEN: PrereviewRule = {
  id: '3.18-remedies-still-open',
  questionId: '3.18',
  name: both('救济期限未满即强制拆除', 'Demolition before the remedies had run out'),
  basis: [compulsionLaw(44)],
  severity: 'F',
  check(file) {
    const decision = demolition(file)
    const executed = decision === null ? null : stepOf(decision)
    if (decision === null || executed === null) return []
    const order = file
      .of('correction-order', 'decision')
      .findLast((one) => one.sure && one.day !== null && one.day < executed.day && says(one, /拆除/u))
    const told = order === undefined ? null : findFirst(order, /申请行政复议|提起行政诉讼/u)
    const day = order?.day ?? null
    const row = day === null ? null : periodOf(file, 'reconsideration', day)
    if (order === undefined || day === null || told === null || row === null) return []
    const until = lastDay(file, row, serviceOf(file, order)?.day ?? day, 'reconsideration')
    if (until === null || executed.day > until.due || file.documents.some((one) => says(one, /复议决定书|行政判决书|行政裁定书/u))) return []
    const [zh, en] = lengthWords(row)
    return [
      suspect(
        [
          `限期拆除决定${dayWords(day)}作出，申请行政复议的期限（${zh}）未满，${dayWords(executed.day)}即决定强制拆除。`,
          `The order is of ${day}; the time for reconsideration (${en}) was still running when execution was decided on ${executed.day}.`,
        ],
        [
          '当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，再依法强制拆除。',
          'Wait until the time for reconsideration and suit has run out unused.',
        ],
        [executed.place, titlePlace(order)],
        { unverified: until.provisional },
      ),
    ]
  },
}

export const DEMOLITION_RULES: readonly PrereviewRule[] = [URGING_WITHOUT_RIGHTS, DEMOLITION_NOT_ANNOUNCED, REMEDIES_STILL_OPEN]
