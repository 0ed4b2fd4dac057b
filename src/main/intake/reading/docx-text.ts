/**
 * The text of a DOCX, walked directly: one paragraph or table row a line, cells parted by tabs. mammoth, which shows such
 * files on the screen, is not used here: it gives no automatic numbers, keeps text that was deleted by moving, loads
 * every picture, and unpacks without a limit. External links are never followed.
 */
import { cleanText, SYMBOL_CHARACTERS, tidyLines } from '../../../shared/intake/reading/clean-text.ts'
import { numberingOf, type Numbering } from './docx-numbering.ts'
import type { OfficePackage } from './office-package.ts'
import { scanXml, type XmlAttributes, type XmlHandler } from './xml-scan.ts'

export interface DocxContent {
  readonly text: string
  /** Names of the parts with embedded pictures, in the order of the document, each once. */
  readonly pictures: readonly string[]
}

interface Paragraph {
  text: string
  styleId: string | undefined
  numberingId: string | undefined
  level: number | undefined
}

interface Table {
  /** Cells of the row that is open, each as its lines. */
  row: string[][]
  rowDeleted: boolean
  readonly lines: string[]
}

/** What is in these is not printed: the other rendering of a drawing, what was moved away, the reading aid of a ruby. */
const NOT_PRINTED = new Set(['Fallback', 'moveFrom', 'rt'])

/** A character of a symbol font: its code stands with or without the private area's prefix. */
function symbol(attributes: XmlAttributes): string {
  const code = Number.parseInt(attributes.get('char') ?? '', 16)
  return Number.isNaN(code) ? '' : (SYMBOL_CHARACTERS[String.fromCodePoint(0xf0_00 + (code & 0xff))] ?? '')
}

class DocumentWalk implements XmlHandler {
  readonly lines: string[] = []
  readonly pictureIds: string[] = []
  readonly #numbering: Numbering
  /** Where a finished paragraph goes: the document, a cell, a text box. */
  readonly #sinks: string[][] = [this.lines]
  readonly #paragraphs: Paragraph[] = []
  readonly #tables: Table[] = []
  /** Lines of text boxes, put behind the paragraph that holds them. */
  #boxed: string[] = []
  #skipped = 0
  #inText = false
  #inRun = false
  #hidden = false

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  open(name: string, attributes: XmlAttributes): void {
    if (NOT_PRINTED.has(name)) this.#skipped += 1
    if (this.#skipped > 0) return
    const opened = this.#structure(name) || this.#content(name, attributes)
    if (!opened) this.#property(name, attributes)
  }

  close(name: string): void {
    if (NOT_PRINTED.has(name)) this.#skipped -= 1
    if (this.#skipped > 0) return
    if (name === 't') this.#inText = false
    else if (name === 'r') this.#inRun = false
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tc') this.#endCell()
    else if (name === 'tr') this.#endRow()
    else if (name === 'tbl') this.#endTable()
    else if (name === 'txbxContent') this.#boxed.push(...(this.#sinks.pop() ?? []))
  }

  text(text: string): void {
    if (this.#inText && this.#skipped === 0) this.#write(text)
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph !== undefined && !this.#hidden) paragraph.text += text
  }

  #structure(name: string): boolean {
    if (name === 'p') this.#paragraphs.push({ text: '', styleId: undefined, numberingId: undefined, level: undefined })
    else if (name === 'tbl') this.#tables.push({ row: [], rowDeleted: false, lines: [] })
    else if (name === 'tc' || name === 'txbxContent') this.#sinks.push([])
    else if (name === 'r') {
      this.#inRun = true
      this.#hidden = false
    } else return false
    return true
  }

  #content(name: string, attributes: XmlAttributes): boolean {
    if (name === 't') this.#inText = true
    else if (name === 'tab' && this.#inRun) this.#write('\t')
    else if (name === 'ptab') this.#write('\t')
    else if (name === 'br' || name === 'cr') this.#write(attributes.get('type') === undefined || attributes.get('type') === 'textWrapping' ? '\n' : '')
    else if (name === 'noBreakHyphen') this.#write('-')
    else if (name === 'sym') this.#write(symbol(attributes))
    else if (name === 'blip' || name === 'imagedata') this.#pictureIds(attributes)
    else return false
    return true
  }

  #pictureIds(attributes: XmlAttributes): void {
    // `link` is a picture elsewhere: never fetched
    const id = attributes.get('embed') ?? attributes.get('id')
    if (id !== undefined && !this.pictureIds.includes(id)) this.pictureIds.push(id)
  }

  #property(name: string, attributes: XmlAttributes): void {
    const paragraph = this.#paragraphs.at(-1)
    if (name === 'vanish' && this.#inRun) this.#hidden = attributes.get('val') !== '0' && attributes.get('val') !== 'false'
    const table = this.#tables.at(-1)
    // a row that was deleted while changes were tracked stands in the file until somebody accepts them
    if (name === 'del' && table !== undefined && paragraph === undefined) table.rowDeleted = true
    if (paragraph === undefined || this.#inRun) return
    if (name === 'pStyle') paragraph.styleId = attributes.get('val')
    if (name === 'numId') paragraph.numberingId = attributes.get('val')
    if (name === 'ilvl') paragraph.level = Number(attributes.get('val') ?? 0)
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const label = paragraph.text.trim() === '' ? '' : this.#label(paragraph)
    const sink = this.#sinks.at(-1)
    sink?.push(...`${label}${paragraph.text}`.split('\n'))
    if (this.#paragraphs.length > 0) return
    sink?.push(...this.#boxed)
    this.#boxed = []
  }

  #label(paragraph: Paragraph): string {
    const style = paragraph.styleId === undefined ? undefined : this.#numbering.ofStyle(paragraph.styleId)
    const numberingId = paragraph.numberingId ?? style?.numberingId
    // numbering 0 takes away what the style brings
    if (numberingId === undefined || numberingId === '0') return ''
    return this.#numbering.next({ numberingId, level: paragraph.level ?? style?.level ?? 0 })
  }

  #endCell(): void {
    const lines = this.#sinks.pop() ?? []
    this.#tables.at(-1)?.row.push(lines)
  }

  #endRow(): void {
    const table = this.#tables.at(-1)
    if (table === undefined) return
    if (!table.rowDeleted) table.lines.push(...rowLines(table.row))
    table.row = []
    table.rowDeleted = false
  }

  #endTable(): void {
    this.#sinks.at(-1)?.push(...(this.#tables.pop()?.lines ?? []))
  }
}

/**
 * A row as a line, the paragraphs of a cell joined by a space. A row of one cell is a frame around text (a record with
 * questions and answers): its paragraphs keep their lines.
 */
export function rowLines(cells: readonly (readonly string[])[]): string[] {
  const [only] = cells
  if (only !== undefined && cells.length === 1) return [...only]
  const joined = cells.map((lines) => lines.map((line) => line.replaceAll('\t', ' ').trim()).filter((line) => line !== '').join(' '))
  return joined.some((cell) => cell !== '') ? [joined.join('\t')] : []
}

function relationTargets(xml: string | undefined): Map<string, string> {
  const targets = new Map<string, string>()
  scanXml(xml ?? '', {
    open: (name, attributes) => {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')]
      if (name !== 'Relationship' || id === undefined || target === undefined || attributes.get('TargetMode') === 'External') return
      targets.set(id, target.startsWith('/') ? target.slice(1) : `word/${target.replace(/^\.\//, '')}`)
    },
    close: () => undefined,
    text: () => undefined,
  })
  return targets
}

/** Throws what {@link OfficePackage.read} throws, and `XmlBroken`. */
export function docxContent(parts: OfficePackage): DocxContent {
  const document = parts.text('word/document.xml') ?? ''
  const walk = new DocumentWalk(numberingOf(parts.text('word/numbering.xml'), parts.text('word/styles.xml')))
  scanXml(document, walk)
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) => {
    const noteWalk = new DocumentWalk(numberingOf(undefined, undefined))
    scanXml(parts.text(name) ?? '', noteWalk)
    return noteWalk.lines
  })
  const targets = relationTargets(parts.text('word/_rels/document.xml.rels'))
  const pictures = walk.pictureIds.flatMap((id) => targets.get(id) ?? []).filter((name) => parts.names.includes(name))
  const lines = [...walk.lines, ...notes].filter((line) => line.trim() !== '')
  return { text: tidyLines(cleanText(lines.join('\n'))), pictures: [...new Set(pictures)] }
}
