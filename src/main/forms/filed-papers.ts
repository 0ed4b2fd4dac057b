/** The papers of the archived file in their two volumes (正卷、副卷), each with the pages that it takes there. */
import { volumeOfForm, volumeOfMade, volumeOfPaper, type FileVolume, type FileVolumeRow } from '../../shared/catalogue/file-volumes.ts'
import type { Material } from '../../shared/materials/contract.ts'
import type { CaseDocument } from '../../shared/cases/contract.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { documentsOf } from '../cases/case-detail.ts'
import { pagesOfDocuments } from '../documents/made-documents.ts'
import { fileReading, textOf } from '../intake/file-reading-record.ts'
import { documentsIn } from '../intake/material-documents.ts'
import { presentMaterials } from '../materials/material-record.ts'
import { formPapersOf } from './form-paper-record.ts'
import { dayOfMoment, type FormDesk } from './form-source.ts'

export interface FiledPaper {
  readonly volume: FileVolume
  readonly number: string
  readonly title: string
  /** As documents write days. */
  readonly date: string
  readonly pages: number | null
}

/** 正卷 first; in each volume by the order of the catalogue, and papers of one kind as they came. */
export function filedPapers(desk: FormDesk): readonly FiledPaper[] {
  const papers = [...handedIn(desk), ...made(desk)]
  return papers.toSorted((one, other) => place(one.row) - place(other.row)).map(({ row, paper }) => ({ volume: row.volume, ...paper }))
}

interface Placed {
  readonly row: FileVolumeRow
  readonly paper: Omit<FiledPaper, 'volume'>
}

const SECONDARY_LAST = 1000
const place = ({ volume, order }: FileVolumeRow): number => (volume === 'main' ? order : SECONDARY_LAST + order)

function handedIn({ context: { reader, catalogue }, record }: FormDesk): Placed[] {
  return presentMaterials(reader, record.id).map((material) => {
    const { name, kind, attachedAt } = material
    const row = volumeOfPaper(catalogue.fileVolumes, { document: documentOf({ reader }, material), material: kind, name })
    return { row, paper: { number: '', title: name.replace(/\.[A-Za-z0-9]{1,5}$/u, ''), date: dayOfMoment(attachedAt), pages: pagesOf({ reader }, material) } }
  })
}

/** What was recognised in it; of a picture without words only what a person said, for its kind is taken from its format. */
function documentOf({ reader }: Pick<FormDesk['context'], 'reader'>, { id, sha256 }: Material): string | null {
  const [part] = documentsIn(reader, id)
  if (part === undefined) return null
  const hasWords = textOf(reader, sha256).pages.some(({ text }) => text.trim() !== '')
  return hasWords || part.decidedBy === 'person' ? part.kind : null
}

/** A PDF that does not say how many pages it has was counted when it was read; of text and tables the printer says. */
function pagesOf({ reader }: Pick<FormDesk['context'], 'reader'>, { name, sha256, pages, mediaType }: Material): number | null {
  if (pages !== null || mediaType !== 'application/pdf') return pages
  const reading = fileReading(reader, { sha256, name })
  return reading.state === 'read' && reading.pages > 0 ? reading.pages : null
}

const MADE: Partial<Record<CaseDocument['kind'], 'opinion' | 'masked' | 'publicationProof'>> = { opinionPdf: 'opinion', maskedPdf: 'masked', publicationProof: 'publicationProof' }

/** Printed before forms had a register of their own. */
const FORMS_BEFORE: Partial<Record<CaseDocument['kind'], FormId>> = { supplementNotice: 'supplementNotice' }

/** What the station printed; of its Word files each is the same paper once more. */
function made({ context: { reader, catalogue }, record }: FormDesk): Placed[] {
  const forms = new Map(formPapersOf(reader, record.id).map((one) => [one.pdfDocumentId, one]))
  const pages = pagesOfDocuments(reader, record.id)
  return documentsOf(reader, record.id).flatMap(({ id, kind, name, number, createdAt }) => {
    const registered = forms.get(id)
    const form = registered === undefined ? FORMS_BEFORE[kind] : registered.voided === null ? registered.form : undefined
    const other = MADE[kind]
    const row = form !== undefined ? volumeOfForm(catalogue.fileVolumes, form) : other !== undefined ? volumeOfMade(catalogue.fileVolumes, other) : undefined
    if (row === undefined) return []
    // the number has a column of its own, and the case its own row
    const title = name.replace(/\.pdf$/u, '').replace(number ?? record.fields.title, '').trim()
    return [{ row, paper: { number: number ?? '', title, date: dayOfMoment(createdAt), pages: pages.get(id) ?? null } }]
  })
}

/** Pages of the papers together; null where those of one are not known, or there is none. */
export function pagesTogether(papers: readonly FiledPaper[]): number | null {
  const counts = papers.map(({ pages }) => pages)
  return counts.length === 0 || counts.includes(null) ? null : counts.reduce<number>((sum, pages) => sum + (pages ?? 0), 0)
}

/** `1-3`: where each paper stands in its volume; empty behind a paper whose pages are not known. */
export function pageNumbers(papers: readonly FiledPaper[]): readonly string[] {
  const next: Record<FileVolume, number | null> = { main: 1, secondary: 1 }
  return papers.map(({ volume, pages }) => {
    const from = next[volume]
    next[volume] = from === null || pages === null ? null : from + pages
    if (from === null || pages === null) return ''
    return pages === 1 ? String(from) : `${from}-${from + pages - 1}`
  })
}
