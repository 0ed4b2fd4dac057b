/** The built-in register of laws as a screen shows it: names and days, and whether the text is in the library. */
import type { Law } from '../../shared/catalogue/schema.ts'
import type { LawStanding, RegisteredLaw } from '../../shared/laws/contract.ts'
import { titleKey } from '../../shared/laws/law-title.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import type { Reader } from '../store/database.ts'
import { registerOf } from './library-lookup.ts'
import { standingOn } from './law-search.ts'

/** Ids in the library by every name; read at once, because the register asks for each of its rows. */
function libraryByName(reader: Reader): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { id, title, names } of reader.all<{ id: string; title: string; names: string }>('SELECT id, title, names FROM laws')) {
    for (const name of names.split('\n')) if (name !== '' && !ids.has(titleKey(name))) ids.set(titleKey(name), id)
    ids.set(titleKey(title), id)
  }
  return ids
}

function standingOf(versions: RegisteredLaw['versions'], today: IsoDate): LawStanding {
  if (versions.some(({ inForceFrom, endedOn }) => standingOn(today, inForceFrom, endedOn) === 'inForce')) return 'inForce'
  const last = versions.at(-1)
  return last === undefined ? 'unknown' : standingOn(today, last.inForceFrom, last.endedOn)
}

export function registeredLaws(reader: Reader, laws: readonly Law[], today: IsoDate): RegisteredLaw[] {
  const register = registerOf(laws)
  const library = libraryByName(reader)
  const titles = new Map(laws.map(({ id, title }) => [id, title]))
  return laws.map((row) => {
    const versions = register.entryOf(row).versions.map(({ inForceFrom, endedOn, highestArticle, verified }) => ({ inForceFrom, endedOn, highestArticle, verified: row.verified && verified !== false }))
    return {
      id: row.id,
      title: row.title,
      aliases: row.aliases,
      kind: row.kind,
      standing: standingOf(versions, today),
      versions,
      replacedBy: row.replacedBy === null ? null : (titles.get(row.replacedBy) ?? null),
      source: row.source,
      verified: row.verified,
      law: library.get(titleKey(row.title['zh-CN'])) ?? null,
    }
  })
}
