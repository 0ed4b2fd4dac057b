/** What is read of a law's text, in each layout that officers have. The laws here are invented. */
import { describe, expect, it } from 'vitest'
import { parseLaw, type LawFile } from '../../../src/shared/laws/parse-law.ts'
import type { ParsedLaw } from '../../../src/shared/laws/law-text.ts'

const DATABASE = `# 中华人民共和国灯塔管理法

2010年3月1日 第十一届全国人民代表大会第三次会议通过

2019年6月2日 第十三届全国人民代表大会常务委员会第十一次会议《关于修改〈中华人民共和国航标法〉等三部法律的决定》第一次修正

<!-- INFO END -->

## 第一章 总则

第一条 为了管理灯塔，制定本法。

第二条 灯塔管理应当公开。

对违反本法的行为，有下列情形之一的，处五千元以上五万元以下罚款：

（一）熄灭灯火的；

（二）移动灯塔，包括：

1.移动灯座；

2.移动灯器；

（三）其他行为。

有前款行为，情节严重的，吊销许可证。

### 第一节 灯火

第二条之一 灯火不得遮挡。

## 第二章 附则

第三条 本法自2010年5月1日起施行。《中华人民共和国灯船法》同时废止。
`

function parsed(file: Partial<LawFile> & { text: string }): ParsedLaw {
  const law = parseLaw({ name: '文件.md', folders: '', ...file })
  if (law === null) throw new Error('taken for no law')
  return law
}

describe('a law as the database has it', () => {
  const law = parsed({ name: '灯塔管理法(2019-06-02).md', text: DATABASE })

  it('has its title, other name, kind and issuer', () => {
    expect([law.title, law.aliases, law.kind, law.issuer]).toEqual([
      '中华人民共和国灯塔管理法',
      ['灯塔管理法'],
      'law',
      '全国人民代表大会',
    ])
  })

  it('has its history, and knows that the day it says is that of the first version', () => {
    expect(law.history.map(({ kind, day }) => [kind, day])).toEqual([
      ['adopted', '2010-03-01'],
      ['amended', '2019-06-02'],
    ])
    expect([law.versionDate, law.inForceFrom, law.inForceCertain, law.saidInForce]).toEqual([
      '2019-06-02',
      '2019-06-02',
      false,
      '2010-05-01',
    ])
  })

  it('has its headings, articles, paragraphs, items and sub-items', () => {
    expect(law.divisions.map(({ label, title }) => `${label} ${title}`)).toEqual([
      '第一章 总则',
      '第一节 灯火',
      '第二章 附则',
    ])
    expect(law.articles.map(({ number, sub, division }) => [number, sub, division])).toEqual([
      [1, 0, 0],
      [2, 0, 0],
      [2, 1, 1],
      [3, 0, 2],
    ])
    const [, second] = law.articles
    expect(second?.paragraphs.map(({ items }) => items.length)).toEqual([0, 3, 0])
    expect(second?.paragraphs[1]?.items[1]).toEqual({
      number: 2,
      text: '移动灯塔，包括：',
      subItems: [
        { number: 1, text: '移动灯座；' },
        { number: 2, text: '移动灯器；' },
      ],
    })
    expect(law.highestArticle).toBe(3)
  })

  it('names what it ends', () => {
    expect(law.repeals).toEqual([{ title: '中华人民共和国灯船法', on: '2019-06-02' }])
    expect(law.problems).toEqual([])
  })
})

describe('a rule as a ministry publishes it', () => {
  const law = parsed({
    name: '灯塔养护办法.md',
    text: `# 灯塔养护办法

　　（2021年2月3日交通运输部令2021年第7号公布　自2021年4月1日起施行）

目　　录

　　第一章　总　　则

　　第二章　附　　则

　　第一章　总　　则

　　第一条　为了养护灯塔，制定本办法。有下列行为之一的，予以警告：（一）不养护；（二）擅自拆除。

　　第二条　养护应当依照本办法第（一）项、第（二）项办理。

　　第二章　附　　则

　　第三条　本办法自2021年4月1日起施行。2001年1月1日交通部公布的《灯塔养护办法》（交通部令2001年第1号）、《灯船养护规定》同时废止。

附件：灯塔名录
第一条 甲灯塔。
`,
  })

  it('has its order, kind and day', () => {
    expect([law.kind, law.issuer, law.number, law.inForceFrom, law.inForceCertain]).toEqual([
      'rule',
      '交通运输部',
      '交通运输部令2021年第7号',
      '2021-04-01',
      true,
    ])
  })

  it('does not take the contents for chapters', () => {
    expect(law.divisions).toHaveLength(2)
    expect(law.articles.map(({ division }) => division)).toEqual([0, 0, 1])
  })

  it('parts items that run on in one line, but no references', () => {
    expect(law.articles[0]?.paragraphs[0]?.items.map(({ text }) => text)).toEqual(['不养护；', '擅自拆除。'])
    expect(law.articles[1]?.paragraphs[0]?.items).toEqual([])
  })

  it('leaves its own earlier version and the annex out', () => {
    expect(law.repeals.map(({ title }) => title)).toEqual(['灯船养护规定'])
    expect(law.articles).toHaveLength(3)
    expect(law.annex[0]).toBe('附件：灯塔名录')
  })
})

it('reads the plain paragraphs of a DOCX, with the title in two lines', () => {
  const law = parsed({
    name: 'a.docx',
    text: '中华人民共和国\n灯塔管理法\n（2022年3月1日第十三届全国人民代表大会常务委员会第三十三次会议通过）\n目　　录\n第一章　总　　则\n第一章　总　　则\n第一条　为了灯塔。\n第二条　本法自二〇二二年五月一日起施行。\n',
  })
  expect([law.title, law.highestArticle, law.inForceFrom, law.inForceCertain]).toEqual([
    '中华人民共和国灯塔管理法',
    2,
    '2022-05-01',
    true,
  ])
  expect(law.divisions).toEqual([{ level: 'chapter', label: '第一章', title: '总则' }])
})

describe('a text with mistakes', () => {
  const rule = (body: string, name = '灯塔规定.md') => parsed({ name, text: `# 灯塔规定\n\n${body}` })

  it('tells missing and doubled articles, and keeps the others', () => {
    const law = rule('第一条 甲。\n\n第二条 乙。\n\n第五条 丙。\n\n第五条 丁。\n\n第六条 自2020年1月1日起施行。')
    expect(law.problems.filter(({ kind }) => kind !== 'noDate')).toEqual([
      { kind: 'missingArticles', from: 3, to: 4 },
      { kind: 'duplicateArticle', from: 5, to: 5 },
    ])
    expect(law.articles).toHaveLength(5)
  })

  it('does not take a reference at the beginning of a paragraph for an article', () => {
    const law = rule(
      '第一条 甲。\n\n第二条 乙。\n\n第一条规定的灯塔，不适用前款。\n\n第二条、第三条所称灯塔，是指航标。\n\n第三条 丙。',
    )
    expect(law.articles.map(({ number, paragraphs }) => [number, paragraphs.length])).toEqual([
      [1, 1],
      [2, 3],
      [3, 1],
    ])
  })

  it('puts back lost line breaks, and reads numbers without a space', () => {
    expect(rule('第一条 甲。 第二条 乙。\n\n第一节 灯火第三条 丙。').articles.map(({ number }) => number)).toEqual([
      1, 2, 3,
    ])
    expect(
      rule('第一条为了灯塔。\n\n第二条中华人民共和国境内的灯塔适用本规定。\n\n第三条灯塔应当公开。').highestArticle,
    ).toBe(3)
  })

  it('trusts the name of the file where the heading was pasted from another law', () => {
    const law = parsed({
      name: '灯船法（2009年8月27日修正）.md',
      text: '# 灯塔管理法\n\n（1986年3月19日通过 根据1996年8月29日《关于修改〈灯船法〉的决定》修正）\n\n第一条 甲。\n\n第二条 乙。',
    })
    expect([law.title, law.versionDate, law.problems.map(({ kind }) => kind)]).toEqual([
      '灯船法',
      '2009-08-27',
      ['titleDiffers'],
    ])
  })

  it('keeps the rule where a decision or an annex brings articles of its own', () => {
    const law = rule(
      '第一条 将“甲”改为“乙”。\n\n第二条 施行。\n\n第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n\n附件：\n第一条 丁。',
    )
    expect(law.articles.map(({ paragraphs }) => paragraphs[0]?.text)).toEqual(['甲。', '乙。', '丙。'])
    expect(law.problems.map(({ kind }) => kind)).toContain('annexArticles')
  })
})

describe('a document without articles', () => {
  const law = parsed({
    name: '国办发〔2020〕99号国务院办公厅关于灯塔的指导意见.md',
    text: '# 国办发〔2020〕99号国务院办公厅关于灯塔的指导意见\n\n各省：\n\n一、总体要求\n\n（一）指导思想。公开。\n\n二、任务\n\n（二）公示。\n\n2020年5月6日',
  })

  it('keeps its numbered points and its number', () => {
    expect(law.articles.map(({ level, number }) => [level, number])).toEqual([
      [4, null],
      [1, 1],
      [2, 1],
      [1, 2],
      [2, 2],
    ])
    expect([law.title, law.number, law.kind, law.highestArticle, law.versionDate]).toEqual([
      '国务院办公厅关于灯塔的指导意见',
      '国办发〔2020〕99号',
      'document',
      null,
      '2020-05-06',
    ])
  })
})

it.each([
  ['nothing', ''],
  ['a readme', '# README\n\n这里是说明。'],
  ['a letter', '张三：\n\n你好，见信如面。'],
  ['a title alone', '# 灯塔应急条例\n\n2022年5月30日 常务委员会通过\n\n<!-- INFO END -->\n'],
])('%s is no law', (_what, text) => {
  expect(parseLaw({ name: 'x.md', folders: '', text })).toBeNull()
})

it.each([
  ['中华人民共和国城市灯塔条例', '（1992年6月28日国务院令第100号公布）', 'regulation'],
  ['灯塔市场管理办法', '（2001年1月1日建设部令第1号公布）', 'rule'],
  ['滨海省灯塔条例', '（2001年1月1日滨海省第九届人民代表大会常务委员会第一次会议通过）', 'localRegulation'],
  ['滨海省灯塔办法', '（2001年1月1日滨海省人民政府令第1号公布）', 'localRule'],
  ['最高人民法院关于灯塔的解释', '（2001年1月1日由最高人民法院审判委员会通过）', 'interpretation'],
])('%s is told by its title and head', (title, head, kind) => {
  expect(parsed({ text: `# ${title}\n\n${head}\n\n第一条 甲。\n\n第二条 乙。` }).kind).toBe(kind)
})
