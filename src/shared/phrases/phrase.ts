/**
 * Reusable phrases (常用语): words that a reviewer writes again and again, own ones and those of the station. They may
 * hold placeholders in braces, such as {当事人} or {party}, that are filled from the case when a phrase is inserted.
 */
import { z } from 'zod'
import { headingIdSchema } from '../catalogue/vocabulary.ts'
import { questionIdSchema } from '../checklist/answers.ts'

export const LONGEST_PHRASE = 2000
export const LONGEST_PHRASE_NAME = 40

export const phraseFieldsSchema = z
  .strictObject({
    /** What is typed to find it. */
    name: z.string().trim().min(1).max(LONGEST_PHRASE_NAME),
    text: z.string().trim().min(1).max(LONGEST_PHRASE),
    /** Offered first under this heading; null: under every heading. */
    heading: headingIdSchema.nullable(),
    /** Offered first at this question; null: at every question. At most one of the two is given. */
    questionId: questionIdSchema.nullable(),
  })
  .refine(({ heading, questionId }) => heading === null || questionId === null, { error: 'one-place', path: ['questionId'] })
export type PhraseFields = z.infer<typeof phraseFieldsSchema>

/** own 我的: seen by its owner alone; station 本站: seen by everybody, written by head and administrator. */
export const PHRASE_SHELVES = ['own', 'station'] as const
export type PhraseShelf = (typeof PHRASE_SHELVES)[number]
