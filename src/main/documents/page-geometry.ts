/** Measures of GB/T 9704-2012 in PDF points (1/72 inch), the page's origin at its top left corner. */

export const POINTS_PER_MM = 72 / 25.4

const mm = (millimetres: number): number => millimetres * POINTS_PER_MM

/** A4, 210 × 297 mm (5.1). */
export const PAGE = { width: mm(210), height: mm(297) }

/** Text block (版心) of 156 × 225 mm, 37 mm from the top and 28 mm from the binding edge (5.2.1). */
export const BLOCK = { left: mm(28), top: mm(37), width: mm(156), height: mm(225) }

/** 22 lines of 28 characters (5.2.3). */
export const LINES_PER_PAGE = 22
export const CHARACTERS_PER_LINE = 28
export const LINE_HEIGHT = BLOCK.height / LINES_PER_PAGE
/** 28 characters of size 3 are 158 mm, two more than the block: the pitch is a little under the type size. */
export const CHARACTER_PITCH = BLOCK.width / CHARACTERS_PER_LINE

/** Chinese type sizes (字号) in points. */
export const SIZE = { two: 22, three: 16, four: 14, smallFour: 12, five: 10.5, smallFive: 9 }

/** Page number: 7 mm below the text block, one character from the outer edge (7.5). */
export const PAGE_NUMBER_DROP = mm(7)
