import { describe, it } from 'vitest'
import * as ways from '../../../../../src/shared/prereview/rules/documents/service-ways.ts'
import * as service from '../../../../../src/shared/prereview/rules/documents/service.ts'
import { adding, changes, expectRule, swap, without, type RuleCase } from '../procedure/papers.ts'

const SIGNED = '收件人（签名）：蒋立　2026年5月14日'
const receipt = (instead: string) => swap('决定书送达回证', SIGNED, instead)
const announcement = (days: string, why: string) =>
  adding(
    '公告',
    'service-announcement',
    `送达公告\n云溪县丰穗种业有限公司：\n${why}现依法公告送达行政处罚决定书。自发布之日起经过${days}日，即视为送达。请到云溪县农业农村局领取决定书，逾期不领取的视为送达。\n云溪县农业农村局\n2026年5月20日`,
  )

const cases: readonly RuleCase[] = [
  { rule: service.WRONG_RECIPIENT, change: receipt('收件人（签名）：陆鸣（邻居）代收　2026年5月14日'), says: '邻居' },
  {
    rule: service.WRONG_RECIPIENT,
    change: receipt('收件人（签名）：小区保安代收　2026年5月14日'),
    quiet: receipt('收件人（签名）：同住成年家属蒋母代收　2026年5月14日'),
    says: '保安',
  },
  {
    rule: service.WRONG_RECIPIENT,
    change: receipt('收件人（签名）：蒋小宝（蒋立儿子，12岁）　2026年5月14日'),
    says: '12岁',
  },
  {
    rule: service.PROXY_UNEXPLAINED,
    change: receipt('代收人：陆鸣　2026年5月14日'),
    quiet: receipt('代收人：陆鸣（公司会计）　2026年5月14日'),
    says: '没有写明代收人与受送达人的关系',
  },
  {
    rule: service.SERVED_LATE,
    change: swap('决定书送达回证', /2026年5月14日/gu, '2026年5月25日'),
    says: '历时9个工作日，超过7个工作日',
  },
  {
    rule: service.REFUSED_WITHOUT_WITNESS,
    change: receipt('备注：受送达人拒绝签收，留置送达。2026年5月14日'),
    quiet: receipt('备注：受送达人拒绝签收，留置送达，见证人：城南社区陆鸣。2026年5月14日'),
    says: '没有见证人签名',
  },
  { rule: service.RECEIPT_UNSIGNED, change: receipt('收件人（签名）：'), says: '没有受送达人签名' },
  {
    rule: service.AGENT_WITHOUT_POWER,
    change: receipt('收件人：陆鸣（委托代理人）　2026年5月14日'),
    says: '没有授权委托书',
  },
  {
    rule: ways.ELECTRONIC_UNCONFIRMED,
    change: swap('决定书送达回证', '直接送达', '微信送达'),
    quiet: changes(
      swap('决定书送达回证', '直接送达', '微信送达'),
      adding('确认书', 'other', '送达地址确认书\n本人同意以微信方式送达。\n蒋立　2026年3月5日'),
    ),
    says: '没有当事人同意',
  },
  {
    rule: ways.ANNOUNCED_TOO_SHORT,
    quiet: announcement('六十', '因你公司下落不明，'),
    change: announcement('十五', '因你公司下落不明，'),
    says: '15日后视为送达，规定为60日',
  },
  {
    rule: ways.ANNOUNCED_AT_ONCE,
    quiet: announcement('六十', '因你公司下落不明，'),
    change: announcement('六十', ''),
    says: '没有受送达人下落不明',
  },
  {
    rule: ways.ANNOUNCED_AT_ONCE,
    quiet: changes(announcement('六十', ''), adding('说明', 'other', '送达情况说明\n邮寄决定书的邮件因查无此人被退回。')),
    change: changes(announcement('六十', ''), adding('说明', 'other', '情况说明\n剩余种子已由供货商退回处理。')),
    says: '没有受送达人下落不明',
  },
  {
    rule: service.SIGNED_ANOTHER_DAY,
    change: receipt('收件人（签名）：蒋立　2026年5月18日'),
    says: '签收日期为2026年5月18日',
  },
  {
    rule: service.SERVED_LATE,
    change: changes(without('公示表'), swap('决定书送达回证', /2026年5月14日/gu, '2026年6月2日')),
    says: '2026年6月2日送达',
  },
]

describe('7.9: service', () => {
  it.each(cases.map((one, place) => [one.rule.id, place, one] as const))('%s (%i)', (_, __, one) => {
    expectRule(one)
  })
})
