/** The words that the person was led to, marked as soon as the document shows them. */
import { useEffect, useRef, type RefObject } from 'react'
import { clearPassage, showPassage, type PassageContext } from './passage.ts'

export interface SoughtPassage {
  readonly passage: string | null
  readonly context?: PassageContext | undefined
  /** Rises with every jump. */
  readonly turn: number
  /** Told whether the words were found in what is shown; scans show none. */
  readonly onSought?: ((found: boolean) => void) | undefined
}

/** Words that come later than the picture under them. */
export interface LateWords {
  /** Another object whenever they are there anew. */
  readonly content: object
  /** Whether none come any more. */
  readonly settled: boolean
}

const THERE: LateWords = { content: {}, settled: true }

export function useSoughtPassage(within: RefObject<Element | null>, shown: boolean, sought: SoughtPassage, { content, settled }: LateWords = THERE): void {
  const { passage, context, turn, onSought } = sought
  // the jump that was brought into view: drawn anew at another zoom, the words are marked again where the person is reading now
  const brought = useRef<number | null>(null)
  useEffect(() => {
    const element = within.current
    if (!shown || passage === null || element === null) return undefined
    const found = showPassage(element, passage, { context, bring: brought.current !== turn })
    if (found) brought.current = turn
    if (found || settled) onSought?.(found)
    return () => clearPassage(element)
  }, [within, shown, passage, context, turn, onSought, content, settled])
}
