import { describe, expect, it } from 'vitest'
import { keptWhileOpen } from '../../../src/main/store/kept-while-open.ts'
import type { Reader } from '../../../src/main/store/database.ts'

const store = (): Reader => ({ all: () => [], get: () => undefined }) as unknown as Reader

describe('what is kept while a store is open', () => {
  it('is had again from the same store and from no other', () => {
    const kept = keptWhileOpen<string>(2)
    const [one, other] = [store(), store()]
    kept.set(one, 'a', 'words')
    expect(kept.get(one, 'a')).toBe('words')
    expect(kept.get(other, 'a')).toBeUndefined()
  })

  it('gives way to newer values, the oldest first', () => {
    const kept = keptWhileOpen<number>(2)
    const one = store()
    kept.set(one, 'a', 1)
    kept.set(one, 'b', 2)
    kept.set(one, 'a', 3)
    kept.set(one, 'c', 4)
    expect([kept.get(one, 'a'), kept.get(one, 'b'), kept.get(one, 'c')]).toEqual([3, undefined, 4])
  })
})
