/** The clauses that the notice told, where the decision slips in the paragraph. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { lastNotice } from '../facts/case-sections.ts'
import { basisOf, clausesOf, governingDay, plainLaw, type Clause } from './clauses.ts'

/**
 * Where the decision cites another paragraph of the article that the notice told, one of them is a slip (5.3 says so): a fine
 * inside the range of the notice is then no fine outside the range.
 */
export function clausesOfNotice(file: CaseFile, document: CaseDocument): readonly Clause[] {
  const notice = lastNotice(file)
  if (notice === null || notice === document) return []
  const own = basisOf(document)
  return basisOf(notice)
    .filter((told) =>
      own.some(({ law, article, paragraph }) => plainLaw(law) === plainLaw(told.law) && article === told.article && article !== null && paragraph !== told.paragraph),
    )
    .flatMap((told) => clausesOf(file, told, governingDay(file, notice)))
}
