/** The desktop shell: one window on one core. It carries the contract and holds no logic of the workstation. */
import { join } from 'node:path'
import process from 'node:process'
import { app, BrowserWindow, dialog } from 'electron'
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
const devOrigin = devUrl === undefined ? undefined : new URL(devUrl).origin

const { stationFolder, autoSignIn } = launchOptions(process.argv, process.env)
const profile = profileFolder(app.getPath('appData'), stationFolder)
app.setPath('userData', profile)
const log = createLog(join(profile, 'fashen.log'))

process.on('uncaughtException', (error) => {
  log(`main: ${error.stack ?? error.message}`)
  dialog.showErrorBox('法审台 Fashen', `程序遇到意外问题，请重新启动。\nSomething unexpected happened. Please restart.\n\n${error.message}`)
  app.exit(1)
})

registerAppScheme()
app.enableSandbox()
app.commandLine.appendSwitch('disable-background-networking')
app.commandLine.appendSwitch('disable-component-update')
app.commandLine.appendSwitch('no-pings')
// No name is ever looked up: the program is offline whatever a page tries.
if (devOrigin === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')

if (app.requestSingleInstanceLock()) {
  guardNavigation(devOrigin)
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  mark('app-ready')
  const preferences = openPreferences(join(profile, 'preferences.json'))
  const language = preferences.current.language ?? (app.getLocale().startsWith('zh') ? 'zh-CN' : 'en')
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
    onStopped(exitCode) {
      log(`main: the core ended with ${exitCode}`)
      tellStopped()
    },
  })
  serveApp(guardedSession(devOrigin), rendererFolder(import.meta.dirname))
  answerShellCalls({ core, preferences, devOrigin })
  const preload = join(import.meta.dirname, '../preload/preload.cjs')
  const open = (): BrowserWindow => openWindow({ preload, preferences, devUrl, language })
  setMenu(language, devUrl !== undefined, open)
  open()

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
