/** What waits in the queues: the first cases of each, and the way to all of them. Queues that are empty take one line. */
import type { ReactNode } from 'react'
import type { HomeQueue } from '../../shared/home/contract.ts'
import type { LightDays } from '../../shared/home/lights.ts'
import { JUST_ISSUED_DAYS } from '../../shared/home/queues.ts'
import { useLanguage } from '../language/language.ts'
import { Panel } from '../ui/panel.tsx'
import { CaseLine } from './case-line.tsx'
import { LightCounts } from './light-counts.tsx'
import { ListLink } from './list-link.tsx'

function QueuePanel({ queue, days }: { queue: HomeQueue; days: LightDays }): ReactNode {
  const { t } = useLanguage()
  const { id, count, filter, cases } = queue
  const title = t(`home:queue.${id}`, { days: JUST_ISSUED_DAYS })
  const extra = (
    <>
      <LightCounts lights={queue} filter={filter} days={days} />
      <ListLink filter={filter} label={t('home:open', { label: title, count })}>
        {t('home:all', { count })}
      </ListLink>
    </>
  )
  return (
    <Panel title={title} extra={extra} flush>
      <ul className="fs-queue">
        {cases.map((one) => (
          <CaseLine key={one.row.id} one={one} withState={filter.states?.length !== 1} />
        ))}
      </ul>
    </Panel>
  )
}

export function QueuePanels({ queues, days }: { queues: readonly HomeQueue[]; days: LightDays }): ReactNode {
  const { t } = useLanguage()
  const [full, empty] = [queues.filter(({ count }) => count > 0), queues.filter(({ count }) => count === 0)]
  const names = empty.map(({ id }) => t(`home:queue.${id}`, { days: JUST_ISSUED_DAYS })).join(t('home:queueSeparator'))
  return (
    <>
      <div className="home-queues">
        {full.map((queue) => (
          <QueuePanel key={queue.id} queue={queue} days={days} />
        ))}
      </div>
      {names === '' ? null : <p className="home-empty fs-soft">{t('home:queuesEmpty', { names })}</p>}
    </>
  )
}
