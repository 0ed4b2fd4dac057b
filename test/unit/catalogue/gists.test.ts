/** The gists (条文要旨): which bases have one, how long they are, and under which names of a law they are found. */
import { describe, expect, it } from 'vitest'
import { checkCatalogue } from '../../../src/shared/catalogue/check.ts'
import { formatCitation, type Citation } from '../../../src/shared/catalogue/citation.ts'
import { GIST_LENGTH, gistSchema } from '../../../src/shared/catalogue/gists.ts'
import { gistLookup } from '../../../src/shared/laws/gist-lookup.ts'
import { lawRegister } from '../../../src/shared/laws/register-lookup.ts'
import { RULES } from '../../../src/shared/prereview/rules.ts'
import { shipped } from './shipped.ts'

const lookup = gistLookup(lawRegister(shipped.laws), shipped.gists)
const placeOf = (citation: Citation): string => formatCitation(citation, 'zh-CN')

/** Of these places, those that have no gist of their own; one of the article around them does not count. */
function without(citations: readonly Citation[]): string[] {
  return citations.filter((citation) => {
    const gist = lookup.find(citation)
    return gist === null || placeOf(gist.basis[0]) !== placeOf(citation)
  }).map(placeOf)
}

describe('a gist of its own stands beside every basis', () => {
  it('of a question', () => {
    const cited = shipped.questions.flatMap(({ basis }) => basis)
    expect(cited.length).toBeGreaterThan(200)
    expect(without(cited)).toEqual([])
  })

  it('of a trigger of a major decision', () => {
    expect(without(shipped.majorTriggers.flatMap(({ basis }) => basis))).toEqual([])
  })

  it('of a statutory period and of what is left out of it', () => {
    const cited = shipped.periods.flatMap(({ basis, exclusions }) => [...basis, ...exclusions.flatMap((one) => one.basis)])
    expect(without(cited)).toEqual([])
  })

  it('of a rule of the pre-review', () => {
    expect(without(RULES.flatMap(({ basis }) => basis))).toEqual([])
  })
})

describe('a shipped gist', () => {
  it('is one whole sentence in Chinese and in English', () => {
    for (const { id, text } of shipped.gists) {
      expect(text['zh-CN'], id).toMatch(/\p{Script=Han}.*。$/u)
      expect(text.en, id).toMatch(/\.$/)
      expect(text.en, id).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('is cited by something: none is left over when a basis goes', () => {
    const rows = [...shipped.questions, ...shipped.majorTriggers, ...shipped.periods, ...RULES]
    const excluded = shipped.periods.flatMap(({ exclusions }) => exclusions.flatMap(({ basis }) => basis))
    const cited = new Set([...rows.flatMap(({ basis }) => basis), ...excluded].map(placeOf))
    expect(shipped.gists.filter(({ basis }) => !cited.has(placeOf(basis[0]))).map(({ id }) => id)).toEqual([])
  })

  it('was held against a version that is in force', () => {
    for (const { id, basis: [{ law }], versionDate } of shipped.gists) {
      const row = shipped.laws.find(({ title }) => title['zh-CN'] === law)
      expect(row?.repealedOn, id).toBeNull()
      // a version is adopted before it holds, and no later one has taken its place
      if (versionDate !== null) expect(versionDate <= (row?.inForceFrom ?? ''), id).toBe(true)
    }
  })
})

describe('the shape of a gist', () => {
  const [good] = shipped.gists
  if (good === undefined) throw new Error('no gist')
  const fails = (change: object): string[] =>
    (gistSchema.safeParse({ ...good, ...change }).error?.issues ?? []).map(({ path }) => path.join('.'))

  it('is accepted as it ships', () => {
    expect(fails({})).toEqual([])
  })

  it('has no room for an article', () => {
    const { 'zh-CN': chinese, en: english } = GIST_LENGTH
    expect([chinese, english]).toEqual([60, 160])
    expect(fails({ text: { 'zh-CN': '要'.repeat(chinese), en: 'a'.repeat(english) } })).toEqual([])
    expect(fails({ text: { 'zh-CN': '要'.repeat(chinese + 1), en: 'a' } })).toEqual(['text.zh-CN'])
    expect(fails({ text: { 'zh-CN': '要', en: 'a'.repeat(english + 1) } })).toEqual(['text.en'])
    expect(fails({ text: { 'zh-CN': '要' } })).toEqual(['text.en'])
  })

  it('says when and against which version it was held, exactly where it was', () => {
    expect(fails({ verified: true, verifiedOn: null, versionDate: null })).toEqual(['verifiedOn', 'versionDate'])
    expect(fails({ verified: false, verifiedOn: '2026-11-22', versionDate: '2021-01-22' })).toEqual(['verifiedOn', 'versionDate'])
    expect(fails({ verified: false, verifiedOn: null, versionDate: null })).toEqual([])
  })

  it('is of one place', () => {
    expect(fails({ basis: [...good.basis, ...good.basis] })).toEqual(['basis'])
    expect(fails({ basis: [] })).toContain('basis')
  })

  it('is refused a second time for the same place', () => {
    const twice = { ...shipped, gists: [...shipped.gists, { ...good, id: 'gist.again' }] }
    expect(() => checkCatalogue(twice, () => 'gists.json')).toThrow(expect.objectContaining({ data: expect.objectContaining({ row: 'gist.again', field: 'basis.0' }) }))
  })
})

describe('a gist is found', () => {
  const idOf = (citation: Citation): string | undefined => lookup.find(citation)?.id

  it('under every name of its law', () => {
    for (const law of ['行政处罚法', '中华人民共和国行政处罚法', '《行政处罚法》', '中华人民共和国行政处罚法（2021年修订）']) {
      expect(idOf({ law, article: 58, paragraph: 2 }), law).toBe('gist.apl.58.2')
    }
    expect(idOf({ law: '国办发〔2018〕118号', item: 13 })).toBe('gist.gbf-2018-118.13')
  })

  it('of the paragraph or article around a place that has none', () => {
    expect(idOf({ law: '行政处罚法', article: 58, paragraph: 1, item: 9 })).toBe('gist.apl.58.1')
    expect(idOf({ law: '行政处罚法', article: 60, paragraph: 1 })).toBe('gist.apl.60')
  })

  it('for no other article, no law as a whole and no unknown law', () => {
    expect(idOf({ law: '行政处罚法', article: 86 })).toBeUndefined()
    expect(idOf({ law: '行政处罚法' })).toBeUndefined()
    expect(idOf({ law: '公民身份号码', article: 1 })).toBeUndefined()
    expect(idOf({ law: '灯塔法', article: 1 })).toBeUndefined()
  })
})
