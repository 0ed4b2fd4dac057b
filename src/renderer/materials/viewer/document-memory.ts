/** How each document was left, for as long as the pane is open. */
import type { FileReference } from '../../../shared/contract/reply.ts'
import type { Rotation } from './region.ts'
import { FIT_WIDTH, type Zoom } from './zoom.ts'

export interface DocumentMemory {
  readonly page: number
  readonly zoom: Zoom
  readonly rotation: Rotation
  readonly thumbnails: boolean
}

export const FRESH: DocumentMemory = { page: 1, zoom: FIT_WIDTH, rotation: 0, thumbnails: false }

/** One side of the pane remembers by itself, so that one document can stand twice beside itself. */
export type Memories = Map<FileReference, DocumentMemory>

export function remembered(memories: Memories, reference: FileReference): DocumentMemory {
  return memories.get(reference) ?? FRESH
}
