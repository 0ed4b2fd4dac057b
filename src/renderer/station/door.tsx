/** The card in the middle of the window before anybody is signed in. */
import type { ReactNode } from 'react'
import { LanguageButton, ThemeButton } from '../app/look-buttons.tsx'
import { useLanguage } from '../language/language.ts'

export interface DoorProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly wide?: boolean | undefined
  readonly foot?: ReactNode
  readonly children: ReactNode
}

export function Door({ title, subtitle, wide = false, foot, children }: DoorProps): ReactNode {
  const { t } = useLanguage()
  return (
    <div className={`fs-door ${wide ? 'fs-door-wide' : ''}`}>
      <header className="fs-door-top">
        <strong>{t('app:product')}</strong>
        <LanguageButton />
        <ThemeButton />
      </header>
      <main className="fs-door-card">
        <h1>{title}</h1>
        {subtitle === undefined ? null : <div className="fs-soft">{subtitle}</div>}
        {children}
      </main>
      {foot === undefined ? null : <footer className="fs-door-foot fs-soft">{foot}</footer>}
    </div>
  )
}
