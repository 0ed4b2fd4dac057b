/** The cross-table with its filter, its two arrangements, and ways to take it along. */
import { App, Button, Checkbox, Segmented, Skeleton } from 'antd'
import { CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { CrossTable } from '../../shared/cross-table/cross-table.ts'
import { useLanguage } from '../language/language.ts'
import { useOpenEvidence } from '../timeline/evidence-opener.tsx'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { CrossMatrix } from './cross-matrix.tsx'
import { crossText, shownParts } from './cross-text.ts'
import { CrossValues } from './cross-values.tsx'
import './cross-table.css'

const FORMS = ['values', 'documents'] as const
type Form = (typeof FORMS)[number]

interface CrossTableViewProps {
  readonly caseId: string
  readonly catalogue: Catalogue
}

export function CrossTableView({ caseId, catalogue }: CrossTableViewProps): ReactNode {
  const { t } = useLanguage()
  const table = useRead('crossTable.get', { caseId }, { keepPrevious: true })
  const { data } = table
  if (data === undefined) {
    return table.error === null ? <Skeleton active paragraph={{ rows: 6 }} /> : <ErrorNotice error={table.error} onRetry={() => void table.refetch()} />
  }
  if (data.parts.every(({ rows }) => rows.length === 0)) return <Empty title={t('crossTable:empty')} hint={t('crossTable:emptyHint')} />
  return <FilledTable table={data} catalogue={catalogue} />
}

function FilledTable({ table, catalogue }: { readonly table: CrossTable; readonly catalogue: Catalogue }): ReactNode {
  const { t, language, pick } = useLanguage()
  const { message } = App.useApp()
  const [form, setForm] = useState<Form>('values')
  const [onlyDifferences, setOnlyDifferences] = useState(false)
  const [printing, setPrinting] = useState(false)
  const open = useOpenEvidence()
  const parts = shownParts(table, onlyDifferences)
  const count = table.parts.reduce((sum, { rows }) => sum + rows.filter(({ differs }) => differs).length, 0)
  const copy = (): void => {
    navigator.clipboard.writeText(crossText(table, onlyDifferences, { t, language, pick })).then(
      () => message.success(t('crossTable:copied')),
      () => message.error(t('crossTable:copyFailed')),
    )
  }
  return (
    <>
      <div className="timeline-tools">
        <Segmented
          size="small"
          aria-label={t('crossTable:form.label')}
          value={form}
          options={FORMS.map((one) => ({ value: one, label: t(`crossTable:form.${one}`) }))}
          onChange={setForm}
        />
        <Checkbox checked={onlyDifferences} onChange={({ target }) => setOnlyDifferences(target.checked)}>
          {t('crossTable:onlyDifferences')}
        </Checkbox>
        <Mark tone={count > 0 ? 'red' : 'green'}>{t('crossTable:differences', { count })}</Mark>
        <span className="cross-take">
          <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={copy}>
            {t('crossTable:copy')}
          </Button>
          <Button size="small" icon={<PrinterOutlined aria-hidden />} onClick={() => setPrinting(true)}>
            {t('crossTable:print')}
          </Button>
        </span>
      </div>
      <p className="fs-soft cross-explain">{t('crossTable:explain')}</p>
      {parts.length === 0 && <Empty title={t('crossTable:noDifference')} hint={t('crossTable:noDifferenceHint')} />}
      {parts.map((part) => (
        <Panel key={part.party ?? ''} title={part.party === null ? t('crossTable:title') : t('crossTable:ofParty', { name: part.party })} flush>
          {form === 'values' ? (
            <CrossValues part={part} onOpen={open} />
          ) : (
            <CrossMatrix table={table} part={part} catalogue={catalogue} onOpen={open} />
          )}
        </Panel>
      ))}
      {printing && <PrintedTable table={table} onlyDifferences={onlyDifferences} onDone={() => setPrinting(false)} />}
    </>
  )
}

const NOWHERE = (): void => undefined

/** The table alone on the paper, by value: what is printed cannot be scrolled. */
function PrintedTable({ table, onlyDifferences, onDone }: { readonly table: CrossTable; readonly onlyDifferences: boolean; readonly onDone: () => void }): ReactNode {
  const { t } = useLanguage()
  const done = useRef(onDone)
  useEffect(() => {
    const end = (): void => done.current()
    window.addEventListener('afterprint', end)
    window.print()
    return () => window.removeEventListener('afterprint', end)
  }, [])
  return createPortal(
    <div className="cross-paper" aria-hidden="true">
      <h1>{document.title}</h1>
      <p>{t('crossTable:printed', { title: t('crossTable:title'), day: today() })}</p>
      {shownParts(table, onlyDifferences).map((part) => (
        <section key={part.party ?? ''}>
          {part.party === null ? null : <h2>{t('crossTable:ofParty', { name: part.party })}</h2>}
          <CrossValues part={part} onOpen={NOWHERE} />
        </section>
      ))}
    </div>,
    document.body,
  )
}
