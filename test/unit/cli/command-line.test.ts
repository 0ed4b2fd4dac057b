/** What a command line says, and what is told to whoever asks wrongly. */
import { describe, expect, it } from 'vitest'
import { askedLanguage, readCommandLine } from '../../../src/main/cli/command-line.ts'
import { UsageError } from '../../../src/main/cli/usage.ts'

function refused(line: string): UsageError {
  try {
    readCommandLine(line.split(' ').filter((word) => word !== ''))
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
  throw new Error(`${line} was taken`)
}

it.each([
  ['', null, '没有给出命令', 'no command is given'],
  ['review .', null, '不认识的命令：review', 'unknown command: review'],
  ['prereview', 'prereview', '没有给出案卷文件夹', 'the case folder is not given'],
  ['prereview /我的 案卷', 'prereview', '多出一个参数：案卷', 'one argument too many: 案卷'],
  ['prereview . --nonsense', 'prereview', '不认识的选项：--nonsense', 'unknown option: --nonsense'],
  ['prereview . -x', 'prereview', '不认识的选项：-x', 'unknown option: -x'],
  ['prereview . --station x', 'prereview', '不认识的选项：--station', 'unknown option: --station'],
  ['verify a.pdf --json', 'verify', '不认识的选项：--json', 'unknown option: --json'],
  ['prereview . --json=yes', 'prereview', '选项 --json 不带取值', 'option --json takes no value'],
  ['prereview . --today', 'prereview', '选项 --today 没有取值', 'option --today needs a value'],
  ['prereview . --today=', 'prereview', '选项 --today 没有取值', 'option --today needs a value'],
  ['prereview . --lang fr', 'prereview', '--lang 只能是 zh-CN 或者 en：fr', '--lang is zh-CN or en: fr'],
  ['backup /station', 'backup', '没有给出目标文件夹', 'the target folder is not given'],
])('“%s” is refused with what is wrong in it', (line, command, chinese, english) => {
  const error = refused(line)
  expect(error.command).toBe(command)
  expect(error.words['zh-CN']).toContain(chinese)
  expect(error.words.en).toContain(english)
})

describe('a line that is right', () => {
  it('is taken with its options wherever they stand', () => {
    expect(readCommandLine(['prereview', '--json', '--today=2026-11-20', '案卷', '--lang', 'en'])).toMatchObject({
      command: 'prereview',
      paths: ['案卷'],
      json: true,
      language: 'en',
      today: '2026-11-20',
      sector: null,
    })
    expect(readCommandLine(['verify', 'a.pdf', '--station', '站'])).toMatchObject({ command: 'verify', paths: ['a.pdf'], station: '站', language: null })
  })

  it('may be a question for help, with or without the rest', () => {
    for (const words of [['--help'], ['help'], ['prereview', '-h'], ['prereview', '案卷', '--help']]) expect(readCommandLine(words).help).toBe(true)
  })
})

it('the language is known of a line that is wrong', () => {
  expect([['prereview', '--lang', 'en', '--x'], ['--language=zh-CN'], ['--lang', 'fr'], []].map(askedLanguage)).toEqual(['en', 'zh-CN', null, null])
})
