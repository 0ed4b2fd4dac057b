/**
 * Disclosure of decisions (执法决定公开): texts and how they were masked, publications with their proofs, decisions that stay
 * unpublished, changes of a decision and the withdrawal that follows. Append-only.
 */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const MASKING = `
CREATE TABLE disclosure_maskings (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  original TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES people(id),
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX disclosure_maskings_by_case ON disclosure_maskings (case_id);
CREATE TABLE masking_steps (
  masking_id TEXT NOT NULL REFERENCES disclosure_maskings(id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  step TEXT NOT NULL CHECK (step IN ('saved', 'submitted', 'returned', 'approved')),
  marks TEXT NOT NULL,
  remark TEXT NOT NULL,
  pdf_document_id TEXT REFERENCES documents(id),
  docx_document_id TEXT REFERENCES documents(id),
  done_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (masking_id, seq),
  CHECK ((step = 'approved') = (pdf_document_id IS NOT NULL AND docx_document_id IS NOT NULL))
) STRICT;`

const PUBLISHING = `
CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  place TEXT NOT NULL,
  place_name TEXT NOT NULL,
  address TEXT NOT NULL CHECK (address <> ''),
  published_on TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('masked', 'summary')),
  masking_id TEXT REFERENCES disclosure_maskings(id),
  note TEXT NOT NULL,
  proofs TEXT NOT NULL CHECK (json_array_length(proofs) >= 1),
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL,
  CHECK ((what = 'masked') = (masking_id IS NOT NULL))
) STRICT;
CREATE INDEX publications_by_case ON publications (case_id);
CREATE INDEX publications_by_day ON publications (published_on, case_id);
CREATE TABLE withholdings (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  rule_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  proposed_by TEXT NOT NULL REFERENCES people(id),
  proposed_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('approved', 'returned')),
  remark TEXT,
  settled_by TEXT REFERENCES people(id),
  settled_on TEXT,
  settled_at TEXT,
  CHECK (settled_by IS NULL OR settled_by <> proposed_by),
  CHECK ((outcome IS NULL) = (settled_by IS NULL) AND (outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_on IS NULL))
) STRICT;
CREATE INDEX withholdings_by_case ON withholdings (case_id);
CREATE INDEX withholdings_by_day ON withholdings (settled_on, case_id) WHERE outcome = 'approved';
CREATE UNIQUE INDEX withholdings_open ON withholdings (case_id) WHERE outcome IS NULL OR outcome = 'approved';`

const WITHDRAWING = `
CREATE TABLE decision_changes (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  outcome TEXT NOT NULL CHECK (outcome IN ('changed', 'annulled', 'unlawful', 'void', 'remade')),
  organ TEXT NOT NULL,
  number TEXT NOT NULL,
  changed_on TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX decision_changes_by_case ON decision_changes (case_id);
CREATE TABLE publication_withdrawals (
  change_id TEXT PRIMARY KEY REFERENCES decision_changes(id),
  case_id TEXT NOT NULL REFERENCES cases(id),
  withdrawn_on TEXT NOT NULL,
  explanation TEXT NOT NULL CHECK (explanation <> ''),
  explained_at TEXT NOT NULL CHECK (explained_at <> ''),
  proofs TEXT NOT NULL CHECK (json_array_length(proofs) >= 1),
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX publication_withdrawals_by_case ON publication_withdrawals (case_id);
CREATE INDEX publication_withdrawals_by_day ON publication_withdrawals (withdrawn_on, case_id);`

/** The page of disclosures reads its own few rows of the table of clocks, in the order of their ends. */
const DUES = `
CREATE INDEX clock_dues_of_disclosure ON clock_dues (due_at, case_id, amber_at) WHERE subject IN ('publication', 'publicationWithdrawal');`

const KEPT = ['disclosure_maskings', 'masking_steps', 'publications', 'decision_changes', 'publication_withdrawals']

const GUARDS = [
  ...KEPT.flatMap((table) => [
    forbid(`${table}_no_update`, 'UPDATE', table, '', 'the record of a disclosure never changes'),
    forbid(`${table}_no_delete`, 'DELETE', table, '', 'the record of a disclosure never changes'),
  ]),
  forbid('withholdings_no_delete', 'DELETE', 'withholdings', '', 'what was proposed is settled, not deleted'),
  forbid('withholdings_settled_once', 'UPDATE', 'withholdings', 'WHEN OLD.outcome IS NOT NULL', 'what was settled stays so'),
  forbid(
    'withholdings_content_stays',
    'UPDATE OF id, case_id, rule_id, rule, reason, proposed_by, proposed_at',
    'withholdings',
    '',
    'what was proposed never changes',
  ),
  forbid(
    'masking_steps_follow',
    'INSERT',
    'masking_steps',
    'WHEN NEW.seq <> (SELECT count(*) + 1 FROM masking_steps s WHERE s.masking_id = NEW.masking_id)',
    'a step follows the one before',
  ),
  forbid(
    'masking_steps_end',
    'INSERT',
    'masking_steps',
    "WHEN EXISTS (SELECT 1 FROM masking_steps s WHERE s.masking_id = NEW.masking_id AND s.step = 'approved')",
    'an approved text is masked anew, not changed',
  ),
  forbid(
    'masking_steps_four_eyes',
    'INSERT',
    'masking_steps',
    `WHEN NEW.step = 'approved' AND EXISTS (SELECT 1 FROM masking_steps s
      WHERE s.masking_id = NEW.masking_id AND s.step IN ('saved', 'submitted') AND s.done_by = NEW.done_by)`,
    'who masked a text does not approve it',
  ),
]

export const disclosure: Migration = {
  version: 180,
  name: 'disclosure',
  up: (database) => {
    for (const part of [MASKING, PUBLISHING, WITHDRAWING, DUES, ...GUARDS]) database.exec(part)
  },
}
