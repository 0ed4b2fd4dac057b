/** Where the pages of a document lie in one long column. Pages count from 1; heights and places are CSS pixels. */

export const PAGE_GAP = 12

export type HeightOf = (page: number) => number

/** Upper edge of a page; the page after the last one gives the height of the column. */
export function pageTop(page: number, heightOf: HeightOf): number {
  let top = 0
  for (let one = 1; one < page; one += 1) top += heightOf(one) + PAGE_GAP
  return top
}

/** The page at a place of the column; the gap below a page belongs to it. */
export function pageAt(place: number, count: number, heightOf: HeightOf): number {
  let bottom = 0
  for (let page = 1; page < count; page += 1) {
    bottom += heightOf(page) + PAGE_GAP
    if (place < bottom) return page
  }
  return Math.max(1, count)
}

/** The pages to draw: those that are seen, and one screen before and after. */
export function pagesNear(top: number, height: number, count: number, heightOf: HeightOf): { first: number; last: number } {
  return { first: pageAt(Math.max(0, top - height), count, heightOf), last: pageAt(top + 2 * height, count, heightOf) }
}
