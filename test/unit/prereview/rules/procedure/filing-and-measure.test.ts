import { describe, it } from 'vitest'
import * as filing from '../../../../../src/shared/prereview/rules/procedure/filing.ts'
import * as term from '../../../../../src/shared/prereview/rules/procedure/measure-term.ts'
import * as measure from '../../../../../src/shared/prereview/rules/procedure/measure.ts'
import { adding, changes, expectRule, swap, without, type RuleCase } from './papers.ts'

const cases: readonly RuleCase[] = [
  {
    rule: filing.INQUIRY_BEFORE_FILING,
    change: swap('询问笔录', '询问时间：2026年3月9日', '询问时间：2026年3月4日'),
    says: '询问时间为2026年3月4日，立案批准时间为2026年3月5日',
  },
  {
    rule: filing.FILING_LATE,
    change: swap('线索登记表', /2026年3月2日/gu, '2026年2月9日'),
    says: '14个工作日，超过7个工作日',
  },
  {
    rule: filing.FILED_AFTER_NOTICE,
    change: swap('立案审批表', '2026年3月5日', '2026年4月20日'),
    says: '立案审批为2026年4月20日',
  },
  {
    rule: filing.FILING_UNAPPROVED,
    change: swap('立案审批表', '同意立案。　许可　2026年3月5日', '　　年　月　日'),
    says: '没有行政机关负责人同意立案',
  },
  {
    rule: filing.PRESERVATION_OVERDUE,
    change: swap('先行登记保存处理', '2026年3月10日', '2026年3月20日'),
    says: '2026年3月20日才作出处理（第11个工作日）',
  },
  {
    rule: filing.PRESERVATION_UNAPPROVED,
    change: swap('先行登记保存', '经本机关负责人批准，', ''),
    says: '没有行政机关负责人批准',
  },
  {
    rule: measure.URGENT_REPORT_LATE,
    quiet: swap(
      '强制措施审批表',
      /行政强制措施审批表[\s\S]*/u,
      '行政强制措施（当场实施）补办审批表\n实施时间：2026年3月5日10时00分\n报告时间：2026年3月6日9时30分\n负责人意见：同意补办。　许可　2026年3月6日9时50分',
    ),
    change: swap(
      '强制措施审批表',
      /行政强制措施审批表[\s\S]*/u,
      '行政强制措施（当场实施）补办审批表\n实施时间：2026年3月5日10时00分\n报告时间：2026年3月6日10时20分\n负责人意见：同意补办。　许可　2026年3月6日10时50分',
    ),
    says: '间隔24小时20分，超过24小时',
  },
  {
    rule: measure.APPROVED_AFTER_MEASURE,
    change: swap('强制措施审批表', '2026年3月5日9时00分', '2026年3月6日9时00分'),
    says: '2026年3月6日09:00才经批准',
  },
  {
    rule: measure.MEASURE_UNAPPROVED,
    change: changes(without('强制措施审批表', '延长扣押期限决定书')),
    says: '没有行政机关负责人批准实施',
  },
  {
    rule: measure.ABSENT_WITHOUT_WITNESS,
    quiet: swap('强制措施现场笔录', '当事人到场', '当事人蒋立未到场，邀请城南社区工作人员陆一到场见证'),
    change: swap('强制措施现场笔录', '当事人到场', '当事人蒋立未到场'),
    says: '没有邀请见证人',
  },
  {
    rule: measure.REASONS_NOT_TOLD,
    change: swap('强制措施现场笔录', '，告知陈述、申辩的权利和申请行政复议、提起行政诉讼的途径', ''),
    says: '没有记载告知当事人依法享有的陈述、申辩权利',
  },
  {
    rule: measure.RECORD_UNSIGNED,
    change: swap('强制措施现场笔录', '当事人（签名）：蒋立　2026年3月5日', '当事人（签名）：'),
    says: '没有当事人或者见证人签名',
  },
  {
    rule: measure.DECISION_DELIVERED_LATER,
    change: swap('扣押决定书', '签收：蒋立　2026年3月5日', '签收：蒋立　2026年3月9日'),
    says: '决定书2026年3月9日才送达',
  },
  {
    rule: term.SEIZURE_OVERDUE,
    quiet: swap('解除扣押决定书', '2026年4月28日\n', '2026年5月15日\n'),
    change: swap('解除扣押决定书', '2026年4月28日\n', '2026年5月25日\n'),
    says: '期限30日＋延长30日＋检验15日',
  },
  {
    rule: term.SEIZURE_OVERDUE,
    change: changes(without('检验期间告知书', '延长扣押期限决定书')),
    says: '至2026年4月4日届满',
  },
  {
    rule: term.NO_RELEASE,
    change: without('解除扣押决定书', '延长扣押期限决定书', '检验期间告知书'),
    says: '没有解除或者处理决定',
  },
  {
    rule: term.EXTENDED_AFTER_EXPIRY,
    change: changes(
      without('检验期间告知书'),
      swap('延长扣押期限决定书', '局（印章）\n2026年4月2日', '局（印章）\n2026年4月9日'),
    ),
    quiet: without('检验期间告知书'),
    says: '延长期限决定书的日期为2026年4月9日',
  },
  {
    rule: term.EXTENSION_WITHOUT_REASON,
    change: swap('延长扣押期限决定书', '因案情复杂，经本机关负责人批准，', ''),
    says: '没有说明延长的理由',
  },
  {
    rule: term.STATED_TERM_TOO_LONG,
    quiet: without('检验期间告知书'),
    change: changes(without('检验期间告知书'), swap('扣押决定书', '期限三十日', '期限六十日')),
    says: '期限为60日，法定最长为30日',
  },
  {
    rule: term.TESTING_NOT_TOLD,
    quiet: without('延长扣押期限决定书'),
    change: without('检验期间告知书', '延长扣押期限决定书'),
    says: '没有写明其期间并书面告知当事人',
  },
  {
    rule: filing.INQUIRY_BEFORE_FILING,
    change: adding('又一询问笔录', 'inquiry-record', '询问笔录\n时间：2026年3月3日15时00分至16时00分\n被询问人：蒋立'),
    says: '2026年3月3日',
  },
]

describe('3.2 to 3.6: filing, preservation and seizure', () => {
  it.each(cases.map((one, place) => [one.rule.id, place, one] as const))('%s (%i)', (_, __, one) => {
    expectRule(one)
  })
})
