/** The cross-table as text (复制为文本): one line for each value, cells parted by tabs, so that a sheet takes it as a table. Pure. */
import { CROSS_GROUPS, type CrossPart, type CrossRow, type CrossTable, type CrossValue } from '../../shared/cross-table/cross-table.ts'
import type { Bilingual, Language } from '../../shared/values/values.ts'
import type { Translate } from '../language/language.ts'
import { formatYuan } from '../ui/formats.ts'

export function valueText({ text, yuan }: Pick<CrossValue, 'text' | 'yuan'>, language: Language): string {
  return yuan === null ? text : formatYuan(yuan, language)
}

export function shownParts(table: CrossTable, onlyDifferences: boolean): CrossPart[] {
  return table.parts
    .map((part) => ({ ...part, rows: part.rows.filter(({ differs }) => differs || !onlyDifferences) }))
    .filter(({ rows }) => rows.length > 0)
}

/** Rows by group, in the order of the groups; empty groups left out. */
export function groupsOf(rows: readonly CrossRow[]): readonly { readonly group: CrossRow['group']; readonly rows: readonly CrossRow[] }[] {
  return CROSS_GROUPS.map((group) => ({ group, rows: rows.filter((row) => row.group === group) })).filter((one) => one.rows.length > 0)
}

/** How a value stands among the others, in a word; null where there is nothing to say. */
export function standingWords(value: CrossValue, t: Translate): string | null {
  if (value.standing === 'alone') return value.cells.length > 1 ? t('crossTable:standing.alone') : t('crossTable:once')
  return t(`crossTable:standing.${value.standing}`)
}

interface Speech {
  readonly t: Translate
  readonly language: Language
  readonly pick: (text: Bilingual) => string
}

const cell = (text: string): string => text.replace(/[\t\r\n]+/gu, ' ')

export function crossText(table: CrossTable, onlyDifferences: boolean, { t, language, pick }: Speech): string {
  const lines = [[t('crossTable:item'), t('crossTable:stated'), t('crossTable:standing.differs'), t('crossTable:documents')]]
  for (const { party, rows } of shownParts(table, onlyDifferences)) {
    if (party !== null) lines.push([t('crossTable:ofParty', { name: party })])
    for (const { rows: inGroup } of groupsOf(rows)) {
      for (const row of inGroup) {
        for (const value of row.values) {
          const names = value.cells.map(({ column }) => table.columns[column]?.fileName ?? '')
          lines.push([pick(row.label), valueText(value, language), value.standing === 'differs' ? '≠' : '', names.join(language === 'zh-CN' ? '、' : ', ')])
        }
      }
    }
  }
  return lines.map((line) => line.map(cell).join('\t')).join('\n')
}
