/** The problems that the bureau answers are those that the issued opinion prints. */
import { describe, expect, it } from 'vitest'
import { numberedLines, problemReplySchema, problemsOf, unanswered, type FoundProblem } from '../../../src/shared/followup/problems.ts'

const found: FoundProblem[] = [
  { number: 1, questionId: '3.4', severity: 'F', finding: '未见听证告知。', advice: '补充听证告知。' },
  { number: 2, questionId: '7.2', severity: 'C', finding: '文书缺少落款。', advice: '补齐落款。' },
]
const composed = [
  { id: 'heading.procedure', text: '经审核，程序存在以下问题：\n1. 未见听证告知。（依据：《行政处罚法》第六十三条）' },
  { id: 'heading.documents', text: '经审核，文书存在以下问题：\n2. 文书缺少落款。' },
  { id: 'problems', text: '针对上述2项问题，提出以下意见：\n1. 补充听证告知。\n2. 补齐落款。' },
]

describe('problems of an issued opinion', () => {
  it('are numbered as printed, with the words that were issued', () => {
    expect(problemsOf(found, composed)).toEqual([
      { number: 1, questionId: '3.4', severity: 'F', finding: '未见听证告知。（依据：《行政处罚法》第六十三条）', advice: '补充听证告知。' },
      { number: 2, questionId: '7.2', severity: 'C', finding: '文书缺少落款。', advice: '补齐落款。' },
    ])
  })

  it('hold what the officer added in the text, and keep what the text no longer numbers', () => {
    const edited = [{ id: 'problems', text: '1. 先行补办听证告知。\n3. 更正当事人名称。' }]
    expect(problemsOf(found, edited)).toEqual([
      { ...found[0], advice: '先行补办听证告知。' },
      found[1],
      { number: 3, questionId: null, severity: null, finding: '更正当事人名称。', advice: '更正当事人名称。' },
    ])
  })

  it('are none where the opinion finds none', () => {
    expect(problemsOf([], [{ id: 'problems', text: '未发现需要指出的问题。2026年5月前审结。' }])).toEqual([])
  })

  it('are read from any way to number a line, each number once', () => {
    expect([...numberedLines('1．甲\n2、乙\n 3. 丙 \n3. 丁\n2026年\n0. 戊')]).toEqual([[1, '甲'], [2, '乙'], [3, '丙']])
  })

  it('are all answered, each once, and nothing else is', () => {
    const replies = (...numbers: number[]) => numbers.map((number) => ({ number }))
    expect(unanswered(found, replies(2, 1))).toEqual([])
    expect(unanswered(found, replies(1))).toEqual([2])
    expect(unanswered(found, replies(1, 1, 2))).toEqual([1])
    expect(unanswered(found, replies(1, 2, 7))).toEqual([7])
  })

  it('need a reason for everything but plain adoption', () => {
    expect(problemReplySchema.safeParse({ number: 1, answer: 'adopted', reason: '' }).success).toBe(true)
    for (const answer of ['partly', 'notAdopted']) {
      expect(problemReplySchema.safeParse({ number: 1, answer, reason: ' ' }).success).toBe(false)
      expect(problemReplySchema.safeParse({ number: 1, answer, reason: '已有其他证据' }).success).toBe(true)
    }
  })
})
