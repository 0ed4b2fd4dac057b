/** Starts the built program in the real Electron that the shared tools provide. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { DesktopApi } from '../../src/shared/shell/desktop-api.ts'

const project = resolve(import.meta.dirname, '../..')
const tools = resolve(project, '../shared/tools/electron-runtime')

/** The window's session, as in `src/main/desktop/guarded-session.ts`, which only Electron can load. */
export const WINDOW_PARTITION = 'fashen-window'

/** The test runtime's folder; `undefined` where there is none. */
export function findRuntime(): string | undefined {
  const script = join(tools, 'get-runtime.sh')
  if (!existsSync(script) || !(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])) return undefined
  const found = spawnSync('bash', [script], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim().split('\n').at(-1) : undefined
}

export const runtime = findRuntime()
if (runtime === undefined && process.env['REQUIRE_ELECTRON'] === '1') throw new Error('no Electron runtime or no display')

export interface Staged {
  /** The folder with the staged program. */
  readonly stage: string
  /** An Electron that starts the staged program by itself, as an installed one does. */
  readonly installed: string
  /** The runtime as it is, to be given a folder. */
  readonly plain: string
  remove(): void
}

/** Lays the built program out for the test runtime. */
export function stageProgram(): Staged {
  if (runtime === undefined) throw new Error('no Electron runtime')
  const work = mkdtempSync(join(tmpdir(), 'fashen-desktop-'))
  const stage = join(work, 'stage')
  execFileSync('bash', [join(tools, 'stage-app.sh'), project, stage], { stdio: ['ignore', 'ignore', 'inherit'] })
  // The runtime's own starter loads a program only after Electron is ready; a program in `resources/app` is loaded
  // before, as in an installation. Hard links make the copy cost nothing.
  const electron = join(work, 'electron')
  const linked = spawnSync('cp', ['-al', runtime, electron], { stdio: 'ignore' })
  if (linked.status !== 0) {
    rmSync(electron, { recursive: true, force: true })
    execFileSync('cp', ['-a', runtime, electron])
  }
  symlinkSync(stage, join(electron, 'resources', 'app'))
  return {
    stage,
    installed: join(electron, 'electron'),
    plain: join(runtime, 'electron'),
    remove: () => rmSync(work, { recursive: true, force: true }),
  }
}

/**
 * The staged Electron with a program of our own in it, in WORK.
 * @param source the folder with the program's `main.js`
 */
export function withProgram(installed: string, work: string, source: string): { executable: string; program: string } {
  const name = basename(source)
  const electron = join(work, `${name}-electron`)
  cpSync(join(installed, '..'), electron, { recursive: true, verbatimSymlinks: true })
  const program = join(work, name)
  cpSync(source, program, { recursive: true })
  writeFileSync(join(program, 'package.json'), `{"name":"${name}","type":"module","main":"main.js"}\n`)
  rmSync(join(electron, 'resources', 'app'), { recursive: true, force: true })
  symlinkSync(program, join(electron, 'resources', 'app'))
  return { executable: join(electron, 'electron'), program }
}

/** The program on a computer that seems to have a key chain; to be started with {@link KEY_CHAIN_ARGUMENT}. */
export function withKeyChain({ installed, stage }: Staged, work: string): string {
  const { executable, program } = withProgram(installed, work, join(import.meta.dirname, 'key-chain'))
  writeFileSync(join(program, 'program.txt'), join(stage, 'out', 'main', 'desktop.js'))
  return executable
}

export const KEY_CHAIN_ARGUMENT = '--password-store=basic'

export interface Started {
  readonly app: ElectronApplication
  readonly page: Page
  /** A place for this run's station and profile. */
  readonly home: string
  /** What the page complained about. */
  readonly complaints: string[]
}

/** Everything of a run that would otherwise land in the person's own folders. */
export function ownHome(home: string): NodeJS.ProcessEnv {
  mkdirSync(join(home, 'config'), { recursive: true })
  return { ...process.env, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data'), FASHEN_MARKS: '1' }
}

export interface StartOptions {
  /** The arguments that name the program; none for an installed one. */
  readonly program?: readonly string[]
  readonly home?: string
  readonly stationFolder?: string
  readonly env?: Readonly<Record<string, string>>
}

export async function start(executablePath: string, options: StartOptions = {}): Promise<Started> {
  const { program = [], home = mkdtempSync(join(tmpdir(), 'fashen-home-')), stationFolder = join(home, 'station') } = options
  const env = { ...ownHome(home), ...options.env } as Record<string, string>
  const args = ['--no-sandbox', ...program, `--folder=${stationFolder}`]
  const app = await _electron.launch({ executablePath, args, env, timeout: 60_000 })
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.waitForLoadState('load')
  return { app, page, home, complaints }
}

/** In the page: what the preload script shows. */
export interface ShownPage {
  readonly fashenDesktop: DesktopApi
}

/** The process of the core. */
export function coreProcess(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(
    ({ app: electronApp }) => electronApp.getAppMetrics().find(({ name, serviceName }) => name === 'fashen-core' || serviceName === 'fashen-core')?.pid,
  )
}
