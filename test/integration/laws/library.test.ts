/** Reading, searching and comparing laws, and checking a case's citations against them, in a real station. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertDecision } from '../../../src/main/followup/decision-record.ts'
import { searchQuery } from '../../../src/main/laws/law-search.ts'
import { lawLookup } from '../../../src/main/laws/library-lookup.ts'
import { decisionFieldsSchema } from '../../../src/shared/followup/decision.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { registerCase } from '../../support/test-case.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'
import { importFolder, lawFolder, lawText, LIGHTHOUSE_2018, LIGHTHOUSE_2023, LIGHTSHIP } from './library-station.ts'

let station: TestStation
let lighthouse: string
beforeAll(async () => {
  station = await createTestStation({ now: () => new Date('2026-10-20T02:00:00Z') })
  const rules = lawText('灯塔处罚办法', '2019-03-01', [
    '罚款由航标机构决定。',
    '听证依照本办法第三条。',
    '本办法自2019年5月1日起施行。',
  ]).replace(/第十三届.*通过/, '交通运输部令2019年第3号公布')
  await importFolder(
    station,
    lawFolder({
      '灯塔法(2018-03-01).md': LIGHTHOUSE_2018,
      '灯塔法(2023-03-01).md': LIGHTHOUSE_2023,
      '灯船法.md': LIGHTSHIP,
      '部门规章/灯塔处罚办法.md': rules,
    }),
  )
  lighthouse =
    (await client().call('laws.list', { text: '灯塔法', kind: null, standing: null, odd: false, after: null, size: 5 }))
      .rows[0]?.law ?? ''
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const client = () => station.as('reviewer')
const search = (
  text: string,
  more: Partial<{ law: string; kind: 'law' | 'rule'; standing: 'inForce' | 'ended'; after: number; size: number }> = {},
) => client().call('laws.search', { text, law: null, kind: null, standing: null, after: null, size: 20, ...more })

describe('searching', () => {
  it.each([
    ['罚', 3],
    ['罚款', 3],
    ['擅自移动灯塔', 2],
    ['听证', 2],
    ['灯塔 检查', 2],
    ['没有的字', 0],
    ['龘', 0],
  ])('%s is found %i times, as LIKE finds it', async (text, count) => {
    const words = text.split(' ')
    const like = station.workstation.workbench.reader.get<{ n: number }>(
      `SELECT count(*) AS n FROM law_articles WHERE ${words.map(() => 'body LIKE ?').join(' AND ')}`,
      ...words.map((word) => `%${word}%`),
    )
    const { total, hits } = await search(text)
    expect([total.count, hits.length, like?.n]).toEqual([count, count, count])
  })

  it('shows where the words stand, laws before rules', async () => {
    const { hits } = await search('罚款')
    expect(hits.map(({ title, label, standing }) => [title, label, standing])).toEqual([
      ['中华人民共和国灯塔法', '第二条', 'ended'],
      ['中华人民共和国灯塔法', '第二条', 'inForce'],
      ['灯塔处罚办法', '第一条', 'inForce'],
    ])
    for (const { snippet } of hits)
      for (const [from, to] of snippet.marks) expect(snippet.text.slice(from, to)).toBe('罚款')
  })

  it('is narrowed by kind, by standing, by a law that is named and by an article', async () => {
    expect((await search('罚款', { kind: 'rule' })).hits.map(({ title }) => title)).toEqual(['灯塔处罚办法'])
    expect((await search('罚款', { standing: 'inForce' })).hits).toHaveLength(2)
    expect((await search('罚款', { standing: 'ended' })).hits).toHaveLength(1)
    expect((await search('灯船法 听证')).hits.map(({ title }) => title)).toEqual(['中华人民共和国灯船法'])
    expect((await search('灯塔法 第三条')).hits.map(({ snippet }) => snippet.text)).toEqual([
      '灯塔的数据应当报送备案。',
      '本法自2018年5月1日起施行。',
    ])
    expect((await search('灯塔')).titles.map(({ title }) => title)).toEqual(['中华人民共和国灯塔法', '灯塔处罚办法'])
  })

  it('goes on page by page', async () => {
    const first = await search('灯', { size: 2 })
    const second = await search('灯', { size: 50, after: first.next ?? -1 })
    const all = await search('灯', { size: 50 })
    expect([...first.hits, ...second.hits]).toEqual(all.hits)
  })

  it('walks the index and no table', () => {
    const { sql, values } = searchQuery('inForce', isoDate('2026-10-20'), '"罚款"', [0, 10], 20)
    const plan = station.workstation.workbench.reader
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
      .map(({ detail }) => detail)
    expect(plan[0]).toMatch(/SCAN s VIRTUAL TABLE INDEX/)
    expect(plan.some((step) => step.includes('law_articles') || step.includes('TEMP B-TREE'))).toBe(false)
  })
})

describe('reading', () => {
  it('gives contents, text and the version of a day', async () => {
    const detail = await client().call('laws.get', { law: lighthouse, version: null })
    expect([
      detail.shown.version,
      detail.contents.map(({ number }) => number),
      detail.repeals.map(({ title }) => title),
    ]).toEqual(['2023-03-01', [1, 2, 3, 4], ['中华人民共和国灯船法']])
    const { articles, next } = await client().call('laws.text', {
      law: lighthouse,
      version: '2018-03-01',
      from: 1,
      size: 1,
    })
    expect([articles[0]?.paragraphs.map(({ items }) => items.length), next]).toEqual([[2, 0], 2])
    const on = async (day: string) => (await client().call('laws.inForceOn', { law: lighthouse, day }))?.version ?? null
    expect([await on('2018-04-30'), await on('2023-05-31'), await on('2023-06-01')]).toEqual([
      null,
      '2018-03-01',
      '2023-03-01',
    ])
  })

  it('compares two versions', async () => {
    const { counts, articles } = await client().call('laws.compare', {
      law: lighthouse,
      left: '2018-03-01',
      right: '2023-03-01',
      onlyChanged: true,
    })
    expect(counts).toEqual({ same: 1, changed: 2, added: 1, removed: 0 })
    const fine = articles.find(({ right }) => right === '第二条')
    expect(fine?.parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual([
      '五千',
      '一万',
      '五',
      '十',
    ])
  })

  it('gives words to paste: the place, the sentence above the item, the item', async () => {
    const copied = await client().call('laws.citation', {
      law: lighthouse,
      version: '2023-03-01',
      article: { number: 2 },
      paragraph: 1,
      item: 2,
    })
    expect(copied).toEqual({
      citation: '《中华人民共和国灯塔法》（2023年3月1日通过）第二条第一款第（二）项',
      text: '《中华人民共和国灯塔法》（2023年3月1日通过）第二条第一款第（二）项：“有下列情形之一的，处一万元以上十万元以下罚款：\n（二）擅自移动灯塔的。”',
      permalink: `${lighthouse}/2023-03-01/2`,
    })
  })

  it('says what is not there', async () => {
    const asked = client().call('laws.article', { law: lighthouse, version: null, article: { number: 9 } })
    await refusal(asked, 'not-found')
    await refusal(client().call('laws.get', { law: '0'.repeat(16), version: null }), 'not-found')
  })
})

describe('citations of a case', () => {
  const cite = (article: string, paragraph: string, item: string, law = '灯塔法') => ({
    law,
    article,
    paragraph,
    item,
    role: 'basis' as const,
  })

  it('are checked against the version of the day of the act, and lead to it', async () => {
    const caseId = await registerCase(station, {
      actFrom: '2020-03-01',
      actTo: '2020-03-09',
      citations: [
        cite('第二条', '第一款', '第（二）项'),
        cite('二', '3', ''),
        cite('第四条', '', ''),
        cite('5', '', ''),
        cite('一', '', '', '灯船法'),
        cite('33', '', '第一项', '排污许可管理条例'),
      ],
    })
    const { citations } = await client().call('laws.checkCase', { caseId })
    expect(
      citations.map(({ law, article, library, troubles }) => [
        law,
        article,
        library.version,
        library.article,
        troubles.map(({ kind, weight }) => `${kind} ${weight}`),
      ]),
    ).toEqual([
      ['中华人民共和国灯塔法', 2, '2018-03-01', '2', ['no-such-paragraph wrong']],
      ['中华人民共和国灯塔法', 5, '2018-03-01', null, ['no-such-article wrong']],
      ['中华人民共和国灯船法', 1, '2001-03-01', '1', ['not-in-force-on-decision-day weigh']],
      ['排污许可管理条例', 33, null, null, ['not-in-force-on-act-day weigh']],
      ['中华人民共和国灯塔法', 2, '2018-03-01', '2', []],
      // 第四条 came with the later version, which may be lighter
      ['中华人民共和国灯塔法', 4, '2018-03-01', null, []],
    ])
  })

  it('of a case that is decided are checked for the day of its decision, whenever somebody looks', async () => {
    const caseId = await registerCase(station, {
      actFrom: '2023-03-01',
      actTo: '2023-03-09',
      citations: [cite('一', '', '', '灯船法'), { ...cite('二', '', '', '灯船法'), role: 'procedure' }],
    })
    const troubles = async () =>
      (await client().call('laws.checkCase', { caseId })).citations.map((one) => one.troubles.map(({ kind, weight }) => `${kind} ${weight}`))
    expect(await troubles()).toEqual([['not-in-force-on-decision-day wrong'], ['not-in-force-on-decision-day weigh']])
    // decided two months before the later law ended the one cited
    const { party, effects, citations, actionKinds } = (await client().call('cases.get', { caseId })).fields
    const fields = decisionFieldsSchema.parse({
      number: '清环罚〔2023〕8号',
      decidedOn: '2023-04-01',
      actionKinds,
      effects: effects.map((effect) => ({ ...effect, party: party.name })),
      citations,
      facts: { changed: false, how: '' },
    })
    const judged = { comparison: { rows: [], differs: [] }, broken: [], note: '' }
    station.workstation.workbench.withoutAudit('test', (writer) =>
      insertDecision(writer, { caseId, round: 1, fields, irregular: false, ...judged, by: client().person.id, at: station.workstation.workbench.instant() }),
    )
    expect(await troubles()).toEqual([[], []])
  })

  it('are found from the law and the article, however they were written, and after a change of the case', async () => {
    const uses = async (number: number | null) =>
      (await client().call('laws.usedIn', { law: lighthouse, article: number === null ? null : { number } })).cases.map(
        ({ place }) => place,
      )
    expect(await uses(2)).toEqual(['第二条第一款第（二）项', '第二条第3款'])
    expect(await uses(null)).toHaveLength(4)
    const other = await registerCase(station, { citations: [cite('第一条', '', '', '《中华人民共和国灯塔法》')] })
    expect(await uses(1)).toEqual(['第一条'])
    const { workbench } = station.workstation
    workbench.withoutAudit('test', (writer) =>
      writer.run("UPDATE cases SET fields = json_set(fields, '$.citations', json('[]')) WHERE id = ?", other),
    )
    expect(await uses(1)).toEqual([])
  })

  it('are looked up by an index', () => {
    const plan = station.workstation.workbench.reader.all<{ detail: string }>(
      "EXPLAIN QUERY PLAN SELECT 1 FROM law_uses u WHERE u.law IN ('a', 'b') AND u.article IN ('1', '2')",
    )
    expect(plan.map(({ detail }) => detail).join()).toContain('law_uses_by_law')
  })

  it('quote words that are held against the text', async () => {
    const check = async (quotation: string) =>
      (
        await client().call('laws.checkCitations', {
          citations: [{ ...cite('2', '', ''), quotation }],
          act: '2024-01-01',
          decision: '2024-06-01',
        })
      )[0]?.troubles.map(({ kind }) => kind)
    expect(await check('处一万元以上十万元以下罚款')).toEqual([])
    expect(await check('处五千元以上五万元以下罚款')).toEqual(['quotation-differs'])
  })
})

describe('the lookup of register and library', () => {
  it('answers with the register’s days and the library’s texts', () => {
    const { reader, catalogue } = station.workstation.workbench
    const lookup = lawLookup(reader, catalogue)
    const apl = lookup.find('中华人民共和国行政处罚法')
    expect([apl?.id, apl?.verified, apl === null ? null : lookup.article(apl, apl.versions.at(-1)!, 58)]).toEqual([
      'apl',
      false,
      null,
    ])
    const own = lookup.find('灯塔法')
    if (own === null) throw new Error('not there')
    const version = lookup.versionOn(own, isoDate('2020-01-01'))
    expect(version).toMatchObject({ inForceFrom: '2018-05-01', endedOn: '2023-06-01', highestArticle: 3 })
    const shape = version === null ? null : lookup.article(own, version, 2)
    expect(shape === null || shape === 'missing' ? null : shape.paragraphs.map(({ items }) => items)).toEqual([2, 0])
    expect(version === null ? null : lookup.article(own, version, 4)).toBe('missing')
  })
})
