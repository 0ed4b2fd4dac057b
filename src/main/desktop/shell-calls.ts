/** What the page may ask of the shell itself. Every question is checked for who asks before anything else. */
import { BrowserWindow, dialog, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type MessagePortMain } from 'electron'
import { isAppUrl } from '../../shared/shell/app-origin.ts'
import { SHELL_CHANNELS } from '../../shared/shell/desktop-api.ts'
import { languageSchema } from '../../shared/values/values.ts'
import type { CoreLink } from './core-link.ts'
import { mark } from './launch-marks.ts'
import type { PreferencesFile } from './preferences-file.ts'

export interface ShellCallOptions {
  readonly core: CoreLink
  readonly preferences: PreferencesFile
  readonly otherOrigin: string | undefined
}

export function answerShellCalls({ core, preferences, otherOrigin }: ShellCallOptions): void {
  /** The window that asks; `undefined` for a frame inside a page, a foreign page or a window that is gone. */
  const asking = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | undefined => {
    if (senderFrame === null || senderFrame.parent !== null || !isAppUrl(senderFrame.url, otherOrigin)) return undefined
    return BrowserWindow.fromWebContents(sender) ?? undefined
  }
  const hand = (window: BrowserWindow, port: MessagePortMain): void => {
    window.webContents.postMessage(SHELL_CHANNELS.port, null, [port])
  }

  ipcMain.on(SHELL_CHANNELS.connect, (event) => {
    const window = asking(event)
    if (window !== undefined) hand(window, core.connect())
  })
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
  ipcMain.on(SHELL_CHANNELS.rememberLanguage, (event, wanted: unknown) => {
    const language = languageSchema.safeParse(wanted)
    if (asking(event) !== undefined && language.success) preferences.change({ language: language.data })
  })
  ipcMain.on(SHELL_CHANNELS.usable, (event) => {
    if (asking(event) !== undefined) mark('usable')
  })
}

/** Tells every window that the core is gone. */
export function tellStopped(): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(SHELL_CHANNELS.stopped)
}
