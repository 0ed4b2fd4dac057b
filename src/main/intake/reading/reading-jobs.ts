/** What the core and the reading thread say to each other. */
import type { TextPage } from '../../../shared/intake/document-text.ts'
import type { WordPlaces } from '../../../shared/intake/word-places.ts'
import type { DocumentPart } from '../../../shared/intake/document-part.ts'
import type { Reading } from '../../../shared/intake/reading/reading.ts'
import type { ReadingProblem } from '../../../shared/intake/reading/report.ts'
import type { UnderstandInput } from '../../../shared/intake/understand.ts'
import type { BookReading } from '../../ledger/workbook-rows.ts'

/** Every kind of work with what it takes and what it gives. */
export interface JobKinds {
  /** Loads what reading needs, so that the first file does not wait for it. */
  readonly prepare: { readonly input: { readonly name: string }; readonly result: null }
  readonly read: { readonly input: { readonly name: string; readonly bytes: Uint8Array }; readonly result: Reading }
  readonly recognise: { readonly input: RecogniseJob; readonly result: Recognised }
  readonly understand: { readonly input: UnderstandJob; readonly result: DocumentPart[] }
  /** Rows of an earlier ledger. */
  readonly ledger: { readonly input: { readonly name: string; readonly bytes: Uint8Array }; readonly result: BookReading }
}

export type JobKind = keyof JobKinds

/** The rows of the catalogue are copied to the thread once: null means those of the job before. */
export type UnderstandJob = Omit<UnderstandInput, 'kinds'> & { readonly kinds: UnderstandInput['kinds'] | null }

export interface RecogniseJob {
  readonly name: string
  readonly bytes: Uint8Array
  readonly page: number
  /** The text that the page was recognised as before, where only the places of its words are sought. */
  readonly known?: string | undefined
}

export interface Recognised {
  readonly page: TextPage
  readonly places: WordPlaces
  /** Why there is nothing on it; null where it was recognised. */
  readonly problem: ReadingProblem | null
}

export type JobRequest = { readonly [Kind in JobKind]: { readonly id: number; readonly kind: Kind; readonly input: JobKinds[Kind]['input'] } }[JobKind]

export type JobAnswer =
  | { readonly id: number; readonly ok: true; readonly result: JobKinds[JobKind]['result'] }
  | { readonly id: number; readonly ok: false; readonly reason: string }
