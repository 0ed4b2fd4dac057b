/** Where the pages of a document lie in one long column. Pages count from 1; heights and places are CSS pixels. */

export const PAGE_GAP = 12

/** What of one page is seen at the upper edge: the page, and how much of it (0 to 1) lies above. */
export interface ColumnPlace {
  readonly page: number
  readonly part: number
}

export interface PageColumn {
  readonly count: number
  /** Of the whole column. */
  readonly height: number
  /** Upper edge of a page; the page after the last one gives the height of the column. */
  readonly topOf: (page: number) => number
  /** The page at a place of the column; the gap below a page belongs to it. */
  readonly pageAt: (place: number) => number
  readonly placeAt: (top: number) => ColumnPlace
  /** Where to scroll so that a place is at the upper edge. */
  readonly scrollFor: (place: ColumnPlace) => number
}

/** @param heights of the pages, in order */
export function pageColumn(heights: readonly number[]): PageColumn {
  const count = heights.length
  const tops = [0]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height + PAGE_GAP)
  const topOf = (page: number): number => tops[Math.min(count, Math.max(0, page - 1))] ?? 0
  const pageAt = (place: number): number => {
    let first = 1
    let last = Math.max(1, count)
    while (first < last) {
      const middle = Math.floor((first + last) / 2)
      if (place < topOf(middle + 1)) last = middle
      else first = middle + 1
    }
    return first
  }
  const heightOf = (page: number): number => heights[page - 1] ?? 0
  return {
    count,
    height: topOf(count + 1),
    topOf,
    pageAt,
    placeAt: (top) => {
      const page = pageAt(top)
      const height = heightOf(page)
      return { page, part: height === 0 ? 0 : Math.min(1, Math.max(0, (top - topOf(page)) / height)) }
    },
    scrollFor: ({ page, part }) => topOf(page) + part * heightOf(page),
  }
}

export interface PageSpan {
  readonly first: number
  readonly last: number
}

/** The pages to draw: those that are seen, and one screen before and after. */
export function pagesNear(column: PageColumn, top: number, height: number): PageSpan {
  return { first: column.pageAt(Math.max(0, top - height)), last: column.pageAt(top + 2 * height) }
}

/** Pixels of all drawn pages of one document together: 48 million, which take 192 MB. */
export const PIXEL_BUDGET = 48_000_000

/**
 * Pixels for one of the page: as many as the screen has, fewer where the pages that are near would together take more than
 * the budget.
 */
export function drawingDensity(screen: number, width: number, height: number, pages: number): number {
  const area = Math.max(1, width * height * Math.max(1, pages))
  return Math.min(screen, Math.sqrt(PIXEL_BUDGET / area))
}
