/** The standards (评查标准): what ships, the station's own, and importing one. */
import { App, Button, Skeleton } from 'antd'
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react'
import { itemsOf } from '../../shared/catalogue/evaluation-standards.ts'
import type { StandardEntry } from '../../shared/evaluation/contract.ts'
import { readStandard, type StandardProblem } from '../../shared/evaluation/standard-file.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'

/** Problems that are listed; more are only counted. */
const LISTED = 10

export function StandardsPanel(): ReactNode {
  const { t, pick } = useLanguage()
  const mayImport = useMayCall('evaluation.importStandard')
  const standards = useRead('evaluation.standards', {})
  const columns: readonly DataColumn<StandardEntry>[] = [
    {
      key: 'name',
      title: t('evaluation:standard'),
      render: ({ standard, superseded }) => (
        <>
          {pick(standard.name)} {!standard.verified && <UnverifiedMark />} {superseded && <Mark>{t('evaluation:superseded')}</Mark>}
        </>
      ),
    },
    { key: 'version', title: t('evaluation:version'), narrow: true, render: ({ standard }) => <span className="fs-figures">{standard.version}</span> },
    { key: 'madeOn', title: t('evaluation:madeOn'), narrow: true, render: ({ standard }) => <DateText value={standard.madeOn} /> },
    {
      key: 'points',
      title: t('evaluation:points'),
      narrow: true,
      render: ({ standard }) => <span className="fs-figures">{Math.round(itemsOf(standard).reduce((sum, { points }) => sum + points * 10, 0)) / 10}</span>,
    },
    { key: 'origin', title: t('evaluation:origin'), render: ({ importedBy }) => (importedBy === null ? t('evaluation:shipped') : t('evaluation:imported', { name: importedBy })) },
    {
      key: 'save',
      title: t('evaluation:save'),
      narrow: true,
      render: ({ standard }) => (
        <Button size="small" onClick={() => saveFile(`${standard.id} ${standard.version}.json`, JSON.stringify(standard, null, 2))}>
          {t('evaluation:save')}
        </Button>
      ),
    },
  ]
  return (
    <Panel title={t('evaluation:standards')} extra={mayImport ? <ImportButton /> : undefined} flush>
      <p className="fs-soft evaluation-note">{t('evaluation:standardsHint')}</p>
      <ErrorNotice error={standards.error} onRetry={() => void standards.refetch()} />
      {standards.data === undefined && standards.error === null ? <Skeleton active title={false} /> : null}
      {standards.data === undefined ? null : <DataTable label={t('evaluation:standards')} columns={columns} rows={standards.data} rowKey={({ key }) => key} />}
    </Panel>
  )
}

function ImportButton(): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const importing = useWrite('evaluation.importStandard')
  const [problems, setProblems] = useState<readonly StandardProblem[]>([])
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file === undefined) return
    importing.reset()
    const text = await file.text()
    // checked here too, so that everything that is wrong is shown at once
    const read = readStandard(text)
    setProblems(read.problems)
    if (read.standard === null) return
    const { name, version } = read.standard
    importing.mutate({ text }, { onSuccess: () => void message.success(t('evaluation:importDone', { name: pick(name), version })) })
  }
  return (
    <>
      <input ref={input} type="file" accept=".json" hidden aria-label={t('evaluation:importPick')} onChange={(event) => void take(event)} />
      <Button size="small" loading={importing.isPending} onClick={() => input.current?.click()}>
        {t('evaluation:import')}
      </Button>
      {problems.length === 0 ? null : (
        <div className="evaluation-problems" role="alert">
          {t('evaluation:importWrong', { count: problems.length })}
          <ul>
            {problems.slice(0, LISTED).map(({ field, problem }, place) => (
              <li key={place}>
                <span className="fs-figures">{field === '' ? t('evaluation:importWhole') : field}</span> {problem}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ErrorNotice error={importing.error} />
    </>
  )
}
