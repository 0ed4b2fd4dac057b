/** Answers from the built-in register of laws alone: titles, days, highest articles; no texts. */
import type { Law } from '../catalogue/schema.ts'
import type { IsoDate } from '../values/values.ts'
import type { KnownTitle, LawEntry, LawLookup, LawVersion } from './law-lookup.ts'
import { titleKey } from './law-title.ts'

/** The names of a row under which it is found. */
function keysOf({ title, aliases }: Law): string[] {
  return [title['zh-CN'], ...aliases].map(titleKey)
}

function versionsOf(row: Law): readonly LawVersion[] {
  return row.versions ?? [{ inForceFrom: row.inForceFrom, endedOn: row.repealedOn, highestArticle: row.highestArticle }]
}

export function versionOnDay(versions: readonly LawVersion[], day: IsoDate): LawVersion | null {
  return (
    versions.findLast(
      ({ inForceFrom, endedOn }) => inForceFrom !== null && inForceFrom <= day && (endedOn === null || day < endedOn),
    ) ?? null
  )
}

export interface Register {
  /** By any of its names. */
  find(title: string): Law | null
  entryOf(row: Law): LawEntry
}

export function lawRegister(laws: readonly Law[]): Register {
  const byKey = new Map<string, Law>()
  // a full title counts before another row's short name
  for (const row of laws) byKey.set(titleKey(row.title['zh-CN']), row)
  for (const row of laws) for (const key of keysOf(row)) if (!byKey.has(key)) byKey.set(key, row)
  const byId = new Map(laws.map((row) => [row.id, row]))
  const entries = new Map<Law, LawEntry>()
  return {
    find: (title) => byKey.get(titleKey(title)) ?? byKey.get(titleKey(title.replace(/（[^）]*）$/u, ''))) ?? null,
    entryOf: (row) => {
      const known = entries.get(row)
      if (known !== undefined) return known
      const successor = row.replacedBy === null ? undefined : byId.get(row.replacedBy)
      const entry: LawEntry = {
        id: row.id,
        title: row.title['zh-CN'],
        kind: row.kind,
        versions: versionsOf(row),
        earlierVersions: row.versions === undefined || row.earlierVersions === true,
        replacedBy: successor === undefined ? [] : [successor.title['zh-CN']],
        verified: row.verified && versionsOf(row).every((version) => version.verified !== false),
        counted: row.verified,
      }
      entries.set(row, entry)
      return entry
    },
  }
}

export function registeredTitles(laws: readonly Law[]): KnownTitle[] {
  return laws.map(({ title, kind }) => ({ title: title['zh-CN'], kind }))
}

export function registerLookup(laws: readonly Law[]): LawLookup {
  const register = lawRegister(laws)
  return {
    find: (title) => {
      const row = register.find(title)
      return row === null ? null : register.entryOf(row)
    },
    versionOn: ({ versions }, day) => versionOnDay(versions, day),
    article: () => null,
    titles: () => registeredTitles(laws),
  }
}
