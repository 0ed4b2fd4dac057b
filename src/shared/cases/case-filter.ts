/**
 * What narrows the list of cases (台账筛选), and the same as the query of an address: a link, a saved filter and the line
 * above the list say the same thing.
 */
import { z } from 'zod'
import {
  actionKindSchema,
  caseFlagSchema,
  opinionTypeCodeSchema,
  CASE_FLAGS,
} from '../catalogue/vocabulary.ts'
import { COLUMN_FILTER_SHAPE, EMPTY_COLUMN_FILTER } from '../ledger/column-filter.ts'
import { isoDateSchema, personIdSchema } from '../values/values.ts'
import { CASE_SORTS } from './case.ts'
import { CASE_STATES } from './state-machine-terms.ts'

/** In place of a trigger's id: the case is major by some trigger. */
export const ANY_TRIGGER = 'any'

const day = isoDateSchema.nullable()
const amount = z.number().min(0).max(1e12).nullable()

export const caseFilterSchema = z.strictObject({
  /** Any of them; empty: any state. */
  states: z.array(z.enum(CASE_STATES)).max(CASE_STATES.length),
  actionKind: actionKindSchema.nullable(),
  reviewerId: personIdSchema.nullable(),
  /** A person of this station among the handlers (承办人). */
  handlerId: personIdSchema.nullable().default(null),
  /** 承办机构, as registered. */
  unit: z.string().max(100).nullable().default(null),
  /** 案由, as registered. */
  cause: z.string().max(200).nullable().default(null),
  receivedFrom: day,
  receivedTo: day,
  dueFrom: day.default(null),
  dueTo: day.default(null),
  /** Only cases whose due day has passed. */
  overdue: z.boolean().default(false),
  /** Days on which an opinion of the case was issued, and the type of that same opinion. */
  issuedFrom: day.default(null),
  issuedTo: day.default(null),
  opinionType: opinionTypeCodeSchema.nullable().default(null),
  /** Only where that same opinion was issued by the due day of its round. */
  inTime: z.boolean().default(false),
  /** Only drafts that came back with remarks and were not submitted again (退回修改). */
  sentBack: z.boolean().default(false),
  /** Only where a registered decision broke a rule on the review (红灯). */
  red: z.boolean().default(false),
  /** Highest amount that the proposed decision names, in yuan. */
  amountFrom: amount.default(null),
  amountTo: amount.default(null),
  round: z.int().min(1).max(99).nullable().default(null),
  /** All of them were registered with the case. */
  flags: z.array(caseFlagSchema).max(CASE_FLAGS.length).default([]),
  /** A trigger of a major decision that the case meets by the catalogue (重大执法决定情形): its id, or `any`. */
  trigger: z.string().min(1).max(80).nullable().default(null),
  /** Only cases of which a question of this round is answered "no" (有问题). */
  problems: z.boolean().default(false),
  /** Only cases with findings of the pre-review that nobody decided (未处理的预审疑点). */
  undecided: z.boolean().default(false),
  ...COLUMN_FILTER_SHAPE,
  /** Words of any length in title, party, cause, numbers, the papers' text and the opinions. */
  text: z.string().trim().max(100),
})
export type CaseFilter = z.output<typeof caseFilterSchema>

export const caseSortSchema = z.strictObject({ by: z.enum(CASE_SORTS), descending: z.boolean() })
export type CaseSorting = z.output<typeof caseSortSchema>

export const EMPTY_CASE_FILTER: CaseFilter = {
  states: [],
  actionKind: null,
  reviewerId: null,
  handlerId: null,
  unit: null,
  cause: null,
  receivedFrom: null,
  receivedTo: null,
  dueFrom: null,
  dueTo: null,
  overdue: false,
  issuedFrom: null,
  issuedTo: null,
  opinionType: null,
  inTime: false,
  sentBack: false,
  red: false,
  amountFrom: null,
  amountTo: null,
  round: null,
  flags: [],
  trigger: null,
  problems: false,
  undecided: false,
  ...EMPTY_COLUMN_FILTER,
  text: '',
}

export const NEWEST_FIRST: CaseSorting = { by: 'updatedAt', descending: true }

const LISTS = ['states', 'flags'] as const
const SWITCHES = ['overdue', 'inTime', 'sentBack', 'problems', 'undecided', 'red', 'extended'] as const
const NUMBERS = ['amountFrom', 'amountTo', 'round'] as const
const KNOWN: Readonly<Record<(typeof LISTS)[number], readonly string[]>> = { states: CASE_STATES, flags: CASE_FLAGS }

/** The filter with ids and days as plain text, as fields and links give them. */
export type PlainCaseFilter = { readonly [Name in keyof CaseFilter]-?: Exclude<z.input<typeof caseFilterSchema>[Name], undefined> }

/** `states=received,accepted&overdue=1&sort=-dueOn`; empty for no filter in the usual order. */
export function caseQuery(filter: Partial<PlainCaseFilter>, sort: CaseSorting = NEWEST_FIRST): string {
  const parameters = new URLSearchParams()
  for (const name of Object.keys(EMPTY_CASE_FILTER) as (keyof CaseFilter)[]) {
    const value = filter[name]
    if (value === undefined || value === null || value === '' || value === false) continue
    if (value === true) parameters.set(name, '1')
    else if (typeof value === 'object') {
      if (value.length > 0) parameters.set(name, value.join(','))
    } else parameters.set(name, String(value))
  }
  if (sort.by !== NEWEST_FIRST.by || sort.descending !== NEWEST_FIRST.descending) {
    parameters.set('sort', `${sort.descending ? '-' : ''}${sort.by}`)
  }
  return parameters.toString().replaceAll('%2C', ',')
}

/** The address inside the application that opens the list like this. */
export function caseListPath(filter: Partial<PlainCaseFilter>, sort?: CaseSorting): string {
  const query = caseQuery(filter, sort)
  return query === '' ? '/cases?all=1' : `/cases?${query}`
}

/** Reads what {@link caseQuery} wrote. What is no filter is left out, one by one: an old link still narrows by the rest. */
export function parseCaseQuery(query: string): { readonly filter: CaseFilter; readonly sort: CaseSorting } {
  const parameters = new URLSearchParams(query)
  const filter: Record<string, unknown> = { ...EMPTY_CASE_FILTER }
  for (const [name, text] of parameters) {
    if (!Object.hasOwn(EMPTY_CASE_FILTER, name)) continue
    const list = LISTS.find((one) => one === name)
    const value: unknown =
      list === undefined
        ? SWITCHES.some((one) => one === name)
          ? text === '1'
          : NUMBERS.some((one) => one === name)
            ? Number(text)
            : text
        : [...new Set(text.split(',').filter((one) => KNOWN[list].includes(one)))]
    const shape = caseFilterSchema.shape[name as keyof CaseFilter]
    const parsed = shape.safeParse(value)
    if (parsed.success) filter[name] = parsed.data
  }
  const sort = parameters.get('sort') ?? ''
  const by = CASE_SORTS.find((one) => one === sort.replace(/^-/u, ''))
  return {
    filter: filter as unknown as CaseFilter,
    sort: by === undefined ? NEWEST_FIRST : { by, descending: sort.startsWith('-') },
  }
}
