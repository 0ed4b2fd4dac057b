/**
 * The due day of each round, so that what was issued in time can be told after the clock has stopped. A case that was
 * returned gets the day by which it is to be supplemented.
 */
import type { Migration } from '../migrations.ts'

const COLUMNS = `
ALTER TABLE rounds ADD COLUMN due_on TEXT;
CREATE INDEX rounds_due ON rounds (case_id, round, due_on);
CREATE INDEX opinions_sent_back ON opinions (state, remarks <> '[]', case_id) WHERE state = 'draft';`

/** Where the record gives an accepted round no limit, its due day stays unknown: it counts neither as in time nor as late. */
const FROM_THE_RECORD = `
UPDATE rounds SET due_on = (
  SELECT json_extract(a.content, '$.limit.dueOn') FROM audit a
  WHERE a.subject = 'case/' || rounds.case_id AND a.act = 'case.accept' AND json_extract(a.content, '$.acceptedOn') = rounds.accepted_on
  ORDER BY a.seq DESC LIMIT 1
) WHERE accepted_on IS NOT NULL;
UPDATE cases SET due_on = (SELECT r.reply_by FROM returns r WHERE r.case_id = cases.id ORDER BY r.returned_at DESC, r.id DESC LIMIT 1)
WHERE state = 'returned' AND due_on = '9999-12-31' AND EXISTS (SELECT 1 FROM returns r WHERE r.case_id = cases.id);`

export const dueDays: Migration = {
  version: 65,
  name: 'due-days',
  up: (database) => {
    database.exec(COLUMNS)
    database.exec(FROM_THE_RECORD)
  },
}
