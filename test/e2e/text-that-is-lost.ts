/** What a window loses at a large text size: words that are cut, controls that are covered or cannot be brought into view. */
import type { Page } from 'playwright-core'

/** Runs in the page. Everything is found in one go, since nothing may be drawn anew between two looks. */
function lost(): string[] {
  const CONTROLS = 'button, a[href], input:not([type=hidden]):not([type=file]), textarea, select, summary, [role=tab], [role=button], [role=option], [role=menuitem], [role=radio], label'
  /** What is wider than a window by its nature and is scrolled in its own frame. */
  const WIDE = 'table, [role=grid], [role=table], svg, pre, .evidence-scroll, .opinion-page, .sheet'
  const found: string[] = []
  const top = [...document.querySelectorAll('[role=dialog], .ant-dropdown, .ant-popover')].filter((one) => one.checkVisibility({ visibilityProperty: true })).at(-1)
  const scope = top ?? document.body
  const nameOf = (one: Element): string => {
    const words = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 30)
    return `${one.tagName.toLowerCase()}.${[...one.classList].slice(0, 2).join('.')} “${words}”`
  }
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll'

  // the page itself and its frames
  for (const one of [document.documentElement, document.body, ...scope.querySelectorAll('*')]) {
    const { overflowX, overflowY, display } = getComputedStyle(one)
    if (one.clientWidth === 0 || display === 'inline') continue
    const wider = one.scrollWidth > one.clientWidth + 1
    if (wider && (scrolls(overflowX) || one === document.documentElement || one === document.body) && one.querySelector(WIDE) === null && one.closest(WIDE) === null && !one.matches('input, textarea'))
      found.push(`scrolls sideways: ${nameOf(one)} ${one.scrollWidth} in ${one.clientWidth}`)
    // words that end at the edge of their box
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip'
    const own = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    const inControl = one.closest('button, a, label, [role=tab], [role=option], .ant-select, .fs-field, th, h1, h2, h3')
    if (!own || inControl === null || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const box = one.getBoundingClientRect()
    if (box.width <= 2 || box.height <= 2) continue
    const told = one.closest('[title]') !== null
    if (!told && ((wider && hides(overflowX)) || (one.scrollHeight > one.clientHeight + 3 && hides(overflowY)))) found.push(`cut: ${nameOf(one)} ${one.scrollWidth}×${one.scrollHeight} in ${one.clientWidth}×${one.clientHeight}`)
  }

  // every control, brought into view
  for (const control of scope.querySelectorAll(CONTROLS)) {
    if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || control.closest('[aria-hidden=true], [inert]') !== null) continue
    // a picture's parts lie where its days are; they have a test of their own, and the same stands in a table
    if (!(control instanceof HTMLElement)) continue
    const { width, height } = control.getBoundingClientRect()
    const { clipPath, pointerEvents } = getComputedStyle(control)
    // for screen readers only, a box that is drawn by its label, a link that comes when it gets the focus
    if (width <= 2 || height <= 2 || clipPath !== 'none' || control.matches('.fs-skip')) continue
    // tabs that have no room stand in the list behind the last one
    if (control.closest('.ant-tabs-nav')?.querySelector('.ant-tabs-nav-more')?.checkVisibility({ visibilityProperty: true }) === true) continue
    control.scrollIntoView({ block: 'center', inline: 'center' })
    // words that run over two lines have two boxes
    const [box = control.getBoundingClientRect()] = control.getClientRects()
    if (box.left < -1 || (box.right > innerWidth + 1 && control.closest(WIDE) === null)) {
      found.push(`out of the window: ${nameOf(control)} ${Math.round(box.left)}–${Math.round(box.right)}`)
      continue
    }
    const whole = pointerEvents === 'none' ? control.parentElement : control.closest('.fs-input-box, .ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number, .ant-segmented-item, .ant-checkbox-wrapper, .ant-radio-wrapper, label')
    const mine = whole ?? control
    const seenAt = (x: number, y: number): boolean => {
      const there = document.elementFromPoint(x, y)
      return there !== null && (mine.contains(there) || there.closest('label')?.contains(control) === true)
    }
    const y = Math.min(innerHeight - 2, Math.max(1, (box.top + box.bottom) / 2))
    const points = control.closest(WIDE) === null ? [box.left + Math.min(4, box.width / 2), (box.left + box.right) / 2, box.right - Math.min(4, box.width / 2)] : [(box.left + box.right) / 2]
    const covered = points.filter((x) => !seenAt(x, y))
    if (covered.length > 0) {
      const there = document.elementFromPoint(covered[0] ?? 0, y)
      found.push(`covered: ${nameOf(control)} by ${there === null ? 'nothing that is in view' : nameOf(there)}`)
    }
  }
  return found
}

export async function lostAtThisSize(page: Page): Promise<string[]> {
  return page.evaluate(lost)
}
