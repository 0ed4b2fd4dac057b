/**
 * The law library (法规库): laws, their versions and articles, the full-text index over them, which files they came from,
 * and which laws the cases cite.
 */
import type { Migration } from '../migrations.ts'

// The long columns stand last, so that listing laws does not read past them into their overflow pages. A version is
// written after its articles: articles without a version are what an interrupted import left, and are not shown.
// The index does not join its pieces by itself: that would hold the core up for a tenth of a second at a time. The import
// joins them a few pages at a time instead.
const LIBRARY = `
CREATE TABLE laws (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  names TEXT NOT NULL
) STRICT;
CREATE TABLE law_versions (
  seq INTEGER PRIMARY KEY,
  law_id TEXT NOT NULL REFERENCES laws(id),
  version TEXT NOT NULL,
  rank INTEGER NOT NULL,
  version_date TEXT,
  in_force_from TEXT,
  in_force_certain INTEGER NOT NULL,
  ended_on TEXT,
  ended_by TEXT,
  highest_article INTEGER,
  articles INTEGER NOT NULL,
  odd INTEGER NOT NULL,
  issuer TEXT,
  number TEXT,
  text_hash TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  details TEXT NOT NULL,
  UNIQUE (law_id, version)
) STRICT;
CREATE INDEX law_versions_by_days ON law_versions (ended_on, in_force_from, seq);
CREATE TABLE law_articles (
  id INTEGER PRIMARY KEY,
  version_seq INTEGER NOT NULL,
  place INTEGER NOT NULL,
  level INTEGER NOT NULL,
  number INTEGER,
  sub INTEGER NOT NULL,
  division INTEGER,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX law_articles_by_number ON law_articles (version_seq, number, sub, level);
CREATE VIRTUAL TABLE law_search USING fts5(words, content='', contentless_delete=1, prefix='1', tokenize='unicode61');
INSERT INTO law_search (law_search, rank) VALUES ('automerge', 0);
INSERT INTO law_search (law_search, rank) VALUES ('crisismerge', 1000);
INSERT INTO law_search (law_search, rank) VALUES ('usermerge', 16);
CREATE TABLE law_files (
  source TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  outcome TEXT NOT NULL,
  version_seq INTEGER,
  odd INTEGER NOT NULL,
  problems TEXT NOT NULL,
  read_at TEXT NOT NULL,
  PRIMARY KEY (source, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX law_files_by_version ON law_files (version_seq);`

/** One row for each citation registered with a case; kept by triggers, whoever writes the case. */
const cited = (row: string): string => `
  INSERT INTO law_uses (case_id, place, law, article, paragraph, item, role)
  SELECT ${row}.id, c.key, c.value ->> 'law', c.value ->> 'article', c.value ->> 'paragraph', c.value ->> 'item', c.value ->> 'role'
  FROM json_each(${row}.fields, '$.citations') c`

const USES = `
CREATE TABLE law_uses (
  case_id TEXT NOT NULL REFERENCES cases(id),
  place INTEGER NOT NULL,
  law TEXT NOT NULL,
  article TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  item TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX law_uses_by_law ON law_uses (law, article);
CREATE TRIGGER law_uses_of_new_case AFTER INSERT ON cases WHEN json_valid(NEW.fields)
BEGIN ${cited('NEW')};
END;
CREATE TRIGGER law_uses_of_changed_case AFTER UPDATE OF fields ON cases WHEN OLD.fields <> NEW.fields AND json_valid(NEW.fields)
BEGIN
  DELETE FROM law_uses WHERE case_id = NEW.id;
  ${cited('NEW')};
END;
INSERT INTO law_uses (case_id, place, law, article, paragraph, item, role)
  SELECT o.id, c.key, c.value ->> 'law', c.value ->> 'article', c.value ->> 'paragraph', c.value ->> 'item', c.value ->> 'role'
  FROM cases o, json_each(o.fields, '$.citations') c WHERE json_valid(o.fields);`

export const laws: Migration = {
  version: 30,
  name: 'laws',
  up: (database) => {
    database.exec(LIBRARY)
    database.exec(USES)
  },
}
