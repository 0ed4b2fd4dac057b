import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  apply,
  applyTransfer,
  permitted,
  relationsOf,
  type Actor,
  type CaseRefusal,
  type CaseSource,
  type CaseTransition,
} from '../../../src/shared/cases/state-machine.ts'
import { stateDiagram, transferDiagram } from '../../../src/shared/cases/state-machine-diagram.ts'
import {
  CASE_ACTIONS,
  CASE_ACTION_LABELS,
  CASE_CLOCKS,
  CASE_CONDITIONS,
  CASE_STATES,
  RELATIONS,
  UNREGISTERED,
  type CaseAction,
  type CaseCondition,
  type CaseState,
} from '../../../src/shared/cases/state-machine-terms.ts'
import { CASE_TRANSITIONS } from '../../../src/shared/cases/state-machine-transitions.ts'
import {
  TRANSFER_ACTIONS,
  TRANSFER_CLOCKS,
  TRANSFER_CONDITIONS,
  TRANSFER_STATES,
  TRANSFER_TRANSITIONS,
  transferSettled,
} from '../../../src/shared/cases/state-machine-transfer.ts'
import { ROLES } from '../../../src/shared/people/roles.ts'
import type { PersonId } from '../../../src/shared/values/values.ts'

const ALL = new Set(Object.keys(CASE_CONDITIONS) as CaseCondition[])
const EVERYBODY: Actor = { roles: ROLES, relations: RELATIONS }
const without = (condition: CaseCondition) => new Set([...ALL].filter((one) => one !== condition))

const person = (n: number) => `0190a000-0000-7000-8000-00000000000${n}` as PersonId
const [LI, WANG, ZHAO] = [person(1), person(2), person(3)]

function refusal(state: CaseSource, action: CaseAction, actor: Actor, conditions = ALL): CaseRefusal | null {
  const outcome = apply(state, action, actor, conditions)
  return outcome.ok ? null : outcome.refusal
}

function next(state: CaseSource, action: CaseAction): CaseSource {
  const outcome = apply(state, action, EVERYBODY, ALL)
  if (!outcome.ok) throw new Error(`${action} refused in ${state}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.next
}

describe('the tables are whole', () => {
  it('has one row for each action, and no row for anything else', () => {
    expect(CASE_TRANSITIONS.map(({ action }) => action).sort()).toEqual([...CASE_ACTIONS].sort())
    expect(TRANSFER_TRANSITIONS.map(({ action }) => action).sort()).toEqual([...TRANSFER_ACTIONS].sort())
  })

  it('writes one audit entry of its own for each action', () => {
    const audits = [...CASE_TRANSITIONS, ...TRANSFER_TRANSITIONS].map(({ audit }) => audit)
    expect(audits.filter((audit) => !/^(case|opinion|transfer)\.[a-z][A-Za-z]+$/.test(audit))).toEqual([])
    expect(new Set(audits).size).toBe(audits.length)
  })

  it('lets somebody do each action', () => {
    expect([...CASE_TRANSITIONS, ...TRANSFER_TRANSITIONS].filter(({ by }) => by.length === 0)).toEqual([])
  })

  it('uses every condition and every clock that it names', () => {
    const needs = (table: typeof CASE_TRANSITIONS | typeof TRANSFER_TRANSITIONS) =>
      [...new Set(table.flatMap((row): string[] => [...row.needs]))].sort()
    const clocks = (table: typeof CASE_TRANSITIONS | typeof TRANSFER_TRANSITIONS) =>
      [...new Set(table.flatMap((row) => row.clocks.map(({ clock }): string => clock)))].sort()
    expect(needs(CASE_TRANSITIONS)).toEqual(Object.keys(CASE_CONDITIONS).sort())
    expect(needs(TRANSFER_TRANSITIONS)).toEqual(Object.keys(TRANSFER_CONDITIONS).sort())
    expect(clocks(CASE_TRANSITIONS)).toEqual(Object.keys(CASE_CLOCKS).sort())
    expect(clocks(TRANSFER_TRANSITIONS)).toEqual(Object.keys(TRANSFER_CLOCKS).sort())
  })

  it('stops somewhere every clock that it starts', () => {
    for (const table of [CASE_TRANSITIONS, TRANSFER_TRANSITIONS]) {
      const effects = table.flatMap((row) => row.clocks.map(({ clock, effect }) => `${effect} ${clock}`))
      const started = effects.filter((one) => !one.startsWith('stop')).map((one) => one.split(' ')[1])
      expect(started.filter((clock) => !effects.includes(`stop ${clock}`))).toEqual([])
    }
  })
})

describe('where a case can go', () => {
  const reachable = (start: string, table: readonly { from: readonly string[]; to: string }[]) => {
    const seen = new Set([start])
    for (let before = 0; before !== seen.size; ) {
      before = seen.size
      for (const { from, to } of table) if (to !== 'same' && from.some((state) => seen.has(state))) seen.add(to)
    }
    return seen
  }

  it('reaches every state from registration, and every transfer state from none', () => {
    expect([...reachable('received', CASE_TRANSITIONS)].sort()).toEqual([...CASE_STATES].sort())
    expect([...reachable('none', TRANSFER_TRANSITIONS)].sort()).toEqual([...TRANSFER_STATES].sort())
  })

  it('ends only when archived or withdrawn, and always can end', () => {
    const terminal = CASE_STATES.filter((state) => !CASE_TRANSITIONS.some(({ from }) => from.includes(state)))
    expect(terminal).toEqual(['archived', 'withdrawn'])
    for (const state of CASE_STATES) {
      expect(terminal.some((end) => reachable(state, CASE_TRANSITIONS).has(end)), state).toBe(true)
    }
  })

  it('passes the plain way from receipt to the archive', () => {
    const way: CaseAction[] = [
      'register', 'accept', 'assign', 'startReview', 'submitDraft', 'approve', 'sign', 'issue', 'adopt', 'decide',
      'disclose', 'archive',
    ]
    expect(way.reduce(next, UNREGISTERED as CaseSource)).toBe('archived')
  })

  it('goes through supplement, correction, objection, coordination and a closing round', () => {
    const again: CaseAction[] = ['submitDraft', 'approve', 'sign', 'issue']
    const way: CaseAction[] = [
      'register', 'returnForSupplement', 'resubmit', 'accept', 'assignManually', 'startReview', 'askSupplement', 'takeSupplement',
      'askSupplement', 'endSupplement', ...again,
      'resubmitAfterCorrection', 'accept', 'assignSameReviewer', 'startReview', 'submitDraft', 'sendBack', ...again,
      'object', 'reReview', ...again, 'object', 'coordinate', 'orderClosingRound', ...again, 'adopt', 'decide',
    ]
    expect(way.reduce(next, UNREGISTERED as CaseSource)).toBe('decided')
  })

  it('never decides before an opinion was issued and adopted, whatever people do', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CASE_ACTIONS), { maxLength: 60 }), (actions) => {
        let state: CaseSource = UNREGISTERED
        const done: CaseAction[] = []
        for (const action of actions) {
          const outcome = apply(state, action, EVERYBODY, ALL)
          if (!outcome.ok) continue
          state = outcome.next
          done.push(action)
        }
        if (!done.includes('decide')) return
        expect(done.indexOf('issue')).toBeGreaterThan(done.indexOf('approve'))
        expect(done.indexOf('decide')).toBeGreaterThan(done.indexOf('issue'))
        expect(done.includes('adopt') || done.includes('upholdOpinion')).toBe(true)
      }),
    )
  })

  it('opens a new round exactly on registration, resubmission after correction, re-review and a closing round', () => {
    expect(CASE_TRANSITIONS.filter(({ startsRound }) => startsRound).map(({ action }) => action)).toEqual([
      'register', 'reReview', 'orderClosingRound', 'resubmitAfterCorrection',
    ])
  })
})

describe('two people answer for an opinion', () => {
  const both: Actor['roles'] = ['reviewer', 'head']

  it('does not let the reviewer approve, send back or issue the opinion that they wrote', () => {
    const li: Actor = { roles: both, relations: relationsOf(LI, [ZHAO], LI, []) }
    expect(refusal('underReview', 'submitDraft', li)).toBeNull()
    expect(refusal('drafted', 'approve', li)).toEqual({ kind: 'relation', needs: ['notReviewer'] })
    expect(refusal('drafted', 'sendBack', li)).toEqual({ kind: 'relation', needs: ['notReviewer'] })
    expect(refusal('approved', 'issue', li)).toEqual({ kind: 'relation', needs: ['notReviewer'] })
  })

  it('lets another head approve and issue, who in turn cannot write it', () => {
    const wang: Actor = { roles: both, relations: relationsOf(WANG, [ZHAO], LI, []) }
    expect(refusal('drafted', 'approve', wang)).toBeNull()
    expect(refusal('approved', 'issue', wang)).toBeNull()
    expect(refusal('underReview', 'submitDraft', wang)).toEqual({ kind: 'relation', needs: ['assignedReviewer'] })
    expect(refusal('approved', 'sign', wang)).toEqual({ kind: 'relation', needs: ['assignedReviewer'] })
  })

  it('has no action that one person could take on both sides', () => {
    for (const handlers of [[], [LI]]) {
      const relations = relationsOf(LI, handlers, LI, [])
      const writes = apply('underReview', 'submitDraft', { roles: ROLES, relations }, ALL).ok
      const approves = apply('drafted', 'approve', { roles: ROLES, relations }, ALL).ok
      expect(writes && approves).toBe(false)
    }
  })

  it('keeps handlers and recused people out of the review', () => {
    const handler: Actor = { roles: ROLES, relations: relationsOf(LI, [LI], LI, []) }
    const recused: Actor = { roles: ROLES, relations: relationsOf(LI, [ZHAO], null, [LI]) }
    expect(refusal('received', 'accept', handler)).toEqual({ kind: 'relation', needs: ['notHandler'] })
    expect(refusal('underReview', 'submitDraft', handler)).toEqual({ kind: 'relation', needs: ['notHandler'] })
    expect(refusal('received', 'accept', recused)).toEqual({ kind: 'relation', needs: ['notRecused'] })
    expect(refusal('drafted', 'approve', recused)).toEqual({ kind: 'relation', needs: ['notRecused'] })
  })

  it('lets somebody with two roles act in the one that fits', () => {
    const both: Actor = { roles: ['handler', 'head'], relations: relationsOf(LI, [ZHAO], WANG, []) }
    expect(refusal('underReview', 'withdraw', both)).toBeNull()
    expect(refusal('underReview', 'withdraw', { ...both, roles: ['handler'] })).toEqual({
      kind: 'relation',
      needs: ['handlerOfCase'],
    })
  })

  it('takes the feedback of the case’s own handlers, not of another handler', () => {
    const stranger: Actor = { roles: ['handler'], relations: relationsOf(LI, [ZHAO], WANG, []) }
    const handler: Actor = { roles: ['handler'], relations: relationsOf(ZHAO, [ZHAO], WANG, []) }
    expect(refusal('issued', 'adopt', stranger)).toEqual({ kind: 'relation', needs: ['handlerOfCase'] })
    expect(refusal('issued', 'adopt', handler)).toBeNull()
  })
})

describe('what an act needs', () => {
  it.each([
    ['received', 'accept', 'materialsComplete'],
    ['received', 'returnForSupplement', 'missingItemsListed'],
    ['underReview', 'askSupplement', 'missingItemsListed'],
    ['supplementing', 'endSupplement', 'reasonGiven'],
    ['accepted', 'assign', 'drawRecorded'],
    ['accepted', 'assignManually', 'reasonGiven'],
    ['underReview', 'submitDraft', 'allAnswered'],
    ['underReview', 'submitDraft', 'overrideReasoned'],
    ['drafted', 'sendBack', 'remarksGiven'],
    ['approved', 'recall', 'headNotSigned'],
    ['approved', 'issue', 'bothSigned'],
    ['objected', 'reReview', 'firstObjection'],
    ['adopted', 'decide', 'reviewPassed'],
    ['adopted', 'decide', 'transferSettled'],
    ['adopted', 'decide', 'decisionRecorded'],
    ['underReview', 'withdraw', 'reasonGiven'],
  ] as const)('%s: %s is refused without %s, and says so', (state, action, condition) => {
    expect(refusal(state, action, EVERYBODY)).toBeNull()
    expect(refusal(state, action, EVERYBODY, without(condition))).toEqual({ kind: 'condition', missing: [condition] })
  })

  it('refuses every act that lacks any one of its conditions', () => {
    const unspared = (by: CaseTransition['by'], need: CaseCondition) => by.filter(({ spared }) => spared?.includes(need) !== true).map(({ role }) => role)
    for (const { action, from, by, needs } of CASE_TRANSITIONS) {
      for (const need of needs) {
        // who is spared it is asked of in a test of their own
        const actor = by.some(({ spared }) => spared?.includes(need)) ? { ...EVERYBODY, roles: unspared(by, need) } : EVERYBODY
        expect(refusal(from[0] ?? UNREGISTERED, action, actor, without(need)), `${action} ${need}`).toEqual({
          kind: 'condition',
          missing: [need],
        })
      }
    }
  })

  it('names all that is missing, and the state or role first where those are wrong', () => {
    const nothing = new Set<CaseCondition>()
    expect(refusal('underReview', 'submitDraft', EVERYBODY, nothing)).toEqual({
      kind: 'condition',
      missing: ['allAnswered', 'overrideReasoned', 'opinionComplete'],
    })
    expect(refusal('underReview', 'submitDraft', { roles: ['admin'], relations: [] }, nothing)).toEqual({
      kind: 'role',
      needs: ['reviewer'],
    })
    expect(refusal('archived', 'submitDraft', { roles: ['admin'], relations: [] }, nothing)).toEqual({
      kind: 'state',
      state: 'archived',
      possibleFrom: ['underReview'],
    })
  })

  it('says of every action whether it is allowed, and never changes what it was given', () => {
    const verdicts = permitted('drafted', EVERYBODY, ALL)
    expect(verdicts.map(({ action }) => action).sort()).toEqual([...CASE_ACTIONS].sort())
    expect(permitted('drafted', EVERYBODY, ALL)).toEqual(verdicts)
  })

  it('gives a supervisor and an administrator nothing to change', () => {
    for (const { by } of [...CASE_TRANSITIONS, ...TRANSFER_TRANSITIONS]) {
      expect(by.some(({ role }) => role === 'supervisor' || role === 'admin')).toBe(false)
    }
  })
})

describe('clocks', () => {
  const clocksOf = (state: CaseState, action: CaseAction) => {
    const outcome = apply(state, action, EVERYBODY, ALL)
    return outcome.ok ? outcome.clocks.map(({ clock, effect }) => `${effect} ${clock}`) : null
  }

  it('runs the review limit from acceptance to issue, and anew in every round', () => {
    expect(clocksOf('received', 'accept')).toEqual(['restart reviewLimit'])
    expect(clocksOf('approved', 'issue')).toEqual(['stop reviewLimit', 'start feedback'])
    expect(clocksOf('objected', 'reReview')).toEqual(['restart reviewLimit'])
    expect(clocksOf('received', 'returnForSupplement')).toEqual(['start supplement'])
  })

  it('rests the review limit while papers are supplied, and never ends or begins it for them', () => {
    expect(clocksOf('underReview', 'askSupplement')).toEqual(['start supplement', 'pause reviewLimit'])
    for (const end of ['takeSupplement', 'endSupplement'] as const) {
      expect(clocksOf('supplementing', end)).toEqual(['stop supplement', 'resume reviewLimit'])
    }
  })

  it('does not stop the decision limit for the review: no rule excludes its time', () => {
    const touching = CASE_TRANSITIONS.filter(({ clocks }) => clocks.some(({ clock }) => clock === 'decisionLimit'))
    expect(touching.map(({ action }) => action)).toEqual(['register', 'decide', 'drop', 'withdraw'])
  })
})

describe('the transfer track', () => {
  it('lets the agency head approve in person, unless recused', () => {
    const approve = (recused: PersonId[]) =>
      applyTransfer(
        'reported',
        'approveTransfer',
        { roles: ['agencyHead'], relations: relationsOf(LI, [ZHAO], WANG, recused) },
        new Set(['headPresides']),
      )
    expect(approve([])).toMatchObject({ ok: true, next: 'approved' })
    expect(approve([LI])).toEqual({ ok: false, refusal: { kind: 'relation', needs: ['notRecused'] } })
  })

  it('is decided by nobody who does not confirm being the head or presiding over the work', () => {
    for (const action of ['approveTransfer', 'refuseTransfer'] as const) {
      expect(applyTransfer('reported', action, EVERYBODY, new Set(['reasonGiven']))).toEqual({
        ok: false,
        refusal: { kind: 'condition', missing: ['headPresides'] },
      })
    }
  })

  it('is not gone through a second time on the same facts', () => {
    const again = (state: (typeof TRANSFER_STATES)[number]) => applyTransfer(state, 'raiseAgain', EVERYBODY, new Set(['factsRecorded']))
    for (const state of ['cleared', 'notApproved', 'resumed'] as const) {
      expect(again(state)).toEqual({ ok: false, refusal: { kind: 'condition', missing: ['newFacts'] } })
      expect(applyTransfer(state, 'raiseSuspicion', EVERYBODY, new Set(['factsRecorded'])).ok).toBe(false)
    }
    expect(applyTransfer('delivered', 'deliver', EVERYBODY, new Set(['transferPapersComplete'])).ok).toBe(false)
  })

  it('takes the acts of its team, who need not be handlers of the case', () => {
    const team: Actor = { roles: ['handler'], relations: ['notHandler', 'notReviewer', 'notRecused', 'onTransferTeam'] }
    expect(applyTransfer('approved', 'deliver', team, new Set(['transferPapersComplete'])).ok).toBe(true)
    expect(applyTransfer('approved', 'deliver', { ...team, relations: ['notHandler'] }, new Set(['transferPapersComplete'])).ok).toBe(false)
  })

  it('starts the 24 hours to the police with the approval', () => {
    const outcome = applyTransfer('reported', 'approveTransfer', EVERYBODY, new Set(['headPresides']))
    expect(outcome.ok && outcome.clocks).toContainEqual({ clock: 'transferDelivery', effect: 'start' })
  })

  it('holds the decision back from the first suspicion until it is cleared, refused or sent back', () => {
    expect(TRANSFER_STATES.filter(transferSettled)).toEqual(['none', 'cleared', 'notApproved', 'resumed'])
  })
})

describe('the drawing', () => {
  it('shows every state and every action of both tracks', () => {
    for (const state of CASE_STATES) {
      expect(stateDiagram()).toMatch(new RegExp(`^  ${state}: \\p{Script=Han}+ ${state}$`, 'mu'))
    }
    for (const action of CASE_ACTIONS) expect(stateDiagram()).toContain(CASE_ACTION_LABELS[action]['zh-CN'])
    for (const state of TRANSFER_STATES) expect(transferDiagram()).toContain(`  ${state}: `)
  })

  it('begins with registration and ends in the archive or withdrawn', () => {
    const lines = stateDiagram().split('\n')
    expect(lines[0]).toBe('stateDiagram-v2')
    expect(lines).toContain('  [*] --> received: 登记收件')
    expect(lines.filter((line) => line.endsWith('--> [*]'))).toEqual(['  archived --> [*]', '  withdrawn --> [*]'])
    expect(lines.at(-1)).toContain('note right of withdrawn: 撤回送审')
  })
})
