/** A station with a law library, and folders of invented laws. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { LawImportState } from '../../../src/shared/laws/import-contract.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import type { TestStation } from '../../support/test-station.ts'

export function lawFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(temporaryFolder('laws'), '灯塔法规')
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return folder
}

export async function importEnded(station: TestStation): Promise<LawImportState> {
  for (;;) {
    const state = await station.as('admin').call('laws.importState', {})
    if (state !== null && state.finishedAt !== null) return state
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export async function importFolder(station: TestStation, folder: string): Promise<LawImportState> {
  await station.as('admin').call('laws.import', { from: 'folder', folder })
  return importEnded(station)
}

/** A law in the layout of the database: `articles` without numbers in front. */
export function lawText(title: string, day: string, articles: readonly string[]): string {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
  const [year, month, date] = day.split('-').map(Number)
  const body = articles.map((text, index) => `第${numerals[index]}条 ${text}`).join('\n\n')
  return `# ${title}\n\n${year}年${month}月${date}日 第十三届全国人民代表大会第三次会议通过\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n${body}\n`
}

export const LIGHTHOUSE_2018 = lawText('中华人民共和国灯塔法', '2018-03-01', [
  '为了管理灯塔，制定本法。',
  '有下列情形之一的，处五千元以上五万元以下罚款：\n\n（一）擅自熄灭灯火的；\n\n（二）擅自移动灯塔的。\n\n拒绝检查的，依照前款规定处罚。',
  '本法自2018年5月1日起施行。',
])
export const LIGHTHOUSE_2023 = lawText('中华人民共和国灯塔法', '2023-03-01', [
  '为了管理灯塔，制定本法。',
  '有下列情形之一的，处一万元以上十万元以下罚款：\n\n（一）擅自熄灭灯火的；\n\n（二）擅自移动灯塔的。\n\n拒绝检查的，依照前款规定处罚。',
  '灯塔的数据应当报送备案。',
  '本法自2023年6月1日起施行。《中华人民共和国灯船法》同时废止。',
])
export const LIGHTSHIP = lawText('中华人民共和国灯船法', '2001-03-01', [
  '为了管理灯船，制定本法。',
  '灯船应当听证。',
  '本法自2001年5月1日起施行。',
])
