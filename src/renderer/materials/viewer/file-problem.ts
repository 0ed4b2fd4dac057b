/** Pieces of a file are shown at once; meanwhile the whole is compared with what was stored. */
import { useEffect, useState } from 'react'
import type { FileReference } from '../../../shared/contract/reply.ts'
import { FashenError } from '../../../shared/errors/errors.ts'
import { useCallOnce } from '../../transport/calls.ts'

/** Milliseconds: what is looked at first comes first. */
const AFTER = 600

/** The error where the file is not what was stored, or was destroyed; null while it is, or is not yet known. */
export function useFileProblem(reference: FileReference, open: boolean): FashenError | null {
  const call = useCallOnce()
  const [problem, setProblem] = useState<FashenError | null>(null)
  useEffect(() => {
    if (!open) return undefined
    let wanted = true
    const timer = setTimeout(() => {
      call('materials.check', { reference }).catch((error: unknown) => {
        if (wanted && (FashenError.is(error, 'file-altered') || FashenError.is(error, 'file-destroyed'))) setProblem(error)
      })
    }, AFTER)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [call, reference, open])
  return problem
}
