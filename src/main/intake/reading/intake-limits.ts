/** How much is taken in at one go. Beyond it something is wrong, or a folder was dropped by mistake. */
import { FILE_SIZE_LIMIT } from '../../../shared/materials/contract.ts'

export interface IntakeLimits {
  readonly files: number
  /** Bytes of one file, and of all files of an archive together, unpacked. */
  readonly fileSize: number
  readonly totalSize: number
  /** Folders within folders. */
  readonly depth: number
  /**
   * How many times larger than packed a large file may be. Deflate reaches 1,000 with nothing but zeros; text and bitmaps
   * of papers stay below 100.
   */
  readonly ratio: number
}

export const INTAKE_LIMITS: IntakeLimits = { files: 10_000, fileSize: FILE_SIZE_LIMIT, totalSize: 8 * 1024 ** 3, depth: 24, ratio: 200 }
/** Smaller ones are let through whatever their ratio: they cannot do harm. */
export const RATIO_MATTERS_FROM = 32 * 1024 * 1024
