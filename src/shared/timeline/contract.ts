/** The timeline of a case, computed when it is asked for. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { caseIdSchema } from '../values/values.ts'
import type { CaseTimeline } from './case-timeline.ts'

export interface TimelineAnswer extends CaseTimeline {
  /** Papers that are not read yet, or could not be: their dates are not here. */
  readonly unread: number
  readonly papers: number
}

export const timelineContract = {
  'timeline.get': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<TimelineAnswer>(),
}
