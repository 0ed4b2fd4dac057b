/** The register of document numbers (文号登记) of a year: gapless, with the void ones and why they are void. */
import { InputNumber, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'

const TONES = { reserved: 'amber', issued: 'green', void: 'plain' } as const

export function NumberRegister(): ReactNode {
  const { t } = useLanguage()
  const [year, setYear] = useState(() => new Date().getFullYear())
  const numbers = useRead('opinion.numbers', { year }, { keepPrevious: true })
  const chooser = (
    <InputNumber
      size="small"
      aria-label={t('station:settings.year')}
      min={1949}
      max={2099}
      precision={0}
      value={year}
      onChange={(value) => setYear(value ?? new Date().getFullYear())}
    />
  )
  return (
    <Panel title={t('station:settings.numbers')} extra={chooser} flush>
      <ErrorNotice error={numbers.error} onRetry={() => void numbers.refetch()} />
      {numbers.data?.length === 0 ? (
        <Empty title={t('station:settings.numbersNone', { year })} />
      ) : (
        <Table
          size="small"
          rowKey="number"
          pagination={false}
          scroll={{ x: 'max-content' }}
          loading={numbers.isPending}
          dataSource={[...(numbers.data ?? [])]}
          columns={[
            { title: t('station:settings.number'), dataIndex: 'number' },
            {
              title: t('station:settings.numberState'),
              dataIndex: 'state',
              render: (state: keyof typeof TONES) => <Mark tone={TONES[state]}>{t(`station:settings.${state}`)}</Mark>,
            },
            { title: t('station:settings.numberCase'), dataIndex: 'caseTitle' },
            { title: t('station:settings.numberReason'), dataIndex: 'reason', render: (reason: string | null) => reason ?? '—' },
          ]}
        />
      )}
    </Panel>
  )
}
