/** How the papers of a case say things: dates, times, rows of forms, sentences that stand in several of them alike. */
import type { IsoDate } from '../../src/shared/values/values.ts'
import { moneyWords } from './money-words.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

export interface Voice {
  readonly story: Story
  readonly random: Random
  say(...ways: readonly string[]): string
  day(day: IsoDate): string
  /** 9时30分 */
  time(hour: number, minute: number): string
  /** 2026年3月4日9时30分至10时40分 */
  span(day: IsoDate, from: readonly [number, number], to: readonly [number, number]): string
  row(label: string, value: string): string
  pair(label: string, value: string, other: string, otherValue: string): string
}

export function voiceOf(story: Story, random: Random): Voice {
  const { habits } = story
  const pad = (value: number): string => (habits.padded ? String(value).padStart(2, '0') : String(value))
  const day = (of: IsoDate): string => {
    const [year = '', month = '', date = ''] = of.split('-')
    return `${year}年${pad(Number(month))}月${pad(Number(date))}日`
  }
  const time = (hour: number, minute: number): string =>
    habits.times === 'colon'
      ? `${pad(hour)}:${String(minute).padStart(2, '0')}`
      : `${pad(hour)}时${minute === 0 ? '' : `${String(minute).padStart(2, '0')}分`}`
  return {
    story,
    random,
    day,
    time,
    say: (...ways) => random.pick(ways),
    span: (of, from, to) => `${day(of)}${habits.times === 'colon' ? ' ' : ''}${time(...from)}至${time(...to)}`,
    row: (label, value) => (habits.rows === 'table' ? `${label}\t${value}` : `${label}：${value}`),
    pair: (label, value, other, otherValue) =>
      habits.rows === 'table'
        ? `${label}\t${value}\t${other}\t${otherValue}`
        : `${label}：${value}${habits.gap}${habits.gap}${other}：${otherValue}`,
  }
}

export const officer = ({ name, certificate }: Story['officers'][number]): string =>
  `${name}（执法证号：${certificate}）`
export const officers = ({ officers: [one, other] }: Story): string => `${officer(one)}、${officer(other)}`
export const officerNames = ({ officers: [one, other] }: Story, between = '、'): string =>
  `${one.name}${between}${other.name}`

/** 罚款56000元（大写：伍万陆仟元整） */
export const fineWords = (yuan: number): string => `罚款${yuan}元（大写：${moneyWords(yuan)}）`

export const numberOf = ({ short, year, number }: Story, kind: string, add = 0): string =>
  `${short}${kind}〔${year}〕${number + add}号`

/** 自2026年2月10日至2026年3月4日，在……店内销售…… */
export function actWords(voice: Voice): string {
  const { story, day } = voice
  return `自${day(story.days.actFrom)}至${day(story.days.inspected)}，在${story.actPlace}${story.offence.act}`
}

/** What the act brought, where it brought anything. */
export function amountsWords({ offence: { gain, goods } }: Story): string {
  if (gain === null) return ''
  if (goods === null || goods.price === 0) return `，违法所得${gain}元`
  return `，货值金额${(goods.found + goods.sold) * goods.price}元，违法所得${gain}元`
}

/** The evidence as it is named one by one. */
export function evidenceWords({ course }: Story): string {
  return [
    '现场检查笔录',
    '现场照片',
    '询问笔录',
    ...(course.test ? ['检测报告'] : []),
    ...(course.seizure ? ['物品清单'] : []),
  ].join('、')
}

/** The penalties, one an item; `verb` stands before confiscations. */
export function penaltyItems({ offence, course }: Story): readonly string[] {
  const { fine, gain, goods, share } = offence
  return [
    ...(offence.warning ? ['警告'] : []),
    ...(gain === null ? [] : [`没收违法所得${gain}元`]),
    ...(offence.confiscateGoods && goods !== null && course.seizure
      ? [`没收扣押的${goods.name}${goods.found}${goods.unit}`]
      : []),
    share === undefined ? fineWords(fine) : `处${share}的罚款，即${fineWords(fine)}`,
  ]
}

export const numbered = (items: readonly string[]): string =>
  items.length === 1
    ? `${items[0] ?? ''}。`
    : items.map((item, place) => `${place + 1}.${item}${place === items.length - 1 ? '。' : '；'}`).join('')

/** Remedies (救济途径): where to and within what time. */
export function remediesWords(voice: Voice, paper: string): string {
  const { story, say } = voice
  const { you } = story.party
  return say(
    `如不服本${paper}，${you}可以自收到本${paper}书之日起六十日内向${story.government}申请行政复议，` +
      `也可以自收到本${paper}书之日起六个月内依法向${story.court}提起行政诉讼。`,
    `${you}如对本${paper}不服，可在收到本${paper}书之日起60日内向${story.government}申请行政复议；也可以在6个月内直接向${story.court}提起行政诉讼。`,
    `如对本${paper}不服，可以在接到本${paper}书之日起六十日内，依法向${story.government}申请行政复议，或者在六个月内向${story.court}起诉。`,
  )
}

/** The party as the head of a paper for it names it. */
export function partyRows(voice: Voice): readonly (readonly [string, string])[] {
  const { story, row, say } = voice
  const { party, world } = story
  if (world.party === 'citizen')
    return [
      ['party', row('当事人', party.name)],
      ['code', row(say('公民身份号码', '居民身份证号码'), party.code)],
      ['address', row('住址', party.address)],
    ]
  return [
    ['party', row('当事人', world.party === 'trader' ? `${party.name}（个体工商户）` : party.name)],
    ['code', row('统一社会信用代码', party.code)],
    ['head', row(world.party === 'trader' ? '经营者' : '法定代表人', party.head)],
    ['address', row(world.party === 'trader' ? '经营场所' : say('住所', '地址'), party.address)],
  ]
}
