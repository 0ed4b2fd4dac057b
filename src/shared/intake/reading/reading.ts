/** What reading a file gives (文件读取结果), and how the text of its recognised pages is put in. */
import type { DocumentText, TextPage } from '../document-text.ts'
import type { ReadingProblem } from './report.ts'

export interface Reading {
  readonly text: DocumentText
  /** What a person should know of this file; null where all went well. */
  readonly problem: ReadingProblem | null
  /**
   * Numbers of the pages that are pictures and wait for recognition (OCR), ascending. Each stands in `text` with the few
   * characters that it has, source `none` where it has none.
   */
  readonly toRecognise: readonly number[]
}

export const EMPTY_TEXT: DocumentText = { pages: [] }

/** The text with recognised pages in the place of those of the same number. */
export function withRecognised(text: DocumentText, recognised: readonly TextPage[]): DocumentText {
  const byNumber = new Map(text.pages.map((page) => [page.number, page]))
  for (const page of recognised) byNumber.set(page.number, page)
  return { pages: [...byNumber.values()].toSorted((a, b) => a.number - b.number) }
}
