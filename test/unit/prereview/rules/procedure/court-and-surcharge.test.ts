/** 3.29 what is added to a fine that is paid late, 3.32 the application to the court. */
import { describe, expect, it } from 'vitest'
import { COURT_APPLICATION_RULES } from '../../../../../src/shared/prereview/rules/procedure/court-application.ts'
import { EXECUTION_RULES } from '../../../../../src/shared/prereview/rules/procedure/execution.ts'
import { SURCHARGE_RULES } from '../../../../../src/shared/prereview/rules/procedure/surcharge.ts'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { findingsOf } from '../../../../support/case-files.ts'
import { decision, paper, testPairs, type Pair } from '../pairs.ts'

const RULES = [...COURT_APPLICATION_RULES, ...SURCHARGE_RULES]

function rule(id: string): PrereviewRule {
  const found = RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const DECISION = decision({
  day: '2025年3月3日',
  more: '如不服本决定，可以在六十日内申请行政复议，也可以在六个月内向河西县人民法院提起行政诉讼。',
})
const RECEIPT = paper('service-receipt', '送达回证\n送达文书：行政处罚决定书（河市监罚〔2026〕8号）\n受送达人：何平\n送达时间：2025年3月5日\n收件人（签名）：何平　2025年3月5日')
const urging = (day: string, more = '') =>
  paper('urging-notice', `河西县市场监督管理局\n行政处罚决定履行催告书\n河西县诚信副食店：请自收到本催告书之日起十日内缴纳罚款50000元${more}。你店有权陈述、申辩。\n签收：何平　${day}\n河西县市场监督管理局\n${day}`)
const application = (day: string, more = '') =>
  paper('execution-decision', `强制执行申请书\n申请人：河西县市场监督管理局\n被申请人：河西县诚信副食店\n请求：强制执行罚款50000元${more}。\n被申请人既未申请行政复议，也未提起行政诉讼，又不履行。\n此致\n河西县人民法院\n河西县市场监督管理局\n${day}`)

/** The remedies of what was served on 2025-03-05 end on 2025-09-05; the court can be asked until 2025-12-05. */
const PAIRS: readonly Pair[] = [
  {
    rule: rule('3.18-court-application-late'),
    about: 'asked four months after the time to sue',
    fires: [DECISION, RECEIPT, urging('2025年11月3日'), application('2025年12月8日')],
    not: [DECISION, RECEIPT, urging('2025年11月3日'), application('2025年12月5日')],
    says: '2025年12月5日以前',
  },
  {
    rule: rule('3.18-court-before-remedies-ended'),
    about: 'asked in the fifth month',
    fires: [DECISION, RECEIPT, urging('2025年7月1日'), application('2025年8月4日')],
    not: [DECISION, RECEIPT, urging('2025年7月1日'), application('2025年9月8日')],
    says: '至2025年9月5日才届满',
  },
  {
    rule: rule('3.18-court-urged-too-short'),
    about: 'on the tenth working day, and the day after it',
    fires: [DECISION, RECEIPT, urging('2025年11月3日'), application('2025年11月17日')],
    not: [DECISION, RECEIPT, urging('2025年11月3日'), application('2025年11月18日')],
    says: '10个工作日至2025年11月17日届满',
  },
  {
    rule: rule('3.18-court-not-urged'),
    about: 'no word of an urging',
    fires: [DECISION, RECEIPT, application('2025年11月18日')],
    not: [DECISION, RECEIPT, application('2025年11月18日', '。经催告仍不履行')],
    says: '没有催告书',
  },
  {
    rule: rule('5.5-surcharge-above-principal'),
    about: 'more than the fine, in figures and in 万元',
    fires: [DECISION, urging('2025年11月3日', '，并缴纳加处罚款共计5.2万元')],
    not: [DECISION, urging('2025年11月3日', '，并缴纳加处罚款50,000元，每日加处罚款1500元')],
    says: '加处罚款52,000元，超过罚款本数50,000元',
  },
  {
    rule: rule('5.5-surcharge-above-principal'),
    about: 'claimed of the court',
    fires: [DECISION, application('2025年11月18日', '，加处罚款陆万元整')],
    not: [DECISION, application('2025年11月18日', '，加处罚款伍万元整')],
    says: '60,000元',
  },
  {
    rule: rule('5.5-surcharge-rate'),
    about: 'five per cent in the urging',
    fires: [DECISION, urging('2025年11月3日', '，每日按罚款数额的百分之五加处罚款')],
    not: [DECISION, urging('2025年11月3日', '，每日按罚款数额的百分之三加处罚款')],
    says: '百分之五',
  },
  {
    rule: rule('5.5-surcharge-during-remedy'),
    about: 'counted on while a suit is pending',
    fires: [DECISION, application('2025年11月18日', '，诉讼期间照常计算加处罚款')],
    not: [DECISION, application('2025年11月18日', '，诉讼期间不计算加处罚款')],
    says: '诉讼期间',
  },
]

testPairs(RULES, PAIRS)

describe('an application to the court', () => {
  it('is no execution by the agency itself', () => {
    const papers = [DECISION, RECEIPT, application('2025年11月18日')]
    expect(EXECUTION_RULES.flatMap((one) => findingsOf(one, papers)).map(({ ruleId }) => ruleId)).toEqual([])
  })

  it('is asked about by itself where the case is registered as an execution', () => {
    const papers = [DECISION, RECEIPT, application('2025年11月18日')]
    const [finding] = findingsOf(rule('3.18-court-not-urged'), papers, { fields: { actionKinds: ['compulsoryExecution'] } })
    expect(finding?.questionId).toBe('3.32')
    expect(findingsOf(rule('3.18-court-not-urged'), papers, { fields: { actionKinds: ['penalty'] } })[0]?.questionId).toBe('3.18')
  })

  it('is not counted where somebody did seek a remedy', () => {
    const papers = [DECISION, RECEIPT, application('2025年8月4日'), paper('other', '行政复议决定书\n维持河西县市场监督管理局的处罚决定。')]
    expect(findingsOf(rule('3.18-court-before-remedies-ended'), papers)).toEqual([])
  })
})
