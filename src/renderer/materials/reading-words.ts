/** How far a paper is read and how sure a document's kind is, as words are chosen for it. Pure. */
import { SURE_ENOUGH } from '../../shared/intake/document-text.ts'
import type { DocumentPart } from '../../shared/intake/document-part.ts'
import type { FileReading, ReadMaterial } from '../../shared/intake/reading-contract.ts'
import type { MarkTone } from '../ui/state-tag.tsx'

/** From here on a kind is as good as certain; below {@link LIKELY} somebody should look. */
const SURE = 0.85
const LIKELY = 0.6

export const KIND_TRUSTS = ['person', 'learned', 'sure', 'likely', 'check'] as const
export type KindTrust = (typeof KIND_TRUSTS)[number]

export function kindTrust({ kind, confidence, decidedBy }: Pick<DocumentPart, 'kind' | 'confidence' | 'decidedBy'>): KindTrust {
  if (decidedBy !== 'rules') return decidedBy
  if (kind === 'other' || confidence < LIKELY) return 'check'
  return confidence >= SURE ? 'sure' : 'likely'
}

export const TRUST_TONES: Record<KindTrust, MarkTone> = { person: 'navy', learned: 'navy', sure: 'green', likely: 'plain', check: 'amber' }

/** Pages of a document, such as 2 or 2–4; null where the file has only one. */
export function pageSpan({ spans }: Pick<DocumentPart, 'spans'>, pages: number): string | null {
  const first = spans[0]?.page
  const last = spans.at(-1)?.page
  if (pages < 2 || first === undefined || last === undefined) return null
  return first === last ? String(first) : `${first}–${last}`
}

/** Pages that were recognised poorly, by number. */
export function doubtfulPages({ pages }: Pick<ReadMaterial, 'pages'>): readonly number[] {
  return pages.filter(({ confidence }) => confidence !== null && confidence < SURE_ENOUGH).map(({ number }) => number)
}

export interface RecognisingProgress {
  /** The page that is being recognised, from 1, among those that need it. */
  readonly at: number
  readonly of: number
}

export function recognisingProgress(material: Pick<ReadMaterial, 'pages'> | undefined, toRecognise: number): RecognisingProgress {
  const done = material?.pages.filter(({ source }) => source === 'ocr').length ?? 0
  return { at: done + 1, of: done + toRecognise }
}

/** Sums over all papers: what is still to be done. */
export function waiting(files: readonly Pick<FileReading, 'state' | 'toRecognise'>[]): { readonly queued: number; readonly pages: number } {
  return {
    queued: files.filter(({ state }) => state === 'queued').length,
    pages: files.reduce((sum, { toRecognise }) => sum + toRecognise, 0),
  }
}
