/**
 * Values of an earlier ledger as offices write them (旧台账): days as spreadsheet serials or text, amounts in 万元 and in full
 * width, rounds in words. Pure; `undefined` is always "this is not one", never a guess.
 */
import { chineseInteger, yuanInWords } from '../facts/chinese-numerals.ts'
import { isoDateSchema, type IsoDate } from '../values/values.ts'

/** Full width to half width, without any space. */
export function narrow(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s\u3000\u00a0\u200b\ufeff]+/g, '')
}

/** What offices put into a cell to say that there is nothing. */
const NOTHING = /^(?:[-—–/\\.*]+|无|暂无|没有|空|未填|nil|none|n\/?a)$/i

export function isNothing(text: string): boolean {
  const tight = narrow(text)
  return tight === '' || NOTHING.test(tight)
}

export interface ReadDay {
  readonly day: IsoDate
  /** It stood there as the number of a spreadsheet's day, not as a date. */
  readonly fromSerial: boolean
}

/** Serials that can be days of a ledger: 1980 to 2099. */
const [FIRST_SERIAL, LAST_SERIAL] = [29_221, 73_050]
/** Days between the two calendars of spreadsheets. */
const SINCE_1904 = 1462

const FORMS = [
  /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?(?:T?\d{1,2}:\d{2}.*|\d{1,2}[时点].*)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]
const IN_WORDS = /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/
const DIGITS = '〇一二三四五六七八九'

function dayOf(year: number, month: number, day: number): IsoDate | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day))
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return undefined
  return isoDateSchema.safeParse(moment.toISOString().slice(0, 10)).data
}

/** A year of two digits, or a day that is missing, is not read: it could be several days. */
export function readDay(text: string, since1904 = false): ReadDay | undefined {
  // a space parts the day from the hour; without it the hour's digits would run into the day
  const tight = narrow(text.trim().replace(/(\d|日)\s+(\d{1,2}[:：])/, '$1T$2'))
  if (/^\d{5}(?:\.\d+)?$/.test(tight)) {
    const serial = Math.floor(Number(tight)) + (since1904 ? SINCE_1904 : 0)
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined
    const day = isoDateSchema.safeParse(new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)).data
    return day === undefined ? undefined : { day, fromSerial: true }
  }
  for (const form of FORMS) {
    const match = form.exec(tight)
    if (match === null) continue
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
    return day === undefined ? undefined : { day, fromSerial: false }
  }
  const words = IN_WORDS.exec(tight)
  if (words === null) return undefined
  const year = Number([...(words[1] ?? '')].map((digit) => DIGITS.indexOf(digit === '零' || digit === '○' ? '〇' : digit)).join(''))
  const day = dayOf(year, chineseInteger(words[2] ?? '') ?? 0, chineseInteger(words[3] ?? '') ?? 0)
  return day === undefined ? undefined : { day, fromSerial: false }
}

const UNITS: Readonly<Record<string, number>> = { 元: 1, 千元: 1000, 万: 10_000, 万元: 10_000, 百万元: 1_000_000, 亿: 100_000_000, 亿元: 100_000_000 }

/** The unit that a head names: `罚款金额（万元）` counts in 10,000. */
export function unitOfHeader(header: string): number {
  const match = /[(（:：/](?:单位[:：]?)?(亿元?|百万元|万元?|千元|元)[)）]?$/.exec(narrow(header))
  return UNITS[match?.[1] ?? '元'] ?? 1
}

export interface ReadAmount {
  readonly amount: number
  /** The number was not in yuan. */
  readonly converted: boolean
}

/** Yuan. A unit in the cell goes before the unit of the head. */
export function readAmount(text: string, headerUnit = 1): ReadAmount | undefined {
  const tight = narrow(text).replaceAll(/[,，¥￥]|人民币|RMB/gi, '')
  const inWords = yuanInWords(tight)
  if (inWords !== null && /\D/.test(tight.replace(/元$/, ''))) {
    if (!/^[\d.]+(?:万|亿|千)元$/.test(tight)) return { amount: inWords, converted: true }
  }
  const match = /^(\d+(?:\.\d+)?)(元|千元|万元?|百万元|亿元?)?(?:整|正)?$/.exec(tight)
  if (match === null) return undefined
  const unit = match[2] === undefined ? headerUnit : (UNITS[match[2]] ?? 1)
  const yuan = Number(match[1]) * unit
  // 3.2万 is 32000.000000000004 in binary; a real third decimal is far from a whole fen
  const rounded = Math.round(yuan * 100) / 100
  if (Math.abs(rounded - yuan) > 1e-6 * Math.max(1, yuan) || rounded > 1e12) return undefined
  return { amount: rounded, converted: unit !== 1 }
}

/** `1`, `第2次`, `首次`, `二审`, `第三轮`; nothing is the first. */
export function readRound(text: string): number | undefined {
  const tight = narrow(text)
  if (isNothing(tight) || /^(?:首|初)(?:次|审|轮)?$/.test(tight)) return 1
  const match = /^第?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:次|轮|审|回)?(?:送审|审核)?$/.exec(tight)
  if (match === null) return undefined
  const number = /^\d/.test(match[1] ?? '') ? Number(match[1]) : (chineseInteger(match[1] ?? '') ?? 0)
  return number >= 1 && number <= 99 ? number : undefined
}

/** A number as two ledgers would write it the same: brackets of one kind, no 第 and 号, no spaces. */
export function numberKey(text: string): string {
  return narrow(text)
    .toUpperCase()
    .replaceAll(/[〔［【[（(｛{﹝]/g, '(')
    .replaceAll(/[〕］】\]）)｝}﹞]/g, ')')
    .replaceAll(/[—–－﹣_]/g, '-')
    .replaceAll(/第(?=\d)|号$/g, '')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '')
}

/** A text as two ledgers would write it the same. */
export function textKey(text: string): string {
  return narrow(text).toUpperCase().replaceAll(/[〔［【[（｛{﹝]/g, '(').replaceAll(/[〕］】\]）｝}﹞]/g, ')').replaceAll(/[,，、;；。.]/g, '')
}
