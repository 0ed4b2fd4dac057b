/** Text files and comma-separated tables: which encoding (编码) they have is told by their bytes. */
import { cleanText, tidyLines } from '../../../shared/intake/reading/clean-text.ts'

/** Longest text that is read, in bytes; a case file's texts have some thousand. */
export const PLAIN_TEXT_LIMIT = 16 * 1024 * 1024

function decodes(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: every other byte of ASCII text, line ends and digits included, is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const probe = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [index, byte] of probe.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = probe.length / 2
  if (bytes.length % 2 === 1 || half < 4) return undefined
  if (odd > half * 0.04 && even < odd * 0.1) return decodes(bytes, 'utf-16le')
  return even > half * 0.04 && odd < even * 0.1 ? decodes(bytes, 'utf-16be') : undefined
}

/** A text that was cut off in the middle of its last character, which has up to four bytes. */
function decodesCut(bytes: Uint8Array, encoding: string): string | undefined {
  if (bytes.length < 64) return undefined
  return [1, 2, 3].map((cut) => decodes(bytes.subarray(0, -cut), encoding)).find((text) => text !== undefined)
}

/** Undefined where the bytes are not text. GB 18030 includes GBK and GB 2312. */
export function decodedText(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  if (bytes.includes(0)) return unmarkedUtf16(bytes)
  const found = decodes(bytes, 'utf-8') ?? decodesCut(bytes, 'utf-8') ?? decodes(bytes, 'gb18030') ?? decodesCut(bytes, 'gb18030')
  if (found !== undefined) return hasTooManyControls(found) ? undefined : found
  // a few damaged characters in a text that says what it is
  return marked ? new TextDecoder('utf-8').decode(bytes) : undefined
}

function hasTooManyControls(text: string): boolean {
  const probe = text.slice(0, 20_000)
  const controls = probe.match(/(?![\s\u0085])\p{Cc}/gu)?.length ?? 0
  return controls > Math.max(2, probe.length * 0.02)
}

/** The cells of a comma-separated table parted by tabs, a row a line (RFC 4180). */
export function commaSeparated(text: string): string {
  const rows: string[][] = [['']]
  let quoted = false
  const append = (more: string): void => {
    const row = rows.at(-1)
    if (row !== undefined) row[row.length - 1] = (row.at(-1) ?? '') + more
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quoted) {
      if (character !== '"') append(/[\n\t]/.test(character) ? ' ' : character)
      else if (text[at + 1] === '"') {
        append('"')
        at += 1
      } else quoted = false
    } else if (character === '"' && rows.at(-1)?.at(-1) === '') quoted = true
    else if (character === ',') rows.at(-1)?.push('')
    else if (character === '\n') rows.push([''])
    else append(character)
  }
  return rows.map((row) => row.map((cell) => cell.trim()).join('\t')).join('\n')
}

/** Undefined where the bytes are not text. */
export function plainText(bytes: Uint8Array, isCommaSeparated: boolean): string | undefined {
  const decoded = decodedText(bytes)
  if (decoded === undefined) return undefined
  const clean = cleanText(decoded)
  return tidyLines(isCommaSeparated ? commaSeparated(clean) : clean)
}
