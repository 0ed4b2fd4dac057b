/**
 * The stations that the benchmarks work on, made once and kept under `out/bench/`: one with a hundred thousand cases,
 * one with a million audit entries. A change of the store's schema, or of what is made here, makes them anew.
 */
import { createHash } from 'node:crypto'
import { closeSync, cpSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createHost } from '../src/main/core/host.ts'
import { loadSampleCase } from '../src/main/samples/sample-case.ts'
import { SAMPLE_SECRETS, setUpSampleStation } from '../src/main/samples/sample-line.ts'
import { unwrapWithPassphrase } from '../src/main/station/key-file.ts'
import type { OpenDatabase } from '../src/main/store/database.ts'
import { databasePath, openStore } from '../src/main/store/open-store.ts'
import type { PersonId } from '../src/shared/values/values.ts'
import { addCases, CASES } from './many-cases.ts'
import { addEntries, ENTRIES } from './many-entries.ts'
import type { Say } from './report.ts'

const root = resolve(import.meta.dirname, '..')
export const benchFolder = join(root, 'out/bench')
export const resourcesFolder = join(root, 'resources')

/** To be raised when the generators make something else. */
const GENERATION = 6

/** A folder of this run's own; the caller removes it. */
export function scratchFolder(): string {
  mkdirSync(benchFolder, { recursive: true })
  return mkdtempSync(join(benchFolder, 'scratch-'))
}

/**
 * A copy to write in; the caller removes it. On disk before it is measured: else the first commit that folds its log in waits
 * for the gigabyte of the copy.
 */
export function scratchCopy(folder: string): string {
  const copy = scratchFolder()
  cpSync(folder, copy, { recursive: true })
  const database = openSync(databasePath(copy), 'r+')
  try {
    fsyncSync(database)
  } finally {
    closeSync(database)
  }
  return copy
}

/** What the stations depend on: the store's schema and the generators' version. */
function generationKey(): string {
  const folder = scratchFolder()
  const database = openStore(folder, new Uint8Array(32))
  try {
    const schema = database.reader.all<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    return createHash('sha256').update(JSON.stringify([GENERATION, CASES, ENTRIES, schema])).digest('hex').slice(0, 12)
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface BenchStation {
  readonly folder: string
  readonly dataKey: Uint8Array
}

/** A station with the key that the host would open its store with. */
export async function opened(folder: string): Promise<BenchStation> {
  return { folder, dataKey: await unwrapWithPassphrase(folder, SAMPLE_SECRETS.passphrase) }
}

interface StationMaking {
  readonly name: string
  readonly fill: (database: OpenDatabase, people: readonly PersonId[], say: Say) => void
}

async function cachedStation({ name, fill }: StationMaking, say: Say): Promise<BenchStation> {
  const key = generationKey()
  const folder = join(benchFolder, `${name}-${key}`)
  if (existsSync(folder)) return opened(folder)
  for (const old of existsSync(benchFolder) ? readdirSync(benchFolder) : []) {
    if (old.startsWith(`${name}-`)) rmSync(join(benchFolder, old), { recursive: true, force: true })
  }
  say(`making the station “${name}”, once`)
  const making = scratchFolder()
  try {
    const people = await setUp(making)
    const station = await opened(making)
    const database = openStore(making, station.dataKey)
    try {
      fill(database, people, say)
    } finally {
      database.close()
    }
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
  return opened(folder)
}

/** A station with the people of the sample case; returns the reviewers and the head. */
async function setUp(folder: string): Promise<PersonId[]> {
  const host = createHost({ stationFolder: folder, resourcesFolder, demo: true })
  try {
    const sample = await loadSampleCase(join(resourcesFolder, 'samples', 'penalty-no-permit'))
    const station = await setUpSampleStation(host, sample)
    const client = await station.as(station.loginOf('head'))
    const people = await client.call('people.list', {})
    return people.filter(({ roles }) => roles.includes('reviewer')).map(({ id }) => id)
  } finally {
    await host.close()
  }
}

/** A hundred thousand cases of ten years, with rounds, search words, three materials each, and an audit entry each. */
export function stationWithManyCases(say: Say): Promise<BenchStation> {
  return cachedStation({ name: 'cases', fill: addCases }, say)
}

/** A chain of a million entries. */
export function stationWithManyEntries(say: Say): Promise<BenchStation> {
  return cachedStation({ name: 'entries', fill: addEntries }, say)
}
