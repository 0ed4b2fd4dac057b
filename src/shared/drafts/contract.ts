/** Drafts (草稿): what a person has typed into a form and not yet handed in. Kept so that nothing typed is lost. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { IsoInstant } from '../values/values.ts'

/** Names the form: `register`, `case/<id>/return`, … */
export const draftKeySchema = z.string().regex(/^[\w./-]{1,120}$/)

export const draftsContract = {
  'drafts.load': method({ input: z.strictObject({ key: draftKeySchema }), allowed: 'signedIn', access: 'read' }).returns<{
    readonly content: string
    readonly savedAt: IsoInstant
  } | null>(),
  'drafts.save': method({
    input: z.strictObject({ key: draftKeySchema, content: z.string().max(400_000) }),
    allowed: 'signedIn',
    access: 'write',
  }).returns<{ readonly savedAt: IsoInstant }>(),
  'drafts.discard': method({ input: z.strictObject({ key: draftKeySchema }), allowed: 'signedIn', access: 'write' }).returns<null>(),
}
