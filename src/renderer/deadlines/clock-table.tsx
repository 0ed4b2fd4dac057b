/** Clocks as rows: light, last day, and how it was counted. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import { isClockAlive } from '../../shared/deadlines/case-over.ts'
import type { Clock } from '../../shared/deadlines/clock.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { PlaceLink } from '../timeline/timeline-list.tsx'
import { ClockLight } from './clock-light.tsx'
import { basisWords, dueWords, howWords, type Speech } from './clock-words.ts'
import type { AskedRecord } from './clocks-tab.tsx'

export interface ClockTableProps {
  readonly label: string
  readonly clocks: readonly Clock[]
  readonly editable: boolean
  /** Of a case that is over only some clocks are still kept. */
  readonly caseState: CaseState
  readonly onAsk: (asked: AskedRecord) => void
}

export function ClockTable({ label, clocks, editable, caseState, onAsk }: ClockTableProps): ReactNode {
  const { t, language, pick } = useLanguage()
  const speech: Speech = { t, language, pick }
  const columns: DataColumn<Clock>[] = [
    { key: 'state', title: t('deadlines:table.state'), narrow: true, render: (clock) => <ClockLight clock={clock} /> },
    {
      key: 'name',
      title: t('deadlines:table.name'),
      render: (clock) => (
        <>
          <strong>{pick(clock.name)}</strong> {clock.verified ? null : <UnverifiedMark />}
          <div className="fs-soft">
            {t(`deadlines:desk.${clock.desk}`)}
            {clock.limit === 'atLeast' ? ` · ${t('deadlines:limit.atLeast')}` : ''}
          </div>
          {clock.note === null ? null : <div className="fs-soft">{pick(clock.note)}</div>}
        </>
      ),
    },
    {
      key: 'due',
      title: t('deadlines:table.due'),
      narrow: true,
      render: (clock) => <span className="fs-figures">{dueWords(clock) ?? '—'}</span>,
    },
    { key: 'how', title: t('deadlines:table.how'), render: (clock) => <How clock={clock} speech={speech} /> },
    ...(editable ? [{ key: 'act', title: t('deadlines:table.act'), render: (clock: Clock) => (isClockAlive(caseState, clock.subject) ? <Acts clock={clock} onAsk={onAsk} /> : null) }] : []),
  ]
  return <DataTable label={label} columns={columns} rows={clocks} rowKey={({ key }) => key} />
}

function How({ clock, speech }: { readonly clock: Clock; readonly speech: Speech }): ReactNode {
  const { t } = speech
  const basis = basisWords(clock.basis, speech)
  return (
    <ul className="clock-how">
      {howWords(clock, speech).map((line) => (
        <li key={line}>{line}</li>
      ))}
      <li className="fs-soft">
        {basis === '' ? (clock.verified ? null : t('deadlines:how.noBasis')) : t('deadlines:how.basis', { basis })}
        {clock.place === null ? null : (
          <>
            {basis === '' && clock.verified ? null : ' · '}
            <PlaceLink place={clock.place} />
          </>
        )}
      </li>
    </ul>
  )
}

/** An extension while the rule has one more step, time left out while the rule names a ground. */
function Acts({ clock, onAsk }: { readonly clock: Clock; readonly onAsk: (asked: AskedRecord) => void }): ReactNode {
  const { t, pick } = useLanguage()
  const open = clock.state !== 'kept' && clock.state !== 'notStarted' && clock.state !== 'early' && clock.limit === 'atMost' && clock.due !== null
  return (
    <span className="clock-acts">
      {open && clock.nextExtension !== null ? (
        <Button size="small" aria-label={`${t('deadlines:extend.button')} ${pick(clock.name)}`} onClick={() => onAsk({ kind: 'extend', clock })}>
          {t('deadlines:extend.button')}
        </Button>
      ) : null}
      {open && clock.mayExclude.length > 0 ? (
        <Button size="small" aria-label={`${t('deadlines:exclude.button')} ${pick(clock.name)}`} onClick={() => onAsk({ kind: 'exclude', clock })}>
          {t('deadlines:exclude.button')}
        </Button>
      ) : null}
    </span>
  )
}
