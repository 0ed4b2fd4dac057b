import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDayNumber, shiftDays, toDayNumber } from '../../../src/shared/deadlines/day-arithmetic.ts'
import { layOutBars, lastShown } from '../../../src/shared/timeline/bar-layout.ts'
import { LIMIT_STATES, type TimelineLimit } from '../../../src/shared/timeline/case-timeline.ts'
import { fittedText, layOutLabels, textWidth } from '../../../src/shared/timeline/label-layout.ts'
import { makeScale, monthMarks, shades } from '../../../src/shared/timeline/scale.ts'
import { isoDate, type IsoDate } from '../../../src/shared/values/values.ts'

const START = toDayNumber(isoDate('2024-01-01'))
const day = fc.integer({ min: 0, max: 1500 }).map((offset) => fromDayNumber(START + offset))
const days = fc.array(day, { minLength: 1, maxLength: 50 })
const labels = fc.array(
  fc.record({ x: fc.integer({ min: 0, max: 1300 }), width: fc.integer({ min: 10, max: 200 }), weight: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 60 },
)
const keyed = (wishes: readonly { readonly x: number; readonly width: number; readonly weight: number }[]) =>
  wishes.map((wish, place) => ({ ...wish, key: String(place) }))

describe('labels of steps that crowd', () => {
  it('never overlap in a lane, whatever their number', () => {
    fc.assert(
      fc.property(labels, fc.integer({ min: 1, max: 6 }), (wishes, lanes) => {
        const { placed } = layOutLabels(keyed(wishes), 1320, 6, lanes)
        for (const one of placed)
          for (const other of placed)
            if (one !== other && one.lane === other.lane) expect(one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true)
      }),
    )
  })

  it('are each placed or told to be hidden, in no more lanes than there are', () => {
    fc.assert(
      fc.property(labels, fc.integer({ min: 1, max: 6 }), (wishes, lanes) => {
        const { placed, hidden, lanes: used } = layOutLabels(keyed(wishes), 1320, 6, lanes)
        expect([...placed.map(({ key }) => key), ...hidden].toSorted()).toEqual(keyed(wishes).map(({ key }) => key).toSorted())
        expect(used).toBeLessThanOrEqual(lanes)
        expect(placed.every(({ lane }) => lane < lanes)).toBe(true)
      }),
    )
  })

  it('are all placed where lanes are not counted, and stay in the picture', () => {
    fc.assert(
      fc.property(labels, (wishes) => {
        const { placed, hidden } = layOutLabels(keyed(wishes), 1320, 6)
        expect(hidden).toEqual([])
        for (const { x, width } of placed) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(1320)
        }
      }),
    )
  })

  it('give what is late the room before what is not', () => {
    const { placed, hidden } = layOutLabels(
      [
        { key: 'ordinary', x: 100, width: 80, weight: 1 },
        { key: 'late', x: 120, width: 80, weight: 100 },
      ],
      600,
      6,
      1,
    )
    expect(placed.map(({ key }) => key)).toEqual(['late'])
    expect(hidden).toEqual(['ordinary'])
  })

  it('are cut to the room with a sign that something is left out', () => {
    expect(fittedText('行政处罚告知书送达', 12, 60)).toMatch(/^行政.*…$/u)
    expect(fittedText('立案', 12, 60)).toBe('立案')
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 20, max: 200 }), (text, most) => textWidth(fittedText(text, 12, most), 12) <= Math.max(most, textWidth(`${[...text][0]}…`, 12))))
  })
})

describe('the axis', () => {
  it('puts a later day never left of an earlier one, and every day inside the picture', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 200, max: 2000 }), (shown, width) => {
        const scale = makeScale({ days: shown, width, dayWidth: 20, margin: 10 })
        if (scale === null) throw new Error('no scale')
        const sorted = [...shown].toSorted()
        let before = 10
        for (const one of sorted) {
          const x = scale.xOf(one)
          expect(x).toBeGreaterThanOrEqual(before - 1e-6)
          expect(x).toBeLessThanOrEqual(width - 10 + 1e-6)
          before = x
        }
      }),
    )
  })

  it('draws a long empty time short, so that an old act does not press the case together', () => {
    const shown = ['2023-02-01', '2026-03-05', '2026-03-20', '2026-05-12'].map((one) => isoDate(one))
    const scale = makeScale({ days: shown, width: 1000, dayWidth: 20, margin: 0 })
    if (scale === null) throw new Error('no scale')
    expect(scale.breaks.length).toBeGreaterThan(0)
    expect(scale.xOf(isoDate('2026-05-12')) - scale.xOf(isoDate('2026-03-05'))).toBeGreaterThan(500)
    expect(monthMarks(scale, 20).every(({ day: mark }) => scale.breaks.every(({ from, to }) => mark <= from || mark >= to))).toBe(true)
  })

  it('shades days off, one stretch for a weekend, none where nothing is off', () => {
    const scale = makeScale({ days: [isoDate('2026-03-02'), isoDate('2026-03-15')], width: 1400, dayWidth: 20, margin: 0 })
    if (scale === null) throw new Error('no scale')
    const weekend = new Set<IsoDate>(['2026-03-07', '2026-03-08', '2026-03-14', '2026-03-15'].map((one) => isoDate(one)))
    const off = shades(scale, (one) => weekend.has(one))
    expect(off.map(({ x, width }) => [Math.round(x), Math.round(width)])).toEqual([
      [500, 200],
      [1200, 200],
    ])
    expect(shades(scale, () => false)).toEqual([])
  })

  it('is missing where there is no day', () => {
    expect(makeScale({ days: [], width: 100, dayWidth: 1, margin: 0 })).toBeNull()
  })
})

const limit = (key: string, from: IsoDate, more: Partial<TimelineLimit>): TimelineLimit => ({
  key,
  subject: 'decision',
  name: { 'zh-CN': '', en: '' },
  limit: 'atMost',
  length: { 'zh-CN': '', en: '' },
  unit: 'calendarDays',
  from,
  due: null,
  rolledFrom: null,
  advice: null,
  end: null,
  state: 'running',
  by: 0,
  left: null,
  excluded: [],
  note: null,
  provisional: false,
  verified: true,
  basis: [],
  place: null,
  ...more,
})

const limits = fc.array(
  fc.record({ from: day, length: fc.integer({ min: 1, max: 200 }), ended: fc.integer({ min: 0, max: 300 }), state: fc.constantFrom(...LIMIT_STATES), open: fc.boolean() }),
  { minLength: 1, maxLength: 12 },
)

describe('limits as bars', () => {
  it('stay inside the picture, in rows where none covers another, their parts inside them', () => {
    fc.assert(
      fc.property(limits, day, fc.integer({ min: 0, max: 200 }), (wishes, asOf, caption) => {
        const made = wishes.map(({ from, length, ended, state, open }, place) =>
          limit(String(place), from, {
            state,
            due: shiftDays(from, length),
            end: open || state === 'overdue' || state === 'running' ? null : { day: shiftDays(from, ended), label: { 'zh-CN': '', en: '' } },
            excluded: [{ of: 'hearing', name: { 'zh-CN': '', en: '' }, from: shiftDays(from, 2), to: shiftDays(from, 9), basis: [] }],
          }),
        )
        const scale = makeScale({ days: made.flatMap((one) => [one.from, lastShown(one, asOf)]), width: 1000, dayWidth: 1, margin: 10 })
        if (scale === null) throw new Error('no scale')
        const bars = layOutBars(made, scale, asOf, () => caption)
        for (const bar of bars) {
          expect(bar.x).toBeGreaterThanOrEqual(0)
          expect(bar.x + bar.width).toBeLessThanOrEqual(1000)
          for (const part of bar.parts) {
            expect(part.width).toBeGreaterThan(0)
            expect(part.x).toBeGreaterThanOrEqual(bar.x - 1e-6)
            expect(part.x + part.width).toBeLessThanOrEqual(1000)
          }
          for (const other of bars)
            if (bar !== other && bar.row === other.row) expect(bar.x + bar.width <= other.x || other.x + other.width <= bar.x).toBe(true)
        }
      }),
    )
  })

  it('show what is over as a part of its own, from the last day to the end', () => {
    const late = limit('late', isoDate('2026-01-20'), {
      state: 'late',
      due: isoDate('2026-03-23'),
      end: { day: isoDate('2026-04-10'), label: { 'zh-CN': '', en: '' } },
    })
    const scale = makeScale({ days: [isoDate('2026-01-20'), isoDate('2026-02-19'), isoDate('2026-03-21'), isoDate('2026-04-10')], width: 810, dayWidth: 10, margin: 0 })
    if (scale === null) throw new Error('no scale')
    const [bar] = layOutBars([late], scale, isoDate('2026-11-22'), () => 0)
    const over = bar?.parts.find(({ part }) => part === 'over')
    expect(over?.x).toBeCloseTo(scale.xOf(isoDate('2026-03-24')))
    expect((over?.x ?? 0) + (over?.width ?? 0)).toBeCloseTo(810)
    expect(bar?.dueX).toBeCloseTo(scale.xOf(isoDate('2026-03-24')))
  })
})
