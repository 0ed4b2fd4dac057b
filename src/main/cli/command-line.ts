/** Reads the words of a command line; every command takes its own options, and no other. */
import { parseArgs } from 'node:util'
import type { Bilingual, Language } from '../../shared/values/values.ts'
import { COMMANDS, UsageError, type Command } from './usage.ts'

const OPTIONS = { station: 'string', language: 'string', lang: 'string', json: 'boolean', sector: 'string', region: 'string', today: 'string', help: 'boolean' } as const
type Option = keyof typeof OPTIONS

const OPTIONS_OF: Readonly<Record<Command, readonly Option[]>> = {
  verify: ['station', 'language', 'lang', 'help'],
  prereview: ['json', 'language', 'lang', 'sector', 'region', 'today', 'help'],
  backup: ['language', 'lang', 'help'],
  version: ['language', 'lang', 'help'],
}

/** The paths that a command needs. */
const PATHS_OF: Readonly<Record<Command, readonly Bilingual[]>> = {
  verify: [{ 'zh-CN': '意见书文件', en: 'the opinion' }],
  prereview: [{ 'zh-CN': '案卷文件夹', en: 'the case folder' }],
  backup: [
    { 'zh-CN': '工作站文件夹', en: 'the station’s folder' },
    { 'zh-CN': '目标文件夹', en: 'the target folder' },
  ],
  version: [],
}

export interface CommandLine {
  /** Null: nothing but help is asked for. */
  readonly command: Command | null
  readonly paths: readonly string[]
  readonly help: boolean
  readonly json: boolean
  /** Null where it was not asked for one. */
  readonly language: Language | null
  readonly station: string | null
  readonly sector: string | null
  readonly region: string | null
  readonly today: string | null
}

interface Given {
  readonly name: string
  readonly raw: string
  readonly value: string | undefined
}

function isCommand(word: string | undefined): word is Command {
  return COMMANDS.some((command) => command === word)
}

const isOption = (name: string): name is Option => Object.hasOwn(OPTIONS, name)

/** The language that was asked for, wherever on the line: what is wrong with the line is said in it too. */
export function askedLanguage(words: readonly string[]): Language | null {
  const asked = words.flatMap((word, place) => (/^--lang(?:uage)?$/u.test(word) ? (words[place + 1] ?? []) : (/^--lang(?:uage)?=(.*)$/u.exec(word)?.[1] ?? [])))
  const last = asked.at(-1)
  return last === 'zh-CN' || last === 'en' ? last : null
}

/** Throws `UsageError`. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const types = Object.fromEntries(Object.entries(OPTIONS).map(([name, type]) => [name, name === 'help' ? { type, short: 'h' } : { type }]))
  const { positionals, tokens } = parseArgs({ args: [...words], options: types, allowPositionals: true, strict: false, tokens: true })
  const given = tokens.flatMap((token): Given[] => (token.kind === 'option' ? [{ name: token.name, raw: token.rawName, value: token.value }] : []))
  const [word, ...paths] = positionals
  const help = given.some(({ name }) => name === 'help') || word === 'help'
  if (word !== undefined && word !== 'help' && !isCommand(word)) throw new UsageError(null, { 'zh-CN': `不认识的命令：${word}`, en: `unknown command: ${word}` })
  const command = isCommand(word) ? word : null
  for (const option of given) requireOption(command, option)
  if (!help) requirePaths(command, paths)
  const valueOf = (...names: readonly Option[]): string | null => given.findLast(({ name }) => names.some((one) => one === name))?.value ?? null
  return {
    command,
    paths,
    help,
    json: given.some(({ name }) => name === 'json'),
    language: requireLanguage(command, valueOf('lang', 'language')),
    station: valueOf('station'),
    sector: valueOf('sector'),
    region: valueOf('region'),
    today: valueOf('today'),
  }
}

function requireOption(command: Command | null, { name, raw, value }: Given): void {
  const known = isOption(name) && (command === null ? name === 'help' : OPTIONS_OF[command].includes(name))
  if (!known) throw new UsageError(command, { 'zh-CN': `不认识的选项：${raw}`, en: `unknown option: ${raw}` })
  if (OPTIONS[name] === 'string' && (value === undefined || value === '')) {
    throw new UsageError(command, { 'zh-CN': `选项 ${raw} 没有取值`, en: `option ${raw} needs a value` })
  }
  if (OPTIONS[name] === 'boolean' && value !== undefined) {
    throw new UsageError(command, { 'zh-CN': `选项 ${raw} 不带取值：${value}`, en: `option ${raw} takes no value: ${value}` })
  }
}

function requirePaths(command: Command | null, paths: readonly string[]): void {
  if (command === null) throw new UsageError(null, { 'zh-CN': '没有给出命令', en: 'no command is given' })
  const wanted = PATHS_OF[command]
  const missing = wanted[paths.length]
  if (missing !== undefined) throw new UsageError(command, { 'zh-CN': `没有给出${missing['zh-CN']}`, en: `${missing.en} is not given` })
  const more = paths[wanted.length]
  if (more !== undefined) {
    throw new UsageError(command, {
      'zh-CN': `多出一个参数：${more}（路径中有空格的，请用引号括起来）`,
      en: `one argument too many: ${more} (put a path with spaces into quotation marks)`,
    })
  }
}

function requireLanguage(command: Command | null, asked: string | null): Language | null {
  if (asked === null || asked === 'zh-CN' || asked === 'en') return asked
  throw new UsageError(command, { 'zh-CN': `--lang 只能是 zh-CN 或者 en：${asked}`, en: `--lang is zh-CN or en: ${asked}` })
}
