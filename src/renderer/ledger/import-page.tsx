/** Taking in an earlier ledger (导入旧台账): file, sheet and head, columns, dry run, import; and the imports before. */
import { Button, InputNumber, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { StagedFile } from '../../shared/contract/reply.ts'
import type { SheetSummary, WorkbookSummary } from '../../shared/ledger/contract.ts'
import type { LedgerColumn } from '../../shared/ledger/ledger-columns.ts'
import { MOST_LEDGER_ROWS } from '../../shared/ledger/sheet-rows.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { ColumnMapping } from './column-mapping.tsx'
import { DryRunPanel } from './dry-run.tsx'
import { PastImports } from './past-imports.tsx'
import './ledger.css'

interface Place {
  readonly sheet: number
  readonly headerRow: number | null
}

function SheetChoice({ book, place, onChange }: { readonly book: WorkbookSummary; readonly place: Place; readonly onChange: (place: Place) => void }): ReactNode {
  const { t } = useLanguage()
  const nameOf = ({ name, rows, hidden, tooLong }: SheetSummary): string =>
    tooLong ? t('ledger:take.sheetTooLong', { name, rows: MOST_LEDGER_ROWS }) : t(hidden ? 'ledger:take.sheetHidden' : 'ledger:take.sheetRows', { name, rows })
  const found = book.sheets[place.sheet]?.headerRow ?? null
  return (
    <div className="ledger-place">
      <Field label={t('ledger:take.sheet')}>
        {({ id }) => (
          <Select
            id={id}
            value={place.sheet}
            options={book.sheets.map((sheet, value) => ({ value, label: nameOf(sheet), disabled: sheet.tooLong || sheet.rows === 0 }))}
            onChange={(sheet) => onChange({ sheet, headerRow: book.sheets[sheet]?.headerRow ?? null })}
          />
        )}
      </Field>
      <Field label={t('ledger:take.headerRow')} hint={t(found === null ? 'ledger:take.headerNotFound' : 'ledger:take.headerFound')}>
        {({ id }) => <InputNumber id={id} min={1} max={1_048_576} precision={0} value={place.headerRow} onChange={(headerRow) => onChange({ ...place, headerRow })} />}
      </Field>
    </div>
  )
}

interface Mapped {
  /** Of which sheet and head it is. */
  readonly of: string
  readonly mapping: readonly (LedgerColumn | null)[]
}

function OpenedFile({ file, onOther }: { readonly file: StagedFile; readonly onOther: () => void }): ReactNode {
  const { t } = useLanguage()
  const book = useRead('ledger.readWorkbook', { stagedId: file.id, name: file.name }, { staleTime: Infinity })
  const [place, setPlace] = useState<Place | null>(null)
  const [changed, setChanged] = useState<Mapped | null>(null)
  const [trying, setTrying] = useState<string | null>(null)
  const shown = place ?? (book.data?.sheet === null || book.data === undefined ? null : { sheet: book.data.sheet, headerRow: book.data.sheets[book.data.sheet]?.headerRow ?? null })
  const asked = { stagedId: file.id, sheet: shown?.sheet ?? 0, headerRow: shown?.headerRow ?? 1 }
  const columns = useRead('ledger.columns', asked, { enabled: shown?.headerRow !== null && shown !== null, staleTime: Infinity })
  const of = `${asked.sheet}/${asked.headerRow}`
  const mapping = changed?.of === of ? changed.mapping : (columns.data?.columns ?? []).map(({ guess }) => guess)
  const reading = { ...asked, mapping: [...mapping] }
  const key = JSON.stringify(reading)
  // what was tried is no longer what is mapped
  useEffect(() => setTrying((before) => (before === key ? before : null)), [key])
  return (
    <>
      <Panel
        title={file.name}
        extra={
          <Button size="small" onClick={onOther}>
            {t('ledger:take.other')}
          </Button>
        }
      >
        {book.data === undefined && book.error === null ? <p role="status">{t('ledger:take.reading')}</p> : null}
        <ErrorNotice error={book.error} onRetry={() => void book.refetch()} />
        {book.data !== undefined && shown === null ? <p className="fs-amber">{t('ledger:take.noSheet')}</p> : null}
        {book.data !== undefined && book.data.sheets.length > 0 ? <SheetChoice book={book.data} place={shown ?? { sheet: 0, headerRow: null }} onChange={setPlace} /> : null}
        <ErrorNotice error={columns.error} onRetry={() => void columns.refetch()} />
      </Panel>
      {columns.data === undefined || shown?.headerRow === null ? null : (
        <ColumnMapping
          columns={columns.data.columns}
          mapping={mapping}
          remembered={columns.data.remembered && changed?.of !== of}
          onChange={(next) => setChanged({ of, mapping: next })}
          onTry={() => setTrying(key)}
        />
      )}
      {trying === key ? (
        <DryRunPanel
          reading={reading}
          file={file.name}
          onAnother={
            (book.data?.sheets.length ?? 0) > 1
              ? () => setTrying(null)
              : undefined
          }
        />
      ) : null}
    </>
  )
}

export function ImportPage(): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const [file, setFile] = useState<StagedFile | null>(null)
  return (
    <Page title={t('ledger:take.title')} backTo="/ledger" extra={<Button onClick={() => navigate('/ledger')}>{t('ledger:take.toLedger')}</Button>}>
      <p className="fs-soft">
        {t('ledger:take.intro')} {t('ledger:why')}
      </p>
      {file === null ? (
        <FileDrop multiple={false} accept=".xlsx,.xlsm" label={t('ledger:take.file')} hint={t('ledger:take.fileHint', { rows: MOST_LEDGER_ROWS })} onStaged={setFile} />
      ) : (
        <OpenedFile key={file.id} file={file} onOther={() => setFile(null)} />
      )}
      <PastImports />
    </Page>
  )
}
