/** Looking for words in the document that is shown, whichever way it is shown. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { WordsInView } from './found-in-view.ts'
import { firstFrom, steppedPlace, type FoundPlace, type SoughtWords } from './found-words.ts'
import { usePagedWords, type PagedDocument } from './paged-words.ts'

export interface DocumentWords {
  readonly open: boolean
  readonly words: string
  readonly at: number
  readonly count: number | null
  readonly looking: number | null
  readonly snippet: string | null
  /** Rises when the field is to be entered. */
  readonly turn: number
  readonly show: () => void
  readonly close: () => void
  readonly setWords: (words: string) => void
  readonly step: (step: 1 | -1) => void
  /** For the pages of a document that is shown page by page. */
  readonly onPages: SoughtWords | null
  /** For a document that is on screen as a whole. */
  readonly inView: WordsInView | null
}

const NO_PLACES: readonly FoundPlace[] = []

/** Milliseconds after the last key. */
const PAUSE = 200

function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}

/** @param paged the document whose pages are shown; null where it is on screen as a whole */
export function useDocumentWords(paged: PagedDocument | null, materialId: string | null, page: number): DocumentWords {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [turn, setTurn] = useState(0)
  const [place, setPlace] = useState({ at: 0, turn: 0 })
  const [counted, setCounted] = useState<{ readonly words: string; readonly count: number } | null>(null)
  const words = useSettled(open ? typed : '')
  const found = usePagedWords(paged, materialId, words)
  const places = found.words === words ? found.places : NO_PLACES
  const [begun, setBegun] = useState('')
  useEffect(() => {
    // the first place from the page that is read, once there is one
    if (paged === null || words === begun || places.length === 0) return
    setBegun(words)
    setPlace((old) => ({ at: firstFrom(places, page), turn: old.turn + 1 }))
  }, [paged, words, begun, places, page])
  useEffect(() => {
    setPlace((old) => ({ at: 0, turn: old.turn + 1 }))
  }, [words, paged])
  const count = words === '' ? null : paged === null ? (counted?.words === words ? counted.count : null) : found.words === words ? places.length : null
  const current = places[place.at]
  const onPages = useMemo<SoughtWords | null>(() => {
    if (words === '') return null
    return { words, current: current === undefined || words !== begun ? null : { page: current.page, nth: current.nth, turn: place.turn } }
  }, [words, begun, current, place.turn])
  const onCount = useCallback((howMany: number) => setCounted({ words, count: howMany }), [words])
  const inView = useMemo<WordsInView | null>(() => (words === '' ? null : { words, at: place.at, turn: place.turn, onCount }), [words, place, onCount])
  return {
    open,
    words: typed,
    at: place.at,
    count,
    looking: paged === null || words === '' ? null : found.at,
    snippet: paged === null ? null : (current?.snippet ?? null),
    turn,
    show: useCallback(() => {
      setOpen(true)
      setTurn((old) => old + 1)
    }, []),
    close: useCallback(() => setOpen(false), []),
    setWords: setTyped,
    step: (step) => setPlace((old) => ({ at: steppedPlace(old.at, count ?? 0, step), turn: old.turn + 1 })),
    onPages,
    inView,
  }
}
