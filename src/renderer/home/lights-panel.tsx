/** What is late and near: which limit, by how much, and on whose desk. */
import type { ReactNode } from 'react'
import type { HomeSummary } from '../../shared/home/contract.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'
import { NEAR_WORKING_DAYS } from '../../shared/home/lights.ts'
import { BoardLink } from '../deadlines/board-link.tsx'
import { useLanguage } from '../language/language.ts'
import { Panel } from '../ui/panel.tsx'
import { CaseLine } from './case-line.tsx'
import { LightCounts } from './light-counts.tsx'
import { ListLink } from './list-link.tsx'

export function LightsPanel({ summary, own }: { summary: HomeSummary; own: HomeFilter }): ReactNode {
  const { t } = useLanguage()
  const { lights, figures, days } = summary
  const count = (id: 'late' | 'near'): number => figures.find((figure) => figure.id === id)?.count ?? 0
  const all = count('late') + count('near')
  const filter: HomeFilter = { ...own, dueTo: days.nearTo }
  const extra =
    all === 0 ? undefined : (
      <>
        <LightCounts lights={{ late: count('late'), near: count('near') }} filter={own} days={days} />
        <ListLink filter={filter} label={t('home:open', { label: t('home:lights.title'), count: all })}>
          {t('home:all', { count: all })}
        </ListLink>
      </>
    )
  return (
    <Panel title={t('home:lights.title')} extra={extra} flush>
      {lights.length === 0 ? <div className="fs-queue-empty fs-soft">{t('home:lights.none')}</div> : null}
      <ul className="fs-queue">
        {lights.map((one) => (
          <CaseLine key={one.row.id} one={one} withState withWhy />
        ))}
      </ul>
      <BoardLink />
      {lights.length === 0 ? null : <p className="home-note fs-soft">{t('home:lights.hint', { days: NEAR_WORKING_DAYS })}</p>}
    </Panel>
  )
}
