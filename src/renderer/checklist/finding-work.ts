/** The findings while a checklist is worked on: which is current, what comes next, and the list of all of them. */
import { useCallback, useMemo, useRef, useState, type RefObject } from 'react'
import type { DecidedFinding, Prereview } from '../../shared/prereview/contract.ts'
import { findingElement } from '../prereview/finding-box.tsx'
import { byQuestion, isOpen, openByHeading, stepFinding, type FindingFilter } from '../prereview/finding-order.ts'
import { useRead } from '../transport/calls.ts'
import { scrollWithin } from '../workspace/scroll-within.ts'

const NO_FINDINGS: readonly DecidedFinding[] = []

export interface FindingWork {
  readonly prereview: Prereview | undefined
  readonly error: unknown
  readonly retry: () => void
  readonly ofQuestion: ReadonlyMap<string, readonly DecidedFinding[]>
  /** How many are open, by the number of the heading. */
  readonly openOf: ReadonlyMap<number, number>
  readonly open: number
  readonly current: string | null
  readonly setCurrent: (key: string) => void
  readonly listed: boolean
  readonly setListed: (listed: boolean) => void
  readonly filter: FindingFilter
  readonly setFilter: (filter: FindingFilter) => void
  readonly step: (step: 1 | -1) => void
  /** Presses a button of the current finding, or of the first open one of the question. */
  readonly press: (part: 'accept' | 'change' | 'dismiss') => void
}

interface FindingPlaces {
  readonly caseId: string
  readonly round: number
  readonly question: string | null
  readonly asked: ReadonlySet<string>
  readonly scroller: RefObject<HTMLElement | null>
  readonly onQuestion: (questionId: string) => void
  readonly onEvidence: (found: DecidedFinding) => void
  /** False: the questions come first. */
  readonly ask: boolean
}

/** Focuses a finding once the question that it belongs to is drawn. */
function showFinding(key: string, scroller: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const box = document.getElementById(findingElement(key, 'box'))
      box?.focus({ preventScroll: true })
      scrollWithin(scroller.current, box, 'nearest')
    }),
  )
}

export function useFindingWork(places: FindingPlaces): FindingWork {
  const { caseId, round } = places
  const read = useRead('prereview.findings', { caseId, round }, { keepPrevious: true, enabled: places.ask })
  const findings = read.data?.findings ?? NO_FINDINGS
  const [current, setCurrent] = useState<string | null>(null)
  const [listed, setListed] = useState(false)
  const [filter, setFilter] = useState<FindingFilter>({ onlyOpen: true, severity: null })
  const ofQuestion = useMemo(() => byQuestion(findings), [findings])
  const openOf = useMemo(() => openByHeading(findings), [findings])
  const latest = useRef(places)
  latest.current = places

  const step = (by: 1 | -1): void => {
    const next = stepFinding(findings, current, by)
    if (next === null) return
    const { key, questionId } = next.finding
    const { asked, scroller, onQuestion, onEvidence } = latest.current
    setCurrent(key)
    setFilter((old) => ({ ...old, severity: null }))
    // a question that does not apply has no card of its own
    if (!asked.has(questionId)) setListed(true)
    else if (!listed) onQuestion(questionId)
    onEvidence(next)
    showFinding(key, scroller)
  }
  const press = (part: 'accept' | 'change' | 'dismiss'): void => {
    const chosen = findings.find(({ finding }) => finding.key === current)
    const fits = chosen !== undefined && isOpen(chosen) && (listed || chosen.finding.questionId === places.question)
    const target = fits ? chosen : listed ? undefined : ofQuestion.get(places.question ?? '')?.find(isOpen)
    if (target === undefined) return
    setCurrent(target.finding.key)
    document.getElementById(findingElement(target.finding.key, part))?.click()
  }
  return {
    prereview: read.data,
    error: read.error,
    retry: useCallback(() => void read.refetch(), [read]),
    ofQuestion,
    openOf,
    open: findings.filter(isOpen).length,
    current,
    setCurrent,
    listed,
    setListed,
    filter,
    setFilter,
    step,
    press,
  }
}
