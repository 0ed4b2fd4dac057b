/** What axe-core finds on a page. Its source is put in through the debugger, which the content security policy does not concern. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What WCAG asks for at levels A and AA, and what axe itself calls good practice. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block']

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string; readonly failureSummary?: string }[]
}

type Axe = { run(context: unknown, options: unknown): Promise<{ violations: unknown[] }> }

/** What is serious or critical, on the page or within a part of it; one line for each place: rule, what it asks for, where, why. */
export function axeViolations(page: Page, within?: string): Promise<string[]> {
  return violationsOf(page, { type: 'tag', values: ALL }, within)
}

/** The same for a page that has been looked at and has only changed its colours since. */
export function colourViolations(page: Page): Promise<string[]> {
  return violationsOf(page, { type: 'rule', values: COLOURS })
}

interface Rules {
  readonly type: 'tag' | 'rule'
  readonly values: readonly string[]
}

async function violationsOf(page: Page, rules: Rules, within?: string): Promise<string[]> {
  // once for each document; a screen is changed within it
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE)
  const violations = (await page.evaluate(async ({ selector, runOnly }) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    // the window has one frame, and none of the answers is about files that would have to be loaded
    const options = { runOnly, resultTypes: ['violations'], iframes: false, preload: false }
    const { violations: found } = await axe.run(selector ?? document, options)
    return found
  }, { selector: within, runOnly: rules })) as Violation[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${html.slice(0, 160)}: ${(failureSummary ?? '').replaceAll(/\s+/g, ' ')}`),
    )
}
