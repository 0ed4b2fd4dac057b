/** In whose name a document goes out: heading and signature (落款), sections and delegates included. */
import type { CaseDocument } from '../../case-file.ts'
import { placeOf } from '../../places.ts'
import type { Place } from '../../rule.ts'
import { linesOf, placeOn } from '../printed-lines.ts'

export interface SigningBody extends Place {
  readonly name: string
}

/** The heading stands in the first lines, the signature in the last. */
const HEAD_LINES = 3
const FOOT_LINES = 6
const BODY_ALONE =
  /^[\s　]*([\u4e00-\u9fff（）()]{3,40}(?:股|科|室|队|办|处|所|组|部|小组|中心|站))[\s　]*(?:[（(](?:印章|盖章|公章|章)[）)])?[\s　]*(?:\d{4}年\d{1,2}月\d{1,2}日)?[\s　]*$/u
/** Said of somebody else in the last lines: 承办机构：执法一科. */
const LABELLED = /[：:\t]/u

/**
 * Issuers that were read as agencies, and lines at head and foot that hold nothing but the name of some other body, in
 * the order of the page.
 */
export function signingBodies(document: CaseDocument): readonly SigningBody[] {
  const agencies = document.facts.agencies
    .filter(({ role }) => role === 'issuer')
    .map((fact) => ({ ...placeOf(document, fact), name: fact.name }))
  const lines = linesOf(document)
  const edges = lines.filter((_, place) => place < HEAD_LINES || place >= lines.length - FOOT_LINES)
  const others = edges.flatMap((line): SigningBody[] => {
    const match = BODY_ALONE.exec(line.text)
    if (match === null || LABELLED.test(line.text)) return []
    const name = match[1] ?? ''
    if (agencies.some((agency) => agency.name === name)) return []
    return [{ ...placeOn(line, match), name }]
  })
  return [...agencies, ...others].toSorted(
    (one, other) => one.passage.page - other.passage.page || one.passage.start - other.passage.start,
  )
}
