/** Heading 8: where administrative enforcement meets crime (行刑衔接). */
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import type { CaseEdit } from '../case.ts'
import type { Story } from '../story.ts'
import { inWorld, printed, seizes, type Plant } from './plant.ts'

function transfer(
  edit: CaseEdit,
  story: Story,
  words: { readonly attachments?: string; readonly more?: string; readonly approved?: number } = {},
): void {
  edit.add('transfer', 'transfer-paper', '涉嫌犯罪案件移送书', [
    ['title', '涉嫌犯罪案件移送书'],
    ['addressee', `${story.area}公安局：`],
    ['words', `现将${story.party.name}涉嫌犯罪一案移送你局。${words.more ?? ''}`],
    ['attachments', `附件：${words.attachments ?? '1.案件情况调查报告；2.涉案物品清单；3.检验报告。'}`],
    ['issuer', `${story.agency}（印章）`],
    ['day', printed(story, story.days.decided)],
  ])
  const approved = printed(story, shiftDays(story.days.decided, -(words.approved ?? 0)))
  edit.add('transfer-form', 'transfer-check', '移送审查表', [
    ['title', '涉嫌犯罪案件移送审查表'],
    ['party', `当事人：${story.party.name}`],
    ['approval', `局长意见：同意移送。${story.heads[0]} ${approved}`],
  ])
}

const crimeForm = (edit: CaseEdit, story: Story, lines: readonly (readonly [string, string])[]): void =>
  void edit.add('transfer-form', 'transfer-check', '移送审查表', [
    ['title', '涉嫌犯罪案件移送审查表'],
    ['party', `当事人：${story.party.name}`],
    ...lines,
  ])

/** Sales of shoddy goods so many times larger. */
function sales(edit: CaseEdit, { offence }: Story, yuan: number): void {
  for (const id of ['decision', 'notice', 'report', 'calculation'])
    edit
      .swapOptional(id, /货值金额(?:为)?\d+元/gu, `销售金额${yuan}元`)
      .swapOptional(id, `违法所得${offence.gain ?? 0}元`, `违法所得${offence.gain ?? 0}元`)
}

/** Nobody looked up what the party was punished for before, and the papers do not speak of it. */
function forgetEarlierPenalties(edit: CaseEdit): void {
  edit.drop('earlier', 'crime')
  for (const id of ['decision', 'notice', 'report']) edit.swap(id, 'facts', '排放生产废水', '向河道排放含铬废水')
  for (const id of ['decision', 'report', 'discretion', 'recheck'])
    edit
      .swapOptional(id, /(?:系)?(?:初次|首次)违法[，、的]?/gu, '')
      .swapOptional(id, '行政处罚查询记录', '笔录')
      .swapOptional(id, '违法次数\t初次', '违法情节\t一般')
  edit.swapOptional('defence', /，?[^，。]*初次违法/gu, '')
}

export const CRIME_PLANTS: readonly Plant[] = [
  {
    ruleId: '8.1-over-filing-line',
    about: 'by the amount',
    fits: inWorld('product'),
    papers: (edit, story) => sales(edit, story, edit.random.int(60, 120) * 1000),
  },
  {
    ruleId: '8.1-over-filing-line',
    about: 'a hidden pipe',
    fits: inWorld('ecology'),
    papers: (edit) => {
      for (const id of ['decision', 'notice', 'report'])
        edit.swap(
          id,
          'facts',
          /。$/u,
          edit.random.chance(0.5) ? '，并通过暗管排放含铬废水。' : '，私设暗管排放含铬废水。',
        )
    },
  },
  {
    ruleId: '8.1-near-filing-line',
    fits: inWorld('product'),
    papers: (edit, story) => sales(edit, story, edit.random.int(42, 48) * 1000),
  },
  {
    ruleId: '8.2-not-added-up',
    fits: inWorld('product'),
    papers: (edit) =>
      void edit.insert(
        'inquiry',
        'answer2',
        '问：以前还卖过吗？\n答：此前还卖过一批，收了52000元，没有处罚过，未计入。',
      ),
  },
  {
    ruleId: '8.2-earlier-acts-left-out',
    fits: inWorld('product'),
    papers: (edit) =>
      void edit.insert(
        'inquiry',
        'answer2',
        '问：以前卖过这种电线吗？\n答：去年也卖过一批，收了1370元，没有被处罚过。',
      ),
  },
  {
    ruleId: '8.3-penalised-before',
    fits: inWorld('ecology'),
    papers: (edit, story) => {
      const year = Number(story.year)
      edit.set(
        'earlier',
        'result',
        `查询结果：${year - 1}年8月10日被${story.agency}行政处罚。\n${year - 1}年11月3日被${story.agency}行政处罚。`,
      )
      for (const id of ['decision', 'notice', 'report']) edit.swap(id, 'facts', '排放生产废水', '向河道排放含铬废水')
      for (const id of ['decision', 'report', 'discretion', 'recheck'])
        edit.swapOptional(id, /(?:系)?(?:初次|首次)违法[，、的]?/gu, '')
    },
  },
  {
    ruleId: '8.3-repetition-not-checked',
    fits: inWorld('ecology'),
    papers: forgetEarlierPenalties,
  },
  {
    ruleId: '8.3-earlier-penalties-unconsidered',
    fits: inWorld('ecology'),
    papers: (edit) => {
      forgetEarlierPenalties(edit)
      edit.insert('inquiry', 'answer2', `问：以前被处罚过吗？\n答：${edit.random.pick(['前年起被罚过两次。', '罚过三次了，都是因为废水。'])}`)
    },
  },
  {
    ruleId: '8.1-split-below-line',
    fits: inWorld('product'),
    papers: (edit) => {
      const first = edit.random.int(26, 34) * 1000
      edit.insert(
        'inquiry',
        'answer2',
        `问：每个月卖出多少？\n答：1月份销售收入${first}元，2月份销售收入${first + edit.random.int(1, 4) * 1000}元。`,
      )
    },
  },
  {
    ruleId: '8.4-waited-for-proof',
    fits: inWorld('product', 'advertising'),
    papers: (edit) => {
      for (const id of ['decision', 'report']) edit.swap(id, 'facts', /。$/u, '，并销售假冒注册商标的商品。')
      edit.swap('minutes', 'view0', /：.*$/u, '：证据尚不足，暂不移送，待权利人鉴定后再考虑移送公安机关。')
    },
  },
  {
    ruleId: '8.5-fine-in-place-of-transfer',
    papers: (edit) =>
      void edit.swap(
        'report',
        'circumstances',
        /^/u,
        edit.random.pick([
          '当事人的行为已达到刑事立案追诉标准，鉴于其配合调查，建议罚款。',
          '经查，当事人的行为涉嫌犯罪，考虑到其认错态度好，建议作罚款处理。',
        ]),
      ),
  },
  { ruleId: '8.6-transfer-late', papers: (edit, story) => transfer(edit, story, { approved: 5 }) },
  {
    ruleId: '8.6-transfer-decided-late',
    papers: (edit, story) =>
      crimeForm(edit, story, [
        [
          'handlers',
          `承办人意见：建议移送公安机关。${story.officers[0].name} ${printed(story, shiftDays(story.days.concluded, -10))}`,
        ],
        ['approval', `局长意见：同意移送。${story.heads[0]} ${printed(story, story.days.concluded)}`],
      ]),
  },
  {
    ruleId: '8.6-deputy-approved',
    papers: (edit, story) =>
      crimeForm(edit, story, [
        ['approval', `副局长：同意移送。${story.heads[1]} ${printed(story, story.days.concluded)}`],
      ]),
  },
  {
    ruleId: '8.7-attachments-missing',
    fits: seizes,
    papers: (edit, story) =>
      transfer(edit, story, {
        attachments: '1.案件情况调查报告；2.检验报告。',
        more: '扣押物品随案移送，并已书面告知当事人。',
      }),
  },
  {
    ruleId: '8.8-goods-kept',
    fits: seizes,
    papers: (edit, story) => transfer(edit, story, { attachments: '1.案件情况调查报告；2.检验报告。' }),
  },
  {
    ruleId: '8.9-misconduct-not-passed-on',
    papers: (edit) =>
      void edit.insert(
        'inquiry',
        'answer2',
        '问：为什么一直没有被查到？\n答：监管人员每个月收受我两千元，有检查会提前通知我。',
      ),
  },
  {
    ruleId: '8.10-not-filed-and-idle',
    papers: (edit, story) =>
      void edit
        .drop('decision', 'decision-receipt', 'notice', 'notice-receipt', 'payment', 'publication', 'closing')
        .add('not-filed', 'other', '不予立案通知书', [
          ['title', '不予立案通知书'],
          ['words', `${story.agency}：\n你局移送的${story.party.name}一案，经审查决定不予立案。`],
          ['issuer', `${story.area}公安局`],
          ['day', printed(story, story.days.concluded)],
        ]),
  },
  {
    ruleId: '8.11-reverse-case-out-of-time',
    papers: (edit, story) => {
      const then = `${Number(story.year) - 4}年2月5日`
      for (const id of ['decision', 'notice', 'report', 'correction'])
        edit.swap(id, 'facts', `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}`, then)
      edit.add('non-prosecution', 'other', '不起诉决定书', [
        ['title', '不起诉决定书'],
        ['words', `被不起诉人：${story.party.head}。本院决定不起诉。`],
        ['issuer', `${story.area}人民检察院`],
        ['day', printed(story, story.days.clue)],
      ])
    },
  },
  {
    ruleId: '8.11-reverse-case-without-opinion',
    papers: (edit, { area }) => void edit.swap('clue', 'source', /([：\t]).*$/u, `$1${area}人民检察院移送`),
  },
]
