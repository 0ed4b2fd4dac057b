/** A licence file (许可案卷) from the hearing to the decision. */
import { paper, type Draft, type Paper } from '../paper.ts'
import { numberOf, officerNames, officers, remediesWords, type Voice } from '../wording.ts'
import { applicantRows, licenceOf, licenceReceipt } from './licence.ts'

export function licenceDecidingPapers(of: (id: string) => Voice): Paper[] {
  const { matter, granted } = licenceOf(of('decision').story)
  const title = granted ? '准予行政许可决定书' : '不予行政许可决定书'
  return [
    submission(of('submission')),
    explanation(of('explanation')),
    ...(matter.hearing ? hearing(of) : []),
    review(of('review')),
    minutes(of('minutes')),
    decision(of('decision'), title),
    licenceReceipt(of('decision-receipt'), 'decision-receipt', title, '许决', 'served'),
    ...(granted ? [certificate(of('licence'))] : []),
    publication(of('publication')),
    extract(of('extract')),
  ]
}

const proposalOf = ({ story }: Voice): string => {
  const { matter, granted } = licenceOf(story)
  return granted ? `准予${matter.item}` : `不予${matter.item}`
}

function submission(voice: Voice): Paper {
  const { story, row, day } = voice
  const { matter, days } = licenceOf(story)
  return paper('submission', 'submission-form', '法制审核送审函', [
    ['title', '法制审核送审函'],
    ['number', numberOf(story, '送审')],
    ['addressee', '法规股：'],
    ['words', `${story.party.name}申请${matter.item}一案已经审查完毕，现将材料报送审核。`],
    ['handlers', row('承办人', officers(story))],
    ['proposal', row('拟作决定', proposalOf(voice))],
    ['unit', story.unit],
    ['day', day(days.proposed)],
  ])
}

function explanation(voice: Voice): Paper {
  const { story, row, day } = voice
  const { matter, granted, days } = licenceOf(story)
  return paper('explanation', 'explanation', '拟作出行政许可决定情况说明', [
    ['title', '拟作出行政许可决定情况说明'],
    ['party', row('申请人', story.party.name)],
    ['accepted', `本机关于${day(days.accepted)}受理申请，于${day(days.checked)}进行现场核查。`],
    [
      'words',
      granted
        ? `经审查，申请人符合${matter.conditions}规定的条件。`
        : `经审查，${matter.missing}，不符合${matter.conditions}规定的条件。`,
    ],
    ['proposal', `拟作决定：${proposalOf(voice)}。`],
    ['handlers', `承办人：${officerNames(story, ' ')} ${day(days.proposed)}`],
  ])
}

function hearing(of: (id: string) => Voice): Paper[] {
  const { story, row, day, time, span } = of('hearing')
  const { matter, days } = licenceOf(story)
  const present = `${story.party.head}（申请人）、${story.witness}（利害关系人）`
  return [
    paper('hearing-notice', 'hearing-notice', '行政许可听证通知书', [
      ['agency', story.agency],
      ['title', '行政许可听证通知书'],
      ['number', numberOf(story, '许听')],
      ['addressee', `${story.party.name}：`],
      [
        'words',
        `${story.party.you}申请的${matter.item}，依法应当举行听证。本机关定于${day(days.heard)}${time(9, 0)}在本机关会议室公开举行听证，` +
          `由${story.chair}主持，${story.clerk}记录。`,
      ],
      ['rights', `${story.party.you}和利害关系人有权申请主持人回避。`],
      ['issuer', `${story.agency}（印章）`],
      ['day', day(days.hearingNoticed)],
    ]),
    licenceReceipt(of('hearing-receipt'), 'hearing-receipt', '行政许可听证通知书', '许听', 'hearingNoticed'),
    paper('hearing', 'hearing-record', '听证笔录', [
      ['title', '听证笔录'],
      ['time', row('听证时间', span(days.heard, [9, 0], [10, 45]))],
      ['place', row('听证地点', `${story.agency}会议室`)],
      ['chair', row('主持人', story.chair)],
      ['clerk', row('记录人', story.clerk)],
      ['present', row('参加人', present)],
      ['handlers', row('审查人员', officerNames(story))],
      ['told', '主持人：宣布听证纪律，告知听证的权利和义务。是否申请主持人、记录人回避？'],
      ['answer', '申请人、利害关系人：不申请回避。'],
      ['reviewers', `审查人员：提供审查意见的证据、理由，${proposalOf(of('hearing'))}。`],
      ['words', '申请人：没有异议。利害关系人：采取措施后没有异议。'],
      ['signature', `申请人（签名）：${story.party.head} 利害关系人（签名）：${story.witness} ${day(days.heard)}`],
      ['signatures', `主持人（签名）：${story.chair} 记录人（签名）：${story.clerk} ${day(days.heard)}`],
    ]),
    paper('hearing-report', 'hearing-report', '听证报告', [
      ['title', '听证报告'],
      ['time', row('听证时间', day(days.heard))],
      ['chair', row('主持人', story.chair)],
      ['party', row('申请人', story.party.name)],
      ['opinion', `主持人意见：程序合法，建议${proposalOf(of('hearing'))}。`],
      ['signature', `主持人（签名）：${story.chair} ${day(days.hearingReported)}`],
    ]),
  ]
}

function review(voice: Voice): Paper {
  const { story, row, day, say } = voice
  const { matter, days } = licenceOf(story)
  return paper('review', 'review-opinion', '法制审核意见书', [
    ['title', '重大行政执法决定法制审核意见书'],
    ['number', numberOf(story, '法审')],
    ['case', row('案件名称', `${story.party.name}申请${matter.item}案`)],
    ['unit', row('送审机构', story.unit)],
    ['office', row('审核机构', '法规股')],
    ['proposal', row('拟作决定', proposalOf(voice))],
    [
      'opinion',
      row(
        '审核意见',
        say('主体合法，程序合法，适用法律正确，同意按送审意见作出决定。', '经审核，事实清楚、程序合法，同意送审意见。'),
      ),
    ],
    [
      'reviewer',
      `审核人（签名）：${story.reviewer}（法律职业资格证书编号：` +
        `A${story.year}35${String(story.number).padStart(4, '0')}0011） ${day(days.reviewed)}`,
    ],
  ])
}

function minutes(voice: Voice): Paper {
  const { story, row, span } = voice
  const { matter, days } = licenceOf(story)
  const [first, second, third] = story.heads
  return paper('minutes', 'discussion-minutes', '集体讨论记录', [
    ['title', '重大行政许可事项集体讨论记录'],
    ['time', row('讨论时间', span(days.discussed, [15, 0], [15, 50]))],
    ['place', row('讨论地点', `${story.agency}会议室`)],
    ['chair', row('主持人', `${first}（局长）`)],
    ['present', row('参加人员', `${first}（局长）、${second}（副局长）、${third}（副局长）`)],
    ['case', row('讨论事项', `${story.party.name}申请${matter.item}`)],
    ['handler', `${story.officers[0].name}：汇报审查情况，法制审核已经通过，建议${proposalOf(voice)}。`],
    ['view0', `${second}：材料和核查情况清楚，同意。`],
    ['view1', `${third}：同意审查意见。`],
    ['view2', `${first}：综合大家的意见，同意${proposalOf(voice)}。`],
    ['conclusion', `讨论结论：${proposalOf(voice)}。`],
    ['signatures', `参加人员（签名）：${first} ${second} ${third}`],
  ])
}

function decision(voice: Voice, title: string): Paper {
  const { story, day } = voice
  const { matter, granted, days } = licenceOf(story)
  const { party } = story
  const heard = matter.hearing ? `本机关于${day(days.heard)}举行听证，根据听证笔录作出本决定。` : null
  const outcome: readonly Draft[] = granted
    ? [
        ['reason', `经审查，${party.you}的申请符合${matter.conditions}规定的条件。`],
        [
          'decision',
          `根据《中华人民共和国行政许可法》第三十八条第一款、${matter.granted}的规定，本机关决定准予行政许可。`,
        ],
      ]
    : [
        ['reason', `经审查，${matter.missing}，${party.you}的申请不符合${matter.conditions}规定的条件。`],
        [
          'decision',
          `根据《中华人民共和国行政许可法》第三十八条第二款、${matter.granted}的规定，本机关决定不予行政许可。`,
        ],
      ]
  return paper('decision', 'licence-decision', title, [
    ['agency', story.agency],
    ['title', title],
    ['number', numberOf(story, '许决')],
    ...applicantRows(voice),
    ['asked', `${party.you}于${day(days.applied)}提出${matter.item}申请，本机关于${day(days.accepted)}受理。`],
    ['heard', heard],
    ...outcome,
    ['remedies', remediesWords(voice, '决定')],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.decided)],
  ])
}

function certificate(voice: Voice): Paper {
  const { story, row, day } = voice
  const { matter, days } = licenceOf(story)
  return paper('licence', 'other', '许可证存档件', [
    ['title', `${matter.item}证（存档件）`],
    ['number', row('证书编号', `${story.place.division}${story.year}${String(story.number).padStart(4, '0')}`)],
    ['party', row('单位名称', story.party.name)],
    ['scope', row('许可范围', story.world.scope)],
    ['issuer', `发证机关：${story.agency}`],
    ['day', row('发证日期', day(days.decided))],
    ['checked', `存档件与原件核对无误。核对人：${story.clerk} ${day(days.decided)}`],
  ])
}

function publication(voice: Voice): Paper {
  const { story, row, day } = voice
  const { days } = licenceOf(story)
  return paper('publication', 'other', '行政许可信息公示表', [
    ['title', '行政许可信息公示表'],
    ['day', row('公示时间', day(days.published))],
    ['party', row('行政相对人名称', story.party.name)],
    ['number', row('决定书文号', numberOf(story, '许决'))],
    ['content', row('许可内容', proposalOf(voice))],
  ])
}

function extract({ story }: Voice): Paper {
  const { matter } = licenceOf(story)
  return paper('extract', 'legal-basis-extract', '法律依据摘录', [
    ['title', '法律依据摘录'],
    ['conditions', `一、许可条件：${matter.conditions}。`],
    ['basis', `二、许可依据：《中华人民共和国行政许可法》第三十八条，${matter.granted}。`],
  ])
}
