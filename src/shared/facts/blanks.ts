/** What a template leaves to be filled in (空白、占位). Names masked by 某 and numbers masked by a publisher are none. */
import type { BlankFact } from './facts.ts'
import type { NormalisedText, TextView } from './normalised-text.ts'

interface Pattern {
  readonly pattern: RegExp
  /** False where the words around it show that nothing was left out. */
  readonly holds?: (before: string, after: string, found: string) => boolean
}

const MASKED_VALUE = /(?:电话|号码|手机|身份证号?|证号|账号|代码|联系方式|编号)(?:\([^()]*\))?[:\t]?[ \u3000]*$/u

const PATTERNS: readonly Pattern[] = [
  { pattern: /_{2,}|＿{2,}/gu },
  {
    pattern: /[×✕✖]{2,8}|X{2,8}|x{2,8}/gu,
    holds: (before, after) =>
      !/[\dA-Za-z*]$/u.test(before) && !/^[\dA-Za-z*]/u.test(after) && !MASKED_VALUE.test(before),
  },
  { pattern: /[([](?:此处)?(?:请)?(?:填写|填入|插入|写明|选填|按实际)[^()[\]\n]{0,40}[)\]]/gu },
  {
    pattern: /年[ \u3000_]+月(?:[ \u3000_]+日)?|年月[ \u3000_]+日|(?:^|\n)[ \u3000]*年月日(?=\s*(?:\n|$))/gu,
    holds: (before) => !/(?:出生|[前今去])$/u.test(before),
  },
  { pattern: /月[ \u3000_]+日/gu, holds: (before) => !/年[ \u3000_]*$/u.test(before) },
  {
    pattern:
      /\][ \u3000_]*(?:第)?[ \u3000_]+号|第[ \u3000_]{1,}号|\[[ \u3000_]*\](?=[ \u3000]*(?:第)?[ \u3000_\d]*号)/gu,
  },
  { pattern: /[○〇●□]{3,}(?=[局委厅县市区公司年月日元])/gu },
  { pattern: /(?:人民币)[ \u3000]{2,}元|(?:罚款|大写)[:：]?[ \u3000]{2,}(?:元|整)/gu },
]

function blanksOf(view: TextView): BlankFact[] {
  return PATTERNS.flatMap(({ pattern, holds }) =>
    [...view.text.matchAll(pattern)].flatMap((match) => {
      const end = match.index + match[0].length
      const before = view.text.slice(Math.max(0, match.index - 16), match.index)
      if (holds !== undefined && !holds(before, view.text.slice(end, end + 4), match[0])) return []
      return [{ text: match[0].trim(), passage: view.passage(match.index, end) }]
    }),
  )
}

/** In the order of the page, each place once. */
export function readBlanks({ spaced }: NormalisedText): readonly BlankFact[] {
  return blanksOf(spaced).sort(
    (one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start,
  )
}
