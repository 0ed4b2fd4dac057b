/** A law and its places in words, as they are cited: 第五十八条第一款第（一）项. */
import { chineseNumeral } from '../catalogue/citation.ts'
import type { LawArticle, LawParagraph } from './law-text.ts'

export interface PlaceInLaw {
  readonly article: number | null
  readonly sub?: number | undefined
  readonly paragraph?: number | null | undefined
  readonly item?: number | null | undefined
}

/** 第五十八条, 第一百三十三条之一 */
export function articleWords(article: number, sub = 0): string {
  return `第${chineseNumeral(article)}条${sub > 0 ? `之${chineseNumeral(sub)}` : ''}`
}

export function placeWords({ article, sub, paragraph, item }: PlaceInLaw): string {
  if (article === null) return item === null || item === undefined ? '' : `（${chineseNumeral(item)}）`
  const inside = paragraph === null || paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`
  return `${articleWords(article, sub)}${inside}${item === null || item === undefined ? '' : `第（${chineseNumeral(item)}）项`}`
}

/** What stands before the text of an article or point: 第五十八条, 一、, （三）, 1. */
export function labelOf({ level, number, sub }: Pick<LawArticle, 'level' | 'number' | 'sub'>): string {
  if (number === null) return ''
  if (level === 0) return articleWords(number, sub)
  if (level === 1) return `${chineseNumeral(number)}、`
  return level === 2 ? `（${chineseNumeral(number)}）` : `${number}.`
}

/** One line for each paragraph, item and sub-item, numbered as printed. */
export function paragraphLines({ text, items }: LawParagraph): string[] {
  return [
    ...(text === '' ? [] : [text]),
    ...items.flatMap((item) => [
      `（${chineseNumeral(item.number)}）${item.text}`,
      ...item.subItems.map((sub) => `${sub.number}.${sub.text}`),
    ]),
  ]
}

export function articleText({ paragraphs }: Pick<LawArticle, 'paragraphs'>): string {
  return paragraphs.flatMap(paragraphLines).join('\n')
}
