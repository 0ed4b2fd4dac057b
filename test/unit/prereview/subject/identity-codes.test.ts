import { describe, expect, it } from 'vitest'
import { organisationCheckCharacter, socialCreditCheckCharacter } from '../../../../src/shared/identifiers/social-credit-code.ts'
import { residentIdCheckCharacter } from '../../../../src/shared/identifiers/resident-id.ts'
import {
  CODE_MISSING,
  CODES_DIFFER,
  REGISTERED_CODE_WRONG,
  RESIDENT_ID_WRONG,
  SOCIAL_CREDIT_CODE_WRONG,
} from '../../../../src/shared/prereview/rules/subject/identity-codes.ts'
import { findingsOf } from '../../../support/case-files.ts'

function creditCode(organisation: string): string {
  const first17 = `91430121${organisation}${organisationCheckCharacter(organisation)}`
  return `${first17}${socialCreditCheckCharacter(first17)}`
}
const RIGHT = creditCode('MA4L1T2X')
const OTHER = creditCode('MA4L1T3Y')
const WRONG = `${RIGHT.slice(0, 17)}${RIGHT.endsWith('1') ? '2' : '1'}`
const ID17 = '43012119780412331'
const ID = `${ID17}${residentIdCheckCharacter(ID17)}`
const WRONG_ID = `${ID17}${ID.endsWith('1') ? '2' : '1'}`
const PARTY = '清川县碧波印染有限公司'

const decision = (code: string, name = '决定书.docx') => ({
  name,
  kind: 'decision',
  text: `清川县生态环境局\n行政处罚决定书\n当事人：${PARTY}\n${code}地址：清川县城东路1号\n我局决定罚款20000元。\n清川县生态环境局（印章）\n2026年4月8日`,
})
const notice = (code: string) => ({
  name: '告知书.docx',
  kind: 'prior-notice',
  text: `清川县生态环境局\n行政处罚事先告知书\n当事人：${PARTY}\n${code}地址：清川县城东路1号\n拟罚款20000元。\n清川县生态环境局（印章）\n2026年3月20日`,
})
const uscc = (code: string) => `统一社会信用代码：${code}\n`

describe('1.9 identity codes', () => {
  it('fail their check, and the right one of another paper is shown beside', () => {
    const [found] = findingsOf(SOCIAL_CREDIT_CODE_WRONG, [notice(uscc(RIGHT)), decision(uscc(WRONG))])
    expect(found?.evidence.map(({ quote }) => quote)).toEqual([WRONG, RIGHT])
    expect(findingsOf(SOCIAL_CREDIT_CODE_WRONG, [notice(uscc(RIGHT)), decision(uscc(RIGHT))])).toEqual([])
  })

  it('are not judged from a recognised scan', () => {
    expect(findingsOf(SOCIAL_CREDIT_CODE_WRONG, [{ ...decision(uscc(WRONG)), confidence: 0.9 }])).toEqual([])
  })

  it('of citizens fail their check', () => {
    const citizen = (id: string) => ({ name: '决定书.docx', kind: 'decision', text: `清川县城市管理局\n行政处罚决定书\n当事人：田禾，男，公民身份号码：${id}\n住址：清川县城东路1号\n决定罚款2000元。` })
    expect(findingsOf(RESIDENT_ID_WRONG, [citizen(WRONG_ID)])).toHaveLength(1)
    expect(findingsOf(RESIDENT_ID_WRONG, [citizen(ID)])).toEqual([])
  })

  it('differ between papers', () => {
    expect(findingsOf(CODES_DIFFER, [notice(uscc(OTHER)), decision(uscc(RIGHT))])).toHaveLength(1)
    expect(findingsOf(CODES_DIFFER, [notice(uscc(RIGHT)), decision(uscc(RIGHT))])).toEqual([])
  })

  it('are missing from the decision though the file has one', () => {
    expect(findingsOf(CODE_MISSING, [notice(uscc(RIGHT)), decision('')])).toHaveLength(1)
    expect(findingsOf(CODE_MISSING, [notice(uscc(RIGHT)), decision(uscc(RIGHT))])).toEqual([])
    expect(findingsOf(CODE_MISSING, [notice(''), decision('')])).toEqual([])
  })

  it('were registered wrong', () => {
    const party = (code: string) => ({ fields: { party: { kind: 'entity', name: PARTY, codeKind: 'uscc', code, address: '', legalRepresentative: '' } } })
    expect(findingsOf(REGISTERED_CODE_WRONG, [decision(uscc(RIGHT))], party(WRONG))).toHaveLength(1)
    expect(findingsOf(REGISTERED_CODE_WRONG, [decision(uscc(RIGHT))], party(RIGHT))).toEqual([])
  })
})
