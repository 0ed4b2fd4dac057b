/** Every provision that a case cites, in its form and its papers, with what is wrong with it. */
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../../src/shared/cases/case.ts'
import { caseCitations, type CaseCitation } from '../../../src/shared/laws/case-citations.ts'
import { runRules } from '../../../src/shared/prereview/engine.ts'
import { LAW_RULES } from '../../../src/shared/prereview/rules/law/index.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { caseFileOf, type TestDocument } from '../../support/case-files.ts'

const DAYS = { act: isoDate('2026-03-04'), decision: isoDate('2026-05-20') }
const decision = (grounds: string, day = '2026年5月20日'): TestDocument => ({
  name: '决定书.docx',
  kind: 'decision',
  text: `云浦市生态环境局\n行政处罚决定书\n经查，你公司自2025年11月17日至2026年3月4日未取得排污许可证排放生产废水。\f${grounds}\n云浦市生态环境局\n${day}`,
})
const report = (words: string): TestDocument => ({ name: '调查报告.docx', kind: 'investigation-report', text: `案件调查终结报告\n${words}\n2026年4月2日` })
const form = (law: string, article: string, paragraph = '', item = '', role: Citation['role'] = 'basis'): Citation => ({ law, article, paragraph, item, role })

function listed(documents: readonly TestDocument[], registered: readonly Citation[] = []): CaseCitation[] {
  return caseCitations(caseFileOf(documents), registered, DAYS)
}
const told = ({ law, article, troubles }: CaseCitation) => [law, article, troubles.map(({ kind, weight }) => `${kind} ${weight}`)]

it('names each place once, with the roles, the form and the papers that cite it', () => {
  const [row, ...others] = listed(
    [decision('依照《排污许可管理条例》第三十三条第（一）项的规定，罚款二十万元。'), report('建议依照《排污许可管理条例》第三十三条第（一）项的规定，罚款二十万元。')],
    [form('《排污许可管理条例》', '第三十三条', '', '（一）', 'violated')],
  )
  expect(others).toEqual([])
  expect(row).toMatchObject({ law: '排污许可管理条例', known: true, article: 33, paragraph: null, item: 1, registered: true, troubles: [], unread: false })
  expect(row?.roles).toEqual(['violated', 'basis'])
  expect(row?.places.map(({ fileName, passage, quote, documentKind }) => [fileName, passage.page, quote, documentKind])).toEqual([
    ['决定书.docx', 2, '《排污许可管理条例》第三十三条第（一）项', 'decision'],
    ['调查报告.docx', 1, '《排污许可管理条例》第三十三条第（一）项', 'investigation-report'],
  ])
})

it('shows what was registered as it was typed where it names no single place, and calls it unread', () => {
  const rows = listed([], [form('行政处罚法', '58、59'), form('行政处罚法', '第五十八条', '', '一、三'), form('行政处罚法', '第五十八条')])
  expect(rows.map(({ article, written, unread }) => [article, written, unread])).toEqual(
    expect.arrayContaining([
      [null, '58、59', true],
      [58, '第五十八条 一、三', true],
      [58, null, false],
    ]),
  )
  expect(rows).toHaveLength(3)
})

it('is judged as the rules of the pre-review judge it, in the same words', () => {
  const papers = [decision('依照《排污许可管理条例》第三十三条第（九）项、第三十四条第二款的规定，罚款二十万元。依据《中华人民共和国行政处罚法》第一百八十三条的规定，你公司可以陈述。')]
  const file = caseFileOf(papers)
  const rows = caseCitations(file, [], DAYS)
  expect(rows.map(told)).toEqual([
    ['排污许可管理条例', 33, ['no-such-item wrong']],
    ['排污许可管理条例', 34, ['paragraph-is-item wrong']],
    ['行政处罚法', 183, ['no-such-article wrong']],
  ])
  const found = runRules(file, LAW_RULES).filter(({ ruleId }) => ['5.3-item-does-not-exist', '5.3-paragraph-for-item', '5.3-article-does-not-exist'].includes(ruleId))
  expect(found.map(({ ruleId }) => ruleId)).toHaveLength(3)
  const words = rows.flatMap(({ troubles }) => troubles.map((trouble) => trouble.words['zh-CN']))
  for (const { ruleId, message } of found) if (ruleId !== '5.3-article-does-not-exist') expect(words).toContain(message['zh-CN'])
})

describe('the days', () => {
  const OLD = '依照《中华人民共和国水污染防治法》第八十三条第（一）项的规定，罚款二十万元。'
  it('are those of the act and of the paper that cites', () => {
    expect(listed([decision(OLD)]).map(told)).toEqual([['水污染防治法', 83, []]])
    const [row] = listed([decision(OLD, '2026年9月8日')])
    expect(row?.troubles.map(({ kind, weight }) => `${kind} ${weight}`)).toEqual(['not-in-force-on-decision-day weigh'])
    expect(row?.troubles[0]?.words['zh-CN']).toContain('《生态环境法典》')
  })

  it('of an earlier penalty are its own', () => {
    const earlier: TestDocument = { ...decision('依照《环境行政处罚办法》第四十八条的规定，罚款一万元。', '2022年3月8日'), name: '以往处罚.docx', kind: 'earlier-penalty' }
    expect(listed([earlier, decision('')]).map(told)).toEqual([['环境行政处罚办法', 48, []]])
  })
})

describe('a law that nobody knows', () => {
  const LOCAL = '依照《云浦市河道采砂管理办法》第十二条的规定，罚款二万元。'
  it('is told as not verified, and no rule makes a suspicion of it', () => {
    const [row] = listed([decision(LOCAL)])
    expect([row?.known, row?.troubles.map(({ kind, weight }) => `${kind} ${weight}`)]).toEqual([false, ['unknown-law unsure']])
    const found = runRules(caseFileOf([decision(LOCAL)]), LAW_RULES).map(({ ruleId }) => ruleId)
    expect(found).not.toContain('5.3-title-misprinted')
  })

  it('but one letter off a known one is told with the right title', () => {
    const [row] = listed([decision('依照《排污许可管里条例》第三十三条第（一）项的规定，罚款二万元。')])
    expect(row?.troubles[0]?.proposal?.words).toBe('《排污许可管理条例》第三十三条第（一）项')
  })
})

describe('a circular', () => {
  const CIRCULAR = '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》'
  it('cannot carry a penalty alone', () => {
    expect(listed([decision(`依据${CIRCULAR}第七条的规定，罚款二万元。`)]).map(told)).toEqual([[expect.stringContaining('法制审核制度的指导意见'), 7, ['wrong-law-kind wrong']]])
  })
  it('beside a law is for an officer to judge', () => {
    const rows = listed([], [form(CIRCULAR, '七'), form('排污许可管理条例', '33', '', '1')])
    expect(rows.map(({ troubles }) => troubles.map(({ kind, weight }) => `${kind} ${weight}`))).toEqual([['wrong-law-kind weigh'], []])
  })
})

it('what is read from doubtful characters is never wrong, only not sure', () => {
  const scan: TestDocument = { ...decision('依据《中华人民共和国行政处罚法》第一百八十三条的规定，罚款二万元。'), confidence: 0.4 }
  const [row] = listed([scan])
  expect([row?.places[0]?.certain, row?.troubles.map(({ weight }) => weight)]).toEqual([false, ['unsure']])
})
