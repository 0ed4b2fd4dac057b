/**
 * `npm run bench`: how fast the workstation is, as ratios against a peer or a floor measured in the same run. Nothing is
 * asserted: a slow computer is no failure. `npm run bench -- SUBJECT…` runs some subjects; the names are printed.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { attaching } from './attaching.ts'
import { caseList } from './case-list.ts'
import { chain } from './chain.ts'
import { clocks } from './clocks.ts'
import { commit } from './commit.ts'
import { home } from './home.ts'
import { evidencePages } from './evidence-pages.ts'
import { laws } from './laws.ts'
import { ledger } from './ledger.ts'
import { intake } from './intake.ts'
import { memory } from './memory.ts'
import { opinion } from './opinion.ts'
import { reading } from './reading.ts'
import { desk } from './review-desk.ts'
import { ratioOf, table, type SubjectReport } from './report.ts'
import { start } from './start.ts'
import { statistics } from './statistics.ts'
import { unlock } from './unlock.ts'

const root = resolve(import.meta.dirname, '..')
const SUBJECTS = [opinion, evidencePages, reading, caseList, home, clocks, statistics, ledger, commit, chain, attaching, intake, unlock, laws, memory, start, desk]

function commitId(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', ['--no-optional-locks', ...args], { cwd: root, encoding: 'utf8' }).trim()
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with changes')
  } catch {
    return 'unknown'
  }
}

function machine(): Record<string, string> {
  const processors = cpus()
  return {
    cpu: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`,
    memory: `${(totalmem() / 1024 ** 3).toFixed(1)} GiB`,
    system: `${platform()} ${release()} ${arch()}`,
    load: loadavg()[0]?.toFixed(2) ?? '',
    node: process.version,
    commit: commitId(),
    at: new Date().toISOString(),
  }
}

/** A subject that breaks off does not keep the others from being measured. */
function failed(error: unknown): SubjectReport {
  process.exitCode = 1
  return { findings: [], notes: [], skipped: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
}

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !SUBJECTS.some((subject) => subject.name === name))
  if (unknown.length > 0) {
    console.error(`unknown subject ${unknown.join(', ')}; there are ${SUBJECTS.map(({ name }) => name).join(', ')}`)
    process.exitCode = 2
    return
  }
  const facts = machine()
  console.log(Object.entries(facts).map(([name, value]) => `${name} ${value}`).join(' · '))
  const began = performance.now()
  const results: Record<string, unknown> = {}
  for (const subject of SUBJECTS) {
    if (wanted.length > 0 && !wanted.includes(subject.name)) continue
    const started = performance.now()
    const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`
    console.log(`\n${subject.name}: ${subject.title}`)
    const report = await subject.run((line) => console.log(`  … ${seconds()}  ${line}`)).catch(failed)
    if (report.findings.length > 0) console.log(table(report.findings))
    for (const line of report.notes) console.log(`  ${line}`)
    for (const line of report.skipped ?? []) console.log(`  NOT MEASURED: ${line}`)
    results[subject.name] = {
      ...report,
      findings: report.findings.map((finding) => ({ ...finding, ratio: ratioOf(finding) })),
      seconds: (performance.now() - started) / 1000,
    }
  }
  const target = join(root, 'out/bench/result.json')
  mkdirSync(join(root, 'out/bench'), { recursive: true })
  writeFileSync(target, `${JSON.stringify({ machine: facts, subjects: results }, null, 2)}\n`)
  console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s; also in out/bench/result.json`)
}

await main(process.argv.slice(2))
