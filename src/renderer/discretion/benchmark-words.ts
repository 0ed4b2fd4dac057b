/** How a benchmark is named on the screens. Pure. */
import type { BenchmarkCitation } from '../../shared/discretion/benchmark.ts'
import type { StoredBenchmark } from '../../shared/discretion/contract.ts'
import { formatCitation, type Citation, type LawTitles } from '../../shared/catalogue/citation.ts'
import type { Language } from '../../shared/values/values.ts'
import type { Translate } from '../language/language.ts'

export function citationWords({ law, article, paragraph, item }: BenchmarkCitation, language: Language, titles: LawTitles): string {
  const citation: Citation = { law, ...(article === null ? {} : { article }), ...(paragraph === null ? {} : { paragraph }), ...(item === null ? {} : { item }) }
  return formatCitation(citation, language, titles)
}

/** 自…起至…止; empty where neither day is known. */
export function validityWords({ validFrom, validTo }: Pick<StoredBenchmark, 'validFrom' | 'validTo'>, t: Translate): string {
  return [
    ...(validFrom === null ? [] : [t('discretion:benchmark.from', { from: validFrom })]),
    ...(validTo === null ? [] : [t('discretion:benchmark.until', { to: validTo })]),
  ].join(' ')
}

export function isExpired({ validTo }: Pick<StoredBenchmark, 'validTo'>, today: string): boolean {
  return validTo !== null && validTo < today
}
