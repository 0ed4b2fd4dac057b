/** Heading 5, first half: the grounds, the version of the law, the range, one act one fine (法律适用). */
import { fineWords } from '../wording.ts'
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { gains, hears, inWorld, isCitizen, printed, seizes, type Plant } from './plant.ts'

import { fined, hasItem, inRegister, misciting, ranged, titleOf } from './citing.ts'

/** The paragraph and the item at the end of a citation. */
const BELOW_ARTICLE = /第[一二三四五六]款(?:第（[一二三四五六七八九十]+）项)?$|第（[一二三四五六七八九十]+）项$/u

export const LAW_PLANTS: readonly Plant[] = [
  {
    ruleId: '5.1-only-a-circular',
    papers: (edit, story) => misciting(edit, story, `《${story.area}关于开展专项整治工作的通知》`, ['decision']),
  },
  {
    ruleId: '5.1-measure-without-law',
    fits: seizes,
    papers: (edit, { world }) =>
      void edit.swap(
        'measure',
        'words',
        world.seizure?.basis ?? '',
        edit.random.pick(['《中华人民共和国行政强制法》第二十二条', '《关于加强执法工作的意见》']),
      ),
  },
  { ruleId: '5.3-violated-rule-missing', papers: (edit) => void edit.cut('decision', 'reason') },
  {
    ruleId: '5.3-cited-without-article',
    papers: (edit, story) => misciting(edit, story, titleOf(story.offence.basis), ['decision']),
  },
  {
    ruleId: '5.3-penalty-without-ground',
    papers: (edit, { offence, world }) =>
      void edit
        .swap(
          'decision',
          'penalty',
          new RegExp(`(?:依据|根据)${offence.basis.replace(/[()（）]/gu, '.')}的规定，`, 'u'),
          '',
        )
        .swap('decision', 'reason', `违反了${offence.violated}的规定`, '违法')
        .swap('decision', 'discretion', `，参照《${world.benchmark}》`, ''),
  },
  {
    ruleId: '5.3-article-does-not-exist',
    papers: (edit, story) =>
      misciting(
        edit,
        story,
        `${titleOf(story.offence.basis)}第${story.world.id === 'ecology' ? '八十三' : '二百八十三'}条`,
        ['decision'],
      ),
  },
  {
    ruleId: '5.3-paragraph-for-item',
    fits: (story) => hasItem(story) && inRegister(story),
    papers: (edit, story) =>
      misciting(
        edit,
        story,
        story.offence.basis.replace(/第（(.)）项/u, (_, item: string) => `第${item}款`),
        ['decision'],
      ),
  },
  {
    ruleId: '5.3-item-does-not-exist',
    fits: (story) => hasItem(story) && inRegister(story),
    papers: (edit, story) =>
      misciting(edit, story, story.offence.basis.replace(/第（.）项/u, '第（二十）项'), ['decision']),
  },
  {
    ruleId: '5.3-basis-differs-from-notice',
    papers: (edit, story) =>
      misciting(
        edit,
        story,
        `${titleOf(story.offence.basis)}第${story.world.id === 'ecology' ? '三十四条第（一）项' : '四十条'}`,
        ['decision'],
      ),
  },
  {
    ruleId: '5.3-title-misprinted',
    fits: inWorld('ecology', 'food', 'fireworks', 'training', 'freight', 'medical', 'construction'),
    papers: (edit, story) =>
      misciting(
        edit,
        story,
        story.offence.basis.replace(
          /《(.*?)(.)(.)(条例|法)》/u,
          (_, head: string, one: string, _other: string, end: string) => `《${head}${one}${'拟'}${end}》`,
        ),
        ['decision'],
      ),
  },
  {
    ruleId: '5.4-demolition-though-correctable',
    papers: (edit, story) =>
      void edit
        .insert('decision', 'penalty', '限期十五日内自行拆除。')
        .add('planning', 'expert-opinion', '规划认定意见', [
          ['title', '规划认定意见'],
          ['words', '经研究，该建设行为属于尚可采取改正措施消除对规划实施影响的情形，由当事人办理变更。'],
          ['issuer', story.agency],
        ]),
  },
  {
    ruleId: '5.4-norm-disputed-in-file',
    fits: hears,
    papers: (edit) =>
      void edit.swap(
        'hearing-report',
        'opinion',
        /([：\t]).*$/u,
        '$1本案事实清楚，但适用法律错误，应当按其他规定处理。',
      ),
  },
  {
    ruleId: '5.2-repealed-law',
    fits: inWorld('ecology'),
    papers: (edit, story) => {
      for (const id of ['decision', 'notice', 'report'])
        edit.swap(id, null, story.offence.violated, '《中华人民共和国环境保护法》第四十五条第二款')
      misciting(edit, story, '《中华人民共和国水污染防治法》第八十三条第（一）项')
      edit
        .swap(
          'decision',
          'facts',
          `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}`,
          '自2026年9月1日至2026年9月20日',
        )
        .set('decision', 'day', '2026年11月10日')
    },
  },
  {
    ruleId: '5.2-repealed-procedure',
    fits: inWorld('ecology'),
    papers: (edit) =>
      void edit.swap('decision', 'reason', '本机关认为，', '本机关依据《环境行政处罚办法》第四十八条的规定告知权利，认为'),
  },
  {
    ruleId: '5.2-not-yet-in-force',
    fits: inWorld('ecology'),
    papers: (edit, story) => misciting(edit, story, '《生态环境法典》第一千一百零二条'),
  },
  {
    ruleId: '5.2-lighter-not-compared',
    fits: inWorld('ecology'),
    papers: (edit, story) => {
      misciting(edit, story, '《中华人民共和国水污染防治法》第八十三条第（一）项')
      edit.set('decision', 'day', '2026年9月8日')
    },
  },
  {
    ruleId: '5.2-revised-between',
    fits: (story) => inWorld('advertising')(story) && story.year === '2025',
    papers: (edit, story) => {
      for (const id of ['decision', 'notice', 'report'])
        edit.swap(id, null, story.offence.violated, '《中华人民共和国反不正当竞争法》第八条第一款')
      misciting(edit, story, '《中华人民共和国反不正当竞争法》第二十条第一款')
      edit.set('decision', 'day', '2025年11月10日')
    },
  },
  {
    ruleId: '5.5-fine-outside-range',
    about: 'above',
    fits: ranged,
    papers: (edit, story) =>
      fined(edit, story, story.offence.range.high + (story.offence.range.high >= 100_000 ? 20_000 : 600)),
  },
  {
    ruleId: '5.5-fine-outside-range',
    about: 'below',
    fits: ranged,
    papers: (edit, story) => fined(edit, story, Math.round(story.offence.range.low * 0.6)),
  },
  {
    ruleId: '5.5-higher-band-without-condition',
    fits: inWorld('training'),
    papers: (edit, story) => fined(edit, story, 130_000),
  },
  {
    ruleId: '5.5-fine-outside-quoted-range',
    papers: (edit, story) =>
      misciting(
        edit,
        story,
        `《${story.place.city}综合管理条例》第三十条“处一百元以上${Math.floor(story.offence.fine * 0.5)}元以下罚款”`,
      ),
  },
  {
    ruleId: '5.5-share-of-income-outside-range',
    fits: ({ offence }) => offence.share !== undefined,
    story: (story, _later, random) => {
      const [share, times] = random.pick([
        ['百分之三十', 0.75],
        ['百分之五十', 1.25],
        ['百分之六十', 1.5],
      ] as const)
      const { offence } = story
      return { ...story, offence: { ...offence, share: `上一年年收入${share}`, fine: offence.range.low * times } }
    },
  },
  {
    ruleId: '5.5-kind-not-in-clause',
    fits: inWorld('seed', 'training'),
    papers: (edit) => {
      for (const id of ['decision', 'notice']) edit.swap(id, 'penalty', /。$/u, '；吊销经营许可证。')
    },
  },
  {
    ruleId: '5.11-below-range-without-ground',
    fits: ranged,
    papers: (edit, story) => {
      fined(edit, story, Math.round(story.offence.range.low * 0.5))
      edit.swap('decision', 'discretion', /，参照/u, '，决定予以减轻处罚，参照')
    },
  },
  {
    ruleId: '5.11-mitigated-for-hardship',
    papers: (edit) =>
      void edit.swap(
        'minutes',
        'view0',
        /：.*$/u,
        edit.random.pick(['：考虑到当事人经营困难，同意减轻处罚。', '：鉴于当事人家庭困难，建议减轻处罚。']),
      ),
  },
  {
    ruleId: '5.6-two-fines-for-one-act',
    papers: (edit, { offence }) =>
      void edit.swap(
        'decision',
        'penalty',
        /罚款\d+元（大写：[^）]*）/u,
        `依据${offence.basis}${fineWords(offence.fine)}；` +
          `另依据《中华人民共和国消费者权益保护法》第五十六条${fineWords(Math.round(offence.fine * 0.2))}`,
      ),
  },
  {
    ruleId: '5.6-same-act-fined-before',
    papers: (edit, story) => {
      const day = printed(story, shiftDays(story.days.filed, -1))
      edit.add(
        'old-decision',
        'earlier-penalty',
        '以前的行政处罚决定书',
        edit
          .paper('decision')
          .lines.map(
            ({ slot, text }) =>
              [slot, slot === 'day' ? day : slot === 'number' ? text.replace(/\d+号/u, '98号') : text] as const,
          ),
      )
    },
  },
  {
    ruleId: '5.6-fined-before',
    papers: (edit, story) =>
      void edit.insert(
        'earlier',
        'result',
        `该违法行为已于${printed(story, story.days.filed)}被${story.area}城市管理局罚款2000元。`,
      ),
  },
  {
    ruleId: '5.6-two-decisions',
    fits: (story) => !isCitizen(story),
    papers: (edit, story) => {
      const other = `${story.area}城市管理局`
      edit.add(
        'other-decision',
        'decision',
        '城市管理局行政处罚决定书',
        edit
          .paper('decision')
          .lines.map(
            ({ slot, text }) =>
              [
                slot,
                slot === 'number'
                  ? text.replace(/^.*〔/u, `${story.area.slice(0, 1)}城管罚〔`)
                  : text.replaceAll(story.agency, other),
              ] as const,
          ),
      )
    },
  },
  {
    ruleId: '5.7-correction-left-out',
    fits: ({ course }) => !course.seizure,
    papers: (edit, { offence, party }) => {
      edit
        .swap('decision', 'penalty', `责令${party.you}${offence.correction}，`, '')
        .drop('correction', 'correction-receipt', 'check')
      edit.swap('decision', 'discretion', '在责令改正期限内改正，', '')
      for (const id of ['decision', 'recheck', 'report', 'discretion', 'defence', 'hearing', 'minutes', 'closing'])
        edit.swapOptional(id, /[^。，；：]*(?:改正|责令)[^。；]*[。；]/gu, '')
      edit.drop('waiver', 'closing').has('x')
    },
  },
  {
    ruleId: '5.7-gain-not-confiscated',
    fits: gains,
    papers: (edit) => {
      for (const id of ['decision', 'notice']) edit.swap(id, 'penalty', /(?:\d\.)?没收违法所得\d+元；/u, '')
      for (const id of ['report', 'minutes', 'review', 'explanation', 'submission', 'publication'])
        edit.swapOptional(id, /(?:\d\.)?没收违法所得\d+元；/gu, '')
    },
  },
  {
    ruleId: '5.7-goods-not-confiscated',
    fits: ({ offence, course }) => offence.confiscateGoods && course.seizure,
    papers: (edit) => {
      for (const id of [
        'decision',
        'notice',
        'report',
        'minutes',
        'review',
        'explanation',
        'submission',
        'publication',
      ])
        edit.swapOptional(id, /(?:\d\.)?没收扣押的[^；]*；/gu, '')
      edit.drop('release', 'release-receipt')
    },
  },
  {
    ruleId: '5.7-seized-things-left-out',
    fits: ({ offence, course }) => offence.confiscateGoods && course.seizure,
    papers: (edit) => {
      const tool = edit.random.pick(['封口机', '打码机', '电子秤'])
      edit.swap('measure', 'words', '予以扣押', `以及用于违法行为的工具、设备予以扣押`)
      edit.insert('goods', 'row', `2\t${tool}\t1台\t\t`)
      edit.dropIfThere('release', 'release-receipt')
    },
  },
  {
    ruleId: '5.2-old-number',
    fits: inWorld('training', 'safety-duty'),
    papers: (edit, story) => misciting(edit, story, `${titleOf(story.offence.basis)}第${edit.random.pick(['四十二', '五十一', '二十三'])}条`),
  },
  {
    ruleId: '5.2-moved-article',
    papers: (edit) =>
      void edit.insert('notice', 'penalty', `根据《中华人民共和国行政处罚法》${edit.random.pick(['第三十二条的规定，可以进行陈述和申辩', '第四十二条的规定，可以要求听证'])}。`),
  },
  {
    ruleId: '5.5-replanting-outside-range',
    fits: inWorld('land'),
    papers: (edit) =>
      void edit.insert('decision', 'penalty', `因滥伐林木40株，依据《中华人民共和国森林法》第七十六条第二款，责令补种树木${edit.random.pick(['240株（滥伐株数的六倍）', '200株'])}。`),
  },
  {
    ruleId: '5.2-old-version-named',
    fits: ({ offence }) => offence.basis.startsWith('《中华人民共和国'),
    papers: (edit) =>
      void edit.swap('decision', 'penalty', /《(中华人民共和国[^》]+)》/u, `《$1》（${edit.random.pick(['2004', '2009'])}年修正）`),
  },
  {
    ruleId: '5.3-cited-without-paragraph-or-item',
    fits: ({ offence }) => BELOW_ARTICLE.test(offence.basis),
    papers: (edit, { offence }) => {
      const bare = offence.basis.replace(BELOW_ARTICLE, '')
      for (const id of ['decision', 'notice']) edit.swap(id, 'penalty', offence.basis, bare)
    },
  },
  {
    ruleId: '5.13-personal-things-taken',
    fits: seizes,
    papers: (edit, { party }) =>
      void edit.insert(
        'measure-record',
        'words',
        edit.random.pick([`同时扣押${party.head}的手机一部。`, '冰柜内的生活用品一并扣押。', '并扣押现金和银行卡。']),
      ),
  },
  {
    ruleId: '5.1-circular-beside-law',
    papers: (edit, { offence, area }) => {
      const plan = `《${area}${edit.random.pick(['关于规范行政处罚工作的意见', '关于专项整治工作的通知'])}》第九条`
      edit.swap('decision', 'penalty', offence.basis, `${offence.basis}和${plan}`)
    },
  },
]
