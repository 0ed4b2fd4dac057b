/** Importing a workbook of benchmarks: which sheet and row, which column is which, what is read, and where it comes from. */
import { App, Button, Checkbox, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { StagedFile } from '../../shared/contract/reply.ts'
import type { TableMapping } from '../../shared/discretion/benchmark-table.ts'
import { isoDateSchema, type IsoDate } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ColumnChoice, SheetRows, TableRead } from './mapping-parts.tsx'

interface Paper {
  readonly source: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly verified: boolean
}

const NO_PAPER: Paper = { source: '', validFrom: null, validTo: null, verified: false }

/** A day, no day, or what is typed and is none. */
function dayOf(typed: string | null): IsoDate | null | undefined {
  if (typed === null) return null
  const day = isoDateSchema.safeParse(typed)
  return day.success ? day.data : undefined
}

export function MappingDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [file, setFile] = useState<StagedFile | null>(null)
  const [mapping, setMapping] = useState<TableMapping | null>(null)
  const [paper, setPaper] = useState(NO_PAPER)
  const [tried, setTried] = useState(false)
  const preview = useRead(
    'discretion.previewTable',
    { stagedId: file?.id ?? '', name: file?.name ?? '', mapping },
    { enabled: file !== null, keepPrevious: true },
  )
  const write = useWrite('discretion.importTable')
  const shown = file === null ? undefined : preview.data
  const chosen = mapping ?? shown?.mapping ?? null
  const count = shown?.table?.benchmarks.length ?? 0
  const [validFrom, validTo] = [dayOf(paper.validFrom), dayOf(paper.validTo)]
  const upsideDown = typeof validFrom === 'string' && typeof validTo === 'string' && validTo < validFrom
  const sourceMissing = paper.source.trim().length < 2
  const wrong = sourceMissing || validFrom === undefined || validTo === undefined || upsideDown
  const start = (): void => {
    setTried(true)
    if (file === null || chosen === null || wrong || count === 0 || write.isPending) return
    const { source, verified } = paper
    write.mutate(
      { stagedId: file.id, name: file.name, mapping: chosen, source: source.trim(), validFrom, validTo, verified },
      {
        onSuccess: ({ imported, problems }) => {
          void message.success(t(problems.length === 0 ? 'discretion:mapping.done' : 'discretion:mapping.doneProblems', { count: imported, problems: problems.length }))
          onClose()
        },
      },
    )
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" disabled={count === 0} loading={write.isPending} onClick={start}>
        {t('discretion:mapping.import', { count })}
      </Button>
    </>
  )
  return (
    <Modal open title={t('discretion:mapping.title')} width="64rem" mask={{ closable: false }} onCancel={onClose} footer={footer}>
      {file === null ? (
        <FileDrop
          multiple={false}
          accept=".xlsx"
          label={t('discretion:mapping.file')}
          hint={t('discretion:mapping.fileHint')}
          onStaged={(staged) => {
            setFile(staged)
            setMapping(null)
          }}
        />
      ) : (
        <div className="fs-row">
          <strong>{file.name}</strong>
          <Button size="small" onClick={() => setFile(null)}>
            {t('discretion:mapping.other')}
          </Button>
        </div>
      )}
      {file !== null && shown === undefined && preview.error === null && <p role="status">{t('discretion:mapping.reading')}</p>}
      {file !== null && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {shown !== undefined && (
        <>
          <ColumnChoice preview={shown} mapping={chosen} recognised={mapping === null && shown.mapping !== null} onChange={setMapping} />
          <SheetRows preview={shown} mapping={chosen} />
          {shown.table !== null && <TableRead table={shown.table} />}
          <PaperFields paper={paper} tried={tried} sourceMissing={sourceMissing} upsideDown={upsideDown} onChange={setPaper} />
        </>
      )}
      <ErrorNotice error={write.error} />
    </Modal>
  )
}

interface PaperFieldsProps {
  readonly paper: Paper
  readonly tried: boolean
  readonly sourceMissing: boolean
  readonly upsideDown: boolean
  readonly onChange: (paper: Paper) => void
}

function PaperFields({ paper, tried, sourceMissing, upsideDown, onChange }: PaperFieldsProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="fs-form">
      <Field label={t('discretion:mapping.source')} required hint={t('discretion:mapping.sourceHint')} error={tried && sourceMissing ? t('discretion:mapping.sourceMissing') : undefined}>
        {(control) => <TextField {...control} value={paper.source} maxLength={300} onChange={(source) => onChange({ ...paper, source })} />}
      </Field>
      <Field label={t('discretion:mapping.validFrom')} className="fs-span-4">
        {(control) => <DateField {...control} value={paper.validFrom} onChange={(validFrom) => onChange({ ...paper, validFrom })} />}
      </Field>
      <Field label={t('discretion:mapping.validTo')} className="fs-span-4" error={upsideDown ? t('discretion:mapping.validWrong') : undefined}>
        {(control) => <DateField {...control} value={paper.validTo} onChange={(validTo) => onChange({ ...paper, validTo })} />}
      </Field>
      <div>
        <Checkbox checked={paper.verified} onChange={(event) => onChange({ ...paper, verified: event.target.checked })}>
          {t('discretion:mapping.verified')}
        </Checkbox>
        <div className="fs-soft">{t('discretion:mapping.verifiedHint')}</div>
      </div>
    </div>
  )
}
