/**
 * The document as a flat list of parts with every computed word filled in (numbers, colons, dates). The three
 * renderers and the preview draw these parts in this order; `plainText` is the text of the same list, so what one
 * of them shows all of them show.
 */
import type { Alignment, Column, FooterFact, Inline, OfficialDocument, Signer } from './model.ts'
import { attachmentLines, chineseDate, headingNumbers } from './numbering.ts'

export type DocumentPart =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly number: string; readonly text: string }
  | {
      readonly kind: 'paragraph'
      readonly inlines: readonly Inline[]
      readonly indent: boolean
      readonly align: Alignment
    }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'form'; readonly rows: readonly FormRow[] }
  | { readonly kind: 'note'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'attachment'; readonly lead: string; readonly number: string; readonly name: string }
  | {
      readonly kind: 'signer'
      readonly signer: string
      readonly label: string
      readonly name: string
      readonly date: string
    }
  | { readonly kind: 'organ'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly FooterFact[] }

export type Cell = readonly Inline[]

/** A row of a form as cells from left to right: label, value, and maybe a second label and value. */
export type FormRow = readonly FormPair[]
/** `sign` stands at the right edge below room to write by hand. */
export interface FormPair {
  readonly label: string
  readonly value: Cell
  readonly sign?: string | undefined
}

/** The word that stands where the day of a signature will stand. */
export const DATE_TO_COME = '　　年　月　日'

/** All parts in reading order. Pure: the same document gives equal parts. */
export function documentParts(document: OfficialDocument): DocumentPart[] {
  const parts: DocumentPart[] = [{ kind: 'title', lines: document.title.split('\n') }]
  if (document.number !== null) parts.push({ kind: 'number', text: document.number })
  if (document.addressee !== null) parts.push({ kind: 'addressee', text: `${document.addressee}：` })
  parts.push(...blockParts(document))
  for (const line of attachmentLines(document.attachments)) parts.push({ kind: 'attachment', ...line })
  if (document.signOff !== null) {
    parts.push(...document.signOff.signers.map(signerPart))
    if (document.signOff.organ !== null) parts.push({ kind: 'organ', text: document.signOff.organ })
    if (document.signOff.date !== null) parts.push({ kind: 'date', text: chineseDate(document.signOff.date) })
  }
  if (document.footer.length > 0) parts.push({ kind: 'facts', facts: document.footer })
  return parts
}

function blockParts(document: OfficialDocument): DocumentPart[] {
  const numbers = headingNumbers(document.blocks)
  return document.blocks.map((block, index): DocumentPart => {
    switch (block.kind) {
      case 'heading':
        return { kind: 'heading', level: block.level, number: numbers[index] ?? '', text: block.text }
      case 'paragraph': {
        const align = block.align ?? 'left'
        return { kind: 'paragraph', inlines: block.inlines, indent: block.indent ?? align === 'left', align }
      }
      case 'table':
        return { kind: 'table', columns: block.columns, rows: block.rows }
      case 'key-value':
        return {
          kind: 'form',
          rows: block.rows.map(({ second, ...first }) => [first, ...(second === undefined ? [] : [second])]),
        }
      case 'note':
        return { kind: 'note', inlines: block.inlines }
    }
  })
}

function signerPart(signer: Signer): DocumentPart {
  return {
    kind: 'signer',
    signer: signer.signer,
    label: `${signer.role}：`,
    name: signer.name,
    date: dateText(signer),
  }
}

function dateText({ date, datedBySignature }: Signer): string {
  if (datedBySignature === true) return ''
  return date === null ? DATE_TO_COME : chineseDate(date)
}

/** The characters of inline content; check boxes as ☑ and □. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.checked ? '☑' : '□')).join('')
}

/** The text of one part, a line break between its lines, a tab between cells. */
export function partText(part: DocumentPart): string {
  switch (part.kind) {
    case 'title':
      return part.lines.join('\n')
    case 'heading':
      return `${part.number}${part.text}`
    case 'paragraph':
    case 'note':
      return inlineText(part.inlines)
    case 'table': {
      const header = part.columns.map((column) => column.header)
      return [header, ...part.rows.map((row) => row.map(inlineText))].map((row) => row.join('\t')).join('\n')
    }
    case 'form':
      return part.rows
        .map((row) => row.map(({ label, value, sign }) => `${label}\t${inlineText(value)}${sign === undefined ? '' : `\n${sign}`}`).join('\t'))
        .join('\n')
    case 'attachment':
      return `${part.lead}${part.number}${part.name}`
    case 'signer':
      return `${part.label}${part.name}\t${part.date}`
    case 'facts':
      return part.facts.map(({ label, value }) => `${label}：${value}`).join('\n')
    default:
      return part.text
  }
}

/** The document and its enclosures, each of which begins on a page of its own. */
export function documentSheets(document: OfficialDocument): readonly OfficialDocument[] {
  const bare = { number: null, addressee: null, attachments: [], footer: [], watermark: document.watermark }
  return [document, ...(document.enclosures ?? []).map((enclosure) => ({ ...bare, ...enclosure }))]
}

/**
 * The text that every rendering carries, in reading order, one line per paragraph or table row. Watermark, page
 * numbers and repeated table headers are not part of it.
 */
export function plainText(document: OfficialDocument): string {
  return documentSheets(document).flatMap(documentParts).map(partText).join('\n')
}
