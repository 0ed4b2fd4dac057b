/** Setting how the draw weighs work, and how many enforcement officers there are. */
import { App, Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { assignmentSettingsSchema, WIDEST_BAND, type AssignmentSettings } from '../../shared/assignment/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'

interface Draft {
  readonly band: string
  readonly staff: string
  readonly countedOn: string | null
}

/** Null where something is not a number, or number and day do not stand together. */
function settingsOf({ band, staff, countedOn }: Draft): AssignmentSettings | null {
  const enforcementStaff = staff.trim() === '' && countedOn === null ? null : { count: Number(staff), countedOn }
  const parsed = assignmentSettingsSchema.safeParse({ band: band.trim() === '' ? null : Number(band), enforcementStaff })
  return parsed.success ? parsed.data : null
}

export function AssignmentSettingsDialog(props: { readonly settings: AssignmentSettings; readonly onClose: () => void }): ReactNode {
  const { settings, onClose } = props
  const { t } = useLanguage()
  const { message } = App.useApp()
  const change = useWrite('assignment.changeSettings')
  const [draft, setDraft] = useState<Draft>({
    band: settings.band === null ? '' : String(settings.band),
    staff: settings.enforcementStaff === null ? '' : String(settings.enforcementStaff.count),
    countedOn: settings.enforcementStaff?.countedOn ?? null,
  })
  const [tried, setTried] = useState(false)
  const given = settingsOf(draft)
  const save = (): void => {
    setTried(true)
    if (given === null) return
    change.mutate(
      { settings: given },
      {
        onSuccess: () => {
          void message.success(t('assignment:settingsSaved'))
          onClose()
        },
      },
    )
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={change.isPending} onClick={save}>
        {t('ui:save')}
      </Button>
    </>
  )
  return (
    <Modal open title={t('assignment:settingsTitle')} onCancel={onClose} mask={{ closable: false }} footer={footer}>
      <Field label={t('assignment:staff')} hint={t('assignment:staffHint')} error={tried && given === null ? t('assignment:wrongStaff') : undefined}>
        {(control) => <TextField {...control} inputMode="numeric" maxLength={7} value={draft.staff} onChange={(staff) => setDraft({ ...draft, staff })} />}
      </Field>
      <Field label={t('assignment:countedOn')}>
        {(control) => <DateField {...control} value={draft.countedOn} onChange={(countedOn) => setDraft({ ...draft, countedOn })} />}
      </Field>
      <Field label={t('assignment:band')} hint={t('assignment:bandHint', { most: WIDEST_BAND })}>
        {(control) => <TextField {...control} inputMode="numeric" maxLength={2} value={draft.band} onChange={(band) => setDraft({ ...draft, band })} />}
      </Field>
      <ErrorNotice error={change.error} />
    </Modal>
  )
}
