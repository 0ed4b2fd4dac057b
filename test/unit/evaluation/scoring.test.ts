/** The score of a file: sums, what does not apply, vetoes and grades, on the standard that ships and on random ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluationStandardSchema, itemsOf, type EvaluationStandard } from '../../../src/shared/catalogue/evaluation-standards.ts'
import { foundDefects, scoreOf, sheetProblems } from '../../../src/shared/evaluation/scoring.ts'
import type { ItemMark, Sheet } from '../../../src/shared/evaluation/sheet.ts'
import { compareVersions, readStandard } from '../../../src/shared/evaluation/standard-file.ts'
import { shipped } from '../catalogue/shipped.ts'

const found = shipped.evaluationStandards[0]
if (found === undefined) throw new Error('no standard ships')
const standard: EvaluationStandard = found

/** Every line marked: no veto, full points, but for what is given. */
function sheetOf(marks: readonly ItemMark[] = [], vetoed: readonly string[] = []): Sheet {
  return {
    vetoes: standard.vetoes.map(({ id }) => (vetoed.includes(id) ? { id, present: true, reason: '案卷反映' } : { id, present: false })),
    items: itemsOf(standard).map(({ id }) => marks.find((mark) => mark.id === id) ?? { id, mark: 'full' }),
    comment: '',
  }
}
const deducted = (id: string, ...points: number[]): ItemMark => ({ id, mark: 'deducted', deductions: points.map((each) => ({ points: each, reason: '缺项' })) })
const notApplicable = (id: string): ItemMark => ({ id, mark: 'notApplicable', reason: '本案没有' })

describe('the standard that ships', () => {
  it('has 100 points, four grades, and says of each line whether law asks for it or practice', () => {
    expect(itemsOf(standard).reduce((sum, { points }) => sum + points, 0)).toBe(100)
    expect(standard.grades.map(({ name, from }) => [name['zh-CN'], from])).toEqual([['优秀', 90], ['良好', 75], ['合格', 60], ['不合格', 0]])
    for (const { id, origin, basis, verified } of [...standard.vetoes, ...itemsOf(standard)]) {
      expect([id, basis.length > 0]).toEqual([id, origin === 'law'])
      // what was read nowhere in a law is never called verified
      if (origin === 'practice') expect([id, verified]).toEqual([id, false])
    }
    expect(standard.verified).toBe(false)
  })

  it('reads in both languages', () => {
    for (const { text } of [...standard.vetoes, ...itemsOf(standard)]) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('a score', () => {
  it('is 100 where nothing is deducted, and falls by what is', () => {
    expect(scoreOf(standard, sheetOf())).toMatchObject({ score: 100, given: 100, applicable: 100, grade: { id: 'excellent' } })
    expect(scoreOf(standard, sheetOf([deducted('6.2', 0.5, 0.5), deducted('5.6', 4)]))).toMatchObject({ score: 95, given: 95 })
  })

  it('takes no more from an item than it has', () => {
    expect(scoreOf(standard, sheetOf([deducted('2.3', 2, 2)]))).toMatchObject({ given: 97 })
  })

  it('leaves out what does not apply and counts the rest for 100', () => {
    // 5.3 (4) and 5.5 (3) do not apply; 3.2 gives 4 of 6: 91 of 93
    expect(scoreOf(standard, sheetOf([notApplicable('5.3'), notApplicable('5.5'), deducted('3.2', 2)]))).toMatchObject({
      applicable: 93,
      given: 91,
      score: 97.84,
    })
  })

  it('is cut off and not rounded up, so that no file reaches a grade by rounding', () => {
    // 89.9 of 100 is not 90; and 83.7 of 93 is 90.0 exactly
    const lost = (points: number): ItemMark[] => [deducted('3.2', 6), deducted('3.3', points)]
    expect(scoreOf(standard, sheetOf(lost(4.1)))).toMatchObject({ score: 89.9, grade: { id: 'good' } })
    expect(scoreOf(standard, sheetOf([notApplicable('5.3'), notApplicable('5.5'), ...lost(3.3)]))).toMatchObject({ score: 90, grade: { id: 'excellent' } })
    expect(scoreOf(standard, sheetOf([notApplicable('5.3'), notApplicable('5.5'), ...lost(3.4)]))).toMatchObject({ score: 89.89, grade: { id: 'good' } })
  })

  it('of a vetoed file keeps its points and has the lowest grade', () => {
    expect(scoreOf(standard, sheetOf([], ['V7']))).toMatchObject({ score: 100, grade: { id: 'fail' }, vetoed: ['V7'] })
  })

  it('does not exist where nothing applies', () => {
    expect(scoreOf(standard, { ...sheetOf(), items: itemsOf(standard).map(({ id }) => notApplicable(id)) })).toBeNull()
  })
})

describe('a score of any sheet', () => {
  const lines = itemsOf(standard)
  const markOf = (id: string, points: number, mayNotApply: boolean): fc.Arbitrary<ItemMark> => {
    const taken = fc.integer({ min: 1, max: Math.round(points * 10) }).map((tenths) => ({ points: tenths / 10, reason: '缺项' }))
    const full = fc.constant<ItemMark>({ id, mark: 'full' })
    const less = fc.array(taken, { minLength: 1, maxLength: 4 }).map((deductions): ItemMark => ({ id, mark: 'deducted', deductions }))
    return mayNotApply ? fc.oneof(full, less, fc.constant(notApplicable(id))) : fc.oneof(full, less)
  }
  const anySheet = fc
    .tuple(fc.tuple(...lines.map(({ id, points, mayNotApply }) => markOf(id, points, mayNotApply))), fc.subarray(standard.vetoes.map(({ id }) => id)))
    .map(([items, vetoed]): Sheet => ({ ...sheetOf([], vetoed), items }))

  it('lies between 0 and 100, follows from exact sums, and its grade from the lines of the standard', () => {
    fc.assert(fc.property(anySheet, (sheet) => {
      expect(sheetProblems(standard, sheet)).toEqual([])
      const score = scoreOf(standard, sheet)
      if (score === null) throw new Error('items that must apply are there')
      let [given, applicable] = [0n, 0n]
      for (const { id, points } of lines) {
        const mark = sheet.items.find((one) => one.id === id)
        if (mark?.mark === 'notApplicable') continue
        applicable += BigInt(Math.round(points * 10))
        const taken = mark?.mark === 'deducted' ? mark.deductions.reduce((sum, one) => sum + BigInt(Math.round(one.points * 10)), 0n) : 0n
        const rest = BigInt(Math.round(points * 10)) - taken
        given += rest > 0n ? rest : 0n
      }
      expect(BigInt(Math.round(score.score * 100))).toBe((given * 10_000n) / applicable)
      const byLine = standard.grades.find(({ from }) => given * 1000n >= BigInt(Math.round(from * 10)) * applicable)
      expect(score.grade.id).toBe(score.vetoed.length > 0 ? 'fail' : byLine?.id)
    }))
  })

  it('never rises when something more is deducted', () => {
    fc.assert(fc.property(anySheet, fc.constantFrom(...lines), fc.integer({ min: 1, max: 10 }), (sheet, line, tenths) => {
      const points = Math.min(tenths / 10, line.points)
      const items = sheet.items.map((mark): ItemMark => {
        if (mark.id !== line.id || mark.mark === 'notApplicable') return mark
        const before = mark.mark === 'deducted' ? mark.deductions : []
        return { id: mark.id, mark: 'deducted', deductions: [...before, { points, reason: '再扣' }] }
      })
      const [before, after] = [scoreOf(standard, sheet)?.score ?? 0, scoreOf(standard, { ...sheet, items })?.score ?? 0]
      expect(after).toBeLessThanOrEqual(before)
    }))
  })
})

describe('a sheet', () => {
  it('names each line that is missing, double, unknown, not to be left out, or loses more than it has', () => {
    const whole = sheetOf()
    const items = whole.items.filter(({ id }) => id !== '1.1')
    expect(sheetProblems(standard, { ...whole, items })).toEqual([{ id: '1.1', problem: 'notMarked' }])
    expect(sheetProblems(standard, { ...whole, vetoes: [] }).map(({ problem }) => problem)).toEqual(standard.vetoes.map(() => 'notMarked'))
    expect(sheetProblems(standard, { ...whole, items: [...whole.items, { id: '1.1', mark: 'full' }] })).toEqual([{ id: '1.1', problem: 'twice' }])
    expect(sheetProblems(standard, { ...whole, items: [...whole.items, { id: '9.9', mark: 'full' }] })).toEqual([{ id: '9.9', problem: 'unknown' }])
    expect(sheetProblems(standard, sheetOf([notApplicable('3.2')]))).toEqual([{ id: '3.2', problem: 'mustApply' }])
    expect(sheetProblems(standard, sheetOf([deducted('1.1', 2.5)]))).toEqual([{ id: '1.1', problem: 'tooMuch' }])
  })

  it('counts as found later only what the review sees: no service, no archiving', () => {
    const sheet = sheetOf([deducted('7.1', 2), deducted('8.2', 0.5), deducted('5.3', 1), deducted('4.2', 3)], ['V8'])
    expect(foundDefects(standard, sheet)).toEqual([
      { lineId: 'V8', heading: 1, severity: 'F', description: '案卷评查：处罚对象认定错误。案卷反映' },
      { lineId: '4.2', heading: 5, severity: 'C', description: '案卷评查：裁量适用基准，说明从轻、减轻、从重的理由。缺项' },
      { lineId: '5.3', heading: 3, severity: 'C', description: '案卷评查：符合听证条件的告知听证权利，听证程序和笔录完备。缺项' },
    ])
  })
})

describe('a standard of the station’s own', () => {
  const json = (change: object): string => JSON.stringify({ ...standard, id: 'own', ...change })
  const fields = (text: string): string[] => readStandard(text).problems.map(({ field }) => field)

  it('is read in the shape of the shipped one', () => {
    expect(readStandard(`\uFEFF${json({})}`).standard?.id).toBe('own')
  })

  it('that is no JSON, too long, lacks a field, or whose grades do not fall to 0 is refused with the place', () => {
    expect(readStandard('{').problems).toHaveLength(1)
    expect(readStandard(' '.repeat(500_001)).problems).toHaveLength(1)
    expect(fields(json({ grades: [{ id: 'a', name: { 'zh-CN': '甲', en: 'A' }, from: 60 }, { id: 'b', name: { 'zh-CN': '乙', en: 'B' }, from: 70 }] }))).toEqual(['grades'])
    expect(fields(json({ vetoes: [{ ...standard.vetoes[0], source: '' }] }))).toEqual(['vetoes.0.source'])
    const [group] = standard.groups
    expect(fields(json({ groups: [{ ...group, items: [{ ...group?.items[0], points: 0.15 }] }] }))).toContain('groups.0.items.0.points')
    expect(fields(json({ groups: [group, group] }))).toEqual(['groups'])
    // what calls itself law names its law
    expect(fields(json({ vetoes: [{ ...standard.vetoes[0], basis: [] }] }))).toEqual(['vetoes.0.basis'])
    for (const problem of readStandard(json({ grades: [] })).problems) expect(problem.problem).toMatch(/\p{Script=Han}/u)
  })

  it('is later by its numbers, not by its letters', () => {
    expect(compareVersions('1.10.0', '1.9.0')).toBeGreaterThan(0)
    expect(compareVersions('1.0.0', '1.0.0')).toBe(0)
    expect(compareVersions('0.9.9', '1.0.0')).toBeLessThan(0)
  })

  it('schema and shipped row agree', () => {
    expect(evaluationStandardSchema.safeParse(standard).error).toBeUndefined()
  })
})
