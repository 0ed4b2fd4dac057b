/** Attaching files to a case: any file, as it is; a bad one is refused by name and leaves nothing. */
import { closeSync, createReadStream, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILE_SIZE_LIMIT } from '../../../src/shared/materials/contract.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { stagePath } from '../../../src/main/shell/file-intake.ts'
import type { Host } from '../../../src/main/core/host-interface.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { accept, answerAll, assign, attach, registerCase, submit } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let caseId: CaseId

beforeAll(async () => {
  station = await createTestStation()
  caseId = await registerCase(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const storedFiles = () =>
  readdirSync(join(station.folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(station.folder, 'files', name)).isFile())

describe('a file that is attached', () => {
  it('opens again byte for byte, with its size, hash, kind of file and pages', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.addPage()
    const bytes = await pdf.save()
    const material = await attach(station, caseId, '立案审批表.pdf', bytes)
    expect(material).toMatchObject({ name: '立案审批表.pdf', mediaType: 'application/pdf', size: bytes.length, pages: 2, round: 1, attachedBy: '田禾', removed: null })
    expect((await station.as('head').read(`material/${material.id}`)).equals(Buffer.from(bytes))).toBe(true)
    const { materials } = await station.as('head').call('cases.get', { caseId })
    expect(materials).toContainEqual(material)
  })

  it('of the same content is stored once, and both keep their names', async () => {
    const before = storedFiles().length
    const first = await attach(station, caseId, '照片一.txt', '同样的内容')
    const second = await attach(station, caseId, '照片二.txt', '同样的内容')
    expect([first.sha256 === second.sha256, first.id === second.id]).toEqual([true, false])
    expect(storedFiles().length).toBe(before + 1)
  })

  it.each([
    ['损坏.pdf', '%PDF-1.7 and then nothing', 'application/pdf', null],
    ['改了后缀.docx', '%PDF-1.4 x', 'application/pdf', null],
    ['假.pdf', 'just words', 'application/octet-stream', null],
    ['没有后缀', 'words', 'application/octet-stream', null],
    ['图.PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png', 1],
  ] as const)('%s is taken as the evidence that it is', async (name, content, mediaType, pages) => {
    expect(await attach(station, caseId, name, content)).toMatchObject({ name, mediaType, pages })
  })

  it('several come in one act, or none of them', async () => {
    const handler = station.as('handler')
    const staged = await handler.stage('一.txt', '一')
    const before = footprint(station.workstation.workbench.reader)
    const files = [
      { stagedId: staged.id, name: '一.txt', kind: 'other' },
      { stagedId: '6b1f0f5e-0000-4000-8000-000000000000', name: '二.txt', kind: 'other' },
    ]
    expect(await refusal(handler.call('materials.attach', { caseId, files }), 'file-not-staged')).toEqual({ name: '二.txt' })
    await refusal(handler.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '一.txt', kind: 'no-such-kind' }] }), 'not-found')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })

  it('cannot be one that another window brought', async () => {
    const staged = await station.as('handler').stage('一.txt', '一')
    const other = station.connect('handler')
    await refusal(other.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '一.txt', kind: 'other' }] }), 'file-not-staged')
  })

  it('can be called something else and be taken out with a reason, which stays to be seen', async () => {
    const material = await attach(station, caseId, '重复.txt', '重复')
    const handler = station.as('handler')
    const kind = station.workstation.workbench.catalogue.materials[0]?.id ?? ''
    expect(await handler.call('materials.reclassify', { materialId: material.id, kind })).toMatchObject({ kind })
    await handler.call('materials.remove', { materialId: material.id, reason: '重复添加' })
    const { materials } = await handler.call('cases.get', { caseId })
    expect(materials.find(({ id }) => id === material.id)?.removed).toMatchObject({ by: '田禾', reason: '重复添加' })
    await refusal(handler.call('materials.remove', { materialId: material.id, reason: '再来一次' }), 'not-found')
    expect((await handler.read(`material/${material.id}`)).toString('utf8')).toBe('重复')
  })

  it('is not taken by a handler who does not handle the case', async () => {
    const other = station.as('handler2')
    const staged = await other.stage('一.txt', '一')
    await refusal(other.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '一.txt', kind: 'other' }] }), 'not-your-part')
  })
})

describe('names', () => {
  const stagedName = async (name: string) => (await station.as('handler').stage(name, 'x')).name

  it.each([
    ['/etc/cron.d/立案.pdf', '立案.pdf'],
    ['..\\..\\Windows\\立案.pdf', '立案.pdf'],
    ['../../立案.pdf', '立案.pdf'],
    ['a\u0000b\n\t.pdf', 'ab.pdf'],
    ['发票\u202efdp.exe', '发票fdp.exe'],
    ['  立案.pdf  ', '立案.pdf'],
    ['e\u0301.txt', '\u00e9.txt'],
    ['𠮷野家👍.pdf', '𠮷野家👍.pdf'],
  ])('%j is kept as %j', async (given, kept) => expect(await stagedName(given)).toBe(kept))

  it.each(['', '   ', '..', '.', '/', '\u0000', '\u202e', '文'.repeat(300), 'a/..'])('%.20j is refused, and nothing is stored', async (name) => {
    const before = storedFiles().length
    await refusal(station.as('handler').stage(name, `content of ${name}`), 'file-name-invalid')
    expect(storedFiles().length).toBe(before)
  })

  it.each(['../../../etc/passwd', 'C:\\Windows\\win.ini', 'a\u0000b.pdf', '发票\u202efdp.exe', '..'])(
    'a name given only when attaching (%j) leads nowhere either',
    async (name) => {
      const handler = station.as('handler')
      const staged = await handler.stage('一.txt', '一')
      const attached = await handler.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name, kind: 'other' }] }).catch(() => [])
      for (const material of attached) expect(material.name).not.toMatch(/[/\\\p{Cc}\u202e]|^\.\.$/u)
    },
  )
})

describe('what cannot be taken in', () => {
  it('2 GB are refused before a byte is read', async () => {
    let read = false
    async function* bytes(): AsyncGenerator<Uint8Array> {
      read = true
      yield new Uint8Array(1)
    }
    const size = 2 * 1024 ** 3
    expect(await refusal(station.as('handler').stage('大.mp4', bytes(), size), 'file-too-large')).toEqual({ name: '大.mp4', size, limit: FILE_SIZE_LIMIT })
    await refusal(station.as('handler').stage('空.txt', bytes(), 0), 'file-empty')
    expect(read).toBe(false)
  })

  it('zero bytes, a read error and a folder are refused by name; nothing stays', async () => {
    const before = storedFiles().length
    const handler = station.as('handler')
    await refusal(handler.stage('空.txt', ''), 'file-empty')
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10)
      throw Object.assign(new Error('locked by another program'), { code: 'EBUSY' })
    }
    expect(await refusal(handler.stage('占用.docx', failing()), 'file-unreadable')).toEqual({ name: '占用.docx', reason: 'EBUSY' })
    async function* folder(): AsyncGenerator<Uint8Array> {
      yield* createReadStream(temporaryFolder()) as AsyncIterable<Uint8Array>
    }
    await refusal(handler.stage('文件夹', folder()), 'file-unreadable')
    expect(storedFiles().length).toBe(before)
  })

  it('a path that a shell was given: a folder, nothing, a huge sparse file, a good one', async () => {
    const folder = temporaryFolder()
    const { workstation } = station
    const { caller } = station.as('handler')
    const host = { stage: async (file: Parameters<Host['stage']>[0]) => ({ ok: true as const, value: await workstation.stage(file, caller) }) } as unknown as Host
    mkdirSync(join(folder, '夹'))
    writeFileSync(join(folder, '好.txt'), '好')
    const huge = openSync(join(folder, '大.bin'), 'w')
    ftruncateSync(huge, 2 * 1024 ** 3)
    closeSync(huge)
    const codeOf = async (name: string) => {
      const reply = await stagePath(host, caller, join(folder, name))
      return reply.ok ? 'ok' : reply.error.code
    }
    expect([await codeOf('夹'), await codeOf('没有'), await codeOf('大.bin'), await codeOf('好.txt')]).toEqual([
      'file-is-folder',
      'file-unreadable',
      'file-too-large',
      'ok',
    ])
  })
})

describe('a stored file that was changed on disk', () => {
  it('is not shown: refused by its name', async () => {
    const material = await attach(station, caseId, '原件.txt', '原来的内容')
    const { files } = station.workstation.workbench
    const path = join(station.folder, 'files', files.storedName(material.sha256).slice(0, 2), files.storedName(material.sha256))
    const bytes = readFileSync(path)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect(await refusal(station.as('handler').read(`material/${material.id}`), 'file-altered')).toEqual({ name: '原件.txt' })
  })
})

describe('later', () => {
  it('what was staged and never attached is gone after the station opened again; what was attached is there', async () => {
    const made = await createTestStation()
    const id = await registerCase(made)
    const kept = await attach(made, id, '留.txt', '留下的')
    const left = await made.as('handler').stage('弃.txt', '没有附上的')
    expect(made.workstation.workbench.files.has(left.sha256)).toBe(true)
    made.close()
    const again = await reopenTestStation(made)
    expect(again.workstation.workbench.files.has(left.sha256)).toBe(false)
    expect((await again.as('handler').read(`material/${kept.id}`)).toString('utf8')).toBe('留下的')
    again.close()
  })

  it('papers come in until the draft is submitted, not after', async () => {
    const id = await registerCase(station)
    await attach(station, id, '一.txt', '一')
    await accept(station, id)
    await assign(station, id)
    await answerAll(station, id)
    await attach(station, id, '补充.txt', '审核中补充', 'reviewer')
    await submit(station, id)
    expect(await refusal(attach(station, id, '迟到.txt', '迟到'), 'case-not-editable')).toEqual({ state: 'drafted' })
  })

  it.each(['material/00000000-0000-7000-8000-000000000000', 'material/../../etc/passwd', 'other/x', '', 'document/', '__proto__'])(
    'the reference %j opens nothing',
    async (reference) => {
      await refusal(station.as('handler').read(reference), 'not-found')
    },
  )
})
