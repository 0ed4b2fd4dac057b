/** Bringing texts of laws into the station: what can be imported, how far an import is, and what became of each file. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import type { ErrorJson } from '../errors/errors.ts'
import type { IsoInstant } from '../values/values.ts'
import type { LawProblem } from './law-text.ts'

export const LAW_FILE_OUTCOMES = ['imported', 'sameVersion', 'notALaw', 'empty', 'tooLarge', 'unreadable'] as const
/**
 * What became of a file: imported 已导入, sameVersion 与另一文件是同一版本, notALaw 不是法规, empty 空文件, tooLarge 文件过大,
 * unreadable 无法读取（损坏、加密或编码不明）.
 */
export type LawFileOutcome = (typeof LAW_FILE_OUTCOMES)[number]

export const LAW_IMPORT_STAGES = ['looking', 'reading', 'settling', 'done', 'stopped', 'failed'] as const
/**
 * looking 正在清点文件, reading 正在读取条文, settling 正在核对版本与废止关系, done 已完成, stopped 已停止（已读入的保留，再次导入时接着读）,
 * failed 导入失败.
 */
export type LawImportStage = (typeof LAW_IMPORT_STAGES)[number]

/** Counts are of files. 新增 added, 更新 changed, 未变 unchanged, 同一版本 sameVersion, 未收 refused. */
export interface LawImportCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly sameVersion: number
  /** Not taken: no law, empty, too large, unreadable; each is named in `laws.files`. */
  readonly refused: number
}

export interface LawImportState extends LawImportCounts {
  readonly stage: LawImportStage
  /** What was imported from: the folder's name. 来源 */
  readonly source: string
  /** Files done and files there are; 0 while they are being looked for. 进度 */
  readonly done: number
  readonly total: number
  readonly startedAt: IsoInstant
  readonly finishedAt: IsoInstant | null
  /** Laws whose standing changed by this import (ended, replaced). */
  readonly settled: number
  /** Why it failed; null unless `stage` is `failed`. */
  readonly failure: ErrorJson | null
}

export interface LawFileRow {
  readonly source: string
  readonly path: string
  readonly outcome: LawFileOutcome
  readonly law: string | null
  readonly version: string | null
  readonly problems: readonly LawProblem[]
}

const read = { allowed: 'signedIn', access: 'read' } as const

export const lawImportContract = {
  /**
   * Begins an import and answers at once; progress comes as `laws` events and from `laws.importState`. A folder on this
   * computer (chosen in the shell's dialog or typed), or files that were dropped: staged, each with its path inside what
   * was dropped. Only `.md`, `.txt` and `.docx` are read. Throws `law-import-running`, `law-folder-unreadable`.
   */
  'laws.import': method({
    input: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('folder'), folder: z.string().min(1).max(1000) }),
      z.strictObject({
        from: z.literal('staged'),
        source: z.string().trim().min(1).max(200),
        files: z
          .array(z.strictObject({ stagedId: z.uuid(), path: z.string().min(1).max(1000) }))
          .min(1)
          .max(10_000),
      }),
    ]),
    allowed: ['admin', 'head'],
    access: 'write',
  }).returns<LawImportState>(),
  /** The import that runs, or the last one since the program started; null where there was none. */
  'laws.importState': method({ input: z.strictObject({}), ...read }).returns<LawImportState | null>(),
  /** Stops after the file that is being read; what was read stays. */
  'laws.cancelImport': method({
    input: z.strictObject({}),
    allowed: ['admin', 'head'],
    access: 'write',
  }).returns<LawImportState | null>(),
  /** Files of all imports, those that were not taken or are odd first. */
  'laws.files': method({
    input: z.strictObject({
      outcome: z.enum(LAW_FILE_OUTCOMES).nullable(),
      odd: z.boolean(),
      after: z.int().min(0),
      size: z.int().min(1).max(200),
    }),
    ...read,
  }).returns<{ readonly rows: readonly LawFileRow[]; readonly total: number }>(),
}
