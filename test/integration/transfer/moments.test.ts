/** When things happened: hours through the night, days over weekends and holidays, and a computer whose clock is wrong. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../../src/shared/deadlines/clock.ts'
import type { ClockSubject } from '../../../src/shared/deadlines/clock-subjects.ts'
import type { TransferView } from '../../../src/shared/transfer/contract.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTransferStation, STEPS, type Track, type TransferStation } from './transferring.ts'

let here: TransferStation
// one for each: a clock that goes back is what some of these tests are about, and not what the others should see
beforeEach(async () => void (here = await createTransferStation()))
afterEach(() => here.station.close())
afterAll(removeTemporaryFolders)

const clock = (view: TransferView, subject: ClockSubject): Clock => {
  const found = view.clocks.findLast((one) => one.subject === subject)
  if (found === undefined) throw new Error(`no clock ${subject} among ${view.clocks.map((one) => one.subject).join()}`)
  return found
}

/** Reported at the moment, and approved at the next. */
async function reportedAt(moment: string): Promise<Track> {
  here.at(moment)
  const track = await here.newCase()
  await track.raise()
  await track.team()
  await track.report()
  return track
}
async function approvedAt(moment: string): Promise<Track> {
  const track = await reportedAt(moment)
  await track.decide()
  return track
}
async function acceptedAt(moment: string): Promise<Track> {
  const track = await approvedAt(moment)
  await track.step(STEPS.deliver(moment))
  await track.step(STEPS.receipt(moment))
  return track
}

describe('twenty-four hours', () => {
  it('run from the moment of the approval through the night, and end to the minute', async () => {
    const track = await approvedAt('2026-04-07T16:40')
    expect(clock(await track.look(), 'transfer')).toMatchObject({ dueAt: here.instant('2026-04-08T16:40'), state: 'running', left: { n: 24, unit: 'hours' } })
    here.at('2026-04-08T16:39')
    expect(clock(await track.look(), 'transfer')).toMatchObject({ state: 'amber', left: { n: 0, unit: 'hours' } })
    here.at('2026-04-08T16:40')
    expect(clock(await track.look(), 'transfer')).toMatchObject({ state: 'red', left: { n: -1, unit: 'hours' } })
  })

  it('do not wait for a weekend or the New Year to be over', async () => {
    // 2026-09-30 is the day before a week of holidays
    const track = await approvedAt('2026-09-30T23:50')
    expect(clock(await track.look(), 'transfer')).toMatchObject({ dueAt: here.instant('2026-10-01T23:50'), due: '2026-10-01', rolledFrom: null })
    const newYear = await approvedAt('2026-12-31T20:00')
    expect(clock(await newYear.look(), 'transfer')).toMatchObject({ dueAt: here.instant('2027-01-01T20:00') })
  })

  it('are kept by a delivery at five to the hour that was written down the next day, and broken by one at five past', async () => {
    const kept = await approvedAt('2026-04-07T16:00')
    here.at('2026-04-09T09:00')
    expect(clock(await kept.step(STEPS.deliver('2026-04-08T15:55')), 'transfer')).toMatchObject({ state: 'kept' })
    const late = await approvedAt('2026-04-10T16:00')
    here.at('2026-04-12T09:00')
    expect(clock(await late.step(STEPS.deliver('2026-04-11T16:05')), 'transfer')).toMatchObject({ state: 'late', left: { n: -1, unit: 'hours' } })
  })
})

describe('three days', () => {
  it.each([
    // reported on, last day, before it was moved, act by
    ['2026-04-07T09:00', '2026-04-10', null, '2026-04-10'],
    // Thursday to Sunday: the last day is moved to Monday, the warning says Friday
    ['2026-04-16T23:59', '2026-04-20', '2026-04-19', '2026-04-17'],
    // into the National Day: eight days pass, and the warning says the last working day before
    ['2026-09-29T10:00', '2026-10-08', '2026-10-02', '2026-09-30'],
    // Saturday 2026-10-10 is worked
    ['2026-10-07T10:00', '2026-10-10', null, '2026-10-10'],
    // year end: the next year's arrangement is not known
    ['2026-12-29T10:00', '2027-01-04', '2027-01-01', '2026-12-31'],
  ])('for the head, from %s: until %s', async (moment, due, rolledFrom, actBy) => {
    const view = await (await reportedAt(moment)).look()
    const found = clock(view, 'transferDecision')
    expect([found.due, found.rolledFrom, found.actBy]).toEqual([due, rolledFrom, actBy])
    // that the three days are calendar days is not written in the text
    expect(found).toMatchObject({ verified: false, note: { 'zh-CN': expect.stringContaining('未核实') as string }, basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 5 }] })
    expect(found.provisional).toBe(moment.startsWith('2026-12'))
  })

  it('begin on the day in China, whatever UTC says', async () => {
    // 00:30 in China is the day before in UTC, 23:59 the same day
    expect(clock(await (await reportedAt('2026-04-08T00:30')).look(), 'transferDecision').due).toBe('2026-04-13')
    expect(clock(await (await reportedAt('2026-04-13T23:59')).look(), 'transferDecision').due).toBe('2026-04-16')
  })

  it('are late where the head decides on the fourth', async () => {
    const track = await reportedAt('2026-04-13T09:00')
    here.at('2026-04-17T00:00')
    expect(clock(await track.look(), 'transferDecision').state).toBe('red')
    expect(clock(await track.decide(), 'transferDecision').state).toBe('late')
  })

  it('run for the police, for what they ask, and for the goods', async () => {
    const track = await acceptedAt('2026-04-13T09:00')
    expect(clock(await track.look(), 'policeDecision')).toMatchObject({ due: '2026-04-16', desk: 'police' })
    here.at('2026-04-17T09:00')
    expect(clock(await track.step(STEPS.supplementNotice('2026-04-14T08:00')), 'policeSupplement')).toMatchObject({ due: '2026-04-17', state: 'amber' })
    expect(clock(await track.step(STEPS.supply('2026-04-16T08:00')), 'policeSupplement').state).toBe('kept')
    const filed = await track.step(STEPS.filing('2026-04-17T08:00'))
    expect([clock(filed, 'policeDecision').state, clock(filed, 'goodsHandover').due, clock(filed, 'goodsHandover').rolledFrom]).toEqual(['late', '2026-04-20', null])
  })

  it('run for the reconsideration, its answer, and the way to the procuratorate after it', async () => {
    const track = await acceptedAt('2026-04-13T09:00')
    here.at('2026-04-24T09:00')
    expect(clock(await track.step(STEPS.nonFiling('2026-04-14T08:00')), 'reconsiderationRequest')).toMatchObject({ due: '2026-04-17', state: 'red' })
    expect(clock(await track.step(STEPS.reconsider('2026-04-17T23:00')), 'reconsiderationRequest').state).toBe('kept')
    const upheld = await track.step(STEPS.upheld('2026-04-20T08:00'))
    expect([clock(upheld, 'reconsiderationAnswer').state, clock(upheld, 'supervisionRequest').due]).toEqual(['kept', '2026-04-23'])
    expect(clock(await track.step(STEPS.supervise('2026-04-23T20:00')), 'supervisionRequest').state).toBe('kept')
  })
})

describe('a moment that cannot be', () => {
  it('in the future is refused, and so is one before the step before; the same minute is taken', async () => {
    const track = await approvedAt('2026-04-07T16:00')
    const before = footprint(here.station.workstation.workbench.reader)
    expect(await refusal(track.step(STEPS.deliver('2026-04-07T16:01')), 'moment-in-future')).toEqual({ moment: here.instant('2026-04-07T16:01'), now: here.instant('2026-04-07T16:00') })
    expect(await refusal(track.step(STEPS.deliver('2026-04-07T15:59')), 'moment-before-step')).toMatchObject({ step: 'transfer/approveTransfer', last: here.instant('2026-04-07T16:00') })
    expect(footprint(here.station.workstation.workbench.reader)).toEqual(before)
    expect((await track.step(STEPS.deliver('2026-04-07T16:00'))).state).toBe('delivered')
  })

  it('by a clock that was set back is refused with both times; when it is right again, the step is taken', async () => {
    const track = await approvedAt('2026-04-07T16:00')
    here.at('2026-04-06T09:00')
    // nor does it win anybody time: the hours are those of the last entry of the chain
    expect(clock(await track.look(), 'transfer')).toMatchObject({ left: { n: 24, unit: 'hours' } })
    const before = footprint(here.station.workstation.workbench.reader)
    expect(await refusal(track.step(STEPS.deliver('2026-04-06T09:00')), 'clock-set-back')).toEqual({ now: here.instant('2026-04-06T09:00'), last: here.instant('2026-04-07T16:00') })
    expect(footprint(here.station.workstation.workbench.reader)).toEqual(before)
    here.at('2026-04-07T17:00')
    expect((await track.step(STEPS.deliver('2026-04-07T16:30'))).state).toBe('delivered')
  })

  it('is none because the computer stands in another time zone', async () => {
    const zone = process.env.TZ
    try {
      process.env.TZ = 'America/New_York'
      const track = await reportedAt('2026-04-08T00:30')
      expect(clock(await track.look(), 'transferDecision')).toMatchObject({ start: { day: '2026-04-08' }, due: '2026-04-13' })
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})
