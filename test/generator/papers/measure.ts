/** Seizure and preservation: from the approval to what became of the goods. */
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { paper, type Paper } from '../paper.ts'
import { numberOf, officerNames, officers, partyRows, remediesWords, type Voice } from '../wording.ts'

export function measurePapers(of: (id: string) => Voice): Paper[] {
  const { course } = of('measures').story
  return [
    ...(course.preservation ? [preservation(of('preservation')), preservationEnd(of('preservation-end'))] : []),
    ...(course.seizure
      ? [
          approval(of('measure-approval')),
          decision(of('measure')),
          receipt(of('measure-receipt'), 'measure'),
          record(of('measure-record')),
          list(of('goods')),
          ...(course.test ? [testing(of('testing-told'))] : []),
          extension(of('extension')),
          receipt(of('extension-receipt'), 'extension'),
          release(of('release')),
          receipt(of('release-receipt'), 'release'),
        ]
      : []),
  ]
}

const goodsWords = ({ story }: Voice): string => {
  const { goods } = story.offence
  if (goods === null) throw new Error('nothing to seize')
  return `${goods.name}${goods.found}${goods.unit}`
}

function preservation({ story, day }: Voice): Paper {
  return paper('preservation', 'preservation-paper', '先行登记保存证据通知书', [
    ['agency', story.agency],
    ['title', '先行登记保存证据通知书'],
    ['number', numberOf(story, '登保')],
    ['addressee', `${story.party.name}：`],
    [
      'words',
      `因${story.party.you}涉嫌${story.offence.cause}，为防止证据灭失，依照《中华人民共和国行政处罚法》第五十六条，经本机关负责人批准，` +
        `对${story.party.you}的经营台账予以先行登记保存。`,
    ],
    ['time', `保存时间：自${day(story.days.preserved)}起七日内。`],
    ['signature', `当事人（签名）：${story.party.head} ${day(story.days.preserved)}`],
    ['signatures', `执法人员：${officers(story)}`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(story.days.preserved)],
  ])
}

function preservationEnd({ story, day }: Voice): Paper {
  return paper('preservation-end', 'preservation-paper', '先行登记保存证据处理通知书', [
    ['agency', story.agency],
    ['title', '先行登记保存证据处理通知书'],
    ['number', numberOf(story, '登处')],
    ['addressee', `${story.party.name}：`],
    ['words', '对先行登记保存的经营台账作出如下处理决定：复制后予以退还。'],
    ['signature', `当事人（签名）：${story.party.head} ${day(story.days.preservedDone)}`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(story.days.preservedDone)],
  ])
}

function approval(voice: Voice): Paper {
  const { story, row, day, time } = voice
  const { days, course, heads } = story
  if (course.urgent)
    return paper('measure-approval', 'measure-approval', '行政强制措施补办审批表', [
      ['title', '行政强制措施（当场实施）补办审批表'],
      ['party', row('当事人', story.party.name)],
      ['carried', row('实施时间', `${day(days.measure)}${time(10, 0)}`)],
      ['reported', row('报告时间', `${day(days.measure)}${time(15, 30)}`)],
      ['reason', row('紧急情况', '当事人可能转移、销毁涉案物品，情况紧急，需要当场实施。')],
      ['handlers', row('承办人意见', `现补办批准手续。${officerNames(story, ' ')} ${day(days.measure)}`)],
      ['approval', row('负责人审批意见', `同意补办。${heads[1]} ${day(days.measure)}${time(16, 20)}`)],
    ])
  return paper('measure-approval', 'measure-approval', '行政强制措施审批表', [
    ['title', '行政强制措施审批表'],
    ['party', row('当事人', story.party.name)],
    ['matter', row('拟采取的措施', `扣押${goodsWords(voice)}`)],
    ['handlers', row('承办人意见', `建议扣押。${officerNames(story, ' ')} ${day(days.measure)}${time(8, 30)}`)],
    ['approval', row('负责人审批意见', `同意扣押。${heads[1]} ${day(days.measure)}${time(9, 0)}`)],
  ])
}

function decision(voice: Voice): Paper {
  const { story, day } = voice
  const { days, world, offence, party } = story
  const until = shiftDays(days.measure, 29)
  return paper('measure', 'measure-decision', '扣押决定书', [
    ['agency', story.agency],
    ['title', '扣押决定书'],
    ['number', numberOf(story, '扣')],
    ...partyRows(voice),
    [
      'words',
      `${party.you}涉嫌${offence.cause}。依据${world.seizure?.basis ?? ''}的规定，` +
        `本机关决定对${party.you}的${goodsWords(voice)}予以扣押，期限三十日，自${day(days.measure)}至${day(until)}。扣押物品清单附后。`,
    ],
    ['keeping', '扣押物品存放于本机关罚没物品仓库，由本机关妥善保管。'],
    ['rights', `${party.you}可以进行陈述和申辩。`],
    ['remedies', remediesWords(voice, '决定')],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.measure)],
  ])
}

const RECEIPTS = {
  measure: ['扣押决定书', '扣', 'measure'],
  extension: ['延长扣押期限决定书', '延扣', 'extended'],
  release: ['解除扣押决定书', '解扣', 'decisionServed'],
} as const

function receipt({ story, row, day, time }: Voice, of: keyof typeof RECEIPTS): Paper {
  const [title, kind, on] = RECEIPTS[of]
  const served = story.days[on]
  return paper(`${of}-receipt`, 'service-receipt', `${title}送达回证`, [
    ['title', '送达回证'],
    ['of', row('送达文书', `${title}（${numberOf(story, kind)}）`)],
    ['party', row('受送达人', story.party.name)],
    ['time', row('送达时间', `${day(served)}${time(11, 30)}`)],
    ['way', row('送达方式', '直接送达')],
    ['signature', `收件人（签名）：${story.party.head} ${day(served)}`],
    ['servers', `送达人：${officerNames(story, ' ')}`],
  ])
}

function record(voice: Voice): Paper {
  const { story, row, day, span } = voice
  const { days, party } = story
  return paper('measure-record', 'measure-record', '行政强制措施现场笔录', [
    ['title', '行政强制措施现场笔录'],
    ['time', row('实施时间', span(days.measure, [10, 0], [11, 20]))],
    ['place', row('实施地点', story.actPlace)],
    ['party', row('当事人', party.name)],
    ['officers', row('执法人员', officers(story))],
    [
      'told',
      '执法人员通知当事人到场，出示执法证件，当场告知采取扣押的理由、依据和依法享有的陈述、申辩权利以及申请行政复议、提起行政诉讼的救济途径。',
    ],
    ['words', `当事人${party.head}到场。执法人员对${goodsWords(voice)}逐件清点后实施扣押，制作清单。全程录像。`],
    ['defence', `当事人陈述：${'没有意见。'}`],
    ['signature', `当事人（签名）：${party.head} ${day(days.measure)}`],
    ['signatures', `执法人员（签名）：${officerNames(story, ' ')} ${day(days.measure)}`],
  ])
}

function list({ story, day }: Voice): Paper {
  const { goods } = story.offence
  if (goods === null) throw new Error('nothing to seize')
  const priced = goods.price > 0
  return paper('goods', 'goods-list', '扣押物品清单', [
    ['title', '扣押物品清单'],
    ['number', numberOf(story, '扣')],
    ['head', priced ? '序号\t名称\t数量\t单价（元）\t金额（元）' : '序号\t名称\t数量\t备注'],
    [
      'row',
      priced
        ? `1\t${goods.name}\t${goods.found}${goods.unit}\t${goods.price}\t${goods.found * goods.price}`
        : `1\t${goods.name}\t${goods.found}${goods.unit}\t外观完好`,
    ],
    ['total', priced ? `合计\t\t${goods.found}${goods.unit}\t\t${goods.found * goods.price}` : null],
    ['signature', `当事人（签名）：${story.party.head} ${day(story.days.measure)}`],
    ['signatures', `执法人员（签名）：${officerNames(story, ' ')} ${day(story.days.measure)}`],
  ])
}

function testing(voice: Voice): Paper {
  const { story, day } = voice
  const { days } = story
  return paper('testing-told', 'test-notice', '检验期间告知书', [
    ['agency', story.agency],
    ['title', '检验期间告知书'],
    ['number', numberOf(story, '检期')],
    ['addressee', `${story.party.name}：`],
    [
      'words',
      `对扣押的${story.offence.goods?.name ?? ''}进行质量检验，检验期间自${day(days.sampled)}至${day(days.tested)}，` +
        '检验期间不计入扣押期限。对检验结果有异议的，可以自收到检验结果之日起十五日内申请复检。',
    ],
    ['signature', `签收：${story.party.head} ${day(days.sampled)}`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.sampled)],
  ])
}

function extension(voice: Voice): Paper {
  const { story, day } = voice
  const { days } = story
  const from = shiftDays(days.measure, 30)
  return paper('extension', 'measure-extension', '延长扣押期限决定书', [
    ['agency', story.agency],
    ['title', '延长扣押期限决定书'],
    ['number', numberOf(story, '延扣')],
    ...partyRows(voice),
    [
      'words',
      `因案情复杂，需要进一步调查，经本机关负责人批准，决定对扣押的${goodsWords(voice)}延长扣押期限三十日，自${day(from)}至${day(shiftDays(from, 29))}。`,
    ],
    ['remedies', remediesWords(voice, '决定')],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.extended)],
  ])
}

function release(voice: Voice): Paper {
  const { story, day } = voice
  const fate = story.offence.confiscateGoods ? '依照行政处罚决定予以没收' : `退还${story.party.you}`
  return paper('release', 'measure-release', '解除扣押决定书', [
    ['agency', story.agency],
    ['title', '解除扣押决定书'],
    ['number', numberOf(story, '解扣')],
    ['addressee', `${story.party.name}：`],
    [
      'words',
      `本机关于${day(story.days.measure)}扣押的${goodsWords(voice)}，` +
        `现决定自${day(story.days.decided)}起解除扣押，${fate}。`,
    ],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(story.days.decided)],
  ])
}
