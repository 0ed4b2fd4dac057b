import { describe, expect, it } from 'vitest'
import { buildCaseTimeline } from '../../../src/shared/timeline/build.ts'
import type { CaseTimeline, TimelineLimit } from '../../../src/shared/timeline/case-timeline.ts'
import { gapSpan, GAPS } from '../../../src/shared/timeline/gaps.ts'
import { distance, stateOf } from '../../../src/shared/timeline/limits.ts'
import { RULES } from '../../../src/shared/prereview/rules.ts'
import { addCalendarDays, addWorkingDays } from '../../../src/shared/deadlines/periods.ts'
import type { StationPart } from '../../../src/shared/timeline/station-steps.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { CATALOGUE, caseFileOf, type TestCaseFile } from '../../support/case-files.ts'
import { LICENCE_CASE, SEED_CASE } from '../prereview/rules/procedure/invented-cases.ts'
import { changes, swap, without, type Change, type Papers } from '../prereview/rules/procedure/papers.ts'

const AS_OF = isoDate('2026-05-20')

function timelineOf(change: Change = (papers) => papers, more: TestCaseFile & { papers?: Papers; station?: StationPart; asOf?: string } = {}): CaseTimeline {
  const { papers = SEED_CASE, station = null, asOf = AS_OF, ...given } = more
  return buildCaseTimeline(caseFileOf(Object.values(change(papers)), given), CATALOGUE.documentKinds, station, isoDate(asOf))
}

function limit(timeline: CaseTimeline, subject: TimelineLimit['subject']): TimelineLimit {
  const found = timeline.limits.find((one) => one.subject === subject)
  if (found === undefined) throw new Error(`no limit ${subject}`)
  return found
}

describe('the state of a limit', () => {
  it.each([
    ['2026-03-23', '2026-03-23', 'kept'],
    ['2026-03-23', '2026-03-24', 'late'],
    ['2026-05-20', null, 'running'],
    ['2026-05-19', null, 'overdue'],
    [null, null, 'running'],
    [null, '2026-03-24', 'kept'],
  ])('due %s, ended %s: %s', (due, end, state) => {
    expect(stateOf(due === null ? null : isoDate(due), end === null ? null : isoDate(end), AS_OF)).toBe(state)
  })

  it('counts how late on the calendar of the law, and never as nothing', () => {
    const file = caseFileOf([])
    expect(distance(file, 'workingDays', isoDate('2026-09-30'), isoDate('2026-10-09'))).toBe(2)
    expect(distance(file, 'workingDays', isoDate('2026-09-30'), isoDate('2026-10-02'))).toBe(1)
    expect(distance(file, 'calendarDays', isoDate('2026-03-23'), isoDate('2026-04-10'))).toBe(18)
    expect(distance(file, 'calendarDays', isoDate('2026-04-10'), isoDate('2026-03-23'))).toBe(0)
  })

  it.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2025-09-26', 7, '2025-10-13'],
    ['2024-09-30', 5, '2024-10-12'],
    ['2026-04-30', 20, '2026-06-01'],
  ])('rests on the calendar: %s and %i working days end on %s', (from, days, due) => {
    expect(addWorkingDays(caseFileOf([]).calendar, isoDate(from), days).due).toBe(due)
  })

  it('rolls off a holiday, and says by when to act', () => {
    expect(addCalendarDays(caseFileOf([]).calendar, isoDate('2026-07-03'), 90)).toMatchObject({ due: '2026-10-08', rolledFrom: '2026-10-01', advice: '2026-09-30' })
  })
})

describe('the timeline of a whole case', () => {
  const whole = timelineOf()

  it('has every dated step in order, with the document that records it', () => {
    const days = whole.steps.map(({ day }) => day)
    expect(days).toEqual(days.toSorted())
    const filed = whole.steps.find(({ kind }) => kind === 'filed')
    expect(filed).toMatchObject({ day: '2026-03-05', recorded: true, certain: true, place: { documentKind: 'filing-form' } })
    expect(whole.steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['inspected', 'measureTaken', 'priorNoticeServed', 'heard', 'reviewed', 'discussed', 'decided', 'decisionServed']))
    expect(new Set(whole.steps.map(({ key }) => key)).size).toBe(whole.steps.length)
  })

  it('finds nothing late, early or missing in a case without a defect', () => {
    expect(whole.limits.filter(({ state }) => state === 'late' || state === 'early').map(({ key }) => key)).toEqual([])
    expect(whole.gaps).toEqual([])
    expect(whole.steps.flatMap(({ breaks, conflicts }) => [...breaks, ...conflicts])).toEqual([])
  })

  it('has the limits of the field with their rows, and what the field’s rule leaves out', () => {
    const decision = limit(whole, 'decision')
    expect(decision.name['zh-CN']).toContain('农业农村')
    expect(decision.excluded.map(({ of }) => of)).toEqual(expect.arrayContaining(['hearing', 'testing']))
    expect(decision.excluded.every(({ basis }) => basis.length > 0)).toBe(true)
    expect(limit(whole, 'defence')).toMatchObject({ from: '2026-04-08', state: 'kept' })
    expect(limit(whole, 'hearingNotice')).toMatchObject({ from: '2026-04-15', state: 'kept' })
    expect(limit(whole, 'preservation').state).toBe('kept')
  })

  it('leaves nothing out of the count where the field’s rule says nothing', () => {
    expect(limit(timelineOf(undefined, { sector: 'transport' }), 'decision').excluded).toEqual([])
  })

  it('marks weekends and years whose holidays are not published', () => {
    const shifted = timelineOf(changes(swap('听证报告', '2026年4月29日', '2026年4月26日')))
    expect(shifted.steps.find(({ kind, day }) => kind === 'hearingReported' && day === '2026-04-26')).toMatchObject({ working: false, provisional: false })
    expect(timelineOf(swap('集体讨论记录', /2026年5月11日/gu, '2028年5月11日')).steps.find(({ kind }) => kind === 'discussed')?.provisional).toBe(true)
  })
})

describe('what is wrong', () => {
  it('a decision after its last day is late, and the step tells which limit it broke', () => {
    const timeline = timelineOf(changes(swap('决定书', /2026年5月12日/gu, '2026年11月12日')))
    const decision = limit(timeline, 'decision')
    expect(decision).toMatchObject({ state: 'late', end: { day: '2026-11-12' } })
    expect(decision.by).toBeGreaterThan(0)
    expect(timeline.steps.find(({ kind, day }) => kind === 'decided' && day === '2026-11-12')?.breaks).toContain(decision.key)
  })

  it('a decision that is not made is running, then overdue, and its last day is a step to come', () => {
    const change = without('决定书', '决定书送达回证')
    const running = timelineOf(change)
    expect(limit(running, 'decision')).toMatchObject({ state: 'running', end: null })
    expect(running.steps.find(({ kind }) => kind === 'decisionDue')?.day).toBe(limit(running, 'decision').due)
    const over = timelineOf(change, { asOf: '2026-12-01' })
    expect(limit(over, 'decision').state).toBe('overdue')
    expect(limit(over, 'decision').by).toBeGreaterThan(0)
  })

  it('a time for the defence that was not waited for is early by so much', () => {
    const noHearing = without('听证申请书', '听证通知书', '听证通知送达回证', '听证笔录', '听证报告')
    const timeline = timelineOf(changes(noHearing, swap('集体讨论记录', /2026年5月11日/gu, '2026年4月9日'), swap('决定书', '2026年5月12日', '2026年4月10日')))
    const defence = limit(timeline, 'defence')
    expect(defence.state).toBe('early')
    expect(defence.by).toBeGreaterThan(0)
    expect(timeline.steps.some(({ breaks }) => breaks.includes(defence.key))).toBe(true)
  })

  it('a notice of a hearing on the eve is early', () => {
    const timeline = timelineOf(changes(swap('听证通知送达回证', /2026年4月15日/gu, '2026年4月24日'), swap('听证通知书', '2026年4月15日', '2026年4月24日')))
    expect(limit(timeline, 'hearingNotice').state).toBe('early')
  })

  it('a missing notice is a gap before the discussion, in the words of the pre-review', () => {
    const timeline = timelineOf(
      changes(without('告知书', '告知书送达回证', '陈述申辩书', '复核意见', '听证申请书', '听证通知书', '听证通知送达回证', '听证笔录', '听证报告'), (papers) =>
        Object.fromEntries(Object.entries(papers).map(([name, paper]) => [name, { ...paper, text: paper.text.replaceAll(/[^\n]*(?:告知|听证)[^\n]*/gu, '') }])),
      ),
    )
    const [gap] = timeline.gaps.filter(({ ruleId }) => ruleId === '3.8-decision-without-notice')
    expect(gap).toMatchObject({ to: '2026-05-11' })
    expect(gap?.message['zh-CN']).toContain('告知')
    expect(gap !== undefined && gap.from < gap.to).toBe(true)
  })

  it('a missing review is a gap before the decision', () => {
    expect(timelineOf(without('法制审核意见书')).gaps.map(({ label }) => label['zh-CN'])).toContain('没有法制审核')
  })

  it('days that documents give differently for one step are told at the step', () => {
    const timeline = timelineOf(swap('决定书', '本机关于2026年4月8日送达', '本机关于2026年4月2日送达'))
    const served = timeline.steps.find(({ kind, recorded }) => kind === 'priorNoticeServed' && recorded)
    expect(served?.conflicts.map(({ day, place }) => [day, place.documentKind])).toEqual([['2026-04-02', 'decision']])
  })

  it('a day read from doubtful characters is marked', () => {
    const timeline = timelineOf((papers) => ({ ...papers, 听证笔录: { ...(papers['听证笔录'] ?? { name: '', text: '' }), confidence: 0.3 } }))
    expect(timeline.steps.find(({ kind }) => kind === 'heard')?.certain).toBe(false)
  })
})

describe('gaps', () => {
  it('are of rules that exist', () => {
    const ids = new Set(RULES.map(({ id }) => id))
    expect(Object.keys(GAPS).filter((id) => !ids.has(id))).toEqual([])
  })

  it('lie between what comes before and what comes after, and end with the day of judgement where nothing follows', () => {
    const step = (kind: 'priorNotice' | 'decided', day: string) => ({ kind, day: isoDate(day) })
    const kind = { after: ['priorNotice'], before: ['decided'] } as const
    expect(gapSpan(kind, [step('priorNotice', '2026-04-07'), step('decided', '2026-05-12')], AS_OF)).toEqual({ from: '2026-04-07', to: '2026-05-12' })
    expect(gapSpan(kind, [step('priorNotice', '2026-04-07')], AS_OF)).toEqual({ from: '2026-04-07', to: AS_OF })
    expect(gapSpan(kind, [step('decided', '2026-05-12')], AS_OF)).toEqual({ from: '2026-05-12', to: '2026-05-12' })
  })
})

describe('the station’s own part', () => {
  const station: StationPart = {
    steps: [
      { kind: 'received', day: isoDate('2026-05-06'), time: null, about: null },
      { kind: 'accepted', day: isoDate('2026-05-06'), time: null, about: null },
      { kind: 'issued', day: isoDate('2026-05-21'), time: '09:30', about: '顾晓岚' },
    ],
    reviews: [
      {
        round: 1,
        name: { 'zh-CN': '审核期限', en: 'Review limit' },
        from: isoDate('2026-05-06'),
        due: isoDate('2026-05-19'),
        rolledFrom: null,
        advice: isoDate('2026-05-19'),
        days: 10,
        unit: 'workingDays',
        provisional: false,
        verified: false,
        basis: [],
        end: isoDate('2026-05-21'),
      },
    ],
  }

  it('stands among the steps, after the papers of its day, and its limit is judged like the others', () => {
    const timeline = timelineOf(undefined, { station })
    const issued = timeline.steps.find(({ kind }) => kind === 'issued')
    expect(issued).toMatchObject({ origin: 'station', place: null, breaks: ['review/1'] })
    expect(limit(timeline, 'review')).toMatchObject({ state: 'late', by: 2, verified: false })
  })

  it('is there where no paper is', () => {
    const timeline = timelineOf(() => ({}), { station })
    expect(timeline.steps.map(({ kind }) => kind)).toEqual(['received', 'accepted', 'issued'])
    expect(timeline.gaps).toEqual([])
  })
})

describe('a licence', () => {
  it('has its own period from the acceptance', () => {
    const licence = limit(timelineOf(undefined, { papers: LICENCE_CASE }), 'licenceDecision')
    expect(licence).toMatchObject({ from: '2026-03-12', end: { day: '2026-04-08' }, state: 'kept' })
  })
})
