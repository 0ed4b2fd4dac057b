/** Buttons for language and theme, in the top bar and before the sign-in. */
import { MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useAppearance } from './appearance.ts'

export function LanguageButton(): ReactNode {
  const { t, language, choose } = useLanguage()
  return (
    <Button type="text" aria-label={t('app:language')} onClick={() => choose(language === 'zh-CN' ? 'en' : 'zh-CN')}>
      {language === 'zh-CN' ? t('app:toEnglish') : t('app:toChinese')}
    </Button>
  )
}

export function ThemeButton(): ReactNode {
  const { t } = useLanguage()
  const { dark, chooseTheme } = useAppearance()
  const label = t(dark ? 'app:light' : 'app:dark')
  return (
    <Tooltip title={label}>
      <Button
        type="text"
        icon={dark ? <SunOutlined /> : <MoonOutlined />}
        aria-label={label}
        onClick={() => chooseTheme(dark ? 'light' : 'dark')}
      />
    </Tooltip>
  )
}
