/** Who handled the case (承办人): people of the station, or names. */
import { AutoComplete } from 'antd'
import { memo, useMemo, type ReactNode } from 'react'
import type { Person } from '../../../shared/people/contract.ts'
import { useLanguage } from '../../language/language.ts'
import { useRead } from '../../transport/calls.ts'
import { Field } from '../../ui/field.tsx'
import { Mark } from '../../ui/state-tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { EMPTY_HANDLER, type CaseDraft, type CaseDraftChange, type HandlerDraft } from '../case-draft.ts'
import { SourceOf } from './field-source.tsx'
import { changeAt, RepeatedRows, without } from './repeated-rows.tsx'
import { useFieldError, type SectionErrors } from './section-errors.ts'

const HANDLERS_MAXIMUM = 10

/** A person of the station as a handler, with the enforcement certificate that is on record. */
export function handlerOf(person: Pick<Person, 'id' | 'name' | 'credentials'>): HandlerDraft {
  const certificate = person.credentials.find((credential) => credential.kind === 'enforcementCertificate')
  return { personId: person.id, name: person.name, certificateNumber: certificate?.number ?? '' }
}

export interface HandlersSectionProps {
  readonly value: CaseDraft['handlers']
  readonly errors: SectionErrors
  readonly onChange: CaseDraftChange
}

export const HandlersSection = memo(function HandlersSection({
  value,
  errors,
  onChange,
}: HandlersSectionProps): ReactNode {
  const { t } = useLanguage()
  const error = useFieldError(errors)
  const people = useRead('people.list', {})
  const active = useMemo(() => (people.data ?? []).filter((person) => person.active), [people.data])
  const options = useMemo(
    () =>
      active.map((person) => ({
        value: person.name,
        key: person.id,
        label: [person.name, person.department].filter((part) => part !== '').join(' · '),
      })),
    [active],
  )
  const put = (index: number, handler: HandlerDraft): void => onChange({ handlers: changeAt(value, index, handler) })
  /** A name that one person of the station has is that person; a name that several have needs choosing. */
  const rename = (index: number, name: string): void => {
    const current = value[index] ?? EMPTY_HANDLER
    const same = active.filter((person) => person.name === name.trim())
    const [only] = same
    if (same.length === 1 && only !== undefined)
      put(index, {
        ...handlerOf(only),
        certificateNumber: handlerOf(only).certificateNumber || current.certificateNumber,
      })
    else put(index, { ...current, personId: null, name })
  }
  return (
    <RepeatedRows
      title={t('cases:form.handlers')}
      hint={t('cases:form.handlersHint')}
      addLabel={t('cases:form.addHandler')}
      count={value.length}
      minimum={1}
      maximum={HANDLERS_MAXIMUM}
      error={error('handlers')}
      source={<SourceOf path="handlers" />}
      onAdd={() => onChange({ handlers: [...value, EMPTY_HANDLER] })}
      onRemove={(index) => onChange({ handlers: without(value, index) })}
    >
      {(index) => {
        const handler = value[index] ?? EMPTY_HANDLER
        const person = active.find((one) => one.id === handler.personId)
        return (
          <>
            <Field
              className="fs-span-6"
              label={t('cases:form.handlerName')}
              required
              hint={
                person === undefined ? undefined : (
                  <Mark tone="navy">{[person.login, person.department].filter((part) => part !== '').join(' · ')}</Mark>
                )
              }
              error={error(`handlers.${index}.name`)}
            >
              {({ id, status }) => (
                <AutoComplete
                  id={id}
                  status={status}
                  value={handler.name}
                  options={options}
                  maxLength={60}
                  showSearch={{ filterOption: (text, option) => (option?.label ?? '').includes(text.trim()) }}
                  onChange={(name: string) => rename(index, name)}
                  onSelect={(_, option) => {
                    const chosen = active.find((one) => one.id === option.key)
                    if (chosen !== undefined) put(index, handlerOf(chosen))
                  }}
                />
              )}
            </Field>
            <Field
              className="fs-span-6"
              label={t('cases:form.certificateNumber')}
              error={error(`handlers.${index}.certificateNumber`)}
            >
              {(control) => (
                <TextField
                  {...control}
                  maxLength={60}
                  value={handler.certificateNumber}
                  onChange={(certificateNumber) => put(index, { ...handler, certificateNumber })}
                />
              )}
            </Field>
          </>
        )
      }}
    </RepeatedRows>
  )
})
