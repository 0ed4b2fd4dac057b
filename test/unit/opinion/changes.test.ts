/** What the head is shown as changed since they last read the opinion. */
import { describe, expect, it } from 'vitest'
import { changesSince, isUnchanged, type ReadVersion } from '../../../src/shared/opinion/changes.ts'
import type { IsoInstant } from '../../../src/shared/values/values.ts'

const READ: ReadVersion = {
  at: '2026-04-07T02:00:00.000Z' as IsoInstant,
  by: '韩正',
  type: 'T-COND',
  overrideReason: null,
  sections: [
    { id: 'facts', title: '事实', text: '甲' },
    { id: 'law', title: '依据', text: '乙' },
  ],
  answers: [{ questionId: '1.1', answer: 'yes', finding: '', suggestion: '' }],
}

describe('what changed since the head read it', () => {
  it('is nothing where nothing changed', () => {
    expect(isUnchanged(changesSince(READ, READ, 1))).toBe(true)
  })

  it('names type, reason, sections and answers with both sides', () => {
    const now = {
      ...READ,
      type: 'T-OK',
      overrideReason: '当事人已经补正，不影响认定。',
      sections: [{ id: 'facts', title: '事实', text: '甲甲' }, { id: 'law', title: '依据', text: '乙' }, { id: 'new', title: '新', text: '丙' }],
      answers: [{ questionId: '1.1', answer: 'no' as const, finding: '缺', suggestion: '' }, { questionId: '1.2', answer: 'yes' as const, finding: '', suggestion: '' }],
    }
    expect(changesSince(READ, now, 1)).toEqual({
      since: READ.at,
      by: '韩正',
      round: 1,
      type: { before: 'T-COND', after: 'T-OK' },
      overrideReason: { before: null, after: '当事人已经补正，不影响认定。' },
      sections: [
        { id: 'facts', title: '事实', before: '甲', after: '甲甲' },
        { id: 'new', title: '新', before: null, after: '丙' },
      ],
      answers: [
        { questionId: '1.1', before: { answer: 'yes', finding: '', suggestion: '' }, after: { answer: 'no', finding: '缺', suggestion: '' } },
        { questionId: '1.2', before: null, after: { answer: 'yes', finding: '', suggestion: '' } },
      ],
    })
  })

  it('a section that is gone is told, too', () => {
    expect(changesSince(READ, { ...READ, sections: READ.sections.slice(0, 1) }, 1).sections).toEqual([{ id: 'law', title: '依据', before: '乙', after: null }])
  })
})
