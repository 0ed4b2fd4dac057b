/** Forms of the transfer as data: their fields, what is wrong with what was typed, and what is handed in. Pure. */
import type { IsoInstant } from '../../shared/values/values.ts'
import { parseAmount } from '../cases/parse-amount.ts'
import { parseDay } from '../ui/parse-day.ts'
import { chinaInstant, parseTime } from './china-time.ts'

export interface FieldOption {
  readonly value: string
  readonly label: string
}

export interface FieldSpec {
  readonly name: string
  readonly label: string
  /** `moment` is kept under two names: its own for the day, and with `Time` behind it. */
  readonly kind: 'line' | 'text' | 'day' | 'moment' | 'amount' | 'choice' | 'check'
  readonly required?: boolean
  readonly longest?: number
  readonly rows?: number
  readonly hint?: string
  readonly options?: readonly FieldOption[]
  /** Which of the options can be chosen beside what is filled in; absent: all. */
  readonly offers?: (value: string, values: FormValues) => boolean
  readonly suggestions?: readonly string[]
}

export type FormValue = string | boolean | null
export type FormValues = Readonly<Record<string, FormValue>>

export type FieldProblem = 'required' | 'notADay' | 'notATime' | 'notAnAmount'

export const textOf = (values: FormValues, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : ''
}
/** The options that can be chosen now. */
export const optionsOf = ({ options = [], offers }: FieldSpec, values: FormValues): readonly FieldOption[] =>
  offers === undefined ? options : options.filter(({ value }) => offers(value, values))

/** What is chosen; empty where it can no longer be chosen beside the rest. */
export function chosenOf(field: FieldSpec, values: FormValues): string {
  const chosen = textOf(values, field.name)
  return field.offers?.(chosen, values) === false ? '' : chosen
}

export const isTicked = (values: FormValues, name: string): boolean => values[name] === true
/** Null for an empty field; the form has been checked. */
export const dayOf = (values: FormValues, name: string): string | null => parseDay(textOf(values, name)) ?? null
export const amountOf = (values: FormValues, name: string): number | null => parseAmount(textOf(values, name)) ?? null
export const momentOf = (values: FormValues, name: string): IsoInstant | undefined => chinaInstant(textOf(values, name), textOf(values, `${name}Time`))

/** The same as the contract: words of at least two characters where something is asked. */
const SHORTEST = 2

function problemOf(field: FieldSpec, values: FormValues): FieldProblem | null {
  const { kind, name, required = false } = field
  const typed = textOf(values, name)
  switch (kind) {
    case 'line':
    case 'text':
      return required && [...typed].length < SHORTEST ? 'required' : null
    case 'choice':
      return required && chosenOf(field, values) === '' ? 'required' : null
    case 'day':
      if (typed === '') return required ? 'required' : null
      return parseDay(typed) === undefined ? 'notADay' : null
    case 'moment':
      if (parseDay(typed) === undefined) return 'notADay'
      return parseTime(textOf(values, `${name}Time`)) === undefined ? 'notATime' : null
    case 'amount':
      if (typed === '') return required ? 'required' : null
      return parseAmount(typed) === undefined ? 'notAnAmount' : null
    case 'check':
      return null
  }
}

/** By the names of the fields; empty where the form can be handed in. */
export function problemsOf(fields: readonly FieldSpec[], values: FormValues): Readonly<Record<string, FieldProblem>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const problem = problemOf(field, values)
      return problem === null ? [] : [[field.name, problem]]
    }),
  )
}

/** An empty form; a moment begins with the present one, because most is written down when it happens. */
export function emptyValues(fields: readonly FieldSpec[], now: { readonly day: string; readonly time: string }): FormValues {
  return Object.fromEntries(
    fields.flatMap(({ name, kind, options, required }): [string, FormValue][] => {
      if (kind === 'check') return [[name, false]]
      if (kind === 'moment') return [[name, now.day], [`${name}Time`, now.time]]
      return [[name, kind === 'choice' && required === true && options?.length === 1 ? (options[0]?.value ?? '') : '']]
    }),
  )
}
