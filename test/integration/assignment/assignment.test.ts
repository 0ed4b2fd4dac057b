/** Who reviews: chance that can be checked afterwards, or a choice with its reason; never somebody with a part in the case. */
import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignmentSettings, writeAssignmentSettings } from '../../../src/main/assignment/assignment-settings.ts'
import { checkDraws } from '../../../src/main/assignment/check-draws.ts'
import type { Assignment } from '../../../src/shared/assignment/contract.ts'
import { commitmentTo, draw as drawOne, faultOfDraw, type Sha256Function } from '../../../src/shared/assignment/draw.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { isoDate, type CaseId, type PersonId } from '../../../src/shared/values/values.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { accept, answerAll, assign, assignedCase, attach, registerCase, reviewedCase, submit, YES } from '../../support/test-case.ts'
import { createTestStation, personFields, type TestStation } from '../../support/test-station.ts'

const sha256: Sha256Function = (bytes) => createHash('sha256').update(bytes).digest()

let station: TestStation
beforeAll(async () => {
  station = await createTestStation()
  await station.addPerson(personFields('unqualified', '江新', ['reviewer'], { credentials: [], reviewSince: null }))
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const idOf = (login: string) => station.ids.get(login) as PersonId
async function acceptedCase(change: Parameters<typeof registerCase>[1] = {}): Promise<CaseId> {
  const caseId = await registerCase(station, change)
  await attach(station, caseId, '一.txt', caseId, 'head')
  await accept(station, caseId)
  return caseId
}
const forgedDraw = (seed: string, caseId: CaseId, eligible: readonly PersonId[]) => drawOne({ seed, caseId, round: 1, eligible }, sha256)
const draw = (caseId: CaseId) => station.as('head').call('assignment.draw', { caseId })

describe('the draw', () => {
  it('is committed to before it is made, and anybody can make it again', async () => {
    const caseId = await acceptedCase()
    const drawn = await draw(caseId)
    expect([idOf('reviewer'), idOf('reviewer2')]).toContain(drawn.personId)
    expect(drawn.draw?.eligible).toEqual([idOf('reviewer'), idOf('reviewer2')].sort())
    expect(drawn.drawnFrom.map(({ name }) => name).sort()).toEqual(['贺知', '顾盼'])
    expect(drawn.excluded).toMatchObject([{ name: '江新', reasons: ['reviewStartUnknown'] }])
    const record = { seed: drawn.draw?.seed ?? '', commitment: drawn.draw?.commitment ?? '', caseId, round: 1, eligible: drawn.draw?.eligible ?? [], drawn: drawn.personId }
    expect(faultOfDraw(record, sha256)).toBeNull()
    const other = drawn.personId === idOf('reviewer') ? idOf('reviewer2') : idOf('reviewer')
    expect(faultOfDraw({ ...record, drawn: other }, sha256)).toBe('drawn')
    const history = await station.as('head').call('cases.history', { caseId })
    const [commit, assigned] = history.slice(-2)
    expect([commit?.act, assigned?.act]).toEqual(['case.commitDraw', 'case.assign'])
    expect(commit?.seq).toBeLessThan(assigned?.seq ?? 0)
    const committed = JSON.parse(commit?.content ?? '{}')
    expect(committed).toEqual({ round: 1, commitment: commitmentTo(record.seed, sha256), eligible: [...record.eligible] })
    expect(commit?.content).not.toContain(record.seed)
    expect(JSON.parse(assigned?.content ?? '{}')).toMatchObject({ personId: drawn.personId, draw: { seed: record.seed } })
    const detail = await station.as('head').call('cases.get', { caseId })
    expect(detail).toMatchObject({ state: 'assigned', reviewer: { id: drawn.personId } })
    expect((await station.as('head').call('assignment.candidates', { caseId })).past).toEqual([drawn])
  })

  it('draws each in turn, over many cases', async () => {
    const drawn = new Set<string>()
    for (let tries = 0; tries < 40 && drawn.size < 2; tries += 1) drawn.add((await draw(await acceptedCase())).personId)
    expect(drawn.size).toBe(2)
  })

  it('never draws who handles the case, or is recused from it', async () => {
    const caseId = await acceptedCase({ handlers: [{ personId: idOf('reviewer'), name: '顾盼', certificateNumber: '' }] })
    const drawn = await draw(caseId)
    expect(drawn.personId).toBe(idOf('reviewer2'))
    expect(drawn.excluded).toContainEqual({ personId: idOf('reviewer'), name: '顾盼', reasons: ['handlesCase'] })
    const recused = await acceptedCase()
    await station.as('reviewer2').call('assignment.recuse', { caseId: recused, personId: idOf('reviewer2'), reason: '与当事人有亲属关系' })
    expect((await draw(recused)).personId).toBe(idOf('reviewer'))
  })

  it('is refused with everybody’s reason when nobody is left, and commits to nothing', async () => {
    const caseId = await acceptedCase({ handlers: [{ personId: idOf('reviewer'), name: '顾盼', certificateNumber: '' }] })
    await station.as('head').call('assignment.recuse', { caseId, personId: idOf('reviewer2'), reason: '亲属' })
    const data = await refusal(draw(caseId), 'no-eligible-reviewer')
    expect(data['excluded']).toEqual(expect.arrayContaining(['顾盼:handlesCase', '贺知:recused', '江新:reviewStartUnknown']))
    const history = await station.as('head').call('cases.history', { caseId })
    expect(history.map(({ act }) => act)).not.toContain('case.commitDraw')
  })

  it('is made once: a second one, or one before acceptance, is refused', async () => {
    const caseId = await acceptedCase()
    await draw(caseId)
    await refusal(draw(caseId), 'transition-refused')
    await refusal(draw(await registerCase(station)), 'transition-refused')
  })
})

describe('a draw, computed again', () => {
  it('agrees with the seed, the list and the entry before it; of a choice by hand nothing is computed', async () => {
    const caseId = await acceptedCase()
    const drawn = await draw(caseId)
    const [checked, ...more] = await station.as('supervisor').call('assignment.checkDraws', { caseId })
    expect(more).toEqual([])
    expect(checked).toMatchObject({ round: 1, name: drawn.name, fault: null })
    const history = await station.as('head').call('cases.history', { caseId })
    expect(history.find(({ act }) => act === 'case.commitDraw')?.seq).toBe(checked?.committedIn)
    expect(await station.as('head').call('assignment.checkDraws', { caseId: await acceptedCase() })).toEqual([])
  })

  it('a record that was tampered with is found out', async () => {
    const caseId = await acceptedCase()
    const drawn = await draw(caseId)
    const past: Assignment = { ...drawn }
    const other = idOf(drawn.personId === idOf('reviewer') ? 'reviewer2' : 'reviewer')
    const reader = station.workstation.workbench.reader
    const faults = (changed: Partial<Assignment>) => checkDraws(reader, caseId, [{ ...past, ...changed }], sha256).map(({ fault }) => fault)
    expect(faults({})).toEqual([null])
    expect(faults({ personId: other })).toEqual(['drawn'])
    const seed = 'ab'.repeat(32)
    // a seed with its own right commitment, chosen afterwards: only the chain tells
    const forged = forgedDraw(seed, caseId, drawn.draw?.eligible ?? [])
    expect(faults({ personId: forged.drawn, draw: forged })).toEqual(['notCommitted'])
  })
})

describe('the band of work', () => {
  it('keeps who has much more in hand out of the draw, with the reason, but not out of a choice', async () => {
    const before = await station.as('head').call('assignment.settings', {})
    expect(before.band).not.toBeNull()
    await station.as('head').call('assignment.changeSettings', { settings: { ...before, band: 0 } })
    const caseId = await acceptedCase()
    const { eligible } = await station.as('head').call('assignment.candidates', { caseId })
    // one more case for who has the most in hand, so that it is more than the others have
    const [busy] = [...eligible].sort((one, other) => other.openCases - one.openCases)
    await station.as('head').call('assignment.choose', { caseId: await acceptedCase(), personId: busy?.personId as PersonId, reason: '试验工作量分档。' })
    const drawn = await draw(caseId)
    expect(drawn.personId).not.toBe(busy?.personId)
    expect(drawn.excluded).toContainEqual(expect.objectContaining({ personId: busy?.personId, reasons: ['busier'] }))
    await station.as('head').call('assignment.changeSettings', { settings: { ...before, band: null } })
    const again = await acceptedCase()
    expect((await draw(again)).excluded.flatMap(({ reasons }) => reasons)).not.toContain('busier')
    expect(await station.as('reviewer').call('assignment.settings', {})).toEqual({ ...before, band: null })
    await station.as('head').call('assignment.changeSettings', { settings: before })
  })
})

describe('a choice by hand', () => {
  it('keeps its reason, and takes only who may review', async () => {
    const caseId = await acceptedCase()
    const choose = (login: string) => station.as('head').call('assignment.choose', { caseId, personId: idOf(login), reason: '熟悉排污许可案件。' })
    expect(await refusal(choose('unqualified'), 'reviewer-not-eligible')).toEqual({ reason: 'reviewStartUnknown' })
    await refusal(choose('handler'), 'reviewer-not-eligible')
    await refusal(choose('admin'), 'reviewer-not-eligible')
    expect(await choose('reviewer2')).toMatchObject({ mode: 'chosen', reason: '熟悉排污许可案件。', draw: null })
    const entry = (await station.as('head').call('cases.history', { caseId })).at(-1)
    expect([entry?.act, JSON.parse(entry?.content ?? '{}').reason]).toEqual(['case.assignManually', '熟悉排污许可案件。'])
  })

  it('is refused without a reason', async () => {
    const caseId = await acceptedCase()
    for (const reason of ['', '  ', '因为']) {
      const reply = await station.workstation.dispatch('assignment.choose', { caseId, personId: idOf('reviewer'), reason }, station.as('head').caller)
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input', data: { field: 'reason' } } })
    }
  })
})

describe('another reviewer', () => {
  it('takes over with the answers given so far; the one before can no longer answer', async () => {
    const caseId = await assignedCase(station)
    await station.as('reviewer').call('checklist.begin', { caseId })
    const save = (login: string, expectedVersion: number) =>
      station.as(login).call('checklist.answer', { caseId, questionId: '1.1', expectedVersion, fields: YES })
    await save('reviewer', 0)
    await assign(station, caseId, 'reviewer2')
    await refusal(save('reviewer', 1), 'not-your-part')
    await station.as('reviewer2').call('checklist.begin', { caseId })
    const { headings } = await station.as('reviewer2').call('checklist.get', { caseId, round: null })
    expect(headings[0]?.questions.find(({ questionId }) => questionId === '1.1')?.answer).toMatchObject({ version: 1, answeredBy: '顾盼' })
    expect((await save('reviewer2', 1)).answer).toMatchObject({ version: 2, answeredBy: '贺知' })
    expect((await station.as('head').call('assignment.candidates', { caseId })).past).toHaveLength(2)
  })

  it('of a submitted draft finds a draft again, not one that waits for approval', async () => {
    const caseId = await reviewedCase(station)
    await submit(station, caseId)
    await assign(station, caseId, 'reviewer2')
    await station.as('reviewer2').call('checklist.begin', { caseId })
    expect((await station.as('reviewer2').call('opinion.get', { caseId, round: null }))?.state).toBe('draft')
    await answerAll(station, caseId, new Map(), 'reviewer2')
    const { version } = await station.as('reviewer2').call('opinion.compose', { caseId })
    expect((await station.as('reviewer2').call('opinion.submit', { caseId, expectedVersion: version })).state).toBe('submitted')
  })

  it('is needed once the reviewer is recused: from then on they answer and draft nothing', async () => {
    const caseId = await reviewedCase(station)
    await station.as('reviewer').call('assignment.recuse', { caseId, personId: idOf('reviewer'), reason: '审核中发现亲属关系' })
    await refusal(station.as('reviewer').call('checklist.answer', { caseId, questionId: '1.1', expectedVersion: 1, fields: YES }), 'not-your-part')
    await refusal(station.as('reviewer').call('opinion.compose', { caseId }), 'not-your-part')
    expect((await station.as('reviewer').call('checklist.get', { caseId, round: null })).editable).toBe(false)
    await refusal(assign(station, caseId, 'reviewer'), 'reviewer-not-eligible')
    await assign(station, caseId, 'reviewer2')
  })

  it('a reviewer recuses only themselves; the head anybody', async () => {
    const caseId = await acceptedCase()
    await refusal(station.as('reviewer').call('assignment.recuse', { caseId, personId: idOf('reviewer2'), reason: '不合' }), 'not-allowed')
    await station.as('head').call('assignment.recuse', { caseId, personId: idOf('reviewer2'), reason: '亲属' })
    await refusal(station.as('head').call('assignment.recuse', { caseId, personId: '0198c0de-0000-7000-8000-000000000000', reason: '亲属' }), 'not-found')
  })
})

it('a store of before the settings of the draw keeps what is in it, and takes them', () => {
  const [folder, key] = [temporaryFolder('draw-migration'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < 160))
  before.transaction('test', (writer) =>
    writer.run("INSERT INTO audit (seq, at, actor, act, subject, content, previous_hash, hash) VALUES (1, '', '', '', '', '原有内容', '', '')"),
  )
  before.close()
  const after = openStore(folder, key)
  expect(after.reader.all('SELECT content FROM audit')).toEqual([{ content: '原有内容' }])
  const settings = { band: 2, enforcementStaff: { count: 61, countedOn: isoDate('2026-06-30') } }
  after.transaction('test', (writer) => writeAssignmentSettings(writer, settings))
  expect(assignmentSettings(after.reader)).toEqual(settings)
  // a number without its day says nothing
  expect(() => after.transaction('test', (writer) => writer.run('UPDATE assignment_settings SET counted_on = NULL'))).toThrow(/CHECK/)
  after.close()
})
