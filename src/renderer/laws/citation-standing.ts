/** What became of checking one provision that a case cites (核对结果). */
import type { CaseCitation } from '../../shared/laws/case-citations.ts'
import { placeWords } from '../../shared/laws/law-words.ts'

/** `unknown`: neither register nor library has the law, which is no error. `misprint` counts as one to be explained. */
export type CitationStanding = 'wrong' | 'weigh' | 'misprint' | 'unsure' | 'unknown' | 'ok'
const WEIGHTS = ['wrong', 'weigh', 'unsure'] as const

export function standingOf({ troubles, unread, known }: Pick<CaseCitation, 'troubles' | 'unread' | 'known'>): CitationStanding {
  const gravest = WEIGHTS.find((weight) => troubles.some((one) => one.weight === weight))
  if (gravest === 'weigh' && troubles.some(({ kind }) => kind === 'title-misprinted')) return 'misprint'
  if (gravest === 'unsure' && !known) return 'unknown'
  return gravest ?? (unread ? 'unsure' : 'ok')
}

/** How many stand in each way; what each line says is what is counted. */
export function countStandings(standings: readonly CitationStanding[]): Record<'wrong' | 'weigh' | 'unsure' | 'unknown', number> {
  const count = (...wanted: readonly CitationStanding[]): number => standings.filter((one) => wanted.includes(one)).length
  return { wrong: count('wrong'), weigh: count('weigh', 'misprint'), unsure: count('unsure'), unknown: count('unknown') }
}

type CitedPlace = Pick<CaseCitation, 'law' | 'article' | 'sub' | 'paragraph' | 'item'> & Partial<Pick<CaseCitation, 'written'>>

/** 《行政处罚法》第五十八条第（二）项; in English with figures; what was not understood as it was typed. */
export function citationWords({ law, article, sub, paragraph, item, written = null }: CitedPlace, chinese: boolean): string {
  if (written !== null) return `《${law}》${written}`
  if (chinese) return `《${law}》${placeWords({ article, sub, paragraph, item })}`
  const part = (unit: string, number: number | null | undefined): string => (number === null || number === undefined ? '' : ` ${unit} ${number}`)
  return `《${law}》${part('art.', article)}${sub === undefined || sub === 0 ? '' : `-${sub}`}${part('para.', paragraph)}${part('item', item)}`
}
