import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DraftKeeper, LATEST_MS, RETRY_MS, type DraftStore } from '../../../src/renderer/ui/draft-keeper.ts'

/** A core that can be gone, and that answers when it is told to. */
function core() {
  const saved = new Map<string, string>()
  const calls: string[] = []
  let down = false
  let gate: Promise<void> = Promise.resolve()
  const store: DraftStore = {
    save: async (key, content) => {
      calls.push(content)
      await gate
      if (down) throw new Error('gone')
      saved.set(key, content)
      return { savedAt: '2026-05-08T02:42:00.000Z' }
    },
    discard: async (key) => void saved.delete(key),
  }
  const hold = (): (() => void) => {
    let open = (): void => undefined
    gate = new Promise((resolve) => (open = resolve))
    return open
  }
  return { saved, calls, store, hold, setDown: (value: boolean) => void (down = value) }
}

describe('a draft that is being typed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is on disk two seconds after the last key, even when the keys never pause', async () => {
    const { saved, store } = core()
    const keeper = new DraftKeeper(store)
    for (let key = 1; key <= 20; key += 1) {
      keeper.change('register', `text ${key}`)
      await vi.advanceTimersByTimeAsync(200)
    }
    const typedUntil = saved.get('register') ?? ''
    expect(typedUntil).not.toBe('')
    await vi.advanceTimersByTimeAsync(LATEST_MS)
    expect(saved.get('register')).toBe('text 20')
    expect(keeper.status('register')).toMatchObject({ pending: false, failed: false })
  })

  test('is kept while the core is gone, says so, and is saved when the core is back', async () => {
    const { saved, store, setDown } = core()
    const keeper = new DraftKeeper(store)
    setDown(true)
    keeper.change('register', '事实')
    await vi.advanceTimersByTimeAsync(LATEST_MS)
    expect(keeper.status('register')).toMatchObject({ pending: true, failed: true })
    expect(keeper.unsaved('register')).toBe('事实')
    setDown(false)
    await keeper.flush()
    expect(saved.get('register')).toBe('事实')
    expect(keeper.hasUnsaved()).toBe(false)
  })

  test('is tried again by itself after a failure', async () => {
    const { saved, store, setDown } = core()
    const keeper = new DraftKeeper(store)
    setDown(true)
    keeper.change('register', 'a')
    await vi.advanceTimersByTimeAsync(LATEST_MS)
    setDown(false)
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect(saved.get('register')).toBe('a')
  })

  test('that grows while it is being saved is saved again, with what came last', async () => {
    const { saved, store, hold } = core()
    const keeper = new DraftKeeper(store)
    const open = hold()
    keeper.change('register', 'one')
    await vi.advanceTimersByTimeAsync(LATEST_MS)
    keeper.change('register', 'one two')
    open()
    await vi.advanceTimersByTimeAsync(0)
    expect(keeper.status('register').pending).toBe(true)
    await vi.advanceTimersByTimeAsync(2 * LATEST_MS)
    expect(saved.get('register')).toBe('one two')
    expect(keeper.status('register').pending).toBe(false)
  })

  test('that was handed in does not come back, not even from a save that was on its way', async () => {
    const { saved, store, hold } = core()
    const keeper = new DraftKeeper(store)
    const open = hold()
    keeper.change('register', 'one')
    await vi.advanceTimersByTimeAsync(LATEST_MS)
    await keeper.discard('register')
    open()
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect(saved.has('register')).toBe(false)
    expect(keeper.unsaved('register')).toBeUndefined()
  })

  test('is not sent in the name of whoever signs in next, and is saved when its writer is back', async () => {
    const { saved, calls, store } = core()
    const keeper = new DraftKeeper(store)
    keeper.change('register', '事实')
    keeper.pause()
    await vi.advanceTimersByTimeAsync(2 * RETRY_MS)
    expect(calls).toEqual([])
    expect(keeper.unsaved('register')).toBe('事实')
    await keeper.resume()
    expect(saved.get('register')).toBe('事实')
  })

  test('of one form does not touch that of another', async () => {
    const { saved, store } = core()
    const keeper = new DraftKeeper(store)
    keeper.change('register', 'a')
    keeper.change('case/1/return', 'b')
    await keeper.discard('register')
    await vi.advanceTimersByTimeAsync(LATEST_MS)
    expect([...saved]).toEqual([['case/1/return', 'b']])
  })
})
