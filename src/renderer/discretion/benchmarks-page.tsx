/** The station's benchmarks of discretion (裁量基准): which are in use; heads and administrators import and retire them. */
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { StoredBenchmark } from '../../shared/discretion/contract.ts'
import { useLawTitles } from '../catalogue/use-catalogue.ts'
import { hasWords } from '../catalogue/catalogue-search.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BenchmarkMarks } from './benchmark-panel.tsx'
import { citationWords, validityWords } from './benchmark-words.ts'
import { MappingDialog } from './mapping-dialog.tsx'
import { BenchmarkRanges } from './benchmark-ranges.tsx'
import './discretion.css'

export function BenchmarksPage(): ReactNode {
  const { t, language } = useLanguage()
  const { message } = App.useApp()
  const titles = useLawTitles()
  const read = useRead('discretion.benchmarks', {})
  const retire = useWrite('discretion.retireBenchmark')
  const mayImport = useMayCall('discretion.importTable')
  const [text, setText] = useState('')
  const [importing, setImporting] = useState(false)
  const [retiring, setRetiring] = useState<StoredBenchmark | null>(null)
  const all = read.data ?? []
  const shown = all.filter(({ act, basis, source }) => hasWords(text, [act, citationWords(basis, language, titles), basis.law, source]))
  const columns: DataColumn<StoredBenchmark>[] = [
    {
      key: 'act',
      title: t('discretion:page.column.act'),
      render: (one) => (
        <>
          <span className="benchmark-act">{one.act}</span> <BenchmarkMarks benchmark={one} />
        </>
      ),
    },
    { key: 'basis', title: t('discretion:page.column.basis'), render: ({ basis }) => citationWords(basis, language, titles) },
    {
      key: 'grades',
      title: t('discretion:page.column.grades'),
      narrow: true,
      render: ({ grades, factors }) => (grades.length === 0 ? t('discretion:page.weighs', { count: factors.length }) : t('discretion:page.grades', { count: grades.length })),
    },
    { key: 'source', title: t('discretion:page.column.source'), render: ({ source }) => source },
    { key: 'validity', title: t('discretion:page.column.validity'), narrow: true, render: (one) => validityWords(one, t) || '—' },
    {
      key: 'imported',
      title: t('discretion:page.column.imported'),
      render: ({ importedAt, importedBy }) =>
        importedAt === null ? (
          '—'
        ) : (
          <>
            <DateText value={importedAt} /> <span className="fs-soft">{importedBy}</span>
          </>
        ),
    },
  ]
  if (mayImport) {
    columns.push({
      key: 'acts',
      title: '',
      render: (one) =>
        one.origin === 'imported' ? (
          <Button size="small" onClick={() => setRetiring(one)}>
            {t('discretion:page.retire')}
          </Button>
        ) : null,
    })
  }
  const extra = mayImport ? (
    <Button type="primary" onClick={() => setImporting(true)}>
      {t('discretion:page.import')}
    </Button>
  ) : undefined
  const own = all.some(({ origin }) => origin === 'imported')
  return (
    <Page title={t('discretion:page.title')} subtitle={t('discretion:page.subtitle', { count: all.length })} extra={extra}>
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.data !== undefined && !own && (
        <Panel>
          <Empty title={t('discretion:page.empty')} hint={t(mayImport ? 'discretion:page.emptyHint' : 'discretion:page.emptyOthers')} />
        </Panel>
      )}
      {own && (
        <div className="fs-filter">
          <div className="fs-filter-text">
            <TextField label={t('discretion:page.find')} placeholder={t('discretion:page.find')} allowClear value={text} onChange={setText} />
          </div>
        </div>
      )}
      {read.data !== undefined && shown.length === 0 ? (
        <Empty title={t('discretion:page.nothing')} hint={t('ui:noMatchHint')} />
      ) : (
        <Panel flush>
          <DataTable label={t('discretion:page.title')} rows={shown} rowKey={({ id }) => id} loading={read.data === undefined} columns={columns} renderDetail={(one) => <BenchmarkRanges benchmark={one} />} />
        </Panel>
      )}
      {importing && <MappingDialog onClose={() => setImporting(false)} />}
      <ConfirmReasonModal
        open={retiring !== null}
        title={t('discretion:page.retireTitle')}
        explanation={retiring === null ? undefined : t('discretion:page.retireExplain', { act: retiring.act })}
        confirmLabel={t('discretion:page.retire')}
        onConfirm={async (reason) => {
          if (retiring === null) return
          await retire.mutateAsync({ id: retiring.id, reason })
          void message.success(t('discretion:page.retired'))
          setRetiring(null)
        }}
        onCancel={() => setRetiring(null)}
      />
    </Page>
  )
}
