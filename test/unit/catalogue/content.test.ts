import { describe, expect, it } from 'vitest'
import { HEADING_IDS, OPINION_TYPE_CODES } from '../../../src/shared/catalogue/vocabulary.ts'
import { SUBJECTS } from '../../../src/shared/catalogue/schema.ts'
import { shipped } from './shipped.ts'

/** How many questions DOMAIN.md §2 has under each heading; 103 together. */
const QUESTIONS_OF_THE_DOMAIN = [11, 10, 21, 15, 14, 10, 11, 11]
const ids = new Set(shipped.questions.map((question) => question.id))

describe('the shipped questions', () => {
  it('are all 103 of the domain, each under its number', () => {
    const wanted = QUESTIONS_OF_THE_DOMAIN.flatMap((count, heading) =>
      Array.from({ length: count }, (_, index) => `${heading + 1}.${index + 1}`),
    )
    expect(wanted).toHaveLength(103)
    expect(wanted.filter((id) => !ids.has(id))).toEqual([])
  })

  it('include those worth a question of their own', () => {
    const wanted = ['3.22', '3.23', '3.24', '3.25', '3.26', '3.27', '3.28', '3.29', '3.30', '3.31', '4.16']
    expect(wanted.filter((id) => !ids.has(id))).toEqual([])
  })

  it('read in both languages: Chinese in Chinese, English without Han characters', () => {
    for (const question of shipped.questions) {
      for (const field of ['text', 'lookIn', 'typicalDefect', 'finding', 'suggestion'] as const) {
        expect(question[field]['zh-CN'], `${question.id} ${field}`).toMatch(/\p{Script=Han}/u)
        expect(question[field].en, `${question.id} ${field}`).not.toMatch(/\p{Script=Han}/u)
      }
      expect(question.text['zh-CN'], question.id).toMatch(/？$/)
      expect(question.text.en, question.id).toMatch(/\?$/)
      expect(question.finding['zh-CN'], question.id).toMatch(/。$/)
      expect(question.suggestion['zh-CN'], question.id).toMatch(/。$/)
    }
  })

  it('ask no question twice', () => {
    const texts = shipped.questions.map((question) => question.text['zh-CN'])
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('ask so that “yes” is lawful where the natural question would make it the bad answer', () => {
    const text = (id: string): string => shipped.questions.find((one) => one.id === id)?.text['zh-CN'] ?? ''
    expect(text('8.1')).toContain('是否未达到')
    expect(text('8.5')).toContain('是否没有以')
    expect(text('1.5')).toContain('没有委托')
    expect(text('3.10')).toContain('是否没有因')
    expect(text('5.6')).toContain('没有被两次')
  })
})

describe('the shipped rows', () => {
  it('each say where they come from', () => {
    for (const subject of SUBJECTS) {
      for (const row of shipped[subject]) {
        expect(row.source.length, `${subject} ${row.id}`).toBeGreaterThan(2)
        if (row.basis.length === 0) expect(row.noBasisBecause, `${subject} ${row.id}`).toBeDefined()
      }
    }
  })

  it('are never marked verified on a law whose text was not read', () => {
    const unread = new Set(shipped.laws.filter((law) => !law.verified).map((law) => law.title['zh-CN']))
    expect(unread.size).toBeGreaterThan(0)
    for (const subject of SUBJECTS) {
      for (const row of shipped[subject]) {
        const rests = row.basis.some((citation) => unread.has(citation.law))
        if (rests) expect(row.verified, `${subject} ${row.id}`).toBe(false)
      }
    }
  })

  it('never call a row verified that has no basis, the registers of laws and of penalty clauses apart', () => {
    for (const subject of SUBJECTS.filter((one) => one !== 'laws' && one !== 'penaltyRanges')) {
      const bare = shipped[subject].filter((row) => row.verified && row.basis.length === 0)
      expect(bare.map((row) => row.id), subject).toEqual([])
    }
  })

  it('answer every heading with pass, problem and unclear sentences', () => {
    const wording = new Set(shipped.wording.map((row) => row.id))
    const wanted = HEADING_IDS.flatMap((id) => ['pass', 'problem', 'unclear'].map((kind) => `heading.${id}.${kind}`))
    expect(wanted.filter((id) => !wording.has(id))).toEqual([])
  })

  it('have the eight opinion types, of which only T-COND and T-OK pass', () => {
    const passing = shipped.opinionTypes.filter((type) => type.passes).map((type) => type.id)
    expect(passing).toEqual(['T-COND', 'T-OK'])
    for (const code of OPINION_TYPE_CODES) {
      expect(shipped.opinionTypes.find((type) => type.id === code)?.needsNewRound).toBe(!passing.includes(code))
    }
  })

  it('know that the Ecological Code repealed ten laws on 2026-08-15', () => {
    const repealed = shipped.laws.filter((law) => law.replacedBy === 'eec')
    expect(repealed.map((law) => law.title['zh-CN']).sort()).toEqual(
      [
        '环境保护法', '环境影响评价法', '海洋环境保护法', '大气污染防治法', '水污染防治法',
        '土壤污染防治法', '固体废物污染环境防治法', '噪声污染防治法', '放射性污染防治法', '清洁生产促进法',
      ].sort(),
    )
    for (const law of repealed) expect([law.repealedOn, law.validTo]).toEqual(['2026-08-15', '2026-08-14'])
  })
})

describe('the holidays', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('of %i leave %i working days', (year, expected) => {
    const row = shipped.holidays.find((one) => one.year === year)
    if (row === undefined) throw new Error(`no ${year}`)
    let count = 0
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      const weekend = [0, 6].includes(new Date(at).getUTCDay())
      const off = row.off.some(({ from, to }) => from <= day && day <= to)
      const worked = row.workingWeekends.some((one) => one === day)
      if (worked || (!weekend && !off)) count += 1
    }
    expect(count).toBe(expected)
  })

  it('of 2027 are not arranged yet: only the 13 statutory days, not verified', () => {
    expect(shipped.holidays.some((row) => row.year === 2027)).toBe(false)
    const row = shipped.statutoryHolidays.find((one) => one.year === 2027)
    expect(row?.days).toHaveLength(13)
    expect(row?.days[0]?.date).toBe('2027-01-01')
    expect(row?.verified).toBe(false)
  })
})
