/** A decision carried out beyond what was decided, and what the decision has that notice, hearing and devices did not. */
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import type { CaseEdit } from '../case.ts'
import type { Story } from '../story.ts'
import { hears, inWorld, printed, type Plant } from './plant.ts'

const URGED_AFTER = 75

/** An order to pull down, the urging, and the decision to do it by force. */
function demolish(edit: CaseEdit, story: Story, { things = '1#、2#', area = '310.50', more = '', basis = '第六十八条' } = {}): void {
  const { agency, party, government, court, days } = story
  const urged = shiftDays(days.decisionServed, URGED_AFTER)
  const remedies = `如不服本决定，可以自收到本决定书之日起六十日内向${government}申请行政复议，也可以自收到本决定书之日起六个月内向${court}提起行政诉讼。`
  edit.swap('decision', 'penalty', /$/u, `责令限期自行拆除1#、2#建筑，面积合计310.50平方米。`)
  edit.add('urging', 'urging-notice', '履行行政决定催告书', [
    ['agency', agency],
    ['title', '履行行政决定催告书'],
    ['addressee', `${party.name}：`],
    ['words', `请${party.you}自收到本催告书之日起十日内拆除1#、2#建筑，逾期将依法强制执行。${party.you}有权进行陈述和申辩。`],
    ['signature', `签收：${party.head} ${printed(story, urged)}`],
    ['issuer', `${agency}（印章）`],
    ['day', printed(story, urged)],
  ])
  edit.add('execution', 'execution-decision', '强制执行决定书', [
    ['agency', agency],
    ['title', '强制执行决定书'],
    ['addressee', `${party.name}：`],
    ['words', `经催告，${party.you}逾期仍未履行。依据《中华人民共和国城乡规划法》${basis}，决定对${things}建筑，面积合计${area}平方米，实施强制拆除。${more}全程录像。`],
    ['remedies', remedies],
    ['issuer', `${agency}（印章）`],
    ['day', printed(story, shiftDays(urged, 25))],
  ])
  edit.dropIfThere('payment', 'closing')
}

const AFTER_URGING = 6

export const CARRYING_OUT_PLANTS: readonly Plant[] = [
  {
    ruleId: '3.18-urging-counted-short',
    papers: (edit, story) => {
      const urged = shiftDays(story.days.decisionServed, URGED_AFTER)
      demolish(edit, story, { more: `催告期限于${printed(story, shiftDays(urged, 10))}届满。` })
    },
  },
  {
    ruleId: '3.18-urging-defence-unanswered',
    papers: (edit, story) => {
      demolish(edit, story)
      edit.add('late-defence', 'defence', '申辩书', [
        ['title', '申辩书'],
        ['words', '催告书已收到，请宽限一个月，由我方自行拆除，请给予答复。'],
        ['signature', `申辩人：${story.party.head}`],
        ['day', printed(story, shiftDays(story.days.decisionServed, URGED_AFTER + AFTER_URGING))],
      ])
    },
  },
  {
    ruleId: '3.18-living-supply-cut',
    papers: (edit, story) => demolish(edit, story, { more: `拆除前三日起${edit.random.pick(['停止供水、供电', '切断燃气供应'])}，促使居住人员搬离。` }),
  },
  {
    ruleId: '3.18-forced-by-unlawful-means',
    papers: (edit, story) => demolish(edit, story, { more: '拆除前采取断路、堵门等方式迫使当事人搬离。' }),
  },
  {
    ruleId: '7.4-executed-beyond-decision',
    papers: (edit, story) => demolish(edit, story, { things: '1#、2#、3#', area: '388.50' }),
  },
  {
    ruleId: '5.4-village-clause-in-town',
    papers: (edit, story) => demolish(edit, story, { basis: '第六十五条' }),
  },
  {
    ruleId: '6.6-charged-by-a-group',
    papers: (edit, story) => {
      demolish(edit, story)
      edit.add('charge', 'other', '关于实施强制拆除的通知', [
        ['issuer', '整治违法建设工作领导小组办公室'],
        ['title', '关于实施强制拆除的通知'],
        ['words', `经领导小组办公室研究，责成${story.agency}对上述建筑实施强制拆除。`],
      ])
    },
  },
  {
    ruleId: '2.6-interested-helper',
    papers: (edit, story) => {
      demolish(edit, story)
      edit.add('report-of-neighbour', 'other', '举报登记表', [
        ['title', '举报登记表'],
        ['who', '举报人：沈国梁，电话：13907301234'],
        ['words', '举报内容：相邻场所违法。'],
      ])
      edit.add('performer', 'other', '代履行协议', [
        ['title', '代履行协议'],
        ['who', '代履行人：顺达工程有限公司，法定代表人：沈国梁，联系电话：13907301234'],
      ])
    },
  },
  {
    ruleId: '4.15-list-sum-wrong',
    papers: (edit, story) => {
      demolish(edit, story)
      edit.add('inventory', 'other', '物品清点登记表', [
        ['title', '物品清点登记表'],
        ['head', '序号\t名称\t单位\t数量'],
        ['row0', '1\t角钢\t捆\t12'],
        ['row1', '2\t木床\t张\t2'],
        ['sum', `\t合计\t\t${edit.random.pick(['16', '13'])}件`],
        ['signed', `当事人（签名）：${story.party.head}`],
      ])
    },
  },
  {
    ruleId: '4.15-inventory-unsigned',
    papers: (edit, story) => {
      demolish(edit, story)
      edit.add('inventory', 'other', '物品清点登记表', [
        ['title', '物品清点登记表'],
        ['row', '1\t角钢\t捆\t12'],
        ['signed', '被清点人（签名）：'],
        ['witness', '见证人（签名）：'],
      ])
    },
  },
  {
    ruleId: '3.12-evidence-after-hearing',
    fits: hears,
    papers: (edit, story) => {
      const day = printed(story, shiftDays(story.days.heard, 1))
      edit.add('late-answer', 'other', '关于核实有关情况的复函', [
        ['title', '关于核实有关情况的复函'],
        ['words', `${story.agency}：来函收悉，经核实，有关凭证不是我单位出具。`],
        ['issuer', '安河县诚达检测有限公司（印章）'],
        ['day', day],
      ])
      edit.swap('decision', 'facts', /。$/u, `；另据安河县诚达检测有限公司${day}复函，有关凭证系伪造。`)
    },
  },
  {
    ruleId: '3.7-another-act-than-told',
    papers: (edit) => {
      edit.swap('notice', 'penalty', /$/u, '并拟吊销经营许可证。')
      edit.swap('decision', 'penalty', /$/u, '决定撤销经营许可证。')
    },
  },
  {
    ruleId: '4.10-device-record-differs',
    fits: inWorld('ecology'),
    papers: (edit, story) => {
      const [earlier, found] = [shiftDays(story.days.inspected, -40), shiftDays(story.days.inspected, -12)]
      edit.swap('inspection', 'facts', /$/u, `控制器运行记录末条记录为“${earlier} 08:12 主电源断开，停机”。`)
      edit.swap('decision', 'facts', /。$/u, `；${printed(story, found)}断开在线监测设备电源。`)
    },
  },
  {
    ruleId: '5.1-clause-names-no-penalty',
    papers: (edit) =>
      void edit.swap('decision', 'penalty', /$/u, '另依据《中华人民共和国行政许可法》第七十九条，处罚款2,000元。'),
  },
  {
    ruleId: '5.9-above-the-fitting-step',
    papers: (edit) =>
      void edit.insert('report', 'circumstances', '第5项\t较轻：初次违法且在限期内改正的，处1000元以上2000元以下；一般：逾期改正的，处2000元以上4000元以下\t初次违法，检查当日改正\t罚款3,000元'),
  },
]
