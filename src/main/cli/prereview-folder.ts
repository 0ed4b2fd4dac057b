/** Reads a folder (or archive) as a case and checks it: `fashen prereview`, and what measures the rules. */
import { access, constants, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { TextPage } from '../../shared/intake/document-text.ts'
import { withRecognised } from '../../shared/intake/reading/reading.ts'
import type { IntakeLine } from '../../shared/intake/reading/report.ts'
import type { IsoDate, IsoInstant } from '../../shared/values/values.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import { collectFiles } from '../intake/reading/collect-files.ts'
import type { IntakeEntry } from '../intake/reading/collected.ts'
import { readText } from '../intake/reading/read-text.ts'
import { endRecognition, recognisePage } from '../intake/reading/recognise-page.ts'
import { resourcesFolder } from '../shell/program-folders.ts'
import { prereviewFiles, type FileAsRead, type Prereviewed } from './prereview-case.ts'
import { UsageError } from './usage.ts'

/** What is being done: the file, how many there are, and the page that is recognised, where it is a scan. */
export interface PrereviewProgress {
  readonly file: string
  readonly number: number
  readonly of: number
  readonly page: number | null
}

export interface PrereviewOptions {
  readonly onProgress: (progress: PrereviewProgress) => void
  /** Row ids of the catalogue; null where not known. */
  readonly sector?: string | null
  readonly region?: string | null
  /** The system's day where not given. */
  readonly today?: IsoDate
}

interface FoundFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Names are told from inside what was given: `files/1.docx` of the folder `files` is 1.docx. */
function inside(path: string, given: string): string {
  const before = `${basename(given)}/`
  return path.startsWith(before) ? path.slice(before.length) : path
}

async function wholeOf({ size, bytes }: IntakeEntry): Promise<Uint8Array> {
  const whole = new Uint8Array(size)
  let at = 0
  for await (const chunk of bytes()) {
    if (at + chunk.length > size) throw new Error('longer than announced')
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole.subarray(0, at)
}

const isZip = (path: string): boolean => extname(path).toLowerCase() === '.zip'

/** Throws `case-folder-absent`, `case-folder-is-file`, `case-folder-unreadable`. */
async function requireReadable(path: string): Promise<void> {
  try {
    const found = await stat(path)
    if (found.isFile() && !isZip(path)) throw new FashenError('case-folder-is-file', { path })
    if (!found.isFile() && !found.isDirectory()) throw new FashenError('case-folder-unreadable', { path, reason: 'not-a-folder' })
    // a folder may be listed without its files being within reach
    await access(path, found.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK)
  } catch (error) {
    if (error instanceof FashenError) throw error
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (reason === 'ENOENT' || reason === 'ENOTDIR') throw new FashenError('case-folder-absent', { path }, { cause: error })
    throw new FashenError('case-folder-unreadable', { path, reason }, { cause: error })
  }
}

/** Today in China, as a station counts. */
function systemDay(): IsoDate {
  return civilDayOf(new Date().toISOString() as IsoInstant)
}

async function readFile(found: FoundFile, tell: (page: number | null) => void): Promise<FileAsRead> {
  const { name } = found
  tell(null)
  // a reader may take the bytes apart; each gets its own
  const file = () => ({ name, bytes: Uint8Array.from(found.bytes) })
  const { text, problem, toRecognise } = await readText(file())
  const recognised: TextPage[] = []
  let failure = problem
  for (const page of toRecognise) {
    tell(page)
    try {
      recognised.push(await recognisePage(file(), page))
    } catch (error) {
      failure ??= {
        code: 'reader-stopped',
        data: { reason: error instanceof Error ? error.message.slice(0, 200) : 'unknown' },
      }
    }
  }
  return { file: name, text: withRecognised(text, recognised), problem: failure }
}

function requireSector(catalogue: Catalogue, sector: string | null): void {
  const known = catalogue.sectors.map(({ id }) => id)
  if (sector === null || known.includes(sector)) return
  throw new UsageError('prereview', {
    'zh-CN': `没有这个行业：${sector}。可以是：${known.join('、')}`,
    en: `there is no such sector: ${sector}. It is one of: ${known.join(', ')}`,
  })
}

/**
 * Throws `case-folder-…` where there is nothing to read, and `UsageError` for a sector that the catalogue does not have; what
 * is wrong with single files is in the report.
 */
export async function prereviewFolder(folder: string, options: PrereviewOptions): Promise<Prereviewed> {
  await requireReadable(folder)
  const catalogue = loadCatalogue(join(resourcesFolder(import.meta.dirname), 'catalogue'))
  requireSector(catalogue, options.sector ?? null)
  const { entries, lines } = await collectFiles([folder])
  if (entries.length === 0 && lines.length === 0) throw new FashenError('case-folder-empty', { path: folder })
  const report: IntakeLine[] = lines.map((line) => ({ ...line, name: inside(line.name, folder) }))
  const read: FileAsRead[] = []
  try {
    for (const [place, entry] of entries.entries()) {
      const name = inside(entry.path, folder)
      const tell = (page: number | null) =>
        options.onProgress({ file: name, number: place + 1, of: entries.length, page })
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other: a reader takes processor and memory
        read.push(await readFile({ name, bytes: await wholeOf(entry) }, tell))
      } catch (error) {
        report.push({
          name,
          code: 'unreadable',
          data: { reason: error instanceof Error ? error.message.slice(0, 200) : 'unknown' },
        })
      }
    }
  } finally {
    await endRecognition()
  }
  const { sector = null, region = null, today = systemDay() } = options
  return prereviewFiles(read, report, { catalogue, sector, region, today })
}
