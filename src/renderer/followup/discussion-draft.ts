/** A collective discussion while it is typed, and what still lacks before it can be recorded. Pure. */
import type { MethodInput } from '../../shared/contract/contract.ts'
import type { DiscussionOutcome } from '../../shared/followup/discussion.ts'
import { attendanceOf, type AttendanceDraft, type AttendeeDraft } from './attendance.ts'

export interface DiscussionDraft extends AttendanceDraft<DiscussionOutcome> {
  readonly discussedOn: string | null
  readonly place: string
  readonly outcome: DiscussionOutcome
  readonly changedTo: string
  readonly reason: string
}

/** What somebody holds of whom nothing else is said. */
export const USUAL_STANCE: DiscussionOutcome = 'agree'
export const SOMEONE: AttendeeDraft<DiscussionOutcome> = { name: '', post: '', view: '', stance: USUAL_STANCE }

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

/** Null while something lacks. */
export function recordOfDraft(draft: DiscussionDraft): MethodInput<'followup.recordDiscussion'>['discussion'] | null {
  const { discussedOn, outcome, changedTo, reason, place } = draft
  const attendance = attendanceOf(draft, USUAL_STANCE)
  if (discussedOn === null || attendance === null || reason.trim().length < 2) return null
  if (outcome === 'change' && changedTo.trim() === '') return null
  return { ...attendance, discussedOn, place: place.trim(), outcome, changedTo: outcome === 'change' ? changedTo.trim() : '', reason: reason.trim() }
}
