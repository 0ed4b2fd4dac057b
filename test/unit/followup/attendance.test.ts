/** Who was at a meeting of the heads: what both dialogs that ask for it hand in, and what they refuse. */
import { describe, expect, it } from 'vitest'
import { attendanceOf, attendanceTrouble, type AttendanceDraft } from '../../../src/renderer/followup/attendance.ts'
import { settlementSchema, type SettlementOutcome } from '../../../src/shared/followup/disagreement.ts'

const WHOLE: AttendanceDraft<SettlementOutcome> = {
  chair: '郑局长 ',
  recorder: '苏木',
  attendees: [
    { name: '郑局长', post: '局长', view: '同意维持。', stance: 'uphold' },
    { name: '方副局长', post: '', view: '建议重新审核。', stance: 'closingRound' },
    { name: '', post: '', view: '', stance: 'closingRound' },
  ],
  absent: [{ name: '江副局长', reason: '出差' }, { name: ' ', reason: '' }],
}

describe('a dispute that the heads settle together', () => {
  it('hands in who was there and who was not, as the core takes it, without rows in which nothing stands', () => {
    const attendance = attendanceOf(WHOLE, null)
    expect(attendance?.attendees.map(({ name }) => name)).toEqual(['郑局长', '方副局长'])
    expect(attendance).toMatchObject({ chair: '郑局长', absent: [{ name: '江副局长', reason: '出差' }] })
    expect(settlementSchema.safeParse({ by: 'collective', outcome: 'uphold', settledOn: '2026-05-06', reason: '依据充分。', ...attendance }).success).toBe(true)
  })

  it.each([
    ['twice', { attendees: [...WHOLE.attendees, ...WHOLE.attendees.slice(0, 1)] }],
    ['both', { absent: [{ name: '方副局长', reason: '出差' }] }],
    ['chair', { chair: '江副局长' }],
    ['unnamed', { attendees: [...WHOLE.attendees, { name: '', post: '', view: '不同意。', stance: 'uphold' as const }] }],
  ] as const)('is not handed in with %s', (trouble, change) => {
    const draft = { ...WHOLE, ...change }
    expect(attendanceTrouble(draft, null)).toBe(trouble)
    expect(attendanceOf(draft, null)).toBeNull()
  })

  it('is not handed in where somebody’s absence is not explained', () => {
    expect(attendanceOf({ ...WHOLE, absent: [{ name: '江副局长', reason: '' }] }, null)).toBeNull()
  })
})
