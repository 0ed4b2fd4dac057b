/** What must be published, where and by when: the shipped rules on every kind of act, and days over year end and holidays. */
import { describe, expect, it } from 'vitest'
import { rulesOfKind } from '../../../src/shared/catalogue/disclosure-rules.ts'
import { ACTION_KINDS, PARTY_KINDS, type ActionKind } from '../../../src/shared/catalogue/vocabulary.ts'
import { makeCalendar } from '../../../src/shared/deadlines/calendar.ts'
import { runClock } from '../../../src/shared/deadlines/run-clock.ts'
import { dutiesOf, dutyRun, exceptionsFor, type DecisionToPublish } from '../../../src/shared/disclosure/duties.ts'
import { isoDate, isoInstant } from '../../../src/shared/values/values.ts'
import { shipped } from '../catalogue/shipped.ts'

const rules = shipped.disclosureRules
const calendar = makeCalendar(shipped.holidays, shipped.statutoryHolidays)

function decided(change: Partial<DecisionToPublish> & { readonly on?: string } = {}): DecisionToPublish {
  const { on = '2026-04-09', ...more } = change
  return { decidedOn: isoDate(on), actionKinds: ['penalty'], effects: ['fine'], partyKind: 'entity', sector: null, region: null, ...more }
}

/** The last day to publish of the first duty, and whether it rests on holidays that are not published. */
function due(kind: ActionKind, on: string): string {
  const [duty] = dutiesOf(rules, decided({ actionKinds: [kind], on }))
  if (duty === undefined) return 'no duty'
  const clock = runClock(dutyRun(duty, 1, isoDate(on), null), calendar, isoInstant(new Date(`${on}T04:00:00.000Z`)))
  return `${clock.due}${clock.provisional ? ' provisional' : ''}`
}

describe('the time to publish', () => {
  it('is 7 working days for penalties and licences, 20 for every other kind of act', () => {
    const lengths = Object.fromEntries(ACTION_KINDS.map((kind) => [kind, dutiesOf(rules, decided({ actionKinds: [kind] })).map(({ length, unit }) => `${length} ${unit}`)]))
    expect(lengths).toEqual({
      penalty: ['7 workingDay'],
      licence: ['7 workingDay'],
      compulsoryMeasure: ['20 workingDay'],
      compulsoryExecution: ['20 workingDay'],
      expropriation: ['20 workingDay'],
      inspection: ['20 workingDay'],
    })
  })

  it('agrees with the periods by which the clocks of papers run', () => {
    const ofPeriods = shipped.periods.filter(({ subject }) => subject === 'publication').map(({ length, unit }) => `${length} ${unit}`)
    const ofRules = rulesOfKind(rules, 'duty').filter(({ sector }) => sector === null).map(({ length, unit }) => `${length} ${unit}`)
    expect(new Set(ofRules)).toEqual(new Set(ofPeriods))
  })

  it('leaves out holidays and counts weekends that are worked', () => {
    expect(due('penalty', '2026-09-30')).toBe('2026-10-15')
    expect(due('penalty', '2025-09-26')).toBe('2025-10-13')
    expect(due('inspection', '2026-04-30')).toBe('2026-06-01')
    // Saturday 28 February is worked
    expect(due('licence', '2026-02-12')).toBe('2026-02-28')
  })

  it('at the end of a year whose successor has no notice yet says so', () => {
    expect(due('penalty', '2025-12-26')).toBe('2026-01-07')
    expect(due('penalty', '2026-12-30')).toBe('2027-01-11 provisional')
    expect(due('inspection', '2026-12-18')).toMatch(/^2027-01-\d\d provisional$/)
  })

  it('is the shortest where a decision is of several kinds', () => {
    const duties = dutiesOf(rules, decided({ actionKinds: ['inspection', 'penalty'] }))
    expect(duties.map(({ id }) => id)).toEqual(['duty.penalty'])
  })

  it('of market regulation has the credit system beside it for an entity, not for a person', () => {
    const ids = (partyKind: 'entity' | 'citizen') => dutiesOf(rules, decided({ sector: 'market-regulation', partyKind })).map(({ id, length }) => `${id} ${length}`)
    expect(ids('entity')).toEqual(['duty.penalty 7', 'duty.market.credit-system 20'])
    expect(ids('citizen')).toEqual(['duty.penalty 7'])
  })

  it('does not reach back before its rule was in force', () => {
    expect(dutiesOf(rules, decided({ on: '2018-12-04' }))).toEqual([])
  })
})

describe('a ground to leave a decision unpublished', () => {
  const grounds = (change: Parameters<typeof decided>[0], changed = false): string[] => exceptionsFor(rules, decided(change), changed).map(({ id }) => id)

  it('“no social influence” is there for penalties alone', () => {
    for (const kind of ACTION_KINDS) {
      expect(grounds({ actionKinds: [kind] }).includes('exception.no-social-influence'), kind).toBe(kind === 'penalty')
    }
  })

  it('state secrets and harm to third parties are there for every kind of act and party', () => {
    for (const kind of ACTION_KINDS) {
      for (const partyKind of PARTY_KINDS) {
        expect(grounds({ actionKinds: [kind], partyKind })).toEqual(expect.arrayContaining(['exception.state-secret', 'exception.public-security', 'exception.third-party']))
      }
    }
  })

  it('“a warning alone” holds in market regulation, and only where there is nothing else', () => {
    const market = { sector: 'market-regulation' }
    expect(grounds({ ...market, effects: ['warning'] })).toContain('exception.market.warning-only')
    expect(grounds({ ...market, effects: ['warning', 'fine'] })).not.toContain('exception.market.warning-only')
    expect(grounds({ ...market, effects: [] })).not.toContain('exception.market.warning-only')
    expect(grounds({ effects: ['warning'] })).not.toContain('exception.market.warning-only')
  })

  it('“changed before it was published” only once a change is on record', () => {
    for (const kind of ACTION_KINDS) {
      expect(grounds({ actionKinds: [kind] }).some((id) => id.startsWith('exception.changed')), kind).toBe(false)
      expect(grounds({ actionKinds: [kind] }, true).filter((id) => id.startsWith('exception.changed')), kind).toHaveLength(1)
    }
  })
})

describe('the shipped rules', () => {
  it('name places that are there, and treat every kind of detail once', () => {
    const places = new Set(rulesOfKind(rules, 'place').map(({ id }) => id))
    for (const duty of rulesOfKind(rules, 'duty')) expect(duty.places.filter((place) => !places.has(place)), duty.id).toEqual([])
    const subjects = rulesOfKind(rules, 'treatment').map(({ subject }) => subject)
    expect(new Set(subjects).size).toBe(subjects.length)
    expect(subjects).toHaveLength(14)
  })

  it('say 未核实 where no provision settles a thing, and leave it to a person or to the careful side', () => {
    const open = rulesOfKind(rules, 'treatment').filter(({ verified }) => !verified)
    expect(open.map(({ subject, treatment }) => `${subject} ${treatment}`)).toEqual(['legalRepresentative judge', 'plate mask'])
    expect(open.every(({ basis, noBasisBecause }) => basis.length === 0 && noBasisBecause !== undefined)).toBe(true)
  })
})
