/** The laid-out pages of what is being typed: asked of the core at every change, one question at a time, the newest last. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { LaidOutDocument } from '../../shared/documents/laid-out.ts'
import type { Opinion } from '../../shared/opinion/contract.ts'
import { callOnce, useTransport } from '../transport/calls.ts'
import { loadGlyphs, type GlyphPaths } from './glyph-paths.ts'
import type { SectionKeeper } from './section-keeper.ts'

export interface ShownPages {
  /** Null until the first answer; after a failure the last pages stay. */
  readonly document: LaidOutDocument | null
  readonly glyphs: GlyphPaths
  readonly error: unknown
  readonly again: () => void
}

type Pages = Omit<ShownPages, 'again'>

/** Equal where the pages are: that a text was saved draws nothing anew. The version and the remarks are on no page. */
function pagesKey({ version: _version, remarks: _remarks, sections, document, ...opinion }: Opinion, keeper: SectionKeeper): string {
  const { blocks: _blocks, ...frame } = document
  return JSON.stringify([opinion, frame, sections.map(({ id, title }) => [id, title, keeper.get(id).text])])
}

const NOTHING: Pages = { document: null, glyphs: new Map(), error: null }

/** `wanted` false: nobody looks at the pages now, so nothing is asked. */
export function useShownPages(caseId: string, opinion: Opinion, keeper: SectionKeeper, wanted: boolean): ShownPages {
  const transport = useTransport()
  const typed = useSyncExternalStore(keeper.subscribe, keeper.version)
  const [pages, setPages] = useState(NOTHING)
  const newest = useRef(opinion)
  const asking = useRef({ running: false, due: false, gone: false, shown: '' })
  newest.current = opinion

  const ask = useCallback(async (): Promise<void> => {
    const state = asking.current
    state.due = true
    if (state.running) return
    state.running = true
    while (state.due && !state.gone) {
      state.due = false
      const { round, sections } = newest.current
      const key = pagesKey(newest.current, keeper)
      if (key === state.shown) continue
      const texts = sections.flatMap(({ id, text }) => {
        const kept = keeper.get(id)
        return kept.state === 'saved' || kept.text === text ? [] : [{ sectionId: id, text: kept.text }]
      })
      try {
        const document = await callOnce(transport, 'opinion.pages', { caseId, round, texts })
        const glyphs = document === null ? new Map() : await loadGlyphs(transport, document)
        state.shown = key
        if (!state.gone) setPages({ document, glyphs, error: null })
      } catch (error) {
        state.shown = ''
        if (!state.gone) setPages((before) => ({ ...before, error }))
      }
    }
    state.running = false
  }, [caseId, keeper, transport])

  useEffect(() => {
    asking.current.gone = false
    if (wanted) void ask()
  }, [ask, wanted, typed, opinion])
  useEffect(() => {
    const state = asking.current
    return () => {
      state.gone = true
    }
  }, [])
  return { ...pages, again: () => void ask() }
}
