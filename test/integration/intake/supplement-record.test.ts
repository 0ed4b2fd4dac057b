/** Supplements in the middle of a review: their handlers and their record, each asked by its own name. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { intakeContract } from '../../../src/shared/intake/contract.ts'
import { isoDate, isoInstant, type CaseId } from '../../../src/shared/values/values.ts'
import { chainHead } from '../../../src/main/audit/chain.ts'
import { requireCase } from '../../../src/main/cases/case-record.ts'
import { supplementHandlers } from '../../../src/main/intake/supplement-in-review.ts'
import { askForPapers, requireReplyDay } from '../../../src/main/intake/supplement-notice.ts'
import { dayNow, endReturn, insertReturn, isSupplementOver, newReturnId, openSupplement, returnsOf, reviewSupplements, supplementDays } from '../../../src/main/intake/supplement-record.ts'
import { contextOf } from '../../support/call-context.ts'
import { assignedQuickly } from '../../support/followed-case.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let now = new Date('2026-05-06T02:00:00.000Z')
let caseId: CaseId
beforeAll(async () => {
  station = await createTestStation({ now: () => now })
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})
beforeEach(async () => {
  now = new Date('2026-05-06T02:00:00.000Z')
  caseId = await assignedQuickly(station)
  await station.as('reviewer').call('checklist.begin', { caseId })
})

const workbench = () => station.workstation.workbench
const write = (id: string, change: Partial<Parameters<typeof insertReturn>[1]> = {}): void =>
  workbench().withoutAudit('test', (writer) =>
    insertReturn(writer, { id, caseId, round: 1, at: isoInstant(now), missing: ['回证'], reason: '未见送达凭证。', replyBy: isoDate('2026-05-13'), inReview: true, ...change }),
  )

describe('the record', () => {
  it('tells the notices the last first, their days in the order of writing, and those of a review by its round', () => {
    const ids = [newReturnId(), newReturnId(), newReturnId()]
    expect(new Set(ids).size).toBe(3)
    write(ids[0] ?? '', { inReview: false, replyBy: isoDate('2026-05-20') })
    write(ids[1] ?? '')
    // a clock that was set back changes no order
    write(ids[2] ?? '', { round: 2, at: isoInstant(new Date('2026-05-01T02:00:00.000Z')), replyBy: isoDate('2026-05-15') })
    const { reader } = workbench()
    expect(returnsOf(reader, caseId).map(({ id, round, notice }) => [id, round, notice.inReview, notice.missing])).toEqual([
      [ids[2], 2, true, ['回证']], [ids[1], 1, true, ['回证']], [ids[0], 1, false, ['回证']],
    ])
    expect(supplementDays(reader, caseId)).toEqual(['2026-05-20', '2026-05-13', '2026-05-15'])
    expect(reviewSupplements(reader, caseId, 1)).toEqual([{ askedOn: '2026-05-06', replyBy: '2026-05-13', endedOn: null }])
    expect(reviewSupplements(reader, caseId, 3)).toEqual([])
  })

  it('knows what the review waits for, and from when the set day is over', () => {
    const { reader } = workbench()
    expect([openSupplement(reader, caseId), isSupplementOver(workbench(), caseId)]).toEqual([undefined, false])
    // a return before the acceptance is none that the review waits for
    write(newReturnId(), { inReview: false })
    expect(openSupplement(reader, caseId)).toBeUndefined()
    const id = newReturnId()
    write(id)
    expect(openSupplement(reader, caseId)).toEqual({ id, askedOn: '2026-05-06', replyBy: '2026-05-13', endedOn: null })
    now = new Date('2026-05-13T15:59:00.000Z')
    expect([dayNow(workbench()), isSupplementOver(workbench(), caseId)]).toEqual(['2026-05-13', false])
    now = new Date('2026-05-13T16:00:00.000Z')
    expect([dayNow(workbench()), isSupplementOver(workbench(), caseId)]).toEqual(['2026-05-14', true])
    workbench().withoutAudit('test', (writer) => endReturn(writer, id, isoDate('2026-05-14'), 'nothing'))
    expect(openSupplement(reader, caseId)).toBeUndefined()
    expect(returnsOf(reader, caseId)[0]?.notice).toMatchObject({ endedOn: '2026-05-14', endedWith: 'nothing' })
    // the end of a supplement never changes
    expect(() => workbench().withoutAudit('test', (writer) => endReturn(writer, id, isoDate('2026-05-15'), 'papers'))).toThrow(/never changes/)
  })
})

describe('the notice', () => {
  it('is kept with its number and its row in one act, with what is written beside it; where that fails, nothing is', async () => {
    const { context } = contextOf(station, 'reviewer')
    const record = requireCase(context.reader, caseId)
    const asked = { missing: ['回证'], reason: '未见送达凭证。', replyBy: isoDate('2026-05-13'), inReview: true }
    const act = { next: 'supplementing' as const, audit: 'case.askSupplement' }
    // clocks are counted in the background meanwhile, which is no part of it
    const trace = () => [chainHead(context.reader).hash, returnsOf(context.reader, caseId), context.reader.get('SELECT count(*) AS n FROM documents'), requireCase(context.reader, caseId).state]
    const before = trace()
    await expect(askForPapers(context, record, asked, act, () => { throw new Error('no room') })).rejects.toThrow('no room')
    expect(trace()).toEqual(before)
    const documentId = await askForPapers(context, record, asked, act)
    expect(requireCase(context.reader, caseId)).toMatchObject({ state: 'supplementing' })
    expect(context.reader.get('SELECT kind FROM documents WHERE id = ?', documentId)).toEqual({ kind: 'supplementNotice' })
    expect(openSupplement(context.reader, caseId)).toMatchObject({ replyBy: '2026-05-13' })
  })

  it('names no day that is over or out of all reason', async () => {
    const { context } = contextOf(station, 'reviewer')
    const day = (replyBy: string) => () => requireReplyDay(context, 'intake.askSupplement', isoDate(replyBy))
    expect(await refusal(day('2026-05-05'), 'invalid-input')).toEqual({ method: 'intake.askSupplement', field: 'replyBy', problem: 'in-the-past' })
    expect(await refusal(day('2026-11-07'), 'reply-day-too-late')).toEqual({ replyBy: '2026-11-07', latest: '2026-11-06' })
    for (const right of ['2026-05-06', '2026-11-06']) day(right)()
  })
})

describe('the handlers', () => {
  it('are those of the contract that lead into the waiting and out of it', () => {
    expect(Object.keys(supplementHandlers).sort()).toEqual(['intake.askSupplement', 'intake.endSupplement', 'intake.takeSupplement'])
    for (const name of Object.keys(supplementHandlers)) expect(intakeContract).toHaveProperty([name])
  })

  it('write one entry each and tell that the case changed', async () => {
    const { context, told } = contextOf(station, 'reviewer')
    const asked = { caseId, missing: ['回证'], reason: '未见送达凭证。', replyBy: isoDate('2026-05-13') }
    await supplementHandlers['intake.askSupplement'](context, asked)
    await supplementHandlers['intake.takeSupplement'](context, { caseId, receivedOn: isoDate('2026-05-06'), note: '补齐。' })
    await supplementHandlers['intake.askSupplement'](context, asked)
    now = new Date('2026-05-14T02:00:00.000Z')
    await supplementHandlers['intake.endSupplement'](context, { caseId, reason: '现有证据足以判断。' })
    const acts = context.reader.all<{ act: string; actor: string }>("SELECT act, actor FROM audit WHERE subject = ? AND act LIKE '%Supplement' ORDER BY seq", `case/${caseId}`)
    expect(acts.map(({ act }) => act)).toEqual(['case.askSupplement', 'case.takeSupplement', 'case.askSupplement', 'case.endSupplement'])
    expect(new Set(acts.map(({ actor }) => actor))).toEqual(new Set([context.person.id]))
    expect(told).toEqual(Array.from({ length: 4 }, () => ({ kind: 'changed', subject: 'case', id: caseId })))
    expect(returnsOf(context.reader, caseId).map(({ notice }) => notice.endedWith)).toEqual(['nothing', 'papers'])
  })

  it('say that there is nothing to end where nothing is waited for', async () => {
    const { context } = contextOf(station, 'head')
    await refusal(() => supplementHandlers['intake.takeSupplement'](context, { caseId, receivedOn: isoDate('2026-05-06'), note: '' }), 'transition-refused')
    // the state says that it waits, and no notice does
    workbench().withoutAudit('test', (writer) => writer.run("UPDATE cases SET state = 'supplementing' WHERE id = ?", caseId))
    expect(await refusal(() => supplementHandlers['intake.takeSupplement'](context, { caseId, receivedOn: isoDate('2026-05-06'), note: '' }), 'not-found')).toEqual({ subject: 'supplement', id: caseId })
  })
})
