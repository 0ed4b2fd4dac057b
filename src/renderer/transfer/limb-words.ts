/** What a limb of a filing line asks, as a sentence. Pure. */
import type { CrimeLimb, CrimeLimbAlso } from '../../shared/catalogue/crime-lines.ts'
import { figureIn } from '../../shared/transfer/threshold-arithmetic.ts'
import { AMOUNT_WORDS } from '../../shared/transfer/threshold-words.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import type { Translate } from '../language/language.ts'

interface Speech {
  readonly t: Translate
  readonly pick: (text: Bilingual) => string
}

const YUAN = '元'

function alsoWords(also: readonly CrimeLimbAlso[] | undefined, { t, pick }: Speech): string {
  const figure = (value: number, unit: string): string => pick(figureIn(value, unit))
  return (also ?? [])
    .map((one) => {
      if (one.kind === 'amount') return t('transfer:limb.also', { name: pick(AMOUNT_WORDS[one.of]), figure: figure(one.yuan, YUAN) })
      if (one.kind === 'percent') return t('transfer:limb.also', { name: pick(one.of), figure: figure(one.percent, '%') })
      return t('transfer:limb.also', { name: one.things[0] ?? '', figure: figure(one.count, one.units[0] ?? '') })
    })
    .join('')
}

function ownWords(limb: CrimeLimb, speech: Speech): string {
  const { t, pick } = speech
  const figure = (value: number, unit: string): string => pick(figureIn(value, unit))
  switch (limb.kind) {
    case 'amount': {
      const name = pick(AMOUNT_WORDS[limb.of])
      const least = figure(limb.yuan, YUAN)
      const own =
        limb.upTo === null || limb.range === 'texts'
          ? t('transfer:limb.amount', { name, figure: least })
          : t('transfer:limb.amountRange', { name, figure: least, from: least, to: figure(limb.upTo, YUAN) })
      return own + (limb.person === 'anybody' ? '' : t(`transfer:limb.${limb.person}`)) + alsoWords(limb.also, speech)
    }
    case 'quantity':
      return (
        t('transfer:limb.quantity', { name: limb.things[0] ?? '', figure: figure(limb.count, limb.units[0] ?? '') }) +
        (limb.person === undefined ? '' : t(`transfer:limb.${limb.person}`)) +
        alsoWords(limb.also, speech)
      )
    case 'times':
      return t('transfer:limb.times', { name: limb.things.join('、'), count: limb.times })
    case 'recidivism': {
      const years = limb.years === null ? t('transfer:limb.ever') : t('transfer:limb.within', { years: limb.years })
      const besides = [
        ...(limb.with === null ? [] : [t('transfer:limb.with', { name: pick(AMOUNT_WORDS[limb.with.of]), figure: figure(limb.with.yuan, YUAN) })]),
        ...(limb.count === undefined ? [] : [t('transfer:limb.with', { name: limb.count.things[0] ?? '', figure: figure(limb.count.count, limb.count.units[0] ?? '') })]),
      ]
      return t('transfer:limb.recidivism', { years, count: limb.penalties }) + besides.join('')
    }
    case 'act':
      return limb.only === undefined ? t('transfer:limb.act', { words: limb.words.join('、') }) : pick(limb.only)
  }
}

/** With its circumstance in front, where it has one. */
export function limbWords(limb: CrimeLimb, speech: Speech): string {
  const own = ownWords(limb, speech)
  return limb.only === undefined || limb.kind === 'act' ? own : `${speech.pick(limb.only)}：${own}`
}
