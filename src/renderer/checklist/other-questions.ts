/** What else rests on an article (同样据此审核): the other questions of the catalogue that are reviewed on it. Pure. */
import type { Citation } from '../../shared/catalogue/citation.ts'
import type { Question } from '../../shared/catalogue/schema.ts'

/** Those on the same article, whatever the paragraph, or on the same point of a document without articles; in the order of the catalogue. */
export function otherQuestionsOn(questions: Iterable<Question>, own: Question, { law, article, item }: Citation): readonly Question[] {
  return [...questions].filter(
    (question) =>
      question.id !== own.id &&
      question.basis.some((one) => one.law === law && one.article === article && (article !== undefined || one.item === item)),
  )
}
