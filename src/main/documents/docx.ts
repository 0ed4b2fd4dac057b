/** Renders an official document as DOCX with real styles: the same text as the PDF, to be edited in Word or WPS. */
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { RenderOptions } from './pdf.ts'

/** Renders a document. The same document with the same options gives the same bytes. */
export async function renderDocx(document: OfficialDocument, options: RenderOptions): Promise<Uint8Array> {
  // the Word library takes longer to load than the core to start: only who makes a document waits
  const { makeDocx } = await import('./docx-file.ts')
  return makeDocx(document, options)
}
