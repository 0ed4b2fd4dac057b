/**
 * `node scripts/register-laws.ts FOLDER… [--title TITLE]…`: what the texts in the folders say of the registered laws (or of
 * the titles given), as rows for `resources/catalogue/laws.json`, and where the register says otherwise. Prints only;
 * English titles, sectors and what no text says are for a person to write.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import process from 'node:process'
import { loadCatalogue } from '../src/main/catalogue/load.ts'
import { isLawFile, textOfFile } from '../src/main/laws/law-files.ts'
import { parseLaw } from '../src/shared/laws/parse-law.ts'
import { titleKey } from '../src/shared/laws/law-title.ts'
import type { ParsedLaw } from '../src/shared/laws/law-text.ts'

const root = resolve(import.meta.dirname, '..')

function textsIn(folder: string): ParsedLaw[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile() || !isLawFile(entry.name)) return []
    const text = textOfFile(entry.name, readFileSync(join(entry.parentPath, entry.name)))
    const law = text === null ? null : parseLaw({ name: entry.name, folders: relative(folder, entry.parentPath), text })
    return law === null ? [] : [law]
  })
}

/** The oldest first; of one day the text with fewer problems. */
function versionsIn(laws: readonly ParsedLaw[]): ParsedLaw[] {
  const byDay = new Map<string, ParsedLaw>()
  for (const law of laws) {
    const day = law.inForceFrom ?? ''
    const there = byDay.get(day)
    if (there === undefined || there.problems.length > law.problems.length) byDay.set(day, law)
  }
  return [...byDay.values()].toSorted((one, other) => ((one.inForceFrom ?? '') < (other.inForceFrom ?? '') ? -1 : 1))
}

function rowOf(laws: readonly ParsedLaw[]) {
  const versions = versionsIn(laws)
  const last = versions.at(-1)
  if (last === undefined) return null
  const [first] = versions
  const said = first?.saidInForce ?? null
  const from = first?.inForceFrom ?? null
  const earlier =
    said !== null && from !== null && said < from ? [{ inForceFrom: said, highestArticle: null, verified: true }] : []
  const days = [
    ...earlier,
    ...versions.map((law) => ({
      inForceFrom: law.inForceFrom,
      highestArticle: law.highestArticle,
      verified: law.inForceCertain,
    })),
  ]
  return {
    title: last.title,
    kind: last.kind,
    number: last.number,
    highestArticle: last.highestArticle,
    inForceFrom: last.inForceFrom,
    verified: last.inForceCertain,
    earlierVersions: last.history.some(({ kind, day }) => day < (days[0]?.inForceFrom ?? '') && kind === 'revised'),
    versions: days.map((day, index) => ({ ...day, endedOn: days[index + 1]?.inForceFrom ?? null })),
    history: last.history.map(({ kind, day }) => `${day} ${kind}`),
  }
}

const parts = process.argv.slice(2)
const titles = parts.flatMap((part, index) => (part === '--title' ? [parts[index + 1] ?? ''] : []))
const folders = parts.filter((part, index) => part !== '--title' && parts[index - 1] !== '--title')
const byTitle = Map.groupBy(folders.flatMap(textsIn), ({ title }) => titleKey(title))
const registered = loadCatalogue(join(root, 'resources/catalogue')).laws
const rows = (titles.length > 0 ? titles : registered.map(({ title }) => title['zh-CN'])).map((title) => {
  const row = rowOf(byTitle.get(titleKey(title)) ?? [])
  const known = registered.find((one) => titleKey(one.title['zh-CN']) === titleKey(title))
  const differs =
    row !== null &&
    known !== undefined &&
    (row.highestArticle !== known.highestArticle || (row.verified && row.inForceFrom !== known.inForceFrom))
  return { asked: title, registered: known?.id ?? null, differs, text: row }
})
console.log(JSON.stringify(rows, null, 2))
console.error(
  `${rows.filter(({ text }) => text !== null).length} of ${rows.length} laws have a text; ${rows.filter(({ differs }) => differs).length} differ from the register`,
)
