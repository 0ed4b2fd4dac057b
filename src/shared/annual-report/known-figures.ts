/**
 * What the station itself knows of the six tables (六张表): counted from registered decisions, issued reviews, cases that
 * ended, and transfers of one year. Pure; the same facts give the same figures.
 */
import type { AnnualItem, AnnualReportRow, AnnualTableId, AnnualTableRow } from '../catalogue/annual-report.ts'
import type { ActionKind, EffectKind, OpinionTypeCode } from '../catalogue/vocabulary.ts'

/** Decisions of the year, each once for its case and number: those of the same kinds of act and of effect are one fact. */
export interface DecidedFact {
  readonly kinds: readonly ActionKind[]
  /** Each kind with the sum of its amounts; null where none names one. */
  readonly effects: readonly { readonly kind: EffectKind; readonly amount: number | null }[]
  /** How many decisions. */
  readonly count: number
}

export interface AnnualFacts {
  readonly decisions: readonly DecidedFact[]
  /** Opinions issued, grouped: kinds of act and type with how many there are. */
  readonly reviews: readonly { readonly kinds: readonly ActionKind[]; readonly type: OpinionTypeCode; readonly count: number }[]
  /** Cases that ended without a penalty, and cases delivered to the police. */
  readonly noPenalty: readonly { readonly kinds: readonly ActionKind[] }[]
  readonly transferred: readonly { readonly kinds: readonly ActionKind[] }[]
}

/** Names an item of a table: `penalty.fine`. */
export type FigureKey = `${AnnualTableId}.${string}`
export const figureKey = (table: AnnualTableId, item: string): FigureKey => `${table}.${item}`

export const tablesOf = (rows: readonly AnnualReportRow[]): AnnualTableRow[] => rows.filter((row) => row.kind === 'table')

const meets = (row: AnnualTableRow, { kinds }: { readonly kinds: readonly ActionKind[] }): boolean => kinds.some((kind) => row.actionKinds.includes(kind))

/** The item under which a decision counts; undefined where the table has none for it. */
export function itemOfDecision(row: AnnualTableRow, { effects }: Pick<DecidedFact, 'effects'>): AnnualItem | undefined {
  const ofDecisions = row.items.flatMap((item) => (item.source.how === 'decisions' ? [{ item, source: item.source }] : []))
  const [heaviest] = ofDecisions
    .filter(({ source }) => source.effects.some((kind) => effects.some((effect) => effect.kind === kind)))
    .sort((one, other) => other.source.weight - one.source.weight)
  return (heaviest ?? ofDecisions.find(({ source }) => source.orNone))?.item
}

/** Added in whole fen: a hundred thousand amounts would drift otherwise. */
function amountOf(decisions: readonly DecidedFact[], wanted: readonly EffectKind[]): number {
  let fen = 0
  for (const { effects } of decisions) {
    for (const { kind, amount } of effects) if (amount !== null && wanted.includes(kind)) fen += Math.round(amount * 100)
  }
  return fen / 100
}

interface OfTable {
  readonly decisions: readonly DecidedFact[]
  /** How many of them count under an item. */
  readonly byItem: ReadonlyMap<string, number>
  readonly reviews: AnnualFacts['reviews']
  readonly noPenalty: number
  readonly transferred: number
}

function factsOfTable(row: AnnualTableRow, facts: AnnualFacts): OfTable {
  const decisions = facts.decisions.filter((one) => meets(row, one))
  const byItem = new Map<string, number>()
  for (const decision of decisions) {
    const item = itemOfDecision(row, decision)
    if (item !== undefined) byItem.set(item.id, (byItem.get(item.id) ?? 0) + decision.count)
  }
  return {
    decisions,
    byItem,
    reviews: facts.reviews.filter((one) => meets(row, one)),
    noPenalty: facts.noPenalty.filter((one) => meets(row, one)).length,
    transferred: facts.transferred.filter((one) => meets(row, one)).length,
  }
}

function knownOf({ id, source }: AnnualItem, { decisions, byItem, reviews, noPenalty, transferred }: OfTable): number | null {
  switch (source.how) {
    case 'decisions': return byItem.get(id) ?? 0
    case 'amount': return amountOf(decisions, source.effects)
    case 'reviews': return reviews.reduce((sum, { type, count }) => (source.only === 'all' || type !== 'T-OK' ? sum + count : sum), 0)
    case 'noPenalty': return noPenalty
    case 'transferred': return transferred
    case 'sum':
    case 'hand': return null
  }
}

/** Figures by key; null where the station knows nothing of it. Sums are made later, of what is reported. */
export function knownFigures(rows: readonly AnnualReportRow[], facts: AnnualFacts): ReadonlyMap<FigureKey, number | null> {
  return new Map(
    tablesOf(rows).flatMap((row) => {
      const own = factsOfTable(row, facts)
      return row.items.map((item) => [figureKey(row.table, item.id), knownOf(item, own)] as const)
    }),
  )
}
