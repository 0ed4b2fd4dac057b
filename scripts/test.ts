/**
 * `npm test`: lint, layers, types, build, then every kind of test. `npm test -- unit desktop` runs only the named
 * steps (lint, layers, types, build, unit, integration, crash, e2e, desktop). In CI (`CI=true`) a step that cannot run fails.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { findProgram, provide, type Need } from './system-packages.ts'
import { afterSecondTry, counts, filesToTryAgain, readReport, type Count, type Outcome } from './test-outcome.ts'

const root = resolve(import.meta.dirname, '..')
const runtimeTools = resolve(root, '../shared/tools/electron-runtime')
const inCi = process.env['CI'] === 'true'

const CHECKS = {
  lint: ['node_modules/oxlint/bin/oxlint', '--quiet'],
  layers: ['scripts/lint-layers.ts'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  build: ['scripts/build.ts'],
} as const satisfies Record<string, readonly string[]>

/** The kinds of tests in the order in which they run, with what each needs of the system. */
const KINDS = {
  unit: [],
  integration: ['poppler', 'fonts', 'openssl'],
  crash: [],
  e2e: ['chromium', 'poppler', 'fonts'],
  desktop: ['display', 'fonts'],
} as const satisfies Record<string, readonly Need[]>
type Kind = keyof typeof KINDS

/** Longest that one kind may take, in milliseconds: a run that a left process keeps alive ends as a failure, with its name. */
const LONGEST = 50 * 60_000

/** Kinds that drive a real window against the clock of a shared machine. */
const SECOND_TRY: readonly Kind[] = ['e2e', 'desktop']

const total: { -readonly [Key in keyof Count]: Count[Key] } = { passed: 0, failed: 0, skipped: 0 }
const problems: string[] = []

function node(args: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}

function runCheck(name: keyof typeof CHECKS): void {
  console.log(`\n— ${name}`)
  if (node(CHECKS[name]) === 0) total.passed += 1
  else {
    total.failed += 1
    problems.push(`${name} failed`)
  }
}

function cannotRun(kind: Kind, reason: string): void {
  const line = `${kind} tests did not run: ${reason}`
  console.log(line)
  if (!inCi) {
    problems.push(`${line} (not counted as a failure outside CI)`)
    return
  }
  total.failed += 1
  problems.push(line)
}

/** Runs one kind with vitest and adds its numbers; files that failed get a second try where a real window is driven. */
function runKind(kind: Kind): void {
  console.log(`\n— ${kind} tests`)
  const began = performance.now()
  const first = runVitest(kind, [])
  const again = SECOND_TRY.includes(kind) ? filesToTryAgain(first) : []
  const outcome = again.length === 0 ? first : afterSecondTry(first, secondTry(kind, first, again))
  console.log(`${kind}: ${Math.round((performance.now() - began) / 1000)} s`)
  for (const name of outcome.unsteady) problems.push(`${kind}: passed only on the second try: ${name}`)
  const counted = counts(outcome)
  if (counted.failed > 0) problems.push(`${kind}: ${counted.failed} failed`)
  total.passed += counted.passed
  total.failed += counted.failed
  total.skipped += counted.skipped
}

function secondTry(kind: Kind, first: Outcome, files: readonly string[]): Outcome {
  console.log(`\n— ${kind} tests: a second try of ${files.length} file(s) in which ${counts(first).failed} failed`)
  return runVitest(kind, files)
}

/** All files of a kind, or the named ones. */
function runVitest(kind: Kind, files: readonly string[]): Outcome {
  const report = join(root, 'out/build', files.length === 0 ? `test-${kind}.json` : `test-${kind}-second.json`)
  mkdirSync(join(root, 'out/build'), { recursive: true })
  rmSync(report, { force: true })
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files, '--project', kind, '--passWithNoTests']
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const command = [process.execPath, ...vitest, ...reporters]
  const needsDisplay = kind === 'desktop' && !process.env['DISPLAY']
  const [program = '', ...args] = needsDisplay ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command] : command
  const ended = spawnSync(program, args, { cwd: root, stdio: 'inherit', timeout: LONGEST, killSignal: 'SIGKILL' })
  if (ended.error !== undefined) problems.push(`${kind} did not end within ${LONGEST / 60_000} minutes`)
  const reported = existsSync(report) ? readReport(JSON.parse(readFileSync(report, 'utf8'))) : undefined
  return { files: reported ?? [], ended: ended.status === 0 && reported !== undefined, unsteady: [] }
}

function prepareAndRun(kind: Kind, missing: readonly Need[]): void {
  const unmet = KINDS[kind].filter((need) => missing.includes(need))
  if (kind === 'desktop') {
    const reason = desktopUnavailable(unmet)
    if (reason !== undefined) {
      const skipped = countDesktopTests()
      console.log(`Electron runtime not available, ${skipped} desktop tests skipped (${reason})`)
      total.skipped += skipped
      if (process.env['REQUIRE_ELECTRON'] === '1') {
        total.failed += 1
        problems.push(`desktop tests did not run: ${reason}`)
      }
      return
    }
  } else if (unmet.length > 0) {
    cannotRun(kind, `missing ${unmet.join(', ')}`)
    // What does not need the missing program still runs, outside CI.
    if (inCi || kind === 'e2e') return
  }
  runKind(kind)
}

/** Why the desktop shell cannot be tested here; `undefined` where it can. */
function desktopUnavailable(unmet: readonly Need[]): string | undefined {
  const script = join(runtimeTools, 'get-runtime.sh')
  if (!existsSync(script)) return 'the test runtime’s scripts are not there'
  if (unmet.length > 0) return `missing ${unmet.join(', ')}`
  if (findProgram('bash') === undefined) return 'no bash'
  const found = spawnSync('bash', [script], { encoding: 'utf8' })
  return found.status === 0 ? undefined : (found.stderr.trim().split('\n').at(-1) ?? 'it could not be fetched')
}

function countDesktopTests(): number {
  const listed = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'list', '--project', 'desktop', '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  try {
    return (JSON.parse(listed.stdout) as unknown[]).length
  } catch {
    return 0
  }
}

const names = [...Object.keys(CHECKS), ...Object.keys(KINDS)]
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${names.join(', ')}`)
  process.exit(1)
}
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)
const kinds = (Object.keys(KINDS) as Kind[]).filter(isWanted)
const hasDesktop = kinds.includes('desktop') && existsSync(runtimeTools)
const missing = provide([...new Set(kinds.filter((kind) => kind !== 'desktop' || hasDesktop).flatMap((kind): readonly Need[] => KINDS[kind]))])

for (const name of Object.keys(CHECKS) as (keyof typeof CHECKS)[]) {
  // The built files are what the last two kinds test, and what the integration tests look into.
  const neededByTests = name === 'build' && kinds.some((kind) => kind !== 'unit' && kind !== 'crash')
  if (isWanted(name) || neededByTests) runCheck(name)
}
for (const kind of kinds) prepareAndRun(kind, missing)

console.log('')
for (const problem of problems) console.log(problem)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
