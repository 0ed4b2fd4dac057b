/** Has chosen papers read before there is a case, and tells what they state of it. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CaseProposal } from '../../../shared/intake/case-proposal.ts'
import type { FileReading, ReadingState } from '../../../shared/intake/reading-contract.ts'
import { useRead, useWrite } from '../../transport/calls.ts'
import type { StagedPaper } from './staged-papers.tsx'

/** As the contract takes at most; a submission has some dozens. */
export const MOST_READ = 500

export interface StagedReading {
  readonly reading: ReadingState | undefined
  /** By the staged file's id. */
  readonly stateOf: ReadonlyMap<string, FileReading>
  /** Undefined until everything that can be read at once is read. */
  readonly proposal: CaseProposal | undefined
  readonly error: unknown
  /** Asks again for what failed. */
  readonly again: () => void
}

export function useStagedReading(papers: readonly StagedPaper[]): StagedReading {
  const ask = useWrite('intake.readStaged')
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const asked = useRef(new Set<string>())
  const { mutateAsync } = ask
  const listed = useMemo(() => papers.slice(0, MOST_READ).map(({ file: { id, name } }) => ({ stagedId: id, name })), [papers])
  useEffect(() => {
    const fresh = listed.filter(({ stagedId }) => !asked.current.has(stagedId))
    if (fresh.length === 0) return
    for (const { stagedId } of fresh) asked.current.add(stagedId)
    mutateAsync({ files: fresh }).then(
      () => setSent((old) => new Set([...old, ...fresh.map(({ stagedId }) => stagedId)])),
      // what is not read is only not filled in; the papers are taken all the same
      () => undefined,
    )
  }, [listed, mutateAsync])
  const files = useMemo(() => listed.filter(({ stagedId }) => sent.has(stagedId)), [listed, sent])
  const some = files.length > 0
  const reading = useRead('intake.stagedReading', { files: [...files] }, { enabled: some, keepPrevious: true })
  const settled = some && reading.data !== undefined && !reading.isPlaceholderData && reading.data.files.every(({ state }) => state !== 'queued')
  const proposal = useRead('intake.stagedProposal', { files: [...files] }, { enabled: settled, keepPrevious: true })
  const stateOf = useMemo(() => {
    const states = some && !reading.isPlaceholderData ? (reading.data?.files ?? []) : []
    return new Map(states.map((state, index) => [files[index]?.stagedId ?? '', state]))
  }, [some, reading.data, reading.isPlaceholderData, files])
  return {
    reading: some ? reading.data : undefined,
    stateOf,
    proposal: settled && !proposal.isPlaceholderData ? proposal.data : undefined,
    error: ask.error ?? reading.error ?? proposal.error,
    again: () => {
      if (ask.error !== null) ask.mutate({ files: [...listed] }, { onSuccess: () => setSent(new Set(listed.map(({ stagedId }) => stagedId))) })
      if (reading.error !== null) void reading.refetch()
      if (proposal.error !== null) void proposal.refetch()
    },
  }
}
