/** The bytes of a stored file, read once and kept for a while, so that going back to a document does not read it again. */
import { useEffect, useState } from 'react'
import type { FileHeading, FileReference } from '../../../shared/contract/reply.ts'
import { errorFromJson, type FashenError } from '../../../shared/errors/errors.ts'
import { useTransport } from '../../transport/calls.ts'
import type { Transport } from '../../transport/transport.ts'

export type StoredFile = FileHeading & { readonly bytes: Uint8Array<ArrayBuffer> }

/** Together at most this many bytes stay in memory; a larger file stays only while it is shown. */
const KEPT_BYTES = 96 * 1024 ** 2

const keptByTransport = new WeakMap<Transport, Map<string, StoredFile>>()

function remember(transport: Transport, reference: string, file: StoredFile): void {
  const kept = keptByTransport.get(transport) ?? new Map<string, StoredFile>()
  keptByTransport.set(transport, kept)
  kept.delete(reference)
  kept.set(reference, file)
  let sum = 0
  for (const one of kept.values()) sum += one.bytes.length
  for (const [name, one] of kept) {
    if (sum <= KEPT_BYTES) return
    kept.delete(name)
    sum -= one.bytes.length
  }
}

/** Reads a stored file; its content never changes under one reference. */
export async function readStoredFile(transport: Transport, reference: FileReference): Promise<StoredFile> {
  const kept = keptByTransport.get(transport)?.get(reference)
  if (kept !== undefined) return kept
  const reply = await transport.openFile(reference)
  if (!reply.ok) throw errorFromJson(reply.error)
  remember(transport, reference, reply.value)
  return reply.value
}

export type OpenedFile =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly file: StoredFile }
  | { readonly state: 'failed'; readonly error: FashenError }

/** Null reference: nothing is opened. `attempt` rises to read again after a failure. */
export function useOpenedFile(reference: FileReference | null, attempt = 0): OpenedFile {
  const transport = useTransport()
  const [opened, setOpened] = useState<{ readonly of: string | null; readonly result: OpenedFile }>({
    of: null,
    result: { state: 'loading' },
  })
  useEffect(() => {
    if (reference === null) return undefined
    let wanted = true
    const show = (result: OpenedFile): void => {
      if (wanted) setOpened({ of: reference, result })
    }
    readStoredFile(transport, reference).then(
      (file) => show({ state: 'ready', file }),
      (error: FashenError) => show({ state: 'failed', error }),
    )
    return () => {
      wanted = false
    }
  }, [transport, reference, attempt])
  return opened.of === reference ? opened.result : { state: 'loading' }
}
