/** What a refused call must leave as it was: every row count, and the head of the audit chain. */
import type { Reader } from '../../src/main/store/database.ts'
import { chainHead } from '../../src/main/audit/chain.ts'

export function footprint(reader: Reader): Readonly<Record<string, string | number>> {
  const tables = reader.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
  const counts = tables
    .filter(({ name }) => !name.startsWith('case_search'))
    .map(({ name }) => [name, reader.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)?.n ?? -1] as const)
  return { ...Object.fromEntries(counts), head: chainHead(reader).hash }
}
