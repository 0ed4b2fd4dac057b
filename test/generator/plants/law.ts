/** Headings 5 and 6: the law applied, the discretion, the power (法律适用、裁量、权限). */
import { fineWords } from '../wording.ts'
import type { CaseEdit } from '../case.ts'
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { residentId } from '../people.ts'
import type { Story } from '../story.ts'
import { gains, hears, inWorld, isCitizen, isTrader, printed, seizes, type Plant } from './plant.ts'

/** Another fine in every paper that names it. */
function fined(edit: CaseEdit, { offence }: Story, yuan: number): void {
  for (const id of ['decision', 'notice', 'report', 'minutes', 'review', 'submission', 'explanation', 'publication', 'discretion', 'payment'])
    edit.swapOptional(id, new RegExp(`罚款${offence.fine}元（大写：[^）]*）`, 'gu'), fineWords(yuan)).swapOptional(id, new RegExp(`罚款${offence.fine}元`, 'gu'), `罚款${yuan}元`)
}

const inRegister = inWorld('ecology', 'food', 'fireworks', 'training', 'freight', 'medical', 'seed', 'construction', 'advertising')
const ranged = inWorld('ecology', 'fireworks', 'seed', 'construction', 'advertising')
/** The clause that the case rests on, with another article. */
function misciting(edit: CaseEdit, { offence }: Story, instead: string, papers: readonly string[] = ['decision', 'notice', 'report']): void {
  for (const id of papers) edit.swap(id, null, offence.basis, instead)
}
const titleOf = (basis: string): string => /《[^》]*》/u.exec(basis)?.[0] ?? ''
const hasItem = ({ offence }: Story): boolean => /第（.）项$/u.test(offence.basis) && !/款第（.）项$/u.test(offence.basis)

export const LAW_PLANTS: readonly Plant[] = [
  { ruleId: '5.1-only-a-circular', papers: (edit, story) => misciting(edit, story, `《${story.area}关于开展专项整治工作的通知》`, ['decision']) },
  { ruleId: '5.1-measure-without-law', fits: seizes, papers: (edit, { world }) => void edit.swap('measure', 'words', world.seizure?.basis ?? '', edit.random.pick(['《中华人民共和国行政强制法》第二十二条', '《关于加强执法工作的意见》'])) },
  { ruleId: '5.3-violated-rule-missing', papers: (edit) => void edit.cut('decision', 'reason') },
  { ruleId: '5.3-cited-without-article', papers: (edit, story) => misciting(edit, story, titleOf(story.offence.basis), ['decision']) },
  { ruleId: '5.3-penalty-without-ground', papers: (edit, { offence, world }) => void edit.swap('decision', 'penalty', new RegExp(`(?:依据|根据)${offence.basis.replace(/[()（）]/gu, '.')}的规定，`, 'u'), '').swap('decision', 'reason', `违反了${offence.violated}的规定`, '违法').swap('decision', 'discretion', `，参照《${world.benchmark}》`, '') },
  { ruleId: '5.3-article-does-not-exist', papers: (edit, story) => misciting(edit, story, `${titleOf(story.offence.basis)}第${story.world.id === 'ecology' ? '八十三' : '二百八十三'}条`, ['decision']) },
  { ruleId: '5.3-paragraph-for-item', fits: (story) => hasItem(story) && inRegister(story), papers: (edit, story) => misciting(edit, story, story.offence.basis.replace(/第（(.)）项/u, (_, item: string) => `第${item}款`), ['decision']) },
  { ruleId: '5.3-item-does-not-exist', fits: (story) => hasItem(story) && inRegister(story), papers: (edit, story) => misciting(edit, story, story.offence.basis.replace(/第（.）项/u, '第（二十）项'), ['decision']) },
  { ruleId: '5.3-basis-differs-from-notice', papers: (edit, story) => misciting(edit, story, `${titleOf(story.offence.basis)}第${story.world.id === 'ecology' ? '三十四条第（一）项' : '四十条'}`, ['decision']) },
  { ruleId: '5.3-title-misprinted', fits: inWorld('ecology', 'food', 'fireworks', 'training', 'freight', 'medical', 'construction'), papers: (edit, story) => misciting(edit, story, story.offence.basis.replace(/《(.*?)(.)(.)(条例|法)》/u, (_, head: string, one: string, _other: string, end: string) => `《${head}${one}${'拟'}${end}》`), ['decision']) },
  { ruleId: '5.4-norm-disputed-in-file', fits: hears, papers: (edit) => void edit.swap('hearing-report', 'opinion', /([：\t]).*$/u, '$1本案事实清楚，但适用法律错误，应当按其他规定处理。') },
  {
    ruleId: '5.2-repealed-law', fits: inWorld('ecology'),
    papers: (edit, story) => {
      for (const id of ['decision', 'notice', 'report']) edit.swap(id, null, story.offence.violated, '《中华人民共和国环境保护法》第四十五条第二款')
      misciting(edit, story, '《中华人民共和国水污染防治法》第八十三条第（一）项')
      edit.swap('decision', 'facts', `自${printed(story, story.days.actFrom)}至${printed(story, story.days.inspected)}`, '自2026年9月1日至2026年9月20日').set('decision', 'day', '2026年11月10日')
    },
  },
  {
    ruleId: '5.2-not-yet-in-force', fits: inWorld('ecology'),
    papers: (edit, story) => misciting(edit, story, '《生态环境法典》第一千一百零二条'),
  },
  {
    ruleId: '5.2-lighter-not-compared', fits: inWorld('ecology'),
    papers: (edit, story) => {
      misciting(edit, story, '《中华人民共和国水污染防治法》第八十三条第（一）项')
      edit.set('decision', 'day', '2026年9月8日')
    },
  },
  {
    ruleId: '5.2-revised-between', fits: (story) => inWorld('advertising')(story) && story.year === '2025',
    papers: (edit, story) => {
      for (const id of ['decision', 'notice', 'report']) edit.swap(id, null, story.offence.violated, '《中华人民共和国反不正当竞争法》第八条第一款')
      misciting(edit, story, '《中华人民共和国反不正当竞争法》第二十条第一款')
      edit.set('decision', 'day', '2025年11月10日')
    },
  },
  { ruleId: '5.5-fine-outside-range', about: 'above', fits: ranged, papers: (edit, story) => fined(edit, story, story.offence.range.high + (story.offence.range.high >= 100_000 ? 20_000 : 600)) },
  { ruleId: '5.5-fine-outside-range', about: 'below', fits: ranged, papers: (edit, story) => fined(edit, story, Math.round(story.offence.range.low * 0.6)) },
  { ruleId: '5.5-higher-band-without-condition', fits: inWorld('training'), papers: (edit, story) => fined(edit, story, 130_000) },
  {
    ruleId: '5.5-fine-outside-quoted-range',
    papers: (edit, story) => misciting(edit, story, `《${story.place.city}综合管理条例》第三十条“处一百元以上${Math.floor(story.offence.fine * 0.5)}元以下罚款”`),
  },
  {
    ruleId: '5.5-kind-not-in-clause', fits: inWorld('seed', 'training'),
    papers: (edit) => {
      for (const id of ['decision', 'notice']) edit.swap(id, 'penalty', /。$/u, '；吊销经营许可证。')
    },
  },
  { ruleId: '5.11-below-range-without-ground', fits: ranged, papers: (edit, story) => {
    fined(edit, story, Math.round(story.offence.range.low * 0.5))
    edit.swap('decision', 'discretion', /，参照/u, '，决定予以减轻处罚，参照')
  } },
  { ruleId: '5.11-mitigated-for-hardship', papers: (edit) => void edit.swap('minutes', 'view0', /：.*$/u, edit.random.pick(['：考虑到当事人经营困难，同意减轻处罚。', '：鉴于当事人家庭困难，建议减轻处罚。'])) },
  {
    ruleId: '5.6-two-fines-for-one-act',
    papers: (edit, { offence }) => void edit.swap('decision', 'penalty', /罚款\d+元（大写：[^）]*）/u, `依据${offence.basis}${fineWords(offence.fine)}；另依据《中华人民共和国消费者权益保护法》第五十六条${fineWords(Math.round(offence.fine * 0.2))}`),
  },
  {
    ruleId: '5.6-same-act-fined-before',
    papers: (edit, story) => {
      const day = printed(story, shiftDays(story.days.filed, -1))
      edit.add('old-decision', 'earlier-penalty', '以前的行政处罚决定书', edit.paper('decision').lines.map(({ slot, text }) => [slot, slot === 'day' ? day : slot === 'number' ? text.replace(/\d+号/u, '98号') : text] as const))
    },
  },
  { ruleId: '5.6-fined-before', papers: (edit, story) => void edit.insert('earlier', 'result', `该违法行为已于${printed(story, story.days.filed)}被${story.area}城市管理局罚款2000元。`) },
  {
    ruleId: '5.6-two-decisions', fits: (story) => !isCitizen(story),
    papers: (edit, story) => {
      const other = `${story.area}城市管理局`
      edit.add('other-decision', 'decision', '城市管理局行政处罚决定书', edit.paper('decision').lines.map(({ slot, text }) => [slot, slot === 'number' ? text.replace(/^.*〔/u, `${story.area.slice(0, 1)}城管罚〔`) : text.replaceAll(story.agency, other)] as const))
    },
  },
  {
    ruleId: '5.7-correction-left-out', fits: ({ course }) => !course.seizure,
    papers: (edit, { offence, party }) => {
      edit.swap('decision', 'penalty', `责令${party.you}${offence.correction}，`, '').drop('correction', 'correction-receipt', 'check')
      edit.swap('decision', 'discretion', '在责令改正期限内改正，', '')
      for (const id of ['decision', 'recheck', 'report', 'discretion', 'defence', 'hearing', 'minutes', 'closing'])
        edit.swapOptional(id, /[^。，；：]*(?:改正|责令)[^。；]*[。；]/gu, '')
      edit.drop('waiver', 'closing').has('x')
    },
  },
  { ruleId: '5.7-gain-not-confiscated', fits: gains, papers: (edit) => {
    for (const id of ['decision', 'notice']) edit.swap(id, 'penalty', /(?:\d\.)?没收违法所得\d+元；/u, '')
    for (const id of ['report', 'minutes', 'review', 'explanation', 'submission', 'publication']) edit.swapOptional(id, /(?:\d\.)?没收违法所得\d+元；/gu, '')
  } },
  { ruleId: '5.7-goods-not-confiscated', fits: ({ offence, course }) => offence.confiscateGoods && course.seizure, papers: (edit) => {
    for (const id of ['decision', 'notice', 'report', 'minutes', 'review', 'explanation', 'submission', 'publication']) edit.swapOptional(id, /(?:\d\.)?没收扣押的[^；]*；/gu, '')
    edit.drop('release', 'release-receipt')
  } },
  { ruleId: '5.8-benchmark-not-mentioned', papers: (edit, { world }) => void edit.swap('decision', 'discretion', /，参照《.*$/u, '。').swapOptional('decision', `，参照《${world.benchmark}》`, '').swapOptional('decision', '裁量时已经', '') },
  { ruleId: '5.8-factor-without-facts', fits: ({ course }) => course.factors, papers: (edit) => void edit.swap('discretion', 'factor1', '行政处罚查询记录', edit.random.pick(['—', '', '/'])) },
  { ruleId: '5.8-factor-sum-wrong', fits: ({ course }) => course.factors, papers: (edit) => void edit.swap('discretion', 'sum', '6%', '9%') },
  { ruleId: '5.8-fine-not-in-sheet', fits: ({ course }) => course.factors, papers: (edit, { offence }) => void edit.swap('discretion', 'result', `罚款${offence.fine}元`, `罚款${Math.round(offence.fine * 0.9)}元`) },
  { ruleId: '5.8-fine-outside-cell', fits: ({ course }) => !course.factors, papers: (edit, { offence: { fine, range } }) => void edit.swap('discretion', 'cell', /适用\d+元以上\d+元以下罚款的档次/u, fine * 0.8 > range.low ? `适用${range.low}元以上${Math.floor(fine * 0.9)}元以下罚款的档次` : `适用${Math.ceil(fine * 1.1)}元以上${range.high}元以下罚款的档次`) },
  {
    ruleId: '5.8-top-of-range-without-reasons', fits: ranged,
    papers: (edit, story) => {
      fined(edit, story, story.offence.range.high)
      edit.swapOptional('report', /[^。]*没有从重[^。]*。/u, '').swapOptional('discretion', /[^。]*从重[^。]*。/u, '')
    },
  },
  { ruleId: '5.9-departure-without-approval', papers: (edit) => void edit.insert('discretion', 'basis', edit.random.pick(['本案调整适用裁量基准，高于基准规定的幅度处罚。', '本案不适用裁量基准的一般档次，另行确定罚款数额。'])) },
  {
    ruleId: '5.12-far-from-similar-cases',
    papers: (edit, { offence, short, year }) => {
      const fines = [0.08, 0.1, 0.12].map((share) => Math.max(50, Math.round(offence.fine * share)))
      edit.add('similar', 'earlier-penalty', '同类案件检索', [
        ['title', '同类案件处罚查询记录'],
        ['words', `经检索本机关近两年同类案件：${fines.map((fine, place) => `${short}罚〔${Number(year) - 1}〕${place + 3}号，罚款${fine}元`).join('；')}。`],
      ])
    },
  },
  { ruleId: '5.12-similar-cases-unexplained', fits: hears, papers: (edit) => void edit.swap('hearing', 'defence', /$/u, '同类案件均只罚款五千元，本案却罚得这样重。') },
  {
    ruleId: '5.10-first-offence-not-discussed',
    papers: (edit) => {
      edit.insert('inquiry', 'answer2', '问：以前受过处罚吗？\n答：没有受过处罚，头一回。')
      for (const id of ['report', 'decision', 'discretion', 'recheck', 'minutes', 'explanation', 'hearing-report', 'review']) edit.swapOptional(id, /(?:系)?(?:初次|首次)违法[，、的]?/gu, '').swapOptional(id, '违法次数\t初次', '情节\t一般').swapOptional(id, MILDER, '')
    },
  },
  {
    ruleId: '5.10-correction-not-discussed',
    papers: (edit) => {
      edit.insert('inquiry', 'answer2', '问：现在怎么样？\n答：已经主动整改，全部召回。')
      for (const id of ['report', 'decision', 'discretion', 'recheck', 'minutes', 'explanation', 'hearing-report', 'review'])
        edit.swapOptional(id, /在相应范围内消除影响/gu, '').swapOptional(id, /(?:[，、]|^|(?<=：))?(?:在责令改正期限内|按期|已按要求|已经|按要求|及时|已)?改正(?:[，、])?/gu, '，').swapOptional(id, /改正情况/gu, '情况').swapOptional(id, MILDER, '')
    },
  },
  {
    ruleId: '5.10-minor', fits: isCitizen,
    papers: (edit, story) => {
      const minor = residentIdOf(story)
      edit.swapAll(story.party.code, minor)
    },
  },
  { ruleId: '5.13-unrelated-things-seized', fits: (story) => seizes(story), papers: (edit) => {
    const cells = edit.line('goods', 'head').split('\t').length
    edit.insert('goods', 'row', cells === 5 ? '2\t电视机\t1台\t\t家庭自用' : '2\t电视机\t1台\t家庭自用')
  } },
  { ruleId: '5.13-whole-premises-sealed', fits: seizes, papers: (edit, { party }) => void edit.swap('measure', 'words', /决定对/u, `决定查封${party.you}整个仓库，并对`) },
  { ruleId: '5.13-lawful-goods-seized', fits: seizes, papers: (edit) => void edit.insert('measure-record', 'words', edit.random.pick(['店内另有手续齐全的商品31箱，一并扣押。', '另有来源合法的货物12件，一并予以扣押。'])) },
]

/** Sentences that weigh what makes a penalty milder. */
const MILDER = /[^，。；：]*(?:从轻|减轻|改正|初次|首次)[^，。；]*[，。；]?/gu

/** A code of somebody of sixteen. */
function residentIdOf({ year, place }: Story): string {
  const born = `${Number(year) - 16}0112`
  return residentId(place.division, {
    next: () => 0, chance: () => false, pick: (of) => of[0] as never,
    int: (low) => (low === 1962 ? Number(born.slice(0, 4)) : low === 10 ? 21 : 1), fork: () => { throw new Error('not here') },
  })
}

export const POWER_PLANTS: readonly Plant[] = [
  { ruleId: '6.1-place-outside-area', fits: ({ world }) => world.level === 'county', papers: (edit, story) => void edit.swap('filing', 'address', /$/u, `\n违法行为发生地：${story.place.city}木樨县城关镇人民路3号`).swap('inspection', 'place', story.actPlace, `${story.place.city}木樨县城关镇人民路3号`) },
  { ruleId: '6.9-record-made-elsewhere', fits: ({ world }) => world.level === 'county', papers: (edit, story) => void edit.swap('inquiry', 'place', /([：\t]).*$/u, `$1${story.place.city}木樨县人民路3号`) },
  { ruleId: '6.2-below-county', papers: (edit, story) => void edit.swapAll(story.agency, `${story.area}白沙镇人民政府`) },
  { ruleId: '6.2-level-too-low', fits: ({ world }) => world.level === 'county', papers: (edit, story) => misciting(edit, story, `${story.offence.basis}“由设区的市级以上人民政府主管部门处罚款”`, ['decision']) },
  { ruleId: '6.4-conflict-without-paper', papers: (edit, { area }) => void edit.insert('report', 'circumstances', `${area}城市管理局也已对当事人立案。`) },
  { ruleId: '6.4-designation-missing', papers: (edit, story) => void edit.insert('filing', 'facts', `经${story.place.city}${story.world.office}指定我局管辖，建议立案。`) },
  { ruleId: '6.10-others-matter-not-transferred', papers: (edit, { area }) => void edit.insert('report', 'circumstances', `当事人的消防通道被堵塞，应由${area}消防救援大队处理。`) },
  { ruleId: '6.3-another-branch', fits: ({ world }) => world.sector !== 'market-regulation', papers: (edit, story) => misciting(edit, story, '《中华人民共和国产品质量法》第四十九条“由市场监督管理部门责令停止销售”', ['decision']) },
  { ruleId: '6.5-detention-by-others', papers: (edit, { party }) => void edit.swap('decision', 'penalty', /。$/u, `；对${party.head}处行政拘留五日。`) },
  {
    ruleId: '6.5-revoked-by-another-organ', fits: (story) => isTrader(story) || story.world.id === 'medical',
    papers: (edit, { place }) => {
      edit.swap('decision', 'penalty', /。$/u, '；吊销经营许可证。')
      edit.add('licence', 'identity-papers', '经营许可证复印件', [['title', '经营许可证（复印件）'], ['issuer', `发证机关：${place.city}商务局`], ['signed', '与原件核对无误。提供人签名：陆一鸣'], ['checked', '核对人：见卷内笔录']])
    },
  },
  { ruleId: '6.6-closure-without-approval', fits: inWorld('ecology'), papers: (edit) => void edit.swap('decision', 'penalty', /。$/u, '；责令停业、关闭。') },
  {
    ruleId: '6.6-accident-report-unapproved', fits: inWorld('training'),
    papers: (edit, story) => void edit.add('accident', 'other', '事故调查报告', [['title', '一般机械伤害事故调查报告'], ['words', `${story.party.name}车间发生一起机械伤害事故，造成一人受伤。事故的间接原因是对从业人员未进行安全生产教育和培训，建议由应急管理局依法处罚。`], ['group', '事故调查组'], ['day', printed(story, story.days.concluded)]]),
  },
  { ruleId: '6.7-power-moved-on', papers: (edit, story) => void edit.insert('explanation', 'filed', `该项处罚权已于${Number(story.year) - 1}年12月划转至${story.area}综合行政执法局。`) },
  {
    ruleId: '6.8-executed-without-power',
    papers: (edit, story) =>
      void edit.add('execution', 'execution-decision', '强制执行决定书', [
        ['agency', story.agency],
        ['title', '强制执行决定书'],
        ['words', `因${story.party.you}逾期不缴纳罚款，本机关决定强制划拨${story.party.you}银行存款${story.offence.fine}元。`],
        ['issuer', `${story.agency}（印章）`],
        ['day', printed(story, story.days.closed)],
      ]),
  },
]

export const UNPLANTED_LAW: Readonly<Record<string, string>> = {
  '5.14-refusal-without-ground': 'licence files only',
  '5.1-licence-on-a-circular': 'licence files only',
  '5.5-share-of-income-outside-range': 'no case here rests on a clause of a share of income',
}
