/** Places to sign (签名、盖章) and what stands there. */
import type { Passage } from '../intake/document-text.ts'
import type { SignatureFact } from './facts.ts'
import type { LabelledField } from './labelled-fields.ts'
import type { NormalisedText } from './normalised-text.ts'
import { isPersonName } from './person-names.ts'

const TO_SIGN = /(?:签名|签字|签章|签收|捺印)/u
const REFUSED = /拒绝签|拒签|拒不签|拒收/u
const SUBSTITUTED = /代签|代收|代为签/u
const REFUSAL = /([\u3400-\u9fff]{2,14})(?:拒绝|拒不)(?:在[^。,;]{0,16})?签[字名收章]/gu
const READ_AND_SIGNED = new RegExp(
  String.raw`(?:一致|属实|无误|看过|相符|没有(?:异议|意见))[^\n\t:]{0,12}?[。.]?[ \u3000\t]+([\u3400-\u9fff某]` +
    String.raw`{2,4})[ \u3000\t]+\d{4}年\d{1,2}月\d{1,2}日`,
  'gu',
)
const SEAL =
  /\((?:盖章|印章|公章|签章|单位盖章|机关盖章|加盖[^()]{0,8}章|章)\)|(?:加盖|盖有)[^。;,\n]{0,16}(?:印章|公章)/gu

function fromField(field: LabelledField, place: Passage): SignatureFact | null {
  const signedBehind = /\((?:签名|签字|签章|按印|捺印)[^()]{0,8}\)/u.test(field.value)
  const received =
    /^(?:收件人|签收人|受送达人)$/u.test(field.label) && /代收|代签|拒收|拒签|拒绝|留置/u.test(field.value)
  if (!received && !TO_SIGN.test(field.label) && !TO_SIGN.test(field.note) && !signedBehind) return null
  const who = field.label.replace(/(?:签名|签字|签章)(?:或盖章)?$/u, '')
  const value = field.value.replace(/\((?:签名|签字|签章)[^()]*\)/gu, '')
  const name = /^[ \u3000]*([\u3400-\u9fff··•某]{2,6})/u.exec(value)?.[1] ?? null
  const signer = name !== null && isPersonName(name) ? name : null
  const state = REFUSED.test(value)
    ? 'refused'
    : SUBSTITUTED.test(value)
      ? 'substituted'
      : value.replace(/[\s\u3000年月日_/—-]/gu, '') === ''
        ? 'blank'
        : 'signed'
  return { who: who === '' ? field.label : who, state, name: state === 'blank' ? null : signer, passage: place }
}

/** Signature places in the order of the page. */
export function readSignatures(
  { tight, spaced }: NormalisedText,
  fields: readonly LabelledField[],
): readonly SignatureFact[] {
  const facts: SignatureFact[] = []
  for (const field of fields) {
    if (field.form === 'column') continue
    const fact = fromField(field, spaced.passage(field.labelStart, Math.max(field.end, field.labelStart + 1)))
    if (fact !== null) facts.push(fact)
  }
  for (const match of tight.text.matchAll(REFUSAL)) {
    const who = (match[1] ?? '').replace(/^.*(?:。|但|因|被)/u, '')
    facts.push({
      who,
      state: 'refused',
      name: null,
      passage: tight.passage(match.index, match.index + match[0].length),
    })
  }
  for (const match of spaced.text.matchAll(READ_AND_SIGNED)) {
    const name = match[1] ?? ''
    if (isPersonName(name))
      facts.push({
        who: '被询问人',
        state: 'signed',
        name,
        passage: spaced.passage(match.index, match.index + match[0].length),
      })
  }
  return facts.sort((one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start)
}

/** Seals that the text mentions. */
export function readSeals({ tight }: NormalisedText): readonly Passage[] {
  return [...tight.text.matchAll(SEAL)].map((match) => tight.passage(match.index, match.index + match[0].length))
}
