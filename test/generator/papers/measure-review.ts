/** A seizure that comes up for review while it lasts (强制措施案卷): nothing is told or decided of a penalty yet. */
import { paper, type Draft, type Paper } from '../paper.ts'
import { numberOf, officerNames, officers, type Voice } from '../wording.ts'

/** What is done at the time of the review, of all that the case will have. */
const SO_FAR: ReadonlySet<string> = new Set([
  'plan',
  'clue',
  'filing',
  'inspection',
  'photos',
  'certificates',
  'identity',
  'power',
  'address',
  'registration',
  'earlier',
  'measure-approval',
  'measure',
  'measure-receipt',
  'measure-record',
  'goods',
  'testing-told',
  'sampling',
  'test',
  'accreditation',
  'test-notice',
  'test-receipt',
  'inquiry',
  'second-inquiry',
  'copy',
  'extension',
  'extension-receipt',
])

export function measureReviewPapers(of: (id: string) => Voice, papers: readonly Paper[]): Paper[] {
  return [
    ...papers.filter(({ id }) => SO_FAR.has(id)),
    recordings(of('recordings')),
    submission(of('submission')),
    explanation(of('explanation')),
    review(of('review')),
    extract(of('extract')),
  ]
}

/** The submission goes out the day before the extension is decided. */
const PROPOSAL = '延长扣押期限三十日'

function recordings({ story, day }: Voice): Paper {
  const rows = [['现场检查', story.days.inspected], ['实施扣押', story.days.measure]] as const
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

function submission({ story, row, day }: Voice): Paper {
  return paper('submission', 'submission-form', '法制审核送审函', [
    ['title', '法制审核送审函'],
    ['number', numberOf(story, '送审')],
    ['addressee', '法规股：'],
    ['words', `${story.party.name}涉嫌${story.offence.cause}案的扣押期限将满，现就延长扣押期限报送审核。`],
    ['handlers', row('承办人', officers(story))],
    ['proposal', row('拟作决定', PROPOSAL)],
    ['unit', story.unit],
    ['day', day(story.days.extended)],
  ])
}

function explanation({ story, row, day }: Voice): Paper {
  return paper('explanation', 'explanation', '拟作出行政强制措施情况说明', [
    ['title', '拟作出行政强制措施情况说明'],
    ['party', row('当事人', story.party.name)],
    ['measure', `本机关于${day(story.days.measure)}扣押涉案物品。因案情复杂，尚在调查，拟${PROPOSAL}。`],
    ['handlers', `承办人：${officerNames(story, ' ')} ${day(story.days.extended)}`],
  ])
}

function review({ story, row, day }: Voice): Paper {
  return paper('review', 'review-opinion', '法制审核意见书', [
    ['title', '重大行政执法决定法制审核意见书'],
    ['number', numberOf(story, '法审')],
    ['case', row('案件名称', `${story.party.name}${story.offence.cause}案`)],
    ['unit', row('送审机构', story.unit)],
    ['office', row('审核机构', '法规股')],
    ['proposal', row('拟作决定', PROPOSAL)],
    ['opinion', row('审核意见', '主体合法，程序合法，适用法律正确，同意延长。')],
    [
      'reviewer',
      `审核人（签名）：${story.reviewer}（法律职业资格证书编号：` +
        `A${story.year}35${String(story.number).padStart(4, '0')}0011） ${day(story.days.extended)}`,
    ],
  ])
}

function extract({ story }: Voice): Paper {
  return paper('extract', 'legal-basis-extract', '法律依据摘录', [
    ['title', '法律依据摘录'],
    ['basis', `一、扣押依据：${story.world.seizure?.basis ?? ''}。`],
    ['term', '二、扣押期限：《中华人民共和国行政强制法》第二十五条。'],
  ])
}
