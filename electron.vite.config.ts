/** Builds the desktop program: main process and core process, preload script, renderer. */
import { writeFileSync, mkdirSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { licencesPlugin } from './scripts/licences.ts'

const root = import.meta.dirname

/** Lists the sources that went into a build, so that a test sees what the packaged program carries. */
function sourceList(file: string): Plugin {
  return {
    name: 'source-list',
    generateBundle(_options, bundle) {
      const sources = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
      const names = sources.map((source) => relative(root, source).replaceAll('\\', '/')).toSorted()
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(names, undefined, 1))
    },
  }
}

/** Both shells serve the renderer at the root of an origin, so that its addresses are absolute. */
const absoluteAddresses: Plugin = {
  name: 'absolute-addresses',
  enforce: 'post',
  apply: 'build',
  config: (config) => {
    config.base = '/'
  },
}

/** What the passphrase screen and the sign-in are made of. What is missing here still works, in a file of its own. */
const FIRST_SCREEN = new RegExp(
  [
    String.raw`node_modules/(react|react-dom|scheduler|i18next|react-i18next|@tanstack)/`,
    'src/shared/(errors/|values/languages|contract/reply)|src/shared/catalogue/vocabulary-labels|src/shared/cases/state-machine-terms',
    'src/renderer/(language/(define|first|language)|transport/|app/(appearance|look-buttons|usable|language)|station/language|session/language)',
    'src/renderer/ui/(choice|error-(notice|terms|words)|field|formats|language|plain-|secret|vocabulary)',
  ]
    .join('|')
    .replaceAll('/', String.raw`[\\/]`),
)

export default defineConfig({
  main: {
    plugins: [sourceList(resolve(root, 'out/build/main-sources.json'))],
    build: {
      // Electron 33 to 45 run it; the older one is what the tests can get.
      target: 'node20.18',
      // These small libraries consist of many files, and every file that is opened delays the start.
      externalizeDeps: { exclude: ['zod', 'uuid', 'canonicalize'] },
      rolldownOptions: {
        input: {
          desktop: resolve(root, 'src/main/desktop/desktop.ts'),
          'core-process': resolve(root, 'src/main/desktop/core-process.ts'),
          // A thread of the core; `reading-worker.ts` finds it by this name.
          'reading-thread': resolve(root, 'src/main/intake/reading/reading-thread.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      // A sandboxed preload script cannot load modules, so it is one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'src/main/desktop/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    publicDir: false,
    plugins: [react(), absoluteAddresses, licencesPlugin(root)],
    // The loopback shell shows the same files in whatever browser an old or domestic system has.
    build: {
      target: 'chrome109',
      outDir: resolve(root, 'out/renderer'),
      minify: true,
      rolldownOptions: {
        input: resolve(root, 'src/renderer/index.html'),
        output: {
          codeSplitting: {
            groups: [
              { name: 'zod', test: /node_modules[\\/]zod[\\/]/, priority: 2 },
              // What the first screen is made of, in one file: each further file is a question to the main process.
              { name: 'first', test: FIRST_SCREEN, priority: 1 },
            ],
          },
        },
      },
    },
  },
})
