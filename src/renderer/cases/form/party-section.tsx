/** The party (当事人), its code checked while it is typed. */
import { Select } from 'antd'
import { memo, type ReactNode } from 'react'
import type { Party } from '../../../shared/cases/case.ts'
import { PARTY_KINDS } from '../../../shared/catalogue/vocabulary.ts'
import { useLanguage } from '../../language/language.ts'
import { Field } from '../../ui/field.tsx'
import { today } from '../../ui/formats.ts'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PARTY_KIND_LABELS } from '../../ui/vocabulary-labels.ts'
import type { CaseDraftChange } from '../case-draft.ts'
import { checkPartyCode } from '../party-code.ts'
import { SourceOf } from './field-source.tsx'
import { useFieldError, type SectionErrors } from './section-errors.ts'

const CODE_KINDS = ['uscc', 'residentId', 'other', 'none'] as const

export interface PartySectionProps {
  readonly value: Party
  readonly errors: SectionErrors
  readonly onChange: CaseDraftChange
}

export const PartySection = memo(function PartySection({ value, errors, onChange }: PartySectionProps): ReactNode {
  const { t, pick } = useLanguage()
  const error = useFieldError(errors)
  const change = (part: Partial<Party>): void => onChange({ party: { ...value, ...part } })
  const changeKind = (kind: Party['kind']): void => {
    // The usual code of the kind, unless another was chosen and filled in.
    const codeKind = value.code !== '' ? value.codeKind : kind === 'citizen' ? 'residentId' : 'uscc'
    change({ kind, codeKind })
  }
  const check = checkPartyCode(value, today())
  const warning = check.kind === 'doubtful' ? `${t(check.word, check.values)} ${t('cases:code.kept')}` : undefined
  const hint = check.kind === 'fine' ? <span className="fs-green">✓ {t('cases:form.codeFine')}</span> : undefined
  return (
    <Panel title={t('cases:form.party')}>
      <div className="fs-form">
        <Field className="fs-span-3" label={t('cases:form.partyKind')} after={<SourceOf path="party.kind" />}>
          {({ id }) => (
            <Select
              id={id}
              value={value.kind}
              options={PARTY_KINDS.map((kind) => ({ value: kind, label: pick(PARTY_KIND_LABELS[kind]) }))}
              onChange={changeKind}
            />
          )}
        </Field>
        <Field className="fs-span-6" label={t('cases:form.partyName')} required error={error('party.name')} after={<SourceOf path="party.name" />}>
          {(control) => (
            <TextField {...control} maxLength={300} value={value.name} onChange={(name) => change({ name })} />
          )}
        </Field>
        <Field
          className="fs-span-3"
          label={t('cases:form.legalRepresentative')}
          error={error('party.legalRepresentative')} after={<SourceOf path="party.legalRepresentative" />}
        >
          {(control) => (
            <TextField
              {...control}
              maxLength={300}
              value={value.legalRepresentative}
              onChange={(legalRepresentative) => change({ legalRepresentative })}
            />
          )}
        </Field>
        <Field className="fs-span-3" label={t('cases:form.codeKind')} after={<SourceOf path="party.codeKind" />}>
          {({ id }) => (
            <Select
              id={id}
              value={value.codeKind}
              options={CODE_KINDS.map((kind) => ({ value: kind, label: t(`cases:form.codeKinds.${kind}`) }))}
              onChange={(codeKind) => change(codeKind === 'none' ? { codeKind, code: '' } : { codeKind })}
            />
          )}
        </Field>
        <Field
          className="fs-span-4"
          label={t('cases:form.code')}
          hint={hint}
          warning={warning}
          error={error('party.code')} after={<SourceOf path="party.code" />}
        >
          {(control) => (
            <TextField
              {...control}
              disabled={value.codeKind === 'none'}
              status={control.status === 'error' ? 'error' : check.kind === 'doubtful' ? 'warning' : ''}
              maxLength={60}
              value={value.code}
              onChange={(code) => change({ code })}
            />
          )}
        </Field>
        <Field className="fs-span-5" label={t('cases:form.address')} error={error('party.address')} after={<SourceOf path="party.address" />}>
          {(control) => (
            <TextField {...control} maxLength={300} value={value.address} onChange={(address) => change({ address })} />
          )}
        </Field>
      </div>
    </Panel>
  )
})
