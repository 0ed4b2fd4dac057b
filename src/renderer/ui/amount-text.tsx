import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { formatYuan } from './formats.ts'

/** An amount in yuan; a dash where there is none. */
export function AmountText({ value }: { value: number | null }): ReactNode {
  const { language } = useLanguage()
  if (value === null) return <span className="fs-soft">—</span>
  return <span className="fs-figures">{formatYuan(value, language)}</span>
}
