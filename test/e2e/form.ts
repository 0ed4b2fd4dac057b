/** Fields, choices and dialogs as a person finds them: by their labels. */
import type { Locator, Page } from 'playwright-core'

type Scope = Page | Locator

function pageOf(scope: Scope): Page {
  return 'page' in scope && typeof scope.page === 'function' ? scope.page() : (scope as Page)
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The field with this label; a star after it says that it must be filled in. */
export function field(scope: Scope, label: string): Locator {
  return scope.getByLabel(new RegExp(`^${escaped(label)}\\*?$`))
}

export async function fillIn(scope: Scope, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(scope, label).fill(value)
}

/** Fills a day and leaves the field, as the Tab key does. */
export async function fillDay(scope: Scope, label: string, day: string): Promise<void> {
  await field(scope, label).fill(day)
  await field(scope, label).press('Tab')
}

/** The list of a choice that is open; one that is on its way out stands in the page for a moment more. */
export const OPEN_LIST = '.ant-select-dropdown:not(.ant-select-dropdown-hidden, .ant-slide-up-leave)'

/** More entries than any choice of the application has. */
const LONGEST_LIST = 60

/** Opens the list of a choice and walks to an entry with the arrow keys: long lists draw only what is in sight. */
export async function choose(scope: Scope, label: string, option: string): Promise<void> {
  const control = field(scope, label)
  const list = pageOf(scope).locator(OPEN_LIST)
  await control.click()
  await list.waitFor()
  const active = list.locator('.ant-select-item-option-active')
  const seen: string[] = []
  for (let step = 0; step < LONGEST_LIST; step += 1) {
    if ((await active.count()) > 0) {
      const name = (await active.innerText()).trim()
      seen.push(name)
      if (name === option) {
        await control.press('Enter')
        await list.waitFor({ state: 'hidden' })
        return
      }
    }
    await control.press('ArrowDown')
  }
  throw new Error(`“${label}” offers ${[...new Set(seen)].join(', ')}, and not ${option}`)
}

/** The button with this name; the picture before it may have a name of its own. */
export function button(scope: Scope, name: string): Locator {
  return scope.getByRole('button', { name: new RegExp(`^([a-z-]+ )?${escaped(name)}$`) })
}

/** The dialog on top. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog').last()
}

/** Presses a button of the dialog on top and waits until the dialog is gone. */
export async function finishDialog(page: Page, name: string): Promise<void> {
  const open = dialog(page)
  // The cross in the corner closes a dialog too, so the button is sought at the foot.
  await button(open.locator('.ant-modal-footer'), name).click()
  await open.waitFor({ state: 'hidden' })
}
