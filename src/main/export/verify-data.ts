/**
 * `verify.json`: what lets anybody check an exported case file without the station. Hashes of the files beside it, the
 * station's root certificate, and the entries of the audit chain about this case, each of which can be recomputed.
 */
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const entrySchema = z.strictObject({
  seq: z.int().min(1),
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  act: z.string(),
  subject: z.string(),
  /** Null where the act's content stays in the station; its hash still binds the entry before and after. */
  content: z.string().nullable(),
  previousHash: hash,
  hash,
})

export const verifyDataSchema = z.strictObject({
  format: z.literal('fashen-verify/1'),
  program: z.string(),
  exportedAt: z.string(),
  station: z.strictObject({ id: z.string(), agency: z.string() }),
  case: z.strictObject({ id: z.string(), title: z.string(), round: z.int().min(1) }),
  number: z.string(),
  chainHeadInOpinion: z.strictObject({ seq: z.int(), hash }),
  chainHeadAtExport: z.strictObject({ seq: z.int(), hash }),
  catalogueVersion: z.unknown(),
  /** Root certificate of the station, DER in base64; null where both signers brought their own. */
  stationRoot: z.string().nullable(),
  files: z.array(z.strictObject({ name: z.string().max(255), size: z.int().min(1), sha256: hash })).max(10_000),
  materials: z.array(z.strictObject({ name: z.string(), kind: z.string(), size: z.int(), sha256: hash, pages: z.int().nullable() })),
  chain: z.array(entrySchema),
})
export type VerifyData = z.infer<typeof verifyDataSchema>
