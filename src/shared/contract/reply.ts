/** What crosses the border between the renderer and the core, whichever shell carries it. */
import type { ErrorJson } from '../errors/errors.ts'

export type { FileReference } from './file-reference.ts'

/** The answer to one call: a value, or an error as data. Never an exception. */
export type Reply<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ErrorJson }

const CHANGING = [
  'station', 'people', 'cases', 'case', 'materials', 'answers', 'opinion', 'audit', 'session', 'reading', 'places', 'findings', 'laws', 'benchmarks', 'phrases', 'backup', 'transfer', 'disclosure', 'registers', 'retention', 'ledger', 'annualReport', 'evaluation', 'clocks',
] as const

/** Something changed; whoever shows it asks again. `id` is absent when the whole subject may have changed. */
export interface CoreEvent {
  readonly kind: 'changed'
  readonly subject: (typeof CHANGING)[number]
  readonly id?: string | undefined
}

/** Whether data of another process is such an event. By hand: the first screen listens, and loads no library for it. */
export function isCoreEvent(value: unknown): value is CoreEvent {
  const { kind, subject, id } = Object(value) as { readonly [Field in keyof CoreEvent]?: unknown }
  return kind === 'changed' && CHANGING.some((one) => one === subject) && (id === undefined || typeof id === 'string')
}

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

/** What is told of a stored file before its bytes. `size` in bytes. */
export interface FileHeading {
  readonly name: string
  readonly mediaType: string
  readonly size: number
}
