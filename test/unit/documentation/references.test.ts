/** What the documents point to is there. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf, page, PAGES, prose, quotedIn, ROOT, type Page } from './pages.ts'

/** Folders of the project whose files the documents may name; made ones (`out`, `node_modules`) are not among them. */
const MADE = new Set(['out', 'node_modules', '.git', '.cache', 'coverage'])
const FOLDERS = new Set(readdirSync(ROOT, { withFileTypes: true }).filter((one) => one.isDirectory() && !MADE.has(one.name)).map(({ name }) => name))
const FEATURE = 'FEATURE'

function linksIn(of: Page): string[] {
  return [...prose(of).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '')
}

function anchorsOf(path: string): Set<string> {
  const headings = [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => text ?? '')
  return new Set(headings.map((text) => text.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')))
}

function isThere(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? from : join(dirname(from), decodeURI(path))
  return existsSync(join(ROOT, file)) && (anchor === undefined || anchorsOf(file).has(anchor))
}

/** A name in backticks that says it lies in the project: its first folder is one of the project's. */
function pathsIn(of: Page): string[] {
  return quotedIn(of).filter((quoted) => !/\s/.test(quoted) && quoted.includes('/') && FOLDERS.has(quoted.split('/')[0] ?? ''))
}

function matchesSomething(path: string): boolean {
  if (path.includes('NNNN')) return existsSync(join(ROOT, dirname(path)))
  if (path.includes(FEATURE)) return globSync(path.replaceAll(FEATURE, '*'), { cwd: ROOT }).length > 0
  return existsSync(join(ROOT, path))
}

const scripts = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts

describe.each(PAGES.map((one) => [one.path, one] as const))('%s', (path, of) => {
  it('links to files and headings that exist', () => {
    const broken = linksIn(of).filter((target) => !/^[a-z]+:/.test(target) && !isThere(path, target))
    expect(broken).toEqual([])
  })

  it('names files of the project that exist', () => {
    expect(pathsIn(of).filter((one) => !matchesSomething(one))).toEqual([])
  })

  it('names npm scripts that exist', () => {
    const everything = [...quotedIn(of), ...blocksOf(of, 'sh')].join('\n')
    const named = [...everything.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})

it('the check of names sees a file that is not there', () => {
  const made = { path: 'made.md', text: 'See `src/main/nowhere.ts`, `src/main/core/` and `src/shared/FEATURE/contract.ts`.' }
  expect(pathsIn(made).filter((one) => !matchesSomething(one))).toEqual(['src/main/nowhere.ts'])
})

it('the folder map of the README has a row for every folder of the sources', () => {
  const mapped = new Set(quotedIn(page('README.md')).map((one) => one.replace(/\/$/, '')))
  const folders = ['src/shared', 'src/main', 'src/renderer'].flatMap((above) =>
    readdirSync(join(ROOT, above), { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => `${above}/${name}`),
  )
  expect(folders.filter((folder) => !mapped.has(folder))).toEqual([])
})
