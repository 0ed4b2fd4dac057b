/** What is said of a citation, against invented laws. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCitation, judgeCitation, type CheckedCitation } from '../../../src/shared/laws/check-citation.ts'
import type { ArticleShape, LawEntry, LawLookup } from '../../../src/shared/laws/law-lookup.ts'
import { versionOnDay } from '../../../src/shared/laws/register-lookup.ts'
import { isoDate } from '../../../src/shared/values/values.ts'

const day = isoDate
const shape = (...paragraphs: readonly (string | readonly [string, ...string[]])[]): ArticleShape => ({
  paragraphs: paragraphs.map((one) => {
    const [text = '', ...items] = typeof one === 'string' ? [one] : one
    return { text, items: items.length, itemTexts: items.map((words, index) => ({ number: index + 1, text: words })) }
  }),
})

const ARTICLES: Readonly<Record<string, ArticleShape>> = {
  '5': shape('违反本法规定，未按照规定养护灯塔的，处五千元以上五万元以下罚款。'),
  '6': shape([
    '有下列情形之一的，处一万元以上十万元以下罚款：',
    '擅自熄灭灯火的；',
    '擅自移动灯塔的；',
    '拒绝接受检查的。',
  ]),
  '7': shape(
    '灯塔应当公开。',
    ['有下列情形的除外：', '涉及国家秘密的；', '涉及商业秘密的。'],
    '前款规定不适用于灯船。',
  ),
  '8': shape('第一款的内容在这里。', '第二款的内容在那里。', '第三款的内容在别处。'),
  '9-1': shape('灯火不得遮挡。'),
}

const OLD: LawEntry = {
  id: 'old',
  title: '灯塔法',
  kind: 'law',
  verified: true,
  replacedBy: ['航标法典'],
  earlierVersions: false,
  versions: [{ inForceFrom: day('2010-05-01'), endedOn: day('2026-08-15'), highestArticle: 70 }],
}
const CODE: LawEntry = {
  ...OLD,
  id: 'code',
  title: '航标法典',
  replacedBy: [],
  versions: [{ inForceFrom: day('2026-08-15'), endedOn: null, highestArticle: 900 }],
}
const NOTICE: LawEntry = {
  ...OLD,
  id: 'notice',
  title: '灯塔裁量基准',
  kind: 'document',
  replacedBy: [],
  versions: [{ inForceFrom: day('2015-01-01'), endedOn: null, highestArticle: null }],
}
const UNREAD: LawEntry = { ...CODE, id: 'unread', title: '灯船条例', verified: false }

const lookup: LawLookup = {
  find: (title) => [OLD, CODE, NOTICE, UNREAD].find((entry) => entry.title === title.replaceAll(/[《》]/g, '')) ?? null,
  versionOn: ({ versions }, on) => versionOnDay(versions, on),
  article: ({ id }, _version, article, sub = 0) =>
    id === 'old' ? (ARTICLES[sub === 0 ? `${article}` : `${article}-${sub}`] ?? 'missing') : null,
}

const BEFORE = { act: day('2026-03-01'), decision: day('2026-06-01') }
const ACROSS = { act: day('2026-03-01'), decision: day('2026-10-01') }
const AFTER = { act: day('2026-09-01'), decision: day('2026-10-01') }

function check(place: Partial<CheckedCitation>, days: Parameters<typeof checkCitation>[2] = BEFORE) {
  return checkCitation(
    lookup,
    { law: '灯塔法', article: 5, sub: 0, paragraph: null, item: null, role: 'basis', quotation: null, ...place },
    days,
  )
}
const kinds = (...given: Parameters<typeof check>) => check(...given).map(({ kind, weight }) => `${kind} ${weight}`)

it('says nothing of a citation that is right', () => {
  expect(check({})).toEqual([])
  expect(
    check({
      law: '《灯塔法》',
      article: 6,
      item: 2,
      quotation: '有下列情形之一的，处一万元以上十万元以下罚款：（二）擅自移动灯塔的',
    }),
  ).toEqual([])
  expect(check({ article: 9, sub: 1 })).toEqual([])
})

describe('the days', () => {
  it.each([
    ['old law, act and decision before its end', '灯塔法', 'basis', BEFORE, []],
    [
      'old law, act before, decision after its end: old-or-lighter',
      '灯塔法',
      'basis',
      ACROSS,
      ['not-in-force-on-decision-day weigh'],
    ],
    [
      'old law, act after its end',
      '灯塔法',
      'basis',
      AFTER,
      ['not-in-force-on-act-day wrong', 'not-in-force-on-decision-day wrong'],
    ],
    [
      'old law for the procedure of a later decision',
      '灯塔法',
      'procedure',
      ACROSS,
      ['not-in-force-on-decision-day wrong'],
    ],
    [
      'new law for an earlier act, where it holds on the day of the decision',
      '航标法典',
      'basis',
      ACROSS,
      ['not-in-force-on-act-day weigh'],
    ],
    [
      'new law before it holds',
      '航标法典',
      'basis',
      BEFORE,
      ['not-in-force-on-act-day wrong', 'not-in-force-on-decision-day wrong'],
    ],
    ['a law whose days nobody read', '灯船条例', 'procedure', BEFORE, ['not-in-force-on-decision-day unsure']],
  ] as const)('%s', (_what, law, role, days, expected) => {
    expect(kinds({ law, role, article: 5 }, days)).toEqual(expected)
  })

  it('name the law that took its place, in both languages', () => {
    const [trouble] = check({}, AFTER)
    expect(trouble?.words['zh-CN']).toContain('自2026-08-15起失效')
    expect(trouble?.words['zh-CN']).toContain('《航标法典》')
    expect(trouble?.words.en).toContain('ended on 2026-08-15')
  })

  it('say nothing of an early day where earlier versions are not known', () => {
    const unknown: LawLookup = { ...lookup, find: () => ({ ...OLD, earlierVersions: true }) }
    const days = { act: day('2005-01-01'), decision: day('2005-02-01') }
    expect(
      checkCitation(
        unknown,
        { law: '灯塔法', article: 5, sub: 0, paragraph: null, item: null, role: 'basis', quotation: null },
        days,
      ),
    ).toEqual([])
  })
})

describe('the place', () => {
  it('an article beyond the last, by the text or by the register alone', () => {
    expect(kinds({ article: 71 })).toEqual(['no-such-article wrong'])
    expect(kinds({ law: '航标法典', article: 901 }, AFTER)).toEqual(['no-such-article wrong'])
    expect(kinds({ law: '航标法典', article: 900 }, AFTER)).toEqual([])
    expect(kinds({ article: 9, sub: 2 })).toEqual(['no-such-article wrong'])
  })

  it('款 for 项, with the right place', () => {
    const [trouble] = check({ article: 6, paragraph: 2 })
    expect([trouble?.kind, trouble?.proposal?.words]).toEqual(['paragraph-is-item', '《灯塔法》第六条第（二）项'])
  })

  it('款 of an article that is a single paragraph with items', () => {
    const [trouble] = check({ article: 6, paragraph: 1 })
    expect([trouble?.kind, trouble?.weight, trouble?.proposal?.words]).toEqual(['paragraph-is-item', 'weigh', '《灯塔法》第六条第（一）项'])
    expect(check({ article: 6, paragraph: 1, item: 2 })).toEqual([])
    expect(check({ article: 5, paragraph: 1 })).toEqual([])
  })

  it('款 for 项 by the quoted words, though the article has that paragraph', () => {
    const [trouble] = check({ article: 7, paragraph: 1, quotation: '涉及国家秘密的' })
    expect([trouble?.kind, trouble?.proposal?.words]).toEqual(['paragraph-is-item', '《灯塔法》第七条第二款第（一）项'])
  })

  it('项 for 款', () => {
    const [trouble] = check({ article: 8, item: 2 })
    expect([trouble?.kind, trouble?.proposal?.words]).toEqual(['item-is-paragraph', '《灯塔法》第八条第二款'])
  })

  it('a paragraph or an item that is not there', () => {
    expect(kinds({ article: 5, paragraph: 2 })).toEqual(['no-such-paragraph wrong'])
    expect(kinds({ article: 6, item: 4 })).toEqual(['no-such-item wrong'])
    const [trouble] = check({ article: 7, paragraph: 1, item: 2 })
    expect([trouble?.kind, trouble?.proposal?.words]).toEqual(['no-such-item', '《灯塔法》第七条第二款第（二）项'])
  })

  it('words that stand in another paragraph', () => {
    const [trouble] = check({ article: 8, paragraph: 1, quotation: '第三款的内容在别处' })
    expect([trouble?.kind, trouble?.proposal?.words]).toEqual(['quotation-elsewhere', '《灯塔法》第八条第三款'])
  })
})

describe('the quoted words', () => {
  it.each([
    ['as printed', '违反本法规定，未按照规定养护灯塔的，处五千元以上五万元以下罚款。'],
    ['with other punctuation and widths', '违反本法规定,未按照规定养护灯塔的;处五千元以上五万元以下罚款'],
    ['a part of them', '处五千元以上五万元以下罚款'],
    ['with words left out', '违反本法规定……处五千元以上五万元以下罚款'],
    ['with the number in front', '第五条 违反本法规定，未按照规定养护灯塔的'],
  ])('%s', (_what, quotation) => {
    expect(check({ quotation })).toEqual([])
  })

  it.each([
    ['another amount', '违反本法规定，未按照规定养护灯塔的，处五千元以上十万元以下罚款。'],
    ['another law’s words', '当事人有权进行陈述和申辩并要求听证'],
    ['words dropped inside', '违反本法规定，未养护灯塔的，处五千元以上五万元以下罚款'],
  ])('%s', (_what, quotation) => {
    expect(kinds({ quotation })).toEqual(['quotation-differs wrong'])
  })
})

it('is not sure where the citation may mean a version whose text is not at hand', () => {
  const [first, second] = [
    { inForceFrom: day('2010-05-01'), endedOn: day('2026-05-01'), highestArticle: 70 },
    { inForceFrom: day('2026-05-01'), endedOn: null, highestArticle: 70 },
  ]
  const two: LawLookup = {
    ...lookup,
    find: () => ({ ...OLD, versions: [first, second] }),
    article: (_entry, version, article) => (version === second ? (ARTICLES[article] ?? 'missing') : null),
  }
  const citation = {
    law: '灯塔法',
    article: 6,
    sub: 0,
    paragraph: null,
    item: 9,
    role: 'basis',
    quotation: null,
  } as const
  const weights = (days: typeof BEFORE) =>
    checkCitation(two, citation, days).map(({ kind, weight }) => `${kind} ${weight}`)
  expect(weights({ act: day('2026-05-02'), decision: day('2026-06-01') })).toEqual(['no-such-item wrong'])
  expect(weights({ act: day('2026-03-01'), decision: day('2026-06-01') })).toEqual(['no-such-item unsure'])
})

describe('without the text, what the catalogue tells of a penalty clause', () => {
  const clauses = (paragraph: number | null, verified = true): LawLookup => ({
    ...lookup,
    article: () => null,
    clauses: (_entry, article) => (article === 33 ? [{ paragraph, items: 4, verified }] : []),
  })
  const judged = (of: LawLookup, place: Partial<CheckedCitation>) => {
    const { troubles, unread } = judgeCitation(of, { law: '灯塔法', article: 33, sub: 0, paragraph: null, item: null, role: 'basis', quotation: null, ...place }, BEFORE)
    return [troubles.map(({ kind, weight }) => `${kind} ${weight}`), unread]
  }

  it('is enough to tell an item from a paragraph', () => {
    expect(judged(clauses(null), { item: 4 })).toEqual([[], false])
    expect(judged(clauses(null), { item: 5 })).toEqual([['no-such-item wrong'], false])
    expect(judged(clauses(null), { paragraph: 2 })).toEqual([['paragraph-is-item wrong'], false])
    expect(judged(clauses(null, false), { paragraph: 2 })).toEqual([['paragraph-is-item unsure'], false])
  })

  it('says nothing of the paragraphs beside the one that it knows', () => {
    expect(judged(clauses(2), { paragraph: 2, item: 5 })).toEqual([['no-such-item wrong'], false])
    expect(judged(clauses(2), { paragraph: 1, item: 5 })).toEqual([[], true])
    expect(judged(clauses(2), { item: 5 })).toEqual([[], true])
    expect(judged(clauses(2), { article: 34, item: 5 })).toEqual([[], true])
    expect(judged(clauses(2), { article: 34 })).toEqual([[], false])
  })
})

it('the day of a paper that decides nothing is called so', () => {
  const [trouble] = check({ role: 'procedure' }, { ...AFTER, decisionIs: 'paper' })
  expect(trouble?.words['zh-CN']).toContain('文书日期（2026-10-01）')
})

it('today is called today while nothing is decided', () => {
  const [trouble] = check({ role: 'procedure' }, { ...AFTER, decisionIs: 'today' })
  expect(trouble?.words['zh-CN']).toContain('今天（2026-10-01）')
  expect(trouble?.words.en).toContain('; today (2026-10-01) it was no longer in force')
})

it('a title with a letter wrong is said to be a misprint, and the right one is proposed', () => {
  const named: LawLookup = { ...lookup, titles: () => [OLD, CODE, NOTICE, { title: '航道养护条例', kind: 'regulation' }] }
  const cited = { article: 5, sub: 0, paragraph: null, item: null, role: 'basis', quotation: null } as const
  const [trouble] = checkCitation(named, { ...cited, law: '航道养户条例' }, BEFORE)
  expect([trouble?.kind, trouble?.weight, trouble?.proposal?.words]).toEqual(['title-misprinted', 'weigh', '《航道养护条例》第五条'])
  expect(checkCitation(named, { ...cited, law: '航道疏浚条例' }, BEFORE).map(({ kind }) => kind)).toEqual(['unknown-law'])
})

it('a normative document cannot be the basis of a penalty, but may be that of discretion', () => {
  expect(kinds({ law: '灯塔裁量基准', article: null, role: 'basis' })).toEqual(['wrong-law-kind wrong'])
  expect(kinds({ law: '灯塔裁量基准', article: null, role: 'discretion' })).toEqual([])
})

it('a law that nobody knows is said to be unknown, not wrong', () => {
  expect(kinds({ law: '灯笼法' })).toEqual(['unknown-law unsure'])
})

it('every place that the article has passes, and every one beyond it is told', () => {
  const made = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(
      made,
      fc.integer({ min: 1, max: 8 }),
      fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
      (items, paragraph, item) => {
        const one = shape(
          ...items.map(
            (count, index) =>
              [`第${index}款甲乙丙丁：`, ...Array.from({ length: count }, (_, at) => `${index}之${at}的事项；`)] as [
                string,
                ...string[],
              ],
          ),
        )
        const only: LawLookup = { ...lookup, article: () => one }
        const citation: CheckedCitation = {
          law: '灯塔法',
          article: 5,
          sub: 0,
          paragraph,
          item,
          role: 'basis',
          quotation: null,
        }
        const troubles = checkCitation(only, citation, BEFORE)
        // 第一款 of an article that is one paragraph with items says nothing: an item may be meant
        const undivided = items.length === 1 && item === null && (items[0] ?? 0) > 0
        const there = paragraph <= items.length && !undivided && (item === null || item <= (items[paragraph - 1] ?? 0))
        expect(troubles.length === 0).toBe(there)
        // what is proposed is itself right
        for (const { proposal } of troubles) {
          if (proposal === null) continue
          const { paragraph: p = null, item: i = null } = proposal
          expect(checkCitation(only, { ...citation, paragraph: p, item: i }, BEFORE)).toEqual([])
        }
      },
    ),
  )
})

it('a quotation cut from the law anywhere is found in it', () => {
  const text = '违反本法规定未按照规定养护灯塔的处五千元以上五万元以下罚款情节严重的吊销许可证并处没收违法所得'
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: text.length - 8 }),
      fc.integer({ min: 8, max: 30 }),
      fc.array(fc.constantFrom('，', '。', ' ', '、'), { maxLength: 3 }),
      (from, length, marks) => {
        const cut = text.slice(from, from + length).split('')
        marks.forEach((mark, index) => cut.splice((index * 3) % cut.length, 0, mark))
        const only: LawLookup = { ...lookup, article: () => shape(text) }
        expect(
          checkCitation(
            only,
            { law: '灯塔法', article: 5, sub: 0, paragraph: null, item: null, role: 'basis', quotation: cut.join('') },
            BEFORE,
          ),
        ).toEqual([])
      },
    ),
  )
})
