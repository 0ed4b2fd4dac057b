/** Which open clocks a notice moves: case, clock, the last day before and after. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { MovedClock, NoticeEffect } from '../../shared/deadlines/contract.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'

export function NoticeEffectView({ effect }: { readonly effect: NoticeEffect }): ReactNode {
  const { t, pick } = useLanguage()
  const { moved, movedCount, settled } = effect
  const day = ({ due, provisional }: MovedClock['before']): ReactNode => (
    <>
      <span className="fs-figures">{due}</span> {provisional ? <Mark tone="amber">{t('ui:provisional')}</Mark> : null}
    </>
  )
  const columns: DataColumn<MovedClock>[] = [
    { key: 'case', title: t('deadlines:notice.case'), render: ({ caseId, title }) => <Link href={`/cases/${caseId}/deadlines`}>{title}</Link> },
    { key: 'clock', title: t('deadlines:notice.clock'), render: ({ name }) => pick(name) },
    { key: 'before', title: t('deadlines:notice.before'), narrow: true, render: ({ before }) => day(before) },
    { key: 'after', title: t('deadlines:notice.after'), narrow: true, render: ({ after }) => day(after) },
  ]
  return (
    <>
      <p>{movedCount + settled === 0 ? t('deadlines:notice.effectNone') : t('deadlines:notice.effect', { moved: movedCount, settled })}</p>
      {moved.length === 0 ? null : (
        <Panel title={t('deadlines:notice.moved')} flush extra={moved.length < movedCount ? <span className="fs-soft">{t('deadlines:notice.movedFirst', { count: moved.length })}</span> : undefined}>
          <DataTable label={t('deadlines:notice.moved')} columns={columns} rows={moved} rowKey={({ caseId, clock }) => `${caseId}/${clock}`} />
        </Panel>
      )}
    </>
  )
}
