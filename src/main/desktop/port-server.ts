/** The answering end of the desktop shell's port: carries questions to the host and holds no rule of its own. */
import { FashenError } from '../../shared/errors/errors.ts'
import type { Reply, StagedFile } from '../../shared/contract/reply.ts'
import { portRequestSchema, type PortMessage, type PortRequest, type WirePort } from '../../shared/shell/port-protocol.ts'
import type { Caller, Host } from '../core/host-interface.ts'
import { signInAutomatically, type AutoSignIn } from '../shell/auto-sign-in.ts'
import { stagePath } from '../shell/file-intake.ts'
import { createByteQueue, type ByteQueue } from './byte-queue.ts'

interface Connection {
  readonly host: Host
  readonly caller: Caller
  readonly uploads: Map<number, { readonly queue: ByteQueue; readonly staged: Promise<Reply<StagedFile>> }>
  readonly files: Map<number, AsyncIterator<Uint8Array>>
  last: number
}

const done: Reply<null> = { ok: true, value: null }

function refuse(subject: string, id: number): Reply<never> {
  return { ok: false, error: new FashenError('not-found', { subject, id: String(id) }).toJson() }
}

/**
 * Serves one window over one port until the port closes; what was signed in on it is signed out then.
 *
 * @param secrets only for a demonstration station
 */
export async function servePort(port: WirePort, host: Host, secrets?: AutoSignIn): Promise<void> {
  const connection: Connection = { host, caller: host.connect(), uploads: new Map(), files: new Map(), last: 0 }
  const send = (message: PortMessage): void => port.send(message)
  let open = true
  const unsubscribe = host.subscribe(connection.caller, (event) => send({ kind: 'event', event }))
  port.onClose(() => {
    open = false
    unsubscribe()
    endConnection(connection)
  })
  await signInAutomatically(host, connection.caller, secrets)
  // Listening starts only now: what the window asked meanwhile waits in the port.
  port.onMessage((message) => {
    const request = portRequestSchema.safeParse(message)
    if (!request.success) return
    const { id } = request.data
    void answer(connection, request.data).then((reply) => {
      if (open) send({ kind: 'answer', id, reply })
    })
  })
}

function endConnection({ host, caller, uploads, files }: Connection): void {
  for (const { queue } of uploads.values()) queue.fail(new FashenError('core-stopped', {}))
  for (const file of files.values()) void file.return?.()
  host.disconnect(caller)
}

async function answer(connection: Connection, request: PortRequest): Promise<Reply> {
  const { host, caller, uploads, files } = connection
  switch (request.kind) {
    case 'call':
      return host.dispatch(request.name, request.input, caller)
    case 'stage-path':
      return stagePath(host, caller, request.path, request.name)
    case 'stage-open': {
      const upload = ++connection.last
      const queue = createByteQueue()
      uploads.set(upload, { queue, staged: host.stage({ name: request.name, bytes: queue, size: request.size }, caller) })
      return { ok: true, value: { upload } }
    }
    case 'stage-bytes': {
      const running = uploads.get(request.upload)
      if (running === undefined) return refuse('upload', request.upload)
      // A host that refuses the file stops reading: its reason is the answer, and the rest need not be sent.
      const refused = running.staged.then((reply) => {
        if (!reply.ok) uploads.delete(request.upload)
        return reply.ok ? done : reply
      })
      return Promise.race([refused, running.queue.push(request.bytes).then(() => done)])
    }
    case 'stage-close': {
      const running = uploads.get(request.upload)
      if (running === undefined) return refuse('upload', request.upload)
      uploads.delete(request.upload)
      running.queue.end()
      return running.staged
    }
    case 'file-open': {
      const opened = await host.openFile(request.reference, caller)
      if (!opened.ok) return opened
      const { bytes, name, mediaType, size } = opened.value
      const file = ++connection.last
      files.set(file, bytes[Symbol.asyncIterator]())
      return { ok: true, value: { file, name, mediaType, size } }
    }
    case 'file-read':
      return nextPiece(files, request.file)
    case 'file-close': {
      await files.get(request.file)?.return?.()
      files.delete(request.file)
      return done
    }
  }
}

async function nextPiece(files: Map<number, AsyncIterator<Uint8Array>>, file: number): Promise<Reply> {
  const reading = files.get(file)
  if (reading === undefined) return refuse('file', file)
  try {
    const next = await reading.next()
    if (next.done !== true) return { ok: true, value: { bytes: next.value } }
    files.delete(file)
    return { ok: true, value: { bytes: null } }
  } catch (error) {
    files.delete(file)
    const known = error instanceof FashenError ? error : new FashenError('internal', { reference: 'read-file' })
    return { ok: false, error: known.toJson() }
  }
}
