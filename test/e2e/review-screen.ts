/** The review on the screen: questions, answers, findings. */
import type { Locator, Page } from 'playwright-core'
import { ANSWER_VALUES, type AnswerValue } from '../../src/shared/checklist/answers.ts'
import { ANSWER_LABELS } from '../../src/shared/catalogue/vocabulary-labels.ts'

export function question(page: Page, id: string): Locator {
  return page.locator(`[id="question-${id}"]`)
}

export function currentQuestion(page: Page): Locator {
  return page.locator('.question[aria-current=true]')
}

export function answerOf(page: Page, id: string, answer: AnswerValue): Locator {
  return question(page, id).getByRole('radio', { name: ANSWER_LABELS[answer]['zh-CN'], exact: true })
}

export function findingOf(page: Page, id: string): Locator {
  return page.getByLabel(`问题 ${id} 的审核发现`)
}

/** The key of an answer, 1 to 4. */
export function keyOf(answer: AnswerValue): string {
  return String(ANSWER_VALUES.indexOf(answer) + 1)
}
