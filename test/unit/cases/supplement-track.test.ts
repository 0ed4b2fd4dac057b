/** Papers asked for in the middle of the review: where the case goes, and what its clocks do, whatever people do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, type Actor, type CaseSource } from '../../../src/shared/cases/state-machine.ts'
import { CASE_ACTIONS, CASE_CONDITIONS, RELATIONS, UNREGISTERED, type CaseCondition } from '../../../src/shared/cases/state-machine-terms.ts'
import { CASE_TRANSITIONS } from '../../../src/shared/cases/state-machine-transitions.ts'
import { ROLES } from '../../../src/shared/people/roles.ts'

const ALL = new Set(Object.keys(CASE_CONDITIONS) as CaseCondition[])
const EVERYBODY: Actor = { roles: ROLES, relations: RELATIONS }

describe('a supplement in the review', () => {
  it('leaves the review for papers, and comes back to where it was, in the same round', () => {
    const leading = CASE_TRANSITIONS.filter(({ to }) => to === 'supplementing')
    expect(leading.map(({ action, from }) => [action, from])).toEqual([['askSupplement', ['underReview']]])
    const back = CASE_TRANSITIONS.filter(({ from }) => from.includes('supplementing'))
    expect(back.filter(({ staysIn = [] }) => !staysIn.includes('supplementing')).map(({ action, to, startsRound }) => [action, to, startsRound])).toEqual([
      ['takeSupplement', 'underReview', false], ['endSupplement', 'underReview', false], ['withdraw', 'withdrawn', false],
    ])
  })

  it('goes on waiting under another reviewer, whom a head gives it with a reason: the notice and both clocks stay as they are', () => {
    const head: Actor = { roles: ['head'], relations: ['notHandler', 'notReviewer', 'notRecused'] }
    expect(apply('supplementing', 'reassign', head, ALL)).toEqual({ ok: true, next: 'supplementing', clocks: [], audit: 'case.reassign', startsRound: false })
    for (const missing of ['reasonGiven', 'reviewerEligible'] as const) {
      const conditions = new Set([...ALL].filter((one) => one !== missing))
      expect(apply('supplementing', 'reassign', head, conditions)).toEqual({ ok: false, refusal: { kind: 'condition', missing: [missing] } })
    }
    expect(apply('supplementing', 'reassign', { ...head, roles: ['reviewer'] }, ALL)).toMatchObject({ refusal: { kind: 'role' } })
    // where nothing is waited for, the new reviewer begins
    for (const state of ['assigned', 'underReview', 'drafted'] as const) expect(apply(state, 'reassign', head, ALL)).toMatchObject({ next: 'assigned' })
  })

  it('is ended before its day by a head alone, and by nobody without a reason', () => {
    const early = new Set([...ALL].filter((one) => one !== 'supplementOver'))
    const end = (actor: Actor, conditions: ReadonlySet<CaseCondition>) => apply('supplementing', 'endSupplement', actor, conditions)
    const reviewer: Actor = { roles: ['reviewer'], relations: RELATIONS }
    const head: Actor = { roles: ['head'], relations: ['notHandler', 'notReviewer', 'notRecused'] }
    expect(end(reviewer, early)).toEqual({ ok: false, refusal: { kind: 'condition', missing: ['supplementOver'] } })
    expect(end(reviewer, ALL)).toMatchObject({ ok: true, next: 'underReview' })
    expect(end(head, early)).toMatchObject({ ok: true, next: 'underReview' })
    // a head who was recused is no head here, also where they are the reviewer of the case as well
    expect(end({ roles: ['head'], relations: ['notHandler', 'notReviewer'] }, early)).toMatchObject({ refusal: { kind: 'relation' } })
    for (const actor of [reviewer, head, EVERYBODY]) {
      expect(end(actor, new Set([...ALL].filter((one) => one !== 'reasonGiven')))).toEqual({ ok: false, refusal: { kind: 'condition', missing: ['reasonGiven'] } })
    }
    const spared = CASE_TRANSITIONS.flatMap(({ action, by }) => by.flatMap(({ role, spared: of = [] }) => of.map((one) => [action, role, one])))
    expect(spared).toEqual([['endSupplement', 'head', 'supplementOver']])
  })

  it('pauses a clock only while it runs, and the supplement runs exactly while the case waits for papers, whatever people do', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CASE_ACTIONS), { maxLength: 80 }), (actions) => {
        let state: CaseSource = UNREGISTERED
        const running = new Set<string>()
        const paused = new Set<string>()
        for (const action of actions) {
          const outcome = apply(state, action, EVERYBODY, ALL)
          if (!outcome.ok) continue
          for (const { clock, effect } of outcome.clocks) {
            if (effect === 'pause') expect([action, running.has(clock), paused.has(clock)]).toEqual([action, true, false])
            if (effect === 'resume') expect([action, running.has(clock), paused.has(clock)]).toEqual([action, true, true])
            if (effect === 'start' || effect === 'restart') running.add(clock)
            if (effect === 'stop') running.delete(clock)
            if (effect === 'pause') paused.add(clock)
            else paused.delete(clock)
          }
          state = outcome.next
          expect([action, running.has('supplement')]).toEqual([action, state === 'returned' || state === 'supplementing'])
          expect([action, paused.has('reviewLimit')]).toEqual([action, state === 'supplementing'])
        }
      }),
      { numRuns: 2000 },
    )
  })
})
