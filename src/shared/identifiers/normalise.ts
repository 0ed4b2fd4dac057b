/** Bringing a typed or copied code into the form that the checks read. */

/** White space of any kind, and the invisible characters that copying from a PDF or a web page leaves behind. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu

/**
 * Half-width, upper-case, without spaces: `９１３５ 0100 m000100y43` becomes `91350100M000100Y43`. Nothing is guessed:
 * the letter O stays a letter.
 */
export function normaliseIdentifier(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .toUpperCase()
}
