/** Puts the slices of a document (lines, table rows) on pages, together what belongs together. */
import type { SetLine } from './text-setting.ts'

/** What is drawn; places in points from the left and top of the slice. */
export type Mark =
  | {
      readonly kind: 'text'
      readonly line: SetLine
      readonly x: number
      readonly baseline: number
      readonly size: number
    }
  | {
      readonly kind: 'rule'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly weight: number
    }
  | {
      readonly kind: 'signature'
      readonly signer: string
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | {
      /** Where the middle of a seal belongs; nothing is drawn. */
      readonly kind: 'seal'
      readonly x: number
      readonly y: number
    }

/** The grid of a table row: where its upright lines stand, and whether the row begins and ends in this slice. */
export interface RowFrame {
  readonly columns: readonly number[]
  readonly opens: boolean
  readonly closes: boolean
}

/** A strip of the document over the full width that is never divided. */
export interface Slice {
  readonly height: number
  /** Empty space above, left out at the top of a page. */
  readonly gapBefore: number
  /** The next slice must stand on the same page, if a page can hold both. */
  readonly keepWithNext: boolean
  readonly marks: readonly Mark[]
  readonly frame?: RowFrame
  /** Header row to draw again when this slice comes first on a page. */
  readonly header?: Slice
  /** Moved down to the foot of its page (the imprint). */
  readonly atFoot?: boolean
}

export interface PlacedSlice {
  readonly slice: Slice
  /** Distance from the top of the text block. */
  readonly top: number
  /** A header row drawn again: no part of the document's text. */
  readonly repeated: boolean
  /** First or last on its page: a table row that is divided there is closed by a line. */
  readonly firstOnPage: boolean
  readonly lastOnPage: boolean
}

export type PageContent = readonly PlacedSlice[]

interface Draft {
  slice: Slice
  top: number
  repeated: boolean
}

const EPSILON = 1e-6

/** Divides slices into pages of a height. A group that is higher than a page is divided between its slices. */
export function paginate(slices: readonly Slice[], pageHeight: number): PageContent[] {
  const pages: Draft[][] = [[]]
  let used = 0

  const current = (): Draft[] => pages[pages.length - 1] as Draft[]
  const needed = (group: readonly Slice[], atTop: boolean): number => {
    const header = atTop ? (group[0]?.header?.height ?? 0) : 0
    const gap = (slice: Slice, index: number): number => (atTop && index === 0 ? 0 : slice.gapBefore)
    return group.reduce((sum, slice, index) => sum + slice.height + gap(slice, index), header)
  }
  const turn = (): void => {
    pages.push([])
    used = 0
  }
  const put = (slice: Slice): void => {
    const page = current()
    if (page.length === 0 && slice.header !== undefined) {
      page.push({ slice: slice.header, top: 0, repeated: true })
      used = slice.header.height
    } else if (page.length > 0) {
      used += slice.gapBefore
    }
    page.push({ slice, top: used, repeated: false })
    used += slice.height
  }

  for (const group of groups(slices)) {
    const empty = current().length === 0
    if (!empty && used + needed(group, false) > pageHeight + EPSILON) {
      // a group for which no page is high enough starts where it is, unless not even its beginning fits
      const whole = needed(group, true) <= pageHeight + EPSILON
      if (whole || used + needed(group.slice(0, 2), false) > pageHeight + EPSILON) turn()
    }
    for (const slice of group) {
      if (current().length > 0 && used + slice.gapBefore + slice.height > pageHeight + EPSILON) turn()
      put(slice)
    }
  }
  return pages.map((page) => finish(page, pageHeight))
}

function groups(slices: readonly Slice[]): Slice[][] {
  const found: Slice[][] = []
  let open: Slice[] | undefined
  for (const slice of slices) {
    if (open === undefined) found.push((open = []))
    open.push(slice)
    if (!slice.keepWithNext) open = undefined
  }
  return found
}

function finish(page: readonly Draft[], pageHeight: number): PageContent {
  const last = page[page.length - 1]
  const spare = last === undefined ? 0 : pageHeight - last.top - last.slice.height
  return page.map(({ slice, top, repeated }, index) => ({
    slice,
    repeated,
    top: slice.atFoot === true ? top + spare : top,
    firstOnPage: index === 0,
    lastOnPage: index === page.length - 1,
  }))
}
