/** Remedies (救济): whom the party may turn to and within what time, as told by the document. */
import type { PeriodFact, RemedyFact, RightFact } from './facts.ts'
import { chineseInteger } from './chinese-numerals.ts'
import type { NormalisedText } from './normalised-text.ts'

const LENGTH = '(\\d{1,4}|[一二两三四五六七八九十百]{1,5})'
const PERIOD = new RegExp(`${LENGTH}(?:个)?(工作日|日|天|月|小时|年)(?:内|以内|之内|前)?`, 'gu')
const REMEDY = /(?:申请|提起|提出)?(?:行政)?(?:复议|诉讼)|(?<=法院)(?:依法|直接)?起诉/gu
const ORGAN = /向([^向,。;\d]{2,50}?)(?:依法|直接)*(?:申请|提起|提出|请求)/u
const COURT = /向([\u3400-\u9fff()]{2,40}?法院)/u
const VAGUE = /有管辖权|上[一]?级|本级人民政府$|^(?:同级|当地|所在地)|有关|相关|依法|法律规定/u

interface Printed {
  readonly value: number
  readonly unit: PeriodFact['unit']
  readonly start: number
  readonly end: number
}

const UNITS: ReadonlyMap<string, PeriodFact['unit']> = new Map([
  ['工作日', 'workingDays'],
  ['日', 'days'],
  ['天', 'days'],
  ['月', 'months'],
  ['小时', 'hours'],
  ['年', 'years'],
])

function printedPeriods(text: string): Printed[] {
  const periods: Printed[] = []
  for (const match of text.matchAll(PERIOD)) {
    const start = match.index
    const end = start + match[0].length
    const unit = UNITS.get(match[2] ?? '')
    const value = chineseInteger(match[1] ?? '')
    if (unit === undefined || value === null || value === 0) continue
    // 2026年3月5日 and 3月5日 are days of the calendar.
    if (
      /[年月\d]/u.test(text.charAt(start - 1)) ||
      (match[2] === '月' && !match[0].includes('个')) ||
      /^\d{4}/.test(match[1] ?? '')
    )
      continue
    if (
      /^(?:以上|以下|不满)/u.test(text.slice(end, end + 2)) ||
      text.slice(Math.max(0, start - 2), start).endsWith('不满')
    )
      continue
    if (match[2] === '年' && !/内/u.test(match[0])) continue
    if (
      match[2] === '日' &&
      !/[内前]$/u.test(match[0]) &&
      !/(?:延长|期限为?|扣押|查封|^)$/u.test(text.slice(Math.max(0, start - 4), start))
    )
      continue
    periods.push({ value, unit, start, end })
  }
  return periods
}

function sentenceFrom(text: string, place: number, reach: number): string {
  const head = text.slice(Math.max(0, place - reach), place)
  return head.slice(Math.max(head.lastIndexOf('。'), head.lastIndexOf('\n')) + 1)
}

/** Where the clause of one remedy begins: behind the last remedy before it, or with its sentence. */
function clauseStart(text: string, start: number, previousEnd: number): number {
  const from = Math.max(previousEnd, start - 160, 0)
  const head = text.slice(from, start)
  const heading = /(?:途径|期限|权利|复议|诉讼)[^\n,。]{0,8}\n(?=[^\n]*$)/u.exec(head)
  const begin = from + Math.max(head.lastIndexOf('。') + 1, heading === null ? 0 : heading.index + heading[0].length)
  return begin + (/^[\s,、;]*(?:或者)?/u.exec(text.slice(begin, start))?.[0].length ?? 0)
}

const PERIODS_BEFORE = new RegExp(`${LENGTH}(?:个)?(日|天|月)(?:内|以内|之内)`, 'gu')

/** Remedies told, one of each kind at most per place; 逾期不申请行政复议 tells none. */
export function readRemedies({ tight }: NormalisedText): readonly RemedyFact[] {
  const { text } = tight
  const facts: RemedyFact[] = []
  let previousEnd = 0
  for (const match of text.matchAll(REMEDY)) {
    const start = match.index
    const end = start + match[0].length
    const from = clauseStart(text, start, previousEnd)
    const clause = text.slice(from, end).replaceAll('\n', '')
    const kind = /(?:诉讼|起诉)$/u.test(match[0]) ? ('litigation' as const) : ('reconsideration' as const)
    const behind = text.slice(end, end + 4)
    const told =
      /向|申请|提起|请求/u.test(clause) && !/(?:不|未)(?:申请|提起)|期间|逾期|(?:又|也)不/u.test(clause.slice(-16))
    if (!told || /^(?:期间|法|的期限|决定|机关)/u.test(behind)) continue
    const periods = [...clause.matchAll(PERIODS_BEFORE)].flatMap((period) => {
      const value = chineseInteger(period[1] ?? '')
      return value === null || /[年月]$/u.test(clause.slice(0, period.index))
        ? []
        : [{ value, months: period[2] === '月' }]
    })
    const period = periods.at(-1)
    const organ =
      (kind === 'litigation' ? (COURT.exec(clause) ?? ORGAN.exec(clause)) : ORGAN.exec(clause))?.[1] ?? null
    if (period === undefined && organ === null) continue
    previousEnd = end
    facts.push({
      kind,
      organ: organ === null || VAGUE.test(organ) ? null : organ,
      days: period !== undefined && !period.months ? period.value : null,
      months: period?.months === true ? period.value : null,
      passage: tight.passage(from, end),
    })
  }
  return facts
}

const PERIOD_OF: readonly (readonly [PeriodFact['of'], RegExp])[] = [
  ['reconsideration', /复议/u],
  ['litigation', /诉讼|起诉/u],
  ['hearing', /听证/u],
  ['statement', /陈述|申辩|异议/u],
  ['payment', /缴纳|缴至|缴到|交至|缴款|罚款缴|罚没款/u],
  ['correction', /改正|整改|拆除|恢复|补办/u],
  ['measure', /查封|扣押|登记保存|延长/u],
]

/** All lengths of time that the document tells or orders. */
export function readPeriods({ tight }: NormalisedText): readonly PeriodFact[] {
  const { text } = tight
  return printedPeriods(text).map(({ value, unit, start, end }) => {
    const after = text.slice(end, end + 60).split(/[。;\n]/u, 1)[0] ?? ''
    const before = sentenceFrom(text, start, 40)
    const near = after.split(/,(?=.*[日月]内)/u, 1)[0] ?? ''
    const of = nearest(near) ?? nearest(before) ?? 'other'
    return { length: value, unit, of, passage: tight.passage(start, end) }
  })
}

function nearest(words: string): PeriodFact['of'] | null {
  let best: PeriodFact['of'] | null = null
  let at = Infinity
  for (const [of, pattern] of PERIOD_OF) {
    const place = words.search(pattern)
    if (place >= 0 && place < at) {
      best = of
      at = place
    }
  }
  return best
}

const RIGHTS: readonly (readonly [RightFact['kind'], RegExp])[] = [
  ['recusal', /(?:申请|要求)(?:执法人员|调查人员|其|我们)?回避|回避的?权利/gu],
  [
    'statement',
    /(?:可以|有权|享有|可)[^。;\n]{0,40}?陈述[、和,]?(?:和)?申辩|陈述[、和]?申辩[^。;\n]{0,10}(?:权|的权利)|陈述权/gu,
  ],
  [
    'hearing',
    /(?:有权|可以?|享有)[^。;\n]{0,40}?(?:要求|申请|提出)?(?:举行)?听证|(?:要求|申请|提出)?(?:举行)?听证[^。;\n]{0,4}权/gu,
  ],
  ['reconsideration', /(?:可以?|有权)[^。;\n]{0,60}?申请(?:行政)?复议/gu],
  ['litigation', /(?:可以?|有权)[^。;\n]{0,80}?(?:提起|向[^。;\n]{2,30}法院)(?:行政)?(?:诉讼|起诉|提起行政诉讼)/gu],
]

/** Rights that the document tells the party of. */
export function readRights({ tight }: NormalisedText): readonly RightFact[] {
  const facts = RIGHTS.flatMap(([kind, pattern]) =>
    [...tight.text.matchAll(pattern)].flatMap((match) =>
      /(?:放弃|未|不)[^。;,]{0,6}$/u.test(tight.text.slice(Math.max(0, match.index - 6), match.index))
        ? []
        : [{ kind, passage: tight.passage(match.index, match.index + match[0].length) }],
    ),
  )
  return facts.sort((one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start)
}
