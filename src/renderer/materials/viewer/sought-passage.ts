/** The words that the person was led to, marked as soon as the document shows them. */
import { useEffect, type RefObject } from 'react'
import { clearPassage, showPassage } from './passage.ts'

export interface SoughtPassage {
  readonly passage: string | null
  /** Rises with every jump. */
  readonly turn: number
}

export function useSoughtPassage(within: RefObject<Element | null>, shown: boolean, { passage, turn }: SoughtPassage): void {
  useEffect(() => {
    if (!shown || passage === null || within.current === null) return undefined
    showPassage(within.current, passage)
    return clearPassage
  }, [within, shown, passage, turn])
}
