/** How large the data folder (数据文件夹) is. */
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'

export interface FolderSize {
  /** Content of all files in bytes, the earlier stores that migrations kept included. */
  readonly bytes: number
  readonly files: number
}

/** Follows no link. A file that goes away meanwhile is not counted. Throws `store-gone` where the folder is not there. */
export async function folderSize(folder: string): Promise<FolderSize> {
  let [bytes, files] = [0, 0]
  const waiting = [folder]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const here = next
    const entries = await opendir(here).catch((error: unknown) => {
      if (here === folder) throw new FashenError('store-gone', { folder }, { cause: error })
      return undefined
    })
    for await (const entry of entries ?? []) {
      const path = join(here, entry.name)
      if (entry.isDirectory()) waiting.push(path)
      if (!entry.isFile()) continue
      const found = await stat(path).catch(() => undefined)
      if (found === undefined) continue
      bytes += found.size
      files += 1
    }
  }
  return { bytes, files }
}
