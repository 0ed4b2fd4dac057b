import { describe, it } from 'vitest'
import * as defence from '../../../../../src/shared/prereview/rules/procedure/defence.ts'
import * as hearing from '../../../../../src/shared/prereview/rules/procedure/hearing.ts'
import * as notice from '../../../../../src/shared/prereview/rules/procedure/notice.ts'
import { adding, changes, expectRule, swap, without, type Change, type RuleCase } from './papers.ts'

/** The same case without a hearing: nobody asked for one. */
const NO_HEARING: Change = changes(
  without('听证申请书', '听证通知书', '听证通知送达回证', '听证笔录', '听证报告', '材料清单'),
  swap('决定书', '并要求听证，本机关于2026年4月28日举行听证', ''),
)

const cases: readonly RuleCase[] = [
  {
    rule: notice.NO_EXACT_AMOUNT,
    change: swap('告知书', '罚款50000元（大写：伍万元整）', '罚款10000元至50000元'),
    says: '没有确定的罚款数额',
  },
  {
    rule: notice.NO_EXACT_AMOUNT,
    change: swap('告知书', '1.罚款50000元（大写：伍万元整）；2.吊销种子生产经营许可证', '处一万元以上五万元以下罚款'),
    says: '一万元以上五万元以下',
  },
  {
    rule: notice.NO_KIND,
    change: swap('告知书', /拟对你公司作出如下行政处罚：.*许可证。/u, '拟对你公司给予行政处罚。'),
    says: '没有写明拟给予的处罚种类',
  },
  { rule: notice.NO_FACTS, change: swap('告知书', /经查，.*为证。\n/u, ''), says: '没有载明违法事实' },
  {
    rule: notice.NO_BASIS,
    change: swap('告知书', /违反了.*第七十五条第一款/u, '违反了有关规定，依据相关法律'),
    says: '没有载明处罚依据的法律条款',
  },
  {
    rule: notice.NO_REASONS,
    change: changes(swap('告知书', /你公司的行为违反.*，拟对/u, '依照《中华人民共和国种子法》第七十五条第一款，拟对')),
    says: '没有载明处罚理由',
  },
  {
    rule: notice.RIGHTS_NOT_TOLD,
    change: swap('告知书', '进行陈述、申辩，可以自收到本告知书之日起五个工作日内', ''),
    says: '没有告知当事人陈述、申辩的权利',
  },
  {
    rule: defence.DECIDED_BEFORE_DEFENCE_ENDED,
    quiet: NO_HEARING,
    change: changes(
      NO_HEARING,
      swap('集体讨论记录', /2026年5月11日/gu, '2026年4月14日'),
      swap('决定书', '局（印章）\n2026年5月12日', '局（印章）\n2026年4月15日'),
    ),
    says: '期限至2026年4月15日届满，2026年4月15日即作出处罚决定',
  },
  {
    rule: defence.DECIDED_BEFORE_DEFENCE_ENDED,
    quiet: changes(NO_HEARING, swap('集体讨论记录', /2026年5月11日/gu, '2026年4月16日')),
    change: changes(NO_HEARING, swap('集体讨论记录', /2026年5月11日/gu, '2026年4月13日')),
    says: '2026年4月13日即集体讨论决定',
  },
  {
    rule: defence.NOTICE_AFTER_DECISION,
    change: swap('告知书送达回证', /2026年4月8日/gu, '2026年5月20日'),
    says: '告知书2026年5月20日才送达',
  },
  {
    rule: defence.NOTICE_NOT_SERVED,
    change: changes(
      without('告知书送达回证'),
      swap('决定书', '于2026年4月8日送达行政处罚事先（听证）告知书，', '依法告知，'),
    ),
    says: '没有行政处罚告知书的送达回证',
  },
  {
    rule: defence.DECISION_WITHOUT_NOTICE,
    change: changes(
      without('告知书', '告知书送达回证', '听证通知书', '听证通知送达回证', '听证笔录'),
      swap('决定书', /本机关于2026年4月8日送达.*采纳。\n/u, ''),
    ),
    says: '案卷中没有行政处罚事先告知书',
  },
  {
    rule: defence.DEFENCE_TIME_SHORT,
    change: swap('告知书', '五个工作日内进行陈述', '二日内进行陈述'),
    says: '期限为2日，规定为3个工作日',
  },
  {
    rule: defence.NO_RECHECK,
    change: changes(without('复核意见'), swap('决定书', '你公司提出数量少、已经召回，经复核不予采纳。', '')),
    says: '2026年4月10日提出陈述、申辩，此后的文书没有复核',
  },
  {
    rule: defence.RECHECK_WITHOUT_REASONS,
    change: swap('复核意见', /经复核，.*不予采纳/u, '不予采纳'),
    says: '没有逐项说明理由',
  },
  {
    rule: defence.HEAVIER_THAN_NOTICE,
    change: swap('决定书', '罚款50000元（大写：伍万元整）', '罚款80000元（大写：捌万元整）'),
    says: '加重30,000元',
  },
  {
    rule: defence.HEAVIER_THAN_NOTICE,
    change: swap('决定书', '2.吊销种子生产经营许可证。', '2.吊销种子生产经营许可证；\n3.没收违法所得1800元。'),
    says: '“没收违法所得”没有在告知书中告知',
  },
  {
    rule: defence.SECOND_NOTICE_HEAVIER,
    change: adding(
      '重新告知书',
      'prior-notice',
      '云溪县农业农村局\n行政处罚事先告知书（重新告知）\n云农罚告〔2026〕8号\n当事人：云溪县丰穗种业有限公司\n经查，你公司于2026年2月10日销售劣种子30袋。违反了《中华人民共和国种子法》第四十八条第一款，依据《中华人民共和国种子法》第七十五条第一款，拟对你公司作出如下行政处罚：1.罚款90000元；2.吊销种子生产经营许可证。\n你公司可以自收到本告知书之日起五个工作日内进行陈述、申辩，要求听证。\n云溪县农业农村局（印章）\n2026年5月4日',
    ),
    says: '重新告知为90,000元',
  },
  {
    rule: hearing.HEARING_NOT_TOLD,
    change: swap('告知书', '，可以自收到本告知书之日起五个工作日内要求听证', ''),
    quiet: (papers) => papers,
    says: '吊销许可证件',
  },
  {
    rule: hearing.HEARING_REFUSED,
    change: adding(
      '答复',
      'hearing-reply',
      '关于听证申请的答复\n云溪县丰穗种业有限公司：\n你公司2026年4月13日提出的听证申请收悉。本案事实清楚，决定不举行听证。\n云溪县农业农村局（印章）\n2026年4月14日',
    ),
    says: '告知书送达后第3个工作日',
  },
  {
    rule: hearing.REQUEST_IGNORED,
    change: without('听证通知书', '听证通知送达回证', '听证笔录', '听证报告'),
    says: '没有听证通知、笔录或者答复',
  },
  {
    rule: hearing.REQUEST_TIME_SHORT,
    change: swap('告知书', '五个工作日内要求听证', '三日内要求听证'),
    says: '期限为3日，法律规定为5个工作日',
  },
  {
    rule: hearing.HEARING_NOTICE_SHORT,
    change: swap('听证通知送达回证', /2026年4月15日/gu, '2026年4月20日'),
    says: '中间6个工作日，不足7个工作日',
  },
  {
    rule: hearing.HEARING_RECORD_UNSIGNED,
    change: swap('听证笔录', '当事人（签名）：蒋立　2026年4月28日', '当事人（签名）：'),
    says: '没有当事人或者其代理人核对签名',
  },
  {
    rule: hearing.RECORD_IGNORED,
    change: changes(
      swap('决定书', '送达行政处罚事先（听证）告知书', '送达行政处罚告知书'),
      swap('决定书', '并要求听证，本机关于2026年4月28日举行听证', ''),
    ),
    says: '没有提及听证情况',
  },
  {
    rule: hearing.DECIDED_BEFORE_HEARING,
    change: swap('决定书', '局（印章）\n2026年5月12日', '局（印章）\n2026年4月24日'),
    says: '决定在听证之前',
  },
]

describe('3.7 to 3.12: notice, defence and hearing', () => {
  it.each(cases.map((one, place) => [one.rule.id, place, one] as const))('%s (%i)', (_, __, one) => {
    expectRule(one)
  })
})
