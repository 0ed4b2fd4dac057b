/** Hands a copy of a stored file to the person, through the browser's or the desktop's own way of saving. */
import type { FileReference } from '../../../shared/contract/reply.ts'
import type { Transport } from '../../transport/transport.ts'
import { readStoredFile } from './opened-file.ts'

/** Long enough for the browser to have taken the bytes. In ms. */
const URL_LIFE = 60_000

export async function saveCopy(transport: Transport, reference: FileReference, name?: string): Promise<void> {
  const file = await readStoredFile(transport, reference)
  // never the file's own media type: a page or a drawing must not be opened in our origin
  const url = URL.createObjectURL(new Blob([file.bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name ?? file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE)
}
