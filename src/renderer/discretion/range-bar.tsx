/** A range in yuan as a bar with the fine marked on it, and in words beside it. */
import type { ReactNode } from 'react'
import type { RangeCheck, RangeVerdict, YuanRange } from '../../shared/discretion/range-check.ts'
import type { Language } from '../../shared/values/values.ts'
import { useLanguage, type Translate } from '../language/language.ts'
import { formatYuan } from '../ui/formats.ts'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'

const TONES: Record<RangeVerdict, MarkTone> = { inside: 'green', below: 'red', above: 'red', unknown: 'plain' }

export function rangeWords({ low, high }: YuanRange, t: Translate, language: Language): string {
  if (low !== null && high !== null) return t('discretion:result.range', { low: formatYuan(low, language), high: formatYuan(high, language) })
  if (high !== null) return t('discretion:result.upTo', { high: formatYuan(high, language) })
  return low === null ? '—' : t('discretion:result.from', { low: formatYuan(low, language) })
}

/** Units of the drawing; the style sheet gives it its width. */
const WIDTH = 400
const HEIGHT = 26

/** Where things stand on the drawing: room is left beyond both ends for a fine that lies outside. */
function layout({ low, high }: YuanRange, fine: number | null): { readonly from: number; readonly to: number; readonly at: number | null } {
  const bottom = low ?? 0
  const top = high ?? Math.max(bottom * 2, (fine ?? 0) * 1.2, 1)
  const [least, most] = [Math.min(bottom, fine ?? bottom), Math.max(top, fine ?? top)]
  const room = (most - least || 1) * 0.06
  const place = (value: number): number => ((value - least + room) / (most - least + 2 * room || 1)) * WIDTH
  return { from: place(bottom), to: place(top), at: fine === null ? null : place(fine) }
}

interface RangeBarProps {
  readonly name: string
  readonly check: RangeCheck
  readonly fine: number | null
  /** Said where there is no range. */
  readonly without: string
}

export function RangeBar({ name, check, fine, without }: RangeBarProps): ReactNode {
  const { t, language } = useLanguage()
  const { range, verdict, place } = check
  if (range === null) {
    return (
      <div className="range-bar">
        <span className="range-bar-name">{name}</span>
        <span className="fs-soft">{without}</span>
      </div>
    )
  }
  const { from, to, at } = layout(range, fine)
  const words = rangeWords(range, t, language)
  const said = t('discretion:result.picture', { name, range: words, fine: fine === null ? '—' : formatYuan(fine, language), verdict: t(`discretion:result.verdict.${verdict}`) })
  return (
    <div className="range-bar" data-verdict={verdict}>
      <span className="range-bar-name">{name}</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said} preserveAspectRatio="none">
        <line className="range-bar-line" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <rect className="range-bar-range" x={from} y={7} width={Math.max(2, to - from)} height={12} />
        {at !== null && <rect className="range-bar-fine" x={at - 2} y={2} width={4} height={22} />}
      </svg>
      <span className="range-bar-words">
        <span className="fs-figures">{words}</span>
        {fine !== null && <Mark tone={TONES[verdict]}>{t(`discretion:result.verdict.${verdict}`)}</Mark>}
        {place !== null && verdict === 'inside' && <span className="fs-soft">{t('discretion:result.place', { percent: Math.round(place * 100) })}</span>}
      </span>
    </div>
  )
}
