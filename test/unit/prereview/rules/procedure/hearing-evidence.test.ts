/** 3.12 what was brought to a hearing and what its report advised. */
import { HEARING_EVIDENCE_RULES } from '../../../../../src/shared/prereview/rules/procedure/hearing-evidence.ts'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { decision, paper, testPairs, type Pair } from '../pairs.ts'

function rule(id: string): PrereviewRule {
  const found = HEARING_EVIDENCE_RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const record = (said: string) =>
  paper('hearing-record', `听证笔录\n时间：2026年4月28日9时至10时\n主持人：孙莉\n案件调查人员：周立、吴敏\n${said}\n何平：请求从轻。\n当事人（签名）：何平`)
const report = (advice: string) => paper('hearing-report', `听证报告\n听证于2026年4月28日举行。\n主持人意见：${advice}\n孙莉\n2026年4月29日`)
const says = (words: string) => decision({ more: words })
const DENIES = '本局举行了听证，当事人未提出新的事实和证据。'

const PAIRS: readonly Pair[] = [
  {
    rule: rule('3.12-evidence-denied'),
    about: 'the party’s receipts are said not to be there',
    fires: [record('何平：现提交进货单三张，证明其中8盒已退货。'), says(DENIES)],
    not: [record('何平：现提交进货单三张，证明其中8盒已退货。'), says('听证中当事人提交进货单三张，经核实与供货商记录一致，予以采信。')],
    says: '现提交进货单',
  },
  {
    rule: rule('3.12-evidence-denied'),
    about: 'the investigators show their own',
    fires: [record('代理人：当庭出示录像一份。'), says(DENIES)],
    not: [record('周立：当庭出示现场检查笔录和照片。'), says(DENIES)],
    says: '当庭出示录像',
  },
  {
    rule: rule('3.12-report-not-followed'),
    about: 'asked to be verified, and nobody did',
    fires: [record('何平：有8盒是退货。'), report('建议向供货商核实后再提请讨论。'), decision()],
    not: [
      record('何平：有8盒是退货。'),
      report('建议向供货商核实后再提请讨论。'),
      paper('inquiry-record', '询问笔录\n时间：2026年5月2日9时至10时\n问：有没有退货？\n答：有8盒。\n2026年5月2日'),
      decision(),
    ],
    says: '建议向供货商核实',
  },
  {
    rule: rule('3.12-report-not-followed'),
    about: 'advice to follow the proposal needs nothing',
    fires: [record('何平：请求从轻。'), report('建议对当事人从轻处罚。'), decision()],
    not: [record('何平：请求从轻。'), report('建议维持办案机构的处理意见。'), decision()],
    says: '从轻处罚',
  },
  {
    rule: rule('3.9-evidence-denied'),
    about: 'a repair slip that nobody saw',
    fires: [paper('defence', '陈述申辩书\n冷柜当日损坏，附维修单一份。\n何平\n2026年4月22日'), paper('recheck-opinion', '复核意见\n当事人未提供证据，不予采纳。')],
    not: [paper('defence', '陈述申辩书\n冷柜当日损坏，附维修单一份。\n何平\n2026年4月22日'), paper('recheck-opinion', '复核意见\n维修单属实，但不能证明食品未过期，不予采纳。')],
    says: '附维修单',
  },
]

testPairs(HEARING_EVIDENCE_RULES, PAIRS)
