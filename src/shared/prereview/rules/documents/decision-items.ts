/** 7.2 the items of a decision (决定书六项), 7.5 wording of a proposal left in it, 7.7 its reasoning (说理). */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { onceADocument } from '../../once-a-document.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import { decisionOf, isDraft, isSimple, stepsOf } from '../procedure/reading/case-steps.ts'
import { dayOf } from '../procedure/reading/moments.ts'
import { both, opinionsOf2018, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'
import { fineOf, operativePart, sanctionsOf } from '../procedure/reading/sanctions.ts'

/** The decision, if it is long enough to be whole and its words can be relied on. */
function readDecision(file: CaseFile): CaseDocument | null {
  const decision = decisionOf(file)
  return decision !== null && decision.sure && denseText(decision).length > 150 ? decision : null
}

interface Item {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly number: number
  readonly isPresent: (decision: CaseDocument) => boolean
}

function item({ id, zh, en, number, isPresent }: Item): PrereviewRule {
  return {
    id: `7.2-${id}`,
    questionId: '7.2',
    name: both(`决定书没有${zh}`, `The decision lacks ${en}`),
    basis: [penaltyLaw(59, 1, number)],
    severity: 'C',
    check(file) {
      const decision = readDecision(file)
      if (decision === null || isPresent(decision)) return []
      return [
        suspect(
          [`行政处罚决定书${isDraft(decision) ? '（稿）' : ''}没有载明${zh}。`, `The decision does not state ${en}.`],
          [`补充${zh}。`, `Add ${en}.`],
          [titlePlace(decision)],
        ),
      ]
    },
  }
}

export const NO_ADDRESS: PrereviewRule = item({
  id: 'no-address',
  zh: '当事人的地址',
  en: 'the address of the party',
  number: 1,
  isPresent: (decision) =>
    says(decision, /住所|住址|地址|经营场所|所在地|住[:：]|户籍|[，,、]住(?:在)?[\p{Script=Han}]{2,20}(?:省|市|县|区|镇|乡|村|街|路|号)/u) ||
    decision.facts.parties.some(({ address }) => address !== null),
})

export const NO_FACTS_OR_EVIDENCE: PrereviewRule = item({
  id: 'no-evidence',
  zh: '违法事实和证据',
  en: 'the facts and the evidence',
  number: 2,
  // A decision made on the spot states the act (行政处罚法 art. 52); the evidence is what the officers see.
  isPresent: (decision) => isSimple(decision) || says(decision, /证据|为证|证明|证实|佐证|印证|有[^。；]{2,60}(?:笔录|照片|报告)/u),
})

/** The clause of the surcharge for late payment is not that of the penalty. */
const citesAnArticle = onceADocument((decision) =>
  /第[一二三四五六七八九十百零〇\d]+条/u.test(
    denseText(decision).replace(/[^。；]*(?:加处|不缴纳)[^。；]*/gu, ''),
  ),
)

export const NO_BASIS: PrereviewRule = item({
  id: 'no-basis',
  zh: '处罚的种类或者依据',
  en: 'the kind of the penalty or its basis',
  number: 3,
  isPresent: (decision) =>
    citesAnArticle(decision) &&
    (sanctionsOf(decision).length > 0 || says(decision, /罚款|警告|没收|吊销|停产|停业|暂扣|降低|通报批评|限制|拘留/u)),
})

export const NO_PERFORMANCE: PrereviewRule = item({
  id: 'no-performance',
  zh: '处罚的履行方式和期限',
  en: 'how and by when the penalty is to be performed',
  number: 4,
  isPresent: (decision) =>
    fineOf(decision) === null ||
    says(
      decision,
      /(?:日|天)内?[^。；]{0,60}(?:缴|交|支付|履行)|(?:缴|交)[^。；]{0,40}(?:银行|账户|专户|财政|缴款)|当场收缴|缴款码|缴纳罚款/u,
    ),
})

export const NO_AGENCY: PrereviewRule = item({
  id: 'no-agency',
  zh: '作出决定的行政机关名称',
  en: 'the name of the agency that decides',
  number: 6,
  isPresent: (decision) =>
    decision.facts.agencies.some(({ role }) => role === 'issuer') ||
    says(decision, /(?:局|厅|委员会|政府|海关|队|署|处|办公室|管理站)(?:（|\(|〔|\d|行政处罚|决定|$)/u),
})

export const NO_DAY: PrereviewRule = {
  id: '7.2-no-day',
  questionId: '7.2',
  name: both('决定书没有作出日期', 'The decision bears no day'),
  basis: [penaltyLaw(59, 1, 6)],
  severity: 'C',
  check(file) {
    const decision = readDecision(file)
    // A draft gets its day when it is issued.
    if (decision === null || dayOf(decision) !== null || isDraft(decision)) return []
    return [
      suspect(
        ['行政处罚决定书没有载明作出决定的日期。', 'The decision does not bear the day on which it was made.'],
        ['补充作出决定的日期，与审批、集体讨论核对。', 'Add the day and check it against approval and discussion.'],
        [titlePlace(decision)],
      ),
    ]
  },
}

/** Blanks of a draft that are filled when it is issued: its number, its day. */
const FILLED_LATER = /年\s*月\s*日|〔\d{4}〕\s*[_　 ]*号|^[_　\s]*$/u
const RULED = /[_＿]{3,}|（此处[^）]{0,20}）|【[^】]{0,20}(?:填写|选填|说明)[^】]{0,20}】/u
/** Signs that also mask a name or a number count only where a template has its blanks: before 年, 元, 条, 人民法院. */
const CROSSED =
  /(?:[×✕]{2,}|XX+|xx+)(?=年|月|日|元|条|款|项|人民法院|人民政府|(?:市|县|区)(?:人民|[^，。；路街镇]{0,8}局))|(?:第|〕)(?:[×✕]{2,}|XX+|xx+)号|[＿_]{3,}(?=[^年月日]|$)/u

export const TEMPLATE_BLANKS: PrereviewRule = {
  id: '7.2-template-blanks',
  questionId: '7.2',
  name: both('对外文书留有模板空白', 'Blanks of a template left'),
  basis: [penaltyLaw(59, 1)],
  severity: 'C',
  check(file) {
    return file
      .of(
        'decision',
        'no-penalty-decision',
        'prior-notice',
        'measure-decision',
        'measure-extension',
        'hearing-notice',
        'correction-order',
      )
      .flatMap((document) => {
        if (!document.sure) return []
        const fact = document.facts.blanks.find(({ text }) => !FILLED_LATER.test(text) && RULED.test(text))
        const words = findFirst(document, CROSSED)
        const place = words ?? (fact === undefined ? null : placeOf(document, fact))
        if (place === null) return []
        const text = words?.match[0] ?? fact?.text ?? ''
        return [
          suspect(
            [`文书中留有没有填写的模板空白“${text}”。`, `A blank of the template was left: “${text}”.`],
            ['填写或者删去。', 'Fill it in or take it out.'],
            [place],
          ),
        ]
      })
  },
}

// 原拟处罚, 拟处罚已在幅度内: the penalty that the notice told, not one still to come
const PROPOSED = /(?<!原)拟(?!处罚(?:已|的|内容|意见|数额|幅度|决定|，|。|是|符合|过重|适当|并无|种类)|罚款(?:数额|已|符合|的幅度))(?:对|给予|作出|处以?|决定|罚款?|没收|吊销|责令)|建议(?:对|给予|作出|处以?|罚款|没收|吊销)/gu

const PENALTY_DECISIONS: readonly string[] = ['decision', 'no-penalty-decision']
/** Whatever decides must not propose: orders, measures, licences and execution too. */
const DECIDED_KINDS = [
  'decision',
  'no-penalty-decision',
  'correction-order',
  'measure-decision',
  'measure-extension',
  'licence-decision',
  'execution-decision',
] as const

export const PROPOSED_WORDING: PrereviewRule = {
  id: '7.5-proposed-wording',
  questionId: '7.5',
  name: both('决定书留有“拟”“建议”等未定表述', 'Wording of a proposal left in the decision'),
  basis: [opinionsOf2018(13)],
  severity: 'C',
  check(file) {
    return file.of(...DECIDED_KINDS).flatMap((document) => {
      const title = document.facts.title?.text ?? ''
      if (!document.sure || (!PENALTY_DECISIONS.includes(document.kind) && !/决定书|命令书/u.test(title))) return []
      const words = denseText(document)
      const left = findAll(document, PROPOSED).find(({ match }) => {
        const from = Math.max(words.lastIndexOf('。', match.index), words.lastIndexOf('；', match.index)) + 1
        const end = words.slice(match.index).search(/[。；]/u)
        const sentence = words.slice(from, end === -1 ? words.length : match.index + end)
        // What the decision tells of the notice, of the party's wish or of the report is not its own wording.
        return !/告知|陈述|申辩|听证|申请(?!取得|办理|领取)|报告|审核|讨论|权利|虚拟|模拟/u.test(sentence)
      })
      if (left === undefined) return []
      return [
        suspect(
          [
            `决定书中仍有未定表述“${around(words, left.match.index)}”。`,
            `The decision still has the wording of a proposal: “${around(words, left.match.index)}”.`,
          ],
          ['删去“拟”“建议”等字样，改为确定的表述。', 'Take out 拟 or 建议 and state what is decided.'],
          [left],
        ),
      ]
    })
  },
}

/** The clause in which the wording stands, or what of it is near: it begins and ends at a mark where one is near enough. */
function around(words: string, at: number): string {
  const before = /[^，。；：、]{0,12}$/u.exec(words.slice(0, at))?.[0] ?? ''
  const after = /^[^，。；：]{0,18}/u.exec(words.slice(at))?.[0] ?? ''
  return `${before}${after}`
}

export const TEMPLATE_NOTES: PrereviewRule = {
  id: '7.5-template-notes',
  questionId: '7.5',
  name: both('对外文书留有模板说明', 'Notes of a template left'),
  basis: [opinionsOf2018(13)],
  severity: 'C',
  check(file) {
    return file
      .of('decision', 'no-penalty-decision', 'prior-notice', 'measure-decision', 'correction-order')
      .flatMap((document) => {
        const note = findFirst(
          document,
          /[（(【](?:此处|请|应)?(?:填写|写明|载明|注明|根据实际|视情况|选择|任选|可选)[^）)】]{0,30}[）)】]|填写说明|制作说明|文书样式|示范文本|（样本）|（样式）|（范本）/u,
        )
        if (note === null) return []
        return [
          suspect(
            [
              `文书中留有模板说明“${note.match[0].slice(0, 30)}”。`,
              `A note of the template was left: “${note.match[0].slice(0, 30)}”.`,
            ],
            ['删去模板说明，写明本案内容。', 'Take the note out and write what the case has.'],
            [note],
          ),
        ]
      })
  },
}

const REFUSED = /(?:陈述|申辩|意见|理由|主张)[^。；]{0,40}(?:不予采纳|不采纳|不予支持|不予认可|未予采纳)/u
const REASONED =
  /因为|由于|理由|经核|经查|经复核[，：][^。；]{6,}|复核(?:认为|查明|后)|已(?:作为|在|予以?|经)[^。；]{0,20}(?:考虑|体现|从轻)|没有[^。；]{2,24}(?:情形|条件|规定|证据)|查明|证明|证实|不属于|不符合|不是法定|不构成|不影响|不能|一致|鉴于|与[^。；]{2,20}不符|故|因此|初次|系|均/u

/** 当事人提出陈述申辩，我局不予采纳: neither what it said nor why. */
function bareRefusal(decision: CaseDocument): ReturnType<typeof findFirst> {
  const refused = findFirst(decision, REFUSED)
  if (refused === null) return null
  const words = denseText(decision)
  const from = Math.max(words.lastIndexOf('。', refused.match.index - 1), 0)
  const end = refused.match.index + refused.match[0].length
  const after = words.slice(end, end + 60)
  // 上述意见不予采纳 rests on the sentences before it.
  const earlier = /^(?:上述|以上|故|因此|综上)/u.test(words.slice(from + 1, end)) ? words.slice(Math.max(0, from - 160), from) : ''
  const said0 = earlier + words.slice(from + 1, end)
  // Its own sentence, or the one behind, may say why it does not hold.
  return REASONED.test(said0) || REASONED.test(after.slice(0, Math.max(0, after.indexOf('。')))) ? null : refused
}

export const DEFENCE_UNANSWERED: PrereviewRule = {
  id: '7.7-defence-unanswered',
  questionId: '7.7',
  name: both('决定书没有回应陈述申辩', 'The decision does not answer the defence'),
  basis: [penaltyLaw(45, 1), penaltyLaw(59, 1, 2)],
  severity: 'C',
  check(file) {
    const decision = readDecision(file)
    const statement = stepsOf(file.of('defence')).at(-1)
    if (decision === null || statement === undefined) return []
    if (says(statement.document, /放弃[^。；]{0,6}(?:陈述|申辩)/u)) return []
    const bare = bareRefusal(decision)
    if (bare === null && says(decision, /采纳|采信|不予支持|予以支持|理由(?:不|成立)|意见(?:不)?成立/u)) return []
    if (bare !== null)
      return [
        suspect(
          [`决定书对陈述、申辩只写“${bare.match[0]}”，没有写明其意见和不采纳的理由。`, 'The decision refuses the defence in a word and gives neither its points nor a reason.'],
          [
            '在决定书中写明陈述、申辩的主要意见，采纳与否及理由。',
            'State the main points of the defence, whether they are accepted, and why.',
          ],
          [bare, statement.place],
        ),
      ]
    const rechecked = file.of('recheck-opinion', 'hearing-report', 'hearing-reply').length > 0
    const denied = findFirst(decision, /(?:未|没有|放弃)[^。；]{0,12}(?:陈述|申辩)/u)
    // No re-check at all is a finding of its own (3.9).
    if (denied === null && !rechecked) return []
    const [zh, en] =
      denied === null
        ? ['没有写明是否采纳和理由', 'does not say whether and why it is accepted']
        : [`却写“${denied.match[0]}”`, `says “${denied.match[0]}”`]
    return [
      suspect(
        [`当事人提出了陈述、申辩，决定书${zh}。`, `The party made a defence; the decision ${en}.`],
        [
          '在决定书中写明陈述、申辩的主要意见，采纳与否及理由。',
          'State the main points of the defence, whether they are accepted, and why.',
        ],
        [denied ?? titlePlace(decision), statement.place],
      ),
    ]
  },
}

/** Papers that weigh the amount before the decision does. */
const WEIGHED_IN: readonly string[] = ['discretion-sheet', 'investigation-report', 'explanation', 'discussion-minutes', 'recheck-opinion', 'prior-notice']

export const BARE_CONCLUSION: PrereviewRule = {
  id: '7.7-bare-conclusion',
  questionId: '7.7',
  name: both('决定书没有裁量理由', 'The decision gives no reasons for the amount'),
  basis: [penaltyLaw(5, 2), penaltyLaw(59, 1, 3)],
  severity: 'C',
  check(file) {
    const decision = readDecision(file)
    if (decision === null || isSimple(decision) || fineOf(decision) === null) return []
    if (
      says(
        decision,
        /裁量|从轻|从重|减轻|情节|鉴于|考虑|危害|后果|初次|首次|主动|配合|悔|社会影响|持续|性质|过罚相当|综合|倍|％|%|每(?:吨|平方米|辆|人)|×/u,
      )
    )
      return []
    // Where no paper of the file weighs the amount, that is what 5.8 says.
    if (!file.documents.some((document) => document !== decision && WEIGHED_IN.includes(document.kind) && says(document, /裁量|从轻|从重|减轻|情节/u)))
      return []
    const { start, text } = operativePart(decision)
    return [
      suspect(
        [
          '决定书只写明罚款数额，没有说明情节、裁量基准等决定数额的理由。',
          'The decision names the fine and gives no circumstance or benchmark from which the amount follows.',
        ],
        [
          '补充裁量理由：情节、危害后果、适用的裁量基准档次。',
          'Add the reasons: circumstances, harm, and the cell of the benchmark.',
        ],
        [
          findAll(decision, /罚款/u).find(({ match }) => match.index >= start && match.index < start + text.length) ??
            titlePlace(decision),
        ],
      ),
    ]
  },
}

export const DECISION_ITEM_RULES: readonly PrereviewRule[] = [
  NO_ADDRESS,
  NO_FACTS_OR_EVIDENCE,
  NO_BASIS,
  NO_PERFORMANCE,
  NO_AGENCY,
  NO_DAY,
  TEMPLATE_BLANKS,
  PROPOSED_WORDING,
  TEMPLATE_NOTES,
  DEFENCE_UNANSWERED,
  BARE_CONCLUSION,
]
