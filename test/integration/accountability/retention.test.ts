/** Retention and destruction: nothing is erased without a record by three people, and what is erased is told as destroyed. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishBegunDestructions } from '../../../src/main/accountability/destruction.ts'
import { findDestruction, insertDestructionStep } from '../../../src/main/accountability/destruction-record.ts'
import type { RetentionOverview } from '../../../src/shared/accountability/contract.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { issueRound } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, assign, attach, registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../../support/test-station.ts'

let now = new Date()
let station: TestStation
const clock = () => now
const at = (day: string): void => void (now = new Date(`${day}T01:00:00.000Z`))
beforeEach(async () => {
  at('2026-05-06')
  station = await createTestStation({ now: clock })
})
afterEach(() => station.close())
afterAll(removeTemporaryFolders)

const REASON = '保管期限届满，拟予销毁。'
const APPRAISAL = '鉴定小组二〇三七年一月鉴定，无需继续保存。'
const bench = () => station.workstation.workbench
const overview = (): Promise<RetentionOverview> => station.as('supervisor').call('accountability.retention', {})
const standing = async (caseId: CaseId) => (await overview()).cases.find((one) => one.caseId === caseId)?.standing

/** Issued with a paper of its own, adopted and archived; the way to the archive is another feature's. */
async function archived(paper: string, title = '甲案'): Promise<{ caseId: CaseId; material: { id: string; sha256: string } }> {
  const caseId = await registerCase(station, { title })
  const material = await attach(station, caseId, '调查报告.txt', paper)
  await accept(station, caseId)
  await assign(station, caseId)
  await issueRound(station, caseId)
  const by = station.ids.get('handler') ?? ''
  bench().actAs(by, { act: 'case.archive', subject: `case/${caseId}`, content: { on: '2026-05-06' } }, (writer) => {
    writer.run("INSERT INTO archives (case_id, archived_on, fields, recorded_by, recorded_at) VALUES (?, '2026-05-06', ?, ?, ?)", caseId, JSON.stringify({ place: '三号柜', pages: 12, excuses: [] }), by, bench().instant())
    writer.run("UPDATE cases SET state = 'archived' WHERE id = ?", caseId)
  })
  return { caseId, material }
}

const settle = (caseId: CaseId, periodId = 'retention.10', reason = '') => station.as('head').call('accountability.settleRetention', { caseId, periodId, reason })
const propose = (caseIds: readonly CaseId[], unreferenced = false) =>
  station.as('head').call('accountability.proposeDestruction', { proposal: { caseIds: [...caseIds], unreferenced, reason: REASON, appraisal: APPRAISAL } })
const approve = (id: string, login = 'agencyHead') => station.as(login).call('accountability.decideDestruction', { id, approve: true, note: '同意' })
const look = (id: string) => station.as('supervisor').call('accountability.destruction', { id })
async function carryOut(id: string, login = 'supervisor') {
  const { listHash } = await look(id)
  return station.as(login).call('accountability.carryOutDestruction', { id, listHash, note: '已逐件核对' })
}
const stored = (sha256: string) => bench().files.has(sha256)

describe('how long a case is kept', () => {
  it('is nothing until the head settles it: nothing is ever due by default', async () => {
    const { caseId } = await archived('报告')
    at('2090-01-01')
    expect(await overview()).toMatchObject({ total: 1, due: 0, undetermined: 1, cases: [{ standing: 'undetermined', retention: null, files: 4 }] })
    await refusal(propose([caseId]), 'destruction-refused')
  })

  it('ends with the last day of the last year, and is told with who settled it', async () => {
    const { caseId } = await archived('报告')
    expect(await settle(caseId)).toEqual({ until: '2036-12-31' })
    at('2036-12-31')
    expect(await standing(caseId)).toBe('running')
    at('2037-01-01')
    expect(await overview()).toMatchObject({ due: 1, cases: [{ standing: 'due', retention: { years: 10, by: { name: '韩正' }, verified: false } }] })
    // settled anew only for a reason
    expect(await refusal(settle(caseId, 'retention.permanent'), 'invalid-input')).toMatchObject({ field: 'reason' })
    await settle(caseId, 'retention.permanent', '案情重大，划为永久。')
    expect(await standing(caseId)).toBe('permanent')
  })

  it('cannot be settled for a case that is not archived, nor by others than the head', async () => {
    const caseId = await registerCase(station)
    await refusal(settle(caseId), 'not-found')
    for (const login of ['handler', 'reviewer', 'agencyHead', 'supervisor', 'admin']) {
      await refusal(station.as(login).call('accountability.settleRetention', { caseId, periodId: 'retention.10', reason: '' }), 'not-allowed')
    }
  })
})

describe('a destruction', () => {
  let caseId: CaseId
  let material: { id: string; sha256: string }
  beforeEach(async () => {
    ;({ caseId, material } = await archived('甲案的调查报告'))
    await settle(caseId)
    at('2037-02-01')
  })

  it('takes three people, and erases bytes and texts but keeps entries, hashes and the chain', async () => {
    const { id, number } = await propose([caseId])
    expect(number).toBe(1)
    expect(await look(id)).toMatchObject({ state: 'proposed', files: expect.arrayContaining([expect.objectContaining({ sha256: material.sha256, name: '调查报告.txt', caseId, keptFor: null })]) })
    expect(await station.as('supervisor').read(`material/${material.id}`)).toHaveLength(Buffer.byteLength('甲案的调查报告'))
    await approve(id)
    expect(await carryOut(id)).toEqual({ erased: 4, kept: 0 })

    const record = await look(id)
    expect(record.steps.map(({ step, by }) => [step, by.name])).toEqual([['proposed', '韩正'], ['approved', '陆离'], ['begun', '苏木'], ['finished', '苏木']])
    for (const { storedName } of record.files) expect(existsSync(join(station.folder, 'files', storedName.slice(0, 2), storedName))).toBe(false)
    // not “altered”, and not “missing”: under which record it went
    expect(await refusal(() => station.as('head').read(`material/${material.id}`), 'file-destroyed')).toEqual({ name: '调查报告.txt', number: 1, on: '2037-02-01' })
    const detail = await station.as('head').call('cases.get', { caseId })
    expect(detail.materials).toMatchObject([{ name: '调查报告.txt', sha256: material.sha256 }])
    expect(await station.as('head').call('accountability.get', { caseId })).toMatchObject({ destroyed: [{ number: 1, files: 4, finished: true }] })
    expect(await station.as('head').call('audit.verify', {})).toMatchObject({ broken: null, missingWitnesses: [] })
    expect(await standing(caseId)).toBe('destroyed')
    expect(bench().reader.all("SELECT 1 FROM file_pages WHERE sha256 = ?", material.sha256)).toEqual([])
  })

  it('is not done by two, whatever roles one of them has', async () => {
    const people = await station.as('admin').call('people.list', {})
    const head = people.find(({ login }) => login === 'head')
    if (head === undefined) throw new Error('no head')
    const { id: personId, version, active: _active, createdAt: _createdAt, version: _version, ...fields } = head
    await station.as('admin').call('people.update', { personId, expectedVersion: version, person: { ...fields, roles: ['head', 'agencyHead', 'supervisor'] } })
    const { id } = await propose([caseId])
    expect(await refusal(approve(id, 'head'), 'destruction-refused')).toMatchObject({ problem: 'same-person' })
    await approve(id)
    expect(await refusal(carryOut(id, 'head'), 'destruction-refused')).toMatchObject({ problem: 'same-person' })
    // nor past our own code
    const write = () => bench().withoutAudit('test', (writer) => insertDestructionStep(writer, id, { step: 'begun', note: '', by: personId, at: bench().instant(), seq: 1 }))
    expect(write).toThrow(/three people/)
    expect(stored(material.sha256)).toBe(true)
  })

  it('is refused by role, out of order, on a list that changed, and before its time; nothing is written then', async () => {
    const { id } = await propose([caseId])
    const before = footprint(bench().reader)
    expect(await refusal(carryOut(id), 'destruction-refused')).toMatchObject({ problem: 'not-approved' })
    expect(await refusal(propose([caseId]), 'destruction-refused')).toMatchObject({ problem: 'already-proposed' })
    for (const login of ['handler', 'reviewer', 'head', 'supervisor', 'admin']) await refusal(approve(id, login), 'not-allowed')
    expect(footprint(bench().reader)).toEqual(before)
    await approve(id)
    const wrongList = station.as('supervisor').call('accountability.carryOutDestruction', { id, listHash: '0'.repeat(64), note: '已核对' })
    expect(await refusal(wrongList, 'destruction-refused')).toMatchObject({ problem: 'list-changed' })
    // a clock that was set back: the period is not over any more
    at('2036-06-01')
    expect(await refusal(carryOut(id), 'destruction-refused')).toMatchObject({ problem: 'retention-running' })
    expect(stored(material.sha256)).toBe(true)
  })

  it('that was refused can be proposed anew', async () => {
    const { id } = await propose([caseId])
    await station.as('agencyHead').call('accountability.decideDestruction', { id, approve: false, note: '仍有查考价值' })
    expect(await propose([caseId])).toMatchObject({ number: 2 })
  })

  it('leaves what another case has as well', async () => {
    const other = await registerCase(station, { title: '乙案' })
    await attach(station, other, '同一份报告.txt', '甲案的调查报告')
    const { id } = await propose([caseId])
    expect((await look(id)).files.find(({ sha256 }) => sha256 === material.sha256)).toMatchObject({ keptFor: '乙案' })
    await approve(id)
    expect(await carryOut(id)).toEqual({ erased: 3, kept: 1 })
    expect(stored(material.sha256)).toBe(true)
    expect((await station.as('head').read(`material/${material.id}`)).toString()).toBe('甲案的调查报告')
  })

  it('does not stand in the way of the same content coming in again', async () => {
    const { id } = await propose([caseId])
    await approve(id)
    await carryOut(id)
    const other = await registerCase(station, { title: '丙案' })
    const again = await attach(station, other, '又来了.txt', '甲案的调查报告')
    expect((await station.as('head').read(`material/${again.id}`)).toString()).toBe('甲案的调查报告')
  })

  it('that was cut off between its record and the erasure is brought to its end at the next opening', async () => {
    const { id } = await propose([caseId])
    await approve(id)
    // what the core writes before it erases; then it dies
    const by = station.ids.get('supervisor') ?? ''
    bench().actAs(by, { act: 'destruction.begin', subject: `destruction/${id}`, content: {} }, (writer, head) =>
      insertDestructionStep(writer, id, { step: 'begun', note: '', by, at: bench().instant(), seq: head.seq }),
    )
    const record = findDestruction(bench().reader, id)
    // one file went, the others did not
    await bench().files.erase(record?.files[0]?.storedName ?? '')
    const left = record?.files[1]?.storedName ?? ''
    expect(existsSync(join(station.folder, 'files', left.slice(0, 2), left))).toBe(true)
    station.close()
    station = await reopenTestStation(station, { now: clock })
    expect(existsSync(join(station.folder, 'files', left.slice(0, 2), left))).toBe(false)
    expect((await look(id)).steps.map(({ step, by: who }) => [step, who.name]).slice(2)).toEqual([['begun', '苏木'], ['finished', '本站']])
    await refusal(() => station.as('head').read(`material/${material.id}`), 'file-destroyed')
    // and only once
    const before = footprint(bench().reader)
    await finishBegunDestructions(bench(), () => undefined)
    expect(footprint(bench().reader)).toEqual(before)
  })

  it('whose process was killed after its first file is brought to its end by the next one', async () => {
    const { id } = await propose([caseId])
    await approve(id)
    station.close()
    const script = resolve(import.meta.dirname, '../../support/killed-destruction.ts')
    const child = spawn(process.execPath, [script, station.folder, Buffer.from(station.dataKey).toString('hex'), id, '2037-02-01'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = new Promise((settle) => child.once('exit', settle))
    const said = await new Promise<string>((settle) => child.stdout.once('data', (words: Buffer) => settle(words.toString())))
    expect(said).toBe('halfway\n')
    child.kill('SIGKILL')
    await gone
    station = await reopenTestStation(station, { now: clock })
    const record = await look(id)
    expect(record.steps.map(({ step, by }) => [step, by.name])).toEqual([['proposed', '韩正'], ['approved', '陆离'], ['begun', '苏木'], ['finished', '本站']])
    for (const { sha256 } of record.files) expect(stored(sha256 ?? '')).toBe(false)
    await refusal(() => station.as('head').read(`material/${material.id}`), 'file-destroyed')
    expect(await station.as('head').call('audit.verify', {})).toMatchObject({ broken: null, missingWitnesses: [] })
  }, 300_000)

  it('is the only reason for which bytes may be gone: a file that was deleted is told as altered', async () => {
    const { storedName } = (({ sha256 }) => ({ storedName: bench().files.storedName(sha256) }))(material)
    rmSync(join(station.folder, 'files', storedName.slice(0, 2), storedName))
    await refusal(() => station.as('head').read(`material/${material.id}`), 'file-altered')
  })
})

describe('files that no row refers to', () => {
  it('go only through a record, which has their hashes', async () => {
    const staged = await station.as('handler').stage('草稿.txt', '从未加入案件的文件')
    station.close()
    station = await reopenTestStation(station, { now: clock })
    const aside = join(station.folder, 'files', 'unreferenced')
    expect(readdirSync(aside)).toHaveLength(1)
    expect((await overview()).unreferenced).toMatchObject({ files: 1 })
    const { id } = await propose([], true)
    expect((await look(id)).files).toMatchObject([{ sha256: staged.sha256, caseId: null }])
    await approve(id)
    expect(await carryOut(id)).toEqual({ erased: 1, kept: 0 })
    expect(readdirSync(aside)).toEqual([])
    await refusal(propose([], true), 'destruction-refused')
  })

  it('that a row refers to again since are not erased', async () => {
    const { caseId } = await archived('先放一边')
    const material = (await station.as('head').call('cases.get', { caseId })).materials[0]
    const name = bench().files.storedName(material?.sha256 ?? '')
    await station.as('handler').stage('草稿.txt', '无人引用')
    station.close()
    station = await reopenTestStation(station, { now: clock })
    const { id } = await propose([], true)
    await approve(id)
    const [draft] = (await look(id)).files
    // as after a restored database: the file is back in its place
    renameSync(join(station.folder, 'files', 'unreferenced', draft?.storedName ?? ''), join(station.folder, 'files', name.slice(0, 2), draft?.storedName ?? ''))
    expect(await refusal(carryOut(id), 'destruction-refused')).toMatchObject({ problem: 'list-changed' })
  })
})
