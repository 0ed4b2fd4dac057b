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

const named = <One extends { readonly name: string }>(rows: readonly One[]): One[] => rows.filter(({ name }) => name.trim() !== '')

/** What is wrong with who was there, as a dialog says it; the core asks the same. */
export function attendanceTrouble({ attendees, absent, chair }: Pick<DiscussionDraft, 'attendees' | 'absent' | 'chair'>): 'few' | 'twice' | 'both' | 'chair' | null {
  const present = named(attendees)
  const names = present.map(({ name }) => name.trim())
  const missed = named(absent).map(({ name }) => name.trim())
  if (present.length < 2 || present.some(({ view }) => view.trim().length < 2)) return 'few'
  if (new Set(names).size < names.length || new Set(missed).size < missed.length) return 'twice'
  if (missed.some((name) => names.includes(name))) return 'both'
  return chair.trim() === '' || names.includes(chair.trim()) ? null : 'chair'
}

/** Somebody who was absent stands there without why. */
export function isAbsenceUnexplained({ absent }: Pick<DiscussionDraft, 'absent'>): boolean {
  return named(absent).some(({ reason }) => reason.trim() === '')
}

/** Null while something lacks. */
export function recordOfDraft(draft: DiscussionDraft): MethodInput<'followup.recordDiscussion'>['discussion'] | null {
  const { discussedOn, outcome, changedTo, reason, chair, recorder, place } = draft
  const absent = named(draft.absent)
  const open = [chair, recorder].some((one) => one.trim() === '') || reason.trim().length < 2 || isAbsenceUnexplained(draft)
  if (discussedOn === null || open || attendanceTrouble(draft) !== null) return null
  if (outcome === 'change' && changedTo.trim() === '') return null
  return {
    discussedOn,
    place: place.trim(),
    chair: chair.trim(),
    recorder: recorder.trim(),
    attendees: named(draft.attendees).map((one) => ({ ...one, name: one.name.trim() })),
    absent: absent.map((one) => ({ ...one, name: one.name.trim() })),
    outcome,
    changedTo: outcome === 'change' ? changedTo.trim() : '',
    reason: reason.trim(),
  }
}
