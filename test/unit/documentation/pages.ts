/** The project's documents, as the tests of this folder read them. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../../..')

export interface Page {
  /** Relative to the project, with `/`. */
  readonly path: string
  readonly text: string
}

export function page(path: string): Page {
  return { path, text: readFileSync(resolve(ROOT, path), 'utf8') }
}

export const PAGES: readonly Page[] = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/*.md', { cwd: ROOT })]
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()
  .map(page)

/** The bodies of the fenced blocks of a language. */
export function blocksOf({ text }: Page, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)\n```$/gm)].filter(([, of]) => of === language).map(([, , body]) => body ?? '')
}

/** The page without its fenced blocks. */
export function prose({ text }: Page): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '')
}

/** What stands in backticks in the prose. */
export function quotedIn(of: Page): string[] {
  return [...prose(of).matchAll(/`([^`\n]+)`/g)].map(([, quoted]) => quoted ?? '')
}
