/** Reusable phrases (常用语): read, write, remove. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { IsoInstant } from '../values/values.ts'
import { PHRASE_SHELVES, phraseFieldsSchema, type PhraseFields, type PhraseShelf } from './phrase.ts'

export interface Phrase extends PhraseFields {
  readonly id: string
  readonly shelf: PhraseShelf
  /** Rises by one with every save. */
  readonly version: number
  readonly savedAt: IsoInstant
}

export interface Phrases {
  /** The caller's own and the station's, by name. */
  readonly phrases: readonly Phrase[]
  /** Whether the caller may write the station's. */
  readonly mayEditStation: boolean
}

const phraseIdSchema = z.uuid()

export const phrasesContract = {
  'phrases.list': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<Phrases>(),
  /**
   * `phraseId` null makes a new one. Throws `not-allowed` where the station's is written by neither head nor administrator,
   * `not-found` for another person's, `conflict` where it was changed since `expectedVersion` (0 for a new one), and
   * `invalid-input` where the shelf is full.
   */
  'phrases.save': method({
    input: z.strictObject({
      phraseId: phraseIdSchema.nullable(),
      expectedVersion: z.int().min(0),
      shelf: z.enum(PHRASE_SHELVES),
      fields: phraseFieldsSchema,
    }),
    allowed: 'signedIn',
    access: 'write',
  }).returns<Phrase>(),
  'phrases.remove': method({
    input: z.strictObject({ phraseId: phraseIdSchema, expectedVersion: z.int().min(1) }),
    allowed: 'signedIn',
    access: 'write',
  }).returns<null>(),
}
