import { describe, expect, it } from 'vitest'
import { RULES } from '../../../src/shared/prereview/rules.ts'
import { CATALOGUE } from '../../support/case-files.ts'

describe('every rule of the pre-review', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s belongs to a question of the review and rests on registered law', (_, rule) => {
    const question = CATALOGUE.questions.find(({ id }) => id === rule.questionId)
    expect(question).toBeDefined()
    expect(rule.id).toMatch(/^[1-8]\.[0-9]+-[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(rule.id.startsWith(`${rule.questionId}-`)).toBe(true)
    expect(rule.basis.length === 0).toBe(rule.noBasisBecause !== undefined)
    for (const citation of rule.basis) {
      const law = CATALOGUE.laws.find(({ title }) => title['zh-CN'] === citation.law)
      expect(law, citation.law).toBeDefined()
      if (citation.article !== undefined) expect(citation.article).toBeLessThanOrEqual(law?.highestArticle ?? 0)
      if (citation.article === undefined && citation.item !== undefined) expect(citation.item).toBeLessThanOrEqual(law?.highestItem ?? 0)
    }
  })
})
