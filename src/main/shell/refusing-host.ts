/** Stands in for a core that could not start, so that the window can say why instead of staying empty. */
import { FashenError, type ErrorJson } from '../../shared/errors/errors.ts'
import type { Host } from '../core/host-interface.ts'

/** A host that answers everything with the reason why there is none. */
export function refusingHost(error: ErrorJson): Host {
  const refuse = () => Promise.resolve({ ok: false as const, error })
  return {
    connect: () => ({ connection: 'refused' }),
    disconnect: () => {},
    dispatch: refuse,
    stage: refuse,
    openFile: refuse,
    prepare: () => Promise.resolve(),
    subscribe: () => () => {},
    close: () => Promise.resolve(),
  }
}

/**
 * Starts a host, or a refusing one where the start fails with an error that a person can act on.
 *
 * @throws what is not such an error
 */
export async function hostOrReason(create: () => Host | Promise<Host>): Promise<Host> {
  try {
    return await create()
  } catch (error) {
    if (error instanceof FashenError) return refusingHost(error.toJson())
    throw error
  }
}
