/** The hash of what an opinion says. */
import type { OfficialDocument } from '../../shared/documents/model.ts'
import { plainText } from '../../shared/documents/preview.ts'
import { sha256Hex } from '../audit/chain.ts'

/** SHA-256 of the text that both PDF and DOCX carry, hexadecimal. */
export function contentHashOf(document: OfficialDocument): string {
  return sha256Hex(plainText(document))
}
