/** The imports before: what came from which file, and their withdrawal as a whole (撤回导入). */
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { PastImport } from '../../shared/ledger/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'

export function PastImports(): ReactNode {
  const { t, language } = useLanguage()
  const { message } = App.useApp()
  const past = useRead('ledger.pastImports', {})
  const withdraw = useWrite('ledger.withdrawImport')
  const mayWithdraw = useMayCall('ledger.withdrawImport')
  const [chosen, setChosen] = useState<PastImport | null>(null)
  const columns = [
    {
      key: 'file',
      title: t('ledger:take.pastFile'),
      render: ({ file, sheet, withdrawn }: PastImport) => (
        <>
          {file} · {sheet}
          {withdrawn === null ? null : <div className="fs-red">{t('ledger:take.withdrawn', { reason: withdrawn.reason, by: withdrawn.by })}</div>}
        </>
      ),
    },
    { key: 'counts', title: t('ledger:take.result'), render: ({ counts }: PastImport) => t('ledger:take.pastCounts', counts) },
    { key: 'by', title: t('ledger:take.past'), narrow: true, render: ({ by, at }: PastImport) => t('ledger:take.pastBy', { by, at: formatMoment(at, language) }) },
    {
      key: 'acts',
      title: '',
      narrow: true,
      render: (one: PastImport) =>
        mayWithdraw && one.withdrawn === null ? (
          <Button size="small" onClick={() => setChosen(one)}>
            {t('ledger:take.withdraw')}
          </Button>
        ) : null,
    },
  ]
  const shown = mayWithdraw ? columns : columns.slice(0, -1)
  return (
    <Panel title={t('ledger:take.past')} flush>
      <ErrorNotice error={past.error} onRetry={() => void past.refetch()} />
      {past.data?.length === 0 ? <p className="fs-soft ledger-none">{t('ledger:take.pastNone')}</p> : null}
      {(past.data?.length ?? 0) > 0 ? <DataTable label={t('ledger:take.past')} columns={shown} rows={past.data ?? []} rowKey={({ id }) => id} /> : null}
      <ConfirmReasonModal
        open={chosen !== null}
        title={t('ledger:take.withdrawTitle')}
        explanation={t('ledger:take.withdrawText', { file: chosen?.file ?? '', count: chosen?.counts.new ?? 0 })}
        confirmLabel={t('ledger:take.withdraw')}
        onCancel={() => setChosen(null)}
        onConfirm={async (reason) => {
          if (chosen === null) return
          await withdraw.mutateAsync({ importId: chosen.id, reason })
          setChosen(null)
          void message.success(t('ledger:take.withdrawDone'))
        }}
      />
    </Panel>
  )
}
