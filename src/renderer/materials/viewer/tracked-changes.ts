/**
 * Tracked changes (修订) of a Word document, made visible: what was deleted is kept and struck out, what was inserted is
 * underlined. The converter would show the document as if every change had been accepted.
 */

export const DELETED_STYLE = 'FashenDeleted'
export const INSERTED_STYLE = 'FashenInserted'

export interface TrackedChanges {
  readonly xml: string
  readonly inserted: number
  readonly deleted: number
  /** Who made them, in the order in which they are met. */
  readonly authors: readonly string[]
}

const TAG = /<(\/?)w:(ins|del|moveFrom|moveTo|r|rPr|rStyle|delText)((?:\s[^<>]*?)?)(\/?)>/gu
const AUTHOR = /\sw:author="([^"]*)"/u

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}

/** The main part of a WordprocessingML document (ISO 29500-1 17.13.5) with its changes as marked runs. */
export function withTrackedChanges(document: string): TrackedChanges {
  const authors = new Set<string>()
  const counts = { inserted: 0, deleted: 0 }
  const open: ('inserted' | 'deleted')[] = []
  let inProperties = 0
  let awaitingStyle = false
  const style = (): string => `<w:rStyle w:val="${open.includes('deleted') ? DELETED_STYLE : INSERTED_STYLE}"/>`
  const pieces: string[] = []
  let at = 0
  for (const match of document.matchAll(TAG)) {
    const [whole, closing, name, attributes = '', single] = match
    const between = document.slice(at, match.index)
    at = match.index + whole.length
    // a run without properties of its own is given some
    if (awaitingStyle && name !== 'rPr') {
      pieces.push(`<w:rPr>${style()}</w:rPr>`)
      awaitingStyle = false
    }
    pieces.push(between)
    const isChange = name === 'ins' || name === 'del' || name === 'moveFrom' || name === 'moveTo'
    if (isChange && inProperties === 0 && single === '') {
      const kind = name === 'ins' || name === 'moveTo' ? 'inserted' : 'deleted'
      if (closing === '/') open.pop()
      else {
        open.push(kind)
        counts[kind] += 1
        const author = AUTHOR.exec(attributes)?.[1]
        if (author !== undefined && author !== '') authors.add(unescaped(author))
      }
      continue
    }
    if (name === 'delText') {
      pieces.push(closing === '/' ? '</w:t>' : `<w:t${attributes}${single}>`)
      continue
    }
    if (name === 'rPr' && single === '') inProperties += closing === '/' ? -1 : 1
    if (name === 'rStyle' && open.length > 0) continue
    if (open.length > 0 && name === 'r' && closing === '' && single === '') awaitingStyle = true
    if (awaitingStyle && name === 'rPr' && closing === '') {
      pieces.push(single === '/' ? `<w:rPr>${style()}</w:rPr>` : `${whole}${style()}`)
      awaitingStyle = false
      continue
    }
    pieces.push(whole)
  }
  pieces.push(document.slice(at))
  return { xml: pieces.join(''), ...counts, authors: [...authors] }
}
