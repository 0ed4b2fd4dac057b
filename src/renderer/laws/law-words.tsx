/** Small pieces that all screens of the library use: standing, names of versions, what is odd about a text, marked words. */
import type { ReactNode } from 'react'
import type { LawStanding, LawVersionRow } from '../../shared/laws/contract.ts'
import type { LawProblem } from '../../shared/laws/law-text.ts'
import type { Highlighted } from '../../shared/laws/snippet.ts'
import { useLanguage, type Translate } from '../language/language.ts'
import { Mark, UnverifiedMark, type MarkTone } from '../ui/state-tag.tsx'

const TONES: Record<LawStanding, MarkTone> = { inForce: 'green', notYet: 'navy', ended: 'red', unknown: 'amber' }

export function StandingMark({ standing }: { readonly standing: LawStanding }): ReactNode {
  const { t } = useLanguage()
  return <Mark tone={TONES[standing]}>{t(`laws:standing.${standing}`)}</Mark>
}

/** 2021-01-22 版; a version without a day is called so. */
export function versionName(version: string, t: Translate): string {
  return version.startsWith('undated-') ? t('laws:undated') : t('laws:versionOf', { day: version })
}

export function problemWords({ kind, from, to }: LawProblem, t: Translate): string {
  if (kind === 'missingArticles' && (to === null || to === from)) return t('laws:problem.missingArticle', { from: from ?? '' })
  return t(`laws:problem.${kind}`, { from: from ?? '', to: to ?? '' })
}

/** Since when and until when a version holds, and who ended it. */
export function VersionDays({ row }: { readonly row: LawVersionRow }): ReactNode {
  const { t } = useLanguage()
  const from = row.inForceFrom === null ? t('laws:inForceUnknown') : t('laws:inForceFrom', { day: row.inForceFrom })
  return (
    <span className="fs-soft">
      {from} {row.inForceFrom !== null && !row.inForceCertain && <UnverifiedMark />}
      {row.endedOn !== null && ` · ${t('laws:endedOn', { day: row.endedOn })}`}
      {row.endedBy !== null && ` · ${t('laws:endedBy', { title: row.endedBy })}`}
    </span>
  )
}

/** A text with the words that were looked for marked. */
export function MarkedText({ snippet }: { readonly snippet: Highlighted }): ReactNode {
  const { text, marks, cutBefore, cutAfter } = snippet
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return (
    <>
      {cutBefore && '…'}
      {parts}
      {text.slice(at)}
      {cutAfter && '…'}
    </>
  )
}

/** `58` or `133-1`, as in a permalink. */
export function articleName(number: number, sub: number): string {
  return sub === 0 ? String(number) : `${number}-${sub}`
}

/** What a permalink's last part names; null where it is no article. */
export function articleFrom(name: string | undefined): { readonly number: number; readonly sub: number } | null {
  const found = /^(\d{1,4})(?:-(\d{1,2}))?$/u.exec(name ?? '')
  if (found === null || Number(found[1]) === 0) return null
  return { number: Number(found[1]), sub: Number(found[2] ?? 0) }
}
