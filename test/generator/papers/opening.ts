/** The papers from the clue to the first records of the case, and those about who acts and who the party is. */
import type { IsoDate } from '../../../src/shared/values/values.ts'
import { paper, type Paper } from '../paper.ts'
import { numberOf, officerNames, officers, partyRows, type Voice } from '../wording.ts'

export function openingPapers(of: (id: string) => Voice): Paper[] {
  return [
    plan(of('plan')),
    clue(of('clue')),
    filing(of('filing')),
    inspection(of('inspection')),
    photos(of('photos')),
    certificates(of('certificates')),
    identity(of('identity')),
    ...power(of('power')),
    address(of('address')),
    registration(of('registration')),
    earlier(of('earlier')),
    crime(of('crime')),
    recordings(of('recordings')),
  ]
}

function plan({ story, row, day }: Voice): Paper {
  return paper('plan', 'inspection-plan', '行政检查审批表', [
    ['title', '行政检查审批表'],
    ['matter', row('检查事项', `${story.offence.cause}等情况的检查`)],
    ['object', row('检查对象', story.party.name)],
    ['officers', row('检查人员', officerNames(story))],
    ['handlers', row('承办机构意见', `建议检查。${story.unitHead} ${day(story.days.clue)}`)],
    ['approval', row('负责人审批意见', `同意检查。${story.heads[1]} ${day(story.days.clue)}`)],
  ])
}

function clue({ story, row, day, say }: Voice): Paper {
  const { days, party } = story
  return paper('clue', 'clue-form', say('案件线索登记表', '案件来源登记表', '线索登记表'), [
    ['title', say('案件线索登记表', '案件来源登记表')],
    ['number', numberOf(story, '线')],
    ['source', row(say('线索来源', '案件来源'), say('日常检查', '群众举报', '专项检查'))],
    ['day', row('登记时间', day(days.clue))],
    ['party', row('涉及单位（个人）', party.name)],
    ['words', row('线索内容', `${party.name}涉嫌${story.offence.cause}，需要核查。`)],
    ['handling', row('处理意见', `${say('建议现场核查。', '同意核查。')}${story.unitHead} ${day(days.clue)}`)],
  ])
}

function filing(voice: Voice): Paper {
  const { story, row, day, say } = voice
  const { days, offence, heads } = story
  return paper('filing', 'filing-form', say('立案审批表', '行政处罚立案审批表', '立案呈批表'), [
    ['title', say('立案审批表', '行政处罚立案审批表')],
    ['number', numberOf(story, '立')],
    ['cause', row('案由', offence.cause)],
    ...partyRows(voice),
    [
      'facts',
      row(
        '简要案情',
        `${day(days.inspected)}，执法人员${officerNames(story)}对当事人进行检查，发现当事人涉嫌${offence.cause}。`,
      ),
    ],
    [
      'basis',
      row(
        '立案依据',
        `当事人的行为涉嫌违反${offence.violated}，依照${offence.basis}应当给予行政处罚，属于本机关管辖。`,
      ),
    ],
    ['handlers', row('承办人意见', `建议立案调查。${officerNames(story, ' ')} ${day(days.filed)}`)],
    ['unit', row('承办机构意见', `同意立案，报审批。${story.unitHead} ${day(days.filed)}`)],
    [
      'approval',
      row(say('负责人审批意见', '机关负责人意见'), `${say('同意立案。', '批准立案。')}${heads[1]} ${day(days.filed)}`),
    ],
  ])
}

function inspection({ story, row, day, span, say }: Voice): Paper {
  const { days, party, offence } = story
  const { goods } = offence
  const found =
    goods === null ? `发现当事人${offence.act}` : `发现${goods.name}${goods.found}${goods.unit}，当事人${offence.act}`
  return paper('inspection', 'inspection-record', say('现场检查笔录', '现场检查（勘验）笔录', '现场勘验笔录'), [
    ['title', say('现场检查笔录', '现场检查（勘验）笔录')],
    ['time', row('检查时间', span(days.inspected, [9, 30], [10, 50]))],
    ['place', row('检查地点', story.actPlace)],
    ['party', row('被检查单位（人）', party.name)],
    ['present', row('现场负责人', party.head)],
    ['officers', row('检查人员', officers(story))],
    ['recorder', row('记录人', story.officers[1].name)],
    [
      'told',
      say(
        `执法人员：我们是${story.agency}的执法人员${officerNames(story)}，这是我们的执法证件，请你过目。你有权申请回避，是否申请？`,
        `执法人员向当事人出示执法证件，表明身份，说明来意，告知有申请回避的权利。`,
      ),
    ],
    ['answer', `${party.head}：${say('证件看过了，不申请回避。', '看清楚了，不申请回避。')}`],
    ['facts', `检查情况：检查时，${found}。${say('检查全程录像。', '检查过程全程音像记录。')}`],
    ['opinion', `当事人意见：${say('以上笔录我看过，与现场一致。', '笔录已阅，属实。')}`],
    ['signature', `现场负责人（签名）：${party.head} ${day(days.inspected)}`],
    ['signatures', `检查人员（签名）：${officerNames(story, ' ')} ${day(days.inspected)}`],
  ])
}

function photos({ story, row, day, say }: Voice): Paper {
  const { days, party } = story
  return paper('photos', 'photo-evidence', say('现场照片及说明', '现场照片'), [
    ['title', '现场照片及说明'],
    ['time', row('拍摄时间', `${day(days.inspected)}9时40分至10时20分`)],
    ['place', row('拍摄地点', story.actPlace)],
    ['maker', row('拍摄人', story.officers[1].name)],
    ['first', '照片一：大门及名称牌，证明检查地点。'],
    ['second', `照片二：现场情况，证明${story.offence.cause}。`],
    ['holder', `原始载体存于执法记录仪，编号ZF-0${story.number % 9}。`],
    ['signature', `当事人核对意见：核对无误。${party.head} ${day(days.inspected)}`],
    ['checked', `制作人：${story.officers[1].name} 核对人：${story.officers[0].name} ${day(days.inspected)}`],
  ])
}

export function certificates({ story, row, say }: Voice): Paper {
  const until = `${Number(story.year) + 2}年12月31日`
  const since = `${Number(story.year) - 2}年1月1日`
  const [one, other] = story.officers
  const table = say('table', 'cards') === 'table'
  return paper('certificates', 'officer-certificates', '执法人员证件信息', [
    ['title', '行政执法人员证件信息'],
    ...(table
      ? ([
          ['head', '姓名\t单位\t执法证号\t有效期'],
          ['one', `${one.name}\t${story.unit}\t${one.certificate}\t${since}至${until}`],
          ['other', `${other.name}\t${story.unit}\t${other.certificate}\t${since}至${until}`],
        ] as const)
      : ([
          ['one', `${row('姓名', one.name)}\n${row('执法证号', one.certificate)}\n${row('有效期至', until)}`],
          ['other', `${row('姓名', other.name)}\n${row('执法证号', other.certificate)}\n${row('有效期至', until)}`],
        ] as const)),
    ['note', '以上人员均在岗，证件均在有效期内。'],
  ])
}

/** @param on the day on which the copy is handed in */
export function identity({ story, row, day, say }: Voice, on: IsoDate = story.days.inquiry): Paper {
  const { party, world } = story
  const signed = `${say('与原件核对无误。', '本复印件与原件一致。')}提供人（签名）：${party.head} ${day(on)}`
  const checked = `核对人：${officerNames(story, ' ')} ${day(on)}`
  if (world.party === 'citizen')
    return paper('identity', 'identity-papers', '居民身份证复印件', [
      ['title', '居民身份证（复印件）'],
      ['name', row('姓名', party.name)],
      ['code', row('公民身份号码', party.code)],
      ['address', row('住址', party.address)],
      ['signed', signed],
      ['checked', checked],
    ])
  return paper('identity', 'identity-papers', say('营业执照复印件', '营业执照'), [
    ['title', '营业执照（副本复印件）'],
    ['code', row('统一社会信用代码', party.code)],
    ['name', row('名称', party.name)],
    ['type', row('类型', world.party === 'trader' ? '个体工商户' : '有限责任公司（自然人投资或控股）')],
    ['head', row(world.party === 'trader' ? '经营者' : '法定代表人', party.head)],
    ['address', row(world.party === 'trader' ? '经营场所' : '住所', party.address)],
    ['scope', row('经营范围', world.scope)],
    ['signed', signed],
    ['checked', checked],
  ])
}

export function power({ story, row, day }: Voice, on: IsoDate = story.days.inspected): Paper[] {
  const { party, course } = story
  if (!course.agent) return []
  return [
    paper('power', 'power-of-attorney', '授权委托书', [
      ['title', '授权委托书'],
      ['principal', row('委托人', party.name)],
      ['agent', row('受托人', `${story.agent}，系${party.name}工作人员`)],
      ['power', `委托权限：代为签收法律文书，代为陈述、申辩，代为参加听证。`],
      ['term', `委托期限：自${day(on)}起至本案办结之日止。`],
      ['signature', `委托人（盖章）：${party.name}`],
      ['head', `法定代表人（签名）：${party.head}`],
      ['day', day(on)],
    ]),
  ]
}

function address({ story, row, day }: Voice): Paper {
  const { party, days } = story
  return paper('address', 'other', '送达地址确认书', [
    ['title', '送达地址确认书'],
    ['party', row('受送达人', party.name)],
    ['address', row('送达地址', party.address)],
    ['words', '受送达人确认上述地址为接收本案文书的地址，地址变更时将及时书面告知。'],
    ['signature', `受送达人（签名）：${party.head}`],
    ['day', day(days.inquiry)],
  ])
}

function registration({ story, row, day }: Voice): Paper {
  const { party, world, days } = story
  if (world.party === 'citizen' && story.offence.goods === null)
    return paper('registration', 'other', '任职信息查询单', [
      ['title', '任职信息查询单'],
      ['person', row('姓名', party.name)],
      ['post', row('职务', '主要负责人')],
      ['state', row('状态', '在职')],
      ['maker', `查询人：${officerNames(story, ' ')} ${day(days.filed)}`],
    ])
  if (world.party === 'citizen')
    return paper('registration', 'other', '车辆登记信息查询单', [
      ['title', '车辆登记信息查询单'],
      ['owner', row('所有人', party.name)],
      ['use', row('使用性质', '非营运')],
      ['state', row('状态', '正常')],
      ['maker', `查询人：${officerNames(story, ' ')} ${day(days.filed)}`],
    ])
  return paper('registration', 'identity-papers', '市场主体登记信息查询单', [
    ['title', '市场主体登记信息查询单'],
    ['name', row('名称', party.name)],
    ['code', row('统一社会信用代码', party.code)],
    ['state', row('登记状态', '存续（在营、开业）')],
    ['maker', `查询人：${officerNames(story, ' ')} ${day(days.filed)}`],
  ])
}

function earlier({ story, row, day }: Voice): Paper {
  const { party, days } = story
  return paper('earlier', 'earlier-penalty', '行政处罚查询记录', [
    ['title', '行政处罚查询记录'],
    ['party', row('查询对象', party.name)],
    ['day', row('查询时间', day(days.inquiry))],
    ['result', '查询结果：经查询行政处罚信息系统，近两年内没有查到对当事人的行政处罚记录。'],
    ['maker', `查询人：${officerNames(story, ' ')} ${day(days.inquiry)}`],
  ])
}

function crime({ story, row, day, say }: Voice): Paper {
  const { party, days } = story
  return paper('crime', 'transfer-check', '涉嫌犯罪线索排查表', [
    ['title', '涉嫌犯罪线索排查表'],
    ['party', row('当事人', party.name)],
    ['cause', row('案由', story.offence.cause)],
    [
      'result',
      row(
        '排查结论',
        say(
          '经逐项排查，本案未达到刑事立案追诉标准，不涉嫌犯罪。',
          '经排查，本案没有涉嫌犯罪的情形，按行政处罚程序办理。',
        ),
      ),
    ],
    ['handlers', `承办人：${officerNames(story, ' ')} ${day(days.concluded)}`],
    ['unit', `承办机构负责人：${story.unitHead} ${day(days.concluded)}`],
  ])
}

function recordings({ story, day }: Voice): Paper {
  const { days, course } = story
  const rows = [
    ['现场检查', days.inspected],
    ...(course.seizure ? ([['实施扣押', days.measure]] as const) : []),
    ['送达告知书', days.noticeServed],
    ...(course.hearing ? ([['举行听证', days.heard]] as const) : []),
  ] as const
  return paper('recordings', 'recordings-index', '执法全过程音像记录目录', [
    ['title', '执法全过程音像记录目录'],
    ['head', '序号\t内容\t日期\t录制人\t存储位置'],
    ...rows.map(
      ([what, on], place) =>
        [`row${place}`, `${place + 1}\t${what}录像\t${day(on)}\t${story.officers[1].name}\t执法数据中心`] as const,
    ),
    ['note', '以上音像记录完整，均可正常播放。'],
  ])
}
