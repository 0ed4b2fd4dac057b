/**
 * The cross-table of a case (交叉核对表): what each document states of the party, the amounts, the days, the articles, the
 * officers and the numbers, laid beside one another. It shows what is printed; whether a difference is a defect is a
 * matter of the rules and of the officer.
 */
import type { DocumentKindId } from '../intake/document-part.ts'
import type { TimelinePlace } from '../timeline/case-timeline.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'

/** One document of the file. */
export interface CrossColumn {
  readonly fileId: string
  readonly fileName: string
  readonly documentKind: DocumentKindId
  /** The printed title. */
  readonly title: string | null
  readonly day: IsoDate | null
}

export interface CrossCell {
  /** Index into {@link CrossTable.columns}. */
  readonly column: number
  readonly place: TimelinePlace
  /** False where it was read from characters that are recognised with low confidence. */
  readonly certain: boolean
}

/** `usual`: what most documents state. `differs`: something else. `alone`: no other document states anything else. */
export type Standing = 'usual' | 'differs' | 'alone'

export interface CrossValue {
  /** As it is printed first. */
  readonly text: string
  /** Yuan, for amounts; `text` is then the plain figure. */
  readonly yuan: number | null
  readonly standing: Standing
  readonly cells: readonly CrossCell[]
}

export const CROSS_GROUPS = ['party', 'amount', 'date', 'citation', 'officer', 'number'] as const
export type CrossGroup = (typeof CROSS_GROUPS)[number]

export interface CrossRow {
  readonly key: string
  readonly group: CrossGroup
  readonly label: Bilingual
  /** The usual value first, then by how many documents state it. */
  readonly values: readonly CrossValue[]
  readonly differs: boolean
}

/** A case against several parties has a part for each, see `party-views.ts`. */
export interface CrossPart {
  readonly party: string | null
  readonly rows: readonly CrossRow[]
}

export interface CrossTable {
  /** In the order of their days, those without one last. */
  readonly columns: readonly CrossColumn[]
  readonly parts: readonly CrossPart[]
}
