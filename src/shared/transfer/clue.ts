/**
 * A clue about an official (公职人员违法犯罪线索) for the supervisory commission or the procuratorate (R310 art. 18, 19). A
 * record of its own, seen only by who wrote it, the heads and the supervisors, and not by those whom it is about or who are of
 * the team of its case.
 */
import { z } from 'zod'
import { caseIdSchema, isoDateSchema } from '../values/values.ts'

export const clueSchema = z.strictObject({
  caseId: caseIdSchema.nullable(),
  /** Art. 18: what the agency itself did wrong about a transfer; art. 19: corruption and the like seen while enforcing. */
  ground: z.enum(['transferMisconduct', 'dutyOffence']),
  /** The names of those whom it is about, each whole: by them it is kept from them. Empty in clues of older versions. */
  names: z.array(z.string().trim().min(1).max(100)).max(20),
  /** Who they are: unit and post, or whatever is known where no name is. */
  about: z.string().trim().min(2).max(500),
  facts: z.string().trim().min(2).max(20_000),
  /** Papers and where they are. */
  evidence: z.string().trim().max(4000),
  sentTo: z.enum(['supervisoryCommission', 'procuratorate']),
  organ: z.string().trim().min(2).max(200),
  number: z.string().trim().max(100),
  /** Null while it is not sent yet. */
  sentOn: isoDateSchema.nullable(),
})
export type Clue = z.infer<typeof clueSchema>

/** To whom a clue of each kind goes: one of art. 18 to the supervisory commission only (移送监察机关), one of art. 19 to either. */
export const ORGANS_OF_GROUND: Readonly<Record<Clue['ground'], readonly Clue['sentTo'][]>> = {
  transferMisconduct: ['supervisoryCommission'],
  dutyOffence: ['supervisoryCommission', 'procuratorate'],
}

/** As it is handed in: clues that older versions recorded for an organ of another ground stay as they are. */
export const newClueSchema = clueSchema.refine(({ ground, sentTo }) => ORGANS_OF_GROUND[ground].includes(sentTo), { error: 'commission-only', path: ['sentTo'] })

/** What became of it. */
export const clueUpdateSchema = z.strictObject({
  sentOn: isoDateSchema.nullable(),
  number: z.string().trim().max(100),
  outcome: z.string().trim().max(4000),
})
export type ClueUpdate = z.infer<typeof clueUpdateSchema>
