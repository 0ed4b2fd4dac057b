/** Home's way to the board, with how many clocks are red and amber there. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { Mark } from '../ui/state-tag.tsx'
import './deadlines.css'

const EVERYTHING = { light: null, subject: null, desk: null, personId: null }

export function BoardLink(): ReactNode {
  const { t } = useLanguage()
  const mayOversee = useMayCall('deadlines.board')
  const counts = useRead('deadlines.board', { filter: EVERYTHING, offset: 0 }, { enabled: mayOversee, keep: true }).data?.counts ?? []
  if (!mayOversee) return null
  const red = counts.reduce((sum, one) => sum + one.red, 0)
  const amber = counts.reduce((sum, one) => sum + one.amber, 0)
  return (
    <p className="home-note clock-light">
      <Link href="/board">{t('deadlines:home')}</Link>
      {red > 0 ? <Mark tone="red">{t('deadlines:board.red', { count: red })}</Mark> : null}
      {amber > 0 ? <Mark tone="amber">{t('deadlines:board.amber', { count: amber })}</Mark> : null}
    </p>
  )
}
