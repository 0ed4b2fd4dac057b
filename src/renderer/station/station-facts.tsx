/** The agency's data to read. */
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { thisYear } from '../ui/formats.ts'
import { SECTORS } from './sectors.ts'
import { sampleNumber, type StationDraft } from './station-draft.ts'

export interface StationFactsProps {
  readonly station: StationDraft
  /** Further lines: name and value. */
  readonly more?: readonly (readonly [string, string])[] | undefined
}

export function StationFacts({ station, more = [] }: StationFactsProps): ReactNode {
  const { t, pick } = useLanguage()
  const sector = SECTORS.find((one) => one.id === station.sector)
  const facts: readonly (readonly [string, string])[] = [
    [t('station:fields.agency'), station.agency],
    [t('station:fields.reviewBody'), station.reviewBody],
    [t('station:fields.region'), [station.region, station.divisionCode].filter((part) => part !== '').join(' · ')],
    [t('station:fields.level'), t(`station:level.${station.level}`)],
    [t('station:fields.numberPrefix'), sampleNumber(station, thisYear())],
    [t('station:fields.sector'), sector === undefined ? t('station:fields.sectorNone') : pick(sector.name)],
    ...more,
  ]
  return (
    <dl className="fs-facts">
      {facts.map(([name, value]) => (
        <div key={name} className="fs-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
