/** The gate before every renderer: what the model refuses is told as an error that a user can act on. */
import { officialDocumentSchema, UNPRINTABLE } from '../../shared/documents/model.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import { glyphMissing } from './text-setting.ts'

/**
 * Parses a document. A control character or half a character, which no font shows and no file format carries, is
 * `glyph-missing` with the words around it; any other fault of form is a mistake of the program and throws as such.
 */
export function checkedDocument(document: OfficialDocument): OfficialDocument {
  const parsed = officialDocumentSchema.safeParse(document)
  if (parsed.success) return parsed.data
  const found = parsed.error.issues.some((issue) => issue.message === 'control-character') && findUnprintable(document)
  if (found) throw glyphMissing(found.character, found.around)
  throw parsed.error
}

function findUnprintable(value: unknown): { character: string; around: string } | undefined {
  if (typeof value === 'string') {
    const at = value.search(UNPRINTABLE)
    if (at < 0) return undefined
    const around = value.slice(Math.max(0, at - 10), at + 11).replaceAll(new RegExp(UNPRINTABLE, 'gu'), '·')
    return { character: value.charAt(at), around }
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const inner of Object.values(value)) {
    const found = findUnprintable(inner)
    if (found !== undefined) return found
  }
  return undefined
}
