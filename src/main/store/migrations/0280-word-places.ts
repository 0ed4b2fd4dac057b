/**
 * Where the words of recognised pages stand (文字位置), and the files of which that is to be found out. It goes with the
 * page's text: where the text is read anew or erased, its places are gone too. Pages that were recognised before have none.
 */
import type { Migration } from '../migrations.ts'

const WORD_PLACES = `
CREATE TABLE page_places (
  page_id INTEGER PRIMARY KEY REFERENCES file_pages(id) ON DELETE CASCADE,
  places BLOB NOT NULL
) STRICT;
CREATE TABLE files_to_place (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE REFERENCES file_readings(sha256),
  name TEXT NOT NULL,
  attempts INTEGER NOT NULL
) STRICT;`

export const wordPlaces: Migration = {
  version: 280,
  name: 'word-places',
  up: (database) => void database.exec(WORD_PLACES),
}
