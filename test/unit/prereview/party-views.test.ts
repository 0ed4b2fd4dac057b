import { describe, expect, it } from 'vitest'
import { runRules } from '../../../src/shared/prereview/engine.ts'
import { ACT_TIME_MISSING } from '../../../src/shared/prereview/rules/facts/elements.ts'
import { REMEDIES_MISSING } from '../../../src/shared/prereview/rules/documents/remedies.ts'
import { HEAVIER_THAN_NOTICE } from '../../../src/shared/prereview/rules/procedure/defence.ts'
import { caseFileOf, type TestDocument } from '../../support/case-files.ts'
import { decision, notice, paper } from './rules/pairs.ts'

const COMPANY = '当事人：河西县诚信食品有限公司\n法定代表人：何平\n住所：河西县城关镇中山路8号'
const HEAD = '当事人：何平，男，居民身份证号码：511025198003124518\n住址：河西县城关镇中山路8号'
const named = (document: TestDocument, name: string): TestDocument => ({ ...document, name })

describe('a case against a company and its head', () => {
  const papers = (headFine: string): TestDocument[] => [
    named(notice({ head: COMPANY, orders: '罚款50000元。' }), '告知书（公司）.docx'),
    named(notice({ head: HEAD, orders: '罚款20000元。' }), '告知书（何平）.docx'),
    named(decision({ head: COMPANY, orders: '罚款50000元。' }), '决定书（公司）.docx'),
    named(decision({ head: HEAD, orders: `罚款${headFine}元。` }), '决定书（何平）.docx'),
  ]

  it('compares each decision with the notice to the same party', () => {
    expect(runRules(caseFileOf(papers('20000')), [HEAVIER_THAN_NOTICE])).toEqual([])
    const [heavier, ...others] = runRules(caseFileOf(papers('30000')), [HEAVIER_THAN_NOTICE])
    expect(others).toEqual([])
    expect(heavier?.evidence[0]?.fileName).toBe('决定书（何平）.docx')
  })

  it('finds what only the first of two decisions lacks', () => {
    const facts = '经查，你公司在河西县城关镇中山路8号店内销售超过保质期的饼干二十盒，每盒售价十五元，没有查验记录。'
    const [first, ...others] = runRules(
      caseFileOf([
        named(decision({ head: COMPANY, facts }), '决定书（公司）.docx'),
        named(decision({ head: HEAD }), '决定书（何平）.docx'),
      ]),
      [ACT_TIME_MISSING],
    )
    expect(others).toEqual([])
    expect(first?.evidence[0]?.fileName).toBe('决定书（公司）.docx')
  })
})

describe('a decision of old in the file', () => {
  const old = '行政处罚决定书\n河市监罚〔2025〕2号\n当事人：河西县诚信副食店\n你店于2025年3月2日销售没有标签的饼干，违反了《中华人民共和国食品安全法》第六十七条，决定罚款5000元，责令改正，并没收没有标签的饼干二十盒，限十五日内缴清。\n河西县市场监督管理局\n2025年4月2日'

  it('is not reviewed as one of this case', () => {
    const filing = paper('filing-form', '立案审批表\n同意立案。王强　2026年3月10日')
    const file = caseFileOf([filing, paper('decision', old, '旧决定.docx'), decision()])
    expect(file.of('decision').map(({ file: { name } }) => name)).toEqual(['行政处罚决定书.docx'])
    expect(runRules(file, [REMEDIES_MISSING]).filter(({ evidence }) => evidence[0]?.fileName === '旧决定.docx')).toEqual([])
  })

  it('stays the decision where it is the only one', () => {
    const file = caseFileOf([paper('filing-form', '立案审批表\n同意立案。王强　2026年3月10日'), paper('decision', old, '决定.docx')])
    expect(file.of('decision')).toHaveLength(1)
  })
})
