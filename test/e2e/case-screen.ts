/** One case on the screen: its tabs, its acts, whether what is typed is kept. */
import type { Locator, Page } from 'playwright-core'
import { button } from './form.ts'

/** Goes to an address of the window without loading it anew. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

export function shownCase(page: Page, caseId: string): Locator {
  return page.locator(`.case[data-case="${caseId}"]`)
}

export async function openCase(page: Page, caseId: string): Promise<void> {
  await visit(page, `/cases/${caseId}`)
  // the screen before stays until the case is there
  await shownCase(page, caseId).getByRole('tablist').waitFor()
}

export async function openTab(page: Page, tab: '概况' | '送审材料' | '审核' | '裁量' | '意见书' | '移送' | '后续' | '文书' | '责任' | '公开'): Promise<void> {
  // the tab of the papers carries their number
  const one = page.getByRole('tab', { name: new RegExp(`^${tab}( ?\\d+)?$`) })
  await one.click()
}

/** A button in the header of the case. */
export function act(page: Page, name: string): Locator {
  return button(page.locator('.case-acts'), name)
}

export function stateMark(page: Page, state: string): Locator {
  return page.locator('.case-marks').getByText(state, { exact: true })
}

/** The quiet mark that what was typed into the case is kept. */
export function savedMark(page: Page): Locator {
  return page.locator('.save-mark').getByText(/^已保存 \d/)
}
