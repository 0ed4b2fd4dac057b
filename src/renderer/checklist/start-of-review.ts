/** Where a review begins: the question, and the paper beside it. */
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Checklist } from '../../shared/checklist/contract.ts'
import type { Material } from '../../shared/materials/contract.ts'
import { materialReference } from '../materials/viewer/evidence-document.ts'
import { placeIn } from '../workspace/last-place.ts'
import { firstEvidence } from './evidence-target.ts'
import { firstQuestion, headingOf, type OrderedHeading } from './question-order.ts'
import { headingsOf } from './review-state.ts'

/** @param startAt where to begin, such as a reason of the opinion that was clicked */
export function startOf(caseId: string, headings: readonly OrderedHeading[], checklist: Checklist, startAt: string | null): string | null {
  const asked = startAt ?? placeIn(caseId).question ?? null
  if (headingOf(headings, asked) !== undefined) return asked
  const saved = new Map(checklist.headings.flatMap((heading) => heading.questions.map((one) => [one.questionId, one.answer?.answer ?? null] as const)))
  return firstQuestion(headings, saved)
}

/** The paper that is shown first when the case is opened; undefined where there is none. */
export function firstPaper(detail: CaseDetail, checklist: Checklist): Material | undefined {
  const target = firstEvidence(detail, checklist, startOf(detail.id, headingsOf(checklist), checklist, null))
  return detail.materials.find(({ id }) => materialReference(id) === target?.reference)
}
