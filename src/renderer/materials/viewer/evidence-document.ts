/** What the evidence viewer can show, and the place it shows now. */
import type { CaseDocument } from '../../../shared/cases/contract.ts'
import type { EvidenceRegion } from '../../../shared/checklist/answers.ts'
import type { FileReference } from '../../../shared/contract/reply.ts'
import type { Material } from '../../../shared/materials/contract.ts'
import type { PassageContext } from './passage.ts'

export interface EvidenceDocument {
  readonly reference: FileReference
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** The case in whose papers words can be looked for. */
  readonly caseId?: string | undefined
}

export function materialReference(materialId: string): FileReference {
  return `material/${materialId}`
}

export function documentReference(documentId: string): FileReference {
  return `document/${documentId}`
}

export function stagedReference(stagedId: string): FileReference {
  return `staged/${stagedId}`
}

/** The id of the material that is referred to; null for other files. */
export function materialIdOf(reference: FileReference): string | null {
  return reference.startsWith('material/') ? reference.slice('material/'.length) : null
}

/** The materials that are still there, in the order in which they were attached. */
export function evidenceOf(materials: readonly Material[]): readonly EvidenceDocument[] {
  return materials
    .filter((material) => material.removed === null)
    .map(({ id, name, mediaType, size, caseId }) => ({ reference: materialReference(id), name, mediaType, size, caseId }))
}

export const PDF = 'application/pdf'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A paper that the station printed; its size does not matter to the viewer, which shows PDF and DOCX of any size. */
export function printedEvidence(document: CaseDocument): EvidenceDocument {
  const mediaType = document.kind === 'opinionDocx' || document.kind === 'formDocx' ? DOCX : PDF
  return { reference: documentReference(document.id), name: document.name, mediaType, size: 0 }
}

/** A jump to a page; `turn` rises with every jump, so that the same place can be jumped to twice. */
export interface EvidenceTarget {
  readonly reference: FileReference
  readonly page: number
  /** Words to mark there. */
  readonly passage?: string | null | undefined
  /** A rectangle to draw there. */
  readonly region?: EvidenceRegion | undefined
  /** What stands around them, where the same words can stand there more than once. */
  readonly context?: PassageContext | undefined
  readonly turn: number
}

/** What is on screen, for a pin. `page` is null where the document has no pages of its own here. */
export interface ShownPlace {
  readonly reference: FileReference
  readonly page: number | null
  /** The rectangle that the person marked, where it is what a pin should keep. */
  readonly region?: EvidenceRegion | undefined
  /** To be called when it was pinned: what was marked for it is done with. */
  readonly onPinned?: (() => void) | undefined
}

/** Longest passage that a pin keeps. */
const LONGEST_PASSAGE = 500

/** The words selected inside an element, or null: blanks between lines joined, at most {@link LONGEST_PASSAGE} characters. */
export function selectedPassage(within: Element | null): string | null {
  const selection = document.getSelection()
  if (within === null || selection === null || selection.isCollapsed || selection.anchorNode === null) return null
  if (!within.contains(selection.anchorNode) || !within.contains(selection.focusNode)) return null
  const words = selection.toString().replaceAll(/\s+/g, ' ').trim()
  return words === '' ? null : [...words].slice(0, LONGEST_PASSAGE).join('')
}
