import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../../scripts/build.ts'
import { LOOPBACK_MARK } from '../../../src/main/loopback/start-loopback.ts'

const out = resolve(import.meta.dirname, '../../../out')
const read = (patterns: string[]): string => globSync(patterns, { cwd: out }).map((file) => readFileSync(join(out, file), 'utf8')).join('\n')

beforeAll(async () => void (await build()))

describe('the desktop build', () => {
  const sources = (): string[] => JSON.parse(readFileSync(join(out, 'build/main-sources.json'), 'utf8')) as string[]

  it('is made of the desktop shell and the core, and of nothing of the loopback shell', () => {
    expect(sources()).toContain('src/main/desktop/desktop.ts')
    expect(sources()).toContain('src/main/desktop/core-process.ts')
    expect(sources().filter((source) => source.startsWith('src/main/loopback/') || source.startsWith('src/main/cli/'))).toEqual([])
  })

  it('carries no trace of it in the files themselves, nor the library it listens with', () => {
    const files = read(['main/**/*.js', 'preload/**/*.cjs'])
    expect(files).toContain('registerSchemesAsPrivileged')
    expect(files).not.toContain(LOOPBACK_MARK)
    expect(files).not.toMatch(/from ["']ws["']|node:https?["']|createServer\(/)
  })

  it('the mark is one that would be found', () => {
    expect(read(['loopback/**/*.js', 'cli/**/*.js'])).toContain(LOOPBACK_MARK)
  })

  it('has a preload script that is one file and needs nothing but Electron', () => {
    const preload = read(['preload/*'])
    expect([...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron'])
    expect(globSync('preload/**/*', { cwd: out }).length).toBe(1)
  })

  it('has a page without inline script', () => {
    const page = readFileSync(join(out, 'renderer/index.html'), 'utf8')
    expect(page).toContain('<meta name="csp-nonce" content="__CSP_NONCE__"')
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/)
    expect(existsSync(join(out, 'renderer/assets'))).toBe(true)
  })
})
