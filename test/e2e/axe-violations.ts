/** What axe-core finds on a page. Its source is put in through the debugger, which the content security policy does not concern. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * A rule for people who command the computer by voice: the name has to contain the text that is seen. Days of a calendar,
 * steps of a timeline and links that show a number have longer names, which say what the number is.
 */
const OTHER_RULES = { 'label-content-name-mismatch': { enabled: false } }

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

/** What is serious or critical, one line for each place: rule, what it asks for, where, why. */
export async function axeViolations(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(SOURCE)
  const violations = (await page.evaluate(async ({ selector, rules }) => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: unknown[] }> } }
    const { violations: found } = await axe.run(selector ?? document, { resultTypes: ['violations'], rules })
    return found
  }, { selector: within, rules: OTHER_RULES })) as Violation[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${(failureSummary ?? '').replaceAll(/\s+/g, ' ')}`))
}
