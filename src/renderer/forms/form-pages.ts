/** Laid-out pages with the outlines of their characters, ready to be drawn. */
import { useEffect, useState } from 'react'
import type { LaidOutDocument } from '../../shared/documents/laid-out.ts'
import { loadGlyphs, type GlyphPaths } from '../opinion/glyph-paths.ts'
import type { ShownPages } from '../opinion/shown-pages.ts'
import { useTransport } from '../transport/calls.ts'

interface Drawn {
  readonly document: LaidOutDocument | null
  readonly glyphs: GlyphPaths
  readonly error: unknown
}

const NOTHING: Drawn = { document: null, glyphs: new Map(), error: null }

/** The last pages stay until the next ones are ready. @param error of asking for the pages */
export function useDrawnPages(pages: LaidOutDocument | undefined, error: unknown, again: () => void): ShownPages {
  const transport = useTransport()
  const [drawn, setDrawn] = useState(NOTHING)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (pages === undefined) return undefined
    let gone = false
    loadGlyphs(transport, pages).then(
      (glyphs) => {
        if (!gone) setDrawn({ document: pages, glyphs, error: null })
      },
      (failed: unknown) => {
        if (!gone) setDrawn((before) => ({ ...before, error: failed }))
      },
    )
    return () => {
      gone = true
    }
  }, [pages, transport, turn])
  const retry = (): void => {
    if (error === null) setTurn((count) => count + 1)
    else again()
  }
  return { ...drawn, error: error ?? drawn.error, again: retry }
}
