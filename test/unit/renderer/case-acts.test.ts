import { describe, expect, it } from 'vitest'
import { actButtons, isTheirs, leadingAct, mayDo } from '../../../src/renderer/workspace/case-acts.ts'
import { isCaseTab, openingTab } from '../../../src/renderer/workspace/case-tab.ts'
import { refusalWords } from '../../../src/renderer/workspace/refusal-words.ts'
import { actBlock } from '../../../src/renderer/opinion/act-block.ts'
import type { ActionOffer } from '../../../src/shared/cases/contract.ts'
import { CASE_STATES } from '../../../src/shared/cases/state-machine-terms.ts'

const offer = (action: ActionOffer['action'], refusal: ActionOffer['refusal'] = null): ActionOffer => ({ action, refusal })

describe('buttons of a case', () => {
  it('are those that the core allows', () => {
    expect(actButtons([offer('accept'), offer('withdraw')]).map(({ act, enabled }) => [act, enabled])).toEqual([
      ['withdraw', true],
      ['accept', true],
    ])
  })

  it('leave out what is somebody else’s to do', () => {
    expect(actButtons([offer('submitDraft', { kind: 'relation', needs: ['assignedReviewer'] })])).toEqual([])
    expect(actButtons([offer('approve', { kind: 'role', needs: ['head'] })])).toEqual([])
  })

  it('tell somebody who is kept out by a rule, with the rule', () => {
    const [button] = actButtons([offer('approve', { kind: 'relation', needs: ['notReviewer'] })])
    expect(button?.enabled).toBe(false)
    expect(refusalWords(button!.offer.refusal!, 'zh-CN')).toContain('审核人不得审批')
    expect(refusalWords(button!.offer.refusal!, 'en')).toContain('may not approve')
  })

  it('are enabled where the dialog asks for what lacks', () => {
    const missing: ActionOffer[] = [
      offer('accept', { kind: 'condition', missing: ['materialsComplete'] }),
      offer('sendBack', { kind: 'condition', missing: ['remarksGiven'] }),
      offer('submitDraft', { kind: 'condition', missing: ['allAnswered'] }),
    ]
    expect(mayDo(missing, 'accept')).toBe(true)
    expect(mayDo(missing, 'sendBack')).toBe(true)
    expect(mayDo(missing, 'submitDraft')).toBe(false)
    expect(isTheirs(missing, 'submitDraft')).toBe(true)
  })

  it('show a decision that may not be made yet as disabled, with what lacks', () => {
    const [button] = actButtons([offer('decide', { kind: 'condition', missing: ['reviewPassed'] })])
    expect(button).toMatchObject({ act: 'decide', enabled: false })
    expect(actButtons([offer('decide', { kind: 'condition', missing: ['decisionRecorded'] })])[0]).toMatchObject({ enabled: true })
  })

  it('have none for an act that this screen cannot carry out', () => {
    expect(actButtons([offer('disclose')])).toEqual([])
  })
})

describe('the main button', () => {
  const types = [{ id: 'T-OK', passes: true }, { id: 'T-CORRECT', passes: false }] as never
  const leading = (state: string, offers: readonly ActionOffer[], opinionType = 'T-OK') =>
    leadingAct(actButtons(offers), { state, offers, rounds: [{ opinionType }] } as never, types)
  const again = offer('resubmitAfterCorrection')

  it('is the last step of the line that can be taken', () => {
    expect(leading('received', [offer('returnForSupplement'), offer('accept')])).toBe('accept')
    expect(leading('issued', [offer('object'), again, offer('adopt')])).toBe('adopt')
  })

  it('is the decision where the review is passed, and none where that waits for something else', () => {
    const adopted = [offer('drop'), again]
    expect(leading('adopted', [...adopted, offer('decide')])).toBe('decide')
    expect(leading('adopted', [...adopted, offer('decide', { kind: 'condition', missing: ['transferSettled'] })])).toBeNull()
  })

  it('is the next submission only where the review is not passed', () => {
    const waiting = offer('decide', { kind: 'condition', missing: ['reviewPassed'] })
    expect(leading('adopted', [offer('drop'), again, waiting])).toBe('resubmitAfterCorrection')
    expect(leading('issued', [again], 'T-CORRECT')).toBeNull()
  })

  it('of a reviewer, who does not decide, follows the opinion', () => {
    expect(leading('adopted', [again], 'T-CORRECT')).toBe('resubmitAfterCorrection')
    expect(leading('adopted', [again], 'T-OK')).toBeNull()
  })

  it('is never one that turns away what came', () => {
    expect(leading('received', [offer('returnForSupplement')])).toBeNull()
    expect(leading('issued', [offer('object')])).toBeNull()
  })
})

describe('what has to wait for the opinion', () => {
  const signature = { role: 'reviewer' } as never
  it('the head signs after the reviewer, and nobody twice', () => {
    expect(actBlock('issue', { signatures: [] })).toBe('reviewerFirst')
    expect(actBlock('issue', { signatures: [signature] })).toBeNull()
    expect(actBlock('sign', { signatures: [signature] })).toBe('alreadySigned')
  })

  it('a draft is composed before it is submitted; what is not known yet blocks nothing', () => {
    expect(actBlock('submitDraft', null)).toBe('notComposed')
    expect(actBlock('submitDraft', undefined)).toBeNull()
  })
})

describe('the tab on which a case opens', () => {
  it('is where the work is', () => {
    expect(openingTab('received', false)).toBe('materials')
    expect(openingTab('underReview', true)).toBe('review')
    expect(openingTab('underReview', false)).toBe('overview')
    expect(openingTab('drafted', false)).toBe('opinion')
  })

  it('exists for every state', () => {
    for (const state of CASE_STATES) expect(isCaseTab(openingTab(state, true))).toBe(true)
  })
})
