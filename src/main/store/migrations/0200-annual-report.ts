/** Sums and indexes of the statistics, and the annual report: what was entered, settled, written and published, row upon row; the last one of a kind and key holds. */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const TABLE = `
CREATE TABLE annual_report_records (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 0 AND 2098),
  kind TEXT NOT NULL CHECK (kind IN ('figure', 'standing', 'text', 'publication', 'reminder')),
  key TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX annual_report_records_by_key ON annual_report_records (year, kind, key, id);`

/**
 * What the statistics of many years add up from, kept in step by triggers in the transaction of the act itself: how many
 * reviews a month has, and the answers of the bureau (采纳) by review and by month, under what the review was issued with.
 */
const SUMS = `
CREATE TABLE issued_months (
  month TEXT PRIMARY KEY,
  reviews INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE answered_reviews (
  answered_on TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  unit TEXT NOT NULL,
  reviewer_id TEXT NOT NULL,
  kinds TEXT NOT NULL,
  answered INTEGER NOT NULL,
  adopted INTEGER NOT NULL,
  partly INTEGER NOT NULL,
  not_adopted INTEGER NOT NULL,
  PRIMARY KEY (answered_on, case_id, round)
) STRICT, WITHOUT ROWID;
CREATE TABLE answered_months (
  month TEXT NOT NULL,
  unit TEXT NOT NULL,
  reviewer_id TEXT NOT NULL,
  kinds TEXT NOT NULL,
  answered INTEGER NOT NULL,
  adopted INTEGER NOT NULL,
  partly INTEGER NOT NULL,
  not_adopted INTEGER NOT NULL,
  PRIMARY KEY (month, unit, reviewer_id, kinds)
) STRICT, WITHOUT ROWID;`

const MORE = `DO UPDATE SET answered = answered + 1, adopted = adopted + excluded.adopted, partly = partly + excluded.partly, not_adopted = not_adopted + excluded.not_adopted`
const ONE_ANSWER = `1, NEW.answer = 'adopted', NEW.answer = 'partly', NEW.answer = 'notAdopted'
    FROM feedbacks f JOIN issued_reviews r ON r.case_id = f.case_id AND r.round = f.round WHERE f.case_id = NEW.case_id AND f.round = NEW.round`

const IN_STEP = `
CREATE TRIGGER issued_months_of_review AFTER INSERT ON issued_reviews
BEGIN
  INSERT INTO issued_months (month, reviews) VALUES (substr(NEW.issued_on, 1, 7), 1) ON CONFLICT (month) DO UPDATE SET reviews = reviews + 1;
END;
CREATE TRIGGER answered_reviews_of_answer AFTER INSERT ON problem_answers
BEGIN
  INSERT INTO answered_reviews (answered_on, case_id, round, unit, reviewer_id, kinds, answered, adopted, partly, not_adopted)
    SELECT f.answered_on, f.case_id, f.round, r.unit, r.reviewer_id, r.kinds, ${ONE_ANSWER} ON CONFLICT (answered_on, case_id, round) ${MORE};
  INSERT INTO answered_months (month, unit, reviewer_id, kinds, answered, adopted, partly, not_adopted)
    SELECT substr(f.answered_on, 1, 7), r.unit, r.reviewer_id, r.kinds, ${ONE_ANSWER} ON CONFLICT (month, unit, reviewer_id, kinds) ${MORE};
END;`

/** Of what was issued and answered before. */
const FROM_THE_RECORD = `
INSERT INTO issued_months SELECT substr(issued_on, 1, 7), count(*) FROM issued_reviews GROUP BY 1;
INSERT INTO answered_reviews
  SELECT f.answered_on, f.case_id, f.round, r.unit, r.reviewer_id, r.kinds, count(*), sum(p.answer = 'adopted'), sum(p.answer = 'partly'), sum(p.answer = 'notAdopted')
  FROM feedbacks f JOIN issued_reviews r ON r.case_id = f.case_id AND r.round = f.round JOIN problem_answers p ON p.case_id = f.case_id AND p.round = f.round
  GROUP BY f.case_id, f.round;
INSERT INTO answered_months
  SELECT substr(answered_on, 1, 7), unit, reviewer_id, kinds, sum(answered), sum(adopted), sum(partly), sum(not_adopted) FROM answered_reviews GROUP BY 1, 2, 3, 4;`

/** So that decisions and transfers of years are counted without reading a row of them. */
const INDEXES = `
CREATE INDEX decisions_counted ON decisions (decided_on, irregular, red, case_id);
CREATE INDEX transfer_deliveries ON transfer_steps (happened_on, case_id) WHERE action = 'deliver';
CREATE INDEX cases_divided ON cases (id, submitting_unit, reviewer_id, action_kinds);`

const GUARDS = ['UPDATE', 'DELETE']
  .map((when) => forbid(`annual_report_records_no_${when.toLowerCase()}`, when, 'annual_report_records', '', 'what was reported is corrected by a later row'))
  .join('\n')

export const annualReport: Migration = {
  version: 200,
  name: 'annual-report',
  up: (database) => {
    database.exec(TABLE)
    database.exec(SUMS)
    database.exec(FROM_THE_RECORD)
    database.exec(IN_STEP)
    database.exec(INDEXES)
    database.exec(GUARDS)
  },
}
