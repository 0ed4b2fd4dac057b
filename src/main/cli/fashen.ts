/**
 * `fashen` on the command line. `fashen verify FILE` tells whether an opinion is what a station issued: signatures,
 * hash, number, chain head, and what does not match. `fashen prereview FOLDER` reads a case file and tells its suspicions.
 * `fashen backup FOLDER TARGET` makes a backup of a station.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { FashenError } from '../../shared/errors/errors.ts'
import { describeError } from '../../shared/errors/messages.ts'
import { CHECK_LABELS, CHECK_RESULT_LABELS, VERDICT_LABELS } from '../../shared/verification/labels.ts'
import type { Language } from '../../shared/values/values.ts'
import type { VerificationReport } from '../../shared/verification/contract.ts'
import { PROGRAM_VERSION } from '../core/program.ts'
import { openWorkstation } from '../core/workstation.ts'
import { resourcesFolder } from '../shell/program-folders.ts'
import { unwrapWithPassphrase } from '../station/key-file.ts'
import { readVerifyData } from '../verification/exported-witness.ts'
import { requireOpinionSize, verifyOpinion, type Witnesses } from '../verification/verify-opinion.ts'
import { askedLanguage, readCommandLine, type CommandLine } from './command-line.ts'
import { COMMANDS, USAGE, UsageError, type Command } from './usage.ts'

/** What a script that calls this can rely on. */
const EXIT = { genuine: 0, intact: 0, bad: 1, usage: 2 } as const

function systemLanguage(): Language {
  return /^zh/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale) ? 'zh-CN' : 'en'
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** In one write, so that a reader who stops after the first lines (`| head`) breaks nothing. */
function printReport(report: VerificationReport, language: Language): void {
  const lines = [`${VERDICT_LABELS[report.verdict][language]}  ${report.fileName}`, `  SHA-256  ${report.sha256}`]
  if (report.number !== null) lines.push(`  ${language === 'zh-CN' ? '文号' : 'number'}  ${report.number}`)
  if (report.chainHead !== null) {
    lines.push(`  ${language === 'zh-CN' ? '审计链' : 'chain head'}  #${report.chainHead.seq} ${report.chainHead.hash}`)
  }
  for (const { signerName, signedAt, algorithm, issuer, signatureValid } of report.signatures) {
    lines.push(`  ${signatureValid ? '✓' : '✗'} ${signerName}  ${signedAt ?? ''}  ${algorithm}  (${issuer})`)
  }
  for (const { id, result, detail } of report.checks) {
    const mark = { ok: '✓', bad: '✗', unknown: '?' }[result]
    const said = `${CHECK_LABELS[id][language]}: ${CHECK_RESULT_LABELS[result][language]}`
    lines.push(`  ${mark} ${said}${detail === '' ? '' : `  ${detail}`}`)
  }
  print(lines.join('\n'))
}

async function askPassphrase(language: Language): Promise<string> {
  const given = process.env['FASHEN_PASSPHRASE']
  if (given !== undefined) return given
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    // where the input ends before a line was typed, an answer never comes
    const ended = new Promise<undefined>((settle) => terminal.once('close', () => settle(undefined)))
    const typed = await Promise.race([terminal.question(language === 'zh-CN' ? '启用口令：' : 'Passphrase: '), ended])
    if (typed === undefined) throw new FashenError('wrong-key', {})
    return typed
  } finally {
    terminal.close()
  }
}

/** Throws `file-unreadable`, `file-is-folder`, `file-too-large`. */
function readOpinion(file: string): Uint8Array {
  try {
    const stats = statSync(file)
    if (stats.isDirectory()) throw new FashenError('file-is-folder', { name: file })
    // a pipe or a device would be read without end
    if (!stats.isFile()) throw new FashenError('file-unreadable', { name: file, reason: 'ENOTSUP' })
    requireOpinionSize(file, stats.size)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof FashenError) throw error
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new FashenError('file-unreadable', { name: file, reason }, { cause: error })
  }
}

async function verify(file: string, stationFolder: string | undefined, language: Language): Promise<number> {
  const bytes = readOpinion(file)
  const exported = readVerifyData(file)
  const judge = (witnesses: Witnesses) => {
    const report = verifyOpinion(bytes, file, witnesses)
    printReport(report, language)
    return EXIT[report.verdict]
  }
  if (stationFolder === undefined) return judge({ exported })
  const dataKey = await unwrapWithPassphrase(resolve(stationFolder), await askPassphrase(language))
  const options = { resourcesFolder: resourcesFolder(import.meta.dirname), sweep: false, read: false }
  const workstation = await openWorkstation(resolve(stationFolder), dataKey, options)
  try {
    const { reader } = workstation.workbench
    return judge({ exported, station: { reader, id: workstation.workbench.station().id } })
  } finally {
    workstation.close()
  }
}

/** Runs one command; answers the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  // a pre-review is about Chinese papers: all that it says is Chinese unless somebody asks for another language
  const language = askedLanguage(words) ?? (words[0] === 'prereview' ? 'zh-CN' : systemLanguage())
  try {
    return await run(readCommandLine(words), language)
  } catch (error) {
    return explain(error, language)
  }
}

async function run(line: CommandLine, language: Language): Promise<number> {
  const { command, help } = line
  const [first = '', second = ''] = line.paths
  if (help || command === null) {
    print(usageOf(command, language))
    return EXIT.genuine
  }
  if (command === 'version') {
    print(`fashen ${PROGRAM_VERSION}`)
    return EXIT.genuine
  }
  if (command === 'prereview') {
    const { json, sector, region, today } = line
    // loaded when asked for: readers and rules are of no use to a verification
    const { prereview } = await import('./prereview.ts')
    await prereview({ folder: first, json, language, sector, region, today })
    return EXIT.genuine
  }
  if (command === 'backup') {
    const { backUp } = await import('./backup.ts')
    print(await backUp(resolve(first), resolve(second), await askPassphrase(language), language))
    return EXIT.genuine
  }
  return await verify(resolve(first), line.station ?? undefined, language)
}

/** Of one command, or of all. */
function usageOf(command: Command | null, language: Language): string {
  const commands = command === null ? COMMANDS : [command]
  return [language === 'zh-CN' ? '用法：' : 'usage:', ...commands.map((one) => USAGE[one][language])].join('\n')
}

function explain(error: unknown, language: Language): number {
  if (error instanceof FashenError) {
    const { what, next } = describeError(error.toJson(), language)
    process.stderr.write(`${what}\n${next === undefined ? '' : `${next}\n`}`)
    return EXIT.bad
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.words[language]}\n${usageOf(error.command, language)}\n`)
    return EXIT.usage
  }
  throw error
}

const started = process.argv[1]
if (started !== undefined && realpathSync(started) === import.meta.filename) process.exitCode = await main(process.argv.slice(2))
