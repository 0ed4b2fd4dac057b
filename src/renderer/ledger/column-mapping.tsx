/** Which column of the file is which of the ledger (列的对应): guessed by the heads, each changeable, with what stands under it. */
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import type { SheetColumns } from '../../shared/ledger/contract.ts'
import { mappingProblems, type LedgerMapping } from '../../shared/ledger/guess-columns.ts'
import { LEDGER_COLUMNS, LEDGER_COLUMN_LABELS, type LedgerColumn } from '../../shared/ledger/ledger-columns.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'

interface ColumnMappingProps {
  readonly columns: SheetColumns['columns']
  readonly mapping: LedgerMapping
  readonly remembered: boolean
  readonly onChange: (mapping: LedgerMapping) => void
  readonly onTry: () => void
}

export function ColumnMapping({ columns, mapping, remembered, onChange, onTry }: ColumnMappingProps): ReactNode {
  const { t, pick } = useLanguage()
  const separator = t('ui:listSeparator')
  const problems = mappingProblems(mapping)
  const namesOf = (kind: 'missing' | 'twice'): string =>
    problems
      .filter((problem) => problem.kind === kind)
      .map(({ column }) => (kind === 'missing' && column === 'title' ? t('ledger:take.missingTitle') : pick(LEDGER_COLUMN_LABELS[column])))
      .join(separator)
  const [missing, twice] = [namesOf('missing'), namesOf('twice')]
  const rows = columns.map((column, at) => ({ ...column, at, name: column.head === '' ? t('ledger:take.noHead', { number: at + 1 }) : column.head }))
  const options = LEDGER_COLUMNS.map((value) => ({ value: value as LedgerColumn | '', label: pick(LEDGER_COLUMN_LABELS[value]) }))
  const table = [
    { key: 'head', title: t('ledger:take.column'), render: ({ name }: (typeof rows)[number]) => name },
    {
      key: 'target',
      title: t('ledger:take.target'),
      narrow: true,
      render: ({ at, name }: (typeof rows)[number]) => (
        <Select<LedgerColumn | ''>
          aria-label={`${t('ledger:take.target')} · ${name}`}
          className="ledger-target"
          popupMatchSelectWidth={false}
          value={mapping[at] ?? ''}
          options={[{ value: '', label: t('ledger:take.leave') }, ...options]}
          onChange={(chosen) => onChange(mapping.with(at, chosen === '' ? null : chosen))}
        />
      ),
    },
    {
      key: 'examples',
      title: t('ledger:take.examples'),
      render: ({ examples }: (typeof rows)[number]) => <span className="fs-soft ledger-examples">{examples.join(' · ')}</span>,
    },
  ]
  return (
    <Panel
      title={t('ledger:take.mapping')}
      extra={
        <Button type="primary" disabled={problems.length > 0} onClick={onTry}>
          {t('ledger:take.try')}
        </Button>
      }
    >
      <p className="fs-soft">{t(remembered ? 'ledger:take.remembered' : 'ledger:take.mappingHint')}</p>
      <div role="status">
        {missing === '' ? null : <p className="fs-red">{t('ledger:take.missing', { columns: missing })}</p>}
        {twice === '' ? null : <p className="fs-red">{t('ledger:take.twice', { columns: twice })}</p>}
      </div>
      <div className="ledger-columns">
        <DataTable label={t('ledger:take.mapping')} columns={table} rows={rows} rowKey={({ at }) => String(at)} />
      </div>
    </Panel>
  )
}
