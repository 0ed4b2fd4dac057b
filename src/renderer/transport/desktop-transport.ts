/** The transport in the desktop window: through the functions that the preload script shows. */
import type { DesktopApi } from '../../shared/shell/desktop-api.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Transport } from './transport.ts'
import { joinPieces } from './join-pieces.ts'

export function createDesktopTransport(api: DesktopApi): Transport {
  return {
    shell: 'desktop',
    call: (name, input) => api.call(name, input),
    stage: (file) => api.stage(file),
    async openFile(reference) {
      const pieces: Uint8Array[] = []
      const reply = await api.readFile(reference, (bytes) => pieces.push(bytes))
      return reply.ok ? { ok: true, value: { ...reply.value, bytes: joinPieces(pieces) } } : reply
    },
    subscribe: (listener) => api.subscribe(listener),
    onStopped: (listener) => api.onStopped(listener),
    async reopen() {
      if (!(await api.reopen())) throw new FashenError('core-stopped', {})
    },
    chooseFolder: () => api.chooseFolder(),
    openDataFolder: () => api.openDataFolder(),
    onGo: (listener) => api.onGo(listener),
    notify: (notice) => api.notify(notice),
  }
}
