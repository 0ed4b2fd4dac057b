import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittedWidths, formatWidths, parseWidths, STANDARD_WIDTHS } from '../../../src/renderer/checklist/pane-widths.ts'
import { scrollDistance } from '../../../src/renderer/workspace/scroll-within.ts'

describe('widths of the panes', () => {
  it('are kept and read again', () => {
    expect(parseWidths(formatWidths({ headings: 210, questions: 500 }))).toEqual({ headings: 210, questions: 500 })
  })

  it('are the standard when what was kept makes no sense', () => {
    for (const kept of [null, '', 'x,y', '12', '1e9,3', 'NaN,NaN']) expect(parseWidths(kept)).toEqual(STANDARD_WIDTHS)
  })

  it('always leave room for the evidence, and never change again when fitted twice', () => {
    const wanted = fc.record({ headings: fc.integer({ min: 0, max: 4000 }), questions: fc.integer({ min: 0, max: 4000 }) })
    fc.assert(
      fc.property(wanted, fc.integer({ min: 800, max: 5000 }), (widths, room) => {
        const fitted = fittedWidths(widths, room)
        expect(room - fitted.headings - fitted.questions).toBeGreaterThanOrEqual(260)
        expect(fittedWidths(fitted, room)).toEqual(fitted)
      }),
    )
  })
})

describe('scrolling inside a pane', () => {
  const pane = { top: 100, bottom: 500 }

  it('does not move what is seen already', () => {
    expect(scrollDistance(pane, { top: 200, bottom: 300 }, 'nearest')).toBe(0)
  })

  it('moves as little as needed, and shows the top of what is too tall', () => {
    expect(scrollDistance(pane, { top: 480, bottom: 560 }, 'nearest')).toBe(70)
    expect(scrollDistance(pane, { top: 40, bottom: 90 }, 'nearest')).toBe(-70)
    expect(scrollDistance(pane, { top: 450, bottom: 1200 }, 'nearest')).toBe(340)
  })

  it('centres a passage', () => {
    expect(scrollDistance(pane, { top: 600, bottom: 620 }, 'center')).toBe(310)
  })
})
