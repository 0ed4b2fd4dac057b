/** Who was at a meeting of the heads (出席和缺席) while it is typed, and what is wrong with it. Pure. */

export interface AttendeeDraft<Stance extends string = string> {
  readonly name: string
  readonly post: string
  readonly view: string
  readonly stance: Stance
}

export interface AbsentDraft {
  readonly name: string
  readonly reason: string
}

export interface AttendanceDraft<Stance extends string = string> {
  readonly chair: string
  readonly recorder: string
  readonly attendees: readonly AttendeeDraft<Stance>[]
  readonly absent: readonly AbsentDraft[]
}

const isFilled = (...texts: readonly string[]): boolean => texts.some((text) => text.trim() !== '')

/**
 * Something was typed or chosen in the row; else it is no entry. `usual` is the stance of a row that nobody touched; null
 * where a stance alone tells nothing.
 */
function isEntry<Stance extends string>({ name, post, view, stance }: AttendeeDraft<Stance>, usual: Stance | null): boolean {
  return isFilled(name, post, view) || (usual !== null && stance !== usual)
}

const missed = (rows: readonly AbsentDraft[]): AbsentDraft[] => rows.filter(({ name, reason }) => isFilled(name, reason))

/** Something is told of somebody whom nobody named: left out, it would be lost from a record that cannot be changed. */
export function isUnnamedAttendee<Stance extends string>(row: AttendeeDraft<Stance>, usual: Stance | null): boolean {
  return row.name.trim() === '' && isEntry(row, usual)
}

/** The same of somebody who was absent. */
export function isUnnamedAbsent(row: AbsentDraft): boolean {
  return row.name.trim() === '' && missed([row]).length > 0
}

export type AttendanceTrouble = 'unnamed' | 'few' | 'twice' | 'both' | 'chair'

/** What is wrong with who was there, as a dialog says it. */
export function attendanceTrouble<Stance extends string>(
  { attendees, absent, chair }: Pick<AttendanceDraft<Stance>, 'attendees' | 'absent' | 'chair'>,
  usual: Stance | null,
): AttendanceTrouble | null {
  const there = attendees.filter((row) => isEntry(row, usual))
  const names = there.map(({ name }) => name.trim())
  const away = missed(absent).map(({ name }) => name.trim())
  if (names.includes('')) return 'unnamed'
  if (there.length < 2 || there.some(({ view }) => view.trim().length < 2)) return 'few'
  if (new Set(names).size < names.length || new Set(away).size < away.length) return 'twice'
  if (away.some((name) => names.includes(name))) return 'both'
  return chair.trim() === '' || names.includes(chair.trim()) ? null : 'chair'
}

/** Somebody who was absent stands there without a name, or without why. */
export function absenceTrouble({ absent }: Pick<AttendanceDraft, 'absent'>): 'unnamed' | 'unexplained' | null {
  const away = missed(absent)
  if (away.some(isUnnamedAbsent)) return 'unnamed'
  return away.some(({ reason }) => reason.trim() === '') ? 'unexplained' : null
}

interface Attendance<Stance extends string> {
  readonly chair: string
  readonly recorder: string
  readonly attendees: AttendeeDraft<Stance>[]
  readonly absent: AbsentDraft[]
}

/** As it is handed in: without rows in which nothing stands. Null while something lacks or is wrong. */
export function attendanceOf<Stance extends string>(draft: AttendanceDraft<Stance>, usual: Stance | null): Attendance<Stance> | null {
  const { chair, recorder, attendees, absent } = draft
  if ([chair, recorder].some((one) => one.trim() === '') || absenceTrouble(draft) !== null || attendanceTrouble(draft, usual) !== null) return null
  return {
    chair: chair.trim(),
    recorder: recorder.trim(),
    attendees: attendees.filter((row) => isEntry(row, usual)).map((one) => ({ ...one, name: one.name.trim() })),
    absent: missed(absent).map((one) => ({ ...one, name: one.name.trim() })),
  }
}
