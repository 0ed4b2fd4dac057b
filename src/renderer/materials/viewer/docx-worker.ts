/** Converts Word documents beside the window, so that a long one does not hold it up. Nothing in them is run or loaded. */
import mammoth from 'mammoth/mammoth.browser.min.js'
import { DocxTooLarge, docxPackage, type DocxFacts } from './docx-package.ts'
import { DELETED_STYLE, INSERTED_STYLE } from './tracked-changes.ts'

export type DocxAnswer =
  | { readonly ok: true; readonly html: string; readonly facts: DocxFacts }
  | { readonly ok: false; readonly problem: 'broken' | 'tooLarge' }

const STYLES = [`r.${DELETED_STYLE} => s`, `r.${INSERTED_STYLE} => u`, 'comment-reference => sup']

async function convert(bytes: Uint8Array): Promise<DocxAnswer> {
  try {
    const { bytes: made, facts } = docxPackage(bytes)
    const arrayBuffer = made.slice().buffer
    const { value } = await mammoth.convertToHtml({ arrayBuffer }, { externalFileAccess: false, styleMap: STYLES })
    return { ok: true, html: value, facts }
  } catch (error) {
    return { ok: false, problem: error instanceof DocxTooLarge ? 'tooLarge' : 'broken' }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void convert(data).then((answer) => self.postMessage(answer))
})
