/** The kinds of tests. `npm test -- unit` runs one; `scripts/test.ts` provides what each needs. */
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/** `electron` downloads its runtime on the first import outside Electron; a test that imports it by mistake gets told. */
const alias = { electron: resolve(root, 'test/unit/shell/electron-stub.ts') }

const common = { root, resolve: { alias } }
const pool = 'forks' as const

export default defineConfig({
  test: {
    projects: [
      { ...common, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], pool, isolate: false, testTimeout: 20_000 } },
      {
        ...common,
        test: { name: 'integration', include: ['test/integration/**/*.test.ts'], pool, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        ...common,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          pool,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...common,
        test: {
          name: 'desktop',
          include: ['test/desktop/**/*.test.ts'],
          pool,
          fileParallelism: false,
          testTimeout: 240_000,
          // Staging compiles the database's addon once for the test runtime.
          hookTimeout: 600_000,
        },
      },
      {
        ...common,
        test: {
          name: 'crash',
          include: ['test/crash/**/*.test.ts'],
          pool,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
