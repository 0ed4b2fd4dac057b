/** The audit chain: every act once, in the same transaction; whatever is changed afterwards shows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type Database from 'better-sqlite3'
import { appendEntry, chainHead, GENESIS_HASH, hashedText, missingWitnesses, sha256Hex, verifyChain } from '../../../src/main/audit/chain.ts'
import { connect } from '../../../src/main/store/database.ts'
import { databasePath, openStore } from '../../../src/main/store/open-store.ts'
import { isoInstant } from '../../../src/shared/values/values.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { attach, issuedCase, registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let number: string | null
beforeAll(async () => {
  station = await createTestStation()
  number = (await issuedCase(station)).opinion.number
  await registerCase(station)
})
afterAll(removeTemporaryFolders)

describe('the chain', () => {
  it('has an entry for every act, with actor, time and content, each linked to the one before', async () => {
    const entries = [...(await station.as('supervisor').call('audit.list', { before: null, size: 500 }))].reverse()
    expect(entries[0]).toMatchObject({ seq: 1, act: 'station.setUp', actor: 'system', previousHash: GENESIS_HASH })
    entries.forEach((entry, index) => {
      expect(entry.seq).toBe(index + 1)
      expect(entry.previousHash).toBe(entries[index - 1]?.hash ?? GENESIS_HASH)
      const { seq, at, actor, act, subject, content, previousHash, hash } = entry
      expect(sha256Hex(hashedText(seq, at, actor, act, subject, content, previousHash))).toBe(hash)
      expect(JSON.stringify(JSON.parse(content))).toBe(content)
    })
    const acts = new Set(entries.map(({ act }) => act))
    for (const act of [
      'case.register', 'material.attach', 'case.accept', 'case.assignManually', 'case.startReview', 'answer.save', 'opinion.compose',
      'opinion.submit', 'opinion.approve', 'certificate.add', 'station.makeRoot', 'opinion.takeNumber', 'opinion.sign', 'opinion.issue',
    ]) {
      expect(acts).toContain(act)
    }
    expect(entries.find(({ act }) => act === 'opinion.issue')).toMatchObject({ actorName: '韩正' })
  })

  it('is whole, is listed in pages, and says so to those who may ask', async () => {
    const supervisor = station.as('supervisor')
    const { at, ...head } = await supervisor.call('audit.head', {})
    expect(at).toMatch(/^20\d\d-/)
    expect(await supervisor.call('audit.verify', {})).toEqual({ entries: head.seq, head, broken: null, missingWitnesses: [] })
    const page = await supervisor.call('audit.list', { before: 5, size: 3 })
    expect(page.map(({ seq }) => seq)).toEqual([4, 3, 2])
    await refusal(station.as('handler').call('audit.list', { before: null, size: 1 }), 'not-allowed')
  })

  it('an act that fails leaves no entry; reading leaves none', async () => {
    const before = chainHead(station.workstation.workbench.reader)
    await refusal(station.as('handler').call('cases.get', { caseId: '0198c0de-0000-7000-8000-000000000000' }), 'not-found')
    await station.as('handler').call('cases.counts', {})
    await station.as('handler').call('drafts.save', { key: 'register', content: 'x' })
    await refusal(attach(station, '0198c0de-0000-7000-8000-000000000000', '一.txt', '一'), 'not-found')
    expect(chainHead(station.workstation.workbench.reader)).toEqual(before)
  })

  it('an entry cannot be made to read as another by a line feed in its fields', () => {
    const { workbench } = station.workstation
    expect(() => workbench.actAs('system', { act: 'a\nb', subject: 'station', content: {} }, () => null)).toThrow(/line feed/)
  })
})

describe('somebody with the key who rewrites the store', () => {
  /** Changes the closed store past its triggers, as a person with the key and a tool could. */
  function tampered(change: (database: Database.Database) => void) {
    const database = connect(databasePath(station.folder), station.dataKey, 'write')
    try {
      for (const name of database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) database.exec(`DROP TRIGGER "${String(name)}"`)
      database.exec('SAVEPOINT tampering')
      change(database)
      const reader = {
        get: <Row>(sql: string, ...values: (string | number)[]) => database.prepare(sql).get(...values) as Row | undefined,
        all: <Row>(sql: string, ...values: (string | number)[]) => database.prepare(sql).all(...values) as Row[],
        iterate: <Row>(sql: string, ...values: (string | number)[]) => database.prepare(sql).iterate(...values) as IterableIterator<Row>,
      }
      return { broken: verifyChain(reader as never).broken, missing: missingWitnesses(reader as never) }
    } finally {
      if (database.inTransaction) database.exec('ROLLBACK')
      database.close()
    }
  }

  beforeAll(() => station.close())

  it.each([
    ["UPDATE audit SET content = '{}' WHERE seq = 12", { seq: 12, problem: 'hash' }],
    ["UPDATE audit SET actor = 'somebody' WHERE seq = 3", { seq: 3, problem: 'hash' }],
    ["UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1", { seq: 1, problem: 'hash' }],
    ['DELETE FROM audit WHERE seq = 7', { seq: 8, problem: 'gap' }],
    ['DELETE FROM audit WHERE seq = 1', { seq: 2, problem: 'gap' }],
    ["UPDATE audit SET previous_hash = hash WHERE seq = 9", { seq: 9, problem: 'previousHash' }],
  ])('%s is found', (sql, broken) => {
    expect(tampered((database) => database.exec(sql)).broken).toEqual(broken)
  })

  it('two entries in each other’s place are found', () => {
    expect(
      tampered((database) => {
        database.exec('UPDATE audit SET seq = -1 WHERE seq = 5; UPDATE audit SET seq = 5 WHERE seq = 6; UPDATE audit SET seq = 6 WHERE seq = -1')
      }).broken,
    ).toMatchObject({ seq: 5 })
  })

  it('a tail that was cut off fits together, but the issued opinion remembers its place', () => {
    const { broken, missing } = tampered((database) => database.exec("DELETE FROM audit WHERE seq >= (SELECT chain_seq FROM opinions WHERE state = 'issued')"))
    expect(broken).toBeNull()
    expect(missing).toEqual([number])
  })

  it('a chain written anew from the start fits together, but no longer holds what the opinion says', () => {
    const { broken, missing } = tampered((database) => {
      const rows = database.prepare('SELECT * FROM audit ORDER BY seq').all() as Record<string, string>[]
      database.exec('DELETE FROM audit')
      const writer = { get: (sql: string) => database.prepare(sql).get(), run: (sql: string, ...values: string[]) => database.prepare(sql).run(...values).changes }
      for (const { at, actor, act, subject, content } of rows) {
        const kept = act === 'answer.save' ? { changed: true } : JSON.parse(content ?? '{}')
        appendEntry(writer as never, { actor: actor ?? '', act: act ?? '', subject: subject ?? '', content: kept }, isoInstant(new Date(at ?? 0)))
      }
    })
    expect(broken).toBeNull()
    expect(missing).toEqual([number])
  })

  it('the store itself is as it was', () => {
    const database = openStore(station.folder, station.dataKey)
    expect(verifyChain(database.reader).broken).toBeNull()
    database.close()
  })
})
