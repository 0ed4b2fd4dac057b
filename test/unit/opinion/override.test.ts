import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPINION_TYPE_CODES } from '../../../src/shared/catalogue/vocabulary.ts'
import type { DerivedOpinion } from '../../../src/shared/opinion/derivation.ts'
import { overrideAllowed } from '../../../src/shared/opinion/override.ts'

const derived = (given: Partial<DerivedOpinion>): DerivedOpinion => ({
  type: 'T-PROC', because: [{ questionId: '3.9', answer: 'no', severity: 'C' }], attached: [],
  openFatal: [], openCorrectable: ['3.9'], openAdvisory: [], unanswered: [], cannotTell: [], ...given,
})

describe('choosing another opinion type than the answers lead to', () => {
  it('needs no reason when it is the same or stricter', () => {
    expect(overrideAllowed(derived({}), 'T-PROC', '')).toEqual({ allowed: true, direction: 'same', reason: null })
    expect(overrideAllowed(derived({}), 'T-REJ', '')).toEqual({ allowed: true, direction: 'stricter', reason: null })
  })

  it('needs a reason of ten characters when it is milder', () => {
    expect(overrideAllowed(derived({}), 'T-OK', '九个字的理由不够长')).toMatchObject({ allowed: false })
    expect(overrideAllowed(derived({}), 'T-OK', '这是满十个字的理由了。')).toMatchObject({ allowed: true, direction: 'milder' })
    expect(overrideAllowed(derived({}), 'T-OK', ' '.repeat(40))).toMatchObject({ allowed: false })
  })

  it('counts characters as people do: a rare Han character is one', () => {
    expect(overrideAllowed(derived({}), 'T-OK', '𠮷'.repeat(9))).toMatchObject({ allowed: false })
    expect(overrideAllowed(derived({}), 'T-OK', '𠮷'.repeat(10))).toMatchObject({ allowed: true })
  })

  it('names the fatal questions that are open, else those that the type rests on', () => {
    expect(overrideAllowed(derived({ openFatal: ['3.7', '3.8'] }), 'T-OK', '')).toEqual({
      allowed: false, code: 'override-needs-reason', data: { questions: ['3.7', '3.8'] },
    })
    expect(overrideAllowed(derived({}), 'T-COND', '')).toEqual({
      allowed: false, code: 'override-needs-reason', data: { questions: ['3.9'] },
    })
  })

  it('is not possible before the questions are answered, whatever the reason', () => {
    const open = derived({ type: null, because: [], unanswered: ['4.1'] })
    expect(overrideAllowed(open, 'T-OK', '这是满十个字的理由了。')).toEqual({
      allowed: false, code: 'answers-incomplete', data: { questions: ['4.1'] },
    })
  })

  it('without a reason never ends milder than the answers lead to', () => {
    const code = fc.constantFrom(...OPINION_TYPE_CODES)
    fc.assert(
      fc.property(code, code, (type, chosen) => {
        const { allowed } = overrideAllowed(derived({ type }), chosen, '')
        expect(allowed).toBe(OPINION_TYPE_CODES.indexOf(chosen) <= OPINION_TYPE_CODES.indexOf(type))
      }),
    )
  })
})
