/**
 * Runs in the sandboxed page before the page does, in a world of its own. Holds the port to the core; the page gets
 * functions and never the port, so it can neither name a path nor speak the protocol itself.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Reply } from '../../shared/contract/reply.ts'
import { SHELL_CHANNELS, type DesktopApi } from '../../shared/shell/desktop-api.ts'
import { createPortClient, readFile, stageBytes } from '../../shared/shell/port-client.ts'
import { fromArguments } from '../../shared/shell/remembered.ts'
import type { WirePort } from '../../shared/shell/port-protocol.ts'
import type { StationStatus } from '../../shared/station/contract.ts'

function wirePagePort(port: MessagePort): WirePort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => port.addEventListener('close', listener),
    close: () => port.close(),
  }
}

const client = createPortClient()

ipcRenderer.on(SHELL_CHANNELS.port, ({ ports }) => {
  const [port] = ports
  if (port !== undefined) client.attach(wirePagePort(port))
})
// While reopening, the news is of the core that is being replaced; the end of the next one shows at its port.
let reopening = false
ipcRenderer.on(SHELL_CHANNELS.stopped, () => {
  if (!reopening) client.stop()
})
ipcRenderer.send(SHELL_CHANNELS.connect)

const askEarlyStatus = (): Promise<unknown> => ipcRenderer.invoke(SHELL_CHANNELS.earlyStatus)
// asked while the page is still being read: it is the first thing that the page asks for
let early: Promise<unknown> | undefined = askEarlyStatus()

const isOpening = (status: unknown): boolean => (status as StationStatus).phase === 'opening'

/**
 * Before the core can say it, the main process knows what there is to say. That the key chain is opening the station is
 * said once: who asks again wants to know what came of it, which the core answers when it is done.
 */
async function status(input: unknown): Promise<Reply> {
  const first = early
  early = undefined
  const known = await (first ?? askEarlyStatus())
  if (known !== undefined && (first !== undefined || !isOpening(known))) return { ok: true, value: known }
  return client.ask({ kind: 'call', name: 'station.status', input })
}

const api: DesktopApi = {
  remembered: fromArguments(process.argv),
  remember: (key, value) => ipcRenderer.send(SHELL_CHANNELS.remember, key, value),
  call: (name, input) => (name === 'station.status' ? status(input) : client.ask({ kind: 'call', name, input })),
  stage(file) {
    const path = webUtils.getPathForFile(file)
    return path === '' ? stageBytes(client, file) : client.ask({ kind: 'stage-path', path, name: file.name })
  },
  readFile: (reference, onPiece) =>
    readFile(client, reference, (bytes) => onPiece(bytes as Uint8Array<ArrayBuffer>)),
  subscribe: (listener) => client.onEvent(listener),
  onStopped: (listener) => client.onStopped(listener),
  async reopen() {
    client.await()
    reopening = true
    const reopened: unknown = await ipcRenderer.invoke(SHELL_CHANNELS.reopen).finally(() => (reopening = false))
    if (reopened !== true) client.stop()
    return reopened === true
  },
  async chooseFolder() {
    const folder: unknown = await ipcRenderer.invoke(SHELL_CHANNELS.chooseFolder)
    return typeof folder === 'string' ? folder : undefined
  },
  async openDataFolder() {
    const opened: unknown = await ipcRenderer.invoke(SHELL_CHANNELS.openDataFolder)
    return opened === true
  },
  onGo(listener) {
    const hear = (_event: unknown, path: unknown): void => {
      if (typeof path === 'string') listener(path)
    }
    ipcRenderer.on(SHELL_CHANNELS.go, hear)
    return () => void ipcRenderer.off(SHELL_CHANNELS.go, hear)
  },
  notify: (notice) => ipcRenderer.send(SHELL_CHANNELS.notify, notice),
  signalUsable: () => ipcRenderer.send(SHELL_CHANNELS.usable),
}

contextBridge.exposeInMainWorld('fashenDesktop', Object.freeze(api))
