import { describe, expect, test } from 'vitest'
import { chosenFiles, filesOf } from '../../../src/renderer/ui/dropped-files.ts'
import { FileIntake, type FileIntakeActs } from '../../../src/renderer/ui/file-intake.ts'
import type { StagedFile } from '../../../src/shared/contract/reply.ts'
import { FashenError } from '../../../src/shared/errors/errors.ts'

const file = (name: string, text = name): File => new File([text], name)

function intakeOf(more: Partial<FileIntakeActs> = {}) {
  const delivered: string[][] = []
  let ids = 0
  const acts: FileIntakeActs = {
    stage: async (one) => {
      if (one.size === 0) throw new FashenError('file-empty', { name: one.name })
      return { id: String((ids += 1)), name: one.name, size: one.size, sha256: await one.text() }
    },
    deliver: (files) => void delivered.push(files.map(({ name }) => name)),
    known: new Map(),
    batch: 20,
    ...more,
  }
  const intake = new FileIntake(acts)
  const ended = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = intake.subscribe(() => {
        if (intake.state().running) return
        stop()
        resolve()
      })
    })
  return { intake, delivered, ended }
}

describe('an intake of files', () => {
  test('of thousands is delivered in batches and drawn a few times only', async () => {
    const { intake, delivered, ended } = intakeOf()
    let drawn = 0
    intake.subscribe(() => (drawn += 1))
    intake.add(chosenFiles(Array.from({ length: 3000 }, (_, index) => file(`${index}.txt`))))
    await ended()
    expect(intake.state()).toMatchObject({ taken: 3000, done: 3000, total: 3000, running: false })
    expect(delivered.length).toBeLessThan(3000 / 10)
    expect(drawn).toBeLessThan(300)
  })

  test('takes the same content once, also where it is there already, and says so', async () => {
    const { intake, delivered, ended } = intakeOf({ known: new Map([['旧', '旧文件.txt']]) })
    intake.add(chosenFiles([file('a.txt', '同'), file('b.txt', '同'), file('c.txt', '旧')]))
    await ended()
    expect(delivered.flat()).toEqual(['a.txt'])
    expect(intake.state().lines).toEqual([
      { name: 'b.txt', code: 'duplicate', data: { of: 'a.txt' } },
      { name: 'c.txt', code: 'duplicate', data: { of: '旧文件.txt' } },
    ])
  })

  test('opens archives and passes on what was not taken of them', async () => {
    const inside = (archive: StagedFile): StagedFile[] => [{ ...archive, id: 'x', name: '内.txt', sha256: '内' }]
    const unpack: FileIntakeActs['unpack'] = (archive) =>
      Promise.resolve({ files: inside(archive), lines: [{ name: '坏.txt', code: 'archive-entry-damaged', data: {} }] })
    const { intake, delivered, ended } = intakeOf({ unpack })
    intake.add(chosenFiles([file('案卷.zip')]))
    await ended()
    expect(delivered.flat()).toEqual(['内.txt'])
    expect(intake.state()).toMatchObject({ taken: 1, total: 2, done: 2, lines: [{ code: 'archive-entry-damaged' }] })
  })

  test('goes on after a file that fails, which can be tried again', async () => {
    const { intake, delivered, ended } = intakeOf()
    intake.add(chosenFiles([file('空.txt', ''), file('好.txt')]))
    await ended()
    expect(delivered.flat()).toEqual(['好.txt'])
    const [failed] = intake.state().failed
    expect(failed?.name).toBe('空.txt')
    intake.retry(failed?.id ?? -1)
    await ended()
    expect(intake.state().failed.map(({ name }) => name)).toEqual(['空.txt'])
  })

  test('counts what failed in this drop, and still shows what failed in the one before', async () => {
    const { intake, ended } = intakeOf()
    intake.add(chosenFiles([file('空.txt', '')]))
    await ended()
    intake.add(chosenFiles([file('又空.txt', ''), file('好.txt')]))
    await ended()
    const { failed, taken } = intake.state()
    expect(failed.map(({ name, before }) => [name, before])).toEqual([
      ['空.txt', true],
      ['又空.txt', false],
    ])
    expect(taken).toBe(1)
  })

  test('that is stopped says how many were left out', async () => {
    const { intake, ended } = intakeOf()
    intake.add(chosenFiles([file('1'), file('2'), file('3'), file('4')]))
    intake.stop()
    await ended()
    const { taken, leftOut } = intake.state()
    expect(taken + leftOut).toBe(4)
    expect(leftOut).toBeGreaterThan(0)
  })
})

describe('a dropped folder', () => {
  const leaf = (name: string, path: string) => ({ isFile: true, isDirectory: false, name, fullPath: path, file: (take: (one: File) => void) => take(file(name)) })
  const folder = (name: string, path: string, children: unknown[]) => {
    const batches = [children, []]
    return { isFile: false, isDirectory: true, name, fullPath: path, createReader: () => ({ readEntries: (take: (entries: unknown) => void) => take(batches.shift() ?? []) }) }
  }
  const entries = (...list: unknown[]) => list as FileSystemEntry[]

  test('is walked in the order people count, without what a system leaves in it', async () => {
    const found = await filesOf(entries(folder('案卷', '/案卷', [leaf('10.pdf', ''), leaf('2.pdf', ''), leaf('.DS_Store', ''), folder('里', '/案卷/里', [leaf('~$锁.docx', ''), leaf('3.pdf', '')])])))
    expect(found.files.map(({ name }) => name)).toEqual(['2.pdf', '10.pdf', '3.pdf'])
    expect(found.passedOver).toBe(2)
  })

  test('names what cannot be read and folders that lie too deep', async () => {
    const broken = { isFile: true, isDirectory: false, name: '坏.pdf', fullPath: '/案卷/坏.pdf', file: (_: unknown, fail: (error: unknown) => void) => fail(new Error('gone')) }
    let deep: unknown = leaf('底.pdf', '')
    for (let level = 40; level > 0; level -= 1) deep = folder(`第${level}层`, `/第${level}层`, [deep])
    const found = await filesOf(entries(folder('案卷', '/案卷', [broken, deep])))
    expect(found.unreadable).toEqual(['案卷/坏.pdf'])
    expect(found.tooDeep).toHaveLength(1)
    expect(found.files).toEqual([])
  })
})
