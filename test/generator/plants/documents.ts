/** Heading 7: what documents must have, and whether they agree (文书). */
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { creditCode } from '../people.ts'
import { moneyWords } from '../money-words.ts'
import { fineWords, numberOf } from '../wording.ts'
import { defends, gains, hasGoods, inWorld, isCitizen, printed, seizes, withDays, type Plant } from './plant.ts'

const receipt =
  (words: (on: string, name: string) => string): Plant['papers'] =>
  (edit, story) =>
    void edit.set('decision-receipt', 'signature', words(printed(story, story.days.decisionServed), story.party.head))

export const DOCUMENT_PLANTS: readonly Plant[] = [
  { ruleId: '7.1-no-filing-form', papers: (edit) => void edit.drop('filing') },
  { ruleId: '7.1-no-notice-receipt', papers: (edit) => void edit.drop('notice-receipt') },
  { ruleId: '7.1-no-decision-receipt', papers: (edit) => void edit.drop('decision-receipt') },
  { ruleId: '7.1-no-goods-list', fits: seizes, papers: (edit) => void edit.drop('goods') },
  {
    ruleId: '7.1-listed-but-absent',
    papers: (edit) => {
      const lines = edit.paper('list').lines.map(({ slot, text }) => [slot, text] as const)
      edit
        .drop(edit.random.pick(['filing', 'minutes', 'report', 'notice']))
        .drop('list')
        .add('list', 'materials-list', '送审材料清单', lines)
    },
  },
  { ruleId: '7.2-no-address', papers: (edit) => void edit.cut('decision', 'address') },
  { ruleId: '7.2-no-evidence', papers: (edit) => void edit.cut('decision', 'evidence') },
  {
    ruleId: '7.2-no-basis',
    papers: (edit, { offence }) =>
      void edit
        .swap('decision', 'penalty', `${offence.basis}的规定`, '有关规定')
        .swap('decision', 'reason', `${offence.violated}的规定`, '有关规定'),
  },
  { ruleId: '7.2-no-performance', papers: (edit) => void edit.cut('decision', 'payment') },
  {
    ruleId: '7.2-payment-days',
    papers: (edit) => void edit.swap('decision', 'payment', '十五日内', edit.random.pick(['三十日内', '十日内', '15个工作日内', '７日内'])),
  },
  {
    ruleId: '7.2-surcharge-rate',
    papers: (edit) => void edit.swap('decision', 'payment', '百分之三', edit.random.pick(['百分之五', '千分之三', '3‰', '百分之一'])),
  },
  {
    ruleId: '7.2-no-agency',
    papers: (edit) =>
      void edit.cut('decision', 'agency', 'issuer').swap('decision', 'title', '行政处罚决定书', '处罚决定书'),
  },
  { ruleId: '7.2-no-day', papers: (edit) => void edit.cut('decision', 'day') },
  {
    ruleId: '7.2-template-blanks',
    about: 'a line',
    papers: (edit) =>
      void edit.swap(
        'decision',
        'facts',
        /。$/u,
        edit.random.pick(['，数量____件。', '，货值××元。', '，型号为＿＿＿＿。']),
      ),
  },
  {
    ruleId: '7.2-template-blanks',
    about: 'in the notice',
    papers: (edit) => void edit.set('notice', 'contact', '联系人：______ 联系电话：______'),
  },
  {
    ruleId: '7.5-proposed-wording',
    papers: (edit) => void edit.swap('decision', 'penalty', /并?决定对/u, edit.random.pick(['拟对', '建议对'])),
  },
  {
    ruleId: '7.5-template-notes',
    papers: (edit) =>
      void edit.swap(
        edit.random.pick(['notice', 'decision']),
        'facts',
        /(经查，|查明)/u,
        edit.random.pick(['（此处填写违法事实）$1', '（请填写违法事实和证据）$1', '（此处填写）$1']),
      ),
  },
  {
    ruleId: '7.7-defence-unanswered',
    fits: defends,
    papers: (edit, { party }) => void edit.set('decision', 'defence', `${party.you}在法定期限内未提出陈述、申辩。`),
  },
  {
    ruleId: '7.7-bare-conclusion',
    papers: (edit) =>
      void edit
        .cut('decision', 'discretion', 'defence')
        .swap(
          'decision',
          'payment',
          /依据《中华人民共和国行政处罚法》[^，]*的规定，每日.*$/u,
          '将依法申请人民法院强制执行。',
        ),
  },
  { ruleId: '7.3-remedies-missing', papers: (edit) => void edit.cut('decision', 'remedies') },
  { ruleId: '7.3-measure-remedies-missing', fits: seizes, papers: (edit) => void edit.cut('measure', 'remedies') },
  {
    ruleId: '7.3-court-not-named',
    papers: (edit, { court }) =>
      void edit.swap('decision', 'remedies', court, edit.random.pick(['有管辖权的人民法院', '人民法院', '管辖法院'])),
  },
  {
    ruleId: '7.3-organ-not-named',
    papers: (edit, { government }) =>
      void edit.swap(
        'decision',
        'remedies',
        government,
        edit.random.pick(['上一级行政机关', '有关机关', '行政复议机关']),
      ),
  },
  {
    ruleId: '7.3-organ-wrong',
    fits: ({ world }) => world.level === 'county',
    papers: (edit, story) =>
      void edit.swap('decision', 'remedies', story.government, `${story.place.city}${story.world.office}`),
  },
  {
    ruleId: '7.3-government-wrong',
    fits: ({ world }) => !['ecology', 'natural-resources'].includes(world.sector),
    papers: (edit, { government }) => void edit.swap('decision', 'remedies', government, '沱江州市人民政府'),
  },
  {
    ruleId: '7.3-wrong-period',
    about: 'reconsideration',
    papers: (edit) =>
      void edit.swap('decision', 'remedies', /(?:六十|60)日/u, edit.random.pick(['三十日', '30日', '十五日'])),
  },
  {
    ruleId: '7.3-wrong-period',
    about: 'suit',
    papers: (edit) => void edit.swap('decision', 'remedies', '六个月', edit.random.pick(['三个月', '3个月', '十五日'])),
  },
  {
    ruleId: '7.3-review-first-not-said',
    papers: (edit) => void edit.swap('decision', 'title', '行政处罚决定书', '当场行政处罚决定书'),
  },
  {
    ruleId: '7.4-party-name',
    fits: (story) => !isCitizen(story),
    papers: (edit, { party, area }) => {
      const at = area.length + 1
      edit.swap('decision', 'party', party.name, `${party.name.slice(0, at)}惠${party.name.slice(at + 1)}`)
    },
  },
  {
    ruleId: '7.3-court-level',
    papers: (edit, { court, place }) => void edit.swap('decision', 'remedies', court, `${place.city}中级人民法院`),
  },
  {
    ruleId: '7.4-name-beside-code',
    fits: isCitizen,
    papers: (edit, { party }) =>
      void edit.add('told', 'other', '权利义务告知书', [
        ['title', '权利义务告知书'],
        ['words', `${party.head.slice(0, -1)}${edit.random.pick(['喆', '赟', '昶'])}，男，公民身份号码：${party.headId}：请阅读以下权利义务。`],
      ]),
  },
  {
    ruleId: '7.4-party-code',
    fits: (story) => !isCitizen(story),
    papers: (edit, { party }) =>
      void edit.swap('decision', 'code', party.code, creditCode('91', '430121', edit.random)),
  },
  {
    ruleId: '7.4-fine-notice-decision',
    papers: (edit, { offence: { fine } }) => {
      edit.swap('decision', 'penalty', /罚款\d+元（大写：[^）]*）/u, fineWords(Math.round(fine * 0.9)))
      edit.swapOptional('decision', /不予采纳/u, '作出说明')
    },
  },
  {
    ruleId: '7.4-fine-discussion-decision',
    papers: (edit, { offence: { fine } }) =>
      void edit.swap('minutes', null, /罚款\d+元（大写：[^）]*）/gu, fineWords(Math.round(fine * 0.8))),
  },
  {
    ruleId: '7.4-basis-notice-decision',
    papers: (edit, { offence }) =>
      void edit.swap(
        'decision',
        'penalty',
        offence.basis,
        offence.basis.replace(/第[一二三四五六七八九十百]+条/u, '第三十一条'),
      ),
  },
  {
    ruleId: '7.4-act-day',
    papers: (edit, story) =>
      void edit
        .swap(
          'decision',
          'facts',
          `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}`,
          `于${printed(story, shiftDays(story.days.inspected, -2))}`,
        )
        .swap(
          'notice',
          'facts',
          `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}`,
          `于${printed(story, story.days.inspected)}`,
        ),
  },
  {
    ruleId: '7.6-words-and-figures',
    papers: (edit, { offence: { fine } }) =>
      void edit.swap('decision', 'penalty', moneyWords(fine), moneyWords(fine + (fine >= 10_000 ? 5000 : 500))),
  },
  {
    ruleId: '7.6-product-wrong',
    fits: hasGoods,
    papers: (edit, { offence }) =>
      void edit.swap('calculation', 'product', `=${offence.gain ?? 0}元`, `=${(offence.gain ?? 0) + 100}元`),
  },
  {
    ruleId: '7.6-total-wrong',
    fits: gains,
    papers: (edit, { offence }) =>
      void edit.swap('decision', 'penalty', /。$/u, `。以上罚没款合计${offence.fine + (offence.gain ?? 0) + 1000}元。`),
  },
  {
    ruleId: '7.6-table-total-wrong',
    fits: (story) => seizes(story) && hasGoods(story),
    papers: (edit) => void edit.swap('goods', 'total', /(\d+)$/u, '9$1'),
  },
  {
    ruleId: '7.6-table-product-wrong',
    fits: (story) => seizes(story) && hasGoods(story),
    papers: (edit, { offence }) =>
      void edit.swap(
        'goods',
        'row',
        /(\d+)$/u,
        String((offence.goods?.found ?? 0) * (offence.goods?.price ?? 0) + 600),
      ),
  },
  { ruleId: '7.8-decided-before-discussion', story: withDays((days) => ({ discussed: shiftDays(days.decided, 5) })) },
  {
    ruleId: '7.8-number-year',
    papers: (edit, { year }) => void edit.swap('decision', 'number', `〔${year}〕`, `〔${Number(year) - 1}〕`),
  },
  {
    ruleId: '7.8-number-twice',
    papers: (edit, story) => void edit.swap('correction', 'number', numberOf(story, '责改'), numberOf(story, '罚告')),
  },
  {
    ruleId: '7.8-receipt-number',
    papers: (edit, story) => void edit.swap('decision-receipt', 'of', `${story.number}号`, `${story.number + 10}号`),
  },
  { ruleId: '7.8-served-before-made', story: withDays((days) => ({ decisionServed: shiftDays(days.decided, -1) })) },
  {
    ruleId: '7.8-out-of-order',
    fits: inWorld('product'),
    story: withDays((days) => ({ tested: shiftDays(days.sampled, -2) })),
  },
  {
    ruleId: '7.8-undated',
    papers: (edit) => void edit.set(edit.random.pick(['notice', 'correction']), 'day', '年　　月　　日'),
  },
  { ruleId: '7.9-wrong-recipient', papers: receipt((on) => `收件人（签名）：陆鸣（邻居）代收 ${on}`) },
  {
    ruleId: '7.9-proxy-unexplained',
    fits: ({ course }) => !course.agent,
    papers: receipt((on) => `代收人：陆鸣 ${on}`),
  },
  {
    ruleId: '7.9-served-late',
    story: withDays((days, later) => ({
      decisionServed: later(days.decided, 11),
      paid: shiftDays(later(days.decided, 11), 5),
      closed: shiftDays(later(days.decided, 11), 9),
    })),
  },
  { ruleId: '7.9-refused-without-witness', papers: receipt((on) => `备注：受送达人拒绝签收，留置送达。${on}`) },
  { ruleId: '7.9-receipt-unsigned', papers: receipt(() => '收件人（签名）：') },
  {
    ruleId: '7.9-agent-without-power',
    fits: ({ course }) => !course.agent,
    papers: receipt((on) => `收件人（签名）：陆鸣（委托代理人） ${on}`),
  },
  {
    ruleId: '7.9-electronic-unconfirmed',
    papers: (edit) =>
      void edit
        .swap('decision-receipt', 'way', '直接送达', edit.random.pick(['微信送达', '电子邮件送达']))
        .dropIfThere('address'),
  },
  {
    ruleId: '7.9-announced-too-short',
    papers: (edit, story) =>
      void edit.add('announcement', 'service-announcement', '送达公告', [
        ['title', '送达公告'],
        ['addressee', `${story.party.name}：`],
        [
          'words',
          `因${story.party.you}下落不明，现依法公告送达行政处罚决定书。自发布之日起经过${edit.random.pick(['十五', '15', '二十'])}日，即视为送达。`,
        ],
        ['issuer', story.agency],
        ['day', printed(story, story.days.decisionServed)],
      ]),
  },
  {
    ruleId: '7.9-announced-at-once',
    papers: (edit, story) =>
      void edit.add('announcement', 'service-announcement', '送达公告', [
        ['title', '送达公告'],
        ['addressee', `${story.party.name}：`],
        ['words', '现依法公告送达行政处罚决定书。自发布之日起经过六十日，即视为送达。'],
        ['issuer', story.agency],
        ['day', printed(story, story.days.decisionServed)],
      ]),
  },
  {
    ruleId: '7.9-signed-on-another-day',
    papers: (edit, story) =>
      void edit.swap(
        'decision-receipt',
        'signature',
        printed(story, story.days.decisionServed),
        printed(story, shiftDays(story.days.decisionServed, 4)),
      ),
  },
  {
    ruleId: '7.10-correction-unsealed',
    papers: (edit) =>
      void edit.insert(edit.random.pick(['notice', 'decision']), 'penalty', '备注：罚款数额处手写涂改。'),
  },
  {
    ruleId: '7.11-id-unmasked',
    papers: (edit, { party }) => void edit.insert('publication', 'party', `身份证号：${party.headId}`),
  },
  {
    ruleId: '7.11-phone-unmasked',
    papers: (edit) => void edit.insert('publication', 'party', '联系电话：13800138000'),
  },
  { ruleId: '7.11-published-late', story: withDays((days, later) => ({ published: later(days.decided, 14) })) },
]
