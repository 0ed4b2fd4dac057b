/** What a file must hold before it is archived; and what of it may lack. */
import { describe, expect, it } from 'vitest'
import { EXCUSABLE_ITEMS, excuseSchema, fileContents, lackingItems, type FileFacts } from '../../../src/shared/followup/case-file-contents.ts'
import { FILE_ITEM_LABELS, FILE_ITEMS } from '../../../src/shared/followup/file-items.ts'

const WHOLE: FileFacts = {
  rounds: [{ round: 1, hasOpinion: true }],
  feedbackOfLast: true,
  coordinations: [{ round: 1, hasRecord: true, settled: true }],
  outcome: 'decided',
  discussed: true,
  hasDecisionPaper: true,
  hasServiceReceipt: true,
  missingPapers: [],
  transferSettled: true,
  suspended: false,
}
const lacking = (change: Partial<FileFacts>) => lackingItems(fileContents({ ...WHOLE, ...change }), []).map(({ id }) => id)

describe('the file of a review', () => {
  it('is whole when everything is there', () => {
    expect(lacking({})).toEqual([])
    expect(fileContents(WHOLE).map(({ id }) => id)).toEqual([...FILE_ITEMS])
  })

  it.each([
    [{ rounds: [{ round: 1, hasOpinion: true }, { round: 2, hasOpinion: false }] }, 'opinions'],
    [{ rounds: [] }, 'opinions'],
    [{ feedbackOfLast: false }, 'feedback'],
    [{ coordinations: [{ round: 2, hasRecord: true, settled: false }] }, 'settlements'],
    [{ coordinations: [{ round: 2, hasRecord: false, settled: true }] }, 'settlements'],
    [{ discussed: false }, 'discussion'],
    [{ outcome: null }, 'outcome'],
    [{ hasDecisionPaper: false }, 'decisionPaper'],
    [{ hasServiceReceipt: false }, 'serviceReceipt'],
    [{ missingPapers: ['立案审批表'] }, 'submission'],
    [{ transferSettled: false }, 'transfer'],
    [{ suspended: true }, 'suspension'],
  ] as const)('lacks with %j', (change, item) => {
    expect(lacking(change as Partial<FileFacts>)).toEqual([item])
  })

  it('of a dropped case needs no paper of a decision, and one without a dispute no settlement', () => {
    const items = fileContents({ ...WHOLE, outcome: 'dropped', hasDecisionPaper: false, hasServiceReceipt: false, coordinations: [] }).map(({ id }) => id)
    expect(items).toEqual(['opinions', 'feedback', 'outcome', 'submission', 'transfer', 'suspension'])
  })

  it('may lack papers of the handling body with a reason, and nothing that the record itself must hold', () => {
    const nothing = fileContents({ ...WHOLE, rounds: [], feedbackOfLast: false, outcome: null, missingPapers: ['立案审批表'], transferSettled: false, suspended: true })
    const excuses = EXCUSABLE_ITEMS.map((item) => ({ item, reason: '原件另卷保存。' }))
    expect(lackingItems(nothing, excuses).map(({ id }) => id)).toEqual(['opinions', 'feedback', 'outcome', 'transfer', 'suspension'])
    expect(excuseSchema.safeParse({ item: 'opinions', reason: '没有出具意见书' }).success).toBe(false)
    expect(excuseSchema.safeParse({ item: 'submission', reason: ' ' }).success).toBe(false)
    expect(Object.keys(FILE_ITEM_LABELS)).toEqual([...FILE_ITEMS])
  })
})
