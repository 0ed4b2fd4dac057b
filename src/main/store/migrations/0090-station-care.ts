/** What an administrator keeps of the station: overlays of the catalogue, version by version, and its backups. */
import type { Migration } from '../migrations.ts'

const TABLES = `
CREATE TABLE overlays (
  overlay_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  state TEXT NOT NULL CHECK (state IN ('active', 'withdrawn')),
  content TEXT NOT NULL,
  note TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (overlay_id, seq)
) STRICT;
CREATE TRIGGER overlays_no_update BEFORE UPDATE ON overlays BEGIN
  SELECT RAISE(ABORT, 'a kept overlay never changes');
END;
CREATE TRIGGER overlays_no_delete BEFORE DELETE ON overlays BEGIN
  SELECT RAISE(ABORT, 'a kept overlay never changes');
END;
CREATE TABLE backups (
  id TEXT PRIMARY KEY,
  folder TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  files INTEGER NOT NULL,
  chain_seq INTEGER NOT NULL,
  chain_hash TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE TABLE backup_settings (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  folder TEXT NOT NULL,
  remind_after INTEGER NOT NULL CHECK (remind_after BETWEEN 1 AND 365)
) STRICT;`

export const stationCare: Migration = { version: 90, name: 'station-care', up: (database) => void database.exec(TABLES) }
