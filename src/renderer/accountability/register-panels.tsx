/** The agency's list of powers (权责清单) and its register of enforcement certificates (执法证件名册). */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { CERTIFICATE_STATES, type OfficerCertificate, type PowerItem, type RegisterEntry, type RegisterName } from '../../shared/accountability/registers.ts'
import { ACTION_KINDS } from '../../shared/catalogue/vocabulary.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { mayCall } from '../session/session.tsx'
import { FormDialog } from '../transfer/form-dialog.tsx'
import { dayOf, textOf, type FieldSpec, type FormValues } from '../transfer/form-fields.ts'
import { useRead, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { today } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { RegisterImportDialog } from './register-import.tsx'

/** Rows that a table shows; the rest is found by typing. */
const SHOWN = 100
/** Days before the end at which a certificate is marked. */
const ENDS_SOON = 60

interface RegisterProps {
  readonly person: SignedInPerson
}

export function PowersRegister({ person }: RegisterProps): ReactNode {
  const { t, pick } = useLanguage()
  const list = useRead('accountability.powers', {})
  const [asked, setAsked] = useState<RegisterEntry<PowerItem> | 'new' | null>(null)
  const may = mayCall(person.roles, 'accountability.savePower')
  return (
    <RegisterPanel
      register="powers"
      hint={t('accountability:registers.powersHint')}
      entries={list.data}
      error={list.error}
      retry={() => void list.refetch()}
      wordsOf={({ code, name, basis }) => `${code} ${name} ${basis}`}
      nameOf={({ name }) => name}
      editable={may}
      onEdit={setAsked}
      columns={[
        { key: 'code', title: t('accountability:registers.field.code'), narrow: true, render: ({ fields }) => fields.code },
        { key: 'name', title: t('accountability:registers.field.name'), render: ({ fields }) => fields.name },
        { key: 'kind', title: t('accountability:registers.field.kind'), narrow: true, render: ({ fields }) => (fields.kind === null ? t('accountability:registers.otherKind') : pick(ACTION_KIND_LABELS[fields.kind])) },
        { key: 'basis', title: t('accountability:registers.field.basis'), render: ({ fields }) => fields.basis },
        { key: 'body', title: t('accountability:registers.field.body'), render: ({ fields }) => [fields.body, fields.unit].filter((part) => part !== '').join(' · ') },
      ]}
    >
      {asked !== null && <PowerDialog entry={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
    </RegisterPanel>
  )
}

export function CertificatesRegister({ person }: RegisterProps): ReactNode {
  const { t } = useLanguage()
  const list = useRead('accountability.certificates', {})
  const [asked, setAsked] = useState<RegisterEntry<OfficerCertificate> | 'new' | null>(null)
  return (
    <RegisterPanel
      register="certificates"
      hint={t('accountability:registers.certificatesHint')}
      entries={list.data}
      error={list.error}
      retry={() => void list.refetch()}
      wordsOf={({ number, name, unit }) => `${number} ${name} ${unit}`}
      nameOf={({ name, number }) => `${name} ${number}`}
      editable={mayCall(person.roles, 'accountability.saveCertificate')}
      onEdit={setAsked}
      columns={[
        { key: 'number', title: t('accountability:registers.field.number'), narrow: true, render: ({ fields }) => fields.number },
        { key: 'name', title: t('accountability:registers.field.person'), narrow: true, render: ({ fields }) => fields.name },
        { key: 'unit', title: t('accountability:registers.field.certificateUnit'), render: ({ fields }) => [fields.unit, fields.post].filter((part) => part !== '').join(' · ') },
        { key: 'scope', title: t('accountability:registers.field.scope'), render: ({ fields }) => fields.scope },
        { key: 'until', title: t('accountability:registers.field.validUntil'), narrow: true, render: ({ fields }) => <End certificate={fields} /> },
      ]}
    >
      {asked !== null && <CertificateDialog entry={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
    </RegisterPanel>
  )
}

function End({ certificate }: { readonly certificate: OfficerCertificate }): ReactNode {
  const { t } = useLanguage()
  const { validUntil, state } = certificate
  if (state !== 'held') return <Mark tone="red">{t(`accountability:registers.states.${state}`)}</Mark>
  if (validUntil === null) return '—'
  const days = (Date.parse(validUntil) - Date.parse(today())) / 86_400_000
  return (
    <>
      {validUntil} {days < 0 ? <Mark tone="red">{t('accountability:registers.ended')}</Mark> : days <= ENDS_SOON ? <Mark tone="amber">{t('accountability:registers.ending')}</Mark> : null}
    </>
  )
}

interface PanelProps<Fields> {
  readonly register: RegisterName
  readonly hint: string
  readonly entries: readonly RegisterEntry<Fields>[] | undefined
  readonly error: unknown
  readonly retry: () => void
  readonly wordsOf: (fields: Fields) => string
  readonly nameOf: (fields: Fields) => string
  readonly editable: boolean
  readonly onEdit: (entry: RegisterEntry<Fields> | 'new') => void
  readonly columns: readonly DataColumn<RegisterEntry<Fields>>[]
  readonly children: ReactNode
}

function RegisterPanel<Fields>(props: PanelProps<Fields>): ReactNode {
  const { register, hint, entries, error, retry, wordsOf, nameOf, editable, onEdit, columns, children } = props
  const { t } = useLanguage()
  const [text, setText] = useState('')
  const [importing, setImporting] = useState(false)
  const [removing, setRemoving] = useState<RegisterEntry<Fields> | null>(null)
  const remove = useWrite('accountability.removeEntry')
  const title = t(`accountability:registers.${register}`)
  const found = (entries ?? []).filter(({ fields }) => text.trim() === '' || wordsOf(fields).toLowerCase().includes(text.trim().toLowerCase()))
  const buttons = editable ? (
    <span className="acc-print">
      <Button size="small" onClick={() => setImporting(true)}>
        {t('accountability:registers.import.button')}
      </Button>
      <Button size="small" onClick={() => onEdit('new')}>
        {t('accountability:registers.add')}
      </Button>
    </span>
  ) : undefined
  const acts: DataColumn<RegisterEntry<Fields>> = {
    key: 'acts',
    title: '',
    narrow: true,
    render: (entry) => (
      <span className="acc-print">
        <Button size="small" onClick={() => onEdit(entry)}>
          {t('accountability:registers.edit')}
        </Button>
        <Button size="small" danger onClick={() => setRemoving(entry)}>
          {t('accountability:registers.remove')}
        </Button>
      </span>
    ),
  }
  return (
    <Panel title={title} extra={buttons} flush>
      <p className="fs-soft acc-lead">{hint}</p>
      <ErrorNotice error={error} onRetry={retry} />
      {entries?.length === 0 ? (
        <Empty title={t('accountability:registers.none')} hint={t('accountability:registers.noneHint')} />
      ) : (
        <>
          {(entries?.length ?? 0) > 8 && (
            <div className="acc-lead">
              <TextField label={t('accountability:registers.search')} placeholder={t('accountability:registers.search')} value={text} maxLength={60} onChange={setText} />
            </div>
          )}
          <DataTable label={title} loading={entries === undefined} rows={found.slice(0, SHOWN)} rowKey={({ id }) => id} columns={editable ? [...columns, acts] : columns} />
          {found.length > SHOWN && <p className="fs-soft acc-lead">{t('accountability:registers.shown', { shown: SHOWN, total: found.length })}</p>}
        </>
      )}
      {children}
      {importing && <RegisterImportDialog register={register} onClose={() => setImporting(false)} />}
      <ConfirmReasonModal
        open={removing !== null}
        title={t('accountability:registers.removeTitle')}
        explanation={removing === null ? '' : t('accountability:registers.removeHint', { name: nameOf(removing.fields) })}
        confirmLabel={t('accountability:registers.remove')}
        onCancel={() => setRemoving(null)}
        onConfirm={async (reason) => {
          if (removing === null) return
          await remove.mutateAsync({ register, id: removing.id, expectedVersion: removing.version, reason })
          setRemoving(null)
        }}
      />
    </Panel>
  )
}

function PowerDialog({ entry, onClose }: { readonly entry: RegisterEntry<PowerItem> | null; readonly onClose: () => void }): ReactNode {
  const { t, pick } = useLanguage()
  const write = useWrite('accountability.savePower')
  const fields: readonly FieldSpec[] = [
    { name: 'code', label: t('accountability:registers.field.code'), kind: 'line', required: true, longest: 60 },
    { name: 'name', label: t('accountability:registers.field.name'), kind: 'line', required: true, longest: 300 },
    { name: 'kind', label: t('accountability:registers.field.kind'), kind: 'choice', options: ACTION_KINDS.map((value) => ({ value, label: pick(ACTION_KIND_LABELS[value]) })) },
    { name: 'body', label: t('accountability:registers.field.body'), kind: 'line' },
    { name: 'unit', label: t('accountability:registers.field.unit'), kind: 'line' },
    { name: 'basis', label: t('accountability:registers.field.basis'), kind: 'text', required: true },
    { name: 'duties', label: t('accountability:registers.field.duties'), kind: 'text' },
    { name: 'liability', label: t('accountability:registers.field.liability'), kind: 'text' },
  ]
  const submit = (values: FormValues): Promise<unknown> => {
    const text = (name: string): string => textOf(values, name)
    return write.mutateAsync({
      id: entry?.id ?? null,
      expectedVersion: entry?.version ?? 0,
      fields: {
        code: text('code'), name: text('name'), kind: ACTION_KINDS.find((one) => one === text('kind')) ?? null, body: text('body'), unit: text('unit'), basis: text('basis'), duties: text('duties'), liability: text('liability'),
      },
    })
  }
  return (
    <FormDialog
      draftKey={`accountability/power/${entry?.id ?? 'new'}/${entry?.version ?? 0}`}
      title={t('accountability:registers.powers')}
      fields={fields}
      initial={entry === null ? undefined : { ...entry.fields }}
      confirmLabel={t('accountability:registers.save')}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}

function CertificateDialog({ entry, onClose }: { readonly entry: RegisterEntry<OfficerCertificate> | null; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  const write = useWrite('accountability.saveCertificate')
  const fields: readonly FieldSpec[] = [
    { name: 'number', label: t('accountability:registers.field.number'), kind: 'line', required: true, longest: 60 },
    { name: 'name', label: t('accountability:registers.field.person'), kind: 'line', required: true, longest: 60 },
    { name: 'unit', label: t('accountability:registers.field.certificateUnit'), kind: 'line' },
    { name: 'post', label: t('accountability:registers.field.post'), kind: 'line', longest: 100 },
    { name: 'scope', label: t('accountability:registers.field.scope'), kind: 'line', longest: 300 },
    { name: 'issuedOn', label: t('accountability:registers.field.issuedOn'), kind: 'day' },
    { name: 'validUntil', label: t('accountability:registers.field.validUntil'), kind: 'day' },
    { name: 'state', label: t('accountability:registers.field.state'), kind: 'choice', required: true, options: CERTIFICATE_STATES.map((value) => ({ value, label: t(`accountability:registers.states.${value}`) })) },
  ]
  const submit = (values: FormValues): Promise<unknown> => {
    const text = (name: string): string => textOf(values, name)
    return write.mutateAsync({
      id: entry?.id ?? null,
      expectedVersion: entry?.version ?? 0,
      fields: {
        number: text('number'), name: text('name'), unit: text('unit'), post: text('post'), scope: text('scope'), issuedOn: dayOf(values, 'issuedOn'), validUntil: dayOf(values, 'validUntil'),
        state: CERTIFICATE_STATES.find((one) => one === text('state')) ?? 'held',
      },
    })
  }
  return (
    <FormDialog
      draftKey={`accountability/certificate/${entry?.id ?? 'new'}/${entry?.version ?? 0}`}
      title={t('accountability:registers.certificates')}
      fields={fields}
      initial={{ state: 'held', ...(entry === null ? {} : { ...entry.fields }) }}
      confirmLabel={t('accountability:registers.save')}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}
