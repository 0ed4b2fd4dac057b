/** Leaving time out of a count (扣除期间): only for a ground that the rule names, with its basis before one's eyes. */
import { Button, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { PeriodExclusion } from '../../shared/catalogue/periods.ts'
import type { Clock } from '../../shared/deadlines/clock.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { basisWords } from './clock-words.ts'

export interface ExcludeDialogProps {
  readonly caseId: string
  readonly clock: Clock
  readonly onClose: () => void
}

export function ExcludeDialog({ caseId, clock, onClose }: ExcludeDialogProps): ReactNode {
  const speech = useLanguage()
  const { t, pick } = speech
  const [of, setOf] = useState<PeriodExclusion | null>(clock.mayExclude[0]?.of ?? null)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = useWrite('deadlines.exclude')
  const required = (lacking: boolean): string | undefined => (tried && lacking ? t('ui:required') : undefined)
  const confirm = (): void => {
    setTried(true)
    if (of === null || from === null || reason.trim() === '') return
    send.mutate({ caseId, clock: clock.key, of, from, to, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('deadlines:exclude.title', { name: pick(clock.name) })}
      onCancel={onClose}
      mask={{ closable: false }}
      width="37rem"
      footer={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="primary" loading={send.isPending} onClick={confirm}>
            {t('deadlines:exclude.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('deadlines:exclude.explain')}</p>
      <Field label={t('deadlines:exclude.of')} required>
        {({ id }) => (
          <Select
            id={id}
            value={of}
            onChange={setOf}
            options={clock.mayExclude.map((one) => ({ value: one.of, label: `${pick(one.name)} · ${basisWords(one.basis, speech)}` }))}
          />
        )}
      </Field>
      <div className="fs-field-row">
        <Field label={t('deadlines:exclude.from')} required error={required(from === null)}>
          {(control) => <DateField {...control} value={from} onChange={setFrom} />}
        </Field>
        <Field label={t('deadlines:exclude.to')}>{(control) => <DateField {...control} value={to} onChange={setTo} />}</Field>
      </div>
      <Field label={t('deadlines:exclude.reason')} required error={required(reason.trim() === '')}>
        {(control) => <TextArea {...control} maxLength={1000} value={reason} onChange={setReason} />}
      </Field>
      <ErrorNotice error={send.error} />
    </Modal>
  )
}
