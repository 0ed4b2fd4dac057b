/** How many pages a paper has that the station made: the index and the cover of the file say it (卷内目录、案卷封面). */
import type { Migration } from '../migrations.ts'

export const documentPages: Migration = {
  version: 230,
  name: 'document-pages',
  up: (database) => {
    // null: it has no fixed pages, or was made before they were counted; the table is guarded, so that it stays null
    database.exec('ALTER TABLE documents ADD COLUMN pages INTEGER CHECK (pages IS NULL OR pages >= 1)')
  },
}
