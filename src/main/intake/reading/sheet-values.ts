/** The value of a cell as a workbook shows it: dates as YYYY-MM-DD, percentages, decimals (ISO/IEC 29500-1 §18.8.30). */

/** Formats that a workbook need not write out, by number; those for dates in East Asian versions included. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??', 14: 'yyyy/m/d',
  15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm', 27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm/d/yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: '#,##0',
  38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss', 48: '##0.0E+0', 49: '@', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}

const DAY = 86_400_000
/** Day 0 of the calendar that began in 1900, with the leap day of that year that never was; and of that of 1904. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_DAY = 2_958_465

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General'
}

/** What of a format stands for digits or parts of a date: without literals, colours, currencies. */
function codesOf(format: string): string {
  const [positive = ''] = format.split(';')
  return positive.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
}

const two = (value: number): string => String(value).padStart(2, '0')

function dateText(serial: number, codes: string, since1904: boolean): string | undefined {
  if (serial < 0 || serial > LAST_DAY) return undefined
  const moment = new Date(Math.round(((since1904 ? EPOCH_1904 : EPOCH_1900) + serial * DAY) / 1000) * 1000)
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}${/s/i.test(codes) ? `:${two(moment.getUTCSeconds())}` : ''}`
  const hasDate = /[yd]/i.test(codes) || (/m/i.test(codes) && !/[hs]/i.test(codes))
  if (!hasDate) return /\[h/i.test(codes) ? `${Math.floor(serial * 24)}:${two(moment.getUTCMinutes())}` : time
  const date = `${moment.getUTCFullYear()}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`
  return /h/i.test(codes) || serial % 1 !== 0 ? `${date} ${time}` : date
}

const PLAIN = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 12 })

/** As many digits as a workbook keeps, without the tail that binary fractions leave. */
function plainNumber(value: number): string {
  // most numbers of a workbook; a format for each of a hundred thousand of them takes longer than all the rest of the reading
  if (Number.isSafeInteger(value)) return String(value)
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) >= 1e21 ? String(rounded) : PLAIN.format(rounded)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Kept: there are some two dozen of them, and making one costs more than a thousand numbers. */
function formatOf(useGrouping: boolean, decimals: number): Intl.NumberFormat {
  const key = `${decimals}${useGrouping ? ',' : ''}`
  const format = formats.get(key) ?? new Intl.NumberFormat('en-US', { useGrouping, minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  formats.set(key, format)
  return format
}

function grouped(value: number, codes: string, decimals: number): string {
  return formatOf(/[#0?],[#0?]/.test(codes), decimals).format(value)
}

/** Text that a format prints around the number: a currency sign before, a unit behind. */
function literals(format: string): readonly [before: string, after: string] {
  const [positive = ''] = format.split(';')
  const shown = positive
    .replaceAll(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"')
    .replaceAll(/\[[^\]]*\]|_.|\*./g, '')
  const at = shown.search(/[#0?]/)
  const read = (part: string): string =>
    part.replaceAll(/"([^"]*)"|\\(.)|([¥￥$€元])|./g, (_match, quoted?: string, escaped?: string, sign?: string) => quoted ?? escaped ?? sign ?? '')
  return at === -1 ? ['', ''] : [read(shown.slice(0, at)).trim(), read(shown.slice(at).replace(/^[#0?.,]+/, '')).trim()]
}

/** A number in its format. */
export function numberText(value: number, format: string, since1904: boolean): string {
  const codes = codesOf(format)
  if (codes === '' || /^(General|@)?$/i.test(codes.trim())) return plainNumber(value)
  if (/[ymdhs]/i.test(codes.replaceAll(/General|AM\/PM/gi, '')) && !/[#0?]/.test(codes)) return dateText(value, codes, since1904) ?? plainNumber(value)
  // scaled or split digits (in 万元), fractions, exponents: the value itself is surer than their picture
  if (/E[+-]|\/|,\.|,$|,"|![.,]|0!/i.test(codes) || /0,+(?![#0?])/.test(codes)) return plainNumber(value)
  const decimals = /\.([#0?]+)/.exec(codes)?.[1] ?? ''
  const places = Math.min(decimals.length, 12)
  if (codes.includes('%')) return `${grouped(value * 100, codes, places)}%`
  const [before, after] = literals(format)
  const exact = Number(value.toFixed(places))
  // hidden decimals are shown all the same: an amount must not seem rounder than it is
  const digits = Math.abs(exact - value) > 1e-9 ? plainNumber(value) : grouped(value, codes, places)
  return `${before}${digits}${after}`
}
