/** `fashen prereview FOLDER` as a person or a script runs it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
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

function fashen(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    maxBuffer: 1e8,
  })
  return { status, stdout, stderr }
}

const printed = (stdout: string): Printed => JSON.parse(stdout) as Printed

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
    for (const words of ['findings', '2.1 [fatal]', 'p. 1']) expect(english.stdout).toContain(words)
  })

  it('ends with 2 where it is asked wrongly, with 1 where there is no such folder', () => {
    expect(fashen(['prereview']).status).toBe(2)
    expect(fashen(['prereview', folder, '--today', 'tomorrow']).status).toBe(2)
    expect(fashen(['prereview', folder, '--nonsense']).status).toBe(2)
    const missing = fashen(['prereview', join(folder, 'nowhere')])
    expect([missing.status, missing.stdout]).toEqual([1, ''])
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
