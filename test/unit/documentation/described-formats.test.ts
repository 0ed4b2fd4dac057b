/** The page on data formats describes what the program writes, with nothing left out. */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashedText, sha256Hex } from '../../../src/main/audit/chain.ts'
import { verifyDataSchema } from '../../../src/main/export/verify-data.ts'
import { APPLICATION_ID } from '../../../src/main/store/database.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { SUBJECTS } from '../../../src/shared/catalogue/schema.ts'
import { FASHEN_INFO_KEYS } from '../../../src/shared/signing/signature-report.ts'
import { blocksOf, page, quotedIn } from './pages.ts'

const formats = page('docs/data-formats.md')
const quoted = new Set(quotedIn(formats))
const undescribed = (names: readonly string[]): string[] => names.filter((name) => !quoted.has(name))

describe('the database', () => {
  const database = new Database(':memory:')
  for (const migration of MIGRATIONS) migration.up(database)
  const made = database.prepare("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'trigger')").all() as { type: string; name: string }[]
  // FTS5 keeps tables of its own beside a virtual one
  const names = (type: string): string[] => made.filter((one) => one.type === type && !/^sqlite_|^\w+_search_(?:config|content|data|docsize|idx)$/.test(one.name)).map(({ name }) => name)

  it('has every table described', () => {
    expect(names('table').length).toBeGreaterThan(15)
    expect(undescribed(names('table'))).toEqual([])
  })

  it('has every trigger described', () => {
    expect(names('trigger').length).toBeGreaterThan(10)
    expect(undescribed(names('trigger'))).toEqual([])
  })

  it('has the described mark and version', () => {
    expect(quoted).toContain(`0x${APPLICATION_ID.toString(16)}`)
    expect(formats.text).toContain(`the number of the last migration (${MIGRATIONS.at(-1)?.version})`)
  })
})

describe('the worked example of the audit chain', () => {
  interface Entry {
    readonly seq: number
    readonly at: string
    readonly actor: string
    readonly act: string
    readonly subject: string
    readonly content: string
    readonly previousHash: string
    readonly hash: string
  }
  const entry = blocksOf(formats, 'json').map((body) => JSON.parse(body) as Partial<Entry>).find(({ previousHash }) => previousHash !== undefined) as Entry
  const { seq, at, actor, act, subject, content, previousHash, hash } = entry

  it('is what the program computes', () => {
    expect(sha256Hex(hashedText(seq, at, actor, act, subject, content, previousHash))).toBe(hash)
  })

  it('is what a reader computes by the order of the fields on the page', () => {
    const order = blocksOf(formats, '').map((body) => body.split('\n')).find(([first]) => first === 'previousHash') ?? []
    const text = order.map((field) => String(entry[field as keyof Entry])).join('\n')
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash)
  })

  it('is the same in the command for a shell', () => {
    const command = blocksOf(formats, 'sh').find((body) => body.startsWith('printf')) ?? ''
    for (const field of [previousHash, ` ${seq} `, at, actor, act, subject, `'${content}'`]) expect(command).toContain(field)
  })
})

it('every field of verify.json is described', () => {
  expect(undescribed(Object.keys(verifyDataSchema.shape))).toEqual([])
})

it('every Info key of a PDF is described', () => {
  expect(undescribed(Object.values(FASHEN_INFO_KEYS))).toEqual([])
})

it('every subject of the catalogue is described', () => {
  expect(undescribed(SUBJECTS)).toEqual([])
})
