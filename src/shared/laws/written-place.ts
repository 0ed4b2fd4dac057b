/** Numbers of a place as somebody typed them: 58, 五十八, 第五十八条之一, 第（二）项. */
import { parseNumber } from './chinese-numbers.ts'

/** 第五十八条之一 → 58 and 1; null for nothing or what is no number. */
export function writtenArticle(written: string): { readonly number: number; readonly sub: number } | null {
  const [main = '', sub] = written.replaceAll(/[第条（）()\s]/gu, '').split(/[之-]/u)
  const number = parseNumber(main)
  return number === null || number === 0 ? null : { number, sub: sub === undefined ? 0 : (parseNumber(sub) ?? 0) }
}

export function writtenPart(written: string): number | null {
  const number = parseNumber(written.replaceAll(/[第款项（）()\s]/gu, ''))
  return number === 0 ? null : number
}
