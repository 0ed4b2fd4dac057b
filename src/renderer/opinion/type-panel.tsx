/** The opinion type in force, why, and the officer's own choice with its reason. */
import { Button, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { OPINION_TYPE_CODES, type OpinionTypeCode } from '../../shared/catalogue/vocabulary.ts'
import type { Opinion } from '../../shared/opinion/contract.ts'
import { isMilder, SHORTEST_OVERRIDE_REASON } from '../../shared/opinion/override.ts'
import { DerivedBox } from '../checklist/derived-box.tsx'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextArea } from '../ui/text-field.tsx'

export function typeName(catalogue: Catalogue, code: string, pick: (text: { 'zh-CN': string; en: string }) => string): string {
  const row = catalogue.opinionTypes.find((one) => one.id === code)
  return row === undefined ? code : pick(row.name)
}

interface TypePanelProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly opinion: Opinion
  readonly editable: boolean
  readonly onQuestion: (questionId: string) => void
}

export function TypePanel({ detail, catalogue, opinion, editable, onQuestion }: TypePanelProps): ReactNode {
  const { t, pick } = useLanguage()
  const [choosing, setChoosing] = useState(false)
  const overridden = opinion.derived.type !== null && opinion.derived.type !== opinion.type
  return (
    <section className="opinion-type" aria-label={t('opinion:type')}>
      <div className="opinion-type-head">
        <span className="fs-soft">{t('opinion:type')}</span>
        {overridden && <strong>{typeName(catalogue, opinion.type, pick)}</strong>}
        {overridden && <Mark tone="amber">{t('opinion:overridden')}</Mark>}
        {editable && opinion.derived.type !== null && (
          <Button size="small" onClick={() => setChoosing(true)}>
            {t('opinion:chooseType')}
          </Button>
        )}
      </div>
      {opinion.overrideReason !== null && opinion.overrideReason !== '' && (
        <p className="opinion-override">{t('opinion:overrideReason', { reason: opinion.overrideReason })}</p>
      )}
      <DerivedBox derived={opinion.derived} catalogue={catalogue} onQuestion={onQuestion} bare={!overridden} />
      {choosing && <ChooseType detail={detail} catalogue={catalogue} opinion={opinion} onClose={() => setChoosing(false)} />}
    </section>
  )
}

function isTypeCode(code: string): code is OpinionTypeCode {
  return OPINION_TYPE_CODES.some((one) => one === code)
}

function ChooseType(props: Pick<TypePanelProps, 'detail' | 'catalogue' | 'opinion'> & { readonly onClose: () => void }): ReactNode {
  const { detail, catalogue, opinion, onClose } = props
  const { t, pick } = useLanguage()
  const choose = useWrite('opinion.chooseType')
  const [type, setType] = useState(opinion.type)
  const [reason, setReason] = useState(opinion.overrideReason ?? '')
  const [tried, setTried] = useState(false)
  const derived = opinion.derived.type
  const milder = derived !== null && isTypeCode(type) && isMilder(type, derived)
  const short = milder && [...reason.trim()].length < SHORTEST_OVERRIDE_REASON
  const confirm = (): void => {
    setTried(true)
    if (short) return
    choose.mutate({ caseId: detail.id, expectedVersion: opinion.version, type, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('opinion:chooseType')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={choose.isPending} onClick={confirm}>
            {t('ui:confirm')}
          </Button>
        </>
      }
    >
      <p>{t('opinion:typeExplain', { type: derived === null ? '—' : typeName(catalogue, derived, pick) })}</p>
      <Field label={t('opinion:type')} required>
        {(control) => (
          <Select
            id={control.id}
            value={type}
            options={OPINION_TYPE_CODES.map((code) => ({ value: code as string, label: typeName(catalogue, code, pick) }))}
            onChange={setType}
          />
        )}
      </Field>
      <Field
        label={t('ui:reason')}
        required={milder}
        hint={t(milder ? 'opinion:milderHint' : 'opinion:stricterHint')}
        error={tried && short ? t('ui:reasonTooShort', { minimum: SHORTEST_OVERRIDE_REASON }) : undefined}
      >
        {(control) => <TextArea {...control} value={reason} onChange={setReason} maxLength={2000} />}
      </Field>
      <ErrorNotice error={choose.error} />
    </Modal>
  )
}
