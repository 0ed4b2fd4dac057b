/** The lines of a law's text, whatever laid them out: Markdown, plain text, paragraphs of a DOCX. */

export interface LawLine {
  readonly text: string
  /** Number of `#` that stood before it. */
  readonly hashes: number
}

export interface LawLines {
  readonly lines: readonly LawLine[]
  /** Where the head of the text ends by its own mark (`<!-- INFO END -->`); null where it bears none. */
  readonly headEnds: number | null
}

const EDGE = /^[\s\u3000\u200b\u2060\ufeff]+|[\s\u3000\u200b\u2060\ufeff]+$/g
const HEAD_END = /^<!--\s*INFO END\s*-->$/i

/** Empty lines, front matter, comments and marks of Markdown go; spaces inside a line stay. */
export function linesOf(text: string): LawLines {
  const lines: LawLine[] = []
  let headEnds: number | null = null
  let frontMatter = false
  text.split(/\r\n?|\n|\u2028|\u2029|\f|\v/).forEach((raw, index) => {
    const trimmed = raw.replaceAll('\u00a0', ' ').replaceAll(EDGE, '')
    if (trimmed === '---' && (index === 0 || frontMatter)) {
      frontMatter = index === 0
      return
    }
    if (frontMatter || trimmed === '') return
    if (HEAD_END.test(trimmed)) {
      headEnds ??= lines.length
      return
    }
    const hashes = /^#+/.exec(trimmed)?.[0].length ?? 0
    const plain = trimmed
      .slice(hashes)
      .replaceAll(/<!--.*?-->|<\/?(?:br|p|div|span|strong|b|center|font)\b[^>]*>/gi, '')
      .replaceAll(/\\([\\`*_{}[\]()#+\-.!>~])/g, '$1')
      .replaceAll('**', '')
      .replaceAll(EDGE, '')
    if (plain !== '') lines.push({ text: plain, hashes })
  })
  return { lines, headEnds }
}
