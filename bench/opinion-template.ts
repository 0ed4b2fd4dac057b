/** A Word template of the opinion for docxtemplater: the same document with a placeholder for each text. */
import { renderDocx } from '../src/main/documents/docx.ts'
import type { RenderOptions } from '../src/main/documents/pdf.ts'
import type { Block, Inline, OfficialDocument } from '../src/shared/documents/model.ts'

export interface FilledTemplate {
  readonly bytes: Uint8Array
  readonly texts: Readonly<Record<string, string>>
}

export async function opinionTemplate(document: OfficialDocument, options: RenderOptions): Promise<FilledTemplate> {
  const texts: Record<string, string> = {}
  const place = (text: string): string => {
    const name = `text${Object.keys(texts).length}`
    texts[name] = text
    return `{${name}}`
  }
  const inlines = (content: readonly Inline[]): Inline[] =>
    content.map((inline) => (inline.kind === 'text' ? { ...inline, text: place(inline.text) } : inline))
  const block = (of: Block): Block => {
    switch (of.kind) {
      case 'heading':
        return { ...of, text: place(of.text) }
      case 'paragraph':
      case 'note':
        return { ...of, inlines: inlines(of.inlines) }
      case 'table':
        return { ...of, rows: of.rows.map((row) => row.map(inlines)) }
      case 'key-value':
        return {
          ...of,
          rows: of.rows.map(({ label, value, second }) => ({
            label,
            value: inlines(value),
            ...(second === undefined ? {} : { second: { label: second.label, value: inlines(second.value) } }),
          })),
        }
    }
  }
  const { number, addressee, footer } = document
  const template: OfficialDocument = {
    ...document,
    title: document.title.split('\n').map(place).join('\n'),
    number: number === null ? null : place(number),
    addressee: addressee === null ? null : place(addressee),
    blocks: document.blocks.map(block),
    attachments: document.attachments.map(place),
    footer: footer.map(({ label, value }) => ({ label, value: place(value) })),
  }
  return { bytes: await renderDocx(template, options), texts }
}
