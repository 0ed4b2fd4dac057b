/** From when on clocks are amber at this station (预警提前量). */
import type { SubjectWarning } from '../../shared/deadlines/contract.ts'
import { CLOCK_SUBJECT_IDS, CLOCK_SUBJECTS, warningOf, type ClockSubject, type Warning, type Warnings } from '../../shared/deadlines/clock-subjects.ts'
import type { Reader, Writer } from '../store/database.ts'

export function chosenWarnings(reader: Reader): Warnings {
  const rows = reader.all<{ subject: ClockSubject } & Warning>('SELECT subject, n, unit FROM clock_warnings')
  return Object.fromEntries(rows.map(({ subject, n, unit }) => [subject, { n, unit }]))
}

export function subjectWarnings(reader: Reader): SubjectWarning[] {
  const chosen = chosenWarnings(reader)
  return CLOCK_SUBJECT_IDS.map((subject) => ({ subject, name: CLOCK_SUBJECTS[subject].name, warning: warningOf(subject, chosen), chosen: chosen[subject] !== undefined }))
}

/** `warning` null: the default again. Clocks of the subject are counted anew before they are shown. */
export function writeWarning(writer: Writer, subject: ClockSubject, warning: Warning | null): void {
  writer.run('DELETE FROM clock_warnings WHERE subject = ?', subject)
  if (warning !== null) writer.run('INSERT INTO clock_warnings (subject, n, unit) VALUES (?, ?, ?)', subject, warning.n, warning.unit)
  writer.run('INSERT OR IGNORE INTO clock_stale (case_id) SELECT DISTINCT case_id FROM clock_dues WHERE subject = ?', subject)
}
