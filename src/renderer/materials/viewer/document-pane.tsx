/** One document in the evidence pane, with its own tools. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { FileLook } from '../../../shared/materials/file-look.ts'
import { useLanguage } from '../../language/language.ts'
import { useRead, useTransport } from '../../transport/calls.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useErrorToast } from '../../ui/error-toast.ts'
import { isTypingPlace } from '../../ui/shortcut.ts'
import { isComposingKey } from '../../ui/text-field.tsx'
import { useCopyText } from './document-acts.ts'
import { documentCommand, type DocumentCommand } from './document-keys.ts'
import { remembered, type DocumentMemory, type Memories } from './document-memory.ts'
import { DocumentMenu, useMenuItems } from './document-menu.tsx'
import { useDocumentWords, type DocumentWords } from './document-words.ts'
import { materialIdOf, PDF, type EvidenceDocument, type EvidenceTarget, type ShownPlace } from './evidence-document.ts'
import { EvidenceToolbar, type InputNumberRef } from './evidence-toolbar.tsx'
import { FileNotices, NotShownHere } from './file-notices.tsx'
import { FindBar } from './find-bar.tsx'
import { useFileProblem } from './file-problem.ts'
import { openAhead } from './opened-pdf.ts'
import { pagedPdf, type PagedDocument } from './paged-words.ts'
import type { PdfTarget } from './pdf-view.tsx'
import { printablePdf, PrintPages, printShown } from './print-document.tsx'
import { PrintTiff } from './print-tiff.tsx'
import { ReadTextView } from './read-text-view.tsx'
import { turned } from './region.ts'
import { useRegionMarking } from './region-marking.ts'
import { saveCopy } from './save-copy.ts'
import { ShownFile } from './shown-file.tsx'
import { showingOf, type Showing } from './viewer-kind.ts'
import { FIT_WIDTH, steppedZoom, textZoom } from './zoom.ts'

/** What the pane around it offers to a document. */
export interface PaneActs {
  /** Tells what is on screen, where this side is the one that counts. */
  readonly onPlace: (place: ShownPlace) => void
  readonly onPin?: (() => void) | undefined
  readonly onBeside?: ((page: number) => void) | undefined
  readonly onOtherSide?: (() => void) | undefined
  readonly onFindAll?: ((words: string) => void) | undefined
  /** This is the side that counts. */
  readonly active: boolean
  /** Counts the times that Ctrl+F was pressed anywhere in the window. */
  readonly findTurn: number
}

interface DocumentPaneProps extends PaneActs {
  readonly shown: EvidenceDocument
  readonly target: EvidenceTarget
  readonly memories: Memories
}

export function DocumentPane(props: DocumentPaneProps): ReactNode {
  const { reference, mediaType, size } = props.shown
  const transport = useTransport()
  const look = useRead('materials.look', { reference }, { staleTime: Infinity })
  const looking = look.data === undefined
  useEffect(() => {
    // together with the first look, not after it; where that tells that it is none, it is closed again
    if (looking && mediaType === PDF && size > 0) openAhead({ transport, reference, size })
  }, [looking, transport, reference, mediaType, size])
  const problem = useFileProblem(reference, look.data !== undefined)
  if (look.error !== null) return <ErrorNotice error={look.error} onRetry={() => void look.refetch()} className="evidence-waiting" />
  if (problem !== null) return <ErrorNotice error={problem} className="evidence-waiting" />
  if (look.data === undefined) return <Waiting rows={10} className="evidence-waiting" />
  return <LookedAt {...props} look={look.data} showing={showingOf(look.data)} />
}

interface LookedAtProps extends DocumentPaneProps {
  readonly look: FileLook
  readonly showing: Showing
}

function jumpTo({ page, passage = null, context }: EvidenceTarget, turn: number, onSought: (found: boolean) => void): PdfTarget {
  return { page, passage, context, turn, onSought }
}

/** Where the document is: its page, the place jumped to last, and how it is shown. */
function useDocumentView({ shown: { reference }, target, memories }: DocumentPaneProps) {
  const [view, setView] = useState<DocumentMemory>(() => ({ ...remembered(memories, reference), page: target.page }))
  const [pages, setPages] = useState(0)
  const [percent, setPercent] = useState(100)
  const [missed, setMissed] = useState(false)
  const onSought = useCallback((found: boolean) => setMissed(!found), [])
  const [jump, setJump] = useState<PdfTarget>(() => jumpTo(target, 0, onSought))
  const first = useRef(target)
  useEffect(() => {
    if (first.current === target) return
    first.current = target
    setMissed(false)
    setJump((old) => jumpTo(target, old.turn + 1, onSought))
    setView((old) => ({ ...old, page: target.page }))
  }, [target, onSought])
  useEffect(() => {
    memories.set(reference, view)
  }, [memories, reference, view])
  const goTo = useCallback((page: number) => {
    setJump((old) => ({ page, passage: null, turn: old.turn + 1 }))
    setView((old) => ({ ...old, page }))
  }, [])
  const onPage = useCallback((page: number) => setView((old) => (old.page === page ? old : { ...old, page })), [])
  const change = useCallback((part: Partial<DocumentMemory>) => setView((old) => ({ ...old, ...part })), [])
  return { view, change, pages, setPages, percent, setPercent, missed, setMissed, jump, goTo, onPage }
}

function useKeys(run: (command: DocumentCommand) => boolean) {
  return (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposingKey(event)) return
    const command = documentCommand(event, isTypingPlace(event.target))
    if (command === null || !run(command)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function useWheelZoom(frame: RefObject<HTMLElement | null>, zoomBy: (step: 1 | -1) => void): void {
  const latest = useRef(zoomBy)
  latest.current = zoomBy
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      latest.current(event.deltaY < 0 ? 1 : -1)
    }
    // the window would zoom as a whole
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [frame])
}

/** What was marked on goes away with the focus on it: the keys of the document are heard on. */
function useFocusBack(frame: RefObject<HTMLElement | null>, active: boolean): void {
  const before = useRef(active)
  useEffect(() => {
    if (before.current && !active) frame.current?.querySelector<HTMLElement>('.evidence-scroll')?.focus({ preventScroll: true })
    before.current = active
  }, [frame, active])
}

/** What words can be looked for in page by page; null where the document is on screen as a whole. */
function usePaged(pdf: PDFDocumentProxy | null, pictures: number): PagedDocument | null {
  return useMemo(() => (pdf !== null ? pagedPdf(pdf) : pictures > 0 ? { pages: pictures, textOf: null } : null), [pdf, pictures])
}

/** Where pages are shown one at a time, the one with the current place of the words is. */
function useFoundPage(wanted: boolean, { onPages }: DocumentWords, goTo: (page: number) => void): void {
  const current = onPages?.current ?? null
  useEffect(() => {
    if (wanted && current !== null) goTo(current.page)
  }, [wanted, current, goTo])
}

function LookedAt(props: LookedAtProps): ReactNode {
  const { shown, target, look, showing, onPlace, onPin, onBeside, onOtherSide, onFindAll, active, findTurn } = props
  const { t } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const frame = useRef<HTMLDivElement>(null)
  const pageField = useRef<InputNumberRef>(null)
  const { view, change, pages, setPages, percent, setPercent, missed, setMissed, jump, goTo, onPage } = useDocumentView(props)
  const materialId = materialIdOf(shown.reference)
  const [asRead, setAsRead] = useState(showing.kind === 'none' && showing.why === 'xlsx' && materialId !== null)
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [printing, setPrinting] = useState(false)
  const isPdf = showing.kind === 'pdf' && !asRead
  const isTiff = showing.kind === 'tiff' && !asRead
  const paged = (isPdf || isTiff) && pages > 0
  const marks = isPdf || isTiff || (showing.kind === 'image' && !asRead)
  const isPicture = marks && !isPdf
  const wordsOn = usePaged(isPdf ? pdf : null, isTiff ? pages : isPicture ? 1 : 0)
  const words = useDocumentWords(wordsOn, materialId, view.page)
  useFoundPage(isTiff, words, goTo)
  const mayPin = onPin !== undefined && materialId !== null
  const marking = useRegionMarking(target, view.page)
  const { marked, clear } = marking
  useEffect(() => {
    const region = marked === null ? {} : { region: marked }
    onPlace({ reference: shown.reference, page: marked?.page ?? (isPdf || isTiff ? view.page : null), ...region, onPinned: clear })
  }, [onPlace, shown.reference, view.page, isPdf, isTiff, marked, clear])
  useFocusBack(frame, marking.active)
  const copy = useCopyText({ frame, pdf: isPdf ? pdf : null, materialId })
  const save = (): void => void saveCopy(transport, shown.reference, shown.name).catch(toast)
  const zoomBy = (step: 1 | -1): void => change({ zoom: steppedZoom(marks ? percent : textZoom(view.zoom) * 100, step) })
  const toggleRead = (): void => {
    setMissed(false)
    setAsRead(!asRead)
  }
  const print = (): void => {
    if (isPdf) setPrinting(pdf !== null)
    else if (isTiff && pages > 1) setPrinting(true)
    else void printShown(frame.current?.querySelectorAll('.evidence-paper, .evidence-image') ?? [])
  }
  const closeFind = (): void => {
    words.close()
    frame.current?.querySelector<HTMLElement>('.evidence-scroll')?.focus({ preventScroll: true })
  }
  const visible = showing.kind !== 'none' || asRead
  useWheelZoom(frame, zoomBy)
  const { show } = words
  const seenTurn = useRef(findTurn)
  useEffect(() => {
    if (seenTurn.current !== findTurn && active) show()
    seenTurn.current = findTurn
  }, [findTurn, active, show])

  const acts: Readonly<Record<DocumentCommand, (() => void) | undefined>> = {
    find: visible ? words.show : undefined,
    findNext: words.open ? () => words.step(1) : undefined,
    findPrevious: words.open ? () => words.step(-1) : undefined,
    findAll: onFindAll === undefined ? undefined : () => onFindAll(words.words),
    larger: () => zoomBy(1),
    smaller: () => zoomBy(-1),
    fitWidth: () => change({ zoom: FIT_WIDTH }),
    fitPage: marks ? () => change({ zoom: { kind: 'page' } }) : undefined,
    turnRight: marks ? () => change({ rotation: turned(view.rotation, 90) }) : undefined,
    turnLeft: marks ? () => change({ rotation: turned(view.rotation, -90) }) : undefined,
    thumbnails: isPdf ? () => change({ thumbnails: !view.thumbnails }) : undefined,
    mark: marks && mayPin ? marking.toggle : undefined,
    beside: onBeside === undefined ? undefined : () => onBeside(view.page),
    otherSide: onOtherSide,
    goTo: paged ? () => pageField.current?.focus({ cursor: 'all' }) : undefined,
    nextPage: paged && view.page < pages ? () => goTo(view.page + 1) : undefined,
    previousPage: paged && view.page > 1 ? () => goTo(view.page - 1) : undefined,
    print: visible ? print : undefined,
    asRead: materialId === null ? undefined : toggleRead,
    leave: marking.active || marked !== null ? marking.clear : words.open ? closeFind : undefined,
  }
  const onKeyDown = useKeys((command) => {
    acts[command]?.()
    return acts[command] !== undefined
  })
  const menu = useMenuItems({ acts, page: isPdf ? view.page : null, copy, onPin: mayPin ? onPin : undefined, save })
  return (
    <div className="evidence-document" onKeyDown={onKeyDown}>
      <EvidenceToolbar
        pages={paged ? { page: view.page, pages, onPage: goTo, field: pageField } : null}
        thumbnails={isPdf ? { shown: view.thumbnails, toggle: () => acts.thumbnails?.() } : null}
        zoom={visible ? { percent: marks ? percent : Math.round(textZoom(view.zoom) * 100), onZoom: (zoom) => change({ zoom }), onStep: zoomBy, fitsPage: marks } : null}
        onTurn={marks ? () => acts.turnRight?.() : null}
        find={visible ? { shown: words.open, toggle: words.open ? closeFind : words.show } : null}
        marking={marks && mayPin ? { active: marking.active, toggle: marking.toggle } : null}
        onPin={mayPin ? onPin : undefined}
        asRead={materialId === null ? null : { shown: asRead, toggle: toggleRead }}
        onSave={save}
        menu={menu}
      />
      {words.open && (
        <FindBar
          words={words.words}
          at={words.at}
          count={words.count}
          looking={words.looking}
          pages={pages}
          snippet={words.snippet}
          turn={words.turn}
          onWords={words.setWords}
          onStep={words.step}
          onClose={closeFind}
          onAll={onFindAll === undefined ? undefined : () => onFindAll(words.words)}
        />
      )}
      <div className="evidence-notices">
        <FileNotices look={look} />
        {marking.active && (
          <div className="evidence-missed" role="status">
            {t('materials:viewer.region.how')}
          </div>
        )}
        {marked !== null && !marking.active && (
          <div className="evidence-missed" role="status">
            {t('materials:viewer.region.ready')}
          </div>
        )}
        {missed && !asRead && jump.passage !== null && (
          <div className="evidence-missed" role="status">
            {t(materialId === null ? 'materials:viewer.missedPlain' : 'materials:viewer.missed', { words: jump.passage })}
          </div>
        )}
      </div>
      <DocumentMenu menu={menu} frame={frame}>
        {asRead && materialId !== null && <ReadTextView materialId={materialId} zoom={textZoom(view.zoom)} target={jump} finding={words.inView} />}
        {!asRead && showing.kind === 'none' && <NotShownHere why={showing.why} look={look} onSave={save} onAsRead={materialId === null ? undefined : toggleRead} />}
        {!asRead && showing.kind !== 'none' && (
          <ShownFile
            reference={shown.reference}
            look={look}
            kind={showing.kind}
            zoom={view.zoom}
            rotation={view.rotation}
            page={view.page}
            jump={jump}
            words={words}
            marking={marking.onPages}
            thumbnails={view.thumbnails}
            onPages={setPages}
            onPage={onPage}
            onPercent={setPercent}
            onOpened={setPdf}
            onGoTo={goTo}
          />
        )}
      </DocumentMenu>
      {printing && isPdf && pdf !== null && <PrintPages pages={printablePdf(pdf)} name={shown.name} page={view.page} onClose={() => setPrinting(false)} />}
      {printing && isTiff && <PrintTiff reference={shown.reference} name={shown.name} page={view.page} count={pages} onClose={() => setPrinting(false)} />}
    </div>
  )
}
