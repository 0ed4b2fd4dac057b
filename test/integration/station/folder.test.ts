/** Where a station may live: on this computer, in nobody's synchronised folder, for one process at a time. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { gatherFolderFacts, judgeFolder, liesIn, mountTypeOf, refusalOf, requireStationFolder, type FolderFacts } from '../../../src/main/station/station-folder.ts'
import { lockStation } from '../../../src/main/station/station-lock.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation, reopenTestStation } from '../../support/test-station.ts'

afterAll(removeTemporaryFolders)

const local: FolderFacts = { path: '/home/user/fashen', fileSystemType: 0xef53, mountType: 'ext4', markers: [] }
const verdict = (facts: Partial<FolderFacts>) => {
  const judged = judgeFolder({ ...local, ...facts })
  return judged.ok ? 'ok' : judged.code
}

describe('judging a folder', () => {
  it.each([
    '/home/user/fashen',
    '/home/user/my-onedrive-notes',
    '/srv/案卷',
    'D:\\案卷\\法审台',
    '\\\\?\\C:\\station',
    '\\\\.\\C:\\station',
    '/home/user/synced',
  ])('takes %s', (path) => expect(verdict({ path })).toBe('ok'))

  it.each(['\\\\server\\share\\station', '//server/share', '\\\\192.168.1.2\\c$\\x', '\\\\wsl$\\Debian'])('refuses the network path %s', (path) =>
    expect(verdict({ path })).toBe('folder-on-network'),
  )

  it.each([
    'C:\\Users\\li\\OneDrive\\station',
    'C:\\Users\\li\\OneDrive - 某某局\\station',
    '/home/li/Dropbox/station',
    '/home/li/Dropbox (Personal)/station',
    '/Users/li/Library/Mobile Documents/com~apple~CloudDocs/station',
    'D:\\我的坚果云\\station',
    'D:\\Nutstore Files\\station',
    'D:\\BaiduNetdisk\\station',
    'D:\\百度网盘同步空间\\station',
    'C:\\Users\\li\\WPS Drive\\station',
    'C:\\Users\\li\\WPS云盘\\station',
    '/home/li/Nextcloud/a/b',
    '/home/li/Syncthing',
  ])('refuses the synchronised %s', (path) => expect(verdict({ path })).toBe('folder-cloud-synced'))

  it.each([
    [{ fileSystemType: 0x6969 }, 'folder-on-network'],
    [{ fileSystemType: 0xff534d42 }, 'folder-on-network'],
    [{ fileSystemType: 0xfe534d42 }, 'folder-on-network'],
    [{ mountType: 'nfs4' }, 'folder-on-network'],
    [{ mountType: 'cifs' }, 'folder-on-network'],
    [{ mountType: 'fuse.sshfs' }, 'folder-on-network'],
    [{ mountType: 'fuse.rclone' }, 'folder-on-network'],
    [{ markers: ['.stfolder'] }, 'folder-cloud-synced'],
    [{ markers: ['.dropbox.cache'] }, 'folder-cloud-synced'],
    [{ mountType: 'fuseblk' }, 'ok'],
    [{ mountType: 'overlay' }, 'ok'],
    [{ mountType: null, fileSystemType: null }, 'ok'],
  ] as const)('%o is %s', (facts, expected) => expect(verdict(facts)).toBe(expected))
})

describe('the file system of a mount', () => {
  const mountInfo = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '30 22 0:30 / /mnt/share rw,relatime shared:5 master:2 - cifs //server/share rw,vers=3.0',
    '31 22 0:31 / /mnt/my\\040share rw - nfs4 server:/export rw',
    '32 22 0:32 / /mnt/share/inner rw - tmpfs tmpfs rw',
    '33 22 0:33 / /mnt/over rw - ext4 /dev/sdb1 rw',
    '34 22 0:34 / /mnt/over rw - nfs server:/over rw',
    'a line that is none',
    '',
  ].join('\n')

  it.each([
    ['/home/user', 'ext4'],
    ['/mnt/share', 'cifs'],
    ['/mnt/share/a/b', 'cifs'],
    ['/mnt/shared', 'ext4'],
    ['/mnt/my share/a', 'nfs4'],
    ['/mnt/share/inner/x', 'tmpfs'],
    ['/mnt/over/x', 'nfs'],
  ])('of %s is %s', (path, type) => expect(mountTypeOf(mountInfo, path)).toBe(type))

  it('is not known where nothing is mounted', () => expect(mountTypeOf('', '/x')).toBeNull())
})

describe('a folder on this computer', () => {
  it('is taken, and made where it is not there', () => {
    const folder = join(temporaryFolder(), 'a', 'b')
    expect(requireStationFolder(folder)).toBe(folder)
    expect(judgeFolder(gatherFolderFacts(folder))).toEqual({ ok: true })
  })

  it('is refused by name before anything is made of it', async () => {
    const folder = join(temporaryFolder(), 'Dropbox', 'station')
    expect(await refusal(() => requireStationFolder(folder), 'folder-cloud-synced')).toMatchObject({ folder, reason: 'Dropbox' })
    expect(existsSync(folder)).toBe(false)
  })

  it('is told to be none for a station before anything is typed in, and nothing is made for it', () => {
    const outer = temporaryFolder()
    mkdirSync(join(outer, 'shared', '.stfolder'), { recursive: true })
    writeFileSync(join(outer, 'file'), '')
    expect(refusalOf(join(outer, 'OneDrive', 'station'))).toMatchObject({ code: 'folder-cloud-synced', data: { reason: 'OneDrive' } })
    expect(refusalOf(join(outer, 'shared', 'deep', 'station'))).toMatchObject({ code: 'folder-cloud-synced' })
    expect(refusalOf(join(outer, 'file', 'station'))).toMatchObject({ code: 'folder-not-writable', data: { reason: 'not-a-folder' } })
    expect(refusalOf(join(outer, 'new', 'station'))).toBeNull()
    expect(readdirSync(outer).toSorted()).toEqual(['file', 'shared'])
  })

  it('is refused below a synchronised one, also through a link', async () => {
    const outer = temporaryFolder()
    mkdirSync(join(outer, 'shared', '.stfolder'), { recursive: true })
    mkdirSync(join(outer, 'shared', 'deep', 'station'), { recursive: true })
    symlinkSync(join(outer, 'shared', 'deep'), join(outer, 'harmless'))
    await refusal(() => requireStationFolder(join(outer, 'shared', 'deep', 'station')), 'folder-cloud-synced')
    await refusal(() => requireStationFolder(join(outer, 'harmless', 'station')), 'folder-cloud-synced')
  })

  it('is refused where a file stands in its place, with the reason', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await refusal(() => requireStationFolder(file), 'folder-not-writable')).toMatchObject({ folder: file })
    expect(await refusal(() => requireStationFolder(join(file, 'below')), 'folder-not-writable')).toMatchObject({ reason: 'ENOTDIR' })
  })

  it.each([
    ['/a/b', '/a', true],
    ['/a', '/a', true],
    ['/ab', '/a', false],
    ['/a', '/a/b', false],
    ['/a', '/', true],
  ])('%s lies in %s: %s', (inner, outer, expected) => expect(liesIn(inner, outer)).toBe(expected))
})

const others = new Set<ChildProcess>()
// also after a test that failed: a process left behind keeps the run itself from ending
afterEach(() => {
  for (const child of others) child.kill('SIGKILL')
  others.clear()
})

/** Another process that holds the lock until it is told, or killed. */
async function otherProcess(folder: string) {
  const script = resolve(import.meta.dirname, '../../support/lock-holder.ts')
  const child = spawn(process.execPath, ['--expose-gc', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  others.add(child)
  const gone = new Promise((settle) => child.once('exit', settle))
  const said = await new Promise<string>((settle) => child.stdout.once('data', (bytes: Buffer) => settle(bytes.toString('utf8').trim())))
  return { said, pid: child.pid, kill: () => (child.kill('SIGKILL'), gone) }
}

describe('one process at a time', () => {
  it('a second process is told who holds the station; once the first is killed, it is free', async () => {
    const folder = temporaryFolder('lock')
    const holder = await otherProcess(folder)
    expect(holder.said).toBe('locked')
    const data = await refusal(() => lockStation(folder), 'station-locked-by-other')
    expect(data['holder']).toContain(`PID ${holder.pid}`)
    expect((await otherProcess(folder)).said).toBe('station-locked-by-other')
    await holder.kill()
    lockStation(folder).release()
  })

  it('a station that is open in this process is locked for another, and free after closing', async () => {
    const station = await createTestStation()
    expect((await otherProcess(station.folder)).said).toBe('station-locked-by-other')
    await refusal(reopenTestStation(station), 'station-locked-by-other')
    expect((await station.as('handler').call('audit.head', {})).seq).toBeGreaterThan(0)
    station.close()
    const again = await reopenTestStation(station)
    again.close()
  })

  it('a folder that cannot be opened does not stay locked', async () => {
    const folder = temporaryFolder('lock')
    await refusal(reopenTestStation({ folder, dataKey: new Uint8Array(32), ids: new Map() }), 'station-missing')
    lockStation(folder).release()
  })
})
