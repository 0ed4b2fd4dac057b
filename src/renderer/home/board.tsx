/** The board of all cases by state, with what is late and near in each. */
import type { ReactNode } from 'react'
import { CASE_STATE_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { BoardState, HomeBoard } from '../../shared/home/contract.ts'
import type { LightDays } from '../../shared/home/lights.ts'
import { useLanguage } from '../language/language.ts'
import { Panel } from '../ui/panel.tsx'
import { LightCounts } from './light-counts.tsx'
import { ListLink } from './list-link.tsx'

function StateRow({ one, days }: { one: BoardState; days: LightDays }): ReactNode {
  const { pick } = useLanguage()
  const filter = { states: [one.state] }
  const label = pick(CASE_STATE_LABELS[one.state])
  return (
    <li className={one.count === 0 ? 'home-board-none' : ''}>
      <ListLink filter={filter} className="home-board-state">
        <span>{label}</span>{' '}
        <strong className="fs-figures">{one.count}</strong>
      </ListLink>
      {one.late + one.near === 0 ? null : (
        <span className="home-board-lights">
          <LightCounts lights={one} filter={filter} days={days} />
        </span>
      )}
    </li>
  )
}

export function Board({ board, days }: { board: HomeBoard; days: LightDays }): ReactNode {
  const { t } = useLanguage()
  const total = t('home:board.total', { count: board.total })
  return (
    <Panel title={t('home:board.title')} extra={<ListLink filter={{}}>{total}</ListLink>}>
      <div className="home-board">
        {board.stages.map(({ stage, states }) => (
          <section key={stage} aria-label={t(`home:board.stage.${stage}`)}>
            <h3>{t(`home:board.stage.${stage}`)}</h3>
            <ul>
              {states.map((one) => (
                <StateRow key={one.state} one={one} days={days} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  )
}
