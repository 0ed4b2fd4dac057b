import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AnswerKeeper, LATEST_SAVE, SAVE_PAUSE, type SaveResult } from '../../../src/renderer/checklist/answer-keeper.ts'
import { EMPTY_FIELDS } from '../../../src/renderer/checklist/answer-draft.ts'
import type { AnswerFields, SavedAnswer } from '../../../src/shared/checklist/contract.ts'
import type { IsoInstant } from '../../../src/shared/values/values.ts'

const saved = (fields: AnswerFields, version: number, answeredBy = '周敏'): SavedAnswer => ({
  ...fields,
  version,
  answeredBy,
  savedAt: '2026-05-14T02:42:00.000Z' as IsoInstant,
})

/** A core with one answer, which refuses a save on another version than its own. */
function oneAnswer() {
  const core = { stored: null as SavedAnswer | null, calls: [] as AnswerFields[], fail: null as Error | null }
  const keeper = new AnswerKeeper(async (_, expected, fields): Promise<SaveResult> => {
    core.calls.push(fields)
    await Promise.resolve()
    if (core.fail !== null) return { kind: 'failed', error: core.fail }
    if (expected !== (core.stored?.version ?? 0)) return { kind: 'conflict' }
    core.stored = saved(fields, expected + 1)
    return { kind: 'saved', answer: core.stored }
  })
  return { core, keeper, type: (finding: string) => keeper.edit('3.8', (fields) => ({ ...fields, finding })) }
}

describe('answers while they are typed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows an edit at once and saves it after a pause', async () => {
    const { core, keeper, type } = oneAnswer()
    type('期限未满')
    expect(keeper.get('3.8').fields.finding).toBe('期限未满')
    expect(keeper.unsaved()).toBe(true)
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE)
    expect(core.stored?.finding).toBe('期限未满')
    expect(keeper.get('3.8').state).toBe('saved')
    expect(keeper.unsaved()).toBe(false)
  })

  it('saves within two seconds although nobody stops typing', async () => {
    const { core, type } = oneAnswer()
    for (let at = 0; at <= LATEST_SAVE; at += 300) {
      type('字'.repeat(at / 300 + 1))
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(LATEST_SAVE).toBeLessThanOrEqual(2000)
    expect(core.calls.length).toBeGreaterThan(0)
  })

  it('settles at once for whoever builds on the answer, with all that was typed until then', async () => {
    const { core, keeper, type } = oneAnswer()
    type('一')
    const settled = keeper.settled('3.8')
    type('一二')
    expect(await settled).toMatchObject({ state: 'saved', fields: { finding: '一二' }, saved: { version: 2 } })
    expect(core.stored?.finding).toBe('一二')
    expect((await keeper.settled('3.8')).state).toBe('saved')
    expect((await keeper.settled('1.1')).saved).toBeNull()
  })

  it('settles in a conflict that another window made, with both versions kept', async () => {
    const { core, keeper, type } = oneAnswer()
    core.stored = saved({ ...EMPTY_FIELDS, finding: '别处写的' }, 1, '别人')
    type('这里写的')
    expect(await keeper.settled('3.8')).toMatchObject({ state: 'conflict', fields: { finding: '这里写的' } })
    expect(core.stored.finding).toBe('别处写的')
  })

  it('saves what was typed during a save, on the version that the save made', async () => {
    const { core, keeper, type } = oneAnswer()
    type('一')
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE - 1)
    vi.advanceTimersByTime(1)
    type('一二')
    await vi.runAllTimersAsync()
    expect(core.stored).toMatchObject({ finding: '一二', version: 2 })
    expect(keeper.get('3.8').state).toBe('saved')
  })

  it('takes another window’s change into a question that nobody types into here', () => {
    const { keeper } = oneAnswer()
    keeper.receive('3.8', saved({ ...EMPTY_FIELDS, answer: 'no' }, 1, '另一窗口'))
    expect(keeper.get('3.8').fields.answer).toBe('no')
  })

  it('keeps both versions when two windows changed the same answer, and overwrites only after the choice', async () => {
    const { core, keeper, type } = oneAnswer()
    type('我的')
    core.stored = saved({ ...EMPTY_FIELDS, finding: '别人的' }, 1, '另一窗口')
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE)
    expect(keeper.get('3.8').state).toBe('conflict')
    expect(core.stored.finding).toBe('别人的')
    keeper.receive('3.8', core.stored)
    expect(keeper.get('3.8')).toMatchObject({ fields: { finding: '我的' }, theirs: { finding: '别人的' } })
    keeper.resolve('3.8', 'mine')
    await vi.runAllTimersAsync()
    expect(core.stored).toMatchObject({ finding: '我的', version: 2 })
  })

  it('takes the other version when the person chooses it', async () => {
    const { core, keeper, type } = oneAnswer()
    type('我的')
    core.stored = saved({ ...EMPTY_FIELDS, finding: '别人的' }, 1)
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE)
    keeper.receive('3.8', core.stored)
    keeper.resolve('3.8', 'theirs')
    await vi.runAllTimersAsync()
    expect(keeper.get('3.8')).toMatchObject({ state: 'saved', fields: { finding: '别人的' } })
    expect(core.stored).toMatchObject({ finding: '别人的', version: 1 })
  })

  it('is no conflict when both windows wrote the same', () => {
    const { keeper, type } = oneAnswer()
    type('一样')
    keeper.receive('3.8', saved({ ...EMPTY_FIELDS, finding: '一样' }, 1))
    expect(keeper.get('3.8').state).toBe('saved')
  })

  it('does not take the news of its own save for somebody else’s change', async () => {
    const { core, keeper, type } = oneAnswer()
    type('一')
    vi.advanceTimersByTime(SAVE_PAUSE)
    type('一二')
    keeper.receive('3.8', saved({ ...EMPTY_FIELDS, finding: '一' }, 1))
    await vi.runAllTimersAsync()
    expect(keeper.get('3.8').state).toBe('saved')
    expect(core.stored).toMatchObject({ finding: '一二', version: 2 })
  })

  it('keeps what was typed when the core is gone, and saves it when the core is back', async () => {
    const { core, keeper, type } = oneAnswer()
    core.fail = new Error('core-stopped')
    type('没有丢')
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE)
    expect(keeper.get('3.8')).toMatchObject({ state: 'failed', fields: { finding: '没有丢' } })
    core.fail = null
    keeper.flush()
    await vi.runAllTimersAsync()
    expect(core.stored?.finding).toBe('没有丢')
  })

  it('gives the same object until something changes, as React asks of a store', () => {
    const { keeper, type } = oneAnswer()
    const before = keeper.get('3.8')
    expect(keeper.get('3.8')).toBe(before)
    type('改')
    expect(keeper.get('3.8')).not.toBe(before)
  })
})
