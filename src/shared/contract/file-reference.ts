/** How a caller names a stored file. */
import { z } from 'zod'

/**
 * Names a stored file that the caller may read: a material of a case, a document that the station made (signed
 * opinion, notice), or a file that the caller staged itself, by its id.
 */
export const fileReferenceSchema = z.string().regex(/^(material|document|staged|export)\/[0-9a-f-]{36}$/)
export type FileReference = z.infer<typeof fileReferenceSchema>
