import { describe, expect, it } from 'vitest'
import { checkLayers, LAYER_RULES, type Classification, type LayerRule } from '../../../scripts/layer-rules.ts'

const classification: Classification = {
  pure: ['zod'],
  node: ['better-sqlite3', '@fonts/serif', 'both'],
  dom: ['react', 'both'],
  electron: ['electron'],
  dev: ['vitest'],
}

function rulesFor(path: string, text: string): LayerRule[] {
  return checkLayers([{ path, text }], classification).map(({ rule }) => rule)
}

const VIOLATIONS: [LayerRule, path: string, text: string][] = [
  ['electron-only-in-desktop', 'src/main/store/a.ts', `import { app } from 'electron'`],
  ['electron-only-in-desktop', 'src/main/store/a.ts', `import type { App } from 'electron'`],
  ['electron-only-in-desktop', 'src/shared/cases/a.ts', `export * from 'electron'`],
  ['electron-only-in-desktop', 'src/renderer/app/a.tsx', `const electron = await import('electron/renderer')`],
  ['shared-is-pure', 'src/shared/cases/a.ts', `import { join } from 'node:path'`],
  ['shared-is-pure', 'src/shared/cases/a.ts', `import fs from 'fs/promises'`],
  ['shared-stands-alone', 'src/shared/cases/a.ts', `import type { Store } from '../../main/store/store.ts'`],
  ['shared-stands-alone', 'src/shared/cases/a.ts', `type Page = import('../../renderer/app/app.tsx').Page`],
  ['renderer-without-node', 'src/renderer/app/a.tsx', `import { Buffer } from 'buffer'`],
  ['renderer-without-node', 'src/renderer/app/a.tsx', `const os = require('node:os')`],
  ['renderer-knows-no-core', 'src/renderer/app/a.tsx', `import type { Host } from '../../main/core/host-interface.ts'`],
  ['main-knows-no-renderer', 'src/main/core/a.ts', `export { App } from '../../renderer/app/app.tsx'`],
  ['main-knows-no-renderer', 'src/main/desktop/a.ts', `import '../../renderer/main.tsx'`],
  ['core-knows-no-shell', 'src/main/core/a.ts', `const start = () => import('../loopback/start-loopback.ts')`],
  ['core-knows-no-shell', 'src/main/desktop/a.ts', `import { startLoopback } from '../loopback/start-loopback.ts'`],
  ['core-knows-no-shell', 'src/main/cli/a.ts', `import '../desktop/desktop.ts'`],
  ['sources-know-no-tests', 'src/main/core/a.ts', `import { fake } from '../../../test/fake.ts'`],
  ['dependency-unclassified', 'src/main/core/a.ts', `import left from 'left-pad'`],
  ['dependency-unclassified', 'test/unit/a.test.ts', `import left from '@scope/left-pad/sub'`],
  ['dependency-in-wrong-layer', 'src/shared/cases/a.ts', `import React from 'react'`],
  ['dependency-in-wrong-layer', 'src/renderer/app/a.tsx', `import Database from 'better-sqlite3'`],
  ['dependency-in-wrong-layer', 'src/main/core/a.ts', `import { test } from 'vitest'`],
  ['dependency-in-wrong-layer', 'src/main/documents/a.ts', `import { useState } from 'react/jsx-runtime'`],
  ['import-with-extension', 'src/shared/cases/a.ts', `import { b } from './b'`],
  ['import-is-literal', 'src/main/core/a.ts', 'const load = (name: string) => import(`./${name}.ts`)'],
  ['file-parses', 'src/main/core/a.ts', `import { from 'x'`],
]

describe('the layer check', () => {
  it.each(VIOLATIONS)('finds %s in %s: %s', (rule, path, text) => {
    expect(rulesFor(path, text)).toEqual([rule])
  })

  it('has a violating example for every rule', () => {
    expect(new Set(VIOLATIONS.map(([rule]) => rule))).toEqual(new Set(Object.keys(LAYER_RULES)))
  })

  it.each([
    ['src/main/desktop/a.ts', `import { app } from 'electron'\nimport { x } from '../core/host.ts'\nimport 'node:fs'`],
    ['src/main/loopback/a.ts', `import Database from 'better-sqlite3'\nimport '@fonts/serif/400.ttf'`],
    ['src/main/core/a.ts', `import { both } from 'both'\nimport { z } from 'zod/v4'\nimport { y } from '../../shared/values/values.ts'`],
    ['src/renderer/app/a.tsx', `import { both } from 'both'\nimport './a.css'\nimport url from './worker.ts?url'`],
    ['src/shared/cases/a.ts', `import { z } from 'zod'\nimport { c } from '../values/values.ts'`],
    ['test/unit/a.test.ts', `import { x } from '../../src/main/desktop/a.ts'\nimport { it } from 'vitest'`],
    ['src/shared/cases/a.ts', `// import fs from 'node:fs'\nexport const text = "import fs from 'node:fs'"`],
  ])('lets %s import what it may: %s', (path, text) => {
    expect(checkLayers([{ path, text }], classification)).toEqual([])
  })

  it('names the line and what is imported', () => {
    const text = `import { z } from 'zod'\n\nimport {\n  app,\n} from 'electron'\n`
    expect(checkLayers([{ path: 'src/main/store/a.ts', text }], classification)).toEqual([
      { path: 'src/main/store/a.ts', line: 5, rule: 'electron-only-in-desktop', specifier: 'electron' },
    ])
  })
})
