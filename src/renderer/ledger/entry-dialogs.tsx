/** An imported entry with everything that it says, and the remark of any entry. */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { LEDGER_COLUMNS, LEDGER_COLUMN_LABELS } from '../../shared/ledger/ledger-columns.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import type { ShownEntry } from './ledger-pages.ts'
import { LedgerCellText } from './ledger-table.tsx'

export function RemarkDialog({ row, onClose }: { readonly row: ShownEntry; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const keep = useWrite('ledger.keepRemark')
  const [remark, setRemark] = useState(String(row.cells.remark ?? ''))
  const save = (): void => {
    keep.mutate(
      { entryId: row.id, expectedSeq: row.remarkSeq, remark: remark.trim() },
      {
        onSuccess: () => {
          void message.success(t('ledger:remark.saved'))
          onClose()
        },
      },
    )
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={keep.isPending} onClick={save}>
        {t('ui:save')}
      </Button>
    </>
  )
  const older = keep.error?.code === 'conflict'
  return (
    <Modal open title={t('ledger:remark.title', { title: String(row.cells.title ?? row.cells.caseNumber ?? '') })} onCancel={onClose} mask={{ closable: false }} footer={footer}>
      <Field label={t('ledger:remark.label')} hint={t('ledger:remark.hint')}>
        {(control) => <TextArea {...control} autoFocus value={remark} maxLength={2000} rows={4} onChange={setRemark} />}
      </Field>
      {older ? <p role="alert">{t('ledger:remark.older')}</p> : <ErrorNotice error={keep.error} />}
    </Modal>
  )
}

interface EntryDialogProps {
  readonly row: ShownEntry
  readonly onRemark: (() => void) | undefined
  readonly onClose: () => void
}

export function EntryDialog({ row, onRemark, onClose }: EntryDialogProps): ReactNode {
  const { t, pick } = useLanguage()
  const footer = (
    <>
      {onRemark === undefined ? null : <Button onClick={onRemark}>{t('ledger:remark.edit')}</Button>}
      <Button type="primary" onClick={onClose}>
        {t('ui:close')}
      </Button>
    </>
  )
  return (
    <Modal open title={t('ledger:entry.title')} onCancel={onClose} footer={footer} width="46rem">
      {row.imported === null ? null : <p className="fs-soft">{t('ledger:importedFrom', { file: row.imported.file, row: row.imported.sheetRow })}</p>}
      <dl className="ledger-entry">
        {LEDGER_COLUMNS.map((column) => (
          <div key={column}>
            <dt>{pick(LEDGER_COLUMN_LABELS[column])}</dt>
            <dd>{row.cells[column] === null ? <span className="fs-soft">{t('ledger:entry.empty')}</span> : <LedgerCellText row={row} column={column} />}</dd>
          </div>
        ))}
      </dl>
      <p className="fs-soft">{t('ledger:why')}</p>
    </Modal>
  )
}
