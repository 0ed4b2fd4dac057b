/** Controls on which the focus cannot be seen. */
import type { Page } from 'playwright-core'

/** Runs in the page: one control of each kind, told by its classes, is given the focus. */
async function unseen(): Promise<string[]> {
  const CONTROLS = 'a[href], button:not([disabled]), input:not([type=hidden]):not([type=file]):not([disabled]), textarea:not([disabled]), select:not([disabled]), summary, [tabindex="0"]'
  const top = [...document.querySelectorAll('[role=dialog]')].filter((one) => one.checkVisibility({ visibilityProperty: true })).at(-1)
  /** Outlines and edges of the control and of what is drawn around or beside it. */
  const drawn = (control: Element): string => {
    const around = [control, control.parentElement, control.parentElement?.parentElement, control.parentElement?.parentElement?.parentElement]
    // a step in a picture shows it on its mark
    return [...around, control.nextElementSibling, control.previousElementSibling, control.querySelector('circle, rect')]
      .map((one) => {
        if (one === null || one === undefined) return ''
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, stroke, strokeWidth } = getComputedStyle(one)
        return [outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`, boxShadow, borderColor, stroke, strokeWidth].join()
      })
      .join('|')
  }
  const before = document.activeElement
  const found: string[] = []
  const kinds = new Set<string>()
  for (const control of (top ?? document).querySelectorAll<HTMLElement>(CONTROLS)) {
    const kind = `${control.tagName} ${control.className.toString()} ${control.getAttribute('role') ?? ''} ${control.parentElement?.className ?? ''}`
    if (kinds.has(kind) || !control.checkVisibility({ visibilityProperty: true }) || control.closest('[aria-hidden=true], [inert]') !== null) continue
    kinds.add(kind)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const without = drawn(control)
    control.focus({ preventScroll: true })
    // what is drawn by the library after the event
    await new Promise((done) => setTimeout(done))
    if (document.activeElement === control && drawn(control) === without) found.push(`the focus is not seen: ${control.tagName.toLowerCase()}.${[...control.classList].join('.')} “${(control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 30)}”`)
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return found
}

/** Somebody has just pressed a key, so that the window shows the focus wherever it goes. */
export async function controlsWithUnseenFocus(page: Page): Promise<string[]> {
  // the Tab key closes a menu, which shows its focus in its own way
  if ((await page.locator('.ant-dropdown:visible').count()) > 0) return []
  await page.keyboard.press('Tab')
  return page.evaluate(unseen)
}
