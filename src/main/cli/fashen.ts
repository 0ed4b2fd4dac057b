/**
 * `fashen` on the command line. `fashen verify FILE` tells whether an opinion is what a station issued: signatures,
 * hash, number, chain head, and what does not match. `fashen prereview FOLDER` reads a case file and tells its suspicions.
 * `fashen backup FOLDER TARGET` makes a backup of a station.
 */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
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

/** What a script that calls this can rely on. */
const EXIT = { genuine: 0, intact: 0, bad: 1, usage: 2 } as const

const USAGE: Record<Language, string> = {
  'zh-CN': `用法：fashen verify 文件.pdf [--station 文件夹] [--language zh-CN|en]
  核验一份法制审核意见书。同一文件夹中有 verify.json 时一并核对；给出工作站文件夹时与其记录核对（需要启用口令，
  可用环境变量 FASHEN_PASSPHRASE 提供）。
退出码：0 没有不符之处，1 有不符，2 用法错误。
      fashen prereview 文件夹或ZIP [--json] [--lang zh-CN|en] [--sector 行业] [--region 区划代码] [--today YYYY-MM-DD]
  阅读一个案卷文件夹（含扫描件），列出文书及其种类、要素、时间线和预审疑点；--json 输出全部内容，进度写到标准错误。
退出码：0 完成，1 文件夹无法读取，2 用法错误。
      fashen backup 工作站文件夹 目标文件夹 [--language zh-CN|en]
  把工作站备份到目标文件夹下新建的文件夹中并核对（需要启用口令，可用环境变量 FASHEN_PASSPHRASE 提供；窗口须先关闭）。
退出码：0 已备份，1 没有备份，2 用法错误。
      fashen version`,
  en: `usage: fashen verify FILE.pdf [--station FOLDER] [--language zh-CN|en]
  Verifies a legal review opinion. A verify.json in the same folder is checked too; with a station's folder its
  record is compared (asks for the passphrase, or takes it from FASHEN_PASSPHRASE).
exit codes: 0 nothing amiss, 1 something does not match, 2 usage.
       fashen prereview FOLDER|ZIP [--json] [--lang zh-CN|en] [--sector ID] [--region CODE] [--today YYYY-MM-DD]
  Reads a case folder (scans included) and tells its documents and their kinds, facts, timeline and suspicions; --json
  prints everything, progress goes to standard error.
exit codes: 0 done, 1 the folder cannot be read, 2 usage.
       fashen backup STATION TARGET [--language zh-CN|en]
  Backs the station up into a new folder in TARGET and checks it (asks for the passphrase, or takes it from
  FASHEN_PASSPHRASE; close its window first).
exit codes: 0 backed up, 1 not backed up, 2 usage.
       fashen version`,
}

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
  const fallback = systemLanguage()
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        station: { type: 'string' },
        language: { type: 'string' },
        lang: { type: 'string' },
        json: { type: 'boolean', default: false },
        sector: { type: 'string' },
        region: { type: 'string' },
        today: { type: 'string' },
      },
    })
    const wanted = values.lang ?? values.language
    const language: Language = wanted === 'zh-CN' || wanted === 'en' ? wanted : fallback
    const [command, file] = positionals
    if (command === 'version') {
      print(`fashen ${PROGRAM_VERSION}`)
      return EXIT.genuine
    }
    if (command === 'prereview' && file !== undefined && positionals.length === 2) {
      const { json, sector = null, region = null, today } = values
      // loaded when asked for: readers and rules are of no use to a verification
      const { prereview } = await import('./prereview.ts')
      // its report is Chinese unless somebody asks for another language
      if (await prereview({ folder: file, json, language: wanted === undefined ? 'zh-CN' : language, sector, region, today })) return EXIT.genuine
      process.stderr.write(`${USAGE[language]}\n`)
      return EXIT.usage
    }
    const target = positionals[2]
    if (command === 'backup' && file !== undefined && target !== undefined && positionals.length === 3) {
      const { backUp } = await import('./backup.ts')
      print(await backUp(resolve(file), resolve(target), await askPassphrase(language), language))
      return EXIT.genuine
    }
    if (command !== 'verify' || file === undefined || positionals.length !== 2) {
      process.stderr.write(`${USAGE[language]}\n`)
      return EXIT.usage
    }
    return await verify(resolve(file), values.station, language)
  } catch (error) {
    return explain(error, fallback)
  }
}

function explain(error: unknown, language: Language): number {
  if (error instanceof FashenError) {
    const { what, next } = describeError(error.toJson(), language)
    process.stderr.write(`${what}\n${next === undefined ? '' : `${next}\n`}`)
    return EXIT.bad
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`${USAGE[language]}\n`)
    return EXIT.usage
  }
  throw error
}

const started = process.argv[1]
if (started !== undefined && realpathSync(started) === import.meta.filename) process.exitCode = await main(process.argv.slice(2))
