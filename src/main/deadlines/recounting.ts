/** How far the counting for a notice of days off is (重算进度): for the connection that waits for it, as long as it does. */
import type { Recounting } from '../../shared/deadlines/contract.ts'
import type { CallContext } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'

type Place = Pick<CallContext, 'reader' | 'caller'>

/** By store, then by connection. */
const running = new WeakMap<Reader, Map<string, Recounting>>()

export function recountingOf({ reader, caller }: Place): Recounting | null {
  return running.get(reader)?.get(caller.connection) ?? null
}

/** Tells it until `work` is done, however it ends. */
export async function whileTold<Result>({ reader, caller }: Place, work: (say: (state: Recounting) => void) => Promise<Result>): Promise<Result> {
  const own = running.get(reader) ?? new Map<string, Recounting>()
  running.set(reader, own)
  try {
    return await work((state) => own.set(caller.connection, state))
  } finally {
    own.delete(caller.connection)
  }
}
