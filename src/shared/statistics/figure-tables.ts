/** The statistics as tables: the same rows are shown, printed and exported, so that no figure differs between them. */
import { HEADING_IDS, SEVERITIES, type Severity } from '../catalogue/vocabulary.ts'
import { ACTION_KIND_LABELS, HEADING_LABELS, SEVERITY_LABELS } from '../catalogue/vocabulary-labels.ts'
import type { Bilingual, Language } from '../values/values.ts'
import type { CaseFigures, FigureGroup, GroupOutcomes, JudgedFindings, OutcomeGroup, PeriodFigures, RuleFigures, Statistics } from './contract.ts'
import { share, type ReviewFigures } from './figures.ts'
import { TABLE_WORDS } from './table-words.ts'
import { HEADINGS } from './tally.ts'

/** A number and how it is read; null where it cannot be told, such as a share of nothing. */
export interface Quantity {
  readonly value: number | null
  readonly as: 'count' | 'decimal' | 'share'
}

/** A figure, and the same of the year before (上年同期); null where that is told elsewhere or cannot be. */
export interface Figure {
  readonly now: Quantity
  readonly before: Quantity | null
}

export interface FigureColumn {
  readonly title: string
  /** Each of its figures stands beside that of the year before. */
  readonly compared: boolean
}

export interface FigureRow {
  readonly name: string
  /** One for each column. */
  readonly figures: readonly Figure[]
}

export interface FigureTable {
  readonly id: string
  readonly title: string
  /** What the rows are. */
  readonly first: string
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly FigureRow[]
  /** What the figures mean, below the table. */
  readonly note?: string | undefined
}

/** Names that other parts have: opinion types by code, rules by id. */
export interface Names {
  readonly type: (code: string) => string
  readonly rule: (id: string) => string
}

const NONE = '—'

/** As it is shown and printed: shares as percentages, with one decimal at most. */
export function quantityText({ value, as }: Quantity, language: Language): string {
  if (value === null) return NONE
  if (as === 'count') return String(value)
  return as === 'decimal' ? String(Math.round(value * 10) / 10) : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
}

const count = (value: number): Quantity => ({ value, as: 'count' })
const decimal = (value: number | null): Quantity => ({ value, as: 'decimal' })
const rate = (part: number, whole: number): Quantity => ({ value: share(part, whole), as: 'share' })

/** Defects of one severity over all headings, or all of them. */
function defectsOf({ defects }: ReviewFigures, severity?: Severity): number {
  const wanted = severity === undefined ? null : SEVERITIES.indexOf(severity)
  return defects.reduce((sum, count, at) => (wanted === null || at % SEVERITIES.length === wanted ? sum + count : sum), 0)
}

const perReview = (figures: ReviewFigures): Quantity => decimal(share(defectsOf(figures), figures.reviews))
const mean = ({ workingDays }: ReviewFigures): number | null => share(workingDays.sum, workingDays.known)
const adoption = ({ adopted, partly, answered }: Pick<CaseFigures, 'adopted' | 'partly' | 'answered'>): Quantity => rate(adopted + partly / 2, answered)

type Measure = readonly [label: Bilingual, of: (figures: PeriodFigures) => Quantity]

function measures(): readonly Measure[] {
  const words = TABLE_WORDS
  return [
    [words.received, ({ received }) => count(received)],
    [words.reviews, ({ reviews }) => count(reviews)],
    [words.inTimeRate, ({ inTime, withDueDay }) => rate(inTime, withDueDay)],
    [words.returnRate, ({ returned, reviews }) => rate(returned, reviews)],
    [words.agreeRate, ({ agreed, agreedAfterChanges, reviews }) => rate(agreed + agreedAfterChanges, reviews)],
    [words.adoptionRate, adoption],
    [words.defectsPerReview, perReview],
    [words.fatalDefects, (figures) => count(defectsOf(figures, 'F'))],
    [words.escapeRate, ({ escaped, reviews }) => rate(escaped, reviews)],
    [words.decided, ({ decided }) => count(decided)],
    [words.red, ({ red }) => count(red)],
    [words.transferred, ({ transferred }) => count(transferred)],
    [words.transferRate, ({ transferred, reviews }) => rate(transferred, reviews)],
    [words.meanDays, (figures) => decimal(mean(figures))],
    [words.medianDays, ({ workingDays }) => decimal(workingDays.median)],
  ]
}

type Columns<Group> = readonly (readonly [label: Bilingual, now: (group: Group) => Quantity, before: ((group: Group) => Quantity) | null])[]

/** One row for each group, one figure in it for each column. */
function tableOf<Group>(
  language: Language,
  { id, first, name, note }: { readonly id: keyof typeof TABLE_WORDS; readonly first: Bilingual; readonly name: (group: Group) => string; readonly note?: Bilingual },
  groups: readonly Group[],
  columns: Columns<Group>,
): FigureTable {
  return {
    id,
    title: TABLE_WORDS[id][language],
    first: first[language],
    columns: columns.map(([label, , before]) => ({ title: label[language], compared: before !== null })),
    rows: groups.map((group) => ({ name: name(group), figures: columns.map(([, now, before]) => ({ now: now(group), before: before?.(group) ?? null })) })),
    note: note?.[language],
  }
}

function overview(language: Language, { period, periodBefore }: Statistics): FigureTable {
  const columns: Columns<Measure> = [
    [TABLE_WORDS.thisPeriod, ([, of]) => of(period), null],
    [TABLE_WORDS.yearBefore, ([, of]) => of(periodBefore), null],
  ]
  return tableOf(language, { id: 'overview', first: TABLE_WORDS.measure, name: ([label]) => label[language], note: TABLE_WORDS.noteOverview }, measures(), columns)
}

type Grouped = 'months' | 'units' | 'kinds' | 'reviewers'

/** The figures that every way of dividing has. */
function reviewColumns<Key extends string>(): Columns<FigureGroup<Key>> {
  const words = TABLE_WORDS
  const measured: readonly (readonly [label: Bilingual, of: (figures: ReviewFigures) => Quantity])[] = [
    [words.reviews, ({ reviews }) => count(reviews)],
    [words.inTimeRate, ({ inTime, withDueDay }) => rate(inTime, withDueDay)],
    [words.returnRate, ({ returned, reviews }) => rate(returned, reviews)],
    [words.agreeRate, ({ agreed, agreedAfterChanges, reviews }) => rate(agreed + agreedAfterChanges, reviews)],
    [words.defectsPerReview, perReview],
    [words.fatalDefects, (figures) => count(defectsOf(figures, 'F'))],
    [words.meanDays, (figures) => decimal(mean(figures))],
    [words.medianDays, ({ workingDays }) => decimal(workingDays.median)],
  ]
  return measured.map(([label, of]) => [label, ({ figures }) => of(figures), ({ before }) => of(before)])
}

function outcomeColumns<Key extends string>(): Columns<OutcomeGroup<Key>> {
  const words = TABLE_WORDS
  const measured: readonly (readonly [label: Bilingual, of: (outcomes: GroupOutcomes, figures: ReviewFigures) => Quantity])[] = [
    [words.adoptionRate, adoption],
    [words.escapeRate, ({ escaped }, { reviews }) => rate(escaped, reviews)],
    [words.transferRate, ({ transferred }, { reviews }) => rate(transferred, reviews)],
  ]
  return measured.map(([label, of]) => [
    label,
    ({ outcomes, figures }) => of(outcomes, figures),
    ({ outcomesBefore, before }) => of(outcomesBefore, before),
  ])
}

function divided<Key extends string>(language: Language, id: Grouped, groups: readonly OutcomeGroup<Key>[], name: (key: Key) => string): FigureTable {
  const columns = [...reviewColumns<Key>(), ...outcomeColumns<Key>()]
  return tableOf(language, { id, first: TABLE_WORDS[id], name: ({ key }) => name(key), note: TABLE_WORDS.noteGroups }, groups, columns)
}

function byHeading(language: Language, { period, periodBefore, foundLater, foundLaterBefore }: Statistics): FigureTable {
  const words = TABLE_WORDS
  const at = (figures: ReviewFigures, heading: number, severity: number): number => figures.defects[heading * SEVERITIES.length + severity] ?? 0
  const all = (figures: ReviewFigures, heading: number): number => SEVERITIES.reduce((sum, _, severity) => sum + at(figures, heading, severity), 0)
  const each = (figures: ReviewFigures, heading: number): Quantity => decimal(share(all(figures, heading), figures.reviews))
  const columns: Columns<number> = [
    ...SEVERITIES.map((name, severity): Columns<number>[number] => [
      SEVERITY_LABELS[name],
      (heading) => count(at(period, heading, severity)),
      (heading) => count(at(periodBefore, heading, severity)),
    ]),
    [words.allDefects, (heading) => count(all(period, heading)), (heading) => count(all(periodBefore, heading))],
    [words.defectsPerReview, (heading) => each(period, heading), (heading) => each(periodBefore, heading)],
    [words.foundLater, (heading) => count(foundLater[heading] ?? 0), (heading) => count(foundLaterBefore[heading] ?? 0)],
  ]
  const name = (heading: number): string => {
    const id = HEADING_IDS[heading]
    return `${heading + 1}. ${id === undefined ? '' : HEADING_LABELS[id][language]}`
  }
  return tableOf(language, { id: 'headings', first: words.heading, name, note: words.noteHeadings }, Array.from({ length: HEADINGS }, (_, heading) => heading), columns)
}

function rules(language: Language, names: Names, used: Statistics['rules']): FigureTable {
  const words = TABLE_WORDS
  const judged = ({ accepted, changed, dismissed }: JudgedFindings): number => accepted + changed + dismissed
  const measured: readonly (readonly [label: Bilingual, of: (judged: JudgedFindings) => Quantity])[] = [
    [words.accepted, ({ accepted }) => count(accepted)],
    [words.changed, ({ changed }) => count(changed)],
    [words.dismissed, ({ dismissed }) => count(dismissed)],
    [words.judged, (one) => count(judged(one))],
    [words.acceptedRate, (one) => rate(one.accepted + one.changed, judged(one))],
  ]
  const columns: Columns<RuleFigures> = measured.map(([label, of]) => [label, of, ({ before }) => of(before)])
  return tableOf(language, { id: 'rules', first: words.rule, name: ({ ruleId }) => names.rule(ruleId), note: words.noteRules }, used, columns)
}

export function figureTables(language: Language, names: Names, got: Statistics): readonly FigureTable[] {
  const nameOf = new Map(got.byReviewer.map(({ key, name }) => [key, name]))
  const words = TABLE_WORDS
  return [
    overview(language, got),
    tableOf(language, { id: 'months', first: words.months, name: ({ key }) => key }, got.byMonth, reviewColumns<string>()),
    byHeading(language, got),
    divided(language, 'units', got.byUnit, (key) => key),
    divided(language, 'kinds', got.byKind, (key) => ACTION_KIND_LABELS[key][language]),
    divided(language, 'reviewers', got.byReviewer, (key) => nameOf.get(key) ?? key),
    tableOf<Statistics['byType'][number]>(language, { id: 'types', first: words.type, name: ({ key }) => names.type(key) }, got.byType, [
      [words.reviews, ({ reviews }) => count(reviews), ({ before }) => count(before)],
      [words.typeShare, ({ reviews }) => rate(reviews, got.period.reviews), ({ before }) => rate(before, got.periodBefore.reviews)],
    ]),
    tableOf<Statistics['workload'][number]>(language, { id: 'workload', first: words.person, name: ({ name }) => name }, got.workload, [
      // how many were in hand a year ago nobody counted then
      [words.open, ({ open }) => count(open), null],
      [words.issuedInPeriod, ({ issued }) => count(issued), ({ before }) => count(before)],
    ]),
    rules(language, names, got.rules),
  ].filter((table) => table.rows.length > 0)
}

/** A table as plain rows for what has no second line in a cell: each figure, and beside it that of the year before. */
export interface PlainTable<Cell = string> {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly [name: string, ...cells: readonly Cell[]])[]
}

/** @param headOf the head of the column of the year before, by that of the figure; @param cellOf what stands in a cell */
export function tableRows<Cell>({ title, first, columns, rows }: FigureTable, headOf: (column: string) => string, cellOf: (quantity: Quantity) => Cell): PlainTable<Cell> {
  return {
    title,
    columns: [first, ...columns.flatMap((column) => (column.compared ? [column.title, headOf(column.title)] : [column.title]))],
    rows: rows.map(({ name, figures }) => [name, ...figures.flatMap(({ now, before }) => (before === null ? [cellOf(now)] : [cellOf(now), cellOf(before)]))]),
  }
}

/** As {@link tableRows}, in words. */
export function plainTable(table: FigureTable, headOf: (column: string) => string, language: Language): PlainTable {
  return tableRows(table, headOf, (quantity) => quantityText(quantity, language))
}

/** Heads that say on their own what they are, for a file. */
export const comparedHead =
  (language: Language) =>
  (column: string): string =>
    language === 'zh-CN' ? `${column}（${TABLE_WORDS.yearBefore[language]}）` : `${column} (${TABLE_WORDS.yearBefore[language].toLowerCase()})`
