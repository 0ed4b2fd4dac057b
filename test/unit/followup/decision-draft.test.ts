/** What is typed of a decision becomes the decision, or says nothing while it is not whole. */
import { describe, expect, it } from 'vitest'
import { comparableOf, decisionOfDraft, draftOfReviewed } from '../../../src/renderer/followup/decision-draft.ts'
import { compareDecision } from '../../../src/shared/followup/decision-comparison.ts'
import { proposedDecision } from '../../../src/shared/followup/decision.ts'
import { caseFields } from '../../support/test-case.ts'

const fields = caseFields()
const reviewed = { ...proposedDecision(fields), round: 1, facts: fields.facts }
const draft = { ...draftOfReviewed({ reviewed }, '2026-05-06'), number: '清环罚〔2026〕8号' }

describe('a decision that is typed in', () => {
  it('starts as what was reviewed and is the same when nothing is changed', () => {
    const decision = decisionOfDraft(draft)
    expect(decision).toMatchObject({ number: '清环罚〔2026〕8号', effects: [{ kind: 'fine', amount: 200_000, party: fields.party.name }] })
    expect(compareDecision(reviewed, decision as never).differs).toEqual([])
  })

  it('takes amounts as they are written', () => {
    const typed = (amount: string) => decisionOfDraft({ ...draft, effects: draft.effects.map((effect) => ({ ...effect, amount })) })?.effects[0]?.amount
    expect(typed('20万元')).toBe(200_000)
    expect(typed('２００，０００．５０')).toBe(200_000.5)
    expect(typed('')).toBeNull()
    expect(typed('二十万')).toBeUndefined()
  })

  it('is none while number, day or the change of facts lacks, but can be compared as far as it is', () => {
    expect(decisionOfDraft({ ...draft, number: ' ' })).toBeNull()
    expect(decisionOfDraft({ ...draft, decidedOn: null })).toBeNull()
    expect(decisionOfDraft({ ...draft, changed: true, how: '' })).toBeNull()
    expect(decisionOfDraft({ ...draft, effects: draft.effects.map((effect) => ({ ...effect, party: '' })) })).toBeNull()
    expect(compareDecision(reviewed, comparableOf({ ...draft, number: '', changed: true }) as never).differs).toEqual(['facts'])
  })

  it('without effects is for a party that is named: the one of the case until another is typed', () => {
    const bare = { ...draft, effects: [] }
    expect(decisionOfDraft(bare)).toMatchObject({ effects: [], party: fields.party.name })
    expect(decisionOfDraft({ ...bare, party: ' ' })).toBeNull()
    const kept: Partial<typeof bare> = { ...bare }
    delete kept.party
    expect(decisionOfDraft(kept as typeof bare)).toBeNull()
    expect(decisionOfDraft(draft)).toMatchObject({ party: '' })
    expect(compareDecision({ ...reviewed, effects: [] }, comparableOf({ ...bare, number: '', party: '清源漂染厂' }) as never).differs).toEqual(['party'])
  })

  it('forgets what was written about changed facts when they are unchanged after all, and empty provisions', () => {
    const empty = { law: '', article: '', paragraph: '', item: '', role: 'basis' as const }
    expect(decisionOfDraft({ ...draft, how: '原来写的', citations: [...draft.citations, empty] })).toMatchObject({ facts: { changed: false, how: '' }, citations: draft.citations })
  })
})
