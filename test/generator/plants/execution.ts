/** Question 3.18 and what goes with it: a decision that is carried out by force (行政强制执行). */
import { shiftDays, shiftMonths } from '../../../src/shared/deadlines/day-arithmetic.ts'
import type { IsoDate } from '../../../src/shared/values/values.ts'
import type { CaseEdit } from '../case.ts'
import { courtApplication, courtDaysOf, courtUrging, type CourtDays } from '../papers/court.ts'
import type { Paper } from '../paper.ts'
import type { Story } from '../story.ts'
import { inWorld, printed, type Plant } from './plant.ts'

const URGED_AFTER = 75

interface Execution {
  /** Days from the urging to the execution decision; null where nobody urges. */
  readonly after: number | null
  readonly rights?: boolean
  readonly remedies?: boolean
  readonly time?: string
  readonly what?: string
}

/** The papers of the execution; in order but for what is given. */
function execute(
  edit: CaseEdit,
  story: Story,
  { after, rights = true, remedies = true, time = '9时', what = '强制缴纳' }: Execution,
): void {
  const { party, agency, government, court } = story
  const urged = shiftDays(story.days.decisionServed, URGED_AFTER)
  const decided: IsoDate = shiftDays(urged, after ?? 20)
  if (after !== null)
    edit.add('urging', 'urging-notice', '履行行政处罚决定催告书', [
      ['agency', agency],
      ['title', '履行行政处罚决定催告书'],
      ['addressee', `${party.name}：`],
      [
        'words',
        `请${party.you}自收到本催告书之日起十日内履行行政处罚决定确定的义务，逾期不履行的，本机关将依法强制执行。${rights ? `${party.you}有权进行陈述和申辩。` : ''}`,
      ],
      ['signature', `签收：${party.head} ${printed(story, urged)}`],
      ['issuer', `${agency}（印章）`],
      ['day', printed(story, urged)],
    ])
  edit.add('execution', 'execution-decision', '强制执行决定书', [
    ['agency', agency],
    ['title', '强制执行决定书'],
    ['addressee', `${party.name}：`],
    [
      'words',
      `${after === null ? '' : '经催告，'}${party.you}逾期不履行行政处罚决定，本机关决定${what}，执行时间：` +
        `${printed(story, shiftDays(decided, 6))}${time}。全程录像。`,
    ],
    ...(remedies
      ? ([
          [
            'remedies',
            `如不服本决定，可以自收到本决定书之日起六十日内向${government}申请行政复议，也可以自收到本决定书之日起六个月内向${court}提起行政诉讼。`,
          ],
        ] as const)
      : []),
    ['issuer', `${agency}（印章）`],
    ['day', printed(story, decided)],
  ])
  edit.dropIfThere('payment', 'closing')
}

/** Writes urging and application of a case before the court anew, for other days. */
function apply(edit: CaseEdit, story: Story, days: Partial<CourtDays>): void {
  const all = { ...courtDaysOf(story), ...days }
  const voice = { story, day: (on: IsoDate) => printed(story, on) }
  const put = ({ id, lines }: Paper): void => {
    for (const { slot, text } of lines) edit.set(id, slot, text)
  }
  put(courtUrging(voice, all))
  put(courtApplication(voice, all))
  edit.set('urging-receipt', 'time', `送达时间：${printed(story, all.urged)}10时`)
  edit.set('urging-receipt', 'signature', `收件人（签名）：${story.party.head} ${printed(story, all.urged)}`)
}

const PULLED_DOWN = '强制拆除你单位的违法建筑'

export const EXECUTION_PLANTS: readonly Plant[] = [
  { ruleId: '3.18-no-urging', papers: (edit, story) => execute(edit, story, { after: null }) },
  {
    ruleId: '3.18-urging-not-expired',
    papers: (edit, story) => execute(edit, story, { after: edit.random.int(2, 6) }),
  },
  {
    ruleId: '3.18-night-or-holiday',
    papers: (edit, story) => execute(edit, story, { after: 20, time: edit.random.pick(['23时', '22时30分']) }),
  },
  { ruleId: '3.18-urging-without-rights', papers: (edit, story) => execute(edit, story, { after: 20, rights: false }) },
  {
    ruleId: '3.18-demolition-not-announced',
    fits: inWorld('land'),
    papers: (edit, story) => execute(edit, story, { after: 20, what: PULLED_DOWN }),
  },
  {
    ruleId: '3.18-remedies-still-open',
    fits: inWorld('land'),
    papers: (edit, story) => {
      execute(edit, story, { after: -60, what: PULLED_DOWN })
      edit.swap('decision', 'penalty', '退还非法占用的土地', '退还非法占用的土地，限期拆除地上的违法建筑')
    },
  },
  {
    ruleId: '6.8-demolition-without-government',
    fits: inWorld('land'),
    papers: (edit, story) => {
      execute(edit, story, { after: 20, what: PULLED_DOWN })
      edit.swap(
        'decision',
        'reason',
        story.offence.violated,
        `${story.offence.violated}和《中华人民共和国城乡规划法》第四十条第一款`,
      )
    },
  },
  {
    ruleId: '7.3-other-remedies-missing',
    papers: (edit, story) => execute(edit, story, { after: 20, remedies: false }),
  },
  {
    ruleId: '3.18-court-application-late',
    files: ['court'],
    papers: (edit, story) =>
      apply(edit, story, { applied: shiftDays(shiftMonths(courtDaysOf(story).urged, 3), edit.random.int(6, 60)) }),
  },
  {
    ruleId: '3.18-court-before-remedies-ended',
    files: ['court'],
    papers: (edit, story) => {
      const urged = shiftDays(story.days.decisionServed, edit.random.int(30, 90))
      apply(edit, story, { urged, applied: shiftDays(urged, 30) })
    },
  },
  {
    ruleId: '3.18-court-urged-too-short',
    files: ['court'],
    papers: (edit, story) => apply(edit, story, { applied: shiftDays(courtDaysOf(story).urged, edit.random.int(2, 9)) }),
  },
  {
    ruleId: '3.18-court-not-urged',
    files: ['court'],
    papers: (edit) => {
      edit.drop('urging', 'urging-receipt')
      edit.swap('execution', 'words', /经[^，]*催告，仍不履行。/u, '')
    },
  },
  {
    ruleId: '5.5-surcharge-above-principal',
    files: ['court'],
    papers: (edit, story) => {
      const claimed = Math.round(story.offence.fine * edit.random.pick([1.2, 1.8, 3]))
      edit.swap(edit.random.pick(['urging', 'execution']), null, `加处罚款${story.offence.fine}元`, `加处罚款${claimed}元`)
    },
  },
  {
    ruleId: '5.5-surcharge-rate',
    files: ['court'],
    papers: (edit) => void edit.swap('urging', 'words', '每日百分之三加处罚款', `每日${edit.random.pick(['百分之五', '千分之三', '5%'])}加处罚款`),
  },
  {
    ruleId: '5.5-surcharge-during-remedy',
    files: ['court'],
    papers: (edit) => void edit.insert('execution', 'claim', '加处罚款在行政复议、诉讼期间照常计算。'),
  },
]
