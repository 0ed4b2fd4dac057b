/** Changes of the decision (变更、撤销、确认违法、确认无效), and the withdrawal of what was public. */
import { App, Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { CHANGE_OUTCOME_LABELS, CHANGE_OUTCOMES, type ChangeOutcome } from '../../shared/disclosure/standing.ts'
import type { DecisionChange } from '../../shared/disclosure/contract.ts'
import { ClockLight } from '../deadlines/clock-light.tsx'
import { dueWords } from '../deadlines/clock-words.ts'
import { FollowupModal } from '../followup/followup-modal.tsx'
import { isPastDay } from '../followup/given-day.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'
import { formatMoment, today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { ProofLinks, ProofsField, type GivenProof } from './proofs-field.tsx'
import type { OfCase } from './publications-panel.tsx'
import { useBasisWords } from './use-basis-words.ts'

export function ChangesPanel({ disclosure, caseId }: OfCase): ReactNode {
  const { t } = useLanguage()
  const [asked, setAsked] = useState<'change' | DecisionChange | null>(null)
  const { changes, may } = disclosure
  const extra = may.change ? (
    <Button size="small" onClick={() => setAsked('change')}>
      {t('disclosure:recordChange')}
    </Button>
  ) : undefined
  const close = (): void => setAsked(null)
  return (
    <Panel title={t('disclosure:changes')} extra={extra}>
      {changes.length === 0 && <p className="fs-soft">{t('disclosure:changesNone')}</p>}
      <ul className="disclosure-list">
        {changes.map((one) => (
          <ChangeRow key={one.id} one={one} onWithdraw={may.change && one.clock?.stop === null ? () => setAsked(one) : null} />
        ))}
      </ul>
      {asked === 'change' && <ChangeDialog caseId={caseId} onClose={close} />}
      {asked !== null && asked !== 'change' && <WithdrawDialog change={asked} caseId={caseId} onClose={close} />}
    </Panel>
  )
}

function ChangeRow({ one, onWithdraw }: { readonly one: DecisionChange; readonly onWithdraw: (() => void) | null }): ReactNode {
  const { t, pick, language } = useLanguage()
  const basisWords = useBasisWords()
  const { clock, withdrawal } = one
  return (
    <li>
      <p className="fs-row">
        <Mark tone="red">{pick(CHANGE_OUTCOME_LABELS[one.outcome])}</Mark>
        {t('disclosure:changeLine', { organ: one.organ, number: one.number, on: one.changedOn })}
      </p>
      {one.note !== '' && <p>{one.note}</p>}
      {clock === null ? (
        <p className="fs-soft">{t('disclosure:nothingUp')}</p>
      ) : (
        <>
          <p className="fs-row">
            <ClockLight clock={clock} /> <span className="fs-figures">{dueWords(clock) ?? '—'}</span> {!clock.verified && <UnverifiedMark />}
            {onWithdraw !== null && (
              <Button size="small" type="primary" onClick={onWithdraw}>
                {t('disclosure:withdraw')}
              </Button>
            )}
          </p>
          <p className="fs-soft">
            {basisWords(clock.basis)} {clock.note === null ? '' : pick(clock.note)}
          </p>
        </>
      )}
      {withdrawal !== null && (
        <>
          <p>{t('disclosure:withdrawnLine', { on: withdrawal.withdrawnOn, explanation: withdrawal.explanation, at: withdrawal.explainedAt })}</p>
          <ProofLinks proofs={withdrawal.proofs} />
        </>
      )}
      <p className="fs-soft">{t('disclosure:recordedBy', { by: one.by, at: formatMoment(one.at, language) })}</p>
    </li>
  )
}

interface DialogProps {
  readonly caseId: string
  readonly onClose: () => void
}

function ChangeDialog({ caseId, onClose }: DialogProps): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('disclosure.recordChange')
  const [outcome, setOutcome] = useState<ChangeOutcome>('annulled')
  const [organ, setOrgan] = useState('')
  const [number, setNumber] = useState('')
  const [changedOn, setChangedOn] = useState<string | null>(today())
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const outcomes = CHANGE_OUTCOMES.map((value) => ({ value, label: pick(CHANGE_OUTCOME_LABELS[value]) }))
  const confirm = (): void => {
    setTried(true)
    if (organ.trim() === '' || !isPastDay(changedOn)) return
    write.mutate(
      { caseId, outcome, organ, number, changedOn, note },
      {
        onSuccess: () => {
          void message.success(t('disclosure:done.changed'))
          onClose()
        },
      },
    )
  }
  return (
    <FollowupModal title={t('disclosure:recordChange')} explanation={t('disclosure:explainChange')} confirmLabel={t('disclosure:save')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <div className="fs-form">
        <Field className="fs-span-6" label={t('disclosure:outcome')} required>
          {({ id }) => <Select<ChangeOutcome> id={id} value={outcome} options={outcomes} onChange={setOutcome} />}
        </Field>
        <Field className="fs-span-6" label={t('disclosure:changedOn')} required error={tried && !isPastDay(changedOn) ? t('disclosure:wrongDay') : undefined}>
          {(control) => <DateField {...control} value={changedOn} onChange={setChangedOn} />}
        </Field>
        <Field className="fs-span-6" label={t('disclosure:organ')} required error={tried && organ.trim() === '' ? t('disclosure:required') : undefined}>
          {(control) => <TextField {...control} value={organ} maxLength={200} onChange={setOrgan} />}
        </Field>
        <Field className="fs-span-6" label={t('disclosure:number')}>
          {(control) => <TextField {...control} value={number} maxLength={100} onChange={setNumber} />}
        </Field>
      </div>
      <Field label={t('disclosure:note')}>{(control) => <TextArea {...control} value={note} maxLength={2000} onChange={setNote} />}</Field>
    </FollowupModal>
  )
}

function WithdrawDialog({ change, caseId, onClose }: DialogProps & { readonly change: DecisionChange }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('disclosure.recordWithdrawal')
  const [withdrawnOn, setWithdrawnOn] = useState<string | null>(today())
  const [explanation, setExplanation] = useState('')
  const [explainedAt, setExplainedAt] = useState('')
  const [proofs, setProofs] = useState<readonly GivenProof[]>([])
  const [tried, setTried] = useState(false)
  const short = [...explanation.trim()].length < 5
  const confirm = (): void => {
    setTried(true)
    if (!isPastDay(withdrawnOn) || short || explainedAt.trim() === '' || proofs.length === 0) return
    write.mutate(
      { caseId, changeId: change.id, withdrawnOn, explanation, explainedAt, proofs: [...proofs] },
      {
        onSuccess: () => {
          void message.success(t('disclosure:done.withdrawn'))
          onClose()
        },
      },
    )
  }
  return (
    <FollowupModal title={t('disclosure:withdraw')} explanation={t('disclosure:explainWithdraw')} confirmLabel={t('disclosure:save')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <div className="fs-form">
        <Field className="fs-span-4" label={t('disclosure:withdrawnOn')} required error={tried && !isPastDay(withdrawnOn) ? t('disclosure:wrongDay') : undefined}>
          {(control) => <DateField {...control} value={withdrawnOn} onChange={setWithdrawnOn} />}
        </Field>
        <Field className="fs-span-8" label={t('disclosure:explainedAt')} required error={tried && explainedAt.trim() === '' ? t('disclosure:required') : undefined}>
          {(control) => <TextField {...control} value={explainedAt} maxLength={500} onChange={setExplainedAt} />}
        </Field>
      </div>
      <Field label={t('disclosure:explanation')} required error={tried && short ? t('ui:reasonTooShort', { minimum: 5 }) : undefined}>
        {(control) => <TextArea {...control} value={explanation} maxLength={2000} onChange={setExplanation} />}
      </Field>
      <ProofsField proofs={proofs} tried={tried} onChange={setProofs} />
    </FollowupModal>
  )
}
