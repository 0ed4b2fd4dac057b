/** How far an intake of many files is, and afterwards what did not go smoothly (收件报告). */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { isKept, wordsOf, type IntakeLine } from '../../shared/intake/reading/report.ts'
import { useLanguage } from '../language/language.ts'
import { DEEPEST, MOST_FILES } from './dropped-files.ts'
import type { IntakeState } from './file-intake.ts'

export function IntakeProgress({ state, onStop }: { readonly state: IntakeState; readonly onStop: () => void }): ReactNode {
  const { t } = useLanguage()
  if (!state.running) return null
  const { done, total, current } = state
  return (
    <div className="fs-intake-progress" role="status">
      <progress max={total} value={done} aria-label={t('ui:file.reading')} />
      <span className="fs-figures">{t('ui:file.progress', { done: Math.min(done + 1, total), total })}</span>
      <span className="fs-soft fs-intake-current">{current}</span>
      {total > 1 && (
        <Button size="small" onClick={onStop}>
          {t('ui:file.stop')}
        </Button>
      )}
    </div>
  )
}

/** Lines drawn at once. */
const LINES_SHOWN = 12

interface ReportLine {
  readonly name: string
  readonly what: string
  readonly next: string | undefined
  readonly kept: boolean
}

function useLines({ lines, unreadable, tooDeep }: IntakeState): readonly ReportLine[] {
  const { language, t } = useLanguage()
  const told = (line: IntakeLine): ReportLine => {
    const { what, next } = wordsOf(line, language)
    return { name: line.name, what, next, kept: isKept(line.code) || line.code === 'duplicate' }
  }
  return [
    ...unreadable.map((name) => ({ name, what: t('ui:file.unreadable'), next: t('ui:file.unreadableNext'), kept: false })),
    ...tooDeep.map((name): IntakeLine => ({ name, code: 'folder-too-deep', data: { limit: DEEPEST } })).map(told),
    ...lines.map(told),
  ]
}

export function IntakeReport({ state, onClose }: { readonly state: IntakeState; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const [shown, setShown] = useState(LINES_SHOWN)
  const lines = useLines(state)
  const { running, taken, passedOver, tooMany, leftOut } = state
  const failed = state.failed.filter(({ before }) => !before)
  if (running || taken + lines.length + failed.length + passedOver + leftOut === 0) return null
  const duplicates = state.lines.filter(({ code }) => code === 'duplicate').length
  const sums = [
    t('ui:file.sum.taken', { count: taken }),
    ...(duplicates > 0 ? [t('ui:file.sum.duplicates', { count: duplicates })] : []),
    ...(failed.length > 0 ? [t('ui:file.sum.failed', { count: failed.length })] : []),
    ...(passedOver > 0 ? [t('ui:file.sum.passedOver', { count: passedOver })] : []),
    ...(leftOut > 0 ? [t('ui:file.sum.leftOut', { count: leftOut })] : []),
  ]
  return (
    <section className="fs-intake-report" aria-label={t('ui:file.report')}>
      <div className="fs-intake-head">
        <b>{t('ui:file.report')}</b> <span role="status">{sums.join(t('ui:file.sumSeparator'))}</span>
        <Button type="text" size="small" onClick={onClose}>
          {t('ui:close')}
        </Button>
      </div>
      {tooMany && <p className="fs-red">{t('ui:file.tooMany', { limit: MOST_FILES })}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.slice(0, shown).map((line, index) => (
            <li key={index}>
              <span className="fs-intake-name">{line.name}</span> <span className={line.kept ? undefined : 'fs-red'}>{line.what}</span>{' '}
              {line.next !== undefined && <span className="fs-soft">{line.next}</span>}
            </li>
          ))}
        </ul>
      )}
      {lines.length > shown && (
        <Button type="link" size="small" onClick={() => setShown(shown + LINES_SHOWN * 10)}>
          {t('ui:file.moreRows', { count: lines.length - shown })}
        </Button>
      )}
    </section>
  )
}
