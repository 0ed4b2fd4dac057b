/** How long before its end each kind of clock turns amber and reminds (期限预警). */
import { App, Button, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { MOST_WARNING, type Warning } from '../../shared/deadlines/clock-subjects.ts'
import type { SubjectWarning } from '../../shared/deadlines/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { Panel } from '../ui/panel.tsx'
import './deadlines.css'

/** What belongs to the party is never amber: nobody is warned of it. */
const NEVER_AMBER: ReadonlySet<string> = new Set(['defence', 'hearingRequest', 'hearingNotice', 'announcement', 'payment', 'reconsideration', 'litigation', 'litigationAfterReconsideration', 'urging'])

export function WarningsPanel(): ReactNode {
  const { t, pick } = useLanguage()
  const [shown, setShown] = useState(false)
  const mayChange = useMayCall('deadlines.setWarning')
  const read = useRead('deadlines.warnings', {}, { enabled: shown })
  const columns: DataColumn<SubjectWarning>[] = [
    { key: 'name', title: t('deadlines:table.name'), render: ({ name }) => pick(name) },
    {
      key: 'before',
      title: t('deadlines:warnings.before'),
      render: (row) =>
        mayChange ? <WarningField row={row} /> : `${row.warning.n} ${t(`deadlines:warnings.${row.warning.unit}`)}`,
    },
  ]
  const toggle = (
    <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
      {t(shown ? 'deadlines:warnings.hide' : 'deadlines:warnings.show')}
    </Button>
  )
  return (
    <Panel title={t('deadlines:warnings.title')} extra={toggle} flush={shown}>
      {shown ? null : <div className="fs-soft">{t('deadlines:warnings.hint')}</div>}
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      {shown && read.data !== undefined ? (
        <DataTable label={t('deadlines:warnings.label')} columns={columns} rows={read.data.filter(({ subject }) => !NEVER_AMBER.has(subject))} rowKey={({ subject }) => subject} />
      ) : null}
    </Panel>
  )
}

/** Kept when the field is left, so that a number half typed is no setting. */
function WarningField({ row }: { readonly row: SubjectWarning }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const toast = useErrorToast()
  const set = useWrite('deadlines.setWarning')
  const [n, setN] = useState<number | null>(row.warning.n)
  const [unit, setUnit] = useState<Warning['unit']>(row.warning.unit)
  const keep = (warning: Warning | null): void =>
    set.mutate({ subject: row.subject, warning }, { onSuccess: () => void message.success(t('deadlines:warnings.saved')), onError: toast })
  const leave = (next: Warning['unit']): void => {
    if (n === null || (n === row.warning.n && next === row.warning.unit)) return
    keep({ n: Math.min(n, MOST_WARNING[next]), unit: next })
  }
  const label = t('deadlines:warnings.of', { name: pick(row.name) })
  return (
    <span className="clock-acts">
      <InputNumber aria-label={label} min={0} max={MOST_WARNING[unit]} precision={0} value={n} onChange={setN} onBlur={() => leave(unit)} onPressEnter={() => leave(unit)} />
      <Select<Warning['unit']>
        aria-label={label}
        value={unit}
        onChange={(next) => {
          setUnit(next)
          leave(next)
        }}
        options={(['workingDays', 'hours'] as const).map((value) => ({ value, label: t(`deadlines:warnings.${value}`) }))}
      />
      {row.chosen ? (
        <Button
          size="small"
          onClick={() => keep(null)}
        >
          {t('deadlines:warnings.reset')}
        </Button>
      ) : (
        <span className="fs-soft">{t('deadlines:warnings.standard')}</span>
      )}
    </span>
  )
}
