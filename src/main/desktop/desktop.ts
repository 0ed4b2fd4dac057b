/** The desktop shell: one window on one core. It carries the contract and holds no logic of the workstation. */
import { join } from 'node:path'
import process from 'node:process'
import { app, BrowserWindow, dialog } from 'electron'
import { APP_URL, STAND_IN_ORIGIN } from '../../shared/shell/app-origin.ts'
import type { StationStatus } from '../../shared/station/contract.ts'
import { closedStatus } from '../core/closed-station.ts'
import { rendererFolder, resourcesFolder } from '../shell/program-folders.ts'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { createCoreLink } from './core-link.ts'
import { guardedSession } from './guarded-session.ts'
import { keyChainName } from './key-chain.ts'
import { mark } from './launch-marks.ts'
import { launchOptions, profileFolder } from './launch-options.ts'
import { createLog } from './log-file.ts'
import { setMenu } from './menu.ts'
import { openPreferences } from './preferences-file.ts'
import { answerShellCalls, tellStopped } from './shell-calls.ts'
import { guardNavigation, openWindow } from './window.ts'

// The development server's address counts only where a developer started the program.
const devUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
/** Loaded too late for what must be said before Electron is ready; never so in a packaged program. */
const late = app.isReady()
const pageUrl = devUrl ?? (late ? `${STAND_IN_ORIGIN}/` : APP_URL)
const otherOrigin = pageUrl === APP_URL ? undefined : new URL(pageUrl).origin

const { stationFolder, autoSignIn } = launchOptions(process.argv, process.env)
const profile = profileFolder(app.getPath('appData'), stationFolder)
app.setPath('userData', profile)
const log = createLog(join(profile, 'fashen.log'))

process.on('uncaughtException', (error) => {
  log(`main: ${error.stack ?? error.message}`)
  dialog.showErrorBox('法审台 Fashen', `程序遇到意外问题，请重新启动。\nSomething unexpected happened. Please restart.\n\n${error.message}`)
  app.exit(1)
})

if (!late) {
  registerAppScheme()
  // An administrator (root) on Linux can only start Electron with its sandbox off, and is told so by `npm start`.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}
app.commandLine.appendSwitch('disable-background-networking')
app.commandLine.appendSwitch('disable-component-update')
app.commandLine.appendSwitch('no-pings')
// No name is ever looked up: the program is offline whatever a page tries.
if (devUrl === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')

if (app.requestSingleInstanceLock()) {
  guardNavigation(otherOrigin)
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  mark('app-ready')
  const preferences = openPreferences(join(profile, 'preferences.json'))
  const language = preferences.current.language ?? (app.getLocale().startsWith('zh') ? 'zh-CN' : 'en')
  const session = guardedSession(otherOrigin)
  if (devUrl === undefined) serveApp(session, rendererFolder(import.meta.dirname), pageUrl)
  const preload = join(import.meta.dirname, '../preload/preload.cjs')
  const developing = devUrl !== undefined
  const open = (): BrowserWindow => openWindow({ preload, preferences, pageUrl, developing, language })
  // first the window: its process starts beside what follows, and can ask for nothing before this function ends
  open()

  const keyChain = keyChainName()
  const core = createCoreLink({
    module: join(import.meta.dirname, 'core-process.js'),
    start: {
      kind: 'start',
      stationFolder,
      resourcesFolder: resourcesFolder(import.meta.dirname),
      ...(keyChain === undefined ? {} : { keyChain }),
      ...(autoSignIn === undefined ? {} : { autoSignIn }),
    },
    log,
    onKeyChainDone() {
      opening = false
      mark('key-chain-done')
    },
    onStopped(exitCode) {
      opening = false
      log(`main: the core ended with ${exitCode}`)
      tellStopped()
    },
  })
  const station = closedStatus(stationFolder, keyChain !== undefined)
  // who is signed in without typing has nothing to type meanwhile
  let opening = station.keyChain !== null && autoSignIn === undefined
  const earlyStatus = (): StationStatus | undefined => {
    if (opening) return { ...station, phase: 'opening' }
    return core.started ? undefined : closedStatus(stationFolder, keyChain !== undefined)
  }
  answerShellCalls({ core, stationFolder, preferences, otherOrigin, earlyStatus })
  // Where nobody has anything to type, the core opens the station while the window is being made. Elsewhere it would only take
  // the processor from the first screen: it is started when that is there, and ready, or opened by the key chain, before
  // anybody has typed a name and a password.
  if (autoSignIn !== undefined) core.start()
  setMenu(language, developing, open)

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (!core.running) return
    event.preventDefault()
    void core.close().then(() => app.quit())
  })
}
