/** Every clock of a case, out of the station's acts, what people wrote down, and the rows of the catalogue. */
import { describe, expect, it } from 'vitest'
import { actSpans, type CaseAct } from '../../../src/shared/deadlines/act-spans.ts'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { clocksOf, type ClockFacts } from '../../../src/shared/deadlines/clocks-of.ts'
import { exclusionProblem, extensionProblem } from '../../../src/shared/deadlines/grants.ts'
import { reviewLimit } from '../../../src/shared/catalogue/review-limit.ts'
import { isoDate, type IsoInstant } from '../../../src/shared/values/values.ts'
import { shipped as catalogue } from '../catalogue/shipped.ts'
import { excluding, extended, morning, runFrom } from './clock-runs.ts'

const calendar = makeCalendar(catalogue.holidays, catalogue.statutoryHolidays)

function facts(more: Partial<ClockFacts> = {}, acts: readonly (readonly [act: string, at: string, content?: unknown])[] = []): ClockFacts {
  const entries: CaseAct[] = acts.map(([act, at, content = {}]) => ({ act, at: (at.length > 10 ? at : morning(at)) as IsoInstant, content }))
  return {
    sector: null,
    region: null,
    actionKinds: ['penalty'],
    hasFine: true,
    hasOtherDuty: false,
    filedOn: null,
    papers: [],
    others: [],
    decidedOn: null,
    spans: actSpans(entries),
    reviews: [],
    replyBy: [],
    reviewDue: null,
    recorded: [],
    suspensions: [],
    granted: [],
    excluded: [],
    ...more,
  }
}

const clocks = (given: ClockFacts, now: string) => clocksOf(given, calendar, catalogue.periods, (now.length > 10 ? now : morning(now)) as IsoInstant)
const clockOf = (given: ClockFacts, key: string, now: string) => {
  const found = clocks(given, now).find((clock) => clock.key === key)
  if (found === undefined) throw new Error(`no clock ${key}: ${clocks(given, now).map((clock) => clock.key).join(' ')}`)
  return found
}
const on = (event: ClockFacts['recorded'][number]['event'], day: string, at: string | null = null) => ({ event, on: isoDate(day), at: at as IsoInstant | null })

describe('the review', () => {
  const limit = reviewLimit(catalogue, { on: isoDate('2026-03-02'), sector: 'natural-resources' })
  const given = facts({
    sector: 'natural-resources',
    reviews: [{ round: 1, acceptedOn: { day: isoDate('2026-03-02'), at: null, label: { 'zh-CN': '受理', en: 'Accept' } }, limit, stop: null, supplements: [] }],
  })

  it('runs by the local rule, with its basis and its ladder', () => {
    expect(clockOf(given, 'review/1', '2026-03-03')).toMatchObject({ due: '2026-03-09', state: 'running', verified: true, nextExtension: { length: 10, unit: 'workingDays' } })
  })

  it('is as much longer as was granted, and has no further step', () => {
    const granted = [{ key: 'review/1', extension: extended({ kind: 'workingDays', n: 10 }, '2026-03-06') }]
    expect(clockOf({ ...given, granted }, 'review/1', '2026-03-10')).toMatchObject({ due: '2026-03-23', state: 'running', nextExtension: null })
  })
})

describe('clocks of the station’s acts', () => {
  it('wait for the supplement until the day of the notice, and stop when it came in', () => {
    const acts = [['case.register', '2026-03-02'], ['case.returnForSupplement', '2026-03-03'], ['case.resubmit', '2026-03-12', { receivedOn: '2026-03-11' }]] as const
    const given = facts({ replyBy: [isoDate('2026-03-10')] }, acts)
    expect(clockOf(given, 'supplement/1', '2026-03-13')).toMatchObject({ due: '2026-03-10', state: 'late', left: { n: -1 }, stop: { day: '2026-03-11' } })
    expect(clockOf(facts({ replyBy: [isoDate('2026-03-10')] }, acts.slice(0, 2)), 'supplement/1', '2026-03-11').state).toBe('red')
  })

  it('take the day that the entry names, never one after it was written', () => {
    const on = (day: string) => facts({}, [['opinion.issue', '2026-03-02'], ['case.adopt', '2026-03-12', { answeredOn: day }]])
    expect(clockOf(on('2026-03-09'), 'feedback/1', '2026-03-20')).toMatchObject({ due: '2026-03-09', state: 'kept', stop: { day: '2026-03-09' } })
    expect(clockOf(on('2026-03-13'), 'feedback/1', '2026-03-20')).toMatchObject({ state: 'late', stop: { day: '2026-03-12' } })
  })

  it('stand beside those that the transfer of a crime keeps', () => {
    const others = [runFrom('2026-03-06T08:00:00.000Z', { kind: 'hours', n: 24 }, { key: 'transfer/1', subject: 'transfer' })]
    expect(clockOf(facts({ others }), 'transfer/1', '2026-03-07T09:00:00.000Z')).toMatchObject({ state: 'red', left: { n: -1, unit: 'hours' } })
  })

  it('mark the answer to an opinion and the coordination as days that no rule sets', () => {
    const given = facts({}, [['opinion.issue', '2026-03-02'], ['case.object', '2026-03-09'], ['case.coordinate', '2026-03-10']])
    expect(clockOf(given, 'feedback/1', '2026-03-11')).toMatchObject({ state: 'kept', verified: false, basis: [] })
    expect(clockOf(given, 'coordination/1', '2026-03-11')).toMatchObject({ due: '2026-03-17', desk: 'agencyHead', verified: false })
  })
})

describe('the decision and what follows it', () => {
  it('has 90 days from the filing, or six months in customs, and ends with the decision', () => {
    expect(clockOf(facts({ filedOn: isoDate('2026-07-03') }), 'decision/1', '2026-07-10')).toMatchObject({ due: '2026-10-08', actBy: '2026-09-30' })
    expect(clockOf(facts({ filedOn: isoDate('2026-08-31'), sector: 'customs' }), 'decision/1', '2026-09-10')).toMatchObject({ rolledFrom: '2027-02-28', provisional: true })
    const decided = facts({ filedOn: isoDate('2026-07-03') }, [['case.decide', '2026-09-10', { decidedOn: '2026-09-09' }]])
    expect(clockOf(decided, 'decision/1', '2026-10-20')).toMatchObject({ state: 'kept', stop: { day: '2026-09-09' } })
  })

  it('is open no more when the case was withdrawn', () => {
    const given = facts({ filedOn: isoDate('2026-01-05') }, [['case.register', '2026-01-06'], ['case.withdraw', '2026-02-06']])
    expect(clockOf(given, 'decision/1', '2026-11-20').state).toBe('kept')
  })

  it('leads to service, publication, payment, remedies and the court', () => {
    const given = facts({ recorded: [on('served', '2026-03-06')] }, [['case.decide', '2026-03-03', { decidedOn: '2026-03-02' }]])
    expect(clockOf(given, 'service/1', '2026-03-10')).toMatchObject({ due: '2026-03-11', state: 'kept' })
    expect(clockOf(given, 'publication/1', '2026-03-10')).toMatchObject({ due: '2026-03-11', length: { kind: 'workingDays', n: 7 } })
    expect(clockOf(given, 'payment/1', '2026-03-10')).toMatchObject({ rolledFrom: '2026-03-21', limit: 'atLeast' })
    expect(clockOf(given, 'reconsideration/1', '2026-03-10')).toMatchObject({ due: '2026-05-06' })
    expect(clockOf(given, 'litigation/1', '2026-03-10')).toMatchObject({ rolledFrom: '2026-09-06', due: '2026-09-07' })
    expect(clockOf(given, 'courtApplication/1', '2026-09-10')).toMatchObject({ start: { day: '2026-09-07' }, due: '2026-12-07' })
    const paid = { ...given, recorded: [...given.recorded, on('paid', '2026-03-12')] }
    expect(clocks(paid, '2026-09-10').some(({ subject }) => subject === 'courtApplication')).toBe(false)
  })

  it('may go to the court for other penalties than fines as well, until they are executed; what was paid performs no other duty', () => {
    const served = { recorded: [on('served', '2026-03-06')] }
    const closing = facts({ ...served, hasFine: false, hasOtherDuty: true })
    // which acts have to be performed is our reading of the law, and said to be so; of a fine the law speaks itself
    expect(clockOf(closing, 'courtApplication/1', '2026-09-10').verified).toBe(false)
    expect(clockOf(facts({ ...served, hasFine: true, hasOtherDuty: true }), 'courtApplication/1', '2026-09-10').verified).toBe(true)
    expect(clockOf(closing, 'courtApplication/1', '2026-09-10')).toMatchObject({
      due: '2026-12-07', basis: [{ law: '行政强制法', article: 53 }, { law: '行政处罚法', article: 72, paragraph: 1, item: 4 }, { law: '行政诉讼法', article: 97 }],
    })
    const has = (given: ClockFacts) => clocks(given, '2026-09-10').some(({ subject }) => subject === 'courtApplication')
    expect(has({ ...closing, recorded: [...closing.recorded, on('executed', '2026-04-01')] })).toBe(false)
    const both = facts({ ...served, hasFine: true, hasOtherDuty: true })
    expect(has({ ...both, recorded: [...both.recorded, on('paid', '2026-03-12')] })).toBe(true)
    // a warning has nothing to perform
    expect(has(facts({ ...served, hasFine: false, hasOtherDuty: false }))).toBe(false)
  })

  it('gives other decisions twenty working days for their publication', () => {
    const given = facts({ actionKinds: ['compulsoryExecution'], hasFine: false }, [['case.decide', '2026-04-30', { decidedOn: '2026-04-30' }]])
    expect(clockOf(given, 'publication/1', '2026-05-06').due).toBe('2026-06-01')
  })

  it('withdraws a published decision in three working days after it was changed', () => {
    const given = facts({ recorded: [on('decisionChanged', '2026-09-30')] })
    expect(clockOf(given, 'publicationWithdrawal/1', '2026-09-30').due).toBe('2026-10-10')
  })

  it('counts the report of an urgent measure in hours, through the night', () => {
    const given = facts({ recorded: [on('urgentMeasureTaken', '2026-02-14', '2026-02-14T12:00:00.000Z')] })
    expect(clockOf(given, 'urgentReport/1', '2026-02-15T11:00:00.000Z')).toMatchObject({ dueAt: '2026-02-15T12:00:00.000Z', state: 'amber' })
  })
})

describe('what may be granted and left out', () => {
  const given = facts({ filedOn: isoDate('2026-03-02'), sector: 'market-regulation' })
  const clock = clockOf(given, 'decision/1', '2026-03-10')

  it('is what the rule’s ladder knows, while the time runs', () => {
    const today = isoDate('2026-05-20')
    expect(extensionProblem(clock, { n: 30, approvedOn: today }, today)).toMatchObject({ length: 30, unit: 'calendarDays' })
    expect(extensionProblem(clock, { n: 31, approvedOn: today }, today)).toEqual({ code: 'extension-too-long', most: 30 })
    expect(extensionProblem(clock, { n: 30, approvedOn: isoDate('2026-06-02') }, isoDate('2026-06-02'))).toEqual({ code: 'extension-too-late', due: '2026-06-01' })
    expect(extensionProblem(clock, { n: 30, approvedOn: isoDate('2026-05-21') }, today)).toEqual({ code: 'day-in-future' })
    expect(extensionProblem(clock, { n: 30, approvedOn: isoDate('2026-03-01') }, today)).toMatchObject({ code: 'day-before-start' })
  })

  it('has no length of its own in the second step, and no third', () => {
    const once = { ...given, granted: [{ key: 'decision/1', extension: extended({ kind: 'calendarDays', n: 30 }) }] }
    const second = clockOf(once, 'decision/1', '2026-06-10')
    expect(extensionProblem(second, { n: 90, approvedOn: isoDate('2026-06-10') }, isoDate('2026-06-10'))).toMatchObject({ length: null })
    const twice = { ...once, granted: [...once.granted, { key: 'decision/1', extension: extended({ kind: 'calendarDays', n: 60 }) }] }
    expect(extensionProblem(clockOf(twice, 'decision/1', '2026-06-10'), { n: 1, approvedOn: isoDate('2026-06-10') }, isoDate('2026-06-10'))).toEqual({ code: 'extension-beyond-ladder' })
  })

  it('is nothing without a provision that says so', () => {
    const today = isoDate('2026-05-20')
    const hearing = { of: 'hearing' as const, from: isoDate('2026-04-01'), to: isoDate('2026-04-20') }
    expect(exclusionProblem(clock, hearing, today)).toMatchObject({ of: 'hearing', basis: [{ law: '市场监督管理行政处罚程序规定', article: 64 }] })
    expect(exclusionProblem(clock, { ...hearing, of: 'audit' }, today)).toEqual({ code: 'exclusion-without-basis' })
    const national = clockOf(facts({ filedOn: isoDate('2026-03-02') }), 'decision/1', '2026-03-10')
    expect(exclusionProblem(national, hearing, today)).toEqual({ code: 'exclusion-without-basis' })
    expect(exclusionProblem(clock, { ...hearing, to: isoDate('2026-03-20') }, today)).toEqual({ code: 'ends-before-it-begins' })
    expect(exclusionProblem(clock, { ...hearing, to: isoDate('2026-05-21') }, today)).toEqual({ code: 'day-in-future' })
    expect(exclusionProblem(clock, { ...hearing, from: isoDate('2026-03-01') }, today)).toMatchObject({ code: 'exclusion-outside' })
  })

  it('is the time in which the case rests, where the rule says so and only there', () => {
    const suspensions = [{ from: isoDate('2026-04-01'), to: null }]
    expect(clockOf({ ...given, suspensions }, 'decision/1', '2026-05-11')).toMatchObject({ state: 'suspended', suspendedSince: '2026-04-01', left: { n: 60 } })
    const national = { ...facts({ filedOn: isoDate('2026-03-02') }), suspensions }
    expect(clockOf(national, 'decision/1', '2026-05-11')).toMatchObject({ state: 'running', due: '2026-06-01', suspendedSince: null })
  })

  it('moves the end by what was left out', () => {
    const excluded = [{ key: 'decision/1', span: excluding('2026-04-01', '2026-04-11') }]
    expect(clockOf({ ...given, excluded }, 'decision/1', '2026-04-20')).toMatchObject({ due: '2026-06-10', excluded: [{ days: 10 }] })
  })
})
