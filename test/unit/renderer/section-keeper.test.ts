import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SectionKeeper, LATEST_SAVE, SAVE_PAUSE, type StoredOpinion } from '../../../src/renderer/opinion/section-keeper.ts'

/** A core with one opinion of two sections; every save raises its version. */
function oneOpinion() {
  const core = { version: 1, texts: new Map([['facts', '事实'], ['law', '依据']]), failing: false }
  const stored = (): StoredOpinion => ({ version: core.version, sections: [...core.texts].map(([id, text]) => ({ id, text })) })
  const keeper = new SectionKeeper({
    save: async (id, expected, text) => {
      await Promise.resolve()
      if (core.failing) return { kind: 'failed', error: new Error('core-stopped') }
      if (expected !== core.version) return { kind: 'conflict' }
      core.texts.set(id, text ?? '组成的文字')
      core.version += 1
      return { kind: 'saved', opinion: stored() }
    },
    load: async () => stored(),
  })
  keeper.receive(stored())
  const elsewhere = (id: string, text: string): void => {
    core.texts.set(id, text)
    core.version += 1
  }
  return { core, keeper, elsewhere, stored }
}

describe('sections while they are written', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('saves after a pause, and within two seconds at the latest', async () => {
    const { core, keeper } = oneOpinion()
    keeper.edit('facts', '事实清楚')
    expect(keeper.get('facts').text).toBe('事实清楚')
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE)
    expect(core.texts.get('facts')).toBe('事实清楚')
    expect(LATEST_SAVE).toBeLessThanOrEqual(2000)
  })

  it('saves two sections one after another, each on the version that the other made', async () => {
    const { core, keeper } = oneOpinion()
    keeper.edit('facts', '甲')
    keeper.edit('law', '乙')
    await vi.runAllTimersAsync()
    expect([...core.texts.values()]).toEqual(['甲', '乙'])
    expect(core.version).toBe(3)
  })

  it('takes along that another section was changed in another window', async () => {
    const { core, keeper, elsewhere } = oneOpinion()
    keeper.edit('facts', '甲')
    elsewhere('law', '别处')
    await vi.runAllTimersAsync()
    expect(core.texts.get('facts')).toBe('甲')
    expect(keeper.get('law').text).toBe('别处')
    expect(keeper.get('facts').state).toBe('saved')
  })

  it('stops at both texts when the same section was changed in another window', async () => {
    const { core, keeper, elsewhere } = oneOpinion()
    keeper.edit('facts', '甲')
    elsewhere('facts', '别处')
    await vi.runAllTimersAsync()
    expect(core.texts.get('facts')).toBe('别处')
    expect(keeper.get('facts')).toMatchObject({ state: 'conflict', text: '甲', theirs: '别处' })
    keeper.resolve('facts', 'mine')
    await vi.runAllTimersAsync()
    expect(core.texts.get('facts')).toBe('甲')
  })

  it('keeps the text when the core is gone and saves it when it is back', async () => {
    const { core, keeper } = oneOpinion()
    core.failing = true
    keeper.edit('facts', '没有丢')
    await vi.runAllTimersAsync()
    expect(keeper.get('facts')).toMatchObject({ state: 'failed', text: '没有丢' })
    core.failing = false
    await keeper.flush()
    expect(core.texts.get('facts')).toBe('没有丢')
  })

  it('takes the composed text back', async () => {
    const { keeper } = oneOpinion()
    await keeper.takeBack('facts')
    expect(keeper.get('facts')).toMatchObject({ state: 'saved', text: '组成的文字' })
  })

  it('leaves what is being typed alone when an older answer arrives late', () => {
    const { keeper, stored } = oneOpinion()
    const old = stored()
    keeper.edit('facts', '新')
    keeper.receive({ ...old, version: 0, sections: [{ id: 'facts', text: '很旧' }] })
    expect(keeper.get('facts').text).toBe('新')
  })
})
