/** How far the counting for a notice of days off is, asked of the core while one waits for it. */
import { Progress } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { Recounting } from '../../shared/deadlines/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce } from '../transport/calls.ts'

/** Milliseconds between two questions how far it is. */
const ASKED_EVERY = 300

export function NoticeProgress(): ReactNode {
  const { t } = useLanguage()
  const call = useCallOnce()
  const [state, setState] = useState<Recounting | null>(null)
  useEffect(() => {
    // the counting itself tells what goes wrong; a question that is not answered shows nothing
    const ask = (): void => void call('deadlines.recounting', {}).then(setState, () => setState(null))
    const timer = setInterval(ask, ASKED_EVERY)
    return () => clearInterval(timer)
  }, [call])
  if (state === null) return null
  const { step, done, total } = state
  const said = t(`deadlines:notice.counting.${step}`, { done, total })
  return (
    <div role="status">
      <Progress percent={total === 0 ? 100 : Math.floor((done / total) * 100)} showInfo={false} size="small" status="active" aria-label={said} />
      <span className="fs-soft fs-figures">{said}</span>
    </div>
  )
}
