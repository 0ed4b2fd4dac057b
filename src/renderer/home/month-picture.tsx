/** Bars by week: what came in, what was issued, and what of it in time. */
import { useMemo, type ReactNode } from 'react'
import type { MonthFigures } from '../../shared/home/month.ts'
import { useLanguage } from '../language/language.ts'
import { BarPicture } from '../ui/bar-picture.tsx'

/** 4–10: the month stands above the picture. */
function shortLabel({ from, to }: MonthFigures): string {
  const [first, last] = [Number(from.slice(8)), Number(to.slice(8))]
  return first === last ? String(first) : `${first}–${last}`
}

const SERIES = [
  ['received', '--fs-navy'],
  ['issued', '--fs-amber'],
  ['inTime', '--fs-green'],
] as const

export function MonthPicture({ weeks }: { weeks: readonly MonthFigures[] }): ReactNode {
  const { t } = useLanguage()
  const categories = useMemo(() => weeks.map(shortLabel), [weeks])
  const series = useMemo(
    () => SERIES.map(([of, tone]) => ({ name: t(`home:month.${of}`), tone, values: weeks.map((week) => week[of]) })),
    [weeks, t],
  )
  return <BarPicture categories={categories} series={series} />
}
