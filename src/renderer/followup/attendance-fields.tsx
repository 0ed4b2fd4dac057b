/** A meeting of the heads: who chaired and kept the record, who was there with what view, and who was not. */
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Bilingual } from '../../shared/values/values.ts'
import { changeAt, RepeatedRows, without } from '../cases/form/repeated-rows.tsx'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { AbsentRows } from './absent-rows.tsx'
import { absenceTrouble, attendanceTrouble, isUnnamedAttendee, type AttendanceDraft, type AttendeeDraft } from './attendance.ts'

interface AttendanceFieldsProps<Stance extends string> {
  readonly value: AttendanceDraft<Stance>
  /** What can be held, with its words. */
  readonly stances: Readonly<Record<Stance, Bilingual>>
  /** A row that is added. */
  readonly someone: AttendeeDraft<Stance>
  /** The stance of a row that nobody touched; null where a stance alone tells nothing. */
  readonly usual: Stance | null
  readonly tried: boolean
  readonly onChange: (part: Partial<AttendanceDraft<Stance>>) => void
}

export function AttendanceFields<Stance extends string>(props: AttendanceFieldsProps<Stance>): ReactNode {
  const { value, tried, onChange } = props
  const { t } = useLanguage()
  const absence = absenceTrouble(value)
  return (
    <>
      <div className="fs-form">
        {(['chair', 'recorder'] as const).map((who) => (
          <Field key={who} className="fs-span-6" label={t(`followup:${who}`)} required error={tried && value[who].trim() === '' ? t('followup:form.required') : undefined}>
            {(control) => <TextField {...control} value={value[who]} maxLength={60} onChange={(name) => onChange({ [who]: name } as Partial<AttendanceDraft<Stance>>)} />}
          </Field>
        ))}
      </div>
      <AttendeeRows {...props} />
      <AbsentRows
        absent={value.absent}
        error={tried && absence !== null ? t(`followup:discussion.absence.${absence}`) : undefined}
        tried={tried}
        onChange={(absent) => onChange({ absent })}
      />
    </>
  )
}

function AttendeeRows<Stance extends string>({ value, stances, someone, usual, tried, onChange }: AttendanceFieldsProps<Stance>): ReactNode {
  const { t, pick } = useLanguage()
  const trouble = attendanceTrouble(value, usual)
  const options = (Object.keys(stances) as Stance[]).map((stance) => ({ value: stance, label: pick(stances[stance]) }))
  return (
    <RepeatedRows
      title={t('followup:attendees')}
      addLabel={t('followup:form.addAttendee')}
      count={value.attendees.length}
      maximum={60}
      minimum={2}
      error={tried && trouble !== null ? t(`followup:discussion.trouble.${trouble}`) : undefined}
      onAdd={() => onChange({ attendees: [...value.attendees, someone] })}
      onRemove={(index) => onChange({ attendees: without(value.attendees, index) })}
    >
      {(index) => {
        const one = value.attendees[index] ?? someone
        const change = (part: Partial<AttendeeDraft<Stance>>): void => onChange({ attendees: changeAt(value.attendees, index, part) })
        return (
          <>
            <Field className="fs-span-4" label={t('followup:form.person')} required error={tried && isUnnamedAttendee(one, usual) ? t('followup:discussion.nameNeeded') : undefined}>
              {(control) => <TextField {...control} value={one.name} maxLength={60} onChange={(name) => change({ name } as Partial<AttendeeDraft<Stance>>)} />}
            </Field>
            <Field className="fs-span-4" label={t('followup:form.post')}>
              {(control) => <TextField {...control} value={one.post} maxLength={100} onChange={(post) => change({ post } as Partial<AttendeeDraft<Stance>>)} />}
            </Field>
            <Field className="fs-span-4" label={t('followup:form.stance')}>
              {({ id }) => <Select<string> id={id} value={one.stance} options={options} onChange={(stance) => change({ stance: stance as Stance } as Partial<AttendeeDraft<Stance>>)} />}
            </Field>
            <Field label={t('followup:form.view')} required>
              {(control) => <TextArea {...control} value={one.view} maxLength={4000} onChange={(view) => change({ view } as Partial<AttendeeDraft<Stance>>)} />}
            </Field>
          </>
        )
      }}
    </RepeatedRows>
  )
}
