/** A penalty that is carried out by force (行政强制执行案卷): the papers of the penalty, and those of the execution. */
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { paper, type Paper } from '../paper.ts'
import { numberOf, officerNames, officers, remediesWords, type Voice } from '../wording.ts'

/** Nobody paid, and nothing is closed. */
const NOT_YET: ReadonlySet<string> = new Set(['payment', 'closing'])
/** What the decision orders beside the fine, and what the agency does in the party's place (代履行, 行政强制法 art. 50). */
const DUTY = '退还非法占用的土地，恢复土地原状'
/** Days after the service of the decision: the time to pay and to sue is over. */
const URGED_AFTER = 190

export function executionPapers(of: (id: string) => Voice, penalty: readonly Paper[]): Paper[] {
  const { story } = of('execution')
  const urged = shiftDays(story.days.decisionServed, URGED_AFTER)
  const decided = shiftDays(urged, 30)
  return [
    ...penalty.filter(({ id }) => !NOT_YET.has(id)),
    urging(of('urging'), urged),
    receipt(of('urging-receipt'), 'urging-receipt', '履行行政处罚决定催告书', '催', urged),
    approval(of('execution-approval'), decided),
    execution(of('execution'), decided),
    receipt(of('execution-receipt'), 'execution-receipt', '代履行决定书', '代', shiftDays(decided, 1)),
  ]
}

type Day = Parameters<Voice['day']>[0]

function urging({ story, day }: Voice, on: Day): Paper {
  const { party, days } = story
  return paper('urging', 'urging-notice', '履行行政处罚决定催告书', [
    ['agency', story.agency],
    ['title', '履行行政处罚决定催告书'],
    ['number', numberOf(story, '催')],
    ['addressee', `${party.name}：`],
    [
      'words',
      `本机关于${day(days.decisionServed)}向${party.you}送达《行政处罚决定书》（${numberOf(story, '罚')}），` +
        `${party.you}在法定期限内没有履行。根据《中华人民共和国行政强制法》第三十五条的规定，请${party.you}自收到本催告书之日起十日内${DUTY}，逾期不履行的，本机关将依法代履行。`,
    ],
    ['rights', `${party.you}收到本催告书后有权进行陈述和申辩。`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(on)],
  ])
}

function receipt({ story, row, day, time }: Voice, id: string, title: string, kind: string, on: Day): Paper {
  return paper(id, 'service-receipt', `${title}送达回证`, [
    ['title', '送达回证'],
    ['of', row('送达文书', `${title}（${numberOf(story, kind)}）`)],
    ['party', row('受送达人', story.party.name)],
    ['time', row('送达时间', `${day(on)}${time(10, 0)}`)],
    ['way', row('送达方式', '直接送达')],
    ['signature', `收件人（签名）：${story.party.head} ${day(on)}`],
    ['servers', `送达人：${officerNames(story, ' ')}`],
  ])
}

function approval({ story, row, day }: Voice, on: Day): Paper {
  return paper('execution-approval', 'execution-decision', '行政强制执行审批表', [
    ['title', '行政强制执行审批表'],
    ['party', row('当事人', story.party.name)],
    ['officers', row('承办人', officers(story))],
    ['handlers', row('承办人意见', `催告期满没有履行，建议代履行。${officerNames(story, ' ')} ${day(on)}`)],
    ['approval', row('负责人审批意见', `同意代履行。${story.heads[0]} ${day(on)}`)],
  ])
}

function execution(voice: Voice, on: Day): Paper {
  const { story, day, time } = voice
  const { party } = story
  return paper('execution', 'execution-decision', '代履行决定书', [
    ['agency', story.agency],
    ['title', '代履行决定书'],
    ['number', numberOf(story, '代')],
    ['addressee', `${party.name}：`],
    [
      'words',
      `经催告，${party.you}逾期仍不履行行政处罚决定确定的义务。根据《中华人民共和国行政强制法》第五十条的规定，本机关决定代履行：${DUTY}，` +
        `由${story.place.county}城乡建设服务中心代履行，费用预算为三千元，由${party.you}承担。代履行时间：` +
        `${day(shiftDays(on, 12))}${time(9, 30)}。全程录像。`,
    ],
    ['remedies', remediesWords(voice, '决定')],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(on)],
  ])
}
