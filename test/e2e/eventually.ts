/** Waits for what a window or the core will show. */
import { expect } from 'vitest'
import { PATIENCE } from './browser.ts'

/** `await eventually(() => read()).toBe(…)`: asks again and again until it holds. */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: PATIENCE, interval: 50 })
}
