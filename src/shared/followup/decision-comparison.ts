/**
 * A decision compared with what was reviewed. A decision that differs from it in party, facts, basis, kind or amount was
 * not reviewed as it was made, and has to be reviewed again: 行政处罚法 art. 58, 国办发〔2018〕118号 part 4; the rule for
 * a change after the review is question 3.13 of the catalogue.
 */
import type { Citation } from '../cases/case.ts'
import type { ActionKind, EffectKind } from '../catalogue/vocabulary.ts'
import { parseNumber } from '../laws/chinese-numbers.ts'
import { titleKey } from '../laws/law-title.ts'
import type { Yuan } from '../values/values.ts'
import type { DecidedEffect, DecisionFields, ReviewedDecision } from './decision.ts'
import { sameWords } from './same-words.ts'

export const ASPECTS = ['party', 'facts', 'basis', 'kind', 'amount'] as const
/** 当事人, 事实, 依据, 种类, 幅度 (amount, term or content). */
export type Aspect = (typeof ASPECTS)[number]

/** What stands on one side of a difference; null: nothing does. */
export type ComparedValue =
  | { readonly is: 'effect'; readonly effect: DecidedEffect }
  | { readonly is: 'citation'; readonly citation: Citation }
  | { readonly is: 'actionKind'; readonly actionKind: ActionKind }
  | { readonly is: 'text'; readonly text: string }
  | null

/** One line of the table 审核 ↔ 决定. `aspect` is null where both sides say the same. */
export interface ComparedRow {
  readonly about: 'actionKind' | 'effect' | 'party' | 'citation' | 'facts'
  readonly aspect: Aspect | null
  readonly reviewed: ComparedValue
  readonly decided: ComparedValue
}

export interface DecisionComparison {
  readonly rows: readonly ComparedRow[]
  /** In the order of {@link ASPECTS}, each once; empty where the decision is the reviewed one. */
  readonly differs: readonly Aspect[]
}

/** Compares; the order of effects, citations and kinds on either side does not matter. */
export function compareDecision(reviewed: ReviewedDecision, decided: Omit<DecisionFields, 'number' | 'decidedOn'>): DecisionComparison {
  const rows: ComparedRow[] = [
    ...actionKindRows(reviewed.actionKinds, decided.actionKinds),
    ...effectRows(reviewed, decided),
    ...partyRow(reviewed, decided),
    ...citationRows(reviewed.citations, decided.citations),
    factsRow(decided.facts),
  ]
  return { rows, differs: ASPECTS.filter((aspect) => rows.some((row) => row.aspect === aspect)) }
}

function factsRow({ changed, how }: DecisionFields['facts']): ComparedRow {
  return { about: 'facts', aspect: changed ? 'facts' : null, reviewed: null, decided: changed ? { is: 'text', text: how } : null }
}

/** Effects name their party; where neither side has any, the party that was told is compared with the one of the case. */
function partyRow(reviewed: Sided, { effects, party }: Sided): ComparedRow[] {
  if (effects.length > 0 || reviewed.effects.length > 0 || party === '' || reviewed.party === '') return []
  const text = (name: string): ComparedValue => ({ is: 'text', text: name })
  return [{ about: 'party', aspect: sameWords(party) === sameWords(reviewed.party) ? null : 'party', reviewed: text(reviewed.party), decided: text(party) }]
}

function actionKindRows(reviewed: readonly ActionKind[], decided: readonly ActionKind[]): ComparedRow[] {
  return [...new Set([...reviewed, ...decided])].map((actionKind) => {
    const value = { is: 'actionKind', actionKind } as const
    const [before, after] = [reviewed.includes(actionKind), decided.includes(actionKind)]
    return { about: 'actionKind', aspect: before && after ? null : 'kind', reviewed: before ? value : null, decided: after ? value : null }
  })
}

/** In fen, so that 0.1 + 0.2 is 0.3. */
const fen = (amount: Yuan | null): number | null => (amount === null ? null : Math.round(amount * 100))

function isSame(one: DecidedEffect, other: DecidedEffect): boolean {
  return fen(one.amount) === fen(other.amount) && sameWords(one.detail) === sameWords(other.detail)
}

function grouped(effects: readonly DecidedEffect[], keyOf: (effect: DecidedEffect) => string): Map<string, DecidedEffect[]> {
  const groups = new Map<string, DecidedEffect[]>()
  for (const effect of effects) groups.set(keyOf(effect), [...(groups.get(keyOf(effect)) ?? []), effect])
  return groups
}

/** Largest first, what has no amount last: so that what is paired does not depend on the order it was written in. */
function byAmount(one: DecidedEffect, other: DecidedEffect): number {
  const difference = (fen(other.amount) ?? -1) - (fen(one.amount) ?? -1)
  if (difference !== 0) return difference
  const [left, right] = [sameWords(one.detail), sameWords(other.detail)]
  return left < right ? -1 : left > right ? 1 : 0
}

const PARTY_AND_KIND = (effect: DecidedEffect): string => `${sameWords(effect.party)}\n${effect.kind satisfies EffectKind}`

type Sided = Pick<ReviewedDecision, 'effects' | 'party'>

/** Whom a side is about: whom its effects name, else the party it names itself. */
function namedBy({ effects, party }: Sided): Set<string> {
  const names = effects.length > 0 ? effects.map((effect) => effect.party) : party === '' ? [] : [party]
  return new Set(names.map(sameWords))
}

/**
 * Of one party and kind: what is the same on both sides first, then what is left in pairs, as changed amounts; what is
 * left over was added or dropped. A party that only one side names is a difference of its own.
 */
function effectRows(reviewed: Sided, decided: Sided): ComparedRow[] {
  const [before, after] = [grouped(reviewed.effects, PARTY_AND_KIND), grouped(decided.effects, PARTY_AND_KIND)]
  const parties = [reviewed, decided].map(namedBy)
  const oneSided = (effect: DecidedEffect): Aspect =>
    parties.every((names) => names.size === 0 || names.has(sameWords(effect.party))) ? 'kind' : 'party'
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const left = [...(after.get(key) ?? [])].sort(byAmount)
    const same: ComparedRow[] = []
    const changed: DecidedEffect[] = []
    for (const effect of [...(before.get(key) ?? [])].sort(byAmount)) {
      const place = left.findIndex((other) => isSame(effect, other))
      const [found] = place < 0 ? [] : left.splice(place, 1)
      if (found === undefined) changed.push(effect)
      else same.push(effectRow(effect, found, null))
    }
    const pairs = Array.from({ length: Math.max(changed.length, left.length) }, (_, place) => {
      const [one, other] = [changed[place], left[place]]
      const single = one ?? other
      const aspect = one !== undefined && other !== undefined ? 'amount' : single === undefined ? null : oneSided(single)
      return effectRow(one, other, aspect)
    })
    return [...same, ...pairs]
  })
}

function effectRow(reviewed: DecidedEffect | undefined, decided: DecidedEffect | undefined, aspect: Aspect | null): ComparedRow {
  const value = (effect: DecidedEffect | undefined): ComparedValue => (effect === undefined ? null : { is: 'effect', effect })
  return { about: 'effect', aspect, reviewed: value(reviewed), decided: value(decided) }
}

/** `第三十三条`, `33`, `第33条` and `三十三` are one place; `第一百二十条之一` is another than `第一百二十条`. */
function placeKey(written: string): string {
  const text = written.normalize('NFKC').replaceAll(/[\s第条款项()]/g, '')
  return text
    .split('之')
    .map((part) => String(parseNumber(part) ?? part))
    .join('之')
}

/** What two citations of one provision have in common; the role as well: what is violated is not what is applied. */
export function citationKey({ law, article, paragraph, item, role }: Citation): string {
  return [role, titleKey(law), ...[article, paragraph, item].map(placeKey)].join('\n')
}

/** Provisions on procedure (程序依据) say how it was decided, not what: they are no part of the comparison. */
function citationRows(reviewed: readonly Citation[], decided: readonly Citation[]): ComparedRow[] {
  const of = (citations: readonly Citation[]) =>
    new Map(citations.filter(({ role }) => role !== 'procedure').map((citation) => [citationKey(citation), citation]))
  const [before, after] = [of(reviewed), of(decided)]
  const value = (citation: Citation | undefined): ComparedValue => (citation === undefined ? null : { is: 'citation', citation })
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => {
    const [one, other] = [before.get(key), after.get(key)]
    return { about: 'citation', aspect: one !== undefined && other !== undefined ? null : 'basis', reviewed: value(one), decided: value(other) }
  })
}
