/** The light of a clock: a shape, a colour and words, never a colour alone. */
import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleFilled, MinusCircleOutlined, PauseCircleOutlined, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { LIGHT_OF_STATE, type Clock, type ClockState } from '../../shared/deadlines/clock.ts'
import { useLanguage } from '../language/language.ts'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { stateWords } from './clock-words.ts'

const ICONS: Readonly<Record<ClockState, ReactNode>> = {
  red: <CloseCircleFilled />,
  late: <CloseCircleFilled />,
  early: <CloseCircleFilled />,
  amber: <WarningFilled />,
  suspended: <PauseCircleOutlined />,
  running: <ClockCircleOutlined />,
  kept: <CheckCircleOutlined />,
  notStarted: <MinusCircleOutlined />,
}

const TONES: Readonly<Record<ClockState, MarkTone>> = {
  red: 'red',
  late: 'red',
  early: 'red',
  amber: 'amber',
  suspended: 'amber',
  running: 'plain',
  kept: 'green',
  notStarted: 'plain',
}

export function ClockLight({ clock }: { readonly clock: Clock }): ReactNode {
  const { t, language, pick } = useLanguage()
  return (
    <span className="clock-light">
      <Mark tone={TONES[clock.state]} title={t(`deadlines:light.${LIGHT_OF_STATE[clock.state]}`)}>
        <span aria-hidden>{ICONS[clock.state]}</span> {stateWords(clock, { t, language, pick })}
      </Mark>
      {clock.provisional && clock.state !== 'kept' ? (
        <Mark tone="amber" title={t('ui:provisionalWhy')}>
          {t('ui:provisional')}
        </Mark>
      ) : null}
    </span>
  )
}
