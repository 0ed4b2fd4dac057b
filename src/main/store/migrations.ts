/**
 * Numbered migrations. Everything pending runs in one transaction: either the store is at the new version or it is as
 * it was. Numbers rise in tens, so that a fix for an old version finds room.
 */
import type Database from 'better-sqlite3'
import { FashenError } from '../../shared/errors/errors.ts'
import { APPLICATION_ID } from './database.ts'
import { foundation } from './migrations/0010-foundation.ts'
import { reading } from './migrations/0020-reading.ts'
import { laws } from './migrations/0030-laws.ts'
import { prereview } from './migrations/0040-prereview.ts'
import { discretion } from './migrations/0050-discretion.ts'
import { preferences } from './migrations/0060-preferences.ts'
import { dueDays } from './migrations/0065-due-days.ts'
import { phrases } from './migrations/0070-phrases.ts'
import { signingPictures } from './migrations/0080-signing-pictures.ts'
import { stationCare } from './migrations/0090-station-care.ts'
import { listFilters } from './migrations/0100-list-filters.ts'
import { followup } from './migrations/0110-followup.ts'
import { transfer } from './migrations/0120-transfer.ts'
import { clocks } from './migrations/0130-clocks.ts'
import { statistics } from './migrations/0145-statistics.ts'
import { draw } from './migrations/0160-draw.ts'
import { accountability } from './migrations/0170-accountability.ts'
import { disclosure } from './migrations/0180-disclosure.ts'
import { evaluation } from './migrations/0185-evaluation.ts'
import { ledger } from './migrations/0190-ledger.ts'
import { forms } from './migrations/0195-forms.ts'
import { annualReport } from './migrations/0200-annual-report.ts'
import { statisticsSums } from './migrations/0210-statistics-sums.ts'
import { documentPages } from './migrations/0230-document-pages.ts'
import { ledgerMarks } from './migrations/0250-ledger-marks.ts'
import { supplementAndDiscussion } from './migrations/0260-supplement-and-discussion.ts'
import { clockDays } from './migrations/0270-clock-days.ts'
import { wordPlaces } from './migrations/0280-word-places.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly up: (database: Database.Database) => void
}

export const MIGRATIONS: readonly Migration[] = [
  foundation,
  reading,
  laws,
  prereview,
  discretion,
  preferences,
  dueDays,
  phrases,
  signingPictures,
  stationCare,
  listFilters,
  followup,
  transfer,
  clocks,
  statistics,
  draw,
  accountability,
  disclosure,
  evaluation,
  ledger,
  forms,
  annualReport,
  statisticsSums,
  documentPages,
  ledgerMarks,
  supplementAndDiscussion,
  clockDays,
  wordPlaces,
]

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** A new file reads 0. Throws `store-foreign` for somebody else's database. */
export function storeVersion(database: Database.Database, folder: string): number {
  const version = database.pragma('user_version', { simple: true }) as number
  const application = database.pragma('application_id', { simple: true }) as number
  const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number }
  if (application !== APPLICATION_ID && (version !== 0 || tables.n > 0)) throw new FashenError('store-foreign', { folder })
  return version
}

/**
 * Brings the store to the latest version.
 * @returns the version it had before. Throws `store-newer` when a newer program wrote it; nothing is touched then.
 */
export function migrate(database: Database.Database, folder: string, migrations: readonly Migration[] = MIGRATIONS): number {
  migrations.forEach((migration, index) => {
    if (migration.version <= (migrations[index - 1]?.version ?? 0)) throw new Error(`migration ${migration.name} is out of order`)
  })
  const found = storeVersion(database, folder)
  const supported = latestVersion(migrations)
  if (found > supported) throw new FashenError('store-newer', { found, supported })
  const pending = migrations.filter((migration) => migration.version > found)
  if (pending.length === 0) return found
  database.transaction(() => {
    for (const migration of pending) migration.up(database)
    database.pragma(`application_id = ${APPLICATION_ID}`)
    database.pragma(`user_version = ${supported}`)
  })()
  database.pragma('optimize')
  return found
}
