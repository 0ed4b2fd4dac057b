/** Details that have a form of their own (证件号码、电话、账号、车牌…), found in a text by that form and the words before it. */
import type { MaskSubject } from '../catalogue/disclosure-rules.ts'
import { checkSocialCreditCode } from '../identifiers/social-credit-code.ts'
import { isPersonName, nameInText } from '../facts/person-names.ts'
import { halfWidth } from './masks.ts'

export interface FoundDetail {
  readonly start: number
  readonly end: number
  readonly subject: MaskSubject
}

interface Finder {
  readonly subject: MaskSubject
  /** The detail is the group `x`, else the whole match. */
  readonly pattern: RegExp
  readonly isOne?: (words: string) => boolean
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const NOT_DIGIT = '(?<![0-9A-Za-z])'

/** A social credit code can be made of eighteen digits; it names no person. */
const noCompanyCode = (words: string): boolean => !checkSocialCreditCode(words.toUpperCase()).ok

/** Labels behind which a home stands; 住所 is also the seat of a company, so it is told from the lines around it. */
const HOME = '(?:家庭)?住址|现住址?|户籍(?:所在)?地(?:址)?|家庭地址|居住地(?:址)?'

const FINDERS: readonly Finder[] = [
  { subject: 'residentId', pattern: new RegExp(`${NOT_DIGIT}[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?![0-9A-Za-z])`, 'dgu'), isOne: noCompanyCode },
  { subject: 'residentId', pattern: /(?:身份证(?:件)?(?:号码|号|编号)?|公民身份号码|身份号码)(?:为|是)?[\s:：（(]{0,3}(?<x>\d(?:[ \t]?[\dXx]){14,17})(?![0-9A-Za-z])/dgu },
  { subject: 'phone', pattern: new RegExp(`${NOT_DIGIT}(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?![0-9A-Za-z])`, 'dgu') },
  { subject: 'phone', pattern: /(?:联系方式|联系电话|手机号?码?|电话号?码?)(?:为|是)?[\s:：（(]{0,3}(?<x>(?:0\d{2,3}[-－ ]?)?\d{7,8}(?:[-－转]\d{1,5})?)(?!\d)/dgu },
  { subject: 'email', pattern: /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,30}){1,4}/dgu },
  { subject: 'bankAccount', pattern: /(?:账号|帐号|卡号|账户|帐户|银行卡)(?:号码)?(?:为|是)?[\s:：（(]{0,3}(?<x>\d(?:[ -]?\d){10,24})(?!\d)/dgu },
  { subject: 'bankAccount', pattern: new RegExp(`${NOT_DIGIT}62\\d{14,17}(?![0-9A-Za-z])`, 'dgu') },
  { subject: 'plate', pattern: new RegExp(`[${PROVINCES}][A-HJ-NP-Z][·•. ]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF])(?![0-9A-Za-z])`, 'dgu') },
  { subject: 'birth', pattern: /(?:出生(?:日期|年月|于)?[\s:：]{0,2})(?<x>(?:19|20)\d{2}(?:年\d{1,2}月(?:\d{1,2}日)?|[-./]\d{1,2}(?:[-./]\d{1,2})?))/dgu },
  { subject: 'birth', pattern: /(?<x>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?=(?:出)?生(?!效|产))/dgu },
  { subject: 'address', pattern: new RegExp(`(?:${HOME})(?:为|是|在)?[\\s:：]{0,3}(?<x>[^\\s，,。；;、\\n:：(（]{4,60})`, 'dgu') },
  { subject: 'address', pattern: /(?:，|,|现|家)(?:住|居住(?:于|在)?)(?<x>[\u3400-\u9fff][^\s，,。；;、\n:：]{3,58}?[号室村组栋幢户楼])(?=[，,。；;、\n（(]|$)/dgu },
  { subject: 'minor', pattern: /(?<x>[\u3400-\u9fff]{2,4})[（(，,](?:男|女)?[，,]?(?:[1-9]|1[0-7])(?:周)?岁/dgu },
]

/** Who is named in a decision without being a party to it. */
const BYSTANDER = new RegExp(
  '(?:证人|举报人|投诉人|申诉人|被害人|受害人|消费者|监护人|法定代理人|委托代理人|第三人|员工|工人|店员|司机|驾驶员|村民|居民|' +
    '其妻|其夫|其子|其女)[\\s:：]{0,2}(?=[\\u3400-\\u9fff]{2})',
  'gu',
)

/** What begins the words after a name in the reports of a decision: 赵梅指认, 王芳反映. */
const NAME_THEN_VERB = /^([\u3400-\u9fff]{2,3}?)(?=[指称说反报举证认提供表承辨辩要投购拍所曾也均都从无不])/u

function nameAhead(text: string): string | null {
  const before = NAME_THEN_VERB.exec(text)?.[1]
  return nameInText(text) ?? (before !== undefined && isPersonName(before) ? before : null)
}

function bystanders(text: string): FoundDetail[] {
  return [...text.matchAll(BYSTANDER)].flatMap((match) => {
    const start = match.index + match[0].length
    const name = nameAhead(text.slice(start, start + 8))
    return name === null ? [] : [{ start, end: start + name.length, subject: 'personName' as const }]
  })
}

/** In no order; they may overlap. */
export function findDetails(text: string): FoundDetail[] {
  const looked = halfWidth(text)
  const formed = FINDERS.flatMap(({ subject, pattern, isOne }) =>
    [...looked.matchAll(pattern)].flatMap((match): FoundDetail[] => {
      const [start, end] = match.indices?.groups?.['x'] ?? [match.index, match.index + match[0].length]
      const words = looked.slice(start, end)
      if (isOne !== undefined && !isOne(words)) return []
      if (subject !== 'minor') return [{ start, end, subject }]
      const name = [4, 3, 2].find((length) => isPersonName(words.slice(-length)) && words.length >= length)
      return name === undefined ? [] : [{ start: end - name, end, subject }]
    }),
  )
  return [...formed, ...bystanders(text)]
}
