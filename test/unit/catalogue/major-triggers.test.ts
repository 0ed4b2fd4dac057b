import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseFactsSchema, regionHolds, type CaseFacts } from '../../../src/shared/catalogue/case-facts.ts'
import { majorTriggers } from '../../../src/shared/catalogue/major-triggers.ts'
import { ACTION_KINDS } from '../../../src/shared/catalogue/vocabulary.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { shipped } from './shipped.ts'

const ON = isoDate('2026-06-01')

function facts(given: Record<string, unknown>): CaseFacts {
  return caseFactsSchema.parse({
    actionKinds: ['penalty'], partyKind: 'entity', effects: [], flags: {}, conditions: {}, ...given,
  })
}

describe('a major decision', () => {
  it.each(ACTION_KINDS)('is one of the five cases of 118号 for %s', (kind) => {
    for (const flag of ['publicInterest', 'socialRisk', 'majorRights', 'hearingHeld', 'complex']) {
      expect(majorTriggers(shipped, facts({ actionKinds: [kind], flags: { [flag]: true } }), ON).isMajor).toBe(true)
    }
  })

  it('is met by nothing where no flag is set, and by a flag that is false neither', () => {
    const none = { isMajor: false, triggers: [], hearingLines: [] }
    expect(majorTriggers(shipped, facts({}), ON)).toEqual(none)
    expect(majorTriggers(shipped, facts({ flags: { complex: false } }), ON)).toEqual(none)
  })

  it('names APL 58(1)(2) only for major rights together with a hearing', () => {
    const met = (flags: object): string[] =>
      majorTriggers(shipped, facts({ flags }), ON).triggers.map((one) => one.trigger.id)
    expect(met({ majorRights: true })).not.toContain('apl58.2')
    expect(met({ hearingHeld: true })).not.toContain('apl58.2')
    expect(met({ majorRights: true, hearingHeld: true })).toContain('apl58.2')
  })

  it('“by law” counts for penalties only, as APL 58 says', () => {
    const flags = { byLaw: true }
    expect(majorTriggers(shipped, facts({ flags }), ON).isMajor).toBe(true)
    expect(majorTriggers(shipped, facts({ flags, actionKinds: ['licence'] }), ON).isMajor).toBe(false)
  })
})

describe('a hearing line', () => {
  const lines = (given: Record<string, unknown>) =>
    majorTriggers(shipped, facts({ sector: 'market-regulation', ...given }), ON)

  it('of market regulation is reached at 100,000 yuan for an entity, the figure included', () => {
    expect(lines({ effects: [{ kind: 'fine', amount: 99_999.99 }] }).hearingLines).toEqual([])
    const [met] = lines({ effects: [{ kind: 'fine', amount: 100_000 }] }).hearingLines
    expect(met?.explanation).toEqual({
      kind: 'amount', effects: ['fine'], amount: 100_000, threshold: 100_000, inclusive: true,
    })
    expect(met?.trigger.basis[0]).toEqual({ law: '市场监督管理行政处罚听证办法', article: 5, paragraph: 1, item: 3 })
  })

  it('is 10,000 for a citizen', () => {
    expect(lines({ partyKind: 'citizen', effects: [{ kind: 'fine', amount: 10_000 }] }).hearingLines).toHaveLength(1)
  })

  it('adds confiscated gain and property in market regulation, but not to the fine', () => {
    const effects = [
      { kind: 'confiscationOfGain', amount: 60_000 },
      { kind: 'confiscationOfProperty', amount: 40_000 },
      { kind: 'fine', amount: 90_000 },
    ]
    const met = lines({ effects }).hearingLines
    expect(met.map((one) => one.trigger.id)).toEqual(['samr.confiscation.entity'])
    expect(met[0]?.explanation).toMatchObject({ amount: 100_000 })
  })

  it('adds fen exactly', () => {
    const effects = [{ kind: 'fine', amount: 99_999.9 }, { kind: 'fine', amount: 0.1 }]
    expect(lines({ effects }).hearingLines[0]?.explanation).toMatchObject({ amount: 100_000 })
  })

  it('of the ministry of agriculture must be passed, not reached', () => {
    const at = (amount: number) =>
      majorTriggers(shipped, facts({ sector: 'agriculture', effects: [{ kind: 'fine', amount }] }), ON).hearingLines
    expect(at(100_000)).toEqual([])
    expect(at(100_000.01)).toHaveLength(1)
  })

  it('counts fine and confiscation apart in Shanghai, and holds in its districts', () => {
    const at = (effects: object[], region: string) =>
      majorTriggers(shipped, facts({ region, effects }), ON).hearingLines.map((one) => one.trigger.id)
    const apart = [{ kind: 'fine', amount: 30_000 }, { kind: 'confiscationOfGain', amount: 30_000 }]
    expect(at(apart, '310115')).toEqual([])
    expect(at([{ kind: 'fine', amount: 50_000 }], '310115')).toEqual(['shanghai.line.entity'])
    expect(at([{ kind: 'fine', amount: 50_000 }], '320100')).toEqual([])
  })

  it('alone does not make the decision a major one', () => {
    expect(lines({ effects: [{ kind: 'fine', amount: 5_000_000 }, { kind: 'revocation' }] }).isMajor).toBe(false)
  })

  it('does make it one where the place says so: revocation in Tianjin', () => {
    const given = facts({ region: '120101', effects: [{ kind: 'revocation' }] })
    expect(majorTriggers(shipped, given, ON).isMajor).toBe(true)
  })

  it('is not known before its rule was in force', () => {
    const early = isoDate('2020-01-01')
    const given = facts({ sector: 'market-regulation', effects: [{ kind: 'fine', amount: 1e6 }] })
    expect(majorTriggers(shipped, given, early).hearingLines).toEqual([])
  })

  it('stays reached when the amount rises or an effect is added', () => {
    const amount = fc.integer({ min: 0, max: 100_000_000 }).map((fen) => fen / 100)
    const effect = fc.record({ kind: fc.constantFrom('fine', 'confiscationOfGain', 'confiscationOfProperty'), amount })
    const sector = fc.constantFrom('market-regulation', 'agriculture', 'commerce', 'customs', 'broadcasting')
    fc.assert(
      fc.property(fc.array(effect, { maxLength: 4 }), effect, sector, (effects, more, inSector) => {
        const before = majorTriggers(shipped, facts({ sector: inSector, effects }), ON).hearingLines
        const after = majorTriggers(shipped, facts({ sector: inSector, effects: [...effects, more] }), ON).hearingLines
        const ids = after.map((one) => one.trigger.id)
        expect(before.every((one) => ids.includes(one.trigger.id))).toBe(true)
      }),
    )
  })
})

describe('a region', () => {
  it('holds downwards, not upwards or sideways', () => {
    expect(regionHolds('150000', '150102')).toBe(true)
    expect(regionHolds('150100', '150102')).toBe(true)
    expect(regionHolds('150102', '150100')).toBe(false)
    expect(regionHolds('150000', '140000')).toBe(false)
    expect(regionHolds('150000', undefined)).toBe(false)
    expect(regionHolds(null, undefined)).toBe(true)
  })
})
