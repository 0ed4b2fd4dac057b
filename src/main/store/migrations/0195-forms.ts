/**
 * Companion forms (随案文书): the station's own wording, every version kept, and the forms that were made of a case. Their
 * numbers stand with all others in `numbers`, under round -1.
 */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const TABLES = `
CREATE TABLE form_settings (
  form TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  content TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES people(id),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (form, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE form_papers (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  form TEXT NOT NULL,
  about TEXT NOT NULL,
  number TEXT UNIQUE REFERENCES numbers(number),
  pdf_document_id TEXT NOT NULL UNIQUE REFERENCES documents(id),
  docx_document_id TEXT NOT NULL UNIQUE REFERENCES documents(id),
  given TEXT NOT NULL,
  lacks TEXT NOT NULL,
  settings_seq INTEGER NOT NULL,
  catalogue TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES people(id),
  made_at TEXT NOT NULL,
  void_by TEXT REFERENCES people(id),
  void_at TEXT,
  void_reason TEXT,
  CHECK ((void_at IS NULL) = (void_by IS NULL) AND (void_at IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE INDEX form_papers_by_case ON form_papers (case_id, form);`

const CONTENT = 'id, case_id, round, form, about, number, pdf_document_id, docx_document_id, given, lacks, settings_seq, catalogue, made_by, made_at'

const GUARDS = [
  forbid('form_settings_no_update', 'UPDATE', 'form_settings', '', 'kept wording of a form never changes'),
  forbid('form_settings_no_delete', 'DELETE', 'form_settings', '', 'kept wording of a form never changes'),
  forbid('form_papers_no_delete', 'DELETE', 'form_papers', '', 'a made form is marked as void, not deleted'),
  forbid('form_papers_content_stays', `UPDATE OF ${CONTENT}`, 'form_papers', '', 'a made form never changes'),
  forbid('form_papers_void_once', 'UPDATE', 'form_papers', 'WHEN OLD.void_at IS NOT NULL', 'a void form stays void'),
]

export const forms: Migration = {
  version: 195,
  name: 'forms',
  up: (database) => {
    for (const part of [TABLES, ...GUARDS]) database.exec(part)
  },
}
