/** What a person reads of a clock, in both languages. */
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { runClock } from '../../../src/shared/deadlines/run-clock.ts'
import { beijingMoment } from '../../../src/renderer/deadlines/beijing-moment.ts'
import { byUrgency, howWords, stateWords, type Speech } from '../../../src/renderer/deadlines/clock-words.ts'
import { noticeOf, problemWords } from '../../../src/renderer/deadlines/notice-draft.ts'
import { words } from '../../../src/renderer/deadlines/language.ts'
import { isoDate, type IsoInstant, type Language } from '../../../src/shared/values/values.ts'
import { excluding, extended, morning, runFrom, stoppedOn } from './clock-runs.ts'
import { NOTICES } from './notices.ts'

const calendar = makeCalendar(NOTICES)

function speechIn(language: Language): Speech {
  const t = ((key: string, values: Readonly<Record<string, unknown>> = {}) => {
    const text = key.replace(/^deadlines:/u, '').split('.').reduce<unknown>((tree, part) => Reflect.get(Object(tree), part), words[language])
    if (typeof text !== 'string') throw new Error(`no words ${key}`)
    return text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name]))
  }) as Speech['t']
  return { t, language, pick: (text) => text[language] }
}
const zh = speechIn('zh-CN')
const en = speechIn('en')

describe('a clock in words', () => {
  const run = runFrom('2026-07-03', { kind: 'calendarDays', n: 90 })
  const at = (now: string) => runClock(run, calendar, morning(now))

  it('says what is left, that it ends today, and by how much it is over', () => {
    expect(stateWords(at('2026-07-10'), zh)).toBe('尚余 90 日')
    expect(stateWords(at('2026-10-08'), zh)).toBe('今天届满')
    expect(stateWords(at('2026-10-10'), zh)).toBe('已超期 2 日')
    expect(stateWords(at('2026-10-10'), en)).toBe('2 days over')
    const hours = runClock(runFrom('2026-03-06T08:00:00.000Z', { kind: 'hours', n: 24 }), calendar, '2026-03-07T07:30:00.000Z' as IsoInstant)
    expect(stateWords(hours, zh)).toBe('不足 1 小时')
    expect(stateWords(runClock({ ...run, limit: 'atLeast' }, calendar, morning('2026-10-10')), zh)).toBe('已届满')
  })

  it('says how it was counted: start, left out, extended, moved, and by when to act', () => {
    const clock = runClock(
      { ...run, excluded: [excluding('2026-07-10', '2026-07-10')], extensions: [], stop: null },
      calendar,
      morning('2026-07-20'),
    )
    expect(howWords(clock, zh)).toEqual([
      '自 2026-07-03「期限」起算 90 日',
      '扣除期限 2026-07-10 至 2026-07-10，计 0 日，依据 《市场监督管理行政处罚程序规定》第六十四条第二款',
      '2026-10-01 是休息日，顺延至 2026-10-08',
      '建议最迟 2026-09-30 前办理',
    ])
    const done = runClock({ ...run, extensions: [extended({ kind: 'calendarDays', n: 30 }, '2026-09-01')], stop: stoppedOn('2026-10-20') }, calendar, morning('2026-11-01'))
    expect(howWords(done, zh).slice(1)).toEqual(['延长 30 日（局长 2026-09-01 批准）', '2026-10-31 是休息日，顺延至 2026-11-02', '2026-10-20「期限」止'])
  })

  it('says what the papers left out of the count, also where no provision is on record for it', () => {
    const { basis: _, ...span } = excluding('2026-07-10', '2026-07-15')
    const clock = runClock({ ...run, told: isoDate('2026-10-06'), counted: [{ ...span, basis: [] }] }, calendar, morning('2026-07-20'))
    expect(howWords(clock, zh)).toContain('扣除期限 2026-07-10 至 2026-07-15，计 5 日，没有登记已核对的依据条文，请核对能否扣除')
    expect(howWords(clock, en)).toContainEqual(expect.stringMatching(/from 2026-07-10 to 2026-07-15 left out: 5 days, no verified provision is on record/u))
  })

  it('puts what is over before what is near, and that before what runs', () => {
    const clocks = ['2026-07-10', '2026-10-10', '2026-10-07'].map(at)
    expect(clocks.toSorted(byUrgency).map(({ state }) => state)).toEqual(['red', 'amber', 'running'])
  })
})

describe('what is typed', () => {
  it('is a moment in Beijing, or none', () => {
    expect(beijingMoment('2026-03-06', '14:30')).toBe('2026-03-06T06:30:00.000Z')
    expect(beijingMoment('2026-03-06', '0:05')).toBe('2026-03-05T16:05:00.000Z')
    for (const wrong of ['24:00', '9.05', '12:60', '', 'abc']) expect(beijingMoment('2026-03-06', wrong), wrong).toBeNull()
  })

  it('is a notice once nothing lacks, and its problems name the row', () => {
    const draft = { year: 2027, number: '通知', publishedOn: '2026-11-10', off: [{ name: '元旦', from: '2027-01-01', to: null }, { name: '', from: null, to: null }], worked: [null] }
    expect(noticeOf(draft)).toMatchObject({ off: [{ from: '2027-01-01', to: '2027-01-01' }], workingWeekends: [] })
    expect(noticeOf({ ...draft, number: ' ' })).toBeNull()
    expect(problemWords({ code: 'overlap', place: 'off.1', day: isoDate('2027-01-02') }, zh)).toBe('第 2 段放假：2027-01-02 与另一段放假重叠')
    expect(problemWords({ code: 'weekday-differs', place: 'line.4', day: isoDate('2027-01-02') }, zh)).toBe('第 4 行：2027-01-02 写明的星期与日期不符')
  })
})
