/** Reading a day as people type it. Pure. */

const FORMS = [/^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/, /^(\d{4})(\d{2})(\d{2})$/]

/** `YYYY-MM-DD`, or undefined where the text is no day of the calendar. Range is not looked at. */
export function parseDay(typed: string): string | undefined {
  const text = typed
    .trim()
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/\s/g, '')
  for (const form of FORMS) {
    const match = form.exec(text)
    if (match === null) continue
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const date = new Date(Date.UTC(year, month - 1, day))
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
    return date.toISOString().slice(0, 10)
  }
  return undefined
}
