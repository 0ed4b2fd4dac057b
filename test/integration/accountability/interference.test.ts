/** Records of interference: made by the review desk, read by supervisors, and seen nowhere by anybody else. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Interference } from '../../../src/shared/accountability/interference.ts'
import { interferenceRecordsOf } from '../../../src/main/accountability/interference-record.ts'
import { caseIdSchema, isoDate, type CaseId, type PersonId } from '../../../src/shared/values/values.ts'
import { assignedQuickly, issuedQuickly } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let caseId: CaseId
beforeEach(async () => {
  station = await createTestStation({ now: () => new Date('2026-05-06T01:00:00.000Z') })
  caseId = caseIdSchema.parse(await assignedQuickly(station))
})
afterEach(() => station.close())
afterAll(removeTemporaryFolders)

const WORD = '不要再查那家印染厂'
const record = (change: Partial<Interference> = {}): Interference => ({
  caseId, kind: 'leader', happenedOn: isoDate('2026-04-20'), happenedAt: '下午三时', place: '三楼会议室', byName: '郝某', byPost: '副县长', ofName: '顾盼', ofPost: '法制审核股', way: 'inPerson',
  demand: WORD, response: '已说明依法审核，未予答应。', witness: '贺知', reportedOn: null, reportedTo: '', ...change,
})
const make = (login = 'reviewer', change: Partial<Interference> = {}) => station.as(login).call('accountability.recordInterference', { fields: record(change) })
const readBy = (login: string, of: CaseId | null = caseId) => station.as(login).call('accountability.interference', { caseId: of })
const EVERYBODY = ['handler', 'handler2', 'reviewer2', 'head', 'head2', 'agencyHead', 'admin']

describe('who reads it', () => {
  it('the supervisor, and who made it; with the entry of the chain that seals it', async () => {
    const { id, seq, hash } = await make()
    for (const login of ['supervisor', 'reviewer']) {
      expect(await readBy(login)).toMatchObject([{ id, fields: { demand: WORD }, by: { name: '顾盼' }, entry: { seq, hash, holds: true }, unaltered: true, additions: [] }])
    }
    expect(await readBy('supervisor', null)).toHaveLength(1)
  })

  it('nobody else: neither another reviewer nor a head, and others are refused by their role', async () => {
    await make()
    for (const login of ['reviewer2', 'head', 'head2']) expect(await readBy(login)).toEqual([])
    for (const login of ['handler', 'handler2', 'agencyHead', 'admin']) await refusal(readBy(login), 'not-allowed')
  })

  it('not a supervisor who handles or reviewed the case, belongs to its unit, or is named', async () => {
    await make()
    const person = async (login: string, name: string, more: Partial<Parameters<typeof personFields>[3]> = {}) => station.addPerson(personFields(login, name, ['supervisor'], more))
    await person('sup2', '郝某')
    await person('sup3', '外人', { department: '清川县生态环境保护综合行政执法大队' })
    // of the agency, not of the unit
    await person('sup4', '无关', { department: '清川县生态环境局' })
    await person('sup5', '队员', { department: '综合行政执法大队' })
    expect(await readBy('sup2')).toEqual([])
    expect(await readBy('sup3')).toEqual([])
    expect(await readBy('sup4')).toHaveLength(1)
    expect(await readBy('sup5')).toEqual([])
    await make('reviewer', { caseId: await issuedQuickly(station), demand: '另一件事' })
    const handler = station.ids.get('handler') as PersonId
    await station.as('admin').call('people.update', { personId: handler, expectedVersion: 1, person: personFields('handler', '田禾', ['supervisor']) })
    expect(await readBy('handler')).toEqual([])
    const reviewer = station.ids.get('reviewer2') as PersonId
    await station.as('admin').call('people.update', { personId: reviewer, expectedVersion: 1, person: personFields('reviewer2', '贺知', ['supervisor']) })
    expect(await readBy('reviewer2', null)).toHaveLength(2)
    const head = station.ids.get('head') as PersonId
    await station.as('admin').call('people.update', { personId: head, expectedVersion: 1, person: personFields('head', '韩正', ['supervisor']) })
    // the head accepted and approved these cases
    expect(await readBy('head', null)).toEqual([])
  })

  it('not a supervisor whom it names together with unit and post, however that is written', async () => {
    await station.addPerson(personFields('sup2', '郝某', ['supervisor']))
    await station.addPerson(personFields('sup3', '买买提·艾力', ['supervisor']))
    await make('reviewer', { byName: '郝　某副县长', byPost: '' })
    await make('reviewer', { byName: '某县领导', byPost: '副县长 郝某' })
    expect(await readBy('sup2')).toEqual([])
    expect(await readBy('sup3')).toHaveLength(2)
    await make('reviewer', { byName: '县城管局 买买提•艾力 局长', byPost: '' })
    expect(await readBy('sup3')).toHaveLength(2)
    expect(await readBy('supervisor')).toHaveLength(3)
    // who was asked is not who asked
    await make('reviewer', { ofName: '郝某', byName: '钱某' })
    expect((await readBy('sup2')).map(({ fields }) => fields.byName)).toEqual(['钱某', '县城管局 买买提•艾力 局长'])
  })

  it('but a supervisor whose name only begins that of somebody else here who is named', async () => {
    await station.addPerson(personFields('sup2', '郝某', ['supervisor']))
    await station.addPerson(personFields('sup3', '郝某华', ['supervisor']))
    await make('reviewer', { byName: '郝某华', byPost: '副县长' })
    expect(await readBy('sup2')).toHaveLength(1)
    expect(await readBy('sup3')).toEqual([])
    // what only looks like a longer name may be the shorter one
    for (const named of [{ byName: '郝某等' }, { byName: '郝某局', byPost: '' }, { byName: '某县领导', byPost: '郝某 华东分局局长' }]) await make('reviewer', named)
    expect(await readBy('sup2')).toHaveLength(1)
  })

  it('a new name opens no record', async () => {
    await station.addPerson(personFields('sup2', '郝某', ['supervisor']))
    await make()
    const personId = station.ids.get('sup2') as PersonId
    await station.as('admin').call('people.update', { personId, expectedVersion: 1, person: personFields('sup2', '郝新', ['supervisor']) })
    expect(await readBy('sup2')).toEqual([])
  })

  it('the function that forms print from asks the same', async () => {
    await make()
    const { reader } = station.workstation.workbench
    expect(interferenceRecordsOf(reader, station.as('supervisor').person, caseId)).toHaveLength(1)
    for (const login of EVERYBODY) expect(interferenceRecordsOf(reader, station.as(login).person, caseId)).toEqual([])
  })
})

it('is made by who handles cases and by the agency’s head too: they get the receipt, and read none', async () => {
  for (const login of ['handler', 'agencyHead']) {
    const receipt = await make(login, { ofName: '田禾' })
    expect(receipt.hash).toMatch(/^[0-9a-f]{64}$/)
    await refusal(readBy(login), 'not-allowed')
    expect((await readBy('supervisor')).map(({ id }) => id)).toContain(receipt.id)
  }
  // neither of the two is shown that there is one by somebody else
  expect(await readBy('reviewer')).toEqual([])
})

describe('what others see of it', () => {
  it('is nothing: not in the case, its history, search, export, the accountability page or the audit pages', async () => {
    caseId = await issuedQuickly(station)
    const { id, seq, hash } = await make()
    const seen: unknown[] = []
    for (const login of EVERYBODY) {
      const client = station.as(login)
      const ask = async (work: Promise<unknown>): Promise<void> => void seen.push(await work.catch(() => null))
      await ask(client.call('cases.get', { caseId }))
      await ask(client.call('cases.history', { caseId }))
      await ask(client.call('accountability.get', { caseId }))
      await ask(client.call('followup.get', { caseId }))
      await ask(client.call('audit.list', { before: null, size: 500 }))
      await ask(client.call('statistics.units', {}))
    }
    const text = JSON.stringify(seen)
    for (const word of [WORD, '郝某', id, 'interference']) expect(text).not.toContain(word)
    // the place in the chain stays, so that it can be followed
    const entry = (await station.as('head').call('audit.list', { before: seq + 1, size: 1 }))[0]
    expect(entry).toMatchObject({ seq, hash, actor: 'sealed', act: 'sealed', subject: 'sealed', content: '{}' })
    const open = (await station.as('supervisor').call('audit.list', { before: seq + 1, size: 1 }))[0]
    expect(open).toMatchObject({ act: 'interference.record', subject: `interference/${id}` })
    // who may see the entry learns the hash of the text, not the text, and not the case
    expect(JSON.stringify(open)).not.toContain(WORD)
    expect(JSON.stringify(open)).not.toContain(caseId)
    expect(await station.as('admin').call('audit.verify', {})).toMatchObject({ broken: null })
  })

  it('is not in the exported folder, nor found by a search', async () => {
    caseId = await issuedQuickly(station)
    await make()
    const folder = temporaryFolder('export')
    const { files } = await station.as('head').call('export.caseFile', { caseId, folder })
    expect(files.length).toBeGreaterThan(0)
    const { readdirSync, readFileSync } = await import('node:fs')
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) expect(readFileSync(`${file.parentPath}/${file.name}`).includes(WORD)).toBe(false)
    }
    const filter = { states: [], actionKind: null, reviewerId: null, receivedFrom: null, receivedTo: null, text: '印染厂' }
    const page = await station.as('head').call('cases.list', { filter, sort: { by: 'title', descending: false }, after: null, size: 10 })
    expect(page.rows).toEqual([])
  })
})

it('is printed for who may read it, and for nobody else', async () => {
  const { id, seq } = await make()
  const supervisor = station.as('supervisor')
  const { reference } = await supervisor.call('accountability.interferencePaper', { id, format: 'docx' })
  const file = `${temporaryFolder('form')}/form.docx`
  writeFileSync(file, await supervisor.read(reference))
  const words = execFileSync('unzip', ['-p', file, 'word/document.xml'], { encoding: 'utf8' }).replaceAll(/<[^>]*>/g, '')
  for (const part of ['郝某', WORD, '贺知', `#${seq}`]) expect(words).toContain(part)
  await refusal(() => station.as('head').read(reference), 'not-found')
  await refusal(station.as('head').call('accountability.interferencePaper', { id, format: 'pdf' }), 'not-found')
  // nothing of it is kept with the case
  expect((await supervisor.call('cases.get', { caseId })).documents).toEqual([])
})

describe('once made', () => {
  it('it never changes, in the database either; what comes later is added', async () => {
    const { id } = await make()
    await station.as('supervisor').call('accountability.addToInterference', {
      id, expectedAdditions: 0, fields: { text: '已约谈。', reportedOn: isoDate('2026-05-05'), reportedTo: '县纪委监委' },
    })
    expect(await readBy('reviewer')).toMatchObject([{ fields: { demand: WORD }, additions: [{ fields: { text: '已约谈。', reportedTo: '县纪委监委' }, by: { name: '苏木' }, unaltered: true }] }])
    const { workbench } = station.workstation
    const write = (sql: string) => () => workbench.withoutAudit('test', (writer) => writer.run(sql))
    expect(write("UPDATE interference_records SET fields = '{}'")).toThrow(/never changes/)
    expect(write('DELETE FROM interference_records')).toThrow(/never changes/)
    expect(write("UPDATE interference_additions SET fields = '{}'")).toThrow(/never changes/)
    expect(write('DELETE FROM interference_additions')).toThrow(/never changes/)
  })

  it('it is added to only by who may read it, and not over what came in between', async () => {
    const { id } = await make()
    const before = footprint(station.workstation.workbench.reader)
    const fields = { text: '补充', reportedOn: null, reportedTo: '' }
    await refusal(station.as('head').call('accountability.addToInterference', { id, expectedAdditions: 0, fields }), 'not-found')
    await refusal(station.as('supervisor').call('accountability.addToInterference', { id, expectedAdditions: 1, fields }), 'conflict')
    await refusal(make('reviewer', { happenedOn: isoDate('2026-05-07') }), 'moment-in-future')
    await refusal(make('admin'), 'not-allowed')
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })
})
