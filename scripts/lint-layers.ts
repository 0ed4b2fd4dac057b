/** Checks the layers of the whole project and the classification of every dependency: `node scripts/lint-layers.ts`. */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkLayers, LAYER_RULES, type Classification } from './layer-rules.ts'

const root = resolve(import.meta.dirname, '..')
const PATTERNS = ['src/**/*.{ts,tsx,mts,cts}', 'test/**/*.{ts,tsx}', 'bench/**/*.ts', 'scripts/**/*.ts', '*.config.ts']

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
const classification = readJson('scripts/dependency-layers.json') as Classification
const files = globSync(PATTERNS, { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(root, path), 'utf8'),
}))

const findings = checkLayers(files, classification)
for (const { path, line, rule, specifier } of findings) {
  console.error(`${path}:${line} [${rule}] imports '${specifier}': ${LAYER_RULES[rule]}`)
}

// A dependency in package.json that nothing classifies would be noticed only when somebody imports it.
const manifest = readJson('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>
const classified = new Set(Object.values(classification).flat())
/** Not imported: types, and programs that are run. */
const NOT_IMPORTED = /^@types\/|^(node|oxlint|typescript)$/
const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
const unclassified = declared.filter((name) => !classified.has(name) && !NOT_IMPORTED.test(name))
for (const name of unclassified) {
  console.error(`package.json [dependency-unclassified] '${name}': ${LAYER_RULES['dependency-unclassified']}`)
}
// Something that is there only because another package brought it can vanish with the next install.
const undeclared = [...classified].filter((name) => !declared.includes(name))
for (const name of undeclared) {
  console.error(`scripts/dependency-layers.json [dependency-undeclared] '${name}': package.json does not name it`)
}

const problems = findings.length + unclassified.length + undeclared.length
console.log(problems === 0 ? `layers: ${files.length} files keep to their layers` : `layers: ${problems} problems`)
process.exitCode = problems === 0 ? 0 : 1
