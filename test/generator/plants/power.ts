/** Heading 6: the power to act (权限). */
import { inWorld, isTrader, printed, type Plant } from './plant.ts'

import { misciting } from './citing.ts'

export const POWER_PLANTS: readonly Plant[] = [
  {
    ruleId: '6.1-place-outside-area',
    fits: ({ world }) => world.level === 'county',
    papers: (edit, story) =>
      void edit
        .swap('filing', 'address', /$/u, `\n违法行为发生地：${story.place.city}木樨县城关镇人民路3号`)
        .swap('inspection', 'place', story.actPlace, `${story.place.city}木樨县城关镇人民路3号`),
  },
  {
    ruleId: '6.9-record-made-elsewhere',
    fits: ({ world }) => world.level === 'county',
    papers: (edit, story) => void edit.swap('inquiry', 'place', /([：\t]).*$/u, `$1${story.place.city}木樨县人民路3号`),
  },
  {
    ruleId: '6.2-below-county',
    papers: (edit, story) => void edit.swapAll(story.agency, `${story.area}白沙镇人民政府`),
  },
  {
    ruleId: '6.2-level-too-low',
    fits: ({ world }) => world.level === 'county',
    papers: (edit, story) =>
      misciting(edit, story, `${story.offence.basis}“由设区的市级以上人民政府主管部门处罚款”`, ['decision']),
  },
  {
    ruleId: '6.4-conflict-without-paper',
    papers: (edit, { area }) => void edit.insert('report', 'circumstances', `${area}城市管理局也已对当事人立案。`),
  },
  {
    ruleId: '6.4-designation-missing',
    papers: (edit, story) =>
      void edit.insert('filing', 'facts', `经${story.place.city}${story.world.office}指定我局管辖，建议立案。`),
  },
  {
    ruleId: '6.10-others-matter-not-transferred',
    papers: (edit, { area }) =>
      void edit.insert('report', 'circumstances', `当事人的消防通道被堵塞，应由${area}消防救援大队处理。`),
  },
  {
    ruleId: '6.3-another-branch',
    fits: ({ world }) => world.sector !== 'market-regulation',
    papers: (edit, story) =>
      misciting(edit, story, '《中华人民共和国产品质量法》第四十九条“由市场监督管理部门责令停止销售”', ['decision']),
  },
  {
    ruleId: '6.5-detention-by-others',
    papers: (edit, { party }) => void edit.swap('decision', 'penalty', /。$/u, `；对${party.head}处行政拘留五日。`),
  },
  {
    ruleId: '6.5-revoked-by-another-organ',
    fits: (story) => isTrader(story) || story.world.id === 'medical',
    papers: (edit, { place }) => {
      edit.swap('decision', 'penalty', /。$/u, '；吊销经营许可证。')
      edit.add('licence', 'identity-papers', '经营许可证复印件', [
        ['title', '经营许可证（复印件）'],
        ['issuer', `发证机关：${place.city}商务局`],
        ['signed', '与原件核对无误。提供人签名：陆一鸣'],
        ['checked', '核对人：见卷内笔录'],
      ])
    },
  },
  {
    ruleId: '6.6-closure-without-approval',
    fits: inWorld('ecology'),
    papers: (edit) => void edit.swap('decision', 'penalty', /。$/u, '；责令停业、关闭。'),
  },
  {
    ruleId: '6.6-accident-report-unapproved',
    fits: inWorld('training'),
    papers: (edit, story) =>
      void edit.add('accident', 'other', '事故调查报告', [
        ['title', '一般机械伤害事故调查报告'],
        [
          'words',
          `${story.party.name}车间发生一起机械伤害事故，造成一人受伤。事故的间接原因是对从业人员未进行安全生产教育和培训，建议由应急管理局依法处罚。`,
        ],
        ['group', '事故调查组'],
        ['day', printed(story, story.days.concluded)],
      ]),
  },
  {
    ruleId: '6.7-power-moved-on',
    papers: (edit, story) =>
      void edit.insert(
        'explanation',
        'filed',
        `该项处罚权已于${Number(story.year) - 1}年12月划转至${story.area}综合行政执法局。`,
      ),
  },
  {
    ruleId: '6.8-executed-without-power',
    papers: (edit, story) =>
      void edit.add('execution', 'execution-decision', '强制执行决定书', [
        ['agency', story.agency],
        ['title', '强制执行决定书'],
        [
          'words',
          `因${story.party.you}逾期不缴纳罚款，本机关决定强制划拨${story.party.you}银行存款${story.offence.fine}元。`,
        ],
        ['issuer', `${story.agency}（印章）`],
        ['day', printed(story, story.days.closed)],
      ]),
  },
]
