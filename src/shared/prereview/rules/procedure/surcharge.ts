/** 5.5, 3.29 what is added to a fine that is paid late (加处罚款): its rate, its limit, and the time in which it does not run. */
import { yuanInWords } from '../../../facts/chinese-numerals.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findAll, findFirst, says, type FoundWords } from '../../wording.ts'
import { wrongRateIn } from '../documents/payment.ts'
import { decisionOf } from './reading/case-steps.ts'
import { both, compulsionLaw, penaltyLaw, suspect, yuanWords } from './reading/rule-words.ts'
import { fineOf, finePlace } from './reading/sanctions.ts'
import { surchargeOf } from './reading/surcharge-terms.ts'

/** Only a case of execution is asked about the surcharge by itself. */
const OWN_QUESTION = { actionKind: 'compulsoryExecution', questionId: '3.29' } as const

/** Papers that reckon or claim a surcharge; the decision only tells its rate. */
const CLAIMING = ['urging-notice', 'execution-decision', 'payment-receipt', 'calculation-sheet', 'other'] as const

function claims(file: CaseFile): readonly CaseDocument[] {
  return file.of(...CLAIMING).filter((one) => one.sure && says(one, /加处(?:的)?罚款|滞纳金/u))
}

const MONEY = '(?:人民币)?[¥￥]?([\\d,，.]+|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)(万)?元'
/** A sum that is added in all: 加处罚款12,000元. What is added for a day (每日加处罚款240元) is no such sum. */
const ADDED = new RegExp(
  `(?<!每日|每天|按日|日均|逐日)(?:加处(?:的)?罚款|(?:加收|缴纳|计收)(?:的)?滞纳金|滞纳金)(?:的?(?:数额|金额|总额))?(?:共计|合计|累计|共|计|为|是|：)?${MONEY}`,
  'gu',
)
const PRINCIPAL = new RegExp(`(?<!加处|加处的)罚款(?:的?(?:数额|金额|本金|本数))?(?:为|：)?${MONEY}`, 'u')

function sumOf(match: RegExpExecArray): number | null {
  const words = (match[1] ?? '').replace(/[,，]/gu, '')
  const value = /^[\d.]+$/u.test(words) ? Number(words) : yuanInWords(`${words}元`)
  return value === null || !Number.isFinite(value) ? null : value * (match[2] === undefined ? 1 : 10_000)
}

interface Claimed {
  readonly sum: number
  readonly found: FoundWords
}

function highest(document: CaseDocument): Claimed | null {
  const all = findAll(document, ADDED).flatMap((found): readonly Claimed[] => {
    const around = found.match.input.slice(Math.max(0, found.match.index - 60), found.match.index + found.match[0].length + 30)
    // 滞纳金 of taxes, fees and insurance is another debt
    if (/滞纳金/u.test(found.match[0]) && (!/罚款/u.test(around) || /保险|税|水费|水资源|资源费|补缴|公积金/u.test(around))) return []
    const sum = sumOf(found.match)
    return sum === null ? [] : [{ sum, found }]
  })
  return all.toSorted((one, other) => other.sum - one.sum)[0] ?? null
}

/** What the surcharge is added to: the fine of the decision, else the fine that the paper itself names. */
function principalOf(file: CaseFile, document: CaseDocument): number | null {
  const decision = decisionOf(file)
  const decided = decision === null ? null : fineOf(decision)
  if (decided !== null) return decided
  const named = findFirst(document, PRINCIPAL)
  return named === null ? null : sumOf(named.match)
}

export const ABOVE_PRINCIPAL: PrereviewRule = {
  id: '5.5-surcharge-above-principal',
  questionId: '5.5',
  ownQuestion: OWN_QUESTION,
  name: both('加处罚款超过罚款本数', 'The surcharge exceeds the fine'),
  basis: [penaltyLaw(72, 1, 1), compulsionLaw(45, 2)],
  severity: 'C',
  check(file) {
    const most = surchargeOf(file)?.mostPercentOfPrincipal
    if (most === undefined) return []
    return claims(file).flatMap((document) => {
      const claimed = highest(document)
      const principal = principalOf(file, document)
      if (claimed === null || principal === null || claimed.sum <= (principal * most) / 100) return []
      const decision = decisionOf(file)
      return [
        suspect(
          [
            `加处罚款${yuanWords(claimed.sum)}元，超过罚款本数${yuanWords(principal)}元；加处罚款的数额不得超出罚款的数额。`,
            `A surcharge of ${yuanWords(claimed.sum)} yuan on a fine of ${yuanWords(principal)} yuan: it may not exceed the fine.`,
          ],
          ['重新计算，以罚款本数为限。', 'Compute it again, up to the fine itself.'],
          [claimed.found, decision === null ? null : finePlace(decision)],
        ),
      ]
    })
  },
}

export const WRONG_RATE: PrereviewRule = {
  id: '5.5-surcharge-rate',
  questionId: '5.5',
  ownQuestion: OWN_QUESTION,
  name: both('计算加处罚款的标准与规定不符', 'The surcharge is not reckoned at the rate of the law'),
  basis: [penaltyLaw(72, 1, 1), compulsionLaw(45)],
  severity: 'C',
  check(file) {
    const rate = surchargeOf(file)?.percentADay
    if (rate === undefined) return []
    return claims(file).flatMap((document) => {
      const wrong = wrongRateIn(document, rate)
      if (wrong === null) return []
      return [
        suspect(
          [
            `加处罚款按${wrong.match[2] ?? ''}计算，标准为每日按罚款数额的${rate}%。`,
            `The surcharge is reckoned at ${wrong.match[2] ?? ''}; the rate is ${rate} per cent of the fine a day.`,
          ],
          ['按法定标准重新计算。', 'Compute it again at the rate of the law.'],
          [wrong],
        ),
      ]
    })
  },
}

/** 复议、诉讼期间照常计算加处罚款; said of what does not run it is right (不予计算、不计算). */
const COUNTED_IN_REMEDY =
  /(?:复议|诉讼)(?:和|、|及|或者?)?(?:行政)?(?:复议|诉讼)?期间[^。；不停]{0,10}(?:照常|继续|仍|一并|也|均|不停止)[^。；不]{0,10}(?:计算|计收|加处)[^。；]{0,8}|(?:加处罚款|滞纳金)[^。；不]{0,30}(?:含|包括|计入)[^。；不]{0,6}(?:复议|诉讼)[^。；不]{0,6}期间/u

export const RUNS_DURING_REMEDY: PrereviewRule = {
  id: '5.5-surcharge-during-remedy',
  questionId: '5.5',
  ownQuestion: OWN_QUESTION,
  name: both('复议、诉讼期间仍计算加处罚款', 'Surcharge reckoned for the time of reconsideration or suit'),
  basis: [penaltyLaw(73, 3)],
  severity: 'C',
  check: (file) =>
    [...file.of('decision'), ...claims(file)].flatMap((document) => {
      const found = findFirst(document, COUNTED_IN_REMEDY)
      if (found === null || !says(document, /加处(?:的)?罚款|滞纳金/u)) return []
      return [
        suspect(
          [
            `“${found.match[0]}”：当事人申请行政复议或者提起行政诉讼的，加处罚款的数额在复议或者诉讼期间不予计算。`,
            `“${found.match[0]}”: while a reconsideration or a suit is pending the surcharge does not run.`,
          ],
          ['扣除复议、诉讼期间后重新计算。', 'Leave that time out and compute it again.'],
          [found],
        ),
      ]
    }),
}

export const SURCHARGE_RULES: readonly PrereviewRule[] = [ABOVE_PRINCIPAL, WRONG_RATE, RUNS_DURING_REMEDY]
