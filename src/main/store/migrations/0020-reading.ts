/**
 * What is read from the files: their text page by page, the documents in them with kinds and facts, and what a station
 * learned about the names of its files. All of it can be made again from the files; none of it is an act.
 */
import type { Migration } from '../migrations.ts'

const READING = `
CREATE TABLE file_readings (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'recognising', 'read', 'failed')),
  reader INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  to_recognise TEXT NOT NULL,
  problem TEXT,
  queued_at TEXT NOT NULL,
  finished_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX file_readings_open ON file_readings (state, queued_at) WHERE state IN ('queued', 'recognising');
CREATE TABLE file_pages (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES file_readings(sha256),
  number INTEGER NOT NULL,
  source TEXT NOT NULL,
  confidence REAL,
  text TEXT NOT NULL,
  UNIQUE (sha256, number)
) STRICT;
CREATE VIRTUAL TABLE page_search USING fts5(words, content='', contentless_delete=1, prefix='1', tokenize='unicode61');
CREATE TABLE material_documents (
  material_id TEXT NOT NULL REFERENCES materials(id),
  part INTEGER NOT NULL,
  kind TEXT NOT NULL,
  confidence REAL NOT NULL,
  decided_by TEXT NOT NULL CHECK (decided_by IN ('rules', 'learned', 'person')),
  rules INTEGER NOT NULL,
  spans TEXT NOT NULL,
  facts TEXT NOT NULL,
  PRIMARY KEY (material_id, part)
) STRICT;
CREATE TABLE learned_kinds (
  name_pattern TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  times INTEGER NOT NULL,
  learned_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE reading_control (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  recognition_paused INTEGER NOT NULL
) STRICT;
INSERT INTO reading_control (only_one, recognition_paused) VALUES (1, 0);
ALTER TABLE materials ADD COLUMN kind_by TEXT NOT NULL DEFAULT 'person' CHECK (kind_by IN ('rules', 'person'));`

export const reading: Migration = {
  version: 20,
  name: 'reading',
  up: (database) => void database.exec(READING),
}
