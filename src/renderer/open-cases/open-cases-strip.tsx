/** The open cases as tabs under the top bar. */
import { CloseOutlined } from '@ant-design/icons'
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { CaseRow } from '../../shared/cases/case.ts'
import { CASE_STATE_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { Preference } from '../../shared/preferences/preferences.ts'
import { useLanguage } from '../language/language.ts'
import { useKeepPreference, usePreferences } from '../preferences/preferences.ts'
import { useRead } from '../transport/calls.ts'
import { useShortcut } from '../ui/shortcut.ts'
import { caseAt, openCases, useKeepOpen, useOpenCases, type OpenedCase } from './open-cases.ts'
import './open-cases.css'

/** Reads what was open before, keeps what is open now, drops what is no longer to be seen. */
function useKeptCases(): ReadonlyMap<string, CaseRow> {
  const kept = usePreferences()
  const opened = useOpenCases()
  const keepPreference = useKeepPreference()
  useEffect(() => {
    if (kept !== undefined) openCases.restore(kept['cases.open'] ?? [])
  }, [kept])
  const keep = useCallback(
    (now: readonly OpenedCase[]) => keepPreference('cases.open', now.map(({ caseId, place }) => ({ caseId, place: { ...place } })) as Preference<'cases.open'>),
    [keepPreference],
  )
  useKeepOpen(keep)
  const ids = opened.map(({ caseId }) => caseId)
  const rows = useRead('cases.rows', { ids }, { enabled: ids.length > 0, keepPrevious: true })
  const { data, isPlaceholderData } = rows
  const asked = ids.join(' ')
  useEffect(() => {
    if (data === undefined || isPlaceholderData) return
    for (const { caseId } of openCases.current()) {
      if (asked.split(' ').includes(caseId) && !data.some(({ id }) => id === caseId)) openCases.close(caseId)
    }
  }, [data, isPlaceholderData, asked])
  return useMemo(() => new Map((data ?? []).map((row) => [row.id as string, row])), [data])
}

/** Ctrl+Tab and Ctrl+digit where the shell lets them through; the others work in a browser, too. */
function useTabKeys(opened: readonly OpenedCase[], here: string | undefined, go: (caseId: string) => void, close: (caseId: string) => void): void {
  const step = (by: number): void => {
    const at = opened.findIndex(({ caseId }) => caseId === here)
    const next = opened[(at + by + opened.length) % opened.length] ?? opened[0]
    if (next !== undefined) go(next.caseId)
  }
  const enabled = opened.length > 0
  useShortcut(['mod+tab', 'alt+pagedown'], () => step(1), { enabled })
  useShortcut(['mod+shift+tab', 'alt+pageup'], () => step(-1), { enabled })
  useShortcut(
    Array.from({ length: 9 }, (_, index) => `mod+${index + 1}`),
    (event) => {
      const one = event.key === '9' ? opened.at(-1) : opened[Number(event.key) - 1]
      if (one !== undefined) go(one.caseId)
    },
    { enabled },
  )
  useShortcut(['mod+w', 'alt+w'], () => here !== undefined && close(here), { enabled: here !== undefined })
}

interface TabProps {
  readonly caseId: string
  readonly row: CaseRow | undefined
  readonly isHere: boolean
  readonly onGo: () => void
  readonly onClose: () => void
}

function Tab({ row, isHere, onGo, onClose }: TabProps): ReactNode {
  const { t, pick } = useLanguage()
  const title = row?.title ?? '…'
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isHere) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isHere])
  return (
    <div
      ref={place}
      className="open-case"
      data-here={isHere}
      title={row === undefined ? title : `${title} · ${pick(CASE_STATE_LABELS[row.state])}`}
      onAuxClick={(event) => {
        if (event.button !== 1) return
        event.preventDefault()
        onClose()
      }}
    >
      <button type="button" className="open-case-name" aria-current={isHere ? 'page' : undefined} onClick={onGo}>
        {title}
      </button>
      <button type="button" className="open-case-close" aria-label={t('openCases:close', { title })} onClick={onClose}>
        <CloseOutlined aria-hidden />
      </button>
    </div>
  )
}

export function OpenCasesStrip(): ReactNode {
  const { t } = useLanguage()
  const [location, navigate] = useLocation()
  const opened = useOpenCases()
  const rows = useKeptCases()
  const here = caseAt(location)
  useEffect(() => {
    if (here !== undefined) openCases.add(here)
  }, [here])
  const go = (caseId: string): void => navigate(`/cases/${caseId}`)
  const close = (caseId: string): void => {
    const next = openCases.close(caseId)
    if (caseId !== here) return
    if (next === undefined) navigate('/cases')
    else go(next)
  }
  useTabKeys(opened, here, go, close)
  if (opened.length === 0) return null
  return (
    <nav className="open-cases" aria-label={t('openCases:label')}>
      {opened.map(({ caseId }) => (
        <Tab
          key={caseId}
          caseId={caseId}
          row={rows.get(caseId)}
          isHere={caseId === here}
          onGo={() => go(caseId)}
          onClose={() => close(caseId)}
        />
      ))}
    </nav>
  )
}
