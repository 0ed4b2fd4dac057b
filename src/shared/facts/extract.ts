/**
 * Reads the facts of one document (文书要素提取): by rules alone, the same words always give the same facts. What a document
 * does not state is absent.
 */
import type { DocumentKindId } from '../intake/document-part.ts'
import type { DocumentText, Passage } from '../intake/document-text.ts'
import { quoted } from '../intake/document-text.ts'
import { readAgencies } from './agency.ts'
import { readAmounts } from './amounts.ts'
import { readBlanks } from './blanks.ts'
import { readCitations } from './citations.ts'
import { readConclusions } from './conclusions.ts'
import { readDates } from './date-meanings.ts'
import { readNumbers } from './document-number.ts'
import { readTitle } from './document-title.ts'
import type { CitationFact, DocumentFacts } from './facts.ts'
import { labelledFields } from './labelled-fields.ts'
import { readMeasures } from './measures.ts'
import { normalised } from './normalised-text.ts'
import { readParties } from './party.ts'
import { readPersons } from './persons.ts'
import { readQuantities } from './quantities.ts'
import { readPeriods, readRemedies, readRights } from './remedies.ts'
import { readSeals, readSignatures } from './signatures.ts'

/** The statute's words as the page prints them, not as they were read. */
function asPrinted(text: DocumentText, fact: CitationFact): CitationFact {
  return fact.quotation === null
    ? fact
    : { ...fact, quotation: { ...fact.quotation, text: quoted(text, fact.quotation.passage) } }
}

/**
 * The facts of the document that the spans of the text make up.
 * @param spans parts of pages, in the document's order; nothing outside them is read
 * @param kind a row id of the catalogue's `documentKinds`: tells what 时间: at the head of a record is, and
 *   whether measures   are ordered or proposed
 */
export function extractFacts(text: DocumentText, spans: readonly Passage[], kind: DocumentKindId): DocumentFacts {
  const views = normalised(text, spans)
  const fields = labelledFields(views.spaced)
  return {
    title: readTitle(views),
    numbers: readNumbers(text, views, fields),
    agencies: readAgencies(views, fields),
    parties: readParties(views, fields, kind),
    persons: readPersons(views, fields, kind),
    dates: readDates(views, fields, kind),
    periods: readPeriods(views),
    amounts: readAmounts(views),
    quantities: readQuantities(views, fields),
    measures: readMeasures(views, kind),
    citations: readCitations(views).map((fact) => asPrinted(text, fact)),
    remedies: readRemedies(views),
    rights: readRights(views),
    signatures: readSignatures(views, fields),
    seals: readSeals(views),
    blanks: readBlanks(views),
    conclusions: readConclusions(views, fields, kind).map((fact) => ({ ...fact, text: quoted(text, fact.passage) })),
  }
}
