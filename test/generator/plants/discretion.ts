/** Heading 5, second half: benchmark, circumstances, necessity (裁量). */
import { residentId } from '../people.ts'
import type { Story } from '../story.ts'
import { hears, isCitizen, seizes, type Plant } from './plant.ts'

import { fined, ranged } from './citing.ts'

export const DISCRETION_PLANTS: readonly Plant[] = [
  {
    ruleId: '5.8-benchmark-not-mentioned',
    papers: (edit, { world }) =>
      void edit
        .swap('decision', 'discretion', /，参照《.*$/u, '。')
        .swapOptional('decision', `，参照《${world.benchmark}》`, '')
        .swapOptional('decision', '裁量时已经', ''),
  },
  {
    ruleId: '5.8-factor-without-facts',
    fits: ({ course }) => course.factors,
    papers: (edit) => void edit.swap('discretion', 'factor1', '行政处罚查询记录', edit.random.pick(['—', '', '/'])),
  },
  {
    ruleId: '5.8-factor-sum-wrong',
    fits: ({ course }) => course.factors,
    papers: (edit) => void edit.swap('discretion', 'sum', '6%', '9%'),
  },
  {
    ruleId: '5.8-fine-not-in-sheet',
    fits: ({ course }) => course.factors,
    papers: (edit, { offence }) =>
      void edit.swap('discretion', 'result', `罚款${offence.fine}元`, `罚款${Math.round(offence.fine * 0.9)}元`),
  },
  {
    ruleId: '5.8-fine-outside-cell',
    fits: ({ course }) => !course.factors,
    papers: (edit, { offence: { fine, range } }) =>
      void edit.swap(
        'discretion',
        'cell',
        /适用\d+元以上\d+元以下罚款的档次/u,
        fine * 0.8 > range.low
          ? `适用${range.low}元以上${Math.floor(fine * 0.9)}元以下罚款的档次`
          : `适用${Math.ceil(fine * 1.1)}元以上${range.high}元以下罚款的档次`,
      ),
  },
  {
    ruleId: '5.8-top-of-range-without-reasons',
    fits: ranged,
    papers: (edit, story) => {
      fined(edit, story, story.offence.range.high)
      edit.swapOptional('report', /[^。]*没有从重[^。]*。/u, '').swapOptional('discretion', /[^。]*从重[^。]*。/u, '')
    },
  },
  {
    ruleId: '5.9-departure-without-approval',
    papers: (edit) =>
      void edit.insert(
        'discretion',
        'basis',
        edit.random.pick([
          '本案调整适用裁量基准，高于基准规定的幅度处罚。',
          '本案不适用裁量基准的一般档次，另行确定罚款数额。',
        ]),
      ),
  },
  {
    ruleId: '5.12-far-from-similar-cases',
    papers: (edit, { offence, short, year }) => {
      const fines = [0.08, 0.1, 0.12].map((share) => Math.max(50, Math.round(offence.fine * share)))
      edit.add('similar', 'earlier-penalty', '同类案件检索', [
        ['title', '同类案件处罚查询记录'],
        [
          'words',
          `经检索本机关近两年同类案件：${fines.map((fine, place) => `${short}罚〔${Number(year) - 1}〕${place + 3}号，罚款${fine}元`).join('；')}。`,
        ],
      ])
    },
  },
  {
    ruleId: '5.12-similar-cases-unexplained',
    fits: hears,
    papers: (edit) => void edit.swap('hearing', 'defence', /$/u, '同类案件均只罚款五千元，本案却罚得这样重。'),
  },
  {
    ruleId: '5.10-first-offence-not-discussed',
    papers: (edit) => {
      edit.insert('inquiry', 'answer2', '问：以前受过处罚吗？\n答：没有受过处罚，头一回。')
      for (const id of [
        'report',
        'decision',
        'discretion',
        'recheck',
        'minutes',
        'explanation',
        'hearing-report',
        'review',
      ])
        edit
          .swapOptional(id, /(?:系)?(?:初次|首次)违法[，、的]?/gu, '')
          .swapOptional(id, '违法次数\t初次', '情节\t一般')
          .swapOptional(id, MILDER, '')
    },
  },
  {
    ruleId: '5.10-correction-not-discussed',
    papers: (edit) => {
      edit.insert('inquiry', 'answer2', '问：现在怎么样？\n答：已经主动整改，全部召回。')
      for (const id of [
        'report',
        'decision',
        'discretion',
        'recheck',
        'minutes',
        'explanation',
        'hearing-report',
        'review',
      ])
        edit
          .swapOptional(id, /在相应范围内消除影响/gu, '')
          .swapOptional(
            id,
            /(?:[，、]|^|(?<=：))?(?:在责令改正期限内|按期|已按要求|已经|按要求|及时|已)?改正(?:[，、])?/gu,
            '，',
          )
          .swapOptional(id, /改正情况/gu, '情况')
          .swapOptional(id, MILDER, '')
    },
  },
  {
    ruleId: '5.10-minor',
    fits: isCitizen,
    papers: (edit, story) => {
      const minor = residentIdOf(story)
      edit.swapAll(story.party.code, minor)
    },
  },
  {
    ruleId: '5.13-unrelated-things-seized',
    fits: (story) => seizes(story),
    papers: (edit) => {
      const cells = edit.line('goods', 'head').split('\t').length
      edit.insert('goods', 'row', cells === 5 ? '2\t电视机\t1台\t\t家庭自用' : '2\t电视机\t1台\t家庭自用')
    },
  },
  {
    ruleId: '5.13-whole-premises-sealed',
    fits: seizes,
    papers: (edit, { party }) => void edit.swap('measure', 'words', /决定对/u, `决定查封${party.you}整个仓库，并对`),
  },
  {
    ruleId: '5.13-lawful-goods-seized',
    fits: seizes,
    papers: (edit) =>
      void edit.insert(
        'measure-record',
        'words',
        edit.random.pick(['店内另有手续齐全的商品31箱，一并扣押。', '另有来源合法的货物12件，一并予以扣押。']),
      ),
  },
]

/** Sentences that weigh what makes a penalty milder. */
const MILDER = /[^，。；：]*(?:从轻|减轻|改正|初次|首次)[^，。；]*[，。；]?/gu

/** A code of somebody of sixteen. */
function residentIdOf({ year, place }: Story): string {
  const born = `${Number(year) - 16}0112`
  return residentId(place.division, {
    next: () => 0,
    chance: () => false,
    pick: (of) => of[0] as never,
    int: (low) => (low === 1962 ? Number(born.slice(0, 4)) : low === 10 ? 21 : 1),
    fork: () => {
      throw new Error('not here')
    },
  })
}
