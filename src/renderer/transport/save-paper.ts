/** Fetches a paper that the core made, and hands it to the person as a file. */
import { useCallback } from 'react'
import type { MadePaper } from '../../shared/documents/made-paper.ts'
import { errorFromJson } from '../../shared/errors/errors.ts'
import { saveFile } from '../ui/save-file.ts'
import { useTransport } from './calls.ts'

/** Rejects with the error of the core; nothing is saved then. */
export function useSavePaper(): (paper: MadePaper) => Promise<void> {
  const transport = useTransport()
  return useCallback(
    async ({ reference, name }: MadePaper) => {
      const reply = await transport.openFile(reference)
      if (!reply.ok) throw errorFromJson(reply.error)
      saveFile(name, reply.value.bytes)
    },
    [transport],
  )
}
