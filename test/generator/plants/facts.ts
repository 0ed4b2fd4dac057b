/** Heading 4: facts and evidence (事实证据). */
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { defends, gains, hasGoods, inWorld, isCitizen, printed, seizes, tests, withDays, type Plant } from './plant.ts'

const device: NonNullable<Plant['papers']> = (edit, { party }) => {
  edit.swap('decision', 'facts', /(经查，|查明)/u, '$1非现场执法的不停车检测系统记录显示当事人的车辆超限，')
  edit.insert('report', 'evidence', `电子监控设备记录显示${party.name}的情况与上述一致。`)
}

export const FACTS_PLANTS: readonly Plant[] = [
  {
    ruleId: '4.1-serious-without-facts',
    papers: (edit, { offence }) => {
      for (const id of ['decision', 'notice'])
        edit.swap(id, 'reason', `${offence.violated}的规定。`, `${offence.violated}的规定，情节严重。`)
    },
  },
  {
    ruleId: '4.1-named-evidence-missing',
    fits: (story) => !tests(story),
    papers: (edit) =>
      void edit.swap(
        'decision',
        'evidence',
        '询问笔录',
        edit.random.pick(['询问笔录、鉴定意见', '询问笔录、检验报告', '询问笔录、抽样记录']),
      ),
  },
  {
    ruleId: '4.1-no-evidence-named',
    fits: (story) => !tests(story),
    papers: (edit) =>
      void edit
        .set('decision', 'evidence', '以上情况属实。')
        .drop('inquiry', 'inspection')
        .dropIfThere('second-inquiry'),
  },
  {
    ruleId: '4.1-quality-without-test',
    fits: hasGoods,
    papers: (edit, { offence }) => {
      edit.dropIfThere('sampling', 'test', 'accreditation', 'test-notice', 'test-receipt', 'testing-told')
      for (const id of ['decision', 'notice', 'report'])
        edit
          .swap(id, 'facts', /。$/u, `，${offence.goods?.name ?? ''}经检验为不合格。`)
          .swapOptional(id, '、检测报告', '')
    },
  },
  {
    ruleId: '4.2-act-time-missing',
    papers: (edit, story) =>
      void edit.swap(
        'report',
        'facts',
        `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}，`,
        '',
      ),
  },
  {
    ruleId: '4.2-act-place-missing',
    fits: ({ world }) => world.id !== 'advertising' && world.id !== 'construction' && world.id !== 'land',
    papers: (edit, { actPlace }) => void edit.swap('report', 'facts', `在${actPlace}`, ''),
  },
  {
    ruleId: '4.4-unlawful-source',
    papers: (edit) =>
      void edit.insert(
        'inquiry',
        'answer1',
        edit.random.pick(['答：执法人员假扮顾客，诱使我卖给他。', '答：执法人员说不签字就不让我走，威胁我承认。']),
      ),
  },
  {
    ruleId: '4.12-requested-evidence-ignored',
    fits: defends,
    papers: (edit, { party }) =>
      void edit.swap('defence', 'words', /$/u, `请求调取隔壁门市的监控，可以证明${party.we}没有这样做。`),
  },
  {
    ruleId: '4.3-print-unverified',
    papers: (edit) =>
      void edit.add('screen', 'photo-evidence', '聊天记录截图打印件', [
        ['title', '聊天记录截图打印件'],
        [
          'words',
          '页面显示双方谈论价格和送货的时间，头像和昵称与当事人所用的一致，共有记录三十余条，最后一条为送货完毕。',
        ],
      ]),
  },
  {
    ruleId: '4.5-copy-unchecked',
    papers: (edit, { party }) =>
      void edit
        .set('copy', 'signed', `上述记录由${party.name}的会计保存在办公室的文件柜里。`)
        .set('copy', 'checked', '共一份，装订成册。'),
  },
  {
    ruleId: '4.5-copy-unsigned',
    papers: (edit) =>
      void edit
        .set('copy', 'signed', '本复印件与原件一致，原件由当事人保存。')
        .set('copy', 'checked', '共一份，装订成册。'),
  },
  { ruleId: '4.6-digital-without-maker', papers: (edit) => void edit.cut('photos', 'maker', 'checked') },
  {
    ruleId: '4.6-digital-without-time',
    papers: (edit) =>
      void edit.cut('photos', 'time', 'checked').set('photos', 'signature', '当事人核对意见：核对无误。'),
  },
  {
    ruleId: '4.6-photograph-without-maker',
    papers: (edit, { year }) =>
      void edit
        .insert('inspection', 'facts', `照片：IMG_${year}0312_1012.jpg，货架和库房的情况。`)
        .drop('photos', 'recordings'),
  },
  { ruleId: '4.7-device-not-reviewed', papers: device },
  { ruleId: '4.7-site-not-published', papers: device },
  {
    ruleId: '4.7-recording-not-reviewed',
    papers: (edit) => void edit.insert('report', 'evidence', '监控抓拍的记录未经审核即录入系统。'),
  },
  { ruleId: '4.8-record-without-times', papers: (edit) => void edit.swap('inquiry', 'time', /日.*$/u, '日') },
  { ruleId: '4.8-record-unsigned', papers: (edit) => void edit.set('inquiry', 'signature', '被询问人（签名）：') },
  {
    ruleId: '4.8-signature-line-missing',
    papers: (edit) => void edit.cut('inquiry', 'signature'),
  },
  {
    ruleId: '4.8-page-unsigned',
    papers: (edit, { party }) => {
      const words =
        '问：平时由谁负责这些事情，有没有人提醒过你要遵守规定？\n答：平时都是我自己管，忙的时候请人帮忙，没有人专门提醒过，我也没有仔细去看有关的规定，以后一定注意。'
      edit.insert(
        'inquiry',
        'answer2',
        `被询问人（签名）：${party.head}\f${words}\f${words.replace('平时由谁', '这些事由谁')}`,
      )
    },
  },
  {
    ruleId: '4.8-correction-unconfirmed',
    papers: (edit) =>
      void edit.insert(
        'second-inquiry',
        'read',
        edit.random.pick(['笔录第2页有涂改，涂改处未捺印确认。', '该处有修改，没有签名确认。']),
      ),
    fits: (story) => !isCitizen(story),
  },
  {
    ruleId: '4.8-overlapping-records',
    fits: (story) => !isCitizen(story),
    papers: (edit) =>
      void edit.swap(
        'second-inquiry',
        'time',
        /([：\t]).*$/u,
        `$1${edit
          .line('inquiry', 'time')
          .replace(/^询问时间[：\t]/u, '')
          .replace(/至.*$/u, (end) => end)}`,
      ),
  },
  {
    ruleId: '4.8-record-ends-first',
    papers: (edit) => void edit.swap('inquiry', 'time', /日(\s*)(.*)至(.*)$/u, '日$1$3至$2'),
  },
  {
    ruleId: '4.9-result-not-told',
    fits: inWorld('product'),
    papers: (edit) => void edit.drop('test-notice', 'test-receipt', 'testing-told'),
  },
  { ruleId: '4.9-retest-right-not-told', fits: tests, papers: (edit) => void edit.cut('test-notice', 'right') },
  {
    ruleId: '4.9-result-told-late',
    fits: inWorld('product'),
    story: withDays((days, later) => ({ testTold: later(days.noticed, 2) })),
  },
  {
    ruleId: '4.9-result-told-long-after',
    fits: tests,
    story: withDays((days) => ({ tested: shiftDays(days.testTold, -40) })),
  },
  {
    ruleId: '4.9-sample-number-differs',
    fits: tests,
    papers: (edit, { sampleNumber }) =>
      void edit.swap(
        'test',
        'number',
        sampleNumber,
        `${sampleNumber.slice(0, -1)}${sampleNumber.endsWith('7') ? '1' : '7'}`,
      ),
  },
  {
    ruleId: '4.9-sample-not-taken',
    fits: tests,
    papers: (edit) =>
      void edit
        .insert('sampling', 'sealed', '序号\t样品编号\t数量\n1\tYP-01-1\t1\n2\tYP-01-2\t1')
        .insert('test', 'number', '序号\t样品编号\t结果\n1\tYP-01-1\t12\n2\tYP-01-3\t15'),
  },
  {
    ruleId: '4.9-sample-unsealed',
    fits: tests,
    papers: (edit) =>
      void edit.set(
        'sampling',
        'sealed',
        '样品由抽样人员带回单位保管，备份样品由被抽样单位自行存放，检验样品次日送至检验机构，抽样过程当事人在场，对抽样方法没有异议。',
      ),
  },
  {
    ruleId: '4.9-retest-ignored',
    fits: (story) => tests(story) && defends(story),
    papers: (edit, { party }) => void edit.swap('defence', 'words', /$/u, `${party.we}对检验结果不服，特申请复检。`),
  },
  {
    ruleId: '4.10-act-days-differ',
    fits: inWorld('food', 'product', 'fireworks', 'seed', 'construction', 'advertising', 'ecology'),
    papers: (edit, story) =>
      void edit
        .swap(
          'notice',
          'facts',
          `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}`,
          `于${printed(story, shiftDays(story.days.inspected, -3))}`,
        )
        .swap(
          'decision',
          'facts',
          `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}`,
          `于${printed(story, story.days.inspected)}`,
        )
        .swap('notice', 'facts', `，在${story.actPlace}`, '')
        .swap('decision', 'facts', `，在${story.actPlace}`, ''),
  },
  {
    ruleId: '4.10-act-quantities-differ',
    fits: ({ offence, world }) => offence.goods !== null && world.id !== 'freight',
    papers: (edit, { offence }) =>
      void edit.swap(
        'notice',
        'facts',
        `${offence.goods?.sold ?? 0}${offence.goods?.unit ?? ''}`,
        `${(offence.goods?.sold ?? 0) * 2}${offence.goods?.unit ?? ''}`,
      ),
  },
  {
    ruleId: '7.4-act-quantity',
    fits: ({ offence, world }) => offence.goods !== null && world.id !== 'freight',
    papers: (edit, { offence }) =>
      void edit.swap(
        'notice',
        'facts',
        `${offence.goods?.sold ?? 0}${offence.goods?.unit ?? ''}`,
        `${(offence.goods?.sold ?? 0) * 2}${offence.goods?.unit ?? ''}`,
      ),
  },
  {
    ruleId: '4.10-amounts-differ',
    fits: gains,
    papers: (edit, { offence }) =>
      void edit
        .swap('notice', 'facts', `违法所得${offence.gain ?? 0}元`, `违法所得${(offence.gain ?? 0) * 2}元`)
        .swapOptional('notice', `没收违法所得${offence.gain ?? 0}元`, `没收违法所得${(offence.gain ?? 0) * 2}元`),
  },
  {
    ruleId: '4.10-measurements-differ',
    fits: inWorld('land'),
    papers: (edit) =>
      void edit
        .swap('inspection', 'facts', /$/u, '经测量，面积为816平方米。')
        .swap('report', 'facts', /$/u, '现场测量的面积为861平方米。'),
  },
  {
    ruleId: '4.10-contradiction-unresolved',
    papers: (edit) =>
      void edit.insert(
        'report',
        'evidence',
        edit.random.pick(['当事人的陈述与其工作人员的陈述不一致。', '进货数量与送货人的陈述相互矛盾。']),
      ),
  },
  {
    ruleId: '4.10-day-in-no-evidence',
    papers: (edit, story) => {
      const day = printed(story, shiftDays(story.days.actFrom, -9))
      edit
        .swap('decision', 'facts', printed(story, story.days.actFrom), day)
        .swap('notice', 'facts', printed(story, story.days.actFrom), day)
    },
    fits: ({ days }) => Number(days.actFrom.slice(8)) > 12,
  },
  {
    ruleId: '4.10-quantity-in-no-evidence',
    fits: ({ offence, world }) => offence.goods !== null && world.id !== 'freight',
    papers: (edit, { offence }) => {
      const { sold = 0, unit = '' } = offence.goods ?? {}
      for (const id of ['decision', 'notice']) edit.swap(id, 'facts', `${sold}${unit}`, `${sold * 10 + 1007}${unit}`)
    },
  },
  {
    ruleId: '4.11-product-wrong',
    fits: hasGoods,
    papers: (edit, { offence }) =>
      void edit.swap('calculation', 'product', `=${offence.gain ?? 0}元`, `=${(offence.gain ?? 0) + 90}元`),
  },
  {
    ruleId: '4.11-table-total-wrong',
    fits: hasGoods,
    papers: (edit) => void edit.swap('calculation', 'total', /(\d+)$/u, '9$1'),
  },
  {
    ruleId: '4.11-not-calculated',
    fits: gains,
    papers: (edit, { offence }) => {
      edit.drop('calculation', 'copy').dropIfThere('preservation', 'preservation-end')
      edit.swapAll('台账', '材料').swapAll('经营档案', '档案')
      for (const id of ['inquiry', 'second-inquiry', 'decision', 'notice', 'report'])
        edit.swapOptional(id, /，每(?:盒|卷|箱|趟)\d+元/gu, '').swapOptional(id, /货值金额\d+元，/gu, '')
      edit
        .swapOptional('goods', '\t单价（元）\t金额（元）', '\t规格\t备注')
        .swapOptional('goods', /\t\d+\t\d+$/u, `\t\t`)
        .swapOptional('goods', String(offence.goods?.price ?? '-'), '')
    },
  },
  {
    ruleId: '4.11-differs-from-sheet',
    fits: hasGoods,
    papers: (edit, { offence }) => {
      for (const id of [
        'decision',
        'notice',
        'report',
        'minutes',
        'review',
        'submission',
        'explanation',
        'publication',
      ])
        edit.swapOptional(
          id,
          new RegExp(`违法所得${offence.gain ?? 0}元`, 'gu'),
          `违法所得${(offence.gain ?? 0) + 860}元`,
        )
    },
  },
  {
    ruleId: '4.11-net-gain',
    fits: gains,
    papers: (edit) =>
      void edit.insert(
        'calculation',
        'sum',
        edit.random.pick(['违法所得为销售款扣除进货成本后的余额。', '违法所得按收入减去成本计算。']),
      ),
  },
  {
    ruleId: '4.13-out-of-time',
    papers: (edit, story) => {
      const then = `${Number(story.year) - 4}年2月5日`
      for (const id of ['decision', 'notice', 'report', 'correction'])
        edit.swap(
          id,
          'facts',
          `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}`,
          `${then}`,
        )
    },
  },
  {
    ruleId: '4.15-quantities-differ',
    fits: (story) => seizes(story) && hasGoods(story),
    papers: (edit, { offence }) =>
      void edit.swap(
        'goods',
        'row',
        `${offence.goods?.found ?? 0}${offence.goods?.unit ?? ''}`,
        `${(offence.goods?.found ?? 0) + 10}${offence.goods?.unit ?? ''}`,
      ),
  },
  { ruleId: '4.15-list-unsigned', fits: seizes, papers: (edit) => void edit.cut('goods', 'signature') },
  { ruleId: '4.15-list-missing', fits: seizes, papers: (edit) => void edit.drop('goods') },
  {
    ruleId: '4.15-disposal-untraced',
    fits: (story) => seizes(story) && !story.offence.confiscateGoods,
    papers: (edit) => void edit.drop('release', 'release-receipt'),
  },
  {
    ruleId: '4.10-accounts-differ',
    fits: (story) => !isCitizen(story),
    papers: (edit) => {
      const told = edit.random.int(11, 40)
      const asked = '问：这批货进了多少？'
      edit.insert('inquiry', 'since-answer', `${asked}\n答：一共进货${told}桶。`)
      edit.insert('second-inquiry', 'since-answer', `${asked}\n答：我记得进货${told + edit.random.int(3, 20)}桶。`)
    },
  },
  {
    ruleId: '4.15-taken-unlisted',
    fits: seizes,
    papers: (edit) =>
      void edit.insert(
        'measure-record',
        'words',
        edit.random.pick(['现场的工具、材料没有登记造册。', '搬走的设备当时没有逐一清点。', '因时间紧，没有制作物品清单。']),
      ),
  },
  {
    ruleId: '4.6-data-copied-undocumented',
    fits: ({ world }) => world.id !== 'advertising',
    papers: (edit) => {
      edit.drop('photos')
      edit.insert(
        'inspection',
        'facts',
        edit.random.pick(['执法人员从店内电脑中拷贝了今年的销售记录。', '执法人员用U盘复制了办公电脑里的台账数据。']),
      )
    },
  },
  {
    ruleId: '4.10-admitted-more',
    fits: inWorld('food', 'fireworks'),
    papers: (edit, { offence: { goods } }) =>
      void edit.insert(
        'inquiry',
        'answer2',
        `问：前后一共卖出多少？\n答：前后一共卖了${(goods?.sold ?? 0) * 3}${goods?.unit ?? ''}左右。`,
      ),
  },
]
