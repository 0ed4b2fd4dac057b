/** Exporting the case file (归档导出) into a folder, and what was written there. */
import { Alert, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ExportReport } from '../../shared/export/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useTransport, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { formatSize } from '../ui/formats.ts'
import { TextField } from '../ui/text-field.tsx'
import './export.css'

export function ExportButton({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('export:button')}</Button>
      {open && <ExportDialog caseId={caseId} onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportDialog({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { chooseFolder } = useTransport()
  const suggested = useRead('export.suggestFolder', {})
  const write = useWrite('export.caseFile')
  const [typed, setTyped] = useState<string | null>(null)
  const folder = typed ?? suggested.data?.folder ?? ''
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder?.()
    if (chosen !== undefined) setTyped(chosen)
  }
  const start = (): void => {
    if (folder.trim() !== '' && !write.isPending) write.mutate({ caseId, folder: folder.trim() })
  }
  const report = write.data
  const footer =
    report === undefined ? (
      <>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="primary" disabled={folder.trim() === ''} loading={write.isPending} onClick={start}>
          {t('export:start')}
        </Button>
      </>
    ) : (
      <Button type="primary" onClick={onClose}>
        {t('ui:close')}
      </Button>
    )
  return (
    <Modal open title={t('export:title')} width="51rem" onCancel={onClose} mask={{ closable: false }} footer={footer}>
      {report === undefined ? (
        <>
          <p>{t('export:explain')}</p>
          <Field label={t('export:folder')} required hint={t('export:folderHint')}>
            {(control) => (
              <div className="export-folder">
                <TextField {...control} value={folder} maxLength={1000} onChange={setTyped} onEnter={start} />
                {chooseFolder !== undefined && <Button onClick={() => void choose()}>{t('export:choose')}</Button>}
              </div>
            )}
          </Field>
          {write.isPending && (
            <p role="status" className="fs-soft">
              {t('export:running')}
            </p>
          )}
        </>
      ) : (
        <Written report={report} />
      )}
      <ErrorNotice error={suggested.error} onRetry={() => void suggested.refetch()} />
      <ErrorNotice error={write.error} />
    </Modal>
  )
}

function Written({ report }: { readonly report: ExportReport }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('export:done', { count: report.files.length })}
        description={<span className="fs-mono">{report.folder}</span>}
      />
      <div className="export-files" tabIndex={0}>
      <DataTable
        label={t('export:file')}
        rows={report.files}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: t('export:file'), render: ({ name }) => name },
          { key: 'size', title: t('export:size'), narrow: true, render: ({ size }) => formatSize(size) },
          { key: 'hash', title: 'SHA-256', render: ({ sha256 }) => <span className="fs-mono">{sha256}</span> },
        ]}
      />
      </div>
    </>
  )
}
