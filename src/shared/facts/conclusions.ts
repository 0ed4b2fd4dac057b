/** Conclusions (意见、结论) printed in a document: 审核意见:不同意…, 同意立案, 一致同意. */
import type { ConclusionFact } from './facts.ts'
import type { DocumentKindId } from '../intake/document-part.ts'
import type { LabelledField } from './labelled-fields.ts'
import type { NormalisedText } from './normalised-text.ts'

const OF: readonly (readonly [ConclusionFact['of'], RegExp])[] = [
  ['review', /^(?:法制)?审核(?:意见|结论)$|^法制(?:机构)?审核意见$/u],
  ['discussion', /^(?:集体)?讨论(?:结论|决定|意见|结果)$|^会议(?:结论|决定)$|^审议(?:结论|意见)$/u],
  ['recheck', /^复核(?:意见|结论|结果)$/u],
  ['hearing', /^听证(?:意见|结论|主持人意见)$/u],
  [
    'approval',
    /(?:负责人|领导|机关|机构|部门|局长|主管|审批|批准)(?:的?)?(?:意见|审批|审批意见|批示|签批|审批情况)$|^(?:审批意见|领导意见|批示)$|^(?:承办机构|分管|机关|局)?(?:负责人)$/u,
  ],
]
const AGAINST = /不同意(?!见)|不予(?:同意|通过|批准|立案|采纳)|不通过|未通过|退回|不采纳|不成立|重新送审|纠正后/u
const FOR = /同意|通过|批准|采纳|成立|合法|准予|按.{0,12}意见(?:作出|办理|处理|执行)|维持|予以(?:立案|处罚)/u
const HEADING =
  /(?:^|\n)((?:[一二三四五六七八九十]、)?(?:法制审核意见|审核意见|审核结论|讨论结论|集体讨论意见|讨论决定|复核结论|复核意见|听证意见|听证结论|处理意见))\n([^\n]{2,400})/gu

function conclusion(of: ConclusionFact['of'], text: string): Omit<ConclusionFact, 'passage'> | null {
  const against = AGAINST.test(text)
  if (!against && !FOR.test(text)) return null
  return { of, agrees: !against, text }
}

/** All conclusions in the order of the page. */
export function readConclusions(
  { spaced, tight }: NormalisedText,
  fields: readonly LabelledField[],
  kind: DocumentKindId,
): readonly ConclusionFact[] {
  const facts: ConclusionFact[] = []
  const add = (of: ConclusionFact['of'], text: string, passage: ConclusionFact['passage']): void => {
    const read = conclusion(of, text)
    if (read !== null) facts.push({ ...read, passage })
  }
  for (const field of fields) {
    const printed = OF.find(([, pattern]) => pattern.test(field.label))?.[0]
    if (printed === undefined || field.form === 'column' || field.value === '') continue
    if (/^(?:.{0,6}负责人)$/u.test(field.label) && !/^(?:不?同意|请|退回|批准)/u.test(field.value)) continue
    // In the opinion of the legal office 审核 is its own word; on a form of the handling office it is an approval.
    const of =
      printed === 'review' && kind !== 'review-opinion' && field.label.startsWith('审核') && kind !== 'other'
        ? 'approval'
        : printed
    add(of, field.value, spaced.passage(field.start, field.end))
  }
  for (const match of tight.text.matchAll(HEADING)) {
    const heading = (match[1] ?? '').replace(/^[一二三四五六七八九十]、/u, '')
    const named =
      heading === '处理意见'
        ? kind === 'hearing-report'
          ? ('hearing' as const)
          : undefined
        : OF.find(([, pattern]) => pattern.test(heading))?.[0]
    if (named === undefined) continue
    const start = match.index + match[0].length - (match[2] ?? '').length
    add(named, match[2] ?? '', tight.passage(start, start + (match[2] ?? '').length))
  }
  facts.sort((one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start)
  // What a label and a heading both lead to is one conclusion.
  return facts.filter(({ passage }, index) => {
    const before = facts[index - 1]?.passage
    return before === undefined || before.page !== passage.page || before.end <= passage.start
  })
}
