/** The ledger (台账): every round of every case with what became of it, and the rows of earlier ledgers. */
import { DownloadOutlined, ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { type LedgerOverview } from '../../shared/ledger/contract.ts'
import { WorkbookDialog } from '../cases/workbook-dialog.tsx'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, type CallOnce } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { useFocusOnRows } from '../ui/row-list.tsx'
import { EntryDialog, RemarkDialog } from './entry-dialogs.tsx'
import { LedgerFilter } from './ledger-filter.tsx'
import { useLedgerPages, type LedgerPages, type ShownEntry } from './ledger-pages.ts'
import { LedgerTable } from './ledger-table.tsx'
import { isNarrowed, ledgerView, useLedgerView, type LedgerView } from './ledger-view.ts'
import './ledger.css'

function ExportLedger({ view, count }: { readonly view: LedgerView; readonly count: number }): ReactNode {
  const { t, language } = useLanguage()
  const [open, setOpen] = useState(false)
  const begin = (call: CallOnce) => call('ledger.beginExport', { filter: view.filter, descending: view.descending, language })
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} disabled={count === 0} onClick={() => setOpen(true)}>
        {t('ledger:export.button')}
      </Button>
      {open ? <WorkbookDialog count={count} words="ledger:export" begin={begin} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Nothing({ filtered }: { readonly filtered: boolean }): ReactNode {
  const { t } = useLanguage()
  if (!filtered) return <Empty title={t('ledger:none')} hint={t('ledger:noneHint')} />
  return <Empty title={t('ledger:noMatch')} hint={t('ledger:noMatchHint')} action={<Button onClick={ledgerView.clear}>{t('ledger:clear')}</Button>} />
}

function Count({ pages, overview }: { readonly pages: LedgerPages; readonly overview: LedgerOverview | undefined }): ReactNode {
  const { t } = useLanguage()
  const imported = (overview?.years ?? []).reduce((sum, year) => sum + year.imported, 0)
  if (pages.count === undefined) return null
  return (
    <span className="fs-soft" role="status">
      {t('ledger:count', { count: pages.count })}
      {imported === 0 ? '' : ` · ${t('ledger:countImported', { count: imported })}`}
    </span>
  )
}

export function LedgerPage(): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const view = useLedgerView()
  const pages = useLedgerPages(view.filter, view.descending)
  const overview = useRead('ledger.overview', {}, { keepPrevious: true })
  const mayRemark = useMayCall('ledger.keepRemark')
  const mayImport = useMayCall('ledger.import')
  const [shown, setShown] = useState<ShownEntry | null>(null)
  const [remarked, setRemarked] = useState<ShownEntry | null>(null)
  useFocusOnRows(pages.count !== undefined, view.at >= 0)
  const open = (row: ShownEntry): void => {
    if (row.caseId === null) setShown(row)
    else navigate(`/cases/${row.caseId}`)
  }
  const extra = (
    <>
      <ExportLedger view={view} count={pages.count ?? 0} />
      {mayImport ? (
        <Button icon={<ImportOutlined aria-hidden />} onClick={() => navigate('/ledger/import')}>
          {t('ledger:import')}
        </Button>
      ) : null}
    </>
  )
  return (
    <Page title={t('ledger:title')} marks={<Count pages={pages} overview={overview.data} />} subtitle={t('ledger:keys')} extra={extra}>
      <LedgerFilter view={view} overview={overview.data} />
      <ErrorNotice error={pages.error ?? overview.error} onRetry={() => (pages.error === null ? void overview.refetch() : pages.again())} />
      {pages.count === 0 && !pages.stale ? (
        <Nothing filtered={isNarrowed(view.filter)} />
      ) : (
        <LedgerTable pages={pages} view={view} onOpen={open} onRemark={mayRemark ? setRemarked : undefined} />
      )}
      {shown === null ? null : (
        <EntryDialog
          row={shown}
          onClose={() => setShown(null)}
          onRemark={
            mayRemark
              ? () => {
                  setRemarked(shown)
                  setShown(null)
                }
              : undefined
          }
        />
      )}
      {remarked === null ? null : <RemarkDialog key={remarked.id} row={remarked} onClose={() => setRemarked(null)} />}
    </Page>
  )
}
