/** A dispute brought to coordination: the records of the talks, and how it was settled. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Coordination } from '../../shared/followup/contract.ts'
import { dissenters, SETTLEMENT_OUTCOME_LABELS, SIDE_LABELS, type CoordinationRecord, type Settlement } from '../../shared/followup/disagreement.ts'
import { useLanguage } from '../language/language.ts'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'

interface CoordinationPanelProps {
  readonly coordination: Coordination
  /** Null where the person may not add a record now. */
  readonly onRecord: (() => void) | null
}

export function CoordinationPanel({ coordination, onRecord }: CoordinationPanelProps): ReactNode {
  const { t, pick, language } = useLanguage()
  const { round, reason, by, at, records, settlement } = coordination
  const extra = onRecord === null ? undefined : (
    <Button size="small" onClick={onRecord}>
      {t('followup:act.recordCoordination')}
    </Button>
  )
  return (
    <Panel title={`${t('followup:coordination')} · ${t('followup:round', { round })}`} extra={extra}>
      <p>{t('followup:coordinationLine', { by, at: formatMoment(at, language), reason })}</p>
      {records.length === 0 && <p className="fs-soft">{t('followup:noRecord')}</p>}
      {records.map(({ record, by: recorder, at: recordedAt }) => (
        <RecordWords key={recordedAt} record={record} recorder={recorder} />
      ))}
      {settlement !== null && (
        <>
          <h3>{t(`followup:settled.${settlement.settlement.by}`)}</h3>
          <p>
            {t('followup:settledLine', {
              on: settlement.settlement.settledOn,
              outcome: pick(SETTLEMENT_OUTCOME_LABELS[settlement.settlement.outcome]),
              by: settlement.by,
            })}
          </p>
          <p>{settlement.settlement.reason}</p>
          <CollectiveWords settlement={settlement.settlement} />
        </>
      )}
    </Panel>
  )
}

function RecordWords({ record, recorder }: { readonly record: CoordinationRecord; readonly recorder: string }): ReactNode {
  const { t, pick } = useLanguage()
  const people = record.participants.map(({ name, post, side }) => `${name}${post === '' ? '' : ` ${post}`} (${pick(SIDE_LABELS[side])})`)
  const rows: readonly (readonly [string, string])[] = [
    [t('followup:participants'), people.join(t('ui:listSeparator'))],
    [t('followup:handlingView'), record.handlingView],
    [t('followup:reviewView'), record.reviewView],
    [t('followup:talkOutcome'), record.outcome],
    [t('followup:recorder'), recorder],
  ]
  return (
    <>
      <h3>
        {t('followup:recordOf', { on: record.heldOn })} <span className="fs-soft">{record.place}</span>
      </h3>
      <dl className="followup-facts-list">
        {rows.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function CollectiveWords({ settlement }: { readonly settlement: Settlement }): ReactNode {
  const { t, pick } = useLanguage()
  if (settlement.by === 'head') return null
  const dissent = new Set(dissenters(settlement))
  return (
    <>
      <p className="fs-soft">
        {t('followup:chair')} {settlement.chair} · {t('followup:recorder')} {settlement.recorder}
      </p>
      <b>{t('followup:attendees')}</b>
      <ul className="followup-rules">
        {settlement.attendees.map((attendee, place) => (
          <li key={place}>
            {attendee.name} <span className="fs-soft">{attendee.post}</span> {pick(SETTLEMENT_OUTCOME_LABELS[attendee.stance])}{' '}
            {dissent.has(attendee) && <Mark tone="amber">{t('followup:dissent')}</Mark>}
            <div>{attendee.view}</div>
          </li>
        ))}
      </ul>
      {settlement.absent.length > 0 && (
        <p className="fs-soft">
          {t('followup:absent')} {settlement.absent.map(({ name, reason }) => `${name} (${reason})`).join(t('ui:listSeparator'))}
        </p>
      )}
    </>
  )
}
