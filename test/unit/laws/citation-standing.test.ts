import { expect, test } from 'vitest'
import { citationWords, countStandings, standingOf } from '../../../src/renderer/laws/citation-standing.ts'
import type { CitationTrouble, CitationTroubleKind } from '../../../src/shared/laws/citation-troubles.ts'

const trouble = (weight: CitationTrouble['weight'], kind: CitationTroubleKind = 'no-such-article') => ({ weight, kind }) as CitationTrouble
const standing = (troubles: readonly CitationTrouble[], more: { unread?: boolean; known?: boolean } = {}) => standingOf({ troubles, unread: false, known: true, ...more })

test('the gravest of what is known against a citation is what its line says', () => {
  const standings = [
    standing([], { unread: true }),
    standing([]),
    standing([trouble('unsure'), trouble('weigh')], { unread: true }),
    standing([trouble('weigh'), trouble('wrong')]),
    standing([trouble('unsure', 'unknown-law')], { known: false }),
    standing([trouble('weigh', 'title-misprinted')], { known: false }),
    standing([trouble('unsure', 'title-misprinted')], { known: false }),
  ]
  expect(standings).toEqual(['unsure', 'ok', 'weigh', 'wrong', 'unknown', 'misprint', 'unknown'])
  expect(countStandings(standings)).toEqual({ wrong: 1, weigh: 2, unsure: 1, unknown: 2 })
})

test('a place is written as laws are cited, in English with figures', () => {
  const place = { law: '刑法', article: 133, sub: 1, paragraph: 1, item: 2 }
  expect(citationWords(place, true)).toBe('《刑法》第一百三十三条之一第一款第（二）项')
  expect(citationWords(place, false)).toBe('《刑法》 art. 133-1 para. 1 item 2')
  expect(citationWords({ law: '刑法', article: null, sub: 0, paragraph: null, item: null }, false)).toBe('《刑法》')
})
