/** Looks for an Electron that is there already. Nothing here lets `electron` download one. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'

const root = resolve(import.meta.dirname, '..')

const PLAIN_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/** The executable: the one that the environment names, or the one in `node_modules/electron/dist`. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const name = PLAIN_NAMES[process.platform] ?? 'electron'
  const pathFile = join(root, 'node_modules/electron/path.txt')
  const inPackage = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : name
  const candidates = [
    env['ELECTRON_EXEC_PATH'],
    env['ELECTRON_OVERRIDE_DIST_PATH'] && join(env['ELECTRON_OVERRIDE_DIST_PATH'], name),
    join(root, 'node_modules/electron/dist', inPackage),
  ]
  return candidates.find((candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate))
}

/** The first Electron with Node-API 10, which the database's addon needs. */
const OLDEST_MAJOR = 36

/** Why this runtime cannot run the workstation; `undefined` where it can, or where its version is not known. */
export function unsuitable(executable: string): string | undefined {
  const versionFile = join(dirname(executable), 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : ''
  const major = Number.parseInt(version, 10)
  return major < OLDEST_MAJOR ? `the Electron runtime found is ${version}, and ${OLDEST_MAJOR} or newer is needed` : undefined
}

/** Whether a window can be shown. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}
