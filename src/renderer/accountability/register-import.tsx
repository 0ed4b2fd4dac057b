/** Importing a register: a dry run tells the fate of every row, and only then anything is written. */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { RegisterImport } from '../../shared/accountability/contract.ts'
import type { PlannedRow } from '../../shared/accountability/register-table.ts'
import type { RegisterName } from '../../shared/accountability/registers.ts'
import type { StagedFile } from '../../shared/contract/reply.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Mark } from '../ui/state-tag.tsx'

export function RegisterImportDialog({ register, onClose }: { readonly register: RegisterName; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [file, setFile] = useState<StagedFile | null>(null)
  const input = { register, stagedId: file?.id ?? '', name: file?.name ?? '' }
  const preview = useRead('accountability.previewImport', input, { enabled: file !== null })
  const write = useWrite('accountability.importRegister')
  const plan = file === null ? undefined : preview.data
  const count = plan === undefined ? 0 : plan.counts.add + plan.counts.change
  const start = (): void =>
    write.mutate(input, {
      onSuccess: ({ add, change }) => {
        void message.success(t('accountability:registers.import.done', { add, change }))
        onClose()
      },
    })
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" disabled={count === 0} loading={write.isPending} onClick={start}>
        {t('accountability:registers.import.confirm', { count })}
      </Button>
    </>
  )
  const title = t('accountability:registers.import.title', { register: t(`accountability:registers.${register}`) })
  return (
    <Modal open title={title} width="60rem" mask={{ closable: false }} onCancel={onClose} footer={footer}>
      {file === null ? (
        <FileDrop multiple={false} accept=".xlsx,.csv,.json" label={t('accountability:registers.import.file')} hint={t('accountability:registers.import.fileHint')} onStaged={setFile} />
      ) : (
        <div className="fs-row">
          <strong>{file.name}</strong>
          <Button size="small" onClick={() => setFile(null)}>
            {t('accountability:registers.import.other')}
          </Button>
        </div>
      )}
      {file !== null && plan === undefined && preview.error === null && <p role="status">{t('accountability:registers.import.reading')}</p>}
      {file !== null && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {plan !== undefined && <Plan plan={plan} register={register} />}
      <ErrorNotice error={write.error} />
    </Modal>
  )
}

const TONES = { add: 'green', change: 'amber', same: 'plain', refused: 'red' } as const
const PROBLEMS = ['duplicate', 'validUntil', 'issuedOn'] as const

function Plan({ plan, register }: { readonly plan: RegisterImport; readonly register: RegisterName }): ReactNode {
  const { t } = useLanguage()
  if (plan.columns === null) return <p role="alert">{t('accountability:registers.import.noHeadings')}</p>
  const problem = (row: PlannedRow): string => {
    if (row.problem === null) return ''
    const known = PROBLEMS.find((one) => one === row.problem)
    return t(`accountability:registers.import.problems.${known ?? 'field'}`)
  }
  return (
    <div className="acc-plan">
      <p>{t('accountability:registers.import.columns', { columns: Object.values(plan.columns).join(t('ui:listSeparator')) })}</p>
      <p role="status">{t('accountability:registers.import.counts', plan.counts)}</p>
      {plan.left > 0 && <p>{t('accountability:registers.import.left', { count: plan.left })}</p>}
      <DataTable
        label={t(`accountability:registers.${register}`)}
        rows={plan.rows}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'row', title: t('accountability:registers.import.row'), narrow: true, render: ({ row }) => row },
          { key: 'fate', title: t('accountability:registers.import.fate'), narrow: true, render: ({ fate }) => <Mark tone={TONES[fate]}>{t(`accountability:registers.import.fates.${fate}`)}</Mark> },
          { key: 'key', title: t('accountability:registers.import.key'), render: ({ key }) => key },
          { key: 'name', title: t('accountability:registers.import.what'), render: ({ name }) => name },
          { key: 'problem', title: t('accountability:registers.import.problem'), render: problem },
        ]}
      />
    </div>
  )
}
