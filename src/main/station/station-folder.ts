/**
 * Whether a folder may hold a station. A database on a network share is damaged by its locks, one in a synchronised
 * folder by its copies, and a case file must not leave the computer that way: both are refused, with the reason.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'

/** What is known of a folder, gathered once and judged by a pure function. */
export interface FolderFacts {
  /** Absolute, with links followed: a mapped Windows drive shows its `\\server\share` here. */
  readonly path: string
  /** Linux magic number of the file system, null elsewhere. */
  readonly fileSystemType: number | null
  /** File system name of the mount that holds the folder (`nfs4`, `cifs`, `fuse.sshfs`), null where not known. */
  readonly mountType: string | null
  /** Names of marker files found in the folder and above it. */
  readonly markers: readonly string[]
}

export type FolderVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'folder-on-network' | 'folder-cloud-synced'; readonly reason: string }

/** statfs(2) magic numbers of file systems that live on another computer. */
const NETWORK_TYPES: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x564c, 'NCP'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
])
const NETWORK_MOUNT = /^(nfs\d*|cifs|smb\d*|smbfs|afpfs|webdav|davfs2?|fuse\.(sshfs|davfs2?|rclone|glusterfs|gvfsd-fuse|cephfs)|ceph|glusterfs|afs)$/

/** Folder names that synchronising programs make, with the program's name. Compared without case. */
const SYNCED_NAMES: readonly (readonly [pattern: RegExp, program: string])[] = [
  [/^onedrive( - .+)?$/i, 'OneDrive'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(google drive|googledrive|my drive)$/i, 'Google Drive'],
  [/^(icloud ?drive|com~apple~clouddocs|iclouddrive)$/i, 'iCloud'],
  [/^(nutstore( files)?|我的坚果云|坚果云)$/i, '坚果云'],
  [/^(baidu(netdisk|yun)?\w*|百度网盘(同步空间)?|百度云同步盘)$/i, '百度网盘'],
  [/^(wps ?(cloud|drive)|wps云盘|wps网盘|wpsdrive)$/i, 'WPS 云盘'],
  [/^(微云同步助手|weiyun)$/i, '微云'],
  [/^(阿里云盘|aliyundrive|adrive)$/i, '阿里云盘'],
  [/^(syncthing|nextcloud|owncloud|seafile|resilio ?sync|mega(sync)?)$/i, 'synchronised folder'],
]
const SYNC_MARKERS: ReadonlyMap<string, string> = new Map([
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.nutstore', '坚果云'],
  ['.stfolder', 'Syncthing'],
  ['.sync', 'Resilio Sync'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.seafile-data', 'Seafile'],
])

export function judgeFolder(facts: FolderFacts): FolderVerdict {
  const { path, fileSystemType, mountType } = facts
  if (/^(\\\\|\/\/)[^\\/.?]/.test(path)) return { ok: false, code: 'folder-on-network', reason: path.slice(0, 60) }
  const network = fileSystemType === null ? undefined : NETWORK_TYPES.get(fileSystemType)
  if (network !== undefined) return { ok: false, code: 'folder-on-network', reason: network }
  if (mountType !== null && NETWORK_MOUNT.test(mountType)) return { ok: false, code: 'folder-on-network', reason: mountType }
  for (const part of path.split(/[\\/]/)) {
    const synced = SYNCED_NAMES.find(([pattern]) => pattern.test(part))
    if (synced !== undefined) return { ok: false, code: 'folder-cloud-synced', reason: synced[1] }
  }
  for (const marker of facts.markers) {
    const program = SYNC_MARKERS.get(marker)
    if (program !== undefined) return { ok: false, code: 'folder-cloud-synced', reason: program }
  }
  return { ok: true }
}

/** The file system of the longest mount point that holds `path`, from /proc/self/mountinfo. */
export function mountTypeOf(mountInfo: string, path: string): string | null {
  let best = { point: '', type: null as string | null }
  for (const line of mountInfo.split('\n')) {
    const [before, after] = line.split(' - ')
    const point = before?.split(' ')[4]?.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
    const type = after?.split(' ')[0]
    if (point === undefined || type === undefined) continue
    const holds = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (holds && point.length >= best.point.length) best = { point, type }
  }
  return best.type
}

function foldersUpwards(path: string): string[] {
  const all: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    all.push(folder)
    if (dirname(folder) === folder) return all
  }
}

export function gatherFolderFacts(folder: string): FolderFacts {
  const path = realpathSync.native(folder)
  const linux = process.platform === 'linux'
  return {
    path,
    fileSystemType: linux ? Number(BigInt.asUintN(32, BigInt(statfsSync(path).type))) : null,
    mountType: linux && existsSync('/proc/self/mountinfo') ? mountTypeOf(readFileSync('/proc/self/mountinfo', 'utf8'), path) : null,
    markers: foldersUpwards(path).flatMap((above) => [...SYNC_MARKERS.keys()].filter((name) => existsSync(join(above, name)))),
  }
}

/**
 * Where a path leads whose end may not be there yet, with links followed as far as there is something to follow. Makes
 * nothing, so that a place can be refused before anything is made in it.
 */
export function realPlace(path: string): string {
  const absolute = resolve(path)
  for (const above of foldersUpwards(absolute)) {
    if (existsSync(above)) return join(realpathSync.native(above), relative(above, absolute))
  }
  return absolute
}

/**
 * Makes the folder and those above it, as far as they are not there; throws what the system says. Not `recursive`, which
 * tries without end where a folder that is there takes no new one, as in /proc.
 */
export function makeFolders(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolders(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/**
 * Makes the folder if need be and checks that a station may live in it.
 * Throws `folder-on-network`, `folder-cloud-synced`, `folder-not-writable`.
 */
export function requireStationFolder(folder: string): string {
  const absolute = resolve(folder)
  try {
    // what can be told from the name alone is refused before anything is made
    const early = judgeFolder({ path: absolute, fileSystemType: null, mountType: null, markers: [] })
    if (!early.ok) throw new FashenError(early.code, { folder: absolute, reason: early.reason })
    makeFolders(absolute)
    if (!statSync(absolute).isDirectory()) throw new Error('not a folder')
    accessSync(absolute, constants.W_OK)
  } catch (error) {
    if (error instanceof FashenError) throw error
    throw new FashenError('folder-not-writable', { folder: absolute, reason: reasonOf(error) }, { cause: error })
  }
  const facts = gatherFolderFacts(absolute)
  const verdict = judgeFolder(facts)
  if (!verdict.ok) throw new FashenError(verdict.code, { folder: absolute, reason: verdict.reason })
  return facts.path
}

/**
 * Why no station may be set up in this folder, as far as it can be told without making anything; null where nothing is
 * known against it. For whoever is about to type in what a station needs.
 */
export function refusalOf(folder: string): FashenError | null {
  const absolute = resolve(folder)
  const early = judgeFolder({ path: absolute, fileSystemType: null, mountType: null, markers: [] })
  if (!early.ok) return new FashenError(early.code, { folder: absolute, reason: early.reason })
  try {
    const above = foldersUpwards(absolute).find((path) => existsSync(path)) ?? absolute
    if (!statSync(above).isDirectory()) return new FashenError('folder-not-writable', { folder: absolute, reason: 'not-a-folder' })
    accessSync(above, constants.W_OK)
    const verdict = judgeFolder(gatherFolderFacts(above))
    return verdict.ok ? null : new FashenError(verdict.code, { folder: absolute, reason: verdict.reason })
  } catch (error) {
    return new FashenError('folder-not-writable', { folder: absolute, reason: reasonOf(error) }, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** True where `inner` is `outer` or lies in it. Both absolute. */
export function liesIn(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
}
