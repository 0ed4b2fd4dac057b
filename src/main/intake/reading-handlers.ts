/** Reading the papers of a case: how far it is, what was found, what a person puts right. */
import { FashenError } from '../../shared/errors/errors.ts'
import { proposeCase } from '../../shared/intake/case-proposal.ts'
import { quoted } from '../../shared/intake/document-text.ts'
import { learnedPattern } from '../../shared/intake/learned-names.ts'
import type { ReadMaterial, readingContract, TextHit } from '../../shared/intake/reading-contract.ts'
import { timelineOf } from '../../shared/intake/timeline.ts'
import { understand, withKind } from '../../shared/intake/understand.ts'
import type { Material } from '../../shared/materials/contract.ts'
import { bigramQuery } from '../../shared/search/bigrams.ts'
import type { CaseId, MaterialId } from '../../shared/values/values.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { requireMaterial, requireOpenCase } from '../materials/handlers.ts'
import { findMaterial, presentMaterials } from '../materials/material-record.ts'
import { fileReading, pageHeadsOf, readingOf, readingsOfCase, recognitionPaused, textOf } from './file-reading-record.ts'
import { documentsIn, learnKind, writeDocuments } from './material-documents.ts'
import { materialKindOf, readCase, toUnderstand } from './reading-service.ts'
import { unpackStaged } from './unpacking.ts'
import { placedPage, recognisedPages } from './word-places-record.ts'

const MOST_HITS = 200
/** Characters of context on either side of a hit. */
const CONTEXT = 30

type StagedList = readonly { readonly stagedId: string; readonly name: string }[]

export const readingHandlers: Handlers<typeof readingContract> = {
  'intake.unpack': (context, { stagedId, name }) => unpackStaged(context, stagedId, name),

  'intake.readStaged': (context, { files }) => {
    context.reading.add(stagedFiles(context, files))
    return null
  },

  'intake.stagedReading': (context, { files }) => ({
    paused: recognitionPaused(context.reader),
    files: stagedFiles(context, files).map((file) => fileReading(context.reader, file)),
  }),

  'intake.stagedProposal': (context, { files }) =>
    proposeCase(
      stagedFiles(context, files).map(({ name, sha256 }, index) => {
        const text = textOf(context.reader, sha256)
        return { fileId: files[index]?.stagedId ?? sha256, name, text, parts: understand(toUnderstand(context, name, text)) }
      }),
    ),

  'intake.reading': (context, { caseId }) => {
    requireCase(context.reader, caseId)
    return {
      paused: recognitionPaused(context.reader),
      files: readingsOfCase(context.reader, caseId),
    }
  },

  'intake.pauseRecognition': (context) => {
    context.reading.pause()
    context.emit({ kind: 'changed', subject: 'reading' })
    return null
  },

  'intake.resumeRecognition': (context) => {
    context.reading.resume()
    context.emit({ kind: 'changed', subject: 'reading' })
    return null
  },

  'intake.readAgain': (context, { materialId }) => {
    const { sha256, name, caseId } = requireMaterial(context, materialId)
    context.reading.add([{ sha256, name }], true)
    context.emit({ kind: 'changed', subject: 'reading', id: caseId })
    return null
  },

  'intake.documents': (context, { caseId }) => {
    requireCase(context.reader, caseId)
    readCase(context, caseId)
    const papers = presentMaterials(context.reader, caseId)
    const materials = papers.map((paper) => readMaterial(context, paper))
    const files = papers.map(({ id, name, sha256 }, index) => ({
      fileId: id,
      name,
      text: textOf(context.reader, sha256),
      parts: materials[index]?.documents ?? [],
    }))
    const timeline = timelineOf(files, context.catalogue.documentKinds)
    return { materials, timeline }
  },

  'intake.correctKind': (context, { materialId, part, kind }) => {
    if (!context.catalogue.documentKinds.some(({ id }) => id === kind)) throw new FashenError('not-found', { subject: 'documentKind', id: kind })
    const paper = requireMaterial(context, materialId)
    const record = requireOpenCase(context, paper.caseId, 'change')
    const parts = documentsIn(context.reader, materialId)
    const before = parts[part]
    if (before === undefined) throw new FashenError('not-found', { subject: 'document', id: `${materialId}/${part}` })
    const corrected = parts.with(part, withKind(before, kind, textOf(context.reader, paper.sha256)))
    const material = materialKindOf(context.catalogue, corrected, record.fields.actionKinds) ?? paper.kind
    const pattern = learnedPattern(paper.name, part, parts.length)
    const content = { id: materialId, part, before: before.kind, after: kind, material, learned: pattern }
    context.act({ act: 'material.correctKind', subject: `case/${record.id}`, content }, (writer) => {
      writeDocuments(writer, materialId, corrected)
      writer.run("UPDATE materials SET kind = ? WHERE id = ? AND kind_by = 'rules'", material, materialId)
      if (pattern !== null) learnKind(writer, pattern, kind, context.instant())
    })
    context.emit({ kind: 'changed', subject: 'materials', id: record.id })
    context.emit({ kind: 'changed', subject: 'reading', id: record.id })
    return readMaterial(context, requireMaterial(context, materialId))
  },

  'intake.text': (context, { materialId }) => textOf(context.reader, requirePaper(context, materialId).sha256),

  'intake.scanPages': (context, { materialId }) => recognisedPages(context.reader, requirePaper(context, materialId).sha256),

  'intake.wordPlaces': (context, { materialId, page }) => {
    const paper = requirePaper(context, materialId)
    const placed = placedPage(context.reader, paper.sha256, page)
    if (placed?.places === null) context.reading.place({ sha256: paper.sha256, name: paper.name }, page)
    return placed ?? null
  },

  'intake.search': (context, { caseId, words }) => {
    requireCase(context.reader, caseId)
    return search(context, caseId, words)
  },

  'intake.proposal': (context, { caseId }) => {
    requireCase(context.reader, caseId)
    const files = presentMaterials(context.reader, caseId).map(({ id, name, sha256 }) => ({
      fileId: id,
      name,
      text: textOf(context.reader, sha256),
      parts: documentsIn(context.reader, id),
    }))
    return proposeCase(files)
  },
}

/** A paper that was removed since can still be looked at. Throws `not-found`. */
function requirePaper(context: CallContext, materialId: MaterialId): Material {
  const paper = findMaterial(context.reader, materialId)
  if (paper === undefined) throw new FashenError('not-found', { subject: 'material', id: materialId })
  return paper
}

function stagedFiles(context: CallContext, files: StagedList): { sha256: string; name: string }[] {
  return files.map(({ stagedId, name }) => ({ sha256: context.staging.find(context.caller.connection, stagedId, name).sha256, name }))
}

function readMaterial(context: CallContext, { id, name, sha256 }: Pick<Material, 'id' | 'name' | 'sha256'>): ReadMaterial {
  const reading = readingOf(context.reader, sha256)
  return {
    materialId: id,
    name,
    sha256,
    state: reading?.state ?? 'absent',
    problem: reading?.problem ?? null,
    pages: pageHeadsOf(context.reader, sha256),
    documents: documentsIn(context.reader, id),
  }
}

interface FoundPage {
  readonly materialId: MaterialId
  readonly name: string
  readonly number: number
  readonly text: string
}

/** Pages by the index, places in them by looking: the index knows pairs of characters, not where they stand. */
function search(context: CallContext, caseId: CaseId, words: string): TextHit[] {
  const query = bigramQuery(words)
  if (query === null) return []
  const pages = context.reader.all<FoundPage>(
    `SELECT m.id AS materialId, m.name, p.number, p.text FROM materials m JOIN file_pages p ON p.sha256 = m.sha256
     WHERE m.case_id = ? AND m.removed_at IS NULL AND p.id IN (SELECT rowid FROM page_search WHERE page_search MATCH ?)
     ORDER BY m.attached_at, m.id, p.number`,
    caseId,
    query,
  )
  const wanted = words.trim().split(/\s+/u)
  const hits: TextHit[] = []
  for (const { materialId, name, number, text } of pages) {
    for (const start of placesOf(text, wanted)) {
      if (hits.length === MOST_HITS) return hits
      const end = start.at + start.length
      const from = Math.max(0, start.at - CONTEXT)
      const passage = { page: number, start: start.at, end }
      const shown = quoted({ pages: [{ number, text, source: 'plain', confidence: null }] }, { page: number, start: from, end: end + CONTEXT })
      hits.push({ materialId, name, passage, snippet: { text: shown.replaceAll(/[\n\t]/gu, ' '), from: start.at - from, to: end - from } })
    }
  }
  return hits
}

/** Where any of the words stands, whatever the case of Latin letters, in order. */
function placesOf(text: string, words: readonly string[]): { at: number; length: number }[] {
  const folded = text.toLowerCase()
  const places: { at: number; length: number }[] = []
  for (const word of words) {
    const sought = word.toLowerCase()
    for (let at = folded.indexOf(sought); at >= 0 && places.length < MOST_HITS; at = folded.indexOf(sought, at + sought.length)) {
      places.push({ at, length: sought.length })
    }
  }
  return places.toSorted((one, other) => one.at - other.at)
}
