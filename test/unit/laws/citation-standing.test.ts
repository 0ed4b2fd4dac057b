import { expect, test } from 'vitest'
import { countStandings, standingOf } from '../../../src/renderer/laws/citation-standing.ts'
import type { CaseFields } from '../../../src/shared/cases/case.ts'
import type { CitationTrouble } from '../../../src/shared/laws/citation-troubles.ts'
import type { ResolvedCitation } from '../../../src/shared/laws/contract.ts'

type Citation = CaseFields['citations'][number]

const cited = (paragraph: string): Citation => ({ law: '行政处罚法', article: '72', paragraph, item: '', role: 'procedure' })
const trouble = (weight: CitationTrouble['weight']) => ({ weight }) as CitationTrouble
const result = (text: string | null, ...troubles: readonly CitationTrouble[]): ResolvedCitation => ({
  law: text,
  version: text,
  article: null,
  title: null,
  troubles,
})

test('a citation with a paragraph that no text was there to hold against counts among those not checked', () => {
  const standings = [
    standingOf(cited('1'), result(null)),
    standingOf(cited(''), result(null)),
    standingOf(cited('1'), result('law')),
    standingOf(cited('1'), result(null, trouble('unsure'), trouble('weigh'))),
    standingOf(cited('1'), result('law', trouble('weigh'), trouble('wrong'))),
  ]
  expect(standings.map(({ weight, unread }) => [weight, unread])).toEqual([
    ['unsure', true],
    [null, false],
    [null, false],
    ['weigh', false],
    ['wrong', false],
  ])
  expect(countStandings(standings)).toEqual({ wrong: 1, weigh: 1, unsure: 1 })
})
