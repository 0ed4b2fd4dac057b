/** What the fields of an open form are told of their sources, and sums over all of them. */
import { useCallback, useMemo } from 'react'
import type { FieldSource, ProposalPath } from '../../../shared/intake/case-proposal.ts'
import type { CaseDraft } from '../case-draft.ts'
import { fieldState, takeStated, type FieldState, type Filling, type FormProposal } from './fill-from-documents.ts'
import type { FieldSources } from './field-source.tsx'

export interface FormWithSources {
  readonly fields: CaseDraft
  readonly filling: Filling
}

export interface SourcesInUse {
  readonly sources: FieldSources
  readonly filled: number
  readonly differing: number
  readonly offered: number
}

export function useFieldSources(
  { fields, filling }: FormWithSources,
  proposal: FormProposal,
  put: (change: (form: FormWithSources) => FormWithSources) => void,
  open: (source: FieldSource) => void,
  isThere: (source: FieldSource) => boolean,
): SourcesInUse {
  const states = useMemo(() => {
    const paths = new Set([...Object.keys(proposal), ...Object.keys(filling.fills)]) as ReadonlySet<ProposalPath>
    return new Map([...paths].map((path) => [path, fieldState(fields, filling, proposal, path)]))
  }, [fields, filling, proposal])
  const take = useCallback<FieldSources['take']>(
    (path, stated) =>
      put((old) => {
        const { form, filling: next } = takeStated(old.fields, old.filling, path, stated)
        return { fields: form, filling: next }
      }),
    [put],
  )
  const sources = useMemo<FieldSources>(
    () => ({ stateOf: (path): FieldState | null => states.get(path) ?? null, take, open, isThere }),
    [states, take, open, isThere],
  )
  const count = (kind: FieldState['kind']): number => [...states.values()].filter((state) => state?.kind === kind).length
  return { sources, filled: count('filled'), differing: count('differs'), offered: count('offered') }
}
