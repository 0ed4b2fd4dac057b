/** From the submission for review to the decision, its service, and the closing of the case. */
import { paper, type Draft, type Paper } from '../paper.ts'
import {
  actWords,
  amountsWords,
  evidenceWords,
  numberOf,
  numbered,
  officerNames,
  officers,
  partyRows,
  penaltyItems,
  remediesWords,
  type Voice,
} from '../wording.ts'
import { receipt } from './notice.ts'

export function decidingPapers(of: (id: string) => Voice): Paper[] {
  return [
    submission(of('submission')),
    explanation(of('explanation')),
    review(of('review')),
    minutes(of('minutes')),
    decision(of('decision')),
    receipt(of('decision-receipt'), 'decision-receipt', '行政处罚决定书', '罚', 'decisionServed'),
    payment(of('payment')),
    publication(of('publication')),
    closing(of('closing')),
    extract(of('extract')),
  ]
}

function submission({ story, row, day }: Voice): Paper {
  const { days, party, offence } = story
  return paper('submission', 'submission-form', '法制审核送审函', [
    ['title', '法制审核送审函'],
    ['number', numberOf(story, '送审')],
    ['addressee', '法规股：'],
    ['words', `我大队承办的${party.name}${offence.cause}案已经调查终结，现将案件材料报送审核。`],
    ['filed', row('立案日期', day(days.filed))],
    ['handlers', row('承办人', officers(story))],
    ['proposal', row('拟作决定', penaltyItems(story).join('；'))],
    ['unit', story.unit],
    ['day', day(days.submitted)],
  ])
}

function explanation(voice: Voice): Paper {
  const { story, row, day } = voice
  return paper('explanation', 'explanation', '拟作决定情况说明', [
    ['title', '拟作决定情况说明'],
    ['party', row('当事人', story.party.name)],
    ['filed', `本案于${day(story.days.filed)}立案，于${day(story.days.noticeServed)}送达告知书。`],
    ['proposal', `拟作出的处罚：${numbered(penaltyItems(story))}`],
    ['handlers', `承办人：${officerNames(story, ' ')} ${day(story.days.submitted)}`],
  ])
}

function review({ story, row, day, say }: Voice): Paper {
  const { days, party, offence } = story
  return paper('review', 'review-opinion', say('法制审核意见书', '重大行政执法决定法制审核意见书'), [
    ['title', '重大行政执法决定法制审核意见书'],
    ['number', numberOf(story, '法审')],
    ['case', row('案件名称', `${party.name}${offence.cause}案`)],
    ['unit', row('送审机构', story.unit)],
    ['office', row('审核机构', '法规股')],
    ['proposal', row('拟作决定', penaltyItems(story).join('；'))],
    [
      'opinion',
      row(
        '审核意见',
        say(
          '主体合法，事实清楚，证据充分，程序合法，适用法律正确，裁量适当，同意按送审意见作出决定。',
          '经审核，本案事实清楚、证据确凿、适用依据正确、程序合法，同意送审意见。',
        ),
      ),
    ],
    [
      'reviewer',
      `审核人（签名）：${story.reviewer}（法律职业资格证书编号：` +
        `A${story.year}35${String(story.number).padStart(4, '0')}0011） ${day(days.reviewed)}`,
    ],
  ])
}

function minutes({ story, row, span, say }: Voice): Paper {
  const { days, heads, party, offence } = story
  const [first, second, third] = heads
  return paper('minutes', 'discussion-minutes', say('案件集体讨论记录', '集体讨论笔录'), [
    ['title', say('案件集体讨论记录', '重大行政处罚案件集体讨论记录')],
    ['time', row('讨论时间', span(days.discussed, [15, 0], [16, 10]))],
    ['place', row('讨论地点', `${story.agency}会议室`)],
    ['chair', row('主持人', `${first}（局长）`)],
    ['present', row('参加人员', `${first}（局长）、${second}（副局长）、${third}（副局长）`)],
    ['others', row('列席人员', `${officerNames(story)}（承办人）`)],
    ['case', row('讨论事项', `${party.name}${offence.cause}案`)],
    ['handler', `${story.officers[0].name}：汇报案情，法制审核已经通过，建议按告知内容处罚。`],
    ['view0', `${second}：${say('事实清楚，证据充分，同意。', '程序合法，裁量适当，同意。')}`],
    ['view1', `${third}：${say('同意处罚意见，注意教育。', '同意。当事人已经改正，罚款在基准内。')}`],
    ['view2', `${first}：综合大家的意见，同意对当事人${penaltyItems(story).at(-1) ?? ''}。`],
    ['conclusion', `讨论结论：${penaltyItems(story).join('；')}。`],
    ['signatures', `参加人员（签名）：${first} ${second} ${third}`],
    ['day', span(days.discussed, [16, 10], [16, 10]).replace(/日.*$/u, '日')],
  ])
}

function defenceWords({ story, day }: Voice): string {
  const { days, course, party } = story
  const told = `本机关于${day(days.noticeServed)}向${party.you}送达《行政处罚事先${course.hearing ? '（听证）' : ''}告知书》，` +
    '告知拟作出行政处罚的内容及事实、理由、依据和依法享有的权利。'
  if (!course.defence) return `${told}${party.you}在法定期限内未提出陈述、申辩${course.hearing ? '，未要求听证' : ''}。`
  const answer = '经复核，改正系在责令改正之后，裁量时已经考虑上述情节，对该意见不予采纳。'
  const heard = course.hearing ? `并要求听证，本机关于${day(days.heard)}举行听证。` : '。'
  const asked = `${party.you}于${day(days.defended)}提出陈述、申辩${heard === '。' ? '。' : `，${heard}`}`
  return `${told}${asked}${party.you}提出已经改正、初次违法，请求从轻处罚。${answer}`
}

function decision(voice: Voice): Paper {
  const { story, day, say } = voice
  const { party, offence, days, world } = story
  return paper('decision', 'decision', '行政处罚决定书', [
    ['agency', story.agency],
    ['title', '行政处罚决定书'],
    ['number', numberOf(story, '罚')],
    ...partyRows(voice),
    ['filed', `本机关于${day(days.filed)}对${party.you}涉嫌${offence.cause}一案立案调查。`],
    ['facts', `${say('经查，', '经调查，查明')}${party.you}${actWords(voice)}${amountsWords(story)}。`],
    ['evidence', `${say('以上事实有', '上述事实，有')}${evidenceWords(story)}等证据${say('证明', '为证')}。`],
    ['defence', defenceWords(voice)],
    ['reason', `本机关认为，${party.you}的上述行为违反了${offence.violated}的规定。`],
    [
      'discretion',
      `${say('鉴于', '考虑到')}${party.you}系初次违法，在责令改正期限内改正，积极配合调查，参照《${world.benchmark}》，${say('属于一般情节', '按一般情节裁量')}。`,
    ],
    [
      'penalty',
      `${say('依据', '根据')}${offence.basis}的规定，责令${party.you}${offence.correction}，` +
        `${say('决定对', '并决定对')}${party.you}作出如下行政处罚：${numbered(penaltyItems(story))}`,
    ],
    [
      'payment',
      `${party.you}应当自收到本决定书之日起十五日内，将罚没款缴至${story.area}农村商业银行。逾期不缴纳的，依据《中华人民共和国行政处罚法》第七十二条第一款第（一）项的规定，` +
        '每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额。',
    ],
    ['remedies', remediesWords(voice, '决定')],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.decided)],
  ])
}

function payment({ story, row, day }: Voice): Paper {
  const { offence, days, party } = story
  return paper('payment', 'payment-receipt', '罚没款缴款凭证', [
    ['title', '罚没款缴款书'],
    ['party', row('缴款人', party.name)],
    ['sum', row('缴款金额', `${offence.fine + (offence.gain ?? 0)}元`)],
    ['day', row('缴款日期', day(days.paid))],
    ['bank', row('收款银行', `${story.area}农村商业银行`)],
  ])
}

function publication({ story, row, day }: Voice): Paper {
  const { party, world, days } = story
  return paper('publication', 'other', '行政处罚信息公示表', [
    ['title', '行政处罚信息公示表'],
    ['day', row('公示时间', day(days.published))],
    ['party', row('行政相对人名称', world.party === 'citizen' ? `${party.name.slice(0, 1)}某` : party.name)],
    ['head', world.party === 'citizen' ? null : row('法定代表人（经营者）', `${party.head.slice(0, 1)}某`)],
    ['number', row('决定书文号', numberOf(story, '罚'))],
    ['content', row('处罚内容', penaltyItems(story).join('；'))],
  ])
}

function closing({ story, row, day }: Voice): Paper {
  const { days, heads } = story
  return paper('closing', 'other', '结案审批表', [
    ['title', '结案审批表'],
    ['case', row('案由', story.offence.cause)],
    ['state', row('执行情况', `当事人于${day(days.paid)}缴清罚没款，已经改正违法行为。`)],
    ['handlers', row('承办人意见', `建议结案。${officerNames(story, ' ')} ${day(days.closed)}`)],
    ['approval', row('负责人审批意见', `同意结案。${heads[1]} ${day(days.closed)}`)],
  ])
}

function extract({ story }: Voice): Paper {
  const { offence, world } = story
  return paper('extract', 'legal-basis-extract', '法律依据摘录', [
    ['title', '法律依据和裁量基准摘录'],
    ['violated', `一、违反的条款：${offence.violated}。`],
    ['basis', `二、处罚依据：${offence.basis}。`],
    ['benchmark', `三、裁量基准：《${world.benchmark}》。`],
  ])
}

/** What the file holds, as the last paper of it lists. */
export function listOf(papers: readonly Paper[]): Paper {
  return paper('list', 'materials-list', '送审材料清单', [
    ['title', '送审材料清单'],
    ['head', '序号\t材料名称\t份数\t页数'],
    ...papers.map(({ name }, place): Draft => [`row${place}`, `${place + 1}\t${name}\t1\t2`]),
  ])
}
