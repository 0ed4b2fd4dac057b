/** Builds what is stale: `node scripts/build.ts`; `--force` builds everything. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const root = resolve(import.meta.dirname, '..')

interface Part {
  readonly name: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** Folders that are emptied first. */
  readonly folders: readonly string[]
  readonly command: readonly [module: string, ...args: string[]]
}

const COMMON = ['package.json', 'package-lock.json', 'tsconfig.json', 'src/shared', 'src/main']

const PARTS: readonly Part[] = [
  {
    name: 'desktop',
    inputs: [...COMMON, 'src/renderer', 'electron.vite.config.ts', 'scripts/licences.ts'],
    outputs: ['out/main/desktop.js', 'out/main/core-process.js', 'out/main/reading-thread.js', 'out/preload/preload.cjs', 'out/renderer/index.html'],
    folders: ['out/main', 'out/preload', 'out/renderer'],
    command: ['electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  },
  {
    name: 'loopback',
    inputs: [...COMMON, 'vite.loopback.config.ts'],
    outputs: ['out/loopback/loopback.js', 'out/cli/reading-thread.js'],
    folders: ['out/loopback', 'out/cli'],
    command: ['vite/bin/vite.js', 'build', '--config', 'vite.loopback.config.ts', '--logLevel', 'warn'],
  },
]

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** One hash over names and contents: a checkout with new times but the same text is not stale. */
function fingerprint(inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesUnder(join(root, input))).toSorted()) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const stampOf = (part: Part): string => join(root, 'out/build', `${part.name}.stamp`)

function isStale(part: Part, current: string): boolean {
  const stamp = stampOf(part)
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== current) return true
  return part.outputs.some((output) => !existsSync(join(root, output)))
}

async function buildPart(part: Part, current: string): Promise<void> {
  rmSync(stampOf(part), { force: true })
  for (const folder of part.folders) rmSync(join(root, folder), { recursive: true, force: true })
  const [module, ...args] = part.command
  const child = spawn(process.execPath, [join(root, 'node_modules', module), ...args], { cwd: root, stdio: 'pipe' })
  const lines: string[] = []
  child.stdout.on('data', (text) => lines.push(String(text)))
  child.stderr.on('data', (text) => lines.push(String(text)))
  const code = await new Promise<number | null>((resolveCode, reject) => child.on('error', reject).on('close', resolveCode))
  const missing = part.outputs.filter((output) => !existsSync(join(root, output)))
  if (code !== 0 || missing.length > 0) {
    throw new Error(`build of ${part.name} failed (${code})\n${stripVTControlCharacters(lines.join(''))}${missing.map((file) => `missing ${file}\n`).join('')}`)
  }
  mkdirSync(dirname(stampOf(part)), { recursive: true })
  writeFileSync(stampOf(part), current)
}

/** Builds the stale parts side by side, which are told before; returns their names. Throws with the builder's own output when one fails. */
export async function build(force = false, onStale: (names: readonly string[]) => void = () => undefined): Promise<string[]> {
  const stale = PARTS.map((part) => ({ part, current: fingerprint(part.inputs) })).filter(
    ({ part, current }) => force || isStale(part, current),
  )
  if (stale.length > 0) onStale(stale.map(({ part }) => part.name))
  const results = await Promise.allSettled(stale.map(({ part, current }) => buildPart(part, current)))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return stale.map(({ part }) => part.name)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  try {
    const built = await build(process.argv.includes('--force'))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(built.length === 0 ? 'build: everything is up to date' : `build: ${built.join(', ')} in ${seconds} s`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
