/** From the start of the program to a window that a person can work in, against an empty window in the same Electron. */
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from '../scripts/build.ts'
import { SAMPLE_SECRETS } from '../src/main/samples/sample-line.ts'
import { loadSampleCase } from '../src/main/samples/sample-case.ts'
import { windowOptions } from '../src/shared/shell/window-options.ts'
import { timesOf } from './measure.ts'
import { atMost, ms, type Finding, type Say, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, scratchFolder, stationWithManyCases } from './stations.ts'

const RUNS = 5
const LONGEST_START = 60_000

type Marks = ReadonlyMap<string, number>

interface Way {
  readonly name: string
  readonly executable: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

export const start: Subject = {
  name: 'start',
  title: 'from the start to a usable window, 100,000 cases',
  async run(say): Promise<SubjectReport> {
    const display = await ownDisplay()
    if (display === undefined) return { findings: [], notes: [], skipped: ['no display and no Xvfb'] }
    try {
      process.env['DISPLAY'] ??= display.name
      // looks for the runtime when it is loaded, which needs the display
      const desktop = await import('../test/desktop/electron-app.ts')
      if (desktop.runtime === undefined) return { findings: [], notes: [], skipped: ['the Electron test runtime is not available'] }
      await build()
      const staged = desktop.stageProgram()
      say('program staged')
      const work = scratchFolder()
      try {
        return await compared(await waysToStart(staged.installed, work, desktop.ownHome, say), say)
      } finally {
        rmSync(work, { recursive: true, force: true })
        staged.remove()
      }
    } finally {
      display.close()
    }
  },
}

/** A screen in memory where there is none. */
async function ownDisplay(): Promise<{ name: string; close(): void } | undefined> {
  const there = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']
  if (there !== undefined && there !== '') return { name: there, close: () => undefined }
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const number = await new Promise<string | undefined>((resolve) => {
    server.once('error', () => resolve(undefined))
    server.once('exit', () => resolve(undefined))
    server.stdout.once('data', (text) => resolve(String(text).trim()))
  })
  return number === undefined ? undefined : { name: `:${number}`, close: () => void server.kill() }
}

/** The staged Electron with a program of our own in it. */
function emptyWindow(installed: string, work: string): string {
  const electron = join(work, 'electron')
  cpSync(join(installed, '..'), electron, { recursive: true, verbatimSymlinks: true })
  const program = join(work, 'empty-window')
  cpSync(join(import.meta.dirname, 'empty-window'), program, { recursive: true })
  writeFileSync(join(program, 'package.json'), '{"name":"empty-window","type":"module","main":"main.js"}\n')
  writeFileSync(join(program, 'preload.cjs'), '')
  const bounds = { width: 1360, height: 860 }
  const options = windowOptions({ preload: join(program, 'preload.cjs'), bounds, developing: false, language: undefined, partition: 'empty-window' })
  writeFileSync(join(program, 'options.json'), JSON.stringify(options))
  rmSync(join(electron, 'resources', 'app'), { recursive: true, force: true })
  symlinkSync(program, join(electron, 'resources', 'app'))
  return join(electron, 'electron')
}

async function waysToStart(installed: string, work: string, ownHome: (home: string) => NodeJS.ProcessEnv, say: Say): Promise<Way[]> {
  const { folder } = await stationWithManyCases(say)
  const sample = await loadSampleCase(join(resourcesFolder, 'samples', 'penalty-no-permit'))
  const login = sample.people.find(({ roles }) => roles.includes('head'))?.login
  const { passphrase, password } = SAMPLE_SECRETS
  const home = (name: string): NodeJS.ProcessEnv => {
    mkdirSync(join(work, name), { recursive: true })
    return ownHome(join(work, name))
  }
  return [
    { name: 'empty', executable: emptyWindow(installed, work), args: ['--no-sandbox'], env: home('empty-home') },
    { name: 'closed', executable: installed, args: ['--no-sandbox', `--folder=${folder}`], env: home('closed-home') },
    {
      name: 'open',
      executable: installed,
      args: ['--no-sandbox', `--folder=${folder}`],
      env: { ...home('open-home'), FASHEN_AUTO_SIGN_IN: JSON.stringify({ passphrase, login, password }) },
    },
  ]
}

/** Starts it, waits until it says that it is usable, ends it. */
async function started({ executable, args, env, name }: Way): Promise<Marks> {
  const child = spawn(executable, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const marks = new Map<string, number>()
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name}: no usable window after ${LONGEST_START / 1000} s`)), LONGEST_START)
      child.once('error', reject).once('exit', (code) => reject(new Error(`${name}: ended with ${code}`)))
      let text = ''
      child.stdout.on('data', (piece) => {
        text += String(piece)
        for (const [, mark, time] of text.matchAll(/^fashen-mark (\S+) (\d+)$/gm)) marks.set(mark ?? '', Number(time))
        // the last mark of either kind of program comes when it can be used and is seen
        if (!marks.has('usable') || !marks.has('window-shown')) return
        clearTimeout(timer)
        resolve()
      })
    })
    return marks
  } finally {
    await ended(child)
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await exit
  clearTimeout(timer)
}

async function compared(ways: readonly Way[], say: Say): Promise<SubjectReport> {
  const found = new Map<string, Marks[]>(ways.map(({ name }) => [name, []]))
  for (let run = -1; run < RUNS; run += 1) {
    for (const way of ways) {
      const marks = await started(way)
      if (run >= 0) found.get(way.name)?.push(marks)
    }
    say(run < 0 ? 'each started once, not counted' : `round ${run + 1} of ${RUNS}`)
  }
  const median = (name: string, ...until: string[]): number =>
    timesOf((found.get(name) ?? []).map((marks) => Math.max(...until.map((mark) => marks.get(mark) ?? Number.NaN)))).median
  const empty = median('empty', 'usable')
  const against = { what: 'empty window, same options', measured: ms(empty) }
  const line = (what: string, name: string): Finding => {
    const value = median(name, 'usable', 'window-shown')
    return { what, measured: ms(value), against, goal: atMost(1.5, value / empty, '×') }
  }
  const steps = ['app-ready', 'window-created', 'dom-ready', 'window-shown', 'usable']
  const said = (name: string): string => `${name}: ${steps.map((step) => `${step} ${median(name, step).toFixed(0)}`).join(', ')} ms`
  return {
    findings: [line('asks for the passphrase', 'closed'), line('station open, signed in (passphrase and password given at once)', 'open')],
    notes: [
      `Median of ${RUNS}. ${said('open')}; ${said('empty')}.`,
      'Opening includes deriving the station key and checking the password (scrypt, see the subject unlock).',
    ],
  }
}
