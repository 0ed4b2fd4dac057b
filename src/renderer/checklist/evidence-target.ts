/** What the evidence pane of the review shows, and how pins and findings lead there. */
import { useCallback, useEffect, useState, type RefObject } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Evidence } from '../../shared/checklist/answers.ts'
import type { Checklist } from '../../shared/checklist/contract.ts'
import type { FileReference } from '../../shared/contract/reply.ts'
import type { EvidencePointer } from '../../shared/prereview/finding.ts'
import { materialReference, type EvidenceTarget, type ShownPlace } from '../materials/viewer/evidence-document.ts'
import { placeIn, rememberPlace } from '../workspace/last-place.ts'
import { usePointerContext } from '../prereview/pointer-context.ts'

/** What the person looked at last in this case, else the evidence of the question, else the first document: never empty without need. */
export function firstEvidence(detail: CaseDetail, checklist: Checklist, questionId: string | null): EvidenceTarget | null {
  const question = checklist.headings.flatMap((heading) => heading.questions).find((one) => one.questionId === questionId)
  const [pin] = question?.answer?.evidence ?? []
  const last = placeIn(detail.id)
  const there = detail.materials.filter((material) => material.removed === null)
  const lastMaterial = there.find(({ id }) => materialReference(id) === last.document)
  if (lastMaterial !== undefined && last.question === questionId) {
    return { reference: materialReference(lastMaterial.id), page: Number(last.page) || 1, turn: 0 }
  }
  const pinned = there.find((material) => material.id === pin?.materialId)
  const material = pinned ?? there[0]
  if (material === undefined) return null
  return { reference: materialReference(material.id), page: pinned === undefined ? 1 : (pin?.page ?? 1), passage: pin?.passage ?? null, region: pin?.region, turn: 0 }
}

export interface EvidencePlace {
  readonly target: EvidenceTarget | null
  readonly open: (reference: FileReference) => void
  readonly openPin: (pin: Evidence) => void
  readonly openPointer: (pointer: EvidencePointer) => void
  /** The same, but a window with one pane stays where it is. */
  readonly showBeside: (pointer: EvidencePointer) => void
}

/** @param onShow the person asked for the evidence, so its pane is to be seen */
export function useEvidencePlace(detail: CaseDetail, checklist: Checklist, begin: string | null, onShow: () => void): EvidencePlace {
  const [target, setTarget] = useState<EvidenceTarget | null>(() => firstEvidence(detail, checklist, begin))
  const contextOf = usePointerContext()
  const go = useCallback((next: Omit<EvidenceTarget, 'turn'>) => setTarget((old) => ({ ...next, turn: (old?.turn ?? 0) + 1 })), [])
  const open = useCallback(
    (reference: FileReference) => {
      go({ reference, page: 1 })
      onShow()
    },
    [go, onShow],
  )
  const openPin = useCallback(
    ({ materialId, page, passage, region }: Evidence) => {
      go({ reference: materialReference(materialId), page: region?.page ?? page ?? 1, passage, region })
      onShow()
    },
    [go, onShow],
  )
  const showBeside = useCallback(
    ({ fileId, passage, quote }: EvidencePointer) => {
      const place = { reference: materialReference(fileId), page: passage.page, passage: quote === '' ? null : quote }
      void contextOf(fileId, passage).then((context) => go({ ...place, context }))
    },
    [contextOf, go],
  )
  const openPointer = useCallback(
    (pointer: EvidencePointer) => {
      showBeside(pointer)
      onShow()
    },
    [showBeside, onShow],
  )
  return { target, open, openPin, openPointer, showBeside }
}

/** How often it is noted which page is on the screen, in ms: the viewer turns pages without telling. */
const NOTED_EVERY = 2000

/** Notes which document and page are shown, for the next time that the case is opened. */
export function useRememberEvidence(caseId: string, place: RefObject<ShownPlace | null>): void {
  useEffect(() => {
    const note = (): void => {
      const { current } = place
      if (current !== null) rememberPlace(caseId, { document: current.reference, page: String(current.page ?? 1) })
    }
    const timer = setInterval(note, NOTED_EVERY)
    return () => {
      clearInterval(timer)
      note()
    }
  }, [caseId, place])
}
