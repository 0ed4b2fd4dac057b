/** From the start of the program to a window that a person can work in, against an empty window in the same Electron. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { build } from '../scripts/build.ts'
import { SAMPLE_SECRETS } from '../src/main/samples/sample-line.ts'
import { loadSampleCase } from '../src/main/samples/sample-case.ts'
import { windowOptions } from '../src/shared/shell/window-options.ts'
import { DEFAULT_COST, STATION_KEY_COST } from '../src/main/keys/wrapped-secret.ts'
import { keyFilePath } from '../src/main/station/key-file.ts'
import type { Staged } from '../test/desktop/electron-app.ts'
import { timesOf } from './measure.ts'
import { atMost, ms, type Finding, type Say, type Subject, type SubjectReport } from './report.ts'
import { resourcesFolder, scratchFolder, stationWithManyCases } from './stations.ts'

const RUNS = 7
const LONGEST_START = 60_000

type Desktop = typeof import('../test/desktop/electron-app.ts')

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
        const { folder } = await stationWithManyCases(say)
        const keyFile = keyFilePath(folder)
        const key = readFileSync(keyFile)
        try {
          const ways = await waysToStart({ staged, work, folder, desktop })
          return await compared(ways, scryptAlone(staged.installed), say)
        } finally {
          // without what the key chain was given to keep
          writeFileSync(keyFile, key)
        }
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

function emptyWindow({ withProgram }: Desktop, installed: string, work: string): string {
  const { executable, program } = withProgram(installed, work, join(import.meta.dirname, 'empty-window'))
  writeFileSync(join(program, 'preload.cjs'), '')
  const bounds = { width: 1360, height: 860 }
  const options = windowOptions({ preload: join(program, 'preload.cjs'), bounds, developing: false, remembered: {}, partition: 'empty-window' })
  writeFileSync(join(program, 'options.json'), JSON.stringify(options))
  return executable
}

interface Surroundings {
  readonly staged: Staged
  readonly work: string
  /** The station. */
  readonly folder: string
  readonly desktop: Desktop
}

async function waysToStart({ staged, work, folder, desktop }: Surroundings): Promise<Way[]> {
  const sample = await loadSampleCase(join(resourcesFolder, 'samples', 'penalty-no-permit'))
  const login = sample.people.find(({ roles }) => roles.includes('head'))?.login
  const { passphrase, password } = SAMPLE_SECRETS
  const signingIn = { FASHEN_AUTO_SIGN_IN: JSON.stringify({ passphrase, login, password }) }
  const home = (name: string): NodeJS.ProcessEnv => {
    mkdirSync(join(work, name), { recursive: true })
    return desktop.ownHome(join(work, name))
  }
  const { installed } = staged
  const args = ['--no-sandbox', `--folder=${folder}`]
  const keyed: Way = {
    name: 'keyed',
    executable: desktop.withKeyChain(staged, work),
    args: [...args, desktop.KEY_CHAIN_ARGUMENT],
    env: home('keyed-home'),
  }
  // opened once with the passphrase, the key chain is given the key to keep
  await started({ ...keyed, env: { ...keyed.env, ...signingIn } })
  return [
    { name: 'empty', executable: emptyWindow(desktop, installed, work), args: ['--no-sandbox'], env: home('empty-home') },
    { name: 'closed', executable: installed, args, env: home('closed-home') },
    keyed,
    { name: 'open', executable: installed, args, env: { ...home('open-home'), ...signingIn } },
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
        // the last mark of either kind of program comes when it can be used and is seen; a key chain may still be at work
        if (!marks.has('usable') || !marks.has('window-shown') || (name === 'keyed' && !marks.has('key-chain-done'))) return
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

interface ScryptTimes {
  readonly passphrase: number
  readonly password: number
}

/** Milliseconds of scrypt alone at the product's costs, by the library of this Electron. */
function scryptAlone(executable: string): ScryptTimes {
  const costs = [STATION_KEY_COST, DEFAULT_COST].map(({ N, r, p }) => [N, r, p].join())
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { stdout } = spawnSync(executable, [join(import.meta.dirname, 'scrypt-process.js'), ...costs], { env, encoding: 'utf8' })
  const [passphrase, password] = z.tuple([z.number(), z.number()]).parse(JSON.parse(stdout))
  return { passphrase, password }
}

async function compared(ways: readonly Way[], { passphrase, password }: ScryptTimes, say: Say): Promise<SubjectReport> {
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
  const whole = (name: string): number => median(name, 'usable', 'window-shown')
  const line = (what: string, value: number, goal: number | undefined): Finding => ({
    what,
    measured: ms(value),
    against,
    ...(goal === undefined ? {} : { goal: atMost(goal, value / empty, '×') }),
  })
  const steps = ['app-ready', 'window-created', 'dom-ready', 'window-shown', 'usable']
  const said = (name: string): string => `${name}: ${steps.map((step) => `${step} ${median(name, step).toFixed(0)}`).join(', ')} ms`
  return {
    findings: [
      line('asks for the passphrase', whole('closed'), 1.5),
      line('with the key chain: takes name and password', whole('keyed'), 1.5),
      line('and has opened the store meanwhile', median('keyed', 'usable', 'window-shown', 'key-chain-done'), undefined),
      line('passphrase and password given at once, first lists there', whole('open'), undefined),
      line('the same less scrypt', whole('open') - passphrase - password, undefined),
    ],
    notes: [
      `Median of ${RUNS}, the kinds of start in turn. ${ways.map(({ name }) => said(name)).join('; ')}.`,
      `scrypt alone, in the same Electron: passphrase ${passphrase.toFixed(0)} ms, password ${password.toFixed(0)} ms. Its cost is chosen, so a start with both takes that and more.`,
      'The key chain is Chromium’s own store without a key ring behind it: a ring of the system adds the time of its answer.',
    ],
  }
}
