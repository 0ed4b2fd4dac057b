/** Citations of laws (法律引用) held against register and library: what a place is about, and what is wrong with a citation. */
import { z } from 'zod'
import { citationSchema, type Citation } from '../catalogue/citation.ts'
import { method } from '../contract/method.ts'
import { caseIdSchema, isoDateSchema, type Bilingual, type IsoDate } from '../values/values.ts'
import type { CaseCitation } from './case-citations.ts'
import type { CitationTrouble } from './citation-troubles.ts'

/** Where a citation leads in the library. */
export interface LibraryPlace {
  readonly law: string | null
  readonly version: string | null
  /** `58` or `133-1`; null where it names no article, or the text has none of that number. */
  readonly article: string | null
}

export interface ResolvedCitation extends LibraryPlace {
  readonly title: string | null
  readonly troubles: readonly CitationTrouble[]
}

/** What a provision asks for, in the catalogue's own words; never the wording of the law. 要旨（非法条原文） */
export interface ArticleGist {
  readonly text: Bilingual
  /** The place that it is the gist of: that of the citation, or the paragraph or article around it. */
  readonly place: Citation
  /** True where `place` is the place of the citation itself. */
  readonly exact: boolean
  /** False: it was not held against the text (未核实). */
  readonly verified: boolean
  readonly verifiedOn: IsoDate | null
  /** Day of the version that it was held against. */
  readonly versionDate: IsoDate | null
}

/** One provision that a case cites, wherever it does. */
export interface ResolvedCaseCitation extends CaseCitation {
  readonly library: LibraryPlace
}

export interface CheckedCase {
  /** What needs somebody's eyes first. */
  readonly citations: readonly ResolvedCaseCitation[]
  /** Papers whose citations are not among them: not read yet, or not readable. */
  readonly unread: number
}

const read = { allowed: 'signedIn', access: 'read' } as const

/** A citation as a case holds it; numbers in either form: 58, 五十八, 第五十八条. */
export const citedSchema = z.strictObject({
  law: z.string().trim().min(1).max(200),
  article: z.string().trim().max(20),
  paragraph: z.string().trim().max(20),
  item: z.string().trim().max(20),
  role: z.enum(['violated', 'basis', 'discretion', 'procedure', 'remedy', 'other']).default('other'),
  quotation: z.string().max(5000).nullable().default(null),
})

export const citationsContract = {
  /** For each citation, by the catalogue of today; null where it has none. */
  'laws.gists': method({
    input: z.strictObject({ citations: z.array(citationSchema).max(200) }),
    ...read,
  }).returns<readonly (ArticleGist | null)[]>(),
  /**
   * Checks citations against register and library, and says where each leads. The days are those of the case; null where
   * they are not known, and then nothing is said of them.
   */
  'laws.checkCitations': method({
    input: z.strictObject({
      citations: z.array(citedSchema).max(200),
      act: isoDateSchema.nullable(),
      decision: isoDateSchema.nullable(),
    }),
    ...read,
  }).returns<readonly ResolvedCitation[]>(),
  /**
   * Every provision that the case cites, registered or printed in a paper that was read. The registered ones are judged by
   * the registered days, their day of decision being today until a decision is registered; those of a paper as the rules of
   * the pre-review judge it.
   */
  'laws.checkCase': method({ input: z.strictObject({ caseId: caseIdSchema }), ...read }).returns<CheckedCase>(),
}
