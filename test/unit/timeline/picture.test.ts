import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import type { TimelineStep } from '../../../src/shared/timeline/case-timeline.ts'
import { makePicture, type Picture } from '../../../src/shared/timeline/picture.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const named = (label: string) => ({ 'zh-CN': label, en: label })

const step = (key: string, day: string, more: Partial<TimelineStep> = {}): TimelineStep => ({
  key,
  kind: 'filed',
  label: named(key),
  day: isoDate(day),
  time: null,
  until: null,
  about: null,
  origin: 'document',
  place: null,
  others: [],
  recorded: true,
  certain: true,
  working: true,
  provisional: false,
  conflicts: [],
  breaks: [],
  ...more,
})

function drawn(steps: readonly TimelineStep[], gathered: boolean): Picture {
  const picture = makePicture({
    timeline: { steps, limits: [], gaps: [], asOf: isoDate('2026-06-01') },
    calendar: makeCalendar([], []),
    width: 1200,
    dayWidth: 20,
    fontSize: 12,
    lanes: Number.POSITIVE_INFINITY,
    bars: 'captioned',
    gathered,
    stepText: (of, brief) => (brief ? `${of[0].key}+${of.length - 1}` : of.map(({ key }) => key).join('、')),
    gapText: () => '',
    limitText: () => '',
  })
  if (picture === null) throw new Error('nothing is drawn')
  return picture
}

const texts = ({ labels }: Picture): string[] => labels.map(({ text }) => text)

describe('labels of one day', () => {
  const ordinary = [step('检查', '2026-03-04', { kind: 'inspected' }), step('立案', '2026-03-04'), step('告知', '2026-03-30')]

  it('are one label, the most telling step first, while each step keeps its mark on the axis', () => {
    const picture = drawn(ordinary, true)
    expect(texts(picture)).toEqual(['立案、检查', '告知'])
    expect(picture.labels[0]?.steps).toEqual(['立案', '检查'])
    expect(picture.dots.map(({ key }) => key)).toEqual(['检查', '立案', '告知'])
  })

  it('stay apart where they are not to be gathered', () => {
    expect(texts(drawn(ordinary, false)).toSorted()).toEqual(['告知', '检查', '立案'])
  })

  it('do not hide what is late, contradicted or uncertain among the others', () => {
    const day = '2026-05-11'
    const steps = [step('甲', day), step('迟', day, { breaks: ['limit'] }), step('乙', day), step('疑', day, { certain: false }), step('站', day, { origin: 'station' })]
    expect(texts(drawn(steps, true)).toSorted()).toEqual(['甲、乙', '疑', '站', '迟'].toSorted())
  })

  it('say how many there are where there is not room for their names', () => {
    const many = Array.from({ length: 6 }, (_, place) => step(`调查询问当事人${place}`, '2026-03-09'))
    expect(texts(drawn(many, true))).toEqual(['调查询问当事人0+5'])
  })
})
