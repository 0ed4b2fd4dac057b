/**
 * What the list of cases is narrowed by that is judged and not registered: triggers of a major decision that are met,
 * questions answered "no", findings of the pre-review that nobody decided. The store notes whose judgement is due; see
 * `cases/judging.ts`.
 */
import type { Migration } from '../migrations.ts'

const TABLES = `
CREATE TABLE case_judgements (
  mark TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  PRIMARY KEY (mark, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_judgements_by_case ON case_judgements (case_id, mark);
CREATE TABLE triggers_to_judge (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE findings_to_count (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE judged_under (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  catalogue TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT;`

// OR IGNORE would not hold in a trigger: the statement that fires it brings its own way with conflicts
const noteTriggers = (caseId: string): string => `INSERT INTO triggers_to_judge (case_id) VALUES (${caseId}) ON CONFLICT DO NOTHING;`
const noteFindings = (caseId: string): string => `INSERT INTO findings_to_count (case_id) VALUES (${caseId}) ON CONFLICT DO NOTHING;`
const ofMaterial = (row: string): string =>
  `INSERT INTO findings_to_count (case_id) SELECT m.case_id FROM materials m WHERE m.id = ${row}.material_id ON CONFLICT DO NOTHING;`

const DUE = `
CREATE TRIGGER judge_new_case AFTER INSERT ON cases BEGIN ${noteTriggers('NEW.id')} ${noteFindings('NEW.id')} END;
CREATE TRIGGER judge_changed_case AFTER UPDATE OF fields ON cases WHEN OLD.fields <> NEW.fields
BEGIN ${noteTriggers('NEW.id')} ${noteFindings('NEW.id')} END;
CREATE TRIGGER judge_moved_case AFTER UPDATE OF state, round ON cases WHEN OLD.state <> NEW.state OR OLD.round <> NEW.round
BEGIN ${noteTriggers('NEW.id')} ${noteFindings('NEW.id')} END;
CREATE TRIGGER judge_accepted_round AFTER UPDATE OF catalogue_version, basis, reviewer_id ON rounds
BEGIN ${noteTriggers('NEW.case_id')} ${noteFindings('NEW.case_id')} END;
CREATE TRIGGER count_findings_of_removed AFTER UPDATE OF removed_at ON materials BEGIN ${noteFindings('NEW.case_id')} END;
CREATE TRIGGER count_findings_of_document AFTER INSERT ON material_documents BEGIN ${ofMaterial('NEW')} END;
CREATE TRIGGER count_findings_of_changed_document AFTER UPDATE ON material_documents BEGIN ${ofMaterial('NEW')} END;
CREATE TRIGGER count_findings_of_decided AFTER INSERT ON finding_decisions BEGIN ${noteFindings('NEW.case_id')} END;`

const isProblem = (row: string): string => `(json_valid(${row}.fields) AND ${row}.fields ->> '$.answer' = 'no')`
const judgeProblem = `
  DELETE FROM case_judgements WHERE mark = 'problem' AND case_id = NEW.case_id AND NOT EXISTS (
    SELECT 1 FROM answers a JOIN cases c ON c.id = a.case_id AND c.round = a.round WHERE a.case_id = NEW.case_id AND ${isProblem('a')});
  INSERT INTO case_judgements (mark, case_id) SELECT 'problem', c.id FROM cases c
    WHERE c.id = NEW.case_id AND c.round = NEW.round AND ${isProblem('NEW')} ON CONFLICT DO NOTHING;`

/** A question of the present round answered "no" (有问题). */
const PROBLEMS = `
CREATE TRIGGER judge_answer AFTER INSERT ON answers BEGIN ${judgeProblem} END;
CREATE TRIGGER judge_changed_answer AFTER UPDATE ON answers BEGIN ${judgeProblem} END;
CREATE TRIGGER judge_next_round AFTER UPDATE OF round ON cases WHEN OLD.round <> NEW.round
BEGIN DELETE FROM case_judgements WHERE mark IN ('problem', 'finding') AND case_id = NEW.id; END;`

const FROM_WHAT_IS_THERE = `
INSERT INTO case_judgements (mark, case_id) SELECT DISTINCT 'problem', c.id FROM answers a JOIN cases c ON c.id = a.case_id AND c.round = a.round WHERE ${isProblem('a')};
INSERT INTO triggers_to_judge (case_id) SELECT id FROM cases;
INSERT INTO findings_to_count (case_id) SELECT id FROM cases WHERE state IN ('received', 'returned', 'accepted', 'assigned', 'underReview', 'drafted', 'approved');`

export const listFilters: Migration = {
  version: 100,
  name: 'list-filters',
  up: (database) => {
    for (const part of [TABLES, DUE, PROBLEMS, FROM_WHAT_IS_THERE]) database.exec(part)
  },
}
