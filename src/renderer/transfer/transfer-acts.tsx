/** What the person can do in the transfer now, and the dialog of each act. */
import { Button, Radio, Select, Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { TRANSFER_ACTION_LABELS, type TransferAction } from '../../shared/cases/state-machine-transfer.ts'
import { missingAttachments, type Attachment } from '../../shared/transfer/attachments.ts'
import type { ReturnView, TransferView } from '../../shared/transfer/contract.ts'
import { CAPACITIES, type Suspicion } from '../../shared/transfer/steps.ts'
import type { MaterialId, PersonId, Yuan } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { Field, FieldGroup } from '../ui/field.tsx'
import { AttachmentsField, EMPTY_ATTACHMENTS } from './attachments-field.tsx'
import { useCrimeLeads } from './crime-leads.ts'
import { FormDialog } from './form-dialog.tsx'
import { amountOf, textOf, type FieldSpec, type FormValues } from './form-fields.ts'
import { isRecorded, stepFields, stepInput } from './step-forms.ts'
import { transferRefusal } from './transfer-refusal.ts'

/** What the threshold helper found, for the form of a suspicion. */
export type Prefill = Pick<Suspicion, 'offence' | 'lineId' | 'amount' | 'basis' | 'reckoning'>

interface ActsProps {
  readonly view: TransferView
  readonly onAct: (action: TransferAction) => void
}

/** Approving and refusing are one form: who decides says which. */
const shownAs = (action: TransferAction): TransferAction => (action === 'refuseTransfer' ? 'approveTransfer' : action)

/** What may be done at this point, but is not the way on. */
const ASIDE: ReadonlySet<TransferAction> = new Set(['clearSuspicion', 'recordForwarding', 'recordSupplementNotice', 'requestSupervision', 'recordJudgment', 'resume'])

/** The way on first; a team that is named already is only changed. */
function inOrder(offers: TransferView['offers'], hasTeam: boolean): TransferView['offers'] {
  const rank = ({ action, refusal }: TransferView['offers'][number]): number =>
    (ASIDE.has(action) || (action === 'nameTeam' && hasTeam) ? 2 : 0) + (refusal === null ? 0 : 1)
  return offers.filter(({ action }) => action !== 'refuseTransfer').toSorted((one, other) => rank(one) - rank(other))
}

export function TransferActs({ view, onAct }: ActsProps): ReactNode {
  const { t, pick, language } = useLanguage()
  const hasTeam = view.team.length > 0
  const mine = inOrder(view.offers, hasTeam).filter(({ refusal }) => refusal === null || refusal.kind === 'condition')
  if (mine.length === 0) return <p className="fs-soft">{t('transfer:nothingToDo')}</p>
  return (
    <div className="transfer-acts">
      {mine.map(({ action, refusal }, index) => {
        const label =
          action === 'approveTransfer' ? t('transfer:stage.decision') : action === 'nameTeam' && hasTeam ? t('transfer:changeTeam') : pick(TRANSFER_ACTION_LABELS[action])
        const why = refusal === null ? null : transferRefusal(refusal, language)
        const button = (
          <Button type={index === 0 ? 'primary' : 'default'} disabled={why !== null} onClick={() => onAct(action)}>
            {label}
          </Button>
        )
        if (why === null) return <span key={action}>{button}</span>
        return (
          <Tooltip key={action} title={why}>
            <span tabIndex={0} role="note" aria-label={`${label}: ${why}`}>
              {button}
            </span>
          </Tooltip>
        )
      })}
    </div>
  )
}

interface DialogProps {
  readonly action: TransferAction
  readonly detail: CaseDetail
  readonly view: TransferView
  readonly returns: readonly ReturnView[]
  readonly prefill: Prefill | null
  readonly onClose: () => void
}

export function TransferDialog(props: DialogProps): ReactNode {
  const { action } = props
  if (isRecorded(action)) return <StepDialog {...props} />
  switch (shownAs(action)) {
    case 'raiseSuspicion':
    case 'raiseAgain':
      return <RaiseDialog {...props} />
    case 'clearSuspicion':
      return <ClearDialog {...props} />
    case 'nameTeam':
      return <TeamDialog {...props} />
    case 'reportTransfer':
      return <ReportDialog {...props} />
    default:
      return <DecideDialog {...props} />
  }
}

const keyOf = ({ detail, action }: Pick<DialogProps, 'detail' | 'action'>): string => `case/${detail.id}/transfer/${action}`
const onCase = ({ detail, view }: Pick<DialogProps, 'detail' | 'view'>) => ({ caseId: detail.id, expectedVersion: view.version })

function RaiseDialog(props: DialogProps): ReactNode {
  const { action, detail, prefill, onClose } = props
  const { t, pick } = useLanguage()
  const raise = useWrite('transfer.raise')
  const leads = useCrimeLeads(detail)
  const again = action === 'raiseAgain'
  const fields: FieldSpec[] = [
    { name: 'lead', label: t('transfer:raisedFrom'), kind: 'choice', options: [{ value: '', label: t('transfer:byHand') }, ...leads.map(({ key, words }) => ({ value: key, label: words }))] },
    { name: 'facts', label: t('transfer:field.facts'), kind: 'text', required: true, rows: 4, longest: 20_000 },
    { name: 'offence', label: t('transfer:field.offence'), kind: 'line', required: true },
    { name: 'amount', label: t('transfer:field.amount'), kind: 'amount' },
    { name: 'basis', label: t('transfer:field.basis'), kind: 'text', required: true, rows: 2 },
    ...(again ? [{ name: 'newFacts', label: t('transfer:field.newFacts'), kind: 'text', required: true, rows: 3 } as const] : []),
  ]
  const initial: FormValues = {
    facts: detail.fields.facts,
    ...(prefill === null ? {} : { offence: prefill.offence, basis: prefill.basis, amount: prefill.amount === null ? '' : String(prefill.amount) }),
  }
  const submit = async (values: FormValues): Promise<void> => {
    const lead = leads.find(({ key }) => key === textOf(values, 'lead'))
    const amount = amountOf(values, 'amount')
    await raise.mutateAsync({
      ...onCase(props),
      suspicion: {
        source: lead?.source ?? 'byHand',
        questionId: lead?.questionId ?? null,
        lead: lead?.said.slice(0, 4000) ?? '',
        facts: textOf(values, 'facts'),
        offence: textOf(values, 'offence'),
        lineId: prefill?.lineId ?? null,
        amount: amount as Yuan | null,
        basis: textOf(values, 'basis'),
        reckoning: [...(prefill?.reckoning ?? [])],
        newFacts: textOf(values, 'newFacts'),
      },
    })
  }
  return (
    <FormDialog
      draftKey={prefill === null ? keyOf(props) : `${keyOf(props)}/${prefill.lineId ?? 'line'}`}
      title={pick(TRANSFER_ACTION_LABELS[action])}
      explanation={t(again ? 'transfer:explain.raiseAgain' : 'transfer:explain.raiseSuspicion')}
      fields={fields}
      initial={initial}
      confirmLabel={pick(TRANSFER_ACTION_LABELS[action])}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}

function ClearDialog(props: DialogProps): ReactNode {
  const { t, pick } = useLanguage()
  const clear = useWrite('transfer.clear')
  return (
    <FormDialog
      draftKey={keyOf(props)}
      title={pick(TRANSFER_ACTION_LABELS.clearSuspicion)}
      explanation={t('transfer:explain.clearSuspicion')}
      fields={[{ name: 'reason', label: t('transfer:field.reason'), kind: 'text', required: true, rows: 4 }]}
      confirmLabel={pick(TRANSFER_ACTION_LABELS.clearSuspicion)}
      onSubmit={(values) => clear.mutateAsync({ ...onCase(props), reason: textOf(values, 'reason') })}
      onClose={props.onClose}
    />
  )
}

function TeamDialog(props: DialogProps): ReactNode {
  const { view, onClose } = props
  const { t, pick } = useLanguage()
  const write = useWrite('transfer.setTeam')
  const [members, setMembers] = useState<readonly PersonId[]>(view.team.map(({ id }) => id))
  const options = view.officers.map(({ id, name, department, reasons }) => ({
    value: id,
    label: [name, department, ...reasons.map((reason) => t(`transfer:officer.${reason}`))].filter((part) => part !== '').join(' · '),
    disabled: reasons.length > 0 && !members.includes(id),
  }))
  const fields: FieldSpec[] = view.team.length === 0 ? [] : [{ name: 'reason', label: t('transfer:changeReason'), kind: 'line', required: true, longest: 500 }]
  return (
    <FormDialog
      draftKey={keyOf(props)}
      title={pick(TRANSFER_ACTION_LABELS.nameTeam)}
      explanation={t('transfer:explain.nameTeam')}
      fields={fields}
      confirmLabel={pick(TRANSFER_ACTION_LABELS.nameTeam)}
      complete={() => members.length >= 2}
      onSubmit={(values) => write.mutateAsync({ ...onCase(props), team: { members: [...members], reason: textOf(values, 'reason') } })}
      onClose={onClose}
      renderBefore={({ tried }) => (
        <Field label={t('transfer:field.members')} required error={tried && members.length < 2 ? t('transfer:who.team') : undefined}>
          {(control) => (
            <Select
              id={control.id}
              status={control.status}
              mode="multiple"
              className="transfer-select"
              value={[...members]}
              options={options}
              notFoundContent={t('transfer:officer.none')}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(ids: PersonId[]) => setMembers(ids)}
            />
          )}
        </Field>
      )}
    />
  )
}

function ReportDialog(props: DialogProps): ReactNode {
  const { detail, onClose } = props
  const { t, pick } = useLanguage()
  const write = useWrite('transfer.submitReport')
  const papers = detail.materials.filter(({ removed }) => removed === null)
  const fields: FieldSpec[] = [
    { name: 'text', label: t('transfer:field.text'), kind: 'text', required: true, rows: 8, longest: 50_000 },
    {
      name: 'materialId',
      label: t('transfer:field.materialId'),
      kind: 'choice',
      options: [{ value: '', label: t('transfer:withoutPaper') }, ...papers.map(({ id, name }) => ({ value: id, label: name }))],
    },
  ]
  return (
    <FormDialog
      draftKey={keyOf(props)}
      title={pick(TRANSFER_ACTION_LABELS.reportTransfer)}
      explanation={t('transfer:explain.reportTransfer')}
      fields={fields}
      confirmLabel={pick(TRANSFER_ACTION_LABELS.reportTransfer)}
      onSubmit={(values) =>
        write.mutateAsync({ ...onCase(props), report: { text: textOf(values, 'text'), materialId: (textOf(values, 'materialId') || null) as MaterialId | null } })
      }
      onClose={onClose}
    />
  )
}

function DecideDialog(props: DialogProps): ReactNode {
  const { onClose } = props
  const { t } = useLanguage()
  const decide = useWrite('transfer.decide')
  const choices = ['approve', 'refuse'] as const
  const refuses = (values: FormValues): boolean => textOf(values, 'outcome') === 'refuse'
  const complete = (values: FormValues): boolean =>
    textOf(values, 'outcome') !== '' && textOf(values, 'capacity') !== '' && (!refuses(values) || textOf(values, 'reason').length >= 2)
  const submit = (values: FormValues): Promise<unknown> => {
    const outcome = choices.find((one) => one === textOf(values, 'outcome')) ?? 'refuse'
    const capacity = CAPACITIES.find((one) => one === textOf(values, 'capacity')) ?? 'chief'
    return decide.mutateAsync({ ...onCase(props), decision: { outcome, capacity, reason: textOf(values, 'reason') } })
  }
  return (
    <FormDialog
      draftKey={keyOf(props)}
      title={t('transfer:stage.decision')}
      explanation={t('transfer:explain.decide')}
      fields={[{ name: 'reason', label: t('transfer:field.reason'), kind: 'text', rows: 3 }]}
      initial={{ outcome: '', capacity: '' }}
      confirmLabel={t('transfer:field.outcome')}
      complete={complete}
      onSubmit={submit}
      onClose={onClose}
      renderBefore={({ values, set, tried }) => (
        <>
          <FieldGroup label={t('transfer:field.outcome')} required error={tried && textOf(values, 'outcome') === '' ? t('transfer:dialog.required') : undefined}>
            <Radio.Group value={values['outcome']} options={choices.map((value) => ({ value, label: t(`transfer:outcome.${value}`) }))} onChange={(event) => set('outcome', String(event.target.value))} />
          </FieldGroup>
          <FieldGroup label={t('transfer:capacityConfirm')} required error={tried && textOf(values, 'capacity') === '' ? t('transfer:dialog.required') : undefined}>
            <Radio.Group value={values['capacity']} options={CAPACITIES.map((value) => ({ value, label: t(`transfer:capacity.${value}`) }))} onChange={(event) => set('capacity', String(event.target.value))} />
          </FieldGroup>
        </>
      )}
      renderAfter={({ values, tried }) =>
        tried && refuses(values) && textOf(values, 'reason').length < 2 ? (
          <div className="fs-field-error" role="alert">
            {t('transfer:field.reason')}: {t('transfer:dialog.required')}
          </div>
        ) : null
      }
    />
  )
}

function StepDialog(props: DialogProps): ReactNode {
  const { action, detail, view, returns, onClose } = props
  const { t, pick } = useLanguage()
  const write = useWrite('transfer.addStep')
  const [attachments, setAttachments] = useState<readonly Attachment[]>(EMPTY_ATTACHMENTS)
  if (!isRecorded(action)) return null
  const known = returns.map(({ id, fields }) => ({ id, number: fields.number }))
  // the letter has its number since it was made: it is the one that is delivered
  const made = action === 'requestReconsideration' || action === 'requestSupervision' ? view.numbers[action] : undefined
  const letter = action === 'deliver' ? view.letter : made === undefined ? null : { number: made }
  const fields = stepFields(action, t, known).map((one) => (letter !== null && one.name === 'number' ? { ...one, hint: t(action === 'deliver' ? 'transfer:letterNumber' : 'transfer:paperNumber') } : one))
  const list = attachments.map((one) => ({ ...one, note: one.note.trim(), materialIds: one.attached ? [...one.materialIds] : [] }))
  return (
    <FormDialog
      draftKey={keyOf(props)}
      title={pick(TRANSFER_ACTION_LABELS[action])}
      explanation={t(`transfer:explain.${action}`)}
      fields={fields}
      initial={letter ?? undefined}
      confirmLabel={pick(TRANSFER_ACTION_LABELS[action])}
      complete={() => action !== 'deliver' || missingAttachments(list).length === 0}
      onSubmit={(values) => write.mutateAsync({ ...onCase(props), step: stepInput(action, values, list) })}
      onClose={onClose}
      renderAfter={({ tried }) =>
        action === 'deliver' ? <AttachmentsField value={attachments} materials={detail.materials} tried={tried} onChange={setAttachments} /> : null
      }
    />
  )
}
