/** Heading 3, first half: filing, preservation, seizure, the notice. */
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { hears, printed, seizes, withDays, type Plant } from './plant.ts'

export const OPENING_PLANTS: readonly Plant[] = [
  {
    ruleId: '3.2-inquiry-before-filing',
    fits: ({ world }) => world.sector !== 'market-regulation',
    story: withDays((days) => ({ inquiry: days.inspected })),
  },
  {
    ruleId: '3.2-filing-late',
    fits: ({ world }) => ['agriculture', 'housing-construction', 'ecology'].includes(world.sector),
    story: withDays((days, later) => ({
      clue: shiftDays(days.clue, -40),
      inspected: days.inspected,
      filed: later(days.filed, 0),
    })),
  },
  {
    ruleId: '3.2-filed-after-notice',
    papers: (edit, story) =>
      void edit.swap(
        'filing',
        'approval',
        printed(story, story.days.filed),
        printed(story, shiftDays(story.days.noticed, 2)),
      ),
  },
  {
    ruleId: '3.2-filing-unapproved',
    papers: (edit) =>
      void edit
        .swap('filing', 'approval', /([：\t]).*$/u, '$1　　　　年　月　日')
        .swap('filing', 'unit', /同意立案，报审批。/u, '报审批。'),
  },
  {
    ruleId: '3.3-preservation-overdue',
    fits: ({ course }) => course.preservation,
    story: withDays((days, later) => ({ preservedDone: later(days.preserved, 12) })),
  },
  {
    ruleId: '3.3-preservation-unapproved',
    fits: ({ course }) => course.preservation,
    papers: (edit) => void edit.swap('preservation', 'words', '，经本机关负责人批准', ''),
  },
  {
    ruleId: '3.4-urgent-report-late',
    fits: ({ course }) => course.urgent,
    papers: (edit, story) => {
      const late = printed(story, shiftDays(story.days.measure, 2))
      edit
        .swap('measure-approval', 'reported', printed(story, story.days.measure), late)
        .swap('measure-approval', 'approval', printed(story, story.days.measure), late)
    },
  },
  {
    ruleId: '3.4-approved-after-measure',
    fits: ({ course }) => course.seizure && !course.urgent,
    papers: (edit, story) =>
      void edit.swap(
        'measure-approval',
        'approval',
        printed(story, story.days.measure),
        printed(story, shiftDays(story.days.measure, 2)),
      ),
  },
  {
    ruleId: '3.4-measure-unapproved',
    fits: seizes,
    papers: (edit) => void edit.drop('measure-approval').swap('extension', 'words', '，经本机关负责人批准', ''),
  },
  {
    ruleId: '3.5-absent-without-witness',
    fits: seizes,
    papers: (edit, { party }) =>
      void edit
        .swap('measure-record', 'words', `当事人${party.head}到场。`, `当事人${party.head}未到场。`)
        .set('measure-record', 'signature', '当事人（签名）：')
        .cut('measure-record', 'defence')
        .swap('measure-record', 'told', '通知当事人到场，', ''),
  },
  {
    ruleId: '3.5-reasons-not-told',
    fits: seizes,
    papers: (edit) => void edit.set('measure-record', 'told', '执法人员出示执法证件，说明来意后实施扣押。'),
  },
  {
    ruleId: '3.5-record-unsigned',
    fits: seizes,
    papers: (edit) => void edit.set('measure-record', 'signature', '当事人（签名）：'),
  },
  {
    ruleId: '3.5-decision-delivered-later',
    fits: seizes,
    papers: (edit, story) => {
      const late = printed(story, shiftDays(story.days.measure, 4))
      edit
        .swap('measure-receipt', 'time', printed(story, story.days.measure), late)
        .swap('measure-receipt', 'signature', printed(story, story.days.measure), late)
    },
  },
  {
    ruleId: '3.6-overdue',
    fits: ({ course }) => course.seizure && !course.test,
    story: withDays((days, later) => ({
      discussed: later(days.discussed, 15),
      decided: later(days.decided, 15),
      decisionServed: later(days.decisionServed, 15),
      published: later(days.published, 15),
      paid: shiftDays(days.paid, 25),
      closed: shiftDays(days.closed, 26),
    })),
    papers: (edit) => void edit.drop('extension', 'extension-receipt').dropIfThere('testing-told'),
  },
  {
    ruleId: '3.6-overdue',
    about: 'even with the extension',
    fits: seizes,
    story: withDays((days, later) => ({
      discussed: later(days.discussed, 50),
      decided: later(days.decided, 50),
      decisionServed: later(days.decisionServed, 50),
      published: later(days.published, 50),
      paid: shiftDays(days.paid, 75),
      closed: shiftDays(days.closed, 76),
    })),
  },
  {
    ruleId: '3.6-no-release',
    fits: ({ course, offence }) => course.seizure && !course.test && !offence.confiscateGoods,
    papers: (edit) => void edit.drop('release', 'release-receipt', 'extension', 'extension-receipt'),
  },
  {
    ruleId: '3.6-extended-after-expiry',
    fits: ({ course }) => course.seizure && !course.test,
    story: withDays((days) => ({ extended: shiftDays(days.measure, 34) })),
  },
  {
    ruleId: '3.6-extension-without-reason',
    fits: seizes,
    papers: (edit) =>
      void edit.swap('extension', 'words', '因案情复杂，需要进一步调查，经本机关负责人批准，决定', '决定'),
  },
  {
    ruleId: '3.6-stated-term-too-long',
    fits: ({ course }) => course.seizure && !course.test,
    papers: (edit, story) =>
      void edit.swap(
        'measure',
        'words',
        /期限三十日，自(.*?)至[^。]*。/u,
        `期限${edit.random.pick(['六十日', '45日'])}，自${printed(story, story.days.measure)}起。`,
      ),
  },
  {
    ruleId: '3.6-testing-not-told',
    fits: ({ course }) => course.seizure && course.test,
    papers: (edit) => void edit.drop('testing-told').dropIfThere('extension', 'extension-receipt'),
  },
  {
    ruleId: '3.7-no-exact-amount',
    papers: (edit, { offence: { fine } }) =>
      void edit.swap(
        'notice',
        'penalty',
        /罚款\d+元（大写：[^）]*）/u,
        edit.random.pick([
          `罚款${Math.floor(fine * 0.6)}元至${fine}元`,
          `处${Math.floor(fine * 0.6)}元以上${fine}元以下罚款`,
        ]),
      ),
  },
  {
    ruleId: '3.7-no-kind',
    papers: (edit) => void edit.swap('notice', 'penalty', /作出如下行政处罚：.*$/u, '给予行政处罚。'),
  },
  { ruleId: '3.7-no-facts', papers: (edit) => void edit.cut('notice', 'facts', 'evidence') },
  {
    ruleId: '3.7-no-basis',
    papers: (edit, { offence }) =>
      void edit
        .swap('notice', 'penalty', offence.basis, '有关法律')
        .swap('notice', 'reason', offence.violated, '有关规定')
        .swapOptional('notice', /根据《中华人民共和国行政处罚法》[^，]*的规定，/u, ''),
  },
  { ruleId: '3.7-no-reasons', papers: (edit) => void edit.cut('notice', 'reason') },
  { ruleId: '3.7-rights-not-told', papers: (edit) => void edit.cut('notice', 'rights') },
  {
    ruleId: '3.11-hearing-not-told',
    fits: hears,
    papers: (edit, { party }) =>
      void edit
        .set('notice', 'rights', `${party.you}可以自收到本告知书之日起五个工作日内向本机关进行陈述、申辩。`)
        .swap('notice', 'title', '（听证）', ''),
  },
]
