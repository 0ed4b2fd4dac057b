/** The heads' discussion of the decision itself (集体讨论): whether it is needed and by what, and what is on record. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { formatCitation } from '../../shared/catalogue/citation.ts'
import type { Followup, RecordedDiscussion } from '../../shared/followup/contract.ts'
import { DISCUSSION_OUTCOME_LABELS, dissentersIn } from '../../shared/followup/discussion.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'

/** States in which a discussion can still be held before the decision; afterwards the broken rules of the decision speak. */
const BEFORE_DECISION: ReadonlySet<string> = new Set(['issued', 'adopted', 'objected', 'coordination'])

interface DiscussionPanelProps {
  readonly followup: Followup
  /** Null where the person may not add a record now. */
  readonly onRecord: (() => void) | null
}

export function DiscussionPanel({ followup, onRecord }: DiscussionPanelProps): ReactNode {
  const { t } = useLanguage()
  const { basis, standing, records, minutes } = followup.discussion
  if (basis.length === 0 && records.length === 0 && onRecord === null) return null
  const extra = onRecord === null ? undefined : (
    <Button size="small" onClick={onRecord}>
      {t('followup:discussion.record')}
    </Button>
  )
  const missing = basis.length > 0 && standing !== 'held' && BEFORE_DECISION.has(followup.state)
  return (
    <Panel title={t('followup:discussion.title')} extra={extra}>
      {basis.length === 0 ? <p className="fs-soft">{t('followup:discussion.notNeeded')}</p> : <Needed followup={followup} />}
      {missing && (
        <p role="status" className="fs-red">
          {t(standing === 'against' ? 'followup:discussion.against' : 'followup:discussion.missing')}
        </p>
      )}
      {minutes.length > 0 && <p className="fs-soft">{t('followup:discussion.minutes', { count: minutes.length })}</p>}
      {records.map((record) => (
        <DiscussionWords key={record.id} record={record} followup={followup} />
      ))}
    </Panel>
  )
}

function Needed({ followup }: { readonly followup: Followup }): ReactNode {
  const { t, language } = useLanguage()
  const laws = useCatalogue()?.laws ?? []
  const titles = new Map(laws.map(({ title }) => [title['zh-CN'], title]))
  const { basis } = followup.discussion
  return (
    <p>
      {t('followup:discussion.needed')}{' '}
      <span className="fs-soft">
        {basis.map((citation) => formatCitation(citation, language, titles)).join(t('ui:listSeparator'))}{' '}
        {basis.some(({ law }) => laws.some((row) => row.title['zh-CN'] === law && !row.verified)) && <UnverifiedMark />}
      </span>
    </p>
  )
}

function DiscussionWords({ record, followup }: { readonly record: RecordedDiscussion; readonly followup: Followup }): ReactNode {
  const { t, pick, language } = useLanguage()
  const { discussion, by, at } = record
  const dissent = new Set(dissentersIn(discussion))
  const issued = followup.rounds.at(-1)
  const early = issued !== undefined && discussion.discussedOn < civilDayOf(issued.issuedAt)
  return (
    <section className="followup-decision" aria-label={t('followup:discussion.of', { on: discussion.discussedOn })}>
      <h3>
        {t('followup:discussion.of', { on: discussion.discussedOn })} <span className="fs-soft">{discussion.place}</span>{' '}
        {early && <Mark tone="amber">{t('followup:discussion.early')}</Mark>}
      </h3>
      <p>
        <b>{pick(DISCUSSION_OUTCOME_LABELS[discussion.outcome])}</b> {discussion.changedTo}
      </p>
      <p>{discussion.reason}</p>
      <p className="fs-soft">
        {t('followup:chair')} {discussion.chair} · {t('followup:recorder')} {discussion.recorder}
      </p>
      <b>{t('followup:attendees')}</b>
      <ul className="followup-rules">
        {discussion.attendees.map((attendee) => (
          <li key={attendee.name}>
            {attendee.name} <span className="fs-soft">{attendee.post}</span> {pick(DISCUSSION_OUTCOME_LABELS[attendee.stance])}{' '}
            {dissent.has(attendee) && <Mark tone="amber">{t('followup:dissent')}</Mark>}
            <div>{attendee.view}</div>
          </li>
        ))}
      </ul>
      {discussion.absent.length > 0 && (
        <p className="fs-soft">
          {t('followup:absent')} {discussion.absent.map(({ name, reason }) => `${name} (${reason})`).join(t('ui:listSeparator'))}
        </p>
      )}
      <p className="fs-soft">{t('followup:discussion.recorded', { by, at: formatMoment(at, language) })}</p>
    </section>
  )
}
