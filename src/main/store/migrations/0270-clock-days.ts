/** What ends on which day of the calendar (期限日历): a month is counted in the index of days, and no row of a clock is read. */
import type { Migration } from '../migrations.ts'

export const clockDays: Migration = {
  version: 270,
  name: 'clock-days',
  up: (database) => {
    database.exec(`DROP INDEX clock_dues_by_day;
CREATE INDEX clock_dues_by_day ON clock_dues (due_on, suspended, subject, person_id, case_id);`)
  },
}
