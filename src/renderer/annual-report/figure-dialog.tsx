/** A figure by hand, beside what the station counted (填报). */
import { Button, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnnualFigure } from '../../shared/annual-report/report.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { figureWords } from './figure-words.ts'
import { ReportModal } from './report-modal.tsx'

const YUAN = 10_000

export function FigureDialog({ year, figure, onClose }: { readonly year: number; readonly figure: AnnualFigure; readonly onClose: () => void }): ReactNode {
  const { t, pick } = useLanguage()
  const write = useWrite('annualReport.setFigure')
  const { key, unit, label, measure, known, entered } = figure
  const amount = unit === 'amount'
  const [value, setValue] = useState<number | null>(entered === null ? null : amount ? entered.value / YUAN : entered.value)
  const [note, setNote] = useState(entered?.note ?? '')
  const [tried, setTried] = useState(false)
  const send = (given: number | null): void => {
    const stored = given === null ? null : amount ? Math.round(given * YUAN * 100) / 100 : given
    write.mutate({ year, key, value: stored, note }, { onSuccess: onClose })
  }
  const confirm = (): void => {
    setTried(true)
    if (value !== null && note.trim() !== '') send(value)
  }
  return (
    <ReportModal
      title={t('annualReport:figure.title', { label: pick(label) })}
      explanation={known === null ? t('annualReport:figure.notCounted') : t('annualReport:figure.counted', { value: `${figureWords(known, unit)} ${pick(measure)}` })}
      confirmLabel={t('annualReport:figure.save')}
      busy={write.isPending}
      error={write.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field label={t('annualReport:figure.value', { measure: pick(measure) })} required error={tried && value === null ? t('annualReport:figure.needed') : undefined}>
        {({ id, status, describedBy }) => (
          <InputNumber id={id} className="annual-number" autoFocus min={0} max={amount ? 1e8 : 1e10} precision={amount ? 6 : 0} value={value} status={status} aria-describedby={describedBy} onChange={setValue} />
        )}
      </Field>
      <Field label={t('annualReport:figure.note')} required hint={t('annualReport:figure.noteHint')} error={tried && note.trim() === '' ? t('annualReport:figure.noteNeeded') : undefined}>
        {(control) => <TextField {...control} value={note} maxLength={300} onChange={setNote} />}
      </Field>
      {entered === null ? null : (
        <Button size="small" loading={write.isPending} onClick={() => send(null)}>
          {t('annualReport:figure.clear')}
        </Button>
      )}
    </ReportModal>
  )
}
