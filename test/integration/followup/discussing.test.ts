/** The heads discuss the decision together: on record before it is registered, in the form, in the file, and red where it lacks. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { issuedQuickly, assignedQuickly, issueRound } from '../../support/followed-case.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { accept, assign, attach, caseFields, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let now = new Date('2026-05-06T01:00:00.000Z')
beforeAll(async () => {
  station = await createTestStation({ now: () => now })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

type Decision = MethodInput<'followup.decide'>['decision']
type Discussion = MethodInput<'followup.recordDiscussion'>['discussion']
const NEEDED = { conditions: { collectiveDiscussion: true } }
const decision = (change: Partial<Decision> = {}): Decision => {
  const { party, effects, citations, actionKinds } = caseFields()
  return { number: '清环罚〔2026〕8号', decidedOn: '2026-05-06', actionKinds, effects: effects.map((effect) => ({ ...effect, party: party.name })), citations, facts: { changed: false, how: '' }, ...change }
}
const discussion = (change: Partial<Discussion> = {}): Discussion => ({
  discussedOn: '2026-05-06',
  place: '局三楼会议室',
  chair: '陆离',
  recorder: '田禾',
  attendees: [
    { name: '陆离', post: '局长', view: '事实清楚，同意处罚。', stance: 'agree' },
    { name: '韩正', post: '副局长', view: '建议补充危害后果的证据。', stance: 'investigate' },
  ],
  absent: [{ name: '江帆', reason: '出差' }],
  outcome: 'agree',
  changedTo: '',
  reason: '多数意见认为证据充分，处理适当。',
  ...change,
})
const record = (caseId: CaseId, change: Partial<Discussion> = {}, login = 'handler') => station.as(login).call('followup.recordDiscussion', { caseId, discussion: discussion(change) })
const view = (caseId: CaseId) => station.as('handler').call('followup.get', { caseId })
async function adopted(change: Parameters<typeof issuedQuickly>[2] = NEEDED): Promise<CaseId> {
  const caseId = await issuedQuickly(station, new Map(), change)
  await station.as('handler').call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: now.toISOString().slice(0, 10), replies: [] })
  return caseId
}
const decide = (caseId: CaseId, change: Partial<Decision> = {}) => station.as('handler').call('followup.decide', { caseId, decision: decision(change) })

describe('where the case needs it', () => {
  it('it is recorded before the decision, printed as its form, and the case is not red', async () => {
    const caseId = await adopted()
    expect((await view(caseId)).discussion).toEqual({ basis: [{ law: '行政处罚法', article: 57, paragraph: 2 }], standing: 'missing', minutes: [], records: [] })
    expect((await view(caseId)).may.recordDiscussion).toBe(true)
    await record(caseId)
    expect((await view(caseId)).discussion).toMatchObject({ standing: 'held', records: [{ round: 1, by: '田禾', discussion: { chair: '陆离', outcome: 'agree' } }] })
    expect((await station.as('head').call('cases.history', { caseId })).at(-1)).toMatchObject({ act: 'case.recordDiscussion', actorName: '田禾' })

    const offer = (await station.as('handler').call('forms.ofCase', { caseId })).find(({ form }) => form === 'collectiveDiscussion')
    const [about] = offer?.abouts ?? []
    expect(about?.label['zh-CN']).toBe('2026年5月6日讨论（拟作决定）')
    const preview = await station.as('handler').call('forms.preview', { caseId, form: 'collectiveDiscussion', about: about?.key ?? '', given: [] })
    const text = preview.pages.pages.flatMap(({ lines }) => lines.map(({ runs }) => runs.flatMap(({ texts }) => texts).join(''))).join('\n')
    for (const said of ['局三楼会议室', '陆离', '建议补充危害后果的证据', '补充调查', '江帆（出差）', '同意拟作决定', '多数意见认为证据充分', '田禾']) expect(text).toContain(said)
    expect(preview.lacks).toEqual([])

    expect(await decide(caseId)).toEqual({ broken: [] })
    expect(await station.as('head').call('cases.get', { caseId })).toMatchObject({ state: 'decided', red: [] })
    expect((await view(caseId)).file).toContainEqual({ id: 'discussion', present: true, lacking: [], excusable: true })
  })

  it('a decision without one is registered, turns the case red, and names art. 57; nothing is recorded afterwards', async () => {
    const caseId = await adopted()
    expect(await decide(caseId)).toEqual({ broken: [{ id: 'notDiscussed', basis: [{ law: '行政处罚法', article: 57, paragraph: 2 }] }] })
    expect(await station.as('head').call('cases.get', { caseId })).toMatchObject({ state: 'decided', red: [{ id: 'notDiscussed' }] })
    expect((await station.as('head').call('cases.rows', { ids: [caseId] }))[0]).toMatchObject({ red: true })
    const { file, may } = await view(caseId)
    expect(file).toContainEqual({ id: 'discussion', present: false, lacking: [], excusable: true })
    expect(may.recordDiscussion).toBe(false)
    expect(await refusal(record(caseId), 'transition-refused')).toMatchObject({ state: 'decided' })
  })

  it('what they discussed after the decision, or settled otherwise, is no ground for it', async () => {
    const late = await adopted()
    now = new Date('2026-05-08T01:00:00.000Z')
    await record(late, { discussedOn: '2026-05-08' })
    expect((await decide(late, { decidedOn: '2026-05-07' })).broken.map(({ id }) => id)).toEqual(['notDiscussed'])
    now = new Date('2026-05-06T02:00:00.000Z')
    const [otherwise, twice] = [await adopted(), await adopted()]
    now = new Date('2026-05-08T02:00:00.000Z')
    await record(otherwise, { outcome: 'noPenalty', discussedOn: '2026-05-07' })
    expect((await view(otherwise)).discussion.standing).toBe('against')
    expect((await decide(otherwise, { decidedOn: '2026-05-08' })).broken.map(({ id }) => id)).toEqual(['againstDiscussion'])
    // once more, and now for it: the last one counts, and both stay on record
    await record(twice, { outcome: 'investigate', discussedOn: '2026-05-07' })
    await record(twice, { outcome: 'change', changedTo: '罚款二十万元，责令改正', discussedOn: '2026-05-08' }, 'head')
    expect(await decide(twice, { decidedOn: '2026-05-08' })).toEqual({ broken: [] })
    expect((await view(twice)).discussion.records.map(({ discussion: one }) => one.outcome)).toEqual(['investigate', 'change'])
  })

  it('no penalty needs no discussion by this rule', async () => {
    const caseId = await adopted()
    const { broken } = await decide(caseId, { decidedOn: '2026-05-08', effects: [], party: caseFields().party.name })
    expect(broken.map(({ id }) => id)).not.toContain('notDiscussed')
    // nor does its file ask for one, so that it can be archived
    expect((await view(caseId)).file.map(({ id }) => id)).not.toContain('discussion')
  })
})

describe('where nobody said that it is needed', () => {
  it('it can be recorded, a decision without it is in order, and the file does not ask for it', async () => {
    const caseId = await adopted({})
    expect((await view(caseId)).discussion.basis).toEqual([])
    expect(await decide(caseId, { decidedOn: '2026-05-08' })).toEqual({ broken: [] })
    expect((await view(caseId)).file.map(({ id }) => id)).not.toContain('discussion')
    const other = await adopted({})
    await record(other, {}, 'agencyHead')
    expect((await view(other)).discussion.records).toHaveLength(1)
  })
})

describe('minutes among the papers', () => {
  const MINUTES = (on: string) => `案件集体讨论记录\n讨论时间：${on}15时00分至16时10分\n讨论地点：本局会议室\n主持人：陆离（局长）\n参加人员：陆离（局长）、韩正（副局长）\n讨论结论：同意拟作决定。\n`

  it('count with their day, which is told with where it stands, as the decision will be judged', async () => {
    now = new Date('2026-05-06T03:00:00.000Z')
    const read = await createTestStation({ now: () => now, read: true })
    const minutesOf = async (caseId: CaseId) => (await read.as('handler').call('followup.get', { caseId })).discussion
    const caseId = await registerCase(read, NEEDED)
    const { id: materialId, name } = await attach(read, caseId, '集体讨论记录.txt', MINUTES('2026年5月8日'))
    await accept(read, caseId)
    await assign(read, caseId)
    await issueRound(read, caseId)
    await read.as('handler').call('followup.adopt', { caseId, answeredBy: '田禾', answeredOn: now.toISOString().slice(0, 10), replies: [] })
    await vi.waitUntil(async () => (await minutesOf(caseId)).minutes.length > 0, { timeout: 30_000 })
    expect((await minutesOf(caseId)).minutes).toEqual([{ materialId, name, discussedOn: '2026-05-08', page: 1 }])
    now = new Date('2026-05-08T03:00:00.000Z')
    const early = await read.as('handler').call('followup.decide', { caseId, decision: decision({ decidedOn: '2026-05-07' }) })
    expect(early.broken.map(({ id }) => id)).toEqual(['notDiscussed'])
    read.close()
  })
})

describe('who may, and when', () => {
  it('not before there is an opinion, not by strangers, of no day to come, and nothing is written by a refusal', async () => {
    const reader = station.workstation.workbench.reader
    const early = await assignedQuickly(station, NEEDED)
    const caseId = await adopted()
    const before = footprint(reader)
    expect(await refusal(record(early), 'transition-refused')).toMatchObject({ state: 'assigned' })
    await refusal(record(caseId, {}, 'handler2'), 'not-your-part')
    await refusal(record(caseId, {}, 'reviewer2'), 'not-your-part')
    await refusal(record(caseId, {}, 'supervisor'), 'not-allowed')
    expect(await refusal(record(caseId, { discussedOn: '2026-05-11' }), 'invalid-input')).toMatchObject({ field: 'discussion.discussedOn', problem: 'in-the-future' })
    expect(await refusal(record(caseId, { discussedOn: '2026-03-09' }), 'invalid-input')).toMatchObject({ problem: 'before-the-filing' })
    expect(await refusal(record(caseId, { chair: '江帆' }), 'invalid-input')).toMatchObject({ problem: 'chair-absent' })
    expect(footprint(reader)).toEqual(before)
    await record(caseId, {}, 'reviewer')
  })
})

describe('the store', () => {
  it('of before has none, takes them, and keeps them as they are', () => {
    const [folder, dataKey] = [temporaryFolder('discussion'), new Uint8Array(randomBytes(32))]
    const old = openStore(folder, dataKey, MIGRATIONS.filter(({ version }) => version < 260))
    old.transaction('test', (writer) => {
      writer.run("INSERT INTO people (id, login, name, fields, active, version, password, created_at) VALUES ('p', 'p', '田禾', '{}', 1, 1, '', '')")
      writer.run(
        `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on,
          due_provisional, amount, fields, version, created_by, created_at, updated_at)
         VALUES ('old', '旧案', '', '', '', '[]', 'adopted', 1, '2026-04-07', '9999-12-31', 0, -1, ?, 1, '', '', '')`,
        JSON.stringify(caseFields()),
      )
    })
    old.close()
    const store = openStore(folder, dataKey, MIGRATIONS)
    const write = (sql: string) => store.transaction('test', (writer) => writer.run(sql))
    expect(store.reader.all('SELECT id FROM collective_discussions')).toEqual([])
    const insert = (id: string, outcome: string) =>
      write(`INSERT INTO collective_discussions (id, case_id, round, held_on, outcome, fields, recorded_by, recorded_at) VALUES ('${id}', 'old', 1, '2026-05-06', '${outcome}', '{}', 'p', '')`)
    insert('d', 'agree')
    expect(() => insert('e', 'perhaps')).toThrow(/CHECK/)
    expect(() => write("UPDATE collective_discussions SET outcome = 'noPenalty'")).toThrow(/never changes/)
    expect(() => write('DELETE FROM collective_discussions')).toThrow(/never changes/)
    store.close()
  })
})
