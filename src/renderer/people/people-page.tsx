/** The people of the station: who may do what, with which certificates. Administrators change them, others look. */
import { App, Button, Checkbox, Dropdown } from 'antd'
import { MoreOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import type { Person } from '../../shared/people/contract.ts'
import { ReviewStrengthPanel } from '../assignment/review-strength-panel.tsx'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { DataTable, type DataColumn } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { ROLE_LABELS } from '../ui/vocabulary-labels.ts'
import { CredentialMark } from './credential-mark.tsx'
import './people.css'
import { PersonEditor } from './person-editor.tsx'
import { ResetPassword } from './reset-password.tsx'

function Credentials({ person }: { person: Person }): ReactNode {
  const { t } = useLanguage()
  if (person.credentials.length === 0) return <span className="fs-soft">—</span>
  return (
    <ul className="fs-credentials">
      {person.credentials.map((credential) => (
        <li key={`${credential.kind}/${credential.number}`}>
          {t(`people:kind.${credential.kind}`)} {credential.number}{' '}
          <span className="fs-soft">
            {credential.validUntil === null ? t('people:noEnd') : <DateText value={credential.validUntil} />}
          </span>{' '}
          <CredentialMark credential={credential} />
        </li>
      ))}
    </ul>
  )
}

type Dialog = { readonly kind: 'add' } | { readonly kind: 'edit' | 'reset'; readonly person: Person }

function PersonActions({ person, onDialog }: { person: Person; onDialog: (dialog: Dialog) => void }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const setActive = useWrite('people.setActive')
  const showError = useErrorToast()
  const activate = (expectedVersion: number): void =>
    setActive.mutate(
      { personId: person.id, expectedVersion, active: true },
      { onSuccess: () => void message.success(t('people:saved')), onError: showError },
    )
  /** Done at once: it can be taken back, here and later. */
  const deactivate = (): void =>
    setActive.mutate(
      { personId: person.id, expectedVersion: person.version, active: false },
      {
        onSuccess: ({ version, openCases }) => {
          const takeBack = (): void => {
            message.destroy(person.id)
            activate(version)
          }
          const content = (
            <>
              {t('people:deactivated', { name: person.name })}{' '}
              {openCases > 0 && <b>{t('people:leavesCases', { count: openCases })}</b>}
              <Button type="link" size="small" onClick={takeBack}>
                {t('people:takeBack')}
              </Button>
            </>
          )
          void message.open({ key: person.id, content, duration: 10 })
        },
        onError: showError,
      },
    )
  const items = [
    { key: 'reset', label: t('people:resetPassword') },
    person.active
      ? { key: 'deactivate', label: t('people:deactivate') }
      : { key: 'activate', label: t('people:activate') },
  ]
  const choose = ({ key }: { key: string }): void => {
    if (key === 'activate') activate(person.version)
    else if (key === 'deactivate') deactivate()
    else if (key === 'reset') onDialog({ kind: key, person })
  }
  return (
    <span className="fs-row fs-nowrap">
      <Button size="small" onClick={() => onDialog({ kind: 'edit', person })}>
        {t('ui:edit')}
      </Button>
      <Dropdown trigger={['click']} menu={{ items, onClick: choose }}>
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t('people:more', { name: person.name })} />
      </Dropdown>
    </span>
  )
}

export function PeoplePage(): ReactNode {
  const { t, pick } = useLanguage()
  const people = useRead('people.list', {})
  const mayChange = useMayCall('people.update')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [showInactive, setShowInactive] = useState(false)
  const close = (): void => setDialog(null)
  const rows = (people.data ?? []).filter((person) => person.active || showInactive)
  const extra = mayChange ? (
    <Button type="primary" onClick={() => setDialog({ kind: 'add' })}>
      {t('people:add')}
    </Button>
  ) : undefined
  const columns: DataColumn<Person>[] = [
    {
      key: 'name',
      title: t('people:name'),
      narrow: true,
      render: (person) => (
        <>
          <strong>{person.name}</strong> <span className="fs-soft">{person.login}</span>{' '}
          {person.affiliation === undefined || person.affiliation.kind === 'own' ? null : (
            <Mark>{[t(`people:affiliation.${person.affiliation.kind}`), person.affiliation.from].filter(Boolean).join(' · ')}</Mark>
          )}{' '}
          {person.active ? null : <Mark>{t('people:inactive')}</Mark>}
        </>
      ),
    },
    { key: 'department', title: t('people:department'), render: (person) => person.department || '—' },
    {
      key: 'roles',
      title: t('people:roles'),
      render: (person) => (
        <span className="fs-marks">
          {person.roles.map((role) => (
            <Mark key={role} tone="navy">
              {pick(ROLE_LABELS[role])}
            </Mark>
          ))}
        </span>
      ),
    },
    { key: 'credentials', title: t('people:credentials'), render: (person) => <Credentials person={person} /> },
    {
      key: 'reviewSince',
      title: t('people:reviewSince'),
      narrow: true,
      render: (person) => <DateText value={person.reviewSince} />,
    },
  ]
  if (mayChange) {
    columns.push({
      key: 'actions',
      title: t('people:actions'),
      render: (person) => <PersonActions person={person} onDialog={setDialog} />,
    })
  }
  return (
    <Page title={t('people:title')} subtitle={mayChange ? undefined : t('people:onlyAdmin')} extra={extra}>
      <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />
      <Panel flush>
        <DataTable
          label={t('people:title')}
          columns={columns}
          rows={rows}
          rowKey={(person) => person.id}
          loading={people.isPending}
        />
      </Panel>
      {people.data === undefined ? null : <ReviewStrengthPanel people={people.data} />}
      {people.data?.some((person) => !person.active) === true ? (
        <Checkbox checked={showInactive} onChange={(event) => setShowInactive(event.target.checked)}>
          {t('people:showInactive')}
        </Checkbox>
      ) : null}
      {dialog?.kind === 'add' ? <PersonEditor person={null} onClose={close} /> : null}
      {dialog?.kind === 'edit' ? <PersonEditor person={dialog.person} onClose={close} /> : null}
      {dialog?.kind === 'reset' ? <ResetPassword person={dialog.person} onClose={close} /> : null}
    </Page>
  )
}
