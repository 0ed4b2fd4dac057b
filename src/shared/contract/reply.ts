/** What crosses the border between the renderer and the core, whichever shell carries it. */
import { z } from 'zod'
import type { ErrorJson } from '../errors/errors.ts'

/** The answer to one call: a value, or an error as data. Never an exception. */
export type Reply<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ErrorJson }

/** Something changed; whoever shows it asks again. `id` is absent when the whole subject may have changed. */
export const coreEventSchema = z.strictObject({
  kind: z.literal('changed'),
  subject: z.enum(['station', 'people', 'cases', 'case', 'materials', 'answers', 'opinion', 'audit', 'session', 'reading', 'findings', 'laws', 'benchmarks']),
  id: z.string().optional(),
})
export type CoreEvent = z.infer<typeof coreEventSchema>

/**
 * A file that was read into the station but belongs to nothing yet; `materials.attach` and others name it by `id`.
 * `size` in bytes.
 */
export interface StagedFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly sha256: string
}

/**
 * Names a stored file that the caller may read: a material of a case, a document that the station made (signed
 * opinion, notice), or a file that the caller staged itself, by its id.
 */
export const fileReferenceSchema = z.string().regex(/^(material|document|staged)\/[0-9a-f-]{36}$/)
export type FileReference = z.infer<typeof fileReferenceSchema>

/** What is told of a stored file before its bytes. `size` in bytes. */
export interface FileHeading {
  readonly name: string
  readonly mediaType: string
  readonly size: number
}
