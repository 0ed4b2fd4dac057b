/** The system's key chain as the core sees it: only the main process may use `safeStorage`, so the core asks it. */
import type { KeyChain } from '../core/host-interface.ts'
import type { FromCore } from './core-messages.ts'

export interface RemoteKeyChain extends KeyChain {
  /** Takes the main process's answer to question `id`. */
  receive(id: number, bytes: Uint8Array | undefined): void
}

export function createRemoteKeyChain(name: string, send: (message: FromCore) => void): RemoteKeyChain {
  const open = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>()
  let last = 0
  const ask = (act: 'protect' | 'reveal', bytes: Uint8Array): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const id = ++last
      open.set(id, { resolve, reject })
      send({ kind: 'key-chain', id, act, bytes })
    })
  return {
    name,
    protect: (secret) => ask('protect', secret),
    reveal: (wrapped) => ask('reveal', wrapped),
    receive(id, bytes) {
      const asked = open.get(id)
      open.delete(id)
      if (bytes === undefined) asked?.reject(new Error('the key chain refused'))
      else asked?.resolve(bytes)
    },
  }
}
