/** Workbooks of benchmarks as an agency publishes them, made on the spot: the least that a program opens as XLSX. */
import { strToU8, zipSync } from 'fflate'
import type { TableMapping } from '../../../src/shared/discretion/benchmark-table.ts'
import type { TestClient } from '../../support/test-station.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function sheetXml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, column: number, row: number): string =>
    text === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  const lines = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, column, row)).join('')}</row>`)
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

/** Each sheet by its rows. */
export function workbook(...sheets: readonly (readonly (readonly string[])[])[]): Uint8Array {
  const ids = sheets.map((_, index) => index + 1)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${ids.map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${ids.map((id) => `<sheet name="表${id}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${ids.map((id) => `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}</Relationships>`,
  }
  sheets.forEach((rows, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(rows)))
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
}

export const HEADING = ['序号', '违法行为', '处罚依据', '裁量阶次', '适用条件', '处罚标准']
const BASIS = '《排污许可管理条例》第三十三条第（一）项：处20万元以上100万元以下的罚款'

/** A title above the headings, merged cells below, one row without a provision. */
export const DISCHARGE_ROWS = [
  ['清川县生态环境行政处罚裁量基准'],
  HEADING,
  ['1', '未取得排污许可证排放污染物', BASIS, '较轻', '简化管理，持续不满一个月', '处20万元以上40万元以下罚款'],
  ['', '', '', '一般', '简化管理，持续一个月以上', '处40万元以上70万元以下罚款'],
  ['', '', '', '严重', '重点管理，或者造成污染后果', '处70万元以上100万元以下罚款'],
  ['2', '不按规定保存台账', '本局内部规定', '一般', '', '处5000元罚款'],
]

export const MAPPING: TableMapping = { sheet: 0, firstRow: 2, act: 1, basis: 2, grade: 3, conditions: 4, standard: 5, factor: null }
export const NAME = '裁量基准.xlsx'
export const SOURCE = '清川县生态环境局行政处罚裁量基准（清环规〔2025〕2号）'

/** Stages the workbook and imports it as its headings suggest; the ids of the benchmarks that it made. */
export async function importBenchmarks(client: TestClient, rows: readonly (readonly string[])[] = DISCHARGE_ROWS): Promise<string[]> {
  const { id } = await client.stage(NAME, workbook(rows))
  return importStaged(client, id)
}

/** The same with a workbook that is staged already. */
export async function importStaged(client: Pick<TestClient, 'call'>, stagedId: string, mapping = MAPPING): Promise<string[]> {
  const before = new Set((await client.call('discretion.benchmarks', {})).map(({ id }) => id))
  await client.call('discretion.importTable', { stagedId, name: NAME, mapping, source: SOURCE, validFrom: '2025-03-01', validTo: null, verified: true })
  return (await client.call('discretion.benchmarks', {})).map(({ id }) => id).filter((id) => !before.has(id))
}
