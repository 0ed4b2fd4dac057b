/** The statistics as tables: the same rows are shown, printed and exported, so that no figure differs between them. */
import { HEADING_IDS, SEVERITIES, type Severity } from '../catalogue/vocabulary.ts'
import { ACTION_KIND_LABELS, HEADING_LABELS, SEVERITY_LABELS } from '../catalogue/vocabulary-labels.ts'
import type { Bilingual, Language } from '../values/values.ts'
import type { CaseFigures, FigureGroup, GroupOutcomes, OutcomeGroup, PeriodFigures, Statistics } from './contract.ts'
import { share, type ReviewFigures } from './figures.ts'
import { TABLE_WORDS } from './table-words.ts'
import { HEADINGS } from './tally.ts'

export interface FigureTable {
  readonly id: string
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What the figures mean, below the table. */
  readonly note?: string | undefined
}

/** Names that other parts have: opinion types by code, rules by id. */
export interface Names {
  readonly type: (code: string) => string
  readonly rule: (id: string) => string
}

const NONE = '—'

export function percent(value: number | null, language: Language): string {
  return value === null ? NONE : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
}

const days = (value: number | null): string => (value === null ? NONE : String(Math.round(value * 10) / 10))

/** Defects of one severity over all headings, or all of them. */
function defectsOf({ defects }: ReviewFigures, severity?: Severity): number {
  const wanted = severity === undefined ? null : SEVERITIES.indexOf(severity)
  return defects.reduce((sum, count, at) => (wanted === null || at % SEVERITIES.length === wanted ? sum + count : sum), 0)
}

const perReview = (figures: ReviewFigures): string => days(share(defectsOf(figures), figures.reviews))
const mean = ({ workingDays }: ReviewFigures): number | null => share(workingDays.sum, workingDays.known)
const adoption = ({ adopted, partly, answered }: Pick<CaseFigures, 'adopted' | 'partly' | 'answered'>): number | null => share(adopted + partly / 2, answered)

type Measure = readonly [label: Bilingual, of: (figures: PeriodFigures) => string]

function measures(language: Language): readonly Measure[] {
  const rate = (part: number, whole: number): string => percent(share(part, whole), language)
  const words = TABLE_WORDS
  return [
    [words.received, ({ received }) => String(received)],
    [words.reviews, ({ reviews }) => String(reviews)],
    [words.inTimeRate, ({ inTime, withDueDay }) => rate(inTime, withDueDay)],
    [words.returnRate, ({ returned, reviews }) => rate(returned, reviews)],
    [words.agreeRate, ({ agreed, agreedAfterChanges, reviews }) => rate(agreed + agreedAfterChanges, reviews)],
    [words.adoptionRate, (figures) => percent(adoption(figures), language)],
    [words.defectsPerReview, (figures) => perReview(figures)],
    [words.fatalDefects, (figures) => String(defectsOf(figures, 'F'))],
    [words.escapeRate, ({ escaped, reviews }) => rate(escaped, reviews)],
    [words.decided, ({ decided }) => String(decided)],
    [words.red, ({ red }) => String(red)],
    [words.transferred, ({ transferred }) => String(transferred)],
    [words.transferRate, ({ transferred, reviews }) => rate(transferred, reviews)],
    [words.meanDays, (figures) => days(mean(figures))],
    [words.medianDays, ({ workingDays }) => days(workingDays.median)],
  ]
}

function overview(language: Language, { period, periodBefore }: Statistics): FigureTable {
  return {
    id: 'overview',
    title: TABLE_WORDS.overview[language],
    columns: [TABLE_WORDS.measure[language], TABLE_WORDS.thisPeriod[language], TABLE_WORDS.yearBefore[language]],
    rows: measures(language).map(([label, of]) => [label[language], of(period), of(periodBefore)]),
    note: TABLE_WORDS.noteOverview[language],
  }
}

type Grouped = 'months' | 'units' | 'kinds' | 'reviewers'

/** One row for each group, with the figures that every way of dividing has. */
function reviewColumns<Key extends string>(language: Language): (readonly [label: Bilingual, of: (group: FigureGroup<Key>) => string])[] {
  const words = TABLE_WORDS
  const rate = (part: number, whole: number): string => percent(share(part, whole), language)
  return [
    [words.reviews, ({ figures }) => String(figures.reviews)],
    [words.yearBefore, ({ before }) => String(before.reviews)],
    [words.inTimeRate, ({ figures }) => rate(figures.inTime, figures.withDueDay)],
    [words.returnRate, ({ figures }) => rate(figures.returned, figures.reviews)],
    [words.agreeRate, ({ figures }) => rate(figures.agreed + figures.agreedAfterChanges, figures.reviews)],
    [words.defectsPerReview, ({ figures }) => perReview(figures)],
    [words.fatalDefects, ({ figures }) => String(defectsOf(figures, 'F'))],
    [words.meanDays, ({ figures }) => days(mean(figures))],
    [words.medianDays, ({ figures }) => days(figures.workingDays.median)],
  ]
}

function outcomeColumns(language: Language): (readonly [label: Bilingual, of: (group: { figures: ReviewFigures; outcomes: GroupOutcomes }) => string])[] {
  const words = TABLE_WORDS
  return [
    [words.adoptionRate, ({ outcomes }) => percent(adoption(outcomes), language)],
    [words.escapeRate, ({ outcomes, figures }) => percent(share(outcomes.escaped, figures.reviews), language)],
    [words.transferRate, ({ outcomes, figures }) => percent(share(outcomes.transferred, figures.reviews), language)],
  ]
}

function grouped<Key extends string, Group extends FigureGroup<Key>>(
  language: Language,
  id: Grouped,
  groups: readonly Group[],
  name: (key: Key) => string,
  columns: readonly (readonly [label: Bilingual, of: (group: Group) => string])[],
  note?: string,
): FigureTable {
  const title = TABLE_WORDS[id][language]
  return {
    id,
    title,
    columns: [title, ...columns.map(([label]) => label[language])],
    rows: groups.map((group) => [name(group.key), ...columns.map(([, of]) => of(group))]),
    note,
  }
}

function divided<Key extends string>(language: Language, id: Grouped, groups: readonly OutcomeGroup<Key>[], name: (key: Key) => string): FigureTable {
  const columns = [...reviewColumns<Key>(language), ...outcomeColumns(language)]
  return grouped(language, id, groups, name, columns, TABLE_WORDS.noteGroups[language])
}

function byHeading(language: Language, { period, periodBefore, foundLater }: Statistics): FigureTable {
  const at = (figures: ReviewFigures, heading: number, severity: number): number => figures.defects[heading * SEVERITIES.length + severity] ?? 0
  const all = (figures: ReviewFigures, heading: number): number => SEVERITIES.reduce((sum, _, severity) => sum + at(figures, heading, severity), 0)
  const words = TABLE_WORDS
  return {
    id: 'headings',
    title: words.headings[language],
    columns: [words.heading, ...SEVERITIES.map((severity) => SEVERITY_LABELS[severity]), words.allDefects, words.yearBefore, words.foundLater].map((one) => one[language]),
    rows: Array.from({ length: HEADINGS }, (_, heading) => {
      const id = HEADING_IDS[heading]
      return [
        `${heading + 1}. ${id === undefined ? '' : HEADING_LABELS[id][language]}`,
        ...SEVERITIES.map((_severity, severity) => String(at(period, heading, severity))),
        String(all(period, heading)),
        String(all(periodBefore, heading)),
        String(foundLater[heading] ?? 0),
      ]
    }),
    note: words.noteHeadings[language],
  }
}

function rules(language: Language, names: Names, { rules: used }: Statistics): FigureTable {
  const words = TABLE_WORDS
  return {
    id: 'rules',
    title: words.rules[language],
    columns: [words.rule, words.accepted, words.changed, words.dismissed, words.judged, words.yearBefore].map((one) => one[language]),
    rows: used.map(({ ruleId, accepted, changed, dismissed, before }) => [names.rule(ruleId), ...[accepted, changed, dismissed, accepted + changed + dismissed, before].map(String)]),
    note: words.noteRules[language],
  }
}

export function figureTables(language: Language, names: Names, got: Statistics): readonly FigureTable[] {
  const nameOf = new Map(got.byReviewer.map(({ key, name }) => [key, name]))
  const words = TABLE_WORDS
  return [
    overview(language, got),
    grouped(language, 'months', got.byMonth, (key: string) => key, reviewColumns<string>(language)),
    byHeading(language, got),
    divided(language, 'units', got.byUnit, (key) => key),
    divided(language, 'kinds', got.byKind, (key) => ACTION_KIND_LABELS[key][language]),
    divided(language, 'reviewers', got.byReviewer, (key) => nameOf.get(key) ?? key),
    {
      id: 'types',
      title: words.types[language],
      columns: [words.type, words.reviews, words.yearBefore].map((one) => one[language]),
      rows: got.byType.map(({ key, reviews, before }) => [names.type(key), String(reviews), String(before)]),
    },
    {
      id: 'workload',
      title: words.workload[language],
      columns: [words.person, words.open, words.issuedInPeriod, words.yearBefore].map((one) => one[language]),
      rows: got.workload.map(({ name, open, issued, before }) => [name, String(open), String(issued), String(before)]),
    },
    rules(language, names, got),
  ].filter((table) => table.rows.length > 0)
}
