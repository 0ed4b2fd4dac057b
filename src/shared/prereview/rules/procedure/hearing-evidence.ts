/** 3.9, 3.12 what the party brought to its defence and to the hearing (新证据) and what the hearing report asked for: the decision rests on the record. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { findAll, findFirst, says, type FoundWords } from '../../wording.ts'
import type { PrereviewRule } from '../../rule.ts'
import { decisionOf, hearingsOf } from './reading/case-steps.ts'
import { dayOf } from './reading/moments.ts'
import { both, penaltyLaw, suspect } from './reading/rule-words.ts'

const THINGS = '证据|材料|票据|发票|收据|合同|协议|送货单|进货单|出库单|入库单|凭证|记录|账本|账册|流水|照片|视频|录像|录音|证明|报告|说明|证言|清单|台账|截图|许可证|批复|检验单'
/** 当庭提交送货单一张, 提供了证人证言: the party's own evidence. */
const BROUGHT = new RegExp(
  `(?:当庭|当场|现场|庭上|会上|听证(?:中|会上|时))[^。；？]{0,12}(?:提交|提供|出示|递交)[^。；？]{0,30}(?:${THINGS})|(?:现|另|并|又|补充)(?:提交|提供|出示|递交)[^。；？]{0,24}(?:${THINGS})|(?:提交|提供|出示|递交)了?[^。；？]{0,20}(?:${THINGS})[一二三四五六七八九十\\d]{1,2}(?:张|份|份证据|页|件|段|组|项)`,
  'u',
)
/** The investigators show evidence as well; a statement belongs to whoever spoke before it. */
const THEIRS = /(?:办案人员|调查人员|承办人|案件承办人|执法人员|主持人|记录员)[^。；：]{0,12}[:：]?[^：]{0,60}$/u

const DENIED =
  /(?:未|没有|无)(?:再)?(?:提出|提交|提供|出示)?[^。；，]{0,8}(?:新的?)[^。；，]{0,6}(?:事实|证据|理由|材料|意见)|(?:未|没有)(?:提出|提交|提供)(?:任何|相应|相关|有效)?(?:的)?(?:证据|材料|证明)/u

/** What the party brought, in the record or as the report sums it up. */
function broughtIn(file: CaseFile): FoundWords | null {
  for (const record of file.of('hearing-record', 'hearing-report')) {
    const found = findAll(record, BROUGHT).find(({ match }) => {
      const before = match.input.slice(Math.max(0, match.index - 90), match.index)
      const speaker = /([\p{Script=Han}（）]{2,12})[:：][^：]*$/u.exec(before)?.[1] ?? ''
      return !THEIRS.test(before.slice(-70)) && !isInvestigator(file, record, speaker)
    })
    if (found !== undefined) return found
  }
  return null
}

/** 周建明：… where the head of the record names him among the investigators. */
function isInvestigator(file: CaseFile, record: CaseDocument, speaker: string): boolean {
  if (speaker.length < 2 || /(?:当事人|代理人|申请人|第三人|律师|代表人|负责人|证人)$/u.test(speaker)) return false
  const officers = new Set(
    file.of('inquiry-record', 'inspection-record', 'filing-form', 'measure-record').flatMap(({ facts }) => facts.persons.flatMap((one) => (one.role === 'officer' ? [one.name] : []))),
  )
  return (
    [...officers].some((officer) => speaker.endsWith(officer)) ||
    [2, 3].some((length) => says(record, new RegExp(`(?:办案人员|调查人员|案件承办人|承办人)[^。；]{0,24}${speaker.slice(-length)}(?![:：])`, 'u')))
  )
}

/** Answered in words of its own: 经核实, 不能证明, 予以采信. */
const ANSWERED = /(?:经核实|经查证|经向[^。；]{2,30}(?:核实|调查|了解)|不予采信|予以采信|不能证明|无法证明|不足以证明|真实性|关联性|不影响)[^。；]*/u

export const EVIDENCE_DENIED: PrereviewRule = {
  id: '3.12-evidence-denied',
  questionId: '3.12',
  name: both('听证中提交的证据在决定中被否认', 'Evidence of the hearing denied in the decision'),
  basis: [penaltyLaw(45, 1), penaltyLaw(65)],
  severity: 'F',
  check(file) {
    const decision = decisionOf(file)
    const brought = broughtIn(file)
    if (decision === null || !decision.sure || brought === null) return []
    const denied = findFirst(decision, DENIED)
    if (denied === null || says(decision, ANSWERED)) return []
    return [
      suspect(
        [
          `听证中当事人提交了证据（“${brought.match[0]}”），决定书却写“${denied.match[0]}”，没有核实，也没有说明是否采信。`,
          `At the hearing the party submitted evidence (“${brought.match[0]}”); the decision says “${denied.match[0]}” and neither verifies nor weighs it.`,
        ],
        [
          '核实听证中提交的证据，在决定书中逐项写明是否采信及理由；事实变化的，重新计算并重新审核。',
          'Verify what was submitted and say of each piece whether it is believed; where facts change, reckon and review anew.',
        ],
        [denied, brought],
      ),
    ]
  },
}

/** 建议核实后再提请集体讨论: what the report wants done before anything is decided. */
const ADVISED =
  /建议[^。；]{0,40}?(?:核实|查证|补充调查|进一步调查|补充证据|重新(?:鉴定|检验|计算|核算|认定|调查|告知)|补正|不予(?:行政)?处罚|减轻|从轻|免予|撤销案件|变更|调整|降低|调减)[^。；]*/u
/** Papers that may show that it was done; those that only decide cannot. */
const LOOKED_INTO: ReadonlySet<string> = new Set([
  'inquiry-record', 'inspection-record', 'test-report', 'calculation-sheet', 'expert-opinion', 'investigation-report', 'sampling-record', 'photo-evidence',
  'interested-party-paper', 'correction-check',
])
const TAKEN_UP = /听证(?:报告|主持人|人员)?[^。；]{0,20}(?:建议|意见)[^。；]{0,40}(?:采纳|不采纳|不予采纳|核实|理由|因)|(?:采纳|根据|按照)[^。；]{0,10}听证(?:报告|意见|主持人)|(?:会后|听证后)[^。；]{0,30}(?:核实|调查|复核|询问)|经[^。；]{0,16}核实[，,]?[^。；]{4,}/u

export const REPORT_NOT_FOLLOWED: PrereviewRule = {
  id: '3.12-report-not-followed',
  questionId: '3.12',
  name: both('听证报告的建议没有办理', 'What the hearing report advised was not done'),
  basis: [penaltyLaw(65)],
  severity: 'F',
  check(file) {
    const decision = decisionOf(file)
    const held = hearingsOf(file).at(-1)
    const report = file.of('hearing-report').findLast(({ sure }) => sure)
    const advised = report === undefined ? null : findFirst(report, ADVISED)
    if (decision === null || held === undefined || report === undefined || advised === null) return []
    if (/(?:维持|同意|按(?:照)?)[^。；]{0,20}(?:原|办案|拟)/u.test(advised.match[0])) return []
    const after = file.documents.some(
      (one) =>
        (dayOf(one) ?? '') > held.day &&
        (LOOKED_INTO.has(one.kind) || (one.kind === 'other' && says(one, /核实|协查|协助调查|复函|补充调查|情况说明/u) && !says(one, /结案|公示/u))),
    )
    const taken = file.of('decision', 'discussion-minutes', 'recheck-opinion', 'review-opinion').some((one) => (dayOf(one) ?? '9') >= held.day && says(one, TAKEN_UP))
    if (after || taken) return []
    return [
      suspect(
        [
          `听证报告${advised.match[0]}，此后没有核实、补充调查的材料，决定也没有说明为何不采纳。`,
          `The hearing report advises (“${advised.match[0]}”); no later paper shows that it was done, and the decision gives no reason.`,
        ],
        [
          '按听证报告的建议核实后重新讨论；不采纳的，在讨论记录和决定书中写明理由。',
          'Do what the report advises and discuss anew, or give the reason for not doing so.',
        ],
        [advised],
      ),
    ]
  },
}

/** 附维修单一份 in a defence: what the party adds to its words. */
const ADDED = new RegExp(`(?:附|随附|并提交|现提交|提供|提交)(?:件|上|有)?[^。；]{0,14}(?:${THINGS}|维修单|维修记录|病历|诊断|检测)`, 'u')

export const DEFENCE_EVIDENCE_DENIED: PrereviewRule = {
  id: '3.9-evidence-denied',
  questionId: '3.9',
  name: both('当事人随申辩提交的证据被否认', 'Evidence added to the defence denied'),
  basis: [penaltyLaw(45, 1)],
  severity: 'C',
  check: (file) =>
    file.of('defence').flatMap((defence) => {
      const added = defence.sure ? findFirst(defence, ADDED) : null
      const papers = file.of('recheck-opinion', 'decision').filter(({ sure }) => sure)
      if (added === null || papers.some((one) => says(one, ANSWERED) || says(one, /属实|予以认可/u))) return []
      const denied = papers.flatMap((one) => findFirst(one, DENIED) ?? [])[0]
      if (denied === undefined || /听证/u.test(denied.match.input.slice(Math.max(0, denied.match.index - 20), denied.match.index))) return []
      return [
        suspect(
          [
            `当事人申辩时提交了证据（“${added.match[0]}”），此后的文书写“${denied.match[0]}”。`,
            `The party added evidence to its defence (“${added.match[0]}”); a later paper says “${denied.match[0]}”.`,
          ],
          ['复核当事人提交的证据，写明是否采纳及理由。', 'Check what the party submitted and say whether it is accepted and why.'],
          [denied, added],
        ),
      ]
    }),
}

export const HEARING_EVIDENCE_RULES: readonly PrereviewRule[] = [EVIDENCE_DENIED, REPORT_NOT_FOLLOWED, DEFENCE_EVIDENCE_DENIED]
