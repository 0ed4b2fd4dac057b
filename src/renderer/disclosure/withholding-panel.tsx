/** A decision that is not published (不予公开): proposed with ground and reasons, settled by another person. */
import { App, Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ExceptionRow } from '../../shared/catalogue/disclosure-rules.ts'
import type { Withholding } from '../../shared/disclosure/contract.ts'
import { FollowupModal } from '../followup/followup-modal.tsx'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { Field } from '../ui/field.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'
import type { OfCase } from './publications-panel.tsx'
import { useBasisWords } from './use-basis-words.ts'

export function WithholdingPanel({ disclosure, caseId }: OfCase): ReactNode {
  const { t } = useLanguage()
  const [asked, setAsked] = useState<'propose' | Withholding | null>(null)
  const { withholdings, may } = disclosure
  const extra = may.propose ? (
    <Button size="small" onClick={() => setAsked('propose')}>
      {t('disclosure:propose')}
    </Button>
  ) : undefined
  const close = (): void => setAsked(null)
  return (
    <Panel title={t('disclosure:withholding')} extra={extra}>
      {withholdings.length === 0 && <p className="fs-soft">{t('disclosure:withholdingNone')}</p>}
      <ul className="disclosure-list">
        {withholdings.map((one) => (
          <WithholdingRow key={one.id} one={one} rule={disclosure.exceptions.find(({ id }) => id === one.ruleId)} onSettle={may.settle && one.settled === null ? () => setAsked(one) : null} />
        ))}
      </ul>
      {asked === 'propose' && <ProposeDialog disclosure={disclosure} caseId={caseId} onClose={close} />}
      {asked !== null && asked !== 'propose' && <SettleDialog one={asked} caseId={caseId} onClose={close} />}
    </Panel>
  )
}

interface RowProps {
  readonly one: Withholding
  readonly rule: ExceptionRow | undefined
  readonly onSettle: (() => void) | null
}

function WithholdingRow({ one, rule, onSettle }: RowProps): ReactNode {
  const { t, pick, language } = useLanguage()
  const { settled } = one
  const at = (moment: typeof one.at): string => formatMoment(moment, language)
  return (
    <li>
      <p className="fs-row">
        {rule !== undefined && <b>{pick(rule.name)}</b>}
        {settled === null ? (
          <Mark tone="amber">{t(one.own ? 'disclosure:waitingOwn' : 'disclosure:waiting')}</Mark>
        ) : (
          <Mark tone={settled.outcome === 'approved' ? 'green' : 'plain'}>{t(`disclosure:${settled.outcome}`, { by: settled.by, at: at(settled.at) })}</Mark>
        )}
        {onSettle !== null && (
          <Button size="small" type="primary" onClick={onSettle}>
            {t('disclosure:settleTitle')}
          </Button>
        )}
      </p>
      {rule !== undefined && <Basis rule={rule} />}
      <p>{one.reason}</p>
      {settled !== null && settled.remark !== '' && <p>{settled.remark}</p>}
      <p className="fs-soft">{t('disclosure:proposed', { by: one.by, at: at(one.at) })}</p>
    </li>
  )
}

function Basis({ rule }: { readonly rule: ExceptionRow }): ReactNode {
  const { t, pick } = useLanguage()
  const basisWords = useBasisWords()
  return (
    <p className="fs-soft">
      <Mark>{t(rule.binding === 'mustNot' ? 'disclosure:mustNot' : 'disclosure:may')}</Mark> {basisWords(rule.basis)} {!rule.verified && <UnverifiedMark />}{' '}
      {rule.note === null ? '' : pick(rule.note)}
    </p>
  )
}

function ProposeDialog({ disclosure, caseId, onClose }: OfCase & { readonly onClose: () => void }): ReactNode {
  const { t, pick } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('disclosure.submitWithholding')
  const [ruleId, setRuleId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const rule = disclosure.exceptions.find(({ id }) => id === ruleId)
  const short = [...reason.trim()].length < 5
  const confirm = (): void => {
    setTried(true)
    if (ruleId === null || short) return
    write.mutate(
      { caseId, ruleId, reason },
      {
        onSuccess: () => {
          void message.success(t('disclosure:done.proposed'))
          onClose()
        },
      },
    )
  }
  return (
    <FollowupModal title={t('disclosure:propose')} explanation={t('disclosure:explainPropose')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <Field label={t('disclosure:ground')} required error={tried && ruleId === null ? t('disclosure:required') : undefined}>
        {({ id }) => <Select id={id} value={ruleId} options={disclosure.exceptions.map((one) => ({ value: one.id, label: pick(one.name) }))} onChange={setRuleId} />}
      </Field>
      {rule !== undefined && <Basis rule={rule} />}
      <Field label={t('disclosure:reason')} required error={tried && short ? t('ui:reasonTooShort', { minimum: 5 }) : undefined}>
        {(control) => <TextArea {...control} value={reason} maxLength={2000} onChange={setReason} />}
      </Field>
    </FollowupModal>
  )
}

function SettleDialog({ one, caseId, onClose }: { readonly one: Withholding; readonly caseId: string; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('disclosure.settleWithholding')
  const [remark, setRemark] = useState('')
  const settle = (outcome: 'approved' | 'returned'): void =>
    write.mutate(
      { caseId, id: one.id, outcome, remark },
      {
        onSuccess: () => {
          void message.success(t('disclosure:done.settled'))
          onClose()
        },
      },
    )
  return (
    <FollowupModal title={t('disclosure:settleTitle')} explanation={t('disclosure:explainSettle')} confirmLabel={t('disclosure:approve')} busy={write.isPending} error={write.error} onConfirm={() => settle('approved')} onClose={onClose}>
      <p>{one.reason}</p>
      <Field label={t('disclosure:remark')}>{(control) => <TextArea {...control} value={remark} maxLength={2000} onChange={setRemark} />}</Field>
      <Button loading={write.isPending} onClick={() => settle('returned')}>
        {t('disclosure:returnIt')}
      </Button>
    </FollowupModal>
  )
}
