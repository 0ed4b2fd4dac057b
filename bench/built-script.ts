/**
 * A benchmark's process as the product runs its core: built, as `vite.loopback.config.ts` builds it. Run from its sources
 * the process also holds what makes JavaScript of them, some fifty megabytes that are no part of the product.
 */
import { join } from 'node:path'
import { build } from 'vite'
import { benchFolder } from './stations.ts'

/** @param script a module beside this one @returns the built file */
export async function builtScript(script: string): Promise<string> {
  const name = script.replace(/\.ts$/, '')
  const outDir = join(benchFolder, 'built', name)
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { input: { [name]: join(import.meta.dirname, script) }, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
    },
  })
  return join(outDir, `${name}.js`)
}
