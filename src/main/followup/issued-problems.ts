/** The problems of an issued opinion: those of its answers, in the words of the document that was signed. */
import type { OfficialDocument } from '../../shared/documents/model.ts'
import { problemsOf, type Problem } from '../../shared/followup/problems.ts'
import { problemsFound } from '../../shared/opinion/compose.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import { reviewState } from '../checklist/review-state.ts'
import type { CallContext } from '../core/handler.ts'
import type { OpinionRecord } from '../opinion/opinion-record.ts'

/** In the order of their numbers. */
export function issuedProblems(context: CallContext, record: CaseRecord, opinion: OpinionRecord): Problem[] {
  const review = reviewState(context, record, opinion.round)
  const title = review.catalogue.wording.find(({ id }) => id === 'section.problems')?.text['zh-CN'].replace(/^[一二三四五六七八九十]+、/u, '') ?? ''
  return problemsOf(problemsFound(review), opinion.document === null ? [] : sectionsOf(opinion.document, title))
}

/** The numbered parts of the document: the eight headings, which are of the second level, and the advice. */
function sectionsOf({ blocks }: OfficialDocument, adviceTitle: string): { id: string; text: string }[] {
  const sections: { id: string; lines: string[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const id = block.level === 2 ? `heading.${block.text}` : block.text === adviceTitle ? 'problems' : 'other'
      sections.push({ id, lines: [] })
    } else if (block.kind === 'paragraph') {
      const words = block.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')
      sections.at(-1)?.lines.push(words)
    }
  }
  return sections.map(({ id, lines }) => ({ id, text: lines.join('\n') }))
}
