import { describe, expect, it } from 'vitest'
import { ruleSteps, runRules, type RuleFailure } from '../../../src/shared/prereview/engine.ts'
import { buildCaseFile } from '../../../src/shared/prereview/build-case-file.ts'
import { findAll, findFirst, says } from '../../../src/shared/prereview/wording.ts'
import { placeAt, titlePlace, wordsAt } from '../../../src/shared/prereview/places.ts'
import type { PrereviewRule } from '../../../src/shared/prereview/rule.ts'
import { caseFileOf } from '../../support/case-files.ts'

const both = (text: string) => ({ 'zh-CN': text, en: text })

/** Finds every mention of a word. */
function mentionRule(word: string, change: Partial<PrereviewRule> = {}): PrereviewRule {
  return {
    id: `4.1-${word}`,
    questionId: '4.1',
    name: both(word),
    basis: [],
    noBasisBecause: both('test'),
    severity: 'C',
    check: (file) =>
      file.documents.flatMap((document) =>
        findAll(document, new RegExp(word, 'u')).map((place) => ({ message: both(word), suggestion: both(word), places: [place] })),
      ),
    ...change,
  }
}

describe('running the rules', () => {
  const file = caseFileOf([
    { name: 'a.txt', kind: 'decision', text: '行政处罚决定书\n罚款' },
    { name: 'b.txt', kind: 'prior-notice', text: '告知书\n罚款' },
  ])

  it('shows each suspicion at its words', () => {
    const [first, second] = runRules(file, [mentionRule('罚款')])
    expect(first?.evidence).toEqual([{ fileId: 'a.txt', fileName: 'a.txt', passage: { page: 1, start: 8, end: 10 }, quote: '罚款' }])
    expect(second?.evidence[0]?.fileId).toBe('b.txt')
    expect(first?.key).not.toBe(second?.key)
  })

  it('keeps the key of a finding when its words move, and gives another rule another key', () => {
    const moved = caseFileOf([{ name: 'a.txt', kind: 'decision', text: '一页封面\f行政处罚决定书\n\n罚款' }])
    expect(runRules(moved, [mentionRule('罚款')])[0]?.key).toBe(runRules(file, [mentionRule('罚款')])[0]?.key)
    expect(runRules(file, [mentionRule('罚款', { id: '4.1-other' })])[0]?.key).not.toBe(runRules(file, [mentionRule('罚款')])[0]?.key)
  })

  it('tells two suspicions at one place apart by what they are about', () => {
    const place = titlePlace(file.documents[0]!)
    const twice = (about: string) => ({ message: both(about), suggestion: both(about), places: [place], about })
    const rule = mentionRule('x', { check: () => [twice('田禾'), twice('白露'), twice('田禾')] })
    expect(runRules(file, [rule]).map(({ message }) => message.en)).toEqual(['田禾', '白露'])
  })

  it('puts findings in the order of headings, then severity, then questions', () => {
    const rules = [
      mentionRule('罚款', { id: '7.1-x', questionId: '7.1' }),
      mentionRule('罚款', { id: '3.11-x', questionId: '3.11', severity: 'C' }),
      mentionRule('罚款', { id: '3.2-x', questionId: '3.2', severity: 'C' }),
      mentionRule('罚款', { id: '3.15-x', questionId: '3.15', severity: 'F' }),
    ]
    const one = caseFileOf([{ name: 'a.txt', kind: 'decision', text: '罚款' }])
    expect(runRules(one, rules).map(({ ruleId }) => ruleId)).toEqual(['3.15-x', '3.2-x', '3.11-x', '7.1-x'])
  })

  it('goes on where a rule breaks, and says which one and why', () => {
    const failures: RuleFailure[] = []
    const broken = mentionRule('坏', {
      check: () => {
        throw new Error('no such place')
      },
    })
    const found = runRules(file, [broken, mentionRule('罚款')], (failure) => failures.push(failure))
    expect(found).toHaveLength(2)
    expect(failures).toEqual([{ ruleId: '4.1-坏', reason: 'no such place' }])
  })

  it('finds the same step by step, with a pause after each paper and before each rule', () => {
    const rules = [mentionRule('罚款'), mentionRule('告知书')]
    const steps = ruleSteps(file, rules)
    let pauses = 0
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) pauses += 1
    expect(pauses).toBe(file.documents.length + rules.length)
    expect(step.value).toEqual(runRules(file, rules))
  })

  it('keeps apart two papers with one text', () => {
    const { file: kept, ...part } = caseFileOf([{ name: 'a.txt', kind: 'decision', text: '罚款' }]).documents[0]!
    const partOf = () => ({ ...part, spans: [...part.spans], decidedBy: 'rules' as const })
    const parts = { '1': [partOf()], '2': [partOf()] }
    const twice = () =>
      buildCaseFile({
        ...file,
        files: (['1', '2'] as const).map((fileId) => ({ fileId, name: 'a.txt', text: kept.text, parts: parts[fileId] })),
      })
    const [first, second] = [twice(), twice()]
    expect(runRules(first, [mentionRule('罚款')]).map(({ evidence }) => evidence[0]?.fileId)).toEqual(['1', '2'])
    // what was found out about a paper holds on the next run: it is the same paper
    expect(second.documents.map((document, place) => document === first.documents[place])).toEqual([true, true])
  })

  it('makes nothing of doubtful characters alone, and marks what rests on them in part', () => {
    const scan = { name: 'scan.pdf', kind: 'other', text: '罚款', confidence: 0.4 }
    const clear = { name: 'clear.pdf', kind: 'other', text: '罚款', confidence: 0.9 }
    const together = mentionRule('罚款', {
      check: ({ documents }) => [
        { message: both('m'), suggestion: both('s'), places: documents.map((document) => placeAt(document, 0, 2)) },
      ],
    })
    expect(runRules(caseFileOf([scan]), [together])).toEqual([])
    expect(runRules(caseFileOf([scan, clear]), [together])[0]).toMatchObject({ uncertain: true, answer: 'no' })
    expect(runRules(caseFileOf([clear]), [together])[0]?.uncertain).toBe(false)
    expect(caseFileOf([scan]).documents[0]?.sure).toBe(false)
  })

  it('cuts long quotes short', () => {
    const long = caseFileOf([{ name: 'a.txt', kind: 'other', text: '长'.repeat(500) }])
    expect(runRules(long, [mentionRule('长{400}')])[0]?.evidence[0]?.quote).toHaveLength(120)
  })
})

describe('looking for wording', () => {
  const file = caseFileOf([{ name: 'a.pdf', kind: 'other', text: '送 达 时\n间：2026 年\f不举\n行听证' }])
  const [document] = file.documents

  it('finds words through line breaks and spaces, and points at them in the file', () => {
    expect(says(document!, /送达时间/u)).toBe(true)
    const found = findFirst(document!, /不举行/u)
    expect(found?.passage).toEqual({ page: 2, start: 0, end: 4 })
    expect(wordsAt(found!)).toBe('不举\n行')
  })

  it('cuts a passage at the end of its page', () => {
    expect(findFirst(document!, /年不举行/u)?.passage).toEqual({ page: 1, start: 13, end: 14 })
  })
})

describe('a case file', () => {
  it('gives the documents of a kind in the order of their days', () => {
    const dated = (name: string, day: string) => ({
      name,
      kind: 'inquiry-record',
      text: name,
      facts: {
        dates: [{ day: day as never, time: null, until: null, meaning: 'questioned' as const, passage: { page: 1, start: 0, end: 1 } }],
      },
    })
    const file = caseFileOf([dated('late', '2026-03-02'), { name: 'undated', kind: 'inquiry-record', text: '' }, dated('early', '2026-03-01')])
    expect(file.of('inquiry-record').map(({ file: { name } }) => name)).toEqual(['early', 'late', 'undated'])
    expect(file.of('decision')).toEqual([])
  })
})
