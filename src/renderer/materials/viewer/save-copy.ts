/** Hands a copy of a stored file to the person, through the browser's or the desktop's own way of saving. */
import type { FileReference } from '../../../shared/contract/reply.ts'
import type { Transport } from '../../transport/transport.ts'
import { saveFile } from '../../ui/save-file.ts'
import { readStoredFile } from './opened-file.ts'

export async function saveCopy(transport: Transport, reference: FileReference, name?: string): Promise<void> {
  const file = await readStoredFile(transport, reference)
  saveFile(name ?? file.name, file.bytes)
}
