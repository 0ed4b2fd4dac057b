/** What the head writes before sending a draft back: begun beside a paragraph, finished in the dialog, one draft for both. */
import { useCallback, useEffect, useRef } from 'react'
import { useDraft, type Draft } from '../ui/draft.tsx'

export type SendBackRemarks = Readonly<Record<string, string>>

const EMPTY: SendBackRemarks = {}

/** Forms that are on screen, by their draft. */
const OPEN = new Map<string, Set<(value: SendBackRemarks | null) => void>>()

export interface SendBackForm extends Pick<Draft<SendBackRemarks>, 'value' | 'ready' | 'status' | 'discard'> {
  readonly write: (key: string, text: string) => void
}

export function useSendBackForm(caseId: string): SendBackForm {
  const key = `case/${caseId}/send-back`
  const { value, set, ready, status, discard } = useDraft(key, EMPTY)
  const own = useRef<(value: SendBackRemarks | null) => void>(() => undefined)
  own.current = (told) => (told === null ? void discard() : set(told))
  useEffect(() => {
    const listeners = OPEN.get(key) ?? new Set()
    OPEN.set(key, listeners)
    const listener = (told: SendBackRemarks | null): void => own.current(told)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) OPEN.delete(key)
    }
  }, [key])
  const latest = useRef(value)
  latest.current = value
  const write = useCallback(
    (place: string, text: string) => {
      const next = { ...latest.current, [place]: text }
      if (text === '') delete next[place]
      for (const tell of OPEN.get(key) ?? []) tell(next)
    },
    [key],
  )
  const discardAll = useCallback(async () => {
    for (const tell of OPEN.get(key) ?? []) tell(null)
    await Promise.resolve()
  }, [key])
  return { value, ready, status, write, discard: discardAll }
}
