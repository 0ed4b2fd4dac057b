import { describe, expect, test } from 'vitest'
import { byHeading, filtered, isOpen, openByHeading, stepFinding } from '../../../src/renderer/prereview/finding-order.ts'
import { doubtfulPages, kindTrust, pageSpan, recognisingProgress, waiting } from '../../../src/renderer/materials/reading-words.ts'
import type { DecidedFinding } from '../../../src/shared/prereview/contract.ts'
import { isoInstant } from '../../../src/shared/values/values.ts'

function found(key: string, questionId: string, more: Partial<DecidedFinding> = {}): DecidedFinding {
  const words = { 'zh-CN': key, en: key }
  const finding = { key, ruleId: key, questionId, severity: 'F' as const, message: words, suggestion: words, answer: 'no' as const, evidence: [], uncertain: false }
  return { finding, decision: null, stillFound: true, ...more }
}
const decided = { outcome: 'dismissed' as const, reason: '无误', by: '甲', at: isoInstant(new Date(0)) }
const all = [found('c', '3.8'), found('a', '1.9'), found('b', '1.9', { decision: decided }), found('d', '3.1', { stillFound: false }), found('e', '7.2')]

describe('findings', () => {
  test('that wait for a decision are counted by heading', () => {
    expect(all.filter(isOpen).map(({ finding }) => finding.key)).toEqual(['c', 'a', 'e'])
    expect([...openByHeading(all)]).toEqual([[3, 1], [1, 1], [7, 1]])
    expect(byHeading(all).map(({ heading }) => heading)).toEqual([1, 3, 7])
    expect(filtered(all, { onlyOpen: true, severity: 'A' })).toEqual([])
  })

  test('are walked by heading, past those decided, and round again', () => {
    const walk = (from: string | null, step: 1 | -1) => stepFinding(all, from, step)?.finding.key
    expect([walk(null, 1), walk('a', 1), walk('c', 1), walk('e', 1)]).toEqual(['a', 'c', 'e', 'a'])
    expect([walk(null, -1), walk('a', -1)]).toEqual(['e', 'e'])
    // the one just decided on still tells where to go on
    expect(walk('b', 1)).toBe('c')
    expect(stepFinding([found('x', '1.1', { decision: decided })], null, 1)).toBeNull()
  })
})

describe('what is said of a paper', () => {
  test('a kind is sure, likely or to be checked, and marked where a person had a part in it', () => {
    const trust = (confidence: number, decidedBy: 'rules' | 'learned' | 'person' = 'rules', kind = 'decision') => kindTrust({ kind, confidence, decidedBy })
    expect([trust(0.95), trust(0.7), trust(0.4), trust(0.95, 'rules', 'other'), trust(0.95, 'learned'), trust(1, 'person')]).toEqual([
      'sure', 'likely', 'check', 'check', 'learned', 'person',
    ])
  })

  test('pages of a document, poor scans, and how far recognition is', () => {
    const span = (page: number) => ({ page, start: 0, end: 5 })
    expect(pageSpan({ spans: [span(2), span(3)] }, 4)).toBe('2–3')
    expect(pageSpan({ spans: [span(1)] }, 1)).toBeNull()
    const pages = [
      { number: 1, source: 'ocr' as const, confidence: 0.4 },
      { number: 2, source: 'ocr' as const, confidence: 0.9 },
      { number: 3, source: 'none' as const, confidence: null },
    ]
    expect(doubtfulPages({ pages })).toEqual([1])
    expect(recognisingProgress({ pages }, 1)).toEqual({ at: 3, of: 3 })
    expect(waiting([{ state: 'queued', toRecognise: 0 }, { state: 'recognising', toRecognise: 4 }])).toEqual({ queued: 1, pages: 4 })
  })
})
