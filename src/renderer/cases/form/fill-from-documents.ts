/**
 * The form under what the documents state (要素回填): what a person changed stays, the rest is filled, and every filled field
 * remembers where its value was read. Pure.
 */
import type { Person } from '../../../shared/people/contract.ts'
import { mergeProposal, type TypedCase } from '../../../shared/intake/merge-proposal.ts'
import type { CaseProposal, FieldSource, ProposalPath } from '../../../shared/intake/case-proposal.ts'
import type { CaseDraft, EffectDraft, HandlerDraft } from '../case-draft.ts'

export interface Fill {
  /** As the form has it. */
  readonly value: unknown
  readonly source: FieldSource
  /** The person took this one of several: a later proposal does not replace it. */
  readonly picked: boolean
}

/** Kept with the draft of the form. */
export interface Filling {
  readonly fills: Readonly<Partial<Record<ProposalPath, Fill>>>
  /** Fields that the person changed: never filled. */
  readonly touched: readonly ProposalPath[]
  /** False after the person took the filling back. */
  readonly on: boolean
}

export const NO_FILLING: Filling = { fills: {}, touched: [], on: true }

export interface FormStatement {
  /** As the form has it. */
  readonly value: unknown
  readonly source: FieldSource
}

/** What the documents state of a field, best first. */
export type FormProposal = Readonly<Partial<Record<ProposalPath, readonly FormStatement[]>>>

type KnownPerson = Pick<Person, 'id' | 'name' | 'active' | 'credentials'>

/** A name that exactly one active person of the station has is that person. */
function handlerInForm(handler: HandlerDraft, people: readonly KnownPerson[]): HandlerDraft {
  const [only, another] = people.filter((person) => person.active && person.name === handler.name)
  if (only === undefined || another !== undefined) return { ...handler, personId: null }
  const known = only.credentials.find(({ kind }) => kind === 'enforcementCertificate')?.number ?? ''
  return { personId: only.id, name: handler.name, certificateNumber: handler.certificateNumber === '' ? known : handler.certificateNumber }
}

function inForm(path: ProposalPath, value: unknown, people: readonly KnownPerson[]): unknown {
  if (path === 'effects') {
    return (value as readonly { kind: EffectDraft['kind']; amount: number | null; detail: string }[]).map(
      ({ kind, amount, detail }): EffectDraft => ({ kind, amount: amount === null ? '' : String(amount), detail }),
    )
  }
  if (path === 'handlers') return (value as readonly HandlerDraft[]).map((handler) => handlerInForm(handler, people))
  return value
}

export function formProposal(proposal: CaseProposal, people: readonly KnownPerson[]): FormProposal {
  return Object.fromEntries(
    Object.entries(proposal).flatMap(([path, proposed]) => {
      if (proposed === undefined) return []
      const stated = [{ value: proposed.value as unknown, source: proposed.source }, ...proposed.alternatives.map(({ value, source }) => ({ value: value as unknown, source }))]
      return [[path, stated.map(({ value, source }) => ({ value: inForm(path as ProposalPath, value, people), source }))] as const]
    }),
  )
}

type Nested = Readonly<Record<string, unknown>>

export function valueAt(form: CaseDraft, path: ProposalPath): unknown {
  const [field = '', inner] = path.split('.')
  const value = (form as unknown as Nested)[field]
  return inner === undefined ? value : (value as Nested | undefined)?.[inner]
}

export function withValue(form: CaseDraft, path: ProposalPath, value: unknown): CaseDraft {
  const [field = '', inner] = path.split('.')
  const outer = form as unknown as Nested
  return { ...form, [field]: inner === undefined ? value : { ...(outer[field] as Nested), [inner]: value } } as CaseDraft
}

/** The parts of a value that make it the same thing to a reader: an effect's words may be told in many ways. */
function essence(path: ProposalPath, value: unknown): string {
  const told = (rows: readonly string[]): string => rows.toSorted().join('\n')
  if (path === 'effects') return told((value as readonly EffectDraft[]).map(({ kind, amount }) => `${kind} ${amount.replaceAll(/[,\s]/gu, '')}`))
  if (path === 'handlers') return told((value as readonly HandlerDraft[]).map(({ name, certificateNumber }) => `${name} ${certificateNumber}`.trim()))
  if (path === 'actionKinds') return told(value as readonly string[])
  if (path === 'citations') return told((value as readonly Record<string, string>[]).map(({ law = '', article, paragraph, item, role }) => [law.replaceAll(/[《》]/gu, ''), article, paragraph, item, role].join(' ')))
  return typeof value === 'string' ? value.replaceAll(/\s/gu, '') : JSON.stringify(value ?? null)
}

export function sameValue(path: ProposalPath, one: unknown, other: unknown): boolean {
  return essence(path, one) === essence(path, other)
}

/** Nobody typed or chose anything there. `false` of a flag says nothing either: the box is simply not ticked. */
export function isBlank(path: ProposalPath, value: unknown): boolean {
  if (value === undefined || value === null || (path.startsWith('flags.') && value === false)) return true
  if (path === 'handlers') return (value as readonly HandlerDraft[]).every(({ name }) => name.trim() === '')
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/** The fields that a change of the form touches. */
export function changedPaths(before: CaseDraft, part: Partial<CaseDraft>): readonly ProposalPath[] {
  return Object.entries(part).flatMap(([field, value]): ProposalPath[] => {
    const old = (before as unknown as Nested)[field]
    if (field !== 'party' && field !== 'flags' && field !== 'conditions') {
      return field === 'receivedOn' || JSON.stringify(old) === JSON.stringify(value) ? [] : [field as ProposalPath]
    }
    const names = new Set([...Object.keys((old ?? {}) as Nested), ...Object.keys((value ?? {}) as Nested)])
    return [...names].filter((name) => (old as Nested | undefined)?.[name] !== (value as Nested | undefined)?.[name]).map((name) => `${field}.${name}` as ProposalPath)
  })
}

export function touching(filling: Filling, paths: readonly ProposalPath[]): Filling {
  const touched = new Set([...filling.touched, ...paths])
  return touched.size === filling.touched.length ? filling : { ...filling, touched: [...touched] }
}

export interface FilledForm {
  readonly form: CaseDraft
  readonly filling: Filling
  /** How many fields were filled now. */
  readonly count: number
}

/**
 * Fills what nobody typed. `keeps` tells whether a field that nobody touched holds something worth keeping: in a new
 * form that is nothing (what stands there is a guess), in a registered case everything that is not blank.
 */
export function fillForm(form: CaseDraft, filling: Filling, proposal: FormProposal, keeps: 'guesses' | 'registered'): FilledForm {
  const touched = new Set(filling.touched)
  const held = (path: ProposalPath): boolean => {
    if (touched.has(path) || filling.fills[path]?.picked === true) return true
    return keeps === 'registered' && filling.fills[path] === undefined && !isBlank(path, valueAt(form, path))
  }
  const paths = Object.keys(proposal) as ProposalPath[]
  const typed = paths.filter(held).reduce<Record<string, unknown>>((sum, path) => {
    const [field = '', inner] = path.split('.')
    const value = valueAt(form, path)
    sum[field] = inner === undefined ? value : { ...(sum[field] as Nested | undefined), [inner]: value }
    return sum
  }, {})
  const best = Object.fromEntries(paths.map((path) => [path, { ...proposal[path]?.[0], alternatives: [] }])) as unknown as CaseProposal
  const { filled } = mergeProposal(typed as TypedCase, best)
  let next = form
  const fills = { ...filling.fills }
  let count = 0
  for (const path of filled) {
    const stated = proposal[path]?.[0]
    // a field that the person emptied stays empty
    if (stated === undefined || held(path)) continue
    const known = fills[path]
    if (known !== undefined && sameValue(path, known.value, stated.value) && sameValue(path, valueAt(form, path), stated.value)) continue
    next = withValue(next, path, stated.value)
    fills[path] = { ...stated, picked: false }
    count += 1
  }
  return count === 0 ? { form, filling, count } : { form: next, filling: { ...filling, fills }, count }
}

/** The person takes what a document says, over whatever stands there. */
export function takeStated(form: CaseDraft, filling: Filling, path: ProposalPath, stated: FormStatement): Omit<FilledForm, 'count'> {
  return {
    form: withValue(form, path, stated.value),
    filling: { ...filling, touched: filling.touched.filter((one) => one !== path), fills: { ...filling.fills, [path]: { ...stated, picked: true } } },
  }
}

/** Takes the filling back: what it put in is as it was at the start; what the person changed stays. */
export function withoutFilling(form: CaseDraft, filling: Filling, start: CaseDraft): Omit<FilledForm, 'count'> {
  const paths = (Object.keys(filling.fills) as ProposalPath[]).filter((path) => !filling.touched.includes(path))
  const next = paths.reduce((sum, path) => withValue(sum, path, valueAt(start, path)), form)
  return { form: next, filling: { fills: {}, touched: filling.touched, on: false } }
}

export type FieldState =
  /** The value in the form was read there. */
  | { readonly kind: 'filled'; readonly source: FieldSource; readonly others: readonly FormStatement[] }
  /** The person typed the same. */
  | { readonly kind: 'agrees'; readonly source: FieldSource; readonly others: readonly FormStatement[] }
  /** The person typed something else. */
  | { readonly kind: 'differs'; readonly stated: readonly FormStatement[] }
  /** Nothing stands there, and nothing was put in by itself. */
  | { readonly kind: 'offered'; readonly stated: readonly FormStatement[] }

export function fieldState(form: CaseDraft, filling: Filling, proposal: FormProposal, path: ProposalPath): FieldState | null {
  const value = valueAt(form, path)
  const fill = filling.fills[path]
  const stated = proposal[path] ?? []
  const others = stated.filter((one) => !sameValue(path, one.value, value))
  if (fill !== undefined && !filling.touched.includes(path) && sameValue(path, fill.value, value)) return { kind: 'filled', source: fill.source, others }
  const same = stated.find((one) => sameValue(path, one.value, value))
  if (same !== undefined) return { kind: 'agrees', source: same.source, others }
  if (stated.length === 0) return null
  return { kind: isBlank(path, value) ? 'offered' : 'differs', stated }
}
