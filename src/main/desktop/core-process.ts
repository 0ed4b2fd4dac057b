/**
 * The core in a process of its own (Electron's `utilityProcess`): long work never holds the window up, and a crash
 * here leaves the window alive to say so.
 */
import type { MessagePortMain } from 'electron'
import { createHost } from '../core/host.ts'
import { warmUpDocuments, workWhenIdle } from '../core/idle-work.ts'
import type { Host } from '../core/host-interface.ts'
import type { AutoSignIn } from '../shell/auto-sign-in.ts'
import { hostOrReason } from '../shell/refusing-host.ts'
import { toCoreSchema, type FromCore, type ToCore } from './core-messages.ts'
import { wirePort } from './electron-port.ts'
import { servePort } from './port-server.ts'
import { createRemoteKeyChain, type RemoteKeyChain } from './remote-key-chain.ts'

interface Running {
  readonly host: Promise<Host>
  readonly keyChain: RemoteKeyChain | undefined
  readonly secrets: AutoSignIn | undefined
}

const send = (message: FromCore): void => process.parentPort.postMessage(message)
const log = (line: string): void => send({ kind: 'log', line })

let running: Running | undefined

function start(message: Extract<ToCore, { kind: 'start' }>): Running {
  const { stationFolder, resourcesFolder } = message
  const keyChain = message.keyChain === undefined ? undefined : createRemoteKeyChain(message.keyChain, send)
  const host = hostOrReason(() => workWhenIdle(createHost({ stationFolder, resourcesFolder, keyChain, log }), warmUpDocuments, log))
  if (keyChain !== undefined) void host.then(openWithKeyChain)
  return { host, keyChain, secrets: message.autoSignIn }
}

/** Where the key chain has the key, the window finds the station open. Where it refuses, the window asks for the passphrase. */
async function openWithKeyChain(host: Host): Promise<void> {
  const caller = host.connect()
  await host.dispatch('station.unlockWithKeyChain', {}, caller)
  host.disconnect(caller)
  send({ kind: 'key-chain-done' })
}

async function receive(message: ToCore, port: MessagePortMain | undefined): Promise<void> {
  if (message.kind === 'start') {
    running ??= start(message)
    await (await running.host).prepare()
    return
  }
  if (message.kind === 'ping') send({ kind: 'pong' })
  if (running === undefined) return
  if (message.kind === 'key-chain-answer') running.keyChain?.receive(message.id, message.bytes)
  if (message.kind === 'connect' && port !== undefined) await servePort(wirePort(port), await running.host, running.secrets)
  if (message.kind === 'close') {
    await (await running.host).close()
    process.exit(0)
  }
}

/** What nobody caught leaves the core in an unknown state: it ends, and the window offers to reopen it. */
function end(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${text}\n`)
  log(`core ended: ${text}`)
  // The line leaves through the port before the process goes.
  setTimeout(() => process.exit(1), 50)
}

process.on('uncaughtException', end)
process.on('unhandledRejection', end)
process.parentPort.on('message', ({ data, ports }) => {
  receive(toCoreSchema.parse(data), ports[0]).catch(end)
})
