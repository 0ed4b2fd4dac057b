import { describe, expect, it } from 'vitest'
import { caseFactsSchema, type CaseFacts } from '../../../src/shared/catalogue/case-facts.ts'
import { missingMaterials } from '../../../src/shared/catalogue/missing-materials.ts'
import { ACTION_KINDS } from '../../../src/shared/catalogue/vocabulary.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { shipped } from './shipped.ts'

const ON = isoDate('2026-06-01')
const all = shipped.materials.map((material) => material.id)

function facts(given: Record<string, unknown>): CaseFacts {
  return caseFactsSchema.parse({
    actionKinds: ['penalty'], partyKind: 'entity', effects: [], flags: {}, conditions: {}, ...given,
  })
}
const requiredIds = (given: Record<string, unknown>, present: string[]): string[] =>
  missingMaterials(shipped, facts(given), present, ON).required.map((material) => material.id)
const conditionalIds = (given: Record<string, unknown>): string[] =>
  missingMaterials(shipped, facts(given), [], ON).conditional.map((one) => one.material.id)

describe('a submission', () => {
  it.each(ACTION_KINDS)('of a %s lacks nothing when everything is there', (kind) => {
    expect(missingMaterials(shipped, facts({ actionKinds: [kind] }), all, ON)).toEqual({
      required: [], conditional: [], toBeClarified: [],
    })
  })

  it('lacks exactly the piece that is taken away', () => {
    expect(requiredIds({}, all.filter((id) => id !== 'draft-decision'))).toEqual(['draft-decision'])
  })

  it('needs the urging notice for execution and not for a penalty', () => {
    expect(requiredIds({ actionKinds: ['compulsoryExecution'] }, [])).toContain('urging')
    expect(requiredIds({}, [])).not.toContain('urging')
  })

  it('needs the hearing file once a hearing was held, told by flag or by condition', () => {
    expect(conditionalIds({ flags: { hearingHeld: true } })).toContain('hearing-file')
    expect(conditionalIds({ conditions: { hearingHeld: true } })).toContain('hearing-file')
    expect(conditionalIds({ flags: { hearingHeld: false } })).not.toContain('hearing-file')
  })

  it('asks back where nobody said whether there was a hearing, instead of demanding its file', () => {
    const open = missingMaterials(shipped, facts({}), [], ON)
    expect(open.conditional).toEqual([])
    expect(open.toBeClarified.map((one) => one.material.id)).toContain('hearing-file')
    const told = missingMaterials(shipped, facts({ flags: { hearingHeld: false } }), [], ON)
    expect(told.toBeClarified.map((one) => one.material.id)).not.toContain('hearing-file')
  })
})
