/** Entries of the ledger that a file may speak of: by their number, or by name and day where they have none. */
import { entryKey } from '../../shared/ledger/read-row.ts'
import { numberKey } from '../../shared/ledger/read-cells.ts'
import type { Reader } from '../store/database.ts'

/** Numbers that are looked at between two turns of others. */
const STEP = 10_000
const FEW = 500

export interface FoundEntry {
  readonly id: number
  readonly key: string
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * @param keys as {@link entryKey} makes them
 * @param titles names of rows without a number, as they stand in the file
 */
export async function entriesLike(reader: Reader, keys: ReadonlySet<string>, titles: ReadonlySet<string>): Promise<FoundEntry[]> {
  const found = await importedLike(reader, [...keys])
  const cases = [...(await casesByNumber(reader, keys)), ...casesByTitle(reader, titles)]
  for (let at = 0; at < cases.length; at += FEW) {
    for (const one of entriesOfCases(reader, cases.slice(at, at + FEW))) if (keys.has(one.key)) found.push(one)
    await turn()
  }
  return found
}

/** Each key is looked up; the other way round every imported row would be held against every key. */
export const IMPORTED_QUERY = `SELECT e.id, e.number_key AS key FROM json_each(?) j
  CROSS JOIN ledger_entries e INDEXED BY ledger_entries_by_number ON e.number_key = j.value WHERE e.withdrawn = 0`

async function importedLike(reader: Reader, keys: readonly string[]): Promise<FoundEntry[]> {
  const found: FoundEntry[] = []
  for (let at = 0; at < keys.length; at += FEW) {
    for (const one of reader.all<FoundEntry>(IMPORTED_QUERY, JSON.stringify(keys.slice(at, at + FEW)))) found.push(one)
    await turn()
  }
  return found
}

/** Ids of cases; more of them than the keys name, since a number without a year is in several. */
async function casesByNumber(reader: Reader, keys: ReadonlySet<string>): Promise<string[]> {
  const bare = new Set([...keys].filter((key) => !key.startsWith('~')).map((key) => key.replace(/^\d{4}\//, '')))
  if (bare.size === 0) return []
  const found: string[] = []
  const walk = async (query: string): Promise<void> => {
    for (let after: readonly [string, string] = ['', '']; ; ) {
      const step = reader.all<{ number: string; id: string }>(query, ...after, STEP)
      for (const { number, id } of step) if (bare.has(numberKey(number)) || bare.has(numberKey(number).replace(/^\d{4}\//, ''))) found.push(id)
      const last = step.at(-1)
      if (last === undefined || step.length < STEP) return
      after = [last.number, last.id]
      await turn()
    }
  }
  await walk('SELECT file_number AS number, id FROM cases INDEXED BY cases_by_file_number WHERE (file_number, id) > (?, ?) ORDER BY file_number, id LIMIT ?')
  await walk('SELECT number, case_id AS id FROM numbers WHERE round = 0 AND (number, case_id) > (?, ?) ORDER BY number LIMIT ?')
  return [...new Set(found)]
}

function casesByTitle(reader: Reader, titles: ReadonlySet<string>): string[] {
  if (titles.size === 0) return []
  return reader.all<{ id: string }>('SELECT c.id FROM json_each(?) j JOIN cases c ON c.title = j.value', JSON.stringify([...titles])).map(({ id }) => id)
}

interface CaseEntry {
  readonly id: number
  readonly received: string
  readonly title: string
  readonly party: string
  readonly fileNumber: string
  readonly caseNumber: string | null
}

/** Under each number that the case has. */
function entriesOfCases(reader: Reader, caseIds: readonly string[]): FoundEntry[] {
  return reader
    .all<CaseEntry>(
      `SELECT e.id, e.received_on AS received, c.title, c.party_name AS party, c.file_number AS fileNumber,
         (SELECT n.number FROM numbers n WHERE n.case_id = c.id AND n.round = 0) AS caseNumber
       FROM json_each(?) j JOIN ledger_entries e ON e.case_id = j.value JOIN cases c ON c.id = e.case_id`,
      JSON.stringify(caseIds),
    )
    .flatMap(({ id, received, title, party, fileNumber, caseNumber }) =>
      [...new Set([fileNumber, caseNumber ?? ''])].map((number) => ({ id, key: entryKey({ received, caseNumber: number === '' ? null : number, title, party }) })),
    )
}
