/**
 * Reads the law as data from disk. The workstation does not start on half a catalogue: a missing file, a row of the
 * wrong shape or a reference to nothing stops the load and names file, row and field.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import canonicalize from 'canonicalize'
import type { z } from 'zod'
import { applyOverlays } from '../../shared/catalogue/apply-overlays.ts'
import { bothLanguages, problemSaid } from '../../shared/catalogue/both-languages.ts'
import { CATALOGUE_PROBLEMS } from '../../shared/catalogue/broken.ts'
import { checkCatalogue } from '../../shared/catalogue/check.ts'
import { overlaySchema, type Overlay } from '../../shared/catalogue/overlay.ts'
import {
  catalogueFileSchema,
  manifestSchema,
  SUBJECT_SCHEMAS,
  SUBJECTS,
  type Catalogue,
  type CatalogueContent,
  type CatalogueRows,
  type Subject,
} from '../../shared/catalogue/schema.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { sha256Schema } from '../../shared/values/values.ts'

const MANIFEST = 'catalogue.json'

function fail(file: string, row: string, field: string, problem: string, cause?: unknown): never {
  throw new FashenError('catalogue-broken', { file, row, field, problem }, { cause })
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, file: string, row: string): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: bothLanguages })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const said = issue?.message ?? ''
  const unknownKeys = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : undefined
  const field = [...(issue?.path ?? []), unknownKeys].filter((part) => part !== undefined).join('.')
  return fail(file, row, field, problemSaid(said))
}

function readJson(path: string, file: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return fail(file, '', '', '无法读取该文件 (cannot be read)', error)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return fail(file, '', '', `不是有效的 JSON (not valid JSON): ${detail}`, error)
  }
}

/** The id of a row as far as it has one, for naming it in an error. */
function nameOf(row: unknown, index: number): string {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined
  return typeof id === 'string' && id !== '' ? id : `#${index + 1}`
}

interface Base {
  readonly version: string
  readonly content: CatalogueContent
  readonly fileOf: (subject: Subject, row: string) => string
}

function readBase(folder: string): Base {
  const manifest = parse(manifestSchema, readJson(join(folder, MANIFEST), MANIFEST), MANIFEST, '')
  const rows = new Map<Subject, { readonly id: string }[]>(SUBJECTS.map((subject) => [subject, []]))
  const files = new Map<string, string>()
  for (const file of manifest.files) {
    const content = parse(catalogueFileSchema, readJson(join(folder, file), file), file, '')
    content.rows.forEach((row, index) => {
      const parsed = parse(SUBJECT_SCHEMAS[content.subject], row, file, nameOf(row, index))
      rows.get(content.subject)?.push(parsed)
      // A duplicate is reported under the later file; a missing row of a subject under a file of that subject.
      files.set(`${content.subject}/${parsed.id}`, file)
      files.set(content.subject, file)
    })
  }
  const absent = SUBJECTS.find((subject) => rows.get(subject)?.length === 0)
  if (absent !== undefined) fail(MANIFEST, '', 'files', `${CATALOGUE_PROBLEMS.missing}: ${absent}`)
  // Every row in the map was parsed by the schema of its subject.
  const parsedRows = Object.fromEntries(rows) as unknown as CatalogueRows
  return {
    version: manifest.version,
    content: { ...parsedRows, title: manifest.title, hidden: [], changes: [] },
    fileOf: (subject, row) => files.get(`${subject}/${row}`) ?? files.get(subject) ?? MANIFEST,
  }
}

export interface OverlayFile {
  readonly file: string
  readonly overlay: Overlay
}

function readOverlays(paths: readonly string[]): readonly OverlayFile[] {
  const seen = new Set<string>()
  return paths.map((path) => {
    const file = basename(path)
    const overlay = parse(overlaySchema, readJson(path, file), file, '')
    if (seen.has(overlay.id)) fail(file, overlay.id, 'id', CATALOGUE_PROBLEMS.duplicate)
    seen.add(overlay.id)
    return { file, overlay }
  })
}

/** Applies the overlays and names the file, not the overlay's id, where one is refused. */
function overlaid(base: CatalogueContent, overlays: readonly OverlayFile[]): CatalogueContent {
  return overlays.reduce((content, { file, overlay }) => {
    try {
      return applyOverlays(content, [overlay])
    } catch (error) {
      if (!FashenError.is(error, 'catalogue-broken')) throw error
      throw new FashenError('catalogue-broken', { ...error.data, file }, { cause: error })
    }
  }, base)
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

function hashOf(content: CatalogueContent): string {
  const canonical = canonicalize(content)
  if (canonical === undefined) throw new Error('the catalogue has no canonical form')
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

/** The catalogue as the program and its folder bring it: what the station's own overlays are laid over. */
export interface LaidCatalogue {
  readonly manifest: string
  /** Without any overlay. */
  readonly base: CatalogueContent
  readonly files: readonly OverlayFile[]
  readonly fileOf: Base['fileOf']
}

/** Reads `catalogue.json` and its files in `folder`, and the overlay files. Throws `catalogue-broken`. */
export function readCatalogue(folder: string, overlays: readonly string[] = []): LaidCatalogue {
  const { version, content, fileOf } = readBase(folder)
  checkCatalogue(content, fileOf)
  return { manifest: version, base: content, files: readOverlays(overlays), fileOf }
}

/**
 * The catalogue with its overlay files and, over them, the station's own overlays, in the order given; checked as a
 * whole and deeply frozen. Throws `catalogue-broken` with file (or overlay), row, field and problem.
 */
export function layOverlays({ manifest, base, files, fileOf }: LaidCatalogue, own: readonly Overlay[] = []): Catalogue {
  const overlays = [...files, ...own.map((overlay) => ({ file: overlay.id, overlay }))]
  const ids = overlays.map(({ overlay }) => overlay.id)
  const twice = overlays.find(({ overlay }, index) => ids.indexOf(overlay.id) !== index)
  if (twice !== undefined) fail(twice.file, twice.overlay.id, 'id', CATALOGUE_PROBLEMS.duplicate)
  const content = overlaid(base, overlays)
  if (overlays.length > 0) {
    const changedBy = new Map(content.changes.map((change) => [`${change.subject}/${change.id}`, change.overlay]))
    const fileOfOverlay = new Map(overlays.map(({ file, overlay }) => [overlay.id, file]))
    checkCatalogue(content, (subject, row) => {
      const overlay = changedBy.get(`${subject}/${row}`)
      return (overlay === undefined ? undefined : fileOfOverlay.get(overlay)) ?? fileOf(subject, row)
    })
  }
  return deepFreeze({
    ...content,
    version: {
      manifest,
      contentHash: sha256Schema.parse(hashOf(content)),
      overlays: overlays.map(({ overlay }) => ({ id: overlay.id, version: overlay.version })),
    },
  })
}

/** {@link readCatalogue} and {@link layOverlays} in one. */
export function loadCatalogue(folder: string, overlays: readonly string[] = []): Catalogue {
  return layOverlays(readCatalogue(folder, overlays))
}
