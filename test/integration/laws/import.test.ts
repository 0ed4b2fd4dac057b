/** Importing laws into a real, encrypted station. */
import { Document, Packer, Paragraph } from 'docx'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { createTestStation, reopenTestStation, type TestStation } from '../../support/test-station.ts'
import {
  importEnded,
  importFolder,
  lawFolder,
  lawText,
  LIGHTHOUSE_2018,
  LIGHTHOUSE_2023,
  LIGHTSHIP,
} from './library-station.ts'

let station: TestStation
beforeAll(async () => {
  station = await createTestStation()
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

/** 灯笼管理办法 in GB 18030, as an old editor saves it. */
const GBK = Uint8Array.from(
  Buffer.from(
    '23b5c6c1fdb9dcc0edb0ecb7a80a0aa3a832303031c4ea31d4c231c8d5bda8c9e8b2bfc1eeb5da31bac5b9abb2bca3a90a0ab5dad2bbccf520b5c6c1fdb0b2c8aba1a30a0ab5dab6feccf520b1bebdecb0ecb7a8d7d432303031c4ea32d4c231c8d5c6f0caa9d0d0a1a30a',
    'hex',
  ),
)

async function docx(lines: readonly string[]): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))
}

const list = (text: string) =>
  station.as('reviewer').call('laws.list', { text, kind: null, standing: null, odd: false, after: null, size: 50 })

describe('a folder of laws', () => {
  let folder: string
  beforeAll(async () => {
    folder = lawFolder({
      '法律/灯塔法(2018-03-01).md': LIGHTHOUSE_2018,
      '法律/灯塔法(2023-03-01).md': LIGHTHOUSE_2023,
      '法律/灯船法.txt': LIGHTSHIP,
      '法律/同一版本.md': LIGHTHOUSE_2023,
      '部门规章/灯笼管理办法.txt': GBK,
      '航标法.docx': await docx([
        '中华人民共和国航标法',
        '（2020年3月1日第十三届全国人民代表大会第三次会议通过）',
        '第一章　总　　则',
        '第一条　航标包括灯塔。',
        '第二条　本法自2020年5月1日起施行。',
      ]),
      '缺条办法.md': '# 缺条办法\n\n（2001年1月1日建设部令第9号公布）\n\n第一条 甲。\n\n第二条 乙。\n\n第五条 丙。',
      '空.md': '',
      '说明.md': '# 说明\n\n这里放法规。',
      '损坏.docx': 'PK\u0003\u0004 broken',
      '图片.txt': Uint8Array.from([0xff, 0xd8, 0xff, 0, 0, 1, 2, 0]),
      '巨大.txt': '第一条 甲。\n'.repeat(700_000),
      '_index.md': '---\nx: 1\n---',
      '不是法规.pdf': '%PDF-1.7',
    })
  })

  it('is read whatever the encoding and the layout, and each file that is not taken is named', async () => {
    const state = await importFolder(station, folder)
    expect(state).toMatchObject({
      stage: 'done',
      source: '灯塔法规',
      total: 12,
      done: 12,
      added: 6,
      changed: 0,
      unchanged: 0,
      sameVersion: 1,
      refused: 5,
    })
    const { rows } = await station.as('head').call('laws.files', { outcome: null, odd: true, after: 0, size: 100 })
    expect(rows.map(({ path, outcome, problems }) => [path, outcome, problems.map(({ kind }) => kind)])).toEqual([
      ['图片.txt', 'unreadable', []],
      ['巨大.txt', 'tooLarge', []],
      ['损坏.docx', 'unreadable', []],
      ['空.md', 'empty', []],
      ['说明.md', 'notALaw', []],
      ['缺条办法.md', 'imported', ['missingArticles']],
    ])
    const { rows: laws } = await list('')
    expect(laws.map(({ title, kind, versions, standing }) => [title, kind, versions, standing])).toEqual([
      ['中华人民共和国灯塔法', 'law', 2, 'inForce'],
      ['中华人民共和国灯船法', 'law', 1, 'ended'],
      ['中华人民共和国航标法', 'law', 1, 'inForce'],
      ['缺条办法', 'rule', 1, 'inForce'],
      ['灯笼管理办法', 'rule', 1, 'inForce'],
    ])
  })

  it('is written down as one act, with its counts', async () => {
    const [entry] = await station.as('supervisor').call('audit.list', { before: null, size: 5 })
    expect([entry?.act, entry?.subject, entry?.actorName]).toEqual(['laws.import', 'laws', '管宁'])
    expect(JSON.parse(entry?.content ?? '')).toMatchObject({
      source: '灯塔法规',
      files: 12,
      added: 6,
      refused: 5,
      stage: 'done',
    })
  })

  it('knows which version ended when, and which law another ended', async () => {
    const [lighthouse] = (await list('灯塔法')).rows
    const detail = await station.as('reviewer').call('laws.get', { law: lighthouse?.law ?? '', version: null })
    expect(
      detail.versions.map(({ version, inForceFrom, endedOn, standing }) => [version, inForceFrom, endedOn, standing]),
    ).toEqual([
      ['2023-03-01', '2023-06-01', null, 'inForce'],
      ['2018-03-01', '2018-05-01', '2023-06-01', 'ended'],
    ])
    const [ship] = (await list('灯船法')).rows
    expect(
      (await station.as('reviewer').call('laws.get', { law: ship?.law ?? '', version: null })).shown,
    ).toMatchObject({ endedOn: '2023-06-01', endedBy: '中华人民共和国灯塔法' })
  })

  it('touches only what changed when it is imported again', async () => {
    expect(await importFolder(station, folder)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 12,
      sameVersion: 0,
      refused: 0,
    })
    writeFileSync(join(folder, '法律/灯船法.txt'), LIGHTSHIP.replace('应当听证', '应当公示'))
    expect(await importFolder(station, folder)).toMatchObject({ added: 0, changed: 1, unchanged: 11 })
    const find = async (text: string) =>
      (
        await station
          .as('reviewer')
          .call('laws.search', { text, law: null, kind: null, standing: null, after: null, size: 5 })
      ).hits.map(({ title }) => title)
    expect([await find('灯船 公示'), await find('灯船 听证')]).toEqual([['中华人民共和国灯船法'], []])
  })

  it('keeps its permalinks when the station is opened again', async () => {
    const [lighthouse] = (await list('灯塔法')).rows
    const again = await reopenWith(station)
    const view = await again
      .as('reviewer')
      .call('laws.article', { law: lighthouse?.law ?? '', version: '2018-03-01', article: { number: 2 } })
    expect([view.title, view.above, view.before, view.after]).toEqual([
      '中华人民共和国灯塔法',
      ['第一章 总则'],
      '1',
      '3',
    ])
  })
})

async function reopenWith(opened: TestStation): Promise<TestStation> {
  opened.close()
  station = await reopenTestStation(opened)
  return station
}

describe('dropped files', () => {
  it('are imported from what was staged, with the folders they lay in', async () => {
    const client = station.as('head')
    const staged = await client.stage('灯塔市条例.md', '# 滨海省灯塔条例\n\n第一条 甲。\n\n第二条 乙。')
    await client.call('laws.import', {
      from: 'staged',
      source: '拖入',
      files: [{ stagedId: staged.id, path: '地方性法规/灯塔市条例.md' }],
    })
    expect(await importEnded(station)).toMatchObject({ stage: 'done', added: 1, source: '拖入' })
    expect((await list('滨海省')).rows[0]).toMatchObject({ kind: 'localRegulation', standing: 'unknown' })
  })

  it('must have been staged on this connection', async () => {
    const stagedId = '0b2c5d1e-7c1f-4f3a-9c55-0e8f4a3d2b10'
    const asked = station
      .as('head')
      .call('laws.import', { from: 'staged', source: '拖入', files: [{ stagedId, path: 'a.md' }] })
    await refusal(asked, 'file-not-staged')
  })
})

describe('an import', () => {
  const many = () =>
    lawFolder(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => [
          `法${index}.md`,
          lawText(`中华人民共和国灯塔${index}法`, '2020-01-01', ['甲。', '乙。']),
        ]),
      ),
    )

  it('can be stopped; what was read stays, and the next one goes on', async () => {
    const folder = many()
    const client = station.as('admin')
    await client.call('laws.import', { from: 'folder', folder })
    while ((await client.call('laws.importState', {}))?.done === 0)
      await new Promise((resolve) => setTimeout(resolve, 2))
    await refusal(client.call('laws.import', { from: 'folder', folder }), 'law-import-running')
    await client.call('laws.cancelImport', {})
    const stopped = await importEnded(station)
    expect(stopped.stage).toBe('stopped')
    expect(stopped.done).toBeLessThan(300)
    const rest = await importFolder(station, folder)
    expect(rest.unchanged).toBe(stopped.done)
    expect(rest.added).toBe(300 - stopped.done)
  })

  it('clears away what one that was cut off left half written', async () => {
    const { workbench } = station.workstation
    workbench.withoutAudit('test', (writer) => {
      writer.run(
        'INSERT INTO law_articles (id, version_seq, place, level, number, sub, division, body) VALUES (99, 900000, 0, 0, 1, 0, NULL, \'["残留"]\')',
      )
      writer.run("INSERT INTO law_search (rowid, words) VALUES (99, '残留 留')")
    })
    const search = () =>
      station
        .as('reviewer')
        .call('laws.search', { text: '残留', law: null, kind: null, standing: null, after: null, size: 5 })
    expect((await search()).hits).toEqual([])
    await importFolder(station, many())
    expect(workbench.reader.get('SELECT 1 FROM law_articles WHERE version_seq = 900000')).toBeUndefined()
    expect((await search()).total.count).toBe(0)
  })

  it('is for administrators and heads of review; reading is for everybody', async () => {
    await refusal(station.as('reviewer').call('laws.import', { from: 'folder', folder: '/' }), 'not-allowed')
    expect(
      (
        await station
          .as('handler')
          .call('laws.list', { text: '', kind: null, standing: null, odd: false, after: null, size: 1 })
      ).total,
    ).toBeGreaterThan(0)
  })

  it('says which folder it cannot read', async () => {
    const folder = lawFolder({ 'a.md': 'x' })
    const read = (path: string) =>
      refusal(station.as('admin').call('laws.import', { from: 'folder', folder: path }), 'law-folder-unreadable')
    expect(await read(join(folder, 'a.md'))).toEqual({ folder: join(folder, 'a.md'), reason: 'not-a-folder' })
    rmSync(folder, { recursive: true })
    expect(await read(folder)).toEqual({ folder, reason: 'ENOENT' })
  })
})
