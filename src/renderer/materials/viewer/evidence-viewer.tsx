/** The evidence (证据) in place: a document, or two side by side, each with its own tools. */
import { Button, Dropdown, Empty, Tooltip } from 'antd'
import { CloseOutlined, FolderOpenOutlined } from '@ant-design/icons'
import { useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { FileReference } from '../../../shared/contract/reply.ts'
import type { TextHit } from '../../../shared/intake/reading-contract.ts'
import { useLanguage } from '../../language/language.ts'
import { useShortcut } from '../../ui/shortcut.ts'
import { TextSearch } from '../text-search.tsx'
import type { Memories } from './document-memory.ts'
import { remembered } from './document-memory.ts'
import { DocumentPane } from './document-pane.tsx'
import { materialReference, type EvidenceDocument, type EvidenceTarget, type ShownPlace } from './evidence-document.ts'
import './evidence-viewer.css'

/** Documents that stay as tabs, the one opened last first. */
const TABS = 4

export interface EvidenceViewerProps {
  readonly documents: readonly EvidenceDocument[]
  /** Where to go: to the side that counts. */
  readonly target: EvidenceTarget | null
  /** Kept up to date with what is on screen, without drawing anything anew. */
  readonly place?: RefObject<ShownPlace | null> | undefined
  readonly frame?: RefObject<HTMLElement | null> | undefined
  /** Pins what is on screen, the words selected or the rectangle marked; absent where nothing can be pinned. */
  readonly onPin?: (() => void) | undefined
}

type Side = 0 | 1

function useSides(target: EvidenceTarget | null) {
  const [sides, setSides] = useState<readonly (EvidenceTarget | null)[]>([target])
  const [active, setActive] = useState<Side>(0)
  const latest = useRef(active)
  latest.current = active
  const turn = useRef(0)
  const show = useCallback((side: Side, next: Omit<EvidenceTarget, 'turn'>) => {
    turn.current += 1
    const going = { ...next, turn: -turn.current }
    setSides((old) => [0, 1].slice(0, Math.max(old.length, side + 1)).map((one) => (one === side ? going : (old[one] ?? null))))
    setActive(side)
  }, [])
  useEffect(() => {
    setSides((old) => (old[latest.current] === target ? old : old.map((one, side) => (side === latest.current ? target : one))))
  }, [target])
  const close = useCallback((side: Side) => {
    setSides((old) => old.filter((_, one) => one !== side))
    setActive(0)
  }, [])
  return { sides, active, setActive, show, close }
}

export function EvidenceViewer({ documents, target, place, frame, onPin }: EvidenceViewerProps): ReactNode {
  const { t } = useLanguage()
  const own = useRef<HTMLElement>(null)
  const section = frame ?? own
  const { sides, active, setActive, show, close } = useSides(target)
  const memories = useRef<readonly [Memories, Memories]>([new Map(), new Map()])
  const [findTurn, setFindTurn] = useState(0)
  const [seeking, setSeeking] = useState<string | null>(null)
  const caseId = documents.find((one) => one.caseId !== undefined)?.caseId
  const current = documents.find((one) => one.reference === sides[active]?.reference)
  useEffect(() => {
    if (current === undefined && place !== undefined) place.current = null
  }, [current, place])
  useShortcut('mod+f', () => setFindTurn((turn) => turn + 1), { enabled: current !== undefined })
  const focus = (side: number): void => {
    requestAnimationFrame(() => section.current?.querySelectorAll<HTMLElement>('.evidence-side')[side]?.querySelector<HTMLElement>('.evidence-scroll')?.focus({ preventScroll: true }))
  }
  const open = (side: Side, reference: FileReference): void => show(side, { reference, page: remembered(memories.current[side], reference).page })
  const openHit = ({ materialId, passage, snippet: { text, from, to } }: TextHit): void =>
    show(active, { reference: materialReference(materialId), page: passage.page, passage: text.slice(from, to), context: { before: text.slice(0, from), after: text.slice(to) } })
  return (
    <section className={sides.length > 1 ? 'evidence evidence-two' : 'evidence'} aria-label={t('materials:viewer.title')} ref={section}>
      {seeking !== null && caseId !== undefined && (
        <div className="evidence-all">
          <Button type="text" size="small" className="evidence-all-close" icon={<CloseOutlined aria-hidden />} aria-label={t('materials:find.closeAll')} onClick={() => setSeeking(null)} />
          <TextSearch caseId={caseId} onOpen={openHit} begin={seeking} onLeave={() => setSeeking(null)} />
        </div>
      )}
      {sides.map((going, index) => {
        const side: Side = index === 0 ? 0 : 1
        return (
          <EvidenceSide
            key={side}
            documents={documents}
            target={going}
            memories={memories.current[side]}
            active={side === active}
            number={sides.length > 1 ? side + 1 : null}
            place={place}
            onActive={() => setActive(side)}
            onChoose={(reference) => open(side, reference)}
            onClose={sides.length > 1 ? () => close(side) : undefined}
            onPin={onPin}
            onBeside={sides.length > 1 || going === null ? undefined : (page) => {
              show(1, { reference: going.reference, page })
              focus(1)
            }}
            onOtherSide={sides.length > 1 ? () => {
              setActive(side === 0 ? 1 : 0)
              focus(side === 0 ? 1 : 0)
            } : undefined}
            onFindAll={caseId === undefined ? undefined : setSeeking}
            findTurn={findTurn}
          />
        )
      })}
    </section>
  )
}

interface EvidenceSideProps {
  readonly documents: readonly EvidenceDocument[]
  readonly target: EvidenceTarget | null
  readonly memories: Memories
  readonly active: boolean
  /** Null where there is only one side. */
  readonly number: number | null
  readonly place: RefObject<ShownPlace | null> | undefined
  readonly onActive: () => void
  readonly onChoose: (reference: FileReference) => void
  readonly onClose: (() => void) | undefined
  readonly onPin: (() => void) | undefined
  readonly onBeside: ((page: number) => void) | undefined
  readonly onOtherSide: (() => void) | undefined
  readonly onFindAll: ((words: string) => void) | undefined
  readonly findTurn: number
}

function EvidenceSide(props: EvidenceSideProps): ReactNode {
  const { documents, target, memories, active, number, place, onActive, onChoose, onClose } = props
  const { t } = useLanguage()
  const recent = useRecent(target?.reference ?? null)
  const current = documents.find((one) => one.reference === target?.reference)
  const tabs = (number === null ? recent : recent.filter((one) => one === target?.reference)).flatMap((reference) => documents.find((one) => one.reference === reference) ?? [])
  const seen = useRef<ShownPlace | null>(null)
  const onPlace = useCallback(
    (shown: ShownPlace) => {
      seen.current = shown
      if (active && place !== undefined) place.current = shown
    },
    [active, place],
  )
  useEffect(() => {
    if (active && place !== undefined && seen.current !== null) place.current = seen.current
  }, [active, place])
  return (
    <div
      className="evidence-side"
      role="group"
      aria-label={number === null ? t('materials:viewer.document') : t('materials:viewer.side', { number })}
      data-active={number !== null && active ? 'true' : undefined}
      onPointerDownCapture={onActive}
      onFocusCapture={onActive}
    >
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
        {onClose !== undefined && (
          <>
            <span className="evidence-space" />
            <Tooltip title={t('materials:viewer.closeSide')}>
              <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('materials:viewer.closeSide')} onClick={onClose} />
            </Tooltip>
          </>
        )}
      </div>
      {current === undefined || target === null ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          className="evidence-waiting"
          description={t(documents.length === 0 ? 'materials:viewer.noDocuments' : 'materials:viewer.choose')}
        />
      ) : (
        <DocumentPane
          key={current.reference}
          shown={current}
          target={target}
          memories={memories}
          onPlace={onPlace}
          onPin={props.onPin}
          onBeside={props.onBeside}
          onOtherSide={props.onOtherSide}
          onFindAll={props.onFindAll}
          active={active}
          findTurn={props.findTurn}
        />
      )}
    </div>
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
