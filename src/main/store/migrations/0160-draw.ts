/** How the draw weighs work, and how many officers the reviewers stand against. */
import type { Migration } from '../migrations.ts'

const TABLE = `
CREATE TABLE assignment_settings (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  band INTEGER CHECK (band BETWEEN 0 AND 50),
  staff INTEGER CHECK (staff >= 1),
  counted_on TEXT,
  CHECK ((staff IS NULL) = (counted_on IS NULL))
) STRICT;`

export const draw: Migration = { version: 160, name: 'draw', up: (database) => void database.exec(TABLE) }
