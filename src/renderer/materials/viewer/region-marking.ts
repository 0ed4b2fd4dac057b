/** Marking a rectangle: begun by a button or a key, done by mouse or arrows, kept until it is pinned or dropped. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { EvidenceRegion } from '../../../shared/checklist/answers.ts'
import type { EvidenceTarget } from './evidence-document.ts'
import type { RegionMarking } from './region-layer.tsx'

export interface MarkingState {
  readonly active: boolean
  readonly marked: EvidenceRegion | null
  readonly toggle: () => void
  readonly clear: () => void
  readonly onPages: RegionMarking
}

/** Pages further away than this from what was marked: the person has gone on. */
const FAR = 1

export function useRegionMarking(target: EvidenceTarget, page: number): MarkingState {
  const [active, setActive] = useState(false)
  const [marked, setMarked] = useState<EvidenceRegion | null>(null)
  const clear = useCallback(() => {
    setActive(false)
    setMarked(null)
  }, [])
  const toggle = useCallback(() => {
    setMarked(null)
    setActive((old) => !old)
  }, [])
  useEffect(() => clear(), [target, clear])
  useEffect(() => {
    setMarked((old) => (old !== null && Math.abs(old.page - page) > FAR ? null : old))
  }, [page])
  const pinned = target.region ?? null
  const onPages = useMemo<RegionMarking>(
    () => ({
      active,
      page,
      marked,
      pinned,
      turn: target.turn,
      onMark: (region) => {
        setMarked(region)
        setActive(false)
      },
      onEnd: clear,
    }),
    [active, page, marked, pinned, target.turn, clear],
  )
  return { active, marked, toggle, clear, onPages }
}
