/**
 * The paragraphs of a DOCX as plain lines. The national law database publishes laws without any style, so only the words
 * are wanted; reading them from the part itself takes a fiftieth of the time of a conversion to HTML, which would hold
 * the core up for half a second on a code.
 */
import { unzipSync } from 'fflate'

/** Most that the main part may be when unpacked: a code of 1,260 articles has about 3 MB. */
const MOST_XML = 64 * 1024 * 1024
const PART = 'word/document.xml'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

/** Paragraph ends, words, tabs and line breaks; words that a tracked change took out are in `w:delText` and stay out. */
const PIECES =
  /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)(?: [^>]*)?\/>|(<\/w:p>)|<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g

/** One line for each paragraph; null for what is no DOCX. */
export function docxText(bytes: Uint8Array): string | null {
  let part: Uint8Array | undefined
  try {
    part = unzipSync(bytes, { filter: ({ name, originalSize }) => name === PART && originalSize <= MOST_XML })[PART]
  } catch {
    return null
  }
  if (part === undefined) return null
  let text = ''
  for (const [, words, breaking, end] of new TextDecoder().decode(part).matchAll(PIECES)) {
    if (words !== undefined) text += unescaped(words)
    else if (breaking !== undefined) text += breaking === 'tab' ? '\t' : '\n'
    else if (end !== undefined) text += '\n'
  }
  return text
}
