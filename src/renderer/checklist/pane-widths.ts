/** Widths of the panes, in CSS pixels, kept from one session to the next. */

export interface PaneWidths {
  readonly headings: number
  readonly questions: number
}

export const STANDARD_WIDTHS: PaneWidths = { headings: 222, questions: 470 }

const LEAST = { headings: 150, questions: 320, evidence: 260 } as const

/** Fits the widths into the room there is; the evidence pane always keeps its least width. */
export function fittedWidths(wanted: PaneWidths, room: number): PaneWidths {
  const headings = Math.max(LEAST.headings, Math.min(wanted.headings, room - LEAST.questions - LEAST.evidence))
  const questions = Math.max(LEAST.questions, Math.min(wanted.questions, room - headings - LEAST.evidence))
  return { headings: Math.round(headings), questions: Math.round(questions) }
}

/** Reads kept widths; anything that is not a pair of sensible numbers is the standard. */
export function parseWidths(kept: string | null): PaneWidths {
  if (kept === null) return STANDARD_WIDTHS
  const [headings, questions] = kept.split(',').map(Number)
  const sensible = (value: number | undefined): value is number =>
    value !== undefined && Number.isFinite(value) && value >= 100 && value <= 4000
  return sensible(headings) && sensible(questions) ? { headings, questions } : STANDARD_WIDTHS
}

export function formatWidths(widths: PaneWidths): string {
  return `${widths.headings},${widths.questions}`
}
