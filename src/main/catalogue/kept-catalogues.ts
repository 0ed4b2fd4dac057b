/**
 * The catalogues that cases were reviewed under, kept whole: years later the program carries another one, and what was
 * asked then must still be told as it was asked.
 */
import { FashenError } from '../../shared/errors/errors.ts'
import { catalogueVersionSchema, SUBJECTS, type Catalogue, type CatalogueRows } from '../../shared/catalogue/schema.ts'
import type { Reader, Writer } from '../store/database.ts'

/** Keeps the catalogue under its content hash, once. */
export function keepCatalogue(writer: Writer, catalogue: Catalogue, at: string): void {
  const { contentHash } = catalogue.version
  if (writer.get('SELECT 1 FROM catalogues WHERE content_hash = ?', contentHash) !== undefined) return
  writer.run('INSERT INTO catalogues (content_hash, content, kept_at) VALUES (?, ?, ?)', contentHash, JSON.stringify(catalogue), at)
}

const NO_ROWS = Object.fromEntries(SUBJECTS.map((subject) => [subject, []])) as unknown as CatalogueRows

const parsed = new Map<string, Catalogue>()

/** Throws `not-found` for a content that this station never reviewed under. */
export function keptCatalogue(reader: Reader, contentHash: string): Catalogue {
  let catalogue = parsed.get(contentHash)
  if (catalogue === undefined) {
    const row = reader.get<{ content: string }>('SELECT content FROM catalogues WHERE content_hash = ?', contentHash)
    if (row === undefined) throw new FashenError('not-found', { subject: 'catalogue', id: contentHash })
    // it was checked when it was loaded and cannot have changed since: the table is guarded; subjects that the program
    // of that time did not have are empty
    catalogue = { ...NO_ROWS, ...(JSON.parse(row.content) as Catalogue) }
    parsed.set(contentHash, catalogue)
  }
  return catalogue
}

/** The catalogue of a round: the one it was accepted under, or the present one before that. */
export function catalogueOfRound(reader: Reader, present: Catalogue, keptVersion: string | null): Catalogue {
  if (keptVersion === null) return present
  const { contentHash } = catalogueVersionSchema.parse(JSON.parse(keptVersion))
  return contentHash === present.version.contentHash ? present : keptCatalogue(reader, contentHash)
}
