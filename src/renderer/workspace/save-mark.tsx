/** The quiet mark in the header: saved, and when; or what still waits. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { formatMoment } from '../ui/formats.ts'
import { Mark } from '../ui/state-tag.tsx'
import { joinedSaving, type SavingState } from './saving.ts'

interface Saving {
  readonly parts: ReadonlyMap<string, SavingState>
  readonly report: (part: string, state: SavingState | null) => void
}

const SavingContext = createContext<Saving | null>(null)
const ReportContext = createContext<Saving['report']>(() => undefined)

export function SavingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [parts, setParts] = useState<ReadonlyMap<string, SavingState>>(new Map())
  const report = useMemo<Saving['report']>(
    () => (part, state) =>
      setParts((old) => {
        const next = new Map(old)
        if (state === null) next.delete(part)
        else next.set(part, state)
        return next
      }),
    [],
  )
  const value = useMemo(() => ({ parts, report }), [parts, report])
  return (
    <SavingContext value={value}>
      <ReportContext value={report}>{children}</ReportContext>
    </SavingContext>
  )
}

/** A part of the case tells how far its saving is. */
export function useReportSaving(part: string, { state, savedAt }: SavingState): void {
  const report = useContext(ReportContext)
  useEffect(() => report(part, { state, savedAt }), [report, part, state, savedAt])
  useEffect(() => () => report(part, null), [report, part])
}

export function SaveMark(): ReactNode {
  const { language, t } = useLanguage()
  const saving = useContext(SavingContext)
  if (saving === null || saving.parts.size === 0) return null
  const { state, savedAt } = joinedSaving([...saving.parts.values()])
  const mark =
    state === 'stuck' ? (
      <Mark tone="red">{t('workspace:saveStuck')}</Mark>
    ) : state === 'pending' ? (
      <Mark>{t('workspace:saving')}</Mark>
    ) : savedAt === null ? null : (
      <Mark>{t('workspace:savedAt', { time: formatMoment(savedAt, language).slice(11) })}</Mark>
    )
  return (
    <span role="status" className="save-mark">
      {mark}
    </span>
  )
}
