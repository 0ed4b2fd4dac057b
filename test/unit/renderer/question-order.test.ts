import { describe, expect, it } from 'vitest'
import { firstQuestion, headingProgress, nextUnanswered, stepHeading, stepQuestion } from '../../../src/renderer/checklist/question-order.ts'

const headings = [
  { headingId: 'subject', questionIds: ['1.1', '1.2'] },
  { headingId: 'personnel', questionIds: [] },
  { headingId: 'procedure', questionIds: ['3.1', '3.10'] },
]
const answers = new Map([['1.1', 'yes'], ['1.2', 'no'], ['3.1', null]] as const)

describe('walking through the checklist', () => {
  it('counts answers and problems of a heading', () => {
    expect(headingProgress(headings[0]!, answers)).toEqual({ answered: 2, total: 2, problems: 1 })
    expect(headingProgress(headings[2]!, answers)).toEqual({ answered: 0, total: 2, problems: 0 })
  })

  it('goes on over the end of a heading and stays at the last question', () => {
    expect(stepQuestion(headings, '1.2', 1)).toBe('3.1')
    expect(stepQuestion(headings, '3.10', 1)).toBe('3.10')
    expect(stepQuestion(headings, '1.1', -1)).toBe('1.1')
    expect(stepQuestion(headings, null, 1)).toBe('1.1')
  })

  it('finds the next unanswered question, from the top again at the end', () => {
    expect(nextUnanswered(headings, '1.1', answers)).toBe('3.1')
    expect(nextUnanswered(headings, '3.1', answers)).toBe('3.10')
    expect(nextUnanswered(headings, '3.10', answers)).toBe('3.1')
    expect(nextUnanswered(headings, '1.1', new Map(headings.flatMap((one) => one.questionIds.map((id) => [id, 'yes'] as const))))).toBeNull()
  })

  it('steps over a heading without questions', () => {
    expect(stepHeading(headings, '1.2', 1)).toBe('3.1')
    expect(stepHeading(headings, '3.10', -1)).toBe('1.1')
  })

  it('begins where the officer has to go on', () => {
    expect(firstQuestion(headings, answers)).toBe('3.1')
    expect(firstQuestion([], new Map())).toBeNull()
  })
})
