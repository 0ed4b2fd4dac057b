/** Text that goes into a spreadsheet stays text: a party called `=HYPERLINK(…)` is no formula in the reader's program. */

/** What spreadsheet programs take for the beginning of a formula, or skip before one. Full-width signs count, too. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text)
}

// XML 1.0 has no way to write these, not even escaped
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

// Of a million cells hardly one has any of these: one look finds out, where five replacements would take ten times as long.
const TOUCHED = /[\p{Cc}\p{Cs}&<>"_\ufffe\uffff]/u

/** A text as it may stand in XML: escaped, without what XML cannot carry. */
export function xmlText(text: string): string {
  if (!TOUCHED.test(text)) return text
  return text
    .replaceAll(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // Excel reads _x000D_ as a control character: what only looks like one is kept as it is
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
}

/** A cell of tab-separated text for the clipboard: on one line, and with an apostrophe before what looks like a formula. */
export function clipboardCell(text: string): string {
  const line = text.replaceAll(/[\t\r\n]+/gu, ' ').trim()
  return looksLikeFormula(line) ? `'${line}` : line
}
