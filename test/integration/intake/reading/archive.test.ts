/** Folders and archives that are dropped: everything is taken or named, nothing gets out of its place. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../src/shared/values/languages.ts'
import { isKept, REPORT_DATA, wordsOf, type ReportCode, type ReportOf } from '../../../../src/shared/intake/reading/report.ts'
import { openArchive } from '../../../../src/main/intake/reading/archive.ts'
import { collectFiles } from '../../../../src/main/intake/reading/collect-files.ts'
import type { Collected, IntakeEntry } from '../../../../src/main/intake/reading/collected.ts'
import { isUnsafePath, safeName } from '../../../../src/main/intake/reading/entry-names.ts'
import { INTAKE_LIMITS } from '../../../../src/main/intake/reading/intake-limits.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../../support/temporary-folder.ts'
import { gbk, zip } from './made-files.ts'

afterAll(removeTemporaryFolders)

const bytes = (text: string) => new TextEncoder().encode(text)
const pathsOf = ({ entries }: Collected) => entries.map(({ path }) => path)
const linesOf = ({ lines }: Collected) => lines.map(({ name, code }) => `${name}: ${code}`)
async function contentOf(entry: IntakeEntry | undefined): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of entry!.bytes()) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

describe('an archive', () => {
  it('gives its files in the order that people count, each readable more than once', async () => {
    const found = await openArchive(zipSync({ '案卷/10决定书.docx': bytes('十'), '案卷/2笔录.docx': bytes('二'), '1目录.txt': bytes('一') }))
    expect(pathsOf(found)).toEqual(['1目录.txt', '案卷/2笔录.docx', '案卷/10决定书.docx'])
    expect(found.entries[2]).toMatchObject({ name: '10决定书.docx', size: 3 })
    expect(await contentOf(found.entries[2])).toBe('十')
    expect(await contentOf(found.entries[2])).toBe('十')
    expect(found.lines).toEqual([])
  })

  it('from Windows in Chinese has its names in GBK, and the wrong slash', async () => {
    const found = await openArchive(zip([{ name: gbk('案卷\\立案审批表.docx'), content: bytes('立案') }, { name: gbk('询问笔录（一）.pdf'), content: bytes('询问') }]))
    expect(pathsOf(found)).toEqual(['案卷/立案审批表.docx', '询问笔录（一）.pdf'].toSorted((a, b) => a.localeCompare(b, 'zh-CN')))
  })

  it('from macOS has its names in UTF-8 though it does not say so', async () => {
    const found = await openArchive(zip([{ name: '决定书.docx', content: bytes('一') }, { name: '__MACOSX/._决定书.docx', content: bytes('二') }, { name: '.DS_Store', content: bytes('三') }]))
    expect(pathsOf(found)).toEqual(['决定书.docx'])
    expect([found.skipped, found.lines]).toEqual([2, []])
  })

  it('does not get out of its folder, and each attempt is named', async () => {
    const items = ['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\x.dll', '..\\..\\x.txt', 'a\0.txt', '好的.txt'].map((name, index) => ({ name, content: bytes(`${index}`) }))
    const found = await openArchive(zip(items))
    expect(pathsOf(found)).toEqual(['好的.txt'])
    expect(found.lines.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'unsafe-path'))
  })

  it('has its links left, its empty, encrypted and nested files named', async () => {
    const found = await openArchive(
      zip([
        { name: 'link', content: bytes('/etc/passwd'), attributes: (0o120777 << 16) >>> 0 },
        { name: '空.docx', content: new Uint8Array() },
        { name: '密.docx', content: bytes('密'), flags: 1 },
        { name: '里.zip', content: bytes('PK..') },
        { name: '里.rar', content: bytes('Rar!') },
        { name: 'con.txt', content: bytes('名') },
      ]),
    )
    expect(linesOf(found)).toEqual(['link: link', '空.docx: empty-file', '密.docx: archive-entry-encrypted', '里.zip: nested-archive', '里.rar: archive-kept-closed', '_con.txt: renamed'])
    expect(pathsOf(found).toSorted()).toEqual(['_con.txt', '里.rar', '里.zip'].toSorted())
  })

  it('with the same content twice gives it once and says of what it is a copy', async () => {
    const found = await openArchive(zipSync({ '决定书.docx': bytes('同'), '决定书 - 副本.docx': bytes('同'), '另.docx': bytes('异') }))
    expect(found.entries).toHaveLength(2)
    const [line] = found.lines
    const [of, copy] = found.entries.some(({ path }) => path === '决定书.docx') ? ['决定书.docx', '决定书 - 副本.docx'] : ['决定书 - 副本.docx', '决定书.docx']
    expect(line).toEqual({ name: copy, code: 'duplicate', data: { of } })
  })

  it('with one name twice gives two files', async () => {
    const found = await openArchive(zip([{ name: 'a.txt', content: bytes('1') }, { name: 'A.txt', content: bytes('2') }]))
    expect(pathsOf(found).toSorted()).toEqual(['A (2).txt', 'a.txt'])
  })

  it('that packs without end is not opened, nor one whose contents overlap', async () => {
    const zeros = new Uint8Array(70 * 1024 * 1024)
    const found = await openArchive(zipSync({ 'big.bmp': zeros, '正常.txt': bytes('好') }))
    expect(linesOf(found)).toEqual(['big.bmp: archive-bomb'])
    expect(pathsOf(found)).toEqual(['正常.txt'])
    const claims = await openArchive(zip([{ name: 'x.bin', content: bytes('x'), claimedSize: 0xff_ff_ff_f0 }]))
    expect(claims.entries).toEqual([])
    expect(linesOf(claims)).toEqual(['x.bin: file-too-large'])
    const limits = { ...INTAKE_LIMITS, totalSize: 10 }
    const many = await openArchive(zipSync({ '1.txt': bytes('12345678'), '2.txt': bytes('abcdefgh') }), { limits })
    expect(many.entries).toHaveLength(1)
    expect(many.lines).toMatchObject([{ code: 'files-too-large-together', data: { limit: 10, left: 1 } }])
  })

  it('whose entries all point at one content is taken for what it is', async () => {
    const one = zip([{ name: 'a.bin', content: Uint8Array.from({ length: 5000 }, (_value, index) => (index * 7919) % 251) }])
    const end = Buffer.from(one).lastIndexOf('PK\u0005\u0006')
    const start = Buffer.from(one).readUInt32LE(end + 16)
    const entry = Buffer.from(one.slice(start, end))
    const tail = Buffer.from(one.slice(end))
    tail.writeUInt16LE(40, 8)
    tail.writeUInt16LE(40, 10)
    tail.writeUInt32LE(entry.length * 40, 12)
    const bomb = Buffer.concat([one.slice(0, start), ...Array.from({ length: 40 }, () => entry), tail])
    expect(linesOf(await openArchive(new Uint8Array(bomb), { prefix: '重叠.zip/' }))).toEqual(['重叠.zip: archive-bomb'])
  })

  it('that is damaged says so, and a damaged entry is found when it is read', async () => {
    const good = zipSync({ 'a.txt': bytes('内容') })
    expect(linesOf(await openArchive(good.slice(0, good.length - 25), { prefix: '坏.zip/' }))).toEqual(['坏.zip: archive-broken'])
    expect(linesOf(await openArchive(bytes('根本不是'), { prefix: '坏.zip/' }))).toEqual(['坏.zip: archive-broken'])
    const { entries } = await openArchive(zip([{ name: 'a.txt', content: bytes('内容'), checksum: 1 }]))
    await expect(contentOf(entries[0])).rejects.toThrow()
  })

  it('of 10,000 files is listed; beyond the limit the rest is counted', async () => {
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_value, index) => [`${index}.txt`, bytes(String(index).padStart(5))]))
    expect((await openArchive(zipSync(files, { level: 0 }))).entries).toHaveLength(10_000)
    const limited = await openArchive(zipSync(files, { level: 0 }), { name: '多.zip', limits: { ...INTAKE_LIMITS, files: 100 } })
    expect(limited.entries).toHaveLength(100)
    expect(limited.lines).toMatchObject([{ name: '多.zip', code: 'too-many-files', data: { limit: 100, left: 9900 } }])
  })
})

describe('a folder', () => {
  it('is walked with its archives, and what is not taken is named', async () => {
    const folder = join(temporaryFolder('intake'), '案卷')
    mkdirSync(join(folder, '证据/照片'), { recursive: true })
    const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
    write('1立案审批表.docx', '立案')
    write('证据/照片/IMG_1.jpg', '照片')
    write('证据/空.pdf', '')
    write('证据/~$立案审批表.docx', '锁')
    write('Thumbs.db', '缩略图')
    write('复印.docx', '立案')
    write('附件.zip', zipSync({ '笔录.docx': bytes('笔录'), '照片.jpg': bytes('照片') }))
    write('坏.zip', 'PK')
    symlinkSync('/etc/hostname', join(folder, '快捷方式'))
    symlinkSync(folder, join(folder, '证据/自己'))
    const found = await collectFiles([folder])
    expect(pathsOf(found).toSorted()).toEqual(['案卷/1立案审批表.docx', '案卷/附件.zip/照片.jpg', '案卷/附件.zip/笔录.docx'].toSorted())
    expect(linesOf(found).toSorted()).toEqual(
      ['案卷/坏.zip: archive-broken', '案卷/复印.docx: duplicate', '案卷/快捷方式: link', '案卷/证据/空.pdf: empty-file', '案卷/证据/自己: link', '案卷/证据/照片/IMG_1.jpg: duplicate'].toSorted(),
    )
    expect(found.skipped).toBe(2)
    const inside = found.entries.find(({ path }) => path.includes('.zip/'))
    expect(['笔录', '照片']).toContain(await contentOf(inside))
  })

  it('that a link leads to is taken where the person dropped the link', async () => {
    const folder = temporaryFolder('intake')
    mkdirSync(join(folder, '真'))
    writeFileSync(join(folder, '真/a.txt'), 'a')
    symlinkSync(join(folder, '真'), join(folder, '链'))
    expect(pathsOf(await collectFiles([join(folder, '链')]))).toEqual(['链/a.txt'])
  })

  it('that is not there, too deep or too full is named, the rest is taken', async () => {
    const folder = temporaryFolder('intake')
    const deep = join(folder, '案', ...Array.from({ length: 30 }, (_value, index) => String(index)))
    mkdirSync(deep, { recursive: true })
    writeFileSync(join(deep, 'x.txt'), 'x')
    for (let index = 0; index < 8; index += 1) writeFileSync(join(folder, '案', `${index}.txt`), String(index))
    const found = await collectFiles([join(folder, '案'), join(folder, '没有')], { limits: { ...INTAKE_LIMITS, files: 5 } })
    expect(found.entries).toHaveLength(5)
    expect(found.lines.map(({ code }) => code).toSorted()).toEqual(['folder-too-deep', 'too-many-files', 'unreadable'])
  })
})

describe('names', () => {
  it('never lead out of a folder, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name)
        expect(safe).not.toMatch(/[/\\<>:"|?*]|\p{Cc}|^\.\.?$|[. ]$/u)
        expect(safe.length).toBeGreaterThan(0)
        expect(safe.length).toBeLessThanOrEqual(201)
        expect(safeName(safe)).toBe(safe)
      }),
    )
    expect(isUnsafePath('案卷/..决定书.docx')).toBe(false)
  })

  it('that Windows reserves are changed, others stay as they are', () => {
    expect(['NUL', 'com1.docx', 'Aux.txt', 'lpt²'].map(safeName)).toEqual(['_NUL', '_com1.docx', '_Aux.txt', '_lpt²'])
    expect(['决定书（拟稿）.docx', 'console.txt', '1.立案审批表 .doc'].map(safeName)).toEqual(['决定书（拟稿）.docx', 'console.txt', '1.立案审批表 .doc'])
  })
})

describe('the intake report', () => {
  it('has words for every code in both languages, with its data in them', () => {
    for (const code of Object.keys(REPORT_DATA) as ReportCode[]) {
      const fields = Object.entries(REPORT_DATA[code])
      const data = Object.fromEntries(fields.map(([field, kind], index) => [field, kind === 'count' ? 1000 + index : `<${field}>`]))
      for (const language of LANGUAGES) {
        const { what, next = '' } = wordsOf({ code, data } as unknown as ReportOf<ReportCode>, language)
        expect(what.length).toBeGreaterThan(5)
        expect(what + next).not.toMatch(/\{\{|\}\}/)
        if (fields.length > 0) expect(what + next).toMatch(/<\w+>|100\d|\d(\.\d+)? [KM]?B/)
      }
    }
  })

  it('knows which files are kept all the same', () => {
    expect(['encrypted', 'old-format', 'nested-archive'].every((code) => isKept(code as ReportCode))).toBe(true)
    expect(['empty-file', 'unsafe-path', 'duplicate'].some((code) => isKept(code as ReportCode))).toBe(false)
    expect(wordsOf({ code: 'file-too-large', data: { size: 3 * 1024 ** 3, limit: 1024 ** 3 } }, 'zh-CN').what).toContain('3 GB')
  })
})
