/** An Electron port as the protocol sees ports. Knows Electron's type only. */
import type { MessagePortMain } from 'electron'
import type { WirePort } from '../../shared/shell/port-protocol.ts'

/** Messages wait in the port until `onMessage` is called. */
export function wirePort(port: MessagePortMain): WirePort {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}
