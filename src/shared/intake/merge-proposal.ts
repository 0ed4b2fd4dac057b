/** Lays what the documents say under what a person typed: an empty field is filled, a typed one is never touched. */
import type { CaseFields, CaseFlags, Party } from '../cases/case.ts'
import type { CaseProposal, ProposalPath } from './proposal-field.ts'

/**
 * The form while it is being filled: only what a person typed or ticked. A flag that nobody touched is left out, so that a
 * default does not count as an answer.
 */
export type TypedCase = Omit<Partial<CaseFields>, 'party' | 'flags'> & {
  readonly party?: Partial<Party>
  readonly flags?: Partial<CaseFlags>
}

export interface MergedCase {
  readonly form: TypedCase
  /** Fields that were filled from the documents. */
  readonly filled: readonly ProposalPath[]
  /** Fields that a person filled otherwise than the documents say: shown, not changed. */
  readonly differing: readonly ProposalPath[]
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/** 统一社会信用代码 is not chosen by hand before a code is typed: `none` says nothing yet. */
const isUnset = (path: string, value: unknown): boolean =>
  isEmpty(value) || (path === 'party.codeKind' && value === 'none')

function plain(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s/gu, '') : JSON.stringify(value)
}

type Nested = Readonly<Record<string, unknown>>

/** Pure: `typed` is not changed. The kind of a code goes with the code: it is not filled in under a typed one. */
export function mergeProposal(typed: TypedCase, proposal: CaseProposal): MergedCase {
  const form: Record<string, unknown> = { ...typed }
  const filled: ProposalPath[] = []
  const differing: ProposalPath[] = []
  const typedCode = !isEmpty(typed.party?.code)
  for (const [path, proposed] of Object.entries(proposal)) {
    if (proposed === undefined) continue
    const [field = '', inner] = path.split('.')
    const before: unknown = inner === undefined ? form[field] : (form[field] as Nested | undefined)?.[inner]
    if (isUnset(path, before) && !(path === 'party.codeKind' && typedCode)) {
      form[field] =
        inner === undefined ? proposed.value : { ...(form[field] as Nested | undefined), [inner]: proposed.value }
      filled.push(path as ProposalPath)
    } else if (!isUnset(path, before) && plain(before) !== plain(proposed.value)) differing.push(path as ProposalPath)
  }
  return { form: form as TypedCase, filled, differing }
}
