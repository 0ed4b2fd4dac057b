/** The list as a workbook: what is in it, what it cannot do to whoever opens it, and who may fetch it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_CASE_FILTER } from '../../../src/shared/cases/case-filter.ts'
import type { ListExport } from '../../../src/shared/cases/contract.ts'
import type { MethodInput } from '../../../src/shared/contract/contract.ts'
import type { CaseId } from '../../../src/shared/values/values.ts'
import { columnName, serialDay } from '../../../src/main/cases/sheet-file.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { registerCase } from '../../support/test-case.ts'
import { createTestStation, type TestClient, type TestStation } from '../../support/test-station.ts'

let station: TestStation
const ids: CaseId[] = []
const SORT = { by: 'title', descending: false } as const
type Start = MethodInput<'cases.beginExport'>

beforeAll(async () => {
  station = await createTestStation()
  ids.push(await registerCase(station, { title: '甲案', submittingUnit: '=HYPERLINK("http://x","点这里")' }))
  ids.push(await registerCase(station, { title: '乙案', submittingUnit: '+86 大队', fileNumber: '@SUM(1)' }))
  ids.push(await registerCase(station, { title: '丙案 <&> "引号"', submittingUnit: '-1', effects: [] }))
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

async function finished(client: TestClient, exportId: string): Promise<ListExport> {
  for (;;) {
    const state = await client.call('cases.exportState', { exportId })
    if (state === null) throw new Error('the export is gone')
    if (state.state !== 'running') return state
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function exported(change: Partial<Start['selection']> = {}, columns: Start['columns'] = ['title', 'unit', 'received', 'amount', 'fileNumber', 'state']): Promise<Buffer> {
  const client = station.as('head')
  const selection = { filter: EMPTY_CASE_FILTER, sort: SORT, only: null, except: [], ...change }
  const { exportId } = await client.call('cases.beginExport', { selection, columns, language: 'zh-CN' })
  const { file, done, total } = await finished(client, exportId)
  expect(done).toBe(total)
  return client.read(file?.reference ?? '')
}

const sheetOf = (bytes: Uint8Array) => new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
const textsOf = (xml: string) => [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text)

describe('the workbook', () => {
  it('has a head, a row for each case in the order of the list, days as days and amounts as numbers', async () => {
    const xml = sheetOf(await exported())
    expect(textsOf(xml).slice(0, 6)).toEqual(['案件名称', '承办机构', '送审', '金额', '立案号', '状态'])
    expect(xml.match(/<row /g)).toHaveLength(4)
    expect(xml).toContain(`<v>${serialDay('2026-04-07')}</v>`)
    expect(xml).toContain('<v>200000</v>')
    expect(textsOf(xml)).toContain('丙案 &lt;&amp;&gt; &quot;引号&quot;')
  })

  it('holds no formula, whatever a text begins with', async () => {
    const xml = sheetOf(await exported())
    expect(xml).not.toMatch(/<f[ >]/)
    for (const text of ['=HYPERLINK(&quot;http://x&quot;,&quot;点这里&quot;)', '+86 大队', '-1', '@SUM(1)']) {
      expect(xml).toContain(`t="inlineStr" s="4"><is><t>${text}</t>`)
    }
  })

  it('holds only the chosen cases, or all but some', async () => {
    const [one = '', two = ''] = ids
    expect(textsOf(sheetOf(await exported({ only: [one] }, ['title']))).slice(1)).toEqual(['甲案'])
    expect(textsOf(sheetOf(await exported({ except: [one, two] }, ['title']))).slice(1)).toHaveLength(1)
    expect(textsOf(sheetOf(await exported({ filter: { ...EMPTY_CASE_FILTER, text: '乙案' } }, ['title']))).slice(1)).toEqual(['乙案'])
  })

  it('is fetched only by who asked, and leaves an entry in the audit chain', async () => {
    const client = station.as('head')
    const { exportId } = await client.call('cases.beginExport', { selection: { filter: EMPTY_CASE_FILTER, sort: SORT, only: null, except: [] }, columns: ['title'], language: 'en' })
    const { file } = await finished(client, exportId)
    expect(await station.as('reviewer').call('cases.exportState', { exportId })).toBeNull()
    await refusal(station.as('reviewer').read(file?.reference ?? ''), 'not-found')
    const [entry] = await client.call('audit.list', { before: null, size: 1 })
    expect(entry?.act).toBe('cases.export')
    expect(JSON.parse(String(entry?.content))).toMatchObject({ count: 3, chosen: false, columns: ['title'] })
  })

  it('that is cancelled is not there any more, and no entry says that it was made', async () => {
    const client = station.as('head')
    const { exportId } = await client.call('cases.beginExport', { selection: { filter: EMPTY_CASE_FILTER, sort: SORT, only: null, except: [] }, columns: ['title'], language: 'en' })
    await client.call('cases.cancelExport', { exportId })
    expect(await client.call('cases.exportState', { exportId })).toBeNull()
    await refusal(client.read(`export/${exportId}`), 'not-found')
  })
})

function officeProgram(): string | undefined {
  return ['soffice', 'libreoffice'].find((name) => {
    try {
      execFileSync('which', [name])
      return true
    } catch {
      return false
    }
  })
}
const office = officeProgram()

it.skipIf(office === undefined)('opens in LibreOffice and says there what it says here', async () => {
  const folder = temporaryFolder('workbook')
  writeFileSync(join(folder, 'list.xlsx'), await exported())
  const profile = mkdtempSync(join(tmpdir(), 'office-'))
  execFileSync(office ?? '', [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1', '--outdir', folder, join(folder, 'list.xlsx')], { stdio: 'ignore' })
  const lines = readFileSync(join(folder, 'list.csv'), 'utf8').trim().split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toBe('"案件名称","承办机构","送审","金额","立案号","状态"')
  expect(lines.join('\n')).toContain('"=HYPERLINK(""http://x"",""点这里"")"')
  expect(lines.join('\n')).toContain('2026-04-07')
}, 60_000)

it('columns are called as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
