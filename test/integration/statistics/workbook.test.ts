/** The statistics as a workbook: read back, it has the figures of the screen as numbers, and nothing in it is a formula. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLedgerBook } from '../../../src/main/ledger/workbook-rows.ts'
import { cellsOf } from '../../../src/shared/ledger/sheet-rows.ts'
import type { StatisticsQuery } from '../../../src/shared/statistics/contract.ts'
import { comparedHead, figureTables, tableRows, type Quantity } from '../../../src/shared/statistics/figure-tables.ts'
import { RULES } from '../../../src/shared/prereview/rules.ts'
import { isoDate, type Language } from '../../../src/shared/values/values.ts'
import { issuedQuickly } from '../../support/followed-case.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders } from '../../support/temporary-folder.ts'
import { NO } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

/** What spreadsheet programs would run, if they took it for a formula. */
const HOSTILE = ['=HYPERLINK("http://x.example","点我")', '+1+1', '-2+3', '@SUM(A1)']
let station: TestStation
let query: StatisticsQuery

beforeAll(async () => {
  station = await createTestStation()
  for (const [at, submittingUnit] of [...HOSTILE, '执法一大队', '执法一大队'].entries()) {
    await issuedQuickly(station, at % 2 === 0 ? new Map([['7.2', NO]]) : new Map(), { submittingUnit })
  }
  const today = station.workstation.workbench.today()
  query = { from: isoDate(`${today.slice(0, 4)}-01-01`), to: today, unit: null, kind: null, reviewerId: null }
}, 180_000)
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

async function workbook(language: Language) {
  const head = station.as('head')
  const { reference, name } = await head.call('statistics.make', { query, format: 'xlsx', language })
  const bytes = await head.read(reference)
  const { book } = await readLedgerBook(name, bytes)
  const sheets = (book?.sheets ?? []).map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => cellsOf(row)) }))
  return { name, bytes, sheets, parts: Object.entries(unzipSync(bytes)).map(([part, content]) => [part, new TextDecoder().decode(content)] as const) }
}

/** The tables of the screen. */
async function tables(language: Language) {
  const { catalogue } = station.workstation.workbench
  const names = {
    type: (code: string) => catalogue.opinionTypes.find(({ id }) => id === code)?.name[language] ?? code,
    rule: (id: string) => RULES.find((rule) => rule.id === id)?.name[language] ?? id,
  }
  const got = await station.as('head').call('statistics.get', { query })
  return figureTables(language, names, got).map((table) => tableRows(table, comparedHead(language), (quantity): Quantity => quantity))
}

const asNumber = ({ value, as }: Quantity): number | null => (value === null ? null : as === 'share' ? Math.round(value * 1000) / 10 : as === 'decimal' ? Math.round(value * 10) / 10 : value)

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it('every table is a sheet with its heads, and every figure the number of the screen', async () => {
    const [{ name, sheets }, shown] = [await workbook(language), await tables(language)]
    expect(name).toMatch(/\.xlsx$/)
    expect(sheets.map((sheet) => sheet.name)).toEqual([...shown.map(({ title }) => title.slice(0, 31)), language === 'zh-CN' ? '说明' : 'About'])
    for (const [at, { title, columns, rows }] of shown.entries()) {
      const [head = [], ...lines] = sheets[at]?.rows ?? []
      expect([title, head.map(({ text }) => text)]).toEqual([title, [...columns]])
      expect(lines.map((cells) => cells[0]?.text)).toEqual(rows.map(([first]) => first))
      for (const [line, [first, ...figures]] of rows.entries()) {
        const read = figures.map((_, place) => {
          const text = lines[line]?.[place + 1]?.text ?? ''
          return text === '' ? null : Math.round(Number(text.replace('%', '')) * 10) / 10
        })
        // the reader shows a share in per cent or as what it is
        const wanted = figures.map(asNumber)
        const plain = figures.map(({ value, as }) => (value === null ? null : as === 'count' ? value : Math.round(value * 10) / 10))
        expect([title, first, [JSON.stringify(wanted), JSON.stringify(plain)].includes(JSON.stringify(read)) ? 'same' : read]).toEqual([title, first, 'same'])
      }
    }
  })

  it('says at its end what the figures are of', async () => {
    const { sheets } = await workbook(language)
    const about = (sheets.at(-1)?.rows ?? []).map((cells) => cells.map(({ text }) => text))
    expect(about).toContainEqual([language === 'zh-CN' ? '期间' : 'Period', `${query.from}${language === 'zh-CN' ? ' 至 ' : ' – '}${query.to}`])
    expect(about.map(([first]) => first)).toContain(language === 'zh-CN' ? '统计范围' : 'Narrowed to')
  })
})

it('figures are numbers to a program, shares in per cent, and what nobody could tell is an empty cell', async () => {
  const { parts } = await workbook('zh-CN')
  const first = parts.find(([part]) => part === 'xl/worksheets/sheet1.xml')?.[1] ?? ''
  const row = (title: string): string => first.split('<row ').find((one) => one.includes(`<t>${title}</t>`)) ?? ''
  expect(row('出具意见（件）')).toContain(`<c r="B${/^r="(\d+)"/.exec(row('出具意见（件）'))?.[1] ?? ''}" s="0"><v>6</v></c>`)
  expect(row('按期率')).toMatch(/<c r="B\d+" s="5"><v>1<\/v><\/c>/)
  expect(row('件均问题数')).toMatch(/<c r="B\d+" s="6"><v>[\d.]+<\/v><\/c>/)
  // nothing was issued a year before
  expect(row('按期率')).not.toContain('<c r="C')
  expect(first).not.toContain('<t>—</t>')
})

it('what begins with = + - @ stays a text, also when the cell is edited', async () => {
  const { parts, sheets } = await workbook('zh-CN')
  for (const [part, xml] of parts) expect([part, /<f[ >]/.test(xml)]).toEqual([part, false])
  const units = parts.find(([part]) => part === `xl/worksheets/sheet${sheets.findIndex(({ name }) => name === '按承办机构') + 1}.xml`)?.[1] ?? ''
  for (const unit of HOSTILE) {
    expect(units).toContain(`t="inlineStr" s="4"><is><t>${unit.replaceAll('"', '&quot;')}</t></is></c>`)
    expect(sheets.find(({ name }) => name === '按承办机构')?.rows.map((cells) => cells[0]?.text)).toContain(unit)
  }
})

it('is told in the record, and is not for a handler', async () => {
  const { reader } = station.workstation.workbench
  const before = reader.all("SELECT 1 FROM audit WHERE act = 'statistics.make'").length
  await refusal(station.as('handler').call('statistics.make', { query, format: 'xlsx', language: 'zh-CN' }), 'not-allowed')
  await workbook('zh-CN')
  const entries = reader.all<{ content: string }>("SELECT content FROM audit WHERE act = 'statistics.make' ORDER BY seq")
  expect(entries).toHaveLength(before + 1)
  expect(JSON.parse(entries.at(-1)?.content ?? '{}')).toMatchObject({ format: 'xlsx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
})
