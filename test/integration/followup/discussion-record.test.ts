/** Collective discussions of a decision: their handler and their record, each asked by its own name. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Discussion } from '../../../src/shared/followup/discussion.ts'
import { isoDate, isoInstant, type CaseId } from '../../../src/shared/values/values.ts'
import { requireCase } from '../../../src/main/cases/case-record.ts'
import { discussingHandlers, discussionView, mayRecordDiscussion } from '../../../src/main/followup/discussing.ts'
import { discussionsKnown, discussionsOf, insertDiscussion, MINUTES } from '../../../src/main/followup/discussion-record.ts'
import { contextOf } from '../../support/call-context.ts'
import { issuedQuickly } from '../../support/followed-case.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let caseId: CaseId
const NOW = new Date('2026-05-08T02:00:00.000Z')
beforeAll(async () => {
  station = await createTestStation({ now: () => NOW })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})
beforeEach(async () => {
  caseId = await issuedQuickly(station, new Map(), { conditions: { collectiveDiscussion: true } })
})

const discussion = (day: string, outcome: Discussion['outcome'] = 'agree'): Discussion => ({
  discussedOn: isoDate(day), place: '', chair: '陆离', recorder: '田禾', absent: [], outcome, changedTo: '', reason: '事实清楚，裁量适当。',
  attendees: [{ name: '陆离', post: '局长', view: '同意。', stance: 'agree' }, { name: '韩正', post: '副局长', view: '建议补充证据。', stance: 'investigate' }],
})

describe('the record', () => {
  it('tells them in the order in which they were held, by whom they were written down, each as it was', () => {
    const { workbench } = station.workstation
    const by = station.as('handler').person.id
    const insert = (day: string, outcome: Discussion['outcome']): void =>
      workbench.withoutAudit('test', (writer) => insertDiscussion(writer, { caseId, round: 1, discussion: discussion(day, outcome), by, at: isoInstant(NOW) }))
    insert('2026-05-08', 'agree')
    insert('2026-05-06', 'investigate')
    const held = discussionsOf(workbench.reader, caseId)
    expect(held.map(({ discussion: one, by: name, round }) => [one.discussedOn, one.outcome, name, round])).toEqual([
      ['2026-05-06', 'investigate', '田禾', 1], ['2026-05-08', 'agree', '田禾', 1],
    ])
    expect(held.at(-1)?.discussion).toEqual(discussion('2026-05-08'))
    expect(discussionsKnown(workbench.reader, caseId)).toEqual({ discussions: [discussion('2026-05-06', 'investigate'), discussion('2026-05-08')], minutes: [] })
  })

  it('knows minutes of one by the catalogue’s name of the paper', () => {
    expect(station.workstation.workbench.catalogue.documentKinds.map(({ id }) => id as string)).toContain(MINUTES)
  })
})

describe('the handler', () => {
  it('writes one entry and tells that the case changed', async () => {
    const { context, told } = contextOf(station, 'handler')
    expect(Object.keys(discussingHandlers)).toEqual(['followup.recordDiscussion'])
    await discussingHandlers['followup.recordDiscussion'](context, { caseId, discussion: discussion('2026-05-07') })
    const last = context.reader.get<{ act: string; content: string }>('SELECT act, content FROM audit ORDER BY seq DESC LIMIT 1')
    expect([last?.act, JSON.parse(last?.content ?? '{}')]).toMatchObject(['case.recordDiscussion', { round: 1, discussedOn: '2026-05-07', outcome: 'agree' }])
    expect(told).toEqual([{ kind: 'changed', subject: 'case', id: caseId }])
  })

  it('is for both sides and the heads, and for nobody before there is an opinion', async () => {
    const record = requireCase(station.workstation.workbench.reader, caseId)
    const may = (login: string, of = record) => mayRecordDiscussion(contextOf(station, login).context, of)
    expect(['handler', 'reviewer', 'head', 'agencyHead'].map((login) => may(login))).toEqual([true, true, true, true])
    expect(['handler2', 'reviewer2', 'supervisor'].map((login) => may(login))).toEqual([false, false, false])
    const early = requireCase(station.workstation.workbench.reader, await registerCase(station))
    expect(may('head', early)).toBe(false)
    const { context } = contextOf(station, 'head')
    await refusal(() => discussingHandlers['followup.recordDiscussion'](context, { caseId: early.id, discussion: discussion('2026-05-08') }), 'transition-refused')
  })
})

it('what the screen tells follows what is on record', async () => {
  const { context } = contextOf(station, 'handler')
  const view = () => discussionView(context, requireCase(context.reader, caseId))
  expect(view()).toEqual({ basis: [{ law: '行政处罚法', article: 57, paragraph: 2 }], standing: 'missing', minutes: [], records: [] })
  await discussingHandlers['followup.recordDiscussion'](context, { caseId, discussion: discussion('2026-05-07', 'noPenalty') })
  expect(view().standing).toBe('against')
  await discussingHandlers['followup.recordDiscussion'](context, { caseId, discussion: discussion('2026-05-08') })
  expect(view()).toMatchObject({ standing: 'held', records: [{ round: 1 }, { round: 1 }] })
})
