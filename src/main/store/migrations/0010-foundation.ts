/** The first store: station, people, cases and their rounds, papers, numbers, the audit chain. */
import type { Migration } from '../migrations.ts'
import { forbid, issuedRound } from './guard.ts'

const STATION = `
CREATE TABLE station (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  id TEXT NOT NULL,
  fields TEXT NOT NULL,
  file_key BLOB NOT NULL,
  demo INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL,
  fields TEXT NOT NULL,
  active INTEGER NOT NULL,
  version INTEGER NOT NULL,
  password TEXT NOT NULL,
  failed_attempts INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE drafts (
  person_id TEXT NOT NULL REFERENCES people(id),
  key TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;`

// The long columns stand last, so that listing a case does not read past them into its overflow pages.
// Sort columns are never NULL, so that one index order serves a page and its cursor: no due day sorts last, no amount
// below every amount. Two indexes a sort: with one state, and over all states.
const SORTS = ['updated_at', 'received_on', 'due_on', 'title', 'amount']
const CASES = `
CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  file_number TEXT NOT NULL,
  party_name TEXT NOT NULL,
  submitting_unit TEXT NOT NULL,
  action_kinds TEXT NOT NULL,
  state TEXT NOT NULL,
  round INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  due_provisional INTEGER NOT NULL,
  reviewer_id TEXT REFERENCES people(id),
  amount REAL NOT NULL,
  opinion_number TEXT,
  version INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  search_text TEXT NOT NULL,
  fields TEXT NOT NULL
) STRICT;
${SORTS.map(
  (column) => `CREATE INDEX cases_by_${column} ON cases (${column}, id);
CREATE INDEX cases_by_state_${column} ON cases (state, ${column}, id);`,
).join('\n')}
CREATE INDEX cases_by_reviewer ON cases (reviewer_id, state);
CREATE TABLE case_kinds (
  kind TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  PRIMARY KEY (kind, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE case_handlers (
  person_id TEXT NOT NULL REFERENCES people(id),
  case_id TEXT NOT NULL REFERENCES cases(id),
  PRIMARY KEY (person_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE case_search USING fts5(words, content='', contentless_delete=1, prefix='1', tokenize='unicode61');
CREATE TABLE catalogues (
  content_hash TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE TABLE rounds (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  submitted_on TEXT NOT NULL,
  accepted_on TEXT,
  reviewer_id TEXT REFERENCES people(id),
  catalogue_version TEXT,
  basis TEXT,
  PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;
CREATE TABLE returns (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  returned_at TEXT NOT NULL,
  missing TEXT NOT NULL,
  reason TEXT NOT NULL,
  reply_by TEXT NOT NULL
) STRICT;
CREATE INDEX returns_by_case ON returns (case_id);
CREATE TABLE recusals (
  case_id TEXT NOT NULL REFERENCES cases(id),
  person_id TEXT NOT NULL REFERENCES people(id),
  reason TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (case_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE assignments (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  mode TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people(id),
  reason TEXT,
  draw TEXT,
  excluded TEXT NOT NULL,
  assigned_at TEXT NOT NULL
) STRICT;
CREATE INDEX assignments_by_case ON assignments (case_id);`

const REVIEW = `
CREATE TABLE materials (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  pages INTEGER,
  attached_at TEXT NOT NULL,
  attached_by TEXT NOT NULL,
  removed_at TEXT,
  removed_by TEXT,
  removed_reason TEXT
) STRICT;
CREATE INDEX materials_by_case ON materials (case_id);
CREATE INDEX materials_by_content ON materials (sha256);
CREATE TABLE answers (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  question_id TEXT NOT NULL,
  fields TEXT NOT NULL,
  version INTEGER NOT NULL,
  answered_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (case_id, round, question_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE opinions (
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signing', 'issued')),
  type TEXT NOT NULL,
  override_reason TEXT,
  sections TEXT NOT NULL,
  remarks TEXT NOT NULL,
  number TEXT,
  document TEXT,
  signatures TEXT NOT NULL,
  pdf_document_id TEXT,
  docx_document_id TEXT,
  chain_seq INTEGER,
  chain_hash TEXT,
  issued_at TEXT,
  PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  number TEXT,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_case ON documents (case_id);
CREATE INDEX documents_by_content ON documents (sha256);
CREATE INDEX documents_by_number ON documents (number);
CREATE TABLE numbers (
  prefix TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'void')),
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  reason TEXT,
  taken_at TEXT NOT NULL,
  PRIMARY KEY (prefix, year, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX numbers_by_case ON numbers (case_id, round);
CREATE TABLE certificates (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people(id),
  origin TEXT NOT NULL,
  certificate BLOB NOT NULL,
  chain TEXT NOT NULL,
  wrapped_key TEXT NOT NULL,
  subject TEXT NOT NULL,
  issuer TEXT NOT NULL,
  serial TEXT NOT NULL,
  algorithm TEXT NOT NULL,
  not_before TEXT NOT NULL,
  not_after TEXT NOT NULL,
  revoked_at TEXT,
  revoked_reason TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX certificates_by_person ON certificates (person_id);
CREATE TABLE station_root (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  certificate BLOB NOT NULL,
  private_key BLOB NOT NULL
) STRICT;`

const AUDIT = `
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  content TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, seq);`

const GUARDS = [
  forbid('audit_no_update', 'UPDATE', 'audit', '', 'the audit chain is append-only'),
  forbid('audit_no_delete', 'DELETE', 'audit', '', 'the audit chain is append-only'),
  forbid('opinions_no_update', 'UPDATE', 'opinions', "WHEN OLD.state = 'issued'", 'an issued opinion never changes'),
  forbid('opinions_no_delete', 'DELETE', 'opinions', '', 'opinions are never deleted'),
  forbid('answers_no_update', 'UPDATE', 'answers', issuedRound('OLD'), 'answers of an issued opinion never change'),
  forbid('answers_no_insert', 'INSERT', 'answers', issuedRound('NEW'), 'answers of an issued opinion never change'),
  forbid('answers_no_delete', 'DELETE', 'answers', '', 'answers are never deleted'),
  forbid('documents_no_update', 'UPDATE', 'documents', '', 'documents never change'),
  forbid('documents_no_delete', 'DELETE', 'documents', '', 'documents are never deleted'),
  forbid('materials_no_delete', 'DELETE', 'materials', '', 'materials are marked as removed, not deleted'),
  forbid(
    'materials_content_stays',
    'UPDATE OF id, case_id, round, name, size, sha256, attached_at, attached_by',
    'materials',
    '',
    'the content of a material never changes',
  ),
  forbid('numbers_no_delete', 'DELETE', 'numbers', '', 'a number is never used again'),
  forbid('numbers_settled', 'UPDATE', 'numbers', "WHEN OLD.state <> 'reserved'", 'a number is never used again'),
  forbid('catalogues_no_update', 'UPDATE', 'catalogues', '', 'a kept catalogue never changes'),
  forbid('catalogues_no_delete', 'DELETE', 'catalogues', '', 'a kept catalogue never changes'),
  forbid('cases_no_delete', 'DELETE', 'cases', '', 'cases are never deleted'),
].join('\n')

export const foundation: Migration = {
  version: 10,
  name: 'foundation',
  up: (database) => {
    database.exec(STATION)
    database.exec(CASES)
    database.exec(REVIEW)
    database.exec(AUDIT)
    database.exec(GUARDS)
  },
}
