/** Heads who were invited to a discussion and did not come (缺席), each with why. */
import type { ReactNode } from 'react'
import { changeAt, RepeatedRows, without } from '../cases/form/repeated-rows.tsx'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isUnnamedAbsent, type AbsentDraft } from './attendance.ts'

interface AbsentRowsProps {
  readonly absent: readonly AbsentDraft[]
  readonly error: string | undefined
  readonly tried: boolean
  readonly onChange: (absent: readonly AbsentDraft[]) => void
}

export function AbsentRows({ absent, error, tried, onChange }: AbsentRowsProps): ReactNode {
  const { t } = useLanguage()
  return (
    <RepeatedRows
      title={t('followup:absent')}
      addLabel={t('followup:form.addAbsent')}
      count={absent.length}
      maximum={60}
      error={error}
      onAdd={() => onChange([...absent, { name: '', reason: '' }])}
      onRemove={(index) => onChange(without(absent, index))}
    >
      {(index) => {
        const one = absent[index] ?? { name: '', reason: '' }
        return (
          <>
            <Field className="fs-span-4" label={t('followup:form.person')} required error={tried && isUnnamedAbsent(one) ? t('followup:discussion.nameNeeded') : undefined}>
              {(control) => <TextField {...control} value={one.name} maxLength={60} onChange={(name) => onChange(changeAt(absent, index, { name }))} />}
            </Field>
            <Field className="fs-span-8" label={t('followup:form.reason')} required>
              {(control) => <TextField {...control} value={one.reason} maxLength={300} onChange={(reason) => onChange(changeAt(absent, index, { reason }))} />}
            </Field>
          </>
        )
      }}
    </RepeatedRows>
  )
}
