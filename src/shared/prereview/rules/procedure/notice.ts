/** 3.7 what the prior notice (事先告知书) says: kind, amount, facts, reasons, basis, rights. */
import type { CaseDocument } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { densePlace, denseText, says } from '../../wording.ts'
import { both, penaltyLaw, suspect } from './reading/rule-words.ts'
import { fineRange, operativePart, sanctionsOf } from './reading/sanctions.ts'
import { lastNoticeOf } from './reading/case-steps.ts'
import type { CaseFile } from '../../case-file.ts'

/** The notice that holds, if its words can be relied on. */
function readNotice(file: CaseFile): CaseDocument | null {
  const notice = lastNoticeOf(file)?.document ?? null
  return notice !== null && notice.sure && denseText(notice).length > 60 ? notice : null
}

const MONEY = String.raw`(?:人民币)?[¥￥]?(?:[\d,，.]+|[一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟萬]+)(?:万)?元?`
const EXACT = new RegExp(`罚款(?:共计|合计|计)?${MONEY}整?(?!以|至|到|-|—|~|～)`, 'u')

export const NO_EXACT_AMOUNT: PrereviewRule = {
  id: '3.7-no-exact-amount',
  questionId: '3.7',
  name: both('告知书没有确定的罚款数额', 'The notice names no exact fine'),
  basis: [penaltyLaw(44)],
  severity: 'F',
  check(file) {
    const notice = readNotice(file)
    if (notice === null) return []
    const { start, text } = operativePart(notice)
    if (sanctionsOf(notice).some(({ kind, yuan }) => kind === 'fine' && yuan !== null)) return []
    if (!/罚款/u.test(text) || !says(notice, /拟/u)) return []
    const range = fineRange(text)
    if (range === null && EXACT.test(text)) return []
    const found = range ?? /[^，。；]{0,12}罚款[^，。；]{0,12}/u.exec(text)
    if (found === null) return []
    return [
      suspect(
        [
          `行政处罚告知书只写“${found[0]}”，没有确定的罚款数额。`,
          `The prior notice says “${found[0]}” and no exact amount of the fine.`,
        ],
        [
          '告知拟处罚的确定数额，重新送达告知书并留足陈述、申辩（听证）期限。',
          'Tell the exact amount in a new notice and leave the party its time again.',
        ],
        [densePlace(notice, start + found.index, start + found.index + found[0].length)],
      ),
    ]
  },
}

export const NO_KIND: PrereviewRule = {
  id: '3.7-no-kind',
  questionId: '3.7',
  name: both('告知书没有写明处罚种类', 'The notice names no kind of penalty'),
  basis: [penaltyLaw(44)],
  severity: 'F',
  check(file) {
    const notice = readNotice(file)
    if (notice === null || sanctionsOf(notice).length > 0 || !says(notice, /拟|行政处罚/u)) return []
    // A notice of an order (限期拆除、责令改正) proposes no penalty.
    if (!says(notice, /处罚/u) && says(notice, /责令|拆除|恢复原状|强制/u)) return []
    if (says(notice, /警告|罚款|没收|停产|停业|关闭|暂扣|吊销|降低|限制|通报|拘留|不予(?:行政)?处罚|撤销/u)) return []
    return [
      suspect(
        ['行政处罚告知书没有写明拟给予的处罚种类。', 'The prior notice does not say which penalty is proposed.'],
        ['写明拟处罚的种类和数额，重新告知。', 'Name kind and amount of the penalty and notify again.'],
        [titlePlace(notice)],
      ),
    ]
  },
}

interface Lacking {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly present: RegExp
}

function lacking({ id, zh, en, present }: Lacking): PrereviewRule {
  return {
    id: `3.7-no-${id}`,
    questionId: '3.7',
    name: both(`告知书没有${zh}`, `The notice lacks ${en}`),
    basis: [penaltyLaw(44)],
    severity: 'F',
    check(file) {
      const notice = readNotice(file)
      if (notice === null || says(notice, present)) return []
      return [
        suspect(
          [`行政处罚告知书没有载明${zh}。`, `The prior notice does not state ${en}.`],
          [`补充${zh}，重新告知当事人。`, `Add ${en} and notify the party again.`],
          [titlePlace(notice)],
        ),
      ]
    },
  }
}

export const NO_FACTS: PrereviewRule = lacking({
  id: 'facts',
  zh: '违法事实',
  en: 'the facts of the act',
  present:
    /经查|查明|查实|经调查|经检查|经现场|检查(?:时)?发现|现场检查|发现你|违法事实|[^陈]事实(?:和证据|如下|有|为)|你[^，。；]{0,8}(?:于|自|在)[^。；]{0,6}\d|存在[^。；]{2,40}行为|实施了|期间|(?:当事人|被处罚人|该[公单店厂企][^，。；]{0,4})[^，。；]{0,8}(?:于|自|在|从)[^。；]{0,6}\d|\d日[^。]{12,}。[^。]{0,80}(?:上述|以上|该)行为/u,
})

export const NO_BASIS: PrereviewRule = lacking({
  id: 'basis',
  zh: '处罚依据的法律条款',
  en: 'the provision that the penalty rests on',
  present: /第[一二三四五六七八九十百零〇\d]+条/u,
})

export const NO_REASONS: PrereviewRule = lacking({
  id: 'reasons',
  zh: '处罚理由（行为违反了什么规定）',
  en: 'the reasons (which provision the act breaks)',
  present: /违反|不符合|理由|构成|属于|应当(?:给予|予以|处)/u,
})

export const RIGHTS_NOT_TOLD: PrereviewRule = {
  id: '3.7-rights-not-told',
  questionId: '3.7',
  name: both('告知书没有告知陈述、申辩权利', 'The notice does not tell the right to state and to defend'),
  basis: [penaltyLaw(44)],
  severity: 'F',
  check(file) {
    const notice = readNotice(file)
    if (notice === null) return []
    const statement = says(notice, /陈述/u)
    const defence = says(notice, /申辩/u)
    if ((statement && defence) || notice.facts.rights.some(({ kind }) => kind === 'statement')) return []
    const missing = !statement && !defence ? '陈述、申辩' : statement ? '申辩' : '陈述'
    return [
      suspect(
        [
          `行政处罚告知书没有告知当事人${missing}的权利。`,
          'The prior notice does not tell the party of the right to make a statement and a defence.',
        ],
        ['补充告知陈述、申辩权利，重新送达。', 'Tell the right in a new notice and serve it.'],
        [titlePlace(notice)],
      ),
    ]
  },
}

export const NOTICE_RULES: readonly PrereviewRule[] = [
  NO_EXACT_AMOUNT,
  NO_KIND,
  NO_FACTS,
  NO_BASIS,
  NO_REASONS,
  RIGHTS_NOT_TOLD,
]
