import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { chineseNumeral, formatCitation } from '../../../src/shared/catalogue/citation.ts'
import { SUBJECTS } from '../../../src/shared/catalogue/schema.ts'
import { parseLaw } from '../../../src/shared/laws/parse-law.ts'

const ROOT = join(import.meta.dirname, '../../..')
const LIBRARIES = [join(ROOT, '../shared/laws'), join(ROOT, '../shared/laws-enforcement')]
const catalogue = loadCatalogue(join(ROOT, 'resources/catalogue'))

/** Titles as file names carry them: without the country, 最高人民法院 rules by their full name, no brackets or date. */
function plain(name: string): string {
  return name.replace(/\.md$/, '').replace(/\(\d{4}-\d{2}-\d{2}\)$/, '').replace(/^中华人民共和国/, '').replaceAll(/\s/g, '')
}

interface Text { readonly path: string; readonly date: string }

function texts(): Map<string, Text[]> {
  const found = new Map<string, Text[]>()
  for (const library of LIBRARIES.filter((one) => existsSync(one))) {
    for (const entry of readdirSync(library, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.md')) continue
      const date = /\((\d{4}-\d{2}-\d{2})\)\.md$/.exec(entry.name)?.[1] ?? ''
      const title = plain(entry.name)
      found.set(title, [...(found.get(title) ?? []), { path: join(entry.parentPath, entry.name), date }])
    }
  }
  return found
}

/** The articles of a text: for each its paragraphs (款), for each of those how many items (项) it lists. */
type Articles = ReadonlyMap<string, readonly number[]>

function articlesOf(path: string): Articles {
  const articles = new Map<string, number[]>()
  let current: number[] | undefined
  for (const line of readFileSync(path, 'utf8').split('\n').map((one) => one.replace(/^[\s　#*]+/, ''))) {
    const heading = /^(第[一二三四五六七八九十百千零]+条)/.exec(line)?.[1]
    if (heading !== undefined) {
      current = articles.has(heading) ? undefined : [0]
      if (current !== undefined) articles.set(heading, current)
    } else if (/^第[一二三四五六七八九十]+[章节编]/.test(line)) current = undefined
    else if (/^[（(][一二三四五六七八九十]+[）)]/.test(line)) current?.push((current.pop() ?? 0) + 1)
    else if (line.trim() !== '') current?.push(0)
  }
  return articles
}

const available = texts()
/** Texts that bear no day in their name say it in their head. */
function dayOf({ path, date }: Text): string {
  return date === '' ? (parseLaw({ name: basename(path), folders: '', text: readFileSync(path, 'utf8') })?.versionDate ?? '') : date
}

/** The newest text of each registered law whose present version was read. */
const readable = catalogue.laws.filter(({ verified }) => verified).flatMap((law) => {
  const titles = [law.title['zh-CN'], ...law.aliases]
  const candidates = titles.flatMap((title) => available.get(plain(title)) ?? [])
  const [newest] = candidates.toSorted((left, right) => (dayOf(left) < dayOf(right) ? 1 : -1))
  return newest === undefined || law.highestArticle === null ? [] : [{ law, articles: articlesOf(newest.path) }]
})
const none = readable.length === 0
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
if (none) say(`skipped: ${catalogue.laws.length} registered laws have no text here to be checked against`)
else say(`${readable.length} of ${catalogue.laws.length} registered laws are checked against their text`)

describe.skipIf(none)('the register of laws, held against the texts', () => {
  // The Civil Code is kept in eight files, which do not number one text.
  const separate = readable.filter(({ law, articles }) => articles.size > 1 && law.id !== 'cc')

  it.each(separate)('$law.title.zh-CN ends with article $law.highestArticle', ({ law, articles }) => {
    const last = law.highestArticle ?? 0
    expect(articles.has(`第${chineseNumeral(last)}条`)).toBe(true)
    expect(articles.has(`第${chineseNumeral(last + 1)}条`)).toBe(false)
  })

  it('has every article, paragraph and item that a verified row cites', () => {
    const known = new Map(readable.map(({ law, articles }) => [law.title['zh-CN'], articles]))
    let checked = 0
    for (const subject of SUBJECTS) {
      for (const row of catalogue[subject].filter((one) => one.verified)) {
        for (const citation of row.basis) {
          const articles = known.get(citation.law)
          if (articles === undefined || articles.size <= 1 || citation.article === undefined) continue
          const where = `${subject} ${row.id} ${formatCitation(citation, 'zh-CN')}`
          const paragraphs = articles.get(`第${chineseNumeral(citation.article)}条`)
          expect(paragraphs, where).toBeDefined()
          expect(paragraphs?.length, where).toBeGreaterThanOrEqual(citation.paragraph ?? 1)
          const items = paragraphs?.[(citation.paragraph ?? 1) - 1] ?? 0
          expect(items, where).toBeGreaterThanOrEqual(citation.item ?? 0)
          checked += 1
        }
      }
    }
    say(`${checked} citations of verified rows were found in the texts`)
    expect(checked).toBeGreaterThan(200)
  })
})
