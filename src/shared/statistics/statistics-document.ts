/** The statistics as a document: its tables, wide ones in parts that a page can hold. */
import { bold, heading, note, paragraph, table, type Block, type OfficialDocument } from '../documents/model.ts'
import { ACTION_KIND_LABELS } from '../catalogue/vocabulary-labels.ts'
import type { IsoDate, Language } from '../values/values.ts'
import type { Statistics } from './contract.ts'
import { figureTables, plainTable, type FigureTable, type Names } from './figure-tables.ts'
import { TABLE_WORDS } from './table-words.ts'

/** Columns beside the first one that a page holds without breaking the words of their headings. */
const MOST: Record<Language, number> = { 'zh-CN': 6, en: 4 }

/** Columns of the printed table that belong together, from one place up to another: a figure and the one of the year before. */
type Span = readonly [from: number, to: number]

function spansOf(columns: FigureTable['columns']): Span[] {
  let at = 1
  return columns.map(({ compared }): Span => [at, (at += compared ? 2 : 1)])
}

/** As even as can be; what belongs together stays so. */
function partsOf(spans: readonly Span[], most: number): Span[] {
  const columns = (spans.at(-1)?.[1] ?? 1) - 1
  const each = Math.ceil(spans.length / Math.max(1, Math.ceil(columns / most)))
  return spans.flatMap(([from], at) => (at % each === 0 ? [[from, spans[Math.min(at + each, spans.length) - 1]?.[1] ?? from] as const] : []))
}

function blocksOf(shown: FigureTable, language: Language): Block[] {
  const { title, note: said } = shown
  const { columns, rows } = plainTable(shown, () => TABLE_WORDS.yearBefore[language], language)
  const tables = partsOf(spansOf(shown.columns), MOST[language]).map(([from, to]) =>
    table(
      [{ header: columns[0] ?? title, width: 4 }, ...columns.slice(from, to).map((header) => ({ header, width: 2, align: 'right' as const }))],
      rows.map((row) => [row[0] ?? '', ...row.slice(from, to)]),
    ),
  )
  // the numbers of headings are Chinese
  const head: Block = language === 'zh-CN' ? heading(1, title) : { ...paragraph(bold(title)), indent: false }
  return [head, ...tables, ...(said === undefined ? [] : [note(said)])]
}

/** What the figures are narrowed to, in words. */
export function narrowedTo({ query, byReviewer }: Statistics, language: Language): string {
  const reviewer = query.reviewerId === null ? null : (byReviewer.find(({ key }) => key === query.reviewerId)?.name ?? query.reviewerId)
  const parts = [query.unit, query.kind === null ? null : ACTION_KIND_LABELS[query.kind][language], reviewer].filter((part) => part !== null)
  return parts.length === 0 ? TABLE_WORDS.everything[language] : parts.join(language === 'zh-CN' ? '、' : ', ')
}

/** Working days of the period itself rest on an arrangement of holidays that is not published. */
export const isProvisional = ({ provisionalYears, query }: Pick<Statistics, 'provisionalYears' | 'query'>): boolean =>
  provisionalYears.some((year) => year >= Number(query.from.slice(0, 4)))

export const spanText = ({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }, language: Language): string =>
  `${from}${language === 'zh-CN' ? ' 至 ' : ' – '}${to}`

export interface StatisticsPaper {
  readonly agency: string
  readonly language: Language
  readonly names: Names
  readonly today: IsoDate
}

export function statisticsDocument(got: Statistics, { agency, language, names, today }: StatisticsPaper): OfficialDocument {
  const words = TABLE_WORDS
  const provisional = isProvisional(got)
  return {
    title: `${agency}\n${words.title[language]}`,
    number: null,
    addressee: null,
    blocks: [
      note(`${spanText(got.query, language)}；${words.yearBefore[language]} ${spanText(got.before, language)}`),
      note(`${words.filters[language]}：${narrowedTo(got, language)}`),
      ...(provisional ? [note(words.provisional[language])] : []),
      ...figureTables(language, names, got).flatMap((one) => blocksOf(one, language)),
    ],
    attachments: [],
    signOff: { signers: [], organ: agency, date: today },
    footer: [],
    watermark: null,
  }
}
