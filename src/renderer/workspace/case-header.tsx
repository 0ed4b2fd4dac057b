/** What the case is, how its clock stands, and what can be done now. */
import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, Popover, Tooltip } from 'antd'
import { useEffect, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { CASE_ACTION_LABELS, WITH_REVIEWER_STATES } from '../../shared/cases/state-machine-terms.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { runningClock } from '../../shared/home/lights.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { BrokenRulesList } from '../followup/broken-rules-list.tsx'
import { useLanguage } from '../language/language.ts'
import { DateText, DaysLeft } from '../ui/date-text.tsx'
import { formatYuan, today } from '../ui/formats.ts'
import { Mark, StateTag, UnverifiedMark } from '../ui/state-tag.tsx'
import { ACTION_KIND_LABELS, EFFECT_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { actButtons, leadingAct, type ActButton, type HeaderAct } from './case-acts.ts'
import { refusalWords } from './refusal-words.ts'
import { reviewClock } from './review-clock.ts'
import { SaveMark } from './save-mark.tsx'

interface CaseHeaderProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  /** Why an act has to wait, beyond what the core offers. */
  readonly blockOf: (act: HeaderAct) => string | null
  readonly onAct: (act: HeaderAct) => void
}

/** These stand behind “more”, away from a hasty click. */
const ASIDE: ReadonlySet<HeaderAct> = new Set(['withdraw', 'recall', 'reassign'])

export function CaseHeader({ detail, catalogue, blockOf, onAct }: CaseHeaderProps): ReactNode {
  const { t, pick } = useLanguage()
  const buttons = actButtons(detail.offers)
  const aside = buttons.filter((button) => ASIDE.has(button.act) && button.enabled)
  const main = buttons.filter((button) => !ASIDE.has(button.act))
  const ready = main.filter((button) => blockOf(button.act) === null)
  const leading = leadingAct(ready, detail, catalogue.opinionTypes)
  useEffect(() => {
    document.title = detail.fields.title
  }, [detail.fields.title])
  return (
    <header className="case-header">
      <div className="case-title">
        <h1 tabIndex={-1} title={detail.fields.title}>
          {detail.fields.title}
        </h1>
        <span className="case-party">
          {detail.caseNumber === null ? '' : `${detail.caseNumber} · `}
          {t('workspace:parties', { unit: detail.fields.submittingUnit, party: detail.fields.party.name })}
        </span>
      </div>
      <div className="case-acts">
        <SaveMark />
        {aside.length > 0 && (
          <Dropdown
            trigger={['click']}
            autoFocus
            menu={{
              items: aside.map(({ act }) => ({ key: act, label: pick(CASE_ACTION_LABELS[act]) })),
              onClick: ({ key }) => onAct(key as HeaderAct),
            }}
          >
            <Button type="text">
              {t('workspace:more')} <DownOutlined aria-hidden />
            </Button>
          </Dropdown>
        )}
        {main.map((button) => (
          <HeaderButton key={button.act} button={button} leading={button.act === leading} block={blockOf(button.act)} onAct={onAct} />
        ))}
      </div>
    </header>
  )
}

/** Round, state, kind, reviewer and clock, beside the tabs. */
export function CaseMarks({ detail, catalogue }: { readonly detail: CaseDetail; readonly catalogue: Catalogue }): ReactNode {
  const { t } = useLanguage()
  return (
    <div className="case-marks">
      <Mark tone="navy">{t('ui:round', { round: detail.round })}</Mark>
      <StateTag state={detail.state} />
      <RedMark detail={detail} />
      {detail.suspendedSince !== null && <Mark tone="amber">{t('followup:mark.suspended', { since: detail.suspendedSince })}</Mark>}
      {detail.mergedInto !== null && <Mark title={detail.mergedInto.title}>{t('followup:mark.merged')}</Mark>}
      <KindMark detail={detail} />
      <MajorMark detail={detail} />
      <ReviewerMark detail={detail} />
      <ClockMark detail={detail} catalogue={catalogue} />
    </div>
  )
}

function ReviewerMark({ detail: { reviewer, state } }: { readonly detail: CaseDetail }): ReactNode {
  const { t } = useLanguage()
  if (reviewer === null) return <Mark>{t('workspace:noReviewer')}</Mark>
  const { name, active } = reviewer
  if (active || !WITH_REVIEWER_STATES.some((one) => one === state)) return <Mark>{t('workspace:reviewer', { name })}</Mark>
  return (
    <Mark tone="amber" title={t('workspace:reviewerGoneWhy')}>
      {t('workspace:reviewerGone', { name })}
    </Mark>
  )
}

interface HeaderButtonProps {
  readonly button: ActButton
  readonly leading: boolean
  readonly block: string | null
  readonly onAct: (act: HeaderAct) => void
}

function HeaderButton({ button, leading, block, onAct }: HeaderButtonProps): ReactNode {
  const { language, pick } = useLanguage()
  const { act, enabled, offer } = button
  const label = pick(CASE_ACTION_LABELS[act])
  const why = block ?? (enabled || offer.refusal === null ? null : refusalWords(offer.refusal, language))
  const control = (
    <Button type={leading ? 'primary' : 'default'} disabled={why !== null} onClick={() => onAct(act)}>
      {label}
    </Button>
  )
  if (why === null) return control
  // a disabled button hears no pointer; the reason hangs on its frame, which the keyboard reaches too, and below it,
  // where it does not lie over the buttons of the window
  return (
    <Tooltip title={why} placement="bottomRight">
      <span tabIndex={0} role="note" aria-label={`${label}: ${why}`}>
        {control}
      </span>
    </Tooltip>
  )
}

function KindMark({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { language, t, pick } = useLanguage()
  const kinds = detail.fields.actionKinds.map((kind) => pick(ACTION_KIND_LABELS[kind])).join(t('ui:listSeparator'))
  const dearest = detail.fields.effects.reduce<(typeof detail.fields.effects)[number] | null>(
    (best, effect) => (effect.amount !== null && effect.amount > (best?.amount ?? -1) ? effect : best),
    null,
  )
  const amount = dearest?.amount ?? null
  return (
    <Mark tone="navy">
      {kinds}
      {dearest !== null && amount !== null && ` · ${pick(EFFECT_KIND_LABELS[dearest.kind])} ${formatYuan(amount, language)}`}
    </Mark>
  )
}

function MajorMark({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { t, pick } = useLanguage()
  if (!detail.isMajor && detail.triggers.length === 0) return <Mark>{t('workspace:notMajor')}</Mark>
  const reasons = (
    <ul className="case-triggers">
      {detail.triggers.map((trigger) => (
        <li key={trigger.id}>
          <b>{pick(trigger.label)}</b> {!trigger.verified && <UnverifiedMark />}
          <div className="fs-soft">{pick(trigger.detail)}</div>
        </li>
      ))}
    </ul>
  )
  return (
    <Popover trigger={['click', 'hover']} title={t('workspace:whyMajor')} content={reasons} placement="bottomLeft">
      <button type="button" className="case-major">
        <Mark tone="navy">{t(detail.isMajor ? 'workspace:major' : 'workspace:hearingLine')}</Mark>
      </button>
    </Popover>
  )
}

/** A registered decision broke a rule: which one is told on a click. */
function RedMark({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const { t } = useLanguage()
  if (detail.red.length === 0) return null
  return (
    <Popover trigger={['click', 'hover']} title={t('followup:redTitle')} content={<BrokenRulesList broken={detail.red} />} placement="bottomLeft">
      <button type="button" className="case-major">
        <Mark tone="red">{t('followup:mark.red')}</Mark>
      </button>
    </Popover>
  )
}

/** States in which the case carries the day of its review, or of the supplement that it waits for. */
const RUNNING: ReadonlySet<string> = new Set(['returned', 'supplementing', 'accepted', 'assigned', 'underReview', 'drafted', 'approved'])

function ClockMark({ detail, catalogue }: { readonly detail: CaseDetail; readonly catalogue: Catalogue }): ReactNode {
  const { t } = useLanguage()
  if (detail.dueOn === null || !RUNNING.has(detail.state)) return null
  const clock = reviewClock(catalogue, detail.dueOn, today() as IsoDate, detail.dueProvisional)
  return (
    <span className="case-clock">
      <span className="fs-soft">
        {t(runningClock(detail.state) === 'supplement' ? 'workspace:supplementDue' : 'workspace:due')} <DateText value={clock.dueOn} />
      </span>
      <DaysLeft days={clock.workingDays} provisional={clock.provisional} />
    </span>
  )
}
