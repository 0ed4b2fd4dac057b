/** Navigation, top bar and foot around every screen. */
import {
  AlertOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CarryOutOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  LeftOutlined,
  MenuOutlined,
  ProfileOutlined,
  NotificationOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  RightOutlined,
  SlidersOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  VerifiedOutlined,
} from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { StationStatus } from '../../shared/station/contract.ts'
import { useOpenHelp } from '../help/open-help.ts'
import { ShortcutList } from '../help/shortcut-list.tsx'
import { Tour } from '../help/tour.tsx'
import { useLanguage } from '../language/language.ts'
import { OpenCasesStrip } from '../open-cases/open-cases-strip.tsx'
import { Reminders } from '../reminders/reminders.tsx'
import { useMayCall, usePerson } from '../session/session.tsx'
import { useTransport } from '../transport/calls.ts'
import { remember, remembered } from '../transport/connect.ts'
import { useShortcut } from '../ui/shortcut.ts'
import { useNoStrayDrops } from '../ui/stray-drops.ts'
import { useAppearance } from './appearance.ts'
import { caseShownAt } from './case-location.ts'
import { Foot } from './foot.tsx'
import { isIn, placesFor, type Place } from './navigation.ts'
import { TopBar } from './top-bar.tsx'

const ICONS: Record<Place['id'], ReactNode> = {
  home: <HomeOutlined />,
  cases: <FolderOpenOutlined />,
  board: <AlertOutlined />,
  certificates: <SafetyCertificateOutlined />,
  transfers: <SwapOutlined />,
  accountability: <SolutionOutlined />,
  disclosures: <NotificationOutlined />,
  verify: <VerifiedOutlined />,
  catalogue: <BookOutlined />,
  laws: <ReadOutlined />,
  benchmarks: <SlidersOutlined />,
  statistics: <BarChartOutlined />,
  ledger: <ProfileOutlined />,
  evaluation: <CarryOutOutlined />,
  annualReport: <FileDoneOutlined />,
  audit: <AuditOutlined />,
  rules: <FileSearchOutlined />,
  people: <TeamOutlined />,
  settings: <SettingOutlined />,
  help: <QuestionCircleOutlined />,
}

function NavLink({ place, slim, onGo }: { place: Place; slim: boolean; onGo: () => void }): ReactNode {
  const { t } = useLanguage()
  const [location] = useLocation()
  const here = isIn(place, location)
  const link = (
    <Link
      href={place.path}
      onClick={onGo}
      aria-label={t(place.label)}
      {...(here ? { 'aria-current': 'page' as const } : {})}
    >
      {ICONS[place.id]}
      {slim ? null : <span>{t(place.label)}</span>}
    </Link>
  )
  return slim ? (
    <Tooltip title={t(place.label)} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}

function Navigation({
  slim,
  onGo,
  onToggle,
}: {
  slim: boolean
  onGo: () => void
  onToggle: (() => void) | undefined
}): ReactNode {
  const { t } = useLanguage()
  const { roles } = usePerson()
  const places = placesFor(roles)
  const links = (last: boolean): ReactNode =>
    places
      .filter((place) => place.last === last)
      .map((place) => <NavLink key={place.id} place={place} slim={slim} onGo={onGo} />)
  return (
    <nav className="fs-nav" data-slim={slim} aria-label={t('app:nav.label')}>
      {links(false)}
      <div className="fs-nav-gap" />
      {links(true)}
      {onToggle === undefined ? null : (
        <Button
          type="text"
          icon={slim ? <RightOutlined /> : <LeftOutlined />}
          aria-label={t(slim ? 'app:nav.expand' : 'app:nav.collapse')}
          onClick={onToggle}
        />
      )}
    </nav>
  )
}

/** Alt+1 … Alt+9 go to the places in their order, Alt+N registers a case. */
function usePlaceKeys(): void {
  const [, navigate] = useLocation()
  const { roles } = usePerson()
  const mayRegister = useMayCall('cases.register')
  const places = placesFor(roles)
  useShortcut(
    places.slice(0, 9).map((_, index) => `alt+${index + 1}`),
    (event) => navigate(places[Number(event.key) - 1]?.path ?? '/'),
  )
  useShortcut('alt+n', () => navigate('/cases/new'), { enabled: mayRegister })
}

/** The system's menu and notices lead to screens too. */
function usePlaceFromOutside(): void {
  const [, navigate] = useLocation()
  const { onGo } = useTransport()
  useEffect(() => onGo?.(navigate), [onGo, navigate])
}

export function Frame({ status, children }: { status: StationStatus; children: ReactNode }): ReactNode {
  const { t } = useLanguage()
  const { narrow } = useAppearance()
  const [location] = useLocation()
  // A case takes all the room there is, so the navigation makes way for it unless the person wants it wide.
  const [slimChoice, setSlimChoice] = useState(() => remembered('slim-navigation'))
  const [drawer, setDrawer] = useState(false)
  const [shortcuts, setShortcuts] = useState(false)
  const main = useRef<HTMLElement>(null)
  const inCase = caseShownAt(location) !== undefined
  const slim = !narrow && (slimChoice === undefined ? inCase : slimChoice === 'true')
  const openHelp = useOpenHelp()
  useShortcut('?', () => setShortcuts(true))
  useShortcut('f1', openHelp)
  usePlaceKeys()
  usePlaceFromOutside()
  useNoStrayDrops()
  useEffect(() => {
    main.current?.scrollTo(0, 0)
  }, [location])
  useEffect(() => {
    if (!drawer) return undefined
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDrawer(false)
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [drawer])
  const toggle = (): void => {
    remember('slim-navigation', String(!slim))
    setSlimChoice(String(!slim))
  }
  const menu = narrow ? (
    <Button
      type="text"
      icon={<MenuOutlined />}
      aria-label={t('app:nav.menu')}
      aria-expanded={drawer}
      onClick={() => setDrawer(!drawer)}
    />
  ) : null
  return (
    <div className="fs-frame">
      <a className="fs-skip" href="#content" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t('app:skip')}
      </a>
      <TopBar status={status} menu={menu} onHelp={openHelp} />
      <OpenCasesStrip />
      {!narrow || drawer ? (
        <Navigation slim={slim} onGo={() => setDrawer(false)} onToggle={narrow ? undefined : toggle} />
      ) : null}
      {narrow && drawer ? (
        <button
          type="button"
          className="fs-nav-veil"
          aria-label={t('app:nav.collapse')}
          onClick={() => setDrawer(false)}
        />
      ) : null}
      <main className="fs-main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Foot status={status} onShortcuts={() => setShortcuts(true)} />
      <Tour />
      <Reminders />
      <ShortcutList open={shortcuts} onClose={() => setShortcuts(false)} />
    </div>
  )
}
