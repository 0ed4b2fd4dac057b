/** `fashen prereview FOLDER` as a person or a script runs it. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateSampleFiles } from '../../../src/main/samples/generate.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

const COMMAND = resolve(import.meta.dirname, '../../../src/main/cli/fashen.ts')
const SAMPLE = resolve(import.meta.dirname, '../../../resources/samples/penalty-no-permit')

const INQUIRY = `询问笔录
询问时间：2026年3月9日9时10分至10时25分
询问地点：清川县生态环境局询问室
询问人：田禾（执法证号：43000010001）
记录人：田禾（执法证号：43000010001）
被询问人：江小满，清川县碧波印染有限公司厂长
问：我是执法人员田禾，这是我的执法证件，请过目。你有权申请回避，是否申请？
答：看过了，不申请回避。
以上笔录我看过，属实。江小满  2026年3月9日
`

interface Printed {
  readonly documents: readonly { readonly file: string; readonly kinds: readonly { kind: string; name: string; confidence: number; pages: number[] }[]; readonly problem?: { code: string } }[]
  readonly facts: readonly { readonly file: string; readonly kind: string; readonly facts: { readonly persons: readonly { name: string; passage: { words: string } }[] } }[]
  readonly timeline: readonly { readonly day: string; readonly file: string; readonly passage: string }[]
  readonly findings: readonly { ruleId: string; questionId: string; severity: string; file: string; page: number; passage: string; message: string }[]
  readonly report: readonly { readonly name: string; readonly code: string }[]
  readonly failedRules: readonly unknown[]
}

let folder: string
let sample: string

beforeAll(async () => {
  folder = join(temporaryFolder('prereview'), '案卷')
  mkdirSync(join(folder, '证据'), { recursive: true })
  writeFileSync(join(folder, '证据', '1询问笔录.txt'), INQUIRY)
  writeFileSync(join(folder, '2.坏的.pdf'), '%PDF-1.7 not a document')
  writeFileSync(join(folder, '3.空的.txt'), '')
  sample = join(temporaryFolder('prereview'), 'sample')
  await generateSampleFiles(SAMPLE, sample)
})
afterAll(removeTemporaryFolders)

function fashen(args: readonly string[], as: { readonly uid?: number; readonly gid?: number } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    maxBuffer: 1e8,
    ...as,
  })
  return { status, stdout, stderr }
}

const printed = (stdout: string): Printed => JSON.parse(stdout) as Printed

/** A folder of one case file each. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const made = join(temporaryFolder('prereview'), '案卷')
  mkdirSync(made)
  for (const [name, words] of Object.entries(files)) writeFileSync(join(made, name), words)
  return made
}

/** Somebody whom permissions hold back; undefined where this computer does not let us act as somebody else. */
const NOBODY = 65534
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
const heldBack = spawnSync(process.execPath, [COMMAND, 'version'], asNobody).status === 0 && process.platform !== 'win32'

describe('fashen prereview', () => {
  it('prints documents, facts, timeline and findings with their places, and progress apart from them', () => {
    const { status, stdout, stderr } = fashen(['prereview', folder, '--json'])
    expect(status).toBe(0)
    expect(stderr).toContain('读取 2/2')
    const { documents, facts, timeline, findings, failedRules } = printed(stdout)
    const record = documents.find(({ file }) => file === '证据/1询问笔录.txt')
    expect(record?.kinds).toEqual([{ kind: 'inquiry-record', name: '询问（调查）笔录', confidence: expect.any(Number), pages: [1] }])
    expect(facts.find(({ kind }) => kind === 'inquiry-record')?.facts.persons.map(({ passage }) => passage.words)).toContain('江小满')
    expect(timeline[0]).toMatchObject({ day: '2026-03-09', file: '证据/1询问笔录.txt', page: 1 })
    expect(findings).toContainEqual(
      expect.objectContaining({ ruleId: '2.1-one-officer', questionId: '2.1', severity: 'F', file: '证据/1询问笔录.txt', page: 1, passage: '田禾' }),
    )
    expect(failedRules).toEqual([])
  })

  it('names every file that could not be read, and goes on', () => {
    const { documents, report } = printed(fashen(['prereview', folder, '--json']).stdout)
    expect(documents.find(({ file }) => file === '2.坏的.pdf')?.problem?.code).toBe('broken')
    expect(report).toContainEqual(expect.objectContaining({ name: '3.空的.txt', code: 'empty-file' }))
  })

  it('reads an archive as it reads the folder', () => {
    const archive = join(temporaryFolder('prereview'), '案卷.zip')
    writeFileSync(archive, zipSync({ '证据/1询问笔录.txt': new TextEncoder().encode(INQUIRY) }))
    const { findings } = printed(fashen(['prereview', archive, '--json']).stdout)
    expect(findings.map(({ ruleId, file }) => [ruleId, file])).toContainEqual(['2.1-one-officer', '证据/1询问笔录.txt'])
  })

  it('says the same every time', () => {
    const [first, second] = [0, 1].map(() => fashen(['prereview', folder, '--json', '--today', '2026-11-20']).stdout)
    expect(first).toBe(second)
  })

  it('prints a report to read, in Chinese or in English', () => {
    const chinese = fashen(['prereview', folder]).stdout
    for (const words of ['询问（调查）笔录', '疑点', '2.1 [致命]', '证据/1询问笔录.txt 第1页']) expect(chinese).toContain(words)
    const english = fashen(['prereview', folder, '--lang', 'en'])
    expect(english.stderr).toContain('reading 1/2')
    for (const words of ['2 files, 1 of them without words\n', '1 finding\n', '2.1 [fatal]', 'p. 1: 田禾', '3.空的.txt: The file is empty (0 bytes) and was not reviewed.']) expect(english.stdout).toContain(words)
  })

  it('finds every planted defect of the sample case, and raises no other question', () => {
    const { findings, documents } = printed(fashen(['prereview', sample, '--json']).stdout)
    const { defects } = JSON.parse(readFileSync(join(SAMPLE, 'defects.json'), 'utf8')) as { defects: { question: string; file: string }[] }
    for (const { question, file } of defects) {
      expect(findings.filter(({ questionId }) => questionId === question).map((finding) => finding.file), question).toContain(file)
    }
    expect([...new Set(findings.map(({ questionId }) => questionId))].toSorted()).toEqual([...new Set(defects.map(({ question }) => question))].toSorted())
    expect(documents).toHaveLength(readdirSync(join(SAMPLE, 'documents')).length)
  })
})

describe('what it cannot review', () => {
  /** Words of the window, which knows of intake and of programs beside it. */
  const OF_THE_WINDOW = /关闭|没有收入|taken in|Close/u

  it.each([
    ['a folder that is not there', () => join(folder, 'nowhere'), '没有这个文件夹', 'There is no such folder'],
    ['a path through a file', () => join(folder, '3.空的.txt', 'files'), '没有这个文件夹', 'There is no such folder'],
    ['a file instead of a folder', () => join(folder, '证据', '1询问笔录.txt'), '不是案卷文件夹', 'is a file, not the folder of a case'],
    ['an empty folder', () => folderOf({}), '里没有文件', 'There is no file in'],
    ['a folder with nothing but what systems leave behind', () => folderOf({ '.DS_Store': 'x', 'Thumbs.db': 'x' }), '里没有文件', 'There is no file in'],
  ])('%s is told in one line, with what to do, and nothing is printed', (_what, pathOf, chinese, english) => {
    const path = pathOf()
    for (const [args, words] of [[[], chinese], [['--lang', 'en', '--json'], english]] as const) {
      const { status, stdout, stderr } = fashen(['prereview', path, ...args])
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toContain(words)
      expect(stderr).toContain(path)
      expect(stderr.trim().split('\n')).toHaveLength(2)
      expect(stderr).not.toMatch(OF_THE_WINDOW)
    }
  })

  it('a folder of files without a word is no clean case: the report names each, and it ends with 1', () => {
    const wordless = folderOf({ '旧的.doc': '\u00d0\u00cf old', '程序.exe': 'MZ\u0000', '空的.txt': '' })
    const { status, stdout, stderr } = fashen(['prereview', wordless])
    expect(status).toBe(1)
    expect(stdout).toContain('文件 2 份，其中 2 份没有读出文字')
    expect(stdout).toContain('空的.txt：')
    expect(stdout).not.toContain('疑点')
    expect(stderr).toContain('里没有一份文件读出文字')
    const json = fashen(['prereview', wordless, '--json'])
    expect(json.status).toBe(1)
    expect(printed(json.stdout).documents.map(({ file }) => file)).toEqual(['程序.exe', '旧的.doc'])
  })

  it('an archive that is broken, or of another kind, is told', () => {
    const made = folderOf({ '坏的.zip': 'PK not an archive', '案卷.rar': 'Rar!' })
    const broken = fashen(['prereview', join(made, '坏的.zip')])
    expect([broken.status, broken.stderr.includes('读出文字')]).toEqual([1, true])
    expect(broken.stdout).toContain('坏的.zip：')
    const other = fashen(['prereview', join(made, '案卷.rar')])
    expect([other.status, other.stdout]).toEqual([1, ''])
    expect(other.stderr).toContain('ZIP')
  })

  it.skipIf(!heldBack)('a folder that may not be read is told so', () => {
    const closed = folderOf({ '1询问笔录.txt': INQUIRY })
    chmodSync(closed, 0o000)
    const { status, stdout, stderr } = fashen(['prereview', closed], asNobody)
    chmodSync(closed, 0o700)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/不能读取 .*：没有权限/u)
    expect(stderr).not.toMatch(OF_THE_WINDOW)
  })

  it.skipIf(!heldBack)('a file and a folder in it that may not be read are named, and the rest goes on', () => {
    const partly = folderOf({ '1询问笔录.txt': INQUIRY, '2.密.txt': '不让看' })
    mkdirSync(join(partly, '3.锁'))
    chmodSync(dirname(partly), 0o755)
    chmodSync(partly, 0o755)
    chmodSync(join(partly, '2.密.txt'), 0o000)
    chmodSync(join(partly, '3.锁'), 0o000)
    const { status, stdout } = fashen(['prereview', partly], asNobody)
    const { report, findings } = printed(fashen(['prereview', partly, '--json'], asNobody).stdout)
    chmodSync(join(partly, '3.锁'), 0o700)
    expect(status).toBe(0)
    for (const words of ['2.密.txt：不能读取（没有权限）', '3.锁：不能读取（没有权限）', '2.1 [致命]']) expect(stdout).toContain(words)
    expect(stdout).not.toMatch(OF_THE_WINDOW)
    expect(report.map(({ name, code }) => [name, code])).toEqual([['2.密.txt', 'unreadable'], ['3.锁', 'unreadable']])
    expect(findings.length).toBeGreaterThan(0)
  })
})

describe('a command line that asks wrongly', () => {
  it.each([
    [['prereview', '.', '--nonsense'], '不认识的选项：--nonsense'],
    [['prereview', '.', '--today', 'tomorrow'], '--today 要写成 YYYY-MM-DD'],
    [['prereview', '.', '--sector', '渔业'], '没有这个行业：渔业。可以是：'],
  ])('%j is told what is wrong, and how it is used', (args, words) => {
    const { status, stdout, stderr } = fashen(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr.split('\n')[0]).toContain(words)
    expect(stderr).toContain('fashen prereview 文件夹或ZIP')
    expect(stderr).toContain('退出码')
    expect(stderr).not.toContain('fashen backup')
  })

  it('but may ask for help', () => {
    const { status, stdout, stderr } = fashen(['prereview', '--help'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('fashen prereview')
  })
})

it('the JSON is all that standard output has, and has every part, scans included', () => {
  const { status, stdout, stderr } = fashen(['prereview', sample, '--json', '--lang', 'en'])
  expect(status).toBe(0)
  expect(stdout.startsWith('{') && stdout.endsWith('}\n')).toBe(true)
  expect(stderr.split('\n').filter((line) => line !== '' && !/^(?:reading|recognising) \d+\/\d+ {2}/u.test(line))).toEqual([])
  const all = printed(stdout)
  expect(Object.keys(all)).toEqual(['format', 'language', 'today', 'documents', 'facts', 'timeline', 'findings', 'report', 'failedRules'])
  for (const { kinds, file } of all.documents) {
    expect([file, kinds.length > 0]).toEqual([file, true])
    for (const { kind, name, confidence, pages } of kinds) expect([typeof kind, typeof name, confidence >= 0 && confidence <= 1, pages.length > 0]).toEqual(['string', 'string', true, true])
  }
  const facts = JSON.stringify(all.facts)
  expect((facts.match(/"passage":\{"page":\d+,"start":\d+,"end":\d+,"words":"/gu) ?? []).length).toBe((facts.match(/"passage":\{/gu) ?? []).length)
  expect(all.timeline.length).toBeGreaterThan(0)
  for (const { ruleId, questionId, severity, file, page, passage } of all.findings) {
    expect([ruleId.startsWith(`${questionId}-`), 'FCA'.includes(severity)]).toEqual([true, true])
    // what is missing from the whole file stands nowhere
    expect([file, page, passage].filter((one) => one === null)).toHaveLength(file === null ? 3 : 0)
  }
})
