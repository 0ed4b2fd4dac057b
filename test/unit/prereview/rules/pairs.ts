/** Every rule with a case that makes it fire and one, as near to it as can be, that must not. */
import { describe, expect, it } from 'vitest'
import type { PrereviewRule } from '../../../../src/shared/prereview/rule.ts'
import { findingsOf, type TestCaseFile, type TestDocument } from '../../../support/case-files.ts'

export interface Pair {
  readonly rule: PrereviewRule
  /** What is wrong in the first case and right in the second. */
  readonly about: string
  readonly fires: readonly TestDocument[]
  readonly not: readonly TestDocument[]
  /** Words of this case that the message must have. */
  readonly says: string
  readonly more?: TestCaseFile
}

/** One that may be compared with every rule of a heading. */
export function testPairs(rules: readonly PrereviewRule[], pairs: readonly Pair[]): void {
  describe.each(pairs.map((pair) => [pair.rule.id, pair.about, pair] as const))(
    '%s: %s',
    (_id, _about, { rule, fires, not, says, more }) => {
      it('is found, with the words of the case and a place in the file', () => {
        const findings = findingsOf(rule, fires, more)
        expect(findings.length).toBeGreaterThan(0)
        const [finding] = findings
        expect(findings.map(({ message }) => message['zh-CN']).join('\n')).toContain(says)
        expect(finding?.message.en).toMatch(/[a-z]{3}/u)
        expect(finding?.suggestion['zh-CN']).toMatch(/。$/u)
        for (const { evidence } of findings) {
          expect(evidence.length).toBeGreaterThan(0)
          expect(evidence.every(({ quote }) => quote !== '')).toBe(true)
        }
      })

      it('is silent where it is right', () => {
        expect(findingsOf(rule, not, more).map(({ message }) => message['zh-CN'])).toEqual([])
      })
    },
  )

  it('leaves no rule of the heading untested', () => {
    const tested = new Set(pairs.map(({ rule }) => rule.id))
    expect(rules.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([])
  })
}

export interface DecisionWords {
  readonly agency?: string
  readonly facts?: string
  readonly violated?: string
  readonly basis?: string
  readonly orders?: string
  readonly more?: string
  readonly evidence?: string
  readonly head?: string
  readonly day?: string
}

const FACTS = '经查，你店于2026年3月2日在河西县城关镇中山路8号店内销售超过保质期的饼干20盒，每盒售价15元，违法所得300元，货值金额300元。'

function body(words: DecisionWords, proposed: boolean): string {
  const agency = words.agency ?? '河西县市场监督管理局'
  return [
    agency,
    proposed ? '行政处罚事先告知书' : '行政处罚决定书',
    `河市监罚${proposed ? '告' : ''}〔2026〕8号`,
    words.head ??
      '当事人：河西县诚信副食店（个体工商户）\n统一社会信用代码：92511025MA6B5H3L2U　经营者：何平\n经营场所：河西县城关镇中山路8号',
    words.facts ?? FACTS,
    words.evidence ?? '以上事实，有现场检查笔录、询问笔录、照片等证据证明。',
    `${words.violated ?? '你店的行为违反了《中华人民共和国食品安全法》第三十四条第（十）项的规定。'}${words.more ?? ''}`,
    `${words.basis ?? '依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项的规定，'}${proposed ? '拟作出如下行政处罚：' : '责令改正，决定处罚如下：'}`,
    words.orders ?? '1.没收违法所得300元；\n2.罚款50000元（大写：伍万元整）。',
    proposed
      ? '你店可以自收到本告知书之日起五个工作日内陈述、申辩。'
      : '到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。如不服本决定，可以自收到本决定书之日起六十日内向河西县人民政府申请行政复议。',
    agency,
    words.day ?? '2026年5月8日',
  ].join('\n')
}

export function decision(words: DecisionWords = {}): TestDocument {
  return { name: '行政处罚决定书.docx', kind: 'decision', text: body(words, false) }
}
export function notice(words: DecisionWords = {}): TestDocument {
  return { name: '行政处罚事先告知书.docx', kind: 'prior-notice', text: body({ day: '2026年4月20日', ...words }, true) }
}
export function paper(kind: string, text: string, name = `${kind}.docx`): TestDocument {
  return { name, kind, text }
}
/** Papers that make a folder look like a whole file without saying anything. */
export function filler(count: number): TestDocument[] {
  return Array.from({ length: count }, (_, index) =>
    paper('service-receipt', `送达回证\n送达文书：第${index + 1}号通知书\n送达时间：2026年4月2日\n受送达人：何平`, `回证${index + 1}.docx`),
  )
}
