/** Which days a form offers, and where they stand. */
import { describe, expect, it } from 'vitest'
import { decisionDays, discussionDays } from '../../../src/renderer/followup/day-offers.ts'
import type { DiscussionMinutes, RecordedDiscussion } from '../../../src/shared/followup/contract.ts'
import type { DiscussionOutcome } from '../../../src/shared/followup/discussion.ts'

const TODAY = '2026-05-20'
const SPAN = { from: '', today: TODAY }
const record = (discussedOn: string, outcome: DiscussionOutcome = 'agree') => ({ discussion: { discussedOn, outcome } }) as unknown as RecordedDiscussion
const paper = (discussedOn: string | null, name = '集体讨论记录.pdf') => ({ materialId: 'm', name, discussedOn, page: discussedOn === null ? null : 2 }) as DiscussionMinutes
const daysOf = (offers: readonly { readonly on: string }[]) => offers.map(({ on }) => on)

describe('the day of the decision', () => {
  it('is offered from the record and from the papers, the latest first, each day once with all that tell it', () => {
    const offers = decisionDays({ records: [record('2026-05-06'), record('2026-05-11', 'change')], minutes: [paper('2026-05-11'), paper('2026-05-08', '会议记录.docx')] }, SPAN)
    expect(offers).toEqual([
      { on: '2026-05-11', sources: [{ is: 'record' }, { is: 'paper', name: '集体讨论记录.pdf', page: 2 }] },
      { on: '2026-05-08', sources: [{ is: 'paper', name: '会议记录.docx', page: 2 }] },
      { on: '2026-05-06', sources: [{ is: 'record' }] },
    ])
  })

  it('is not one on which no penalty or more investigation came out, nor one to come, nor one that the paper does not tell', () => {
    const records = [record('2026-05-06', 'noPenalty'), record('2026-05-07', 'investigate')]
    expect(decisionDays({ records, minutes: [paper(null), paper('2026-05-21')] }, SPAN)).toEqual([])
    // the minutes of that discussion tell of nothing else
    expect(decisionDays({ records, minutes: [paper('2026-05-07')] }, SPAN)).toEqual([])
  })

  it('is not one before the day that the form takes', () => {
    expect(daysOf(decisionDays({ records: [record('2026-05-06')], minutes: [paper('2026-05-11')] }, { from: '2026-05-07', today: TODAY }))).toEqual(['2026-05-11'])
  })
})

it('the day of a discussion is offered from minutes that are not on record yet', () => {
  expect(daysOf(discussionDays({ records: [record('2026-05-06', 'noPenalty')], minutes: [paper('2026-05-06'), paper('2026-05-08')] }, TODAY))).toEqual(['2026-05-08'])
})
