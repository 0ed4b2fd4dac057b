/** Reusable phrases: who sees and writes which, and what leaves a trace. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import type { PhraseFields, PhraseShelf } from '../../../src/shared/phrases/phrase.ts'
import { footprint } from '../../support/footprint.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let the: TestStation
beforeAll(async () => {
  the = await createTestStation()
})
afterAll(() => {
  the.close()
  removeTemporaryFolders()
})

const fields = (name: string, change: Partial<PhraseFields> = {}): PhraseFields => ({ name, text: `${name}：{当事人}`, heading: null, questionId: null, ...change })
const add = (login: string, shelf: PhraseShelf, name: string) =>
  the.as(login).call('phrases.save', { phraseId: null, expectedVersion: 0, shelf, fields: fields(name) })
const namesFor = async (login: string): Promise<string[]> => (await the.as(login).call('phrases.list', {})).phrases.map(({ name }) => name)
const entries = (): number => the.workstation.workbench.reader.get<{ n: number }>('SELECT count(*) AS n FROM audit')?.n ?? 0

describe('phrases', () => {
  it('of a person are seen and written by that person alone', async () => {
    const mine = await add('reviewer', 'own', '我的一句')
    expect(mine).toMatchObject({ name: '我的一句', shelf: 'own', version: 1 })
    expect(await namesFor('reviewer')).toContain('我的一句')
    expect(await namesFor('reviewer2')).not.toContain('我的一句')
    expect(await namesFor('head')).not.toContain('我的一句')
    const change = { phraseId: mine.id, expectedVersion: 1, shelf: 'own', fields: fields('别人的') } as const
    await refusal(the.as('head').call('phrases.save', change), 'not-found')
    await refusal(the.as('reviewer2').call('phrases.remove', { phraseId: mine.id, expectedVersion: 1 }), 'not-found')
    expect(await the.as('reviewer').call('phrases.save', change)).toMatchObject({ id: mine.id, version: 2, name: '别人的' })
  })

  it.each(['head', 'admin'])('of the station are written by %s and seen by everybody', async (login) => {
    const name = `本站 ${login}`
    await add(login, 'station', name)
    for (const other of ['reviewer', 'handler', 'head']) expect(await namesFor(other)).toContain(name)
    expect((await the.as(login).call('phrases.list', {})).mayEditStation).toBe(true)
  })

  it.each(['reviewer', 'handler', 'supervisor'])('of the station are neither written, taken nor removed by %s', async (login) => {
    const theirs = await add('head', 'station', `不可改 ${login}`)
    const own = await add(login, 'own', `自己的 ${login}`)
    const before = footprint(the.workstation.workbench.reader)
    const client = the.as(login)
    const needs = { needs: ['head', 'admin'] }
    expect(await refusal(add(login, 'station', '擅自'), 'not-allowed')).toMatchObject(needs)
    for (const shelf of ['own', 'station'] as const) {
      await refusal(client.call('phrases.save', { phraseId: theirs.id, expectedVersion: 1, shelf, fields: fields('改') }), 'not-allowed')
    }
    await refusal(client.call('phrases.save', { phraseId: own.id, expectedVersion: 1, shelf: 'station', fields: fields('升') }), 'not-allowed')
    await refusal(client.call('phrases.remove', { phraseId: theirs.id, expectedVersion: 1 }), 'not-allowed')
    expect(footprint(the.workstation.workbench.reader)).toEqual(before)
    expect((await client.call('phrases.list', {})).mayEditStation).toBe(false)
  })

  it('changed in two windows at once keep the first change, and the second is told', async () => {
    const { id } = await add('head', 'station', '两窗')
    const save = (name: string, expectedVersion: number) =>
      the.as('head').call('phrases.save', { phraseId: id, expectedVersion, shelf: 'station', fields: fields(name) })
    await save('先', 1)
    expect(await refusal(save('后', 1), 'conflict')).toEqual({ subject: 'phrase', id, expected: 1, actual: 2 })
    await refusal(the.as('head').call('phrases.remove', { phraseId: id, expectedVersion: 1 }), 'conflict')
    await the.as('head').call('phrases.remove', { phraseId: id, expectedVersion: 2 })
    await refusal(save('又', 3), 'not-found')
  })

  it('of the station leave an entry in the audit chain; a person’s own do not', async () => {
    const before = entries()
    const own = await add('reviewer', 'own', '不留痕')
    await the.as('reviewer').call('phrases.remove', { phraseId: own.id, expectedVersion: 1 })
    expect(entries()).toBe(before)
    const { id } = await add('head', 'station', '留痕')
    await the.as('head').call('phrases.remove', { phraseId: id, expectedVersion: 1 })
    expect(entries()).toBe(before + 2)
  })

  it.each([
    ['no name', { name: ' ' }],
    ['no text', { text: '' }],
    ['too long a text', { text: '长'.repeat(2001) }],
    ['two places', { heading: 'procedure', questionId: '3.8' }],
    ['a question that is no number', { questionId: '9.1' }],
    ['another field', { owner: 'x' }],
  ])('with %s are refused', async (_, change) => {
    const input = { phraseId: null, expectedVersion: 0, shelf: 'own', fields: { ...fields('坏'), ...change } }
    const reply = await the.workstation.dispatch('phrases.save', input, the.as('reviewer').caller)
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it('fill a shelf to its end, and then say so', async () => {
    const client = the.as('handler2')
    for (let n = 0; n < 1000; n += 1) {
      await client.call('phrases.save', { phraseId: null, expectedVersion: 0, shelf: 'own', fields: fields(`第${n}句`) })
    }
    expect(await refusal(add('handler2', 'own', '多一句'), 'invalid-input')).toMatchObject({ problem: 'too-many-phrases' })
    const first = (await client.call('phrases.list', {})).phrases.find(({ shelf }) => shelf === 'own')
    if (first === undefined) throw new Error('nothing was kept')
    await client.call('phrases.save', { phraseId: first.id, expectedVersion: first.version, shelf: 'own', fields: fields('改一句') })
  })
})

it('a store of before phrases keeps what is in it, and takes phrases', () => {
  const [folder, key] = [temporaryFolder('phrases-migration'), new Uint8Array(randomBytes(32))]
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < 70))
  before.transaction('test', (writer) =>
    writer.run("INSERT INTO audit (seq, at, actor, act, subject, content, previous_hash, hash) VALUES (1, '', '', '', '', '原有内容', '', '')"),
  )
  before.close()
  const after = openStore(folder, key)
  expect(after.reader.all('SELECT content FROM audit')).toEqual([{ content: '原有内容' }])
  after.transaction('test', (writer) => writer.run("INSERT INTO phrases (id, owner, version, fields, saved_by, saved_at) VALUES ('one', NULL, 1, '{}', '', '')"))
  expect(after.reader.all('SELECT id FROM phrases')).toEqual([{ id: 'one' }])
  after.close()
})
