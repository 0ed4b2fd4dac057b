/** The layers of the sources and what each may import. Pure: files go in as text, findings come out. */
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

export const LAYER_RULES = {
  'electron-only-in-desktop': 'only src/main/desktop imports electron, so that everything else runs and is tested without it',
  'shared-is-pure': 'src/shared runs anywhere: it imports no Node module',
  'shared-stands-alone': 'src/shared imports nothing of src/main or src/renderer',
  'renderer-without-node': 'src/renderer runs in a sandboxed page: it imports no Node module',
  'renderer-knows-no-core': 'src/renderer reaches the core through the contract only: it imports nothing of src/main',
  'main-knows-no-renderer': 'src/main imports nothing of src/renderer',
  'core-knows-no-shell': 'only a shell imports the code of a shell (src/main/desktop, src/main/loopback)',
  'sources-know-no-tests': 'src imports nothing from outside src but data (package.json, resources/**.json)',
  'dependency-unclassified': 'every dependency says in scripts/dependency-layers.json where it may be used',
  'dependency-in-wrong-layer': 'a dependency is used only in the layers that its class allows',
  'import-with-extension': 'a relative import names its file with the extension, because Node runs the sources as they are',
  'import-is-literal': 'what is imported is written out, so that this check sees it',
  'file-parses': 'the file must parse',
} as const
export type LayerRule = keyof typeof LAYER_RULES

export type DependencyClass = 'pure' | 'node' | 'dom' | 'electron' | 'dev'
/** Names of dependencies by class; one may be in several. */
export type Classification = Readonly<Record<DependencyClass, readonly string[]>>

export interface SourceFile {
  /** Relative to the project, with `/`. */
  readonly path: string
  readonly text: string
}

export interface Finding {
  readonly path: string
  readonly line: number
  readonly rule: LayerRule
  /** What is imported. */
  readonly specifier: string
}

type Layer = 'shared' | 'core' | 'desktop' | 'loopback' | 'renderer' | 'tooling'

const ALLOWED: Readonly<Record<Layer, readonly DependencyClass[]>> = {
  shared: ['pure'],
  core: ['pure', 'node'],
  desktop: ['pure', 'node', 'electron'],
  loopback: ['pure', 'node'],
  renderer: ['pure', 'dom'],
  tooling: ['pure', 'node', 'dom', 'electron', 'dev'],
}

function layerOf(path: string): Layer {
  if (path.startsWith('src/shared/')) return 'shared'
  if (path.startsWith('src/main/desktop/')) return 'desktop'
  if (path.startsWith('src/main/loopback/')) return 'loopback'
  if (path.startsWith('src/main/')) return 'core'
  if (path.startsWith('src/renderer/')) return 'renderer'
  return 'tooling'
}

/** A place in a file that imports something; `specifier` is `undefined` where it is computed. */
interface Import {
  readonly specifier: string | undefined
  readonly offset: number
}

function literal(node: { type: string; value?: unknown }): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

/** Every import, export-from, `import()`, `require()` and `import('…')` type. */
function importsOf(file: SourceFile): { imports: Import[]; broken: boolean } {
  const { program, module, errors } = parseSync(file.path, file.text)
  const imports: Import[] = []
  for (const { moduleRequest } of module.staticImports) {
    imports.push({ specifier: moduleRequest.value, offset: moduleRequest.start })
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) {
      if (moduleRequest) imports.push({ specifier: moduleRequest.value, offset: moduleRequest.start })
    }
  }
  new Visitor({
    ImportExpression: ({ source }) => void imports.push({ specifier: literal(source), offset: source.start }),
    TSImportType: ({ source }) => void imports.push({ specifier: literal(source), offset: source.start }),
    CallExpression: ({ callee, arguments: [argument] }) => {
      const isRequire = callee.type === 'Identifier' && callee.name === 'require'
      if (isRequire && argument !== undefined) imports.push({ specifier: literal(argument), offset: argument.start })
    },
  }).visit(program)
  return { imports, broken: errors.some(({ severity }) => severity === 'Error') }
}

const BUILTIN = new Set(builtinModules)

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

/** The rule that an import of a project file breaks, if any. `target` is relative to the project. */
function brokenByPath(layer: Layer, target: string): LayerRule | undefined {
  if (layer === 'tooling') return undefined
  const to = layerOf(target)
  if (!target.startsWith('src/')) {
    const isData = target === 'package.json' || (target.startsWith('resources/') && target.endsWith('.json'))
    return isData ? undefined : 'sources-know-no-tests'
  }
  if (layer === 'shared' && to !== 'shared') return 'shared-stands-alone'
  if (layer === 'renderer' && target.startsWith('src/main/')) return 'renderer-knows-no-core'
  if (layer !== 'renderer' && to === 'renderer') return 'main-knows-no-renderer'
  if ((to === 'desktop' || to === 'loopback') && layer !== to) return 'core-knows-no-shell'
  return undefined
}

function brokenByModule(layer: Layer, specifier: string, classification: Classification): LayerRule | undefined {
  // a module that the build makes for the renderer, such as the licences
  if (specifier.startsWith('virtual:') && layer === 'renderer') return undefined
  const name = packageOf(specifier.replace(/[?#].*$/, ''))
  if (specifier.startsWith('node:') || BUILTIN.has(name)) {
    if (layer === 'shared') return 'shared-is-pure'
    return layer === 'renderer' ? 'renderer-without-node' : undefined
  }
  if (name === 'electron') {
    return layer === 'desktop' || layer === 'tooling' ? undefined : 'electron-only-in-desktop'
  }
  const classes = (Object.keys(classification) as DependencyClass[]).filter((kind) => classification[kind].includes(name))
  if (classes.length === 0) return 'dependency-unclassified'
  return classes.some((kind) => ALLOWED[layer].includes(kind)) ? undefined : 'dependency-in-wrong-layer'
}

function brokenBy(path: string, specifier: string | undefined, classification: Classification): LayerRule | undefined {
  const layer = layerOf(path)
  if (specifier === undefined) return layer === 'tooling' ? undefined : 'import-is-literal'
  if (!specifier.startsWith('.')) return brokenByModule(layer, specifier, classification)
  const bare = specifier.replace(/[?#].*$/, '')
  return brokenByPath(layer, posix.join(posix.dirname(path), bare)) ?? (posix.extname(bare) === '' ? 'import-with-extension' : undefined)
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Everything in these files that crosses a layer in a way that it must not. */
export function checkLayers(files: readonly SourceFile[], classification: Classification): Finding[] {
  return files.flatMap((file) => {
    const { imports, broken } = importsOf(file)
    if (broken) return [{ path: file.path, line: 1, rule: 'file-parses' as const, specifier: '' }]
    return imports.flatMap(({ specifier, offset }) => {
      const rule = brokenBy(file.path, specifier, classification)
      if (rule === undefined) return []
      return [{ path: file.path, line: lineAt(file.text, offset), rule, specifier: specifier ?? '(computed)' }]
    })
  })
}
