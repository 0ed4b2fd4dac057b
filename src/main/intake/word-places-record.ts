/** Places of words in the store: written with a page that is recognised, sought later for pages that were before. */
import { packedPlaces, unpackedPlaces, type WordPlaces } from '../../shared/intake/word-places.ts'
import type { Reader, Writer } from '../store/database.ts'

/** As long as the text is still the one that the places are of. */
export function writePlaces(writer: Writer, sha256: string, page: { readonly number: number; readonly text: string }, places: WordPlaces): void {
  writer.run(
    'INSERT OR REPLACE INTO page_places (page_id, places) SELECT id, ? FROM file_pages WHERE sha256 = ? AND number = ? AND text = ?',
    packedPlaces(places, page.text.length),
    sha256,
    page.number,
    page.text,
  )
}

export interface PlacedPage {
  readonly text: string
  /** Null where they are not known, or cannot be made out. */
  readonly places: WordPlaces | null
}

/** Undefined for a page that was not recognised. */
export function placedPage(reader: Reader, sha256: string, page: number): PlacedPage | undefined {
  const row = reader.get<{ text: string; places: Uint8Array | null }>(
    `SELECT p.text, w.places FROM file_pages p LEFT JOIN page_places w ON w.page_id = p.id
     WHERE p.sha256 = ? AND p.number = ? AND p.source = 'ocr'`,
    sha256,
    page,
  )
  return row === undefined ? undefined : { text: row.text, places: row.places === null ? null : unpackedPlaces(row.places, row.text.length) }
}

/** Numbers of the pages that were recognised, in order. */
export function recognisedPages(reader: Reader, sha256: string): number[] {
  return reader.numbers("SELECT number FROM file_pages WHERE sha256 = ? AND source = 'ocr' ORDER BY number", sha256)
}

export interface FileToPlace {
  readonly sha256: string
  readonly name: string
  readonly attempts: number
}

/** Before all others: it is the one that somebody looks at. What is known of this page is taken as unknown. */
export function queuePlacing(writer: Writer, { sha256, name }: { readonly sha256: string; readonly name: string }, page: number): void {
  writer.run('DELETE FROM page_places WHERE page_id IN (SELECT id FROM file_pages WHERE sha256 = ? AND number = ?)', sha256, page)
  writer.run('INSERT OR REPLACE INTO files_to_place (sha256, name, attempts) VALUES (?, ?, 0)', sha256, name)
}

export function nextPlacing(reader: Reader): FileToPlace | undefined {
  return reader.get<FileToPlace>('SELECT sha256, name, attempts FROM files_to_place ORDER BY id DESC LIMIT 1')
}

/** Counted before it is made, and forgotten with every page that is done. */
export function countPlacing(writer: Writer, sha256: string): number {
  writer.run('UPDATE files_to_place SET attempts = attempts + 1 WHERE sha256 = ?', sha256)
  return writer.get<{ attempts: number }>('SELECT attempts FROM files_to_place WHERE sha256 = ?', sha256)?.attempts ?? 0
}

export function forgetAttempts(writer: Writer, sha256: string): void {
  writer.run('UPDATE files_to_place SET attempts = 0 WHERE sha256 = ?', sha256)
}

export function endPlacing(writer: Writer, sha256: string): void {
  writer.run('DELETE FROM files_to_place WHERE sha256 = ?', sha256)
}

/** The next page without places: the first from `from` on, else the first of all. */
export function nextUnplaced(reader: Reader, sha256: string, from: number): { readonly number: number; readonly text: string } | undefined {
  return reader.get(
    `SELECT p.number, p.text FROM file_pages p LEFT JOIN page_places w ON w.page_id = p.id
     WHERE p.sha256 = ? AND p.source = 'ocr' AND w.page_id IS NULL ORDER BY p.number < ?, p.number LIMIT 1`,
    sha256,
    from,
  )
}
