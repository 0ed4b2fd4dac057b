/** Names of the elements by which the keys of the review reach the texts of an answer. */

/** finding 审核发现, suggestion 处理建议, note 备注. */
export const TEXTS = ['finding', 'suggestion', 'note'] as const
export type TextName = (typeof TEXTS)[number]

/** The field itself, the button that adds it, or the one that adds it and opens its phrases. */
export function textId(name: TextName, questionId: string, part?: 'add' | 'phrases-after'): string {
  return part === undefined ? `${name}-${questionId}` : `${part}-${name}-${questionId}`
}
