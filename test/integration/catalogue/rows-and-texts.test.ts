/** What the catalogue says of a provision, held against the texts beside the project; skipped and counted without them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isLawFile } from '../../../src/main/laws/law-files.ts'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { chineseNumeral, type Citation } from '../../../src/shared/catalogue/citation.ts'
import type { ParsedLaw } from '../../../src/shared/laws/law-text.ts'
import { articleText } from '../../../src/shared/laws/law-words.ts'
import { parseLaw } from '../../../src/shared/laws/parse-law.ts'
import { lawRegister } from '../../../src/shared/laws/register-lookup.ts'

const ROOT = join(import.meta.dirname, '../../..')
const FOLDERS = ['laws', 'laws-enforcement'].map((name) => join(ROOT, '../shared', name)).filter((folder) => existsSync(folder))
const catalogue = loadCatalogue(join(ROOT, 'resources/catalogue'))
const register = lawRegister(catalogue.laws)

/** So many characters in a row are the law's own words. */
const OWN_WORDS = 15
/** The only gists that nobody held against a text: no library that the project knows has it. */
const UNREAD = [
  'gist.gb-11643',
  'gist.gb-32100',
  'gist.gbf-2024-54',
  'gist.police-criminal.180.2',
  'gist.supervision-of-enforcement',
  'gist.urban-rural-planning.64',
  'gist.urban-rural-planning.68',
]

/** The texts of every registered law, all versions, by the id of its row. */
function texts(): Map<string, ParsedLaw[]> {
  const found = new Map<string, ParsedLaw[]>()
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !isLawFile(entry.name) || entry.name.endsWith('.docx')) continue
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      const law = parseLaw({ name: entry.name, folders: relative(folder, entry.parentPath), text })
      // a code that is kept in several files: 民法典（总则）
      const row = law === null ? null : (register.find(law.title) ?? register.find(law.title.replace(/（.*）$/u, '')))
      if (law !== null && row !== null) found.set(row.id, [...(found.get(row.id) ?? []), law])
    }
  }
  return found
}

const library = texts()
const textsOf = ({ law }: Citation): readonly ParsedLaw[] => library.get(register.find(law)?.id ?? '') ?? []
const none = library.size === 0
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
if (none) say(`skipped: no text is here to hold ${catalogue.gists.length} gists and ${catalogue.periods.length} periods against`)

/** The words of the place in the version of that day; null where this text does not have it. */
function wordsOf(law: ParsedLaw, { article, paragraph, item }: Citation): string | null {
  if (article === undefined) {
    const point = law.articles.find(({ level, number }) => level === 2 && number === item)
    return point === undefined ? null : articleText(point)
  }
  const found = law.articles.find(({ level, number, sub }) => level === 0 && number === article && sub === 0)
  const cited = paragraph === undefined ? undefined : found?.paragraphs[paragraph - 1]
  if (found === undefined || (paragraph !== undefined && cited === undefined)) return null
  if (item !== undefined && cited?.items.find(({ number }) => number === item) === undefined) return null
  return articleText(cited === undefined ? found : { paragraphs: [cited] })
}

/** Without punctuation and spaces: a comma more makes no words of one's own. */
const plain = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

describe.skipIf(none)('the gists', () => {
  it('never repeat the law', () => {
    let compared = 0
    for (const { id, basis: [citation], text } of catalogue.gists) {
      const gist = plain(text['zh-CN'])
      for (const law of textsOf(citation)) {
        const words = plain(law.articles.map(articleText).join('\n'))
        for (let at = 0; at + OWN_WORDS <= gist.length; at += 1) {
          const run = gist.slice(at, at + OWN_WORDS)
          expect(words.includes(run), `${id}: ${run}`).toBe(false)
        }
        compared += 1
      }
    }
    say(`${catalogue.gists.length} gists were held against ${compared} texts`)
    expect(compared).toBeGreaterThan(300)
  })

  it('that are verified are of a place that the named version has', () => {
    for (const { id, basis: [citation], versionDate } of catalogue.gists.filter(({ verified }) => verified)) {
      const versions = textsOf(citation).filter((law) => law.versionDate === versionDate)
      expect(versions.some((law) => wordsOf(law, citation) !== null), `${id} ${versionDate}`).toBe(true)
    }
    expect(catalogue.gists.flatMap(({ id, verified }) => (verified ? [] : [id])).toSorted()).toEqual(UNREAD)
  })
})

describe.skipIf(none)('the statutory periods', () => {
  const UNITS = { workingDay: ['日', '天', '个工作日'], calendarDay: ['日', '天'], month: ['个月'], year: ['年'], hour: ['小时'] } as const

  it('that are verified have their length in an article that they cite', () => {
    const verified = catalogue.periods.filter((period) => period.verified)
    const odd = verified.filter(({ length, unit, basis }) => {
      const words = basis.flatMap((citation) => textsOf(citation).map((law) => wordsOf(law, citation) ?? '')).join('\n')
      const numbers = [String(length), chineseNumeral(length), ...(length === 2 ? ['两'] : [])]
      return words !== '' && !numbers.some((number) => UNITS[unit].some((one) => words.includes(number + one)))
    })
    say(`${verified.length} verified periods were looked up`)
    expect(verified.length).toBeGreaterThan(30)
    expect(odd.map(({ id }) => id)).toEqual([])
  })
})
