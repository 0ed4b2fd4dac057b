/** The register of document numbers (文号登记) of a year: gapless, with the void ones and why they are void. */
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { thisYear } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'

/** Years to choose from, this one included. */
const YEARS_BACK = 15
const TONES = { reserved: 'amber', issued: 'green', void: 'plain' } as const

export function NumberRegister(): ReactNode {
  const { t } = useLanguage()
  const [year, setYear] = useState(thisYear)
  const numbers = useRead('opinion.numbers', { year }, { keepPrevious: true })
  const now = thisYear()
  const years = Array.from({ length: YEARS_BACK }, (_, back) => ({ value: now - back, label: String(now - back) }))
  const chooser = (
    <Select size="small" aria-label={t('station:settings.year')} value={year} options={years} onChange={setYear} />
  )
  return (
    <Panel title={t('station:settings.numbers')} extra={chooser} flush>
      <ErrorNotice error={numbers.error} onRetry={() => void numbers.refetch()} />
      {numbers.data?.length === 0 ? (
        <Empty title={t('station:settings.numbersNone', { year })} hint={t('station:settings.numbersNoneHint')} />
      ) : (
        <DataTable
          label={t('station:settings.numbers')}
          rows={numbers.data ?? []}
          rowKey={(row) => row.number}
          loading={numbers.isPending}
          columns={[
            { key: 'number', title: t('station:settings.number'), narrow: true, render: (row) => row.number },
            { key: 'kind', title: t('station:settings.numberKind'), narrow: true, render: (row) => t(`station:settings.kind.${row.kind}`) },
            {
              key: 'state',
              title: t('station:settings.numberState'),
              narrow: true,
              render: (row) => <Mark tone={TONES[row.state]}>{t(`station:settings.${row.state}`)}</Mark>,
            },
            { key: 'case', title: t('station:settings.numberCase'), render: (row) => row.caseTitle },
            { key: 'reason', title: t('station:settings.numberReason'), render: (row) => row.reason ?? '—' },
          ]}
        />
      )}
    </Panel>
  )
}
