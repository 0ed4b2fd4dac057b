/** A decision carried out as it was decided, and no other way; a decision that has what notice and hearing had, and no more. */
import { describe, expect, it } from 'vitest'
import type { PrereviewRule } from '../../../../../src/shared/prereview/rule.ts'
import { SERVICE_WAY_RULES } from '../../../../../src/shared/prereview/rules/documents/service-ways.ts'
import { UNLAWFUL_SOURCE } from '../../../../../src/shared/prereview/rules/facts/elements.ts'
import { CERTIFICATE_NUMBER_RULES } from '../../../../../src/shared/prereview/rules/personnel/certificate-numbers.ts'
import { CERTIFICATE_RULES } from '../../../../../src/shared/prereview/rules/personnel/certificates.ts'
import { RECORD_DUTY_RULES } from '../../../../../src/shared/prereview/rules/personnel/duties-at-records.ts'
import { findingsOf } from '../../../../support/case-files.ts'
import { CARRIED_OUT_RULES, carriedOut } from '../carried-out.ts'
import { paper, testPairs } from '../pairs.ts'

const OLDER = [...SERVICE_WAY_RULES, UNLAWFUL_SOURCE, ...CERTIFICATE_NUMBER_RULES, ...CERTIFICATE_RULES, ...RECORD_DUTY_RULES]

function rule(id: string): PrereviewRule {
  const found = OLDER.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

const HERE = CARRIED_OUT_RULES.filter(({ id }) => !/^[456]/u.test(id))
testPairs(HERE, carriedOut(HERE))

const OFFICERS = paper('materials-list', '材料目录\n姓名\t执法证号\t有效期起\t有效期止\n周立\t51102519\t2021-01-01\t2025-12-31\n周立\t51102604\t2026-02-10\t2031-02-09')
const inquiry = (number: string, day: string) => paper('inquiry-record', `询问笔录\n询问时间：${day}9时至10时\n询问人：周立（${number}）、韩小东（51102522）\n被询问人：何平`, `询问${day}.docx`)

describe('what is right is not raised', () => {
  it.each([
    ['a renewed certificate has another number', '2.4-number-differs', [OFFICERS, inquiry('51102519', '2025年3月2日'), inquiry('51102604', '2026年3月2日')]],
    ['officers act under the renewed certificate', '2.2-certificate-expired', [OFFICERS, inquiry('51102604', '2026年3月2日')]],
    ['a rule of conduct in a plan', '4.4-unlawful-source', [paper('other', '实施方案\n乙方应当在执法人员监督下施工，不得采用暴力、胁迫方式。')]],
    ['a right told and not used', '2.6-recusal-not-decided-by-head', [paper('inspection-record', '现场笔录\n执法人员出示证件，说明来意并告知申请回避的权利，何平表示不申请回避。')]],
    ['an announcement that sets a time serves nothing', '7.9-announced-at-once', [paper('service-announcement', '河西县综合行政执法局\n限期自行拆除公告\n何平：限期拆除决定书已于2026年1月6日送达，你没有自行拆除。现予公告：限你于2026年6月1日前自行拆除，逾期将依法强制拆除。\n2026年5月8日')]],
  ])('%s', (_about, id, documents) => {
    expect(findingsOf(rule(id), documents).map(({ message }) => message['zh-CN'])).toEqual([])
  })

  it('but the expired number is, and an inventory under it', () => {
    expect(findingsOf(rule('2.2-certificate-expired'), [OFFICERS, inquiry('51102519', '2026年1月8日')])).toHaveLength(1)
    const under = paper('other', '物品清点登记表\n清点时间：2026年1月8日9时\n清点人员：周立（51102519）、韩小东（51102522）\n2026年1月8日')
    expect(findingsOf(rule('2.2-certificate-expired'), [OFFICERS, under])).toHaveLength(1)
  })
})
