/**
 * Identity codes (证件号码) as printed, right or wrong: unified social credit codes, resident ids, registration numbers;
 * also those that a publisher masked.
 */
import type { IdentityCode, IdentityCodeKind } from './facts.ts'
import type { NormalisedText, TextView } from './normalised-text.ts'
import { checkSocialCreditCode } from '../identifiers/social-credit-code.ts'
import { checkResidentId } from '../identifiers/resident-id.ts'

/** `of`: whose it is, where the words before it say so. */
export type PlacedCode = IdentityCode & { readonly of: 'party' | 'person' | null }

const CODE = /(?<![0-9A-Za-z*])[0-9A-Za-z*×]{8,22}(?![0-9A-Za-z*])/gu
const CREDIT_LABEL =
  /(?:信用代码|机构代码(?:证)?(?:代码|号)?|营业执照(?:注册号|号码|号)?|信用代码证?|代码证代码)\)?(?:\((?:单位|个人|法人)\))?(?:\/注册号|\(注册号\))?[:(\t\n]{0,2}$/u
const RESIDENT_LABEL = /(?:身份证(?:件)?(?:号码|号|编号)?|公民身份号码|证件号码|身份号码)(?:为)?[:(\t\n]{0,2}$/u
const REGISTRATION_LABEL =
  /(?:注册号|登记号|登记证号|执业许可证(?:号|登记号)?|海关(?:注册)?(?:代码|编码)|许可证(?:编)?号|执照号码?|证照(?:编)?号|纳税人识别号)[:(\t\n为]{0,2}$/u
/** Built as a social credit code with a letter in it, whatever its check digit. */
const SHAPED = /^(?=.{0,16}[A-Z])[1-9][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u
const LEGAL_DAY = '9999-12-31'

function isWhole(code: string): boolean {
  return !/[*xX×]{2}/u.test(code) || (code.length === 18 && checkSocialCreditCode(code).ok)
}

function kindOf(code: string, before: string): { kind: IdentityCodeKind; of: PlacedCode['of'] } | null {
  // MADXX7: two X of a code that holds are no mask.
  const whole = isWhole(code)
  const credit = CREDIT_LABEL.test(before)
  if (RESIDENT_LABEL.test(before) && /^[\dXx*×]+$/u.test(code) && code.length >= 15)
    return { kind: 'residentId', of: 'person' }
  if (credit && code.length >= 15 && (code.length === 18 || !whole)) return { kind: 'uscc', of: 'party' }
  if (credit || REGISTRATION_LABEL.test(before))
    return { kind: checkSocialCreditCode(code).ok || SHAPED.test(code) ? 'uscc' : 'registration', of: 'party' }
  if (code.length !== 18) return null
  if (SHAPED.test(code)) return { kind: 'uscc', of: null }
  if (/^\d{17}[\dXx]$/u.test(code)) {
    if (checkSocialCreditCode(code).ok) return { kind: 'uscc', of: null }
    if (checkResidentId(code, LEGAL_DAY).ok) return { kind: 'residentId', of: 'person' }
  }
  return null
}

/** All codes of a document in the order of the page. */
export function codesIn({ tight }: NormalisedText): readonly PlacedCode[] {
  const { text } = tight
  const found: PlacedCode[] = []
  for (const match of text.matchAll(CODE)) {
    const code = match[0]
    if (!/[\d*]/u.test(code)) continue
    const read = kindOf(code, text.slice(Math.max(0, match.index - 16), match.index))
    // 11500112MB1938295N/2025-00084: the number under which an agency indexes its page.
    if (read === null || (read.of === null && /^\/\d{4}/u.test(text.slice(match.index + code.length)))) continue
    const whole = !/[*×]/u.test(code) && isWhole(code)
    found.push({
      kind: read.kind,
      of: read.of,
      text: whole ? code.toUpperCase() : code,
      whole,
      passage: tight.passage(match.index, match.index + code.length),
    })
  }
  const broken = brokenCodes(tight)
  const whole = found.filter(
    ({ passage: { page, start, end } }) =>
      !broken.some(({ passage }) => passage.page === page && passage.start <= start && passage.end >= end),
  )
  return [...whole, ...broken].sort(
    (one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start,
  )
}

/** 统一社会信用代码:9141092358 / 1749967U: a code that a line end cut in two. */
function brokenCodes(tight: TextView): PlacedCode[] {
  const pattern = /信用代码\)?[:(\t]{0,2}\n?([0-9A-Za-z]{3,15})\n([0-9A-Za-z]{3,15})(?![0-9A-Za-z*])/gu
  return [...tight.text.matchAll(pattern)].flatMap((match): PlacedCode[] => {
    const code = `${match[1] ?? ''}${match[2] ?? ''}`.toUpperCase()
    if (code.length !== 18) return []
    const end = match.index + match[0].length
    return [{ kind: 'uscc', of: 'party', text: code, whole: true, passage: tight.passage(end - 19, end) }]
  })
}
