/** The least that Electron can open with the product's window options: what a start cannot be faster than. */
import { app, BrowserWindow, Menu } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const options = JSON.parse(readFileSync(join(import.meta.dirname, 'options.json'), 'utf8'))
// an administrator (root) on Linux can only start Electron with its sandbox off
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
Menu.setApplicationMenu(null)

const mark = (name) => process.stdout.write(`fashen-mark ${name} ${(Date.now() - process.getCreationTime()).toFixed(0)}\n`)

app.whenReady().then(() => {
  mark('app-ready')
  const window = new BrowserWindow(options)
  mark('window-created')
  window.webContents.once('dom-ready', () => mark('dom-ready'))
  const loaded = new Promise((resolve) => window.webContents.once('did-finish-load', resolve))
  const shown = new Promise((resolve) => window.once('ready-to-show', () => resolve(window.show())))
  shown.then(() => mark('window-shown'))
  Promise.all([loaded, shown]).then(() => mark('usable'))
  window.loadFile(join(import.meta.dirname, 'empty.html'))
})
app.on('window-all-closed', () => app.quit())
