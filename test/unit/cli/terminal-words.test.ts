/** What a terminal says of files that gave no text: nothing there is taken in, kept or closed. */
import { expect, it } from 'vitest'
import { terminalWords } from '../../../src/main/cli/terminal-words.ts'
import { REPORT_DATA, type IntakeLine, type ReportCode } from '../../../src/shared/intake/reading/report.ts'

/** A line of the code with a value in every field. */
function lineOf(code: ReportCode): IntakeLine {
  const data = Object.fromEntries(Object.entries(REPORT_DATA[code]).map(([field, kind]) => [field, kind === 'count' ? 3 : 'DOC']))
  return { name: 'a', code, data } as unknown as IntakeLine
}
const codes = Object.keys(REPORT_DATA) as ReportCode[]

it.each(codes)('%s is said without words of the window', (code) => {
  const { what, next = '' } = terminalWords(lineOf(code), 'zh-CN')
  expect(`${what}${next}`).not.toMatch(/没有收入|原样保存|关闭/u)
  const { what: english, next: then = '' } = terminalWords(lineOf(code), 'en')
  expect(`${english} ${then}`).not.toMatch(/not taken in|kept as it is|Close/u)
})

it('says why the system refused, and leaves the names of files alone', () => {
  expect(terminalWords({ name: 'a', code: 'unreadable', data: { reason: 'EACCES' } }, 'zh-CN').what).toBe('不能读取（没有权限），没有预审。')
  expect(terminalWords({ name: 'a', code: 'duplicate', data: { of: '没有收入证明.pdf' } }, 'zh-CN').what).toBe('与“没有收入证明.pdf”内容完全相同，只预审一份。')
})
