/** Reusable phrases: a person's own and the station's. */
import type { Migration } from '../migrations.ts'

const TABLES = `
CREATE TABLE phrases (
  id TEXT PRIMARY KEY,
  owner TEXT REFERENCES people(id),
  version INTEGER NOT NULL,
  fields TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX phrases_by_owner ON phrases (owner);`

export const phrases: Migration = { version: 70, name: 'phrases', up: (database) => void database.exec(TABLES) }
