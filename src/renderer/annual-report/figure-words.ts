/** Figures of the annual report as they are printed: amounts in 万元. */
import { figureText } from '../../shared/annual-report/report-text.ts'

export const NOTHING = '—'

export const figureWords = (value: number | null, unit: 'count' | 'amount'): string => (value === null ? NOTHING : figureText(value, unit))

/** +3, −2.5, 0; nothing where one of the two is not known. */
export function changeSigned(value: number | null, before: number | null, unit: 'count' | 'amount'): string {
  if (value === null || before === null) return NOTHING
  const by = Math.round((value - before) * 100) / 100
  return by === 0 ? '0' : `${by > 0 ? '+' : '−'}${figureText(Math.abs(by), unit)}`
}
