/** Backing the station up: where to, how far it is, what was made, when to remind. */
import { Alert, Button, Progress, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { BackupProgress, BackupStatus } from '../../shared/backup/contract.ts'
import { errorFromJson } from '../../shared/errors/errors.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useTransport, useWrite } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { formatMoment, formatSize, shortHash } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import './backup.css'

const REMINDERS = [1, 3, 7, 14, 30] as const

export function BackupPanel(): ReactNode {
  const { t } = useLanguage()
  const read = useRead('backup.status', {}, { staleTime: 0 })
  const status = read.data
  return (
    <Panel title={t('backup:title')}>
      <div className="fs-stack">
        <p className="fs-soft backup-text">{t('backup:explain')}</p>
        <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
        {status === undefined ? null : (
          <>
            <Standing status={status} />
            {status.running === null ? <StartBackup key={status.folder} status={status} /> : <Running running={status.running} />}
            {status.problem === null || status.running !== null ? null : (
              <section aria-label={t('backup:failed')}>
                <ErrorNotice error={errorFromJson(status.problem)} />
              </section>
            )}
            <Reminder status={status} />
            {status.backups.length === 0 ? null : <MadeBackups status={status} />}
            <p className="fs-soft backup-text">{t('backup:restore')}</p>
          </>
        )}
      </div>
    </Panel>
  )
}

function Standing({ status: { age, due, remindAfter } }: { readonly status: BackupStatus }): ReactNode {
  const { t } = useLanguage()
  if (age === null) return <Alert type={due ? 'warning' : 'info'} showIcon title={t('backup:never')} />
  if (due) return <Alert type="warning" showIcon title={t('backup:due', { days: age, after: remindAfter })} />
  return <div role="status">{age === 0 ? t('backup:today') : t('backup:fine', { days: age })}</div>
}

function StartBackup({ status }: { readonly status: BackupStatus }): ReactNode {
  const { t } = useLanguage()
  const { chooseFolder } = useTransport()
  const start = useWrite('backup.start')
  const [folder, setFolder] = useState(status.folder ?? '')
  const [tried, setTried] = useState(false)
  const empty = folder.trim() === ''
  const begin = (): void => {
    setTried(true)
    if (!empty && !start.isPending) start.mutate({ folder: folder.trim() })
  }
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder?.()
    if (chosen !== undefined) setFolder(chosen)
  }
  return (
    <div>
      <Field label={t('backup:folder')} hint={t('backup:folderHint')} error={tried && empty ? t('backup:folderEmpty') : undefined}>
        {(control) => (
          <div className="backup-folder">
            <TextField {...control} value={folder} maxLength={1000} onChange={setFolder} onEnter={begin} />
            {chooseFolder === undefined ? null : <Button onClick={() => void choose()}>{t('backup:choose')}</Button>}
            <Button type="primary" loading={start.isPending} onClick={begin}>
              {t('backup:start')}
            </Button>
          </div>
        )}
      </Field>
      <ErrorNotice error={start.error} />
    </div>
  )
}

function Running({ running: { phase, done, total } }: { readonly running: BackupProgress }): ReactNode {
  const { t } = useLanguage()
  const cancel = useWrite('backup.cancel')
  const said = phase === 'checking' ? t('backup:checking') : t('backup:copying', { done: formatSize(done), total: formatSize(total) })
  return (
    <div className="fs-stack">
      <div role="status">{said}</div>
      <Progress percent={total === 0 ? 0 : Math.floor((done / total) * 100)} aria-label={said} />
      <div className="fs-row">
        <span className="fs-soft fs-grow">{t('backup:continues')}</span>
        <Button danger loading={cancel.isPending} onClick={() => cancel.mutate({})}>
          {t('backup:cancel')}
        </Button>
      </div>
      <ErrorNotice error={cancel.error} />
    </div>
  )
}

function Reminder({ status }: { readonly status: BackupStatus }): ReactNode {
  const { t } = useLanguage()
  const configure = useWrite('backup.configure')
  const days = [...new Set([...REMINDERS, status.remindAfter])].toSorted((one, other) => one - other)
  return (
    <Field label={t('backup:remind')} className="backup-remind">
      {({ id }) => (
        <>
          <Select
            id={id}
            value={status.remindAfter}
            loading={configure.isPending}
            options={days.map((value) => ({ value, label: t('backup:remindDays', { days: value }) }))}
            onChange={(remindAfter: number) => configure.mutate({ remindAfter })}
          />
          <ErrorNotice error={configure.error} />
        </>
      )}
    </Field>
  )
}

function MadeBackups({ status }: { readonly status: BackupStatus }): ReactNode {
  const { t, language } = useLanguage()
  return (
    <section>
      <h3>{t('backup:made')}</h3>
      <DataTable
        label={t('backup:made')}
        rows={status.backups}
        rowKey={(row) => row.id}
        columns={[
          { key: 'at', title: t('backup:madeAt'), narrow: true, render: (row) => formatMoment(row.madeAt, language) },
          { key: 'by', title: t('backup:madeBy'), narrow: true, render: (row) => (row.madeBy === 'system' ? t('backup:byCommand') : row.madeBy) },
          { key: 'size', title: t('backup:size'), narrow: true, render: (row) => formatSize(row.bytes) },
          { key: 'files', title: t('backup:files'), narrow: true, render: (row) => row.files },
          { key: 'chain', title: t('backup:chain'), narrow: true, render: (row) => `#${row.chain.seq} ${shortHash(row.chain.hash)}` },
          { key: 'where', title: t('backup:where'), render: (row) => <span className="fs-mono">{row.folder}</span> },
        ]}
      />
    </section>
  )
}
