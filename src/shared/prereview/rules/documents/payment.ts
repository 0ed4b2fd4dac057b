/** 7.2 how a fine is paid: within fifteen days, and what is added where it is not (缴款期限、加处罚款). */
import { chineseInteger } from '../../../facts/chinese-numerals.ts'
import type { CaseDocument } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findAll, type FoundWords } from '../../wording.ts'
import { decisionOf } from '../procedure/reading/case-steps.ts'
import { both, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'
import { fineOf } from '../procedure/reading/sanctions.ts'
import { lengthWords } from '../procedure/reading/statutory-period.ts'
import { paymentRowOf, surchargeOf } from '../procedure/reading/surcharge-terms.ts'

/** 自收到本决定书之日起十五日内…缴纳罚款: no other duty, and no remedy, between the term and the paying. */
const TERM =
  /(?:收到|送达)[^。；，]{0,20}之?日?起(?:的)?([一二三四五六七八九十百〇零\d]{1,4})(个工作|个自然)?日(?:之)?内(?:，|,)?((?:(?!复议|诉讼|起诉|改正|整改|申请|陈述|申辩|召回|拆除|恢复)[^。；]){0,60}?)(?:缴|交)(?:纳|清|至|到|付|款)/gu
/** Instalments and a later day are allowed for hardship (行政处罚法 art. 66). */
const BY_INSTALMENTS = /分期|延期|暂缓|经济困难/u

export const PAYMENT_DAYS: PrereviewRule = {
  id: '7.2-payment-days',
  questionId: '7.2',
  name: both('缴纳罚款的期限不是十五日', 'The term for paying the fine is not fifteen days'),
  basis: [penaltyLaw(67, 3)],
  severity: 'C',
  check(file) {
    const decision = decisionOf(file)
    const row = paymentRowOf(file)
    if (decision === null || !decision.sure || row === null || fineOf(decision) === null) return []
    const wrong = findAll(decision, TERM).find(({ match }) => {
      const days = chineseInteger(match[1] ?? '')
      if (days === null || BY_INSTALMENTS.test(match[3] ?? '')) return false
      return days !== row.length || match[2] === '个工作'
    })
    if (wrong === undefined) return []
    const term = `${chineseInteger(wrong.match[1] ?? '') ?? ''}${wrong.match[2] ?? ''}日`
    const [zh, en] = lengthWords(row)
    return [
      suspect(
        [`缴纳罚款的期限写为${term}，应为自收到决定书之日起${zh}。`, `The term for paying is given as ${term}; it is ${en} from receipt.`],
        [`更正为${zh}；因经济困难延期、分期缴纳的，另行批准并写明。`, `Write ${en}; a later day or instalments need an approval of their own.`],
        [wrong],
      ),
    ]
  },
}

const RATE = /([^。；，]{0,30})(百分之[一二三四五六七八九十]{1,3}|千分之[一二三四五六七八九十]{1,3}|[\d.]{1,5}[%％‰])[^。；，]{0,12}(?:加处|加收)(?:罚款)?/gu

function percentOf(words: string): number | null {
  const figures = /^([\d.]+)([%％‰])$/u.exec(words)
  if (figures !== null) return Number(figures[1]) / (figures[2] === '‰' ? 10 : 1)
  const value = chineseInteger(words.slice(3))
  return value === null ? null : words.startsWith('千') ? value / 10 : value
}

/** 按日加收罚款数额3‰的滞纳金: the rate behind the verb. */
const ADDED_RATE = /(每日|按日|逐日)[^。；，]{0,6}(?:加处|加收)[^。；，]{0,10}?(百分之[一二三四五六七八九十]{1,3}|千分之[一二三四五六七八九十]{1,3}|[\d.]{1,5}[%％‰])/gu

/** Where a rate of the surcharge is printed that is not the law's; the words of the rate are group 2. */
export function wrongRateIn(document: CaseDocument, rate: number): FoundWords | null {
  return (
    [...findAll(document, RATE), ...findAll(document, ADDED_RATE)].find(({ match }) => {
      const percent = percentOf(match[2] ?? '')
      return /罚款/u.test(match[0]) && percent !== null && percent !== rate
    }) ?? null
  )
}

export const SURCHARGE_RATE: PrereviewRule = {
  id: '7.2-surcharge-rate',
  questionId: '7.2',
  name: both('加处罚款的标准与规定不符', 'The surcharge is not that of the law'),
  basis: [penaltyLaw(72, 1, 1)],
  severity: 'C',
  check(file) {
    const decision = decisionOf(file)
    const rate = surchargeOf(file)?.percentADay
    const wrong = decision === null || !decision.sure || rate === undefined ? null : wrongRateIn(decision, rate)
    if (wrong === null) return []
    return [
      suspect(
        [
          `到期不缴纳罚款的加处标准写为${wrong.match[2] ?? ''}，应为每日按罚款数额的${rate}%。`,
          `The surcharge for late payment is given as ${wrong.match[2] ?? ''}; it is ${rate} per cent of the fine a day.`,
        ],
        ['更正加处罚款的标准，并写明加处罚款的数额不得超出罚款的数额。', 'Correct the rate, and say that the surcharge may not exceed the fine.'],
        [wrong],
      ),
    ]
  },
}

export const PAYMENT_RULES: readonly PrereviewRule[] = [PAYMENT_DAYS, SURCHARGE_RATE]
