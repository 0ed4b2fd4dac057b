/** Places in a station's wording that are filled from the case (占位符): `{案件名称}`. */
import { FORM_FACT_NAMES, type FormFact, type FormFacts } from './form-facts.ts'

const FACT_OF_NAME = new Map(Object.entries(FORM_FACT_NAMES).map(([fact, name]) => [name as string, fact as FormFact]))
const PLACEHOLDER = /\{([^{}]*)\}/gu

/** What is printed where a fact is absent: a line to write on. */
export const BLANK = '＿＿＿＿＿＿'

export function placeholderOf(fact: FormFact): string {
  return `{${FORM_FACT_NAMES[fact]}}`
}

/** The facts that a wording speaks of, each once. */
export function factsIn(text: string): FormFact[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].flatMap(([, name = '']) => FACT_OF_NAME.get(name.trim()) ?? []))]
}

export type WordingProblem =
  /** A name between braces that is no fact. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** A brace that opens or closes nothing. */
  | { readonly kind: 'brace'; readonly name: string }
  /** A fact that the form must have and this wording no longer names. */
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'empty'; readonly name: string }

/** What is wrong with a wording; none for one that can be printed. */
export function wordingProblems(text: string, needs: readonly FormFact[]): WordingProblem[] {
  if (text.trim() === '') return [{ kind: 'empty', name: '' }]
  const unknown = [...text.matchAll(PLACEHOLDER)].flatMap(([, name = '']) => (FACT_OF_NAME.has(name.trim()) ? [] : [name]))
  const stray = /[{}]/u.exec(text.replaceAll(PLACEHOLDER, ''))
  const named = new Set(factsIn(text))
  return [
    ...unknown.map((name) => ({ kind: 'unknown' as const, name })),
    ...(stray === null ? [] : [{ kind: 'brace' as const, name: stray[0] }]),
    ...needs.filter((fact) => !named.has(fact)).map((fact) => ({ kind: 'missing' as const, name: FORM_FACT_NAMES[fact] })),
  ]
}

/** The wording with its places filled; a fact that is absent leaves a line. */
export function filledWording(text: string, { values }: FormFacts): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const fact = FACT_OF_NAME.get(name.trim())
    return fact === undefined ? whole : (values[fact] ?? BLANK)
  })
}
