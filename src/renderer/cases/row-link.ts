/** The link to a case (案件链接): an address of this window, that its own search field takes back. */

const LINK = /#\/cases\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:\/|$)/u

export function linkTo(caseId: string, base = location.href): string {
  const url = new URL(base)
  url.search = ''
  url.hash = `/cases/${caseId}`
  return url.href
}

/** The case that a pasted link leads to; undefined for any other text. */
export function caseInLink(text: string): string | undefined {
  return LINK.exec(text.trim())?.[1]
}
