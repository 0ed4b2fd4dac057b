/**
 * The clock of this computer was set back: the last act lies ahead of it. Limits and dates of documents follow the
 * clock, so whoever sits there is told; nothing is refused, because the act ahead may be the wrong one.
 */
import { Tooltip } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { IsoInstant } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { formatMoment } from '../ui/formats.ts'

/** Milliseconds that two clocks differ without anybody having set one. */
const TOLERANCE = 5 * 60_000
const LOOK_EVERY = 60_000

export function isSetBack(lastAct: IsoInstant | null, now: number): boolean {
  return lastAct !== null && Date.parse(lastAct) - now > TOLERANCE
}

export function ClockMark({ lastAct }: { readonly lastAct: IsoInstant | null }): ReactNode {
  const { t, language } = useLanguage()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [])
  if (lastAct === null || !isSetBack(lastAct, now)) return null
  return (
    <Tooltip title={t('app:clock.why', { last: formatMoment(lastAct, language) })} placement="top" trigger={['hover', 'focus']}>
      <span className="fs-demo" role="alert" tabIndex={0}>
        {t('app:clock.setBack')}
      </span>
    </Tooltip>
  )
}
