/**
 * What the ledger and the list of cases are narrowed by that followed from the review: assignment, extension, defects, answer,
 * publication, remedy, transfer, kept by triggers in the transaction of the act itself and made here of what is there; and the
 * words of decisions and remarks, which are written when somebody looks for some.
 */
import type Database from 'better-sqlite3'
import { ADOPTIONS, ASSIGNMENTS, DEFECTS, PUBLISHINGS, REMEDIES, TRANSFERS } from '../../../shared/ledger/column-filter.ts'
import { importedMarks } from '../../../shared/ledger/imported-marks.ts'
import type { ImportedValues } from '../../../shared/ledger/read-row.ts'
import { HEADINGS } from '../../../shared/statistics/tally.ts'
import type { Migration } from '../migrations.ts'

/** Round 0: a fact of the case as a whole, which the ledger tells on the last round. */
const TABLES = `
CREATE TABLE ledger_marks (
  mark TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL CHECK (round >= 0),
  PRIMARY KEY (mark, case_id, round)
) STRICT, WITHOUT ROWID;
CREATE TABLE imported_marks (
  mark TEXT NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES ledger_entries(id),
  PRIMARY KEY (entry_id, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX archives_by_day ON archives (archived_on, case_id);
CREATE INDEX archives_of_case ON archives (case_id, archived_on);
CREATE INDEX decisions_of_round ON decisions (case_id, round, decided_on);
CREATE VIRTUAL TABLE entry_search USING fts5(decision, remark, content='', contentless_delete=1, prefix='1', tokenize='unicode61');
CREATE TABLE entries_to_word (entry_id INTEGER PRIMARY KEY REFERENCES ledger_entries(id)) STRICT;`

/** Gives rows of (mark, case_id, round); `of` narrows an alias to one case, or to nothing. */
type Telling = (of: (alias: string) => string) => string

const assignment: Telling = (of) => `
  SELECT 'assignment/' || a.mode, a.case_id, a.round FROM assignments a WHERE ${of('a')}
    AND NOT EXISTS (SELECT 1 FROM assignments b WHERE b.case_id = a.case_id AND b.round = a.round AND b.id > a.id)`

const extension: Telling = (of) => `
  SELECT 'extension/yes', x.case_id, CAST(substr(x.clock, 8) AS INTEGER) FROM clock_extensions x
  WHERE ${of('x')} AND x.clock GLOB 'review/*' AND x.taken_back_at IS NULL`

/** Signs of one severity in a tally, heading by heading: see `tally.ts`. */
const signs = (place: number): string => `(${Array.from({ length: HEADINGS }, (_, heading) => `substr(s.tally, ${heading * 3 + place}, 1)`).join(' || ')})`
const NONE = `'${'0'.repeat(HEADINGS)}'`
const defects: Telling = (of) =>
  [
    ['fatal', `${signs(1)} <> ${NONE}`],
    ['correctable', `${signs(2)} <> ${NONE}`],
    ['none', `${signs(1)} = ${NONE} AND ${signs(2)} = ${NONE}`],
  ].map(([mark, where]) => `SELECT 'defects/${mark}', s.case_id, s.round FROM issued_reviews s WHERE ${of('s')} AND ${where}`).join(' UNION ALL ')

const answers = 'SELECT 1 FROM problem_answers q WHERE q.case_id = f.case_id AND q.round = f.round AND q.answer'
const adopted: Telling = (of) => `
  SELECT 'adopted/' || CASE WHEN f.outcome = 'objected' THEN 'objected' WHEN NOT EXISTS (${answers} <> 'adopted') THEN 'adopted'
    WHEN NOT EXISTS (${answers} <> 'notAdopted') THEN 'notAdopted' ELSE 'partly' END, f.case_id, f.round
  FROM feedbacks f WHERE ${of('f')}
  UNION ALL SELECT 'adopted/awaited', s.case_id, s.round FROM issued_reviews s WHERE ${of('s')}
    AND NOT EXISTS (SELECT 1 FROM feedbacks f WHERE f.case_id = s.case_id AND f.round = s.round)`

const without = (table: string, condition = ''): string => `NOT EXISTS (SELECT 1 FROM ${table} z WHERE z.case_id = d.case_id ${condition})`
const published: Telling = (of) => `
  SELECT 'published/published', u.case_id, 0 FROM publications u WHERE ${of('u')}
  UNION SELECT 'published/published', y.case_id, 0 FROM clock_days y WHERE ${of('y')} AND y.event = 'published' AND y.taken_back_at IS NULL
  UNION SELECT 'published/withheld', w.case_id, 0 FROM withholdings w WHERE ${of('w')} AND w.outcome = 'approved'
  UNION SELECT 'published/withdrawn', v.case_id, 0 FROM publication_withdrawals v WHERE ${of('v')}
  UNION SELECT 'published/awaited', d.case_id, 0 FROM decisions d WHERE ${of('d')} AND ${without('publications')}
    AND ${without('clock_days', "AND z.event = 'published' AND z.taken_back_at IS NULL")}
    AND ${without('withholdings', "AND z.outcome = 'approved'")} AND ${without('publication_withdrawals')}`

const SOUGHT = "y.event IN ('remedySought', 'reconsidered', 'decisionChanged') AND y.taken_back_at IS NULL"
const FOUND_LATER = "l.source IN ('reconsideration', 'court')"
const remedy: Telling = (of) => `
  SELECT 'remedy/' || CASE y.event WHEN 'remedySought' THEN 'sought' WHEN 'reconsidered' THEN 'reconsidered' ELSE 'overturned' END, y.case_id, 0
    FROM clock_days y WHERE ${of('y')} AND ${SOUGHT}
  UNION SELECT 'remedy/any', y.case_id, 0 FROM clock_days y WHERE ${of('y')} AND ${SOUGHT}
  UNION SELECT 'remedy/' || o.outcome, o.case_id, 0 FROM decision_changes o WHERE ${of('o')}
  UNION SELECT 'remedy/overturned', o.case_id, 0 FROM decision_changes o WHERE ${of('o')}
  UNION SELECT 'remedy/any', o.case_id, 0 FROM decision_changes o WHERE ${of('o')}
  UNION SELECT iif(l.source = 'court', 'remedy/defectInCourt', 'remedy/defectInReconsideration'), l.case_id, 0 FROM later_defects l WHERE ${of('l')} AND ${FOUND_LATER}
  UNION SELECT 'remedy/any', l.case_id, 0 FROM later_defects l WHERE ${of('l')} AND ${FOUND_LATER}`

const lastStep = `t.to_state <> 'none' AND NOT EXISTS (SELECT 1 FROM transfer_steps n WHERE n.case_id = t.case_id AND n.seq > t.seq)`
const transfer: Telling = (of) => `
  SELECT 'transfer/' || t.to_state, t.case_id, 0 FROM transfer_steps t WHERE ${of('t')} AND ${lastStep}
  UNION ALL SELECT 'transfer/any', t.case_id, 0 FROM transfer_steps t WHERE ${of('t')} AND ${lastStep}`

interface Kind {
  readonly name: string
  readonly values: readonly string[]
  readonly telling: Telling
  /** What is written where the kind may change. */
  readonly sources: readonly (readonly [table: string, when: string, condition?: string])[]
}

const dayOf = (...events: string[]): string => `WHEN NEW.event IN (${events.map((event) => `'${event}'`).join(', ')})`
const KINDS: readonly Kind[] = [
  { name: 'assignment', values: ASSIGNMENTS, telling: assignment, sources: [['assignments', 'INSERT']] },
  {
    name: 'extension',
    values: ['yes'],
    telling: extension,
    sources: [['clock_extensions', 'INSERT'], ['clock_extensions', 'UPDATE OF taken_back_at']],
  },
  { name: 'defects', values: DEFECTS, telling: defects, sources: [['issued_reviews', 'INSERT']] },
  { name: 'adopted', values: ADOPTIONS, telling: adopted, sources: [['issued_reviews', 'INSERT'], ['feedbacks', 'INSERT'], ['problem_answers', 'INSERT']] },
  {
    name: 'published',
    values: PUBLISHINGS,
    telling: published,
    sources: [
      ['publications', 'INSERT'],
      ['clock_days', 'INSERT', dayOf('published')],
      ['clock_days', 'UPDATE OF taken_back_at', dayOf('published')],
      ['withholdings', 'INSERT'],
      ['withholdings', 'UPDATE OF outcome'],
      ['publication_withdrawals', 'INSERT'],
      ['decisions', 'INSERT'],
    ],
  },
  {
    name: 'remedy',
    values: REMEDIES,
    telling: remedy,
    sources: [
      ['clock_days', 'INSERT', dayOf('remedySought', 'reconsidered', 'decisionChanged')],
      ['clock_days', 'UPDATE OF taken_back_at', dayOf('remedySought', 'reconsidered', 'decisionChanged')],
      ['decision_changes', 'INSERT'],
      ['later_defects', 'INSERT'],
    ],
  },
  { name: 'transfer', values: TRANSFERS, telling: transfer, sources: [['transfer_steps', 'INSERT']] },
]

// OR IGNORE would not hold in a trigger: the statement that fires it brings its own way with conflicts
const insert = (telling: string): string => `INSERT INTO ledger_marks (mark, case_id, round) SELECT * FROM (${telling}) WHERE true ON CONFLICT DO NOTHING;`

/** The marks of one kind of one case are made anew: what they follow from is a few rows, found by the case. */
function inStep({ name, values, telling, sources }: Kind): string[] {
  const marks = values.map((value) => `'${name}/${value}'`).join(', ')
  return sources.map(
    ([table, when, condition = '']) => `
CREATE TRIGGER ledger_marks_${name}_${table}_${when.slice(0, 6).toLowerCase()} AFTER ${when} ON ${table} ${condition}
BEGIN
  DELETE FROM ledger_marks WHERE mark IN (${marks}) AND case_id = NEW.case_id;
  ${insert(telling((alias) => `${alias}.case_id = NEW.case_id`))}
END;`,
  )
}

const SAYS = "(content ->> '$.decision' IS NOT NULL OR content ->> '$.remark' IS NOT NULL)"
const WORDS_IN_STEP = `
CREATE TRIGGER entries_to_word_of_decision AFTER INSERT ON decisions
BEGIN INSERT INTO entries_to_word (entry_id) SELECT e.id FROM ledger_entries e WHERE e.case_id = NEW.case_id AND e.round = NEW.round ON CONFLICT DO NOTHING; END;
CREATE TRIGGER entries_to_word_of_remark AFTER INSERT ON ledger_remarks
BEGIN INSERT INTO entries_to_word (entry_id) VALUES (NEW.entry_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER entries_to_word_of_import AFTER INSERT ON ledger_entries WHEN NEW.content ->> '$.decision' IS NOT NULL OR NEW.content ->> '$.remark' IS NOT NULL
BEGIN INSERT INTO entries_to_word (entry_id) VALUES (NEW.id) ON CONFLICT DO NOTHING; END;`

const WORDS_FROM_THE_RECORD = `
INSERT INTO entries_to_word (entry_id)
  SELECT e.id FROM decisions d JOIN ledger_entries e ON e.case_id = d.case_id AND e.round = d.round
  UNION SELECT entry_id FROM ledger_remarks
  UNION SELECT id FROM ledger_entries WHERE content IS NOT NULL AND ${SAYS};`

/** Of rows that were taken in before. */
function markImported(database: Database.Database): void {
  const mark = database.prepare('INSERT INTO imported_marks (mark, entry_id) VALUES (?, ?)')
  const rows = database.prepare('SELECT id, content FROM ledger_entries WHERE content IS NOT NULL ORDER BY id').all() as { id: number; content: string }[]
  for (const { id, content } of rows) {
    for (const one of importedMarks(JSON.parse(content) as ImportedValues)) mark.run(one, id)
  }
}

export const ledgerMarks: Migration = {
  version: 250,
  name: 'ledger-marks',
  up: (database) => {
    database.exec(TABLES)
    for (const { telling } of KINDS) database.exec(insert(telling(() => 'true')))
    markImported(database)
    database.exec(WORDS_FROM_THE_RECORD)
    for (const trigger of [...KINDS.flatMap(inStep), WORDS_IN_STEP]) database.exec(trigger)
  },
}
