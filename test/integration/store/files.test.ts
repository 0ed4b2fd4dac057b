/** Files on disk: stored once, sealed, and never handed out when they are not what was stored. */
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openFileStore, type FileStore } from '../../../src/main/store/files.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

afterAll(removeTemporaryFolders)

const CHUNK = 256 * 1024
const HEAD = 20
const SEALED = CHUNK + 16

async function* pieces(...all: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield Buffer.from(piece)
}

/** Opened when it is read, as the shells do. */
async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>
}

function store(): { files: FileStore; folder: string; pathOf: (sha256: string) => string } {
  const folder = temporaryFolder('files')
  const files = openFileStore(folder, new Uint8Array(randomBytes(32)))
  const pathOf = (sha256: string) => join(folder, files.storedName(sha256).slice(0, 2), files.storedName(sha256))
  return { files, folder, pathOf }
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
}

describe('storing', () => {
  it('gives back exactly what came in, at every size around a chunk, however it came in pieces', async () => {
    const { files } = store()
    const sizes = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1))
    await fc.assert(
      fc.asyncProperty(sizes, fc.array(fc.integer({ min: 0, max: 2 * CHUNK }), { maxLength: 5 }), async (size, cuts) => {
        const content = randomBytes(size)
        const at = [...new Set([0, ...cuts.map((cut) => Math.min(cut, size)), size])].sort((a, b) => a - b)
        const stored = await files.put('内容', pieces(...at.slice(1).map((end, index) => content.subarray(at[index], end))))
        expect(stored).toEqual({ sha256: createHash('sha256').update(content).digest('hex'), size })
        expect(Buffer.from(await files.readWhole(stored.sha256, '内容')).equals(content)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps the same content once, under a name that does not tell its hash', async () => {
    const { files, folder } = store()
    const first = await files.put('一', pieces('同一内容'))
    const again = await files.put('二', pieces('同一', '内容'))
    expect(again).toEqual(first)
    expect(everyFile(folder)).toHaveLength(1)
    expect(everyFile(folder)[0]).not.toContain(first.sha256.slice(0, 16))
    expect(Buffer.from(await files.readWhole(first.sha256, '一')).toString('utf8')).toBe('同一内容')
  })

  it('two at once of the same content are one', async () => {
    const { files, folder } = store()
    const content = randomBytes(CHUNK * 3)
    const all = await Promise.all(Array.from({ length: 6 }, () => files.put('同', pieces(content))))
    expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(everyFile(folder)).toHaveLength(1)
  })

  it('refuses what is empty, and what cannot be read to its end; nothing stays of either', async () => {
    const { files, folder } = store()
    expect(await refusal(files.put('空', pieces()), 'file-empty')).toEqual({ name: '空' })
    await refusal(files.put('空', pieces('', '')), 'file-empty')
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield randomBytes(CHUNK * 2)
      throw Object.assign(new Error('read failed'), { code: 'EIO' })
    }
    expect(await refusal(files.put('坏', failing()), 'file-unreadable')).toEqual({ name: '坏', reason: 'EIO' })
    expect(await refusal(files.put('夹', readFile(folder)), 'file-unreadable')).toMatchObject({ reason: 'EISDIR' })
    await refusal(files.put('无', readFile(join(folder, 'no-such'))), 'file-unreadable')
    expect(everyFile(folder)).toEqual([])
  })

  it('stops at the limit when the size was not known before, and nothing stays', async () => {
    const [folder, limit] = [temporaryFolder('files'), 3 * CHUNK]
    const files = openFileStore(folder, new Uint8Array(randomBytes(32)), limit)
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += CHUNK
        yield new Uint8Array(CHUNK)
      }
    }
    expect(await refusal(files.put('长', endless()), 'file-too-large')).toMatchObject({ limit })
    expect(given).toBeLessThanOrEqual(limit + 3 * CHUNK)
    expect(everyFile(folder)).toEqual([])
    expect((await files.put('正好', pieces(randomBytes(limit)))).size).toBe(limit)
  })
})

describe('a stored file that was changed on disk', () => {
  async function stored() {
    const made = store()
    const content = randomBytes(CHUNK * 3 + 100)
    const { sha256 } = await made.files.put('证据.bin', pieces(content))
    return { ...made, content, sha256, path: made.pathOf(sha256) }
  }

  /** What a reader got before it was stopped. */
  async function readUntilRefused(files: FileStore, sha256: string): Promise<Buffer> {
    const got: Uint8Array[] = []
    await refusal(
      (async () => {
        for await (const chunk of files.read(sha256, '证据.bin')) got.push(chunk)
      })(),
      'file-altered',
    )
    return Buffer.concat(got)
  }

  it.each([0, 3, 5, HEAD + 10, HEAD + SEALED - 1, HEAD + SEALED + 5])('at byte %d: refused, and no changed byte is handed out', async (at) => {
    const { files, path, content, sha256 } = await stored()
    const bytes = readFileSync(path)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const got = await readUntilRefused(files, sha256)
    expect(got.equals(content.subarray(0, got.length))).toBe(true)
  })

  it.each([0, 1, HEAD, HEAD + 1, HEAD + 16, HEAD + SEALED - 1, HEAD + SEALED, HEAD + 2 * SEALED, HEAD + 3 * SEALED + 50])(
    'cut off at byte %d: refused',
    async (length) => {
      const { files, path, sha256 } = await stored()
      truncateSync(path, length)
      await readUntilRefused(files, sha256)
    },
  )

  it('with two chunks in each other’s place, one twice, or one more: refused', async () => {
    const { files, path, sha256 } = await stored()
    const bytes = readFileSync(path)
    const chunk = (index: number) => bytes.subarray(HEAD + index * SEALED, HEAD + (index + 1) * SEALED)
    for (const order of [[1, 0, 2, 3], [0, 0, 2, 3], [0, 1, 2, 2, 3], [0, 2, 3], [3]]) {
      writeFileSync(path, Buffer.concat([bytes.subarray(0, HEAD), ...order.map(chunk)]))
      await readUntilRefused(files, sha256)
    }
    writeFileSync(path, bytes)
    await files.readWhole(sha256, '证据.bin')
  })

  it('in the place of another one: refused', async () => {
    const { files, path, pathOf, sha256 } = await stored()
    const other = await files.put('另一个', pieces('另一个'))
    renameSync(pathOf(other.sha256), path)
    await readUntilRefused(files, sha256)
  })

  it('gone, or a folder: refused', async () => {
    const { files, path, sha256 } = await stored()
    renameSync(path, `${path}-elsewhere`)
    await readUntilRefused(files, sha256)
    mkdirSync(path)
    await expect(files.readWhole(sha256, '证据.bin')).rejects.toThrow()
  })

  it('is whole again after the same file was added once more', async () => {
    const { files, path, content, sha256 } = await stored()
    truncateSync(path, 100)
    await files.put('证据.bin', pieces(content))
    expect(Buffer.from(await files.readWhole(sha256, '证据.bin')).equals(content)).toBe(true)
  })
})

describe('sweeping', () => {
  it('takes away what nothing refers to, and half-written files, and nothing else', async () => {
    const { files, folder, pathOf } = store()
    const [kept, left] = [await files.put('留', pieces('留')), await files.put('弃', pieces('弃'))]
    mkdirSync(join(folder, 'incoming'), { recursive: true })
    writeFileSync(join(folder, 'incoming', 'half'), 'x')
    writeFileSync(join(folder, 'someone-elses.txt'), 'x')
    expect(await files.sweep((name) => name === files.storedName(kept.sha256))).toBe(1)
    expect(existsSync(pathOf(left.sha256))).toBe(false)
    expect(Buffer.from(await files.readWhole(kept.sha256, '留')).toString('utf8')).toBe('留')
    expect(existsSync(join(folder, 'incoming', 'half'))).toBe(false)
    expect(existsSync(join(folder, 'someone-elses.txt'))).toBe(true)
  })
})
