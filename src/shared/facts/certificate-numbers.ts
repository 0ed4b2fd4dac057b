/** Certificate numbers (执法证号) that a line end cut in two, and those on a signature line of their own. */
import { isPersonName } from './person-names.ts'
import type { TextView } from './normalised-text.ts'

/** 执法证号:320001 / 00587: a number that a line end cut in two. */
export function withRestOfNumber(view: TextView, number: string, end: number): { text: string; end: number } {
  const rest = /^\n[ \u3000]*(\d{1,8})[ \u3000]*(?=\n|$)/u.exec(view.text.slice(end, end + 24))
  return rest === null || !/^\d{4,9}$/u.test(number)
    ? { text: number, end }
    : { text: `${number}${rest[1] ?? ''}`, end: end + rest[0].trimEnd().length }
}

export interface SignedNumber {
  readonly name: string
  /** Where the name stands in the view. */
  readonly start: number
  readonly label: string
  readonly number: string
  readonly numberStart: number
  readonly numberEnd: number
}

const NAME_AND_NUMBER = new RegExp(
  String.raw`(?:^|\n)[ \u3000\t]*([\u3400-\u9fff某*]{2,4})[ \u3000\t]+` +
    String.raw`((?:行政)?执法证件?(?:号码?|编号)?)[ \u3000]?[:]?[ \u3000]?([A-Za-z\d]{5,20})`,
  'gu',
)

/** Lines below 执法人员 that begin with a name: 许某某 执法证号:32000100612. */
export function signedNumbers(view: TextView): readonly SignedNumber[] {
  return [...view.text.matchAll(NAME_AND_NUMBER)].flatMap((match) => {
    const name = match[1] ?? ''
    if (!isPersonName(name)) return []
    const end = match.index + match[0].length
    const printed = match[3] ?? ''
    const whole = withRestOfNumber(view, printed, end)
    return [
      {
        name,
        start: match.index + match[0].indexOf(name),
        label: match[2] ?? '',
        number: whole.text,
        numberStart: end - printed.length,
        numberEnd: whole.end,
      },
    ]
  })
}
