/** Inquiries, copies, prints, calculations, tests: what proves the act. */
import { paper, type Draft, type Paper } from '../paper.ts'
import { numberOf, officer, officerNames, type Voice } from '../wording.ts'

export function evidencePapers(of: (id: string) => Voice): Paper[] {
  const { story } = of('evidence')
  return [
    inquiry(of('inquiry'), 'party'),
    ...(story.world.party === 'citizen' ? [] : [inquiry(of('second-inquiry'), 'staff')]),
    copy(of('copy')),
    ...(story.world.id === 'advertising' ? [print(of('print'))] : []),
    ...(story.offence.gain === null ? [] : [calculation(of('calculation'))]),
    ...(story.course.test ? testing(of) : []),
    evidenceList(of('evidence-list')),
  ]
}

function inquiry(voice: Voice, who: 'party' | 'staff'): Paper {
  const { story, row, day, span, say } = voice
  const { days, party, offence, world, agency } = story
  const own = who === 'party'
  const person = own ? party.head : story.staff
  const on = own ? days.inquiry : days.secondInquiry
  const post = own
    ? world.party === 'company'
      ? '法定代表人'
      : world.party === 'trader'
        ? '经营者'
        : '当事人本人'
    : '工作人员'
  const [asks, writes] = story.officers
  const rows: Draft[] = offence.questions.flatMap(([question, answer], place): Draft[] => [
    [`question${place}`, `问：${question.replaceAll('你公司', party.you)}`],
    [`answer${place}`, `答：${answer}`],
  ])
  rows.push(
    ['since', '问：这样做是从什么时候开始的？'],
    ['since-answer', `答：从${day(days.actFrom)}开始，一直到${day(days.inspected)}你们来检查。`],
  )
  return paper(
    own ? 'inquiry' : 'second-inquiry',
    'inquiry-record',
    `${say('询问笔录', '调查询问笔录')}（${person}）`,
    [
      ['title', say('询问笔录', '调查询问笔录')],
      ['time', row('询问时间', own ? span(on, [9, 10], [10, 25]) : span(on, [14, 30], [15, 40]))],
      ['place', row('询问地点', `${agency}询问室`)],
      ['asks', row('询问人', officer(asks))],
      ['writes', row('记录人', officer(writes))],
      ['person', row('被询问人', `${person}`)],
      ['post', row('与本案关系', post)],
      [
        'told',
        `问：我们是${agency}执法人员${officerNames(story)}，这是我们的执法证件，请你过目。${say('你有权申请我们回避，是否申请？', '依法你有申请回避的权利，是否申请我们回避？')}`,
      ],
      ['answer', `答：${say('看过了，不申请回避。', '证件看清了，不申请回避。')}`],
      ...rows,
      ['close', `问：${say('以上说的是否属实？', '还有什么要补充的？')}`],
      ['closing', `答：${say('都属实，没有补充。', '没有了，都是实话。')}`],
      ['read', `${say('以上笔录我看过，与我说的一致。', '以上笔录已阅，属实。')}`],
      ['signature', `被询问人（签名）：${person} ${day(on)}`],
      ['signatures', `询问人（签名）：${asks.name} 记录人（签名）：${writes.name} ${day(on)}`],
    ],
  )
}

function copy({ story, row, day }: Voice): Paper {
  const { party, days } = story
  return paper('copy', 'other', '台账复印件', [
    ['title', '经营台账（复印件）'],
    ['content', row('内容', `与本案有关的记录共${2 + (story.number % 5)}页，证明当事人的经营情况。`)],
    ['signed', `本复印件与原件核对无误，原件由当事人保存。提供人（签名）：${party.head} ${day(days.inquiry)}`],
    ['checked', `核对人：${officerNames(story, ' ')} ${day(days.inquiry)}`],
  ])
}

function print({ story, row, day }: Voice): Paper {
  const { party, days } = story
  return paper('print', 'photo-evidence', '网页截图打印件', [
    ['title', '网页截图打印件'],
    ['content', row('页面', `${party.name}网络店铺商品页面，${story.offence.act.replace('在网络店铺的商品页面', '')}`)],
    ['time', row('提取时间', `${day(days.inspected)}10时05分`)],
    ['maker', `提取人：${officerNames(story, ' ')} ${day(days.inspected)}`],
    ['signed', `当事人核对：属实。${party.head} ${day(days.inquiry)}`],
  ])
}

function calculation({ story, row, day }: Voice): Paper {
  const { offence, days } = story
  const { goods, gain } = offence
  const lines: Draft[] =
    goods === null || goods.price === 0
      ? [['sum', `违法所得＝运费合计${gain ?? 0}元。`]]
      : [
          ['head', '项目\t品名\t数量\t单价（元）\t金额（元）'],
          ['sold', `违法所得\t${goods.name}\t${goods.sold}\t${goods.price}\t${goods.sold * goods.price}`],
          ['found', `未售货值\t${goods.name}\t${goods.found}\t${goods.price}\t${goods.found * goods.price}`],
          ['total', `合计\t\t${goods.sold + goods.found}\t\t${(goods.sold + goods.found) * goods.price}`],
          ['product', `已售${goods.sold}${goods.unit}×${goods.price}元/${goods.unit}=${goods.sold * goods.price}元`],
          ['sum', `货值金额为${(goods.sold + goods.found) * goods.price}元，违法所得为${goods.sold * goods.price}元。`],
        ]
  return paper('calculation', 'calculation-sheet', '违法所得计算表', [
    ['title', '违法所得、货值金额计算表'],
    ['party', row('当事人', story.party.name)],
    ...lines,
    ['makers', `计算人：${officerNames(story, ' ')} ${day(days.secondInquiry)}`],
    ['signature', `当事人核对：无异议。${story.party.head} ${day(days.secondInquiry)}`],
  ])
}

function testing(of: (id: string) => Voice): Paper[] {
  return [
    sampling(of('sampling')),
    report(of('test')),
    accreditation(of('accreditation')),
    testNotice(of('test-notice')),
    testReceipt(of('test-receipt')),
  ]
}

const thing = ({ story }: Voice): string => story.offence.product ?? '废水'

function sampling(voice: Voice): Paper {
  const { story, row, day, span } = voice
  const { days, party, sampleNumber } = story
  return paper('sampling', 'sampling-record', story.world.id === 'ecology' ? '采样记录' : '抽样取证记录', [
    ['title', story.world.id === 'ecology' ? '水质采样记录' : '抽样取证记录'],
    ['time', row(story.world.id === 'ecology' ? '采样时间' : '抽样时间', span(days.sampled, [11, 0], [11, 30]))],
    ['party', row('被抽样单位', party.name)],
    ['place', row('地点', story.actPlace)],
    ['sample', row('样品名称', thing(voice))],
    ['number', row('样品编号', sampleNumber)],
    ['officers', row('执法人员', `${officer(story.officers[0])}、${officer(story.officers[1])}`)],
    ['sealed', `样品由抽样人员当场封存，封条由当事人签名，备份样品封存于抽样单位。`],
    ['signature', `被抽样单位（签名）：${party.head} ${day(days.sampled)}`],
    ['signatures', `抽样人：${officerNames(story, ' ')} ${day(days.sampled)}`],
  ])
}

function report(voice: Voice): Paper {
  const { story, row, day } = voice
  const { days, world, sampleNumber } = story
  const test = world.test
  if (test === null) throw new Error('no test here')
  const bad = world.id !== 'ecology'
  return paper('test', 'test-report', `${test.word}报告`, [
    ['title', `${test.word}报告`],
    ['report', row('报告编号', `JC${story.year}-${story.number}`)],
    ['body', row(`${test.word}机构`, `${story.place.city}${test.body}`)],
    [
      'accreditation',
      row(
        '资质认定证书编号',
        `2218${story.place.division.slice(0, 4)}0${String(story.number).padStart(3, '0')}，` +
          `有效期至${Number(story.year) + 3}年5月31日`,
      ),
    ],
    ['sample', row('样品名称', thing(voice))],
    ['number', row('样品编号', sampleNumber)],
    ['item', row(`${test.word}项目`, test.item)],
    ['standard', row('依据', test.standard)],
    [
      'result',
      `${test.word}结论：${bad ? `经检验，${test.item}项目不符合${test.standard}要求，检验结论为不合格。` : `所测项目未超过${test.standard}的限值。`}`,
    ],
    ['signed', `签发：${story.tester}（授权签字人）`],
    ['issuer', `${story.place.city}${test.body}（检验检测专用章）`],
    ['day', day(days.tested)],
  ])
}

function accreditation({ story, row, day }: Voice): Paper {
  const test = story.world.test
  if (test === null) throw new Error('no test here')
  return paper('accreditation', 'test-report', '检验检测机构资质认定证书复印件', [
    ['title', '检验检测机构资质认定证书（复印件）'],
    ['number', row('证书编号', `2218${story.place.division.slice(0, 4)}0${String(story.number).padStart(3, '0')}`)],
    ['body', row('名称', `${story.place.city}${test.body}`)],
    ['until', row('有效期至', `${Number(story.year) + 3}年5月31日`)],
    ['items', row('认定项目', `${test.item}等`)],
    ['signed', `复印件与原件核对一致。提供单位：${story.place.city}${test.body}（盖章）`],
    ['checked', `核对人：${officerNames(story, ' ')} ${day(story.days.testTold)}`],
  ])
}

function testNotice(voice: Voice): Paper {
  const { story, day } = voice
  const { days, party, world } = story
  const word = world.test?.word ?? '检验'
  return paper('test-notice', 'test-notice', `${word}结果告知书`, [
    ['agency', story.agency],
    ['title', `${word}结果告知书`],
    ['number', numberOf(story, '检告')],
    ['addressee', `${party.name}：`],
    [
      'words',
      `本机关于${day(days.sampled)}抽取你单位的${thing(voice)}样品（编号${story.sampleNumber}），经${word}，现将${word}报告送达你单位。`,
    ],
    ['right', `对${word}结果有异议的，可以自收到本告知书之日起七个工作日内向本机关书面提出复检申请。`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(days.testTold)],
  ])
}

function testReceipt({ story, row, day }: Voice): Paper {
  const { days, world, party } = story
  const word = world.test?.word ?? '检验'
  return paper('test-receipt', 'service-receipt', `${word}结果告知书送达回证`, [
    ['title', '送达回证'],
    ['of', row('送达文书', `${word}结果告知书（${numberOf(story, '检告')}）`)],
    ['party', row('受送达人', party.name)],
    ['time', row('送达时间', `${day(days.testTold)}15时00分`)],
    ['way', row('送达方式', '直接送达')],
    ['signature', `收件人（签名）：${party.head} ${day(days.testTold)}`],
    ['servers', `送达人：${officerNames(story, ' ')}`],
  ])
}

function evidenceList({ story, day }: Voice): Paper {
  const names = [
    '现场检查笔录',
    '现场照片',
    '询问笔录',
    ...(story.course.test ? [`${story.world.test?.word ?? '检验'}报告`] : []),
    '台账复印件',
  ]
  return paper('evidence-list', 'evidence-list', '证据清单', [
    ['title', '证据清单'],
    ['head', '序号\t证据名称\t证明事项'],
    ...names.map((name, place): Draft => [`row${place}`, `${place + 1}\t${name}\t证明违法事实`]),
    ['makers', `制作人：${officerNames(story, ' ')} ${day(story.days.concluded)}`],
  ])
}
