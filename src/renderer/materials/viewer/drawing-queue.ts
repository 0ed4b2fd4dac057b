/**
 * Pages and their small pictures are drawn one after another, what is seen first: a scan takes its share of the window's
 * time, and what was scrolled past is not drawn at all.
 */

/** Lower is earlier. */
export type Urgency = 'seen' | 'near' | 'small'

interface Waiting {
  readonly rank: number
  readonly draw: () => Promise<void>
}

export interface DrawingQueue {
  /** Returns what takes it off the queue; what is being drawn is cancelled by its own means. */
  add(urgency: Urgency, draw: () => Promise<void>): () => void
}

const RANKS: Readonly<Record<Urgency, number>> = { seen: 0, near: 1, small: 2 }

export function createDrawingQueue(atOnce = 1): DrawingQueue {
  const waiting = new Set<Waiting>()
  let drawing = 0
  const next = (): void => {
    while (drawing < atOnce && waiting.size > 0) {
      let first: Waiting | undefined
      for (const one of waiting) if (first === undefined || one.rank < first.rank) first = one
      if (first === undefined) return
      waiting.delete(first)
      drawing += 1
      void first
        .draw()
        .catch(() => undefined)
        .finally(() => {
          drawing -= 1
          next()
        })
    }
  }
  return {
    add(urgency, draw) {
      const one = { rank: RANKS[urgency], draw }
      waiting.add(one)
      next()
      return () => void waiting.delete(one)
    },
  }
}
