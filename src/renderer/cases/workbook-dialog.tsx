/** A workbook (XLSX) that the core makes with progress, fetched once it is done, and saved the way the shell saves. */
import { Button, Modal, Progress } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ListExport } from '../../shared/cases/contract.ts'
import type { FileReference } from '../../shared/contract/reply.ts'
import { errorFromJson, FashenError } from '../../shared/errors/errors.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useTransport, type CallOnce } from '../transport/calls.ts'
import type { Transport } from '../transport/transport.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatSize } from '../ui/formats.ts'
import { saveFile } from '../ui/save-file.ts'

/** Milliseconds between two questions how far it is. */
const ASKED_EVERY = 150
async function save(transport: Transport, { reference, name }: NonNullable<ListExport['file']>): Promise<void> {
  const reply = await transport.openFile(reference as FileReference)
  if (!reply.ok) throw errorFromJson(reply.error)
  saveFile(name, reply.value.bytes)
}

/** Resolves with the file, or with undefined once it was cancelled. */
async function follow(call: CallOnce, exportId: string, tell: (state: ListExport) => void): Promise<ListExport['file']> {
  for (;;) {
    const state = await call('cases.exportState', { exportId })
    if (state === null || state.state === 'cancelled') return null
    tell(state)
    if (state.state === 'failed') throw new FashenError('internal', { reference: 'cases.export' })
    if (state.file !== null) return state.file
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY))
  }
}

interface Going {
  readonly done: number
  readonly total: number
  readonly file: ListExport['file']
  readonly error: FashenError | null
}

export interface WorkbookDialogProps {
  readonly count: number
  /** Which feature's words tell of it. */
  readonly words: 'cases:export' | 'ledger:export'
  /** Asks the core to begin; called once, and again when it is tried again. */
  readonly begin: (call: CallOnce) => Promise<{ readonly exportId: string }>
  readonly onClose: () => void
}

export function WorkbookDialog({ count, words, begin, onClose }: WorkbookDialogProps): ReactNode {
  const { t } = useLanguage()
  const call = useCallOnce()
  const transport = useTransport()
  const [going, setGoing] = useState<Going>({ done: 0, total: count, file: null, error: null })
  const id = useRef<string | null>(null)
  const wanted = useRef(begin)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let over = false
    const work = async (): Promise<void> => {
      try {
        const { exportId } = await wanted.current(call)
        id.current = exportId
        const file = await follow(call, exportId, (state) => {
          if (!over) setGoing({ done: state.done, total: state.total, file: null, error: null })
        })
        if (over || file === null) return
        await save(transport, file)
        setGoing((before) => ({ ...before, file }))
      } catch (error) {
        if (!over) setGoing((before) => ({ ...before, error: error as FashenError }))
      }
    }
    void work()
    return () => {
      over = true
    }
  }, [call, transport, attempt])
  const close = (): void => {
    if (going.file === null && id.current !== null) void call('cases.cancelExport', { exportId: id.current }).catch(() => undefined)
    onClose()
  }
  const again = (): void => {
    setGoing({ done: 0, total: count, file: null, error: null })
    setAttempt(attempt + 1)
  }
  const { file, done, total, error } = going
  return (
    <Modal
      open
      title={t(`${words}.title`)}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <Button type={file === null ? 'default' : 'primary'} onClick={close}>
          {t(file === null ? 'ui:cancel' : 'ui:close')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={again} />
      {error === null ? (
        <>
          <Progress
            percent={file === null ? Math.floor((done / Math.max(1, total)) * 99) : 100}
            status={file === null ? 'active' : 'success'}
            aria-label={t(`${words}.title`)}
          />
          <p role="status">
            {file === null
              ? t(`${words}.going`, { done, total })
              : t(`${words}.done`, { name: file.name, total, size: formatSize(file.size) })}
          </p>
          <p className="fs-soft">{t(`${words}.hint`)}</p>
        </>
      ) : null}
    </Modal>
  )
}
