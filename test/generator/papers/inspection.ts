/** A file about an inspection alone (行政检查案卷): planned, approved, recorded, and its result told. */
import { paper, type Draft, type Paper } from '../paper.ts'
import { numberOf, officerNames, officers, remediesWords, type Voice } from '../wording.ts'
import type { IsoDate } from '../../../src/shared/values/values.ts'
import { certificates, identity } from './opening.ts'

export function inspectionPapers(of: (id: string) => Voice): Paper[] {
  return [
    yearPlan(of('year-plan')),
    approval(of('plan')),
    notice(of('inspection-notice')),
    receipt(of('inspection-notice-receipt'), 'inspection-notice-receipt', '行政检查通知书', '检通', (days) => days.clue),
    certificates(of('certificates')),
    identity(of('identity'), of('identity').story.days.inspected),
    record(of('inspection')),
    photos(of('photos')),
    result(of('result')),
    receipt(of('result-receipt'), 'result-receipt', '行政检查结果告知书', '检果', (days) => days.filed),
    correction(of('correction')),
    receipt(of('correction-receipt'), 'correction-receipt', '责令改正通知书', '责改', (days) => days.corrected),
    check(of('check')),
    publication(of('publication')),
    recordings(of('recordings')),
  ]
}

function yearPlan({ story }: Voice): Paper {
  return paper('year-plan', 'inspection-plan', '年度检查计划', [
    ['title', `${story.year}年度检查计划`],
    ['matter', `检查事项：${story.offence.cause}检查。`],
    ['way', '检查方式：书面检查和现场检查相结合，同一事项一年内对同一单位检查一次。'],
    ['objects', `检查对象：辖区内的单位，包括${story.party.name}等。`],
    ['issuer', `${story.agency}（印章）`],
    ['day', `${story.year}年1月10日`],
  ])
}

function approval({ story, row, day }: Voice): Paper {
  return paper('plan', 'inspection-plan', '行政检查审批表', [
    ['title', '行政检查审批表'],
    ['matter', row('检查事项', `${story.offence.cause}检查`)],
    ['object', row('检查对象', story.party.name)],
    ['ground', row('检查来源', '年度检查计划')],
    ['officers', row('检查人员', officerNames(story))],
    ['handlers', row('承办机构意见', `建议检查。${story.unitHead} ${day(story.days.clue)}`)],
    ['approval', row('负责人审批意见', `同意检查。${story.heads[1]} ${day(story.days.clue)}`)],
  ])
}

function notice({ story, day }: Voice): Paper {
  return paper('inspection-notice', 'inspection-plan', '行政检查通知书', [
    ['agency', story.agency],
    ['title', '行政检查通知书'],
    ['number', numberOf(story, '检通')],
    ['addressee', `${story.party.name}：`],
    [
      'words',
      `根据年度检查计划，本机关定于${day(story.days.inspected)}对${story.party.you}进行${story.offence.cause}检查，` +
        `检查人员为${officerNames(story)}。`,
    ],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(story.days.clue)],
  ])
}

function receipt(
  { story, row, day, time }: Voice,
  id: string,
  title: string,
  kind: string,
  on: (days: Voice['story']['days']) => IsoDate,
): Paper {
  const served = on(story.days)
  return paper(id, 'service-receipt', `${title}送达回证`, [
    ['title', '送达回证'],
    ['of', row('送达文书', `${title}（${numberOf(story, kind)}）`)],
    ['party', row('受送达人', story.party.name)],
    ['time', row('送达时间', `${day(served)}${time(16, 0)}`)],
    ['way', row('送达方式', '直接送达')],
    ['signature', `收件人（签名）：${story.party.head} ${day(served)}`],
    ['servers', `送达人：${officerNames(story, ' ')}`],
  ])
}

function record({ story, row, day, span, say }: Voice): Paper {
  const { days, party, offence } = story
  return paper('inspection', 'inspection-record', '行政检查记录', [
    ['title', say('行政检查记录', '现场检查记录')],
    ['time', row('检查时间', span(days.inspected, [9, 30], [11, 0]))],
    ['place', row('检查地点', story.actPlace)],
    ['party', row('被检查单位', party.name)],
    ['present', row('现场负责人', party.head)],
    ['officers', row('检查人员', officers(story))],
    ['recorder', row('记录人', story.officers[1].name)],
    ['told', '检查人员出示执法证件，说明来意，告知有申请回避的权利。'],
    ['answer', `${party.head}：证件看过了，不申请回避。`],
    ['facts', `检查情况：检查时，${offence.act}。检查全程录像。`],
    ['opinion', '被检查单位意见：以上记录看过，与现场一致。'],
    ['signature', `现场负责人（签名）：${party.head} ${day(days.inspected)}`],
    ['signatures', `检查人员（签名）：${officerNames(story, ' ')} ${day(days.inspected)}`],
  ])
}

function photos({ story, row, day, time }: Voice): Paper {
  const { days, party } = story
  return paper('photos', 'photo-evidence', '现场照片及说明', [
    ['title', '现场照片及说明'],
    ['time', row('拍摄时间', `${day(days.inspected)}${time(9, 50)}`)],
    ['place', row('拍摄地点', story.actPlace)],
    ['maker', row('拍摄人', story.officers[1].name)],
    ['first', '照片一：大门及名称牌，证明检查地点。'],
    ['second', '照片二：现场情况，证明检查时的状况。'],
    ['signature', `被检查单位核对意见：核对无误。${party.head} ${day(days.inspected)}`],
    ['checked', `制作人：${story.officers[1].name} 核对人：${story.officers[0].name} ${day(days.inspected)}`],
  ])
}

function result({ story, day }: Voice): Paper {
  const { offence, days, party } = story
  return paper('result', 'other', '行政检查结果告知书', [
    ['agency', story.agency],
    ['title', '行政检查结果告知书'],
    ['number', numberOf(story, '检果')],
    ['addressee', `${party.name}：`],
    [
      'words',
      `本机关于${day(days.inspected)}对${party.you}进行检查。检查结果：${offence.act}。本机关将依法责令改正，对其他检查事项没有意见。`,
    ],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.filed)],
  ])
}

function correction(voice: Voice): Paper {
  const { story, day, row } = voice
  const { offence, days, party } = story
  return paper('correction', 'correction-order', '责令改正通知书', [
    ['agency', story.agency],
    ['title', '责令改正通知书'],
    ['number', numberOf(story, '责改')],
    ['party', row('当事人', party.name)],
    ['code', row('统一社会信用代码', party.code)],
    ['facts', `本机关于${day(days.inspected)}检查时发现：${offence.act}。`],
    ['basis', `上述行为不符合${offence.violated}的规定，责令${party.you}${offence.correction}。`],
    ['remedies', remediesWords(voice, '通知')],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.corrected)],
  ])
}

function check({ story, row, day, span }: Voice): Paper {
  const { party, days } = story
  return paper('check', 'correction-check', '责令改正复查记录', [
    ['title', '责令改正情况复查记录'],
    ['time', row('复查时间', span(days.checked, [9, 0], [9, 40]))],
    ['place', row('复查地点', story.actPlace)],
    ['officers', row('复查人员', officerNames(story))],
    ['result', '复查情况：执法人员出示执法证件后进行复查，已按要求改正。'],
    ['signature', `当事人（签名）：${party.head} ${day(days.checked)}`],
    ['signatures', `复查人员（签名）：${officerNames(story, ' ')} ${day(days.checked)}`],
  ])
}

function publication({ story, row, day }: Voice): Paper {
  return paper('publication', 'other', '行政检查信息公示表', [
    ['title', '行政检查信息公示表'],
    ['day', row('公示时间', day(story.days.corrected))],
    ['party', row('检查对象', story.party.name)],
    ['content', row('检查结果', '发现问题，已责令改正')],
  ])
}

function recordings({ story, day }: Voice): Paper {
  const rows = [['现场检查', story.days.inspected], ['复查', story.days.checked]] as const
  return paper('recordings', 'recordings-index', '执法全过程音像记录目录', [
    ['title', '执法全过程音像记录目录'],
    ['head', '序号\t内容\t日期\t录制人\t存储位置'],
    ...rows.map(
      ([what, on], place): Draft => [
        `row${place}`,
        `${place + 1}\t${what}录像\t${day(on)}\t${story.officers[1].name}\t执法数据中心`,
      ],
    ),
    ['note', '以上音像记录完整，均可正常播放。'],
  ])
}
