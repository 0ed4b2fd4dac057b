/**
 * What the statistics and the annual report add up from, kept in step by triggers in the transaction of the act itself, and
 * made here of what is there: a hundred thousand cases are counted without a row of a case, a decision or an opinion read.
 */
import { NO_DEFECTS } from '../../../shared/statistics/tally.ts'
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

/** `issued_months` gets the reviews of its month; there were sums only of what was answered. */
const TABLES = `
CREATE TABLE counted_shapes (
  id INTEGER PRIMARY KEY,
  unit TEXT NOT NULL,
  reviewer_id TEXT NOT NULL,
  kinds TEXT NOT NULL,
  type TEXT NOT NULL,
  UNIQUE (unit, reviewer_id, kinds, type)
) STRICT;
CREATE TABLE case_sums (
  scale TEXT NOT NULL CHECK (scale IN ('year', 'month', 'day')),
  span TEXT NOT NULL,
  shape INTEGER NOT NULL REFERENCES counted_shapes(id),
  received INTEGER NOT NULL DEFAULT 0,
  decided INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  adopted INTEGER NOT NULL DEFAULT 0,
  partly INTEGER NOT NULL DEFAULT 0,
  not_adopted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (scale, span, shape)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule_sums (
  scale TEXT NOT NULL CHECK (scale IN ('year', 'month', 'day')),
  span TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  accepted INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  dismissed INTEGER NOT NULL,
  PRIMARY KEY (scale, span, rule_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE decided_facts (
  year TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  number TEXT NOT NULL,
  decision_id TEXT NOT NULL,
  kinds TEXT NOT NULL,
  effects TEXT NOT NULL,
  amounts TEXT NOT NULL,
  PRIMARY KEY (year, case_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE decided_sums (
  year TEXT NOT NULL,
  kinds TEXT NOT NULL,
  effects TEXT NOT NULL,
  effect TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (year, kinds, effects, effect)
) STRICT, WITHOUT ROWID;
ALTER TABLE issued_months ADD COLUMN packed TEXT NOT NULL DEFAULT '';
DROP TRIGGER issued_months_of_review;
DROP TRIGGER answered_reviews_of_answer;
DROP TABLE answered_reviews;
DROP TABLE answered_months;
DROP INDEX decisions_counted;
CREATE INDEX decisions_red ON decisions (decided_on, case_id) WHERE red = 1;`

const SCALES = "(SELECT 'year' AS scale, 4 AS length UNION ALL SELECT 'month', 7 UNION ALL SELECT 'day', 10)"
const SHAPE_OF_CASE = (row: string): string => `x.unit = ${row}.submitting_unit AND x.reviewer_id = coalesce(${row}.reviewer_id, '') AND x.kinds = ${row}.action_kinds AND x.type = ''`
const newShape = (unit: string, reviewer: string, kinds: string, type: string, from = ''): string =>
  `INSERT INTO counted_shapes (unit, reviewer_id, kinds, type) SELECT ${unit}, ${reviewer}, ${kinds}, ${type} ${from === '' ? 'WHERE true' : from} ON CONFLICT DO NOTHING;`
const newShapeOfCase = newShape('NEW.submitting_unit', "coalesce(NEW.reviewer_id, '')", 'NEW.action_kinds', "''")

/** Adds `n` to a sum of the year, of the month and of the day, under the shape that `where` tells of `counted_shapes x`. */
function add(column: string, day: string, n: number, where: string): string {
  return `INSERT INTO case_sums (scale, span, shape, ${column}) SELECT s.scale, substr(${day}, 1, s.length), x.id, ${n} FROM counted_shapes x, ${SCALES} s
    WHERE ${where} ON CONFLICT (scale, span, shape) DO UPDATE SET ${column} = ${column} + excluded.${column};`
}

/** A case that becomes another unit's or reviewer's takes its decision along: it counts under what the case is now. */
function decidedOfCase(row: string, n: number): string {
  return `INSERT INTO case_sums (scale, span, shape, decided) SELECT s.scale, substr(d.decided_on, 1, s.length), x.id, ${n}
    FROM decisions d JOIN counted_shapes x ON ${SHAPE_OF_CASE(row)}, ${SCALES} s
    WHERE d.case_id = ${row}.id AND d.irregular = 0 ON CONFLICT (scale, span, shape) DO UPDATE SET decided = decided + excluded.decided;`
}

const OF_CASES = `
CREATE TRIGGER case_sums_of_new_case AFTER INSERT ON cases
BEGIN
  ${newShapeOfCase}
  ${add('received', 'NEW.received_on', 1, SHAPE_OF_CASE('NEW'))}
END;
CREATE TRIGGER case_sums_of_changed_case AFTER UPDATE OF submitting_unit, reviewer_id, action_kinds, received_on ON cases
WHEN OLD.submitting_unit <> NEW.submitting_unit OR OLD.reviewer_id IS NOT NEW.reviewer_id OR OLD.action_kinds <> NEW.action_kinds OR OLD.received_on <> NEW.received_on
BEGIN
  ${newShapeOfCase}
  ${add('received', 'OLD.received_on', -1, SHAPE_OF_CASE('OLD'))}
  ${add('received', 'NEW.received_on', 1, SHAPE_OF_CASE('NEW'))}
  ${decidedOfCase('OLD', -1)}
  ${decidedOfCase('NEW', 1)}
END;
CREATE TRIGGER case_sums_of_decision AFTER INSERT ON decisions WHEN NEW.irregular = 0
BEGIN
  ${add('decided', 'NEW.decided_on', 1, `x.id = (SELECT x.id FROM cases c JOIN counted_shapes x ON ${SHAPE_OF_CASE('c')} WHERE c.id = NEW.case_id)`)}
END;`

const REVIEW_OF_ANSWER = 'FROM feedbacks f JOIN issued_reviews r ON r.case_id = f.case_id AND r.round = f.round WHERE f.case_id = NEW.case_id AND f.round = NEW.round'
const OF_ANSWERS = `
CREATE TRIGGER case_sums_of_answer AFTER INSERT ON problem_answers
BEGIN
  ${newShape('r.unit', 'r.reviewer_id', 'r.kinds', "''", REVIEW_OF_ANSWER)}
  INSERT INTO case_sums (scale, span, shape, answered, adopted, partly, not_adopted)
    SELECT s.scale, substr(f.answered_on, 1, s.length), x.id, 1, NEW.answer = 'adopted', NEW.answer = 'partly', NEW.answer = 'notAdopted'
    FROM feedbacks f JOIN issued_reviews r ON r.case_id = f.case_id AND r.round = f.round
    JOIN counted_shapes x ON x.unit = r.unit AND x.reviewer_id = r.reviewer_id AND x.kinds = r.kinds AND x.type = '', ${SCALES} s
    WHERE f.case_id = NEW.case_id AND f.round = NEW.round
    ON CONFLICT (scale, span, shape) DO UPDATE SET answered = answered + excluded.answered, adopted = adopted + excluded.adopted,
      partly = partly + excluded.partly, not_adopted = not_adopted + excluded.not_adopted;
END;`

const day = (column: string): string => `coalesce(unixepoch(${column}) / 86400, '')`
/** A review as `review-columns.ts` reads it: days of issue, acceptance and due, returned, shape, defects where there are any. */
function packed(row: string, shape: string): string {
  const defects = `iif(${row}.tally = '${NO_DEFECTS}', '', ${row}.tally)`
  return `${day(`${row}.issued_on`)} || ',' || ${day(`${row}.accepted_on`)} || ',' || ${day(`${row}.due_on`)} || ',' || (${row}.returns > 0) || ',' || ${shape} || ',' || ${defects} || ';'`
}
const SHAPE_OF_REVIEW = (row: string): string => `x.unit = ${row}.unit AND x.reviewer_id = ${row}.reviewer_id AND x.kinds = ${row}.kinds AND x.type = ${row}.type`

const OF_REVIEWS = `
CREATE TRIGGER issued_months_of_review AFTER INSERT ON issued_reviews
BEGIN
  ${newShape('NEW.unit', 'NEW.reviewer_id', 'NEW.kinds', 'NEW.type')}
  INSERT INTO issued_months (month, reviews, packed) SELECT substr(NEW.issued_on, 1, 7), 1, ${packed('NEW', 'x.id')} FROM counted_shapes x WHERE ${SHAPE_OF_REVIEW('NEW')}
    ON CONFLICT (month) DO UPDATE SET reviews = reviews + 1, packed = packed || excluded.packed;
END;`

/** The day in China. */
const dayOfFinding = (row: string): string => `date(${row}.decided_at, '+8 hours')`
const RULE_COLUMNS = 'rule_sums (scale, span, rule_id, accepted, changed, dismissed)'
function toRuleSums(row: string, sign: '' | '-'): string {
  return `INSERT INTO ${RULE_COLUMNS} SELECT s.scale, substr(${dayOfFinding(row)}, 1, s.length), ${row}.rule_id,
    ${['accepted', 'changed', 'dismissed'].map((outcome) => `${sign}(${row}.outcome = '${outcome}')`).join(', ')} FROM ${SCALES} s WHERE ${dayOfFinding(row)} IS NOT NULL
    ON CONFLICT (scale, span, rule_id) DO UPDATE SET accepted = accepted + excluded.accepted, changed = changed + excluded.changed, dismissed = dismissed + excluded.dismissed;`
}
/** A finding can be judged anew until the opinion is issued: then only the last judgement counts. */
const OF_FINDINGS = `
CREATE TRIGGER rule_sums_of_new AFTER INSERT ON finding_decisions BEGIN ${toRuleSums('NEW', '')} END;
CREATE TRIGGER rule_sums_of_changed AFTER UPDATE ON finding_decisions BEGIN ${toRuleSums('OLD', '-')} ${toRuleSums('NEW', '')} END;`

const FEN = "CAST(round((e.value ->> '$.amount') * 100) AS INTEGER)"
/** Year, kinds of act, kinds of effect, and the amount of each in fen, of `row` of `decisions`. */
function decided(row: string): string {
  const effects = `json_each(${row}.fields, '$.effects') e`
  return `substr(${row}.decided_on, 1, 4), ${row}.case_id, ${row}.number, ${row}.id, coalesce(${row}.fields ->> '$.actionKinds', '[]'),
    (SELECT json_group_array(kind) FROM (SELECT DISTINCT e.value ->> '$.kind' AS kind FROM ${effects} ORDER BY 1)),
    (SELECT json_group_object(kind, fen) FROM (SELECT e.value ->> '$.kind' AS kind, sum(${FEN}) AS fen FROM ${effects} WHERE e.value ->> '$.amount' IS NOT NULL GROUP BY 1))`
}
const DECIDED = 'INSERT INTO decided_facts (year, case_id, number, decision_id, kinds, effects, amounts)'
/** Of what was recorded twice under its number, the last record counts. */
const LAST_COUNTS = `ON CONFLICT (year, case_id, number) DO UPDATE SET decision_id = excluded.decision_id, kinds = excluded.kinds,
  effects = excluded.effects, amounts = excluded.amounts WHERE excluded.decision_id > decision_id`

/** How many decisions stands under no effect, the fen of an effect under the effect. */
function toSums(row: string, sign: '' | '-'): string {
  return `INSERT INTO decided_sums (year, kinds, effects, effect, n) SELECT ${row}.year, ${row}.kinds, ${row}.effects, a.effect, a.n
    FROM (SELECT '' AS effect, ${sign}1 AS n UNION ALL SELECT key, ${sign}value FROM json_each(${row}.amounts)) a WHERE true
    ON CONFLICT (year, kinds, effects, effect) DO UPDATE SET n = n + excluded.n;`
}

const OF_DECISIONS = `
CREATE TRIGGER decided_sums_of_new AFTER INSERT ON decided_facts BEGIN ${toSums('NEW', '')} END;
CREATE TRIGGER decided_sums_of_later AFTER UPDATE ON decided_facts BEGIN ${toSums('OLD', '-')} ${toSums('NEW', '')} END;
CREATE TRIGGER decided_facts_of_decision AFTER INSERT ON decisions WHEN json_valid(NEW.fields)
BEGIN ${DECIDED} SELECT ${decided('NEW')} WHERE true ${LAST_COUNTS}; END;`

const summed = (columns: string, from: string, where: string): string =>
  `INSERT INTO case_sums (scale, span, shape, ${columns}) SELECT s.scale, ${from}, ${SCALES} s WHERE ${where} GROUP BY 1, 2, 3 ON CONFLICT (scale, span, shape) DO UPDATE SET ${columns.split(', ').map((one) => `${one} = ${one} + excluded.${one}`).join(', ')};`

/** Of what was received, decided, answered and issued before. */
const FROM_THE_RECORD = `
INSERT INTO counted_shapes (unit, reviewer_id, kinds, type)
  SELECT submitting_unit, coalesce(reviewer_id, ''), action_kinds, '' FROM cases INDEXED BY cases_divided
  UNION SELECT unit, reviewer_id, kinds, type FROM issued_reviews UNION SELECT unit, reviewer_id, kinds, '' FROM issued_reviews;
${summed('received', `substr(c.received_on, 1, s.length), x.id, count(*) FROM cases c CROSS JOIN counted_shapes x ON ${SHAPE_OF_CASE('c')}`, 'true')}
${summed('decided', `substr(d.decided_on, 1, s.length), x.id, count(*) FROM decisions d CROSS JOIN cases c INDEXED BY cases_divided ON c.id = d.case_id CROSS JOIN counted_shapes x ON ${SHAPE_OF_CASE('c')}`, 'd.irregular = 0')}
${summed(
  'answered, adopted, partly, not_adopted',
  `substr(f.answered_on, 1, s.length), x.id, count(*), sum(p.answer = 'adopted'), sum(p.answer = 'partly'), sum(p.answer = 'notAdopted')
   FROM feedbacks f CROSS JOIN issued_reviews r ON r.case_id = f.case_id AND r.round = f.round CROSS JOIN problem_answers p ON p.case_id = f.case_id AND p.round = f.round
   CROSS JOIN counted_shapes x ON x.unit = r.unit AND x.reviewer_id = r.reviewer_id AND x.kinds = r.kinds AND x.type = ''`,
  'true',
)}
INSERT INTO ${RULE_COLUMNS}
  SELECT s.scale, substr(${dayOfFinding('f')}, 1, s.length), f.rule_id, sum(f.outcome = 'accepted'), sum(f.outcome = 'changed'), sum(f.outcome = 'dismissed')
  FROM finding_decisions f INDEXED BY finding_decisions_by_rule, ${SCALES} s WHERE ${dayOfFinding('f')} IS NOT NULL GROUP BY 1, 2, 3;
UPDATE issued_months SET packed =
  (SELECT group_concat(${packed('r', 'x.id')}, '') FROM issued_reviews r CROSS JOIN counted_shapes x ON ${SHAPE_OF_REVIEW('r')}
   WHERE r.issued_on >= issued_months.month || '-01' AND r.issued_on <= issued_months.month || '-31');
${DECIDED} SELECT ${decided('d')} FROM decisions d WHERE json_valid(d.fields) ORDER BY d.id ${LAST_COUNTS};`

const GUARDS = ['UPDATE', 'DELETE'].map((when) => forbid(`counted_shapes_no_${when.toLowerCase()}`, when, 'counted_shapes', '', 'what was counted never changes')).join('\n')

export const statisticsSums: Migration = {
  version: 210,
  name: 'statistics-sums',
  up: (database) => {
    database.exec(TABLES)
    database.exec(OF_DECISIONS)
    database.exec(FROM_THE_RECORD)
    database.exec(OF_CASES)
    database.exec(OF_ANSWERS)
    database.exec(OF_REVIEWS)
    database.exec(OF_FINDINGS)
    database.exec(GUARDS)
  },
}
