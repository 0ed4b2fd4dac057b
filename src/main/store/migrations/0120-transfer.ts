/** Transfers of suspected crimes, what came back from the procuratorate, and clues about officials: append-only all of them. */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const TRANSFERS = `
CREATE TABLE transfer_steps (
  case_id TEXT NOT NULL REFERENCES cases(id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  happened_at TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  content TEXT NOT NULL,
  done_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
) STRICT;`

const RETURNS = `
CREATE TABLE returned_cases (
  id TEXT PRIMARY KEY,
  case_id TEXT REFERENCES cases(id),
  received_on TEXT NOT NULL
) STRICT;
CREATE INDEX returned_cases_by_case ON returned_cases (case_id);
CREATE TABLE returned_steps (
  return_id TEXT NOT NULL REFERENCES returned_cases(id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  state TEXT NOT NULL CHECK (state IN ('registered', 'assessed', 'decided', 'answered')),
  content TEXT NOT NULL,
  done_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (return_id, seq)
) STRICT;`

const CLUES = `
CREATE TABLE misconduct_clues (
  id TEXT PRIMARY KEY,
  case_id TEXT REFERENCES cases(id)
) STRICT;
CREATE TABLE clue_steps (
  clue_id TEXT NOT NULL REFERENCES misconduct_clues(id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  content TEXT NOT NULL,
  done_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (clue_id, seq)
) STRICT;`

const TABLES = ['transfer_steps', 'returned_cases', 'returned_steps', 'misconduct_clues', 'clue_steps'] as const

/** One step follows the other: none is left out, none stands beside another, and each begins where the last one ended. */
const FOLLOWING = [
  forbid(
    'transfer_steps_follow',
    'INSERT',
    'transfer_steps',
    `WHEN NEW.seq <> (SELECT count(*) + 1 FROM transfer_steps s WHERE s.case_id = NEW.case_id)
      OR NEW.from_state <> coalesce((SELECT s.to_state FROM transfer_steps s WHERE s.case_id = NEW.case_id ORDER BY s.seq DESC LIMIT 1), 'none')`,
    'a step of a transfer follows the one before',
  ),
  ...([['returned_steps', 'return_id'], ['clue_steps', 'clue_id']] as const).map(([table, id]) =>
    forbid(
      `${table}_follow`,
      'INSERT',
      table,
      `WHEN NEW.seq <> (SELECT count(*) + 1 FROM ${table} s WHERE s.${id} = NEW.${id})`,
      'a step follows the one before',
    ),
  ),
]

const NEVER = TABLES.flatMap((table) => [
  forbid(`${table}_no_update`, 'UPDATE', table, '', 'the record of a transfer never changes'),
  forbid(`${table}_no_delete`, 'DELETE', table, '', 'the record of a transfer is never deleted'),
])

export const transfer: Migration = {
  version: 120,
  name: 'transfer',
  up: (database) => {
    for (const part of [TRANSFERS, RETURNS, CLUES, ...FOLLOWING, ...NEVER]) database.exec(part)
  },
}
