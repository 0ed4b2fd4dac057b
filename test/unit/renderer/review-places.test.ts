/** Small rules of the review: what an article is for, what a case says for phrases, where a person was. */
import { describe, expect, it } from 'vitest'
import { otherQuestionsOn } from '../../../src/renderer/checklist/other-questions.ts'
import { caseValues } from '../../../src/renderer/phrases/case-values.ts'
import { onPlaceChange, placeIn, rememberPlace, restorePlace } from '../../../src/renderer/workspace/last-place.ts'
import { shipped } from '../catalogue/shipped.ts'
import { caseFields } from '../../support/test-case.ts'

describe('what else rests on an article', () => {
  it('is every other question that rests on the same article, whatever its paragraph', async () => {
    const { questions } = await shipped
    const own = questions.find(({ basis }) => basis.some(({ law, article }) => law === '行政处罚法' && article === 59))
    const citation = own?.basis.find(({ article }) => article === 59)
    if (own === undefined || citation === undefined) throw new Error('no question rests on article 59')
    const rows = otherQuestionsOn(questions, own, citation)
    expect(rows).not.toContain(own)
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows).size).toBe(rows.length)
    for (const row of rows) expect(row.basis.some(({ law, article }) => law === '行政处罚法' && article === 59)).toBe(true)
  })

  it('of a document without articles is told by its point', async () => {
    const { questions } = await shipped
    for (const own of questions) {
      for (const citation of own.basis.filter(({ article }) => article === undefined)) {
        for (const row of otherQuestionsOn(questions, own, citation)) {
          expect(row.basis.some(({ law, item, article }) => law === citation.law && article === undefined && item === citation.item)).toBe(true)
        }
      }
    }
  })
})

describe('what a case says for phrases', () => {
  it('is in Chinese, as the documents are', () => {
    const values = caseValues(caseFields(), '2026-04-20')
    expect(values).toMatchObject({ party: '清川县碧波印染有限公司', fine: '200,000元', actDays: '2026年3月1日至2026年3月9日', today: '2026年4月20日' })
  })

  it('is nothing where nothing is registered, and one day where the act took one', () => {
    expect(caseValues(caseFields({ effects: [] }), '2026-04-20').fine).toBe('')
    expect(caseValues(caseFields({ actFrom: '2026-03-01', actTo: '2026-03-01' }), '2026-04-20').actDays).toBe('2026年3月1日')
  })
})

describe('the last place in a case', () => {
  it('is added up, told once, and newer than what an earlier start kept', () => {
    const heard: unknown[] = []
    const stop = onPlaceChange((caseId, place) => void heard.push([caseId, place]))
    rememberPlace('a', { tab: 'review' })
    rememberPlace('a', { question: '3.8' })
    rememberPlace('a', { question: '3.8' })
    restorePlace('a', { tab: 'overview' })
    restorePlace('b', { tab: 'opinion' })
    stop()
    rememberPlace('a', { question: '3.9' })
    expect(placeIn('a')).toEqual({ tab: 'review', question: '3.9' })
    expect(placeIn('b')).toEqual({ tab: 'opinion' })
    expect(placeIn('c')).toEqual({})
    expect(heard).toEqual([['a', { tab: 'review' }], ['a', { tab: 'review', question: '3.8' }]])
  })
})
