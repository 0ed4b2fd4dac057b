/** Which open cases an overlay would touch, told before it is saved. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OverlayEffect } from '../../shared/catalogue/station-overlay.ts'
import { useLanguage } from '../language/language.ts'
import { formatDay } from '../ui/formats.ts'
import { Mark, StateTag } from '../ui/state-tag.tsx'

const PARTS = ['gains', 'loses', 'stricter', 'triggersGained', 'triggersLost'] as const
const TONES = { gains: 'navy', loses: 'amber', stricter: 'red', triggersGained: 'navy', triggersLost: 'amber' } as const

export function OverlayEffectView({ effect }: { readonly effect: OverlayEffect }): ReactNode {
  const { t, language } = useLanguage()
  const separator = t('ui:listSeparator')
  return (
    <div className="fs-stack" role="status">
      <div>{t('catalogue:own.effectOn', { day: formatDay(effect.on, language), touched: effect.touched, untouched: effect.untouched })}</div>
      <div className="fs-soft">{t('catalogue:own.keeps', { kept: effect.kept })}</div>
      <ul className="fs-catalogue-rows">
        {effect.cases.map((one) => (
          <li key={one.caseId}>
            <div className="fs-row">
              <Link href={`/cases/${one.caseId}`}>{one.title}</Link>
              <StateTag state={one.state} />
            </div>
            {PARTS.filter((part) => one[part].length > 0).map((part) => (
              <div key={part} className="fs-row">
                <Mark tone={TONES[part]}>{t(`catalogue:own.${part}`)}</Mark>
                <span className="fs-figures">{one[part].join(separator)}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
      {effect.touched > effect.cases.length ? <div className="fs-soft">{t('catalogue:own.more', { count: effect.touched - effect.cases.length })}</div> : null}
    </div>
  )
}
