/** How many days before the last day the reminder begins. */
import { InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { LONGEST_REMINDER } from '../../shared/annual-report/reminder.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { Field } from '../ui/field.tsx'
import { ReportModal } from './report-modal.tsx'

export function ReminderDialog({ days: present, onClose }: { readonly days: number; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('annualReport.setReminder')
  const [days, setDays] = useState<number | null>(present)
  return (
    <ReportModal
      title={t('annualReport:reminder.title')}
      explanation={t('annualReport:reminder.explain')}
      confirmLabel={t('annualReport:reminder.save')}
      busy={write.isPending}
      error={write.error}
      onConfirm={() => days !== null && write.mutate({ days }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={t('annualReport:reminder.days')} required error={days === null ? t('annualReport:reminder.needed', { most: LONGEST_REMINDER }) : undefined}>
        {({ id }) => <InputNumber id={id} min={1} max={LONGEST_REMINDER} precision={0} value={days} onChange={setDays} />}
      </Field>
    </ReportModal>
  )
}
