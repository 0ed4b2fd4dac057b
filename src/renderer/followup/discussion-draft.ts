/** A collective discussion while it is typed, and what still lacks before it can be recorded. Pure. */
import type { MethodInput } from '../../shared/contract/contract.ts'
import type { DiscussionOutcome } from '../../shared/followup/discussion.ts'

interface AttendeeDraft {
  readonly name: string
  readonly post: string
  readonly view: string
  readonly stance: DiscussionOutcome
}

export interface AbsentDraft {
  readonly name: string
  readonly reason: string
}

export interface DiscussionDraft {
  readonly discussedOn: string | null
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly attendees: readonly AttendeeDraft[]
  readonly absent: readonly AbsentDraft[]
  readonly outcome: DiscussionOutcome
  readonly changedTo: string
  readonly reason: string
}

export const SOMEONE: AttendeeDraft = { name: '', post: '', view: '', stance: 'agree' }

export const EMPTY_DISCUSSION: DiscussionDraft = {
  discussedOn: null,
  place: '',
  chair: '',
  recorder: '',
  attendees: [SOMEONE, SOMEONE],
  absent: [],
  outcome: 'agree',
  changedTo: '',
  reason: '',
}

const isFilled = (...texts: readonly string[]): boolean => texts.some((text) => text.trim() !== '')

/** Nothing was typed or chosen in the row: it is no entry. */
const present = (rows: DiscussionDraft['attendees']): AttendeeDraft[] => rows.filter(({ name, post, view, stance }) => isFilled(name, post, view) || stance !== SOMEONE.stance)
const missed = (rows: DiscussionDraft['absent']): AbsentDraft[] => rows.filter(({ name, reason }) => isFilled(name, reason))

/** Something is told of somebody whom nobody named: left out, it would be lost from a record that cannot be changed. */
export function isUnnamedAttendee(row: AttendeeDraft): boolean {
  return row.name.trim() === '' && present([row]).length > 0
}

/** The same of somebody who was absent. */
export function isUnnamedAbsent(row: AbsentDraft): boolean {
  return row.name.trim() === '' && missed([row]).length > 0
}

type AttendanceTrouble = 'unnamed' | 'few' | 'twice' | 'both' | 'chair'

/** What is wrong with who was there, as a dialog says it; the core asks the same. */
export function attendanceTrouble({ attendees, absent, chair }: Pick<DiscussionDraft, 'attendees' | 'absent' | 'chair'>): AttendanceTrouble | null {
  const there = present(attendees)
  const names = there.map(({ name }) => name.trim())
  const away = missed(absent).map(({ name }) => name.trim())
  if (there.some(isUnnamedAttendee)) return 'unnamed'
  if (there.length < 2 || there.some(({ view }) => view.trim().length < 2)) return 'few'
  if (new Set(names).size < names.length || new Set(away).size < away.length) return 'twice'
  if (away.some((name) => names.includes(name))) return 'both'
  return chair.trim() === '' || names.includes(chair.trim()) ? null : 'chair'
}

/** Somebody who was absent stands there without a name, or without why. */
export function absenceTrouble({ absent }: Pick<DiscussionDraft, 'absent'>): 'unnamed' | 'unexplained' | null {
  const away = missed(absent)
  if (away.some(isUnnamedAbsent)) return 'unnamed'
  return away.some(({ reason }) => reason.trim() === '') ? 'unexplained' : null
}

/** Null while something lacks. */
export function recordOfDraft(draft: DiscussionDraft): MethodInput<'followup.recordDiscussion'>['discussion'] | null {
  const { discussedOn, outcome, changedTo, reason, chair, recorder, place } = draft
  const open = [chair, recorder].some((one) => one.trim() === '') || reason.trim().length < 2 || absenceTrouble(draft) !== null
  if (discussedOn === null || open || attendanceTrouble(draft) !== null) return null
  if (outcome === 'change' && changedTo.trim() === '') return null
  return {
    discussedOn,
    place: place.trim(),
    chair: chair.trim(),
    recorder: recorder.trim(),
    attendees: present(draft.attendees).map((one) => ({ ...one, name: one.name.trim() })),
    absent: missed(draft.absent).map((one) => ({ ...one, name: one.name.trim() })),
    outcome,
    changedTo: outcome === 'change' ? changedTo.trim() : '',
    reason: reason.trim(),
  }
}
