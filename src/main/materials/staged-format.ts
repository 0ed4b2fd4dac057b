/** What a file that came in is, and how many pages it has. */
import type { CallContext } from '../core/handler.ts'
import { mediaTypeOf } from './media-type.ts'
import { pageCountOf } from './page-count.ts'

/** Pages of a larger file are counted when it is read in the background. */
const PAGE_COUNT_LIMIT = 64 * 1024 * 1024

export interface StagedFormat {
  readonly mediaType: string
  /** Null where the format has no fixed pages, they cannot be told, or the file is too large to look into here. */
  readonly pages: number | null
}

export async function formatOf(context: Pick<CallContext, 'files'>, { sha256, size }: { readonly sha256: string; readonly size: number }, name: string): Promise<StagedFormat> {
  if (size > PAGE_COUNT_LIMIT) return { mediaType: mediaTypeOf(name, await firstBytes(context, sha256, name)), pages: null }
  const whole = await context.files.readWhole(sha256, name)
  const mediaType = mediaTypeOf(name, whole)
  return { mediaType, pages: await pageCountOf(mediaType, whole) }
}

async function firstBytes({ files }: Pick<CallContext, 'files'>, sha256: string, name: string): Promise<Uint8Array> {
  for await (const chunk of files.read(sha256, name)) return chunk
  return new Uint8Array()
}
