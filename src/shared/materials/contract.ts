/** Materials (送审材料): the files of a case. Stored once by content, never changed, removed only with a reason. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { fileReferenceSchema } from '../contract/file-reference.ts'
import { LARGEST_PIECE, MOST_PIECES, type FileLook } from './file-look.ts'
import { caseIdSchema, materialIdSchema, type CaseId, type IsoInstant, type MaterialId } from '../values/values.ts'

/** Largest file that is taken in, in bytes (1 GiB). */
export const FILE_SIZE_LIMIT = 1024 ** 3



export const materialNameSchema = z.string().trim().min(1).max(255)
/** Id of a row of the catalogue's submission materials, or `other`. */
export const materialKindSchema = z.string().min(1).max(60)

export interface Material {
  readonly id: MaterialId
  readonly caseId: CaseId
  readonly round: number
  readonly name: string
  readonly kind: string
  /** `rules`: the kind follows from what is read in the paper; `person`: somebody chose it. */
  readonly kindBy: 'rules' | 'person'
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  /** Number of pages where it could be counted. */
  readonly pages: number | null
  readonly attachedAt: IsoInstant
  readonly attachedBy: string
  readonly removed: { readonly at: IsoInstant; readonly by: string; readonly reason: string } | null
}

const reference = z.strictObject({ reference: fileReferenceSchema })
const pieceSchema = z
  .strictObject({ from: z.int().min(0).max(FILE_SIZE_LIMIT), to: z.int().min(1).max(FILE_SIZE_LIMIT) })
  .refine(({ from, to }) => to > from, 'empty')

export const materialsContract = {
  /** What a stored file is. */
  'materials.look': method({ input: reference, allowed: 'signedIn', access: 'read' }).returns<FileLook>(),
  /**
   * Pieces of a stored file in base64, each from byte `from` up to `to` (exclusive); shorter where the file ends before. Only
   * the chunks that hold them are read and opened. `file-altered` where one of those is not what was stored.
   */
  'materials.bytes': method({
    input: z.strictObject({
      reference: fileReferenceSchema,
      pieces: z
        .array(pieceSchema)
        .min(1)
        .max(MOST_PIECES)
        .refine((pieces) => pieces.reduce((sum, { from, to }) => sum + to - from, 0) <= LARGEST_PIECE, 'too-long'),
    }),
    allowed: 'signedIn',
    access: 'read',
  }).returns<{ readonly size: number; readonly pieces: readonly string[] }>(),
  /** Compares a stored file with its SHA-256, from the first byte to the last. `file-altered` where it differs. */
  'materials.check': method({ input: reference, allowed: 'signedIn', access: 'read' }).returns<null>(),
  'materials.attach': method({
    input: z.strictObject({
      caseId: caseIdSchema,
      files: z
        .array(
          z.strictObject({
            stagedId: z.uuid(),
            name: materialNameSchema,
            /** Null: the station finds out by reading the paper; until then it is `other`. */
            kind: materialKindSchema.nullable(),
          }),
        )
        .min(1)
        .max(500),
    }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<readonly Material[]>(),
  'materials.reclassify': method({
    input: z.strictObject({ materialId: materialIdSchema, kind: materialKindSchema }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<Material>(),
  'materials.remove': method({
    input: z.strictObject({ materialId: materialIdSchema, reason: z.string().trim().min(2).max(500) }),
    allowed: ['handler', 'reviewer', 'head'],
    access: 'write',
  }).returns<null>(),
}
