/**
 * What was made of the store's rows, kept as long as the store is open: a locked or closed station keeps nothing of its
 * papers here. The oldest gives way.
 */
import type { Reader } from './database.ts'

export interface KeptWhileOpen<Value> {
  get(reader: Reader, key: string): Value | undefined
  set(reader: Reader, key: string, value: Value): void
}

export function keptWhileOpen<Value>(most: number): KeptWhileOpen<Value> {
  const stores = new WeakMap<Reader, Map<string, Value>>()
  return {
    get: (reader, key) => stores.get(reader)?.get(key),
    set(reader, key, value) {
      let kept = stores.get(reader)
      if (kept === undefined) stores.set(reader, (kept = new Map()))
      kept.delete(key)
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
  }
}
