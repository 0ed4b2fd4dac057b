/** Adding or changing a person. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, App, Button, Checkbox, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { qualificationProblem } from '../../shared/assignment/eligibility.ts'
import { qualificationRuleOn } from '../../shared/catalogue/reviewer-rules.ts'
import { AFFILIATIONS, PASSWORD_MINIMUM, type Person } from '../../shared/people/contract.ts'
import { ROLES, type Role } from '../../shared/people/roles.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Field, FieldGroup } from '../ui/field.tsx'
import { today } from '../ui/formats.ts'
import { UnverifiedMark } from '../ui/state-tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ROLE_LABELS } from '../ui/vocabulary-labels.ts'
import { CredentialMark } from './credential-mark.tsx'
import {
  draftOfPerson,
  EMPTY_CREDENTIAL,
  EMPTY_PERSON,
  inputOf,
  isPasswordLongEnough,
  wrongPersonFields,
  type CredentialDraft,
  type PersonDraft,
} from './person-draft.ts'

interface PartProps {
  readonly draft: PersonDraft
  readonly wrong: ReadonlySet<string>
  readonly onChange: (change: Partial<PersonDraft>) => void
}

function CredentialRow({ index, draft, wrong, onChange }: PartProps & { index: number }): ReactNode {
  const { t } = useLanguage()
  const credential = draft.credentials[index] ?? EMPTY_CREDENTIAL
  const change = (part: Partial<CredentialDraft>): void =>
    onChange({ credentials: draft.credentials.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  const error = (field: string, text: string): string | undefined =>
    wrong.has(`credentials.${index}.${field}`) ? text : undefined
  const reversed =
    credential.validFrom !== null && credential.validUntil !== null && credential.validUntil < credential.validFrom
  return (
    <div className="fs-form fs-credential-row">
      <Field className="fs-span-3" label={t('people:credentialKind')}>
        {({ id }) => (
          <Select
            id={id}
            value={credential.kind}
            options={(['enforcementCertificate', 'legalQualification'] as const).map((kind) => ({
              value: kind,
              label: t(`people:kind.${kind}`),
            }))}
            onChange={(kind) => change({ kind })}
          />
        )}
      </Field>
      <Field
        className="fs-span-3"
        label={t('people:number')}
        required
        error={error('number', t('people:errors.number'))}
      >
        {(control) => (
          <TextField {...control} maxLength={60} value={credential.number} onChange={(number) => change({ number })} />
        )}
      </Field>
      <Field className="fs-span-3" label={t('people:validFrom')} error={error('validFrom', t('people:errors.date'))}>
        {(control) => (
          <DateField {...control} value={credential.validFrom} onChange={(validFrom) => change({ validFrom })} />
        )}
      </Field>
      <Field
        className="fs-span-3"
        label={t('people:validUntil')}
        hint={credential.validUntil === null ? t('people:noEnd') : undefined}
        warning={credential.validUntil === null ? undefined : <CredentialMark credential={credential} />}
        error={error('validUntil', t(reversed ? 'people:errors.dateOrder' : 'people:errors.date'))}
      >
        {(control) => (
          <div className="fs-row fs-nowrap">
            <DateField {...control} value={credential.validUntil} onChange={(validUntil) => change({ validUntil })} />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('people:removeCredential', { number: index + 1 })}
              onClick={() => onChange({ credentials: draft.credentials.filter((_, at) => at !== index) })}
            />
          </div>
        )}
      </Field>
    </div>
  )
}

/** A legal adviser or somebody of a pool reviews here without being of the agency. */
function AffiliationFields({ draft, onChange }: PartProps): ReactNode {
  const { t } = useLanguage()
  const { kind, from } = draft.affiliation
  return (
    <div className="fs-form">
      <Field className="fs-span-4" label={t('people:affiliationOf')}>
        {({ id }) => (
          <Select
            id={id}
            value={kind}
            options={AFFILIATIONS.map((one) => ({ value: one, label: t(`people:affiliation.${one}`) }))}
            onChange={(next) => onChange({ affiliation: { kind: next, from: next === 'own' ? '' : from } })}
          />
        )}
      </Field>
      {kind === 'own' ? null : (
        <Field className="fs-span-4" label={t('people:affiliationFrom')}>
          {(control) => (
            <TextField {...control} maxLength={100} value={from} onChange={(next) => onChange({ affiliation: { kind, from: next } })} />
          )}
        </Field>
      )}
    </div>
  )
}

function PersonFieldsPart({ draft, wrong, onChange }: PartProps): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <>
      <div className="fs-form">
        <Field
          className="fs-span-4"
          label={t('people:name')}
          required
          error={wrong.has('name') ? t('people:errors.name') : undefined}
        >
          {(control) => (
            <TextField
              {...control}
              autoFocus
              maxLength={60}
              value={draft.name}
              onChange={(name) => onChange({ name })}
            />
          )}
        </Field>
        <Field
          className="fs-span-4"
          label={t('people:login')}
          required
          hint={t('people:loginHint')}
          error={wrong.has('login') ? t('people:errors.login') : undefined}
        >
          {(control) => (
            <TextField
              {...control}
              maxLength={40}
              autoComplete="off"
              value={draft.login}
              onChange={(login) => onChange({ login })}
            />
          )}
        </Field>
        <Field className="fs-span-4" label={t('people:department')}>
          {(control) => (
            <TextField
              {...control}
              maxLength={80}
              value={draft.department}
              onChange={(department) => onChange({ department })}
            />
          )}
        </Field>
      </div>
      <AffiliationFields draft={draft} wrong={wrong} onChange={onChange} />
      <FieldGroup label={t('people:roles')} required error={wrong.has('roles') ? t('people:errors.roles') : undefined}>
        <Checkbox.Group<Role>
          value={[...draft.roles]}
          options={ROLES.map((role) => ({ value: role, label: pick(ROLE_LABELS[role]) }))}
          onChange={(roles) => onChange({ roles: ROLES.filter((role) => roles.includes(role)) })}
        />
      </FieldGroup>
    </>
  )
}

function Password({
  value,
  onChange,
  showErrors,
}: {
  value: string
  onChange: (value: string) => void
  showErrors: boolean
}): ReactNode {
  const { t } = useLanguage()
  const minimum = PASSWORD_MINIMUM
  const error = showErrors && !isPasswordLongEnough(value) ? t('people:errors.password', { minimum }) : undefined
  return (
    <Field label={t('people:password')} required hint={t('people:passwordHint', { minimum })} error={error}>
      {(control) => (
        <TextField {...control} type="password" autoComplete="new-password" value={value} onChange={onChange} />
      )}
    </Field>
  )
}

function Reviewing({ draft, wrong, onChange }: PartProps): ReactNode {
  const { t } = useLanguage()
  const rule = qualificationRuleOn(useCatalogue()?.reviewerRules ?? [], today() as IsoDate)
  const from = rule?.firstOnOrAfter ?? null
  const problem = qualificationProblem(draft as Parameters<typeof qualificationProblem>[0], today() as IsoDate, from)
  const startedBefore = from !== null && draft.reviewSince !== null && draft.reviewSince < from
  return (
    <>
      <Field
        label={t('people:reviewSince')}
        hint={t('people:reviewSinceHint')}
        error={wrong.has('reviewSince') ? t('people:errors.date') : undefined}
      >
        {(control) => (
          <div className="fs-date-narrow">
            <DateField {...control} value={draft.reviewSince} onChange={(reviewSince) => onChange({ reviewSince })} />
          </div>
        )}
      </Field>
      {startedBefore ? (
        <Checkbox
          checked={draft.hasProofOfEarlierReview}
          onChange={(event) => onChange({ hasProofOfEarlierReview: event.target.checked })}
        >
          {t('people:proof', { day: from })} {rule?.verified === false && <UnverifiedMark />}
        </Checkbox>
      ) : null}
      {problem === null ? null : <Alert type="warning" showIcon title={t(`people:qualification.${problem}`)} />}
    </>
  )
}

export function PersonEditor({ person, onClose }: { person: Person | null; onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const add = useWrite('people.add')
  const update = useWrite('people.update')
  const [draft, setDraft] = useState(() => (person === null ? EMPTY_PERSON : draftOfPerson(person)))
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const wrong = tried ? wrongPersonFields(draft) : new Set<string>()
  const change = (part: Partial<PersonDraft>): void => setDraft((current) => ({ ...current, ...part }))
  const done = (): void => {
    void message.success(t('people:saved'))
    onClose()
  }
  const save = (): void => {
    setTried(true)
    if (wrongPersonFields(draft).size > 0) return
    if (person !== null) {
      update.mutate(
        { personId: person.id, expectedVersion: person.version, person: inputOf(draft) },
        { onSuccess: done },
      )
    } else if (isPasswordLongEnough(password)) {
      add.mutate({ person: inputOf(draft), password }, { onSuccess: done })
    }
  }
  const parts: PartProps = { draft, wrong, onChange: change }
  const footer = (
    <>
      <Button onClick={onClose}>{t('ui:cancel')}</Button>
      <Button type="primary" loading={add.isPending || update.isPending} onClick={save}>
        {t('ui:save')}
      </Button>
    </>
  )
  const title = t(person === null ? 'people:addTitle' : 'people:editTitle')
  return (
    <Modal open title={title} onCancel={onClose} mask={{ closable: false }} footer={footer} width="61rem">
      <div className="fs-stack">
        <PersonFieldsPart {...parts} />
        {person === null ? <Password value={password} onChange={setPassword} showErrors={tried} /> : null}
        <FieldGroup label={t('people:credentials')}>
          {draft.credentials.length === 0 ? <div className="fs-soft">{t('people:noCredentials')}</div> : null}
          {draft.credentials.map((_, index) => (
            <CredentialRow key={index} index={index} {...parts} />
          ))}
          <Button
            size="small"
            className="fs-add-row"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => change({ credentials: [...draft.credentials, EMPTY_CREDENTIAL] })}
          >
            {t('people:addCredential')}
          </Button>
        </FieldGroup>
        {draft.roles.includes('reviewer') ? <Reviewing {...parts} /> : null}
        <ErrorNotice error={add.error ?? update.error} />
      </div>
    </Modal>
  )
}
