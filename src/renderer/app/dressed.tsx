/** The component library with our look, around every screen that is made of it. */
import { StyleProvider } from '@ant-design/cssinjs'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo, type ReactNode } from 'react'
import { FEATURE_WORDS } from '../language/features.ts'
import { addWords, useLanguage } from '../language/language.ts'
import { useReturnedFocus } from '../ui/returned-focus.ts'
import { useAppearance } from './appearance.ts'
import { keptStyles } from './kept-styles.ts'
import { themeOf } from './theme.ts'

addWords(FEATURE_WORDS)

/** What style sheets made at run time carry, so that the content security policy lets them in. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

/**
 * Where dialogs and drop-downs are drawn. In the body itself, dialogs would lock its scrolling by a style sheet without
 * the nonce; the body never scrolls here anyway.
 */
function overlayPlace(): HTMLElement {
  const existing = document.getElementById('overlays')
  if (existing !== null) return existing
  const place = document.createElement('div')
  place.id = 'overlays'
  document.body.append(place)
  return place
}

export function Dressed({ children }: { children: ReactNode }): ReactNode {
  const { dark, textSize } = useAppearance()
  const { language } = useLanguage()
  const theme = useMemo(() => themeOf(dark, textSize, language), [dark, textSize, language])
  useReturnedFocus(overlayPlace)
  const csp = useMemo(() => ({ nonce: pageNonce() }), [])
  const styles = useMemo(() => keptStyles(), [])
  return (
    <StyleProvider cache={styles}>
      <ConfigProvider
        theme={theme}
        locale={language === 'zh-CN' ? zhCN : enUS}
        csp={csp}
        button={{ autoInsertSpace: false }}
        getPopupContainer={overlayPlace}
      >
        <AntApp component={false}>{children}</AntApp>
      </ConfigProvider>
    </StyleProvider>
  )
}
