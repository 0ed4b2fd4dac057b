/** What the store itself refuses, whoever asks: the rules of the record hold even against our own mistakes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Writer } from '../../../src/main/store/database.ts'
import { footprint } from '../../support/footprint.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { issuedCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation

beforeAll(async () => {
  station = await createTestStation()
  await issuedCase(station)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

function refused(sql: string): string {
  const { workbench } = station.workstation
  const before = footprint(workbench.reader)
  try {
    workbench.withoutAudit('test', (writer: Writer) => writer.run(sql))
    return `allowed: ${sql}`
  } catch (error) {
    expect(footprint(workbench.reader)).toEqual(before)
    return error instanceof Error ? error.message : String(error)
  }
}

/** Every column of the first row of a table, written over itself by REPLACE, which deletes the old row first. */
const replaced = (table: string) => `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`

describe('the record is append-only', () => {
  it.each([
    ["UPDATE audit SET content = '{}' WHERE seq = 1", 'append-only'],
    ['DELETE FROM audit', 'append-only'],
    ['DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)', 'append-only'],
    [replaced('audit'), 'append-only'],
    ["UPDATE opinions SET type = 'T-OK'", 'issued opinion never changes'],
    ["UPDATE opinions SET state = 'draft'", 'issued opinion never changes'],
    ['DELETE FROM opinions', 'never deleted'],
    [replaced('opinions'), 'never'],
    ["UPDATE answers SET fields = '{}'", 'answers of an issued opinion never change'],
    ["INSERT INTO answers SELECT case_id, round, '9.9', fields, version, answered_by, saved_at FROM answers LIMIT 1", 'answers of an issued opinion never change'],
    ['DELETE FROM answers', 'never deleted'],
    [replaced('answers'), 'never'],
    ["UPDATE documents SET sha256 = ''", 'documents never change'],
    ['DELETE FROM documents', 'never deleted'],
    [replaced('documents'), 'never deleted'],
    ['DELETE FROM materials', 'not deleted'],
    ["UPDATE materials SET sha256 = ''", 'never changes'],
    ["UPDATE materials SET name = 'x'", 'never changes'],
    [replaced('materials'), 'not deleted'],
    ['DELETE FROM numbers', 'never used again'],
    ["UPDATE numbers SET state = 'void'", 'never used again'],
    ['UPDATE numbers SET serial = 99', 'never used again'],
    [replaced('numbers'), 'never used again'],
    ['DELETE FROM cases', 'never deleted'],
    [replaced('cases'), 'never deleted'],
  ])('%s', (sql, why) => {
    expect(refused(sql)).toContain(why)
  })
})

describe('the handle for reading', () => {
  it.each([
    "INSERT INTO drafts (person_id, key, content, saved_at) SELECT id, 'x', '', '' FROM people LIMIT 1",
    "UPDATE people SET name = 'x'",
    'DELETE FROM recusals',
    'CREATE TABLE x (y)',
    'DROP TRIGGER audit_no_update',
  ])('cannot write: %s', (sql) => {
    const { reader } = station.workstation.workbench
    expect(() => reader.all(sql)).toThrow()
    expect(() => reader.get(sql)).toThrow()
  })

  it('cannot be talked into it', () => {
    const { reader } = station.workstation.workbench
    try {
      reader.all('PRAGMA query_only = OFF')
    } catch {
      // refused outright is as good
    }
    expect(() => reader.get("UPDATE people SET name = 'x' RETURNING id")).toThrow(/readonly/)
    expect('run' in reader).toBe(false)
  })
})

describe('a transaction', () => {
  it('that throws leaves nothing, neither the change nor the entry', () => {
    const { workbench } = station.workstation
    const before = footprint(workbench.reader)
    expect(() =>
      workbench.actAs('system', { act: 'test.half', subject: 'station', content: {} }, (writer) => {
        writer.run("UPDATE people SET name = 'half'")
        throw new Error('in the middle')
      }),
    ).toThrow('in the middle')
    expect(footprint(workbench.reader)).toEqual(before)
    expect(workbench.reader.get("SELECT 1 AS n FROM people WHERE name = 'half'")).toBeUndefined()
  })

  it('keeps references whole', () => {
    expect(refused("INSERT INTO recusals VALUES ('no-case', 'no-person', '', '', '')")).toContain('FOREIGN KEY')
  })
})
