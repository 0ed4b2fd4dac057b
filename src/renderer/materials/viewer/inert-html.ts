/**
 * Makes HTML of a document harmless before it is shown: only the elements that carry text, tables and embedded pictures
 * are built anew, with none of their attributes but spans of table cells. Nothing can run, load or link from it.
 */

const KEPT = new Set([
  'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TD', 'TH', 'STRONG', 'EM', 'B', 'I',
  'U', 'S', 'SUP', 'SUB', 'BR', 'BLOCKQUOTE', 'PRE', 'DL', 'DT', 'DD',
])
/** Elements that are left out with everything inside them; of the others that are not kept the content stays. */
const DROPPED = new Set([
  'SCRIPT', 'STYLE', 'LINK', 'META', 'IFRAME', 'FRAME', 'OBJECT', 'EMBED', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'MATH', 'FORM', 'INPUT',
  'BUTTON', 'TEXTAREA', 'SELECT', 'AUDIO', 'VIDEO', 'HEAD', 'TITLE', 'BASE',
])
const PICTURE = /^data:image\/(png|jpeg|gif|webp|bmp);base64,[A-Za-z0-9+/=]+$/
const LARGEST_SPAN = 100

function copyCellSpans(from: Element, to: HTMLElement): void {
  if (!(to instanceof HTMLTableCellElement)) return
  const span = (name: string): number => Math.min(LARGEST_SPAN, Math.max(1, Number(from.getAttribute(name)) || 1))
  to.colSpan = span('colspan')
  to.rowSpan = span('rowspan')
}

function copyInto(parent: Node, from: Node, picture: string): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      parent.appendChild(document.createTextNode(child.textContent ?? ''))
      continue
    }
    if (!(child instanceof Element)) continue
    const name = child.tagName.toUpperCase()
    if (DROPPED.has(name)) continue
    if (name === 'IMG') {
      const source = child.getAttribute('src') ?? ''
      if (!PICTURE.test(source)) continue
      const image = document.createElement('img')
      image.src = source
      image.alt = child.getAttribute('alt') ?? picture
      parent.appendChild(image)
      continue
    }
    if (!KEPT.has(name)) {
      copyInto(parent, child, picture)
      continue
    }
    const element = document.createElement(name)
    copyCellSpans(child, element)
    copyInto(element, child, picture)
    parent.appendChild(element)
  }
}

/** @param picture the alternative text of a picture that has none */
export function inertHtml(html: string, picture: string): DocumentFragment {
  // a parsed document has no window: nothing in it runs or loads
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const fragment = document.createDocumentFragment()
  copyInto(fragment, parsed.body, picture)
  return fragment
}
