/** The bar on top: which station, search among the cases, language, theme, person. */
import { QuestionCircleOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { StationStatus } from '../../shared/station/contract.ts'
import { listView } from '../cases/list-view.ts'
import { useLanguage } from '../language/language.ts'
import { ChangePassword } from '../session/change-password.tsx'
import { usePerson } from '../session/session.tsx'
import { useSignOut } from '../session/sign-out.ts'
import { useShortcut } from '../ui/shortcut.ts'
import { TextField } from '../ui/text-field.tsx'
import { ROLE_LABELS } from '../ui/vocabulary-labels.ts'
import { addressIn } from './screen-address.ts'
import { LanguageButton, ThemeButton } from './look-buttons.tsx'

function CaseSearch(): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const place = useRef<HTMLDivElement>(null)
  useShortcut(['mod+k', '/'], () => place.current?.querySelector('input')?.focus())
  const search = (): void => {
    const words = place.current?.querySelector('input')?.value ?? text
    setText('')
    const address = addressIn(words)
    if (address !== undefined) return navigate(address)
    listView.search(words)
    navigate('/cases')
  }
  return (
    <div className="fs-top-search" role="search" ref={place}>
      <TextField
        label={t('app:search')}
        placeholder={t('app:search')}
        maxLength={100}
        prefix={<SearchOutlined aria-hidden />}
        suffix={<kbd>/</kbd>}
        value={text}
        onChange={setText}
        onEnter={search}
      />
    </div>
  )
}

function PersonMenu(): ReactNode {
  const { t, pick } = useLanguage()
  const person = usePerson()
  const signOut = useSignOut()
  const [changing, setChanging] = useState(false)
  const roles = person.roles.map((role) => pick(ROLE_LABELS[role])).join(t('ui:listSeparator'))
  const items = [
    { key: 'roles', label: <span className="fs-soft">{roles}</span>, disabled: true },
    { type: 'divider' as const },
    { key: 'password', label: t('app:changePassword') },
    { key: 'out', label: t('app:signOut') },
  ]
  const choose = ({ key }: { key: string }): void => {
    if (key === 'password') setChanging(true)
    if (key === 'out') void signOut()
  }
  return (
    <>
      <Dropdown trigger={['click']} autoFocus menu={{ items, onClick: choose }} placement="bottomRight">
        <Button type="text" icon={<UserOutlined />} aria-label={t('app:personMenu', { name: person.name })}>
          <span className="fs-top-name">{person.name}</span>
        </Button>
      </Dropdown>
      <ChangePassword open={changing} onClose={() => setChanging(false)} />
    </>
  )
}

export interface TopBarProps {
  readonly status: StationStatus
  readonly menu: ReactNode
  /** Opens the help of the screen that is shown. */
  readonly onHelp: () => void
}

export function TopBar({ status, menu, onHelp }: TopBarProps): ReactNode {
  const { t } = useLanguage()
  return (
    <header className="fs-top">
      {menu}
      <Link href="/" className="fs-brand">
        <strong>{t('app:product')}</strong>
        <span>{status.station?.agency ?? ''}</span>
      </Link>
      <CaseSearch />
      <span className="fs-look">
        <LanguageButton />
        <ThemeButton />
      </span>
      <Button type="text" className="fs-help-button" icon={<QuestionCircleOutlined aria-hidden />} aria-label={t('help:open')} title={t('help:open')} onClick={onHelp} />
      <PersonMenu />
    </header>
  )
}
