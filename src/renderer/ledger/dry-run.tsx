/** The dry run (试运行): what becomes of each row, by fate; then all new rows are taken in, or none. */
import { App, Button, Modal, Segmented, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { FATES, type DryRun, type Fate, type LedgerReading, type RowFate } from '../../shared/ledger/contract.ts'
import { LEDGER_COLUMN_LABELS, type LedgerColumn } from '../../shared/ledger/ledger-columns.ts'
import { useLanguage } from '../language/language.ts'
import { Pager } from '../laws/pager.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import '../laws/laws.css'

/** Rows of a page. */
const SHOWN = 50
const TONES: Record<Fate, MarkTone> = { new: 'green', same: 'plain', conflict: 'amber', refused: 'red' }

/** Why a row fares as it does, in words. */
function useFateWords(): (row: RowFate) => readonly string[] {
  const { t, pick } = useLanguage()
  const named = (columns: readonly LedgerColumn[]): string => columns.map((column) => pick(LEDGER_COLUMN_LABELS[column])).join(t('ui:listSeparator'))
  return ({ refusal, other, differs, notes }) => {
    const words: string[] = []
    if (refusal !== null) words.push(t(`ledger:take.refusal.${refusal.code}`, { column: refusal.column === null ? '' : named([refusal.column]), text: refusal.text }))
    if (other?.kind === 'row') words.push(t(differs.length > 0 ? 'ledger:take.conflictRow' : 'ledger:take.sameRow', { row: other.row, columns: named(differs) }))
    if (other?.kind === 'entry') {
      const { serial, title } = other
      words.push(t(differs.length > 0 ? 'ledger:take.conflictEntry' : 'ledger:take.sameEntry', { serial: serial === '' ? t('ledger:imported') : serial, title, columns: named(differs) }))
    }
    for (const { code, columns } of notes) words.push(t(`ledger:take.note.${code}`, { columns: named(columns) }))
    return words
  }
}

function FateRows({ reading, fate, dry }: { readonly reading: LedgerReading; readonly fate: Fate | null; readonly dry: DryRun }): ReactNode {
  const { t } = useLanguage()
  const [page, setPage] = useState(0)
  const words = useFateWords()
  const offset = SHOWN * page
  const fates = useRead('ledger.fates', { reading, fate, offset, size: SHOWN }, { keepPrevious: true, staleTime: Infinity })
  const count = fates.data?.count ?? (fate === null ? 0 : dry.counts[fate])
  const last = offset + SHOWN >= count
  const columns = [
    { key: 'row', title: t('ledger:take.row'), narrow: true, render: ({ row }: RowFate) => <span className="fs-figures">{row}</span> },
    { key: 'fate', title: t('ledger:take.fate'), narrow: true, render: ({ fate: one }: RowFate) => <Mark tone={TONES[one]}>{t(`ledger:take.fates.${one}`)}</Mark> },
    {
      key: 'about',
      title: t('ledger:take.about'),
      render: ({ received, caseNumber, title }: RowFate) => (
        <>
          {title} <span className="fs-soft fs-figures">{[caseNumber, received].filter((text) => text !== '').join(' · ')}</span>
        </>
      ),
    },
    { key: 'reason', title: t('ledger:take.reason'), render: (row: RowFate) => words(row).map((text) => <div key={text}>{text}</div>) },
  ]
  return (
    <>
      <ErrorNotice error={fates.error} onRetry={() => void fates.refetch()} />
      <DataTable label={t('ledger:take.result')} columns={columns} rows={fates.data?.rows ?? []} rowKey={({ row }) => String(row)} loading={fates.isPending} />
      {count > SHOWN ? (
        <Pager
          words={t('ledger:take.page', { from: offset + 1, to: Math.min(count, offset + SHOWN), count })}
          first={page === 0}
          last={last}
          onBack={() => setPage(page - 1)}
          onForward={() => setPage(page + 1)}
        />
      ) : null}
    </>
  )
}

interface DryRunPanelProps {
  readonly reading: LedgerReading
  readonly file: string
  /** Absent where the file has no other sheet. */
  readonly onAnother: (() => void) | undefined
}

export function DryRunPanel({ reading, file, onAnother }: DryRunPanelProps): ReactNode {
  const { t, language } = useLanguage()
  const dry = useRead('ledger.dryRun', reading, { staleTime: 0 })
  const [fate, setFate] = useState<Fate | null>(null)
  const [asking, setAsking] = useState(false)
  const [imported, setImported] = useState<number | null>(null)
  if (imported !== null) return <Imported count={imported} onAnother={onAnother} />
  const got = dry.data
  const all = got === undefined ? 0 : FATES.reduce((sum, one) => sum + got.counts[one], 0)
  return (
    <Panel
      title={t('ledger:take.result')}
      extra={
        <Button type="primary" disabled={got === undefined || got.counts.new === 0} onClick={() => setAsking(true)}>
          {t('ledger:take.import', { count: got?.counts.new ?? 0 })}
        </Button>
      }
    >
      <ErrorNotice error={dry.error} onRetry={() => void dry.refetch()} />
      {got === undefined && dry.error === null ? (
        <>
          <p role="status">{t('ledger:take.trying')}</p>
          <Skeleton active title={false} />
        </>
      ) : null}
      {got === undefined ? null : (
        <>
          <p className="fs-soft" role="status">
            {t('ledger:take.nothingWritten')} {got.empty > 0 ? t('ledger:take.empty', { count: got.empty }) : ''} {got.noted > 0 ? t('ledger:take.noted', { count: got.noted }) : ''}
          </p>
          {got.before === null ? null : <p className="fs-amber">{t('ledger:take.before', { at: formatMoment(got.before.at, language), by: got.before.by })}</p>}
          {got.leftOut.length === 0 ? null : <p className="fs-amber">{t('ledger:take.leftOut', { columns: got.leftOut.join(t('ui:listSeparator')) })}</p>}
          <Segmented<Fate | 'all'>
            aria-label={t('ledger:take.onlyFate')}
            value={fate ?? 'all'}
            options={[{ value: 'all' as const, label: `${t('ledger:take.fates.all')} ${all}` }, ...FATES.map((one) => ({ value: one, label: `${t(`ledger:take.fates.${one}`)} ${got.counts[one]}` }))]}
            onChange={(chosen) => setFate(chosen === 'all' ? null : chosen)}
          />
          {fate === null ? null : <p className="fs-soft">{t(`ledger:take.fateHints.${fate}`)}</p>}
          <FateRows key={fate ?? 'all'} reading={reading} fate={fate} dry={got} />
        </>
      )}
      {asking && got !== undefined ? <ConfirmImport reading={reading} file={file} dry={got} onDone={setImported} onStale={() => void dry.refetch()} onClose={() => setAsking(false)} /> : null}
    </Panel>
  )
}

interface ConfirmImportProps {
  readonly reading: LedgerReading
  readonly file: string
  readonly dry: DryRun
  readonly onDone: (count: number) => void
  readonly onStale: () => void
  readonly onClose: () => void
}

function ConfirmImport({ reading, file, dry, onDone, onStale, onClose }: ConfirmImportProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const take = useWrite('ledger.import')
  const count = dry.counts.new
  const start = (): void => {
    if (take.isPending) return
    take.mutate(
      { reading, expected: dry.counts },
      {
        onSuccess: ({ imported }) => {
          void message.success(t('ledger:take.done', { count: imported }))
          onDone(imported)
        },
        // the counts that stand behind this dialog are no longer true
        onError: (error) => {
          if (error.code === 'ledger-changed-meanwhile') onStale()
        },
      },
    )
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={take.isPending} onClick={start}>
        {t('ledger:take.import', { count })}
      </Button>
    </>
  )
  return (
    <Modal open title={t('ledger:take.confirm', { count })} onCancel={onClose} mask={{ closable: false }} footer={footer}>
      <p>{t('ledger:take.confirmText', { file })}</p>
      <ErrorNotice error={take.error} />
    </Modal>
  )
}

function Imported({ count, onAnother }: { readonly count: number; readonly onAnother: (() => void) | undefined }): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  return (
    <Panel title={t('ledger:take.done', { count })}>
      <div className="fs-row">
        <Button type="primary" onClick={() => navigate('/ledger')}>
          {t('ledger:take.toLedger')}
        </Button>
        {onAnother === undefined ? null : <Button onClick={onAnother}>{t('ledger:take.anotherSheet')}</Button>}
      </div>
    </Panel>
  )
}
