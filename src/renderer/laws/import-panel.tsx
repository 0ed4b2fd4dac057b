/** Importing laws: a folder that is dropped, chosen or named; progress; and what became of the files. */
import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, useSyncExternalStore, type DragEvent, type ReactNode } from 'react'
import type { LawImportState } from '../../shared/laws/import-contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useTransport, useWrite } from '../transport/calls.ts'
import { droppedEntries, filesOf, filesOfChosenFolder, type DroppedFiles } from '../ui/dropped-files.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { lawIntakeOf, MOST_LAW_FILES, type LawIntakeState } from './law-intake.ts'

interface ImportPanelProps {
  readonly onClose: () => void
  readonly onReport: () => void
}

export function ImportPanel({ onClose, onReport }: ImportPanelProps): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  const intake = lawIntakeOf(transport)
  const staging = useSyncExternalStore(intake.subscribe, intake.state)
  const state = useRead('laws.importState', {}, { staleTime: 0 })
  const running = state.data !== undefined && state.data !== null && state.data.finishedAt === null
  const busy = running || staging.running
  const take = (files: DroppedFiles): void => void intake.take(files).then(() => state.refetch())
  const close = (
    <Button type="text" size="small" onClick={onClose}>
      {t('laws:import.close')}
    </Button>
  )
  return (
    <Panel title={t('laws:import.title')} extra={close}>
      <p className="laws-import-explain">{t('laws:import.explain')}</p>
      <div className="laws-import">
        <DropBox disabled={busy} onFiles={take} />
        <NamedFolder disabled={busy} onBegun={() => void state.refetch()} />
      </div>
      <StagingLine state={staging} onStop={() => intake.stop()} />
      <ErrorNotice error={staging.error} />
      <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
      {state.data !== undefined && state.data !== null && <ImportProgress state={state.data} mayStop onReport={onReport} />}
    </Panel>
  )
}

function DropBox({ disabled, onFiles }: { readonly disabled: boolean; readonly onFiles: (files: DroppedFiles) => void }): ReactNode {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const open = (folder: boolean): void => {
    if (input.current === null) return
    input.current.webkitdirectory = folder
    input.current.click()
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    if (!disabled) void filesOf(droppedEntries(event.dataTransfer)).then(onFiles)
  }
  return (
    <div>
      <button
        type="button"
        className={`fs-drop fs-drop-compact ${over ? 'fs-drop-over' : ''}`}
        disabled={disabled}
        onClick={() => open(false)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined aria-hidden className="fs-drop-icon" />
        <span>{t('laws:import.drop')}</span>
        <span className="fs-soft">{t('laws:import.dropHint')}</span>
      </button>
      <Button type="link" size="small" className="fs-drop-folder" icon={<FolderOpenOutlined aria-hidden />} disabled={disabled} onClick={() => open(true)}>
        {t('laws:import.chooseFolder')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-hidden
        accept=".md,.txt,.docx"
        onChange={({ target }) => {
          if (target.files !== null && target.files.length > 0) onFiles(filesOfChosenFolder(target.files))
          target.value = ''
        }}
      />
    </div>
  )
}

function NamedFolder({ disabled, onBegun }: { readonly disabled: boolean; readonly onBegun: () => void }): ReactNode {
  const { t } = useLanguage()
  const { chooseFolder } = useTransport()
  const start = useWrite('laws.import')
  const [folder, setFolder] = useState('')
  const begin = (): void => {
    if (folder.trim() !== '' && !disabled && !start.isPending) start.mutate({ from: 'folder', folder: folder.trim() }, { onSuccess: onBegun })
  }
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder?.()
    if (chosen !== undefined) setFolder(chosen)
  }
  return (
    <div>
      <Field label={t('laws:import.folder')} hint={t('laws:import.folderHint')}>
        {(control) => (
          <div className="laws-folder">
            <TextField {...control} value={folder} maxLength={1000} disabled={disabled} onChange={setFolder} onEnter={begin} />
            {chooseFolder !== undefined && (
              <Button disabled={disabled} onClick={() => void choose()}>
                {t('laws:import.choose')}
              </Button>
            )}
            <Button type="primary" disabled={disabled || folder.trim() === ''} loading={start.isPending} onClick={begin}>
              {t('laws:import.start')}
            </Button>
          </div>
        )}
      </Field>
      <ErrorNotice error={start.error} />
    </div>
  )
}

function StagingLine({ state, onStop }: { readonly state: LawIntakeState; readonly onStop: () => void }): ReactNode {
  const { t } = useLanguage()
  const { running, done, total, stopped, nothing, otherKinds, unreadable, tooMany } = state
  return (
    <div role="status">
      {running && (
        <div className="fs-intake-progress">
          <progress max={Math.max(1, total)} value={done} aria-label={t('laws:import.title')} />
          <span>{t('laws:import.staging', { done, total })}</span>
          <Button size="small" onClick={onStop}>
            {t('laws:import.stop')}
          </Button>
        </div>
      )}
      {stopped && <p className="fs-amber">{t('laws:import.stagingStopped')}</p>}
      {nothing && <p className="fs-amber">{t('laws:import.nothing')}</p>}
      {otherKinds.length > 0 && <p className="fs-soft">{t('laws:import.otherKinds', { count: otherKinds.length, name: otherKinds[0] ?? '' })}</p>}
      {unreadable.length > 0 && <p className="fs-amber">{t('laws:import.unreadable', { count: unreadable.length, name: unreadable[0] ?? '' })}</p>}
      {tooMany && <p className="fs-amber">{t('laws:import.tooMany', { limit: MOST_LAW_FILES })}</p>}
    </div>
  )
}

interface ImportProgressProps {
  readonly state: LawImportState
  readonly mayStop: boolean
  readonly onReport: () => void
}

/** How far the import is, or what it came to. */
export function ImportProgress({ state, mayStop, onReport }: ImportProgressProps): ReactNode {
  const { t } = useLanguage()
  const cancel = useWrite('laws.cancelImport')
  const running = state.finishedAt === null
  const { stage, done, total, added, changed, unchanged, sameVersion, refused } = state
  return (
    <div className="fs-intake-report" role="status">
      <div className="fs-intake-head">
        <strong>{t(`laws:import.stage.${stage}`)}</strong>
        <span className="fs-soft">{t('laws:import.from', { source: state.source })}</span>
        {running && mayStop && (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate({})}>
            {t('laws:import.stop')}
          </Button>
        )}
        {!running && (
          <Button size="small" type="link" onClick={onReport}>
            {t('laws:import.report')}
          </Button>
        )}
      </div>
      {running && (
        <div className="fs-intake-progress">
          {total === 0 ? <progress aria-label={t('laws:import.title')} /> : <progress max={total} value={done} aria-label={t('laws:import.title')} />}
          <span className="fs-figures">{t('laws:import.progress', { done, total })}</span>
        </div>
      )}
      <div>{t('laws:import.counts', { added, changed, unchanged, sameVersion, refused })}</div>
      {state.settled > 0 && <div className="fs-soft">{t('laws:import.settled', { count: state.settled })}</div>}
      {state.failure !== null && <ErrorNotice error={state.failure} />}
      <ErrorNotice error={cancel.error} />
    </div>
  )
}
