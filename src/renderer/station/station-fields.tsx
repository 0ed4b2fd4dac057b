/** The agency's data as form fields; set-up and settings share them. */
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { STATION_LEVELS } from '../../shared/station/contract.ts'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/field.tsx'
import { thisYear } from '../ui/formats.ts'
import { TextField } from '../ui/text-field.tsx'
import { SECTORS } from './sectors.ts'
import { sampleNumber, wrongStationFields, type StationDraft, type StationField } from './station-draft.ts'

export interface StationFieldsProps {
  readonly value: StationDraft
  readonly onChange: (change: Partial<StationDraft>) => void
  /** Show what is wrong; only after the person tried to go on. */
  readonly showErrors: boolean
}

export function StationFieldsForm({ value, onChange, showErrors }: StationFieldsProps): ReactNode {
  const { t, pick } = useLanguage()
  const wrong = showErrors ? wrongStationFields(value) : new Set<StationField>()
  const error = (field: StationField): string | undefined =>
    wrong.has(field) ? t(`station:errors.${field}`) : undefined
  return (
    <div className="fs-form">
      <Field
        className="fs-span-6"
        label={t('station:fields.agency')}
        required
        hint={t('station:fields.agencyHint')}
        error={error('agency')}
      >
        {(control) => (
          <TextField {...control} maxLength={100} value={value.agency} onChange={(agency) => onChange({ agency })} />
        )}
      </Field>
      <Field
        className="fs-span-6"
        label={t('station:fields.reviewBody')}
        required
        hint={t('station:fields.reviewBodyHint')}
        error={error('reviewBody')}
      >
        {(control) => (
          <TextField
            {...control}
            maxLength={60}
            value={value.reviewBody}
            onChange={(reviewBody) => onChange({ reviewBody })}
          />
        )}
      </Field>
      <Field
        className="fs-span-6"
        label={t('station:fields.region')}
        required
        hint={t('station:fields.regionHint')}
        error={error('region')}
      >
        {(control) => (
          <TextField {...control} maxLength={60} value={value.region} onChange={(region) => onChange({ region })} />
        )}
      </Field>
      <Field className="fs-span-3" label={t('station:fields.level')}>
        {({ id }) => (
          <Select
            id={id}

            value={value.level}
            options={STATION_LEVELS.map((level) => ({ value: level, label: t(`station:level.${level}`) }))}
            onChange={(level) => onChange({ level })}
          />
        )}
      </Field>
      <Field
        className="fs-span-3"
        label={t('station:fields.divisionCode')}
        hint={t('station:fields.divisionCodeHint')}
        error={error('divisionCode')}
      >
        {(control) => (
          <TextField
            {...control}

            inputMode="numeric"
            maxLength={6}
            value={value.divisionCode}
            onChange={(divisionCode) => onChange({ divisionCode })}
          />
        )}
      </Field>
      <Field
        className="fs-span-6"
        label={t('station:fields.numberPrefix')}
        required
        hint={t('station:fields.numberPrefixHint', { sample: sampleNumber(value, thisYear()) })}
        error={error('numberPrefix')}
      >
        {(control) => (
          <TextField
            {...control}
            maxLength={12}
            value={value.numberPrefix}
            onChange={(numberPrefix) => onChange({ numberPrefix })}
          />
        )}
      </Field>
      <Field className="fs-span-6" label={t('station:fields.sector')} hint={t('station:fields.sectorHint')}>
        {({ id }) => (
          <Select
            id={id}

            value={value.sector ?? ''}
            options={[
              { value: '', label: t('station:fields.sectorNone') },
              ...SECTORS.map((sector) => ({ value: sector.id, label: pick(sector.name) })),
            ]}
            onChange={(sector: string) => onChange({ sector: sector === '' ? null : sector })}
          />
        )}
      </Field>
    </div>
  )
}
