/** One's own time limits (我的期限), whatever kind: what is red and amber, by how much, on whose desk. */
import { Button, Skeleton } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { BoardRow, OwnClocks } from '../../shared/deadlines/contract.ts'
import { ClockLight } from '../deadlines/clock-light.tsx'
import { clockPlace, clockRowKey, dueWords } from '../deadlines/clock-words.ts'
import { useLanguage } from '../language/language.ts'
import { usePerson } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'

/** Lines that are shown before one asks for all. */
const FIRST = 6
const MINUTE = 60_000
/** While cases are still being counted, it asks again after so long. */
const SOON = 1000

/** The last answer is there at once; hours pass without any act, and a day begins. */
function useOwnClocks(): ReturnType<typeof useRead<'deadlines.mine'>> {
  const read = useRead('deadlines.mine', {}, { keep: true })
  const { data, refetch } = read
  useEffect(() => {
    const timer = setInterval(() => void refetch(), MINUTE)
    return () => clearInterval(timer)
  }, [refetch])
  useEffect(() => {
    if (data === undefined || data.pending === 0) return
    const timer = setTimeout(() => void refetch(), SOON)
    return () => clearTimeout(timer)
  }, [data, refetch])
  return read
}

function ClockLine({ row }: { readonly row: BoardRow }): ReactNode {
  const { t, pick } = useLanguage()
  const { clock, title, person } = row
  const due = dueWords(clock)
  return (
    <li>
      <Link href={clockPlace(row)} className={clock.state === 'red' ? 'home-clock-red' : 'home-clock-amber'}>
        <span className="fs-queue-title" title={title}>
          {title}
        </span>
        <span className="fs-queue-marks">
          <ClockLight clock={clock} />
        </span>
        <span className="home-case-why fs-soft">
          <span>
            {due === null ? pick(clock.name) : t('home:lights.why', { clock: pick(clock.name), day: due })} {clock.verified ? null : <UnverifiedMark />}
          </span>
          <span>{person === null ? t(`deadlines:desk.${clock.desk}`) : t('home:ownClocks.whose', { desk: t(`deadlines:desk.${clock.desk}`), name: person.name })}</span>
        </span>
      </Link>
    </li>
  )
}

function Lines({ clocks }: { readonly clocks: OwnClocks }): ReactNode {
  const { t } = useLanguage()
  const [all, setAll] = useState(false)
  const { rows, red, amber } = clocks
  const shown = all ? rows : rows.slice(0, FIRST)
  return (
    <>
      <ul className="fs-queue">
        {shown.map((row) => (
          <ClockLine key={clockRowKey(row)} row={row} />
        ))}
      </ul>
      {rows.length <= FIRST ? null : (
        <p className="home-note">
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('home:ownClocks.fewer') : t('home:ownClocks.more', { count: rows.length })}
          </Button>{' '}
          {all && rows.length < red + amber ? <span className="fs-soft">{t('home:ownClocks.notAll', { count: rows.length, total: red + amber })}</span> : null}
        </p>
      )}
    </>
  )
}

export function OwnClocksPanel(): ReactNode {
  const { t } = useLanguage()
  const { roles } = usePerson()
  const { data, error, refetch } = useOwnClocks()
  const extra =
    data === undefined || data.red + data.amber === 0 ? undefined : (
      <span className="clock-light">
        {data.red > 0 ? <Mark tone="red">{t('deadlines:board.red', { count: data.red })}</Mark> : null}
        {data.amber > 0 ? <Mark tone="amber">{t('deadlines:board.amber', { count: data.amber })}</Mark> : null}
      </span>
    )
  return (
    <Panel title={t('home:ownClocks.title')} extra={extra} flush className="home-own-clocks">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data !== undefined ? (
        data.rows.length === 0 ? (
          <div className="fs-queue-empty fs-soft">
            {t('home:ownClocks.none')} {t('home:ownClocks.noneHint')}
          </div>
        ) : (
          <Lines clocks={data} />
        )
      ) : error === null ? (
        <div className="fs-panel-body">
          <Skeleton active title={false} paragraph={{ rows: 2 }} />
        </div>
      ) : null}
      {roles.includes('supervisor') && data !== undefined && data.rows.length > 0 ? <p className="home-note fs-soft">{t('home:ownClocks.overseen')}</p> : null}
    </Panel>
  )
}
