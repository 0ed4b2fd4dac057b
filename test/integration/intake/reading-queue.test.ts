/** What the queue has under way at once: a few texts, not too large, and nothing beside a file that may be to blame. */
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { readingOf } from '../../../src/main/intake/file-reading-record.ts'
import { NO_PLACES } from '../../../src/shared/intake/word-places.ts'
import { createReadingQueue, type FileReader, type FileToRead, type ReadingQueue } from '../../../src/main/intake/reading-queue.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

const open: TestStation[] = []
afterEach(() => {
  for (const station of open.splice(0)) station.close()
})
afterAll(removeTemporaryFolders)

const MEGABYTE = 1024 * 1024
/** Before the others also where they came in at the same moment. */
const SCAN = 'a scan'

interface Watched {
  readonly queue: ReadingQueue
  readonly station: TestStation
  /** Names of the files that were being read together, at each beginning. */
  readonly together: string[][]
  readonly prepared: () => number
  readonly recognised: string[]
  /** Lets go of the files that are held, and of all that come after. */
  readonly release: () => void
}

/** The real queue over a real store; its reader holds each file until it is told, and notes what else is under way. */
async function watched(size = 1): Promise<Watched> {
  const station = await createTestStation({ read: false })
  open.push(station)
  const { workbench } = station.workstation
  const underWay = new Set<string>()
  const together: string[][] = []
  const recognised: string[] = []
  let prepared = 0
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  const page = { number: 1, source: 'plain', text: '正文', confidence: null } as const
  const reader: FileReader = {
    prepare: () => void (prepared += 1),
    async read({ name }) {
      underWay.add(name)
      together.push([...underWay])
      await released
      underWay.delete(name)
      return { text: { pages: [page] }, problem: null, toRecognise: name === SCAN ? [1] : [] }
    },
    async recogniseWithPlaces({ name }) {
      recognised.push(`${name} beside ${underWay.size}`)
      return { page, places: NO_PLACES }
    },
    understand: async () => [],
    ledger: async () => ({ book: null, problem: 'broken', format: '' }),
    close: async () => undefined,
  }
  const queue = createReadingQueue({
    reader: workbench.reader,
    write: (work) => workbench.withoutAudit('test', work),
    bytesOf: async () => new Uint8Array(size),
    openReader: () => reader,
    instant: () => workbench.instant(),
    onRead: async () => undefined,
    onProgress: () => undefined,
    onPlaced: () => undefined,
    log: (line) => expect.fail(line),
    idle: false,
  })
  return { queue, station, together, prepared: () => prepared, recognised, release }
}

const files = (...names: string[]): FileToRead[] => names.map((name) => ({ name, sha256: name.padEnd(64, '0') }))
const begun = (together: readonly string[][]): (string | undefined)[] => together.map((names) => names.at(-1))

/** Until so many are begun, and then for a while, in which one more would begin if it were let. */
async function onlyBegun(together: readonly string[][], names: readonly string[]): Promise<void> {
  await expect.poll(() => together.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(names.length)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(begun(together)).toEqual(names)
}

describe('a queue of files', () => {
  it('reads a few at once, each of them once', async () => {
    const { queue, station, together, release } = await watched()
    const all = files('a', 'b', 'c', 'd', 'e', 'f', 'g')
    queue.add(all)
    await onlyBegun(together, ['a', 'b', 'c'])
    release()
    await queue.idle()
    expect(begun(together)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    const { reader } = station.workstation.workbench
    expect(all.map(({ sha256 }) => readingOf(reader, sha256)?.state)).toEqual(all.map(() => 'read'))
  })

  it('fetches no further file while large ones are under way', async () => {
    const { queue, together, release } = await watched(40 * MEGABYTE)
    queue.add(files('a', 'b', 'c', 'd'))
    await onlyBegun(together, ['a', 'b'])
    release()
    await queue.idle()
    expect(together).toHaveLength(4)
  })

  it('reads a file that was begun when the program ended by itself, so that no other is blamed for it', async () => {
    const { queue, station, together, release } = await watched()
    queue.add(files('a', 'begun before', 'c', 'd'))
    station.workstation.workbench.withoutAudit('test', (writer) => writer.run("UPDATE file_readings SET attempts = 2 WHERE name = 'begun before'"))
    await onlyBegun(together, ['a'])
    release()
    await queue.idle()
    expect(together.filter((names) => names.includes('begun before'))).toEqual([['begun before']])
    expect(together).toHaveLength(4)
  })

  it('recognises scans when no text is left to be read', async () => {
    const { queue, recognised, together, release } = await watched()
    queue.add(files(SCAN, 'b'))
    await onlyBegun(together, [SCAN, 'b'])
    expect(recognised).toEqual([])
    release()
    await queue.idle()
    expect(recognised).toEqual([`${SCAN} beside 0`])
  })

  it('goes on with what comes in meanwhile', async () => {
    const { queue, together, release } = await watched()
    queue.add(files('a'))
    await onlyBegun(together, ['a'])
    queue.add(files('b', 'c'))
    release()
    await queue.idle()
    expect(begun(together)).toEqual(['a', 'b', 'c'])
  })

  it('has the reader ready when a paper is coming in, and not for a picture or a key', async () => {
    const { queue, prepared } = await watched()
    queue.expect('标志.png')
    queue.expect('签名证书.p12')
    expect(prepared()).toBe(0)
    queue.expect('行政处罚决定书（拟稿）.PDF')
    expect(prepared()).toBe(1)
  })
})
