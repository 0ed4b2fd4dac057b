/** Undo and redo over the answers of a case. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EMPTY_FIELDS } from '../../../src/renderer/checklist/answer-draft.ts'
import { AnswerKeeper, SAVE_PAUSE, type SaveResult } from '../../../src/renderer/checklist/answer-keeper.ts'
import { ONE_STEP } from '../../../src/renderer/checklist/answer-history.ts'
import type { AnswerValue, Evidence } from '../../../src/shared/checklist/answers.ts'
import type { AnswerFields, SavedAnswer } from '../../../src/shared/checklist/contract.ts'
import type { IsoInstant } from '../../../src/shared/values/values.ts'

const saved = (fields: AnswerFields, version: number): SavedAnswer => ({
  ...fields,
  version,
  answeredBy: '周敏',
  savedAt: '2026-05-14T02:42:00.000Z' as IsoInstant,
})
const PIN: Evidence = { materialId: 'm' as never, page: 2, passage: null }

/** A core with the answers of one case, which another window can write to as well. */
function desk() {
  const stored = new Map<string, SavedAnswer>()
  const saves: [string, AnswerFields][] = []
  const keeper = new AnswerKeeper(async (id, expected, fields): Promise<SaveResult> => {
    await Promise.resolve()
    if (expected !== (stored.get(id)?.version ?? 0)) return { kind: 'conflict' }
    saves.push([id, fields])
    const answer = saved(fields, expected + 1)
    stored.set(id, answer)
    return { kind: 'saved', answer }
  })
  const elsewhere = (id: string, change: Partial<AnswerFields>): void => {
    const answer = saved({ ...(stored.get(id) ?? EMPTY_FIELDS), ...change }, (stored.get(id)?.version ?? 0) + 1)
    stored.set(id, answer)
    keeper.receive(id, answer)
  }
  const set = (id: string, change: Partial<AnswerFields>): void => keeper.edit(id, (fields) => ({ ...fields, ...change }))
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(SAVE_PAUSE)
  return { keeper, stored, saves, elsewhere, set, settle, of: (id: string) => keeper.get(id).fields }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('undo', () => {
  it('takes back the last change of any field of any question, and saves that like any change', async () => {
    const { keeper, saves, set, settle, of } = desk()
    set('1.1', { answer: 'no' })
    await settle()
    set('3.8', { evidence: [PIN] })
    await settle()
    expect(keeper.step('undo')).toMatchObject({ kind: 'done', step: { questionId: '3.8', names: ['evidence'] } })
    expect(of('3.8').evidence).toEqual([])
    await settle()
    expect(saves.at(-1)).toEqual(['3.8', EMPTY_FIELDS])
    keeper.step('undo')
    await settle()
    expect(of('1.1').answer).toBeNull()
    expect(saves).toHaveLength(4)
    expect(keeper.step('undo')).toEqual({ kind: 'nothing' })
  })

  it('takes back a piece of writing at once, not key by key; a pause or another field begins the next piece', () => {
    const { keeper, set, of } = desk()
    for (const text of ['期', '期限', '期限未满']) set('3.8', { finding: text })
    set('3.8', { note: '待' })
    set('3.8', { note: '待核' })
    vi.advanceTimersByTime(ONE_STEP + 1)
    set('3.8', { note: '待核。再问' })
    keeper.step('undo')
    expect(of('3.8').note).toBe('待核')
    keeper.step('undo')
    expect(of('3.8').note).toBe('')
    expect(of('3.8').finding).toBe('期限未满')
    keeper.step('undo')
    expect(of('3.8').finding).toBe('')
  })

  it('leaves alone what was changed since in other fields of the same question', () => {
    const { keeper, set, elsewhere, of } = desk()
    set('3.8', { answer: 'no' })
    vi.runAllTimers()
    return vi.runAllTimersAsync().then(() => {
      elsewhere('3.8', { note: '另一窗口的备注' })
      expect(keeper.step('undo').kind).toBe('done')
      expect(of('3.8')).toMatchObject({ answer: null, note: '另一窗口的备注' })
    })
  })

  it('is refused where another window wrote the same field since, and overwrites nothing', async () => {
    const { keeper, stored, set, settle, elsewhere, of } = desk()
    set('1.1', { answer: 'yes' })
    await settle()
    set('3.8', { finding: '我写的' })
    await settle()
    elsewhere('3.8', { finding: '别人改的' })
    expect(keeper.step('undo')).toMatchObject({ kind: 'refused', because: 'changed', step: { questionId: '3.8' } })
    await settle()
    expect(of('3.8').finding).toBe('别人改的')
    expect(stored.get('3.8')?.finding).toBe('别人改的')
    // what came before it can still be taken back
    expect(keeper.step('undo')).toMatchObject({ kind: 'done', step: { questionId: '1.1' } })
  })

  it('waits for the person in a conflict', async () => {
    const { keeper, set, elsewhere, of } = desk()
    set('3.8', { finding: '我写的' })
    elsewhere('3.8', { finding: '别人写的' })
    expect(keeper.get('3.8').state).toBe('conflict')
    expect(keeper.step('undo')).toMatchObject({ kind: 'refused', because: 'conflict' })
    expect(of('3.8').finding).toBe('我写的')
    keeper.resolve('3.8', 'mine')
    await vi.runAllTimersAsync()
    expect(keeper.step('undo').kind).toBe('done')
  })
})

describe('redo', () => {
  it('makes the change again, until something else is changed', () => {
    const { keeper, set, of } = desk()
    set('1.1', { answer: 'no' })
    keeper.step('undo')
    expect(keeper.step('redo').kind).toBe('done')
    expect(of('1.1').answer).toBe('no')
    keeper.step('undo')
    set('1.2', { answer: 'yes' })
    expect(keeper.step('redo')).toEqual({ kind: 'nothing' })
    expect(of('1.1').answer).toBeNull()
  })
})

describe('any sequence of changes', () => {
  it('is undone to the beginning and redone to the end', () => {
    const change = fc.record({
      id: fc.constantFrom('1.1', '1.2', '3.8'),
      change: fc.oneof(
        fc.record({ answer: fc.constantFrom<AnswerValue | null>('yes', 'no', 'notApplicable', 'cannotTell', null) }),
        fc.record({ finding: fc.string({ maxLength: 3 }) }),
        fc.record({ note: fc.string({ maxLength: 3 }) }),
        fc.record({ evidence: fc.constantFrom<Evidence[]>([], [PIN], [PIN, { ...PIN, page: 3 }]) }),
      ),
      pause: fc.constantFrom(0, ONE_STEP + 1),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const { keeper, set, of } = desk()
        const all = (): AnswerFields[] => ['1.1', '1.2', '3.8'].map(of)
        for (const one of changes) {
          vi.advanceTimersByTime(one.pause)
          set(one.id, one.change)
        }
        const end = all()
        while (keeper.step('undo').kind === 'done');
        expect(all()).toEqual([EMPTY_FIELDS, EMPTY_FIELDS, EMPTY_FIELDS])
        while (keeper.step('redo').kind === 'done');
        expect(all()).toEqual(end)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a word that is being composed', () => {
  it('meets what another window wrote meanwhile as a conflict, and is not written over it', async () => {
    const { keeper, stored, set, settle, elsewhere, of } = desk()
    keeper.hold('3.8')
    elsewhere('3.8', { finding: '别人写的' })
    expect(of('3.8').finding).toBe('')
    set('3.8', { finding: '职权' })
    keeper.release('3.8')
    expect(keeper.get('3.8')).toMatchObject({ state: 'conflict', fields: { finding: '职权' }, theirs: { finding: '别人写的' } })
    await settle()
    expect(stored.get('3.8')?.finding).toBe('别人写的')
  })

  it('that comes to nothing lets in what another window wrote', () => {
    const { keeper, elsewhere, of } = desk()
    keeper.hold('3.8')
    elsewhere('3.8', { finding: '别人写的' })
    keeper.release('3.8')
    expect(keeper.get('3.8').state).toBe('saved')
    expect(of('3.8').finding).toBe('别人写的')
  })

  it('does not keep what was typed before it from being saved, nor take the news of that save for another’s', async () => {
    const { keeper, stored, set, settle } = desk()
    set('3.8', { finding: '经核对' })
    keeper.hold('3.8')
    await settle()
    expect(stored.get('3.8')?.finding).toBe('经核对')
    keeper.receive('3.8', stored.get('3.8') ?? null)
    set('3.8', { finding: '经核对职权' })
    keeper.release('3.8')
    await settle()
    expect(keeper.get('3.8').state).toBe('saved')
    expect(stored.get('3.8')).toMatchObject({ finding: '经核对职权', version: 2 })
  })
})

describe('who draws', () => {
  it('the answers are the same map while texts are typed, and another one once an answer changes', () => {
    const { keeper, set } = desk()
    set('3.8', { answer: 'no' })
    const before = keeper.answers()
    set('3.8', { finding: '字' })
    expect(keeper.answers()).toBe(before)
    set('3.8', { answer: 'yes' })
    expect(keeper.answers()).not.toBe(before)
    expect(keeper.answers().get('3.8')).toBe('yes')
  })
})
