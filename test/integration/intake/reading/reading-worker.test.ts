/** Reading off the core's thread: in order, cancellable, and a file that breaks the reader costs that file only. */
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { loadStationCatalogue } from '../../../../src/main/catalogue/station-overlays.ts'
import { openReadingWorker, type ReadingProgress, type ReadingWorker, type ReadingWorkerOptions } from '../../../../src/main/intake/reading/reading-worker.ts'
import { RESOURCES } from '../../../support/test-station.ts'
import { docx, paragraph, row, scan } from './made-files.ts'

const open: ReadingWorker[] = []
const worker = (options: ReadingWorkerOptions = {}) => {
  const made = openReadingWorker(options)
  open.push(made)
  return made
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const failing = join(import.meta.dirname, 'failing-thread.ts')
const file = (name: string) => ({ name, bytes: new TextEncoder().encode('正文') })

describe('the reading worker', () => {
  it('reads, recognises and understands in its thread, in the order of asking, and tells how far it is', async () => {
    const progress: string[] = []
    const tell = ({ kind, name, page, state }: ReadingProgress) => progress.push(`${kind} ${name} ${page ?? ''} ${state}`)
    const reader = worker({ onProgress: tell })
    const form = { name: '立案审批表.docx', bytes: docx(paragraph('立案审批表') + `<w:tbl>${row('案由', '未取得许可证')}</w:tbl>`) }
    const picture = { name: '申请书.png', bytes: new Uint8Array(scan(['听证申请书']).toBuffer('image/png')) }
    const [reading, page] = await Promise.all([reader.read(form), reader.recognise(picture, 1)])
    expect(reading.text.pages[0]?.text).toBe('立案审批表\n案由\t未取得许可证')
    expect(page.text).toContain('听证申请书')
    expect(await reader.understand({ name: form.name, text: reading.text, kinds: [], learned: [] })).toHaveLength(1)
    expect(progress).toEqual([
      'read 立案审批表.docx  begun', 'read 立案审批表.docx  done', 'recognise 申请书.png 1 begun', 'recognise 申请书.png 1 done', 'understand 立案审批表.docx  begun',
      'understand 立案审批表.docx  done',
    ])
    // the bytes are still the caller's
    expect(form.bytes.byteLength).toBeGreaterThan(100)
  })

  it('has what it needs before the first file where it was told of one, and goes on where it was not', async () => {
    const progress: string[] = []
    const reader = worker({ onProgress: ({ kind, state }) => progress.push(`${kind} ${state}`) })
    reader.prepare()
    reader.prepare()
    expect((await reader.read({ name: '记录.txt', bytes: new TextEncoder().encode('正文') })).text.pages[0]?.text).toBe('正文')
    reader.prepare()
    expect(progress).toEqual(['prepare begun', 'prepare done', 'read begun', 'read done'])
  })

  it('knows the catalogue from file to file, also after a thread was lost', async () => {
    const reader = worker()
    const kinds = loadStationCatalogue(RESOURCES).documentKinds
    const text = { pages: [{ number: 1, source: 'plain', text: '行政处罚事先告知书', confidence: null }] } as const
    const kindOf = async () => (await reader.understand({ name: '一.txt', text, kinds, learned: [] })).map(({ kind }) => kind)
    expect(await kindOf()).toEqual(['prior-notice'])
    expect(await kindOf()).toEqual(['prior-notice'])
    const lost = new AbortController()
    const running = reader.read(file('丢失.txt'), { signal: lost.signal })
    lost.abort(new Error('not wanted'))
    await expect(running).rejects.toThrow('not wanted')
    expect(await kindOf()).toEqual(['prior-notice'])
    const other = [{ ...kinds.find(({ id }) => id === 'prior-notice')!, id: 'other-notice' }]
    const asOther = await reader.understand({ name: '一.txt', text, kinds: other as typeof kinds, learned: [] })
    expect(asOther.map(({ kind }) => kind)).toEqual(['other-notice'])
  })

  it('goes on answering while a file is being read', async () => {
    const reader = worker()
    const big = docx(paragraph('很长的正文，用来占住处理器。').repeat(60_000))
    let turns = 0
    const counting = setInterval(() => (turns += 1), 1)
    const reading = await reader.read({ name: '大文件.docx', bytes: big })
    clearInterval(counting)
    expect(reading.text.pages[0]?.text.split('\n')).toHaveLength(60_000)
    expect(turns).toBeGreaterThan(5)
  })

  it.each([
    ['crash', 'reader-stopped'],
    ['exit', 'reader-stopped'],
    ['memory', 'reader-stopped'],
    ['hang', 'took-too-long'],
  ])('gives a problem for a file that makes the thread %s, and reads the next', async (name, code) => {
    const reader = worker({ thread: failing, timeout: { read: name === 'hang' ? 1000 : 30_000 }, memory: 64 })
    const [bad, good] = await Promise.all([reader.read(file(name)), reader.read(file('good'))])
    expect(bad).toMatchObject({ text: { pages: [] }, problem: { code }, toRecognise: [] })
    expect(good.problem).toBeNull()
  })

  it('gives an empty page without confidence where one cannot be recognised', async () => {
    const reader = worker()
    expect(await reader.recognise({ name: '坏.png', bytes: new Uint8Array(40) }, 1)).toEqual({ number: 1, source: 'ocr', text: '', confidence: 0 })
    expect((await reader.recogniseWithPlaces({ name: '坏.png', bytes: new Uint8Array(40) }, 1)).problem?.code).toBe('broken')
  })

  it('stops what is cancelled, running or waiting, and does the rest', async () => {
    const reader = worker({ thread: failing })
    const [running, waiting] = [new AbortController(), new AbortController()]
    const jobs = [reader.read(file('hang'), { signal: running.signal }), reader.read(file('waits'), { signal: waiting.signal }), reader.read(file('good'))]
    const settled = Promise.allSettled(jobs)
    waiting.abort(new Error('not wanted'))
    running.abort(new Error('not wanted either'))
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
  })

  it('rejects what is left when it is closed, and what comes later', async () => {
    const reader = worker({ thread: failing })
    const left = Promise.allSettled([reader.read(file('hang')), reader.read(file('good'))])
    await reader.close()
    expect((await left).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(reader.read(file('good'))).rejects.toThrow('closed')
  })
})
