/** What the page may ask of the shell itself. Every question is checked for who asks before anything else. */
import { BrowserWindow, dialog, ipcMain, shell, type IpcMainEvent, type IpcMainInvokeEvent, type MessagePortMain } from 'electron'
import { isAppUrl } from '../../shared/shell/app-origin.ts'
import { SHELL_CHANNELS } from '../../shared/shell/desktop-api.ts'
import type { StationStatus } from '../../shared/station/contract.ts'
import { isRemembered } from '../../shared/shell/remembered.ts'
import { isLanguage } from '../../shared/values/languages.ts'
import type { CoreLink } from './core-link.ts'
import { mark } from './launch-marks.ts'
import { showNotice } from './notices.ts'
import type { PreferencesFile } from './preferences-file.ts'

export interface ShellCallOptions {
  readonly core: CoreLink
  /** The only folder that a page can have opened. */
  readonly stationFolder: string
  readonly preferences: PreferencesFile
  readonly otherOrigin: string | undefined
  /** What the page is told of the station before the core can say it; undefined once the core can. */
  readonly earlyStatus: () => StationStatus | undefined
}

/** A page that has not said by then that it can be used gets its core all the same. */
const START_CORE_WITHIN_MS = 2000

export function answerShellCalls({ core, stationFolder, preferences, otherOrigin, earlyStatus }: ShellCallOptions): void {
  /** The window that asks; `undefined` for a frame inside a page, a foreign page or a window that is gone. */
  const asking = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | undefined => {
    if (senderFrame === null || senderFrame.parent !== null || !isAppUrl(senderFrame.url, otherOrigin)) return undefined
    return BrowserWindow.fromWebContents(sender) ?? undefined
  }
  const hand = (window: BrowserWindow, port: MessagePortMain): void => {
    window.webContents.postMessage(SHELL_CHANNELS.port, null, [port])
  }

  const waiting = new Set<BrowserWindow>()
  const startCore = (): void => {
    // only the first time: a core that has ended is reopened by the person
    if (!core.started) core.start()
    for (const window of waiting) if (!window.isDestroyed()) hand(window, core.connect())
    waiting.clear()
  }

  ipcMain.on(SHELL_CHANNELS.connect, (event) => {
    const window = asking(event)
    if (window === undefined) return
    if (core.started) hand(window, core.connect())
    else {
      waiting.add(window)
      // for a page that never says that it is usable
      setTimeout(startCore, START_CORE_WITHIN_MS)
    }
  })
  ipcMain.handle(SHELL_CHANNELS.earlyStatus, (event) => (asking(event) === undefined ? undefined : earlyStatus()))
  ipcMain.handle(SHELL_CHANNELS.reopen, async (event) => {
    const window = asking(event)
    if (window === undefined) return false
    hand(window, await core.reconnect())
    return true
  })
  ipcMain.handle(SHELL_CHANNELS.chooseFolder, async (event) => {
    const window = asking(event)
    if (window === undefined) return undefined
    const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
    return chosen.canceled ? undefined : chosen.filePaths[0]
  })
  ipcMain.handle(SHELL_CHANNELS.openDataFolder, async (event) => {
    if (asking(event) === undefined) return false
    // says what went wrong, and nothing where it went well
    return (await shell.openPath(stationFolder)) === ''
  })
  ipcMain.on(SHELL_CHANNELS.remember, (event, key: unknown, value: unknown) => {
    if (asking(event) === undefined || !isRemembered(key, value)) return
    if (key !== 'language') preferences.change({ look: { ...preferences.current.look, [key]: value } })
    else if (isLanguage(value)) preferences.change({ language: value })
  })
  ipcMain.on(SHELL_CHANNELS.notify, (event, notice: unknown) => {
    const window = asking(event)
    if (window !== undefined) showNotice(window, notice)
  })
  ipcMain.on(SHELL_CHANNELS.usable, (event) => {
    if (asking(event) === undefined) return
    mark('usable')
    startCore()
  })
}

/** Tells every window that the core is gone. */
export function tellStopped(): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(SHELL_CHANNELS.stopped)
}
