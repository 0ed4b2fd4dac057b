/** 4.10: people who were asked the same tell it differently (当事人、证人陈述之间的矛盾), and nobody says which is believed. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { onceADocument } from '../../once-a-document.ts'
import { densePlace, denseText, says } from '../../wording.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'

interface Told {
  readonly about: string
  /** A time of day in minutes, or a quantity. */
  readonly value: number
  /** The day of the month, where the beginning is told to the day. */
  readonly day?: number | null
  /** The months of a year that a feast may fall into, where the beginning is told by one. */
  readonly months?: readonly number[]
  readonly words: string
  readonly place: Place
}

/** What a time may be asked of: the same word in two records is the same event. */
const EVENTS = ['事故', '火灾', '爆炸', '坍塌', '中毒', '泄漏', '坠落', '排放', '倾倒', '开工', '施工', '发车', '装车', '卸货', '到货']
const ASKS_TIME = /什么时(?:间|候)|几点|何时|几时|多少点/u
const CLOCK = /(凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|当晚)?([0-9]{1,2})(?:时|点|[:：])(?:([0-9]{1,2})分?|(半))?/u

const ACTS = '购进|采购|进货|进了|买了|卖了|卖出|销售|售出|生产|加工|收购|收了|倾倒|倒了|运了|拉了|捕捞|捕了|砍了|采挖|挖了'
const SAME_ACT: Readonly<Record<string, string>> = {
  进货: '购进', 采购: '购进', 进了: '购进', 买了: '购进', 卖了: '销售', 卖出: '销售', 售出: '销售',
  收了: '收购', 倒了: '倾倒', 拉了: '运了', 捕了: '捕捞', 挖了: '采挖',
}
const QUANTITY = new RegExp(
  `(${ACTS})(?:了)?(?:大概|大约|约|一共|总共|共|有)?([0-9][0-9,.]*)(?:来|多|余)?(箱|件|台|辆|吨|公斤|斤|升|瓶|盒|条|头|个|份|册|袋|桶|包|立方米|方|车|棵|株|只)(?!\\/|每)`,
  'gu',
)

const SOLD_BY = '箱|件|台|吨|公斤|千克|斤|升|瓶|盒|条|支|只|头|个|份|册|袋|桶|包|方'
/** 每盒卖18元, 卖18元一盒: what it was sold for. */
const PRICE = new RegExp(
  `(?:卖|售价|销售价|售|出售)[^，。；]{0,4}每(${SOLD_BY})([0-9]+(?:\\.[0-9]+)?)元|(?:卖|售价|销售价|出售)(?:是|为)?([0-9]+(?:\\.[0-9]+)?)元(?:一|每|\\/)(${SOLD_BY})`,
  'gu',
)

const BEGUN =
  /(?:从|自)?((?:去年|今年|前年|[12][0-9]{3}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|份|初|底)?)(?:才)?(?:开始|起就|就来|来的|就开始|以来|就在|投入使用|投产|开业|开工|开张)/u

/** A feast as the beginning (五一过后就开始做), with its month; feasts of the moon fall into either of two. */
const FEAST =
  /(元旦|春节|过年|正月|清明|五一|劳动节|端午|六一|儿童节|中秋|国庆|十一)(?:节)?(?:过后|之后|以后|后|前|之前|期间|放假)?(?:不久|几天)?(?:我们|老板|他们|店里|公司)?(?:就|才|都)?(?:已经)?(?:开始|开工|开业|开张|投产|就在|来的)/u
const FEAST_MONTHS: Readonly<Record<string, readonly number[]>> = {
  元旦: [1], 春节: [1, 2], 过年: [1, 2], 正月: [1, 2, 3], 清明: [4], 五一: [4, 5], 劳动节: [4, 5], 端午: [5, 6], 六一: [5, 6], 儿童节: [5, 6], 中秋: [9, 10],
  国庆: [9, 10], 十一: [9, 10],
}

/** Months since the year 0; 去年 is read from the day of the record. Null where that bears none. */
function monthOf(words: string, day: string | null): number | null {
  const month = Number(/([0-9]{1,2})月/u.exec(words)?.[1])
  const printed = /([12][0-9]{3})年/u.exec(words)?.[1]
  if (printed === undefined && day === null) return null
  const year = Number(printed ?? day?.slice(0, 4)) - (words.startsWith('去年') ? 1 : words.startsWith('前年') ? 2 : 0)
  return year * 12 + month
}

const HIRED = /上班|入职|打工|受雇|来(?:了|的|上|干)|应聘/u

/** 3月16日 of a month; null where only the month is told. */
const dayOfMonth = (words: string): number | null => {
  const printed = /月([0-9]{1,2})[日号]/u.exec(words)?.[1]
  return printed === undefined ? null : Number(printed)
}

/** Questions with their answers, in the words without white space. */
interface Exchange {
  readonly question: string
  readonly answer: string
  readonly start: number
}

function exchangesOf(text: string): readonly Exchange[] {
  const marks = [...text.matchAll(/[问答]：/gu)]
  return marks.flatMap((mark, place): Exchange[] => {
    const next = marks[place + 1]
    if (mark[0] !== '问：' || next === undefined || next[0] !== '答：') return []
    const end = marks[place + 2]?.index ?? text.length
    return [{ question: text.slice(mark.index + 2, next.index), answer: text.slice(next.index + 2, end), start: next.index + 2 }]
  })
}

const minutesOf = (found: RegExpExecArray): number => {
  const hour = Number(found[2])
  const late = /下午|傍晚|晚上|夜里|当晚/u.test(found[1] ?? '') && hour < 12
  return (late ? hour + 12 : hour) * 60 + (found[4] === undefined ? Number(found[3] ?? 0) : 30)
}

const toldIn = onceADocument((document: CaseDocument): readonly Told[] => {
  const found: Told[] = []
  for (const { question, answer, start } of exchangesOf(denseText(document))) {
    const event = ASKS_TIME.test(question) ? EVENTS.find((one) => question.includes(one)) : undefined
    const clock = event === undefined ? null : CLOCK.exec(answer.slice(0, 80))
    if (event !== undefined && clock !== null)
      found.push({
        about: event,
        value: minutesOf(clock),
        words: clock[0],
        place: densePlace(document, start + clock.index, start + clock.index + clock[0].length),
      })
    const begun = BEGUN.exec(answer)
    const month = begun === null ? null : monthOf(begun[1] ?? '', document.day)
    if (begun !== null && month !== null)
      found.push({
        about: '开始时间',
        value: month,
        // when somebody came to work is not when the act began
        day: HIRED.test(`${question}${answer}`) ? null : dayOfMonth(begun[1] ?? ''),
        words: begun[0],
        place: densePlace(document, start + begun.index, start + begun.index + begun[0].length),
      })
    const feast = begun === null ? FEAST.exec(answer) : null
    const months = feast === null || document.day === null ? undefined : FEAST_MONTHS[feast[1] ?? '']
    if (feast !== null && months !== undefined)
      found.push({
        about: '开始时间',
        value: Number(document.day?.slice(0, 4)) * 12 + (months.at(-1) ?? 0),
        months,
        words: feast[0],
        place: densePlace(document, start + feast.index, start + feast.index + feast[0].length),
      })
    for (const match of answer.matchAll(PRICE)) {
      found.push({
        about: `销售单价（${match[1] ?? match[4] ?? ''}）`,
        value: Number(match[2] ?? match[3]),
        words: match[0],
        place: densePlace(document, start + match.index, start + match.index + match[0].length),
      })
    }
    for (const match of answer.matchAll(QUANTITY)) {
      const act = SAME_ACT[match[1] ?? ''] ?? match[1] ?? ''
      found.push({
        about: `${act}（${match[3] ?? ''}）`,
        value: Number((match[2] ?? '').replace(/,/gu, '')),
        words: match[0],
        place: densePlace(document, start + match.index, start + match.index + match[0].length),
      })
    }
  }
  return found
})

/** The one thing that a record tells of it; nothing where it tells several. */
function single(told: readonly Told[], about: string): Told | null {
  const ofOne = told.filter((one) => one.about === about)
  return new Set(ofOne.map(({ value }) => value)).size === 1 ? (ofOne[0] ?? null) : null
}

/** Half an hour is how people remember; a quantity is told as it was. */
const SAME_MINUTES = 30
/** Somebody who is some days out remembers badly; more than these is another account. */
const SAME_DAYS = 5
/** Whether the months of the two may be the same one. */
function mayMeet(one: Told, other: Told): boolean {
  const of = ({ value, months }: Told): readonly number[] =>
    months === undefined ? [value] : months.map((month) => Math.floor((value - 1) / 12) * 12 + month)
  return of(one).some((month) => of(other).includes(month))
}

const differ = (one: Told, other: Told): boolean => {
  if (EVENTS.includes(one.about)) return Math.abs(one.value - other.value) > SAME_MINUTES
  if (one.months !== undefined || other.months !== undefined) return !mayMeet(one, other)
  if (one.value !== other.value) return true
  return typeof one.day === 'number' && typeof other.day === 'number' && Math.abs(one.day - other.day) > SAME_DAYS
}

/** That all evidence agrees (能够相互印证) settles nothing: it denies the difference. */
const SETTLED = /不一致|不一样|矛盾|出入|采信|以[^。；]{2,20}为准|更正|记错|记不清|经核实[^。；]{0,30}(?:应为|实为|为|系)/u
const SETTLING = ['investigation-report', 'decision', 'explanation', 'prior-notice', 'recheck-opinion', 'inquiry-record', 'discussion-minutes', 'hearing-report'] as const

export const ACCOUNTS_DIFFER: PrereviewRule = {
  id: '4.10-accounts-differ',
  questionId: '4.10',
  name: said('被询问人陈述不一', 'Those questioned tell it differently'),
  basis: [
    { law: '行政处罚法', article: 40 },
    { law: '行政处罚法', article: 54, paragraph: 1 },
  ],
  severity: 'C',
  check(file: CaseFile) {
    const records = file.of('inquiry-record').filter(({ sure }) => sure)
    if (records.length < 2) return []
    const pairs = records.flatMap((record, index) =>
      records.slice(index + 1).flatMap((other) =>
        [...new Set(toldIn(record).map(({ about }) => about))].flatMap((about) => {
          const [mine, theirs] = [single(toldIn(record), about), single(toldIn(other), about)]
          return mine !== null && theirs !== null && differ(mine, theirs) ? [[mine, theirs] as const] : []
        }),
      ),
    )
    if (pairs.length === 0 || file.of(...SETTLING).some((one) => says(one, SETTLED))) return []
    return pairs.slice(0, 2).map(([one, other]) => ({
      message: said(
        `两份询问笔录对“${one.about}”的陈述不一致：一处为“${one.words}”，另一处为“${other.words}”，未见说明采信何者。`,
        `Two inquiry records differ: “${one.words}” in one, “${other.words}” in the other; nobody says which is believed.`,
      ),
      suggestion: said('进一步核实，在调查报告中说明采信的理由。', 'Look into it and say in the report which is believed and why.'),
      places: [one.place, other.place],
      about: one.about,
    }))
  },
}
