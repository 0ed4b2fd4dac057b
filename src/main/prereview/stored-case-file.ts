/** A stored case as the rules see it: its papers with what was read from them, its registration, the people, the law. */
import { qualificationProblem } from '../../shared/assignment/eligibility.ts'
import { qualificationRuleOn } from '../../shared/catalogue/reviewer-rules.ts'
import { buildCaseFile } from '../../shared/prereview/build-case-file.ts'
import type { CaseFile, KnownOfficer } from '../../shared/prereview/case-file.ts'
import type { Prereview } from '../../shared/prereview/contract.ts'
import type { Material } from '../../shared/materials/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { catalogueOfRound } from '../catalogue/kept-catalogues.ts'
import { requireRound, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { calendarOf } from '../deadlines/review-clock.ts'
import { readingOf, textOf } from '../intake/file-reading-record.ts'
import { documentsIn, isCurrent } from '../intake/material-documents.ts'
import { lawLookup } from '../laws/library-lookup.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { allPeople, findPerson } from '../people/people.ts'

type Context = Pick<CallContext, 'reader' | 'catalogue' | 'station' | 'today'>

/** Papers that came in up to the round; later ones do not reach back. */
function papersOf(context: Context, record: CaseRecord, round: number): Material[] {
  return presentMaterials(context.reader, record.id).filter((material) => material.round <= round)
}

function officersOf(context: Context): KnownOfficer[] {
  return allPeople(context.reader).flatMap(({ name, credentials }) =>
    credentials
      .filter(({ kind }) => kind === 'enforcementCertificate')
      .map(({ number, validFrom, validUntil }) => ({ name, certificateNumber: number, validFrom, validTo: validUntil })),
  )
}

function reviewerOf(context: Context, record: CaseRecord, round: number): CaseFile['reviewer'] {
  const id = requireRound(context.reader, record.id, round).reviewerId ?? record.reviewerId
  const person = id === null ? undefined : findPerson(context.reader, id)
  if (person === undefined) return null
  const from = qualificationRuleOn(context.catalogue.reviewerRules, context.today())?.firstOnOrAfter ?? null
  const problem = qualificationProblem(person, context.today(), from)
  // since when somebody reviews may simply not be entered: that is not known, rather than wrong
  return { name: person.name, qualified: problem === null ? true : problem === 'reviewStartUnknown' ? null : false }
}

export interface StoredCaseFile {
  readonly file: CaseFile
  readonly catalogue: Catalogue
  readonly papers: readonly Material[]
}

/** Reads everything once; a case of sixty papers takes some ten milliseconds. */
export function storedCaseFile(context: Context, record: CaseRecord, round: number): StoredCaseFile {
  const { reader } = context
  const kept = requireRound(reader, record.id, round)
  const catalogue = catalogueOfRound(reader, context.catalogue, kept.catalogueVersion)
  const station = kept.basis?.station ?? context.station()
  const papers = papersOf(context, record, round)
  const file = buildCaseFile({
    files: papers.map(({ id, name, sha256 }) => ({ fileId: id, name, text: textOf(reader, sha256), parts: documentsIn(reader, id) })),
    fields: kept.basis?.fields ?? record.fields,
    reviewer: reviewerOf(context, record, round),
    officers: officersOf(context),
    catalogue,
    // days off are facts, not the law that was reviewed under: a notice that came later counts at once
    calendar: calendarOf(context.catalogue),
    laws: lawLookup(reader, catalogue),
    sector: station.sector,
    region: station.divisionCode,
    today: context.today(),
  })
  return { file, catalogue, papers }
}

/** Papers that the rules see nothing of. Asked when the file is put together, not when the rules have run: meanwhile one may be read. */
export function unreadOf({ reader }: Pick<Context, 'reader'>, { papers }: StoredCaseFile): Prereview['unread'] {
  return papers.flatMap(({ id, name, sha256 }) => {
    const state = readingOf(reader, sha256)?.state
    // read, but the documents in it are not found yet
    if (state === 'read' && isCurrent(reader, id)) return []
    return [{ name, state: state === 'failed' ? ('failed' as const) : ('waiting' as const) }]
  })
}
