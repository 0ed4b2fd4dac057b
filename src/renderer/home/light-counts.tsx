/** How many of a number are late and near, each opening its own list. Nothing where there are none. */
import type { ReactNode } from 'react'
import type { Lights } from '../../shared/home/contract.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'
import type { LightDays } from '../../shared/home/lights.ts'
import { withLight } from '../../shared/home/queues.ts'
import { useLanguage } from '../language/language.ts'
import { Mark } from '../ui/state-tag.tsx'
import { ListLink } from './list-link.tsx'

export interface LightCountsProps {
  readonly lights: Pick<Lights, 'late' | 'near'>
  readonly filter: HomeFilter
  readonly days: LightDays
}

export function LightCounts({ lights, filter, days }: LightCountsProps): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      {(['late', 'near'] as const).map((light) =>
        lights[light] === 0 ? null : (
          <ListLink key={light} filter={withLight(filter, light, days)} className="home-light">
            <Mark tone={light === 'late' ? 'red' : 'amber'}>{t(`home:lights.${light}`, { count: lights[light] })}</Mark>
          </ListLink>
        ),
      )}
    </>
  )
}
