/**
 * Reading the XML of Office files, start to end, without making a tree of it. Names come without their prefix (`w:t` is
 * `t`). There is no document type and no entity but the five of XML and character numbers: a file that declares its own
 * is not what an office program writes, and how entity bombs (实体炸弹) are made.
 */

export class XmlBroken extends Error {}

/** Attributes by their name without prefix, read when asked for. */
export interface XmlAttributes {
  get(name: string): string | undefined
}

export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void
  close(name: string): void
  text(text: string): void
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const DEEPEST = 512

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});/g, (match, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? match
    const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
  })
}

class TagAttributes implements XmlAttributes {
  readonly #source: string
  constructor(source: string) {
    this.#source = source
  }
  get(name: string): string | undefined {
    const pattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
    for (const [, found = '', double, single] of this.#source.matchAll(pattern)) {
      if (localName(found) === name) return decodeEntities(double ?? single ?? '')
    }
    return undefined
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const isOdd = (text: string, mark: string): boolean => text.split(mark).length % 2 === 0

/** The `>` that ends a tag: not one inside an attribute's value. */
function tagEnd(xml: string, from: number): number {
  const first = xml.indexOf('>', from)
  const inside = first === -1 ? '' : xml.slice(from, first)
  if (!isOdd(inside, '"') && !isOdd(inside, "'")) return first
  // rare: a value with `>` or an apostrophe in it
  let open: string | undefined
  for (let at = from; at < xml.length; at += 1) {
    const character = xml[at]
    if (open === undefined) {
      if (character === '>') return at
      if (character === '"' || character === "'") open = character
    } else if (character === open) open = undefined
  }
  return -1
}

/** Throws {@link XmlBroken} where the text is not XML of this kind. */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0
  let depth = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const text = tag === -1 ? xml.slice(at) : xml.slice(at, tag)
    if (text !== '' && depth > 0) handler.text(decodeEntities(text))
    if (tag === -1) break
    at = tag + 1
    const mark = xml[at]
    if (mark === '!' || mark === '?') {
      at = skipDeclaration(xml, at, handler)
      continue
    }
    const end = tagEnd(xml, at)
    if (end === -1) throw new XmlBroken('tag without end')
    if (mark === '/') {
      depth -= 1
      handler.close(localName(xml.slice(at + 1, end).trim()))
    } else {
      const empty = xml[end - 1] === '/'
      const inside = xml.slice(at, empty ? end - 1 : end)
      const nameEnd = inside.search(/\s/)
      const name = localName(nameEnd === -1 ? inside : inside.slice(0, nameEnd))
      handler.open(name, new TagAttributes(nameEnd === -1 ? '' : inside.slice(nameEnd)))
      if (empty) handler.close(name)
      else depth += 1
      if (depth > DEEPEST) throw new XmlBroken('too deep')
    }
    at = end + 1
  }
  if (depth !== 0) throw new XmlBroken('elements left open')
}

/** Returns where to go on. */
function skipDeclaration(xml: string, at: number, handler: XmlHandler): number {
  const past = (mark: string): number => {
    const end = xml.indexOf(mark, at)
    if (end === -1) throw new XmlBroken('declaration without end')
    return end + mark.length
  }
  if (xml.startsWith('?', at)) return past('?>')
  if (xml.startsWith('!--', at)) return past('-->')
  if (xml.startsWith('![CDATA[', at)) {
    const end = past(']]>')
    handler.text(xml.slice(at + '![CDATA['.length, end - 3))
    return end
  }
  throw new XmlBroken('document type')
}
