/** Days on which something printed in a document ends to be valid (有效期至). */
import type { IsoDate } from '../../values/values.ts'
import type { CaseDocument } from '../case-file.ts'
import { onceADocument } from '../once-a-document.ts'
import { placeOf } from '../places.ts'
import type { Place } from '../rule.ts'

export interface Expiry extends Place {
  readonly until: IsoDate
  /** Null where only the last day is printed. */
  readonly from: IsoDate | null
  /** The words before it on its page, white space removed. */
  readonly before: string
}

const WORDS_BEFORE = 40
const TERM = /有效(?:期限|期|日期)?(?:（[^）]{0,10}）)?(?:截止|届满)?(?:为|是|自)?[：:]?(?:至|到|截至|截止到?|止)?$/u

export const expiriesOf = onceADocument(readExpiries)

function readExpiries(document: CaseDocument): readonly Expiry[] {
  return document.facts.dates.flatMap((date): Expiry[] => {
    const page = document.file.text.pages.find(({ number }) => number === date.passage.page)
    const before = (page?.text.slice(Math.max(0, date.passage.start - WORDS_BEFORE), date.passage.start) ?? '').replace(
      /\s/gu,
      '',
    )
    const known = date.meaning === 'qualificationUntil' || date.meaning === 'certificateUntil'
    if (!known && !TERM.test(before)) return []
    return [
      {
        ...placeOf(document, date),
        from: date.until === null ? null : date.day,
        until: date.until?.day ?? date.day,
        before,
      },
    ]
  })
}
