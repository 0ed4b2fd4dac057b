/** Documents without articles (通知、意见、批复): their numbered points 一、（一）1. in order, and the text between them. */
import type { LawArticle } from './law-text.ts'
import { markOf } from './parse-article.ts'
import type { LawLine } from './parse-lines.ts'

const LEVEL_OF_STYLE = [1, 2, 3, 3, 3] as const

export interface Points {
  readonly articles: readonly LawArticle[]
  /** Whether there is any numbered point at all. */
  readonly numbered: boolean
}

export function parsePoints(lines: readonly LawLine[]): Points {
  const points: { level: LawArticle['level']; number: number | null; lines: string[] }[] = []
  for (const { text } of lines) {
    const mark = markOf(text)
    const last = points.at(-1)
    if (mark !== null) points.push({ level: LEVEL_OF_STYLE[mark.style] ?? 3, number: mark.number, lines: [mark.rest] })
    else if (last === undefined) points.push({ level: 4, number: null, lines: [text] })
    else last.lines.push(text)
  }
  return {
    articles: points.map(({ level, number, lines: own }) => ({
      level,
      number,
      sub: 0,
      heading: null,
      division: null,
      paragraphs: own.filter((text) => text !== '').map((text) => ({ text, items: [] })),
    })),
    numbered: points.some(({ number }) => number !== null),
  }
}
