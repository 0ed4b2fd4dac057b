/** Takes files by drop or choice and reads each into the station; what fails says why, file by file. */
import {
  CheckCircleFilled,
  CloseOutlined,
  InboxOutlined,
  LoadingOutlined,
  ReloadOutlined,
  WarningFilled,
} from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useRef, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react'
import { errorFromJson, FashenError } from '../../shared/errors/errors.ts'
import type { StagedFile } from '../../shared/contract/reply.ts'
import { FILE_SIZE_LIMIT } from '../../shared/materials/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useTransport } from '../transport/calls.ts'
import { errorInWords } from './error-words.ts'
import { formatSize } from './formats.ts'

export interface FileDropProps {
  /** Called as soon as one file is in; the parent decides what becomes of it. */
  readonly onStaged: (file: StagedFile) => void | Promise<void>
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

interface Row {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly file: File | null
  readonly state: 'waiting' | 'reading' | 'taken' | 'failed'
  readonly error: unknown
}

/** Folders that were dropped: the browser gives them as files that cannot be read. */
function namesOfFolders(transfer: DataTransfer): ReadonlySet<string> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  return new Set(entries.flatMap((entry) => (entry?.isDirectory === true ? [entry.name] : [])))
}

export function FileDrop(props: FileDropProps): ReactNode {
  const { multiple = true, disabled = false, showTaken = false } = props
  const { language, t } = useLanguage()
  const transport = useTransport()
  const input = useRef<HTMLInputElement>(null)
  const [rows, setRows] = useState<readonly Row[]>([])
  const [over, setOver] = useState(false)
  const nextId = useRef(1)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const hintId = useId()

  const update = (id: number, change: Partial<Row>): void =>
    setRows((current) => current.map((row) => (row.id === id ? { ...row, ...change } : row)))

  const read = async (row: Row): Promise<void> => {
    if (row.file === null) return
    update(row.id, { state: 'reading', error: null })
    try {
      // Said at once: a browser sends the whole of a refused file before it reads the answer.
      if (row.size > FILE_SIZE_LIMIT) throw new FashenError('file-too-large', { name: row.name, size: row.size, limit: FILE_SIZE_LIMIT })
      const reply = await transport.stage(row.file)
      if (!reply.ok) throw errorFromJson(reply.error)
      await props.onStaged(reply.value)
      update(row.id, { state: 'taken' })
      if (!showTaken) setRows((current) => current.filter((one) => one.id !== row.id))
    } catch (error) {
      update(row.id, { state: 'failed', error })
    }
  }

  const take = (files: readonly File[], folders: ReadonlySet<string> = new Set()): void => {
    if (disabled || files.length === 0) return
    const chosen = multiple ? files : files.slice(0, 1)
    const added = chosen.map((file): Row => {
      const isFolder = folders.has(file.name)
      const id = nextId.current++
      const error = isFolder ? new FashenError('file-is-folder', { name: file.name }) : null
      return {
        id,
        name: file.name,
        size: file.size,
        file: isFolder ? null : file,
        state: isFolder ? 'failed' : 'waiting',
        error,
      }
    })
    setRows((current) => [...(multiple ? current.filter((row) => row.state !== 'taken') : []), ...added])
    // One after another: reading several large files at once is slower on an old disk, and harder to follow.
    queue.current = queue.current
      .then(async () => {
        for (const row of added) await read(row)
      })
      .then(() => props.onFinished?.())
  }

  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files], namesOfFolders(event.dataTransfer))
  }
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    take([...(event.target.files ?? [])])
    event.target.value = ''
  }
  const open = rows.filter((row) => row.state === 'waiting' || row.state === 'reading').length
  const state = over ? 'fs-drop-over' : ''
  return (
    <div>
      <button
        type="button"
        className={`fs-drop ${state} ${props.compact === true ? 'fs-drop-compact' : ''}`}
        disabled={disabled}
        aria-describedby={hintId}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined aria-hidden className="fs-drop-icon" />
        <span>{props.label ?? t(multiple ? 'ui:file.drop' : 'ui:file.dropOne')}</span>
        <span id={hintId} className="fs-soft">
          {props.hint ?? t('ui:file.hint')}
        </span>
      </button>
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
      {open > 1 ? (
        <div className="fs-soft" role="status">
          {t('ui:file.progress', { done: rows.length - open + 1, total: rows.length })}
        </div>
      ) : null}
      <ul className="fs-drop-list">
        {rows.map((row) => (
          <li key={row.id} className={`fs-drop-${row.state}`}>
            <StateIcon state={row.state} />
            <span className="fs-drop-name">{row.name}</span>
            <span className="fs-soft">{row.state === 'waiting' ? t('ui:file.waiting') : formatSize(row.size)}</span>
            {row.state === 'failed' ? (
              <span className="fs-drop-error" role="alert">
                {errorInWords(row.error, language).what} {errorInWords(row.error, language).next}
              </span>
            ) : null}
            {row.state === 'failed' && row.file !== null ? (
              <Button
                type="text"
                size="small"
                icon={<ReloadOutlined aria-hidden />}
                aria-label={t('ui:file.again')}
                onClick={() => void read(row)}
              />
            ) : null}
            {row.state === 'failed' || row.state === 'taken' ? (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={t('ui:file.dismiss', { name: row.name })}
                onClick={() => setRows((current) => current.filter((one) => one.id !== row.id))}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function StateIcon({ state }: { state: Row['state'] }): ReactNode {
  if (state === 'taken') return <CheckCircleFilled className="fs-green" aria-hidden />
  if (state === 'failed') return <WarningFilled className="fs-red" aria-hidden />
  return <LoadingOutlined aria-hidden spin={state === 'reading'} />
}
