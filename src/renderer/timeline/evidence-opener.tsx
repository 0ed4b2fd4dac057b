/**
 * Where a click on a step or a value leads: to the evidence pane where one is on screen (the review), else to a drawer
 * over whatever is shown.
 */
import { Drawer } from 'antd'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { EvidencePointer } from '../../shared/prereview/finding.ts'
import { takeHitPlace } from '../cases/hit-place.ts'
import { useLanguage } from '../language/language.ts'
import { evidenceOf, materialReference, type EvidenceTarget } from '../materials/viewer/evidence-document.ts'
import { EvidenceViewer } from '../materials/viewer/evidence-viewer.tsx'
import { usePointerContext } from '../prereview/pointer-context.ts'
import './timeline.css'

type Open = (pointer: EvidencePointer) => void

interface Opener {
  readonly open: Open
  /** A pane that shows evidence beside the work takes over while it is there. */
  readonly takeOver: (pane: Open) => () => void
}

const OpenerContext = createContext<Opener | null>(null)

/** Opens a passage of a paper; does nothing outside a case. */
export function useOpenEvidence(): Open {
  const opener = useContext(OpenerContext)
  return useCallback((pointer) => opener?.open(pointer), [opener])
}

/** For a screen with an evidence pane of its own. */
export function useShowsEvidence(open: Open): void {
  const opener = useContext(OpenerContext)
  useEffect(() => opener?.takeOver(open), [opener, open])
}

export function EvidenceOpener({ detail, children }: { readonly detail: CaseDetail; readonly children: ReactNode }): ReactNode {
  const { t } = useLanguage()
  const [target, setTarget] = useState<EvidenceTarget | null>(null)
  const [shown, setShown] = useState(false)
  const pane = useRef<Open | null>(null)
  const returnTo = useRef<Element | null>(null)
  const contextOf = usePointerContext()
  const documents = useMemo(() => evidenceOf(detail.materials), [detail.materials])
  const show = useCallback((next: Omit<EvidenceTarget, 'turn'>) => {
    setTarget((old) => ({ ...next, turn: (old?.turn ?? 0) + 1 }))
    setShown(true)
  }, [])
  const inDrawer = useCallback<Open>(
    ({ fileId, passage, quote }) => {
      returnTo.current = document.activeElement
      const place = { reference: materialReference(fileId), page: passage.page, passage: quote === '' ? null : quote }
      void contextOf(fileId, passage).then((context) => show({ ...place, context }))
    },
    [contextOf, show],
  )
  // what the search of the list found is shown as soon as the case is there
  useEffect(() => {
    const found = takeHitPlace(detail.id)
    if (found !== undefined) show({ reference: materialReference(found.materialId), page: found.page, passage: found.passage, context: found.context })
  }, [detail.id, show])
  const opener = useMemo<Opener>(
    () => ({
      open: (pointer) => (pane.current ?? inDrawer)(pointer),
      takeOver: (own) => {
        pane.current = own
        return () => {
          if (pane.current === own) pane.current = null
        }
      },
    }),
    [inDrawer],
  )
  const close = (): void => {
    setShown(false)
    const { current } = returnTo
    if (current instanceof HTMLElement || current instanceof SVGElement) requestAnimationFrame(() => current.focus())
  }
  return (
    <OpenerContext value={opener}>
      {children}
      {target !== null && (
        <Drawer open={shown} onClose={close} title={t('materials:viewer.title')} size="min(960px, 94vw)" destroyOnHidden styles={{ body: { padding: 0 } }}>
          <EvidenceViewer documents={documents} target={target} />
        </Drawer>
      )}
    </OpenerContext>
  )
}
