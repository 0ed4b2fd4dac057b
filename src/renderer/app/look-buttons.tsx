/** Buttons for language and theme, in the top bar and before the sign-in. */
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { PlainButton } from '../ui/plain-button.tsx'
import { PlainIcon } from '../ui/plain-icons.tsx'
import { useAppearance } from './appearance.ts'

export function LanguageButton(): ReactNode {
  const { t, language, choose } = useLanguage()
  // part of the name, too: who speaks to the computer says what is to be seen
  const other = t(language === 'zh-CN' ? 'app:toEnglish' : 'app:toChinese')
  return (
    <PlainButton kind="text" label={`${t('app:language')} ${other}`} onClick={() => choose(language === 'zh-CN' ? 'en' : 'zh-CN')}>
      {other}
    </PlainButton>
  )
}

export function ThemeButton(): ReactNode {
  const { t } = useLanguage()
  const { dark, chooseTheme } = useAppearance()
  const label = t(dark ? 'app:light' : 'app:dark')
  return (
    <PlainButton kind="text" label={label} title={label} onClick={() => chooseTheme(dark ? 'light' : 'dark')}>
      <PlainIcon name={dark ? 'sun' : 'moon'} />
    </PlainButton>
  )
}
