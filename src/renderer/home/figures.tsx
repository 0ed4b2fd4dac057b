/** The numbers at the top of Home. */
import type { ReactNode } from 'react'
import type { HomeFigure } from '../../shared/home/contract.ts'
import { NEAR_WORKING_DAYS } from '../../shared/home/lights.ts'
import { JUST_ISSUED_DAYS } from '../../shared/home/queues.ts'
import { useLanguage } from '../language/language.ts'
import { ListLink } from './list-link.tsx'

function toneOf({ id, count }: HomeFigure): string {
  if (count === 0) return ''
  if (id === 'late') return 'home-figure-red'
  return id === 'near' || id === 'sentBack' ? 'home-figure-amber' : ''
}

export function Figures({ figures }: { figures: readonly HomeFigure[] }): ReactNode {
  const { t } = useLanguage()
  const labelOf = ({ id, filter }: HomeFigure): string => {
    if (id === 'sentBack') return t(filter.states?.includes('returned') === true ? 'home:figure.returned' : 'home:figure.sentBack')
    if (id === 'near') return t('home:figure.near', { days: NEAR_WORKING_DAYS })
    return id === 'justIssued' ? t('home:figure.justIssued', { days: JUST_ISSUED_DAYS }) : t(`home:figure.${id}`)
  }
  return (
    <nav className="home-figures" aria-label={t('home:figures')}>
      {figures.map((figure) => (
        <ListLink key={figure.id} filter={figure.filter} className={`home-figure ${toneOf(figure)}`}>
          <strong>{figure.count}</strong>
          <span>{labelOf(figure)}</span>
        </ListLink>
      ))}
    </nav>
  )
}
