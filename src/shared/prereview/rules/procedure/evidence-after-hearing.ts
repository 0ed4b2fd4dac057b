/** 3.7, 3.12: the decision has what notice and hearing did not: other evidence, another kind of act. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { denseText, findFirst, says } from '../../wording.ts'
import { decisionOf, hearingsOf, noticesOf } from './reading/case-steps.ts'
import { dayOf, momentsIn } from './reading/moments.ts'
import { operativePart } from './reading/sanctions.ts'
import { both, dayWords, licensingLaw, penaltyLaw, suspect } from './reading/rule-words.ts'

const EVIDENCE = new Set(['inquiry-record', 'inspection-record', 'test-report', 'expert-opinion', 'sampling-record', 'photo-evidence', 'other'])
const ANSWER = /复函|回函|函复|证明|鉴定|检验|检测|说明|查询结果|协查|笔录|意见/u

/** The decision names the paper: by its day, or by who wrote it. */
function reliesOn(decision: CaseDocument, evidence: CaseDocument, day: string) {
  const text = denseText(decision)
  return momentsIn(decision).find((moment) => moment.day === day && ANSWER.test(text.slice(moment.end, moment.end + 16)) && evidence !== decision) ?? null
}

/** The decision is made on the record of the hearing (行政处罚法 art. 65): what came after it was never shown to the party. */
export const EVIDENCE_AFTER_HEARING: PrereviewRule = {
  id: '3.12-evidence-after-hearing',
  questionId: '3.12',
  name: both('听证后取得的证据未经质证即作为依据', 'Evidence got after the hearing and never shown'),
  basis: [penaltyLaw(46), penaltyLaw(65)],
  severity: 'F',
  check(file: CaseFile) {
    const decision = decisionOf(file)
    const held = hearingsOf(file).at(-1)
    if (decision === null || held === undefined || !decision.sure) return []
    // told anew, or put to the party afterwards
    if (noticesOf(file).some(({ document }) => (dayOf(document) ?? '') > held.day)) return []
    return file.documents.flatMap((evidence) => {
      const day = dayOf(evidence)
      if (day === null || day <= held.day || !evidence.sure || !EVIDENCE.has(evidence.kind) || !ANSWER.test(`${evidence.facts.title?.text ?? ''}${evidence.file.name}${evidence.text.slice(0, 60)}`)) return []
      const relied = reliesOn(decision, evidence, day)
      const shown = file.documents.some((one) => (dayOf(one) ?? '') >= day && one !== decision && says(one, /(?:补充|重新|再次)(?:质证|听证|告知)|(?:送交|出示给?|告知)当事人[^。；]{0,20}(?:质证|核对|意见)/u))
      if (relied === null || shown) return []
      return [
        suspect(
          [
            `听证${dayWords(held.day)}已经结束，决定所依据的“${evidence.facts.title?.text.replace(/\s/gu, '') ?? evidence.file.name}”${dayWords(day)}才取得，未经当事人质证，也未重新告知。`,
            `The hearing ended on ${held.day}; evidence of ${day} on which the decision rests was neither shown to the party nor told.`,
          ],
          ['删去该项事实和证据，或者重新告知、重新组织质证后再作决定。', 'Leave it out, or tell and show it to the party before deciding.'],
          [relied, titlePlace(evidence), held.place],
          { about: evidence.file.fileId },
        ),
      ]
    })
  },
}

const LICENCE = '[^。；，]{0,30}?(?:许可证?|执照|资质|资格证?书?|登记|备案)'
/** Kinds of acts upon a licence that look alike and are not: 吊销 punishes, 撤销 takes back what was got wrongly, 撤回 and 注销 neither. */
const ON_LICENCES = ['吊销', '撤销', '撤回', '注销'] as const

export const ANOTHER_ACT_THAN_TOLD: PrereviewRule = {
  id: '3.7-another-act-than-told',
  questionId: '3.7',
  name: both('决定对许可证件的处理与告知不是同一种行为', 'Another act upon the licence than was told'),
  basis: [penaltyLaw(44), penaltyLaw(62), licensingLaw(69)],
  severity: 'F',
  check(file: CaseFile) {
    const decision = decisionOf(file) ?? file.of('licence-decision').findLast(({ sure }) => sure) ?? null
    const notice = noticesOf(file).at(-1)?.document
    if (decision === null || notice === undefined || !decision.sure || !notice.sure) return []
    const told = ON_LICENCES.find((word) => findFirst(notice, new RegExp(`拟(?:对[^。；，]{0,20})?(?:作出|给予|依法)?[^。；，]{0,6}${word}${LICENCE}`, 'u')) !== null)
    const done = ON_LICENCES.find((word) => new RegExp(`(?:决定|予以|并)(?:依法)?${word}${LICENCE}`, 'u').test(operativePart(decision).text) || findFirst(decision, new RegExp(`决定(?:依法)?${word}${LICENCE}`, 'u')) !== null)
    if (done === undefined || told === done) return []
    const place = findFirst(decision, new RegExp(`(?:决定|予以|并)(?:依法)?${done}${LICENCE}`, 'u'))
    const other = told === undefined ? titlePlace(notice) : findFirst(notice, new RegExp(`${told}${LICENCE}`, 'u'))
    // a notice that tells neither of the licence nor of anything like it is a matter of 3.10
    if (told === undefined && done === '吊销') return []
    return [
      suspect(
        [
          `告知书${told === undefined ? '没有告知对许可证件的处理' : `告知拟${told}许可证件`}，决定却是${done}，性质和依据不同，没有告知也没有听取意见。`,
          `The notice ${told === undefined ? 'tells of no act upon the licence' : 'proposes another act upon the licence'}; the decision makes one of another kind and basis that was never told.`,
        ],
        ['按拟作出的行为及其依据重新告知，听取意见（组织听证）后再作决定。', 'Tell the act that is meant with its basis, hear the party, and decide then.'],
        [place ?? titlePlace(decision), other],
        { about: done },
      ),
    ]
  },
}

export const TOLD_AND_DECIDED_RULES: readonly PrereviewRule[] = [EVIDENCE_AFTER_HEARING, ANOTHER_ACT_THAN_TOLD]
