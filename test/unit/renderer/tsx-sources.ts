/** The sources of the window as syntax trees, for rules that a linter does not know. */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

const ROOT = resolve(import.meta.dirname, '../../../src/renderer')

export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [name: string]: unknown
}

export function windowSources(): { readonly name: string; readonly text: string }[] {
  return globSync('**/*.{ts,tsx}', { cwd: ROOT }).map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(ROOT, name), 'utf8') }))
}

/** Every node of a source, parents first. Throws where it does not parse. */
export function nodesOf(name: string, text: string): SyntaxNode[] {
  const { program, errors } = parseSync(name, text)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message ?? ''}`)
  const found: SyntaxNode[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && typeof value.type === 'string') found.push(value as SyntaxNode)
    Object.values(value).forEach(walk)
  }
  walk(program)
  return found
}

export const lineOf = (text: string, { start }: SyntaxNode): number => text.slice(0, start).split('\n').length
