/**
 * Where a case stands against a filing line (立案追诉标准): limb by limb, with the arithmetic shown. Sums take in earlier acts
 * of the kind that were not punished (未经处理), and no others; earlier penalties count within the limb's own years. Pure.
 */
import type { CrimeAmount, CrimeLimb, CrimeLimbAlso, CrimeLine } from '../catalogue/crime-lines.ts'
import { shiftMonths } from '../deadlines/day-arithmetic.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import { englishFigure, figureText, leastShare, penaltyStep, shareOf, sumOf, VERDICTS, verdictOf, type Figure, type Sum, type ThresholdVerdict } from './threshold-arithmetic.ts'
import { AMOUNT_WORDS } from './threshold-words.ts'

/** Figures of one act or of several that were found together. */
export interface ActFigures {
  /** Yuan. */
  readonly amounts: Readonly<Partial<Record<CrimeAmount, number>>>
  /** By {@link quantityKey}; of a limb of excess, how many times over the standard. */
  readonly quantities: Readonly<Record<string, number>>
}

/** An earlier act of the same kind. */
export interface EarlierAct extends ActFigures {
  readonly on: IsoDate
  /** Whether it was dealt with (已受行政处罚或者刑事追究): then it is not summed. */
  readonly punished: boolean
}

export interface ThresholdFacts extends ActFigures {
  readonly person: 'citizen' | 'entity'
  /** The day of the act, from which the years of earlier penalties are counted back. */
  readonly actOn: IsoDate
  readonly earlier: readonly EarlierAct[]
  /** Effective days of earlier penalties for the same kind of act. */
  readonly penalties: readonly IsoDate[]
  /** Circumstances that are there, by the Chinese text of a limb's `only`. */
  readonly circumstances: readonly string[]
  /** Limbs of acts (行为) that a person found to be there, by their place in the line. */
  readonly acts: readonly number[]
  /** Yuan of what an amount is a share of, by its Chinese name (应纳税额). */
  readonly bases: Readonly<Record<string, number>>
  /** What the province fixed within a range, by the limb's place in the line. */
  readonly local: Readonly<Record<number, number>>
}

export interface LimbResult {
  /** The limb's place in the line. */
  readonly index: number
  /** Null where nothing was entered that it could be compared with, or where its circumstance is not there. */
  readonly verdict: ThresholdVerdict | null
  /** Of the line; the least of all that the limb asks. Null where there is none. */
  readonly share: number | null
  /** The sum that was compared; null where none was. */
  readonly total: number | null
  /** How it was reckoned, line by line. */
  readonly steps: readonly Bilingual[]
  /** False: neither the row nor the limb was held against its text. */
  readonly verified: boolean
}

export interface ThresholdResult {
  readonly lineId: string
  /** Null where nothing was entered. */
  readonly verdict: ThresholdVerdict | null
  readonly limbs: readonly LimbResult[]
  /** The limb that decides: the first of the gravest. */
  readonly decisive: number | null
  readonly verifiedOn: IsoDate | null
}

/** By what name a quantity is entered, so that limbs about the same thing share it. */
export function quantityKey({ things, units }: { readonly things: readonly string[]; readonly units?: readonly string[] }): string {
  return `${things[0] ?? ''}/${units?.[0] ?? '倍'}`
}

/** Whether the limb holds for this person and, where it asks one, in this circumstance. */
export function limbApplies(limb: CrimeLimb, { person, circumstances }: Pick<ThresholdFacts, 'person' | 'circumstances'>): boolean {
  const whose = limb.kind === 'amount' || limb.kind === 'quantity' ? (limb.person ?? 'anybody') : 'anybody'
  if (whose !== 'anybody' && whose !== person) return false
  return limb.kind === 'act' || limb.only === undefined || circumstances.includes(limb.only['zh-CN'])
}

/** The case against one line. */
export function compareWithLine(line: CrimeLine, facts: ThresholdFacts): ThresholdResult {
  const limbs = line.limbs.map((limb, index) => ({
    index,
    verified: line.verified && limb.verified !== false,
    ...(limbApplies(limb, facts) ? compareWithLimb(line, limb, index, facts) : NOTHING),
  }))
  const rank = (verdict: ThresholdVerdict | null): number => (verdict === null ? -1 : VERDICTS.indexOf(verdict))
  const decisive = limbs.reduce<LimbResult | null>((best, one) => (rank(one.verdict) > rank(best?.verdict ?? null) ? one : best), null)
  return { lineId: line.id, verdict: decisive?.verdict ?? null, limbs, decisive: decisive?.index ?? null, verifiedOn: line.verifiedOn }
}

type Compared = Pick<LimbResult, 'verdict' | 'share' | 'total' | 'steps'>

const NOTHING: Compared = { verdict: null, share: null, total: null, steps: [] }

function compareWithLimb(line: CrimeLine, limb: CrimeLimb, index: number, facts: ThresholdFacts): Compared {
  switch (limb.kind) {
    case 'amount':
      return compareAmount(line, limb, facts.local[index], facts)
    case 'quantity':
      return compareSum(line, summed(line, facts, (of) => of.quantities[quantityKey(limb)]), { lowest: limb.count, upTo: null, unit: limb.units[0] ?? '' }, limb.also ?? [], facts)
    case 'times':
      // excess over a standard is of one measurement; several do not add up
      return compareSum(line, sumOf([facts.quantities[quantityKey(limb)]], []), { lowest: limb.times, upTo: null, unit: '倍' }, [], facts)
    case 'recidivism':
      return compareRecidivism(line, limb, facts)
    case 'act': {
      if (!facts.acts.includes(index)) return NOTHING
      return {
        verdict: 'reached',
        share: 1,
        total: null,
        steps: [{ 'zh-CN': '具有该情形，不论数额。', en: 'The act is there; it is enough whatever the amount.' }],
      }
    }
  }
}

type AmountLimb = Extract<CrimeLimb, { kind: 'amount' }>
type RecidivismLimb = Extract<CrimeLimb, { kind: 'recidivism' }>

/** What a limb measures of one act, in yuan; sold goods are multiplied where the limb says so. */
function amountOf({ amounts }: ActFigures, of: CrimeAmount, soldTimes: number): number | undefined {
  if (of !== 'soldAndUnsold') return amounts[of]
  const { sales, goodsValue } = amounts
  return sales === undefined || goodsValue === undefined ? undefined : sales * soldTimes + goodsValue
}

function compareAmount(line: CrimeLine, limb: AmountLimb, local: number | undefined, facts: ThresholdFacts): Compared {
  const soldTimes = limb.soldTimes ?? 1
  const sum = summed(line, facts, (figures) => amountOf(figures, limb.of, soldTimes))
  const fixed = local !== undefined && limb.upTo !== null && local >= limb.yuan && local <= limb.upTo ? local : null
  const figure: Figure = {
    lowest: fixed ?? limb.yuan,
    upTo: fixed !== null || limb.range === 'texts' ? null : limb.upTo,
    unit: '元',
  }
  const compared = compareSum(line, sum, figure, limb.also ?? [], facts)
  if (compared.verdict === null || limb.of !== 'soldAndUnsold') return compared
  const { sales = 0, goodsValue = 0 } = facts.amounts
  const made = `${figureText(sales, '')} × ${soldTimes} + ${figureText(goodsValue, '')} = ${figureText(sales * soldTimes + goodsValue, '')}`
  return { ...compared, steps: [{ 'zh-CN': `本次：${made}元`, en: `This act: ${made} yuan` }, ...compared.steps] }
}

/** This act and the earlier ones that were not punished, where the offence adds up. */
function summed(line: CrimeLine, facts: ThresholdFacts, measure: (figures: ActFigures) => number | undefined): Sum | null {
  const earlier = facts.earlier.map((act) => ({ on: act.on, counted: line.accumulates && !act.punished, punished: act.punished, value: measure(act) }))
  return sumOf([measure(facts)], earlier)
}

function compareSum(line: CrimeLine, sum: Sum | null, figure: Figure, also: readonly CrimeLimbAlso[], facts: ThresholdFacts): Compared {
  if (sum === null) return NOTHING
  const besides = also.map((one) => alsoOf(line, one, sum.total, facts))
  const own = shareOf(sum.total, figure.lowest)
  const shares = [own, ...besides.map(({ share }) => share)]
  const range = figure.upTo !== null && sum.total < figure.upTo
  return {
    verdict: verdictOf(shares, line.amber, range),
    share: leastShare(shares),
    total: sum.total,
    steps: [...sum.steps(figure.unit), comparison(sum.total, figure, line.amber), ...besides.map(({ step }) => step)],
  }
}

function comparison(total: number, { lowest, upTo, unit }: Figure, amber: number): Bilingual {
  const percent = Math.floor(shareOf(total, lowest) * 100)
  const range = upTo === null ? ['', ''] : [`至${figureText(upTo, unit)}（由各省确定）`, ` to ${englishFigure(upTo, unit)} by province`]
  const near = shareOf(total, lowest) >= amber && total < lowest
  return {
    'zh-CN': `合计${figureText(total, unit)}，标准${figureText(lowest, unit)}${range[0]}，占${percent}%${near ? `（已达预警线${Math.round(amber * 100)}%）` : ''}`,
    en: `Total ${englishFigure(total, unit)}; the line is ${englishFigure(lowest, unit)}${range[1]}: ${percent} %${near ? ` (warned from ${Math.round(amber * 100)} %)` : ''}`,
  }
}

interface Besides {
  /** Null while the figure is not known. */
  readonly share: number | null
  readonly step: Bilingual
}

function alsoOf(line: CrimeLine, also: CrimeLimbAlso, total: number, facts: ThresholdFacts): Besides {
  switch (also.kind) {
    case 'amount': {
      const found = summed(line, facts, (figures) => amountOf(figures, also.of, 1))
      return asked(AMOUNT_WORDS[also.of], found?.total ?? null, also.yuan, '元')
    }
    case 'count': {
      const found = summed(line, facts, (figures) => figures.quantities[quantityKey(also)])
      const name = also.things[0] ?? ''
      return asked({ 'zh-CN': name, en: name }, found?.total ?? null, also.count, also.units[0] ?? '')
    }
    case 'percent': {
      const base = facts.bases[also.of['zh-CN']]
      const percent = base === undefined || base <= 0 ? null : (total / base) * 100
      return asked({ 'zh-CN': `占${also.of['zh-CN']}的比例`, en: `share of ${also.of.en}` }, percent, also.percent, '%')
    }
  }
}

function asked(name: Bilingual, found: number | null, needed: number, unit: string): Besides {
  if (found === null)
    return {
      share: null,
      step: { 'zh-CN': `同时要求${name['zh-CN']}${figureText(needed, unit)}以上，尚未填写`, en: `Also asked: ${name.en} of ${englishFigure(needed, unit)} or more; not entered yet` },
    }
  return {
    share: shareOf(found, needed),
    step: {
      'zh-CN': `同时要求${name['zh-CN']}${figureText(needed, unit)}以上，本案${figureText(found, unit)}`,
      en: `Also asked: ${name.en} of ${englishFigure(needed, unit)} or more; here ${englishFigure(found, unit)}`,
    },
  }
}

/** Effective days of the penalties that count: within the limb's years before the act, the corresponding day included. */
export function countedPenalties({ years }: Pick<RecidivismLimb, 'years'>, { penalties, actOn }: Pick<ThresholdFacts, 'penalties' | 'actOn'>): readonly IsoDate[] {
  return penalties.filter((on) => on <= actOn && (years === null || actOn <= shiftMonths(on, years * 12))).toSorted()
}

/**
 * So many penalties, then the act again. Where the years run from the first penalty (法释〔2014〕10号 art. 17), all that
 * count lie within them as well, so that both ways of counting give the same number.
 */
function compareRecidivism(line: CrimeLine, limb: RecidivismLimb, facts: ThresholdFacts): Compared {
  if (facts.penalties.length === 0) return NOTHING
  const counted = countedPenalties(limb, facts)
  const step = penaltyStep(limb, counted, facts.penalties.length - counted.length)
  if (counted.length < limb.penalties) return { verdict: 'below', share: counted.length / limb.penalties, total: null, steps: [step] }
  const { with: amount, count } = limb
  if (amount === null && count === undefined) return { verdict: 'reached', share: 1, total: null, steps: [step] }
  const besides: Besides[] = []
  if (amount !== null) besides.push(asked(AMOUNT_WORDS[amount.of], summed(line, facts, (figures) => amountOf(figures, amount.of, 1))?.total ?? null, amount.yuan, '元'))
  if (count !== undefined) {
    const found = summed(line, facts, (figures) => figures.quantities[quantityKey(count)])?.total ?? null
    besides.push(asked({ 'zh-CN': count.things[0] ?? '', en: count.things[0] ?? '' }, found, count.count, count.units[0] ?? ''))
  }
  // amount or quantity, whichever is nearer
  const known = besides.flatMap(({ share }) => (share === null ? [] : [share]))
  const best = known.length === 0 ? null : Math.max(...known)
  return { verdict: verdictOf([best], line.amber, false), share: best, total: null, steps: [step, ...besides.map((one) => one.step)] }
}
