/** The statistics as tables: the same rows are shown, printed and exported, so that no figure differs between them. */
import type { Statistics, FigureGroup, PeriodFigures } from '../../shared/statistics/contract.ts'
import { share, type ReviewFigures } from '../../shared/statistics/figures.ts'
import { HEADINGS } from '../../shared/statistics/tally.ts'
import { HEADING_IDS, SEVERITIES } from '../../shared/catalogue/vocabulary.ts'
import { ACTION_KIND_LABELS, HEADING_LABELS } from '../ui/vocabulary-labels.ts'
import type { useLanguage } from '../language/language.ts'

export interface FigureTable {
  readonly id: string
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What the figures mean, below the table. */
  readonly note?: string | undefined
}

export type Words = Pick<ReturnType<typeof useLanguage>, 't' | 'pick' | 'language'>
/** Names that the catalogue has: opinion types by code, rules by id. */
export interface Names {
  readonly type: (code: string) => string
  readonly rule: (id: string) => string
}

const NONE = '—'

export function percent(value: number | null, language: string): string {
  return value === null ? NONE : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
}

const days = (value: number | null): string => (value === null ? NONE : String(Math.round(value * 10) / 10))

/** Defects of one severity over all headings, or all of them. */
function defectsOf({ defects }: ReviewFigures, severity?: (typeof SEVERITIES)[number]): number {
  const wanted = severity === undefined ? null : SEVERITIES.indexOf(severity)
  return defects.reduce((sum, count, at) => (wanted === null || at % SEVERITIES.length === wanted ? sum + count : sum), 0)
}

const perReview = (figures: ReviewFigures): string => days(share(defectsOf(figures), figures.reviews))
const mean = ({ workingDays }: ReviewFigures): number | null => share(workingDays.sum, workingDays.known)

type Measure = readonly [label: string, of: (figures: PeriodFigures) => string]

function measures({ t, language }: Words): readonly Measure[] {
  const rate = (part: number, whole: number): string => percent(share(part, whole), language)
  return [
    [t('statistics:received'), ({ received }) => String(received)],
    [t('statistics:reviews'), ({ reviews }) => String(reviews)],
    [t('statistics:inTimeRate'), ({ inTime, withDueDay }) => rate(inTime, withDueDay)],
    [t('statistics:returnRate'), ({ returned, reviews }) => rate(returned, reviews)],
    [t('statistics:agreeRate'), ({ agreed, agreedAfterChanges, reviews }) => rate(agreed + agreedAfterChanges, reviews)],
    [t('statistics:adoptionRate'), ({ adopted, partly, answered }) => rate(adopted + partly / 2, answered)],
    [t('statistics:defectsPerReview'), (figures) => perReview(figures)],
    [t('statistics:fatalDefects'), (figures) => String(defectsOf(figures, 'F'))],
    [t('statistics:escapeRate'), ({ escaped, reviews }) => rate(escaped, reviews)],
    [t('statistics:decided'), ({ decided }) => String(decided)],
    [t('statistics:red'), ({ red }) => String(red)],
    [t('statistics:transferred'), ({ transferred }) => String(transferred)],
    [t('statistics:meanDays'), (figures) => days(mean(figures))],
    [t('statistics:medianDays'), ({ workingDays }) => days(workingDays.median)],
  ]
}

function overview(words: Words, { period, periodBefore }: Statistics): FigureTable {
  const { t } = words
  return {
    id: 'overview',
    title: t('statistics:table.overview'),
    columns: [t('statistics:measure'), t('statistics:thisPeriod'), t('statistics:yearBefore')],
    rows: measures(words).map(([label, of]) => [label, of(period), of(periodBefore)]),
    note: t('statistics:note.overview'),
  }
}

/** One row for each group, with the figures that every way of dividing has. */
function grouped<Key extends string>(words: Words, id: string, title: string, groups: readonly FigureGroup<Key>[], name: (key: Key) => string): FigureTable {
  const { t, language } = words
  const rate = (part: number, whole: number): string => percent(share(part, whole), language)
  return {
    id,
    title,
    columns: [
      title,
      t('statistics:reviews'),
      t('statistics:yearBefore'),
      t('statistics:inTimeRate'),
      t('statistics:returnRate'),
      t('statistics:agreeRate'),
      t('statistics:defectsPerReview'),
      t('statistics:fatalDefects'),
      t('statistics:meanDays'),
      t('statistics:medianDays'),
    ],
    rows: groups.map(({ key, figures, before }) => [
      name(key),
      String(figures.reviews),
      String(before.reviews),
      rate(figures.inTime, figures.withDueDay),
      rate(figures.returned, figures.reviews),
      rate(figures.agreed + figures.agreedAfterChanges, figures.reviews),
      perReview(figures),
      String(defectsOf(figures, 'F')),
      days(mean(figures)),
      days(figures.workingDays.median),
    ]),
  }
}

function byHeading({ t, pick }: Words, { period, periodBefore }: Statistics): FigureTable {
  const at = (figures: ReviewFigures, heading: number, severity: number): number => figures.defects[heading * SEVERITIES.length + severity] ?? 0
  const all = (figures: ReviewFigures, heading: number): number => SEVERITIES.reduce((sum, _, severity) => sum + at(figures, heading, severity), 0)
  return {
    id: 'headings',
    title: t('statistics:table.headings'),
    columns: [
      t('statistics:heading'),
      ...SEVERITIES.map((severity) => t(`statistics:severity.${severity}`)),
      t('statistics:allDefects'),
      t('statistics:yearBefore'),
    ],
    rows: Array.from({ length: HEADINGS }, (_, heading) => {
      const id = HEADING_IDS[heading]
      return [
        `${heading + 1}. ${id === undefined ? '' : pick(HEADING_LABELS[id])}`,
        ...SEVERITIES.map((_severity, severity) => String(at(period, heading, severity))),
        String(all(period, heading)),
        String(all(periodBefore, heading)),
      ]
    }),
    note: t('statistics:note.headings'),
  }
}

function rules({ t }: Words, names: Names, { rules: used }: Statistics): FigureTable {
  return {
    id: 'rules',
    title: t('statistics:table.rules'),
    columns: [t('statistics:rule'), t('statistics:accepted'), t('statistics:changed'), t('statistics:dismissed')],
    rows: used.map(({ ruleId, accepted, changed, dismissed }) => [names.rule(ruleId), String(accepted), String(changed), String(dismissed)]),
    note: t('statistics:note.rules'),
  }
}

export function figureTables(words: Words, names: Names, got: Statistics): readonly FigureTable[] {
  const { t, pick } = words
  const nameOf = new Map(got.byReviewer.map(({ key, name }) => [key, name]))
  return [
    overview(words, got),
    grouped(words, 'months', t('statistics:table.months'), got.byMonth, (key) => key),
    byHeading(words, got),
    grouped(words, 'units', t('statistics:table.units'), got.byUnit, (key) => key),
    grouped(words, 'kinds', t('statistics:table.kinds'), got.byKind, (key) => pick(ACTION_KIND_LABELS[key])),
    grouped(words, 'reviewers', t('statistics:table.reviewers'), got.byReviewer, (key) => nameOf.get(key) ?? key),
    {
      id: 'types',
      title: t('statistics:table.types'),
      columns: [t('statistics:type'), t('statistics:reviews'), t('statistics:yearBefore')],
      rows: got.byType.map(({ key, reviews, before }) => [names.type(key), String(reviews), String(before)]),
    },
    {
      id: 'workload',
      title: t('statistics:table.workload'),
      columns: [t('statistics:person'), t('statistics:open'), t('statistics:issuedInPeriod')],
      rows: got.workload.map(({ name, open, issued }) => [name, String(open), String(issued)]),
    },
    rules(words, names, got),
  ].filter((table) => table.rows.length > 0)
}
