/**
 * The gist (条文要旨) of a provision: one sentence in the catalogue's own words on what it asks for, so that a basis says
 * something on a station that imported no texts of laws. Never the wording of the law.
 */
import { z } from 'zod'
import { isoDateSchema } from '../values/values.ts'
import { citationSchema } from './citation.ts'
import { row } from './row.ts'

/** Longest gist, in characters: it is read at a glance beside the question. */
export const GIST_LENGTH = { 'zh-CN': 60, en: 160 } as const

export const gistSchema = row({
  /** The one place that it is the gist of; without an article it is that of the whole law or of a numbered point. */
  basis: z.tuple([citationSchema]),
  text: z.strictObject({
    'zh-CN': z.string().min(1).max(GIST_LENGTH['zh-CN']),
    en: z.string().min(1).max(GIST_LENGTH.en),
  }),
  /** When it was held against the text; null where it was not (未核实). */
  verifiedOn: isoDateSchema.nullable(),
  /** Day of the version (版本) that it was held against. */
  versionDate: isoDateSchema.nullable(),
}).superRefine(({ verified, verifiedOn, versionDate }, context) => {
  if (verified !== (verifiedOn !== null)) context.addIssue({ code: 'custom', path: ['verifiedOn'], message: 'verified-when' })
  if (verified !== (versionDate !== null)) context.addIssue({ code: 'custom', path: ['versionDate'], message: 'verified-when' })
})
export type Gist = z.infer<typeof gistSchema>
