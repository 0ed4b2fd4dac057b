/**
 * A case file as the rules see it (案卷): its documents with their facts, what was registered of the case, and the law as
 * data. Made by `buildCaseFile`; the rules only read it.
 */
import type { StatutoryCalendar } from '../deadlines/calendar.ts'
import type { CatalogueContent } from '../catalogue/schema.ts'
import type { CaseFields } from '../cases/case.ts'
import type { DocumentFacts } from '../facts/facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import type { DocumentText, Passage } from '../intake/document-text.ts'
import type { LawLookup } from '../laws/law-lookup.ts'
import type { IsoDate } from '../values/values.ts'

export interface CaseFileFile {
  readonly fileId: string
  readonly name: string
  readonly text: DocumentText
}

/** One document (文书) of the file: a part of a file, see `document-part.ts`. */
export interface CaseDocument {
  readonly file: CaseFileFile
  readonly kind: DocumentKindId
  readonly confidence: number
  readonly spans: readonly Passage[]
  /** The words of the spans, joined by line breaks, to look for wording. `passageAt` finds the place in the file. */
  readonly text: string
  readonly facts: DocumentFacts
  /** False where the text is recognised with low confidence: nothing in it makes a rule fire alone. */
  readonly sure: boolean
  /** The day the document bears (落款), else the day that its main act happened; null where neither is printed. */
  readonly day: IsoDate | null
  passageAt(start: number, end: number): Passage
}

/** Somebody with an enforcement certificate, as the station's people register knows. */
export interface KnownOfficer {
  readonly name: string
  readonly certificateNumber: string
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
}

export interface CaseFile {
  readonly files: readonly CaseFileFile[]
  readonly documents: readonly CaseDocument[]
  /** What was registered; null where the file is checked from a terminal. */
  readonly fields: CaseFields | null
  readonly reviewer: { readonly name: string; readonly qualified: boolean | null } | null
  readonly officers: readonly KnownOfficer[]
  readonly catalogue: CatalogueContent
  readonly calendar: StatutoryCalendar
  readonly laws: LawLookup
  /** The agency's sector and place, for lines and periods that differ; null where unknown. */
  readonly sector: string | null
  readonly region: string | null
  readonly today: IsoDate
  /** Documents of these kinds, in the order of their days (those without a day last). */
  of(...kinds: readonly DocumentKindId[]): readonly CaseDocument[]
}
