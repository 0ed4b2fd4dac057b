/** What to do first, by role, and the way to the tour; can be put away for good. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Role } from '../../shared/people/roles.ts'
import { useLanguage } from '../language/language.ts'
import { remember, remembered } from '../transport/connect.ts'
import { Panel } from '../ui/panel.tsx'
import { FIRST_STEPS } from './steps-by-role.ts'
import { startTour, useTourRunning } from './tour-state.ts'

export function FirstSteps({ roles }: { roles: readonly Role[] }): ReactNode {
  const { t, pick } = useLanguage()
  const [, navigate] = useLocation()
  const [put, setPut] = useState(false)
  // asked again when the tour ends: it counts as having seen this
  useTourRunning()
  if (put || remembered('first-steps') !== undefined) return null
  const steps = FIRST_STEPS.filter((step) => roles.includes(step.role))
  if (steps.length === 0) return null
  const dismiss = (): void => {
    remember('first-steps', 'done')
    setPut(true)
  }
  const extra = (
    <>
      <Button size="small" type="primary" ghost onClick={startTour}>
        {t('help:firstRun.tour')}
      </Button>
      <Button size="small" onClick={() => navigate('/help')}>
        {t('help:firstRun.more')}
      </Button>
      <Button size="small" type="text" onClick={dismiss}>
        {t('help:firstRun.dismiss')}
      </Button>
    </>
  )
  return (
    <Panel title={t('help:firstRun.title')} extra={extra}>
      <ul className="fs-steps-list">
        {steps.map((step) => (
          <li key={step.role}>{pick(step.text).replaceAll(/[「」]/gu, (mark) => (mark === '「' ? '“' : '”'))}</li>
        ))}
      </ul>
    </Panel>
  )
}
