/** A person without a mouse: only keys, and only what has the focus. */
import type { Locator, Page } from 'playwright-core'
import { eventually } from './eventually.ts'

/** More stops than any screen has between one control and the next one wanted. */
const MOST_STOPS = 250

export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.first().evaluate((element) => element === document.activeElement || (element.contains(document.activeElement) && element.matches('label, .ant-select')))

/** What has the focus, in words, for a test that failed. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    return at === null ? 'nothing' : `${at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? at.textContent?.slice(0, 20) ?? ''}`.trim()
  })
}

/** Presses Tab until the control has the focus, and looks that the focus can be seen there. */
export async function reach(page: Page, control: Locator, back = false): Promise<void> {
  await control.first().waitFor()
  const stops: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(control)) {
      await eventually(() => focusShows(control)).toBe(true)
      return
    }
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    stops.push(await focused(page))
  }
  throw new Error(`Tab never came to ${String(control)}; it came by ${[...new Set(stops)].slice(-40).join(' | ')}`)
}

/** An outline or a ring, on the control or on the frame that is drawn around it. */
const focusShows = (control: Locator): Promise<boolean> =>
  control.first().evaluate((element) => {
    const frame = element.closest('.ant-input-affix-wrapper, .ant-select, .ant-picker, .ant-radio-wrapper, .ant-checkbox-wrapper, .fs-choice, label')
    return [element, frame].some((at) => {
      if (at === null) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
  })

export async function press(page: Page, control: Locator): Promise<void> {
  await reach(page, control)
  await page.keyboard.press('Enter')
}

/** Puts words into a field as the clipboard does. */
export async function write(page: Page, control: Locator, words: string): Promise<void> {
  await reach(page, control)
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(words)
}

/** Goes past the navigation into the screen by the link that every page begins with. */
export async function skipToContent(page: Page): Promise<void> {
  await reach(page, page.locator('.fs-skip'), true)
  await page.keyboard.press('Enter')
}
