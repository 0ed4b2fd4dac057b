/**
 * The text of a file (文件文本) as it was read, and how a place in it is pointed at. Tied to the file's SHA-256: the same
 * bytes always give the same text.
 */

/** How the text was got. `none`: the file is kept as plain evidence, nothing was read from it. */
export const TEXT_SOURCES = ['docx', 'pdf', 'ocr', 'plain', 'spreadsheet', 'none'] as const
export type TextSource = (typeof TEXT_SOURCES)[number]

/**
 * One page. `text` has one paragraph, or one row of a table, a line (`\n`); the cells of a row are parted by a tab (`\t`).
 * A DOCX, a text file and a sheet of a workbook are one page each: pages that only printing makes are not counted.
 */
export interface TextPage {
  /** Counted from 1, as people do. */
  readonly number: number
  readonly source: TextSource
  readonly text: string
  /** Of recognised characters (OCR), 0 to 1; null where the text was born digital. */
  readonly confidence: number | null
}

export interface DocumentText {
  readonly pages: readonly TextPage[]
}

/** Below this OCR confidence a page is shown as uncertain, and nothing on it makes a rule fire alone. */
export const SURE_ENOUGH = 0.6

/** A place in a file: UTF-16 offsets into the text of one page, `end` exclusive. */
export interface Passage {
  readonly page: number
  readonly start: number
  readonly end: number
}

export function quoted(text: DocumentText, passage: Passage): string {
  return text.pages.find(({ number }) => number === passage.page)?.text.slice(passage.start, passage.end) ?? ''
}
