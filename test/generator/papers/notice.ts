/** From the order to correct to the notice, the defence, the hearing and the re-check. */
import { paper, type Draft, type Paper } from '../paper.ts'
import {
  actWords,
  amountsWords,
  evidenceWords,
  numberOf,
  numbered,
  officerNames,
  partyRows,
  penaltyItems,
  remediesWords,
  type Voice,
} from '../wording.ts'

export function noticePapers(of: (id: string) => Voice): Paper[] {
  const { course } = of('notices').story
  return [
    correction(of('correction')),
    receipt(of('correction-receipt'), 'correction-receipt', '责令改正违法行为决定书', '责改', 'corrected'),
    check(of('check')),
    report(of('report')),
    discretion(of('discretion')),
    notice(of('notice')),
    receipt(
      of('notice-receipt'),
      'notice-receipt',
      course.hearing ? '行政处罚事先（听证）告知书' : '行政处罚事先告知书',
      '罚告',
      'noticeServed',
    ),
    ...(course.defence ? [defence(of('defence')), recheck(of('recheck'))] : [waiver(of('waiver'))]),
    ...(course.hearing ? hearing(of) : []),
  ]
}

export function receipt(
  { story, row, day, time, random }: Voice,
  id: string,
  title: string,
  kind: string,
  on: 'corrected' | 'noticeServed' | 'hearingNoticed' | 'decisionServed',
): Paper {
  const { course, party } = story
  const byAgent = course.agent && random.chance(0.3)
  const served = story.days[on]
  return paper(id, 'service-receipt', `${title}送达回证`, [
    ['title', '送达回证'],
    ['of', row('送达文书', `${title}（${numberOf(story, kind)}）`)],
    ['party', row('受送达人', party.name)],
    ['time', row('送达时间', `${day(served)}${time(10, 0)}`)],
    ['place', row('送达地点', party.address)],
    ['way', row('送达方式', '直接送达')],
    [
      'signature',
      byAgent
        ? `收件人（签名）：${story.agent}（委托代理人） ${day(served)}`
        : `收件人（签名）：${party.head} ${day(served)}`,
    ],
    ['servers', `送达人：${officerNames(story, ' ')}`],
  ])
}

function correction(voice: Voice): Paper {
  const { story, day } = voice
  const { party, offence, days } = story
  return paper('correction', 'correction-order', '责令改正违法行为决定书', [
    ['agency', story.agency],
    ['title', '责令改正违法行为决定书'],
    ['number', numberOf(story, '责改')],
    ...partyRows(voice),
    ['facts', `本机关于${day(days.inspected)}对${party.you}进行检查，发现${party.you}${actWords(voice)}。`],
    [
      'basis',
      `上述行为违反了${offence.violated}的规定。依照《中华人民共和国行政处罚法》第二十八条第一款的规定，责令${party.you}${offence.correction}。`,
    ],
    ['remedies', remediesWords(voice, '决定')],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.corrected)],
  ])
}

function check({ story, row, day, span, say }: Voice): Paper {
  const { party, days } = story
  return paper('check', 'correction-check', say('责令改正复查记录', '整改复查记录'), [
    ['title', '责令改正情况复查记录'],
    ['time', row('复查时间', span(days.checked, [9, 0], [9, 40]))],
    ['place', row('复查地点', story.actPlace)],
    ['officers', row('复查人员', officerNames(story))],
    ['result', `复查情况：执法人员出示执法证件后进行复查，当事人已按要求改正。`],
    ['signature', `当事人（签名）：${party.head} ${day(days.checked)}`],
    ['signatures', `复查人员（签名）：${officerNames(story, ' ')} ${day(days.checked)}`],
  ])
}

function report(voice: Voice): Paper {
  const { story, row, day, say } = voice
  const { offence, days, party } = story
  return paper('report', 'investigation-report', say('案件调查终结报告', '调查终结报告'), [
    ['title', '案件调查终结报告'],
    ['case', row('案由', `${party.name}${offence.cause}案`)],
    ['filed', row('立案日期', day(days.filed))],
    ...partyRows(voice),
    ['facts', `经查，当事人${actWords(voice)}${amountsWords(story)}。`],
    ['evidence', `以上事实有${evidenceWords(story)}等证据证明。`],
    [
      'circumstances',
      say(
        '当事人系初次违法，在责令改正期限内改正，积极配合调查，没有从重、减轻情节。',
        '当事人首次违法，已按要求改正，配合调查，没有造成危害后果，但不属于危害后果轻微及时改正的情形。',
      ),
    ],
    [
      'proposal',
      `当事人的行为违反了${offence.violated}的规定，依据${offence.basis}的规定，参照《${story.world.benchmark}》，建议对当事人作出如下行政处罚：` +
        `${numbered(penaltyItems(story))}`,
    ],
    ['handlers', `承办人：${officerNames(story, ' ')} ${day(days.concluded)}`],
    ['unit', `承办机构负责人：同意。${story.unitHead} ${day(days.concluded)}`],
  ])
}

function discretion(voice: Voice): Paper {
  const { story, row, day } = voice
  const title = story.course.factors ? '行政处罚裁量计算表' : '行政处罚裁量说明'
  return paper('discretion', 'discretion-sheet', title, [
    ['title', title],
    ['party', row('当事人', story.party.name)],
    ['basis', row('裁量依据', `《${story.world.benchmark}》`)],
    ...discretionLines(story),
    ['handlers', `承办人：${officerNames(story, ' ')} ${day(story.days.concluded)}`],
  ])
}

/** By the share that the clause fixes, by factors with percentages, or by a cell of the benchmark. */
function discretionLines({ offence, course }: Voice['story']): readonly Draft[] {
  const { fine, share } = offence
  const { low, high } = offence.range
  const range = low === 0 ? `${high}元以下` : `${low}元以上${high}元以下`
  if (share !== undefined)
    return [
      ['cell', `法律规定处${share}的罚款，没有裁量幅度。上一年年收入以工资表和询问笔录为据。`],
      ['result', `按照规定的比例计算，罚款${fine}元。`],
    ]
  if (course.factors)
    return [
      ['head', '因素\t选定等级\t百分值\t事实和证据'],
      ['factor0', `持续时间\t不足三个月\t3%\t现场检查笔录、询问笔录`],
      ['factor1', `违法次数\t初次\t1%\t行政处罚查询记录`],
      ['factor2', `改正情况\t按期改正\t2%\t复查记录`],
      ['sum', '合计\t\t6%\t'],
      ['result', `法定幅度为${range}罚款，结合本案情况，计算结果：罚款${fine}元。`],
    ]
  const [from, to] = [Math.max(low, Math.floor(fine * 0.8)), Math.min(high, Math.ceil(fine * 1.2))]
  return [
    ['cell', `法定幅度为${range}罚款。本案属于一般情节，适用${from}元以上${to}元以下罚款的档次。`],
    ['reason', '当事人系初次违法，在责令改正期限内改正，配合调查，不具有从轻、减轻或者从重处罚的情形。'],
    ['result', `综合上述情况，建议罚款${fine}元。`],
  ]
}

function notice(voice: Voice): Paper {
  const { story, day, say } = voice
  const { party, offence, days, course } = story
  const title = course.hearing ? '行政处罚事先（听证）告知书' : '行政处罚事先告知书'
  const rights = course.hearing
    ? say(
        `${party.you}可以自收到本告知书之日起五个工作日内向本机关进行陈述、申辩，也可以自收到本告知书之日起五个工作日内要求听证。逾期未提出的，视为放弃上述权利。`,
        `根据《中华人民共和国行政处罚法》第四十四条、第四十五条、第六十三条的规定，${party.you}享有陈述、申辩和要求听证的权利，可以自收到本告知书之日起5个工作日内提出。`,
      )
    : say(
        `${party.you}可以自收到本告知书之日起五个工作日内向本机关进行陈述、申辩，逾期视为放弃。`,
        `根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，${party.you}有权进行陈述和申辩，可以自收到本告知书之日起5个工作日内提出。`,
      )
  return paper('notice', 'prior-notice', title, [
    ['agency', story.agency],
    ['title', title],
    ['number', numberOf(story, '罚告')],
    ...partyRows(voice),
    ['facts', `${say('经查，', '经调查，查明')}${party.you}${actWords(voice)}${amountsWords(story)}。`],
    ['evidence', `${say('以上事实有', '上述事实，有')}${evidenceWords(story)}等证据${say('证明', '为证')}。`],
    ['reason', `${party.you}的上述行为违反了${offence.violated}的规定。`],
    [
      'penalty',
      `${say('依据', '根据')}${offence.basis}的规定，参照《${story.world.benchmark}》，` +
        `${say('本机关拟对', '拟对')}${party.you}作出如下行政处罚：${numbered(penaltyItems(story))}`,
    ],
    ['rights', rights],
    ['contact', `联系人：${story.officers[0].name} 联系电话：0591-8765${String(1000 + story.number).slice(0, 4)}`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.noticed)],
  ])
}

function defence({ story, day, say }: Voice): Paper {
  const { party, days } = story
  return paper('defence', 'defence', '陈述申辩书', [
    ['title', '陈述申辩书'],
    ['addressee', `${story.agency}：`],
    [
      'words',
      say(
        `${party.we}已收到告知书，对事实没有异议。${party.we}已经改正，请求从轻处罚。`,
        `对告知的事实${party.we}认可，但是罚款偏高，${party.we}是初次违法，希望减少罚款。`,
      ),
    ],
    ['signature', `${party.name}${story.world.party === 'citizen' ? '（签名）' : '（盖章）'}`],
    ['day', day(days.defended)],
  ])
}

function waiver({ story, day }: Voice): Paper {
  return paper('waiver', 'defence', '放弃陈述申辩声明', [
    ['title', '放弃陈述申辩声明'],
    ['words', `${story.party.we}已收到行政处罚事先告知书，放弃陈述、申辩的权利。`],
    ['signature', `${story.party.name}（签名、盖章）`],
    ['day', day(story.days.defended)],
  ])
}

function recheck({ story, row, day, say }: Voice): Paper {
  const { days, party } = story
  return paper('recheck', 'recheck-opinion', '陈述申辩复核意见', [
    ['title', say('陈述申辩复核意见', '陈述申辩复核意见书')],
    ['party', row('当事人', party.name)],
    ['asked', `当事人提出已经改正、初次违法，请求从轻处罚。`],
    [
      'answer',
      `经复核，当事人改正系在责令改正之后，裁量时已经考虑初次违法和改正的情节，拟处罚款已在基准的档次之内，因此对其意见不予采纳。`,
    ],
    ['handlers', `复核人：${officerNames(story, ' ')} ${day(days.rechecked)}`],
  ])
}

function hearing(of: (id: string) => Voice): Paper[] {
  return [
    hearingRequest(of('hearing-request')),
    hearingNotice(of('hearing-notice')),
    receipt(of('hearing-receipt'), 'hearing-receipt', '行政处罚听证通知书', '听通', 'hearingNoticed'),
    hearingRecord(of('hearing')),
    hearingReport(of('hearing-report')),
  ]
}

function hearingRequest({ story, day }: Voice): Paper {
  return paper('hearing-request', 'hearing-request', '听证申请书', [
    ['title', '听证申请书'],
    ['addressee', `${story.agency}：`],
    ['words', `${story.party.we}于${day(story.days.noticeServed)}收到告知书，现申请对本案举行听证。`],
    ['signature', `${story.party.name}（盖章）`],
    ['day', day(story.days.hearingAsked)],
  ])
}

function hearingNotice({ story, day, time }: Voice): Paper {
  const { days, party } = story
  return paper('hearing-notice', 'hearing-notice', '行政处罚听证通知书', [
    ['agency', story.agency],
    ['title', '行政处罚听证通知书'],
    ['number', numberOf(story, '听通')],
    ['addressee', `${party.name}：`],
    [
      'words',
      `根据${party.you}${day(days.hearingAsked)}提出的听证申请，本机关定于${day(days.heard)}${time(9, 0)}在本机关会议室公开举行听证，` +
        `由${story.chair}主持，${story.clerk}记录。`,
    ],
    ['rights', `${party.you}可以委托一至二人代理，有权申请主持人回避。`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.hearingNoticed)],
  ])
}

function hearingRecord({ story, row, day, span }: Voice): Paper {
  const { days, party, offence } = story
  return paper('hearing', 'hearing-record', '听证笔录', [
    ['title', '听证笔录'],
    ['time', row('听证时间', span(days.heard, [9, 0], [11, 5]))],
    ['place', row('听证地点', `${story.agency}会议室`)],
    ['chair', row('主持人', story.chair)],
    ['clerk', row('记录人', story.clerk)],
    ['party', row('当事人', party.name)],
    ['handlers', row('案件调查人员', officerNames(story))],
    ['told', '主持人：宣布听证纪律，告知听证的权利和义务。是否申请主持人、记录人回避？'],
    ['answer', '当事人：听清了，不申请回避。'],
    ['accused', `调查人员：当事人${offence.act}，事实清楚，建议按告知内容处罚。`],
    ['defence', '当事人：事实没有异议，已经改正，请求从轻。'],
    ['closing', '主持人：听证结束，请核对笔录后签名。'],
    ['signature', `当事人（签名）：${party.head} ${day(days.heard)}`],
    ['signatures', `主持人（签名）：${story.chair} 记录人（签名）：${story.clerk} ${day(days.heard)}`],
  ])
}

function hearingReport({ story, row, day }: Voice): Paper {
  const { days } = story
  return paper('hearing-report', 'hearing-report', '听证报告', [
    ['title', '听证报告'],
    ['time', row('听证时间', day(days.heard))],
    ['chair', row('主持人', story.chair)],
    ['party', row('当事人', story.party.name)],
    ['words', '当事人对事实没有异议，请求从轻处罚。'],
    ['opinion', '主持人意见：本案事实清楚，证据充分，程序合法，建议按告知的内容处罚。'],
    ['signature', `主持人（签名）：${story.chair} ${day(days.hearingReported)}`],
  ])
}
