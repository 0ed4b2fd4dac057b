/** A new year's notice: entered once, checked, kept; the open clocks that it moves are shown and counted anew. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { footprint } from '../../support/footprint.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { accept, registerCase, reviewedCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../../support/test-station.ts'

/** Invented, as the notice of 2027 is not out: no claim about the real one. */
const NOTICE = {
  year: 2027,
  number: '国办发明电〔2026〕99号（测试）',
  publishedOn: '2026-11-10',
  off: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  workingWeekends: ['2027-01-30', '2027-02-20', '2027-05-08', '2027-09-26'],
}

let station: TestStation
let caseId: CaseId
let now = new Date('2026-12-24T02:00:00.000Z')

beforeAll(async () => {
  station = await createTestStation({ now: () => now })
  now = new Date('2026-12-25T02:00:00.000Z')
  caseId = await registerCase(station, { filedOn: '2026-11-17', receivedOn: '2026-12-25' })
  await accept(station, caseId)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const clock = async (key: string) => (await station.as('head').call('deadlines.ofCase', { caseId })).clocks.find((one) => one.key === key)

describe('a notice of days off', () => {
  it('is waited for: what reaches into its year is provisional', async () => {
    // ten working days from 25 December with 1 January off
    expect(await clock('review/1')).toMatchObject({ due: '2027-01-11', provisional: true })
    expect(await clock('decision/1')).toMatchObject({ due: '2027-02-15', provisional: true })
  })

  it('is read from its text and refused with the place of what is wrong; nothing changes', async () => {
    const admin = station.as('admin')
    expect((await admin.call('deadlines.readNotice', { text: '2027年部分节假日安排\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。' })).off).toEqual([NOTICE.off[0]])
    const before = footprint(station.workstation.workbench.reader)
    const save = (notice: typeof NOTICE, despite = '') => admin.call('deadlines.saveNotice', { notice, expectedSeq: 0, despite })
    await expect(save({ ...NOTICE, off: NOTICE.off.slice(1) })).rejects.toMatchObject({ code: 'holiday-notice-refused', data: { place: '2027-01-01' } })
    await expect(save({ ...NOTICE, off: [...NOTICE.off, { name: '国庆节', from: '2027-10-05', to: '2027-10-08' }] })).rejects.toMatchObject({ code: 'holiday-notice-refused', data: { place: '2027-10-05' } })
    await expect(save({ ...NOTICE, workingWeekends: ['2027-03-03'] })).rejects.toMatchObject({ code: 'holiday-notice-refused', data: { place: '2027-03-03' } })
    await expect(save({ ...NOTICE, workingWeekends: NOTICE.workingWeekends.slice(1) })).rejects.toMatchObject({ code: 'holiday-notice-unbalanced', data: { days: 1 } })
    await expect(station.as('reviewer').call('deadlines.saveNotice', { notice: NOTICE, expectedSeq: 0, despite: '' })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(footprint(station.workstation.workbench.reader)).toEqual(before)
  })

  it('shows before it is kept which clocks it moves, from which day to which', async () => {
    const check = await station.as('admin').call('deadlines.checkNotice', { notice: NOTICE })
    expect(check).toMatchObject({ problems: [], balance: 0 })
    // the decision ends on 15 February, a Monday that stays a working day: only certain now
    expect(check.effect).toMatchObject({ movedCount: 0, settled: 2 })
    const longer = { ...NOTICE, off: NOTICE.off.map((one) => (one.name === '春节' ? { ...one, to: '2027-02-15' } : one)), workingWeekends: [...NOTICE.workingWeekends, '2027-01-23', '2027-02-27'] }
    const moved = await station.as('admin').call('deadlines.checkNotice', { notice: longer })
    expect(moved.effect?.moved).toMatchObject([{ caseId, clock: 'decision/1', before: { due: '2027-02-15', provisional: true }, after: { due: '2027-02-16', provisional: false } }])
    expect(await clock('decision/1')).toMatchObject({ due: '2027-02-15', provisional: true })
  })

  it('tells who waits how far the counting is, and nobody else', async () => {
    const { workbench } = station.workstation
    workbench.withoutAudit('test', (writer) => writer.run('INSERT OR IGNORE INTO clock_stale (case_id) SELECT id FROM cases'))
    const [admin, other] = [station.as('admin'), station.as('head')]
    expect(await admin.call('deadlines.recounting', {})).toBeNull()
    const waiting = new AbortController()
    const check = admin.call('deadlines.checkNotice', { notice: NOTICE }).finally(() => waiting.abort())
    const told: unknown[] = []
    const others: unknown[] = []
    while (!waiting.signal.aborted) {
      told.push(await admin.call('deadlines.recounting', {}))
      others.push(await other.call('deadlines.recounting', {}))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await check
    expect(told).toContainEqual({ step: 'cases', done: 0, total: 1 })
    expect(others.filter((one) => one !== null)).toEqual([])
    expect(await admin.call('deadlines.recounting', {})).toBeNull()
  })

  it('looks at every clock that it may move, however many there are', async () => {
    const { workbench } = station.workstation
    const run = workbench.reader.get<{ run: string }>("SELECT run FROM clock_dues WHERE case_id = ? AND clock = 'decision/1'", caseId)?.run ?? ''
    const many = 1000
    workbench.withoutAudit('test', (writer) => {
      for (let n = 0; n < many; n += 1) {
        writer.run(
          `INSERT INTO clock_dues (case_id, clock, subject, desk, person_id, due_on, due_at, amber_at, provisional, suspended, run)
           SELECT case_id, ?, subject, desk, person_id, due_on, due_at, amber_at, provisional, suspended, ? FROM clock_dues WHERE case_id = ? AND clock = 'decision/1'`,
          `made/${n}`, run, caseId,
        )
      }
    })
    const longer = { ...NOTICE, off: NOTICE.off.map((one) => (one.name === '春节' ? { ...one, to: '2027-02-15' } : one)), workingWeekends: [...NOTICE.workingWeekends, '2027-01-23', '2027-02-27'] }
    const { effect } = await station.as('admin').call('deadlines.checkNotice', { notice: longer })
    expect(effect).toMatchObject({ looked: many + 2, movedCount: many + 1 })
    workbench.withoutAudit('test', (writer) => writer.run("DELETE FROM clock_dues WHERE clock GLOB 'made/*'"))
  })

  it('counts the open clocks anew when it is kept, also those that the case and its round carry', async () => {
    const admin = station.as('admin')
    const withFriday = { ...NOTICE, off: NOTICE.off.map((one) => (one.name === '元旦' ? { ...one, to: '2027-01-04' } : one)), workingWeekends: [...NOTICE.workingWeekends, '2027-01-16'] }
    const effect = await admin.call('deadlines.saveNotice', { notice: withFriday, expectedSeq: 0, despite: '' })
    expect(effect).toMatchObject({ movedCount: 1, settled: 1, moved: [{ clock: 'review/1', before: { due: '2027-01-11' }, after: { due: '2027-01-12' } }] })
    expect(await clock('review/1')).toMatchObject({ due: '2027-01-12', provisional: false })
    expect(await station.as('head').call('cases.get', { caseId })).toMatchObject({ dueOn: '2027-01-12', dueProvisional: false })
    const catalogue = await admin.call('catalogue.get', {})
    expect(catalogue.holidays.find(({ year }) => year === 2027)).toMatchObject({ notice: NOTICE.number, verified: true })
    expect(await admin.call('deadlines.notices', {})).toMatchObject([{ seq: 1, notice: { year: 2027 }, by: '管宁' }])
    const [entry] = await admin.call('audit.list', { before: null, size: 1 })
    expect(entry).toMatchObject({ act: 'calendar.saveNotice', subject: 'calendar/2027' })
  })

  it('is changed only by who saw the last version, and is there when the station opens again', async () => {
    const admin = station.as('admin')
    await expect(admin.call('deadlines.saveNotice', { notice: NOTICE, expectedSeq: 0, despite: '' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await admin.call('deadlines.saveNotice', { notice: NOTICE, expectedSeq: 1, despite: '' })).toMatchObject({ movedCount: 1 })
    expect(await station.as('head').call('cases.get', { caseId })).toMatchObject({ dueOn: '2027-01-11', dueProvisional: false })
    station.close()
    station = await reopenTestStation(station, { now: () => now })
    expect(await clock('review/1')).toMatchObject({ due: '2027-01-11', provisional: false })
  })

  it('moves the review of a case that waits for papers, and leaves the case the day of its supplement', async () => {
    const waiting = await reviewedCase(station, { filedOn: '2026-11-17', receivedOn: '2026-12-25' })
    await station.as('reviewer').call('intake.askSupplement', { caseId: waiting, missing: ['送达回证'], reason: '未见送达凭证。', replyBy: '2026-12-31' })
    expect(await station.as('head').call('cases.get', { caseId: waiting })).toMatchObject({ state: 'supplementing', dueOn: '2026-12-31' })
    const { due: before } = (await station.as('head').call('deadlines.ofCase', { caseId: waiting })).clocks.find(({ key }) => key === 'review/1') ?? {}
    const longer = { ...NOTICE, off: NOTICE.off.map((one) => (one.name === '元旦' ? { ...one, to: '2027-01-04' } : one)), workingWeekends: [...NOTICE.workingWeekends, '2027-01-16'] }
    const effect = await station.as('admin').call('deadlines.saveNotice', { notice: longer, expectedSeq: 2, despite: '' })
    expect(effect.moved).toContainEqual(expect.objectContaining({ caseId: waiting, clock: 'review/1', before: { due: before, provisional: false }, after: { due: '2027-01-12', provisional: false } }))
    expect(await station.as('head').call('cases.get', { caseId: waiting })).toMatchObject({ dueOn: '2026-12-31', dueProvisional: false })
    expect(station.workstation.workbench.reader.get('SELECT due_on FROM rounds WHERE case_id = ?', waiting)).toEqual({ due_on: '2027-01-12' })
    // the day of the review is the case's again once the papers are in
    expect(await station.as('handler').call('intake.takeSupplement', { caseId: waiting, receivedOn: '2026-12-25', note: '' })).toEqual({ dueOn: '2027-01-12' })
  })
})
