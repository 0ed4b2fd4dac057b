/** Registers a publication: where, when, what of it, with proof. */
import { App, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { MaskingSummary } from '../../shared/disclosure/contract.ts'
import { FollowupModal } from '../followup/followup-modal.tsx'
import { isPastDay } from '../followup/given-day.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { TextField } from '../ui/text-field.tsx'
import { ProofsField, type GivenProof } from './proofs-field.tsx'
import type { OfCase } from './publications-panel.tsx'

interface Entered {
  readonly place: string
  readonly placeName: string
  readonly address: string
  readonly publishedOn: string | null
  readonly what: 'masked' | 'summary'
  readonly maskingId: string | null
  readonly note: string
}

export function PublishDialog({ disclosure, caseId, onClose }: OfCase & { readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const write = useWrite('disclosure.recordPublication')
  const approved = disclosure.maskings.filter(({ state }) => state === 'approved')
  const open = disclosure.duties.find(({ metBy }) => metBy === null)
  const [value, setValue] = useState<Entered>({
    place: open?.rule.places[0] ?? disclosure.places[0]?.id ?? 'other',
    placeName: '',
    address: '',
    publishedOn: today(),
    what: approved.length > 0 ? 'masked' : 'summary',
    maskingId: approved[0]?.id ?? null,
    note: '',
  })
  const [proofs, setProofs] = useState<readonly GivenProof[]>([])
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Entered>): void => setValue((now) => ({ ...now, ...part }))
  const needed = (missing: boolean): string | undefined => (tried && missing ? t('disclosure:required') : undefined)
  const confirm = (): void => {
    setTried(true)
    const { publishedOn, place, placeName, address, what, maskingId } = value
    if (!isPastDay(publishedOn) || address.trim() === '' || proofs.length === 0) return
    if ((place === 'other' && placeName.trim() === '') || (what === 'masked' && maskingId === null)) return
    write.mutate(
      { ...value, publishedOn, caseId, maskingId: what === 'masked' ? maskingId : null, proofs: [...proofs] },
      {
        onSuccess: ({ settled }) => {
          void message.success(t(settled ? 'disclosure:done.published' : 'disclosure:done.publishedMore'))
          onClose()
        },
      },
    )
  }
  return (
    <FollowupModal title={t('disclosure:publish')} explanation={t('disclosure:explainPublish')} confirmLabel={t('disclosure:save')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <div className="fs-form">
        <PlaceFields disclosure={disclosure} value={value} set={set} nameError={needed(value.placeName.trim() === '')} />
        <Field className="fs-span-4" label={t('disclosure:publishedOn')} required error={tried && !isPastDay(value.publishedOn) ? t('disclosure:wrongDay') : undefined}>
          {(control) => <DateField {...control} value={value.publishedOn} onChange={(publishedOn) => set({ publishedOn })} />}
        </Field>
        <Field className="fs-span-12" label={t('disclosure:address')} required error={needed(value.address.trim() === '')}>
          {(control) => <TextField {...control} value={value.address} maxLength={500} onChange={(address) => set({ address })} />}
        </Field>
      </div>
      <TextFields approved={approved} value={value} set={set} />
      <ProofsField proofs={proofs} tried={tried} onChange={setProofs} />
      <Field label={t('disclosure:note')}>{(control) => <TextField {...control} value={value.note} maxLength={500} onChange={(note) => set({ note })} />}</Field>
    </FollowupModal>
  )
}

interface TextFieldsProps {
  readonly approved: readonly MaskingSummary[]
  readonly value: Entered
  readonly set: (part: Partial<Entered>) => void
}

/** What of the decision was published. */
function TextFields({ approved, value, set }: TextFieldsProps): ReactNode {
  const { t } = useLanguage()
  const options = approved.map((one) => ({ value: one.id, label: one.title }))
  return (
    <>
      <FieldGroup label={t('disclosure:what')} hint={approved.length === 0 ? t('disclosure:noApproved') : undefined}>
        <Radio.Group
          value={value.what}
          options={[
            { value: 'masked', label: t('disclosure:whatMasked'), disabled: approved.length === 0 },
            { value: 'summary', label: t('disclosure:whatSummary') },
          ]}
          onChange={({ target }) => set({ what: target.value as Entered['what'] })}
        />
      </FieldGroup>
      {value.what === 'masked' && approved.length > 1 && (
        <Field label={t('disclosure:masking')} required>
          {({ id }) => <Select id={id} value={value.maskingId} options={options} onChange={(maskingId) => set({ maskingId })} />}
        </Field>
      )}
    </>
  )
}

interface PlaceFieldsProps extends Pick<OfCase, 'disclosure'> {
  readonly value: Entered
  readonly set: (part: Partial<Entered>) => void
  readonly nameError: string | undefined
}

function PlaceFields({ disclosure, value, set, nameError }: PlaceFieldsProps): ReactNode {
  const { t, pick } = useLanguage()
  const row = disclosure.places.find(({ id }) => id === value.place)
  const options = [...disclosure.places.map((place) => ({ value: place.id, label: pick(place.name) })), { value: 'other', label: t('disclosure:placeOther') }]
  return (
    <>
      <Field className="fs-span-8" label={t('disclosure:place')} required hint={row?.note === null || row === undefined ? undefined : pick(row.note)}>
        {({ id }) => <Select id={id} value={value.place} options={options} onChange={(place) => set({ place })} />}
      </Field>
      {value.place === 'other' && (
        <Field className="fs-span-8" label={t('disclosure:placeName')} required error={nameError}>
          {(control) => <TextField {...control} value={value.placeName} maxLength={200} onChange={(placeName) => set({ placeName })} />}
        </Field>
      )}
    </>
  )
}
