/** Opens a window and keeps it on the application's own page. */
import { app, BrowserWindow, dialog, screen, type WebContents } from 'electron'
import { isAppUrl } from '../../shared/shell/app-origin.ts'
import { windowOptions } from '../../shared/shell/window-options.ts'
import { boundsToOpen } from '../../shared/shell/window-state.ts'
import type { Language } from '../../shared/values/values.ts'
import { PARTITION } from './guarded-session.ts'
import { mark } from './launch-marks.ts'
import { textMenu } from './menu.ts'
import type { PreferencesFile } from './preferences-file.ts'

export interface WindowFactoryOptions {
  readonly preload: string
  readonly preferences: PreferencesFile
  readonly pageUrl: string
  /** A developer has the inspector. */
  readonly developing: boolean
  readonly language: Language
}

/** Refuses every way out of the application's page, for any page that is ever made. */
export function guardNavigation(otherOrigin: string | undefined): void {
  const guard = (contents: WebContents): void => {
    contents.on('will-navigate', (event) => {
      if (!isAppUrl(event.url, otherOrigin)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isAppUrl(event.url, otherOrigin)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // Real-time connections go past request filters; without a proxy this policy leaves them no way out.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  }
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

export function openWindow({ preload, preferences, pageUrl, developing, language }: WindowFactoryOptions): BrowserWindow {
  const kept = preferences.current.window
  // A further window is not laid exactly over the one before.
  const state = BrowserWindow.getAllWindows().length === 0 ? kept : undefined
  const bounds = boundsToOpen(state, screen.getAllDisplays().map(({ workArea }) => workArea))
  const { language: chosen, look } = preferences.current
  const remembered = { ...look, ...(chosen === undefined ? {} : { language: chosen }) }
  const window = new BrowserWindow(windowOptions({ preload, bounds, developing, remembered, partition: PARTITION }))
  mark('window-created')
  if (state?.maximized === true) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
    mark('window-shown')
  })
  window.webContents.once('dom-ready', () => mark('dom-ready'))
  window.on('close', () => {
    preferences.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  })
  window.webContents.on('context-menu', (_event, parameters) => textMenu(language, parameters)?.popup({ window }))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') offerReload(window, language)
  })
  void window.loadURL(pageUrl)
  return window
}

function offerReload(window: BrowserWindow, language: Language): void {
  const words =
    language === 'zh-CN'
      ? { message: '窗口内容意外停止。', detail: '已提示“已保存”的内容均在磁盘上。', buttons: ['重新载入', '退出'] }
      : { message: 'The window’s content stopped.', detail: 'What was marked “saved” is on disk.', buttons: ['Reload', 'Quit'] }
  const chosen = dialog.showMessageBoxSync(window, { type: 'error', ...words })
  if (chosen === 0) window.webContents.reload()
  else app.quit()
}
