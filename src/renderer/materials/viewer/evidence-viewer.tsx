/** The evidence (证据) in place: one document at a time, its pages, its zoom, and a copy to take away. */
import { Button, Dropdown, Empty, Skeleton, Tooltip } from 'antd'
import { DownloadOutlined, FileSearchOutlined, FolderOpenOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { useCallback, useEffect, useState, type ReactNode, type RefObject } from 'react'
import type { FileReference } from '../../../shared/contract/reply.ts'
import { useLanguage } from '../../language/language.ts'
import { useTransport } from '../../transport/calls.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { useErrorToast } from '../../ui/error-toast.ts'
import { DocxView } from './docx-view.tsx'
import { materialIdOf, type EvidenceDocument, type EvidenceTarget, type ShownPlace } from './evidence-document.ts'
import { EvidenceToolbar } from './evidence-toolbar.tsx'
import { ImageView } from './image-view.tsx'
import { useOpenedFile, type StoredFile } from './opened-file.ts'
import { PdfView, type PdfTarget } from './pdf-view.tsx'
import { ReadTextView } from './read-text-view.tsx'
import { saveCopy } from './save-copy.ts'
import { TextView } from './text-view.tsx'
import { viewerKind, type ViewerKind } from './viewer-kind.ts'
import './evidence-viewer.css'

/** Documents that stay as tabs, the one opened last first. */
const TABS = 4

export interface EvidenceViewerProps {
  readonly documents: readonly EvidenceDocument[]
  readonly target: EvidenceTarget | null
  readonly onChoose: (reference: FileReference) => void
  /** Kept up to date with what is on screen, without drawing anything anew. */
  readonly place?: RefObject<ShownPlace | null> | undefined
  readonly frame?: RefObject<HTMLElement | null> | undefined
}

export function EvidenceViewer({ documents, target, onChoose, place, frame }: EvidenceViewerProps): ReactNode {
  const { t } = useLanguage()
  const recent = useRecent(target?.reference ?? null)
  const current = documents.find((one) => one.reference === target?.reference)
  const tabs = recent.flatMap((reference) => documents.find((one) => one.reference === reference) ?? [])
  useEffect(() => {
    if (current === undefined && place !== undefined) place.current = null
  }, [current, place])
  return (
    <section className="evidence" aria-label={t('materials:viewer.title')} ref={frame}>
      <div className="evidence-tabs" role="group" aria-label={t('materials:viewer.documents')}>
        {tabs.map((one) => (
          <button
            key={one.reference}
            type="button"
            className="evidence-tab"
            aria-current={one === current ? 'true' : undefined}
            title={one.name}
            onClick={() => onChoose(one.reference)}
          >
            {one.name}
          </button>
        ))}
        <Dropdown
          trigger={['click']}
          menu={{
            items: documents.map((one) => ({ key: one.reference, label: one.name })),
            onClick: ({ key }) => onChoose(key as FileReference),
            className: 'evidence-menu',
          }}
        >
          <Button type="text" size="small" icon={<FolderOpenOutlined aria-hidden />} disabled={documents.length === 0}>
            {t('materials:viewer.all', { count: documents.length })}
          </Button>
        </Dropdown>
      </div>
      {current === undefined || target === null ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          className="evidence-waiting"
          description={t(documents.length === 0 ? 'materials:viewer.noDocuments' : 'materials:viewer.choose')}
        />
      ) : (
        <ShownDocument key={current.reference} shown={current} target={target} place={place} />
      )}
    </section>
  )
}

function useRecent(reference: FileReference | null): readonly FileReference[] {
  const [recent, setRecent] = useState<readonly FileReference[]>([])
  useEffect(() => {
    if (reference === null) return
    setRecent((known) => (known.includes(reference) ? known : [reference, ...known].slice(0, TABS)))
  }, [reference])
  return recent
}

interface ShownDocumentProps {
  readonly shown: EvidenceDocument
  readonly target: EvidenceTarget
  readonly place: RefObject<ShownPlace | null> | undefined
}

const ZOOMS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3] as const

function stepped(zoom: number, step: 1 | -1): number {
  const at = ZOOMS.findIndex((one) => one >= zoom - 0.001)
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + step))] ?? 1
}

function ShownDocument({ shown, target, place }: ShownDocumentProps): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const kind = viewerKind(shown.mediaType, shown.name, shown.size)
  const [attempt, setAttempt] = useState(0)
  const [zoom, setZoom] = useState(1)
  const [pages, setPages] = useState(0)
  const [page, setPage] = useState(target.page)
  const materialId = materialIdOf(shown.reference)
  const [asRead, setAsRead] = useState(kind === 'none' && materialId !== null)
  const [missed, setMissed] = useState(false)
  const onSought = useCallback((found: boolean) => setMissed(!found), [])
  const [jump, setJump] = useState<PdfTarget>(() => jumpTo(target, 0, onSought))
  const opened = useOpenedFile(kind === 'none' ? null : shown.reference, attempt)

  useEffect(() => {
    setMissed(false)
    setJump((old) => jumpTo(target, old.turn + 1, onSought))
    setPage(target.page)
  }, [target, onSought])
  useEffect(() => {
    if (place !== undefined) place.current = { reference: shown.reference, page: kind === 'pdf' ? page : null }
  }, [place, shown.reference, page, kind])

  const goTo = useCallback((next: number) => {
    setJump((old) => ({ page: next, passage: null, turn: old.turn + 1 }))
    setPage(next)
  }, [])
  const copy = (): void => void saveCopy(transport, shown.reference, shown.name).catch(toast)

  return (
    <>
      <div className="evidence-bar">
        {kind === 'pdf' && pages > 0 && !asRead && <EvidenceToolbar page={page} pages={pages} onPage={goTo} />}
        <span className="evidence-space" />
        {materialId !== null && (
          <Button
            type={asRead ? 'default' : 'text'}
            size="small"
            icon={<FileSearchOutlined aria-hidden />}
            aria-pressed={asRead}
            onClick={() => {
              setMissed(false)
              setAsRead(!asRead)
            }}
          >
            {t('materials:viewer.asRead')}
          </Button>
        )}
        {(kind !== 'none' || asRead) && (
          <>
            <Button type="text" size="small" icon={<MinusOutlined aria-hidden />} aria-label={t('materials:viewer.smaller')} onClick={() => setZoom(stepped(zoom, -1))} />
            <Tooltip title={t('materials:viewer.fit')}>
              <Button type="text" size="small" onClick={() => setZoom(1)} aria-label={t('materials:viewer.fit')}>
                {`${Math.round(zoom * 100)}%`}
              </Button>
            </Tooltip>
            <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} aria-label={t('materials:viewer.larger')} onClick={() => setZoom(stepped(zoom, 1))} />
          </>
        )}
        <Tooltip title={t('materials:saveCopy')}>
          <Button type="text" size="small" icon={<DownloadOutlined aria-hidden />} aria-label={t('materials:saveCopy')} onClick={copy} />
        </Tooltip>
      </div>
      {missed && !asRead && jump.passage !== null && (
        <div className="evidence-missed" role="status">
          {t(materialId === null ? 'materials:viewer.missedPlain' : 'materials:viewer.missed', { words: jump.passage })}
        </div>
      )}
      {asRead && materialId !== null && <ReadTextView materialId={materialId} zoom={zoom} target={jump} />}
      {!asRead && kind === 'none' && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="evidence-waiting" description={t('materials:viewer.noPreview')}>
          <Button onClick={copy}>{t('materials:saveCopy')}</Button>
        </Empty>
      )}
      {!asRead && kind !== 'none' && opened.state === 'loading' && <Skeleton active paragraph={{ rows: 10 }} className="evidence-waiting" />}
      {!asRead && opened.state === 'failed' && (
        <div className="evidence-waiting">
          <ErrorNotice error={opened.error} />
          <Button onClick={() => setAttempt(attempt + 1)}>{t('materials:viewer.retry')}</Button>
        </div>
      )}
      {!asRead && opened.state === 'ready' && <Original file={opened.file} kind={kind} zoom={zoom} jump={jump} onPages={setPages} onPage={setPage} />}
    </>
  )
}

function jumpTo({ page, passage = null, context }: EvidenceTarget, turn: number, onSought: (found: boolean) => void): PdfTarget {
  return { page, passage, context, turn, onSought }
}

interface OriginalProps {
  readonly file: StoredFile
  readonly kind: ViewerKind
  readonly zoom: number
  readonly jump: PdfTarget
  readonly onPages: (count: number) => void
  readonly onPage: (page: number) => void
}

function Original({ file, kind, zoom, jump, onPages, onPage }: OriginalProps): ReactNode {
  const { onSought, passage } = jump
  useEffect(() => {
    // a picture has no words that could be marked
    if (kind === 'image' && passage !== null) onSought?.(false)
  }, [kind, passage, onSought, jump])
  if (kind === 'pdf') return <PdfView file={file} zoom={zoom} target={jump} onPages={onPages} onPage={onPage} />
  if (kind === 'docx') return <DocxView file={file} zoom={zoom} sought={jump} />
  if (kind === 'image') return <ImageView file={file} zoom={zoom} />
  return kind === 'text' ? <TextView file={file} zoom={zoom} sought={jump} /> : null
}
