/** A licence file (许可案卷) from the application to the check on the spot and the views of those whom it touches. */
import type { LicenceCourse } from '../licence-course.ts'
import { paper, type Draft, type Paper } from '../paper.ts'
import type { Story } from '../story.ts'
import { numberOf, officerNames, officers, type Voice } from '../wording.ts'
import type { IsoDate } from '../../../src/shared/values/values.ts'
import { certificates, identity, power } from './opening.ts'

export function licenceOf(story: Story): LicenceCourse {
  if (story.licence === null) throw new Error(`${story.world.id} has no licence`)
  return story.licence
}

export function licencePapers(of: (id: string) => Voice): Paper[] {
  const { matter, supplement, days } = licenceOf(of('application').story)
  return [
    application(of('application')),
    ...matter.papers.map((name, place) => handedIn(of(`handed-in-${place}`), place, name)),
    identity(of('identity'), days.applied),
    ...power(of('power'), days.applied),
    ...(supplement ? supplementPapers(of) : []),
    acceptance(of('acceptance')),
    licenceReceipt(of('acceptance-receipt'), 'acceptance-receipt', '行政许可申请受理通知书', '许受', 'accepted'),
    certificates(of('certificates')),
    checkRecord(of('inspection')),
    photos(of('photos')),
    ...(matter.neighbours === null ? [] : neighboursPapers(of)),
  ]
}

/** The applicant as the head of a paper for it names it. */
export function applicantRows({ story, row }: Voice): Draft[] {
  const { party, world } = story
  const trader = world.party === 'trader'
  return [
    ['party', row('申请人', party.name)],
    ['code', row('统一社会信用代码', party.code)],
    ['head', row(trader ? '经营者' : '法定代表人', party.head)],
    ['address', row(trader ? '经营场所' : '住所', party.address)],
  ]
}

export function licenceReceipt(
  { story, row, day, time }: Voice,
  id: string,
  title: string,
  kind: string,
  on: keyof LicenceCourse['days'],
): Paper {
  const served = licenceOf(story).days[on]
  return paper(id, 'service-receipt', `${title}送达回证`, [
    ['title', '送达回证'],
    ['of', row('送达文书', `${title}（${numberOf(story, kind)}）`)],
    ['party', row('受送达人', story.party.name)],
    ['time', row('送达时间', `${day(served)}${time(10, 0)}`)],
    ['way', row('送达方式', '直接送达')],
    ['signature', `收件人（签名）：${story.party.head} ${day(served)}`],
    ['servers', `送达人：${officerNames(story, ' ')}`],
  ])
}

function application(voice: Voice): Paper {
  const { story, row, day } = voice
  const { matter, days } = licenceOf(story)
  return paper('application', 'licence-application', '行政许可申请书', [
    ['title', '行政许可申请书'],
    ...applicantRows(voice),
    ['item', row('申请事项', matter.item)],
    ['words', `${story.party.we}申请${matter.item}，所提交的申请材料真实、完整，对其实质内容的真实性负责。`],
    ['materials', row('申请材料', ['营业执照复印件', ...matter.papers].join('、'))],
    ['signature', `申请人：${story.party.name}（盖章）`],
    ['day', row('申请日期', day(days.applied))],
  ])
}

function handedIn({ story, row, day }: Voice, place: number, name: string): Paper {
  const { matter, supplement, days } = licenceOf(story)
  const late = supplement && place === matter.papers.length - 1
  const on = late ? days.supplemented : days.applied
  return paper(`handed-in-${place}`, 'other', name, [
    ['title', name],
    ['party', row('单位名称', story.party.name)],
    ['words', `本材料用于申请${matter.item}，内容与实际情况一致。`],
    ['signature', `${story.party.name}（盖章）`],
    ['day', day(on)],
  ])
}

function supplementPapers(of: (id: string) => Voice): Paper[] {
  const { story, day } = of('supplement')
  const { matter, days } = licenceOf(story)
  const late = matter.papers.at(-1) ?? ''
  return [
    paper('supplement-told', 'licence-application', '申请材料补正告知书', [
      ['agency', story.agency],
      ['title', '申请材料补正告知书'],
      ['number', numberOf(story, '许补')],
      ['addressee', `${story.party.name}：`],
      [
        'words',
        `${story.party.you}于${day(days.applied)}提出的${matter.item}申请，申请材料不齐全。根据《中华人民共和国行政许可法》第三十二条第一款第（四）项的规定，` +
          `请补正以下全部内容：${late}。`,
      ],
      ['issuer', `${story.agency}（行政许可专用章）`],
      ['day', day(days.supplementTold)],
    ]),
    licenceReceipt(of('supplement-receipt'), 'supplement-receipt', '申请材料补正告知书', '许补', 'supplementTold'),
    paper('supplement', 'other', '补正材料接收单', [
      ['title', '补正材料接收单'],
      ['party', `申请人：${story.party.name}`],
      ['words', `已补交${late}，补正材料齐全，符合法定形式。`],
      ['signature', `接收人：${story.clerk} 提交人：${story.party.head} ${day(days.supplemented)}`],
    ]),
  ]
}

function acceptance({ story, day }: Voice): Paper {
  const { matter, days } = licenceOf(story)
  return paper('acceptance', 'licence-application', '行政许可申请受理通知书', [
    ['agency', story.agency],
    ['title', '行政许可申请受理通知书'],
    ['number', numberOf(story, '许受')],
    ['addressee', `${story.party.name}：`],
    [
      'words',
      `${story.party.you}提出的${matter.item}申请，材料齐全，符合法定形式，本机关决定予以受理。本机关将自受理之日起二十个工作日内作出决定。`,
    ],
    ['issuer', `${story.agency}（行政许可专用章）`],
    ['day', day(days.accepted)],
  ])
}

function checkRecord({ story, row, day, span }: Voice): Paper {
  const { matter, granted, days } = licenceOf(story)
  const met = matter.checks.length - (granted ? 0 : 1)
  return paper('inspection', 'inspection-record', '现场核查记录', [
    ['title', '现场核查记录'],
    ['time', row('核查时间', span(days.checked, [9, 30], [10, 40]))],
    ['place', row('核查地点', story.actPlace)],
    ['party', row('申请人', story.party.name)],
    ['item', row('许可事项', matter.item)],
    ['officers', row('核查人员', officers(story))],
    ['told', '核查人员出示执法证件，说明来意。'],
    ['table', '核查内容\t核查方式\t核查结果'],
    ...matter.checks.map(
      (check, place): Draft => [`check${place}`, `${check}\t现场查看\t${place < met ? '符合' : '不符合'}`],
    ),
    ['conclusion', `核查结论：${granted ? '经现场核查，各项条件均符合。' : `经现场核查，${matter.missing}，不符合许可条件。`}`],
    ['signature', `申请人（签名）：${story.party.head} ${day(days.checked)}`],
    ['signatures', `核查人员（签名）：${officerNames(story, ' ')} ${day(days.checked)}`],
  ])
}

function photos({ story, row, day, time }: Voice): Paper {
  const { days } = licenceOf(story)
  return paper('photos', 'photo-evidence', '现场照片及说明', [
    ['title', '现场照片及说明'],
    ['time', row('拍摄时间', `${day(days.checked)}${time(9, 45)}`)],
    ['place', row('拍摄地点', story.actPlace)],
    ['maker', row('拍摄人', story.officers[1].name)],
    ['first', '照片一：场所外观，证明核查地点。'],
    ['second', '照片二：场所内部，证明核查时的情况。'],
    ['signature', `申请人核对意见：核对无误。${story.party.head} ${day(days.checked)}`],
    ['checked', `制作人：${story.officers[1].name} 核对人：${story.officers[0].name} ${day(days.checked)}`],
  ])
}

function neighboursPapers(of: (id: string) => Voice): Paper[] {
  const { story, day, row } = of('neighbours')
  const { matter, days } = licenceOf(story)
  const told = numberOf(story, '许告')
  const received = (on: IsoDate): Draft => ['signature', `收件人（签名）：${story.witness} ${day(on)}`]
  return [
    paper('neighbours-told', 'interested-party-paper', '行政许可利害关系人告知书', [
      ['agency', story.agency],
      ['title', '行政许可利害关系人告知书'],
      ['number', told],
      ['addressee', `${story.witness}：`],
      [
        'words',
        `${story.party.name}申请${matter.item}，与你有直接的重大利益关系。根据《中华人民共和国行政许可法》第三十六条、第四十七条的规定，你有权进行陈述和申辩，` +
          '并可以自收到本告知书之日起五日内申请听证。',
      ],
      ['issuer', `${story.agency}（印章）`],
      ['day', day(days.neighboursTold)],
    ]),
    paper('neighbours-receipt', 'service-receipt', '利害关系人告知书送达回证', [
      ['title', '送达回证'],
      ['of', row('送达文书', `行政许可利害关系人告知书（${told}）`)],
      ['party', row('受送达人', story.witness)],
      ['time', row('送达时间', day(days.neighboursTold))],
      ['way', row('送达方式', '直接送达')],
      received(days.neighboursTold),
      ['servers', `送达人：${officerNames(story, ' ')}`],
    ]),
    paper('neighbours', 'interested-party-paper', '利害关系人意见', [
      ['title', '利害关系人意见'],
      ['party', row('利害关系人', story.witness)],
      ['words', `${matter.neighbours ?? ''}已经说明，采取措施后没有异议。`],
      ['waiver', '放弃其他陈述、申辩的权利。'],
      ['signature', `利害关系人（签名）：${story.witness} ${day(days.neighboursAnswered)}`],
    ]),
  ]
}
