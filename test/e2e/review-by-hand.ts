/** Answering a question with everything that belongs to a problem: finding, suggestion, pinned page and rectangle. */
import type { Locator, Page } from 'playwright-core'
import type { AnswerValue } from '../../src/shared/checklist/answers.ts'
import { ANSWER_LABELS } from '../../src/shared/catalogue/vocabulary-labels.ts'
import { button } from './form.ts'
import { eventually } from './eventually.ts'
import { currentQuestion, findingOf, keyOf, question } from './review-screen.ts'

/** Typed key by key into the finding of the first question. */
export const FIRST_FINDING = '现场检查笔录有两名执法人员签名，执法证号与名册一致。'

const isCurrent = (page: Page, id: string): Promise<void> =>
  eventually(() => currentQuestion(page).getAttribute('id')).toBe(`question-${id}`)

/** Waits until the question is the current one, answers it by its key and waits until the screen shows that. */
export async function answerByKey(page: Page, id: string, answer: AnswerValue): Promise<void> {
  await isCurrent(page, id)
  await page.keyboard.press(keyOf(answer))
  await question(page, id).getByRole('radio', { name: ANSWER_LABELS[answer]['zh-CN'], exact: true, checked: true }).waitFor()
}

interface Problem {
  readonly finding: string
  readonly suggestion: string
}

/** Writes what was found and what should be done into the current question. */
export async function writeProblem(page: Page, id: string, { finding, suggestion }: Problem): Promise<void> {
  await page.keyboard.press('e')
  await findingOf(page, id).fill(finding)
  await page.getByLabel(`问题 ${id} 的处理建议`).fill(suggestion)
  await page.keyboard.press('Escape')
}

/** The side of the evidence. */
const evidence = (page: Page): Locator => page.locator('.evidence-side').first()

const pins = (page: Page, id: string): Locator => question(page, id).locator('.pin')

interface Place {
  readonly file: string
  readonly page: number | null
}

/** Opens a paper beside the questions, at a page where it has pages. */
export async function showPaper(page: Page, { file, page: number }: Place): Promise<void> {
  await page.getByRole('button', { name: /全部 \d+ 份/ }).click()
  await page.getByRole('menuitem', { name: file }).click()
  await evidence(page).locator('.evidence-tab[aria-current=true]').getByText(file).waitFor()
  if (!file.endsWith('.pdf')) {
    await evidence(page).locator('.evidence-paper').waitFor()
    return
  }
  await eventually(() => evidence(page).getByLabel('页码').inputValue()).toMatch(/^\d+$/)
  for (;;) {
    const at = Number(await evidence(page).getByLabel('页码').inputValue())
    if (at === (number ?? 1)) return
    await button(evidence(page), at < (number ?? 1) ? '下一页' : '上一页').click()
    await eventually(async () => Number(await evidence(page).getByLabel('页码').inputValue())).not.toBe(at)
  }
}

/** Opens the first of these places and pins it to the current question by its key. */
export async function pinPlace(page: Page, id: string, places: readonly Place[]): Promise<void> {
  const place = places.find(({ file }) => file.endsWith('.pdf')) ?? places[0]
  if (place === undefined) throw new Error(`the sample has no evidence for ${id}`)
  const before = await pins(page, id).count()
  await showPaper(page, place)
  await page.keyboard.press('p')
  const where = place.file.endsWith('.pdf') ? `${place.file.replace(/\.pdf$/, '')} 第${place.page ?? 1}页` : place.file.replace(/\.\w+$/, '')
  await pins(page, id).nth(before).getByText(where).waitFor()
}

/** Marks a rectangle on the page that is shown, by keys alone, and pins it to the current question. */
export async function pinRegion(page: Page, id: string, number: number): Promise<void> {
  const before = await pins(page, id).count()
  await evidence(page).locator('.evidence-scroll').focus()
  await page.keyboard.press('m')
  await evidence(page).getByRole('application', { name: `在第 ${number} 页圈注` }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await evidence(page).getByText('已圈注，按 P 钉到当前问题').waitFor()
  await page.keyboard.press('p')
  await pins(page, id).nth(before).waitFor()
}

/** Walks back to this question, heading by heading. */
export async function walkBack(page: Page, id: string): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    const at = await currentQuestion(page).getAttribute('id')
    if (at === `question-${id}`) break
    await page.keyboard.press('[')
    await eventually(() => currentQuestion(page).getAttribute('id')).not.toBe(at)
  }
  await isCurrent(page, id)
}
