/** Registers the decision beside what was reviewed; the comparison is shown while it is typed, before anything is written. */
import { App, Radio, Select, Skeleton } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { ACTION_KINDS, EFFECT_KINDS, type ActionKind, type EffectKind } from '../../shared/catalogue/vocabulary.ts'
import { compareDecision } from '../../shared/followup/decision-comparison.ts'
import type { Followup } from '../../shared/followup/contract.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { discussionBasis, discussionStanding } from '../../shared/followup/discussion.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { CitationsSection } from '../cases/form/decision-sections.tsx'
import { changeAt, RepeatedRows, without } from '../cases/form/repeated-rows.tsx'
import { parseAmount } from '../cases/parse-amount.ts'
import { useLanguage } from '../language/language.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { ACTION_KIND_LABELS, EFFECT_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import type { ActProps } from '../workspace/act-props.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { decisionDays, type DayOffer } from './day-offers.ts'
import { comparableOf, decisionOfDraft, draftOfReviewed, type DecidedEffectDraft, type DecisionDraft } from './decision-draft.ts'
import { FollowupModal } from './followup-modal.tsx'
import { isPastDay } from './given-day.ts'
import { OfferedDays } from './offered-days.tsx'

export type DecisionAct = 'decide' | 'irregular'

export function DecisionDialog(props: ActProps & { readonly act: DecisionAct }): ReactNode {
  const { act, detail, onClose } = props
  const { t, pick } = useLanguage()
  const followup = useRead('followup.get', { caseId: detail.id }, { staleTime: 0 })
  const title = act === 'decide' ? pick(CASE_ACTION_LABELS.decide) : t('followup:act.recordIrregular')
  if (followup.data !== undefined) return <DecisionForm {...props} title={title} followup={followup.data} />
  return (
    <FollowupModal title={title} busy error={null} onConfirm={() => undefined} onClose={onClose}>
      {followup.error === null ? <Skeleton active /> : <ErrorNotice error={followup.error} onRetry={() => void followup.refetch()} />}
    </FollowupModal>
  )
}

/** A decision that is in order follows the opinion; one that is not is recorded with whatever day it has. */
function firstDay(act: DecisionAct, { rounds }: Followup): string {
  const opinion = rounds.at(-1)
  return act === 'decide' && opinion !== undefined ? civilDayOf(opinion.issuedAt) : ''
}

interface DecisionFormProps extends ActProps {
  readonly act: DecisionAct
  readonly title: string
  readonly followup: Followup
}

function DecisionForm({ act, title, detail, followup, onClose, onDone }: DecisionFormProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const decide = useWrite('followup.decide')
  const irregular = useWrite('followup.recordIrregularDecision')
  const [tried, setTried] = useState(false)
  const draft = useDraft<DecisionDraft>(`case/${detail.id}/decision-${detail.round}`, draftOfReviewed(followup, today()))
  const { value } = draft
  const set = (part: Partial<DecisionDraft>): void => draft.set((now) => ({ ...now, ...part }))
  const noteShort = act === 'irregular' && value.note.trim().length < 2
  const confirm = (): void => {
    setTried(true)
    const decision = decisionOfDraft(value)
    if (decision === null || noteShort || !isPastDay(value.decidedOn)) return
    const options = {
      onSuccess: ({ broken }: { readonly broken: readonly unknown[] }) => {
        void draft.discard()
        if (broken.length > 0) void message.warning(t('followup:done.red'))
        else void message.success(t('followup:done.decided'))
        onDone()
      },
    }
    if (act === 'decide') decide.mutate({ caseId: detail.id, decision }, options)
    else irregular.mutate({ caseId: detail.id, decision, note: value.note }, options)
  }
  if (!draft.ready) return null
  return (
    <FollowupModal
      wide
      title={title}
      explanation={
        <>
          {t(act === 'decide' ? 'followup:form.explainDecide' : 'followup:form.explainIrregular')} <DraftMark status={draft.status} />
        </>
      }
      busy={decide.isPending || irregular.isPending}
      error={act === 'decide' ? decide.error : irregular.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <DecisionFieldsForm value={value} set={set} tried={tried} offers={decisionDays(followup.discussion, { from: firstDay(act, followup), today: today() })} />
      {act === 'irregular' && (
        <Field label={t('followup:form.note')} required error={tried && noteShort ? t('followup:form.required') : undefined}>
          {(control) => <TextArea {...control} value={value.note} maxLength={2000} onChange={(note) => set({ note })} />}
        </Field>
      )}
      <DiscussionWarning value={value} followup={followup} fields={detail.fields} />
      <ComparisonPreview act={act} value={value} followup={followup} />
    </FollowupModal>
  )
}

interface DiscussionWarningProps {
  readonly value: DecisionDraft
  readonly followup: Followup
  readonly fields: CaseDetail['fields']
}

/** What the core will judge of the heads' discussion, by the day that is typed. */
function DiscussionWarning({ value, followup, fields }: DiscussionWarningProps): ReactNode {
  const { t } = useLanguage()
  const status = useRead('station.status', {})
  const catalogue = useCatalogue()
  const { records, minutes } = followup.discussion
  if (value.effects.length === 0 || !isPastDay(value.decidedOn)) return null
  if (status.data === undefined) return <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />
  // kinds and effects of this decision, as the core asks: a penalty may have come in that was not proposed
  const asked = { rules: catalogue?.decisionRules ?? [], sector: status.data.station?.sector ?? null, on: value.decidedOn as IsoDate }
  const basis = discussionBasis(fields, asked, { actionKinds: value.actionKinds, effects: value.effects.map(({ kind }) => kind) })
  if (basis.length === 0) return null
  const standing = discussionStanding({ discussions: records.map(({ discussion }) => discussion), minutes }, value.decidedOn as IsoDate)
  if (standing === 'held') return null
  return (
    <p role="status" className="fs-red">
      {t(standing === 'against' ? 'followup:discussion.against' : 'followup:discussion.missing')}
    </p>
  )
}

/** The very comparison that the core will make. */
function ComparisonPreview({ act, value, followup }: { readonly act: DecisionAct; readonly value: DecisionDraft; readonly followup: Followup }): ReactNode {
  const { t } = useLanguage()
  const comparison = useMemo(() => {
    const decision = comparableOf(value)
    return decision === null ? null : compareDecision(followup.reviewed, decision)
  }, [value, followup])
  if (comparison === null) return null
  const same = comparison.differs.length === 0
  // the same words do not put an irregular decision in order
  const mark = same && act === 'irregular' ? undefined : <Mark tone={same ? 'green' : 'red'}>{t(same ? 'followup:regular' : 'followup:red')}</Mark>
  return (
    <Panel title={t('followup:form.preview')} extra={mark}>
      <p role="status" className={same ? '' : 'fs-red'}>
        {t(same ? 'followup:form.willBeSame' : 'followup:form.willBeRed')}
      </p>
      <ComparisonTable comparison={comparison} facts={followup.reviewed.facts} />
    </Panel>
  )
}

interface FieldsProps {
  readonly value: DecisionDraft
  readonly set: (part: Partial<DecisionDraft>) => void
  readonly tried: boolean
}

const NO_ERRORS = new Map<string, never>()

interface DecisionFieldsProps extends FieldsProps {
  readonly offers: readonly DayOffer[]
}

function DecisionFieldsForm({ value, set, tried, offers }: DecisionFieldsProps): ReactNode {
  const { t, pick } = useLanguage()
  const required = (missing: boolean): string | undefined => (tried && missing ? t('followup:form.required') : undefined)
  return (
    <>
      <div className="fs-form">
        <Field className="fs-span-4" label={t('followup:form.number')} required error={required(value.number.trim() === '')}>
          {(control) => <TextField {...control} value={value.number} maxLength={100} onChange={(number) => set({ number })} />}
        </Field>
        <Field
          className="fs-span-4"
          label={t('followup:form.decidedOn')}
          required
          error={tried && !isPastDay(value.decidedOn) ? t('followup:form.wrongDay') : undefined}
          after={<OfferedDays offers={offers} value={value.decidedOn} onTake={(decidedOn) => set({ decidedOn })} />}
        >
          {(control) => <DateField {...control} value={value.decidedOn} onChange={(decidedOn) => set({ decidedOn })} />}
        </Field>
        <Field className="fs-span-4" label={t('followup:form.actionKinds')} required error={required(value.actionKinds.length === 0)}>
          {({ id }) => (
            <Select<ActionKind[]>
              id={id}
              mode="multiple"
              value={[...value.actionKinds]}
              options={ACTION_KINDS.map((kind) => ({ value: kind, label: pick(ACTION_KIND_LABELS[kind]) }))}
              onChange={(actionKinds) => set({ actionKinds })}
            />
          )}
        </Field>
      </div>
      <EffectRows value={value} set={set} tried={tried} />
      {value.effects.length === 0 && (
        <Field label={t('followup:form.decidedParty')} required error={required((value.party ?? '').trim() === '')}>
          {(control) => <TextField {...control} maxLength={300} value={value.party ?? ''} onChange={(party) => set({ party })} />}
        </Field>
      )}
      <CitationsSection value={value.citations} errors={NO_ERRORS} onChange={({ citations }) => citations !== undefined && set({ citations })} />
      <FieldGroup label={t('followup:form.facts')}>
        <Radio.Group
          value={value.changed}
          options={[
            { value: false, label: t('followup:form.factsSame') },
            { value: true, label: t('followup:form.factsChanged') },
          ]}
          onChange={({ target }) => set({ changed: target.value as boolean })}
        />
      </FieldGroup>
      {value.changed && (
        <Field label={t('followup:form.how')} required error={required(value.how.trim() === '')}>
          {(control) => <TextArea {...control} value={value.how} maxLength={4000} onChange={(how) => set({ how })} />}
        </Field>
      )}
    </>
  )
}

function EffectRows({ value, set, tried }: FieldsProps): ReactNode {
  const { t, pick } = useLanguage()
  const { effects } = value
  const party = effects[0]?.party ?? ''
  return (
    <RepeatedRows
      title={t('followup:form.effects')}
      addLabel={t('followup:form.addEffect')}
      none={t('followup:form.noEffects')}
      count={effects.length}
      maximum={60}
      onAdd={() => set({ effects: [...effects, { kind: 'fine', amount: '', detail: '', party }] })}
      onRemove={(index) => set({ effects: without(effects, index) })}
    >
      {(index) => {
        const one = effects[index]
        if (one === undefined) return null
        const change = (part: Partial<DecidedEffectDraft>): void => set({ effects: changeAt(effects, index, part) })
        return (
          <>
            <Field className="fs-span-4" label={t('cases:form.effectKind')}>
              {({ id }) => (
                <Select<EffectKind>
                  id={id}
                  value={one.kind}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={EFFECT_KINDS.map((kind) => ({ value: kind, label: pick(EFFECT_KIND_LABELS[kind]) }))}
                  onChange={(kind) => change({ kind })}
                />
              )}
            </Field>
            <Field className="fs-span-3" label={t('cases:form.amount')} error={tried && parseAmount(one.amount) === undefined ? t('followup:form.wrongAmount') : undefined}>
              {(control) => <TextField {...control} inputMode="decimal" maxLength={24} value={one.amount} onChange={(amount) => change({ amount })} />}
            </Field>
            <Field className="fs-span-5" label={t('followup:form.party')} required error={tried && one.party.trim() === '' ? t('followup:form.required') : undefined}>
              {(control) => <TextField {...control} maxLength={300} value={one.party} onChange={(name) => change({ party: name })} />}
            </Field>
            <Field label={t('cases:form.detail')}>
              {(control) => <TextField {...control} maxLength={500} value={one.detail} onChange={(detail) => change({ detail })} />}
            </Field>
          </>
        )
      }}
    </RepeatedRows>
  )
}
