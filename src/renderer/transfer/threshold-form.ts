/** What is typed into the threshold helper (追诉标准对照), as text, and what is compared of it. Pure. */
import type { CrimeAmount, CrimeLimb, CrimeLine } from '../../shared/catalogue/crime-lines.ts'
import { limbApplies, quantityKey, type EarlierAct, type ThresholdFacts } from '../../shared/transfer/threshold.ts'
import type { Bilingual, IsoDate } from '../../shared/values/values.ts'
import { parseAmount } from '../cases/parse-amount.ts'
import { parseDay } from '../ui/parse-day.ts'

export interface EarlierRow {
  readonly on: string
  readonly punished: boolean
  /** By {@link FigureField} key. */
  readonly figures: Readonly<Record<string, string>>
}

export interface ThresholdForm {
  readonly lineId: string | null
  readonly person: 'citizen' | 'entity'
  readonly actOn: string
  readonly figures: Readonly<Record<string, string>>
  readonly circumstances: readonly string[]
  readonly acts: readonly number[]
  readonly bases: Readonly<Record<string, string>>
  readonly local: Readonly<Record<string, string>>
  readonly earlier: readonly EarlierRow[]
  readonly penalties: readonly string[]
}

/** One figure that a line asks for: an amount, a quantity, or how many times over a standard. */
export interface FigureField {
  /** `amount/sales`, `quantity/卷烟/支` */
  readonly key: string
  readonly of: { readonly kind: 'amount'; readonly amount: CrimeAmount } | { readonly kind: 'quantity'; readonly name: string; readonly unit: string; readonly times: boolean }
}

const amountField = (amount: CrimeAmount): FigureField => ({ key: `amount/${amount}`, of: { kind: 'amount', amount } })

function quantityField(counted: { readonly things: readonly string[]; readonly units?: readonly string[] }): FigureField {
  const times = counted.units === undefined
  const name = times ? counted.things.join('、') : (counted.things[0] ?? '')
  return { key: `quantity/${quantityKey(counted)}`, of: { kind: 'quantity', name, unit: counted.units?.[0] ?? '倍', times } }
}

function fieldsOfLimb(limb: CrimeLimb): readonly FigureField[] {
  const also = limb.kind === 'amount' || limb.kind === 'quantity' ? (limb.also ?? []) : []
  const besides = also.flatMap((one) => (one.kind === 'amount' ? [amountField(one.of)] : one.kind === 'count' ? [quantityField(one)] : []))
  switch (limb.kind) {
    case 'amount':
      return [...(limb.of === 'soldAndUnsold' ? [amountField('sales'), amountField('goodsValue')] : [amountField(limb.of)]), ...besides]
    case 'quantity':
      return [quantityField(limb), ...besides]
    case 'times':
      return [quantityField(limb)]
    case 'recidivism':
      return [...(limb.with === null ? [] : [amountField(limb.with.of)]), ...(limb.count === undefined ? [] : [quantityField(limb.count)])]
    case 'act':
      return []
  }
}

/** Every figure that the line asks of this person, each once, in the order of its limbs. */
export function figureFields(line: CrimeLine, facts: Pick<ThresholdFacts, 'person' | 'circumstances'>): readonly FigureField[] {
  const seen = new Map<string, FigureField>()
  for (const limb of line.limbs) {
    // what belongs to a circumstance is asked once it is there
    if (!limbApplies(limb, facts)) continue
    for (const field of fieldsOfLimb(limb)) if (!seen.has(field.key)) seen.set(field.key, field)
  }
  return [...seen.values()]
}

/** Circumstances that limbs of the line ask, each once. */
export function circumstancesOf(line: CrimeLine): readonly Bilingual[] {
  const seen = new Map<string, Bilingual>()
  for (const limb of line.limbs) if (limb.kind !== 'act' && limb.only !== undefined) seen.set(limb.only['zh-CN'], limb.only)
  return [...seen.values()]
}

/** What percentages are of. */
export function basesOf(line: CrimeLine): readonly Bilingual[] {
  return line.limbs.flatMap((limb) => (limb.kind === 'amount' || limb.kind === 'quantity' ? (limb.also ?? []) : [])).flatMap((one) => (one.kind === 'percent' ? [one.of] : []))
}

/** Limbs whose figure each province fixes. */
export function rangesOf(line: CrimeLine, facts: Pick<ThresholdFacts, 'person' | 'circumstances'>) {
  return line.limbs.flatMap((limb, index) =>
    limb.kind === 'amount' && limb.upTo !== null && limb.range !== 'texts' && limbApplies(limb, facts) ? [{ index, of: limb.of, from: limb.yuan, to: limb.upTo }] : [],
  )
}

export const asksRepetition = ({ limbs }: CrimeLine): boolean => limbs.some(({ kind }) => kind === 'recidivism')

/** A number as it is typed: `3.5`, `12万`; undefined where there is none or it is none. */
const numberFrom = (typed: string | undefined): number | undefined => (typed === undefined ? undefined : (parseAmount(typed) ?? undefined))

function figuresFrom(typed: Readonly<Record<string, string>>): Pick<EarlierAct, 'amounts' | 'quantities'> {
  const known = Object.entries(typed).flatMap(([key, text]): [string, number][] => {
    const value = numberFrom(text)
    return value === undefined ? [] : [[key, value]]
  })
  const within = (kind: string) => Object.fromEntries(known.filter(([key]) => key.startsWith(kind)).map(([key, value]) => [key.slice(kind.length), value]))
  return { amounts: within('amount/'), quantities: within('quantity/') }
}

/** What is compared; null until the day of the act is one. */
export function factsOf(form: ThresholdForm): ThresholdFacts | null {
  const actOn = parseDay(form.actOn)
  if (actOn === undefined) return null
  const numbers = (typed: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(typed).flatMap(([key, text]) => (numberFrom(text) === undefined ? [] : [[key, numberFrom(text) ?? 0]])))
  return {
    person: form.person,
    actOn: actOn as IsoDate,
    ...figuresFrom(form.figures),
    circumstances: form.circumstances,
    acts: form.acts,
    bases: numbers(form.bases),
    local: numbers(form.local),
    earlier: form.earlier.flatMap((row) => {
      const on = parseDay(row.on)
      return on === undefined ? [] : [{ on: on as IsoDate, punished: row.punished, ...figuresFrom(row.figures) }]
    }),
    penalties: form.penalties.flatMap((typed) => {
      const day = parseDay(typed)
      return day === undefined ? [] : [day as IsoDate]
    }),
  }
}

/** Texts that are no numbers, by the field that holds them. */
export function unreadable(typed: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.entries(typed).flatMap(([key, text]) => (text.trim() !== '' && numberFrom(text) === undefined ? [key] : [])))
}
