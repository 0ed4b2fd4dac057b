/** Scans whose words can be marked: places are kept with the text, found out later for papers from before, and go with the text. */
import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId, MaterialId } from '../../../src/shared/values/values.ts'
import { removePages } from '../../../src/main/intake/file-reading-record.ts'
import { wordPlaces } from '../../../src/main/store/migrations/0280-word-places.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../../support/test-station.ts'
import { A4, pdf, scan } from './reading/made-files.ts'

/** Recognising two pages, and loading what does it, on a busy machine. In ms. */
const PATIENCE = 120_000

const PAGES = [['听证申请书', '安陵县应急管理局：'], ['送达回证', '受送达人：红运烟花爆竹零售店']]
let file: Uint8Array
beforeAll(async () => {
  file = await pdf(async ({ pdf: document }) => {
    for (const lines of PAGES) document.addPage(A4).drawImage(await document.embedJpg(scan(lines).toBuffer('image/jpeg', 85)), { x: 0, y: 300, width: A4[0], height: A4[0] * 0.726 })
  })
})

const open: TestStation[] = []
afterEach(() => {
  for (const station of open.splice(0)) station.close()
})
afterAll(removeTemporaryFolders)

interface Scanned {
  readonly the: TestStation
  readonly caseId: CaseId
  readonly materialId: MaterialId
}

async function scanned(): Promise<Scanned> {
  const the = await createTestStation({ read: true })
  open.push(the)
  const caseId = await registerCase(the)
  const client = the.as('handler')
  const staged = await client.stage('扫描件.pdf', file)
  const [material] = await client.call('materials.attach', { caseId, files: [{ stagedId: staged.id, name: '扫描件.pdf', kind: null }] })
  if (material === undefined) throw new Error('attached, but not there')
  await the.workstation.workbench.reading.idle()
  return { the, caseId, materialId: material.id }
}

const placesOn = (the: TestStation, materialId: MaterialId, page: number) => the.as('reviewer').call('intake.wordPlaces', { materialId, page })
const rows = (the: TestStation): number => the.workstation.workbench.reader.get<{ n: number }>('SELECT count(*) AS n FROM page_places')?.n ?? -1
const write = (the: TestStation, sql: string): void => the.workstation.workbench.withoutAudit('test', (writer) => void writer.run(sql))
/** As a store that an earlier program recognised its scans in. */
const forgetPlaces = (the: TestStation): void => write(the, 'DELETE FROM page_places')

describe('a scan that comes in', () => {
  it('has its words where they stand, page by page, and goes without them where its text goes', async () => {
    const { the, materialId } = await scanned()
    expect(await the.as('reviewer').call('intake.scanPages', { materialId })).toEqual([1, 2])
    for (const [index, lines] of PAGES.entries()) {
      const found = await placesOn(the, materialId, index + 1)
      expect(found?.text.split('\n').map((line) => line.replaceAll(' ', ''))).toEqual(lines)
      const runs = found?.places?.runs ?? []
      expect(runs.map(({ start, end }) => found?.text.slice(start, end))).toEqual(found?.text.split('\n'))
      // the first line is drawn from (120, 115) on 1240 × 900, which is 0.726 of the page's width high and ends 300 points above its foot
      expect(runs[0]?.x).toBeCloseTo(120 / 1240, 1)
      expect(runs[0]?.y).toBeCloseTo((A4[1] - 300 - A4[0] * 0.726 * (1 - 115 / 900)) / A4[1], 1)
    }
    expect(await placesOn(the, materialId, 3)).toBeNull()
    the.workstation.workbench.withoutAudit('test', (writer) => {
      const [row] = writer.all<{ sha256: string }>('SELECT sha256 FROM materials WHERE id = ?', materialId)
      removePages(writer, row?.sha256 ?? '')
    })
    expect(rows(the)).toBe(0)
  }, PATIENCE)

  it('is asked about by its paper only', async () => {
    const { the } = await scanned()
    const absent = '01a20088-c4ac-708f-904a-239383ba3178' as MaterialId
    expect(await refusal(() => the.as('reviewer').call('intake.scanPages', { materialId: absent }), 'not-found')).toMatchObject({ subject: 'material' })
    expect(await refusal(() => placesOn(the, absent, 1), 'not-found')).toMatchObject({ subject: 'material' })
  }, PATIENCE)
})

describe('a scan that was recognised before places were kept', () => {
  it('gets them when somebody looks at it, and keeps its text, its documents and its record', async () => {
    const { the, caseId, materialId } = await scanned()
    // a reading of its own, which a new recognition would not give again
    write(the, "UPDATE file_pages SET text = replace(text, '听证申请书', '听正申请书')")
    forgetPlaces(the)
    const documents = await the.as('reviewer').call('intake.documents', { caseId })
    const { head } = the.workstation.workbench.reader.get<{ head: number }>('SELECT max(seq) AS head FROM audit') ?? {}
    expect(await placesOn(the, materialId, 2)).toMatchObject({ places: null })
    await the.workstation.workbench.reading.idle()
    const [first, second] = await Promise.all([placesOn(the, materialId, 1), placesOn(the, materialId, 2)])
    expect(first?.text).toContain('听正申请书')
    const [run] = first?.places?.runs ?? []
    expect(first?.text.slice(run?.start, run?.end)).toBe('听正申请书')
    expect(run?.x).toBeCloseTo(120 / 1240, 1)
    expect(second?.places?.runs).toHaveLength(2)
    expect(await the.as('reviewer').call('intake.documents', { caseId })).toEqual(documents)
    expect(the.workstation.workbench.reader.get('SELECT max(seq) AS head FROM audit')).toEqual({ head })
    expect(the.workstation.workbench.reader.all('SELECT * FROM files_to_place')).toEqual([])
  }, PATIENCE)

  it('begins with the page that is looked at, tells when it is there, waits while recognition is held back, and goes on after a restart', async () => {
    const { the, caseId, materialId } = await scanned()
    forgetPlaces(the)
    await the.as('handler').call('intake.pauseRecognition', {})
    await placesOn(the, materialId, 2)
    await the.workstation.workbench.reading.idle()
    expect(rows(the)).toBe(0)
    the.close()
    open.length = 0
    const again = await reopenTestStation(the, { read: true })
    open.push(again)
    const told: unknown[] = []
    again.workstation.workbench.reading.start()
    await again.workstation.workbench.reading.idle()
    expect(rows(again)).toBe(0)
    const unsubscribe = again.workstation.subscribe(again.as('reviewer').caller, (event) => {
      if (event.kind === 'changed' && event.subject === 'places') told.push([event.id, again.workstation.workbench.reader.all('SELECT number FROM file_pages p JOIN page_places w ON w.page_id = p.id')])
    })
    await placesOn(again, materialId, 2)
    await again.as('handler').call('intake.resumeRecognition', {})
    await again.workstation.workbench.reading.idle()
    unsubscribe()
    expect(told).toEqual([[caseId, [{ number: 2 }]], [caseId, [{ number: 1 }, { number: 2 }]]])
  }, PATIENCE)

  it('is given up page by page where it ends the program, and what is kept of a page but makes no places is found out anew', async () => {
    const { the, materialId } = await scanned()
    forgetPlaces(the)
    const { workbench } = the.workstation
    await the.as('handler').call('intake.pauseRecognition', {})
    await placesOn(the, materialId, 1)
    write(the, 'UPDATE files_to_place SET attempts = 3')
    await the.as('handler').call('intake.resumeRecognition', {})
    await workbench.reading.idle()
    expect((await placesOn(the, materialId, 1))?.places?.runs).toEqual([])
    expect((await placesOn(the, materialId, 2))?.places?.runs).toHaveLength(2)
    write(the, "UPDATE page_places SET places = x'00'")
    expect((await placesOn(the, materialId, 2))?.places).toBeNull()
    await workbench.reading.idle()
    expect((await placesOn(the, materialId, 2))?.places?.runs).toHaveLength(2)
  }, PATIENCE)
})

describe('a store from before', () => {
  it('keeps its pages and their search, has no places yet, and they go with their page', () => {
    const [folder, key] = [temporaryFolder('word-places'), new Uint8Array(randomBytes(32))]
    const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < wordPlaces.version))
    before.transaction('test', (writer) => {
      writer.run("INSERT INTO file_readings (sha256, name, state, reader, attempts, to_recognise, queued_at) VALUES ('a', '扫描件.pdf', 'read', 2, 0, '[]', '')")
      for (const number of [1, 2]) {
        writer.run("INSERT INTO file_pages (id, sha256, number, source, confidence, text) VALUES (?, 'a', ?, 'ocr', 0.9, '听证')", number, number)
        writer.run("INSERT INTO page_search (rowid, words) VALUES (?, '听证')", number)
      }
    })
    before.close()
    const after = openStore(folder, key, MIGRATIONS)
    expect(after.reader.all('SELECT p.number, p.text, w.places FROM file_pages p LEFT JOIN page_places w ON w.page_id = p.id ORDER BY p.number')).toEqual([
      { number: 1, text: '听证', places: null },
      { number: 2, text: '听证', places: null },
    ])
    expect(after.reader.numbers("SELECT rowid FROM page_search WHERE page_search MATCH '听证'")).toEqual([1, 2])
    after.transaction('test', (writer) => {
      for (const id of [1, 2]) writer.run("INSERT INTO page_places (page_id, places) VALUES (?, x'01020000')", id)
      expect(() => writer.run("INSERT INTO page_places (page_id, places) VALUES (9, x'00')")).toThrow(/FOREIGN KEY/)
      writer.run('DELETE FROM file_pages WHERE id = 1')
    })
    expect(after.reader.all('SELECT page_id FROM page_places')).toEqual([{ page_id: 2 }])
    after.close()
  })
})
