/** Case files for the tests of the pre-review, made of the words of their documents the way a real one is. */
import { join } from 'node:path'
import { loadCatalogue } from '../../src/main/catalogue/load.ts'
import type { CaseFields } from '../../src/shared/cases/case.ts'
import type { Catalogue } from '../../src/shared/catalogue/schema.ts'
import { makeCalendar } from '../../src/shared/deadlines/calendar.ts'
import { extractFacts } from '../../src/shared/facts/extract.ts'
import type { DocumentFacts } from '../../src/shared/facts/facts.ts'
import type { DocumentKindId, DocumentPart } from '../../src/shared/intake/document-part.ts'
import type { DocumentText } from '../../src/shared/intake/document-text.ts'
import { understand } from '../../src/shared/intake/understand.ts'
import type { LawLookup } from '../../src/shared/laws/law-lookup.ts'
import { registerLookup } from '../../src/shared/laws/register-lookup.ts'
import { buildCaseFile } from '../../src/shared/prereview/build-case-file.ts'
import type { CaseFile, KnownOfficer } from '../../src/shared/prereview/case-file.ts'
import { runRules } from '../../src/shared/prereview/engine.ts'
import type { Finding } from '../../src/shared/prereview/finding.ts'
import type { PrereviewRule } from '../../src/shared/prereview/rule.ts'
import { isoDate } from '../../src/shared/values/values.ts'
import { caseFields } from './test-case.ts'

export interface TestDocument {
  readonly name: string
  /** As the rules of recognition find it from name and words, where it is not given. */
  readonly kind?: DocumentKindId
  /** `\f` parts pages. */
  readonly text: string
  /** With `kind`: facts to put in the place of those that were read. */
  readonly facts?: Partial<DocumentFacts>
  /** Of the recognised characters, for a scanned document. */
  readonly confidence?: number | null
}

export interface TestCaseFile {
  /** What was registered; null (as from a terminal) where not given. */
  readonly fields?: Partial<Record<keyof CaseFields, unknown>> | null
  readonly reviewer?: CaseFile['reviewer']
  readonly officers?: readonly KnownOfficer[]
  /** The built-in register where not given. */
  readonly laws?: LawLookup
  readonly sector?: string | null
  readonly region?: string | null
  /** Today, 2026-11-20 where not given. */
  readonly day?: string
}

export const CATALOGUE: Catalogue = loadCatalogue(join(import.meta.dirname, '../../resources/catalogue'))
const CALENDAR = makeCalendar(CATALOGUE.holidays, CATALOGUE.statutoryHolidays)
const REGISTER = registerLookup(CATALOGUE.laws)

function textOf({ text, confidence = null }: TestDocument): DocumentText {
  const source = confidence === null ? 'plain' : 'ocr'
  return { pages: text.split('\f').map((page, place) => ({ number: place + 1, source, text: page, confidence })) }
}

function partsOf(document: TestDocument, text: DocumentText): readonly DocumentPart[] {
  if (document.kind === undefined)
    return understand({ name: document.name, text, kinds: CATALOGUE.documentKinds, learned: [] })
  const spans = text.pages.map((page) => ({ page: page.number, start: 0, end: page.text.length }))
  const facts = { ...extractFacts(text, spans, document.kind), ...document.facts }
  return [{ kind: document.kind, confidence: 1, decidedBy: 'person', spans, facts }]
}

/** A case file of these documents. What is not given is as it is where the file is checked from a terminal. */
export function caseFileOf(documents: readonly TestDocument[], more: TestCaseFile = {}): CaseFile {
  return buildCaseFile({
    files: documents.map((document) => {
      const text = textOf(document)
      return { fileId: document.name, name: document.name, text, parts: partsOf(document, text) }
    }),
    fields: more.fields === undefined || more.fields === null ? null : caseFields(more.fields),
    reviewer: more.reviewer ?? null,
    officers: more.officers ?? [],
    catalogue: CATALOGUE,
    calendar: CALENDAR,
    laws: more.laws ?? REGISTER,
    sector: more.sector ?? null,
    region: more.region ?? null,
    today: isoDate(more.day ?? '2026-11-20'),
  })
}

/** What one rule finds in such a case file, as the engine tells it. Throws where the rule throws. */
export function findingsOf(
  rule: PrereviewRule,
  documents: readonly TestDocument[],
  more: TestCaseFile = {},
): Finding[] {
  return runRules(caseFileOf(documents, more), [rule], ({ ruleId, reason }) => {
    throw new Error(`${ruleId}: ${reason}`)
  })
}
