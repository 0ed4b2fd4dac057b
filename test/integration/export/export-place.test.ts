/** Where an export may go is judged before anything is made; and nothing lying in the station's files keeps it from opening. */
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { requireExportFolder } from '../../../src/main/export/export-folder.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { createTestStation, reopenTestStation } from '../../support/test-station.ts'

afterAll(removeTemporaryFolders)

describe('an export into the station', () => {
  it.each(['files/ab', 'files/ab/cd/ef', 'new', '.', '../station/files/cd'])('to %s is refused, and nothing is made there', async (inside) => {
    const station = join(temporaryFolder('export'), 'station')
    mkdirSync(join(station, 'files'), { recursive: true })
    expect(await refusal(() => requireExportFolder(`${station}/${inside}`, station), 'export-folder-invalid')).toMatchObject({ reason: 'inside-station' })
    expect(readdirSync(station)).toEqual(['files'])
    expect(readdirSync(join(station, 'files'))).toEqual([])
  })

  it('by way of a link is refused, and nothing is made there; also where the station was given by a link', async () => {
    const outer = temporaryFolder('export')
    const station = join(outer, 'station')
    mkdirSync(join(station, 'files'), { recursive: true })
    symlinkSync(join(station, 'files'), join(outer, 'link'))
    symlinkSync(station, join(outer, 'other-name'))
    symlinkSync(join(station, 'files', 'ab'), join(outer, 'dangling'))
    await refusal(() => requireExportFolder(join(outer, 'link', 'ab', 'cd'), station), 'export-folder-invalid')
    await refusal(() => requireExportFolder(join(station, 'files', 'ab'), join(outer, 'other-name')), 'export-folder-invalid')
    for (const path of [join(outer, 'dangling'), join(outer, 'dangling', 'below')]) await refusal(() => requireExportFolder(path, station), 'export-folder-invalid')
    expect(readdirSync(join(station, 'files'))).toEqual([])
  })

  it('beside the station is taken, and made', () => {
    const outer = temporaryFolder('export')
    mkdirSync(join(outer, 'station'))
    const target = join(outer, 'station-exports', '2026', '案卷')
    expect(requireExportFolder(target, join(outer, 'station'))).toBe(target)
    expect(existsSync(target)).toBe(true)
  })
})

describe('opening a station', () => {
  it('goes on past folders and links where stored files should be', async () => {
    const made = await createTestStation()
    made.close()
    const files = join(made.folder, 'files')
    mkdirSync(join(files, 'ab', 'c'.repeat(64)), { recursive: true })
    mkdirSync(join(files, 'ab', 'export', 'deep'), { recursive: true })
    symlinkSync('/nowhere', join(files, 'ab', 'd'.repeat(64)))
    const lines: string[] = []
    const again = await reopenTestStation(made, { log: (line) => lines.push(line) })
    expect(readdirSync(join(files, 'ab')).sort()).toEqual(['c'.repeat(64), 'd'.repeat(64), 'export'])
    expect(lines).toEqual([])
    again.close()
  })
})
