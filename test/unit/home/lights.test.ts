/** Red, amber, or nothing: the same for one case on the screen and for a hundred thousand in the store. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CASE_STATES } from '../../../src/shared/cases/state-machine-terms.ts'
import { makeCalendar, type HolidayYear } from '../../../src/shared/deadlines/calendar.ts'
import { shiftDays } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { deskOf } from '../../../src/shared/home/desks.ts'
import { figuresFor, queuesFor } from '../../../src/shared/home/queues.ts'
import { rolesIn, scopesOf, SCOPES } from '../../../src/shared/home/home-filter.ts'
import { lightDays, lightOf, NEAR_WORKING_DAYS, timeLeft } from '../../../src/shared/home/lights.ts'
import { OPEN_STATES, STAGES, STATES_WITH_CLOCKS } from '../../../src/shared/home/stages.ts'
import { ROLES } from '../../../src/shared/people/roles.ts'
import { isoDate, type IsoDate, type PersonId } from '../../../src/shared/values/values.ts'

const name = { 'zh-CN': '劳动节', en: 'Labour Day' }
const holidays: HolidayYear[] = [
  {
    year: 2026,
    notice: '国办发明电〔2025〕7号',
    off: [{ name, from: isoDate('2026-05-01'), to: isoDate('2026-05-05') }],
    workingWeekends: [isoDate('2026-05-09')],
    verified: true,
  },
]
const calendar = makeCalendar(holidays)
const ME = '0197f000-0000-7000-8000-000000000001' as PersonId

describe('a light', () => {
  test('is red from the day after the last one, amber from two working days before it', () => {
    // Wednesday; Thursday, then five days off, then Wednesday and Thursday
    const days = lightDays(calendar, isoDate('2026-04-29'))
    expect(days).toEqual({ today: '2026-04-29', nearTo: '2026-05-06' })
    const light = (day: string) => lightOf(days, isoDate(day))
    expect(light('2026-04-28')).toBe('late')
    expect(light('2026-04-29')).toBe('near')
    expect(light('2026-04-30')).toBe('near')
    expect(light('2026-05-03')).toBe('near')
    expect(light('2026-05-06')).toBe('near')
    expect(light('2026-05-07')).toBe('clear')
  })

  test('counts a Saturday on which people work', () => {
    expect(lightDays(calendar, isoDate('2026-05-07')).nearTo).toBe('2026-05-10')
    expect(timeLeft(calendar, isoDate('2026-05-07'), isoDate('2026-05-09')).workingDays).toBe(2)
  })

  test('agrees with the working days that are shown beside it, on any two days', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((after) => shiftDays('2024-01-01' as IsoDate, after))
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 40 }), (today, offset) => {
        const dueOn = shiftDays(today, offset)
        const { workingDays } = timeLeft(calendar, today, dueOn)
        const expected = workingDays < 0 ? 'late' : workingDays <= NEAR_WORKING_DAYS ? 'near' : 'clear'
        expect(lightOf(lightDays(calendar, today), dueOn)).toBe(expected)
      }),
    )
  })

  test('says when it rests on holidays that are not published', () => {
    expect(timeLeft(calendar, isoDate('2026-12-30'), isoDate('2027-01-05'))).toMatchObject({ provisional: true })
    expect(timeLeft(calendar, isoDate('2026-04-29'), isoDate('2026-05-07'))).toEqual({ workingDays: 3, provisional: false })
  })
})

describe('the board', () => {
  test('has every state once', () => {
    const states = Object.values(STAGES).flat()
    expect([...states].sort()).toEqual([...CASE_STATES].sort())
    expect(STATES_WITH_CLOCKS).toEqual(expect.arrayContaining([...OPEN_STATES]))
    expect(STATES_WITH_CLOCKS).not.toContain('withdrawn')
  })

  test('knows whose desk a case lies on', () => {
    expect(deskOf('returned', false)).toBe('handlingUnit')
    expect(deskOf('underReview', false)).toBe('reviewer')
    expect(deskOf('approved', false)).toBe('reviewer')
    expect(deskOf('approved', true)).toBe('head')
    expect(deskOf('coordination', false)).toBe('agencyHead')
  })
})

describe('what a person sees', () => {
  const days = lightDays(calendar, isoDate('2026-04-29'))

  test.each([
    [['handler'], ['handling']],
    [['reviewer'], ['reviewing']],
    [['head', 'reviewer'], ['station', 'reviewing']],
    [['agencyHead', 'supervisor'], ['station']],
    [['admin'], []],
  ] as const)('%j looks at %j', (roles, scopes) => expect(scopesOf(roles)).toEqual(scopes))

  test('belongs to one scope, and no queue comes twice', () => {
    for (const role of ROLES) expect(SCOPES.filter((scope) => rolesIn(scope, [role]).length > 0).length).toBe(role === 'admin' ? 0 : 1)
    const ids = SCOPES.flatMap((scope) => queuesFor(ROLES, scope, ME, days).map(({ id }) => `${scope}/${id}`))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['station/toApprove', 'reviewing/toReview', 'handling/toSupplement']))
  })

  test('is only their own, unless their role is to see all', () => {
    for (const { filter } of [...queuesFor(['reviewer'], 'reviewing', ME, days), ...figuresFor(['reviewer'], 'reviewing', ME, days)]) {
      expect(filter).toMatchObject({ reviewerId: ME })
    }
    for (const { filter } of figuresFor(['handler'], 'handling', ME, days)) expect(filter).toMatchObject({ handlerId: ME })
    for (const { filter } of figuresFor(['supervisor'], 'station', ME, days)) expect(filter).not.toHaveProperty('reviewerId')
  })

  test('waits for them only where they have to act', () => {
    const waiting = figuresFor(['reviewer'], 'reviewing', ME, days).find(({ id }) => id === 'waiting')
    expect([...(waiting?.filter.states ?? [])].sort()).toEqual(['approved', 'assigned', 'underReview'])
    expect(figuresFor(['supervisor'], 'station', ME, days).map(({ id }) => id)).toEqual(['late', 'near', 'justIssued'])
  })

  test('was issued in the last seven days, today among them', () => {
    expect(figuresFor(['head'], 'station', ME, days).find(({ id }) => id === 'justIssued')?.filter).toEqual({ issuedFrom: '2026-04-23' })
  })
})
