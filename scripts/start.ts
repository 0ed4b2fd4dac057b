/**
 * `npm start`: builds what is stale and opens the workstation, in Electron where a runtime and a display are there,
 * otherwise in a browser on this computer. Options: `--demo`, `--folder DIR`, `--loopback`, `--port N`, `--no-browser`.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { build } from './build.ts'
import { CORE_FLAGS } from './core-flags.ts'
import { findElectron, hasDisplay, unsuitable } from './electron-runtime.ts'

const root = resolve(import.meta.dirname, '..')

interface DemoStation {
  readonly folder: string
  readonly passphrase: string
  readonly login: string
  readonly password: string
}

type Shell = { readonly kind: 'electron'; readonly executable: string; readonly why: string } | { readonly kind: 'loopback'; readonly why: string }

function chooseShell(forced: boolean): Shell {
  if (forced) return { kind: 'loopback', why: 'because of --loopback' }
  const executable = findElectron()
  if (executable === undefined) return { kind: 'loopback', why: 'because no Electron runtime is installed (npx install-electron brings one)' }
  const reason = unsuitable(executable)
  if (reason !== undefined) return { kind: 'loopback', why: `because ${reason}` }
  if (!hasDisplay()) return { kind: 'loopback', why: 'because there is no display (DISPLAY and WAYLAND_DISPLAY are empty)' }
  return { kind: 'electron', executable, why: 'because a runtime and a display are there' }
}

async function prepareDemo(folder: string): Promise<DemoStation> {
  const { prepareDemoStation } = await import('../src/main/demo/demo-station.ts')
  return prepareDemoStation(folder)
}

/** Ends this process in the ordinary way, so that what is to be removed at its end is removed. */
const leave = (): never => process.exit(1)

function removeAtEnd(folder: string): void {
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      folder: { type: 'string' },
      loopback: { type: 'boolean', default: false },
      port: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
    },
  })
  await build(false, (stale) => console.log(`Building ${stale.join(' and ')} …`))

  const shell = chooseShell(values.loopback)
  const env = { ...process.env }
  let folder = values.folder === undefined ? undefined : resolve(values.folder)
  if (values.demo) {
    const throwAway = folder === undefined
    folder ??= mkdtempSync(join(tmpdir(), 'fashen-demo-'))
    if (throwAway) removeAtEnd(folder)
    console.log('Preparing the demonstration station …')
    const demo = await prepareDemo(folder)
    folder = demo.folder
    const { passphrase, login, password } = demo
    env['FASHEN_AUTO_SIGN_IN'] = JSON.stringify({ passphrase, login, password })
    console.log(`Demonstration station in ${folder}: passphrase ${passphrase}, login ${login}, password ${password}`)
  }
  await run(shell, folder, env, values)
}

async function run(
  shell: Shell,
  folder: string | undefined,
  env: NodeJS.ProcessEnv,
  { port, 'no-browser': quiet }: { port?: string | undefined; 'no-browser': boolean },
): Promise<void> {
  const station = folder === undefined ? [] : [`--folder=${folder}`]
  if (shell.kind === 'electron') {
    // Chromium's own sandbox refuses to run for root; the page stays isolated, but the process is not confined.
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0
    console.log(`Opening the window in Electron, ${shell.why}${asRoot ? '; with --no-sandbox, because this is root' : ''}.`)
    return runToEnd(shell.executable, [...(asRoot ? ['--no-sandbox'] : []), root, ...station], env)
  }
  console.log(`Serving the workstation to a browser on this computer, ${shell.why}. Open this address (it works once):`)
  const options = [...station, ...(port === undefined ? [] : [`--port=${port}`]), ...(quiet ? ['--no-browser'] : [])]
  return runToEnd(process.execPath, [...CORE_FLAGS, join(root, 'out/loopback/loopback.js'), ...options], env)
}

async function runToEnd(executable: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(executable, args, { cwd: root, env, stdio: 'inherit' })
  process.off('SIGINT', leave)
  process.off('SIGTERM', leave)
  // The terminal's Ctrl+C reaches the child too: this process waits for it to close the station.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.exitCode = await new Promise<number>((done, fail) => {
    child.on('error', fail).on('close', (code, signal) => done(code ?? (signal === 'SIGTERM' ? 0 : 1)))
  })
}

if (!existsSync(join(root, 'node_modules'))) {
  console.error('The dependencies are missing: run npm ci first.')
  process.exitCode = 1
} else {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
