/** Starts the core's process, hands out ports to it, and notices when it ends. */
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { fromCoreSchema, type ToCore } from './core-messages.ts'
import { askKeyChain } from './key-chain.ts'

export const CORE_SERVICE = 'fashen-core'
/** A core that has not closed its store by then is ended; every acknowledged change is on disk anyway. */
const CLOSE_WITHIN_MS = 5000
/** A core that gives no sign of life for so long hangs. */
const ANSWER_WITHIN_MS = 10_000

export interface CoreLinkOptions {
  readonly module: string
  readonly start: Extract<ToCore, { kind: 'start' }>
  readonly log: (line: string) => void
  /** The core has tried the key chain, and the station is open or waits for its passphrase. */
  readonly onKeyChainDone: () => void
  /** The core ended although nobody asked it to. */
  readonly onStopped: (exitCode: number) => void
}

export interface CoreLink {
  /** Starts the core if it does not run. */
  start(): void
  /** Whether it was ever started: before that, no station is open. */
  readonly started: boolean
  /** A new port to the core, which is started if it does not run. */
  connect(): MessagePortMain
  /**
   * As `connect`, but makes sure first that the core answers: a window can notice the end of the core before this
   * process does, and a core that hangs is ended.
   */
  reconnect(): Promise<MessagePortMain>
  /** Lets the core close its store, then ends it. */
  close(): Promise<void>
  readonly running: boolean
}

export function createCoreLink(options: CoreLinkOptions): CoreLink {
  let core: UtilityProcess | undefined
  let closing = false
  let started = false

  const fork = (): UtilityProcess => {
    const child = utilityProcess.fork(options.module, [], { serviceName: CORE_SERVICE, stdio: 'inherit' })
    child.on('message', (message: unknown) => receive(child, message, options))
    child.on('exit', (code) => {
      if (core === child) core = undefined
      if (!closing) options.onStopped(code)
    })
    child.postMessage(options.start)
    started = true
    return child
  }

  const connect = (): MessagePortMain => {
    core ??= fork()
    const { port1, port2 } = new MessageChannelMain()
    core.postMessage({ kind: 'connect' } satisfies ToCore, [port1])
    return port2
  }

  return {
    get started() {
      return started
    },
    get running() {
      return core !== undefined
    },
    start() {
      core ??= fork()
    },
    connect,
    async reconnect() {
      if (core !== undefined) await answersOrEnds(core)
      return connect()
    },
    async close() {
      const child = core
      if (child === undefined) return
      closing = true
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.postMessage({ kind: 'close' } satisfies ToCore)
      const late = setTimeout(() => child.kill(), CLOSE_WITHIN_MS)
      await ended
      clearTimeout(late)
    },
  }
}

/** Resolves when the core has given a sign of life, or has ended. */
async function answersOrEnds(child: UtilityProcess): Promise<void> {
  const hangs = setTimeout(() => child.kill(), ANSWER_WITHIN_MS)
  await new Promise<void>((resolve) => {
    const listen = (message: unknown): void => {
      if (fromCoreSchema.safeParse(message).data?.kind === 'pong') resolve()
    }
    child.on('message', listen)
    child.once('exit', () => resolve())
    child.postMessage({ kind: 'ping' } satisfies ToCore)
  })
  clearTimeout(hangs)
}

function receive(child: UtilityProcess, message: unknown, { log, onKeyChainDone }: CoreLinkOptions): void {
  const parsed = fromCoreSchema.safeParse(message)
  if (!parsed.success) return
  const asked = parsed.data
  if (asked.kind === 'log') return log(asked.line)
  if (asked.kind === 'pong') return
  if (asked.kind === 'key-chain-done') return onKeyChainDone()
  const bytes = askKeyChain(asked.act, asked.bytes)
  const answer: ToCore = { kind: 'key-chain-answer', id: asked.id, ...(bytes === undefined ? {} : { bytes }) }
  child.postMessage(answer)
}
