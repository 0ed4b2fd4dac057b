/** Numbers and days as statutes print them: 五十八, 一千二百四十二, 二〇二一年一月二十二日, ２０２１年１月２２日. */
import { chineseInteger } from '../facts/chinese-numerals.ts'
import { isoDateSchema, type IsoDate } from '../values/values.ts'

/** The characters that {@link parseNumber} understands, for use in a character class. */
export const NUMERALS = '零〇○一二两三四五六七八九十百千0-9０-９'

/** 58, ５８, 五十八, 一百零一, 二〇二一; null for anything else, and for what no article, chapter or year is numbered with. */
export function parseNumber(written: string): number | null {
  const text = written.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('○', '〇')
  return /^(?:\d{1,6}|[零〇O一二两三四五六七八九十百千]+)$/u.test(text) ? chineseInteger(text) : null
}

const YEAR = '[12１２][0-9０-９]{3}|[一二][〇零○Ｏ一二三四五六七八九]{3}'
const PART = '[0-9０-９]{1,2}|[〇零一二三四五六七八九十]{1,3}'
/** A written day; groups 1 to 3 are year, month, day. */
export const DAY_PATTERN = `(${YEAR})\\s*年\\s*(${PART})\\s*月\\s*(${PART})\\s*日`

/** The day of the parts of {@link DAY_PATTERN}; null for a day that there is not. */
export function dayOf(year: string, month: string, day: string): IsoDate | null {
  const parts = [year, month, day].map(parseNumber)
  if (parts.some((part) => part === null)) return null
  const [y = 0, m = 0, d = 0] = parts as number[]
  const parsed = isoDateSchema.safeParse(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  return parsed.success ? parsed.data : null
}
