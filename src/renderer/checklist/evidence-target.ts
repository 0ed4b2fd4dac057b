/** What the evidence pane of the review shows, and how pins and findings lead there. */
import { useCallback, useState } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Evidence } from '../../shared/checklist/answers.ts'
import type { Checklist } from '../../shared/checklist/contract.ts'
import type { FileReference } from '../../shared/contract/reply.ts'
import type { EvidencePointer } from '../../shared/prereview/finding.ts'
import { materialReference, type EvidenceTarget } from '../materials/viewer/evidence-document.ts'
import { usePointerContext } from '../prereview/pointer-context.ts'

/** The evidence of the question that is begun with, else the first document: the pane is never empty without need. */
function firstEvidence(detail: CaseDetail, checklist: Checklist, questionId: string | null): EvidenceTarget | null {
  const question = checklist.headings.flatMap((heading) => heading.questions).find((one) => one.questionId === questionId)
  const [pin] = question?.answer?.evidence ?? []
  const there = detail.materials.filter((material) => material.removed === null)
  const pinned = there.find((material) => material.id === pin?.materialId)
  const material = pinned ?? there[0]
  if (material === undefined) return null
  return { reference: materialReference(material.id), page: pinned === undefined ? 1 : (pin?.page ?? 1), passage: pin?.passage ?? null, turn: 0 }
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
    ({ materialId, page, passage }: Evidence) => {
      go({ reference: materialReference(materialId), page: page ?? 1, passage })
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
