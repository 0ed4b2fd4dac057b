/** Heading 3, second half: the defence, the hearing, the review, the discussion, the periods. */
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { fineWords } from '../wording.ts'
import { defends, hears, printed, seizes, tests, withDays, type Plant } from './plant.ts'

const EARLY = withDays((days, later) => {
  const from = days.noticeServed
  return {
    defended: later(from, 1),
    rechecked: later(from, 1),
    submitted: later(from, 1),
    reviewed: later(from, 2),
    discussed: later(from, 2),
    decided: later(from, 3),
    decisionServed: later(from, 4),
    published: later(from, 5),
  }
})

const NO_HEARING = ({ course }: { course: { hearing: boolean } }): boolean => !course.hearing

export const CLOSING_PLANTS: readonly Plant[] = [
  {
    ruleId: '3.1-on-the-spot-too-heavy',
    papers: (edit) => void edit.swap('decision', 'title', '行政处罚决定书', '当场行政处罚决定书'),
  },
  {
    ruleId: '3.1-on-the-spot-without-ground',
    fits: tests,
    papers: (edit) =>
      void edit
        .swap('decision', 'title', '行政处罚决定书', '当场行政处罚决定书')
        .insert('inquiry', 'answer2', '问：对检验结果有什么意见？\n答：我对检验结果有异议。'),
  },
  { ruleId: '3.8-before-defence-ended', fits: (story) => NO_HEARING(story) && defends(story), story: EARLY },
  {
    ruleId: '3.8-notice-after-decision',
    papers: (edit, story) => {
      const late = printed(story, shiftDays(story.days.decided, 3))
      edit
        .swap('notice-receipt', 'time', printed(story, story.days.noticeServed), late)
        .swap('notice-receipt', 'signature', printed(story, story.days.noticeServed), late)
    },
  },
  {
    ruleId: '3.8-notice-not-served',
    fits: NO_HEARING,
    papers: (edit, story) => {
      edit
        .drop('notice-receipt')
        .swap('explanation', 'filed', /，于[^，]*送达告知书/u, '')
        .swap('decision', 'defence', /本机关于[^，]*向[^，]*送达(《[^》]*》)，/u, '本机关作出$1，')
      if (edit.has('defence')) edit.swap('defence', 'words', /已收到告知书，|对告知的事实/u, '')
      else edit.drop('waiver')
      edit.cut('recordings', story.course.seizure ? 'row2' : 'row1')
    },
  },
  {
    ruleId: '3.8-decision-without-notice',
    fits: (story) => NO_HEARING(story),
    papers: (edit) => {
      edit
        .drop('notice', 'notice-receipt', 'explanation', 'recordings')
        .dropIfThere('defence', 'recheck', 'waiver')
        .cut('decision', 'defence')
      for (const id of ['minutes', 'review', 'report', 'discretion'])
        edit.swapOptional(id, /按告知[^，。]*/gu, '按拟处罚内容')
    },
  },
  {
    ruleId: '3.8-defence-time-short',
    fits: ({ world }) => ['market-regulation', 'housing-construction', 'agriculture'].includes(world.sector),
    papers: (edit) =>
      void edit.swap('notice', 'rights', /(?:五|5)个工作日/u, edit.random.pick(['一日', '二日', '2日'])),
  },
  {
    ruleId: '3.9-no-recheck',
    fits: (story) => defends(story),
    papers: (edit) => void edit.drop('recheck').swap('decision', 'defence', /(?<=。|，)[^。]*提出已经改正.*$/u, ''),
  },
  {
    ruleId: '3.9-recheck-without-reasons',
    fits: defends,
    papers: (edit) =>
      void edit.set('recheck', 'answer', edit.random.pick(['对当事人的意见不予采纳。', '当事人的申辩意见不采纳。'])),
  },
  {
    ruleId: '3.10-heavier-than-notice',
    about: 'a higher fine',
    papers: (edit, { offence: { fine } }) => {
      const more = Math.round(fine * 1.15)
      for (const id of ['decision', 'minutes', 'review', 'payment'])
        edit.swapOptional(id, new RegExp(`罚款${fine}元（大写：[^）]*）`, 'gu'), fineWords(more))
    },
  },
  {
    ruleId: '3.10-heavier-than-notice',
    about: 'another kind',
    fits: ({ offence }) => !offence.warning,
    papers: (edit) => void edit.swap('decision', 'penalty', /。$/u, '；暂扣许可证三个月。'),
  },
  {
    ruleId: '3.10-second-notice-heavier',
    fits: defends,
    papers: (edit, story) => {
      const { offence } = story
      const day = printed(story, story.days.rechecked)
      edit.add(
        'second-notice',
        'prior-notice',
        '行政处罚重新告知书',
        edit.paper('notice').lines.map(({ slot, text }) => {
          const swapped =
            slot === 'title'
              ? '行政处罚重新告知书'
              : slot === 'number'
                ? text.replace(/\d+号/u, '97号')
                : slot === 'day'
                  ? day
                  : text.replace(/罚款\d+元（大写：[^）]*）/u, fineWords(Math.round(offence.fine * 1.3)))
          return [slot, swapped] as const
        }),
      )
    },
  },
  {
    ruleId: '3.12-hearing-refused',
    fits: hears,
    papers: (edit, story) => {
      edit.drop('hearing-notice', 'hearing-receipt', 'hearing', 'hearing-report')
      edit.add('reply', 'hearing-reply', '关于听证申请的答复', [
        ['title', '关于听证申请的答复'],
        ['addressee', `${story.party.name}：`],
        [
          'words',
          `${story.party.you}${printed(story, story.days.hearingAsked)}提出的听证申请收悉。经研究，本案事实清楚，决定不予举行听证。`,
        ],
        ['issuer', `${story.agency}（印章）`],
        ['day', printed(story, story.days.hearingNoticed)],
      ])
      edit.swap('decision', 'defence', /并要求听证，本机关于[^。]*举行听证。/u, '')
    },
  },
  {
    ruleId: '3.12-request-ignored',
    fits: hears,
    papers: (edit) => {
      edit.drop('hearing-notice', 'hearing-receipt', 'hearing', 'hearing-report')
      edit.swap('decision', 'defence', /并要求听证，本机关于[^。]*举行听证。/u, '').cut('recordings', 'row2')
    },
  },
  {
    ruleId: '3.12-request-time-short',
    fits: hears,
    papers: (edit) =>
      void edit.swap(
        'notice',
        'rights',
        /(?:五|5)个工作日(?=内要求听证|内提出)/u,
        edit.random.pick(['三日', '3日', '三个工作日']),
      ),
  },
  {
    ruleId: '3.12-notice-short',
    fits: hears,
    story: withDays((days, later) => ({ hearingNoticed: later(days.hearingNoticed, 5) })),
  },
  {
    ruleId: '3.12-record-unsigned',
    fits: hears,
    papers: (edit) => void edit.set('hearing', 'signature', '当事人（签名）：'),
  },
  {
    ruleId: '3.12-record-ignored',
    fits: hears,
    papers: (edit) =>
      void edit
        .swap('decision', 'defence', /，?并要求听证，本机关于[^。]*举行听证/u, '')
        .swap('decision', 'defence', '（听证）', ''),
  },
  {
    ruleId: '3.9-evidence-denied',
    fits: defends,
    papers: (edit) => {
      edit.insert('defence', 'words', edit.random.pick(['附维修单一份。', '现提交进货发票两张。', '并提交情况说明一份。']))
      edit.insert('decision', 'defence', edit.random.pick(['当事人没有提供证据。', '当事人未提交相关证据材料。']))
    },
  },
  {
    ruleId: '3.12-evidence-denied',
    fits: hears,
    papers: (edit) => {
      const brought = edit.random.pick(['现当庭提交进货单三张、付款记录一份，请核实', '当场提交检测报告一份', '另提交证人证言二份'])
      edit.set('hearing', 'defence', `当事人：${brought}。`)
      edit.insert('decision', 'defence', edit.random.pick(['听证中当事人未提出新的事实和证据。', '当事人在听证中没有提交任何证据。']))
    },
  },
  {
    ruleId: '3.12-report-not-followed',
    fits: hears,
    papers: (edit) =>
      void edit.set('hearing-report', 'opinion', `主持人意见：建议${edit.random.pick(['向供货单位核实后再提请集体讨论', '补充调查当事人提出的情况', '重新核算货值'])}。`),
  },
  {
    ruleId: '3.12-decided-before-hearing',
    fits: hears,
    story: withDays((days) => ({ decided: shiftDays(days.heard, -3), discussed: shiftDays(days.heard, -4) })),
  },
  {
    ruleId: '3.13-review-missing',
    fits: ({ course }) => course.hearing,
    papers: (edit) => void edit.drop('review').swapOptional('minutes', '法制审核已经通过，', ''),
  },
  { ruleId: '3.13-review-after-decision', story: withDays((days, later) => ({ reviewed: later(days.decided, 4) })) },
  {
    ruleId: '3.13-review-before-hearing',
    fits: hears,
    story: withDays((days) => ({ reviewed: shiftDays(days.heard, -4), submitted: shiftDays(days.heard, -5) })),
  },
  {
    ruleId: '3.13-not-passed-but-decided',
    papers: (edit) =>
      void edit.swap(
        'review',
        'opinion',
        /([：\t]).*$/u,
        `$1${edit.random.pick(['处罚幅度不当，不同意按送审意见作出决定，请纠正后重新送审。', '主要事实不清、证据不足，建议退回补充调查，审核不予通过。'])}`,
      ),
  },
  {
    ruleId: '3.13-changed-after-review',
    papers: (edit, { offence: { fine } }) =>
      void edit.swap('review', 'proposal', /罚款\d+元（大写：[^）]*）/u, fineWords(Math.round(fine * 0.8))),
  },
  {
    ruleId: '3.13-heavy-without-review',
    fits: hears,
    papers: (edit) => {
      edit.drop('review', 'hearing-request', 'hearing-notice', 'hearing-receipt', 'hearing', 'hearing-report')
      edit
        .swapAll('法制审核', '审核')
        .swap('decision', 'defence', /，?并要求听证，本机关于[^。]*举行听证/u, '')
        .cut('recordings', 'row2')
    },
  },
  { ruleId: '3.14-discussion-missing', fits: hears, papers: (edit) => void edit.drop('minutes') },
  {
    ruleId: '3.14-too-few-heads',
    papers: (edit, { heads: [, second, third] }) =>
      void edit.swap(
        'minutes',
        'present',
        `${second}（副局长）、${third}（副局长）`,
        `${second}（法规股股长）、${third}（办案人员）`,
      ),
  },
  { ruleId: '3.14-no-views', papers: (edit) => void edit.cut('minutes', 'view0', 'view1', 'view2', 'handler') },
  {
    ruleId: '3.14-circulated',
    papers: (edit) => void edit.insert('minutes', 'place', edit.random.pick(['讨论方式：传签', '讨论方式：会签传阅'])),
  },
  { ruleId: '3.14-before-review', story: withDays((days) => ({ discussed: shiftDays(days.reviewed, -1) })) },
  {
    ruleId: '3.14-chaired-by-no-head',
    papers: (edit, { heads: [first], officers: [one] }) =>
      void edit.swap('minutes', 'chair', `${first}（局长）`, `${one.name}（承办人）`),
  },
  {
    ruleId: '3.15-overdue',
    story: withDays((days, later) => {
      const decided = later(days.decided, 110)
      return {
        discussed: later(days.discussed, 110),
        decided,
        decisionServed: later(decided, 2),
        published: later(decided, 3),
        paid: later(decided, 8),
        closed: later(decided, 12),
      }
    }),
    fits: (story) => !seizes(story),
  },
  {
    ruleId: '3.15-extended-too-late',
    papers: (edit, story) =>
      void edit.add('period-extension', 'period-extension', '延长办案期限审批表', [
        ['title', '延长办案期限审批表'],
        ['party', `当事人：${story.party.name}`],
        [
          'handlers',
          `承办人意见：因案情复杂，建议延长办案期限三十日。${story.officers[0].name} ${printed(story, shiftDays(story.days.filed, 118))}`,
        ],
        [
          'approval',
          `负责人审批意见：同意延长三十日。${story.heads[0]} ${printed(story, shiftDays(story.days.filed, 120))}`,
        ],
      ]),
  },
  {
    ruleId: '3.15-review-time-excluded',
    papers: (edit) =>
      void edit.insert(
        'explanation',
        'filed',
        edit.random.pick(['法制审核期间十日不计入办案期限。', '送法制审核的时间依法扣除，不计算在办案期限内。']),
      ),
  },
  {
    ruleId: '3.21-no-video',
    fits: seizes,
    papers: (edit) => {
      edit
        .drop('recordings')
        .swap('measure-record', 'words', '全程录像。', '')
        .swap('inspection', 'facts', /检查全程录像。|检查过程全程音像记录。/u, '')
      edit.swapOptional('photos', '原始载体存于执法记录仪', '原始载体存于相机')
    },
  },
  {
    ruleId: '3.21-recording-unusable',
    papers: (edit) =>
      void edit.swap('recordings', 'row0', '录像', edit.random.pick(['录像文件已损坏', '录像无法播放'])),
  },
]
