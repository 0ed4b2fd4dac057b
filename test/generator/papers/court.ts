/** A penalty that nobody pays and that the court is asked to carry out (申请人民法院强制执行案卷). */
import { shiftDays, shiftMonths } from '../../../src/shared/deadlines/day-arithmetic.ts'
import type { IsoDate } from '../../../src/shared/values/values.ts'
import { paper, type Paper } from '../paper.ts'
import type { Story } from '../story.ts'
import { numberOf, type Voice } from '../wording.ts'

/** Nobody paid, and nothing is closed. */
const NOT_YET: ReadonlySet<string> = new Set(['payment', 'closing'])

export interface CourtDays {
  readonly urged: IsoDate
  readonly applied: IsoDate
}

/** In order: urged when the time to sue is over, and the court asked well after ten working days. */
export function courtDaysOf({ days }: Story): CourtDays {
  const urged = shiftDays(shiftMonths(days.decisionServed, 6), 10)
  return { urged, applied: shiftDays(urged, 30) }
}

export function courtPapers(of: (id: string) => Voice, penalty: readonly Paper[]): Paper[] {
  const days = courtDaysOf(of('application').story)
  return [
    ...penalty.filter(({ id }) => !NOT_YET.has(id)),
    courtUrging(of('urging'), days),
    courtUrgingReceipt(of('urging-receipt'), days),
    courtApplication(of('execution'), days),
  ]
}

export function courtUrging({ story, day }: Pick<Voice, 'story' | 'day'>, { urged }: CourtDays): Paper {
  const { party, days, offence } = story
  return paper('urging', 'urging-notice', '履行行政处罚决定催告书', [
    ['agency', story.agency],
    ['title', '履行行政处罚决定催告书'],
    ['number', numberOf(story, '催')],
    ['addressee', `${party.name}：`],
    [
      'words',
      `本机关于${day(days.decisionServed)}向${party.you}送达《行政处罚决定书》（${numberOf(story, '罚')}），${party.you}在法定期限内没有履行。` +
        `根据《中华人民共和国行政强制法》第五十四条的规定，请${party.you}自收到本催告书之日起十日内缴纳罚款${offence.fine}元，` +
        `并按每日百分之三加处罚款，加处罚款${offence.fine}元。逾期仍不履行的，本机关将依法申请人民法院强制执行。`,
    ],
    ['rights', `${party.you}收到本催告书后有权进行陈述和申辩。`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(urged)],
  ])
}

export function courtUrgingReceipt({ story, row, day, time }: Voice, { urged }: CourtDays): Paper {
  return paper('urging-receipt', 'service-receipt', '履行行政处罚决定催告书送达回证', [
    ['title', '送达回证'],
    ['of', row('送达文书', `履行行政处罚决定催告书（${numberOf(story, '催')}）`)],
    ['party', row('受送达人', story.party.name)],
    ['time', row('送达时间', `${day(urged)}${time(10, 0)}`)],
    ['way', row('送达方式', '直接送达')],
    ['signature', `收件人（签名）：${story.party.head} ${day(urged)}`],
    ['servers', `送达人：${story.officers.map(({ name }) => name).join(' ')}`],
  ])
}

export function courtApplication({ story, day }: Pick<Voice, 'story' | 'day'>, { urged, applied }: CourtDays): Paper {
  const { party, days, offence } = story
  return paper('execution', 'execution-decision', '强制执行申请书', [
    ['title', '强制执行申请书'],
    ['agency', `申请人：${story.agency}`],
    ['party', `被申请人：${party.name}`],
    ['claim', `请求事项：强制执行${numberOf(story, '罚')}行政处罚决定，罚款${offence.fine}元，加处罚款${offence.fine}元。`],
    [
      'words',
      `事实和理由：本机关于${day(days.decided)}作出上述行政处罚决定，${day(days.decisionServed)}送达。被申请人在法定期限内既未申请行政复议，也未提起行政诉讼，又不履行。` +
        `经${day(urged)}催告，仍不履行。根据《中华人民共和国行政强制法》第五十三条、第五十四条的规定，申请强制执行。`,
    ],
    ['court', `此致 ${story.court}`],
    ['issuer', `${story.agency}（印章）`],
    ['day', day(applied)],
  ])
}
