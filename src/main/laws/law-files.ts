/** The files of laws in a folder, and the text in one, whatever wrote it. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, isAbsolute, join } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'
import { docxText } from './docx-text.ts'

const ENDINGS = new Set(['.md', '.markdown', '.txt', '.docx'])
/** The longest code there is has less than 2 MB; a larger file is no law. */
export const LAW_FILE_LIMIT = 8 * 1024 * 1024
/** A folder of more files than this is not one of laws. */
export const MOST_FILES = 30_000
const DEEPEST = 12

export function isLawFile(name: string): boolean {
  // what Office and the Finder leave beside a file, and the index pages of a site
  return (
    ENDINGS.has(extname(name).toLowerCase()) &&
    !name.startsWith('.') &&
    !name.startsWith('~$') &&
    !/^_index\./i.test(name)
  )
}

/** Paths inside the folder, with `/`, in order. Links are not followed. Throws `law-folder-unreadable`. */
export async function findLawFiles(folder: string, stopped: () => boolean): Promise<string[]> {
  if (!isAbsolute(folder)) throw new FashenError('law-folder-unreadable', { folder, reason: 'not-absolute' })
  const found: string[] = []
  const walk = async (path: string, inside: string, depth: number): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      if (depth > 0) return []
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      throw new FashenError('law-folder-unreadable', { folder, reason }, { cause: error })
    })
    for (const entry of entries) {
      if (stopped() || found.length >= MOST_FILES) return
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory() && depth < DEEPEST && !entry.name.startsWith('.'))
        await walk(join(path, entry.name), name, depth + 1)
      else if (entry.isFile() && isLawFile(entry.name)) found.push(name)
    }
  }
  await walk(folder, '', 0)
  return found.toSorted()
}

export type ReadLaw = { readonly bytes: Uint8Array } | { readonly outcome: 'empty' | 'tooLarge' | 'unreadable' }

export async function readLawFile(path: string): Promise<ReadLaw> {
  try {
    const { size } = await stat(path)
    if (size === 0) return { outcome: 'empty' }
    if (size > LAW_FILE_LIMIT) return { outcome: 'tooLarge' }
    return { bytes: await readFile(path) }
  } catch {
    return { outcome: 'unreadable' }
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** UTF-8, UTF-16 by its mark, else GB 18030 (which holds GBK and GB 2312); null where it is none of these. */
export function decodedText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // no text has zero bytes; a program or a picture does
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return UTF8.decode(bytes)
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
}

/** The text of a file by its ending; null where it cannot be read. */
export function textOfFile(name: string, bytes: Uint8Array): string | null {
  return extname(name).toLowerCase() === '.docx' ? docxText(bytes) : decodedText(bytes)
}

export function fileNameIn(path: string): { readonly name: string; readonly folders: string } {
  const name = basename(path)
  return { name, folders: path.slice(0, Math.max(0, path.length - name.length - 1)) }
}
