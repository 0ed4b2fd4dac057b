/** Takes files by drop or choice and reads each into the station; what fails says why, file by file. */
import { CheckCircleFilled, CloseOutlined, FolderOpenOutlined, InboxOutlined, ReloadOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useId, useRef, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react'
import type { StagedFile } from '../../shared/contract/reply.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { useLanguage } from '../language/language.ts'
import { chosenFiles, droppedEntries, filesOf, filesOfChosenFolder, type DroppedFiles } from './dropped-files.ts'
import { errorInWords } from './error-words.ts'
import type { FileIntake, IntakeRow } from './file-intake.ts'
import { formatSize } from './formats.ts'
import { IntakeProgress, IntakeReport } from './intake-report.tsx'
import { useFileIntake } from './use-file-intake.ts'

export interface FileDropProps {
  /** Called as soon as one file is in; the parent decides what becomes of it. */
  readonly onStaged?: ((file: StagedFile) => void | Promise<void>) | undefined
  /** In place of `onStaged`: folders are walked, archives unpacked, and what is in them comes in batches. */
  readonly onBatch?: ((files: readonly StagedFile[]) => void | Promise<void>) | undefined
  /** With `onBatch`: names of the files that are there already, by hash. */
  readonly known?: ReadonlyMap<string, string> | undefined
  /** Under this name the intake goes on while its screen is closed, and is shown again when it is open. */
  readonly keptAs?: string | undefined
  /** With `onBatch`: what was dropped elsewhere for this box, asked for once; null where nothing was. */
  readonly carried?: (() => Promise<DroppedFiles> | null) | undefined
  /** Called when all files of one drop have been tried. */
  readonly onFinished?: (() => void) | undefined
  readonly multiple?: boolean | undefined
  /** Extensions for the chooser, such as `.p12,.pfx`. */
  readonly accept?: string | undefined
  readonly disabled?: boolean | undefined
  readonly label?: string | undefined
  readonly hint?: string | undefined
  /** Files that went in stay listed here; leave out where the parent lists them itself. */
  readonly showTaken?: boolean | undefined
  /** A slimmer box. */
  readonly compact?: boolean | undefined
}

export function FileDrop(props: FileDropProps): ReactNode {
  const { multiple = true, disabled = false, showTaken = false } = props
  const { t } = useLanguage()
  const folders = props.onBatch !== undefined
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const hintId = useId()
  const { intake, state } = useFileIntake(props)
  const { carried } = props
  useEffect(() => void carried?.()?.then((found) => intake.add(found)), [carried, intake])

  const take = (files: readonly File[]): void => {
    if (disabled || files.length === 0) return
    if (!multiple) intake.clear()
    intake.add(chosenFiles(multiple ? files : files.slice(0, 1)))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    if (disabled) return
    const entries = droppedEntries(event.dataTransfer)
    if (folders) {
      void filesOf(entries).then((found) => intake.add(found))
      return
    }
    const isFolder = new Set(entries.flatMap((entry) => (entry.isDirectory ? [entry.name] : [])))
    for (const name of isFolder) intake.refuse(name, new FashenError('file-is-folder', { name }))
    take([...event.dataTransfer.files].filter((file) => !isFolder.has(file.name)))
  }
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const { files, webkitdirectory } = event.target
    if (files !== null && webkitdirectory) intake.add(filesOfChosenFolder(files))
    else take([...(files ?? [])])
    event.target.value = ''
    event.target.webkitdirectory = false
  }
  /** One field for both ways of choosing; it says by a property which dialog it opens. */
  const openDialog = (folder: boolean): void => {
    if (input.current === null) return
    input.current.webkitdirectory = folder
    input.current.click()
  }
  return (
    <div>
      <button
        type="button"
        className={`fs-drop ${over ? 'fs-drop-over' : ''} ${props.compact === true ? 'fs-drop-compact' : ''}`}
        disabled={disabled}
        aria-describedby={hintId}
        onClick={() => openDialog(false)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined aria-hidden className="fs-drop-icon" />
        <span>{props.label ?? t(folders ? 'ui:file.dropAll' : multiple ? 'ui:file.drop' : 'ui:file.dropOne')}</span>
        <span id={hintId} className="fs-soft">
          {props.hint ?? t('ui:file.hint')}
        </span>
      </button>
      {folders && (
        <Button type="link" size="small" className="fs-drop-folder" icon={<FolderOpenOutlined aria-hidden />} disabled={disabled} onClick={() => openDialog(true)}>
          {t('ui:file.chooseFolder')}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden
        multiple={multiple}
        {...(props.accept === undefined ? {} : { accept: props.accept })}
        onChange={choose}
      />
      <IntakeProgress state={state} onStop={() => intake.stop()} />
      <FileRows rows={[...(showTaken ? state.rows : []), ...state.failed]} intake={intake} />
      {folders && <IntakeReport state={state} onClose={() => intake.clear()} />}
    </div>
  )
}

/** Rows drawn at once; more of them are counted. */
const ROWS_SHOWN = 30

function FileRows({ rows, intake }: { readonly rows: readonly IntakeRow[]; readonly intake: FileIntake }): ReactNode {
  const { language, t } = useLanguage()
  const [shown, setShown] = useState(ROWS_SHOWN)
  if (rows.length === 0) return null
  return (
    <>
      <ul className="fs-drop-list">
        {rows.slice(0, shown).map((row) => {
          const words = row.state === 'failed' ? errorInWords(row.error, language) : null
          return (
            <li key={row.id} className={`fs-drop-${row.state}`}>
              {row.state === 'taken' ? <CheckCircleFilled className="fs-green" aria-hidden /> : <WarningFilled className="fs-red" aria-hidden />}
              <span className="fs-drop-name">{row.name}</span>
              <span className="fs-soft">{formatSize(row.size)}</span>
              {words === null ? null : (
                <span className="fs-drop-error" role="alert">
                  {words.what} {words.next}
                </span>
              )}
              {row.state === 'failed' && row.file !== null ? (
                <Button type="text" size="small" icon={<ReloadOutlined aria-hidden />} aria-label={t('ui:file.again')} onClick={() => intake.retry(row.id)} />
              ) : null}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={t('ui:file.dismiss', { name: row.name })}
                onClick={() => intake.dismiss(row.id)}
              />
            </li>
          )
        })}
      </ul>
      {rows.length > shown && (
        <Button type="link" size="small" onClick={() => setShown(shown + ROWS_SHOWN * 5)}>
          {t('ui:file.moreRows', { count: rows.length - shown })}
        </Button>
      )}
    </>
  )
}
