/** Builds what runs in plain Node: the loopback shell and the command line. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = import.meta.dirname
const commandLine = resolve(root, 'src/main/cli/fashen.ts')

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: resolve(root, 'out'),
    emptyOutDir: false,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        'loopback/loopback': resolve(root, 'src/main/loopback/loopback.ts'),
        ...(existsSync(commandLine) ? { 'cli/fashen': commandLine } : {}),
        // A thread of the core; `reading-worker.ts` finds it by this name.
        'cli/reading-thread': resolve(root, 'src/main/intake/reading/reading-thread.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'cli/chunks/[name]-[hash].js' },
    },
  },
})
