/** Numbers as laws and documents print them: 20万元, 二十万元, 1,000元, 百分之五, 三倍. */
import { chineseInteger } from '../../../facts/chinese-numerals.ts'

const FACTOR: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 }

/** The source of a pattern for one number, in figures or in Chinese numerals, with 万 and 亿. */
export const NUMBER = '(?:[0-9][0-9,，]*(?:\\.[0-9]+)?[千万亿]?|[零〇一二两三四五六七八九十百千万亿]+)'

/** 20万 → 200000, 一千五百 → 1500, 1,000 → 1000; null where it is no number. */
export function numberOf(text: string): number | null {
  const figures = /^([0-9][0-9,，]*(?:\.[0-9]+)?)([千万亿]?)$/u.exec(text)
  if (figures === null) return chineseInteger(text)
  const factor = FACTOR[figures[2] ?? ''] ?? 1
  const value = Number((figures[1] ?? '').replace(/[,，]/gu, ''))
  return Number.isFinite(value) ? Math.round(value * factor * 100) / 100 : null
}
