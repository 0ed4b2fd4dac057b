/** Pictures for signing: each person's signature, the station's seal. And what the head last read of an opinion. */
import type { Migration } from '../migrations.ts'

const TABLES = `
CREATE TABLE signing_pictures (
  kind TEXT NOT NULL CHECK (kind IN ('signature', 'seal')),
  owner TEXT NOT NULL,
  picture BLOB NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  width_mm REAL NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (kind, owner)
) STRICT;
ALTER TABLE opinions ADD COLUMN last_read TEXT;`

export const signingPictures: Migration = { version: 80, name: 'signing-pictures', up: (database) => void database.exec(TABLES) }
