/** One clock of a transfer: how it stands, until when, and by what provision. */
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import { LIGHT_OF_STATE, type Clock, type ClockLight } from '../../shared/deadlines/clock.ts'
import { useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage, type Translate } from '../language/language.ts'
import { Mark, UnverifiedMark, type MarkTone } from '../ui/state-tag.tsx'
import { chinaMoment } from './china-time.ts'

const TONES: Readonly<Record<ClockLight, MarkTone>> = { none: 'plain', green: 'green', amber: 'amber', red: 'red' }

/** What is left, or by how much it is over. */
export function clockState({ state, left }: Pick<Clock, 'state' | 'left'>, t: Translate): string {
  if (left === null) return state === 'kept' ? t('transfer:clock.kept') : t('transfer:clock.stopped')
  const { n, unit } = left
  if (n < 0) return t(`transfer:clock.over.${unit}`, { count: -n })
  if (n === 0) return t(unit === 'hours' ? 'transfer:clock.lastHour' : 'transfer:clock.lastDay')
  return t(`transfer:clock.left.${unit}`, { count: n })
}

/** @param named false where what it is of stands above it already */
export function ClockLine({ clock, named = true }: { readonly clock: Clock; readonly named?: boolean }): ReactNode {
  const { t, pick, language } = useLanguage()
  const titles = useLawTitles()
  const { name, due, dueAt, actBy, rolledFrom, length, basis, verified, state } = clock
  const hours = length?.kind === 'hours'
  const until = hours && dueAt !== null ? t('transfer:clock.dueAt', { time: chinaMoment(dueAt) }) : due === null ? '' : t('transfer:clock.dueOn', { day: due })
  const open = clock.stop === null
  const why = [
    ...basis.map((citation) => formatCitation(citation, language, titles)),
    ...(clock.note === null ? [] : [pick(clock.note)]),
    ...(rolledFrom === null ? [] : [t('transfer:clock.rolled', { day: rolledFrom })]),
  ]
  return (
    <div className="transfer-clock" data-light={LIGHT_OF_STATE[state]}>
      {named && <span>{pick(name)}</span>}
      <Mark tone={TONES[LIGHT_OF_STATE[state]]}>{clockState(clock, t)}</Mark>
      <Tooltip title={[pick(name), ...why].join('；')}>
        <span tabIndex={0} className="transfer-clock-until fs-soft">
          {until}
        </span>
      </Tooltip>
      {open && !hours && actBy !== null && actBy !== due && <span className="fs-soft">{t('transfer:clock.actBy', { day: actBy })}</span>}
      {!verified && <UnverifiedMark />}
      {clock.provisional && open && (
        <Mark tone="amber" title={t('ui:provisionalWhy')}>
          {t('ui:provisional')}
        </Mark>
      )}
    </div>
  )
}
