/**
 * Papers that are asked for during the review (审核中补正): a return of that kind, and when its papers came or the review went
 * on without them, so that the time can be left out of the review's limit. And the collective discussion of the decision
 * itself (集体讨论), which is recorded before the decision is registered.
 */
import type { Migration } from '../migrations.ts'
import { forbid } from './guard.ts'

const SUPPLEMENTS = `
ALTER TABLE returns ADD COLUMN in_review INTEGER NOT NULL DEFAULT 0 CHECK (in_review IN (0, 1));
ALTER TABLE returns ADD COLUMN ended_on TEXT;
ALTER TABLE returns ADD COLUMN ended_with TEXT CHECK (ended_with IS NULL OR ended_with IN ('papers', 'nothing'));`

const DISCUSSIONS = `
CREATE TABLE collective_discussions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  round INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('agree', 'change', 'noPenalty', 'investigate')),
  fields TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people(id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX collective_discussions_by_case ON collective_discussions (case_id, held_on);`

const GUARDS = [
  forbid('returns_no_delete', 'DELETE', 'returns', '', 'a notice of supplement stays'),
  forbid('returns_content_stays', 'UPDATE OF id, case_id, round, returned_at, missing, reason, reply_by, in_review', 'returns', '', 'a notice of supplement never changes'),
  forbid('returns_end_once', 'UPDATE OF ended_on, ended_with', 'returns', 'WHEN OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL OR NEW.ended_with IS NULL', 'the end of a supplement never changes'),
  forbid('collective_discussions_no_update', 'UPDATE', 'collective_discussions', '', 'what was discussed never changes'),
  forbid('collective_discussions_no_delete', 'DELETE', 'collective_discussions', '', 'what was discussed never changes'),
].join('\n')

export const supplementAndDiscussion: Migration = {
  version: 260,
  name: 'supplement-and-discussion',
  up: (database) => {
    database.exec(SUPPLEMENTS)
    database.exec(DISCUSSIONS)
    database.exec(GUARDS)
  },
}
