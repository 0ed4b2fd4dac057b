import { describe, expect, it } from 'vitest'
import * as discussion from '../../../../../src/shared/prereview/rules/procedure/discussion.ts'
import * as execution from '../../../../../src/shared/prereview/rules/procedure/execution.ts'
import * as review from '../../../../../src/shared/prereview/rules/procedure/review.ts'
import * as limits from '../../../../../src/shared/prereview/rules/procedure/time-limits.ts'
import { EXECUTION_CASE, INSPECTION_CASE, LICENCE_CASE, SEED_CASE } from './invented-cases.ts'
import { adding, changes, expectRule, found, swap, without, type Change, type RuleCase } from './papers.ts'

const WITHOUT_HEARING: Change = without('听证申请书', '听证通知书', '听证通知送达回证', '听证笔录', '听证报告')

const cases: readonly RuleCase[] = [
  { rule: review.REVIEW_MISSING, change: without('法制审核意见书'), says: '案卷中没有法制审核意见' },
  {
    rule: review.REVIEW_AFTER_DECISION,
    change: swap('法制审核意见书', '2026年5月8日', '2026年5月20日'),
    says: '先决定后审核',
  },
  {
    rule: review.REVIEW_BEFORE_HEARING,
    change: swap('法制审核意见书', '2026年5月8日', '2026年4月20日'),
    says: '听证在2026年4月28日',
  },
  {
    rule: review.NOT_PASSED_BUT_DECIDED,
    change: swap(
      '法制审核意见书',
      '同意按送审意见作出决定。',
      '处罚幅度不当，不同意按送审意见作出决定，请纠正后重新送审。',
    ),
    says: '2026年5月12日仍作出决定',
  },
  {
    rule: review.CHANGED_AFTER_REVIEW,
    change: swap('法制审核意见书', '罚款50000元', '罚款40000元'),
    says: '送审的罚款为40,000元，决定为50,000元',
  },
  {
    rule: review.HEAVY_WITHOUT_REVIEW,
    quiet: WITHOUT_HEARING,
    change: changes(WITHOUT_HEARING, without('法制审核意见书')),
    says: '吊销许可证件',
  },
  { rule: discussion.DISCUSSION_MISSING, change: without('集体讨论记录'), says: '没有负责人集体讨论' },
  {
    rule: discussion.TOO_FEW_HEADS,
    change: swap('集体讨论记录', '方圆（副局长）、何林（副局长）', '方圆（法规股股长）、何林（办案人员）'),
    says: '负责人为1名',
  },
  {
    rule: discussion.NO_VIEWS,
    change: swap('集体讨论记录', /方圆：[\s\S]*吊销许可证。\n讨论/u, '讨论'),
    says: '只有结论',
  },
  { rule: discussion.CIRCULATED, change: swap('集体讨论记录', '讨论时间', '讨论方式：传签\n讨论时间'), says: '传签' },
  {
    rule: discussion.DISCUSSED_BEFORE_REVIEW,
    change: swap('集体讨论记录', /2026年5月11日/gu, '2026年5月6日'),
    says: '讨论决定在审核之前',
  },
  {
    rule: discussion.CHAIRED_BY_HANDLER,
    change: swap('集体讨论记录', '主持人：许可（局长）', '主持人：秦岭（承办人）'),
    says: '由秦岭（承办人）主持',
  },
  {
    rule: limits.CASE_OVERDUE,
    change: changes(
      swap('决定书', '局（印章）\n2026年5月12日', '局（印章）\n2026年8月12日'),
      swap('决定书送达回证', /2026年5月14日/gu, '2026年8月13日'),
    ),
    says: '2026年8月12日作出决定，共160日',
  },
  {
    rule: limits.CASE_OVERDUE,
    quiet: swap('决定书', '局（印章）\n2026年5月12日', '局（印章）\n2026年7月2日'),
    change: changes(
      WITHOUT_HEARING,
      without('抽样记录', '检验报告'),
      swap('决定书', '局（印章）\n2026年5月12日', '局（印章）\n2026年7月2日'),
    ),
    says: '法定期限90日',
  },
  {
    rule: limits.EXTENDED_TOO_LATE,
    quiet: adding('延期审批', 'period-extension', '延长办案期限审批表\n同意延长三十日。许可\n2026年6月1日'),
    change: adding('延期审批', 'period-extension', '延长办案期限审批表\n同意延长三十日。许可\n2026年7月20日'),
    says: '延长审批为2026年7月20日',
  },
  {
    rule: limits.REVIEW_TIME_EXCLUDED,
    change: adding('说明', 'explanation', '办案期限说明\n法制审核期间十日不计入办案期限。\n2026年5月12日'),
    says: '不计入办案期限',
  },
  {
    rule: limits.LICENCE_LATE,
    papers: LICENCE_CASE,
    change: swap('许可决定', '2026年4月8日', '2026年4月17日'),
    says: '超过20个工作日',
  },
  {
    rule: limits.CORRECTION_LATE,
    papers: LICENCE_CASE,
    change: swap('补正告知书', '2026年3月6日', '2026年3月12日'),
    says: '历时8个工作日',
  },
  {
    rule: execution.NO_URGING,
    papers: EXECUTION_CASE,
    change: changes(without('催告书'), swap('强制执行决定书', '经催告，', '')),
    says: '没有催告书',
  },
  {
    rule: execution.URGING_NOT_EXPIRED,
    papers: EXECUTION_CASE,
    change: swap('强制执行决定书', '2026年6月18日', '2026年6月10日'),
    says: '期限至2026年6月15日届满',
  },
  {
    rule: execution.NIGHT_OR_HOLIDAY,
    papers: EXECUTION_CASE,
    change: swap('强制执行决定书', '2026年6月24日9时', '2026年6月24日23时'),
    says: '夜间',
  },
  {
    rule: execution.NIGHT_OR_HOLIDAY,
    papers: EXECUTION_CASE,
    change: swap('强制执行决定书', '2026年6月24日9时', '2026年6月20日9时'),
    says: '端午节',
  },
  { rule: execution.INSPECTION_UNPLANNED, papers: INSPECTION_CASE, change: without('检查计划'), says: '没有检查计划' },
  {
    rule: execution.INSPECTION_RESULT_NOT_TOLD,
    papers: INSPECTION_CASE,
    change: swap('现场检查记录', '检查结果：未发现问题，已当场告知被检查单位。', '检查了加油区和卸油区。'),
    says: '没有检查结果',
  },
  {
    rule: execution.NO_VIDEO,
    change: changes(
      without('音像记录目录'),
      swap('强制措施现场笔录', '，全程录像', ''),
      swap('现场检查笔录', '检查全程录像。', ''),
    ),
    says: '没有音像资料',
  },
  {
    rule: execution.RECORDING_UNUSABLE,
    change: swap('音像记录目录', '扣押现场录像', '扣押现场录像文件已损坏'),
    says: '已损坏',
  },
]

describe('3.13 to 3.21: review, discussion, time limits, execution, inspection, recording', () => {
  it.each(cases.map((one, place) => [one.rule.id, place, one] as const))('%s (%i)', (_, __, one) => {
    expectRule(one)
  })
})

describe('the limit of the case', () => {
  it('leaves out a hearing and a test only where the rule of the field says so', () => {
    const late = changes(
      without('抽样记录', '检验报告'),
      swap('决定书', '局（印章）\n2026年5月12日', '局（印章）\n2026年6月12日'),
    )(SEED_CASE)
    expect(found([limits.CASE_OVERDUE], late, { sector: 'agriculture' })).toEqual([])
    const [transport] = found([limits.CASE_OVERDUE], late, { sector: 'transport' })
    expect(transport?.answer).toBe('no')
    const unknown = swap('决定书', /云溪县农业农村局/gu, '云溪县水务局')(late)
    const [asked] = found(
      [limits.CASE_OVERDUE],
      Object.fromEntries(
        Object.entries(unknown).map(([name, paper]) => [
          name,
          { ...paper, text: paper.text.replaceAll('云溪县农业农村局', '云溪县水务局') },
        ]),
      ),
    )
    expect(asked?.answer).toBe('cannotTell')
  })
})
