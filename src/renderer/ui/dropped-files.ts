/**
 * The files in what was dropped, folders walked through. What a system leaves in folders for itself is passed over and
 * counted; names are relative to what was dropped.
 */

/** More files than this in one drop are not taken: a whole disk was let go by mistake. */
export const MOST_FILES = 10_000
/** Folders in folders beyond this are not walked. */
export const DEEPEST = 32

/** .DS_Store, Thumbs.db, desktop.ini, Office's lock files ~$…, macOS' resource forks. */
const SYSTEM_FILE = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/iu

export interface DroppedFiles {
  readonly files: readonly File[]
  /** Files of the system, passed over. */
  readonly passedOver: number
  /** Names that could not be read. */
  readonly unreadable: readonly string[]
  /** Folders that lie deeper than {@link DEEPEST}. */
  readonly tooDeep: readonly string[]
  /** True where there were more than {@link MOST_FILES}. */
  readonly tooMany: boolean
}

/** The entries of a drop. Must be called within the drop event: afterwards the browser has forgotten them. */
export function droppedEntries(transfer: DataTransfer): readonly FileSystemEntry[] {
  return [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
}

const PATHS = new WeakMap<File, string>()

/** Where a file lies in what was dropped or chosen: its name, with the folders above it. */
export function relativePath(file: File): string {
  return PATHS.get(file) ?? (file.webkitRelativePath || file.name)
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))

/** A reader hands out a folder's entries in batches until one is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (batch.length === 0 || children.length > MOST_FILES) return children
    children.push(...batch)
  }
}

/** By name as people count: 2 before 10. */
const byName = new Intl.Collator('zh-CN', { numeric: true })

export async function filesOf(entries: readonly FileSystemEntry[]): Promise<DroppedFiles> {
  const files: File[] = []
  const unreadable: string[] = []
  const tooDeep: string[] = []
  const nameOf = (entry: FileSystemEntry): string => entry.fullPath.replace(/^\//u, '')
  let passedOver = 0
  const walk = async (entry: FileSystemEntry, depth: number): Promise<void> => {
    if (files.length > MOST_FILES) return
    if (depth > 0 && SYSTEM_FILE.test(entry.name)) {
      passedOver += 1
      return
    }
    try {
      if (entry.isFile) {
        const file = await fileOf(entry as FileSystemFileEntry)
        PATHS.set(file, nameOf(entry))
        files.push(file)
      } else if (depth < DEEPEST) {
        const children = await childrenOf(entry as FileSystemDirectoryEntry)
        for (const child of children.toSorted((one, other) => byName.compare(one.name, other.name))) await walk(child, depth + 1)
      } else tooDeep.push(nameOf(entry))
    } catch {
      unreadable.push(nameOf(entry))
    }
  }
  for (const entry of entries) await walk(entry, 0)
  return { files: files.slice(0, MOST_FILES), passedOver, unreadable, tooDeep, tooMany: files.length > MOST_FILES }
}

/** The files that a folder chosen in a dialog has, without those of the system. */
export function filesOfChosenFolder(list: FileList): DroppedFiles {
  const all = [...list]
  const wanted = all.filter((file) => !file.webkitRelativePath.split('/').slice(1).some((part) => SYSTEM_FILE.test(part)))
  return {
    files: wanted.slice(0, MOST_FILES).toSorted((one, other) => byName.compare(one.webkitRelativePath, other.webkitRelativePath)),
    passedOver: all.length - wanted.length,
    unreadable: [],
    tooDeep: [],
    tooMany: wanted.length > MOST_FILES,
  }
}

/** Files that were chosen one by one. */
export function chosenFiles(files: readonly File[]): DroppedFiles {
  return { files, passedOver: 0, unreadable: [], tooDeep: [], tooMany: false }
}

export function isArchive(name: string): boolean {
  return /\.zip$/iu.test(name)
}
